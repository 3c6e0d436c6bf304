//! What may be the subject of a Russian attribution: a name, a title, a pronoun, several people.

use std::ops::Range;

use super::super::super::names::{GENITIVE, Gender, Mention, gender_of_verb};
use super::super::super::quotes::SAYS;
use super::super::super::tokens::Case;
use super::super::pointer::{Look, Pointer};
use super::super::titles::{DESCRIBED, KIN, NAMELESS, PRONOUN, THEY, TITLE};
use super::Form;
use super::titles::feminine;

/// Of a sentence no more tokens are read.
const LONGEST: usize = 240;

/// What may be the subject of an attribution.
pub(super) struct Candidate {
    pub(super) at: usize,
    pub(super) pointer: Pointer,
    pub(super) gender: Option<Gender>,
    pub(super) plural: bool,
    /// Whether it is several, and nothing else.
    pub(super) several: bool,
}

impl Look<'_> {
    /// All that may be a subject in a range, in order.
    pub(super) fn candidates(&self, range: Range<usize>) -> Vec<Candidate> {
        let (text, names) = (self.text, self.names);
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            if let Some(mention) = names.at(at) {
                if self.is_subject(mention) {
                    let gender = names.people[mention.person].gender;
                    let plural = text.norm(mention.tokens.end) == "и" || at > 0 && text.norm(at - 1) == "и";
                    found.push(Candidate {
                        at,
                        pointer: Pointer::Name(mention.clone()),
                        gender,
                        plural,
                        several: false,
                    });
                }
                at = mention.tokens.end.max(at + 1);
                continue;
            }
            // `кто-то из делегатов`
            if text.norm(at) == "кто" && text.is(at + 1, '-') {
                let gender = Some(Gender::Man);
                found.push(Candidate { at, pointer: Pointer::Others(at), gender, plural: false, several: false });
                at += 3;
                continue;
            }
            // `один из источников`
            if matches!(text.norm(at), "один" | "одна")
                && text.norm(at + 1) == "из"
                && !names.within(at..range.end).iter().any(|mention| self.is_subject(mention))
            {
                let gender = Some(if text.norm(at) == "один" { Gender::Man } else { Gender::Woman });
                found.push(Candidate { at, pointer: Pointer::Others(at), gender, plural: false, several: false });
            }
            if let Some(other) = self.the_other(at) {
                let gender = names.people[other.person].gender;
                found.push(Candidate { at, pointer: Pointer::Name(other), gender, plural: false, several: false });
                at += 1;
                continue;
            }
            let kind = names.titles.at(text, at);
            if let Some(pointer) = self.group(at, &range) {
                found.push(Candidate { at, pointer, gender: None, plural: true, several: true });
                at += 1;
                continue;
            }
            if kind & PRONOUN != 0 {
                let plural = kind & THEY != 0;
                let pronoun = self.pronoun(at);
                let gender = match &pronoun {
                    Pointer::Pronoun(_, Some(true)) => Some(Gender::Man),
                    Pointer::Pronoun(_, Some(false)) => Some(Gender::Woman),
                    _ => None,
                };
                found.push(Candidate { at, pointer: pronoun, gender, plural, several: false });
            } else if (kind & (TITLE | NAMELESS | KIN | DESCRIBED) != 0 || self.is_agent(at))
                && self.is_nominative_title(at, range.end)
                && (!self.leads_to_name(at) || self.is_title_of_other(at))
            {
                let phrase = self.title_phrase(at, &range);
                let next = names.within(at..phrase.end).first().map_or(phrase.end, |name| name.tokens.start);
                let gender = feminine(text.norm(at)).then_some(Gender::Woman);
                found.push(Candidate {
                    at,
                    pointer: Pointer::Title(phrase, at),
                    gender,
                    plural: false,
                    several: false,
                });
                // What follows a title is its own: `глава комитета`.
                at = next.max(at + 1);
                continue;
            }
            at += 1;
        }
        found
    }

    /// `Белов спросил у Гая, что делать, на что тот ответил`: the one who was named last, and is not the subject.
    fn the_other(&self, at: usize) -> Option<Mention> {
        let text = self.text;
        let (gender, number) = match text.norm(at) {
            "тот" | "последний" => (Gender::Man, None),
            "та" | "последняя" => (Gender::Woman, None),
            "первый" => (Gender::Man, Some(0)),
            "первая" => (Gender::Woman, Some(0)),
            "второй" => (Gender::Man, Some(1)),
            "вторая" => (Gender::Woman, Some(1)),
            _ => return None,
        };
        let speaks = self.cues.is(text, at + 1, SAYS)
            || text.tokens.get(at + 1)?.case == Case::Small
                && text.norm(at + 1).chars().count() <= 6
                && self.cues.is(text, at + 2, SAYS);
        let own = text.sentence_of(at).filter(|_| speaks)?;
        if let Some(number) = number {
            return self.one_of_two(own, number, gender);
        }
        let mut start = text.sentences[own].start;
        // `Зал слушал Белова. Тот сказал`: of whom the sentence before tells.
        if self.names.within(start..at).is_empty() {
            start = text.sentences[own.checked_sub(1)?].start;
        }
        let fits = |mention: &&Mention| {
            let own = self.names.people[mention.person].gender;
            own.is_none() || own == Some(gender)
        };
        let named = self.names.within(start..at);
        let subject = named.iter().find(|mention| self.is_subject(mention)).map(|mention| mention.person);
        named.iter().rev().filter(fits).find(|mention| Some(mention.person) != subject).cloned()
    }

    /// `Приехали Белов и Гай. Первый сказал…`: one of the two whom one of the last sentences names.
    fn one_of_two(&self, sentence: usize, number: usize, gender: Gender) -> Option<Mention> {
        const BACK: usize = 3;
        let before = (1..=BACK).filter_map(|back| self.text.sentences.get(sentence.checked_sub(back)?));
        before.into_iter().find_map(|before| {
            let named = self.names.within(before.start..before.end.min(before.start + LONGEST));
            let first = named.first()?;
            let second = named.iter().find(|mention| mention.person != first.person)?;
            let two = named.iter().all(|mention| mention.person == first.person || mention.person == second.person);
            let one = [first, second][number];
            let own = self.names.people[one.person].gender;
            (two && own.is_none_or(|own| own == gender)).then(|| one.clone())
        })
    }

    /// `представитель Лопес сообщил`: the name after the title is in the genitive, as its bearer did not speak.
    fn is_title_of_other(&self, at: usize) -> bool {
        let text = self.text;
        let Some(name) = self.names.at(at + 1).filter(|name| name.cases & GENITIVE != 0) else { return false };
        let gender = self.names.people[name.person].gender;
        let beside = [name.tokens.end, at.wrapping_sub(1)];
        let verb = beside.into_iter().find(|verb| self.cues.is(text, *verb, SAYS));
        let told = verb.and_then(|verb| gender_of_verb(text.norm(verb)));
        told.is_some() && gender.is_some() && told != gender
    }
}

impl Candidate {
    pub(super) fn fits(&self, form: Form) -> bool {
        let gender = form.gender.is_none() || self.gender.is_none() || self.gender == form.gender;
        gender && (self.plural || !form.plural) && (!self.several || form.plural || form.open)
    }
}
