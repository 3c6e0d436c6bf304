//! Texts with entities as a bot gives them, and what is kept of those.

use serde_json::{Value, json};

use super::shown;
use crate::text::{Entity, Formatted, Kind, Units, given};

fn bold(offset: i64, length: i64) -> Value {
    json!({ "type": "bold", "offset": offset, "length": length })
}

#[test]
fn wrong_entities_are_refused_in_telegrams_words() {
    let of = |kind: &str, name: &str, value: Value| json!({ "type": kind, "offset": 0, "length": 1, name: value });
    for (entity, error) in [
        (json!(1), "can't parse MessageEntity: expected an Object"),
        (json!({ "type": "bold", "length": 1 }), "can't parse MessageEntity: Can't find field \"offset\""),
        (of("bold", "offset", json!([])), "can't parse MessageEntity: Field \"offset\" must be a Number"),
        (of("bold", "length", json!("x")), "can't parse MessageEntity: Field \"length\" must be a valid Number"),
        (of("bold", "type", json!({})), "can't parse MessageEntity: Field \"type\" must be of type String"),
        (of("", "x", json!(1)), "can't parse MessageEntity: Type is not specified"),
        (of("loud", "x", json!(1)), "can't parse MessageEntity: Unsupported type specified"),
        (of("pre", "language", json!([])), "can't parse MessageEntity: Field \"language\" must be of type String"),
        (of("text_link", "x", json!(1)), "can't parse MessageEntity: Can't find field \"url\""),
        (of("text_link", "url", json!("x")), "entity URL 'x' is invalid: Wrong HTTP URL"),
        (of("text_mention", "x", json!(1)), "can't parse MessageEntity: Can't find field \"user\""),
        (of("text_mention", "user", json!(1)), "can't parse MessageEntity: Field \"user\" must be of type Object"),
        (of("text_mention", "user", json!({})), "can't parse MessageEntity: Can't find field \"id\""),
        (of("custom_emoji", "custom_emoji_id", json!("0")), "invalid custom emoji identifier specified"),
        (of("date_time", "x", json!(1)), "can't parse MessageEntity: Can't find field \"unix_time\""),
        (of("date_time", "unix_time", json!(0)), "invalid date specified"),
        (
            of("date_time", "date_time_format", json!("x")),
            "can't parse MessageEntity: Invalid date-time format specified",
        ),
        (bold(-1, 1), "receive an entity with incorrect offset -1"),
        (bold(0, 1_000_001), "receive an entity with incorrect length 1000001"),
        (bold(5, 1), "entity begins after the end of the text at UTF-16 offset 5"),
        (bold(3, 2), "entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 5"),
        (bold(2, 1), "entity begins in a middle of a UTF-16 symbol at byte offset 6"),
        (bold(0, 2), "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 6"),
    ] {
        assert_eq!(given("ж😀a".into(), &[entity]).unwrap_err(), error);
    }
}

#[test]
fn entities_come_as_a_bot_gives_them() {
    let entities = [
        json!({ "type": "pre", "offset": 0, "length": 1, "language": "c" }),
        json!({ "type": "text_link", "offset": "1", "length": 1, "url": "tg://user?id=5" }),
        json!({ "type": "text_mention", "offset": 2, "length": 1, "user": { "id": 5 } }),
        json!({ "type": "custom_emoji", "offset": 3, "length": 1, "custom_emoji_id": "5" }),
        json!({ "type": "date_time", "offset": 4, "length": 1, "unix_time": 5, "date_time_format": "Tw" }),
        json!({ "type": "expandable_blockquote", "offset": 5, "length": 1 }),
        json!({ "type": "mention", "offset": 9, "length": 9 }),
        bold(6, 0),
    ];
    let read = given("abcdefg".into(), &entities).unwrap();
    let written: Vec<_> = read.entities.iter().map(|e| e.to_json(|id| json!({ "id": id }))).collect();
    let mut expected = entities[..6].to_vec();
    expected[1] = json!({ "type": "text_mention", "offset": 1, "length": 1, "user": { "id": 5 } });
    expected[4]["date_time_format"] = "wT".into();
    assert_eq!(written, expected);
}

