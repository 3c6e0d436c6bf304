//! Kazakh stems: what is left of a word without its endings.
//!
//! [`endings`] is the table of the endings and of what may stand before each; vowel harmony and the meeting of consonants say
//! which of its forms a stem takes. Of all ways to read a word as a stem and its endings that one holds which leaves a known
//! word, the longest, else the one that leaves least: forms of one word come together even where one of them may be read in
//! more ways. This is repeated until nothing can be taken, so that all forms of a word that looks like a form itself end
//! where that word does.
//!
//! Words and endings are in the letters that [`fold`] leaves, in which front and back vowels are not always apart.

mod endings;
mod roots;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::terms::fold;
use endings::{Joint, Kind, RULES, Rule, Stem};

/// The stem of a word in lower case and folded.
pub(super) fn stem(word: &str) -> Cow<'_, str> {
    static GRAMMAR: LazyLock<Grammar> = LazyLock::new(Grammar::new);
    GRAMMAR.stem(word)
}

/// A longer word is no Kazakh word, and is left as it stands. In bytes.
const LONGEST: usize = 80;

/// The rules and words, folded.
struct Grammar {
    /// The endings by their last letter, as its place after `а`; longer ones first.
    endings: [Vec<(String, &'static Rule)>; 32],
    nouns: FxHashSet<String>,
    verbs: FxHashSet<String>,
    /// What is left of a word that drops a vowel, and the word.
    dropping: FxHashMap<String, String>,
    otherwise: FxHashMap<String, String>,
}

/// A way to read a word: what is left, and whether that is a verb.
#[derive(Clone, Copy)]
struct Reading<'a> {
    stem: &'a str,
    known: bool,
    verb: bool,
}

impl Grammar {
    fn new() -> Self {
        let mut endings: [Vec<(String, &'static Rule)>; 32] = Default::default();
        for rule in RULES {
            for form in rule.forms {
                let form = fold(form).into_owned();
                let last = form.chars().next_back().and_then(place);
                endings[last.expect("the table has Cyrillic endings")].push((form, rule));
            }
        }
        for endings in &mut endings {
            endings.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        }
        let words = |words: &str| words.split_whitespace().map(|word| fold(word).into_owned()).collect::<Vec<_>>();
        let dropped = |word: String| {
            let mut letters: Vec<char> = word.chars().collect();
            letters.remove(letters.len() - 2);
            (letters.into_iter().collect(), word)
        };
        let dropping: FxHashMap<String, String> = words(roots::DROPPING).into_iter().map(dropped).collect();
        let otherwise: FxHashMap<String, String> =
            roots::OTHERWISE.iter().map(|(form, stem)| (fold(form).into_owned(), fold(stem).into_owned())).collect();
        // Before a vowel the last consonant is voiced.
        let voiced = |word: &String| {
            let (start, voiced) = [("к", "г"), ("п", "б")]
                .into_iter()
                .find_map(|(voiceless, voiced)| Some((word.strip_suffix(voiceless)?, voiced)))?;
            Some(format!("{start}{voiced}"))
        };
        let with_voiced = |words: Vec<String>| -> FxHashSet<String> {
            words.iter().filter_map(voiced).collect::<Vec<_>>().into_iter().chain(words.iter().cloned()).collect()
        };
        let mut nouns = words(roots::NOUNS);
        nouns.extend(words(roots::DROPPING));
        nouns.extend(dropping.keys().cloned());
        let mut verbs = words(roots::VERBS);
        verbs.extend(otherwise.keys().cloned());
        Self { endings, nouns: with_voiced(nouns), verbs: with_voiced(verbs), dropping, otherwise }
    }

    fn stem<'a>(&'a self, word: &'a str) -> Cow<'a, str> {
        if word.len() > LONGEST {
            return Cow::Borrowed(word);
        }
        let mut stem = word;
        while !self.nouns.contains(stem) {
            let mut best = Reading { stem, known: false, verb: false };
            self.read(stem, None, &mut best);
            if best.stem.len() == stem.len() {
                break;
            }
            stem = best.stem;
            // A verb may look like a noun with endings: хабарла.
            if best.verb {
                if let Some(other) = self.otherwise.get(stem) {
                    return Cow::Borrowed(other);
                }
                break;
            }
        }
        if let Some(whole) = self.dropping.get(stem) {
            return Cow::Borrowed(whole);
        }
        // The last consonant is voiced before a vowel: бөлік, бөлігі.
        for (voiced, voiceless) in [('г', "к"), ('б', "п")] {
            if let Some(start) = stem.strip_suffix(voiced) {
                return Cow::Owned(format!("{start}{voiceless}"));
            }
        }
        Cow::Borrowed(stem)
    }

    /// Takes one more ending off what stands before an ending of a rule, in all ways.
    fn read<'a>(&self, word: &'a str, before: Option<&Rule>, best: &mut Reading<'a>) {
        let Some(last) = word.chars().next_back().and_then(place) else { return };
        for (form, rule) in &self.endings[last] {
            if before.is_some_and(|before| !before.of.contains(&rule.makes)) {
                continue;
            }
            // Voice and negation are not the end of a word.
            if before.is_none() && matches!(rule.makes, Kind::Voice | Kind::Negation) {
                continue;
            }
            let Some(rest) = word.strip_suffix(form.as_str()) else { continue };
            let verb = rule.of.contains(&Kind::Verb);
            let known = match verb {
                true => self.verbs.contains(rest),
                false => self.nouns.contains(rest),
            };
            if !(known || is_stem(rest)) || !agrees(rest, form) || !joins(rest, form, rule.joint) {
                continue;
            }
            if verb || rule.of.contains(&Kind::Noun) {
                let better = match (known, best.known) {
                    (true, true) => rest.len() > best.stem.len(),
                    (false, false) => rest.len() < best.stem.len(),
                    _ => known,
                };
                if better && (known || (may_end(rest, rule.stem) && may_precede(rest, form, rule.joint))) {
                    *best = Reading { stem: rest, known, verb };
                }
            }
            self.read(rest, Some(rule), best);
        }
    }
}

/// Whether a stem that is not known is one of this kind.
fn may_end(rest: &str, stem: Stem) -> bool {
    match stem {
        Stem::Short => true,
        Stem::Letters(least) => rest.chars().nth(least - 1).is_some(),
        Stem::Known => false,
        Stem::Time => rest.chars().nth(3).is_some() && !rest.ends_with(is_vowel),
        Stem::Vowel => is_denominal(rest),
        Stem::Closed => is_closed(rest),
    }
}

/// Whether an ending may follow a stem that is not known, where it may be cut in more than one place.
fn may_precede(rest: &str, form: &str, joint: Joint) -> bool {
    let mut letters = rest.chars().rev();
    let (Some(last), Some(before)) = (letters.next(), letters.next()) else { return false };
    let settled = || !matches!(last, 'ы' | 'и') || ends_in_vowel(before, letters.clone().next());
    match form.chars().next() {
        // облысы is of облыс, but басшысы of басшы.
        Some('с') => settled(),
        // тұрғыны is of тұрғын, but басшыны of басшы.
        Some('н') if matches!(joint, Joint::Source | Joint::Object) => settled() && last != 'о',
        // Stems do not end so, apart from those that drop a vowel, which are known.
        Some('ы' | 'и') if joint == Joint::Third => {
            is_vowel(before) || !(last == 'г' || (last == 'к' && "лйштсмз".contains(before)))
        }
        _ => true,
    }
}

/// Whether a word may end in ы or и after these letters, the last one first: those in `-шы`, and `белгі`, `қаржы`.
fn ends_in_vowel(before: char, second: Option<char>) -> bool {
    matches!(before, 'ш' | 'ж') || (matches!(before, 'г' | 'к') && second.is_some_and(|second| !is_vowel(second)))
}

/// Whether this is enough of a word: three letters with a vowel among them, or a vowel and a consonant.
fn is_stem(rest: &str) -> bool {
    let mut letters = rest.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(first), Some(second), None) => is_vowel(first) && !is_vowel(second) && second != 'у',
        (_, _, Some(_)) => rest.chars().any(is_vowel),
        _ => false,
    }
}

