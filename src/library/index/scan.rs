//! Goes through the things that have the words of a question, and keeps the best.
//!
//! The things of a segment are looked at in windows that fit the processor's cache: each list of things that have a word
//! adds to the cells of the window, then the cells are read once. So the time grows with the lists alone, however many
//! words there are.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{SegmentReader, TantivyError, Term};

use super::View;
use super::document::{Thing, Zone};

/// The things of a window.
const WINDOW: u32 = 4096;

/// Scores that differ by less than a step are equal: then what is shown first is decided by something else.
const STEPS: f32 = 1024.0;

/// A word of a question.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::library) struct Ask {
    /// What it may be known by; a thing has it that has one of them.
    pub(in crate::library) terms: Vec<String>,
    /// How much it counts; 0 for one that nothing may have.
    pub(in crate::library) weight: f32,
    /// What it is for.
    pub(in crate::library) need: Need,
}

/// What a word of a question is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::library) enum Need {
    /// It adds to what fits.
    Wanted,
    /// Nothing fits without it.
    Required,
    /// As [`Need::Required`], in the name of who said it.
    Speaker,
    /// Nothing fits that has it.
    Without,
}

/// A thing that fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::library) struct Fit<R> {
    /// How well: above 0; 1 for one that has all words among its own.
    pub(in crate::library) score: f32,
    /// What decides between equal scores.
    pub(in crate::library) rank: R,
    pub(in crate::library) thing: Thing,
}

/// What is known of one thing of the window.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// The weight of the words that it has.
    matched: f32,
    /// The same, by the places where they stand.
    weighted: f32,
    /// The number of the word that it had last, from 1, and how often.
    last: u16,
    times: u8,
    /// How many of the words without which nothing fits it has.
    required: u8,
    without: bool,
}

/// A list of things that have a term.
struct List {
    postings: BlockSegmentPostings,
    /// The next one in the block.
    next: usize,
    /// The number of the word, from 1.
    ask: u16,
    /// How often, where the list does not say.
    times: Option<u8>,
}

impl View {
    /// The best things that have at least this share of the words' weight, the best first, at most so many.
    /// `rank` decides between equal scores, the greater first; a thing for which it gives none does not fit.
    pub(in crate::library) fn scan<R: Ord + Copy>(
        &self,
        asks: &[Ask],
        enough: f32,
        most: usize,
        mut rank: impl FnMut(Thing) -> Option<R>,
    ) -> Result<Vec<Fit<R>>, TantivyError> {
        let sum: f32 = asks.iter().map(|ask| ask.weight).sum();
        let required = asks.iter().filter(|ask| matches!(ask.need, Need::Required | Need::Speaker)).count();
        let mut best = Best { heap: BinaryHeap::with_capacity(most), most };
        for segment in self.searcher.segment_readers() {
            let things = segment.fast_fields().u64("thing")?;
            let lists = self.lists(segment, asks)?;
            for_each_cell(lists, asks, |document, cell| {
                let fits = cell.matched > 0.0 && cell.matched >= enough * sum;
                if !fits || cell.without || usize::from(cell.required) < required || segment.is_deleted(document) {
                    return;
                }
                // What is added up in another order is as good.
                let score = (cell.weighted / sum * STEPS).round() / STEPS;
                if best.may_take(score)
                    && let Some(thing) = things.first(document).map(Thing)
                    && let Some(rank) = rank(thing)
                {
                    best.take(Fit { score, rank, thing });
                }
            });
        }
        Ok(best.sorted())
    }

