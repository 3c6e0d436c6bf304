//! Characters that Telegram takes out of a text, and where the rest goes.

/// A text without what Telegram takes out of it.
pub(super) fn clean(text: &str) -> String {
    let mut cleaned: Vec<char> = text.chars().filter_map(kept).collect();
    // Of marks of direction in a row only the last one stays what it is.
    for at in 1..cleaned.len() {
        if is_direction(cleaned[at - 1]) && is_direction(cleaned[at]) {
            cleaned[at - 1] = '\u{200c}';
        }
    }
    cleaned.into_iter().collect()
}

/// For each UTF-16 code unit of `text` and its end, where it is after [`clean`].
pub(super) fn places(text: &str) -> Vec<usize> {
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut place = 0;
    for c in text.chars() {
        let left = kept(c).map_or(0, char::len_utf16);
        for unit in 0..c.len_utf16() {
            places.push(place + unit.min(left));
        }
        place += left;
    }
    places.push(place);
    places
}

/// What becomes of a character: control characters turn into spaces, some are dropped.
fn kept(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\r' | '\u{2028}'..='\u{202e}' | '\u{333}' | '\u{33f}' | '\u{30a}' => None,
        c if c < ' ' => Some(' '),
        c => Some(c),
    }
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}')
}

/// Whether nothing of a text can be seen.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || matches!(c, '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2800}' | '\u{feff}' | '\u{fffc}')
            || ('\u{e0000}'..='\u{e007f}').contains(&c)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_telegram_takes_out_is_gone() {
        for (given, cleaned) in [
            ("a\tb\0\r\nc", "a b \nc"),
            ("a\u{202e}b\u{2028}c\u{333}\u{30a}", "abc"),
            ("a\u{200e}\u{200f}\u{200e}b", "a\u{200c}\u{200c}\u{200e}b"),
            ("а̀😀\r", "а̀😀"),
        ] {
            assert_eq!(clean(given), cleaned, "{given:?}");
        }
        assert_eq!(places("\ra😀\u{2028}b"), [0, 0, 1, 2, 3, 3, 4]);
        assert!(is_blank(" \n\u{200b}\u{2800}\u{e0020}") && !is_blank("\u{200b}."));
    }
}
