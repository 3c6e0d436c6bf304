//! What is known of the words of a language: data/lexicon/{ru,kk,en}.toml, read once.
//!
//! A list holds words in small letters with е for ё, separated by white space. `сказал` means this very word,
//! `говор*` every word that begins so. The exact word goes before a beginning, a longer beginning before a shorter one.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{figures, language, names, paragraphs, quotes, sentences, speakers, wholes};
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
    pub(super) wholes: wholes::Known,
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
    exact: FxHashMap<Box<str>, T>,
    beginnings: FxHashMap<Box<str>, T>,
    /// The lengths in bytes of the beginnings, longest first.
    lengths: Vec<usize>,
    starts: Starts,
}

/// How the words of a list start, in a bit each for their first bytes: nearly every word of a text is in none of the
/// lists, and is done with here.
#[derive(Debug, Clone, Default)]
struct Starts([u64; 16]);

impl Starts {
    const BYTES: usize = 4;

    fn add(&mut self, word: &str, is_beginning: bool) {
        if is_beginning && word.len() < Self::BYTES {
            // What follows may be anything.
            self.0 = [u64::MAX; 16];
        } else {
            let (place, bit) = Self::place(word);
            self.0[place] |= bit;
        }
    }

    fn may_hold(&self, word: &str) -> bool {
        let (place, bit) = Self::place(word);
        self.0[place] & bit != 0
    }

    fn place(word: &str) -> (usize, u64) {
        let start = word.bytes().take(Self::BYTES).fold(0u32, |start, byte| start << 8 | u32::from(byte));
        // Fibonacci hashing: the upper ten bits.
        let mixed = (start.wrapping_mul(0x9e37_79b9) >> 22) as usize;
        (mixed / 64, 1 << (mixed % 64))
    }
}

impl<T: Copy> List<T> {
    /// Reads lists, each with what its words mean; of a word in several lists the first holds.
    pub(super) fn of<'a>(lists: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut list = List {
            exact: FxHashMap::default(),
            beginnings: FxHashMap::default(),
            lengths: Vec::new(),
            starts: Starts::default(),
        };
        for (words, meaning) in lists {
            for word in words.split_whitespace() {
                list.starts.add(word.trim_end_matches('*'), word.ends_with('*'));
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

    /// Whether a word that begins as this one does may stand in it, however it ends.
    pub(super) fn may_begin(&self, norm: &str) -> bool {
        let first = norm.chars().next().map_or(0, char::len_utf8);
        self.starts.may_hold(norm) || first < Starts::BYTES && self.starts.may_hold(&norm[..first])
    }

    /// What a word means.
    pub(super) fn get(&self, norm: &str) -> Option<T> {
        if !self.starts.may_hold(norm) {
            return None;
        }
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
        // Short ones: every word that begins so, and this very word.
        for (lists, word, meaning) in [
            ("о*", "область", Some(1)),
            ("и", "и", Some(1)),
            ("и", "из", None),
            ("по*", "поле", Some(1)),
            ("a*", "at", Some(1)),
            ("", "", None),
        ] {
            assert_eq!(List::of([(lists, 1)]).get(word), meaning, "{lists} {word}");
        }
    }
}
