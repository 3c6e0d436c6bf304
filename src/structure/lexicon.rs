//! What is known of the words of a language: data/lexicon/{ru,kk,en}.toml, read once.
//!
//! A list holds words in small letters with е for ё, separated by white space. `сказал` means this very word,
//! `говор*` every word that begins so. The exact word goes before a beginning, a longer beginning before a shorter one.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{figures, language, names, paragraphs, quotes, sentences, speakers};
use crate::article::Language;

/// What is known of one language: a part for each module that needs one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lexicon {
    pub(super) language: language::Known,
    pub(super) paragraphs: paragraphs::Known,
    pub(super) sentences: sentences::Known,
    pub(super) figures: figures::Known,
    pub(super) quotes: quotes::Known,
    pub(super) speakers: speakers::Known,
    pub(super) names: names::Known,
}

impl Lexicon {
    /// The lexicon of a language.
    ///
    /// # Panics
    /// If the embedded file is broken; a test reads all three.
    pub(super) fn of(language: Language) -> &'static Self {
        static RU: LazyLock<Lexicon> = LazyLock::new(|| read(include_str!("../../data/lexicon/ru.toml")));
        static KK: LazyLock<Lexicon> = LazyLock::new(|| read(include_str!("../../data/lexicon/kk.toml")));
        static EN: LazyLock<Lexicon> = LazyLock::new(|| read(include_str!("../../data/lexicon/en.toml")));
        match language {
            Language::Ru => &RU,
            Language::Kk => &KK,
            Language::En => &EN,
        }
    }
}

fn read(file: &str) -> Lexicon {
    toml::from_str(file).unwrap_or_else(|error| panic!("data/lexicon: {error}"))
}

/// Words and beginnings of words, and what each means.
#[derive(Debug, Clone)]
pub(super) struct List<T> {
    exact: HashMap<Box<str>, T>,
    beginnings: HashMap<Box<str>, T>,
    /// The lengths in bytes of the beginnings, longest first.
    lengths: Vec<usize>,
}

impl<T: Copy> List<T> {
    /// Reads lists, each with what its words mean; of a word in several lists the first holds.
    pub(super) fn of<'a>(lists: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut list = List { exact: HashMap::new(), beginnings: HashMap::new(), lengths: Vec::new() };
        for (words, meaning) in lists {
            for word in words.split_whitespace() {
                match word.strip_suffix('*') {
                    Some(beginning) => {
                        list.beginnings.entry(beginning.into()).or_insert(meaning);
                        list.lengths.push(beginning.len());
                    }
                    None => drop(list.exact.entry(word.into()).or_insert(meaning)),
                }
            }
        }
        list.lengths.sort_unstable_by(|a, b| b.cmp(a));
        list.lengths.dedup();
        list
    }

    /// What a word means.
    pub(super) fn get(&self, norm: &str) -> Option<T> {
        if let Some(meaning) = self.exact.get(norm) {
            return Some(*meaning);
        }
        let beginnings = self.lengths.iter().filter_map(|length| norm.get(..*length));
        beginnings.filter_map(|beginning| self.beginnings.get(beginning)).next().copied()
    }
}

/// A list of which only matters whether a word stands in it, as a lexicon file writes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "String")]
pub(super) struct WordList(List<()>);

impl From<String> for WordList {
    fn from(words: String) -> Self {
        WordList(List::of([(words.as_str(), ())]))
    }
}

impl WordList {
    /// Whether it holds a word.
    pub(super) fn holds(&self, norm: &str) -> bool {
        self.0.get(norm).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_can_be_read() {
        for language in Language::ALL {
            Lexicon::of(language);
        }
    }

    #[test]
    fn the_narrowest_entry_holds() {
        let list = List::of([("сказал говор*", 1), ("говорл* сказал", 2)]);
        for (word, meaning) in
            [("сказал", Some(1)), ("сказала", None), ("говорит", Some(1)), ("говорливый", Some(2)), ("гово", None)]
        {
            assert_eq!(list.get(word), meaning, "{word}");
        }
    }
}
