//! Years, months, days and what lies between two of them. A day without a year is no figure.

use super::known::{Number, Role};
use super::numerals::{Form, Numeral, roman};
use super::{Found, Reader, Seen};
use crate::article::{Date, FigureKind, Language, Value};
use crate::structure::draft::Amount;
use crate::structure::tokens::Kind;

/// Years that stand without a word for it: earlier and later numbers count something.
const BARE_YEARS: std::ops::Range<f64> = 1500.0..2101.0;

impl Reader<'_, '_> {
    /// A date that begins at `at`, or a day without a year, which is none.
    pub(super) fn date(&self, at: usize) -> Option<Seen> {
        let seen = self.one_date(at)?;
        Some(self.until(at, &seen).unwrap_or(seen))
    }

    /// What runs to another date: `с сентября 2019 года по май 2023 года`, `between March 2020 and May 2023`.
    fn until(&self, at: usize, first: &Seen) -> Option<Seen> {
        let date = |seen: &Seen| match seen {
            Seen::Figure(Found { tokens, value: Some(Amount::Value(Value::Date(date))), .. }) => {
                Some((*date, tokens.end))
            }
            _ => None,
        };
        let (from, end) = date(first).filter(|(date, _)| date.month.is_some())?;
        let before = at.checked_sub(1)?;
        let next = match self.text.language {
            _ if self.is_dash(end) && self.spaced(end) == self.spaced(end + 1) => end + 1,
            Language::Kk => (self.term(end - 1).ending.case == crate::kazakh::Case::Ablative && self.is_digits(end))
                .then_some(end)?,
            Language::En if self.norm(before) == "between" && self.term(end).is(Role::And) => end + 1,
            _ => (self.term(before).is(Role::From) && self.term(end).is(Role::To)).then_some(end + 1)?,
        };
        let (to, end) = date(&self.one_date(next)?).filter(|(to, _)| *to > from)?;
        Some(self.between(at, end, from, to))
    }

    fn one_date(&self, at: usize) -> Option<Seen> {
        if self.is_digits(at) {
            return self.numbered_date(at).or_else(|| self.days(at)).or_else(|| self.years(at));
        }
        self.months(at).or_else(|| self.quarter(at)).or_else(|| self.days(at))
    }

    /// `28.11.2025`, `2025-11-28`.
    pub(super) fn numbered_date(&self, at: usize) -> Option<Seen> {
        let mark = match self.token(at + 1)?.kind {
            Kind::Mark(mark @ ('.' | '-' | '/')) => mark,
            _ => return None,
        };
        let glued = (at + 1..at + 5).all(|at| !self.spaced(at) && at < self.text.tokens.len());
        if !glued || !self.is(at + 3, mark) || !self.is_digits(at + 2) || !self.is_digits(at + 4) {
            return None;
        }
        let parts = [at, at + 2, at + 4].map(|part| self.number(part));
        let [Some(first), Some(second), Some(third)] = parts else { return None };
        let date =
            if first > 1000 { date(first, Some(second), Some(third)) } else { date(third, Some(second), Some(first)) }?;
        if !(1000..2200).contains(&date.year) {
            return None;
        }
        let end = self.year_word(at + 5).unwrap_or(at + 5);
        Some(self.found_date(at, end, Value::Date(date)))
    }

    /// A date that begins with a day: `3 по 12 октября 2012 г.`, `18 November 2025`, `14 Қазан 2023`.
    fn days(&self, at: usize) -> Option<Seen> {
        let first = self.day(at)?;
        let mut next = first.1;
        let mut last = None;
        // `3–12 октября`, `3 и 4 октября`, `с 3 по 12 октября`, `10, 11 и 12 марта`.
        for _ in 0..8 {
            let joined = self.is_dash(next)
                || self.is(next, ',')
                || self.term(next).is(Role::And)
                || self.term(next).is(Role::To)
                || self.norm(next) == "на";
            if self.month(next).is_some() || !joined {
                break;
            }
            let Some(day) = self.day(next + 1) else { break };
            (last, next) = (Some(day.0), day.1);
        }
        let (month, end) = self.month(next)?;
        // `30 октября – 2 ноября 2025 года`.
        let to = (self.is_dash(end) || self.term(end).is(Role::To))
            .then(|| {
                let (day, next) = self.day(end + 1)?;
                let (month, end) = self.month(next)?;
                Some((day, month, end))
            })
            .flatten();
        let (last_day, last_month, end) = to.unwrap_or((last.unwrap_or(first.0), month, end));
        let after = if self.is(end, ',') && self.text.language == Language::En { end + 1 } else { end };
        let Some((year, end)) = self.year(after) else { return Some(Seen::Name(end)) };
        let from = date(year, Some(month), Some(first.0));
        let to = date(year, Some(last_month), Some(last_day));
        Some(self.between(at, end, from?, to?))
    }

