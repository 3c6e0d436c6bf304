//! A claim: words that somebody says were said, apart from who is said to have said them.

use std::ops::Range;

use super::attribution::{self, Claimed};
use super::marks;
use super::tokens::Tokens;
use crate::article::Language;

/// The most words of a claim that are looked at. A quote that somebody passes on has fewer; of what is longer, the first are.
pub const MOST_WORDS: usize = 300;
/// The most bytes that are looked at for them: words of 40 bytes.
const MOST_BYTES: usize = MOST_WORDS * 40;
/// The fewest words between marks that are a claim; fewer are a term, or a name.
const FEWEST_QUOTED: usize = 3;

/// Words that somebody says were said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The text as it was given.
    pub text: String,
    /// What may be meant by it, the likeliest first: with and without what may say who said it. At least one.
    pub(super) readings: Vec<Reading>,
    /// What is to be said about the claim itself.
    pub note: Option<Note>,
}

/// One way to read a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// The bytes of the text with what was said: one range, or several where something else stands between them.
    pub(super) words: Vec<Range<usize>>,
    /// Who is said to have said it.
    pub(super) speaker: Option<Claimed>,
}

/// What is to be said about a claim before its verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// It has no words: emoji, signs, nothing at all.
    NoWords,
    /// It is one word, which says too little to be looked for.
    OneWord,
    /// None of its words is written in Cyrillic or Latin letters.
    OtherScript,
    /// Only the first words were looked at: this many.
    FirstWords(usize),
}

impl Claim {
    /// Reads a claim as somebody wrote it. Any text is one.
    pub fn read(text: &str) -> Self {
        let start = text.len() - text.trim_start().len();
        let shown = &text[..first_bytes(text, start)];
        let mut readings = Vec::new();
        readings.extend(quoted(shown));
        // Who said it may stand behind the words that are looked at no more.
        readings.extend(attribution::split(text).map(|(place, speaker)| Reading {
            words: one(place.start..place.end.min(shown.len()).max(place.start)),
            speaker: Some(speaker),
        }));
        let whole = Reading { words: one(0..shown.len()), speaker: None };
        readings.retain(|reading| !reading.tokens(text, Language::Ru).all().is_empty());
        if readings.iter().all(|reading| reading.words != whole.words) {
            readings.push(whole);
        }
        readings.dedup();
        let note = note(text, &readings, shown.len() < text.trim_end().len());
        Self { text: text.to_owned(), readings, note }
    }

    /// Who is said to have said it, if the text says so.
    pub fn speaker(&self) -> Option<&Claimed> {
        self.readings.iter().find_map(|reading| reading.speaker.as_ref())
    }
}

impl Reading {
    /// What was said, as words of a text in this language: at most [`MOST_WORDS`].
    pub(super) fn tokens(&self, text: &str, language: Language) -> Tokens {
        let mut tokens = Tokens::default();
        for (nth, words) in self.words.iter().enumerate() {
            tokens.push(text, words.clone(), language);
            if nth > 0 {
                tokens.omission(words.start);
            }
        }
        tokens.truncate(MOST_WORDS);
        tokens
    }
}

/// A reading in one piece.
fn one(place: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(place).collect()
}

/// What stands between marks, where that is most of what the text has to say.
fn quoted(text: &str) -> Option<Reading> {
    let mut words = marks::quoted(text);
    let count = |place: &Range<usize>| text[place.clone()].split_whitespace().count();
    let inside: usize = words.iter().map(count).sum();
    if inside < FEWEST_QUOTED || 3 * inside < text.split_whitespace().count() {
        return None;
    }
    // A term in marks beside the claim itself is no part of it.
    let most = words.iter().map(count).max().unwrap_or_default();
    words.retain(|place| count(place) >= 2.min(most));
    let (first, last) = (words.first()?.start, words.last()?.end);
    let before = text[..first].trim_end_matches(marks::OPENING);
    let after = text[last..].trim_start_matches(['»', '”', '"', '“', '’']);
    let between = words.windows(2).find_map(|pair| attribution::around("", &text[pair[0].end..pair[1].start]));
    let speaker = attribution::around(before, after).or(between);
    Some(Reading { words, speaker })
}

