//! The stem of a word, so that its other forms are found, and the words that say nothing.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};

use super::kazakh;
use super::terms::fold;
use crate::article::Language;

/// The stem of a word in lower case and [folded](super::terms::fold).
pub(super) fn stem(word: &str, language: Language) -> Cow<'_, str> {
    /// Bytes of the longest words: 64 letters of Cyrillic. What is longer is no word, and losing its endings one by one would take
    /// long.
    const LONGEST: usize = 128;
    let algorithm = match language {
        _ if word.len() > LONGEST => return Cow::Borrowed(word),
        _ if word.bytes().any(|byte| byte.is_ascii_digit()) => return Cow::Borrowed(word),
        // Names and terms of other languages stand in any text.
        _ if word.bytes().any(|byte| byte.is_ascii_alphabetic()) => Algorithm::English,
        Language::Kk => return kazakh::stem(word),
        Language::Ru => Algorithm::Russian,
        Language::En => return Cow::Borrowed(word),
    };
    let stemmer = Stemmer::new(algorithm);
    // Until nothing is left to take away: «Токаева» loses its case first, and «Токаев» what looks like one.
    let mut stem = stemmer.stem(word).into_owned();
    loop {
        let next = stemmer.stem(&stem).into_owned();
        if next == stem {
            return Cow::Owned(stem);
        }
        stem = next;
    }
}

/// Whether a word in lower case and folded says nothing by itself in this language.
pub(super) fn is_stop_word(word: &str, language: Language) -> bool {
    static STOP_WORDS: LazyLock<[HashSet<Cow<'static, str>>; 3]> = LazyLock::new(|| {
        let mut stop_words: [HashSet<Cow<'static, str>>; 3] = Default::default();
        for (language, own) in [(Language::Ru, RUSSIAN), (Language::Kk, KAZAKH), (Language::En, "")] {
            stop_words[language as usize].extend(own.split(' ').chain(ENGLISH.split(' ')).map(fold));
        }
        stop_words
    });
    STOP_WORDS[language as usize].contains(word)
}

/// Words that stand in any text, separated by spaces.
const RUSSIAN: &str = "\
    а без бы был была были было быть в вам вас во вот вы где да для до его ее если есть еще же за и из или им их к \
    как ко когда который кто ли мне мы на над наш не него нее нет ни них но о об он она они оно от по под при про с \
    свой со так также там те то только том тот ты у уже чем что чтобы эта эти это этот я";

const KAZAKH: &str = "\
    ал арқылы бар бен біз бірақ болады болып бойынша бұл да де деген деп деді дейін егер ең еді екен емес енді және \
    жоқ кейін қана қандай ма мен ме мұнда не немесе ол олар осы па пе пен сен сіз сол та те туралы тағы үшін яғни";

const ENGLISH: &str = "\
    a an and are as at be been but by did do for from had has have he her his how i if in is it its me my not of on \
    or our she so that the their them there they this to was we were what when where which who will with you your";

#[cfg(test)]
mod tests {
    use super::{Language, stem};
    use crate::library::terms::fold;

    #[test]
    fn the_forms_of_a_word_have_one_stem() {
        let cases: [(Language, &[&str]); 12] = [
            (Language::Ru, &["аким", "акима", "акимов", "акимам"]),
            (Language::Ru, &["выборы", "выборов", "выборам"]),
            (Language::Ru, &["токаев", "токаева", "токаеву", "токаевым", "токаеве"]),
            (Language::Ru, &["село", "села", "селе"]),
            (Language::Ru, &["треть", "трети"]),
            (Language::En, &["election", "elections"]),
            (Language::En, &["village", "villages", "village's"]),
            (Language::Ru, &["reports", "report"]),
            (Language::Kk, &["әкім", "әкімдер", "әкімдердің", "әкімдерін", "әкімдеріне"]),
            (Language::Kk, &["ауыл", "ауылда", "ауылдық", "ауылдар", "ауылдағы", "ауылдың"]),
            (Language::Kk, &["ел", "елдің", "еліміздің", "елдері"]),
            (Language::Kk, &["2334"]),
        ];
        for (language, forms) in cases {
            let forms: Vec<_> = forms.iter().map(|form| fold(form)).collect();
            let stems: Vec<_> = forms.iter().map(|form| stem(form, language)).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
        }
    }
}
