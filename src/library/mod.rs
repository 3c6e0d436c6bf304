//! The published articles in memory, ready to be read and searched. A library never changes: a [`Librarian`] makes the next
//! one, which replaces it whole, and readers of the old one are not disturbed.
//!
//! `catalogue` knows which articles there are, `index` what has which words.
//!
//! [`query`] takes apart what somebody types, `terms` says how the index knows a word, `index` finds what has the words,
//! `correct` what was probably meant by words that stand nowhere; `find` puts them together. `check` says whether something was
//! said like that.

mod catalogue;
mod check;
mod correct;
mod current;
mod editions;
mod find;
mod grouped;
mod index;
mod kazakh;
mod librarian;
mod likeness;
mod query;
mod stem;
mod terms;
mod words;

use std::ops::Range;
use std::sync::Arc;

use crate::article::{Article, ArticleId, Figure, Language, Quote};
use catalogue::Catalogue;
use find::Asked;
use index::View;

pub use check::{
    Change, Checked, Claim, Claimed, DiffOp, MOST_WORDS, Match, Note, Op, Searched, Speaker, Verdict, Version, claims,
};
pub use current::Current;
pub use editions::Editions;
pub use librarian::{IndexError, Librarian};
pub use likeness::{LIKE, likeness, same_figure, same_quote, words as words_of};
pub use terms::known_by;

/// All published articles.
#[derive(Debug, Clone)]
pub struct Library {
    catalogue: Arc<Catalogue>,
    index: View,
}

impl Library {
    /// A library of these editions, in any order, with its index in memory. The first of two editions with one id and
    /// language wins; the loader reports such pairs as mistakes before.
    pub fn new(articles: Vec<Article>) -> Self {
        let in_memory = "an index in memory neither fills a disk nor is locked";
        let mut librarian = Librarian::new(None).expect(in_memory);
        librarian.publish(articles).expect(in_memory)
    }

    /// The articles, newest first, those without a date last; equally new ones by id.
    pub fn newest_first(&self) -> &[Arc<Editions>] {
        self.catalogue.newest_first()
    }

    /// The article with this id.
    pub fn get(&self, id: &ArticleId) -> Option<&Editions> {
        self.catalogue.get(id).map(Arc::as_ref)
    }

    /// The article with this number in the index.
    fn numbered(&self, number: u32) -> Option<&Editions> {
        self.catalogue.numbered(number).map(Arc::as_ref)
    }

    /// What fits the words, best first; among what fits equally well what is in `language` comes before what is in another,
    /// quotes and figures before whole articles, newer before older. An item of two editions of one article comes once,
    /// in `language` where there is such an edition; a quote that several articles carry comes once and names them. At most 500 hits.
    ///
    /// What fits has at least half of the words, rare words counting more; a word that stands nowhere is replaced by what was
    /// probably meant, or not looked at; the last one may be the beginning of a word.
    pub fn find(&self, words: &str, language: Language) -> Results<'_> {
        self.search(words, language).unwrap_or_else(|error| {
            // Only the file of an index can fail to be read.
            log::error!("The index cannot be read: {error}");
            Results::default()
        })
    }
}

impl Default for Library {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

/// What a search found.
#[derive(Debug, Default)]
pub struct Results<'a> {
    /// What fits, best first.
    pub hits: Vec<Hit<'a>>,
    /// What was looked for instead of what was typed, if nothing has some of its words.
    pub instead: Option<Instead>,
    asked: Asked,
}

impl Results<'_> {
    /// Where the words that were looked for stand in a text of this language: in order, not overlapping.
    pub fn places(&self, text: &str, language: Language) -> Vec<Range<usize>> {
        self.asked.places(text, language)
    }
}

/// What was looked for instead of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instead {
    /// What was typed with other words in the place of those that stand nowhere.
    pub words: String,
}

/// Something that fits the words of a question.
#[derive(Debug, Clone)]
pub struct Hit<'a> {
    /// The edition in which it stands.
    pub article: &'a Article,
    /// What in it.
    pub item: Item<'a>,
    /// How well it fits: above 0, comparable within one search only.
    pub score: f32,
    /// The other articles that carry the same quote and fit as well: the newest of the best first.
    pub also: Vec<(&'a Article, &'a Quote)>,
}

/// A thing that can be found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Item<'a> {
    /// The article as a whole.
    Article,
    /// One of its quotes.
    Quote(&'a Quote),
    /// One of its figures.
    Figure(&'a Figure),
}

#[cfg(test)]
mod tests;
