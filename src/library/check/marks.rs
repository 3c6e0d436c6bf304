//! What stands between quotation marks in a claim.

use std::ops::Range;

/// Marks that open a quotation; straight ones both open and close.
pub(super) const OPENING: [char; 5] = ['«', '“', '„', '"', '‘'];

/// What stands between the outer marks of a text, in order; marks within marks belong to what is quoted. What opens and does not
/// close runs to the end of the text.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    // Where the outer mark opened, and which one it was.
    let mut open: Option<(usize, char)> = None;
    let mut depth = 0;
    for (at, mark) in text.char_indices() {
        match (open, mark) {
            (None, '«' | '“' | '„' | '"') => {
                open = Some((at + mark.len_utf8(), mark));
                depth = 0;
            }
            (Some((_, '«')), '«') | (Some((_, '“')), '“') => depth += 1,
            (Some((start, outer)), _) if closes(outer, mark) => {
                if depth == 0 {
                    places.push(start..at);
                    open = None;
                } else {
                    depth -= 1;
                }
            }
            _ => {}
        }
    }
    if let Some((start, _)) = open {
        places.push(start..text.len());
    }
    places.retain(|place| !text[place.clone()].trim().is_empty());
    places
}

fn closes(open: char, mark: char) -> bool {
    match open {
        '«' => mark == '»',
        '“' => mark == '”',
        '„' => matches!(mark, '“' | '”'),
        _ => mark == '"',
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn outer_marks_hold_what_is_quoted() {
        let cases: [(&str, &[&str]); 8] = [
            ("без знаков", &[]),
            ("«Да», — сказал он", &["Да"]),
            ("«Газета «Егемен» права» и \"нет\"", &["Газета «Егемен» права", "нет"]),
            ("“One”, he said. “Two”", &["One", "Two"]),
            ("„Eins“", &["Eins"]),
            ("он сказал: «начало без конца", &["начало без конца"]),
            ("«»", &[]),
            ("\"", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<_> = quoted(text).into_iter().map(|place| &text[place]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
