//! What a number counts: a noun, its adjectives before it and the genitives that belong to it.
//!
//! There is no dictionary: endings, and short lists of words whose endings mislead, tell nouns from what else may follow.

mod english;
mod kazakh;
mod russian;

use std::ops::Range;

use super::Reader;
use super::known::Role;
use super::numerals::Numeral;
use crate::article::Language;
use crate::structure::tokens::Kind;

pub(super) use kazakh::looks_verbal as looks_like_kazakh_verb;
pub(super) use russian::is_verb as looks_like_russian_verb;

impl Reader<'_, '_> {
    /// The noun phrase at `at` that a number counts.
    pub(super) fn counted(&self, at: usize, numeral: Numeral) -> Option<Range<usize>> {
        match self.text.language {
            Language::Ru => self.russian_noun(at, numeral),
            Language::Kk => self.kazakh_noun(at, numeral),
            Language::En => self.english_noun(at, numeral),
        }
    }

    /// Whether a word that could be a noun or an adjective stands at a place.
    pub(super) fn is_content(&self, at: usize) -> bool {
        let term = self.term(at);
        self.is_word(at)
            && !term.is(Role::Function)
            && !term.is(Role::Preposition)
            && !term.is(Role::Approximator)
            && !term.is(Role::Verb)
            && term.number.is_none()
    }

    /// The token after a word and what is joined to it by hyphens.
    pub(super) fn word_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while self.is_dash(end) && !self.spaced(end) && self.is_word(end + 1) && !self.spaced(end + 1) {
            end += 2;
        }
        end
    }

    /// «Золотых Маски» after a number.
    pub(super) fn quoted_name(&self, at: usize) -> Option<Range<usize>> {
        let closing = match self.token(at)?.kind {
            Kind::Mark('«') => '»',
            Kind::Mark('"') => '"',
            Kind::Mark('“') => '”',
            _ => return None,
        };
        let close = (at + 1..at + 6).find(|at| self.is(*at, closing))?;
        (close > at + 1 && (at + 1..close).all(|at| self.is_word(at))).then_some(at..close + 1)
    }
}
