//! Pronouns: whom the sentences before were about.

use super::super::super::draft::Rule;
use super::super::super::names::{Body, Gender, Mention};
use super::super::titles::{HE, SHE};
use super::super::{Search, Speaker};
use super::grammar::CLAUSE;
use super::refer::{Meant, Sort, nobody};

/// A pronoun means nobody who was named in an earlier sentence than this.
pub(super) const BACK: usize = 12;
/// `it` and `they` mean what was named near.
const NEAR: usize = 4;

impl Search<'_> {
    /// `he`, `she`: who was last told of and can be meant.
    pub(super) fn he_or_she(&self, at: usize, he: bool) -> Meant {
        let text = self.text;
        let gender = Some(if he { Gender::Man } else { Gender::Woman });
        let words = at..at + 1;
        let nobody = || nobody(words.clone(), Sort::Human(gender));
        let Some(sentence) = text.sentence_of(at) else { return nobody() };
        // Earlier in the same sentence: `Ann met Bob before he said`.
        let own = text.sentences[sentence].start.max(at.saturating_sub(80))..at;
        if let Some(mention) = self.subjects(own, gender).next() {
            return self.human(mention.person, words, Rule::Pronoun, 0.85);
        }
        for back in 1..=BACK.min(sentence) {
            let number = sentence - back;
            let confidence = if back <= 4 { 0.85 } else { 0.7 };
            if let Some(Some(topic)) = self.english.topics.get(number)
                && matches!(topic.sort, Sort::Either)
                    | matches!(topic.sort, Sort::Human(known) if known.is_none() || known == gender)
            {
                return match topic.speaker.person {
                    Some(person) => self.human(person, words, Rule::Pronoun, confidence),
                    None => Meant {
                        speaker: Speaker { mention: Some(words), rule: Rule::Pronoun, ..topic.speaker.clone() },
                        sort: Sort::Human(gender),
                    },
                };
            }
            let range = text.sentences[number].clone();
            if let Some(mention) = self.subjects(range.clone(), gender).next() {
                return self.human(mention.person, words, Rule::Pronoun, confidence - 0.1);
            }
            // `Ms Lee’s stall was spared.`, `The windows in Ann Lee’s kitchen hum.`
            let named = self.names.within(range.clone());
            let owner = named.first().filter(|first| named.iter().all(|other| other.person == first.person));
            let owner = owner.filter(|owner| self.reader().owns(owner.tokens.end) && !self.is_spoken(owner));
            // `The player ran when he met Tom Hill’s corner`: somebody else is told of.
            let other = |at: usize| self.names.titles.is(text, at, HE | SHE) || self.reader().is(at, CLAUSE);
            let owner = owner.filter(|owner| !(range.start..owner.tokens.start).any(other));
            if let Some(owner) = owner.filter(|owner| self.may_be(owner.person, gender)) {
                return self.human(owner.person, words, Rule::Pronoun, confidence - 0.15);
            }
        }
        let mut near = self.names.within(at.saturating_sub(600)..at).iter().rev();
        let fits = |mention: &&Mention| {
            let known = self.names.people[mention.person].gender;
            (known.is_none() || known == gender) && !self.is_spoken(mention)
        };
        match near.find(fits) {
            Some(mention) => self.human(mention.person, words, Rule::Pronoun, 0.55),
            None => nobody(),
        }
    }

    /// `it`: the body last told of.
    pub(super) fn thing(&self, at: usize) -> Meant {
        if let Some(speaker) = self.teller_of_own(at) {
            return Meant { speaker: Speaker { mention: Some(at..at + 1), ..speaker }, sort: Sort::Group };
        }
        match self.group_before(at, NEAR) {
            Some(speaker) => {
                Meant { speaker: Speaker { mention: Some(at..at + 1), confidence: 0.75, ..speaker }, sort: Sort::Group }
            }
            None => nobody(at..at + 1, Sort::Group),
        }
    }

    /// `Prices rose, the bureau said in its report`: whoever says it there.
    fn teller_of_own(&self, at: usize) -> Option<Speaker> {
        let text = self.text;
        let start = text.sentences[text.sentence_of(at)?].start.max(at.saturating_sub(24));
        let reader = self.reader();
        let verb = (start.max(at.saturating_sub(4))..at).rev().find(|verb| reader.says(*verb))?;
        let comma = (start..verb).rev().find(|at| text.is(*at, ',')).map_or(start, |comma| comma + 1);
        let told = reader.phrase(comma, verb).filter(|phrase| phrase.core.end.max(phrase.rest.end) <= verb)?;
        let meant = self.refer(&told).filter(|meant| matches!(meant.sort, Sort::Group) && comma > start)?;
        meant
            .speaker
            .name
            .is_some()
            .then(|| Speaker { confidence: meant.speaker.confidence.min(0.75), ..meant.speaker })
    }

    /// `they`: the body or the people last told of.
    pub(super) fn they(&self, at: usize) -> Meant {
        match self.group_before(at, NEAR) {
            Some(speaker) => {
                Meant { speaker: Speaker { mention: Some(at..at + 1), confidence: 0.65, ..speaker }, sort: Sort::Group }
            }
            None => nobody(at..at + 1, Sort::Group),
        }
    }

    /// The body that the sentences before a place are about.
    pub(super) fn group_before(&self, at: usize, sentences: usize) -> Option<Speaker> {
        let text = self.text;
        let sentence = text.sentence_of(at)?;
        let own = text.sentences[sentence].start..at;
        let reader = self.reader();
        let told = own.start < at && !self.is_spoken_from(own.start);
        let here = told
            .then(|| reader.first_subject(own.start..own.end.min(own.start + 80)))
            .flatten()
            .filter(|phrase| !reader.is_pronoun(phrase.core.start) && phrase.core.end < at);
        let here = here
            .and_then(|phrase| self.refer(&phrase))
            .filter(|meant| matches!(meant.sort, Sort::Group | Sort::Either) && meant.speaker.name.is_some());
        if let Some(meant) = here {
            return Some(meant.speaker);
        }
        for back in 1..=sentences.min(sentence) {
            let number = sentence - back;
            if let Some(Some(topic)) = self.english.topics.get(number)
                && matches!(topic.sort, Sort::Group | Sort::Either)
            {
                return Some(topic.speaker.clone());
            }
            let range = text.sentences[number].clone();
            let first = self.look.bodies.partition_point(|body| body.tokens.end <= range.start);
            let inside = self.look.bodies[first..].iter().take_while(|body| body.tokens.start < range.end);
            let proper = |body: &&Body| {
                body.tokens.len() > 1
                    && text.tokens[body.tokens.start].is_capital()
                    && !self.is_spoken_at(body.tokens.start)
            };
            if let Some(body) = inside.take(16).find(proper) {
                return Some(Speaker { confidence: 0.6, ..self.organisation_of(&body.tokens, 0.6) });
            }
        }
        None
    }

    pub(super) fn is_spoken_at(&self, at: usize) -> bool {
        let next = self.spoken.partition_point(|part| part.start <= at);
        next.checked_sub(1).is_some_and(|part| self.spoken[part].contains(&at))
    }
}
