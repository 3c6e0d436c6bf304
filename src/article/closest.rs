//! The passage of a body that comes closest to a text which does not stand there, and what differs between the two.
//!
//! The passage is found by the words that both have: each votes for the places where the text would begin,
//! a rare word more than a common one. Then a difference of the tokens is made in that window only.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::Span;
use super::matching::Normalised;

/// How many tokens of a text are compared: beyond them the beginning says enough.
const COMPARED: usize = 600;
/// A word that stands more often than this points nowhere.
const COMMON: usize = 200;
/// The share of the text's words that a passage must have to be worth showing.
const WORTH_SHOWING: f32 = 0.3;
/// How many equal tokens are shown on either side of a difference: three or four words.
const AROUND: usize = 7;

/// The passage of a body that comes closest to a text of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closest {
    /// Where the passage stands in the file; `None` where the body is written with escapes, so that it has no place of its own.
    pub place: Option<Range<usize>>,
    /// What differs: `[-…-]` is only in the text, `{+…+}` only in the body.
    pub difference: String,
}

/// A body, cut into tokens when it is first asked.
#[derive(Debug, Default)]
pub(super) struct Passages {
    tokens: OnceCell<Vec<Token>>,
}

/// A word, a space, or a single other character; a byte range of a normalised text.
#[derive(Debug, Clone, Copy)]
struct Token {
    start: usize,
    end: usize,
    word: bool,
}

impl Passages {
    /// The passage of `body` that comes closest to `text`, if any comes near, and the [difference](Closest::difference).
    pub(super) fn closest(&self, body: &Normalised, text: &str) -> Option<(Span, String)> {
        let body_tokens = self.tokens.get_or_init(|| tokens(body.as_str()));
        let text = Normalised::new(text.trim());
        let mut text_tokens = tokens(text.as_str());
        text_tokens.truncate(COMPARED);

        let window = window(body_tokens, body.as_str(), &text_tokens, text.as_str())?;
        let window = &body_tokens[window];
        let old: Vec<&str> = text_tokens.iter().map(|token| token.of(text.as_str())).collect();
        let new: Vec<&str> = window.iter().map(|token| token.of(body.as_str())).collect();
        let ops = trimmed(capture_diff_slices(Algorithm::Myers, &old, &new));

        let words = text_tokens.iter().filter(|token| token.word).count();
        let same = ops.iter().filter(|op| op.tag() == DiffTag::Equal).flat_map(DiffOp::old_range);
        let same = same.filter(|&at| text_tokens[at].word).count();
        if (same as f32) < WORTH_SHOWING * words as f32 {
            return None;
        }
        let first = window.get(ops.first()?.new_range().start)?;
        let last = window.get(ops.last()?.new_range().end.checked_sub(1)?)?;
        let passage = body.span_there(Span { start: first.start, end: last.end });
        Some((passage, written(&ops, &old, &new)))
    }
}

impl Token {
    fn of<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start..self.end]
    }
}

/// Cuts a normalised text into tokens.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        let word = character.is_alphanumeric();
        match tokens.last_mut() {
            Some(token) if word && token.word => token.end = end,
            _ => tokens.push(Token { start, end, word }),
        }
    }
    tokens
}

/// The body's tokens among which the text would stand, with some more on either side.
fn window(body: &[Token], body_text: &str, text: &[Token], words: &str) -> Option<Range<usize>> {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for token in text.iter().filter(|token| token.word) {
        places.entry(token.of(words).to_lowercase()).or_default();
    }
    for (at, token) in body.iter().enumerate().filter(|(_, token)| token.word) {
        if let Some(places) = places.get_mut(&token.of(body_text).to_lowercase()) {
            places.push(at);
        }
    }
    // Votes go to stretches of half the text's length that overlap by a half, so that a few added or missing words
    // still vote together.
    let stretch = (text.len() / 4).max(4);
    let mut votes: HashMap<usize, f32> = HashMap::new();
    for (at, token) in text.iter().enumerate().filter(|(_, token)| token.word) {
        let places = &places[&token.of(words).to_lowercase()];
        for place in places.iter().take(COMMON) {
            // Shifted by the text's length, so that a beginning cut off by the body's start has a place too.
            let bucket = (place + text.len() - at) / stretch;
            let vote = 1.0 / places.len() as f32;
            *votes.entry(bucket).or_default() += vote;
            *votes.entry(bucket + 1).or_default() += vote;
        }
    }
    let (&bucket, _) = votes.iter().max_by(|one, other| one.1.total_cmp(other.1).then(other.0.cmp(one.0)))?;
    let start = (bucket.saturating_sub(1) * stretch).saturating_sub(text.len() + stretch);
    Some(start..((bucket + 2) * stretch).clamp(start, body.len()))
}

