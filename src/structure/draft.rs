//! What the program proposes for a text.

use std::fmt;

use crate::article::{Date, FigureKind, Language, Span, Value};

/// Everything that was found in a text. Each span is a byte range of that text.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The language of the text.
    pub language: Language,
    /// The headline: one of the paragraphs, or where the text has none, a sentence or clause that stands alone.
    pub title: Option<Span>,
    /// The paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The sentences of headline, lead, body and subheadings, in order.
    pub sentences: Vec<Span>,
    /// Direct speech, in the order of its first words.
    pub quotes: Vec<Quote>,
    /// Numbers that state a fact, in order.
    pub figures: Vec<Figure>,
    /// The people, bodies and places that the text names, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// The sentences that carry the article, in its order.
    pub summary: Vec<Span>,
}

/// A paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub kind: ParagraphKind,
    /// Where it stands, without white space around it.
    pub span: Span,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// The title of the article.
    Headline,
    /// Place, agency, date: `АСТАНА, 28 ноября`. Where it stands before the lead in one paragraph, the lead counts.
    Dateline,
    /// The first paragraph of the text itself.
    Lead,
    /// Any other paragraph of the text itself.
    Body,
    /// A heading inside the text.
    Subheading,
    /// Who wrote it.
    Byline,
    /// Who took the photograph.
    Credit,
    /// What the site adds: related articles, tags, invitations to subscribe.
    Furniture,
}

/// Direct speech.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The words without the outer marks and without the attribution, in order.
    pub parts: Vec<Span>,
    /// Who said it: the fullest name that the text gives, in the nominative. `None` where a careful reader could not tell.
    pub speaker: Option<String>,
    /// What the speaker is, as the text words it, in the nominative.
    pub role: Option<String>,
    /// The words beside the quote that point to the speaker.
    pub mention: Option<Span>,
    /// How the speaker was found.
    pub rule: Rule,
    /// How sure that is, from 0 to 1.
    pub confidence: f32,
}

/// How a speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// A name stands beside the quote.
    Name,
    /// A title stands there, and the text says whose it is.
    Title,
    /// A pronoun stands there.
    Pronoun,
    /// A body stands there: a ministry, a press service, a document.
    Organisation,
    /// Nothing stands there, and the speech before it goes on.
    Continuation,
    /// Not found.
    None,
}

/// A number that states a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// From the number to its unit or counted noun phrase; without an approximator.
    pub span: Span,
    /// Its value; `None` for one that is told but not given, such as tens of thousands.
    pub value: Option<Amount>,
    /// What sort of number it is.
    pub kind: FigureKind,
    /// The unit: `person`, `percent`, `year`, `km`, …, or a currency code (ISO 4217).
    pub unit: Option<String>,
    /// The words after the number: its unit, or what is counted, in the case that fits it.
    pub words: Option<Span>,
    /// What is counted, measured or dated, as the text words it.
    pub of: Option<Span>,
    /// The word that says it is not exact: `более`, `шамамен`, `nearly`.
    pub approximate: Option<Span>,
    /// A short phrase of the sentence that says what the number tells.
    pub label: Span,
    /// The sentence in which it stands.
    pub sentence: Span,
}

/// The value of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// One that an article file may hold.
    Value(Value),
    /// From the one date to the other.
    Dates {
        /// The first.
        from: Date,
        /// The last.
        to: Date,
    },
}

/// As article files write it; dates as from the one `..` to the other.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => value.fmt(f),
            Self::Dates { from, to } => write!(f, "{from}..{to}"),
        }
    }
}

impl From<Value> for Amount {
    fn from(value: Value) -> Self {
        Amount::Value(value)
    }
}

/// Somebody or something that the text names.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its first full mention.
    pub span: Span,
    /// Its fullest name, in the nominative.
    pub name: String,
    /// What a person is, as the text words it, in the nominative.
    pub role: Option<String>,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// An organisation, an authority, a publication.
    Body,
    /// A country, a region, a town.
    Place,
}
