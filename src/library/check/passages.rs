//! Where in the library the words of a claim may stand: an index of the words of all paragraphs, in memory.
//!
//! Nothing else knows how candidates are found: [`Candidates`] is all that the check asks, and another index may answer it.

use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::article::{Language, Span};
use crate::library::Editions;
use crate::library::stem::{is_stop_word, stem};
use crate::library::terms::fold;
use crate::library::words::for_each_word;

/// A paragraph of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Paragraph {
    /// The number of the article in the library.
    pub(super) article: u32,
    /// The language of the edition.
    pub(super) language: Language,
    /// Bytes of the edition's body.
    pub(super) start: u32,
    /// The byte after the last.
    pub(super) end: u32,
}

impl Paragraph {
    /// Its bytes in the body.
    pub(super) fn span(self) -> Span {
        Span { start: self.start as usize, end: self.end as usize }
    }
}

/// How much there was to be looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Searched {
    /// Articles, each counted once however many editions it has.
    pub articles: usize,
    /// Quotes of all editions.
    pub quotes: usize,
}

/// What a check asks of an index.
pub(super) trait Candidates {
    /// The paragraphs that are likely to hold a run of these words, which are cut by
    /// [`for_each_word`](crate::library::words::for_each_word), in this language: best first, each once. Those are among them that
    /// hold a run of any eight words in a row, so that all pieces of a claim put together of several quotes are found.
    fn likely(&self, words: &[&str], language: Language) -> Vec<Paragraph>;

    /// Whether the word, in lower case, stands in some article of this language.
    fn exists(&self, word: &str, language: Language) -> bool;
}

/// The words of all paragraphs: parts that never change, so that one library shares them with the next.
#[derive(Debug, Default, Clone)]
pub(in crate::library) struct Passages {
    /// The largest first; each has at least twice as many paragraphs as the next.
    parts: Vec<Arc<Part>>,
}

/// The words of some paragraphs.
#[derive(Debug, Default, Clone)]
struct Part {
    paragraphs: Vec<Paragraph>,
    /// By [`Language`], as all arrays here: what the words are known by, and the paragraphs that have them, ascending.
    stems: [FxHashMap<u64, Vec<u32>>; 3],
    /// The hashes of the words themselves.
    words: [FxHashSet<u64>; 3],
}

/// How many paragraphs are likely enough for a whole claim.
const FOR_ALL: usize = 40;
/// How many words a piece of a claim has, and how far it is to the next piece.
const PIECE: usize = 8;
const STEP: usize = 4;
/// How many paragraphs are likely enough for a piece.
const FOR_PIECE: usize = 6;
/// How many entries of the index are read for one question; those of rare words first.
const MOST_READ: usize = 20_000;
const MOST_READ_FOR_PIECE: usize = 4_000;

impl Passages {
    /// Adds articles in all their editions under their numbers. One that is gone stays: its number leads nowhere.
    pub(in crate::library) fn add<'a>(&mut self, articles: impl Iterator<Item = (u32, &'a Editions)>) {
        let mut part = Part::default();
        let mut known = Default::default();
        articles.for_each(|(number, editions)| part.add(number, editions, &mut known));
        // Each paragraph is moved a few times only, however the library grows.
        while self.parts.last().is_some_and(|last| last.paragraphs.len() < 2 * part.paragraphs.len()) {
            let mut larger = self.parts.pop().map(Arc::unwrap_or_clone).unwrap_or_default();
            larger.append(part);
            part = larger;
        }
        self.parts.push(Arc::new(part));
    }

    /// The best paragraphs for some words: the numbers of their parts, and their places there.
    fn best(&self, words: &[Asked<'_>], most: usize, entries: usize, best: &mut Vec<(usize, u32)>) {
        let mut asked: Vec<&Asked<'_>> = Vec::new();
        for word in words {
            if word.count > 0 && asked.iter().all(|known| known.key != word.key) {
                asked.push(word);
            }
        }
        asked.sort_by_key(|word| (word.small, word.count));
        let telling = asked.iter().filter(|word| !word.small).count();
        let all: usize = self.parts.iter().map(|part| part.paragraphs.len()).sum();
        let mut scores: FxHashMap<(usize, u32), f32> = FxHashMap::default();
        let mut read = 0;
        for (nth, word) in asked.iter().enumerate() {
            // Words that stand everywhere tell something only where there are no others.
            if nth > 0 && (read + word.count > entries || word.small && telling >= 3) {
                break;
            }
            read += word.count;
            let weight = (1.0 + all as f32 / word.count as f32).ln();
            for (part, places) in &word.places {
                for place in places.iter().take(entries) {
                    *scores.entry((*part, *place)).or_default() += weight;
                }
            }
        }
        let mut scores: Vec<((usize, u32), f32)> = scores.into_iter().collect();
        let order = |one: &((usize, u32), f32), other: &((usize, u32), f32)| {
            other.1.total_cmp(&one.1).then(one.0.cmp(&other.0))
        };
        if scores.len() > most {
            scores.select_nth_unstable_by(most, order);
            scores.truncate(most);
        }
        scores.sort_unstable_by(order);
        best.extend(scores.into_iter().map(|(place, _)| place));
    }

    /// Looks a word up.
    fn ask(&self, word: &str, language: Language) -> Asked<'_> {
        let key = key(word, language);
        let places: Vec<(usize, &[u32])> = self
            .parts
            .iter()
            .enumerate()
            .filter_map(|(nth, part)| Some((nth, part.stems[language as usize].get(&key)?.as_slice())))
            .collect();
        let count = places.iter().map(|(_, places)| places.len()).sum();
        Asked { key, places, count, small: is_stop_word(&fold(word), language) }
    }
}

