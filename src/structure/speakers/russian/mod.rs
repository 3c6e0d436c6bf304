//! The words in a Russian attribution that point to the speaker: the subject of its verb.
//!
//! [`owners`] knows whose words a noun names, [`places`] and [`bodies`] know bodies, [`titles`] and [`described`] titles.
//! A subject stands in the nominative and agrees with its verb: `сказала` is said of no man.

mod bodies;
mod described;
mod owners;
mod places;
pub(super) mod titles;

use std::ops::Range;

use super::super::names::{Gender, gender_of_verb};
use super::super::quotes::{SAYS, VERB};
use super::super::tokens::{Case, Kind};
use super::pointer::{Look, Pointer, text_gender};
use super::titles::{HER, HIS, KIN, NAMELESS, PRONOUN, THEY, TITLE};
use titles::feminine;

/// The form of a verb that its subject must fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    gender: Option<Gender>,
    plural: bool,
}

impl Form {
    pub(super) fn of(norm: &str) -> Self {
        let plural = ["ли", "лись", "ют", "ут", "ят", "ются", "ятся", "утся", "атся"];
        let plural =
            plural.iter().any(|ending| norm.ends_with(ending)) || norm.ends_with("жат") || norm.ends_with("чат");
        Form { gender: gender_of_verb(norm), plural }
    }
}

/// What may be the subject of an attribution.
struct Candidate {
    at: usize,
    pointer: Pointer,
    gender: Option<Gender>,
    plural: bool,
}

