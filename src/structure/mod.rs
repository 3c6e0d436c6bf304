//! From a text to a draft of what Derek can say about it: deterministic, extractive, pure.
//!
//! The way: [`tokens`] cuts the text into words, numbers and marks; a [`lexicon`] says what is known of each different
//! word; paragraphs and sentences are told apart; then quotes, names, speakers, figures and the summary are found in them.

mod draft;
#[cfg_attr(not(test), expect(dead_code, reason = "the draft, which comes later, calls it"))]
mod figures;
mod lexicon;
mod sentences;
mod text;
mod tokens;

pub use draft::{Amount, Draft, Entity, EntityKind, Figure, Paragraph, ParagraphKind, Quote, Rule};
