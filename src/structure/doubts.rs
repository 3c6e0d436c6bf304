//! The figures of an article file whose words say another number: most often a slip of whoever wrote the file.

use std::fmt;

use super::draft::Amount;
use super::text::Text;
use super::{figures, tokens};
use crate::article::{Article, Figure, Value};

/// A figure whose value is not among the numbers that its words say.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// What its words say, at least one.
    pub said: Vec<Amount>,
}

/// The doubtful figures of an article, in its order. One whose words say no number that can be read is not doubted.
pub fn doubts(article: &Article) -> Vec<Doubt<'_>> {
    let said = |figure: &Figure| -> Vec<Amount> {
        let words = article.text(figure.text);
        let (tokens, known) = tokens::tokens(words);
        let found = figures::figures(&Text::of(words, tokens, known, article.language));
        found.into_iter().filter_map(|found| found.value).collect()
    };
    let doubts = article.figures.iter().map(|figure| Doubt { figure, said: said(figure) });
    doubts.filter(|doubt| !doubt.said.is_empty() && !says(&doubt.said, doubt.figure.value)).collect()
}

/// Whether some numbers hold a value: as it is, as an end of a range, or both ends of one apart.
fn says(said: &[Amount], value: Value) -> bool {
    let plain = |number: f64| said.iter().any(|said| ends(*said).iter().any(|end| is_near(*end, number)));
    match value {
        Value::Number(number) => plain(number),
        Value::Share { numerator, denominator } => {
            let share = f64::from(numerator) / f64::from(denominator);
            plain(share) || plain(share * 100.0)
        }
        Value::Range { low, high } => plain(low) && plain(high),
        Value::Date(date) => said.iter().any(|said| match said {
            Amount::Value(Value::Date(other)) => *other == date,
            Amount::Dates { from, to } => *from == date || *to == date,
            Amount::Value(_) => false,
        }),
    }
}

/// The numbers of an amount: itself, or its ends.
fn ends(amount: Amount) -> [f64; 2] {
    match amount {
        Amount::Value(Value::Number(number)) => [number; 2],
        Amount::Value(Value::Share { numerator, denominator }) => [f64::from(numerator) / f64::from(denominator); 2],
        Amount::Value(Value::Range { low, high }) => [low, high],
        Amount::Value(Value::Date(date)) => [date.year.into(); 2],
        Amount::Dates { from, to } => [from.year.into(), to.year.into()],
    }
}

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 * one.abs().max(other.abs())
}

/// `the figure "избрано по всей стране" has the value 2343, but its words say 2334`
impl fmt::Display for Doubt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Figure { label, value, .. } = self.figure;
        let said: Vec<String> = self.said.iter().map(ToString::to_string).collect();
        write!(f, "the figure \"{label}\" has the value {value}, but its words say {}", said.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::doubts;
    use crate::article;

    #[test]
    fn a_figure_is_doubted_when_its_words_say_another_number() {
        for (value, kind, words, doubt) in [
            ("2334", "count", "Открыты 2 334 школы.", None),
            ("2343", "count", "Открыты 2 334 школы.", Some("2343, but its words say 2334")),
            ("\"1/3\"", "share", "Треть из них новые.", None),
            ("\"1/4\"", "share", "Треть из них новые.", Some("1/4, but its words say 1/3")),
            ("[17, 20]", "range", "Сократят с 20 до 17.", None),
            ("\"2024\"", "date", "Дом сдан в 2025 году.", Some("2024, but its words say 2025")),
            ("1500000000", "money", "Дали 1,5 млрд тенге.", None),
            ("1500000", "money", "Дали 1,5 млрд тенге.", Some("1500000, but its words say 1500000000")),
            // What cannot be read is not doubted.
            ("5", "count", "Школ было много.", None),
        ] {
            let file = format!(
                "title = \"Школы\"\nlanguage = \"ru\"\nbody = \"{words}\"\n[[figures]]\nvalue = {value}\nkind = \"{kind}\"\nlabel = \"а\"\ntext = \"{words}\"\n"
            );
            let article = article::parse("schools.toml", &file).unwrap();
            let said: Vec<String> = doubts(&article).iter().map(ToString::to_string).collect();
            let expected = doubt.map(|doubt| format!("the figure \"а\" has the value {doubt}"));
            assert_eq!(said, Vec::from_iter(expected), "{words} {value}");
        }
    }
}
