//! Kazakh stems: endings of number, possession and case are taken off one by one, from the end.
//!
//! Plain on purpose: it does not check that vowels agree, and it may take too much, but it takes the same from all forms.
//! Words and endings are in the letters that [`fold`] leaves.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::terms::fold;
use crate::kazakh;

/// Endings, longest first.
const ENDINGS: [&[&str]; 12] = [
    // The place where something is: ауылдағы.
    &["ндағы", "ндегі", "дағы", "дегі", "тағы", "тегі"],
    // Our, your: еліміз.
    &["ымыз", "іміз", "ыңыз", "іңіз", "мыз", "міз", "ңыз", "ңіз"],
    kazakh::GENITIVE,
    kazakh::ABLATIVE,
    kazakh::PLURAL,
    kazakh::QUALITY,
    kazakh::INSTRUMENTAL,
    kazakh::OWNED_LOCATIVE,
    kazakh::LOCATIVE,
    kazakh::DATIVE,
    kazakh::ACCUSATIVE,
    // Possessives, and the accusative after one.
    &["сы", "сі", "ын", "ін", "ың", "ің", "ы", "і"],
];

/// A word has no more endings than this.
const MOST_ENDINGS: usize = 5;

/// The stem of a word in lower case and folded.
pub(super) fn stem(word: &str) -> Cow<'_, str> {
    static FOLDED: LazyLock<Vec<String>> =
        LazyLock::new(|| ENDINGS.iter().copied().flatten().map(|ending| fold(ending).into_owned()).collect());
    let mut stem = word;
    for _ in 0..MOST_ENDINGS {
        let Some(shorter) = FOLDED.iter().find_map(|ending| without(stem, ending)) else { break };
        stem = shorter;
    }
    // The last consonant is voiced before a vowel: бөлік, бөлігі.
    for (voiced, voiceless) in [('г', "к"), ('б', "п")] {
        if let Some(start) = stem.strip_suffix(voiced) {
            return Cow::Owned(format!("{start}{voiceless}"));
        }
    }
    Cow::Borrowed(stem)
}

/// The word without this ending, if enough is left: two letters before a long ending, three before a short one.
fn without<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let left = word.strip_suffix(ending)?;
    let needed = if ending.chars().count() >= 3 { 2 } else { 3 };
    (left.chars().count() >= needed).then_some(left)
}
