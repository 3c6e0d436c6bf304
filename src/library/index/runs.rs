//! By what a quote is known among those that are the same words.
//!
//! Each quote is known by a few of its runs of four words, chosen so that two quotes with seven words in a row in common have one
//! in common (winnowing, Schleimer et al., SIGMOD 2003). So what else carries a quote is looked up, not compared with every quote, and
//! a new article costs only its own quotes.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};
use tantivy::schema::IndexRecordOption;
use tantivy::{TantivyError, Term};

use super::{Thing, View};
use crate::article::{Article, Quote};
use crate::library::words::for_each_word;

/// How many words a run has, and of how many runs in a row one is kept.
const RUN: usize = 4;
const WINDOW: usize = 4;
/// A run that so many quotes have is a turn of phrase.
const COMMON: usize = 512;

/// The runs by which a quote is known.
pub(in crate::library) fn runs(article: &Article, quote: &Quote) -> Vec<u32> {
    let mut words: Vec<u64> = Vec::new();
    for part in &quote.parts {
        for_each_word(article.text(*part), |word, _| {
            let mut hasher = FxHasher::default();
            hasher.write(word.as_bytes());
            words.push(hasher.finish());
        });
    }
    let hash = |run: &[u64]| {
        let mut hasher = FxHasher::default();
        run.iter().for_each(|word| hasher.write_u64(*word));
        (hasher.finish() >> 32) as u32
    };
    let all: Vec<u32> = if words.len() < RUN { Vec::new() } else { words.windows(RUN).map(hash).collect() };
    let mut kept: Vec<u32> = if all.len() <= WINDOW {
        all.iter().min().copied().into_iter().collect()
    } else {
        all.windows(WINDOW).filter_map(|window| window.iter().min().copied()).collect()
    };
    kept.sort_unstable();
    kept.dedup();
    kept
}

impl View {
    /// The quotes that have some of these runs, and how many of them.
    pub(in crate::library) fn with_runs(&self, runs: &[u32]) -> Result<FxHashMap<Thing, u32>, TantivyError> {
        let mut common = FxHashMap::default();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.runs)?;
            let things = segment.fast_fields().u64("thing")?;
            for run in runs {
                let term = Term::from_field_u64(self.fields.runs, (*run).into());
                let Some(mut postings) = index.read_block_postings(&term, IndexRecordOption::Basic)? else { continue };
                let mut left = COMMON;
                while left > 0 && postings.block_len() > 0 {
                    for document in postings.docs().iter().take(left) {
                        if let Some(thing) = things.first(*document) {
                            *common.entry(Thing(thing)).or_default() += 1;
                        }
                    }
                    left = left.saturating_sub(postings.block_len());
                    postings.advance();
                }
            }
        }
        Ok(common)
    }
}
