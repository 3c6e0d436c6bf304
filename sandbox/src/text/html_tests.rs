//! HTML in, text and entities out: tables, and what must hold for any text.

use super::{TextError, Units, finish, parse_html, to_html};

#[test]
fn broken_html_is_refused_in_telegrams_words() {
    for (source, error) in [
        ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
        ("<div>x</div>", "Unsupported start tag \"div\" at byte offset 0"),
        ("жы<br>", "Unsupported start tag \"br\" at byte offset 4"),
        ("<b>x<i>y</b>", "Unmatched end tag at byte offset 8, expected \"</i>\", found \"</b>\""),
        ("<b>abc</i>", "Unmatched end tag at byte offset 6, expected \"</b>\", found \"</i>\""),
        ("abc</b>", "Unexpected end tag at byte offset 3"),
        ("a < b", "Unsupported start tag \"\" at byte offset 2"),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<a href=\"x", "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<a =x>z</a>", "Empty attribute name in the tag \"a\" at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        (
            "&#xd800;",
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate \
             code units",
        ),
    ] {
        assert_eq!(parse_html(source).unwrap_err(), error, "{source}");
    }
}

/// The text and its entities, written `kind(offset,length)`.
fn shown(source: &str) -> String {
    let formatted = match parse_html(source).map(finish) {
        Ok(Ok(formatted)) => formatted,
        Ok(Err(error)) => return format!("{error:?}"),
        Err(error) => return error,
    };
    let entities = formatted.entities.iter().map(|e| format!(" {}({},{})", e.kind.name(), e.offset, e.length));
    format!("{:?}{}", formatted.text, entities.collect::<String>())
}

#[test]
fn html_becomes_text_and_entities() {
    for (source, expected) in [
        ("plain", r#""plain""#),
        ("<b>a</b><i>b</i>", r#""ab" bold(0,1) italic(1,1)"#),
        (
            "<strong>a</strong> <em>b</em> <ins>c</ins> <del>d</del>",
            r#""a b c d" bold(0,1) italic(2,1) underline(4,1) strikethrough(6,1)"#,
        ),
        ("<b>a<i>b</i></b>", r#""ab" bold(0,2) italic(1,1)"#),
        ("<i><b>a</b></i>", r#""a" bold(0,1) italic(0,1)"#),
        ("<b>a</b><b>b</b>", r#""ab" bold(0,2)"#),
        ("😀<b>ж</b>", r#""😀ж" bold(2,1)"#),
        ("&lt;b&gt; &amp;&quot;&#33;&#x21; &nbsp; &lt", r#""<b> &\"!! &nbsp; <""#),
        ("<B>a</b>", r#""a" bold(0,1)"#),
        ("<span class='tg-spoiler'>a</span><tg-spoiler>b</tg-spoiler>", r#""ab" spoiler(0,2)"#),
        ("<a href='example.kz'>a</a>", r#""a" text_link(0,1)"#),
        ("<a href='no address'>a</a>", r#""a""#),
        ("<a href='tg://user?id=5'>a</a>", r#""a" text_mention(0,1)"#),
        ("<pre>a\nb</pre>", r#""a\nb" pre(0,3)"#),
        ("<code>a</code>", r#""a" code(0,1)"#),
        ("<b>a<code>b</code>c</b>", r#""abc" bold(0,1) code(1,1) bold(2,1)"#),
        ("<pre><code class=\"language-rust\">fn</code></pre>", r#""fn" pre(0,2)"#),
        ("<blockquote>a <b>b</b></blockquote>", r#""a b" blockquote(0,3) bold(2,1)"#),
        ("<blockquote expandable>a</blockquote>", r#""a" expandable_blockquote(0,1)"#),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", r#""ab" blockquote(0,2)"#),
        ("<tg-emoji emoji-id=\"5\">😀</tg-emoji>", r#""😀" custom_emoji(0,2)"#),
        ("  \n<b>a</b> \n ", r#""a" bold(0,1)"#),
        ("<b> a </b>", r#"" a" bold(0,2)"#),
        ("a<b> </b>", r#""a""#),
        ("<b></b>", "Empty"),
        (" \n ", "Empty"),
        ("<b>/stats</b> @derek_bot", r#""/stats @derek_bot" bot_command(0,6) bold(0,6) mention(7,10)"#),
        ("<code>/stats</code>", r#""/stats" code(0,6)"#),
        ("<i>see exa</i>mple.kz", r#""see example.kz" italic(0,4) url(4,10) italic(4,3)"#),
    ] {
        assert_eq!(shown(source), expected, "{source}");
    }
}

#[test]
fn a_text_has_4096_characters_at_most_and_100_entities() {
    let finished = |source: &str| finish(parse_html(source).unwrap());
    assert!(finished(&format!("<b>{}</b>", "😀".repeat(4096))).is_ok());
    assert_eq!(finished(&"a".repeat(4097)), Err(TextError::TooLong));
    assert_eq!(finished(&"<b>a</b>b".repeat(150)).unwrap().entities.len(), 100);
}

proptest::proptest! {
    #[test]
    fn any_text_is_parsed_or_refused(source in ".*|([a-z <>/&;=\"'#ж😀]|</?(b|i|a|code|pre|blockquote|u)>|@[a-z]{4}|/[a-z]){0,40}") {
        let Ok(parsed) = parse_html(&source) else { return Ok(()) };
        let Ok(formatted) = finish(parsed) else { return Ok(()) };
        let mut last = (0, usize::MAX);
        for entity in &formatted.entities {
            let inner = Units::of(&formatted.text).part(entity);
            proptest::prop_assert!(inner.is_some_and(|inner| !inner.is_empty()), "{entity:?}");
            proptest::prop_assert!((entity.offset, usize::MAX - entity.length) >= (last.0, usize::MAX - last.1));
            last = (entity.offset, entity.length);
        }
        // Of two entities that meet, one lies in the other.
        for (i, a) in formatted.entities.iter().enumerate() {
            for b in &formatted.entities[i + 1..] {
                proptest::prop_assert!(b.offset >= a.end() || b.end() <= a.end(), "{a:?} {b:?}");
            }
        }
        let again = finish(parse_html(&to_html(&formatted)).map_err(proptest::test_runner::TestCaseError::fail)?);
        proptest::prop_assert_eq!(again, Ok(formatted));
    }
}
