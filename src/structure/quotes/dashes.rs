//! Speech that a dash sets off: `– Жақсы, – деді ол. – Барамыз.`

use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::{Case, Kind};
use super::attribution::{Clause, at_comma, at_dash, is_dash};
use super::cues::Cues;
use crate::article::Language::En;

/// Speech cut at its attributions.
#[derive(Debug, Clone, Default)]
pub(super) struct Cut {
    pub(super) parts: Vec<Range<usize>>,
    pub(super) clause: Option<Range<usize>>,
    /// The first token that is no longer speech.
    pub(super) end: usize,
}

/// Whether a paragraph begins with a dash of speech.
pub(super) fn begins(text: &Text, paragraph: &Range<usize>) -> bool {
    paragraph.len() > 2
        && is_dash(text, paragraph.start)
        && match text.tokens[paragraph.start + 1].kind {
            Kind::Word(_) => text.tokens[paragraph.start + 1].case != Case::Small,
            Kind::Digits => true,
            Kind::Mark(mark) => matches!(mark, '«' | '“' | '"' | '„' | '…' | '('),
            Kind::LineEnd => false,
        }
}

/// Cuts speech without closing marks, or in marks that are closed at the end of the range, at its attributions.
pub(super) fn cut(text: &Text, cues: &Cues, speech: Range<usize>, closed: bool) -> Cut {
    let mut cut = Cut { end: speech.end, ..Cut::default() };
    let mut from = speech.start;
    let mut at = speech.start;
    let mut sentence = text.sentence_of(speech.start).unwrap_or(0);
    while at < speech.end {
        let clause = if is_dash(text, at) && at > from {
            at_dash(text, cues, at, speech.end).map(|clause| (at, clause))
        } else {
            None
        };
        let clause = clause.or_else(|| {
            // A sentence of an English speech without marks ends with its attribution.
            let ends = sentence < text.sentences.len() && text.sentences[sentence].end == at + 1;
            sentence += usize::from(ends);
            let tried = ends && text.language == En && !closed && cut.parts.is_empty();
            let bounds = tried.then(|| text.sentences[sentence - 1].start.max(from)..at + 1)?;
            let clause = at_comma(text, cues, bounds)?;
            Some((clause.range.start - 1, clause))
        });
        let Some((stop, clause)) = clause.filter(|(_, clause)| fits(clause, speech.end, closed)) else {
            at += 1;
            continue;
        };
        cut.parts.push(from..stop);
        cut.clause.get_or_insert(clause.range.clone());
        from = clause.next;
        at = clause.next;
        sentence = text.sentence_of(at).unwrap_or(text.sentences.len());
        if !clause.resumes {
            cut.end = clause.next;
            from = speech.end;
            break;
        }
    }
    if from < speech.end {
        cut.parts.push(from..speech.end);
    }
    cut
}

/// In closed marks speech goes on after an attribution, or the marks end with it.
fn fits(clause: &Clause, end: usize, closed: bool) -> bool {
    !closed || clause.resumes || clause.next >= end
}
