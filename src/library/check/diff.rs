//! A claim and a quote word by word, as runs that are the same, dropped, added or changed.

use std::ops::Range;

use super::align::Step;
use super::change::{Change, Sides, places};
use super::negation::is_negation;
use super::pair::Relation;
use crate::article::Span;

/// A run of words of a claim and what stands for it in the text.
///
/// The runs of one match follow each other in the claim and in the text and do not overlap; between two stand only signs and
/// spaces, or words of neither.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffOp {
    /// What became of the words.
    pub op: Op,
    /// Bytes of the claim; empty, at the place where they would stand, for words that it lacks.
    pub claim: Range<usize>,
    /// Bytes of the article's body, within one part of the quote; empty for words that the quote lacks.
    pub quote: Span,
    /// What it changes, if anything.
    pub change: Option<Change>,
    /// Whether an ellipsis in the claim says that words were left out here.
    pub signed: bool,
}

/// What became of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// They are the same.
    Same,
    /// The claim lacks them.
    Dropped,
    /// The quote lacks them.
    Added,
    /// The claim has others in their place.
    Changed,
}

impl Op {
    /// The name in the JSON of `derek check`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Dropped => "dropped",
            Self::Added => "added",
            Self::Changed => "changed",
        }
    }
}

/// A run, by the places of its words.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) op: Op,
    pub(super) claim: Range<usize>,
    pub(super) text: Range<usize>,
    pub(super) change: Option<Change>,
    pub(super) signed: bool,
    /// Whether it makes the claim say something else.
    pub(super) turns: bool,
}

impl Run {
    fn new(op: Op, claim: Range<usize>, text: Range<usize>, change: Option<Change>) -> Self {
        let turns = op != Op::Dropped && change.is_some_and(|change| !change.is_light());
        Self { op, claim, text, change, signed: false, turns }
    }
}

/// The runs of an alignment, with what each changes.
pub(super) fn runs(steps: &[Step], sides: &Sides<'_>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut claim_at, mut text_at) = steps.first().map(first).unwrap_or_default();
    // Words that are not the same, until the next that are.
    let mut other: Option<(Range<usize>, Range<usize>)> = None;
    for step in steps {
        let (claims, texts) = places(step);
        let claims = if claims.is_empty() { claim_at..claim_at } else { claims };
        let texts = if texts.is_empty() { text_at..text_at } else { texts };
        (claim_at, text_at) = (claims.end, texts.end);
        let relation = match step {
            Step::Pair { relation, .. } => *relation,
            _ => Relation::Unlike,
        };
        if relation == Relation::Unlike {
            let run = other.get_or_insert((claims.start..claims.start, texts.start..texts.start));
            (run.0.end, run.1.end) = (claims.end, texts.end);
            continue;
        }
        runs.extend(other.take().map(|(claims, texts)| unlike(claims, texts, sides)));
        let written = |number: bool| number && surface(sides, claims.start, texts.start);
        let respelled = relation == Relation::Same && written(sides.text.get(texts.start).number.is_some());
        if relation == Relation::Same && !respelled {
            match runs.last_mut() {
                Some(last) if last.op == Op::Same && last.claim.end == claims.start && last.text.end == texts.start => {
                    (last.claim.end, last.text.end) = (claims.end, texts.end);
                }
                _ => runs.push(Run::new(Op::Same, claims, texts, None)),
            }
            continue;
        }
        let change = if respelled {
            Change::Spelling
        } else {
            let (claims, texts): (Vec<_>, Vec<_>) = (claims.clone().collect(), texts.clone().collect());
            sides.changed(&claims, &texts, Some(relation))
        };
        runs.push(Run::new(Op::Changed, claims, texts, Some(change)));
    }
    runs.extend(other.take().map(|(claims, texts)| unlike(claims, texts, sides)));
    moved(&mut runs, sides);
    runs
}

/// Whether the same number is written in other signs.
fn surface(sides: &Sides<'_>, claim: usize, text: usize) -> bool {
    let signs = |span: &Range<usize>| span.len();
    // The bytes differ in number if the digits are grouped or spelled otherwise; a number of the same length is the same one.
    signs(&sides.claim.get(claim).span) != signs(&sides.text.get(text).span)
}

fn first(step: &Step) -> (usize, usize) {
    let (claims, texts) = places(step);
    (claims.start, texts.start)
}

