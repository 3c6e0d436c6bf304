//! The words that tell what a figure says, and those that say it is not exact.

use std::ops::Range;

use super::Reader;
use super::known::{Measure, Role};
use crate::article::{Language, Span};
use crate::structure::tokens::Kind;

/// A label has no more characters than this, or is one word.
const MOST_CHARACTERS: usize = 80;

/// Words further from the figure than this are not looked at.
const MOST_WORDS: usize = 24;

/// No more figures than this share their words: `34 школы, 12 садов и 5 больниц`.
const MOST_SHARED: usize = 4;

/// An approximator has no more words than this.
const MOST_APPROXIMATOR: usize = 3;

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
        let least = sentence.start.max(figure.start.saturating_sub(MOST_APPROXIMATOR));
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

    fn is_inexact(&self, at: usize) -> bool {
        self.term(at).is(Role::Approximator)
    }

    /// The part of the clause around one of the figures of a sentence that tells the most, without the figure.
    /// `of` is what it is a figure of.
    pub(super) fn label(
        &self,
        places: &[Range<usize>],
        which: usize,
        of: Option<&Range<usize>>,
        sentence: &Range<usize>,
    ) -> Span {
        let figure = &places[which];
        if let Some(told) = self.told_across_a_dash(figure, of, sentence) {
            return self.text.span(told);
        }
        let near = &places[which.saturating_sub(MOST_SHARED)..places.len().min(which + MOST_SHARED + 1)];
        let weighed = |words: Range<usize>| {
            let words = self.trimmed(words)?;
            let weight = self.weight(&words, near);
            (weight > 0).then_some((words, weight))
        };
        let before = weighed(self.told_before(places, which, sentence));
        let after = weighed(self.told_after(places, which, sentence));
        let best = match (before, after) {
            (Some((_, less)), Some((after, more))) if more > less => after,
            (Some((before, _)), _) => before,
            (None, Some((after, _))) => after,
            (None, None) => self
                .neighbour(figure, sentence)
                .or_else(|| self.trimmed_at_all(self.told_before(places, which, sentence)))
                .unwrap_or_else(|| figure.clone()),
        };
        self.text.span(best)
    }

    /// What stands behind the dash in `треть избранных акимов – это новые люди`: it tells of the figure, not what is beside it.
    fn told_across_a_dash(
        &self,
        figure: &Range<usize>,
        of: Option<&Range<usize>>,
        sentence: &Range<usize>,
    ) -> Option<Range<usize>> {
        let dash = of.filter(|of| of.start == figure.end).map_or(figure.end, |of| of.end);
        let is_dash = matches!(self.text.tokens.get(dash)?.kind, Kind::Mark('–' | '—')) && self.spaced(dash);
        let pronoun = is_dash && matches!(self.norm(dash + 1), "это" | "бұл");
        let most = sentence.end.min(dash + MOST_WORDS);
        let end = (dash + 2..most).find(|at| self.is_end_of_clause(*at)).unwrap_or(most);
        pronoun.then(|| self.trimmed(self.shortened(dash + 2..end, true)))?
    }

    /// Whether a place ends more than a part of a sentence: a relative clause after a comma still tells.
    fn is_end_of_clause(&self, at: usize) -> bool {
        self.parts(at) && !(self.text.is(at, ',') && self.norm(at + 1).starts_with("котор"))
    }

    /// What tells of a figure before it: without figures that share it (`построено 34 школы и 12 садов`).
    fn told_before(&self, places: &[Range<usize>], which: usize, sentence: &Range<usize>) -> Range<usize> {
        let mut end = places[which].start;
        for other in places[..which].iter().rev().take(MOST_SHARED) {
            if other.end + 1 != end || !self.term(other.end).is(Role::And) {
                break;
            }
            end = other.start;
        }
        self.clause_before(&(end..end), sentence)
    }

    /// What tells of a figure behind it: to the next figure that another verb tells of, or behind those that share it.
    fn told_after(&self, places: &[Range<usize>], which: usize, sentence: &Range<usize>) -> Range<usize> {
        let mut start = places[which].end;
        for other in places[which + 1..].iter().take(MOST_SHARED) {
            let Some(and) = other.start.checked_sub(1).filter(|and| self.term(*and).is(Role::And)) else { break };
            if and > start {
                let own = self.clause_after(&(start..start), sentence);
                let has_own = (start..and).any(|at| self.is_content_word(at)) && own.end > and;
                return if has_own { self.shortened(start..and, true) } else { own };
            }
            start = other.end;
        }
        self.clause_after(&(start..start), sentence)
    }

    /// The words of the clause that stand before a figure.
    fn clause_before(&self, figure: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
        let least = sentence.start.max(figure.start.saturating_sub(MOST_WORDS));
        let first = (least..figure.start).rev().find(|at| self.parts(*at)).map_or(least, |mark| mark + 1);
        self.shortened(first..figure.start, false)
    }

    /// The words of the clause that stand after a figure.
    fn clause_after(&self, figure: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
        let most = sentence.end.min(figure.end + MOST_WORDS);
        let end = (figure.end..most).find(|at| self.parts(*at)).unwrap_or(most);
        self.shortened(figure.end..end, true)
    }

    /// The nearest clause with words beside one that is nothing but its figure.
    fn neighbour(&self, figure: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
        let least = sentence.start.max(figure.start.saturating_sub(MOST_WORDS));
        let most = sentence.end.min(figure.end + MOST_WORDS);
        let before = (least..figure.start).rev().find(|at| self.is_content_word(*at)).and_then(|last| {
            let end = last + 1;
            self.trimmed(self.clause_before(&(end..end), sentence))
        });
        before.or_else(|| {
            let first = (figure.end..most).find(|at| self.is_content_word(*at))?;
            self.trimmed(self.clause_after(&(first..first), sentence))
        })
    }

    /// Whether a clause ends at a place.
    fn parts(&self, at: usize) -> bool {
        match self.text.tokens[at].kind {
            // Inside of a number.
            Kind::Mark(',' | '.' | ':') if self.is_digits(at + 1) && !self.spaced(at + 1) => false,
            Kind::Mark('-' | '‑' | '–' | '.') => self.spaced(at) || self.spaced(at + 1),
            Kind::Mark('\'' | '’' | '%' | '$' | '€' | '₸' | '№' | '/' | '"' | '«' | '»' | '“' | '”') => {
                false
            }
            Kind::Mark(_) | Kind::LineEnd => true,
            Kind::Word(_) | Kind::Digits => false,
        }
    }

    /// Cuts words to the length of a label, from the end that is further from the figure.
    fn shortened(&self, words: Range<usize>, from_start: bool) -> Range<usize> {
        let Range { mut start, mut end } = words;
        while start < end && self.is_too_long(start..end) {
            if from_start {
                end -= 1;
            } else {
                start += 1;
            }
        }
        start..end
    }

    fn is_too_long(&self, words: Range<usize>) -> bool {
        let words = self.text.slice(words);
        words.len() > MOST_CHARACTERS && (words.len() > 4 * MOST_CHARACTERS || words.chars().count() > MOST_CHARACTERS)
    }

    /// Takes what cannot stand at the edge of a phrase off it: marks, prepositions, conjunctions, approximators, numbers.
    fn trimmed(&self, words: Range<usize>) -> Option<Range<usize>> {
        let Range { mut start, mut end } = words;
        let weak = |at: usize| {
            let term = self.term(at);
            // The letters behind `91-` or `38-` belong to their number.
            let suffix = at >= 2 && !self.spaced(at) && self.is_dash(at - 1) && self.is_digits(at - 2);
            !self.is_word(at) && !self.is_digits(at)
                || suffix
                || self.norm(at).starts_with("дейін")
                || self.multiplier(at).is_some()
                || term.is(Role::Joiner)
                || term.is(Role::And)
                || term.is(Role::Approximator)
                || matches!(
                    self.norm(at),
                    "а" | "но"
                        | "что"
                        | "and"
                        | "but"
                        | "that"
                        | "or"
                        | "the"
                        | "a"
                        | "an"
                        | "ал"
                        | "деп"
                        | "тағы"
                        | "еще"
                        | "на"
                        | "as"
                )
        };
        let hanging = |at: usize| {
            weak(at)
                || (self.term(at).is(Role::Preposition) || self.term(at).is(Role::From) || self.term(at).is(Role::To))
                    && self.text.language != Language::Kk
        };
        while start < end && weak(start) {
            start += 1;
        }
        while start < end && (hanging(end - 1) || self.is_digits(end - 1)) {
            end -= 1;
        }
        // Marks in pairs stay together.
        let open = |mark| (start..end).filter(|at| self.is(*at, mark)).count();
        if open('«') != open('»') || open('“') != open('”') || open('"') % 2 == 1 {
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
    fn trimmed_at_all(&self, words: Range<usize>) -> Option<Range<usize>> {
        let start = words.clone().find(|at| self.is_word(*at))?;
        let end = words.rev().find(|at| self.is_word(*at) && !self.term(*at).is(Role::Preposition))? + 1;
        (start < end).then_some(start..end)
    }

    fn is_content_word(&self, at: usize) -> bool {
        let term = self.term(at);
        self.is_word(at) && !term.is(Role::Preposition) && !term.is(Role::Function) && self.norm(at).chars().count() > 1
    }

    /// How much some words tell that are in no figure: a verb most, unless it stands alone, then words with content, up
    /// to some.
    fn weight(&self, words: &Range<usize>, figures: &[Range<usize>]) -> usize {
        let own = |at: &usize| self.is_content_word(*at) && !figures.iter().any(|figure| figure.contains(at));
        let content = words.clone().filter(own).count();
        let verb = words.clone().any(|at| self.is_verb(at));
        match (content, verb) {
            (0, _) => 0,
            (1, true) => 2,
            (_, true) => content.min(6) + 4,
            (_, false) => content.min(6),
        }
    }

    /// Whether a word looks like a verb of a clause.
    fn is_verb(&self, at: usize) -> bool {
        let (norm, term) = (self.norm(at), self.term(at));
        if !self.is_content_word(at) && self.text.language != Language::En
            || term.unit.is_some_and(|unit| unit.measure != Measure::Person)
        {
            return false;
        }
        match self.text.language {
            Language::Ru => super::phrase::looks_like_russian_verb(norm) && !term.is(Role::Noun),
            Language::Kk => super::phrase::looks_like_kazakh_verb(norm),
            Language::En => {
                norm.ends_with("ed") && norm.len() > 4
                    || matches!(
                        norm,
                        "is" | "are"
                            | "was"
                            | "were"
                            | "has"
                            | "have"
                            | "had"
                            | "will"
                            | "would"
                            | "spent"
                            | "lost"
                            | "won"
                            | "fell"
                            | "rose"
                            | "grew"
                            | "went"
                    )
            }
        }
    }
}
