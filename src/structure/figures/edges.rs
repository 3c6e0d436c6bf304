//! What cannot stand at the edge of a phrase: marks, conjunctions, articles, and at its end prepositions and pronouns.

use std::ops::Range;

use super::Reader;
use super::known::Role;
use crate::article::Language;
use crate::structure::tokens::Kind;

impl Reader<'_, '_> {
    /// Words without what cannot stand at their edges; `None` where nothing is left that tells.
    pub(super) fn trimmed(&self, words: Range<usize>) -> Option<Range<usize>> {
        let Range { mut start, mut end } = words;
        let opening = |at: usize, end: usize| {
            let closing = match self.text.tokens[at].kind {
                Kind::Mark('«') => '»',
                Kind::Mark('“') => '”',
                _ => return false,
            };
            (at..end).any(|at| self.is(at, closing))
        };
        while start < end
            && !opening(start, end)
            && (self.is_edge(start) || self.norm(start) == "of" || self.multiplier(start).is_some())
        {
            start += 1;
        }
        let closing = |at: usize, start: usize| {
            let opening = match self.text.tokens[at].kind {
                Kind::Mark('»') => '«',
                Kind::Mark('”') => '“',
                _ => return false,
            };
            (start..at).any(|at| self.is(at, opening))
        };
        while start < end && !closing(end - 1, start) && self.hangs(end - 1) {
            end -= 1;
        }
        // Marks in pairs stay together.
        let count = |mark| (start..end).filter(|at| self.is(*at, mark)).count();
        if count('«') != count('»') || count('“') != count('”') || count('"') % 2 == 1 {
            let quote = |at: usize| matches!(self.text.tokens[at].kind, Kind::Mark('«' | '“' | '"' | '»' | '”'));
            let cut = (start..end).rev().find(|at| quote(*at))?;
            let (left, right) = (start..cut, cut + 1..end);
            let verb = |words: &Range<usize>| words.clone().any(|at| self.is_verb(at));
            let longer = if (verb(&left), left.len()) >= (verb(&right), right.len()) { left } else { right };
            return if longer.is_empty() { None } else { self.trimmed(longer) };
        }
        let content = (start..end).any(|at| self.is_content_word(at));
        content.then_some(start..end)
    }

    /// Words without content where there are no others: `Ей было`.
    pub(super) fn trimmed_at_all(&self, words: Range<usize>) -> Option<Range<usize>> {
        let leads = |at: usize| {
            let term = self.term(at);
            self.is_edge(at) || term.is(Role::Preposition) || term.is(Role::From) || term.is(Role::To)
        };
        let start = words.clone().find(|at| !self.is_edge(*at))?;
        let end = words.rev().find(|at| self.is_word(*at) && !leads(*at))? + 1;
        (start < end).then_some(start..end)
    }

    /// Whether what stands here can neither begin nor end a phrase.
    fn is_edge(&self, at: usize) -> bool {
        let term = self.term(at);
        // The letters behind `91-` or `38-` belong to their number.
        let suffix = at >= 2 && !self.spaced(at) && self.is_dash(at - 1) && self.is_digits(at - 2);
        !self.is_word(at) && !self.is_digits(at)
            || suffix
            || self.norm(at).starts_with("дейін")
            || term.is(Role::Edge)
            || term.is(Role::And)
    }

    /// Whether what stands here cannot end a phrase.
    fn hangs(&self, at: usize) -> bool {
        let term = self.term(at);
        let tells = matches!(self.norm(at), "has" | "have" | "had" | "can" | "could" | "нужно" | "надо" | "можно")
            || self.norm(at).starts_with("был")
            || self.norm(at).starts_with("буд");
        let leans = term.is(Role::Preposition)
            || term.is(Role::From)
            || term.is(Role::To)
            || term.is(Role::Part)
            || term.is(Role::Function) && !tells;
        let inexact = term.is(Role::Approximator) || term.is(Role::Joiner);
        self.is_edge(at) || inexact || leans && self.text.language != Language::Kk
    }
}