/// Whether a verb may be made of a noun like this one: `сайла`, `қолда`, `баста`.
fn is_denominal(rest: &str) -> bool {
    ["ла", "ле", "да", "де", "та", "те"].into_iter().any(|ending| {
        rest.strip_suffix(ending)
            .is_some_and(|noun| is_stem(noun) && agrees(noun, ending) && joins(noun, ending, Joint::Lateral))
    })
}

/// Whether a verb may end like this, in a consonant or two.
fn is_closed(rest: &str) -> bool {
    let mut letters = rest.chars().rev();
    let (Some(last), Some(before)) = (letters.next(), letters.next()) else { return false };
    // Verbs of two syllables and more that end so are few, nouns in -мет and -фат many.
    if is_vowel(before) {
        return !matches!(last, 'м' | 'х' | 'ф' | 'ж' | 'д' | 'в');
    }
    matches!((before, last), ('р' | 'й' | 'л' | 'н', 'т') | ('р' | 'л' | 'н', 'к') | ('р' | 'л', 'с' | 'п'))
}

/// Whether the vowels of an ending follow the last one of the stem, as far as folded letters tell.
fn agrees(rest: &str, form: &str) -> bool {
    // These have one form for all stems.
    if matches!(form, "мен" | "бен" | "пен" | "ники" | "дики" | "тики") {
        return true;
    }
    let front = form.chars().rev().find_map(|letter| match letter {
        'е' | 'и' => Some(true),
        'а' | 'ы' => Some(false),
        _ => None,
    });
    let (Some(front), Some((at, vowel))) = (front, rest.char_indices().rev().find(|(_, letter)| is_vowel(*letter)))
    else {
        return true;
    };
    match vowel {
        'ы' => !front,
        // Names in -ев are declined as they are spoken.
        'е' => front || rest[at..].starts_with("ев"),
        // In the first syllable they may be ә and ө.
        'а' | 'о' => !front || !rest[..at].contains(is_vowel),
        _ => true,
    }
}

