//! The number one, in words: mostly a pronoun, sometimes a count.

use std::ops::Range;

use super::Reader;
use super::known::{Measure, Number, Role};
use super::numerals::{Form, Numeral};
use crate::article::Language;
use crate::kazakh::Ending;
use crate::structure::tokens::Kind;

/// So many words back may those stand against whom one is counted: `трое госпитализированы … один погиб`.
const OTHERS: usize = 30;

/// So many words on may a price stand: `one dose costs $5`.
const PRICE: usize = 4;

impl Reader<'_, '_> {
    /// Whether `один`, `one`, `бір` is no number: it counts before a time, a person, or beside another number.
    pub(super) fn is_pronoun(&self, at: usize, numeral: Numeral, sentence: &Range<usize>) -> bool {
        if numeral.value != 1.0 || numeral.form != Form::Words || numeral.end != at + 1 {
            return false;
        }
        // `бірде-бір`
        if at > 0 && self.is_dash(at - 1) && !self.spaced(at) {
            return true;
        }
        // `бір-екі айға`
        let next = numeral.end + 1;
        if self.text.language == Language::Kk
            && self.is_dash(numeral.end)
            && !self.spaced(next)
            && self.numeral(next).is_some_and(|second| second.is_cardinal() && second.value > 1.0)
        {
            return false;
        }
        if self.norm(at) == "біреу" || !numeral.ending.is_bare() {
            return !(self.norm(at) == "біреуі" && self.is_after_people(at));
        }
        let after = self.term(numeral.end);
        let counts = match after.unit {
            // `бір күні`, `one day` open a story.
            Some(unit) if unit.measure == Measure::Time => match self.text.language {
                Language::Kk => {
                    after.ending != Ending { possessive: true, ..Ending::default() } && !after.ending.is_bare()
                        || ["ішінде", "бұрын", "кейін", "бойы", "мерзім"]
                            .iter()
                            .any(|start| self.norm(numeral.end + 1).starts_with(start))
                }
                Language::En => {
                    at > sentence.start
                        && (self.term(at - 1).is(Role::Preposition) || self.term(at - 1).is(Role::Approximator))
                }
                Language::Ru => !matches!(self.norm(at.saturating_sub(1)), "еще" | "ни" | "в"),
            },
            Some(unit) if unit.measure == Measure::Person => {
                !matches!(self.norm(at.saturating_sub(1)), "еще" | "ни" | "another" | "no" | "тағы")
            }
            Some(_) => true,
            None => self.is_priced(at, numeral) || self.is_against_others(at, sentence),
        };
        // `одну серебряную и три бронзовые медали`.
        let beside = |next: usize| {
            self.term(next).is(Role::And) && self.numeral(next + 1).is_some_and(|n| n.is_cardinal() && n.value > 1.0)
        };
        let beside = self.text.language != Language::Kk
            && (numeral.end + 1..numeral.end + 4).any(beside)
            && self.norm(numeral.end) != "из"
            && self.norm(numeral.end) != "of";
        !counts && !beside
    }

    /// Whether one of something has a price: `бір дозаның бағасы 850 теңге`, `one dose costs $5`.
    fn is_priced(&self, at: usize, numeral: Numeral) -> bool {
        let Some(of) = self.counted(at + 1, numeral) else { return false };
        let near = || of.end..of.end + PRICE;
        near().any(|at| self.term(at).is(Role::Price))
            || self.text.language == Language::Kk
                && near().any(|at| self.unit(at).is_some_and(|measured| measured.unit.measure == Measure::Money))
    }

    /// Whether one does what others before do not: `двое ранены, один погиб`, `One, a 61-year-old driver, suffered`.
    fn is_against_others(&self, at: usize, sentence: &Range<usize>) -> bool {
        let next = at + 1;
        let verb = match self.text.language {
            Language::Ru => {
                let word = self.norm(next);
                super::phrase::looks_like_russian_verb(word) && !self.term(next).is(Role::Noun)
                    || self.term(next).is(Role::Verb)
                    || self.is_dash(next) && self.spaced(next)
            }
            Language::En => {
                let word = self.norm(next);
                // `what one called a scandal`
                if at > sentence.start && self.is_word(at - 1) && !self.term(at - 1).is(Role::And) {
                    return false;
                }
                word.len() > 4 && word.ends_with("ed")
                    || self.term(next).is(Role::Verb)
                    || at == sentence.start && self.is(next, ',') && matches!(self.norm(next + 1), "a" | "an" | "the")
            }
            Language::Kk => false,
        };
        verb && self.is_after_people(at)
    }

    /// Whether a number of people or things stands not far before in the paragraph.
    fn is_after_people(&self, at: usize) -> bool {
        let many = |at: usize| {
            self.is_digits(at) || matches!(self.term(at).number, Some(Number::Cardinal(value)) if value > 1.0)
        };
        let counted = |at: usize| {
            let collective = ["ое", "оих", "ерых", "еро", "еуі"].iter().any(|ending| self.norm(at).ends_with(ending));
            let noun = self.is_content(at + 1) && !self.is_measured(at + 1) && self.term(at + 1).month.is_none();
            collective || noun && !self.term(at + 1).is(Role::Year)
        };
        (at.saturating_sub(OTHERS)..at)
            .rev()
            .take_while(|at| self.text.tokens[*at].kind != Kind::LineEnd)
            .any(|at| many(at) && counted(at))
    }
}