    /// A day of the month, and the token after it.
    fn day(&self, at: usize) -> Option<(i32, usize)> {
        let numeral = self.numeral(at)?;
        // `двадцать первого августа`
        let ok = matches!(numeral.form, Form::Plain | Form::Ordinal) && (1.0..=31.0).contains(&numeral.value);
        // `19-желтоқсан`
        let hyphen = numeral.form == Form::Plain && self.is(numeral.end, '-') && self.month(numeral.end + 1).is_some();
        let end = numeral.end + usize::from(hyphen || self.norm(numeral.end) == "of");
        #[expect(clippy::cast_possible_truncation, reason = "at most 31")]
        ok.then_some((numeral.value as i32, end))
    }

    /// A date that begins with a year.
    fn years(&self, at: usize) -> Option<Seen> {
        let numeral = self.numeral(at)?;
        // `1990-жылдары`, `2000 жылдардың басында`.
        let years = |at: usize| self.term(at).is(Role::Year) && self.term(at).ending.plural;
        let hyphen = usize::from(numeral.form == Form::OrdinalOf);
        let short = hyphen == 1 && (20.0..100.0).contains(&numeral.value);
        let decade = short || (1500.0..2100.0).contains(&numeral.value);
        if numeral.value % 10.0 == 0.0 && decade && years(numeral.end + hyphen) {
            // `90-жылдары` are those of the last century.
            let first = self.number(at)? + if short { 1900 } else { 0 };
            let end = numeral.end + hyphen + 1;
            return Some(self.between(at, end, date(first, None, None)?, date(first + 9, None, None)?));
        }
        // `в 1978-м`
        if numeral.form == Form::Ordinal && BARE_YEARS.contains(&numeral.value) && self.is_digits(at) {
            let end = self.year_word(numeral.end).unwrap_or(numeral.end);
            let (year, from) = (self.number(at)?, date(self.number(at)?, None, None)?);
            return Some(match self.to_year(at, end, year) {
                Some((to, end)) => self.between(at, end, from, date(to, None, None)?),
                None => self.found_date(at, end, Value::Date(from)),
            });
        }
        if numeral.form == Form::Decade {
            #[expect(clippy::cast_possible_truncation, reason = "a year")]
            let first = numeral.value as i32;
            let end = self.year_word(numeral.end).unwrap_or(numeral.end);
            return Some(self.between(at, end, date(first, None, None)?, date(first + 9, None, None)?));
        }
        if !numeral.is_year() {
            return None;
        }
        let (year, mut end) = (self.number(at)?, numeral.end);
        let named = self.year_word(end);
        end = named.unwrap_or(end);
        let from = date(year, None, None)?;
        if let Some((to, end)) = self.to_year(at, end, year) {
            return Some(self.between(at, end, from, date(to, None, None)?));
        }
        if self.text.language == Language::Kk && named.is_some() {
            return Some(self.kazakh_year(at, end, year));
        }
        let bare = || BARE_YEARS.contains(&numeral.value) && !self.is_counting(at, numeral);
        (named.is_some() || bare()).then(|| self.found_date(at, end, Value::Date(from)))
    }

    /// The second year of a range: `2023–2027`, `2023-27`, `с 2003г. по 2007г.`, `between 2019 and 2024`.
    fn to_year(&self, at: usize, end: usize, from: i32) -> Option<(i32, usize)> {
        let before = at.checked_sub(1).map(|before| self.term(before)).unwrap_or_default();
        let dash = self.is_dash(end);
        let word = before.is(Role::From)
            && (self.term(end).is(Role::To) || self.norm(at - 1) == "between" && self.term(end).is(Role::And));
        let kazakh = self.text.language == Language::Kk
            && self.term(end.saturating_sub(1)).ending.case == crate::kazakh::Case::Ablative;
        let next = if dash || word {
            end + 1
        } else if kazakh {
            end
        } else {
            return None;
        };
        if dash && self.spaced(end) != self.spaced(end + 1) || !self.is_digits(next) {
            return None;
        }
        let numeral = self.numeral(next)?;
        let mut to = self.number(next)?;
        if to < 100 && self.token(next).is_some_and(|t| t.end - t.start == 2) && dash {
            to += from / 100 * 100;
        }
        let year = matches!(numeral.form, Form::Plain) && to > from && to < 2200;
        year.then(|| (to, self.year_word(numeral.end).unwrap_or(numeral.end)))
    }