impl Look<'_> {
    /// The subject of an attribution that stands on its own: `сказал журналистам Иван Петров`.
    pub(super) fn russian_subject(&self, range: Range<usize>) -> Option<Pointer> {
        let text = self.text;
        let verb = range.clone().find(|at| self.cues.is(text, *at, SAYS));
        if let Some(cited) = verb.and_then(|verb| self.cited(verb, range.end)) {
            return Some(cited);
        }
        let form = Form::of(text.norm(verb.unwrap_or(range.start)));
        let candidates = self.candidates(range.clone());
        let fitting = candidates.iter().position(|candidate| candidate.fits(form));
        let first = fitting.or_else(|| (!form.plural && !candidates.is_empty()).then_some(0));
        if let Some(first) = first {
            return Some(self.named_after(&candidates[first..]).pointer.clone());
        }
        let body = || self.body_in_place(&range).or_else(|| self.body(range.clone()));
        let verb = verb.unwrap_or(range.start);
        body().or_else(|| self.in_place(&range, verb)).or_else(|| {
            let his = range.clone().find(|at| self.names.titles.is(text, *at, HIS | HER))?;
            Some(Pointer::Pronoun(his, text_gender(self.names.titles.at(text, his))))
        })
    }

    /// The subject of a sentence that goes on to a quotation: that of its last verb of speech.
    pub(super) fn russian_subject_of_verb(&self, range: Range<usize>) -> Option<Pointer> {
        let text = self.text;
        let verb = range.clone().rev().find(|at| self.cues.is(text, *at, VERB))?;
        if let Some(cited) = self.cited(verb, range.end) {
            return Some(cited);
        }
        let form = Form::of(text.norm(verb));
        let candidates = self.candidates(range.start..verb);
        let clauses = self.clauses(range.start..verb);
        let own = clauses.last().cloned().unwrap_or(range.start..verb);
        let within = |clause: &Range<usize>| {
            candidates
                .iter()
                .rev()
                .filter(|candidate| clause.contains(&candidate.at))
                .find(|candidate| candidate.fits(form))
        };
        if let Some(candidate) = within(&own) {
            return Some(candidate.pointer.clone());
        }
        // `…, который заявил: «…»`: the one before the comma, in whatever case.
        if matches!(text.norm(own.start), "который" | "которая" | "которое" | "которые")
            && let Some(antecedent) =
                own.start.checked_sub(1).and_then(|comma| self.antecedent(range.start..comma, form))
        {
            return Some(antecedent);
        }
        // `сообщил журналистам Иванов, что «…»`
        let comma = (verb..range.end).find(|at| text.is(*at, ',')).unwrap_or(range.end);
        let after = self.candidates(verb..comma);
        if let Some(first) = after.iter().position(|candidate| candidate.fits(form)) {
            return Some(self.named_after(&after[first..]).pointer.clone());
        }
        if let Some(body) = self.body_in_place(&own).or_else(|| self.body_in_place(&(verb..comma))) {
            return Some(body);
        }
        // `Иванов, вернувшийся из Омска, отказался ответить Петрову, но сказал: «…»`: who the sentence is about.
        for clause in clauses.iter().rev().skip(1).filter(|clause| !self.is_relative(clause.start)) {
            let deed = clause.clone().find(|at| self.is_past(*at)).unwrap_or(clause.end);
            if let Some(candidate) = within(&(clause.start..deed)) {
                return Some(candidate.pointer.clone());
            }
        }
        let rest = candidates.iter().rev().find(|candidate| candidate.fits(form));
        let rest = rest.map(|candidate| candidate.pointer.clone());
        rest.or_else(|| self.body(own))
            .or_else(|| self.in_place(&range, verb))
            .or_else(|| self.foreign_name(verb, &range))
            .or_else(|| self.body(range.start..verb))
    }

    /// The name that a title leads to over more titles: `актёр, продюсер и директор театра «Арт» Иван Петров`.
    fn named_after<'c>(&self, candidates: &'c [Candidate]) -> &'c Candidate {
        let text = self.text;
        let first = &candidates[0];
        let (Pointer::Title(..), Some(name)) =
            (&first.pointer, candidates.iter().find(|candidate| matches!(candidate.pointer, Pointer::Name(_))))
        else {
            return first;
        };
        let goes_on = (first.at..name.at).all(|at| match text.tokens[at].kind {
            Kind::Mark(',') if at + 1 == name.at => true,
            Kind::Mark(',') => (at + 1..at + 4).any(|next| self.names.titles.is(text, next, TITLE | NAMELESS | KIN)),
            Kind::Mark(mark) => matches!(mark, '«' | '»' | '"' | '“' | '”' | '-' | '(' | ')'),
            _ => !self.cues.is(text, at, SAYS),
        });
        if goes_on { name } else { first }
    }

    /// The first title that can be a subject, before any name that can.
    pub(super) fn first_title(&self, range: Range<usize>) -> Option<(Range<usize>, usize)> {
        let end = range.end.min(range.start + 24);
        match self.candidates(range.start..end).into_iter().next()?.pointer {
            Pointer::Title(phrase, head) => Some((phrase, head)),
            _ => None,
        }
    }

    /// The one before a relative clause that brings speech: `…о Белове, который отвечает словами: «…»`.
    pub(super) fn before_relative(&self, lead: &Range<usize>) -> Option<Pointer> {
        let clause = self.clauses(lead.clone()).pop()?;
        let own = !self.names.within(clause.clone()).iter().any(|mention| self.is_subject(mention));
        let who = matches!(self.text.norm(clause.start), "который" | "которая") && own;
        let verb = clause.clone().skip(1).find(|at| self.text.word(*at).is_some())?;
        let comma = clause.start.checked_sub(1).filter(|comma| who && *comma > lead.start)?;
        self.antecedent(lead.start..comma, Form::of(self.text.norm(verb)))
    }

    /// All that may be a subject in a range, in order.
    fn candidates(&self, range: Range<usize>) -> Vec<Candidate> {
        let (text, names) = (self.text, self.names);
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            if let Some(mention) = names.at(at) {
                if self.is_subject(mention) {
                    let gender = names.people[mention.person].gender;
                    let plural = text.norm(mention.tokens.end) == "и" || at > 0 && text.norm(at - 1) == "и";
                    found.push(Candidate { at, pointer: Pointer::Name(mention.clone()), gender, plural });
                }
                at = mention.tokens.end.max(at + 1);
                continue;
            }
            // `один из источников`
            if matches!(text.norm(at), "один" | "одна")
                && text.norm(at + 1) == "из"
                && !names.within(at..range.end).iter().any(|mention| self.is_subject(mention))
            {
                let gender = Some(if text.norm(at) == "один" { Gender::Man } else { Gender::Woman });
                found.push(Candidate { at, pointer: Pointer::Others(at), gender, plural: false });
            }
            let kind = names.titles.at(text, at);
            if kind & PRONOUN != 0 {
                let plural = kind & THEY != 0;
                let pronoun = self.pronoun(at);
                let gender = match &pronoun {
                    Pointer::Pronoun(_, Some(true)) => Some(Gender::Man),
                    Pointer::Pronoun(_, Some(false)) => Some(Gender::Woman),
                    _ => None,
                };
                found.push(Candidate { at, pointer: pronoun, gender, plural });
            } else if kind & (TITLE | NAMELESS | KIN) != 0
                && self.is_nominative_title(at, range.end)
                && !self.leads_to_name(at)
            {
                let phrase = self.title_phrase(at, &range);
                let next = names.within(at..phrase.end).first().map_or(phrase.end, |name| name.tokens.start);
                let gender = feminine(text.norm(at)).then_some(Gender::Woman);
                found.push(Candidate { at, pointer: Pointer::Title(phrase, at), gender, plural: false });
                // What follows a title is its own: `глава комитета`.
                at = next.max(at + 1);
                continue;
            }
            at += 1;
        }
        found
    }

    /// The clauses of a range, parted by commas.
    fn clauses(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut clauses = Vec::new();
        let mut start = range.start;
        for at in range.clone() {
            if self.text.is(at, ',') || self.text.is(at, ';') {
                clauses.push(start..at);
                start = at + 1;
            }
        }
        clauses.push(start..range.end);
        clauses
    }

    /// Whether a clause says something of what stands before it: `который…`, `в котором…`.
    fn is_relative(&self, start: usize) -> bool {
        (start..start + 2).any(|at| self.text.norm(at).starts_with("котор"))
    }

    /// The last one named before a relative clause.
    fn antecedent(&self, range: Range<usize>, form: Form) -> Option<Pointer> {
        let fits = |mention: &&super::super::names::Mention| {
            let gender = self.names.people[mention.person].gender;
            form.gender.is_none() || gender.is_none() || gender == form.gender
        };
        let near = range.end.saturating_sub(10).max(range.start)..range.end;
        let mention = self.names.within(near).iter().rev().find(fits)?;
        Some(Pointer::Name(mention.clone()))
    }

    /// Whether a verb in the past stands at `at`.
    fn is_past(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        let ends = ["л", "ла", "ли", "ло", "лся", "лась", "лись", "лось"].iter().any(|ending| norm.ends_with(ending));
        ends && norm.chars().count() > 3
            && self.text.tokens[at].case == Case::Small
            && !self.names.is_body(self.text, at)
    }
}

impl Candidate {
    fn fits(&self, form: Form) -> bool {
        let gender = form.gender.is_none() || self.gender.is_none() || self.gender == form.gender;
        gender && (self.plural || !form.plural)
    }
}

#[cfg(test)]
mod tests;
