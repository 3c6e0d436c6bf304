//! Speech without marks around it: turns of an interview, dashes without an attribution, marks that were lost.

use std::ops::Range;

use super::super::tokens::Kind;
use super::attribution::{at_dash, first_verb, is_dash};
use super::cues::{OWN, PARTICLE, REPORTS, SAYING, SAYS, WRITTEN};
use super::dashes::{self, begins};
use super::interview::{Side, Turn};
use super::judge::Form;
use super::speech::Finder;
use crate::article::Language::{En, Kk, Ru};

impl Finder<'_> {
    /// A turn of an interview, with the paragraphs over which it goes on.
    pub(super) fn turn(&mut self, number: usize, turn: &Turn) -> usize {
        self.waiting.clear();
        let (side, label, words) = match turn {
            Turn::Dashed(side, words) => {
                let cut = dashes::cut(self.text, self.cues, words.clone(), false);
                if cut.clause.is_some() {
                    let found = self.found.len();
                    self.dashed(number, self.text.paragraphs[number].clone());
                    if let Some(speech) = self.found.get_mut(found) {
                        speech.side = Some(*side);
                    }
                    return number + 1;
                }
                (*side, None, words)
            }
            Turn::Labelled(side, label, words) => (*side, Some(label.clone()), words),
            Turn::Plain(side, words) => (*side, None, words),
            Turn::More(words) => (Side::Answers, None, words),
        };
        let mut parts = vec![words.clone()];
        let mut next = number + 1;
        while let Some(Some(Turn::More(words))) = self.turns.get(next) {
            parts.push(words.clone());
            next += 1;
        }
        let found = self.found.len();
        // Kazakh and English papers print questions without the dashes of the answers, as headings.
        let heading = matches!(turn, Turn::Plain(Side::Asks, _))
            && self.text.language != Ru
            && matches!(self.turns.get(number + 1), Some(Some(Turn::Dashed(..))));
        self.push(parts, Form::Bare, None, label, None);
        if let Some(speech) = self.found.get_mut(found) {
            speech.side = Some(side);
            speech.heading = heading;
        }
        next
    }

    /// Speech after a dash without an attribution: it may go on in the next paragraph, stand alone, or be a list.
    pub(super) fn unsigned(&mut self, number: usize, words: Range<usize>) {
        let dashed = |number: usize| self.text.paragraphs.get(number).is_some_and(|next| begins(self.text, next));
        let last = self.text.tokens[words.end - 1].kind;
        if matches!(last, Kind::Mark('?')) {
            self.waiting.clear();
            return self.push(vec![words], Form::Bare, None, None, None);
        }
        let signed = |number: usize| {
            let paragraph = self.text.paragraphs[number].clone();
            dashes::cut(self.text, self.cues, paragraph.start + 1..paragraph.end, false).clause.is_some()
        };
        let before = number.checked_sub(1).map(|before| self.text.paragraphs[before].clone());
        if let Some(lead) =
            before.filter(|before| dashed(number + 1) && self.waiting.is_empty() && self.introduces(before))
            && signed(number + 1)
        {
            // Two speak: one was introduced, the next has an attribution.
            return self.push(vec![words], Form::Bare, None, Some(lead), None);
        }
        if dashed(number + 1) {
            self.waiting.push(words);
            return;
        }
        let waiting = std::mem::take(&mut self.waiting);
        let before = number.checked_sub(1).map(|before| self.text.paragraphs[before].clone());
        let told = before.is_some_and(|before| self.introduces(&before));
        let alone = waiting.is_empty() && words.len() >= 6 && !dashed(number.wrapping_sub(1));
        if matches!(last, Kind::Mark('.' | '!' | '…')) && (told || alone) {
            let lead =
                if told { number.checked_sub(1).map(|before| self.text.paragraphs[before].clone()) } else { None };
            self.push([waiting, vec![words]].concat(), Form::Bare, None, lead, None);
        }
    }

    /// Whether a paragraph is somebody's words that a layout set off: the line before brings them with a colon.
    pub(super) fn is_set_off(&self, number: usize) -> bool {
        let text = self.text;
        let paragraph = &text.paragraphs[number];
        let Some(before) = number.checked_sub(1).map(|before| &text.paragraphs[before]) else { return false };
        let first = text.tokens[paragraph.start];
        if !text.is(before.end - 1, ':') || !first.is_capital() || paragraph.len() < 6 {
            return false;
        }
        // One line end, as a layout leaves it where it set the words off.
        let between = &text.raw[text.span(before.clone()).end..text.span(paragraph.clone()).start];
        between.matches('\n').count() == 1
            && (self.introduces(before) || self.speaks_himself(paragraph))
            && self.has_names_only(number)
    }

    /// Whether somebody speaks of himself, or answers, in a Russian paragraph.
    fn speaks_himself(&self, paragraph: &Range<usize>) -> bool {
        let text = self.text;
        let we = |at: usize| matches!(text.norm(at), "мы" | "нас" | "нам" | "нами") || text.norm(at).starts_with("наш");
        let answers = matches!(text.norm(paragraph.start), "да" | "нет") && text.is(paragraph.start + 1, ',');
        let ended = paragraph.clone().any(|at| matches!(text.tokens[at].kind, Kind::Mark('.' | '!' | '?' | '…')));
        text.language == Ru && ended && (answers || paragraph.clone().any(|at| we(at) || self.cues.is(text, at, OWN)))
    }

    /// A paragraph without any marks: they may have been lost.
    pub(super) fn lost(&mut self, number: usize, paragraph: Range<usize>) {
        let text = self.text;
        let before = number.checked_sub(1).map(|before| text.paragraphs[before].clone());
        if before.is_some_and(|before| self.introduces(&before)) {
            return;
        }
        if let Some(start) = self.after_colon(&paragraph) {
            let lead = self.lead(start).or(Some(paragraph.start.max(start.saturating_sub(80))..start));
            let cut = dashes::cut(text, self.cues, start..paragraph.end, false);
            let form = if cut.clause.is_some() { Form::Direct } else { Form::Bare };
            return self.push(cut.parts, form, cut.clause, lead, None);
        }
        // `Ауылды түсірген адам адаспайды, – деп сөзін қорытты Тимур.`
        let dash = (paragraph.start + 1..paragraph.end)
            .find(|at| is_dash(text, *at) && at_dash(text, self.cues, *at, paragraph.end).is_some());
        let Some(dash) = dash else { return };
        let Some(clause) = at_dash(text, self.cues, dash, paragraph.end) else { return };
        let verb = first_verb(text, self.cues, clause.range.clone(), 2).filter(|at| {
            let cue = self.cues.at(text, *at);
            cue & REPORTS == 0 && (cue & PARTICLE != 0 || text.language != Kk && cue & SAYS != 0)
        });
        let reported = text.language == Kk && self.cues.is(text, clause.range.start + 1, REPORTS);
        // `Комиссия — группа, созданная Беловым, — решает, кто прав`: nobody speaks.
        let subject = verb.is_none_or(|verb| !text.is(verb + 1, ','));
        if verb.is_some()
            && subject
            && !reported
            && (clause.range.len() > 1 || text.language == Kk && self.is_parted(&paragraph, dash))
            && text.language != En
            && dash - paragraph.start >= 4
        {
            // `Әкесі: – Мақтанамын, – деді.`
            let colon =
                (paragraph.start..dash.saturating_sub(2)).find(|at| text.is(*at, ':') && is_dash(text, *at + 1));
            // `Анасы риза емес. – Балам келмейді, – деді ол.`
            let told = (paragraph.start..dash.saturating_sub(2))
                .find(|at| text.is(*at, '.') && is_dash(text, *at + 1) && text.tokens[*at + 2].is_capital())
                .filter(|_| text.language == Kk && colon.is_none());
            let start = colon.or(told).map_or(paragraph.start, |before| before + 2);
            let lead = colon.map(|colon| paragraph.start.max(colon.saturating_sub(80))..colon + 1);
            let cut = dashes::cut(text, self.cues, start..paragraph.end, false);
            self.push(cut.parts, Form::Direct, cut.clause, lead, None);
        }
    }

    /// Whether a colon and a dash bring the words of a paragraph before `end`: `Асан Омаров: – Барамыз, – дейді.`
    fn is_parted(&self, paragraph: &Range<usize>, end: usize) -> bool {
        (paragraph.start..end).any(|at| self.text.is(at, ':') && is_dash(self.text, at + 1))
    }

    /// Where speech begins that a verb and a colon bring, without marks: `Аким ответил: — Построим`,
    /// `Аким сказал: Мы всё построим.`
    fn after_colon(&self, paragraph: &Range<usize>) -> Option<usize> {
        let text = self.text;
        let said = |colon: usize| {
            let near = paragraph.start.max(colon.saturating_sub(4))..colon;
            near.clone().any(|at| {
                let cue = self.cues.at(text, at);
                cue & (SAYS | PARTICLE) != 0 && cue & REPORTS == 0
            })
        };
        let colon = (paragraph.start..paragraph.end).find(|at| text.is(*at, ':') && said(*at))?;
        let dash = colon + 1 < paragraph.end && is_dash(text, colon + 1);
        let start = colon + 1 + usize::from(dash);
        let first = text.tokens.get(start).filter(|_| start < paragraph.end)?;
        // A list of names has capitals, too.
        let long = |at: &usize| text.word(*at).is_some() && text.tokens[*at].end - text.tokens[*at].start > 3;
        let (mut words, mut capitals) = (0, 0);
        for at in (start..paragraph.end).filter(long) {
            words += 1;
            capitals += usize::from(text.tokens[at].is_capital());
        }
        let least = if dash { 1 } else { 3 };
        let ended = matches!(text.tokens[paragraph.end - 1].kind, Kind::Mark('.' | '!' | '?' | '…'));
        let speech =
            first.is_capital() && first.spaced && ended && words >= least && (dash || capitals * 3 <= words + 1);
        speech.then_some(start)
    }

    /// Whether a paragraph ends with a colon that brings somebody's words.
    fn introduces(&self, paragraph: &Range<usize>) -> bool {
        let Some(sentence) = self.text.sentence_of(paragraph.end - 1) else { return false };
        let start = self.text.sentences[sentence].start.max(paragraph.end.saturating_sub(80));
        self.text.is(paragraph.end - 1, ':')
            && (start..paragraph.end).any(|at| self.cues.is(self.text, at, SAYS | SAYING | WRITTEN | PARTICLE))
    }
}
