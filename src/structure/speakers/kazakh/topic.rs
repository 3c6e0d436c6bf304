//! Whom a Kazakh pronoun means: the subject of the sentence before, also where that is a title or nobody who is named.

use std::ops::Range;

use super::super::super::quotes::{SAYING, SAYS};
use super::super::Search;
use super::super::titles::{KIN, NAMELESS, TITLE};
use crate::article::Language::Kk;

/// A subject is looked for in so many sentences before the one with the pronoun.
const BEFORE: usize = 2;
/// `Бірі` is the subject where it is one of so many first words.
const ONE: usize = 4;
/// A title stands no further from its name.
const FURTHEST: usize = 14;

impl Search<'_> {
    /// Whom the sentences before a place tell of: a title is its holder; `Some(None)` for somebody whom nothing names.
    /// `None` where they have no such subject.
    pub(in crate::structure::speakers) fn kazakh_subject_before(&self, place: usize) -> Option<Option<usize>> {
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
            let named =
                self.subjects(range.clone(), None).next().map(|mention| (mention.tokens.start, Some(mention.person)));
            let topic = self.titled_topic(&range);
            // `Солардың бірі, атын айтпаған зейнеткер, үнсіз.`: somebody, whom nothing names.
            let one =
                (range.start..range.end.min(range.start + ONE)).any(|at| matches!(text.norm(at), "бірі" | "біреуі"));
            let unnamed = |head: usize| self.wants_no_name(head) || one;
            if named.is_none() && topic.as_ref().is_some_and(|(_, head)| unnamed(*head)) {
                return Some(None);
            }
            let titled = topic.map(|(phrase, head)| {
                (phrase.start, self.holder(&phrase, head, range.start, None).map(|(_, person)| person))
            });
            // `Ардагер қырық жыл істеген` after a sentence about somebody in the same paragraph means him.
            let before = number.checked_sub(1).map(|before| text.sentences[before].clone());
            let goes_on =
                before.is_some_and(|before| text.paragraph_of(before.start) == text.paragraph_of(range.start));
            match (named, titled) {
                (None, Some((_, None))) if goes_on => {}
                (Some((name, person)), Some((title, _))) if name < title => return Some(person),
                (_, Some((_, holder))) => return Some(holder),
                (Some((_, person)), None) => return Some(person),
                (None, None) => {}
            }
        }
        None
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
