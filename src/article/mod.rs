//! An article: its body as published, and the structure found in it.
//!
//! Everything that Derek shows of an article is a [`Span`] of its body, so it is verbatim by construction.
//!
//! [`load`] reads files and folders, [`parse`] the text of one file: `file` and `items` read its keys with the help of `reader`,
//! `body` finds each text by `matching`, or by `closest` what was probably meant; a [`Report`] shows the mistakes.

mod body;
mod closest;
mod file;
mod folder;
mod id;
mod items;
mod language;
mod matching;
mod mistake;
mod model;
mod reader;
mod report;
mod value;

pub use closest::Closest;
pub use file::{is_address, parse};
pub use folder::{Loaded, files, load, read_file};
pub use id::{ArticleId, InvalidArticleId, ItemId};
pub use language::{Language, UnknownLanguage};
pub use mistake::{Mistake, MistakeKind};
pub use model::{Article, Date, Figure, FigureKind, Person, Published, Quote, Source, Span, Value};
pub use report::Report;
