//! Finding a file's text in its body: character for character, with two freedoms that typing forces on us.
//!
//! Runs of white space count as one space, and the kind of a quotation mark, of a dash, and of ё/е is not looked at.
//! What is found is always a [`Span`] of the body, so the body's own characters are shown.

use memchr::memmem::Finder;

use super::Span;

/// The beginning of a text, in bytes, by which its places are looked for: so long that it is rare,
/// so short that [`Finder`] needs no preparation.
const BEGINNING: usize = 32;
/// How many bytes are compared in one search: more than any text needs, and few enough that a body made of one
/// endless repetition costs no quadratic time.
const MOST_COMPARED: usize = 1 << 28;

/// A text without the differences that are not looked at, and the way back to its own bytes.
#[derive(Debug)]
pub(super) struct Normalised {
    text: String,
    /// Where the distance between the two texts changes: (byte here, byte in the original), both ascending.
    /// Between two steps the texts are equally long.
    steps: Vec<(usize, usize)>,
}

impl Normalised {
    /// Normalises a text.
    pub(super) fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut steps = vec![(0, 0)];
        let mut copied = 0;
        let mut at = 0;
        let mut after_space = false;
        loop {
            let same = unfolded(&original.as_bytes()[at..]);
            after_space &= same == 0;
            at += same;
            let Some(character) = original[at..].chars().next() else { break };
            let folded = fold(character);
            let dropped = folded == ' ' && after_space;
            after_space = folded == ' ';
            if folded != character || dropped {
                text.push_str(&original[copied..at]);
                copied = at + character.len_utf8();
                if !dropped {
                    text.push(folded);
                }
                if dropped || folded.len_utf8() != character.len_utf8() {
                    steps.push((text.len(), copied));
                }
            }
            at += character.len_utf8();
        }
        text.push_str(&original[copied..]);
        Self { text, steps }
    }

    /// The normalised text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The first place at or after byte `from` of the original where `words` stand as whole words.
    /// White space around `words` is not looked at; empty words stand nowhere.
    pub(super) fn find(&self, words: &str, from: usize) -> Option<Span> {
        let words = words.trim();
        // Most texts are written as they stand in the body.
        let normalised = (unfolded(words.as_bytes()) < words.len()).then(|| Self::new(words));
        let words = normalised.as_ref().map_or(words, Self::as_str);
        let first = words.chars().next()?;
        let last = words.chars().next_back()?;
        let finder = Finder::new(&words.as_bytes()[..words.len().min(BEGINNING)]);
        let mut from = self.place_here(from);
        for _ in 0..=MOST_COMPARED / words.len() {
            let start = from + finder.find(&self.text.as_bytes()[from..])?;
            from = start + first.len_utf8();
            if !self.text[start..].starts_with(words) {
                continue;
            }
            let end = start + words.len();
            let cut_before = first.is_alphanumeric() && self.text[..start].ends_with(char::is_alphanumeric);
            let cut_after = last.is_alphanumeric() && self.text[end..].starts_with(char::is_alphanumeric);
            if !cut_before && !cut_after {
                return Some(self.span_there(Span { start, end }));
            }
        }
        None
    }

    /// The bytes of the original that became these bytes of the normalised text.
    pub(super) fn span_there(&self, span: Span) -> Span {
        let place = |here: usize| {
            let (start, original) = self.steps[self.steps.partition_point(|step| step.0 <= here) - 1];
            original + (here - start)
        };
        Span { start: place(span.start), end: place(span.end) }
    }

    /// The place in the normalised text of a character that begins at this byte of the original.
    fn place_here(&self, original: usize) -> usize {
        let (start, before) = self.steps[self.steps.partition_point(|step| step.1 <= original) - 1];
        (start + (original - before)).min(self.text.len())
    }
}

/// The character that stands for all those among which no difference is made.
fn fold(character: char) -> char {
    match character {
        'ё' => 'е',
        'Ё' => 'Е',
        '\'' | '«' | '»' | '‹' | '›' | '\u{2018}'..='\u{201f}' => '"',
        // Hyphens, figure, en and em dashes, the horizontal bar, the minus sign, and their small and wide forms.
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        _ if character.is_whitespace() => ' ',
        _ => character,
    }
}

/// How many bytes at the beginning of a text certainly belong to characters that [`fold`] leaves alone, or to single spaces
/// between them: it is asked only about the others, which makes normalising several times as fast.
fn unfolded(text: &[u8]) -> usize {
    /// How many bytes the processor compares at a time.
    const LANES: usize = 16;
    if text.first() == Some(&b' ') {
        return 0; // What stands before it is not known here.
    }
    let mut at = 0;
    while let (Some(bytes), Some(next)) = (text[at..].first_chunk::<LANES>(), text.get(at + 1..at + 1 + LANES)) {
        if bytes.iter().zip(next).fold(false, |any, (&byte, &next)| any | is_looked_at(byte, next)) {
            break;
        }
        at += LANES;
    }
    let next = text[at..].iter().skip(1).chain([&b' ']);
    let rest = text[at..].iter().zip(next).position(|(&byte, &next)| is_looked_at(byte, next));
    rest.map_or(text.len(), |rest| at + rest)
}