    /// The lists of all terms in a segment.
    fn lists(&self, segment: &SegmentReader, asks: &[Ask]) -> Result<Vec<List>, TantivyError> {
        let mut lists = Vec::new();
        let words = segment.inverted_index(self.fields.words)?;
        let speakers = segment.inverted_index(self.fields.speakers)?;
        for (ask, number) in asks.iter().zip(1..) {
            let (index, field, times): (_, Field, _) = match ask.need {
                Need::Speaker => (&speakers, self.fields.speakers, Some(Zone::Own as u8)),
                Need::Wanted | Need::Required | Need::Without => (&words, self.fields.words, None),
            };
            for term in &ask.terms {
                let term = Term::from_field_text(field, term);
                if let Some(postings) = index.read_block_postings(&term, IndexRecordOption::WithFreqs)? {
                    lists.push(List { postings, next: 0, ask: number, times });
                }
            }
        }
        Ok(lists)
    }
}

/// Gives what is known of each document that is in one of the lists, in order. The lists stand in the order of the words.
fn for_each_cell(mut lists: Vec<List>, asks: &[Ask], mut each: impl FnMut(u32, &Cell)) {
    let mut cells = vec![Cell::default(); WINDOW as usize];
    while let Some(start) = lists.iter().filter_map(List::document).min() {
        let start = start - start % WINDOW;
        for list in &mut lists {
            list.fill(start, &mut cells, &asks[usize::from(list.ask) - 1]);
        }
        lists.retain(|list| list.document().is_some());
        for (document, cell) in (start..).zip(&mut cells) {
            if cell.last > 0 {
                each(document, cell);
                *cell = Cell::default();
            }
        }
    }
}

impl List {
    /// The next document.
    fn document(&self) -> Option<u32> {
        self.postings.docs().get(self.next).copied()
    }

    /// Adds all documents of a window to its cells.
    fn fill(&mut self, start: u32, cells: &mut [Cell], ask: &Ask) {
        loop {
            let documents = &self.postings.docs()[self.next..];
            if documents.is_empty() {
                return;
            }
            let count = documents.partition_point(|document| document - start < WINDOW);
            let times = &self.postings.freqs();
            for (place, document) in documents[..count].iter().enumerate() {
                let times = self.times.unwrap_or_else(|| times.get(self.next + place).map_or(1, |times| *times as u8));
                cells[(document - start) as usize].add(self.ask, ask, times);
            }
            self.next += count;
            if self.next < self.postings.block_len() {
                return;
            }
            self.postings.advance();
            self.next = 0;
        }
    }
}

impl Cell {
    fn add(&mut self, number: u16, ask: &Ask, times: u8) {
        if self.last != number {
            self.last = number;
            self.times = 0;
            match ask.need {
                Need::Wanted => {}
                Need::Required | Need::Speaker => self.required += 1,
                Need::Without => self.without = true,
            }
            self.matched += ask.weight;
        }
        // Two forms of a word in one thing count as the one that says more.
        if times > self.times {
            self.weighted += ask.weight * (Zone::weight(times) - Zone::weight(self.times));
            self.times = times;
        }
    }
}

/// The best things so far.
struct Best<R> {
    heap: BinaryHeap<Reverse<Ranked<R>>>,
    most: usize,
}

/// In the order in which things are shown, the best greatest. Scores are positive, and so their bits are in their order.
type Ranked<R> = (u32, R, Reverse<Thing>);

impl<R: Ord + Copy> Best<R> {
    fn may_take(&self, score: f32) -> bool {
        self.heap.len() < self.most || self.heap.peek().is_some_and(|Reverse((least, ..))| score.to_bits() >= *least)
    }

    fn take(&mut self, fit: Fit<R>) {
        let ranked = (fit.score.to_bits(), fit.rank, Reverse(fit.thing));
        if self.heap.len() < self.most {
            self.heap.push(Reverse(ranked));
        } else if let Some(mut least) = self.heap.peek_mut()
            && ranked > least.0
        {
            *least = Reverse(ranked);
        }
    }

    fn sorted(self) -> Vec<Fit<R>> {
        let fit = |Reverse((score, rank, Reverse(thing)))| Fit { score: f32::from_bits(score), rank, thing };
        self.heap.into_sorted_vec().into_iter().map(fit).collect()
    }
}
