//! Where in the library the words of a claim may stand.
//!
//! Nothing else knows how candidates are found: [`Candidates`] is all that the check asks, and another index may answer it.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};
use tantivy::TantivyError;

use crate::article::Language;
use crate::library::index::{Having, Paragraph, Passages, View};
use crate::library::stem::{is_stop_word, stem};
use crate::library::terms::fold;

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

impl Candidates for View {
    fn likely(&self, words: &[&str], language: Language) -> Vec<Paragraph> {
        likely(self, words, language).unwrap_or_else(|error| {
            log::error!("The index cannot be read: {error}");
            Vec::new()
        })
    }

    fn exists(&self, word: &str, language: Language) -> bool {
        self.spells(word, language).unwrap_or_else(|error| {
            log::error!("The index cannot be read: {error}");
            false
        })
    }
}

/// See [`Candidates::likely`].
fn likely(view: &View, words: &[&str], language: Language) -> Result<Vec<Paragraph>, TantivyError> {
    let passages = view.passages(language)?;
    // The words of the claim once each, and the place of each word among them.
    let mut asked: Vec<Asked> = Vec::new();
    let mut places: Vec<usize> = Vec::with_capacity(words.len());
    for word in words {
        let folded = fold(word);
        let stem = stem(&folded, language);
        let known = asked.iter().position(|asked| asked.stem == *stem);
        if known.is_none() {
            let having = passages.having(&stem)?;
            let (count, small) = (having.count(), is_stop_word(&folded, language));
            asked.push(Asked { stem: stem.into_owned(), having, count, small, read: OnceCell::new() });
        }
        places.push(known.unwrap_or(asked.len() - 1));
    }
    let mut best = Best { passages: &passages, asked: &asked, paragraphs: Vec::new() };
    best.add(&places, FOR_ALL, MOST_READ)?;
    if words.len() > PIECE {
        for from in (0..words.len()).step_by(STEP) {
            best.add(&places[from..words.len().min(from + PIECE)], FOR_PIECE, MOST_READ_FOR_PIECE)?;
        }
    }
    let mut known = FxHashSet::default();
    best.paragraphs.retain(|paragraph| known.insert(*paragraph));
    Ok(best.paragraphs)
}

/// A word of a claim and where it stands.
struct Asked {
    stem: String,
    having: Having,
    count: usize,
    /// Whether it stands in any text.
    small: bool,
    /// The paragraphs that have it, once they are read.
    read: OnceCell<Vec<u32>>,
}

/// The best paragraphs so far.
struct Best<'a> {
    passages: &'a Passages<'a>,
    asked: &'a [Asked],
    paragraphs: Vec<Paragraph>,
}

impl Best<'_> {
    /// Adds the best paragraphs for some words, which are given by their places, at most so many.
    fn add(&mut self, places: &[usize], most: usize, entries: usize) -> Result<(), TantivyError> {
        let mut words: Vec<usize> = Vec::new();
        for place in places {
            if self.asked[*place].count > 0 && !words.contains(place) {
                words.push(*place);
            }
        }
        let mut words: Vec<&Asked> = words.into_iter().map(|place| &self.asked[place]).collect();
        words.sort_by_key(|word| (word.small, word.count));
        let telling = words.iter().filter(|word| !word.small).count();
        let mut scores: FxHashMap<u32, f32> = FxHashMap::default();
        let mut read = 0;
        for (nth, word) in words.iter().enumerate() {
            // Words that stand everywhere tell something only where there are no others.
            if nth > 0 && (read + word.count > entries || word.small && telling >= 3) {
                break;
            }
            read += word.count;
            let weight = (1.0 + self.passages.len() as f32 / word.count as f32).ln();
            for number in self.read(word)?.iter().take(entries) {
                *scores.entry(*number).or_default() += weight;
            }
        }
        let mut scores: Vec<(u32, f32)> = scores.into_iter().collect();
        if scores.len() > most {
            let (_, (_, least), _) = scores.select_nth_unstable_by(most - 1, |one, other| other.1.total_cmp(&one.1));
            let least = *least;
            scores.retain(|(_, score)| *score >= least);
        }
        // Numbers say nothing: what fits equally well comes in the order of the articles.
        let known = scores.into_iter().filter_map(|(number, score)| Some((self.passages.paragraph(number)?, score)));
        let mut known: Vec<(Paragraph, f32)> = known.collect();
        known.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        self.paragraphs.extend(known.into_iter().take(most).map(|(paragraph, _)| paragraph));
        Ok(())
    }

    /// The paragraphs that have a word: all, or as many as one question reads.
    fn read<'w>(&self, word: &'w Asked) -> Result<&'w [u32], TantivyError> {
        if let Some(read) = word.read.get() {
            return Ok(read);
        }
        let read = self.passages.read(&word.having, MOST_READ)?;
        Ok(word.read.get_or_init(|| read))
    }
}
