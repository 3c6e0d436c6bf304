//! The index: which quotes, figures and articles have a word, kept by tantivy in memory or in a folder.
//!
//! [`Shelf`] writes it, [`View`] is one state of it that readers keep while the shelf goes on changing. `document` says
//! what is kept of a thing, `scan` goes through the things that have the words of a question. For the check it knows as well
//! which paragraphs have a word (`passages`) and which quotes have words in common (`runs`).

mod document;
mod passages;
mod runs;
mod scan;

use std::path::Path;

use rustc_hash::FxHashMap;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Searcher, TantivyError, Term};

use super::editions::{Editions, Place};
use document::Writer;

pub(super) use document::{Thing, date_terms, for_each_text};
pub(super) use passages::{Having, Paragraph, Passages};
pub(super) use runs::runs;
pub(super) use scan::{Ask, Fit, Need};

/// What a writer keeps in memory before it writes a segment, in bytes: tantivy's least for a small library, and enough for
/// segments of a hundred thousand quotes in a folder.
const SMALL_MEMORY: usize = 15_000_000;
const LARGE_MEMORY: usize = 128_000_000;

/// The fields of the index.
#[derive(Debug, Clone, Copy)]
struct Fields {
    /// The stems of a thing's words, and the values of its numbers; as often as its [`Zone`] says.
    words: Field,
    /// The words as they stand, for words that are typed in part or with a mistake.
    forms: Field,
    /// The stems of the name of who said it.
    speakers: Field,
    /// The number of the article, by which its things are taken away.
    article: Field,
    /// The [`Thing`], or the [`Paragraph`].
    thing: Field,
    /// The stems of a paragraph's words, after the code of its language.
    passages: Field,
    /// The words of an article as it spells them, after the code of its language.
    spelled: Field,
    /// The [`runs`] of a quote.
    runs: Field,
}

impl Fields {
    fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let text = |kept| {
            let indexing = TextFieldIndexing::default().set_tokenizer("whitespace").set_fieldnorms(false);
            TextOptions::default().set_indexing_options(indexing.set_index_option(kept))
        };
        let fields = Self {
            words: schema.add_text_field("words", text(IndexRecordOption::WithFreqs)),
            forms: schema.add_text_field("forms", text(IndexRecordOption::Basic)),
            speakers: schema.add_text_field("speakers", text(IndexRecordOption::Basic)),
            article: schema.add_u64_field("article", INDEXED),
            thing: schema.add_u64_field("thing", FAST),
            passages: schema.add_text_field("passages", text(IndexRecordOption::Basic)),
            spelled: schema.add_text_field("spelled", text(IndexRecordOption::Basic)),
            runs: schema.add_u64_field("runs", INDEXED),
        };
        (schema.build(), fields)
    }
}

/// An index that is being written. It holds the only writer of its folder.
pub(super) struct Shelf {
    fields: Fields,
    writer: IndexWriter,
    reader: IndexReader,
    documents: Writer,
    things: u64,
    paragraphs: u64,
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Shelf").field("index", self.writer.index()).finish_non_exhaustive()
    }
}

impl Shelf {
    /// An empty index: in this folder, which must be empty, or in memory.
    pub(super) fn new(folder: Option<&Path>) -> Result<Self, TantivyError> {
        let (schema, fields) = Fields::schema();
        let (index, memory) = match folder {
            Some(folder) => (Index::create_in_dir(folder, schema)?, LARGE_MEMORY),
            None => (
                Index::create(tantivy::directory::RamDirectory::create(), schema, IndexSettings::default())?,
                SMALL_MEMORY,
            ),
        };
        // Documents are written in the caller's order by one thread.
        let writer = index.writer_with_num_threads(1, memory)?;
        // A view is taken after each commit; nothing watches files.
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { fields, writer, reader, documents: Writer::default(), things: 0, paragraphs: 0 })
    }

    /// Adds all things and paragraphs of an article, to be seen in the next view. A number is used once.
    pub(super) fn add(&mut self, editions: &Editions) -> Result<(), TantivyError> {
        for edition in editions.all() {
            for document in self.documents.documents(&self.fields, editions.number(), edition) {
                self.writer.add_document(document)?;
            }
        }
        let (things, paragraphs) = counts(editions);
        self.things += things;
        self.paragraphs += paragraphs;
        Ok(())
    }

    /// Takes away all of an article, in the next view.
    pub(super) fn remove(&mut self, editions: &Editions) {
        self.writer.delete_term(Term::from_field_u64(self.fields.article, editions.number().into()));
        let (things, paragraphs) = counts(editions);
        self.things = self.things.saturating_sub(things);
        self.paragraphs = self.paragraphs.saturating_sub(paragraphs);
    }

    /// The index as it is now.
    pub(super) fn view(&mut self) -> Result<View, TantivyError> {
        self.writer.commit()?;
        self.reader.reload()?;
        let Self { fields, things, paragraphs, .. } = *self;
        Ok(View { fields, searcher: self.reader.searcher(), things, paragraphs })
    }
}