/// The end of the first bytes that are looked at.
fn first_bytes(text: &str, start: usize) -> usize {
    let mut end = (start + MOST_BYTES).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

fn note(text: &str, readings: &[Reading], cut: bool) -> Option<Note> {
    let tokens = readings.first()?.tokens(text, Language::Ru);
    let letters = |c: char| matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{52f}');
    let known = |span: &Range<usize>| text[span.clone()].chars().any(|c| letters(c) || c.is_ascii_digit());
    match tokens.len() {
        0 => Some(Note::NoWords),
        _ if tokens.all().iter().all(|token| !known(&token.span)) => Some(Note::OtherScript),
        1 => Some(Note::OneWord),
        count if cut || count >= MOST_WORDS => Some(Note::FirstWords(count)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Claim, Language, MOST_WORDS, Note};

    /// What the likeliest reading takes for the claim, and for the speaker.
    fn read(text: &str) -> (String, String) {
        let claim = Claim::read(text);
        let reading = &claim.readings[0];
        let words: Vec<&str> = reading.words.iter().map(|place| text[place.clone()].trim()).collect();
        let name = reading.speaker.as_ref().map_or("", |speaker| &speaker.name);
        (words.join(" | "), name.to_owned())
    }

    #[test]
    fn a_claim_is_read_apart_from_its_speaker() {
        let cases = [
            ("«Работа шла пять лет» — Токаев", "Работа шла пять лет", "Токаев"),
            ("«Работа шла пять лет», — сказал Токаев", "Работа шла пять лет", "Токаев"),
            ("«Работа шла», — сказал Токаев. — «Мы не спешили»", "Работа шла | Мы не спешили", "Токаев"),
            ("Tokayev said: \"Strong villages matter\"", "Strong villages matter", "Tokayev"),
            (
                "Работа шла пять лет\n— Касым-Жомарт Токаев, Президент Казахстана\n28 ноября",
                "Работа шла пять лет",
                "Касым-Жомарт Токаев, Президент Казахстана",
            ),
            ("«Бұл жауапты жұмыс», – деді Тоқаев", "Бұл жауапты жұмыс", "Тоқаев"),
            ("Токаев заявил, что «сильные села – залог успеха»", "сильные села – залог успеха", "Токаев"),
            ("Мы читаем «Егемен» каждый день и очень довольны", "Мы читаем «Егемен» каждый день и очень довольны", ""),
            ("сильные села", "сильные села", ""),
        ];
        for (text, words, name) in cases {
            assert_eq!(read(text), (words.to_owned(), name.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_claim_is_said_plainly() {
        let long = "слово ".repeat(100_000 / 6);
        let unbroken = "ы".repeat(100_000);
        let cases = [
            ("", Some(Note::NoWords)),
            ("🎉🎉", Some(Note::NoWords)),
            ("?!…", Some(Note::NoWords)),
            ("спешки", Some(Note::OneWord)),
            ("«Спешки» — Токаев", Some(Note::OneWord)),
            ("你好 世界", Some(Note::OtherScript)),
            ("مرحبا بالعالم", Some(Note::OtherScript)),
            (&long, Some(Note::FirstWords(MOST_WORDS))),
            (&unbroken, Some(Note::OneWord)),
            ("сильные села", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Claim::read(text).note, expected, "{}", text.chars().take(20).collect::<String>());
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_claim(text in "([а-яА-Яa-z0-9 :,.—–«»\"()…\n-]|\\PC){0,80}") {
            let claim = Claim::read(&text);
            prop_assert!(!claim.readings.is_empty());
            for reading in &claim.readings {
                for language in Language::ALL {
                    let tokens = reading.tokens(&text, language);
                    prop_assert!(tokens.all().iter().all(|token| text.get(token.span.clone()).is_some()));
                }
            }
        }
    }
}