/// A run of words that have nothing to do with each other.
fn unlike(claim: Range<usize>, text: Range<usize>, sides: &Sides<'_>) -> Run {
    let signed = claim.is_empty() && claim.start < sides.claim.len() && sides.claim.get(claim.start).ellipsis;
    if claim.is_empty() {
        let dropped = sides.dropped(text.start, text.end, signed);
        let turns = dropped.is_some_and(|(_, turns)| turns);
        return Run { signed, turns, ..Run::new(Op::Dropped, claim, text, dropped.map(|(change, _)| change)) };
    }
    let op = if text.is_empty() { Op::Added } else { Op::Changed };
    let (claims, texts): (Vec<_>, Vec<_>) = (claim.clone().collect(), text.clone().collect());
    let change = sides.changed(&claims, &texts, None);
    Run::new(op, claim, text, Some(change))
}

/// Sees words that were dropped in one place and added in another.
fn moved(runs: &mut [Run], sides: &Sides<'_>) {
    let words = |tokens: &super::tokens::Tokens, places: &Range<usize>| -> Vec<String> {
        places.clone().map(|at| tokens.norm(at).to_owned()).collect()
    };
    for added in 0..runs.len() {
        if runs[added].op != Op::Added {
            continue;
        }
        let said = words(sides.claim, &runs[added].claim);
        let place = (0..runs.len()).find(|&at| runs[at].op == Op::Dropped && words(sides.text, &runs[at].text) == said);
        let Some(dropped) = place else { continue };
        let (low, high) = (added.min(dropped), added.max(dropped));
        let between: usize = runs[low + 1..high].iter().map(|run| run.text.len()).sum();
        let other = runs[low + 1..high].iter().flat_map(|run| run.text.clone()).map(|at| sides.text.norm(at));
        let turns = |word: &str| {
            is_negation(word, sides.language)
                || super::hinges::limits(word, sides.language)
                || super::numerals::is_bound(word, sides.language)
        };
        let no = said.iter().any(|word| is_negation(word, sides.language));
        let grave = runs[added].change.is_some_and(|change| matches!(change, Change::Number | Change::Date))
            || said.iter().map(String::as_str).chain(other).any(turns);
        let names = runs[added].change == Some(Change::Name);
        let change = if no {
            Change::Negation
        } else if said.len() == 1 && between == 1 && !grave && !names {
            Change::Order
        } else {
            Change::Moved
        };
        for at in [added, dropped] {
            runs[at].change = Some(change);
            runs[at].turns = !change.is_light();
        }
    }
}

/// The runs as bytes of the claim and of the body. A run that goes over the end of a part of the quote is cut there.
pub(super) fn ops(runs: &[Run], sides: &Sides<'_>) -> Vec<DiffOp> {
    let mut ops: Vec<DiffOp> = Vec::new();
    for run in runs {
        // The ends of the words that are said last, for what has no words on one side.
        let claim_end = ops.last().map_or_else(|| start(sides.claim, run.claim.start), |op| op.claim.end);
        let text_end = ops.last().map_or_else(|| start(sides.text, run.text.start), |op| op.quote.end);
        let (mut claim, mut text) = (run.claim.start, run.text.start);
        let mut from = ops.len();
        while text < run.text.end || claim < run.claim.end {
            let part = sides.text.all().get(text).map(|token| token.part);
            let in_part = |at: &usize| Some(sides.text.get(*at).part) == part;
            let next = (text..run.text.end).take_while(in_part).last().map_or(text, |at| at + 1);
            let rest = next == run.text.end;
            // Words of a same run stand for each other one by one.
            let claims = if rest {
                run.claim.end
            } else if run.op == Op::Same {
                (claim + next - text).min(run.claim.end)
            } else {
                claim
            };
            let bytes = |tokens: &super::tokens::Tokens, places: Range<usize>, end: usize| {
                if places.is_empty() {
                    end..end
                } else {
                    tokens.get(places.start).span.start..tokens.get(places.end - 1).span.end
                }
            };
            let claim_end = ops.get(from).map_or(claim_end, |op| op.claim.end);
            let text_end = ops.get(from).map_or(text_end, |op| op.quote.end);
            let quote = bytes(sides.text, text..next, text_end);
            ops.push(DiffOp {
                op: run.op,
                claim: bytes(sides.claim, claim..claims, claim_end),
                quote: Span { start: quote.start, end: quote.end },
                change: run.change,
                signed: run.signed,
            });
            from = ops.len() - 1;
            (claim, text) = (claims, next);
        }
    }
    ops
}

fn start(tokens: &super::tokens::Tokens, at: usize) -> usize {
    tokens.all().get(at).map_or(0, |token| token.span.start)
}
