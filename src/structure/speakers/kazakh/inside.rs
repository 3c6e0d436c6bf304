//! Whose words a Kazakh speaker gives inside of his own: `Бапкерім «…» деді`. Whom he does not name is nobody.

use super::super::pointer::Pointer;
use super::super::titles::{KIN, NAMELESS, OFFICE};
use super::super::{Search, Speaker};
use crate::structure::draft::Rule;

/// A title that is a role of somebody fits it at least so well.
const ROLE: u32 = 4;

/// No more names are read for whose child somebody is.
const MENTIONS: usize = 40;
/// Beginnings of words for somebody's children, and theirs.
const YOUNG: [&str; 6] = ["қызы", "ұлы", "баласы", "немересі", "шөбересі", "перзенті"];

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
                let known = self.elder(head, outer).or_else(|| self.theirs(head, outer, start));
                let unknown = || Speaker::unknown(Some(phrase.clone()));
                known.map_or_else(unknown, |person| self.person(person, Some(phrase.clone()), Rule::Title, 0.7))
            }
            Some(pointer @ (Pointer::Name(_) | Pointer::Body(_))) => self.resolve(&pointer, number, start),
            _ => Speaker::unknown(None),
        }
    }

    /// Whom a speaker means by `апам`, `әкем`: whose daughter, son or grandchild the text says that he is.
    fn elder(&self, head: usize, outer: usize) -> Option<usize> {
        let text = self.text;
        let norm = text.norm(head);
        let elder = ["апа", "ана", "шеше", "әке", "әже", "ата", "аже"].iter().any(|start| norm.starts_with(start));
        let speaker = self.told.get(outer)?.person.filter(|_| elder && norm.ends_with('м'))?;
        let young = |norm: &str| YOUNG.iter().any(|start| norm.starts_with(start));
        let role = self.names.people[speaker].roles.iter().find(|role| young(text.norm(role.head)))?;
        let number = text.sentence_of(role.tokens.start)?;
        let from = text.sentences[number.saturating_sub(1)].start;
        let mut named =
            self.names.within(from..role.tokens.end).iter().rev().take(MENTIONS).map(|mention| mention.person);
        named.find(|person| *person != speaker)
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