/// Whether the first letter of an ending may stand after the last one of the stem.
fn joins(rest: &str, form: &str, joint: Joint) -> bool {
    let mut letters = rest.chars().rev().filter(|letter| *letter != 'ь');
    let (Some(last), Some(first)) = (letters.next(), form.chars().next()) else { return false };
    // As the last letter у is a glide: тауы, сайлауды.
    let vowel = is_vowel(last) && last != 'у';
    let voiceless = "пткксшщчцхфбвгд".contains(last);
    let glide = matches!(last, 'у' | 'й' | 'р');
    match joint {
        Joint::Any => true,
        Joint::AfterVowel => vowel,
        Joint::AfterConsonant => !vowel,
        Joint::AfterL => last == 'л',
        Joint::Third => match first {
            'с' => vowel,
            _ => !vowel,
        },
        Joint::Lateral | Joint::Nasal => match first {
            'т' | 'п' => voiceless,
            'л' => vowel || glide,
            'м' => vowel || glide || last == 'л',
            _ => !voiceless && !vowel && !glide,
        },
        Joint::With => match first {
            'п' => voiceless,
            'м' => !voiceless && !matches!(last, 'з' | 'ж'),
            _ => matches!(last, 'з' | 'ж'),
        },
        Joint::Source => match first {
            'т' => voiceless,
            'н' => vowel || matches!(last, 'м' | 'н'),
            _ => !voiceless && !vowel && !matches!(last, 'м' | 'н'),
        },
        Joint::Object => match first {
            'т' => voiceless,
            'н' => vowel,
            _ => !voiceless && !vowel,
        },
        Joint::Dental => match first {
            'т' => voiceless,
            'н' => matches!(last, 'м' | 'н'),
            _ => !voiceless,
        },
        Joint::Velar => match first {
            'к' => voiceless,
            _ => !voiceless,
        },
    }
}

/// Whether a letter is a vowel, or у, which is one where no vowel stands beside it.
fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'ы' | 'э' | 'ю' | 'я' | 'у')
}

/// The place of a letter in the alphabet.
fn place(letter: char) -> Option<usize> {
    ('а'..='я').contains(&letter).then(|| letter as usize - 'а' as usize)
}
