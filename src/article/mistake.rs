//! What can be wrong with an article file, in the words of `derek validate`.

use std::ops::Range;

use super::closest::Closest;
use super::{Article, ArticleId, FigureKind, Language, value};

/// One mistake of an article file.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// What is wrong.
    pub kind: MistakeKind,
    /// Where: bytes of the file's source; `None` where the file as a whole is meant.
    pub span: Option<Range<usize>>,
}

/// What is wrong with an article file.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MistakeKind {
    /// The file could not be read.
    #[error("this can't be read: {0}")]
    Unreadable(String),
    /// The folder has no article file.
    #[error("no article file stands in this folder")]
    EmptyFolder,
    /// The file is not UTF-8.
    #[error("this is no UTF-8 text")]
    NotUtf8,
    /// The file is too large to hold an article.
    #[error("the file has {0} bytes, which is too much for an article")]
    LargeFile(u64),
    /// The file's name names no article.
    #[error("the file name `{0}` names no article")]
    FileName(String),
    /// The file is not TOML.
    #[error("this is no valid TOML: {0}")]
    Syntax(String),
    /// A key that article files don't have.
    #[error("unknown key `{key}`")]
    UnknownKey {
        /// The key.
        key: String,
        /// What could stand here.
        known: &'static [&'static str],
    },
    /// A key that must be there.
    #[error("the key `{0}` is missing")]
    MissingKey(&'static str),
    /// A value of another type.
    #[error("{found} can't stand here")]
    WrongType {
        /// The type that is needed.
        expected: &'static str,
        /// The type that is there.
        found: &'static str,
    },
    /// A text or list with nothing in it.
    #[error("this is empty")]
    Empty,
    /// A language that articles are not written in.
    #[error("unknown language `{0}`")]
    Language(String),
    /// The file's name says another language than the file.
    #[error("the file name says language `{name}`, the file says `{file}`")]
    OtherLanguage {
        /// As in the file name.
        name: String,
        /// As in the file.
        file: String,
    },
    /// An earlier file has the same id and language.
    #[error("`{id}` in this language stands in {first} already")]
    SecondEdition {
        /// The article.
        id: ArticleId,
        /// The earlier file.
        first: String,
    },
    /// A date without a day, or a time without an offset.
    #[error("this is neither a day nor a moment with its offset")]
    Published,
    /// The body is too long.
    #[error("the body has {0} bytes")]
    LongBody(usize),
    /// An address that a browser would not open.
    #[error("`{0}` is no web address")]
    Address(String),
    /// A figure's kind that does not exist.
    #[error("unknown kind of figure `{0}`")]
    FigureKind(String),
    /// A value in quotation marks that is neither a share nor a date.
    #[error("this is neither a share nor a date")]
    ValueText,
    /// A value that does not fit the kind of its figure.
    #[error("this value does not fit the kind of the figure")]
    Value(FigureKind),
    /// A text that the body does not have.
    #[error("this text does not stand in the body")]
    NotInBody(Option<Closest>),
    /// A part of a split quote that stands only before the part before it.
    #[error("this part of the quote stands before the part before it")]
    OutOfOrder,
    /// A credit that stands in the body, but not at its end.
    #[error("the credit does not stand in the last lines of the body")]
    EarlyCredit,
    /// The same quote, figure, summary sentence or person for the second time.
    #[error("the same {0} stands in this file already")]
    Twice(&'static str),
    /// A speaker whom the list of people does not have.
    #[error("the speaker `{speaker}` is not among the people")]
    UnknownSpeaker {
        /// The speaker.
        speaker: String,
        /// The names of the people.
        people: Vec<String>,
    },
}

impl Mistake {
    /// A mistake at this place.
    pub(super) fn at(span: Range<usize>, kind: MistakeKind) -> Self {
        Self { kind, span: Some(span) }
    }

    /// A mistake of the file as a whole.
    pub(super) fn of_file(kind: MistakeKind) -> Self {
        Self { kind, span: None }
    }
}

impl MistakeKind {
    /// What was expected at the place of the mistake, where the mistake's own sentence does not say it.
    pub(super) fn expected(&self) -> Option<String> {
        Some(match self {
            Self::UnknownKey { key, known } => one_of(key, known),
            Self::Language(code) => one_of(code, &Language::ALL.map(Language::code)),
            Self::FigureKind(kind) => one_of(kind, &FIGURE_KINDS),
            Self::UnknownSpeaker { speaker, people } => {
                one_of(speaker, &people.iter().map(String::as_str).collect::<Vec<_>>())
            }
            Self::FileName(_) => {
                format!(
                    "expected <id>.toml or <id>.<language>.toml, the id of 1 to {} letters a-z, digits, - and _",
                    ArticleId::MAX_LEN
                )
            }
            Self::MissingKey(key) => format!("expected `{key} = …` here"),
            Self::WrongType { expected, .. } => format!("expected {expected}"),
            Self::Empty => "expected something to read".to_owned(),
            Self::OtherLanguage { name, .. } => format!("expected `{name}`, or another file name"),
            Self::Published => {
                "expected a day such as 2025-11-28, or a moment such as 2025-11-28T09:30:00+05:00".to_owned()
            }
            Self::LongBody(_) => format!("expected at most {} bytes", Article::MAX_BODY),
            Self::Address(_) => "expected an address that begins with https:// or http://".to_owned(),
            Self::ValueText => {
                "expected \"1/3\" for a share; \"2020\", \"2020-09\" or \"2020-09-01\" for a date".to_owned()
            }
            Self::Value(kind) => format!("expected {}", value::expected(*kind)),
            Self::NotInBody(_) => "expected words of the body, character for character".to_owned(),
            Self::OutOfOrder => "expected the parts in the order of the body".to_owned(),
            Self::EarlyCredit => "expected one of the last lines".to_owned(),
            Self::Unreadable(_)
            | Self::EmptyFolder
            | Self::NotUtf8
            | Self::LargeFile(_)
            | Self::Syntax(_)
            | Self::SecondEdition { .. }
            | Self::Twice(_) => return None,
        })
    }
}

/// The kinds of figures as files write them.
const FIGURE_KINDS: [&str; 10] =
    ["count", "percent", "money", "age", "duration", "date", "share", "ordinal", "quantity", "range"];

/// Names the known word that was probably meant, or all of them.
fn one_of(found: &str, known: &[&str]) -> String {
    match similar::get_close_matches(found, known, 1, 0.7).first() {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("expected one of `{}`", known.join("`, `")),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, StrDeserializer};

    use super::{FIGURE_KINDS, FigureKind};

    #[test]
    fn the_kinds_that_are_suggested_exist() {
        for kind in FIGURE_KINDS {
            let kind: StrDeserializer<'_, Error> = kind.into_deserializer();
            assert!(FigureKind::deserialize(kind).is_ok());
        }
    }
}