/// A word of a claim and where it stands.
struct Asked<'a> {
    key: u64,
    /// The paragraphs of each part.
    places: Vec<(usize, &'a [u32])>,
    count: usize,
    /// Whether it stands in any text.
    small: bool,
}

/// Words and what they are known by, so that each is stemmed once; by [`Language`].
type Known = [FxHashMap<Box<str>, u64>; 3];

impl Part {
    fn add(&mut self, number: u32, editions: &Editions, known: &mut Known) {
        for edition in editions.all() {
            let language = edition.language;
            for span in edition.paragraphs() {
                let nth = u32::try_from(self.paragraphs.len()).expect("paragraphs are counted in millions");
                let bytes = |at: usize| u32::try_from(at).expect("a body has at most 1 MiB");
                let (start, end) = (bytes(span.start), bytes(span.end));
                self.paragraphs.push(Paragraph { article: number, language, start, end });
                let stems = &mut self.stems[language as usize];
                let words = &mut self.words[language as usize];
                let known = &mut known[language as usize];
                for_each_word(edition.text(span), |word, _| {
                    let key = known.get(word).copied().unwrap_or_else(|| {
                        words.insert(hash(word));
                        let key = key(word, language);
                        known.insert(word.into(), key);
                        key
                    });
                    let places = stems.entry(key).or_default();
                    if places.last() != Some(&nth) {
                        places.push(nth);
                    }
                });
            }
        }
    }

    /// Adds the paragraphs of another part behind its own.
    fn append(&mut self, other: Self) {
        let first = u32::try_from(self.paragraphs.len()).expect("paragraphs are counted in millions");
        self.paragraphs.extend(other.paragraphs);
        for (own, stems) in self.stems.iter_mut().zip(other.stems) {
            for (key, places) in stems {
                own.entry(key).or_default().extend(places.iter().map(|place| first + place));
            }
        }
        for (own, words) in self.words.iter_mut().zip(other.words) {
            own.extend(words);
        }
    }
}

impl Candidates for Passages {
    fn likely(&self, words: &[&str], language: Language) -> Vec<Paragraph> {
        let asked: Vec<Asked<'_>> = words.iter().map(|word| self.ask(word, language)).collect();
        let mut best = Vec::new();
        self.best(&asked, FOR_ALL, MOST_READ, &mut best);
        if words.len() > PIECE {
            for from in (0..words.len()).step_by(STEP) {
                self.best(&asked[from..words.len().min(from + PIECE)], FOR_PIECE, MOST_READ_FOR_PIECE, &mut best);
            }
        }
        let mut known = FxHashSet::default();
        best.retain(|place| known.insert(*place));
        best.into_iter().map(|(part, place)| self.parts[part].paragraphs[place as usize]).collect()
    }

    fn exists(&self, word: &str, language: Language) -> bool {
        let hash = hash(word);
        self.parts.iter().any(|part| part.words[language as usize].contains(&hash))
    }
}

/// What the forms of a word are known by, with and without Kazakh letters.
fn key(word: &str, language: Language) -> u64 {
    hash(&*stem(&fold(word), language))
}

/// What a word is known by: two words of a library have the same once in many libraries, and then a paragraph too many is looked at.
fn hash<T: Hash + ?Sized>(word: &T) -> u64 {
    FxBuildHasher.hash_one(word)
}
