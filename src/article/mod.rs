//! An article: its body as published, and the structure found in it.
//!
//! Everything that Derek shows of an article is a [`Span`] of its body, so it is verbatim by construction.

mod id;
mod language;
mod model;

pub use id::{ArticleId, InvalidArticleId, ItemId};
pub use language::{Language, UnknownLanguage};
pub use model::{Article, Date, Figure, FigureKind, Person, Published, Quote, Source, Span, Value};
