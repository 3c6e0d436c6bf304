//! The words that say a figure is not exact: `около`, `астам`, `at least`.

use std::ops::Range;

use super::Reader;
use super::known::{Measure, Role};
use crate::article::Language;

/// They are no more words than this.
const MOST: usize = 3;

impl Reader<'_, '_> {
    /// The words before or after a figure that say it is not exact.
    pub(super) fn approximator(&self, figure: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
        if self.text.language == Language::Kk {
            let inside =
                figure.clone().skip(1).take(4).find(|at| self.is_inexact(*at) && self.term(*at).unit.is_none());
            let after = Some(figure.end).filter(|at| {
                *at < sentence.end && matches!(self.norm(*at), "астам" | "жуық" | "артық" | "таяу" | "тарта")
            });
            if let Some(at) = inside.or(after) {
                return Some(at..at + 1);
            }
        }
        let joins =
            |at: usize| self.term(at).is(Role::Joiner) || self.term(at).is(Role::Preposition) && !self.is_inexact(at);
        let mut end = figure.start;
        let least = sentence.start.max(figure.start.saturating_sub(MOST));
        while end > least && joins(end - 1) && self.norm(end - 1) != "чем" && self.norm(end - 1) != "than" {
            end -= 1;
        }
        let mut start = end;
        while start > least && (self.is_inexact(start - 1) || self.term(start - 1).is(Role::Joiner)) {
            start -= 1;
        }
        // `over five years` says how long.
        let time = figure.clone().any(|at| self.term(at).unit.is_some_and(|unit| unit.measure == Measure::Time));
        if start + 1 == end && self.norm(start) == "over" && time {
            return None;
        }
        (start < end && (start..end).any(|at| self.is_inexact(at))).then_some(start..end)
    }

    pub(super) fn is_inexact(&self, at: usize) -> bool {
        self.term(at).is(Role::Approximator)
    }
}
