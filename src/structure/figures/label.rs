//! The words that tell what a figure says.

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

impl Reader<'_, '_> {
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
        let told = self.told_after(places, which, sentence);
        // What leads to another figure tells of that: `in 12 countries and plans to hire another 2,000`.
        let next = places.get(which + 1).filter(|next| told.contains(&next.start) && !self.is_time(next));
        let after = match next {
            Some(next) if !self.is_time(figure) => {
                let and = (told.start..next.start).rev().find(|at| self.term(*at).is(Role::And));
                // `were under the age of six`
                let open = next.start > told.start && self.term(next.start - 1).is(Role::Preposition);
                let end = and.unwrap_or(if open { next.end } else { next.start });
                let own = weighed(told.start..end).or_else(|| weighed(told));
                own.map(|(words, _)| (words, 1))
            }
            // `43 passengers and crew ran aground`
            _ if self.term(told.start).is(Role::And) => weighed(told).map(|(words, _)| (words, 1)),
            _ => weighed(told),
        };
        // `мощностью 300 тонн`, `a loss of 25 lives`: what the number measures stands right before it.
        let measured = figure.start.checked_sub(1).is_some_and(|at| {
            self.term(at).is(Role::Dimension) || self.norm(at) == "of" && self.text.language == Language::En
        });
        let best = match (before, after) {
            (Some((before, _)), _) if measured => before,
            (Some((_, less)), Some((after, more))) if more > less => after,
            (Some((before, _)), _) => before,
            (None, Some((after, _))) => after,
            (None, None) => self
                .trimmed_at_all(self.told_before(places, which, sentence))
                .or_else(|| self.neighbour(figure, sentence))
                .or_else(|| self.trimmed_at_all(self.told_after(places, which, sentence)))
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
        let mut reached = which;
        for other in places[..which].iter().rev().take(MOST_SHARED) {
            let mut between = other.end..end;
            let listed = between.clone().any(|at| self.is(at, ',') || self.term(at).is(Role::And));
            // `с 5% до 10%`
            let changed = between.len() == 1 && self.term(between.start).is(Role::To);
            if !listed && !changed || !between.all(|at| self.only_joins(at)) {
                break;
            }
            (end, reached) = (other.start, reached - 1);
        }
        // `Площадь пожара – 800 квадратных метров`: the subject of the figure stands before the dash.
        let mut subject = end;
        while subject > sentence.start && self.is_inexact(subject - 1) {
            subject -= 1;
        }
        let dash = subject > sentence.start && self.is_break(subject - 1);
        let end = if dash { subject - 1 } else { end };
        let told = self.clause_before(&(end..end), sentence);
        // What has its own figure and no verb before it tells of that: `64% of women and 58% of men`.
        let Some(other) = places[..reached].last().filter(|other| other.start >= told.start && other.end <= told.end)
        else {
            return told;
        };
        let shared = self.is_time(other) || (told.start..other.start).any(|at| self.is_verb(at));
        if shared {
            return told;
        }
        let and = (other.end..told.end).rev().find(|at| self.term(*at).is(Role::And));
        and.map_or(other.end, |and| and + 1)..told.end
    }

    /// What tells of a figure behind it: to the next figure that another verb tells of, or behind those that share it.
    fn told_after(&self, places: &[Range<usize>], which: usize, sentence: &Range<usize>) -> Range<usize> {
        let mut start = places[which].end;
        // `37 – против`
        if start < sentence.end && self.is_break(start) {
            start += 1;
        }
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

    /// Whether nothing but a comma, an `и` or what is not exact stands between two figures of a list.
    fn only_joins(&self, at: usize) -> bool {
        let term = self.term(at);
        let leads = term.is(Role::Preposition) || term.is(Role::From);
        self.is(at, ',') || term.is(Role::And) || self.is_inexact(at) || term.is(Role::Joiner) || leads
    }

    /// Whether a figure says when or how long, so that what stands around it may tell of others too.
    fn is_time(&self, figure: &Range<usize>) -> bool {
        figure.clone().any(|at| {
            let term = self.term(at);
            let time = term.unit.is_some_and(|unit| unit.measure == Measure::Time);
            let year =
                self.is_digits(at) && matches!(self.slice(at).as_bytes(), [b'1', _, _, _] | [b'2', b'0' | b'1', _, _]);
            time || year || term.month.is_some() || term.is(Role::Year)
        })
    }

    /// Whether a dash between the parts of a sentence stands here.
    fn is_break(&self, at: usize) -> bool {
        matches!(self.text.tokens[at].kind, Kind::Mark('–' | '—')) && self.spaced(at) && self.spaced(at + 1)
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
            // Inside of a sentence a full stop ends a shortened word.
            Kind::Mark('.') => {
                let short = at > 0 && self.token(at - 1).is_some_and(|token| token.end - token.start <= 6);
                let degree = at > 1 && self.is(at - 2, '°');
                let begins = self.token(at + 1).is_some_and(|next| next.is_capital() && next.spaced);
                begins && (!short || degree)
            }
            Kind::Mark('·' | '⋅' | '°' | '&' | '+' | '−' | '£' | '₽' | '¥') => false,
            Kind::Mark('-' | '‑' | '–') => self.spaced(at) || self.spaced(at + 1),
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
        // To where a phrase begins or ends, if that leaves the most of it.
        let begins = |at: &usize| {
            self.term(*at).is(Role::Preposition)
                || self.term(*at).is(Role::And)
                || self.is_verb(*at) && self.spaced(*at)
        };
        let middle = start + (end - start) / 2;
        if end < words.end {
            end = (middle..=end).rev().find(begins).unwrap_or(end);
        }
        if start > words.start {
            start = (start..middle).find(begins).unwrap_or(start);
        }
        start..end
    }

    fn is_too_long(&self, words: Range<usize>) -> bool {
        let words = self.text.slice(words);
        words.len() > MOST_CHARACTERS && (words.len() > 4 * MOST_CHARACTERS || words.chars().count() > MOST_CHARACTERS)
    }

    pub(super) fn is_content_word(&self, at: usize) -> bool {
        // The letters behind `91-` or `20` belong to their number.
        let suffix = at > 0 && !self.spaced(at) && self.is_digits(at - 1);
        self.is_word(at) && !suffix && self.tells(at)
    }

    /// Whether a word has content, wherever it stands.
    fn tells(&self, at: usize) -> bool {
        let term = self.term(at);
        let counts = term.number.is_some() || term.unit.is_some_and(|unit| unit.measure != Measure::Person);
        let leans = term.is(Role::Preposition) || term.is(Role::Function) || self.is_inexact(at);
        !counts && !leans && self.norm(at).chars().nth(1).is_some()
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

    /// Whether a word looks like a verb of a clause. Each different word is looked at once a text.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        let Some(id) = self.text.word(at) else { return false };
        *self.verbs[id.0 as usize].get_or_init(|| self.looks_like_verb(at))
    }

    fn looks_like_verb(&self, at: usize) -> bool {
        let (norm, term) = (self.norm(at), self.term(at));
        if !self.tells(at) && self.text.language != Language::En
            || term.unit.is_some_and(|unit| unit.measure != Measure::Person)
        {
            return false;
        }
        match self.text.language {
            Language::Ru => super::phrase::looks_like_russian_verb(norm) && !term.is(Role::Noun),
            Language::Kk => super::phrase::looks_like_kazakh_verb(norm),
            Language::En => {
                norm.ends_with("ed") && norm.len() > 4
                    || term.is(Role::Verb)
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
