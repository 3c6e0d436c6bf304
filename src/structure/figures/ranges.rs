//! From one number to another: a range (`6–10 месяцев`, `от … до`, `between … and`, `20-дан 25 пайызға дейін`), a change
//! (`с 17 до 12`, `rose from 5 to 8 percent`), which is two figures, or a score, which is none.

use super::amounts::kind_of;
use super::known::{Measure, Role, Unit};
use super::numerals::{Form, Numeral};
use super::{Found, Reader, Seen};
use crate::article::{FigureKind, Language, Value};
use crate::kazakh::{Case, Ending};

/// What follows the first number of what may be a range.
pub(super) enum Second {
    None,
    Range(Numeral),
    /// What the first number has become.
    Change(Numeral),
    /// Two numbers that are a score or a name, and the token after them.
    Score(usize),
}

/// Below this a number takes the multiplier of the next: `с 250 до 310 млрд`.
const SHARED_BELOW: f64 = 1000.0;

impl Reader<'_, '_> {
    /// The other end of a range that begins with a number at `at`.
    pub(super) fn second(&self, at: usize, first: Numeral) -> Second {
        let word = self.norm_before(at);
        // `5%-10%`, `$5 to $10`, `7 жылдан 10 жылға`: the unit may stand twice.
        let unit = self.unit(first.end).filter(|measured| measured.unit.measure != Measure::Person);
        let plain = self.join(first.end, word, first.ending).map(|join| (join, None));
        let repeated = || {
            let measured = unit?;
            let join = self.join(measured.end, word, measured.ending)?;
            Some((join, Some(measured.unit)))
        };
        let Some(((dash, next), unit)) = plain.or_else(repeated) else { return Second::None };
        // `−12…−15 °C`
        let below = at > 0 && self.is_minus(at - 1);
        let next = if below && self.is_minus(next) { next + 1 } else { next };
        let sign = self.is_money_mark(next) && at > 0 && self.is_money_mark(at - 1);
        let second = self.numeral(if sign { next + 1 } else { next });
        let Some(second) = second.filter(|second| second.is_cardinal() || matches!(second.form, Form::Compound(_)))
        else {
            return Second::None;
        };
        if unit.is_some() && self.unit(second.end).map(|measured| measured.unit) != unit {
            return Second::None;
        }
        // `rose 0.75 points to 16.5 percent`: by the one, to the other.
        let bounds = matches!(word, "from" | "between");
        if unit.is_some() && self.text.language == Language::En && !dash && !bounds && self.has_changed(at) {
            return Second::None;
        }
        // `с 6 до 9 утра`
        if self.term(second.end).is(Role::Clock) {
            return Second::Score(second.end + 1);
        }
        // What was and what has become.
        let change = match self.text.language {
            _ if dash => false,
            Language::Ru => matches!(word, "с" | "со") && self.has_changed_or_falls(at, first, second),
            Language::En => word == "by" || word == "from" && self.has_changed(at),
            Language::Kk => !self.is_up_to(second.end),
        };
        if change {
            let whole = unit.is_none() && !sign && self.text.language != Language::Kk;
            return if whole { Second::Change(second) } else { Second::None };
        }
        if low(first, second) >= second.value && (!below || low(first, second) == second.value) {
            return if dash && !self.spaced(next) { Second::Score(second.end) } else { Second::None };
        }
        if dash && self.is_score(at) {
            return Second::Score(second.end);
        }
        Second::Range(second)
    }

    /// The word before a number and its currency sign.
    fn norm_before(&self, at: usize) -> &str {
        let sign = |at: usize| self.is_money_mark(at) || self.is_minus(at);
        let before = at.checked_sub(1).map(|before| if sign(before) && before > 0 { before - 1 } else { before });
        before.map_or("", |before| self.norm(before))
    }

    /// What joins two numbers at `at`, the first with an ending and behind `word`: whether it is a dash, and what follows it.
    fn join(&self, at: usize, word: &str, ending: Ending) -> Option<(bool, usize)> {
        if self.is_dash(at) && self.spaced(at) == self.spaced(at + 1) {
            return Some((true, at + 1));
        }
        if self.is(at, '…') && !self.spaced(at) && !self.spaced(at + 1) {
            return Some((true, at + 1));
        }
        // `18 бен 35 жас аралығында`
        if self.text.language == Language::Kk && self.term(at).is(Role::And) && self.is_between(at + 2) {
            return Some((true, at + 1));
        }
        if self.text.language == Language::Kk {
            return (ending.case == Case::Ablative && !ending.possessive).then_some((false, at));
        }
        let joined = match self.norm(at) {
            "до" | "по" => matches!(word, "от" | "с" | "со"),
            // `four to five months`
            "to" => true,
            "and" => word == "between",
            "и" => word == "между",
            _ => false,
        };
        joined.then_some((false, at + 1))
    }

