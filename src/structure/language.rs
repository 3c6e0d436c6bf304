//! Which language a text is in: by its letters, then by its commonest words.

use std::collections::HashMap;

use serde::Deserialize;
use thiserror::Error;

use super::lexicon::{Lexicon, WordList};
use super::tokens::{Token, Words};
use crate::article::Language;

/// What a lexicon tells of its language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    /// Its letters, small.
    letters: String,
    /// Those of its letters that stand less than once in a hundred, but more often in a neighbour's text.
    #[serde(default)]
    rare: String,
    /// Groups of letters that stand together in no other language, each group more than once in a hundred letters.
    #[serde(default)]
    own: Vec<String>,
    /// Words that stand in every text and in few of its neighbours'.
    common: WordList,
    /// Words that lean on what stands before.
    leaning: WordList,
}

impl Known {
    /// Whether a sentence that begins with a word does not stand alone.
    pub(super) fn is_leaning(&self, norm: &str) -> bool {
        self.leaning.holds(norm)
    }

    /// Whether a word stands in every text.
    pub(super) fn is_common(&self, norm: &str) -> bool {
        self.common.holds(norm)
    }
}

/// A text in a language that Derek does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum UnknownLanguage {
    /// Kazakh in Latin or Arabic letters.
    #[error("the text is Kazakh in letters that Derek does not read: only Cyrillic is read")]
    OtherKazakh,
    /// Neither of the three.
    #[error("the text is in none of the languages that Derek reads: Russian, Kazakh in Cyrillic letters, English")]
    Other,
    /// There are no words to tell.
    #[error("there are no words in the text")]
    NoWords,
}

/// How much of a text is looked at, in bytes: a language shows in its first pages.
const SAMPLE: usize = 64 << 10;
/// So few words need no common one among them: a headline.
const FEW: usize = 12;
/// Of a hundred words of news text in any of the three at least this many are common ones; below it the text is another's.
const COMMON_PERCENT: usize = 6;
/// Of a hundred letters at most this many may be foreign to the language: names and terms.
const ALIEN_PERCENT: usize = 3;

