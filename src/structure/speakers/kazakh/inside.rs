//! Whose words a Kazakh speaker gives inside of his own: `Бапкерім «…» деді`. Whom he does not name is nobody.

use super::super::pointer::Pointer;
use super::super::titles::{KIN, NAMELESS, OFFICE};
use super::super::{Search, Speaker};
use crate::structure::draft::Rule;

/// A title that is a role of somebody fits it at least so well.
const ROLE: u32 = 4;

impl Search<'_> {
    /// The speaker of words that stand inside of those of another quotation.
    pub(in crate::structure::speakers) fn told_inside(
        &self,
        pointer: Option<Pointer>,
        outer: usize,
        number: usize,
        start: usize,
    ) -> Speaker {
        match pointer {
            Some(Pointer::Title(phrase, head)) => {
                let known = self.theirs(head, outer, start);
                let unknown = || Speaker::unknown(Some(phrase.clone()));
                known.map_or_else(unknown, |person| self.person(person, Some(phrase.clone()), Rule::Title, 0.7))
            }
            Some(pointer @ (Pointer::Name(_) | Pointer::Body(_))) => self.resolve(&pointer, number, start),
            _ => Speaker::unknown(None),
        }
    }

    /// Whom a speaker means by a title: somebody else who has it, `бапкерім` or an office.
    fn theirs(&self, head: usize, outer: usize, start: usize) -> Option<usize> {
        let text = self.text;
        let mine = ["ім", "ым"].iter().any(|ending| text.norm(head).ends_with(ending));
        let is = |kinds| self.names.titles.is(text, head, kinds);
        if is(KIN | NAMELESS) || !(mine || is(OFFICE)) || self.is_nobody(&(head.saturating_sub(2)..head + 1), head) {
            return None;
        }
        let (fit, person) = self.holder(&(head..head + 1), head, start, None)?;
        let speaker = self.told.get(outer).and_then(|speaker| speaker.person);
        ((mine || fit >= ROLE) && speaker != Some(person)).then_some(person)
    }
}
