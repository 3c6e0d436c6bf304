//! Which paragraphs have a word.

use std::sync::Arc;

use tantivy::columnar::Column;
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;
use tantivy::{InvertedIndexReader, TantivyError, Term};

use super::View;
use super::document::Thing;
use crate::article::Language;

/// A paragraph of an article, as the index knows it: the number of the article, the edition, and where in the body it begins;
/// packed in that order like a [`Thing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::library) struct Paragraph(pub(super) u64);

impl Paragraph {
    /// The paragraph that begins at a byte of a body; a body has at most 1 MiB.
    pub(super) fn new(article: u32, language: Language, start: usize) -> Self {
        Self(
            u64::from(article) << 32
                | (language as u64) << Thing::LANGUAGE
                | start as u64 & ((1 << Thing::LANGUAGE) - 1),
        )
    }

    /// The number of the article.
    pub(in crate::library) fn article(self) -> u32 {
        Thing(self.0).article()
    }

    /// The language of the edition.
    pub(in crate::library) fn language(self) -> Language {
        Thing(self.0).language()
    }

    /// Where in the body it begins, in bytes.
    pub(in crate::library) fn start(self) -> usize {
        (self.0 & ((1 << Thing::LANGUAGE) - 1)) as usize
    }
}

/// The paragraphs of one language, by their words. A paragraph is known by a number that says nothing by itself.
pub(in crate::library) struct Passages<'a> {
    view: &'a View,
    language: Language,
    segments: Vec<Segment>,
}

struct Segment {
    index: Arc<InvertedIndexReader>,
    things: Column<u64>,
    /// The number of its first document.
    first: u32,
}

/// The paragraphs that have a word, not yet read.
pub(in crate::library) struct Having {
    /// By segment.
    lists: Vec<(usize, TermInfo)>,
}

impl View {
    /// The paragraphs of a language.
    pub(in crate::library) fn passages(&self, language: Language) -> Result<Passages<'_>, TantivyError> {
        let mut segments = Vec::new();
        let mut first = 0;
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.passages)?;
            segments.push(Segment { index, things: segment.fast_fields().u64("thing")?, first });
            first += segment.max_doc();
        }
        Ok(Passages { view: self, language, segments })
    }

    /// Whether a word, in lower case, stands like that in an article of a language.
    pub(in crate::library) fn spells(&self, word: &str, language: Language) -> Result<bool, TantivyError> {
        let term = Term::from_field_text(self.fields.spelled, &format!("{}{word}", language.code()));
        Ok(self.searcher.doc_freq(&term)? > 0)
    }
}

impl Passages<'_> {
    /// How many paragraphs there are in all languages.
    pub(in crate::library) fn len(&self) -> u64 {
        self.view.paragraphs
    }

    /// The paragraphs that have a word of this stem.
    pub(in crate::library) fn having(&self, stem: &str) -> Result<Having, TantivyError> {
        let term = Term::from_field_text(self.view.fields.passages, &format!("{}{stem}", self.language.code()));
        let mut lists = Vec::new();
        for (nth, segment) in self.segments.iter().enumerate() {
            lists.extend(segment.index.get_term_info(&term)?.map(|info| (nth, info)));
        }
        Ok(Having { lists })
    }

    /// The numbers of those paragraphs, at most so many.
    pub(in crate::library) fn read(&self, having: &Having, most: usize) -> Result<Vec<u32>, TantivyError> {
        let mut numbers = Vec::with_capacity(most.min(having.count()));
        for (segment, info) in &having.lists {
            let Segment { index, first, .. } = &self.segments[*segment];
            let mut postings = index.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
            while numbers.len() < most && postings.block_len() > 0 {
                let left = most - numbers.len();
                numbers.extend(postings.docs().iter().take(left).map(|document| first + document));
                postings.advance();
            }
        }
        Ok(numbers)
    }

    /// The paragraph with a number that [`Self::read`] gave.
    pub(in crate::library) fn paragraph(&self, number: u32) -> Option<Paragraph> {
        let segment =
            &self.segments[self.segments.partition_point(|segment| segment.first <= number).checked_sub(1)?];
        segment.things.first(number - segment.first).map(Paragraph)
    }
}

impl Having {
    /// How many there are, some of articles that are gone.
    pub(in crate::library) fn count(&self) -> usize {
        self.lists.iter().map(|(_, info)| info.doc_freq as usize).sum()
    }
}