    /// What follows `2025 жылғы`: a day, a month, months, a quarter.
    fn kazakh_year(&self, at: usize, end: usize, year: i32) -> Seen {
        let whole = || Value::Date(Date { year: i16::try_from(year).unwrap_or(i16::MAX), month: None, day: None });
        if let Some((day, next)) = self.day(end) {
            // `2025 жылғы 3-5 қазанда`
            let (last, next) = match self.day(next + 1) {
                Some((last, after)) if self.is_dash(next) && self.month(next).is_none() => (last, after),
                _ => (day, next),
            };
            if let Some((month, end)) = self.month(next)
                && let (Some(from), Some(to)) =
                    (date(year, Some(month), Some(day)), date(year, Some(month), Some(last)))
            {
                return self.between(at, end, from, to);
            }
        }
        if let Some((month, next)) = self.month(end)
            && let Some(from) = date(year, Some(month), None)
        {
            let joined = self.is_dash(next) || self.term(next).is(Role::And);
            if let Some((last, after)) = self.month(next + 1).filter(|_| joined)
                && let Some(to) = date(year, Some(last), None)
            {
                return self.between(at, after, from, to);
            }
            return self.found_date(at, next, Value::Date(from));
        }
        if let Some((first, last, next)) = self.part_of_year(end)
            && let (Some(from), Some(to)) = (date(year, Some(first), None), date(year, Some(last), None))
        {
            return self.between(at, next, from, to);
        }
        self.found_date(at, end, whole())
    }

    /// A date that begins with a month: `августа 2011 года`, `July and August 2019`, `Nov. 21, 2025`.
    fn months(&self, at: usize) -> Option<Seen> {
        let (first, mut end) = self.month(at)?;
        if self.text.language == Language::En
            && let Some((day, next)) = self.day(end)
            && self.norm(next) != "of"
        {
            let (last, next) = match self.day(next + 1) {
                Some((last, after)) if self.is_dash(next) => (last, after),
                _ => (day, next),
            };
            let after = if self.is(next, ',') { next + 1 } else { next };
            let Some((year, end)) = self.year(after) else { return Some(Seen::Name(next)) };
            return Some(self.between(
                at,
                end,
                date(year, Some(first), Some(day))?,
                date(year, Some(first), Some(last))?,
            ));
        }
        let mut last = first;
        let joined =
            self.is_dash(end) || self.term(end).is(Role::And) || self.norm(end) == "to" || self.norm(end) == "по";
        if let Some((month, next)) = self.month(end + 1).filter(|_| joined) {
            (last, end) = (month, next);
        }
        if self.is(end, ',') && self.text.language == Language::En {
            end += 1;
        }
        let (year, end) = self.year(end)?;
        Some(self.between(at, end, date(year, Some(first), None)?, date(year, Some(last), None)?))
    }

    /// `первом квартале 2025 года`, `the first half of 2025`.
    fn quarter(&self, at: usize) -> Option<Seen> {
        let (first, last, end) = self.part_of_year(at)?;
        let after = if self.norm(end) == "of" { end + 1 } else { end };
        let (year, end) = self.year(after)?;
        Some(self.between(at, end, date(year, Some(first), None)?, date(year, Some(last), None)?))
    }

