//! From a file to a text: plain text in the usual encodings, .docx and .html.

mod docx;
mod encoding;

use thiserror::Error;

/// The most bytes of a file.
pub const FILE_BYTES: usize = 5 << 20;
/// The most bytes that a .docx unpacks to.
pub const UNPACKED_BYTES: u64 = 50 << 20;

/// What stood in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The text; paragraphs on lines of their own. Spans of a draft are byte ranges of it.
    pub text: String,
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
    let text = if bytes.starts_with(b"PK\x03\x04") { docx::text(bytes)? } else { encoding::decode(bytes)? };
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(Reading { text })
}
