//! The body of a file while the file is read: where each text of the file stands in it.

use super::Span;
use super::closest::{Closest, Passages};
use super::matching::Normalised;
use super::mistake::{Mistake, MistakeKind};
use super::reader::{Mistakes, Read};

/// In how many lines at the end of the body the credit may stand: under the credit, a press text may have a line or two more.
const CREDIT_LINES: usize = 3;

/// A body, prepared for being searched many times.
#[derive(Debug)]
pub(super) struct Body<'a> {
    text: &'a str,
    /// Where the body begins in the file, if it stands there without escapes.
    start: Option<usize>,
    normalised: Normalised,
    passages: Passages,
}

impl<'a> Body<'a> {
    /// Prepares a body that was read from a file with this source.
    pub(super) fn new(text: &'a str, source: &str) -> Self {
        // A text without escapes is a part of the source itself.
        let inside = source.as_bytes().as_ptr_range().contains(&text.as_ptr());
        let start = inside.then(|| text.as_ptr().addr() - source.as_ptr().addr());
        Self { text, start, normalised: Normalised::new(text), passages: Passages::default() }
    }

    /// The body itself.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The first place of a text.
    pub(super) fn place(&self, words: &Read<&str>, mistakes: &mut Mistakes) -> Option<Span> {
        self.normalised.find(words.it, 0).or_else(|| self.missing(words, mistakes))
    }

    /// The first places of the parts of a text, each after the one before. All mistakes are noted.
    pub(super) fn places(&self, parts: &[Read<&str>], mistakes: &mut Mistakes) -> Option<Vec<Span>> {
        let mut from = 0;
        let mut places = Vec::with_capacity(parts.len());
        for part in parts {
            if let Some(place) = self.normalised.find(part.it, from) {
                from = place.end;
                places.push(place);
            } else if self.place(part, mistakes).is_some() {
                mistakes.push(Mistake::at(part.span.clone(), MistakeKind::OutOfOrder));
            }
        }
        (places.len() == parts.len()).then_some(places)
    }

    /// The place of the credit, in the last lines.
    pub(super) fn credit(&self, words: &Read<&str>, mistakes: &mut Mistakes) -> Option<Span> {
        let from = self.last_lines();
        if let Some(place) = self.normalised.find(words.it, from) {
            return Some(place);
        }
        if self.place(words, mistakes).is_some() {
            mistakes.push(Mistake::at(words.span.clone(), MistakeKind::EarlyCredit));
        }
        None
    }

    /// Where the last lines begin, blank ones not counted.
    fn last_lines(&self) -> usize {
        let mut breaks = self.text.trim_end().rmatch_indices('\n').map(|(at, _)| at + 1);
        let mut lines = 0;
        let full = |&start: &usize| {
            lines += usize::from(self.text[start..].lines().next().is_some_and(|line| !line.trim().is_empty()));
            lines == CREDIT_LINES
        };
        breaks.find(full).unwrap_or(0)
    }

    /// Notes that a text does not stand in the body.
    fn missing(&self, words: &Read<&str>, mistakes: &mut Mistakes) -> Option<Span> {
        let closest = self.passages.closest(&self.normalised, words.it).map(|(passage, difference)| Closest {
            place: self.start.map(|start| start + passage.start..start + passage.end),
            difference,
        });
        mistakes.push(Mistake::at(words.span.clone(), MistakeKind::NotInBody(closest)));
        None
    }
}
