//! A quotation inside of somebody's words: `«Я вошёл, и врач сказал: «Поздно»»`.

use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::Kind;
use super::attribution::speaks_before;
use super::cues::{Cues, OWN, SAYS};
use super::judge::Form;
use super::marks::pairs;
use super::speech::Speech;
use crate::article::Language::{En, Kk};

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
        let words = run.inner.clone().filter(|at| text.word(*at).is_some()).take(LEAST + 1).count();
        let brings = !lead.is_empty() && (text.is(run.open - 1, ':') || is_brought(text, cues, run.open));
        // `Апам «жіпті ренжітпе» дейтін`
        let particle = text.language == Kk && super::kazakh::is_said(text, cues, run.after..part.end);
        let told = brings && speaks_before(text, cues, sentence, run.open) || particle;
        // `Я сказал: «…»` is still the same who speaks.
        let own = match text.language {
            Kk => super::kazakh::is_own(text, &lead, run.after..part.end),
            _ => lead.clone().any(|at| is_self(text, cues, at)),
        };
        let capital = run.inner.clone().find(|at| !matches!(text.tokens[*at].kind, Kind::Mark(_)));
        let begins = capital.is_some_and(|at| text.tokens[at].is_capital());
        let comma = usize::from(text.is(run.inner.end - 1, ','));
        let inner = run.inner.start..run.inner.end - comma;
        let least = if particle { LEAST + 1 } else { LEAST };
        (told && !own && (begins || particle) && words >= least).then(|| Speech {
            parts: vec![inner],
            form: Form::Direct,
            clause: particle.then(|| run.after..part.end.min(run.after + 3)),
            lead: Some(lead),
            tail: None,
            introduced: true,
            side: None,
            heading: false,
        })
    };
    runs.filter_map(speech).collect()
}

/// `A friend told me, ‘…’`: in English a comma brings the words too, right after the verb or whom it tells.
fn is_brought(text: &Text, cues: &Cues, open: usize) -> bool {
    let verb = |back: usize| open.checked_sub(back).is_some_and(|at| cues.is(text, at, SAYS));
    let told = open >= 2 && matches!(text.norm(open - 2), "me" | "us" | "him" | "her" | "them");
    text.language == En && text.is(open - 1, ',') && (verb(2) || told && verb(3))
}

/// Whether a word is somebody who speaks of himself; to English `me` somebody else speaks.
fn is_self(text: &Text, cues: &Cues, at: usize) -> bool {
    match text.language {
        En => matches!(text.norm(at), "i" | "we") || text.norm(at).starts_with("i'"),
        _ => cues.is(text, at, OWN) || matches!(text.norm(at), "мы" | "біз"),
    }
}
