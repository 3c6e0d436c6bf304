//! Firms, ministries, papers: which of them a name, an acronym, `the union` or `it` means.

use std::collections::HashMap;
use std::ops::Range;

use super::super::super::names::{Body, Names, clean, is_title_case};
use super::super::super::text::Text;
use super::super::super::tokens::{Case, Kind};
use super::super::titles::TITLE;

/// The bodies of an English text by what they are called.
#[derive(Default)]
pub(in super::super) struct Called {
    /// `WFP`, and the numbers of the runs.
    short: HashMap<String, usize>,
    /// `union`, where the text says `the union, Transport Workers United`; where it says so, and the number.
    described: HashMap<String, Vec<(usize, usize)>>,
    /// By the first word: names of several words.
    longer: HashMap<String, Vec<usize>>,
    /// By a last word such as `Times`: names of several words.
    ending: HashMap<String, usize>,
    runs: Vec<Range<usize>>,
    /// Where a headline ends of which all words have capitals, which then say nothing.
    pub(super) headline: usize,
    /// Words that stand in small letters, by id.
    small: Vec<bool>,
    /// Words that stand with a capital inside a sentence, by id.
    inside: Vec<bool>,
}

/// No more names are tried for a word.
const MOST: usize = 16;

impl Called {
    /// Reads what the text calls its bodies.
    pub(in super::super) fn of(text: &Text, names: &Names, bodies: &[Body]) -> Self {
        let count = text.words.norms().len();
        let (mut small, mut inside) = (vec![false; count], vec![false; count]);
        let headline = text.paragraphs.first().filter(|first| is_title_case(text, first)).map_or(0, |first| first.end);
        let mut sentence = 0;
        for (at, token) in text.tokens.iter().enumerate() {
            while text.sentences.get(sentence).is_some_and(|range| range.end <= at) {
                sentence += 1;
            }
            let Some(id) = token.word() else { continue };
            let first = text
                .sentences
                .get(sentence)
                .is_some_and(|range| range.start == at || range.start + 1 == at && text.word(range.start).is_none());
            match token.case {
                _ if at < headline => {}
                Case::Small => small[id.0 as usize] = true,
                _ => inside[id.0 as usize] |= !first,
            }
        }
        let mut called = Called {
            headline,
            short: HashMap::new(),
            described: HashMap::new(),
            longer: HashMap::new(),
            ending: HashMap::new(),
            runs: Vec::new(),
            small,
            inside,
        };
        called.find_runs(text, names, bodies);
        called.describe(text, names);
        called
    }

    /// Runs of capitals that name no person, and bodies.
    fn find_runs(&mut self, text: &Text, names: &Names, bodies: &[Body]) {
        let proper = |body: &&Body| body.tokens.clone().any(|at| text.tokens[at].is_capital()) && body.tokens.len() > 1;
        let mut known = bodies.iter().filter(proper).map(|body| body.tokens.clone()).peekable();
        let mut at = self.headline;
        while at < text.tokens.len() {
            while known.next_if(|body| body.end <= at).is_some() {}
            let run = match known.peek() {
                Some(body) if body.start <= at => body.clone(),
                _ if text.tokens[at].is_capital() && names.at(at).is_none() && text.norm(at) != "the" => {
                    let stop = known.peek().map_or(text.tokens.len(), |body| body.start);
                    at..self.run_end(text, names, at, stop)
                }
                _ => {
                    at += 1;
                    continue;
                }
            };
            let number = self.runs.len();
            at = run.end.max(at + 1);
            if run.len() > 1 {
                let last = text.norm(run.end - 1);
                if text.lexicon.names.is_firm(last) {
                    self.ending.entry(last.to_owned()).or_insert(number);
                }
                let known = self.longer.entry(text.norm(run.start).to_owned()).or_default();
                if known.len() < MOST {
                    known.push(number);
                }
            }
            // World Food Programme (WFP)
            if text.is(run.end, '(') && text.is(run.end + 2, ')') && text.tokens[run.end + 1].case == Case::Capitals {
                let same = text.norm(run.start).chars().next() == text.norm(run.end + 1).chars().next();
                if same && run.len() > 1 {
                    self.short.entry(text.norm(run.end + 1).to_owned()).or_insert(number);
                }
            }
            self.runs.push(run);
        }
    }

    /// Where a run of capitals ends: `Reporters Without Borders`, `Rolland & Fils`.
    pub(super) fn run_end(&self, text: &Text, names: &Names, start: usize, stop: usize) -> usize {
        let sentence = text.sentence_of(start).map_or(stop, |number| text.sentences[number].end).min(stop);
        let mut end = start + 1;
        while end < sentence {
            let joins = matches!(text.tokens[end].kind, Kind::Mark('-' | '&'))
                && end + 1 < sentence
                && text.tokens[end + 1].is_capital();
            let capital =
                text.tokens[end].is_capital() && names.at(end).is_none() && !names.titles.is(text, end, TITLE);
            if !joins && !capital {
                break;
            }
            end += 1 + usize::from(joins);
        }
        end
    }

