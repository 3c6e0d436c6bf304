//! A quotation inside of somebody's words: `«Я вошёл, и врач сказал: «Поздно»»`.

use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::Kind;
use super::attribution::speaks_before;
use super::cues::{Cues, OWN};
use super::judge::Form;
use super::marks::pairs;
use super::speech::Speech;

/// Who speaks is looked for in no more tokens before them.
const FURTHEST: usize = 80;
/// Fewer words are a term.
const LEAST: usize = 2;

/// The quotations that a verb and a colon bring inside of others.
pub(super) fn nested(text: &Text, cues: &Cues, found: &[Speech]) -> Vec<Speech> {
    found.iter().flat_map(|speech| &speech.parts).flat_map(|part| within(text, cues, part)).collect()
}

fn within(text: &Text, cues: &Cues, part: &Range<usize>) -> Vec<Speech> {
    let runs = pairs(text, part.clone()).into_iter().filter(|run| run.opened && run.closed);
    let speech = |run: super::marks::Marked| {
        let sentence = text.sentence_of(run.open)?;
        let lead = text.sentences[sentence].start.max(part.start).max(run.open.saturating_sub(FURTHEST))..run.open;
        let words = run.inner.clone().filter(|at| text.word(*at).is_some()).take(LEAST).count();
        let told = !lead.is_empty() && text.is(run.open - 1, ':') && speaks_before(text, cues, sentence, run.open);
        // `Я сказал: «…»` is still the same who speaks.
        let own = lead.clone().any(|at| cues.is(text, at, OWN) || matches!(text.norm(at), "мы" | "we" | "біз"));
        let capital = run.inner.clone().find(|at| !matches!(text.tokens[*at].kind, Kind::Mark(_)));
        let begins = capital.is_some_and(|at| text.tokens[at].is_capital());
        (told && !own && begins && words >= LEAST).then(|| Speech {
            parts: vec![run.inner],
            form: Form::Direct,
            clause: None,
            lead: Some(lead),
            tail: None,
            introduced: true,
            side: None,
        })
    };
    runs.filter_map(speech).collect()
}
