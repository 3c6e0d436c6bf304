//! Whoever spoke, or was told of, right before: `сказала женщина`, `добавил собеседник агентства`, `уточнили там`.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::{Body, Gender, Role, clean};
use super::super::super::quotes::SAYS;
use super::super::super::tokens::Kind;
use super::super::pointer::Pointer;
use super::super::titles::{KIN, NAMELESS, TITLE};
use super::super::{Search, Speaker};
use super::nouns::hides;
use super::titles::feminine;
use crate::article::Language::Ru;

/// In no more sentences before somebody spoke who is told of as a man or a woman.
const SPOKE: usize = 3;
/// In no more somebody was told of who talks to a paper.
const TALKS: usize = 2;
/// In no more tokens before a text speaks of a source that it hides.
const HIDDEN: usize = 400;

/// What people who write for it are called journalists of.
const PAPERS: &[&str] = &[
    "газета",
    "журнал",
    "издание",
    "портал",
    "телеканал",
    "ресурс",
    "интернет-ресурс",
    "интернет-издание",
    "радиостанция",
];

impl Search<'_> {
    /// `«Мы проснулись», — вспоминает жительница дома. Женщина вышла. «Было темно», — говорит она`: who spoke last, and
    /// has no name, if nobody has been named since.
    pub(in crate::structure::speakers) fn worded_lately(
        &self,
        place: usize,
        gender: Option<Gender>,
    ) -> Option<Speaker> {
        let text = self.text;
        let last = self.told.last().filter(|_| text.language == Ru)?;
        let worded = last.rule == Rule::Title && last.person.is_none() && last.name.is_some();
        let mention = last.mention.clone().filter(|_| worded)?;
        let near = text.sentence_of(place)?.checked_sub(text.sentence_of(mention.start)?)? <= SPOKE;
        let head = mention.clone().find(|at| self.names.titles.is(text, *at, TITLE | NAMELESS | KIN))?;
        let own = if feminine(text.norm(head)) { Gender::Woman } else { self.gender_of(head).unwrap_or(Gender::Man) };
        let alone = mention.end <= place && self.names.within(mention.end..place).is_empty();
        (near && alone && gender.is_none_or(|gender| gender == own))
            .then(|| Speaker { confidence: 0.6, ..last.clone() })
    }

    /// `сообщил представитель посольства. «…», — сказал собеседник агентства`: whoever is told to speak right before,
    /// unless the text hides a source.
    pub(super) fn interlocutor(&self, head: usize, start: usize, gender: Option<Gender>) -> Option<Speaker> {
        let text = self.text;
        let talks = ["собеседник", "собеседниц"].iter().any(|word| text.norm(head).starts_with(word));
        let sentence = text.sentence_of(head.min(start)).filter(|_| talks)?;
        let place = text.sentences[sentence].start;
        if (place.saturating_sub(HIDDEN)..place).any(|at| hides(text.norm(at))) {
            return None;
        }
        let fits = |speaker: &Speaker| {
            let own = speaker.person.and_then(|person| self.names.people[person].gender);
            speaker.name.is_some() && (own.is_none() || gender.is_none() || own == gender)
        };
        let spoke = self.told.last().zip(self.told.len().checked_sub(1).map(|last| &self.speeches[last]));
        let near = |place: usize| text.sentence_of(place).is_some_and(|there| sentence.abs_diff(there) <= TALKS);
        let spoke = spoke.filter(|(_, speech)| near(speech.parts[speech.parts.len() - 1].start));
        if let Some((speaker, _)) = spoke {
            return Some(speaker.clone()).filter(|speaker| fits(speaker) && speaker.rule != Rule::Organisation);
        }
        self.teller_in((1..=TALKS).filter_map(|back| Some(text.sentences[sentence.checked_sub(back)?].clone())), start)
            .filter(|speaker| fits(speaker))
    }

    /// `Как пишет «Труд», … «…», — отмечают журналисты`: the paper that was named last, for which they write.
    pub(in crate::structure::speakers) fn paper_of(&self, group: usize) -> Option<Speaker> {
        const WRITERS: &[&str] =
            &["журналист", "корреспондент", "репортер", "авторы", "авторов", "редактор", "расследовател"];
        let text = self.text;
        let writes = WRITERS.iter().any(|writer| text.norm(group).starts_with(writer)) && text.language == Ru;
        let sentence = text.sentence_of(group).filter(|_| writes)?;
        let low = text.sentences[sentence.saturating_sub(TALKS)].start.max(group.saturating_sub(HIDDEN));
        (low..group).rev().find_map(|at| {
            let open = matches!(text.tokens[at].kind, Kind::Mark('«' | '"' | '“'));
            let close =
                (at + 2..group.min(at + 6)).find(|at| matches!(text.tokens[*at].kind, Kind::Mark('»' | '"' | '”')));
            let close = close.filter(|_| open && text.tokens[at + 1].is_capital())?;
            let kind = at.checked_sub(1).map_or("", |before| text.norm(before));
            let kind = text.lexicon.names.body(kind).unwrap_or_default();
            // `«Известия» уверены`, `пишет «Труд»`, `интернет-ресурс «Власть»`
            let says = [Some(close + 1), at.checked_sub(1)]
                .into_iter()
                .flatten()
                .any(|beside| self.look.cues.is(text, beside, SAYS));
            let tokens = at + 1..close;
            let body = Body { name: clean(text, &tokens), kind: String::new(), tokens };
            (says || PAPERS.contains(&kind)).then(|| Speaker { confidence: 0.6, ..self.body(&body) })
        })
    }

    /// Who is told to speak in the first of these sentences that has a verb of speech.
    fn teller_in(&self, mut sentences: impl Iterator<Item = Range<usize>>, start: usize) -> Option<Speaker> {
        let mut sentences =
            sentences.by_ref().map(|sentence| sentence.start..sentence.end.min(sentence.start + HIDDEN));
        let verb = |sentence: &Range<usize>| sentence.clone().find(|at| self.look.cues.is(self.text, *at, SAYS));
        let sentence = sentences.find(|sentence| verb(sentence).is_some())?;
        let pointer = self.look.subject_of_verb(sentence)?;
        let person = matches!(pointer, Pointer::Title(..) | Pointer::Name(_));
        person.then(|| self.resolve(&pointer, self.told.len(), start))
    }

    /// `Пресс-секретарь полиции Белова сказала… «…», — добавила представитель ведомства`: who spoke last, and speaks for a
    /// body.
    pub(super) fn spokesman_lately(
        &self,
        phrase: &Range<usize>,
        place: usize,
        gender: Option<Gender>,
    ) -> Option<Speaker> {
        let text = self.text;
        let last = self.told.last()?;
        let number = last.person?;
        let person = &self.names.people[number];
        let speaks = |role: &Role| {
            role.tokens
                .clone()
                .any(|at| ["пресс", "представител", "спикер"].iter().any(|word| text.norm(at).starts_with(word)))
        };
        let speech = &self.speeches[self.told.len() - 1];
        let there = text.sentence_of(speech.parts.last()?.end.checked_sub(1)?)?;
        let near = text.sentence_of(place)?.checked_sub(there)? <= TALKS;
        let small = !phrase.clone().skip(1).any(|at| text.tokens[at].is_capital());
        let fits = gender.is_none() || person.gender.is_none() || person.gender == gender;
        (near && small && fits && person.roles.iter().any(speaks)).then(|| self.person(number, None, Rule::Title, 0.7))
    }

    /// `В минюсте отменили встречу. «…», — отрезали там`: the body that spoke last, or in which something was said or done.
    pub(in crate::structure::speakers) fn there(&self, at: usize) -> Option<Speaker> {
        let text = self.text;
        let sentence = text.sentence_of(at).filter(|_| text.norm(at) == "там")?;
        let last = self.told.last().filter(|last| last.rule == Rule::Organisation);
        let near = |mention: &Range<usize>| {
            text.sentence_of(mention.start).is_some_and(|there| sentence.saturating_sub(there) <= TALKS)
        };
        if let Some(last) = last.filter(|last| last.mention.as_ref().is_some_and(near)) {
            return Some(Speaker { confidence: 0.6, ..last.clone() });
        }
        let before = (1..=TALKS).filter_map(|back| Some(text.sentences[sentence.checked_sub(back)?].clone()));
        let body = before.into_iter().find_map(|before| self.look.body_in_place(&before));
        match body? {
            Pointer::Body(body) => Some(Speaker { confidence: 0.6, ..self.body(&body) }),
            _ => None,
        }
    }
}
