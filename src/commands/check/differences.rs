//! What became of the words of a claim, as people read it.

use crate::article::Span;
use crate::commands::Context;
use crate::commands::quote;
use crate::commands::text::{Html, Passage, Style, line};
use crate::library::{Change, DiffOp, Match, Op};

/// The most characters of the words of one.
const WORDS: usize = 60;
/// The most characters of a quote, and of a claim, that are shown whole.
const QUOTE: usize = 1_200;
const CLAIM: usize = 600;

/// The differences that change something, or those that change nothing (`light`): the gravest first, at most `most`.
pub(super) fn named<'a, 'm>(found: &'m Match<'a>, light: bool, most: usize) -> Vec<Named<'a, 'm>> {
    let changes = found.diff.iter().filter_map(|op| Some(Named { found, change: op.change?, op }));
    let mut named: Vec<_> = changes.filter(|named| named.change.is_light() == light).collect();
    named.sort_by_key(|named| named.change);
    named.truncate(most);
    named
}

/// A difference between a claim and what it was found in.
pub(super) struct Named<'a, 'm> {
    found: &'m Match<'a>,
    change: Change,
    op: &'m DiffOp,
}

/// What a difference changes.
fn name(context: &Context<'_>, change: Change) -> String {
    match change {
        Change::Number => context.text("change-number", &[]),
        Change::Date => context.text("change-date", &[]),
        Change::Name => context.text("change-name", &[]),
        Change::Negation => context.text("change-negation", &[]),
        Change::Tense => context.text("change-tense", &[]),
        Change::Limit => context.text("change-limit", &[]),
        Change::Word => context.text("change-word", &[]),
        Change::Moved => context.text("change-moved", &[]),
        Change::Order => context.text("change-order", &[]),
        Change::Spelling => context.text("change-spelling", &[]),
        Change::Typo => context.text("change-typo", &[]),
    }
}

/// Names differences, a line each: `number: 2434 → 2334`.
pub(super) fn list(html: &mut Html, context: &Context<'_>, claim: &str, named: &[Named<'_, '_>]) {
    for Named { found, change, op } in named {
        let said = line(claim.get(op.claim.clone()).unwrap_or_default(), WORDS);
        let true_words = line(found.article.text(op.quote), WORDS);
        html.text("\n• ").text(&name(context, *change)).text(": ");
        match op.op {
            Op::Dropped => {
                html.text(&context.text("change-dropped", &[])).text(" ").styled(&true_words, Style::Underlined)
            }
            Op::Added => html.text(&context.text("change-added", &[])).text(" ").styled(&said, Style::Struck),
            Op::Changed | Op::Same => {
                html.styled(&said, Style::Struck).text(" → ").styled(&true_words, Style::Underlined)
            }
        };
    }
}

/// The claim, with what stands in no quote struck.
pub(super) fn claim<'a>(claim: &'a str, found: &Match<'_>) -> Passage<'a> {
    let other = found.diff.iter().filter(|op| matters(op) && !op.claim.is_empty());
    let marks = other.map(|op| op.claim.clone()).collect();
    Passage::marked(claim, marks).styled(Style::Struck).excerpt(CLAIM)
}

/// The quote or passage, with the words that agree bold.
pub(super) fn agreeing<'a>(found: &Match<'a>) -> Passage<'a> {
    marked(found, Style::Bold, |op| matches!(op.op, Op::Same | Op::Changed)).excerpt(QUOTE)
}

/// The quote or passage, with the words that the claim lacks underlined.
pub(super) fn lacking<'a>(found: &Match<'a>) -> Passage<'a> {
    let lacks = |op: &DiffOp| op.op == Op::Dropped && !op.signed || op.op == Op::Changed && matters(op);
    marked(found, Style::Underlined, lacks).excerpt(QUOTE)
}

/// Whether a difference is one that says something else.
fn matters(op: &DiffOp) -> bool {
    matches!(op.op, Op::Added | Op::Changed) && op.change.is_none_or(|change| !change.is_light())
}

fn marked<'a>(found: &Match<'a>, style: Style, stands_out: impl Fn(&DiffOp) -> bool) -> Passage<'a> {
    let out = found.diff.iter().filter(|op| op.quote.start < op.quote.end && stands_out(op));
    let words: Vec<Span> = out.map(|op| op.quote).collect();
    let parts = found.quote.map_or(std::slice::from_ref(&found.passage), |quote| &quote.parts);
    quote::marked(found.article, parts, &words).styled(style)
}
