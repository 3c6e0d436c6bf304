//! Direct speech in its paragraphs: runs in marks and speech without them put together, each with its attribution.

use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::Kind;
use super::cues::Cues;
use super::dashes::{self, begins};
use super::interview::{Side, Turn, turns};
use super::judge::{Form, judge};
use super::marks::{Marked, is_quotation, pairs};
use crate::article::Language::Kk;

/// Somebody's words, and where to look for who said them. Positions are tokens.
#[derive(Debug, Clone)]
pub(in crate::structure) struct Speech {
    /// The words, in order.
    pub(in crate::structure) parts: Vec<Range<usize>>,
    /// How they stand in the text.
    pub(in crate::structure) form: Form,
    /// The attribution after them or inside: `сказал он`.
    pub(in crate::structure) clause: Option<Range<usize>>,
    /// What stands before them in their sentence.
    pub(in crate::structure) lead: Option<Range<usize>>,
    /// What stands after them in their sentence.
    pub(in crate::structure) tail: Option<Range<usize>>,
    /// Whether the lead introduces them with a colon.
    pub(in crate::structure) introduced: bool,
    /// The side that speaks, in an interview.
    pub(in crate::structure) side: Option<Side>,
    /// Whether it is a question that stands as a heading over its answer: no quotation, but it tells who answers.
    pub(in crate::structure) heading: bool,
}

/// Speech over several paragraphs has no more than this.
const MOST_PARAGRAPHS: usize = 12;

/// Of the words around speech in its sentence no more tokens than this say whose it is; a sentence may be a whole text.
const FURTHEST: usize = 240;

/// All direct speech of a text, in the order of its first words.
pub(in crate::structure) fn speeches(text: &Text, cues: &Cues) -> Vec<Speech> {
    let mut runs: Vec<Vec<Marked>> = text.paragraphs.iter().map(|paragraph| pairs(text, paragraph.clone())).collect();
    drop_apostrophes(text, &mut runs);
    let turns = turns(text, cues, &runs);
    let mut finder = Finder { text, cues, runs: &runs, turns: &turns, found: Vec::new(), waiting: Vec::new() };
    let mut number = 0;
    while number < text.paragraphs.len() {
        number = finder.paragraph(number);
    }
    let mut found = finder.found;
    super::terms::drop_terms(text, &runs, &mut found);
    let inner = super::nested::nested(text, cues, &found);
    if !inner.is_empty() {
        found.extend(inner);
        found.sort_by_key(|speech| speech.parts[0].start);
    }
    // The headline of an interview says what was answered.
    let headline = text.paragraphs.first().map_or(0, |first| first.end);
    let interview = found.iter().any(|speech| speech.side == Some(Side::Asks));
    for speech in found.iter_mut().take_while(|speech| interview && speech.parts[0].start < headline) {
        if speech.side.is_none() && speech.clause.is_none() {
            speech.side = Some(Side::Answers);
        }
    }
    found
}

/// A single mark that nothing closes may be an apostrophe: it opens speech only where the next paragraph begins with
/// such a mark, too.
fn drop_apostrophes(text: &Text, runs: &mut [Vec<Marked>]) {
    let single = |at: usize| matches!(text.tokens[at].kind, Kind::Mark('\'' | '‘'));
    let mut next = false;
    for (number, runs) in runs.iter_mut().enumerate().rev() {
        let open =
            runs.last().is_some_and(|run| run.opened && !run.closed && single(run.open) && single(run.inner.start - 1));
        if open && !next {
            runs.pop();
        }
        let start = text.paragraphs[number].start;
        next = runs.first().is_some_and(|run| run.opened && run.open == start && single(start));
    }
}

pub(super) struct Finder<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) cues: &'a Cues,
    runs: &'a [Vec<Marked>],
    pub(super) turns: &'a [Option<Turn>],
    pub(super) found: Vec<Speech>,
    /// Paragraphs after a dash for which no attribution was met yet.
    pub(super) waiting: Vec<Range<usize>>,
}