/// Whether a character that begins with this byte may be one that [`fold`] changes, or a space that begins a run. Always false
/// inside of a character. Without branches, so that many bytes are looked at at once.
fn is_looked_at(byte: u8, next: u8) -> bool {
    let plain = (next > b' ') & (next < 0x80) | (next & 0xfc == 0xd0);
    (byte == b'\'')
        | (byte.wrapping_sub(b'\t') < 5)
        | (byte == b' ') & !plain
        | (byte == 0xd0) & (next == 0x81) // Ё
        | (byte == 0xd1) & (next == 0x91) // ё
        | (byte >= 0xc2) & (byte & 0xfc != 0xd0) // Not ASCII, not Cyrillic.
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Normalised, Span, fold, unfolded};

    #[test]
    fn a_text_is_found_where_only_spaces_and_kinds_of_marks_differ() {
        let cases = [
            ("один два три", "два", Some("два")),
            ("один  два\n\nтри", "два три", Some("два\n\nтри")),
            ("один\u{a0}два", " один два\n", Some("один\u{a0}два")),
            ("Он сказал: «Да».", "сказал: \"Да\"", Some("сказал: «Да»")),
            ("don’t worry", "don't worry", Some("don’t worry")),
            ("Село – это залог", "Село - это", Some("Село – это")),
            ("минус −5 градусов", "-5 градусов", Some("−5 градусов")),
            ("всё ещё", "все еще", Some("всё ещё")),
            ("Еще", "Ещё", Some("Еще")),
            // Everything else is looked at.
            ("Всё", "всё", None),
            ("один, два", "один два", None),
            ("один два", "одиндва", None),
            ("тире - и", "тире и", None),
            ("пять", "", None),
            ("пять", " \n", None),
            ("", "пять", None),
            // Whole words only.
            ("выступил, ступил", "ступил", Some("ступил")),
            ("избрано 2334 акима", "34 акима", None),
            ("xab ab ab", "ab ab", Some("ab ab")),
            ("43-летний", "43", Some("43")),
            ("100%", "100", Some("100")),
        ];
        for (body, words, expected) in cases {
            let found = Normalised::new(body).find(words, 0);
            assert_eq!(found.map(|span| &body[span.start..span.end]), expected, "{words:?} in {body:?}");
        }
        let body = "выступил, ступил";
        assert_eq!(Normalised::new(body).find("ступил", 0).map(|span| span.start), body.rfind("ступил"));
    }

    #[test]
    fn the_quick_look_passes_over_no_character_that_is_folded() {
        for character in '\0'..=char::MAX {
            let passed_over = unfolded(character.encode_utf8(&mut [0; 4]).as_bytes()) > 0;
            assert!(!passed_over || fold(character) == character, "{character:?}");
        }
    }

    #[test]
    fn the_search_begins_where_it_is_told() {
        let body = "«да» — «да»  «да»";
        let text = Normalised::new(body);
        let mut starts = Vec::new();
        let mut from = 0;
        while let Some(span) = text.find("да", from) {
            starts.push(span.start);
            from = span.end;
        }
        assert_eq!(starts, body.match_indices("да").map(|(at, _)| at).collect::<Vec<_>>());
        assert_eq!(text.find("да", body.len()), None);
    }

    #[test]
    fn an_endless_repetition_ends() {
        let body = "ab ".repeat(100_000);
        let words = format!("{}a", "ab ".repeat(50_000));
        assert_eq!(Normalised::new(&body).find(&words, 0), None);
    }

    proptest! {
        #[test]
        fn what_is_found_is_the_text_but_for_the_freedoms(
            body in "[ \n\u{a0}аё–—«»\"'-]{0,40}|\\PC{0,40}",
            words in "[ \nае-]{0,4}|\\PC{0,3}",
            from in 0_usize..40,
        ) {
            let from = body.char_indices().map(|(at, _)| at).nth(from).unwrap_or(body.len());
            let normalised = Normalised::new(&body);
            if let Some(Span { start, end }) = normalised.find(&words, from) {
                prop_assert!(start >= from);
                prop_assert!(body.is_char_boundary(start) && body.is_char_boundary(end));
                let (found, words) = (Normalised::new(&body[start..end]), Normalised::new(words.trim()));
                prop_assert_eq!(found.as_str(), words.as_str());
            }
        }

        #[test]
        fn normalising_is_folding_each_character(text in "[ \n\u{a0}аёЁqД–—«»\"'-]{0,80}|\\PC{0,80}") {
            let mut plain = String::new();
            for character in text.chars().map(fold) {
                if character != ' ' || !plain.ends_with(' ') {
                    plain.push(character);
                }
            }
            let normalised = Normalised::new(&text);
            prop_assert_eq!(normalised.as_str(), plain);
        }

        #[test]
        fn every_whole_paragraph_is_found(body in "[ \n\u{a0}аё–—«»\"'-]{0,40}") {
            let normalised = Normalised::new(&body);
            for line in body.lines().filter(|line| !line.trim().is_empty()) {
                prop_assert!(normalised.find(line, 0).is_some());
            }
        }
    }
}
