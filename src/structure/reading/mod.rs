//! From a file to a text: plain text in the usual encodings, .docx and .html.

mod docx;
mod encoding;
mod html;

use thiserror::Error;

use crate::article::Language;

/// The most bytes of a file.
pub const FILE_BYTES: usize = 5 << 20;
/// The most bytes that a .docx unpacks to.
pub const UNPACKED_BYTES: u64 = 50 << 20;

/// What stood in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The text; paragraphs on lines of their own. Spans of a draft are byte ranges of it. That of a page begins with its title.
    pub text: String,
    /// The title that a page gives.
    pub title: Option<String>,
    /// The language that a page says it is in, if Derek knows it.
    pub language: Option<Language>,
    /// Who wrote it, as a page says.
    pub author: Option<String>,
    /// When it was published, as a page says it, mostly in the form of RFC 3339.
    pub published: Option<String>,
    /// The page's own address.
    pub url: Option<String>,
    /// The name of the site.
    pub site: Option<String>,
}

/// Why a file can't be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// It is longer than [`FILE_BYTES`].
    #[error("the file has more than {} MiB", FILE_BYTES >> 20)]
    TooLong,
    /// It unpacks to more than [`UNPACKED_BYTES`].
    #[error("the file unpacks to more than {} MiB", UNPACKED_BYTES >> 20)]
    UnpacksTooLong,
    /// It is no text in an encoding that is known.
    #[error("this is no text: neither UTF-8 or UTF-16 nor a Cyrillic encoding")]
    NoText,
    /// It is a packed file, but not a document.
    #[error("this is no .docx document: {0}")]
    NoDocument(String),
    /// It is a page without an article.
    #[error("no article was found on the page")]
    NoArticle,
    /// There is nothing in it to read.
    #[error("there is no text in the file")]
    Empty,
}

/// Reads a file by what is in it.
///
/// # Errors
/// If it is too long, or nothing in it can be read.
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    if bytes.len() > FILE_BYTES {
        return Err(Unreadable::TooLong);
    }
    let reading = if bytes.starts_with(b"PK\x03\x04") {
        Reading { text: docx::text(bytes)?, ..Reading::default() }
    } else {
        let text = html::decode(bytes)?;
        if html::is_page(&text) { html::read(&text)? } else { Reading { text, ..Reading::default() } }
    };
    if reading.text.trim().is_empty() { Err(Unreadable::Empty) } else { Ok(reading) }
}