    /// `с … до`: a change, unless it is told of times or ages (`с 10 до 14 лет`) and rises.
    fn has_changed_or_falls(&self, at: usize, first: Numeral, second: Numeral) -> bool {
        let time = self.unit(second.end).is_some_and(|measured| measured.unit.measure == Measure::Time);
        !time || first.value >= second.value || self.has_changed(at)
    }

    /// Whether a word of change stands shortly before.
    fn has_changed(&self, at: usize) -> bool {
        (at.saturating_sub(10)..at).any(|at| self.term(at).is(Role::Change))
    }

    /// `won 2-1` and the like.
    fn is_score(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at)
            .any(|at| matches!(self.norm(at), "счетом" | "счет" | "score" | "won" | "beat" | "есебімен"))
    }

    /// Whether `аралығында`, `арасында` comes soon.
    fn is_between(&self, at: usize) -> bool {
        (at..at + 4).any(|at| self.norm(at).starts_with("аралығ") || self.norm(at).starts_with("арасынд"))
    }

    /// Whether a sign or word for what is below zero stands at a place.
    fn is_minus(&self, at: usize) -> bool {
        let sign =
            (self.is(at, '-') || self.is(at, '−')) && !self.spaced(at + 1) && (at == 0 || !self.is_digits(at - 1));
        sign || matches!(self.norm(at), "минус" | "minus")
    }

    /// Whether `дейін`, `аралығында` comes soon after the second number of a Kazakh range, and no word of change.
    fn is_up_to(&self, at: usize) -> bool {
        let to = (at..at + 3).find(|at| self.norm(*at).starts_with("дейін") || self.norm(*at).starts_with("аралығ"));
        to.is_some_and(|to| !self.term(to + 1).is(Role::Change))
    }

    pub(super) fn ranged(&self, at: usize, first: Numeral, second: Numeral, currency: Option<Unit>) -> Option<Seen> {
        // Below zero the greater number is the lower.
        let (low, high) = (low(first, second), second.value);
        let value = Some(Value::Range { low: low.min(high), high: low.max(high) }.into());
        let range = |found: Found| Found { tokens: at..found.tokens.end, value, kind: FigureKind::Range, ..found };
        Some(match self.single(at, second, currency)? {
            Seen::Figure(found) => Seen::Figure(range(found)),
            Seen::Name(end) => Seen::Name(end),
        })
    }

    /// The first figure of a change: it shares the multiplier and the unit of the second.
    pub(super) fn changed(&self, at: usize, first: Numeral, second: Numeral, currency: Option<Unit>) -> Option<Seen> {
        let measured = self.single(at, first, currency)?;
        let shared =
            first.scale == 1.0 && second.scale > 1.0 && first.form == Form::Plain && first.value < SHARED_BELOW;
        let unit = self.unit(second.end).filter(|measured| measured.unit.measure != Measure::Person);
        Some(match measured {
            Seen::Figure(found) if found.unit.is_none() => {
                let value = if shared { first.value * second.scale } else { first.value };
                let kind = unit.map_or(FigureKind::Count, |measured| kind_of(measured.unit));
                Seen::Figure(Found {
                    value: Some(Value::Number(value).into()),
                    kind,
                    unit: unit.map(|measured| measured.unit),
                    ..found
                })
            }
            seen => seen,
        })
    }

    /// A number and its unit, whichever way they are joined; the figure begins at `at`.
    fn single(&self, at: usize, numeral: Numeral, currency: Option<Unit>) -> Option<Seen> {
        if let Form::Compound(unit) = numeral.form {
            return Some(self.found(at..numeral.end, Value::Number(numeral.value), kind_of(unit), Some(unit), None));
        }
        self.english_joined(at, numeral).or_else(|| self.measured(at, numeral, currency))
    }
}

/// The lower end of a range: `60 до 70 тысяч` begins at 60 thousand.
fn low(first: Numeral, second: Numeral) -> f64 {
    let shared = first.scale == 1.0 && second.scale > 1.0 && first.value < second.mantissa();
    if shared { first.value * second.scale } else { first.value }
}
