//! What somebody types, taken apart. Everything means something: nothing is a syntax error.
//!
//! `токаев: выборы` asks for what Tokayev said; `"в первую очередь"` for these very words; `-погода` for things without a word.

use std::ops::Range;

use super::index::date_terms;
use super::terms::{asked, fold, look_alike};
use super::words::for_each_word;
use crate::article::{Date, Language, Value};
use crate::structure;

/// The most words that are looked at: a question has fewer, and a whole page of them costs no long search.
const MOST_WORDS: usize = 50;
/// The most characters that are looked at.
const MOST_CHARACTERS: usize = 4_000;
/// The most words of a name before a colon.
const MOST_NAMES: usize = 4;

/// A question in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Query {
    /// Who is to have said it: the words of the name.
    pub(super) speaker: Vec<Word>,
    /// The words, also those of `exact`.
    pub(super) words: Vec<Word>,
    /// Runs of words that are to stand like that.
    pub(super) exact: Vec<Vec<String>>,
    /// Words that are not to stand there.
    pub(super) without: Vec<Word>,
    /// Whether the last of `words` may not be typed to its end.
    pub(super) unfinished: bool,
}

/// A word of a question.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// The word in lower case, folded.
    pub(super) form: String,
    /// The numbers and dates that it writes, or helps to write.
    pub(super) values: Vec<Written>,
    /// Where it stands in what was typed.
    pub(super) place: Range<usize>,
}

impl Word {
    /// The terms by which the index may know it, in any language; none if it says nothing.
    pub(super) fn terms(&self) -> Vec<String> {
        let mut terms = asked(&self.form);
        if !terms.is_empty() {
            terms.extend(self.values.iter().map(Written::term));
        }
        terms
    }
}

impl Written {
    fn term(&self) -> String {
        match self {
            Self::Number(number) => number.clone(),
            Self::Date(date) => {
                let mut most_exact = String::new();
                date_terms(date.year, date.month, date.day, |term| most_exact = term.to_owned());
                most_exact
            }
        }
    }
}

/// A number or date that words write.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Written {
    /// In digits, as a figure's value is shown.
    Number(String),
    Date(Date),
}

impl Query {
    /// Reads what somebody typed who reads this language: of a long text the beginning.
    pub(super) fn read(typed: &str, reader: Language) -> Self {
        let end = typed.char_indices().nth(MOST_CHARACTERS).map_or(typed.len(), |(end, _)| end);
        let typed = &typed[..end];
        let (name, rest) = speaker(typed);
        let mut query = Self { speaker: words(typed, name), ..Self::default() };
        let written = written(&typed[rest.clone()], rest.start, reader);
        for (piece, kind) in pieces(typed, rest.clone()) {
            let mut words = words(typed, piece);
            match kind {
                Piece::Without => query.without.append(&mut words),
                Piece::Plain | Piece::Exact => {
                    for word in &mut words {
                        let within =
                            |place: &Range<usize>| place.start < word.place.end && word.place.start < place.end;
                        let values = written.iter().filter(|(place, _)| within(place));
                        word.values = values.map(|(_, value)| value.clone()).collect();
                        // Whatever stands beside it, a year is a year.
                        if word.values.is_empty() {
                            word.values.extend(year(&word.form).map(Written::Date));
                        }
                    }
                    if let Piece::Exact = kind {
                        query.exact.push(words.iter().map(|word| word.form.clone()).collect());
                    }
                    query.words.append(&mut words);
                }
            }
        }
        query.exact.retain(|run| run.len() > 1);
        query.words.truncate(MOST_WORDS);
        query.without.truncate(MOST_WORDS);
        query.unfinished = query.words.last().is_some_and(|word| word.place.end == typed.len());
        query
    }
}

