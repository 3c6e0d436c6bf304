//! What the index keeps of a quote, a figure or an article.

use rustc_hash::{FxHashMap, FxHashSet};
use tantivy::TantivyDocument;

use super::passages::Paragraph;
use super::{Fields, runs};
use crate::article::{Article, Figure, Language, Span, Value};
use crate::library::editions::Place;
use crate::library::stem::{is_stop_word, stem};
use crate::library::terms::{fold, term};
use crate::library::words::for_each_word;

/// Where a word stands in a thing, the less telling places first. The index keeps it as the number of times that the word
/// counts in the thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::library) enum Zone {
    /// In the sentence of a figure, the role of a speaker, the lead and the summary of an article, its date.
    Around = 1,
    /// In the words of a quote, the name of its speaker, the label of a figure, the title of an article.
    Own,
    /// It is the number of a figure.
    Value,
}

impl Zone {
    /// How much a word counts that is kept so many times.
    pub(super) fn weight(times: u8) -> f32 {
        const WEIGHTS: [f32; 4] = [0.0, 0.6, 1.0, 1.5];
        WEIGHTS[usize::from(times).min(Zone::Value as usize)]
    }
}

/// A quote, a figure or an article in one language, as the index knows it: the number of its article, the edition, and
/// what in it, packed in that order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::library) struct Thing(pub(super) u64);

impl Thing {
    pub(super) const LANGUAGE: u32 = 30;
    const KIND: u32 = 28;

    /// A thing of the article with this number. Of more than 2²⁸ quotes of an article the rest cannot be told apart; none
    /// has so many.
    pub(in crate::library) fn new(article: u32, language: Language, place: Place) -> Self {
        let (kind, nth) = match place {
            Place::Quote(nth) => (0, nth),
            Place::Figure(nth) => (1, nth),
            Place::Article => (2, 0),
        };
        let nth = nth as u64 & ((1 << Self::KIND) - 1);
        Self(u64::from(article) << 32 | (language as u64) << Self::LANGUAGE | kind << Self::KIND | nth)
    }

    /// The number of the article.
    pub(in crate::library) fn article(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// The language of the edition.
    pub(in crate::library) fn language(self) -> Language {
        let number = (self.0 >> Self::LANGUAGE & 3) as usize;
        Language::ALL.into_iter().find(|language| *language as usize == number).unwrap_or(Language::ALL[0])
    }

    /// What in the edition.
    pub(in crate::library) fn place(self) -> Place {
        let nth = (self.0 & ((1 << Self::KIND) - 1)) as usize;
        match self.0 >> Self::KIND & 3 {
            0 => Place::Quote(nth),
            1 => Place::Figure(nth),
            _ => Place::Article,
        }
    }
}

/// Gives each text by which a thing is found, and where in the thing it stands.
pub(in crate::library) fn for_each_text<'a>(article: &'a Article, place: Place, mut each: impl FnMut(&'a str, Zone)) {
    match place {
        Place::Quote(nth) => {
            let quote = &article.quotes[nth];
            quote.parts.iter().for_each(|part| each(article.text(*part), Zone::Own));
            quote.topics.iter().for_each(|topic| each(topic, Zone::Own));
            if let Some(speaker) = &quote.speaker {
                each(speaker, Zone::Own);
                each(article.role_of(speaker).unwrap_or_default(), Zone::Around);
            }
        }
        Place::Figure(nth) => {
            let figure = &article.figures[nth];
            each(&figure.label, Zone::Own);
            each(figure.unit.as_deref().unwrap_or_default(), Zone::Own);
            each(article.text(figure.text), Zone::Around);
        }
        Place::Article => {
            each(&article.title, Zone::Own);
            article.lead().into_iter().for_each(|lead| each(article.text(lead), Zone::Around));
            article.summary.iter().for_each(|sentence| each(article.text(*sentence), Zone::Around));
            for person in &article.people {
                each(&person.name, Zone::Own);
                each(person.role.as_deref().unwrap_or_default(), Zone::Around);
            }
            article.quotes.iter().flat_map(|quote| &quote.topics).for_each(|topic| each(topic, Zone::Around));
        }
    }
}

/// Makes the documents of things and paragraphs, and remembers the stems of words that it has seen.
#[derive(Debug, Default)]
pub(super) struct Writer {
    /// By [`Language`].
    known: [FxHashMap<Box<str>, Known>; 3],
    words: FxHashMap<Box<str>, Zone>,
    forms: FxHashSet<Box<str>>,
}

/// What is known of a word.
#[derive(Debug)]
struct Known {
    stem: Box<str>,
    /// Whether it stands in any text.
    small: bool,
}

/// The words of a language that are remembered: some ten megabytes.
const MOST_KNOWN: usize = 100_000;

impl Writer {
    /// The documents of an edition: of all its things, and of its paragraphs.
    pub(super) fn documents(&mut self, fields: &Fields, number: u32, article: &Article) -> Vec<TantivyDocument> {
        let mut documents: Vec<TantivyDocument> =
            Place::all(article).map(|place| self.document(fields, number, article, place)).collect();
        documents.extend(article.paragraphs().map(|span| self.paragraph(fields, number, article, span)));
        documents
    }

