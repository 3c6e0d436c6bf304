//! Which percentages are parts of a whole: `80 % акимов` are, a growth by 80 % or a rate of 15 % is not.

use std::sync::LazyLock;

use serde::Deserialize;

use super::lexicon::{Lexicon, List};
use super::tokens;
use crate::article::Language;

/// The words that say that a percentage is no part.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    /// A change, a comparison, a rate, a price.
    no_part: String,
}

/// Whether nothing in the words around a percentage says that it is something else than a part of a whole.
///
/// # Panics
/// If the text has more than 64 MiB.
#[must_use]
pub fn may_be_part(words: &str, language: Language) -> bool {
    static LISTS: LazyLock<[List<()>; 3]> =
        LazyLock::new(|| Language::ALL.map(|language| List::of([(Lexicon::of(language).wholes.no_part.as_str(), ())])));
    let place = Language::ALL.into_iter().position(|known| known == language).unwrap_or_default();
    let list = &LISTS[place];
    assert!(words.len() <= tokens::MAX_BYTES, "the text has {} bytes", words.len());
    let (_, words) = tokens::tokens(words);
    words.norms().all(|word| list.get(word).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language::{En, Kk, Ru};

    #[test]
    fn a_change_or_a_rate_is_no_part_of_a_whole() {
        let cases = [
            (Ru, "80 % акимов избраны впервые", true),
            (Ru, "Треть из них моложе сорока лет", true),
            (Ru, "Экспорт вырос на 12 %", false),
            (Ru, "под 12 % годовых", false),
            (Ru, "цены на 5 % выше прошлогодних", false),
            (Ru, "годовая инфляция — 11 %", false),
            (Kk, "әкімдердің 80 пайызы алғаш рет сайланды", true),
            (Kk, "өндіріс 5 пайызға өсті", false),
            (Kk, "базалық мөлшерлеме 16 пайыз", false),
            (En, "80% of the akims were elected for the first time", true),
            (En, "exports grew by 12%", false),
            (En, "at an annual interest rate of 12%", false),
        ];
        for (language, words, expected) in cases {
            assert_eq!(may_be_part(words, language), expected, "{words}");
        }
    }
}
