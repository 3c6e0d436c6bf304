//! Words beside which no verb of speech stands: they are of whoever does what the sentence tells.
//!
//! `Жители вышли с плакатом «…»`, `Белов видит выход в том, чтобы «…»`.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::gender_of_verb;
use super::super::super::quotes::SAYS;
use super::super::super::tokens::Case;
use super::super::pointer::{Look, Pointer};
use super::super::titles::{HER, HIS};
use super::super::{Search, Speaker};
use super::Form;

impl Look<'_> {
    /// The subject of the last main clause in a range that has one.
    pub(in crate::structure::speakers) fn doer(&self, range: &Range<usize>) -> Option<Pointer> {
        let main = |clause: &&Range<usize>| !self.is_relative(clause.start) && !self.is_subordinate(clause.start);
        self.clauses(range.clone()).iter().rev().filter(main).find_map(|clause| {
            // `министерство опубликовало`
            let by_body =
                |at: usize| self.is_past(at) && self.body_before(clause, at, Form::of(self.text.norm(at))).is_some();
            let verb = clause.clone().find(|at| self.is_deed(*at) || by_body(*at))?;
            let form = Form::of(self.text.norm(verb));
            let before = self.candidates(clause.start..verb);
            let fitting = before.into_iter().find(|candidate| candidate.fits(form));
            fitting
                .map(|candidate| candidate.pointer)
                .or_else(|| self.body_before(clause, verb, form))
                .or_else(|| self.foreign_name(verb, clause))
                .or_else(|| {
                    let near = verb..clause.end.min(verb + 4);
                    let after = self.candidates(near).into_iter().next();
                    after.filter(|after| after.fits(form)).map(|after| after.pointer)
                })
        })
    }

    /// Whether a clause depends on what stands before it.
    pub(super) fn is_subordinate(&self, start: usize) -> bool {
        matches!(
            self.text.norm(start),
            "что"
                | "чтобы"
                | "как"
                | "когда"
                | "если"
                | "поскольку"
                | "потому"
                | "хотя"
                | "пока"
                | "чей"
        )
    }

    /// Whether a verb stands at `at` that tells what somebody did, or wants.
    fn is_deed(&self, at: usize) -> bool {
        const WANTS: &[&str] = &[
            "видит",
            "видят",
            "хочет",
            "хотят",
            "намерен",
            "намерена",
            "намерены",
            "готов",
            "готова",
            "готовы",
            "планирует",
            "планируют",
            "стремится",
            "верит",
            "ждет",
            "боится",
            "ценит",
            "старается",
            "стараются",
            "пытается",
            "пытаются",
            "предпочитает",
            "мечтает",
            "поддерживает",
            "выступает",
        ];
        let norm = self.text.norm(at);
        let small = self.text.tokens[at].case == Case::Small;
        small
            && (self.is_past(at) && !norm.ends_with("ло") || WANTS.contains(&norm) || self.cues.is(self.text, at, SAYS))
    }
}

impl Search<'_> {
    /// Whoever does what a range tells.
    pub(in crate::structure::speakers) fn doer_of(
        &self,
        lead: Range<usize>,
        number: usize,
        start: usize,
    ) -> Option<Speaker> {
        let pointer = self.look.doer(&lead)?;
        // `Его фонд построил школу: «Я рад»`
        let his = |at: &usize| self.names.titles.is(self.text, *at, HIS | HER);
        let speaker = match &pointer {
            Pointer::Body(body) => match body.tokens.start.checked_sub(1).filter(his) {
                Some(his) => self.resolve(&self.look.pronoun(his), number, start),
                None => self.resolve(&pointer, number, start),
            },
            _ => self.resolve(&pointer, number, start),
        };
        speaker.name.is_some().then_some(Speaker { confidence: speaker.confidence.min(0.5), ..speaker })
    }

    /// `В письме обещал, что «…»`: a verb of speech without a subject is of whoever the sentences before are about.
    pub(in crate::structure::speakers) fn dropped(&self, lead: &Range<usize>) -> Option<Speaker> {
        let text = self.text;
        let verb = lead.clone().rev().find(|at| self.look.cues.is(text, *at, SAYS))?;
        let deed = lead.clone().rev().find(|at| self.look.is_past(*at));
        let gender = gender_of_verb(text.norm(verb)).or_else(|| deed.and_then(|at| gender_of_verb(text.norm(at))))?;
        let alone = self.look.candidates(lead.clone()).is_empty();
        let person =
            self.recent(text.sentences[text.sentence_of(lead.start)?].start, Some(gender)).filter(|_| alone)?;
        Some(self.person(person, None, Rule::Continuation, 0.55))
    }

    /// Several who open one of the last sentences, in the same paragraph: `Родители приехали. Они сказали…`
    pub(in crate::structure::speakers) fn they_before(&self, place: usize) -> Option<Speaker> {
        let text = self.text;
        let here = text.sentence_of(place)?;
        let before = (1..=2).filter_map(|back| Some(text.sentences[here.checked_sub(back)?].clone()));
        let same = |sentence: &Range<usize>| text.paragraph_of(sentence.start) == text.paragraph_of(place);
        before.filter(same).find_map(|sentence| {
            let first = sentence.start..sentence.end.min(sentence.start + 4);
            let group = first.into_iter().find_map(|at| self.look.group(at, &sentence))?;
            match group {
                Pointer::Group(phrase, words) if phrase.start == sentence.start => Some(self.several(&phrase, &words)),
                _ => None,
            }
        })
    }
}
