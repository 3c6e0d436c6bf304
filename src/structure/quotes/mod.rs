//! Direct speech: which words of a text are somebody's own.
//!
//! [`marks`] pairs the quotation marks of a paragraph, [`judge`] tells speech in them from names and terms, [`dashes`]
//! cuts what a dash sets off, [`attribution`] knows the words that say who speaks; [`speech`] puts all together.

mod attribution;
mod cues;
mod dashes;
mod judge;
mod marks;
mod speech;

use super::draft::{Quote, Rule};
use super::text::Text;
pub(super) use cues::{Cues, Known};
pub(super) use speech::{Speech, speeches};

/// The direct speech of a text, each with its speaker.
pub(super) fn quotes(text: &Text) -> Vec<Quote> {
    let cues = Cues::of(text);
    let speeches = speeches(text, &cues);
    let quote = |speech: Speech| Quote {
        parts: speech.parts.into_iter().map(|part| text.span(part)).collect(),
        speaker: None,
        role: None,
        mention: None,
        rule: Rule::None,
        confidence: 0.5,
    };
    speeches.into_iter().map(quote).collect()
}

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;
