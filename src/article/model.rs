//! What an article is made of.

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::Offset;

use super::{ArticleId, ItemId, Language};

/// One edition of an article: a title, a body, and the structure found in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The article's name, shared by its editions in other languages.
    pub id: ArticleId,
    /// The language of this edition.
    pub language: Language,
    /// Counts the changes of the article until this one, from 1, as the store knows them; 0 for one that comes from elsewhere.
    pub revision: i64,
    /// The headline.
    pub title: String,
    /// When the article was published, as far as its file says.
    pub published: Option<Published>,
    /// Where it was published, as far as its file says.
    pub source: Option<Source>,
    /// The line that names the photographer or agency.
    pub credit: Option<Span>,
    /// Whether this edition translates another one, quotes too.
    pub translation: bool,
    /// The text as published, never altered.
    pub body: String,
    /// The few sentences that carry the article.
    pub summary: Vec<Span>,
    /// Who is who in it.
    pub people: Vec<Person>,
    /// Direct speech, in the order of the body.
    pub quotes: Vec<Quote>,
    /// Numbers that state a fact, in the order of the file.
    pub figures: Vec<Figure>,
}

impl Article {
    /// The words of the body that `span` points to.
    ///
    /// # Panics
    /// If the span belongs to another body.
    pub fn text(&self, span: Span) -> &str {
        &self.body[span.start..span.end]
    }

    /// The paragraphs of the body, credit included. A paragraph is a line with something on it:
    /// blank lines between paragraphs are usual, but a press text that has none is split all the same.
    pub fn paragraphs(&self) -> impl Iterator<Item = Span> + '_ {
        let mut start = 0;
        self.body.split_inclusive('\n').filter_map(move |line| {
            let from = start + (line.len() - line.trim_start().len());
            let span = Span { start: from, end: from + line.trim().len() };
            start += line.len();
            (!line.trim().is_empty()).then_some(span)
        })
    }

    /// The paragraph in which `span` begins.
    pub fn paragraph_of(&self, span: Span) -> Option<Span> {
        self.paragraphs().find(|paragraph| paragraph.start <= span.start && span.start < paragraph.end)
    }

    /// The first paragraph.
    pub fn lead(&self) -> Option<Span> {
        self.paragraphs().next()
    }

    /// The role of the person with this name, if the file gives one.
    pub fn role_of(&self, name: &str) -> Option<&str> {
        self.people.iter().find(|person| person.name == name)?.role.as_deref()
    }

    /// The quote with this id.
    pub fn quote(&self, id: ItemId) -> Option<&Quote> {
        self.quotes.iter().find(|quote| quote.id == id)
    }

    /// The figure with this id.
    pub fn figure(&self, id: ItemId) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }
}

/// A byte range of a body, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// Where an article was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name of the publication.
    pub name: String,
    /// The address of the article there: `http://` or `https://`.
    pub url: Option<String>,
}

/// Somebody whom the article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The full name, in the nominative.
    pub name: String,
    /// What the person is.
    pub role: Option<String>,
}

/// Direct speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Made from the quote's own words.
    pub id: ItemId,
    /// The words, without the outer marks; a quote that an attribution splits has several parts, in order.
    pub parts: Vec<Span>,
    /// Who said it, where a careful reader can tell: a name as in [`Article::people`].
    pub speaker: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
}

/// A number that states a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Made from the figure's own sentence and value.
    pub id: ItemId,
    /// The number.
    pub value: Value,
    /// What sort of number it is.
    pub kind: FigureKind,
    /// What it counts or measures, as the text words it, in the case that fits the number; or a currency code for money.
    pub unit: Option<String>,
    /// What the figure tells, in a few words.
    pub label: String,
    /// The sentence or clause in which it stands.
    pub text: Span,
}

/// The value of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A plain number.
    Number(f64),
    /// A fraction, such as a third.
    Share {
        /// Above the line.
        numerator: u32,
        /// Below the line; not 0.
        denominator: u32,
    },
    /// From the one to the other, `low < high`.
    Range {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// A year, a month or a day.
    Date(Date),
}

/// A date as exact as the article gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month; only with a month.
    pub day: Option<i8>,
}

/// What sort of number a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name says it, and ARCHITECTURE.md explains them")]
pub enum FigureKind {
    Count,
    Percent,
    Money,
    Age,
    Duration,
    Date,
    Share,
    Ordinal,
    Quantity,
    Range,
}

/// When an article was published: a day, or a moment with the offset of its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// A day.
    Day(civil::Date),
    /// A moment.
    Moment(Timestamp, Offset),
}

impl std::fmt::Display for Published {
    /// As an article file has it: `2025-11-28` or `2025-11-28T10:00:00+05:00`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Moment(moment, offset) => write!(f, "{}", moment.display_with_offset(*offset)),
        }
    }
}

impl Published {
    /// The day, by the clock of the place of publication.
    pub fn day(self) -> civil::Date {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment, offset) => offset.to_datetime(moment).date(),
        }
    }

    /// What articles are ordered by: the day, and within it the time of day, a bare day counting as its beginning.
    pub fn order(self) -> (civil::Date, civil::Time) {
        match self {
            Self::Day(day) => (day, civil::Time::MIN),
            Self::Moment(moment, offset) => (self.day(), offset.to_datetime(moment).time()),
        }
    }
}
