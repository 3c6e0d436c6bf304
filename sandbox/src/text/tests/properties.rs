//! What must hold for any text.

use proptest::{prelude::*, test_runner::TestCaseError};

use crate::text::{
    Entity, Formatted, Kind, Units, detect::detect, finish, parse_html, parse_markdown, parse_markdown_v2, to_html,
    to_markdown_v2, utf16_len,
};

/// Texts of any characters, and texts made of what has a meaning to a parser or to the finder.
fn source() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,60}",
        "([a-z <>/&;=\"'#ж😀\r\n]|</?(b|i|s|a|code|pre|blockquote|u|tg-spoiler)>|<(a href|tg-emoji emoji-id|tg-time unix)=\"?[a-z0-9.]{1,4}\"?>|@[a-z]{4}|/[a-z]){0,30}",
        "([*_~`>|\\[\\]()!\\\\\r\nжa.😀]|\\|\\||__|\\*\\*|```|\n>|\\]\\(a\\.kz\\)|!\\[x\\]\\(tg://(emoji\\?id|time\\?unix)=[0-9]\\)){0,30}",
        "([@#$+/:.?()ж_1a -]|\\.kz|https?://|tg://|mailto:|@ab|[0-9]{2}){0,30}",
    ]
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Bold),
        Just(Kind::Italic),
        Just(Kind::Underline),
        Just(Kind::Strikethrough),
        Just(Kind::Spoiler),
        Just(Kind::Code),
        "[a-z+]{0,3}".prop_map(|language| Kind::pre(&language)),
        Just(Kind::Blockquote),
        Just(Kind::ExpandableBlockquote),
        "[a-z()\\\\\"&<ж]{0,5}".prop_map(|path| Kind::TextLink { url: format!("http://a.kz/{path}") }),
        (1..9_i64).prop_map(|user| Kind::TextMention { user }),
        (1..9_i64).prop_map(|id| Kind::CustomEmoji { id }),
        ("r|w?[dD]?[tT]?", 1..9).prop_map(|(format, unix)| Kind::DateTime { unix, format }),
    ]
}

/// A text with entities on any of its characters.
fn formatted() -> impl Strategy<Value = Formatted> {
    let text = "([a-c \n\r*_>|`.ж😀]|\n\n|@abcd|a\\.kz){1,20}";
    let entities = prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), kind()), 0..8);
    (text, entities).prop_map(|(text, entities)| {
        let mut bounds: Vec<usize> = text.char_indices().map(|(byte, _)| utf16_len(&text[..byte])).collect();
        bounds.push(utf16_len(&text));
        let entities = entities.into_iter().map(|(a, b, kind)| {
            let (a, b) = (*a.get(&bounds), *b.get(&bounds));
            Entity { offset: a.min(b), length: a.abs_diff(b), kind }
        });
        Formatted { entities: entities.collect(), text }
    })
}

/// Entities lie on whole characters of the text, in order, and of two that meet one lies in the other.
fn check(formatted: &Formatted) -> Result<(), TestCaseError> {
    let units = Units::of(&formatted.text);
    for (i, a) in formatted.entities.iter().enumerate() {
        prop_assert!(units.part(a).is_some_and(|part| !part.is_empty()), "{:?}", a);
        for b in &formatted.entities[i + 1..] {
            prop_assert!((a.offset, usize::MAX - a.length) <= (b.offset, usize::MAX - b.length), "{:?} {:?}", a, b);
            prop_assert!(b.offset >= a.end() || b.end() <= a.end(), "{:?} {:?}", a, b);
        }
    }
    Ok(())
}

/// What `parse` reads when it is given `printed`, finished.
fn read_back(parse: fn(&str) -> Result<Formatted, String>, printed: &str) -> Result<Formatted, TestCaseError> {
    let parsed = parse(printed).map_err(|error| TestCaseError::fail(format!("{printed:?}: {error}")))?;
    finish(parsed).map_err(|error| TestCaseError::fail(format!("{printed:?}: {error:?}")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_text_is_parsed_or_refused(source in source()) {
        for parse in [parse_html, parse_markdown, parse_markdown_v2] {
            let Ok(parsed) = parse(&source) else { continue };
            let Ok(formatted) = finish(parsed) else { continue };
            check(&formatted)?;
            prop_assert_eq!(finish(formatted.clone()), Ok(formatted.clone()));
            prop_assert_eq!(read_back(parse_html, &to_html(&formatted))?, formatted);
        }
    }

    #[test]
    fn what_markdown_v2_says_is_printed_so_that_it_says_the_same(source in source()) {
        let Ok(parsed) = parse_markdown_v2(&source) else { return Ok(()) };
        let Ok(formatted) = finish(parsed) else { return Ok(()) };
        let printed = to_markdown_v2(&formatted);
        prop_assert_eq!(read_back(parse_markdown_v2, &printed)?, formatted, "{:?}", printed);
    }

    #[test]
    fn any_entities_are_printed_so_that_they_are_read_back(given in formatted()) {
        let Ok(formatted) = finish(given) else { return Ok(()) };
        check(&formatted)?;
        let html = to_html(&formatted);
        prop_assert_eq!(&read_back(parse_html, &html)?, &formatted, "{}", html);
        let markdown = to_markdown_v2(&formatted);
        let read = read_back(parse_markdown_v2, &markdown)?;
        if formatted.entities.iter().any(|e| e.kind.is_quote()) {
            // A quote that is left out no longer keeps the white space before the text.
            prop_assert_eq!(read.text.trim_start(), formatted.text.trim_start(), "{}", markdown);
            let again = to_markdown_v2(&read);
            prop_assert_eq!(&read_back(parse_markdown_v2, &again)?, &read, "{}", again);
        } else {
            prop_assert_eq!(&read, &formatted, "{}", markdown);
        }
    }

    #[test]
    fn what_is_found_lies_apart_on_whole_characters(text in source()) {
        let found = detect(&text);
        prop_assert!(found.windows(2).all(|pair| pair[0].end() <= pair[1].offset));
        check(&Formatted { text, entities: found })?;
    }
}