/// The name before a colon, if one is there, and what follows.
fn speaker(typed: &str) -> (Range<usize>, Range<usize>) {
    let nobody = (0..0, 0..typed.len());
    let Some(colon) = typed.find(':') else { return nobody };
    let name = &typed[..colon];
    let is_name = |character: char| character.is_alphabetic() || matches!(character, ' ' | '-' | '.' | '\'' | '’');
    let count = name.split_whitespace().count();
    if (1..=MOST_NAMES).contains(&count) && name.chars().all(is_name) {
        (0..colon, colon + 1..typed.len())
    } else {
        nobody
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece {
    Plain,
    Exact,
    Without,
}

/// What is between quotation marks, what a minus leaves out, and the rest.
fn pieces(typed: &str, within: Range<usize>) -> Vec<(Range<usize>, Piece)> {
    let mut pieces = Vec::new();
    let mut plain = within.start;
    let mut before = ' ';
    let mut characters = typed[within.clone()].char_indices().map(|(at, character)| (within.start + at, character));
    while let Some((at, character)) = characters.next() {
        let after = at + character.len_utf8();
        let rest = &typed[after..within.end];
        let taken = match character {
            '"' | '«' | '“' | '„' | '”' => {
                // Without a closing mark the words are looked for as if there were none.
                rest.find(['"', '»', '”', '“', '«']).map(|end| (after..after + end, Piece::Exact))
            }
            '-' | '−' | '–' if before.is_whitespace() && rest.starts_with(char::is_alphanumeric) => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                Some((after..after + end, Piece::Without))
            }
            _ => None,
        };
        before = character;
        if let Some((piece, kind)) = taken {
            pieces.push((plain..at, Piece::Plain));
            plain = piece.end;
            while plain > at && characters.clone().next().is_some_and(|(next, _)| next < plain) {
                characters.next();
            }
            if kind == Piece::Exact
                && let Some((mark, closing)) = characters.next()
            {
                plain = mark + closing.len_utf8();
            }
            pieces.push((piece, kind));
        }
    }
    pieces.push((plain..within.end, Piece::Plain));
    pieces
}

/// The year that four digits are.
fn year(form: &str) -> Option<Date> {
    let year = form.parse().ok().filter(|year| form.len() == 4 && (1900..2100).contains(year))?;
    Some(Date { year, month: None, day: None })
}

/// The words of a part of what was typed.
pub(super) fn words(typed: &str, within: Range<usize>) -> Vec<Word> {
    let mut words = Vec::new();
    for_each_word(&typed[within.clone()], |word, place| {
        let place = within.start + place.start..within.start + place.end;
        words.push(Word { form: fold(word).into_owned(), values: Vec::new(), place });
    });
    words
}

/// The numbers and dates that stand in what was typed, by the rules of the languages that it may be in: `он` is ten in
/// Kazakh and he in Russian. `from` is where it begins.
fn written(typed: &str, from: usize, reader: Language) -> Vec<(Range<usize>, Written)> {
    /// The most years of a range that are looked for one by one.
    const MOST_YEARS: i16 = 100;
    let mut written: Vec<(Range<usize>, Written)> = Vec::new();
    let is_kazakh = |letter: char| letter.to_lowercase().any(|letter| look_alike(letter).is_some());
    let latin = typed.contains(|letter: char| letter.is_ascii_alphabetic());
    let kazakh = typed.contains(is_kazakh);
    let languages = [
        (Language::Ru, !latin && !kazakh),
        (Language::Kk, kazakh || (reader == Language::Kk && !latin)),
        (Language::En, latin),
    ];
    for (language, _) in languages.into_iter().filter(|(_, may_be)| *may_be) {
        for figure in structure::figures(typed, language) {
            let place = from + figure.span.start..from + figure.span.end;
            let mut add = |value: Written| {
                if !written.iter().any(|known| *known == (place.clone(), value.clone())) {
                    written.push((place.clone(), value));
                }
            };
            match figure.value {
                Some(structure::Amount::Value(Value::Date(date))) => add(Written::Date(date)),
                Some(structure::Amount::Value(Value::Range { low, high })) => {
                    for end in [low, high] {
                        add(Written::Number(Value::Number(end).to_string()));
                    }
                }
                Some(structure::Amount::Value(value)) => add(Written::Number(value.to_string())),
                Some(structure::Amount::Dates { from, to }) => {
                    for year in (from.year..=to.year).take(MOST_YEARS as usize) {
                        add(Written::Date(Date { year, month: None, day: None }));
                    }
                }
                None => {}
            }
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Language, Query, Word, Written};

    /// The query in one line.
    fn read(typed: &str) -> String {
        let query = Query::read(typed, Language::Ru);
        let word = |word: &Word| {
            let values: Vec<String> = word
                .values
                .iter()
                .map(|value| match value {
                    Written::Number(number) => format!("={number}"),
                    Written::Date(date) => format!("@{date}"),
                })
                .collect();
            format!("{}{}", word.form, values.concat())
        };
        let list = |words: &[Word]| words.iter().map(word).collect::<Vec<_>>().join(" ");
        let mut said = list(&query.words);
        for run in &query.exact {
            said += &format!(" [{}]", run.join(" "));
        }
        for left_out in &query.without {
            said += &format!(" -{}", left_out.form);
        }
        if !query.speaker.is_empty() {
            said = format!("{}: {said}", list(&query.speaker));
        }
        said
    }

    #[test]
    fn what_is_typed_is_taken_apart() {
        let cases = [
            ("", ""),
            ("?! …", ""),
            ("Выборы АКИМОВ", "выборы акимов"),
            ("әкім сайлауы", "аким сайлауы"),
            ("токаев: выборы", "токаев: выборы"),
            ("Касым-Жомарт Токаев: сёла", "касым жомарт токаев: села"),
            ("токаев:", "токаев: "),
            // No name: a time, an address, a whole sentence.
            ("в 12:30", "в 12 30"),
            ("он сказал это вчера вечером: выборы", "он сказал это вчера вечером выборы"),
            ("\"в первую очередь\" село", "в первую очередь село [в первую очередь]"),
            ("«в первую очередь", "в первую очередь"),
            ("“in haste”", "in haste [in haste]"),
            ("\"село\"", "село"),
            ("выборы -погода", "выборы -погода"),
            ("выборы −погода -спорт", "выборы -погода -спорт"),
            ("Касым-Жомарт", "касым жомарт"),
            ("- выборы", "выборы"),
            ("2 334", "2334=2334"),
            ("2,334", "2334=2334"),
            ("треть", "треть=1/3"),
            ("one third of villages", "one=1/3 third=1/3 of villages"),
            ("үштен бірі", "уштен=1/3 бири=1/3"),
            ("2025", "2025@2025"),
            ("ноябрь 2025", "ноябрь@2025-11 2025@2025-11"),
            ("November 2025", "november@2025-11 2025@2025-11"),
            ("2025 жылғы қараша", "2025@2025-11 жылгы@2025-11 караша@2025-11"),
            ("28.11.2025", "28.11@2025-11-28 2025@2025-11-28"),
            ("2023-2025", "2023@2023@2024@2025 2025@2023@2024@2025"),
        ];
        for (typed, expected) in cases {
            assert_eq!(read(typed), expected, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn anything_may_be_typed(typed in "[\\PC\"«»“” :\\-−0-9]{0,60}") {
            let query = Query::read(&typed, Language::Kk);
            for word in query.words.iter().chain(&query.without).chain(&query.speaker) {
                prop_assert!(typed.get(word.place.clone()).is_some());
            }
        }
    }
}
