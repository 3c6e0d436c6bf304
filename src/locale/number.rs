//! Numbers as each language writes them: `2 334,5` in Russian and Kazakh, `2,334.5` in English.

use crate::article::Language;

/// Keeps a number in one line; it is as wide as a digit where letters are equally wide.
pub(super) const NO_BREAK: char = '\u{a0}';

/// A number with its digits in groups of three.
pub(super) fn number(language: Language, value: f64) -> String {
    let (group, point) = match language {
        Language::Ru | Language::Kk => (NO_BREAK, ','),
        Language::En => (',', '.'),
    };
    let digits = value.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut written = String::with_capacity(digits.len() * 2);
    if value < 0.0 {
        written.push('−');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            written.push(group);
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(point);
        written.push_str(fraction);
    }
    written
}

/// A number of percent.
pub(super) fn percent(language: Language, number: &str) -> String {
    match language {
        Language::Ru | Language::Kk => format!("{number}{NO_BREAK}%"),
        Language::En => format!("{number}%"),
    }
}

/// A sum of money in a currency of ISO 4217.
pub(super) fn money(language: Language, number: &str, code: &str) -> String {
    let sign = match code {
        "KZT" => "₸",
        "RUB" => "₽",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        other => other,
    };
    match language {
        Language::Ru | Language::Kk => format!("{number}{NO_BREAK}{sign}"),
        Language::En if sign == code => format!("{code}{NO_BREAK}{number}"),
        Language::En => format!("{sign}{number}"),
    }
}

/// A share: one character where Unicode has it.
pub(super) fn share(numerator: u32, denominator: u32) -> String {
    let character = match (numerator, denominator) {
        (1, 2) => '½',
        (1, 3) => '⅓',
        (2, 3) => '⅔',
        (1, 4) => '¼',
        (3, 4) => '¾',
        (1, 5) => '⅕',
        (2, 5) => '⅖',
        (3, 5) => '⅗',
        (4, 5) => '⅘',
        (1, 6) => '⅙',
        (5, 6) => '⅚',
        (1, 7) => '⅐',
        (1, 8) => '⅛',
        (3, 8) => '⅜',
        (5, 8) => '⅝',
        (7, 8) => '⅞',
        (1, 9) => '⅑',
        (1, 10) => '⅒',
        _ => return format!("{numerator}/{denominator}"),
    };
    character.to_string()
}

#[cfg(test)]
mod tests {
    use super::{money, number, percent, share};
    use crate::article::Language::{En, Kk, Ru};

    #[test]
    fn digits_stand_in_groups_of_three() {
        let cases = [
            (0.0, "0", "0"),
            (43.0, "43", "43"),
            (999.0, "999", "999"),
            (2334.0, "2 334", "2,334"),
            (1_234_567.0, "1 234 567", "1,234,567"),
            (0.5, "0,5", "0.5"),
            (-1234.25, "−1 234,25", "−1,234.25"),
            (1e15, "1 000 000 000 000 000", "1,000,000,000,000,000"),
        ];
        for (value, russian, english) in cases {
            assert_eq!(number(Ru, value).replace('\u{a0}', " "), russian);
            assert_eq!(number(Kk, value), number(Ru, value));
            assert_eq!(number(En, value), english);
        }
    }

    #[test]
    fn signs_stand_where_the_language_puts_them() {
        assert_eq!(percent(Ru, "80"), "80\u{a0}%");
        assert_eq!(percent(Kk, "80"), "80\u{a0}%");
        assert_eq!(percent(En, "80"), "80%");
        assert_eq!(money(Ru, "5", "KZT"), "5\u{a0}₸");
        assert_eq!(money(En, "5", "KZT"), "₸5");
        assert_eq!(money(Kk, "5", "CHF"), "5\u{a0}CHF");
        assert_eq!(money(En, "5", "CHF"), "CHF\u{a0}5");
    }

    #[test]
    fn a_share_is_one_character_where_there_is_one() {
        for (numerator, denominator, expected) in [(1, 3, "⅓"), (2, 3, "⅔"), (3, 7, "3/7"), (2, 4, "2/4")] {
            assert_eq!(share(numerator, denominator), expected);
        }
    }
}
