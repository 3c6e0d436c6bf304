//! Whom a pointer means: a title through roles, a pronoun through who was named last, a body through its fullest name.

use std::ops::Range;

use super::super::draft::Rule;
use super::super::names::{Body, Endings, GENITIVE, Gender, Mention, clean, gender_of_verb};
use super::super::quotes::{SAYING, SAYS};
use super::super::tokens::Case;
use super::kazakh::Topic;
use super::pointer::text_gender;
use super::russian::gender_of_kind;
use super::titles::{self, NAMELESS};
use super::{FAR, Search, Speaker};
use crate::article::Language::{Kk, Ru};

/// A pronoun stands no further from the beginning of a sentence that it goes on to tell of.
const NEAR: usize = 12;

fn man_or_woman(he: bool) -> Gender {
    if he { Gender::Man } else { Gender::Woman }
}

impl Search<'_> {
    /// A title: the person who has it as a role; or for a plain word the person named last.
    pub(super) fn titled(&self, phrase: Range<usize>, head: usize, start: usize) -> Speaker {
        if self.text.language == Ru {
            self.titled_in_russian(phrase, head, start)
        } else {
            self.titled_in_kazakh(phrase, head, start)
        }
    }

    /// A speaker whom the text does not name: its own words.
    pub(super) fn worded(&self, phrase: Range<usize>, rule: Rule) -> Speaker {
        let words = clean(self.text, &phrase);
        let mut letters = words.chars();
        let lowered = match letters.next() {
            Some(first)
                if self.text.tokens[phrase.start].case == Case::Capital && self.names.at(phrase.start).is_none() =>
            {
                first.to_lowercase().chain(letters).collect()
            }
            _ => words,
        };
        Speaker { name: Some(lowered), role: None, mention: Some(phrase), rule, confidence: 0.6, person: None }
    }

    /// Several whom the text does not name.
    pub(super) fn several(&self, phrase: &Range<usize>, words: &str) -> Speaker {
        let lowered = self.worded(phrase.clone(), Rule::Title);
        let first = lowered.name.as_deref().and_then(|name| name.chars().next());
        let name = first.into_iter().chain(words.chars().skip(1)).collect();
        Speaker { name: Some(name), confidence: 0.5, ..lowered }
    }

    pub(super) fn gender_of(&self, head: usize) -> Option<Gender> {
        if self.text.language != Ru {
            return None;
        }
        let near = (head.saturating_sub(4)..head + 4).filter(|at| self.look.cues.is(self.text, *at, SAYS));
        near.filter_map(|at| gender_of_verb(self.text.norm(at))).next()
    }

    /// Where a person was last named before a place, or after it where nowhere before.
    pub(super) fn last_mention(&self, person: usize, start: usize) -> usize {
        let before = self.names.within(start.saturating_sub(4000)..start);
        before.iter().rev().take(200).find(|mention| mention.person == person).map_or(0, |mention| mention.tokens.start)
    }

    /// A pronoun: who was named last and can be meant.
    pub(super) fn meant(&self, at: usize, he: Option<bool>, number: usize, start: usize) -> Speaker {
        let gender = match (self.text.lexicon.names.endings, he) {
            (Endings::Kazakh, _) | (_, None) => None,
            (_, Some(true)) => Some(Gender::Man),
            (_, Some(false)) => Some(Gender::Woman),
        };
        let mention = Some(at..at + 1);
        if self.names.titles.is(self.text, at, titles::THEY) {
            let they = Some(at).filter(|_| self.text.language == Ru).and_then(|at| self.they_before(at));
            return Speaker { mention, ..they.unwrap_or_else(|| Speaker::unknown(None)) };
        }
        let place = at.min(start);
        if self.is_after_nameless(number, place) {
            return Speaker::unknown(mention);
        }
        if let Some(body) = gender.and_then(|gender| self.body_meant(number, place, gender)) {
            return Speaker { mention, ..body };
        }
        if self.is_one_of_several(place) {
            return Speaker::unknown(mention);
        }
        let titled = self.titled_before(place, gender);
        if let Some(titled) = titled.or_else(|| gender.and_then(|_| self.worded_lately(at, gender))) {
            return Speaker { mention, ..titled };
        }
        // The subject of the same sentence before the pronoun.
        let lead = self.speeches[number].lead.clone().filter(|lead| lead.contains(&at)).map(|lead| lead.start..at);
        let own = lead.and_then(|lead| self.subjects(lead, gender).next());
        if own.is_none()
            && let Some(subject) = self.kazakh_subject_before(place)
        {
            return match subject {
                Topic::Person(person) => self.person(person, mention, Rule::Pronoun, 0.8),
                Topic::Described(speaker) => Speaker { mention, rule: Rule::Pronoun, ..*speaker },
                Topic::Someone | Topic::Nobody => Speaker::unknown(mention),
            };
        }
        match own.map(|mention| mention.person).or_else(|| self.recent(place, gender)) {
            Some(person) => self.person(person, mention, Rule::Pronoun, 0.85),
            None => match gender.and_then(|gender| self.body_of_gender(place, gender)) {
                Some(body) => Speaker { mention, confidence: 0.5, ..body },
                None => Speaker::unknown(mention),
            },
        }
    }

    /// `Мост взорвала группировка. «Это месть», — говорится в её письме`: the one body of the sentence before.
    fn body_of_gender(&self, place: usize, gender: Gender) -> Option<Speaker> {
        let text = self.text;
        let before = text.sentence_of(place).filter(|_| text.language == Ru)?.checked_sub(1)?;
        let range = text.sentences[before].clone();
        let first = self.look.bodies.partition_point(|body| body.tokens.start < range.start);
        let mut bodies = self.look.bodies[first..].iter().take(8).take_while(|body| body.tokens.start < range.end);
        let body = bodies.next().filter(|_| bodies.next().is_none())?;
        (gender_of_kind(&body.kind) == Some(gender)).then(|| self.body(body))
    }

    /// `Белый дом назвал это победой. Он также…`: the body that spoke last, where nobody was named since.
    fn body_meant(&self, number: usize, place: usize, gender: Gender) -> Option<Speaker> {
        let text = self.text;
        let speaker = self.told.get(number.checked_sub(1)?).filter(|last| last.rule == Rule::Organisation)?;
        let mention = speaker.mention.clone().filter(|_| text.language == Ru)?;
        let at = self.look.bodies.partition_point(|body| body.tokens.start < mention.start);
        let body = self.look.bodies.get(at).filter(|body| body.tokens == mention)?;
        let near = text.sentence_of(place)?.saturating_sub(text.sentence_of(mention.start)?) <= 1
            && text.paragraph_of(place) == text.paragraph_of(mention.start);
        let sure = |mention: &&Mention| mention.cases & GENITIVE == 0;
        let alone = near && !self.subjects(mention.end..place, Some(gender)).any(|mention| sure(&mention));
        (alone && gender_of_kind(&body.kind) == Some(gender)).then(|| Speaker { confidence: 0.6, ..speaker.clone() })
    }

    /// Whether the sentence before tells what one of several said: `подтвердил один из участников`.
    fn is_one_of_several(&self, place: usize) -> bool {
        let text = self.text;
        let number = text.sentence_of(place).filter(|_| text.language == Ru).and_then(|here| here.checked_sub(1));
        let Some(before) = number.map(|number| text.sentences[number].clone()) else { return false };
        let one = before.clone().find(|at| matches!(text.norm(*at), "один" | "одна") && text.norm(at + 1) == "из");
        let told = before.clone().any(|at| self.look.cues.is(text, at, SAYS));
        one.is_some_and(|one| {
            told && self.names.within(one..place).is_empty() && self.names.within(before.start..one).is_empty()
        })
    }

    /// Whether somebody whom the text does not name spoke right before: `По его словам` is then no one else.
    fn is_after_nameless(&self, number: usize, place: usize) -> bool {
        let Some(before) = number.checked_sub(1) else { return false };
        let (speech, speaker) = (&self.speeches[before], &self.told[before]);
        let clause = speech.clause.as_ref().filter(|_| self.text.language == Ru && speaker.name.is_none());
        let pointed = |clause: &Range<usize>| {
            let nameless = clause.clone().any(|at| self.names.titles.is(self.text, at, NAMELESS));
            let near = self.text.sentence_of(place).zip(self.text.sentence_of(clause.start));
            nameless && near.is_some_and(|(here, there)| here - there <= 1)
        };
        clause.is_some_and(pointed)
    }

    /// The mentions in a range that are subjects, outside of speech, of people of a gender.
    pub(super) fn subjects(&self, range: Range<usize>, gender: Option<Gender>) -> impl Iterator<Item = &Mention> {
        let fits = move |mention: &&Mention| {
            let person = self.names.people[mention.person].gender;
            gender.is_none() || person.is_none() || person == gender
        };
        self.names
            .within(range)
            .iter()
            .take(64)
            .filter(fits)
            .filter(|mention| self.leads(mention) && !self.is_spoken(mention))
    }

    /// Whether somebody is what a sentence is about: its subject, or the one whose words it gives.
    pub(super) fn leads(&self, mention: &Mention) -> bool {
        let before = mention.tokens.start.saturating_sub(6)..mention.tokens.start;
        // `на сайте Белова` tells where, not whose words.
        let saying = |at: usize| self.look.cues.is(self.text, at, SAYING) && self.text.norm(at) != "сайте";
        let words = self.text.language == Ru && before.rev().any(saying);
        let after = self.text.language == Kk && self.look.cues.is(self.text, mention.tokens.end, SAYING);
        words || after || self.look.is_subject(mention)
    }

    pub(super) fn is_spoken(&self, mention: &Mention) -> bool {
        let next = self.spoken.partition_point(|part| part.start <= mention.tokens.start);
        next.checked_sub(1).is_some_and(|part| self.spoken[part].contains(&mention.tokens.start))
    }

    /// Who was last named, or spoke last, before a place.
    pub(super) fn recent(&self, place: usize, gender: Option<Gender>) -> Option<usize> {
        let fits = |person: usize| {
            let known = self.names.people[person].gender;
            gender.is_none() || known.is_none() || known == gender
        };
        self.recent_within(FAR, place, gender).or_else(|| {
            // Anyone at all of that gender who was named, and was alone.
            let mut near = self.names.within(place.saturating_sub(600)..place).iter().rev();
            near.find(|mention| fits(mention.person) && !self.is_spoken(mention)).map(|mention| mention.person)
        })
    }

    /// Who was last named, or spoke last, in so many sentences up to a place.
    pub(super) fn recent_within(&self, sentences: usize, place: usize, gender: Option<Gender>) -> Option<usize> {
        let text = self.text;
        let last = text.sentence_of(place)?;
        let fits = |person: &usize| {
            let known = self.names.people[*person].gender;
            gender.is_none() || known.is_none() || known == gender
        };
        // Through so many sentences somebody alone is followed: `Это рекорд Белова. В мае он победил. Он рад.`
        let mut alone_back = 1;
        for back in 0..sentences {
            let Some(number) = last.checked_sub(back) else { break };
            let sentence = text.sentences[number].clone();
            let range = sentence.start..sentence.end.min(place);
            // A speaker who was found there.
            let spoke = self.told.iter().zip(self.speeches).rev().take(8).find(|(speaker, speech)| {
                let at = speech.clause.as_ref().map_or(speech.parts[0].start, |clause| clause.start);
                speaker.person.is_some_and(|person| fits(&person)) && range.contains(&at)
            });
            if let Some(person) = spoke.and_then(|(speaker, _)| speaker.person) {
                return Some(person);
            }
            if let Some(person) = self.titled_subject(range.clone(), back, gender) {
                return Some(person);
            }
            if let Some(mention) = self.subjects(range.clone(), gender).next() {
                return Some(mention.person);
            }
            // `В твиттере Петрова появилась просьба.` One alone, in whatever case.
            let he = |at: usize| {
                text_gender(self.names.titles.at(text, at)).is_some_and(|he| gender == Some(man_or_woman(he)))
            };
            if back == alone_back && gender.is_some() && range.clone().take(NEAR).any(he) {
                alone_back += 1;
            }
            if text.language == Ru && back <= alone_back && text.paragraph_of(range.start) == text.paragraph_of(place) {
                let mut named = self.names.within(range).iter().filter(|mention| !self.is_spoken(mention));
                let first = named.next().filter(|mention| fits(&mention.person));
                if let Some(alone) = first.filter(|first| named.all(|other| other.person == first.person)) {
                    return Some(alone.person);
                }
            }
        }
        None
    }

    /// A body: the fullest name of its kind that fits.
    pub(super) fn body(&self, body: &Body) -> Speaker {
        if self.text.language == Ru {
            return self.russian_body(body);
        }
        if let Some(owned) = self.owned_body(body) {
            return owned;
        }
        let same = self.kinds.get(&body.kind).into_iter().flatten().take(64).map(|number| &self.look.bodies[*number]);
        let alone = body.tokens.len() == 1;
        let full = if alone {
            let mut longer = same.filter(|other| other.tokens.len() > 1);
            // Of several the one that was named last, or else the first.
            let before = longer.clone().take_while(|other| other.tokens.start < body.tokens.start);
            before.filter(|other| self.proper(other) > 0).last().or_else(|| longer.find(|other| self.proper(other) > 0))
        } else {
            None
        };
        // `ведомство` is whichever was named last.
        let plain = body.tokens.clone().all(|at| {
            self.text.tokens[at].case == Case::Small
                || self.text.sentences[self.text.sentence_of(at).unwrap_or(0)].start == at
        });
        let generic = (alone || plain && body.tokens.len() == 2) && self.text.lexicon.names.is_generic(&body.kind);
        let first = self.look.bodies.partition_point(|other| other.tokens.start < body.tokens.start);
        let last = || {
            self.look.bodies[..first]
                .iter()
                .rev()
                .take(8)
                .find(|other| self.proper(other) > 0 && other.kind != body.kind)
        };
        let full = full.or_else(|| if generic { last() } else { None });
        let confidence = if alone && full.is_none() { 0.6 } else { 0.8 };
        let name = full.unwrap_or(body).name.clone();
        Speaker {
            name: Some(name),
            role: None,
            mention: Some(body.tokens.clone()),
            rule: Rule::Organisation,
            confidence,
            person: None,
        }
    }

    /// How much the name of a body tells.
    pub(super) fn proper(&self, body: &Body) -> usize {
        body.tokens.clone().filter(|at| self.text.tokens[*at].is_capital()).count()
    }
}