/// The difference without what stands in the window before and after the passage itself.
fn trimmed(mut ops: Vec<DiffOp>) -> Vec<DiffOp> {
    if let Some(DiffOp::Insert { .. }) = ops.first() {
        ops.remove(0);
    }
    if let Some(DiffOp::Insert { .. }) = ops.last() {
        ops.pop();
    }
    // Of a replaced beginning, as much as the text has; likewise at the end.
    if let Some(DiffOp::Replace { old_len, new_index, new_len, .. }) = ops.first_mut() {
        let surplus = new_len.saturating_sub(*old_len);
        *new_index += surplus;
        *new_len -= surplus;
    }
    if let Some(DiffOp::Replace { old_len, new_len, .. }) = ops.last_mut() {
        *new_len = (*new_len).min(*old_len);
    }
    ops
}

/// Writes the difference out, long equal stretches shortened.
fn written(ops: &[DiffOp], old: &[&str], new: &[&str]) -> String {
    let mut out = String::new();
    for (nth, op) in ops.iter().enumerate() {
        let (only_text, only_body) = (old[op.old_range()].concat(), new[op.new_range()].concat());
        if op.tag() == DiffTag::Equal {
            let equal = &old[op.old_range()];
            let before = if nth == 0 { 0 } else { AROUND };
            let after = if nth + 1 == ops.len() { 0 } else { AROUND };
            if equal.len() > before + after + 1 {
                out += &equal[..before].concat();
                out += "…";
                out += &equal[equal.len() - after..].concat();
            } else {
                out += &only_text;
            }
            continue;
        }
        if !only_text.is_empty() {
            out += &format!("[-{only_text}-]");
        }
        if !only_body.is_empty() {
            out += &format!("{{+{only_body}+}}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Normalised, Passages};

    const BODY: &str = "Президент отметил важность села. Корни народа находятся в ауле, сказал он.\n\n\
        Это очень ответственная работа. Сельский аким должен быть компетентным специалистом, знающим специфику села. \
        Мы не допустили излишней спешки.";

    #[test]
    fn the_closest_passage_and_what_differs() {
        let cases = [
            (
                "Это очень важная работа.",
                Some(("Это очень ответственная работа.", "Это очень [-важная-]{+ответственная+} работа.")),
            ),
            ("Корни народа в ауле", Some(("Корни народа находятся в ауле", "Корни народа {+находятся +}в ауле"))),
            (
                "мы не допустили спешки",
                Some(("Мы не допустили излишней спешки", "[-мы-]{+Мы+} не допустили {+излишней +}спешки")),
            ),
            (
                "Мы никогда не допустили излишней спешки",
                Some(("Мы не допустили излишней спешки", "Мы [-никогда -]не допустили излишней спешки")),
            ),
            ("Погода завтра хорошая", None),
            ("!!!", None),
            ("", None),
        ];
        let body = Normalised::new(BODY);
        for (text, expected) in cases {
            let closest = Passages::default().closest(&body, text);
            let found =
                closest.as_ref().map(|(passage, difference)| (&BODY[passage.start..passage.end], difference.as_str()));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_long_body_is_searched_fast() {
        let body = format!("{}\n\n{BODY}\n\n{}", "слово за слово ".repeat(15_000), "и так далее ".repeat(15_000));
        let normalised = Normalised::new(&body);
        let passages = Passages::default();
        for _ in 0..50 {
            let (passage, _) = passages.closest(&normalised, "Это очень важная работа.").unwrap();
            assert!(body[passage.start..].starts_with("Это очень"));
        }
    }
}
