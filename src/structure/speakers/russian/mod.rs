//! The words in a Russian attribution that point to the speaker: the subject of its verb.
//!
//! [`candidates`] are all that may be a subject; [`owners`] knows whose words a noun names, [`places`] and [`bodies`] know
//! bodies, [`titles`] and [`described`] titles, by their [`forms`] and [`wordings`]; [`lately`] knows who spoke right
//! before; [`documents`] and [`deeds`] tell whose words those are beside which nobody speaks.
//! A subject stands in the nominative and agrees with its verb: `сказала` is said of no man.

mod bodies;
mod candidates;
mod deeds;
mod described;
mod documents;
mod forms;
mod lately;
mod nouns;
mod owners;
mod places;
pub(super) mod titles;
mod wordings;

use std::ops::Range;

use super::super::names::{Gender, Mention, gender_of_verb};
use super::super::quotes::{REPORTS, SAYING, SAYS, VERB};
use super::super::tokens::{Case, Kind};
use super::pointer::{Look, Pointer, text_gender};
use super::titles::{HER, HIS, KIN, NAMELESS, TITLE};
use crate::article::Language::Ru;
use candidates::Candidate;
pub(super) use documents::is_decree;
pub(super) use places::gender_of_kind;

/// The form of a verb that its subject must fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    gender: Option<Gender>,
    plural: bool,
    /// Whether it tells nothing of the subject: `назвав`, `отмечая`.
    open: bool,
}

impl Form {
    pub(super) fn of(norm: &str) -> Self {
        let plural = ["ли", "лись", "ют", "ут", "ят", "ются", "ятся", "утся", "атся"];
        let plural = plural.iter().any(|ending| norm.ends_with(ending))
            || norm.ends_with("жат")
            || norm.ends_with("чат")
            || matches!(norm, "намерены" | "уверены" | "убеждены" | "готовы");
        let open =
            ["ав", "ив", "ев", "яв", "ая", "яя", "уя", "ясь", "вшись"].iter().any(|ending| norm.ends_with(ending));
        Form { gender: gender_of_verb(norm), plural, open }
    }
}