    /// `The union, Transport Workers United,`; `Helios Energy, the company behind the plan,`.
    fn describe(&mut self, text: &Text, names: &Names) {
        for (number, run) in self.runs.iter().enumerate() {
            if run.len() == 1 && !self.is_proper(text, run.start) {
                continue;
            }
            let mut add = |at: usize| {
                let known = self.described.entry(text.norm(at).to_owned()).or_default();
                known.push((run.start, number));
            };
            if run.start >= 2
                && text.is(run.start - 1, ',')
                && text.word(run.start - 2).is_some()
                && !text.tokens[run.start - 2].is_capital()
            {
                let from = run.start.saturating_sub(7);
                let opened = (from..run.start - 2).rev().take_while(|at| {
                    text.word(*at).is_some() || matches!(text.tokens[*at].kind, Kind::Mark('’' | '\'' | '-'))
                });
                if opened.into_iter().any(|at| matches!(text.norm(at), "the" | "its" | "their" | "his" | "her" | "s")) {
                    add(run.start - 2);
                }
            }
            if text.is(run.end, ',') && matches!(text.norm(run.end + 1), "the" | "a" | "an") {
                let end =
                    text.sentence_of(run.end).map_or(run.end, |number| text.sentences[number].end).min(run.end + 8);
                let small = |at: &usize| {
                    text.word(*at).is_some()
                        && !super::super::super::names::is_preposition(text.norm(*at))
                        && text.norm(*at) != "that"
                        && text.norm(*at) != "which"
                        && !text.norm(*at).ends_with("ed")
                };
                if let Some(head) =
                    (run.end + 2..end).take_while(small).last().filter(|head| !text.tokens[*head].is_capital())
                {
                    add(head);
                }
            }
            // `the mining company Altyn`, `Semicon giant Veltrix`
            if run.start >= 1
                && text.word(run.start - 1).is_some()
                && names.is_body(text, run.start - 1)
                && !text.tokens[run.start - 1].is_capital()
            {
                add(run.start - 1);
            }
        }
    }

    /// Whether a capital word names something: it is no common word at the beginning of a sentence.
    pub(super) fn is_proper(&self, text: &Text, at: usize) -> bool {
        let Some(id) = text.word(at) else { return false };
        let id = id.0 as usize;
        let plural = text.norm(at).ends_with('s') && !text.norm(at).ends_with("ss");
        text.tokens[at].is_capital()
            && !text.lexicon.names.is_other(text.norm(at))
            && (self.inside[id]
                || self.longer.contains_key(text.norm(at))
                || !self.small[id] && !plural && text.lexicon.names.body(text.norm(at)).is_none()
                || text.tokens[at].case == Case::Capitals)
    }

    /// Whether a word stands with a capital inside a sentence.
    pub(super) fn is_inside(&self, text: &Text, at: usize) -> bool {
        text.word(at).is_some_and(|id| self.inside[id.0 as usize])
    }

    /// The fullest name of what is called so: of `WFP`, of `Helios` for `Helios Energy`.
    pub(super) fn fullest(&self, text: &Text, tokens: &Range<usize>) -> Option<String> {
        if tokens.len() == 1
            && let Some(run) = self.short.get(text.norm(tokens.start))
        {
            return Some(self.name(text, *run));
        }
        if tokens.len() == 1
            && let Some(run) = self.ending.get(text.norm(tokens.start))
        {
            return Some(self.name(text, *run));
        }
        let same = |run: &Range<usize>| {
            run.len() > tokens.len() && run.clone().zip(tokens.clone()).all(|(a, b)| text.norm(a) == text.norm(b))
        };
        let longer = self.longer.get(text.norm(tokens.start)).into_iter().flatten();
        longer.filter(|run| same(&self.runs[**run])).map(|run| self.name(text, *run)).max_by_key(String::len)
    }

    /// What the text describes by a word, last before a place or first after it.
    pub(super) fn described(&self, text: &Text, norm: &str, place: usize) -> Option<String> {
        let all = self.described.get(norm)?;
        let before = all.partition_point(|(at, _)| *at < place);
        let (_, run) = before.checked_sub(1).map_or_else(|| all.first(), |last| all.get(last))?;
        let run = *run;
        Some(self.fullest(text, &self.runs[run]).unwrap_or_else(|| self.name(text, run)))
    }

    fn name(&self, text: &Text, run: usize) -> String {
        clean(text, &self.runs[run])
    }
}
