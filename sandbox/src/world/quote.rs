//! The part of a message that a reply quotes.

use serde_json::{Map, Value};

use super::World;
use crate::text::{Entity, Formatted, finish_quote, utf16_len};

/// A quoted part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quote {
    pub(crate) body: Formatted,
    /// The UTF-16 code unit of the quoted message at which it begins.
    pub(crate) position: usize,
}

impl Quote {
    /// The places where a text has these words, as quotes with the looks that they have there.
    pub(crate) fn all(original: &Formatted, words: &str) -> impl Iterator<Item = Quote> {
        let places = original.text.match_indices(words).map(|(byte, _)| utf16_len(&original.text[..byte]));
        places.filter(|_| !words.is_empty()).filter_map(|position| {
            let end = position + utf16_len(words);
            let inside = original.entities.iter().filter(|e| e.offset < end && e.end() > position);
            let entities = inside.map(|e| {
                let from = e.offset.max(position);
                Entity { offset: from - position, length: e.end().min(end) - from, kind: e.kind.clone() }
            });
            let part = Formatted { text: words.to_owned(), entities: entities.collect() };
            Some(Quote { body: finish_quote(part).ok()?, position })
        })
    }

    /// The place nearest to `near` that is quoted exactly, looks and all.
    pub(crate) fn exact(original: &Formatted, quoted: &Formatted, near: usize) -> Option<Quote> {
        let same = Self::all(original, &quoted.text).filter(|quote| quote.body == *quoted);
        same.min_by_key(|quote| quote.position.abs_diff(near))
    }
}

impl World {
    /// `TextQuote`. Nobody quotes but by hand here.
    pub(super) fn quote_json(&self, quote: &Quote) -> Value {
        let mut map = Map::new();
        map.insert("text".into(), quote.body.text.as_str().into());
        if !quote.body.entities.is_empty() {
            let entities = quote.body.entities.iter().map(|e| e.to_json(|id| self.user_json(id)));
            map.insert("entities".into(), entities.collect());
        }
        map.insert("position".into(), quote.position.into());
        map.insert("is_manual".into(), true.into());
        Value::Object(map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{finish, parse_html};

    #[test]
    fn a_quote_is_a_part_of_the_message_with_its_looks() {
        let read = |html: &str| parse_html(html).unwrap();
        let original = finish(read("жаңа 🎉 <b>80</b> of <b>80 per</b>cent, not 81")).unwrap();
        for (quoted, near, position) in [
            ("🎉", 0, Some(5)),
            ("<b>80</b>", 0, Some(8)),
            ("<b>80</b>", 30, Some(14)),
            ("<b>80 per</b>cent", 0, Some(14)),
            ("80", 0, None),
            ("cent,", 0, Some(20)),
            ("cents", 0, None),
            ("", 0, None),
        ] {
            let quoted = finish_quote(read(quoted)).unwrap();
            let found = Quote::exact(&original, &quoted, near);
            assert_eq!(found.map(|quote| quote.position), position, "{}", quoted.text);
        }
    }
}