/// How many things and paragraphs an article has, each edition counted.
fn counts(editions: &Editions) -> (u64, u64) {
    let all = || editions.all().iter();
    let things = all().map(|edition| Place::all(edition).count()).sum::<usize>();
    (things as u64, all().map(|edition| edition.paragraphs().count()).sum::<usize>() as u64)
}

/// One state of the index, which never changes.
#[derive(Clone)]
pub(super) struct View {
    fields: Fields,
    searcher: Searcher,
    /// How many things and paragraphs there are, each edition counted.
    things: u64,
    paragraphs: u64,
}

impl std::fmt::Debug for View {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("View").field("things", &self.things).finish_non_exhaustive()
    }
}

impl View {
    /// How many things there are, each edition counted.
    pub(super) fn len(&self) -> u64 {
        self.things
    }

    /// In how many things these terms stand; one in which two stand counts twice.
    pub(super) fn frequency(&self, terms: &[String]) -> Result<u64, TantivyError> {
        let count = |term: &String| self.searcher.doc_freq(&Term::from_field_text(self.fields.words, term));
        terms.iter().map(count).sum()
    }

    /// Whether somebody is quoted whose name has one of these terms.
    pub(super) fn has_speaker(&self, terms: &[String]) -> Result<bool, TantivyError> {
        for term in terms {
            if self.searcher.doc_freq(&Term::from_field_text(self.fields.speakers, term))? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The words that begin so, those that stand in most things first; at most so many. The beginning is folded.
    pub(super) fn beginning(&self, with: &str, most: usize) -> Result<Vec<String>, TantivyError> {
        let mut until = with.as_bytes().to_vec();
        // No byte of UTF-8 is that high.
        until.push(0xff);
        let mut forms = Forms::default();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.forms)?;
            let mut stream = index.terms().range().ge(with).lt(&until).into_stream()?;
            while let Some((form, kept)) = stream.next() {
                forms.add(form, kept.doc_freq);
            }
        }
        Ok(forms.most_frequent(most))
    }

    /// The words that are this one but for one letter added, left out, changed, or two that changed places; those that
    /// stand in most things first; at most so many. The word is folded.
    pub(super) fn nearly(&self, word: &str, most: usize) -> Result<Vec<String>, TantivyError> {
        let query = FuzzyTermQuery::new(Term::from_field_text(self.fields.forms, word), 1, true);
        let mut forms = Forms::default();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.forms)?;
            let mut stream = index.terms().search(query.automaton()?).into_stream()?;
            while let Some((form, kept)) = stream.next() {
                forms.add(form, kept.doc_freq);
            }
        }
        Ok(forms.most_frequent(most))
    }
}

/// Words of all segments, and in how many things each stands.
#[derive(Default)]
struct Forms(FxHashMap<Vec<u8>, u64>);

impl Forms {
    fn add(&mut self, form: &[u8], things: u32) {
        match self.0.get_mut(form) {
            Some(known) => *known += u64::from(things),
            None => _ = self.0.insert(form.to_vec(), things.into()),
        }
    }

    fn most_frequent(self, most: usize) -> Vec<String> {
        let mut forms: Vec<(Vec<u8>, u64)> = self.0.into_iter().collect();
        forms.sort_unstable_by(|(one, first), (other, second)| second.cmp(first).then_with(|| one.cmp(other)));
        let texts = forms.into_iter().filter_map(|(form, _)| String::from_utf8(form).ok());
        texts.take(most).collect()
    }
}