impl Look<'_> {
    /// The subject of an attribution that stands on its own: `сказал журналистам Иван Петров`.
    pub(super) fn russian_subject(&self, range: Range<usize>) -> Option<Pointer> {
        let text = self.text;
        let verb = range.clone().find(|at| self.cues.is(text, *at, SAYS));
        if let Some(cited) = verb.and_then(|verb| self.cited(verb, range.end)) {
            return Some(cited);
        }
        // `эти слова Белова приводит агентство`
        let words = range.clone().take(4).find(|at| text.norm(*at) == "слова");
        if let Some(owner) = words.and_then(|words| self.russian_owner(words, &range)) {
            return Some(owner);
        }
        // `«…», — по словам Белова`
        if text.norm(range.start) == "по" && self.cues.is(text, range.start + 1, SAYING) {
            return self.russian_owner(range.start + 1, &range);
        }
        let form = Form::of(text.norm(verb.unwrap_or(range.start)));
        let passed_on = verb.is_some_and(|verb| self.cues.is(text, verb, REPORTS));
        if let Some(source) = passed_on.then(|| self.source(&range)).flatten() {
            return Some(source);
        }
        if let Some(body) = verb.and_then(|verb| self.body_after(verb, &range, form)) {
            return Some(body);
        }
        if form.plural
            && let Some(there) = self.there_beside(verb)
        {
            return Some(there);
        }
        let candidates = self.candidates(range.clone());
        // `сказала Хелле Торн`: a name right after the verb is its subject, whatever its form says of its bearer.
        let next = verb.and_then(|verb| {
            candidates
                .iter()
                .position(|candidate| candidate.at == verb + 1 && matches!(candidate.pointer, Pointer::Name(_)))
        });
        let fitting =
            next.filter(|_| !form.plural).or_else(|| candidates.iter().position(|candidate| candidate.fits(form)));
        let any = || candidates.iter().position(|candidate| !candidate.several).filter(|_| !form.plural);
        let first = fitting.or_else(any);
        if let Some(first) = first {
            return Some(self.named_after(&candidates[first..]).pointer.clone());
        }
        let body = || self.body_in_place(&range).or_else(|| self.body(range.clone()));
        let verb = verb.unwrap_or(range.start);
        let foreign = || self.foreign_name_after(verb, range.end);
        foreign().or_else(body).or_else(|| self.in_place(&range, verb)).or_else(|| {
            let his = range.clone().find(|at| self.names.titles.is(text, *at, HIS | HER))?;
            Some(Pointer::Pronoun(his, text_gender(self.names.titles.at(text, his))))
        })
    }

    /// The subject of a sentence that goes on to a quotation: that of its last verb of speech.
    pub(super) fn russian_subject_of_verb(&self, range: Range<usize>) -> Option<Pointer> {
        let text = self.text;
        let verb = self.leading_verb(&range)?;
        if let Some(cited) = self.cited(verb, range.end) {
            return Some(cited);
        }
        if let Some(source) = self.cues.is(text, verb, REPORTS).then(|| self.source(&range)).flatten() {
            return Some(source);
        }
        let form = Form::of(text.norm(verb));
        if form.plural
            && let Some(there) = self.there_beside(Some(verb))
        {
            return Some(there);
        }
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
        // `Президент уверен, что Иванов справится и отметил: «…»`: the second verb goes back to the first subject.
        let goes_back =
            matches!(text.norm(own.start), "что") && verb.checked_sub(1).is_some_and(|and| text.norm(and) == "и");
        if let Some(candidate) = within(&own).filter(|_| !goes_back) {
            return Some(candidate.pointer.clone());
        }
        // `…, который заявил: «…»`: the one before the comma, in whatever case.
        if matches!(text.norm(own.start), "который" | "которая" | "которое" | "которые")
            && let Some(antecedent) =
                own.start.checked_sub(1).and_then(|comma| self.antecedent(range.start..comma, form))
        {
            return Some(antecedent);
        }
        if let Some(body) = self.body_before(&own, verb, form) {
            return Some(body);
        }
        // `сообщил журналистам Иванов, что «…»`
        let comma = (verb..range.end).find(|at| text.is(*at, ',')).unwrap_or(range.end);
        // `Как отметил на форуме, который прошёл в Уфе, министр Белов, «…»`
        let comma = match self.clauses(comma + 1..range.end.max(comma + 1)).first() {
            Some(clause)
                if self.is_relative(clause.start)
                    && clause.end < range.end
                    && self.candidates(verb..comma).is_empty() =>
            {
                let next = clause.end + 1;
                (next..range.end).find(|at| text.is(*at, ',')).unwrap_or(range.end)
            }
            _ => comma,
        };
        let after = self.candidates(verb..comma);
        if let Some(first) = after.iter().position(|candidate| candidate.fits(form)) {
            return Some(self.named_after(&after[first..]).pointer.clone());
        }
        if let Some(body) = self.body_in_place(&own).or_else(|| self.body_in_place(&(verb..comma))) {
            return Some(body);
        }
        // `Иванов, вернувшийся из Омска, отказался ответить Петрову, но сказал: «…»`: who the sentence is about.
        // `Президент выразил уверенность, что Иванов справится, и отметил: «…»`: not the one of whom he is sure.
        let own_subject =
            |clause: &&Range<usize>| !self.is_relative(clause.start) && !self.is_subordinate(clause.start);
        for clause in clauses.iter().rev().skip(1).filter(own_subject) {
            let deed = clause.clone().find(|at| self.is_past(*at)).unwrap_or(clause.end);
            if let Some(candidate) = within(&(clause.start..deed)) {
                return Some(candidate.pointer.clone());
            }
        }
        // `Белова писала ему, что он прав, назвав его «…»`: nobody calls himself so.
        let him = form.open && self.names.titles.is(text, verb + 1, HIS | HER);
        let other = |candidate: &&Candidate| !him || !matches!(candidate.pointer, Pointer::Pronoun(..));
        let rest = candidates.iter().rev().filter(other).find(|candidate| candidate.fits(form));
        let rest = rest.map(|candidate| candidate.pointer.clone());
        rest.or_else(|| self.body(own))
            .or_else(|| self.in_place(&range, verb))
            .or_else(|| self.foreign_name(verb, &range))
            .or_else(|| self.body(range.start..verb))
            .or_else(|| self.foreign_name_after(verb, range.end))
            // `заявила председатель`: a word for a man that is said of women too.
            .or_else(|| (!after.is_empty()).then(|| self.named_after(&after).pointer.clone()))
    }

    /// `отрезали там`, `Там подчеркнули`: wherever somebody spoke before.
    fn there_beside(&self, verb: Option<usize>) -> Option<Pointer> {
        let verb = verb?;
        let places = [verb.checked_sub(1), Some(verb + 1), verb.checked_sub(2)];
        let there = places.into_iter().flatten().find(|at| self.text.norm(*at) == "там")?;
        (self.text.sentence_of(there) == self.text.sentence_of(verb)).then_some(Pointer::Others(there))
    }

    /// The verb that brings what follows a range: the last one; but where it stands far back in what is told, as in
    /// `рассказал, что назвали его случайно: «…»`, the one that tells.
    fn leading_verb(&self, range: &Range<usize>) -> Option<usize> {
        let text = self.text;
        let is_verb = |at: &usize| self.cues.is(text, *at, VERB) && !self.is_of_relative(*at, range);
        let last = range.clone().rev().find(is_verb)?;
        let told = (range.start..last).rev().find(|at| text.is(*at, ','));
        // `В письме говорится, что Белова признали виновным в «…»`: nobody is said to have told it.
        let nobody = |comma: usize| {
            Form::of(text.norm(last)).plural && !self.candidates(comma..last).iter().any(|candidate| candidate.plural)
        };
        let far = text.is(range.end - 1, ':') && last + 3 < range.end;
        // `Он сказал, что считает Белова героем, а дом «пора сносить»`: one who speaks and thinks.
        let same = |comma: usize| last == comma + 2;
        let told = told.filter(|comma| text.norm(comma + 1) == "что" && (far || nobody(*comma) || same(*comma)));
        let first = told.and_then(|comma| (range.start..comma).rev().find(is_verb));
        Some(first.unwrap_or(last))
    }

    /// Who knows or does what a clause with `что` tells: `Позже он узнал, что его дом «стоял на болоте»`.
    pub(super) fn subject_of_clause(&self, lead: &Range<usize>) -> Option<Pointer> {
        let text = self.text;
        let what = |at: &usize| text.norm(*at) == "что" && text.is(at - 1, ',');
        let comma = (lead.start + 1..lead.end).rev().find(what)? - 1;
        let own = self.clauses(lead.start..comma).pop()?;
        let verb = own.clone().rev().find(|at| self.is_past(*at))?;
        let form = Form::of(text.norm(verb));
        let candidates = self.candidates(own);
        candidates.into_iter().find(|candidate| candidate.fits(form)).map(|candidate| candidate.pointer)
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
            _ => !self.ends_title(at),
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
        // `с подругой, которая стала её опорой: «…»`: she says nothing.
        let who = who && clause.clone().any(|at| self.cues.is(self.text, at, VERB | SAYING));
        let verb = clause.clone().skip(1).find(|at| self.text.word(*at).is_some())?;
        let comma = clause.start.checked_sub(1).filter(|comma| who && *comma > lead.start)?;
        self.antecedent(lead.start..comma, Form::of(self.text.norm(verb)))
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

    /// Whether a verb stands in a clause that tells of what something was said: `письмо, о котором говорил Белов`.
    pub(super) fn is_of_relative(&self, verb: usize, range: &Range<usize>) -> bool {
        let text = self.text;
        let comma = (range.start..verb).rev().find(|at| text.is(*at, ','));
        let told = |comma: usize| matches!(text.norm(comma + 1), "о" | "об") && self.is_relative(comma + 1);
        text.language == Ru && comma.is_some_and(told)
    }

    /// The last one named before a relative clause.
    fn antecedent(&self, range: Range<usize>, form: Form) -> Option<Pointer> {
        let fits = |mention: &&Mention| {
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

#[cfg(test)]
mod tests;