    /// The months of a quarter or half of a year, and the token after it.
    fn part_of_year(&self, at: usize) -> Option<(i32, i32, usize)> {
        let (value, end) = match self.token(at)?.kind {
            Kind::Word(_) => match self.term(at).number {
                Some(Number::Ordinal(value)) => (value, at + 1),
                _ => (roman(self.norm(at)).filter(|_| self.text.tokens[at].is_capital())?, at + 1),
            },
            _ => {
                let numeral = self.numeral(at).filter(|n| matches!(n.form, Form::Ordinal | Form::OrdinalOf))?;
                let hyphen = usize::from(numeral.form == Form::OrdinalOf);
                (numeral.value, numeral.end + hyphen)
            }
        };
        let term = self.term(end);
        let months = match () {
            () if term.is(Role::Quarter) && value <= 4.0 => 3,
            () if term.is(Role::HalfYear) && value <= 2.0 => 6,
            () => return None,
        };
        // At most the 4th.
        #[expect(clippy::cast_possible_truncation, reason = "a small whole number")]
        let last = value as i32 * months;
        Some((last - months + 1, last, end + 1))
    }

    /// A month, and the token after it with its full stop.
    fn month(&self, at: usize) -> Option<(i32, usize)> {
        let month = self.term(at).month?;
        let token = self.token(at)?;
        if self.text.language == Language::En && !token.is_capital() {
            return None;
        }
        let short = token.end - token.start <= 8;
        let end = if short && self.is(at + 1, '.') && !self.spaced(at + 1) && self.is_digits(at + 2) {
            at + 2
        } else {
            at + 1
        };
        Some((month.into(), end))
    }

    /// A year with the word for it, and the token after it.
    fn year(&self, at: usize) -> Option<(i32, usize)> {
        let numeral = self.is_digits(at).then(|| self.numeral(at)).flatten()?;
        // `1 марта 2026-го`
        let ordinal = numeral.form == Form::Ordinal && BARE_YEARS.contains(&numeral.value);
        if !numeral.is_year() && !ordinal {
            return None;
        }
        let end = self.year_word(numeral.end).unwrap_or(numeral.end);
        Some((self.number(at)?, end))
    }

    /// The token after `года`, `г.`, `жылғы`.
    pub(super) fn year_word(&self, at: usize) -> Option<usize> {
        // `2024-2025 учебном году`, `оқу жылында`.
        let at = if self.term(at).is(Role::YearKind) { at + 1 } else { at };
        let term = self.term(at);
        if !term.is(Role::Year) {
            return None;
        }
        let short = self.token(at).is_some_and(|token| token.end - token.start <= 4);
        Some(if short && self.is(at + 1, '.') && !self.spaced(at + 1) { at + 2 } else { at + 1 })
    }

    /// Whether a number that could be a year counts what follows it: `1800 участников`.
    fn is_counting(&self, at: usize, numeral: Numeral) -> bool {
        let end = numeral.end;
        if self.is(end, '%') || self.multiplier(end).is_some() || at > 0 && self.is_money_mark(at - 1) {
            return true;
        }
        if self.unit(end).is_some() && !self.is_dash(end) {
            return true;
        }
        let before = at.checked_sub(1).map(|before| self.term(before)).unwrap_or_default();
        match self.text.language {
            Language::Ru => {
                let sure = |word: &str| {
                    word.ends_with("ов") || word.ends_with("ев") || word.ends_with("ых") || word.ends_with("их")
                };
                sure(self.norm(end)) || self.term(end).unit.is_some()
            }
            Language::Kk => !before.is(Role::Function) && self.counted(end, numeral).is_some(),
            Language::En => self.term(end).unit.is_some(),
        }
    }

    /// A run of digits that is no greater than a year may be.
    fn number(&self, at: usize) -> Option<i32> {
        self.slice(at).parse().ok().filter(|number| *number < 10_000)
    }

    fn between(&self, at: usize, end: usize, from: Date, to: Date) -> Seen {
        self.found_date(at, end, if from == to { Value::Date(from).into() } else { Amount::Dates { from, to } })
    }

    fn found_date(&self, at: usize, end: usize, value: impl Into<Amount>) -> Seen {
        let value = value.into();
        let kind = if matches!(value, Amount::Value(_)) { FigureKind::Date } else { FigureKind::Range };
        Seen::Figure(Found { tokens: at..end, value: Some(value), kind, unit: None, of: None })
    }
}

/// A date of which the parts are possible.
fn date(year: i32, month: Option<i32>, day: Option<i32>) -> Option<Date> {
    let small = |part: Option<i32>, most: i32| match part {
        None => Some(None),
        Some(part) if (1..=most).contains(&part) => i8::try_from(part).ok().map(Some),
        Some(_) => None,
    };
    Some(Date { year: i16::try_from(year).ok()?, month: small(month, 12)?, day: small(day, 31)? })
}
