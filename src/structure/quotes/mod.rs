//! Direct speech: which words of a text are somebody's own.
//!
//! [`marks`] pairs the quotation marks of a paragraph, [`judge`] tells speech in them from names and terms, [`dashes`]
//! cuts what a dash sets off, [`interview`] tells questions from answers, [`attribution`] knows the words that say who speaks, [`verbs`] those that no list
//! names; [`nested`] finds words inside of words, in Kazakh by what [`kazakh`] tells; [`unmarked`] finds speech where no marks are, [`speech`] puts all together.

mod attribution;
mod cues;
mod dashes;
mod interview;
mod judge;
mod kazakh;
mod marks;
mod nested;
mod speech;
mod terms;
mod unmarked;
mod verbs;

use super::draft::Quote;
use super::names::Names;
use super::speakers::speakers;
use super::text::Text;
pub(super) use cues::{Cues, Known, REPORTS, SAYING, SAYS, VERB, WRITTEN};
pub(super) use interview::Side;
pub(super) use judge::Form;
pub(super) use speech::{Speech, speeches};

/// The direct speech of a text, each with its speaker.
pub(super) fn quotes(text: &Text, cues: &Cues, names: &Names) -> Vec<Quote> {
    let speeches = speeches(text, cues);
    let speakers = speakers(text, cues, names, &speeches);
    let quote = |(speech, speaker): (Speech, super::speakers::Speaker)| Quote {
        parts: speech.parts.into_iter().map(|part| text.span(part)).collect(),
        speaker: speaker.name,
        role: speaker.role,
        mention: speaker.mention.filter(|mention| !mention.is_empty()).map(|mention| text.span(mention)),
        rule: speaker.rule,
        confidence: speaker.confidence,
    };
    speeches.into_iter().zip(speakers).filter(|(speech, _)| !speech.heading).map(quote).collect()
}

#[cfg(test)]
mod tests;
