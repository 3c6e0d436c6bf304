//! Units: per cent signs, currencies before and behind, square and cubic measures, times that make one time.

use super::kazakh::Ending;
use super::known::{Measure, Role, Unit};
use super::{Reader, money_mark};
use crate::article::Language;
use crate::structure::tokens::{Case, Kind};

/// A unit that was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured {
    pub(super) unit: Unit,
    pub(super) end: usize,
    /// The Kazakh ending of the unit, or of its sign: `31,6%-ы`.
    pub(super) ending: Ending,
}

impl Reader<'_, '_> {
    /// The unit of a currency that stands before its number.
    pub(super) fn currency_before(&self, at: usize) -> Option<Unit> {
        let digits = self.is_digits(at + 1);
        let token = self.token(at)?;
        if let Some(code) = money_mark(token.kind) {
            return digits.then(|| self.known.unit(code)).flatten();
        }
        let unit = self.term(at).unit.filter(|unit| unit.measure == Measure::Money)?;
        (digits && token.case == Case::Capitals).then_some(unit)
    }

    /// The unit that stands at a place.
    pub(super) fn unit(&self, at: usize) -> Option<Measured> {
        if self.is(at, '%') {
            let (mut end, mut ending) = (at + 1, Ending::default());
            if self.is_dash(end) && !self.spaced(end) && !self.spaced(end + 1) && self.is_word(end + 1) {
                if self.text.language == Language::Kk
                    && let Some(found) = super::kazakh::ending("", self.norm(end + 1))
                {
                    (end, ending) = (end + 2, found);
                } else if self.text.language == Language::Ru && self.norm(end + 1).chars().count() <= 3 {
                    end += 2;
                }
            }
            return Some(Measured { unit: self.known.unit("percent")?, end, ending });
        }
        if let Some(code) = self.token(at).and_then(|token| money_mark(token.kind)) {
            // `5 млн $`, but not the sign of the next amount.
            return (!self.is_digits(at + 1)).then_some(Measured {
                unit: self.known.unit(code)?,
                end: at + 1,
                ending: Ending::default(),
            });
        }
        if self.is(at, '°') {
            return Some(Measured {
                unit: self.known.unit("degree")?,
                end: at + if self.norm(at + 1).chars().count() == 1 { 2 } else { 1 },
                ending: Ending::default(),
            });
        }
        let term = self.term(at);
        let area = term.is(Role::Square);
        if area || term.is(Role::Cubic) {
            let next = if self.is(at + 1, '.') { at + 2 } else { at + 1 };
            let measured = self.simple_unit(next)?;
            let suffix = if area { '2' } else { '3' };
            let name = format!("{}{suffix}", self.known.name(measured.unit));
            let unit = self.known.unit(&name).unwrap_or(measured.unit);
            return Some(Measured { unit, ..measured });
        }
        if let Some(measured) = self.simple_unit(at) {
            // `30 concert tickets` and `5 point plan` are no units of measure; `м2` is.
            let power = self.token(measured.end).filter(|next| next.kind == Kind::Digits && !next.spaced);
            let squared = power.filter(|_| matches!(self.slice(measured.end), "2" | "3"));
            if squared.is_some() {
                let name = format!("{}{}", self.known.name(measured.unit), self.slice(measured.end));
                return Some(Measured { unit: self.known.unit(&name)?, end: measured.end + 1, ..measured });
            }
            return power.is_none().then_some(measured);
        }
        // `5 млн АҚШ доллары`, `10 млрд российских рублей`, `5 million US dollars`.
        let money = self.simple_unit(at + 1).filter(|measured| measured.unit.measure == Measure::Money)?;
        let nation = self.is_word(at) && !term.is(Role::Function) && !term.is(Role::Preposition) && self.spaced(at + 1);
        nation.then_some(money)
    }

    pub(super) fn simple_unit(&self, at: usize) -> Option<Measured> {
        let term = self.term(at);
        let unit = term.unit.filter(|_| term.compound.is_none())?;
        let token = self.token(at)?;
        let short = self.norm(at).chars().count();
        // A capital letter is no abbreviation of a unit: `5 М. Ауэзов`.
        if short == 1 && (token.case != Case::Small || self.is_dash(at + 1) && !self.spaced(at + 1)) {
            return None;
        }
        let mut end = at + 1;
        let abbreviated =
            matches!(self.norm(at), "руб" | "коп" | "долл" | "тг" | "чел" | "мес" | "мин" | "сек" | "кв" | "проц");
        let goes_on = self.token(end + 1).is_some_and(|next| !next.is_capital() && next.kind != Kind::LineEnd);
        if abbreviated && goes_on && self.is(end, '.') && !self.spaced(end) {
            end += 1;
        }
        // `0,5 процентного пункта`, `5 percentage points`.
        if unit.measure == Measure::Percent
            && (self.norm(end).starts_with("пункт") || self.norm(end).starts_with("point"))
        {
            end += 1;
        }
        // `20 м/с`, `90 km/h`, `14,5 ц/га`.
        if self.is(end, '/') && !self.spaced(end) && !self.spaced(end + 1) && self.is_word(end + 1) {
            end += 2;
        }
        if unit.measure == Measure::Money && matches!(self.norm(end), "сша" | "рф") {
            end += 1;
        }
        Some(Measured { unit, end, ending: term.ending })
    }

    /// A second, smaller time behind a first: its value, unit and end.
    pub(super) fn smaller_time(&self, at: usize, unit: Unit) -> Option<(f64, Unit, usize)> {
        let next = if self.term(at).is(Role::And) { at + 1 } else { at };
        let numeral = self.numeral(next).filter(|numeral| numeral.is_cardinal())?;
        let measured = self.simple_unit(numeral.end).filter(|measured| measured.unit.measure == Measure::Time)?;
        let ratio = self.ratio(unit, measured.unit);
        (ratio > 1.0 && numeral.value < ratio).then_some((numeral.value, measured.unit, measured.end))
    }

    /// How many of a smaller unit of time make a greater one; 0 where that is not said.
    pub(super) fn ratio(&self, greater: Unit, smaller: Unit) -> f64 {
        match (self.known.name(greater), self.known.name(smaller)) {
            ("year", "month") => 12.0,
            ("week", "day") => 7.0,
            ("day", "hour") => 24.0,
            ("hour", "minute") | ("minute", "second") => 60.0,
            ("hour", "second") => 3600.0,
            _ => 0.0,
        }
    }
}
