//! Units: per cent signs, currencies before and behind, square and cubic measures, times that make one time.

use super::known::{Measure, Role, Unit};
use super::{Reader, money_mark};
use crate::article::Language;
use crate::kazakh::Ending;
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
                    && let Some(found) = crate::kazakh::ending("", self.norm(end + 1))
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
        // `1,5 п.п.`, `5 per cent`.
        let points = self.norm(at) == "п" && self.is(at + 1, '.') && self.norm(at + 2) == "п";
        if points || self.norm(at) == "per" && self.norm(at + 1) == "cent" {
            let end = if !points { at + 2 } else { at + 3 + usize::from(self.is(at + 3, '.')) };
            return Some(Measured { unit: self.known.unit("percent")?, end, ending: Ending::default() });
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
            return power.is_none().then(|| self.rate(measured));
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
        // `45p`, but `45 p`.
        if self.norm(at) == "p" && token.spaced {
            return None;
        }
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
            && ["пункт", "point", "тармақ", "тармағ"].iter().any(|point| self.norm(end).starts_with(point))
        {
            end += 1;
        }
        let glued = !self.spaced(end) && !self.spaced(end + 1) && self.is_word(end + 1);
        let (mut unit, per) = (unit, self.term(end + 1).unit);
        // `20 м/с`, `90 km/h`, `14,5 ц/га`.
        if glued && self.is(end, '/') {
            unit = per.or(self.second_of(end + 1)).map_or(unit, |per| unit.per(per));
            end += 2;
        }
        // `кВт·ч`
        if glued && matches!(self.token(end).map(|token| token.kind), Some(Kind::Mark('·' | '⋅' | '∙' | '•' | '*')))
        {
            let hours = self.known.unit(&format!("{}h", self.known.name(unit)));
            unit = hours.unwrap_or(unit);
            end += 2;
        }
        if unit.measure == Measure::Money && matches!(self.norm(end), "сша" | "рф") {
            end += 1;
        }
        Some(Measured { unit, end, ending: term.ending })
    }

    /// `23 метра в секунду`, `412 micrograms per cubic metre`.
    fn rate(&self, measured: Measured) -> Measured {
        let next = measured.end + 1;
        let per = match self.norm(measured.end) {
            "в" if matches!(self.norm(next), "секунду" | "минуту" | "час") => self.simple_unit(next),
            "с" | "на" if self.norm(next).starts_with("гектар") || self.norm(next) == "га" => {
                self.simple_unit(next)
            }
            "на" if self.term(next).is(Role::Cubic) || self.norm(next).starts_with("кубометр") => {
                self.unit(next)
            }
            // Alone the word is an ordinal.
            "per" if self.norm(next) == "second" => {
                self.second_of(next).map(|unit| Measured { unit, end: next + 1, ending: Ending::default() })
            }
            "per" => self.unit(next).filter(|per| matches!(per.unit.measure, Measure::Time | Measure::Other)),
            _ => None,
        };
        match per {
            Some(per) if measured.unit.measure == Measure::Other => {
                Measured { unit: measured.unit.per(per.unit), end: per.end, ..measured }
            }
            _ => measured,
        }
    }

    /// The `с` of `м/с`, the `s` of `m/s`, the `h` of `km/h`, which alone are no units.
    fn second_of(&self, at: usize) -> Option<Unit> {
        self.known.unit(match self.norm(at) {
            "с" | "s" | "second" => "second",
            "h" => "hour",
            _ => return None,
        })
    }

    /// Whether degrees stand at a place.
    pub(super) fn is_degree(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|measured| self.known.name(measured.unit) == "degree")
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