impl Finder<'_> {
    /// Reads a paragraph and those that belong to it; gives the number of the next.
    fn paragraph(&mut self, number: usize) -> usize {
        let paragraph = self.text.paragraphs[number].clone();
        if let Some(turn) = &self.turns[number] {
            return self.turn(number, turn);
        }
        if begins(self.text, &paragraph) {
            self.dashed(number, paragraph);
            return number + 1;
        }
        self.waiting.clear();
        if self.is_set_off(number) {
            let before = number.checked_sub(1).map(|before| self.text.paragraphs[before].clone());
            let last = |end: usize| self.text.sentence_of(end - 1).map_or(0, |last| self.text.sentences[last].start);
            let lead = before.map(|before| before.start.max(last(before.end))..before.end);
            // A mark that only closes the words stands at their end.
            let closing = self.runs[number].last().filter(|run| !run.opened);
            let end = closing.map_or(paragraph.end, |run| run.inner.end);
            let words = paragraph.start..end;
            self.push(vec![words], Form::Bare, None, lead, None);
            return number + 1;
        }
        if self.runs[number].is_empty() {
            self.lost(number, paragraph);
            return number + 1;
        }
        self.marked(number, paragraph)
    }

    /// Whether all that is in marks in a paragraph is named there, and nobody's words with an attribution beside them; a mark
    /// that only closes the paragraph counts for nothing.
    pub(super) fn has_names_only(&self, number: usize) -> bool {
        let paragraph = &self.text.paragraphs[number];
        let named = |run: &Marked| match run.closed && run.opened {
            true => judge(self.text, self.cues, run, paragraph)
                .is_none_or(|verdict| verdict.form == Form::Fragment && verdict.clause.is_none()),
            false => run.closed && run.after + 1 >= paragraph.end,
        };
        self.runs[number].iter().all(named)
    }

    /// A paragraph that begins with a dash.
    pub(super) fn dashed(&mut self, number: usize, paragraph: Range<usize>) {
        let cut = dashes::cut(self.text, self.cues, paragraph.start + 1..paragraph.end, false);
        if cut.clause.is_none() {
            self.unsigned(number, paragraph.start + 1..paragraph.end);
            return;
        }
        let mut parts = std::mem::take(&mut self.waiting);
        parts.extend(cut.parts);
        let before = number.checked_sub(1).map(|before| self.text.paragraphs[before].clone());
        let lead = before.filter(|before| self.text.is(before.end - 1, ':'));
        self.push(parts, Form::Direct, cut.clause, lead, None);
        self.rest(number, cut.end, paragraph);
    }

    /// What follows the speech in a paragraph that a dash began may hold speech in marks.
    fn rest(&mut self, number: usize, from: usize, paragraph: Range<usize>) {
        let runs = &self.runs[number];
        let mut next = runs.partition_point(|run| run.open < from);
        while next < runs.len() {
            next = self.run(number, next, &paragraph);
        }
    }

    /// A paragraph with quotation marks; gives the number of the next paragraph.
    fn marked(&mut self, number: usize, paragraph: Range<usize>) -> usize {
        let runs = &self.runs[number];
        let unclosed = runs.last().filter(|run| !run.closed).cloned();
        let mut next = 0;
        while next < runs.len() && unclosed.as_ref().is_none_or(|last| runs[next].open < last.open) {
            next = self.run(number, next, &paragraph);
        }
        let Some(open) = unclosed else {
            return number + 1;
        };
        self.unclosed(number, &open, &paragraph)
    }

    /// A run in marks; gives the number of the next run.
    fn run(&mut self, number: usize, at: usize, paragraph: &Range<usize>) -> usize {
        let (text, runs) = (self.text, &self.runs[number]);
        let run = &runs[at];
        if !run.closed {
            return at + 1;
        }
        let Some(verdict) = judge(text, self.cues, run, paragraph) else {
            return at + 1;
        };
        if !run.opened && verdict.clause.is_none() {
            return at + 1;
        }
        let lead = self.lead(run.open);
        let tail =
            text.sentence_of(run.after).map(|sentence| run.after..text.sentences[sentence].end.min(paragraph.end));
        let tail = tail.filter(|tail| !tail.is_empty() && verdict.form == Form::Fragment);
        // `«Их отличает дизайн, – говорит Тэплин. – Именно…»`
        let cut = dashes::cut(text, self.cues, run.inner.clone(), true);
        if verdict.form != Form::Fragment && cut.clause.is_some() {
            self.push(cut.parts, Form::Direct, cut.clause, lead, None);
            return at + 1;
        }
        let mut parts = vec![run.inner.clone()];
        let mut following = at + 1;
        let mut clause = verdict.clause.clone();
        // `“A,” he said. “B.”`
        while let (Some(said), Some(next)) = (&clause, runs.get(following)) {
            let own =
                next.closed && judge(text, self.cues, next, paragraph).is_some_and(|verdict| verdict.clause.is_some());
            // `сказала она и процитировала закон: «…»`
            let cites = said.range.clone().any(|at| text.norm(at).starts_with("процитировал"));
            let joins = next.opened && next.closed && said.next == next.open && said.resumes && !cites;
            let broken = text.is(said.next.saturating_sub(1), ',');
            if verdict.form == Form::Fragment || !joins || own && !broken {
                break;
            }
            parts.push(next.inner.clone());
            following += 1;
            clause = super::attribution::after_marks(text, self.cues, next.inner.end - 1, next.after, paragraph.end)
                .filter(|_| broken);
        }
        let clause = verdict.clause.map(|clause| clause.range);
        self.push(parts, verdict.form, clause, lead, tail);
        if let Some(speech) = self.found.last_mut() {
            speech.introduced = verdict.introduced;
        }
        following
    }

    /// A run that nothing closes in its paragraph: it goes on in the next ones, or a mark is missing.
    fn unclosed(&mut self, number: usize, open: &Marked, paragraph: &Range<usize>) -> usize {
        let text = self.text;
        let inside = self.runs[number].iter().position(|run| run.open > open.open).unwrap_or(self.runs[number].len());
        let begins = open.open == paragraph.start;
        let colon = open.open > 0 && text.is(open.open - 1, ':');
        let sentence = text.sentence_of(open.open).is_some_and(|number| text.sentences[number].start == open.open);
        let goes_on = self.begun(open).is_some();
        if let Some(last) = self.last_of(number, begins || colon || sentence, goes_on) {
            return self.over(number, last, open);
        }
        let cut = dashes::cut(text, self.cues, open.inner.clone(), false);
        let lead = self.lead(open.open);
        if cut.clause.is_some() && (begins || colon || sentence) {
            let end = cut.end;
            self.push(cut.parts, Form::Direct, cut.clause, lead, None);
            self.rest(number, end, paragraph.clone());
        } else if (begins || colon) && open.inner.len() > 6 {
            self.push(vec![open.inner.clone()], Form::Bare, None, lead, None);
        } else {
            for at in inside..self.runs[number].len() {
                self.run(number, at, paragraph);
            }
        }
        number + 1
    }

    /// The last paragraph of a speech that begins in this one, or goes on there after an attribution.
    fn last_of(&self, number: usize, begins: bool, goes_on: bool) -> Option<usize> {
        let opener = |number: usize| {
            let paragraph = &self.text.paragraphs[number];
            self.runs[number].first().is_some_and(|run| run.opened && run.open == paragraph.start)
        };
        let closes = |number: usize| self.runs[number].first().is_some_and(|run| !run.opened);
        let open = |number: usize| {
            self.runs[number].last().is_some_and(|run| !run.closed && run.open == self.text.paragraphs[number].start)
        };
        // `Ann Lee said: “It rains.` and in the next paragraph `“It snows.”`
        let colon = |run: &Marked| run.open > 0 && self.text.is(run.open - 1, ':') && self.text.language != Kk;
        let unclosed = self.runs[number].last().is_some_and(|run| !run.closed && colon(run));
        let end = self.text.paragraphs.len().min(number + MOST_PARAGRAPHS);
        if !begins {
            return None;
        }
        // English and many Russian texts open each paragraph and close the last.
        let mut last = number;
        while last + 1 < end && (open(last) || (goes_on || unclosed) && last == number) && opener(last + 1) {
            last += 1;
        }
        if last > number && !open(last) {
            return Some(last);
        }
        let quiet = |number: usize| {
            self.runs[number]
                .iter()
                .all(|run| run.opened && run.closed && run.open > self.text.paragraphs[number].start)
        };
        (number + 1..end).take_while(|next| closes(*next) || quiet(*next)).find(|next| closes(*next))
    }

    /// Speech from this paragraph to the last, one part a paragraph.
    fn over(&mut self, number: usize, last: usize, open: &Marked) -> usize {
        let text = self.text;
        let mut parts = vec![open.inner.clone()];
        for between in number + 1..last {
            let paragraph = text.paragraphs[between].clone();
            let start = paragraph.start
                + usize::from(matches!(text.tokens[paragraph.start].kind, Kind::Mark(mark) if is_quotation(mark)));
            parts.push(start..paragraph.end);
        }
        let run = &self.runs[last][0];
        let paragraph = text.paragraphs[last].clone();
        parts.push(run.inner.clone());
        let clause = super::attribution::after_marks(text, self.cues, run.inner.end - 1, run.after, paragraph.end);
        let lead = self.lead(open.open);
        let form = if clause.is_some() { Form::Direct } else { Form::Bare };
        let mut next = 1;
        if let (Some(said), Some(more)) = (&clause, self.runs[last].get(1)) {
            let own = judge(text, self.cues, more, &paragraph).is_some_and(|verdict| verdict.clause.is_some());
            if said.resumes && said.next == more.open && more.closed && !own {
                parts.push(more.inner.clone());
                next = 2;
            }
        }
        if let Some(begun) = self.begun(open).filter(|_| clause.is_none()) {
            begun.parts.extend(parts.into_iter().filter_map(|part| trim(text, part)));
        } else {
            self.push(parts, form, clause.map(|clause| clause.range), lead, None);
        }
        while next < self.runs[last].len() {
            next = self.run(last, next, &paragraph);
        }
        last + 1
    }

    /// `“A,” Ann Lee said. “B.` and in the next paragraph `“C.”`: the speech of which these are the words after the
    /// attribution.
    fn begun(&mut self, open: &Marked) -> Option<&mut Speech> {
        let text = self.text;
        let before = self.found.last_mut()?;
        let clause = before.clause.clone()?;
        let after = before.parts.last()?.end <= clause.start;
        let near = text.is(clause.end, '.') && clause.end + 1 == open.open;
        (after && near && before.form == Form::Direct).then_some(before)
    }

    /// What stands before `at` in its sentence; after a colon at the end of the paragraph before, that paragraph's end.
    pub(super) fn lead(&self, at: usize) -> Option<Range<usize>> {
        let text = self.text;
        let start = text.sentences[text.sentence_of(at)?].start;
        if start < at {
            return Some(start.max(at.saturating_sub(200))..at);
        }
        let number = text.paragraph_of(at)?.checked_sub(1)?;
        let before = &text.paragraphs[number];
        let first = text.paragraphs[number + 1].start == at;
        (first && text.is(before.end - 1, ':')).then(|| before.end.saturating_sub(80).max(before.start)..before.end)
    }

    pub(super) fn push(
        &mut self,
        parts: Vec<Range<usize>>,
        form: Form,
        clause: Option<Range<usize>>,
        lead: Option<Range<usize>>,
        tail: Option<Range<usize>>,
    ) {
        let parts: Vec<_> = parts.into_iter().filter_map(|part| trim(self.text, part)).collect();
        let lead = lead.map(|lead| lead.start.max(lead.end.saturating_sub(FURTHEST))..lead.end);
        let tail = tail.map(|tail| tail.start..tail.end.min(tail.start + FURTHEST));
        if !parts.is_empty() {
            self.found.push(Speech { parts, form, clause, lead, tail, introduced: false, side: None, heading: false });
        }
    }
}