/// The language of a text that was cut into pieces.
///
/// # Errors
/// If it is none of the three.
pub(super) fn of(text: &str, tokens: &[Token], words: &Words) -> Result<Language, UnknownLanguage> {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let letters = letters(&text[..end]);
    let count = |is: &dyn Fn(char) -> bool| -> usize {
        letters.iter().filter(|(letter, _)| is(*letter)).map(|(_, times)| times).sum()
    };
    let cyrillic = count(&|c| matches!(c, '\u{400}'..='\u{52f}'));
    let latin = count(&|c| c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}'));
    let all = count(&|_| true);
    if all == 0 {
        return Err(UnknownLanguage::NoWords);
    }
    if cyrillic * 2 < all && latin * 2 < all {
        // Letters that only the Arabic script of Kazakh has together: ۇ, ٴ, ى, گ.
        let kazakh = count(&|c| matches!(c, 'ۇ' | 'ۋ' | 'ٸ' | 'ٵ' | 'ٶ' | 'ٷ' | 'ٴ'));
        return Err(if kazakh * 100 > all { UnknownLanguage::OtherKazakh } else { UnknownLanguage::Other });
    }
    let language = if cyrillic < latin {
        Language::En
    } else if count(&|c| matches!(c, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і')) * 50 > cyrillic {
        Language::Kk
    } else {
        Language::Ru
    };
    let known = &Lexicon::of(language).language;
    let own_script = |c: char| (language == Language::En) != matches!(c, '\u{400}'..='\u{52f}');
    let alien = count(&|c| own_script(c) && !known.letters.contains(c));
    // Words have their ids in the order of the text, so those of the sample come first.
    let sampled = tokens.iter().take_while(|token| token.end as usize <= end).filter_map(Token::word);
    let mut common: Vec<bool> = Vec::new();
    let mut norms = words.norms();
    let (mut hits, mut total) = (0, 0);
    for id in sampled {
        if id.0 as usize == common.len() {
            common.push(norms.next().is_some_and(|norm| known.common.holds(norm)));
        }
        hits += usize::from(common[id.0 as usize]);
        total += 1;
    }
    let rare = count(&|c| known.rare.contains(c));
    let by_words = || hits * 100 >= COMMON_PERCENT * total && rare * 100 < all;
    // Letters tell more surely than words, of which a short text may lack the common ones.
    let by_letters = || known.own.iter().all(|group| count(&|c| group.contains(c)) * 100 > all);
    let is_its = if known.own.is_empty() { by_words() } else { by_letters() };
    if alien * 100 <= ALIEN_PERCENT * all && (total < FEW || is_its) {
        return Ok(language);
    }
    // Latin letters of Kazakh: ä ğ ı ñ ö ş ū ü; the dotless ı with ñ or ū is no neighbour's.
    let kazakh =
        latin > cyrillic && count(&|c| matches!(c, 'ñ' | 'ū' | 'ń' | 'ú')) > 0 && count(&|c| c == 'ı') * 100 > all;
    Err(if kazakh { UnknownLanguage::OtherKazakh } else { UnknownLanguage::Other })
}

/// How often each letter stands in a text, as a small one.
fn letters(text: &str) -> Vec<(char, usize)> {
    // Latin and Cyrillic letters, and all others.
    let mut near = [0; 0x530];
    let mut far: HashMap<char, usize> = HashMap::new();
    for c in text.chars() {
        match near.get_mut(c as usize) {
            Some(times) => *times += 1,
            None => *far.entry(c).or_default() += 1,
        }
    }
    let near = ('\0'..).zip(near).filter(|(_, times)| *times > 0);
    let small = |(c, times): (char, usize)| c.to_lowercase().map(move |small| (small, times));
    near.chain(far).flat_map(small).filter(|(letter, _)| letter.is_alphabetic()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Kk, Ru};
    use UnknownLanguage::{NoWords, Other, OtherKazakh};

    #[test]
    fn a_text_tells_its_language() {
        for (text, language) in [
            (
                "Президент на встрече с акимами заявил, что выборы в сельских округах прошли по всей стране и не зря.",
                Ok(Ru),
            ),
            (
                "Мемлекет басшысы ауыл әкімдерімен кездесуде бұл жұмыс әрі қарай жалғасады деп атап өтті және бәріне алғыс айтты.",
                Ok(Kk),
            ),
            (
                "The president said at a meeting with the heads of rural districts that elections were held in all of them.",
                Ok(En),
            ),
            (
                "Жайық өзеніндегі су деңгейі төмендеді. Орал қаласының тұрғындары құтқарушыларға алғыс білдірді, көмек күтеді.",
                Ok(Kk),
            ),
            (
                "Ўзбекистон президенти вилоят ҳокимлари билан учрашувда қишлоқ аҳолиси учун янги ғоялар зарурлигини айтди.",
                Err(Other),
            ),
            ("Выборы акимов", Ok(Ru)),
            ("Ауыл әкімдері", Ok(Kk)),
            ("Rural akims", Ok(En)),
            ("TikTok и YouTube заблокированы в стране на неделю, но это не помогло: их смотрят по VPN.", Ok(Ru)),
            (
                "Президент на зустрічі з головами громад заявив, що вибори у сільських округах відбулися по всій країні.",
                Err(Other),
            ),
            (
                "Президентът заяви на срещата с кметовете, че изборите са се провели в цялата страна и не са били напразни.",
                Err(Other),
            ),
            (
                "Президент айыл өкмөттөрүнүн башчылары менен жолугушууда шайлоо бүт өлкө боюнча өткөнүн айтты жана ыраазы болду.",
                Err(Other),
            ),
            (
                "Der Präsident sagte bei einem Treffen mit den Bürgermeistern, dass die Wahlen im ganzen Land stattgefunden haben.",
                Err(Other),
            ),
            (
                "Memleket basşysy auyl äkımderımen kezdesude būl jūmys ärı qarai jalğasady dep atap öttı jäne bärıne alğys aitty, ñ.",
                Err(OtherKazakh),
            ),
            ("مەملەكەت باسشىسى اۋىل اكىمدەرىمەن كەزدەسۋدە بۇل جۇمىس ٴارى قاراي جالعاسادى دەدى", Err(OtherKazakh)),
            ("大統領は会議で選挙が全国で行われたと述べた", Err(Other)),
            ("12 + 30 = 42 …", Err(NoWords)),
            ("", Err(NoWords)),
        ] {
            let (tokens, words) = super::super::tokens::tokens(text);
            assert_eq!(of(text, &tokens, &words), language, "{text}");
        }
    }
}
