//! Whom a Kazakh pronoun means: the subject of the sentence before, also where that is a title or nobody who is named.

use std::ops::Range;

use super::super::super::quotes::{SAYING, SAYS};
use super::super::titles::{KIN, NAMELESS, TITLE};
use super::super::{Search, Speaker};
use crate::article::Language::Kk;

/// A subject is looked for in so many sentences before the one with the pronoun.
const BEFORE: usize = 2;
/// `Бірі` is the subject where it is one of so many first words.
const ONE: usize = 4;
/// Whose kin somebody is was told in so many sentences before.
const RECENT: usize = 4;
/// A title stands no further from its name.
const FURTHEST: usize = 14;

/// Whom sentences tell of.
#[derive(Debug, Clone)]
pub(in crate::structure::speakers) enum Topic {
    Person(usize),
    /// Whom only words tell from others.
    Described(Box<Speaker>),
    /// Somebody by a title that nobody has, as far as the text tells.
    Someone,
    /// Somebody whom nothing names.
    Nobody,
}

impl Topic {
    /// The one who has a name.
    pub(in crate::structure::speakers) fn person(&self) -> Option<usize> {
        if let Topic::Person(person) = self { Some(*person) } else { None }
    }
}

impl Search<'_> {
    /// Whom the sentences before a place tell of: a title is its holder. `None` where they have no such subject.
    pub(in crate::structure::speakers) fn kazakh_subject_before(&self, place: usize) -> Option<Topic> {
        let text = self.text;
        let last = text.sentence_of(place).filter(|_| text.language == Kk)?;
        for number in (last.saturating_sub(BEFORE)..=last).rev() {
            let sentence = text.sentences[number].clone();
            let range = sentence.start..sentence.end.min(place);
            let spoken = self.spoken.iter().any(|part| part.start < range.end && range.start < part.end);
            let spoke = self.told.iter().zip(self.speeches).rev().take(8);
            let attributed = spoke.filter(|(speaker, _)| speaker.mention.is_some());
            let attributed = attributed
                .filter_map(|(speaker, _)| speaker.mention.as_ref())
                .any(|mention| range.contains(&mention.start));
            if spoken || attributed {
                // Whoever spoke last is found in another way.
                return None;
            }
            if let Some(topic) = self.tells_of(number, range) {
                return Some(topic);
            }
        }
        None
    }

    /// Whom what stands in a range, of the sentence of a number, is about.
    pub(super) fn tells_of(&self, number: usize, range: Range<usize>) -> Option<Topic> {
        let text = self.text;
        let named = self.subjects(range.clone(), None).next().map(|mention| (mention.tokens.start, mention.person));
        let topic = self.titled_topic(&range);
        // `Солардың бірі, атын айтпаған зейнеткер, үнсіз.`: somebody, whom nothing names.
        let one = (range.start..range.end.min(range.start + ONE)).any(|at| matches!(text.norm(at), "бірі" | "біреуі"));
        let unnamed = |head: usize| self.wants_no_name(head) || one;
        if named.is_none() && topic.as_ref().is_some_and(|(_, head)| unnamed(*head)) {
            return Some(Topic::Nobody);
        }
        let Some((phrase, head)) = topic else { return named.map(|(_, person)| Topic::Person(person)) };
        if let Some((_, person)) = named.filter(|(name, _)| *name < head) {
            return Some(Topic::Person(person));
        }
        let holder = self.holder(&phrase, head, range.start, None).map(|(_, person)| person);
        if let Some(person) = holder.or_else(|| self.called(head, range.start)) {
            return Some(Topic::Person(person));
        }
        if let Some(described) = self.described(&phrase, head, self.told_before(range.start)) {
            return Some(Topic::Described(Box::new(described)));
        }
        // `Ардагер қырық жыл істеген` after a sentence about somebody in the same paragraph means him.
        let before = number.checked_sub(1).map(|before| text.sentences[before].clone());
        let goes_on = before.is_some_and(|before| text.paragraph_of(before.start) == text.paragraph_of(range.start));
        if goes_on && named.is_none() { None } else { Some(Topic::Someone) }
    }

    /// Who spoke or was told of last before a place.
    pub(super) fn told_before(&self, place: usize) -> Option<usize> {
        self.recent_within(RECENT, place, None)
    }

    /// The title that is the subject of a sentence, with its head.
    fn titled_topic(&self, sentence: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let text = self.text;
        let is_subject = |at: &usize| {
            let next = text.norm(at + 1);
            let accusative = ["ды", "ді", "ты", "ті", "ны", "ні"].iter().any(|ending| next.ends_with(ending));
            let possessed = next.ends_with(['ы', 'і']) && !accusative;
            self.names.titles.is(text, *at, TITLE | NAMELESS | KIN)
                && self.names.at(*at).is_none()
                && (self.look.is_nominative_title(*at, sentence.end) || self.look.cues.is(text, at + 1, SAYING))
                // `президент сайлауы` is an election, `министр Асхат Иманов` a name.
                && !possessed
                && !self.leads_to_subject(*at, sentence.end)
        };
        let head = sentence.clone().take(12).find(is_subject)?;
        Some((self.look.title_phrase(head, sentence), head))
    }

    /// Whether a title belongs to a name after it that the sentence tells of: `жоба жетекшісі, доктор Жұманованың айтуынша`.
    fn leads_to_subject(&self, at: usize, end: usize) -> bool {
        let mention = self.subjects(at..end.min(at + FURTHEST), None).next();
        let told = |at: usize| self.look.cues.is(self.text, at, SAYS);
        mention.is_some_and(|mention| !(at..mention.tokens.start).any(told))
    }
}
