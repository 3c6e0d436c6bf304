//! Direct speech in its paragraphs: runs in marks, dashes and lost marks put together, each with its attribution.

use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::{Case, Kind};
use super::attribution::{at_dash, first_verb, is_dash};
use super::cues::{Cues, PARTICLE, REPORTS, SAYING, SAYS};
use super::dashes::{self, begins};
use super::interview::{Side, Turn, turns};
use super::judge::{Form, judge};
use super::marks::{Marked, is_quotation, pairs};
use crate::article::Language::{En, Kk};

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
}

/// Speech over several paragraphs has no more than this.
const MOST_PARAGRAPHS: usize = 12;

/// Of the words around speech in its sentence no more tokens than this say whose it is; a sentence may be a whole text.
const FURTHEST: usize = 240;

/// All direct speech of a text, in the order of its first words.
pub(in crate::structure) fn speeches(text: &Text, cues: &Cues) -> Vec<Speech> {
    let runs: Vec<Vec<Marked>> = text.paragraphs.iter().map(|paragraph| pairs(text, paragraph.clone())).collect();
    let turns = turns(text, cues, &runs);
    let mut finder = Finder { text, cues, runs: &runs, turns: &turns, found: Vec::new(), waiting: Vec::new() };
    let mut number = 0;
    while number < text.paragraphs.len() {
        number = finder.paragraph(number);
    }
    let mut found = finder.found;
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

struct Finder<'a> {
    text: &'a Text<'a>,
    cues: &'a Cues,
    runs: &'a [Vec<Marked>],
    turns: &'a [Option<Turn>],
    found: Vec<Speech>,
    /// Paragraphs after a dash for which no attribution was met yet.
    waiting: Vec<Range<usize>>,
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
        if self.runs[number].is_empty() {
            self.lost(number, paragraph);
            return number + 1;
        }
        self.marked(number, paragraph)
    }

    /// A turn of an interview, with the paragraphs over which it goes on.
    fn turn(&mut self, number: usize, turn: &Turn) -> usize {
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
        self.push(parts, Form::Bare, None, label, None);
        if let Some(speech) = self.found.get_mut(found) {
            speech.side = Some(side);
        }
        next
    }

    /// A paragraph that begins with a dash.
    fn dashed(&mut self, number: usize, paragraph: Range<usize>) {
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

    /// Speech after a dash without an attribution: it may go on in the next paragraph, stand alone, or be a list.
    fn unsigned(&mut self, number: usize, words: Range<usize>) {
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
            let joins = next.opened && next.closed && said.next == next.open && said.resumes;
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
        if let Some(last) = self.last_of(number, begins || colon || sentence) {
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

    /// The last paragraph of a speech that begins in this one.
    fn last_of(&self, number: usize, begins: bool) -> Option<usize> {
        let opener = |number: usize| {
            let paragraph = &self.text.paragraphs[number];
            self.runs[number].first().is_some_and(|run| run.opened && run.open == paragraph.start)
        };
        let closes = |number: usize| self.runs[number].first().is_some_and(|run| !run.opened);
        let open = |number: usize| {
            self.runs[number].last().is_some_and(|run| !run.closed && run.open == self.text.paragraphs[number].start)
        };
        let end = self.text.paragraphs.len().min(number + MOST_PARAGRAPHS);
        if !begins {
            return None;
        }
        // English and many Russian texts open each paragraph and close the last.
        let mut last = number;
        while last + 1 < end && open(last) && opener(last + 1) {
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
        self.push(parts, form, clause.map(|clause| clause.range), lead, None);
        while next < self.runs[last].len() {
            next = self.run(last, next, &paragraph);
        }
        last + 1
    }

    /// A paragraph without any marks: they may have been lost.
    fn lost(&mut self, number: usize, paragraph: Range<usize>) {
        let text = self.text;
        let before = number.checked_sub(1).map(|before| text.paragraphs[before].clone());
        if let Some(before) = before.filter(|before| self.introduces(before)) {
            // One line end, as a layout leaves it where it set the words off.
            let between = &text.raw[text.span(before.clone()).end..text.span(paragraph.clone()).start];
            let first = text.tokens[paragraph.start];
            if between.matches('\n').count() == 1 && first.case == Case::Capital && paragraph.len() >= 6 {
                self.push(vec![paragraph.clone()], Form::Bare, None, Some(before), None);
            }
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
        if verb.is_some() && !reported && clause.range.len() > 1 && text.language != En && dash - paragraph.start >= 4 {
            // `Әкесі: – Мақтанамын, – деді.`
            let colon =
                (paragraph.start..dash.saturating_sub(2)).find(|at| text.is(*at, ':') && is_dash(text, *at + 1));
            let start = colon.map_or(paragraph.start, |colon| colon + 2);
            let lead = colon.map(|colon| paragraph.start.max(colon.saturating_sub(80))..colon + 1);
            let cut = dashes::cut(text, self.cues, start..paragraph.end, false);
            self.push(cut.parts, Form::Direct, cut.clause, lead, None);
        }
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
            && (start..paragraph.end).any(|at| self.cues.is(self.text, at, SAYS | SAYING | PARTICLE))
    }

    /// What stands before `at` in its sentence; after a colon at the end of the paragraph before, that paragraph's end.
    fn lead(&self, at: usize) -> Option<Range<usize>> {
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

    fn push(
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
            self.found.push(Speech { parts, form, clause, lead, tail, introduced: false, side: None });
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