#[test]
fn a_text_is_kept_clean_and_trimmed() {
    for (text, entities, expected) in [
        ("  a \n ", vec![], r#""a""#),
        (" a ", vec![bold(0, 3)], r#"" a" bold(0,2)"#),
        ("a b", vec![bold(1, 1)], r#""a b" bold(1,1)"#),
        ("a b ", vec![bold(3, 1)], r#""a b""#),
        ("a\r\nb\tc", vec![bold(3, 1)], r#""a\nb c" bold(2,1)"#),
        ("\ra", vec![bold(0, 1)], r#""a""#),
        ("a\rb", vec![bold(0, 1), bold(2, 1)], r#""ab" bold(0,2)"#),
        ("a\u{202e}b", vec![bold(0, 3)], r#""ab" bold(0,2)"#),
        (" \n", vec![bold(0, 1)], "Empty"),
        ("\u{200b}\u{a0}", vec![], "Empty"),
    ] {
        assert_eq!(shown(given(text.into(), &entities)), expected, "{text:?}");
    }
}

#[test]
fn entities_nest() {
    let entity = |kind: &str, offset: i64, length: i64| json!({ "type": kind, "offset": offset, "length": length, "url": "a.kz" });
    for (entities, expected) in [
        ([entity("bold", 0, 4), entity("italic", 2, 4)], "bold(0,2) italic(2,4) bold(2,2)"),
        ([entity("bold", 0, 6), entity("italic", 2, 2)], "bold(0,2) bold(2,4) italic(2,2)"),
        ([entity("bold", 0, 2), entity("bold", 1, 3)], "bold(0,4)"),
        ([entity("bold", 0, 2), entity("bold", 3, 1)], "bold(0,2) bold(3,1)"),
        ([entity("bold", 0, 6), entity("text_link", 2, 2)], "bold(0,2) text_link(2,2) bold(2,2) bold(4,2)"),
        ([entity("bold", 0, 6), entity("code", 2, 2)], "bold(0,2) code(2,2) bold(4,2)"),
        ([entity("bold", 2, 4), entity("pre", 2, 2)], "pre(2,2) bold(4,2)"),
        ([entity("text_link", 0, 4), entity("text_link", 2, 4)], "text_link(0,4)"),
        ([entity("text_link", 0, 6), entity("code", 2, 2)], "text_link(0,6)"),
        ([entity("code", 0, 6), entity("text_link", 0, 6)], "code(0,6)"),
        ([entity("blockquote", 0, 4), entity("code", 1, 2)], "blockquote(0,4) code(1,2)"),
        ([entity("blockquote", 0, 4), entity("code", 2, 4)], "blockquote(0,4)"),
        ([entity("blockquote", 1, 2), entity("code", 0, 6)], "blockquote(1,2)"),
        ([entity("blockquote", 1, 2), entity("expandable_blockquote", 2, 4)], "blockquote(1,2)"),
        ([entity("blockquote", 2, 2), entity("bold", 0, 6)], "bold(0,2) blockquote(2,2) bold(2,2) bold(4,2)"),
        ([entity("spoiler", 0, 6), entity("underline", 0, 6)], "underline(0,6) spoiler(0,6)"),
    ] {
        let shown = shown(given("abcdef".into(), &entities));
        assert_eq!(shown, format!("\"abcdef\" {expected}"), "{entities:?}");
    }
}

#[test]
fn a_part_ends_on_characters() {
    for (text, offset, length, part) in [
        ("a😀б", 1, 2, Some("😀")),
        ("a😀б", 3, 1, Some("б")),
        ("a😀б", 2, 2, None),
        ("a😀б", 1, 1, None),
        ("a", 0, 2, None),
    ] {
        let entity = Entity { offset, length, kind: Kind::Bold };
        assert_eq!(Units::of(text).part(&entity), part, "{text} {offset} {length}");
    }
}

/// A text without entities is a text too.
#[test]
fn what_is_found_gives_way_to_what_is_marked() {
    for (entities, expected) in [
        (vec![], "url(0,10)"),
        (vec![bold(0, 3)], "url(0,10) bold(0,3)"),
        (vec![json!({ "type": "code", "offset": 0, "length": 3 })], "code(0,3)"),
        (vec![json!({ "type": "blockquote", "offset": 0, "length": 3 })], "blockquote(0,3)"),
        (vec![json!({ "type": "blockquote", "offset": 0, "length": 10 })], "blockquote(0,10) url(0,10)"),
    ] {
        let formatted: Result<Formatted, _> = given("example.kz".into(), &entities);
        assert_eq!(shown(formatted), format!("\"example.kz\" {expected}"), "{entities:?}");
    }
}
