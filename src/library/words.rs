//! Cuts a text into the words by which it is found.
//!
//! A word is a run of letters and digits in lower case, ё written е. A number is one word however its digits are grouped:
//! `2 334`, `2,334` and `2334` are the same; so are `1,5` and `1.5`, and `1/3` and `⅓`.

use std::ops::Range;

/// Gives each word of the text in turn, and the bytes of the text in which it stands: all that it was made of, and no more.
pub(super) fn for_each_word(text: &str, mut each: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        word.clear();
        let start = text.len() - rest.len();
        if first.is_ascii_digit() {
            rest = number(rest, &mut word);
        } else if let Some(fraction) = fraction(first) {
            word.push_str(fraction);
            rest = &rest[first.len_utf8()..];
        } else if first.is_alphanumeric() && !invisible(first) {
            rest = letters(rest, &mut word);
        } else {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        each(&word, start..text.len() - rest.len());
    }
}

/// Takes a run of letters and digits, an apostrophe between letters included; gives the rest.
fn letters<'a>(text: &'a str, word: &mut String) -> &'a str {
    let mut rest = "";
    let (mut cyrillic, mut latin) = (false, false);
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            // Most letters are these; the tables of Unicode are slow.
            'а'..='я' => {
                cyrillic = true;
                word.push(character);
            }
            'А'..='Я' => {
                cyrillic = true;
                word.extend(char::from_u32(character as u32 + 0x20));
            }
            'ё' | 'Ё' => word.push('е'),
            'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'і' => {
                cyrillic = true;
                word.push(character);
            }
            'a'..='z' => {
                latin = true;
                word.push(character);
            }
            '\'' | '’' if characters.peek().is_some_and(|(_, next)| next.is_alphabetic()) => word.push('\''),
            // A breve that stands by itself, as some systems write й.
            '\u{306}' if word.ends_with('и') => {
                word.pop();
                word.push('й');
            }
            _ if invisible(character) => {}
            _ if character.is_alphanumeric() => {
                latin |= character.is_ascii_alphabetic() || matches!(character, 'ə' | 'Ə');
                cyrillic |= ('\u{400}'..='\u{52f}').contains(&character);
                word.extend(character.to_lowercase());
            }
            _ => {
                rest = &text[at..];
                break;
            }
        }
    }
    if cyrillic && latin {
        *word = word.chars().map(|letter| look_alike(letter).unwrap_or(letter)).collect();
    }
    rest
}

/// Whether a character within a word is none of its letters: a stress or another mark over the letter before it, a place where
/// the word may be broken, a joiner.
fn invisible(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The Cyrillic letter that a Latin one looks like: a Cyrillic word with a Latin letter in it was mistyped, or made not to be found.
fn look_alike(latin: char) -> Option<char> {
    let at = "aceiopxyhkmtbəu".chars().position(|letter| letter == latin)?;
    "асеіорхуһкмтвәи".chars().nth(at)
}

/// Takes a number that begins with a digit, without the marks between its groups; gives the rest.
fn number<'a>(text: &'a str, word: &mut String) -> &'a str {
    let (whole, mut rest) = digits(text);
    word.push_str(whole);
    // Groups of three follow a group of one to three; 2020 is complete.
    if whole.len() <= 3 {
        while let Some((group, after)) = after_mark(rest, [' ', '\u{a0}', '\u{202f}', '\u{2009}', ',', '’'])
            && group.len() == 3
        {
            word.push_str(group);
            rest = after;
        }
    }
    for (marks, mark) in [(['.', ','], '.'), (['/', '⁄'], '/')] {
        if let Some((part, after)) = after_mark(rest, marks) {
            word.push(mark);
            word.push_str(part);
            return after;
        }
    }
    rest
}

/// The digits after one of these marks, and what follows.
fn after_mark<const N: usize>(text: &str, marks: [char; N]) -> Option<(&str, &str)> {
    let (group, rest) = digits(text.strip_prefix(marks)?);
    (!group.is_empty()).then_some((group, rest))
}

/// The digits with which a text begins, and what follows.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len()))
}

/// The fraction that one character stands for.
fn fraction(character: char) -> Option<&'static str> {
    Some(match character {
        '½' => "1/2",
        '⅓' => "1/3",
        '⅔' => "2/3",
        '¼' => "1/4",
        '¾' => "3/4",
        '⅕' => "1/5",
        '⅖' => "2/5",
        '⅗' => "3/5",
        '⅘' => "4/5",
        '⅙' => "1/6",
        '⅚' => "5/6",
        '⅛' => "1/8",
        '⅜' => "3/8",
        '⅝' => "5/8",
        '⅞' => "7/8",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::for_each_word;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        for_each_word(text, |word, _| words.push(word.to_owned()));
        words
    }

    #[test]
    fn a_text_has_these_words() {
        let cases: [(&str, &[&str]); 22] = [
            ("", &[]),
            (" —, !«»%", &[]),
            ("Касым-Жомарт ТОКАЕВ", &["касым", "жомарт", "токаев"]),
            ("Ёлка, всё", &["елка", "все"]),
            ("don't we’ll 'so'", &["don't", "we'll", "so"]),
            ("2334 акима", &["2334", "акима"]),
            ("2 334 акима", &["2334", "акима"]),
            ("2\u{a0}334", &["2334"]),
            ("2,334 akims", &["2334", "akims"]),
            ("1 234 567", &["1234567"]),
            ("в 2020 100 раз", &["в", "2020", "100", "раз"]),
            ("43 33", &["43", "33"]),
            ("1,5 и 1.5", &["1.5", "и", "1.5"]),
            ("1/3, ⅓", &["1/3", "1/3"]),
            ("80%", &["80"]),
            ("covid19 5g", &["covid19", "5", "g"]),
            ("1, 2, 3.", &["1", "2", "3"]),
            ("за\u{301}мок и\u{306}од е\u{308}лка", &["замок", "йод", "елка"]),
            ("пере\u{ad}нос", &["перенос"]),
            ("\u{363}: \u{363}да", &["да"]),
            ("Tокаев сeло", &["токаев", "село"]),
            ("Kazakhstan, һalal", &["kazakhstan", "һаlаl"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn a_word_stands_where_it_is_said_to_stand() {
        let text = "«Ёлка», 2 334 акима, ½; don’t";
        let mut found = Vec::new();
        for_each_word(text, |word, place| found.push((word.to_owned(), &text[place])));
        let expected = [("елка", "Ёлка"), ("2334", "2 334"), ("акима", "акима"), ("1/2", "½"), ("don't", "don’t")];
        assert_eq!(found, expected.map(|(word, place)| (word.to_owned(), place)));
    }

    proptest! {
        #[test]
        fn words_stand_in_order_and_do_not_overlap(text in "\\PC{0,60}") {
            let mut end = 0;
            for_each_word(&text, |_, place| {
                assert!(end <= place.start && place.start < place.end && text.get(place.clone()).is_some());
                end = place.end;
            });
        }

        #[test]
        fn any_text_is_cut_to_its_end(text in "\\PC{0,60}") {
            prop_assert!(words(&text).iter().all(|word| !word.is_empty() && !word.contains(' ')));
            prop_assert_eq!(words(&format!("{text} end")).pop(), Some("end".to_owned()));
        }
    }
}
