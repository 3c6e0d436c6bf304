//! What the parsers share: the text that they read, and the one that they make of it.

use super::{Entity, Formatted, Kind};

/// A text to parse, looked at byte by byte. All that has a meaning is ASCII.
#[derive(Clone, Copy)]
pub(super) struct Source<'a>(pub(super) &'a str);

impl<'a> Source<'a> {
    /// The number of bytes.
    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    /// The byte at a position; 0 at the end, as the official server sees it.
    pub(super) fn at(self, position: usize) -> u8 {
        self.0.as_bytes().get(position).copied().unwrap_or(0)
    }

    /// Whether `what` stands at a position.
    pub(super) fn has(self, position: usize, what: &str) -> bool {
        self.0.as_bytes().get(position..).is_some_and(|rest| rest.starts_with(what.as_bytes()))
    }

    /// The character that begins at a position before the end.
    pub(super) fn char_at(self, position: usize) -> char {
        self.0[position..].chars().next().expect("the position is on a character")
    }

    /// The first position from `from` on where `stop` holds for the byte; the end at the latest.
    pub(super) fn until(self, from: usize, stop: impl Fn(u8) -> bool) -> usize {
        (from..self.len()).find(|&position| stop(self.at(position))).unwrap_or(self.len())
    }

    /// The text between two positions.
    pub(super) fn part(self, from: usize, to: usize) -> &'a str {
        &self.0[from..to]
    }
}

/// A text in the making, with the entities that are known of it so far.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) text: String,
    /// The length of `text` in UTF-16 code units.
    pub(super) units: usize,
    pub(super) entities: Vec<Entity>,
}

impl Draft {
    pub(super) fn push(&mut self, c: char) {
        self.text.push(c);
        self.units += c.len_utf16();
    }

    /// Makes what was pushed since `offset` an entity, unless that is nothing.
    pub(super) fn mark(&mut self, offset: usize, kind: Kind) {
        if self.units > offset {
            self.entities.push(Entity { offset, length: self.units - offset, kind });
        }
    }

    /// The text with its entities as they were written; [`super::finish`] sorts and mends them.
    pub(super) fn done(self) -> Formatted {
        Formatted { text: self.text, entities: self.entities }
    }
}

/// What the official server takes for white space in marks and tags.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n' | '\0' | '\u{b}')
}

/// Where a block of code begins whose marks `` ``` `` end at `at`, and its language.
pub(super) fn code_block(source: Source<'_>, mut at: usize) -> (usize, Option<String>) {
    let end = source.until(at, |b| is_space(char::from(b)) || b == b'`');
    let language = (end != at && end < source.len() && source.at(end) != b'`').then(|| source.part(at, end).to_owned());
    if language.is_some() {
        at = end;
    }
    // One end of line after the marks is no part of the code.
    let newline = |position: usize| matches!(source.at(position), b'\n' | b'\r');
    if newline(at) {
        at += if newline(at + 1) && source.at(at) != source.at(at + 1) { 2 } else { 1 };
    }
    (at, language)
}
