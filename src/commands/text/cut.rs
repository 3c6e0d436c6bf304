//! Where a text is cut: not inside a word that could stay whole.

use std::borrow::Cow;

/// How many bytes of a text fit `limit` characters: all, or up to the end of a paragraph if more than half fits so, or up to
/// the end of a word; only a word longer than the limit is split.
pub(super) fn head(text: &str, limit: usize) -> usize {
    // A character has at least one byte.
    if text.len() <= limit {
        return text.len();
    }
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.len() };
    // The white space after the last character that fits ends a word as well.
    let reach = end + text[end..].chars().next().map_or(0, char::len_utf8);
    if let Some(paragraph) = text[..end].rfind('\n').filter(|place| *place > end / 2) {
        return paragraph;
    }
    match text[..reach].rfind(char::is_whitespace) {
        Some(place) if place > 0 => place,
        _ => split_word(text, end),
    }
}

/// The place nearest to `end`, not after it, where a word can be split without parting an accent or a joined sign from its base.
fn split_word(text: &str, end: usize) -> usize {
    let joins = |character: char| matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    let after = |place: usize| text[place..].chars().next();
    let before = |place: usize| text[..place].chars().next_back();
    // A run of joining signs longer than this is no writing; it may be split anywhere.
    const NEAR: usize = 16;
    let places = text[..end].char_indices().rev().map(|(place, _)| place).take(NEAR);
    let whole = |place: &usize| *place > 0 && !after(*place).is_some_and(joins) && before(*place) != Some('\u{200d}');
    std::iter::once(end).chain(places).find(whole).unwrap_or(end)
}

/// A text in one line of at most `limit` characters; an ellipsis shows that it goes on.
pub(in crate::commands) fn line(text: &str, limit: usize) -> Cow<'_, str> {
    let one_line = text.trim() == text && !text.contains(|c: char| c.is_whitespace() && c != ' ' && c != '\u{a0}');
    let text: Cow<'_, str> =
        if one_line { text.into() } else { text.split_whitespace().collect::<Vec<_>>().join(" ").into() };
    if text.chars().nth(limit).is_none() {
        return text;
    }
    let end = head(&text, limit - 1);
    format!("{}…", text[..end].trim_end()).into()
}
/// What stands on a button: one short line, never blank.
pub(in crate::commands) fn label(text: &str) -> String {
    const BUTTON: usize = 48;
    let text = line(text, BUTTON);
    if is_blank(&text) { "…".to_owned() } else { text.into_owned() }
}

/// Whether Telegram would find nothing to see in a text.
pub(in crate::commands) fn is_blank(text: &str) -> bool {
    text.chars().all(|character| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_blank, label, line};

    #[test]
    fn a_line_is_one_line_and_shows_that_it_goes_on() {
        let cases = [
            ("a\n b", 10, "a b"),
            ("Казахстан", 9, "Казахстан"),
            ("Казахстан и мир", 12, "Казахстан и…"),
            ("Казахстан и мир", 11, "Казахстан…"),
            ("Казахстан", 5, "Каза…"),
            ("2\u{a0}334", 9, "2\u{a0}334"),
        ];
        for (text, limit, expected) in cases {
            assert_eq!(line(text, limit), expected);
        }
        assert_eq!(label("\u{202e}\u{200b} "), "…");
        assert!(!is_blank("½"));
    }

    proptest! {
        #[test]
        fn a_line_fits(text in "\\PC{0,80}", limit in 1_usize..50) {
            prop_assert!(line(&text, limit).chars().count() <= limit);
        }
    }
}