    fn document(&mut self, fields: &Fields, number: u32, article: &Article, place: Place) -> TantivyDocument {
        self.words.clear();
        self.forms.clear();
        for_each_text(article, place, |text, zone| {
            for_each_word(text, |word, _| self.add(word, article.language, zone));
        });
        if let Place::Figure(nth) = place {
            value_terms(&article.figures[nth], |term| self.add_term(term, Zone::Value));
        }
        if let Some(published) = article.published {
            let day = published.day();
            date_terms(day.year(), Some(day.month()), Some(day.day()), |term| self.add_term(term, Zone::Around));
        }
        let mut document = TantivyDocument::new();
        let mut words = String::new();
        for (word, zone) in &self.words {
            for _ in 0..*zone as u8 {
                words.push_str(word);
                words.push(' ');
            }
        }
        document.add_text(fields.words, words);
        document.add_text(fields.forms, self.forms.iter().map(|form| &**form).collect::<Vec<_>>().join(" "));
        match place {
            Place::Quote(nth) => {
                let quote = &article.quotes[nth];
                if let Some(speaker) = &quote.speaker {
                    let mut stems = String::new();
                    for_each_word(speaker, |word, _| {
                        if let Some(stem) = term(&fold(word), article.language) {
                            stems.push_str(&stem);
                            stems.push(' ');
                        }
                    });
                    document.add_text(fields.speakers, stems);
                }
                runs(article, quote).into_iter().for_each(|run| document.add_u64(fields.runs, run.into()));
            }
            Place::Article => {
                let mut words = String::new();
                for_each_word(&article.body, |word, _| push_word(&mut words, word, article.language));
                document.add_text(fields.spelled, words);
            }
            Place::Figure(_) => {}
        }
        document.add_u64(fields.article, number.into());
        document.add_u64(fields.thing, Thing::new(number, article.language, place).0);
        document
    }

    fn paragraph(&mut self, fields: &Fields, number: u32, article: &Article, span: Span) -> TantivyDocument {
        let mut stems = String::new();
        for_each_word(article.text(span), |word, _| {
            push_word(&mut stems, &self.known(&fold(word), article.language).stem, article.language);
        });
        let mut document = TantivyDocument::new();
        document.add_text(fields.passages, stems);
        document.add_u64(fields.article, number.into());
        document.add_u64(fields.thing, Paragraph::new(number, article.language, span.start).0);
        document
    }

    /// Looks a word up that is folded.
    fn known(&mut self, word: &str, language: Language) -> &Known {
        let known = &mut self.known[language as usize];
        if !known.contains_key(word) {
            if known.len() >= MOST_KNOWN {
                known.clear();
            }
            known.insert(
                word.into(),
                Known { stem: (*stem(word, language)).into(), small: is_stop_word(word, language) },
            );
        }
        &known[word]
    }

    fn add(&mut self, word: &str, language: Language, zone: Zone) {
        let word = fold(word);
        let known = self.known(&word, language);
        if !known.small {
            let stem = known.stem.clone();
            self.add_term(&stem, zone);
            if !self.forms.contains(&*word) {
                self.forms.insert((*word).into());
            }
        }
    }

    fn add_term(&mut self, term: &str, zone: Zone) {
        match self.words.get_mut(term) {
            Some(known) => *known = zone.max(*known),
            None => _ = self.words.insert(term.into(), zone),
        }
    }
}

/// Adds the term of a word in one of the fields that know languages apart.
fn push_word(terms: &mut String, word: &str, language: Language) {
    terms.extend([language.code(), word, " "]);
}

/// Gives the terms of a figure's value: a number as it is written in digits, a date as exact as it is and less so.
fn value_terms(figure: &Figure, mut each: impl FnMut(&str)) {
    match figure.value {
        Value::Range { low, high } => {
            each(&Value::Number(low).to_string());
            each(&Value::Number(high).to_string());
        }
        Value::Date(date) => {
            each(&date.year.to_string());
            date_terms(date.year, date.month, date.day, each);
        }
        value => each(&value.to_string()),
    }
}

/// Gives the terms of a date: the year, the month of the year, the day.
pub(in crate::library) fn date_terms(year: i16, month: Option<i8>, day: Option<i8>, mut each: impl FnMut(&str)) {
    each(&format!("@{year}"));
    let Some(month) = month else { return };
    each(&format!("@{year}-{month:02}"));
    let Some(day) = day else { return };
    each(&format!("@{year}-{month:02}-{day:02}"));
}
