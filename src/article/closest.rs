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
        // Upper and lower case are a difference, but not another word.
        let lower = |tokens: &[&str]| tokens.iter().map(|token| token.to_lowercase()).collect::<Vec<_>>();
        let ops = capture_diff_slices(Algorithm::Myers, &lower(&old), &lower(&new));

        let words = text_tokens.iter().filter(|token| token.word).count();
        let same = ops.iter().filter(|op| op.tag() == DiffTag::Equal).flat_map(DiffOp::old_range);
        let same = same.filter(|&at| text_tokens[at].word).count();
        if same == 0 || (same as f32) < WORTH_SHOWING * words as f32 {
            return None;
        }
        let ops = trimmed(ops, &text_tokens, &new);
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

/// The difference without what stands in the window before and after the passage itself: on either side of the words that
/// both have, the passage has as many words as the text, but none of another sentence.
fn trimmed(ops: Vec<DiffOp>, text: &[Token], window: &[&str]) -> Vec<DiffOp> {
    let same_word = |op: &DiffOp| op.tag() == DiffTag::Equal && op.old_range().any(|at| text[at].word);
    let (Some(first), Some(last)) = (ops.iter().position(same_word), ops.iter().rposition(same_word)) else {
        return ops;
    };
    let (start, end) = (ops[first], ops[last]);
    let words = |tokens: &[Token]| tokens.iter().filter(|token| token.word).count();
    let before = &text[..start.old_range().start];
    let room = &window[..start.new_range().start];
    let taken = taken(room.iter().rev(), words(before));
    let head = replaced(0, before.len(), room.len() - taken, taken);

    let after = &text[end.old_range().end..];
    let room = &window[end.new_range().end..];
    let tail = replaced(end.old_range().end, after.len(), end.new_range().end, self::taken(room.iter(), words(after)));

    head.into_iter().chain(ops[first..=last].iter().copied()).chain(tail).collect()
}

/// How many of these tokens reach to this many words of the sentence.
fn taken<'a>(tokens: impl Iterator<Item = &'a &'a str>, words: usize) -> usize {
    let sentence = tokens.take_while(|token| !matches!(**token, "." | "!" | "?" | "\""));
    let word_ends = sentence.enumerate().filter(|(_, token)| token.starts_with(char::is_alphanumeric));
    word_ends.map(|(at, _)| at + 1).take(words).last().unwrap_or(0)
}

/// One stretch in place of another, if there is anything in either.
fn replaced(old_index: usize, old_len: usize, new_index: usize, new_len: usize) -> Option<DiffOp> {
    (old_len + new_len > 0).then_some(DiffOp::Replace { old_index, old_len, new_index, new_len })
}

/// Writes the difference out, long equal stretches shortened.
fn written(ops: &[DiffOp], old: &[&str], new: &[&str]) -> String {
    let mut out = String::new();
    for (nth, op) in ops.iter().enumerate() {
        let (old, new) = (&old[op.old_range()], &new[op.new_range()]);
        if op.tag() != DiffTag::Equal {
            out += &differing(&old.concat(), &new.concat());
            continue;
        }
        let before = if nth == 0 { 0 } else { AROUND };
        let after = if nth + 1 == ops.len() { 0 } else { AROUND };
        let shortened = old == new && old.len() > before + after + 1;
        for (at, (old, new)) in old.iter().zip(new).enumerate() {
            if shortened && at == before {
                out += "…";
            }
            if shortened && (before..op.old_range().len() - after).contains(&at) {
                continue;
            }
            out += &differing(old, new);
        }
    }
    out
}

/// Writes what only the text has and what only the body has, a common space at the end outside; equal words as they are.
fn differing(old: &str, new: &str) -> String {
    if old == new {
        return old.to_owned();
    }
    let mark = |text: &str, open: &str, close: &str| {
        if text.is_empty() { String::new() } else { format!("{open}{text}{close}") }
    };
    let space = if old.ends_with(' ') && new.ends_with(' ') { " " } else { "" };
    let (old, new) = if space.is_empty() { (old, new) } else { (old.trim_end(), new.trim_end()) };
    mark(old, "[-", "-]") + &mark(new, "{+", "+}") + space
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
            (
                "Дело народа находятся в ауле",
                Some(("Корни народа находятся в ауле", "[-Дело-]{+Корни+} народа находятся в ауле")),
            ),
            (
                "Сельский аким должен быть компетентным чиновником",
                Some((
                    "Сельский аким должен быть компетентным специалистом",
                    "… должен быть компетентным [-чиновником-]{+специалистом+}",
                )),
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
    fn a_passage_of_a_long_body_is_found_among_common_words() {
        let body = format!("{}\n\n{BODY}\n\n{}", "это слово за ".repeat(15_000), "очень так далее ".repeat(15_000));
        let (passage, _) = Passages::default().closest(&Normalised::new(&body), "Это очень важная работа.").unwrap();
        assert_eq!(&body[passage.start..passage.end], "Это очень ответственная работа.");
    }
}
