//! The number of a figure as each language writes it.

use super::Locales;
use super::number::{money, number, percent, share};
use crate::article::{Figure, FigureKind, Language, Value};

/// A figure's number in writing, and what it counts where that is not part of the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount<'a> {
    /// The number, with the sign of percent or of the currency.
    pub number: String,
    /// What it counts or measures.
    pub unit: Option<&'a str>,
}

impl Locales {
    /// The number of a figure.
    pub fn amount<'a>(&self, language: Language, figure: &'a Figure) -> Amount<'a> {
        let unit = figure.unit.as_deref();
        let plain = match figure.value {
            // "5th" is a word that agrees with its noun in two of the three languages: the bare number is right in all.
            Value::Number(value) => number(language, value),
            Value::Range { low, high } => format!("{}–{}", number(language, low), number(language, high)),
            Value::Share { numerator, denominator } => share(numerator, denominator),
            Value::Date(date) => self.date(language, date),
        };
        match (figure.kind, unit) {
            (FigureKind::Percent, unit) => {
                Amount { number: percent(language, &plain), unit: unit.filter(|unit| !means_percent(unit)) }
            }
            (FigureKind::Money, Some(unit)) if is_currency(unit) => {
                Amount { number: money(language, &plain, unit), unit: None }
            }
            (_, unit) => Amount { number: plain, unit },
        }
    }
}

/// Whether a unit says no more than the sign of percent does, in any of the languages.
fn means_percent(unit: &str) -> bool {
    let unit = unit.to_lowercase();
    ["процент", "проценты", "процента", "процентов", "пайыз", "пайызы", "percent", "per cent", "%"].contains(&&*unit)
}

/// Whether a unit is a code of ISO 4217 by its form.
fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use crate::article::Language::{self, En, Kk, Ru};
    use crate::article::{Date, Figure, FigureKind, ItemId, Span, Value};
    use crate::locale::Locales;

    fn amount(language: Language, kind: FigureKind, value: Value, unit: Option<&str>) -> String {
        let id = ItemId::of(["figure"]);
        let text = Span { start: 0, end: 0 };
        let figure = Figure { id, value, kind, unit: unit.map(str::to_owned), label: String::new(), text };
        let locales = Locales::load();
        let amount = locales.amount(language, &figure);
        format!("{}|{}", amount.number, amount.unit.unwrap_or_default()).replace('\u{a0}', " ")
    }

    #[test]
    fn a_number_is_written_as_its_kind_asks() {
        use FigureKind::{Age, Count, Date as Day, Duration, Money, Ordinal, Percent, Quantity, Range, Share};
        let number = Value::Number;
        let range = Value::Range { low: 1200.0, high: 1500.5 };
        let year = Value::Date(Date { year: 2020, month: None, day: None });
        let third = Value::Share { numerator: 1, denominator: 3 };
        let cases = [
            (Ru, Count, number(2334.0), Some("акима"), "2 334|акима"),
            (En, Count, number(2334.0), Some("akims"), "2,334|akims"),
            (Ru, Percent, number(80.0), Some("процентов"), "80 %|"),
            (Kk, Percent, number(80.0), Some("пайыз"), "80 %|"),
            (En, Percent, number(80.5), Some("of voters"), "80.5%|of voters"),
            (Ru, Money, number(5000.0), Some("KZT"), "5 000 ₸|"),
            (En, Money, number(5000.0), Some("USD"), "$5,000|"),
            (Ru, Money, number(5000.0), Some("тенге"), "5 000|тенге"),
            (Ru, Money, range, Some("KZT"), "1 200–1 500,5 ₸|"),
            (Ru, Age, number(43.0), Some("года"), "43|года"),
            (Ru, Duration, number(5.0), Some("лет"), "5|лет"),
            (En, Day, year, None, "2020|"),
            (Kk, Share, third, None, "⅓|"),
            (Ru, Ordinal, number(5.0), None, "5|"),
            (En, Quantity, number(-0.5), Some("°C"), "−0.5|°C"),
            (En, Range, range, Some("km"), "1,200–1,500.5|km"),
        ];
        for (language, kind, value, unit, expected) in cases {
            assert_eq!(amount(language, kind, value, unit), expected);
        }
    }
}
