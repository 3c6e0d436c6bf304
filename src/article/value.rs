//! The value of a figure as an article file writes it: a number, `"1/3"`, `[low, high]`, `"2020"`, `"2020-09"`, `"2020-09-01"`.

use std::fmt;

use super::{Date, FigureKind, Value};

/// The largest whole number up to which all are exact in a [`Value`].
const LARGEST: f64 = 9_007_199_254_740_992.0;

impl Value {
    /// Reads a share or a date.
    pub(super) fn from_text(text: &str) -> Option<Self> {
        if let Some((numerator, denominator)) = text.split_once('/') {
            let (numerator, denominator) = (digits(numerator)?, digits(denominator)?);
            return (denominator > 0).then_some(Self::Share { numerator, denominator });
        }
        Date::from_text(text).map(Self::Date)
    }

    /// Whether this is a value that such a figure can have in an article file: a share at most 1, a count whole, a range upwards.
    pub fn fits(self, kind: FigureKind) -> bool {
        use FigureKind as Kind;
        match (kind, self) {
            (Kind::Share, Self::Share { numerator, denominator }) => numerator <= denominator,
            (Kind::Share, Self::Number(number)) => (0.0..=1.0).contains(&number),
            (Kind::Date, Self::Date(_)) => true,
            (Kind::Ordinal, Self::Number(number)) => whole(number),
            (Kind::Count, Self::Number(number)) => whole(number),
            (Kind::Count, Self::Range { low, high }) => whole(low) && low < high && whole(high),
            (Kind::Age | Kind::Duration, Self::Number(number)) => (0.0..=LARGEST).contains(&number),
            (Kind::Age | Kind::Duration, Self::Range { low, high }) => 0.0 <= low && low < high && high <= LARGEST,
            (Kind::Percent | Kind::Money | Kind::Quantity, Self::Number(number)) => number.abs() <= LARGEST,
            (Kind::Percent | Kind::Money | Kind::Quantity | Kind::Range, Self::Range { low, high }) => {
                -LARGEST <= low && low < high && high <= LARGEST
            }
            _ => false,
        }
    }
}

/// What [`Value::fits`] asks for, for people.
pub(super) fn expected(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Count => "a whole number from 0, or [low, high]",
        FigureKind::Ordinal => "a whole number from 0",
        FigureKind::Age | FigureKind::Duration => "a number from 0, or [low, high]",
        FigureKind::Percent | FigureKind::Money | FigureKind::Quantity => "a number, or [low, high]",
        FigureKind::Share => "a share of the whole, such as \"1/3\"",
        FigureKind::Date => "a date in quotation marks: \"2020\", \"2020-09\" or \"2020-09-01\"",
        FigureKind::Range => "[low, high], the lower number first",
    }
}

impl Date {
    /// Reads a year of four digits, with a month or a day of two digits each.
    fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let part = |part: &str, len: usize| (part.len() == len).then(|| digits(part))?;
        let year = i16::try_from(part(parts.next()?, 4)?).ok()?;
        let month = parts.next().map(|month| part(month, 2)?.try_into().ok()).map_or(Some(None), |it| it.map(Some))?;
        let day = parts.next().map(|day| part(day, 2)?.try_into().ok()).map_or(Some(None), |it| it.map(Some))?;
        let exists = jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        (exists && parts.next().is_none()).then_some(Self { year, month, day })
    }
}

/// A number of digits and nothing else: no sign, no space.
fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// Whether this counts something.
fn whole(number: f64) -> bool {
    (0.0..=LARGEST).contains(&number) && number.fract() == 0.0
}

/// The date as far as it is known: `2020`, `2020-09` or `2020-09-01`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

/// The value as an article file writes it, without quotation marks.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Share { numerator, denominator } => write!(f, "{numerator}/{denominator}"),
            Self::Range { low, high } => write!(f, "[{low}, {high}]"),
            Self::Date(date) => date.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FigureKind, Value};

    #[test]
    fn a_value_in_quotation_marks_is_a_share_or_a_date() {
        for good in ["1/3", "0/7", "2020", "2020-09", "2020-02-29", "0988-01-01"] {
            assert_eq!(Value::from_text(good).map(|value| value.to_string()).as_deref(), Some(good));
        }
        let bad = [
            "",
            "1/0",
            "1/",
            "/3",
            "-1/3",
            "1/3/5",
            "a/b",
            "+1/3",
            "20",
            "20200",
            "2020-13",
            "2020-00",
            "2020-9",
            "2021-02-29",
            "2020-09-01-01",
            "2020-",
            "80%",
            "9999999999/3",
            "треть",
        ];
        for bad in bad {
            assert_eq!(Value::from_text(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_value_fits_its_kind() {
        use FigureKind::*;
        let number = Value::Number;
        let range = |low, high| Value::Range { low, high };
        let share = |numerator, denominator| Value::Share { numerator, denominator };
        let year = Value::from_text("2020").unwrap();
        let cases = [
            (Count, number(2334.0), true),
            (Count, number(1.5), false),
            (Count, number(-1.0), false),
            (Count, number(1e16), false),
            (Count, range(1.0, 3.0), true),
            (Count, range(1.0, 2.5), false),
            (Count, share(1, 3), false),
            (Ordinal, number(91.0), true),
            (Ordinal, range(1.0, 2.0), false),
            (Percent, number(-3.5), true),
            (Percent, number(f64::NAN), false),
            (Percent, number(f64::INFINITY), false),
            (Percent, year, false),
            (Money, number(1.5e9), true),
            (Age, number(43.0), true),
            (Age, number(-1.0), false),
            (Age, range(6.0, 10.0), true),
            (Age, range(-6.0, 10.0), false),
            (Duration, number(0.5), true),
            (Quantity, number(-40.0), true),
            (Share, share(1, 3), true),
            (Share, share(3, 1), false),
            (Share, number(0.5), true),
            (Share, number(33.0), false),
            (Date, year, true),
            (Date, number(2020.0), false),
            (Range, range(15.0, 20.0), true),
            (Range, range(20.0, 15.0), false),
            (Range, range(15.0, 15.0), false),
            (Range, range(f64::NAN, 15.0), false),
            (Range, number(15.0), false),
        ];
        for (kind, value, fits) in cases {
            assert_eq!(value.fits(kind), fits, "{value} as {kind:?}");
        }
    }
}