/// Takes the comma and the dash that only join the attribution away, and marks that belong to nothing inside.
fn trim(text: &Text, part: Range<usize>) -> Option<Range<usize>> {
    let joins =
        |at: usize| matches!(text.tokens[at].kind, Kind::Mark(',' | ';' | '—' | '–' | '-' | '―') | Kind::LineEnd);
    let quotation = |at: usize| matches!(text.tokens[at].kind, Kind::Mark(mark) if is_quotation(mark));
    let Range { mut start, mut end } = part;
    while start < end && (joins(start) || quotation(start) && start + 1 < end && text.tokens[start + 1].spaced) {
        start += 1;
    }
    while start < end && joins(end - 1) {
        end -= 1;
    }
    // A lone mark at an end: a dash quotation of which the marks were kept.
    if end - start > 1
        && quotation(end - 1)
        && (start..end - 1).rev().take(400).filter(|at| quotation(*at)).count() % 2 == 0
    {
        end -= 1;
    }
    if end - start > 1 && quotation(start) && (start + 1..end).take(400).filter(|at| quotation(*at)).count() % 2 == 0 {
        start += 1;
    }
    while start < end && joins(end - 1) {
        end -= 1;
    }
    let words = (start..end).any(|at| !matches!(text.tokens[at].kind, Kind::Mark(_)));
    words.then_some(start..end)
}
