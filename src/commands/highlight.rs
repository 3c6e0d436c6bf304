//! Where in its sentence a figure's number stands, as far as it is written in digits there.

use std::ops::Range;

use crate::article::Value;

/// The bytes of the sentence that write the value; `None` when it is written in words.
pub(super) fn find(sentence: &str, value: Value) -> Option<Range<usize>> {
    /// What may stand between the two ends of a range: a dash, "to", "%".
    const BETWEEN: usize = 24;
    match value {
        Value::Number(number) => numeral(sentence, 0, number),
        Value::Date(date) => numeral(sentence, 0, f64::from(date.year)),
        Value::Range { low, high } => {
            let from = numeral(sentence, 0, low)?;
            let to = numeral(sentence, from.end, high).filter(|to| to.start - from.end <= BETWEEN)?;
            Some(from.start..to.end)
        }
        Value::Share { numerator, denominator } => {
            let written = format!("{numerator}/{denominator}");
            let start = sentence.find(&written)?;
            Some(start..start + written.len())
        }
    }
}

/// The first numeral of this value, not before `from`; a sign of percent after it belongs to it.
fn numeral(sentence: &str, from: usize, value: f64) -> Option<Range<usize>> {
    let mut at = from;
    while let Some(start) = sentence[at..].find(|c: char| c.is_ascii_digit()).map(|place| at + place) {
        let end = start + numeral_len(&sentence[start..]);
        if values(&sentence[start..end]).contains(&Some(value.abs())) {
            let rest = &sentence[end..];
            let sign = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
            let percent = sign.starts_with('%').then(|| end + (rest.len() - sign.len()) + 1);
            return Some(start..percent.unwrap_or(end));
        }
        at = end;
    }
    None
}

/// How many bytes a numeral has: digits, a point or comma between digits, and a space before a group of three.
fn numeral_len(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut len = digits(text);
    while let Some(separator) = text[len..].chars().next() {
        let after = &text[len + separator.len_utf8()..];
        let group = digits(after);
        let joined = match separator {
            '.' | ',' => group > 0,
            ' ' | '\u{a0}' | '\u{202f}' => group == 3,
            _ => false,
        };
        if !joined {
            break;
        }
        len += separator.len_utf8() + group;
    }
    len
}

/// What a numeral may mean: a point or comma parts groups or begins the fraction.
fn values(numeral: &str) -> [Option<f64>; 2] {
    let plain: String = numeral.chars().filter(|c| !c.is_whitespace()).collect();
    let grouped: String = plain.chars().filter(char::is_ascii_digit).collect();
    let fraction = plain.rfind(['.', ',']).and_then(|point| {
        let whole: String = plain[..point].chars().filter(char::is_ascii_digit).collect();
        format!("{whole}.{}", &plain[point + 1..]).parse().ok()
    });
    [grouped.parse().ok(), fraction]
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::article::{Date, Value};

    #[test]
    fn the_number_is_found_as_it_is_written() {
        let number = Value::Number;
        let cases = [
            ("избрано 2334 акима", number(2334.0), Some("2334")),
            ("избрано 2 334 акима", number(2334.0), Some("2 334")),
            ("2,334 akims", number(2334.0), Some("2,334")),
            ("рост 3,5 процента", number(3.5), Some("3,5")),
            ("up 1,234.5 points", number(1234.5), Some("1,234.5")),
            ("около 80 % акимов", number(80.0), Some("80 %")),
            ("в 2020, 43 года", number(43.0), Some("43")),
            ("в 12343 году", number(43.0), None),
            ("минус 5 градусов", number(-5.0), Some("5")),
            ("в течение пяти лет", number(5.0), None),
            ("от 10 до 15 процентов", Value::Range { low: 10.0, high: 15.0 }, Some("10 до 15")),
            ("10–15%", Value::Range { low: 10.0, high: 15.0 }, Some("10–15%")),
            ("треть акимов", Value::Share { numerator: 1, denominator: 3 }, None),
            ("1/3 акимов", Value::Share { numerator: 1, denominator: 3 }, Some("1/3")),
            ("в 2020 году", Value::Date(Date { year: 2020, month: None, day: None }), Some("2020")),
            ("", number(1.0), None),
        ];
        for (sentence, value, expected) in cases {
            assert_eq!(find(sentence, value).map(|range| &sentence[range]), expected, "{sentence}");
        }
    }
}
