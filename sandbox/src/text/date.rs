//! How a date in a text is to be shown: the letters of `date_time_format`.

/// The letters as Telegram gives them back: `r` alone for "in two hours"; else `w` for the day of the week, then `d` or
/// `D` for a short or long date, then `t` or `T` for a short or long time. `None` when there is another letter.
pub(super) fn format(letters: &str) -> Option<String> {
    if letters.eq_ignore_ascii_case("r") {
        return Some("r".into());
    }
    if !letters.chars().all(|c| "wWdDtT".contains(c)) {
        return None;
    }
    let first = |of: [char; 2]| of.into_iter().find(|c| letters.contains(*c));
    let weekday = letters.contains(['w', 'W']).then_some('w');
    Some([weekday, first(['d', 'D']), first(['t', 'T'])].into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn letters_come_in_one_order() {
        for (given, kept) in [
            ("", Some("")),
            ("R", Some("r")),
            ("tttTTdDwW", Some("wdt")),
            ("TD", Some("DT")),
            ("rt", None),
            ("ts", None),
        ] {
            assert_eq!(format(given).as_deref(), kept, "{given}");
        }
    }
}
