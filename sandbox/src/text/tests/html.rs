//! HTML in, text and entities out.

use super::shown;
use crate::text::{TextError, finish, parse_html, to_html};

#[test]
fn broken_html_is_refused_in_telegrams_words() {
    let surrogate = "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched \
                     surrogate code units";
    for (source, error) in [
        ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
        ("<div>x</div>", "Unsupported start tag \"div\" at byte offset 0"),
        ("жы<BR>", "Unsupported start tag \"br\" at byte offset 4"),
        ("<b>x<i>y</b>", "Unmatched end tag at byte offset 8, expected \"</i>\", found \"</b>\""),
        ("<b>abc</I>", "Unmatched end tag at byte offset 6, expected \"</b>\", found \"</i>\""),
        ("abc</b>", "Unexpected end tag at byte offset 3"),
        ("a < b", "Unsupported start tag \"\" at byte offset 2"),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<a href=\"x", "Unclosed start tag at byte offset 0"),
        ("<a href=\"x\"", "Unclosed start tag at byte offset 0"),
        ("<a href=x", "Unclosed start tag at byte offset 0"),
        ("<a href", "Unclosed start tag \"a\" at byte offset 0"),
        ("<a href= ", "Unclosed start tag \"a\" at byte offset 0"),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<a =x>z</a>", "Empty attribute name in the tag \"a\" at byte offset 0"),
        ("<b / >z</b>", "Empty attribute name in the tag \"b\" at byte offset 0"),
        ("<b ", "Empty attribute name in the tag \"b\" at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("<span class=\"tg-x\">x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("<tg-emoji emoji-id=\"05\">x</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<tg-time unix=1 format=rt>x</tg-time>", "Invalid date format used"),
        ("&#xd800;", surrogate),
        ("&#xd800;<b>", "Can't find end tag corresponding to start tag \"b\""),
    ] {
        assert_eq!(parse_html(source).unwrap_err(), error, "{source}");
    }
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
        ("<u>a</u> <s>b</s> <strike>c</strike>", r#""a b c" underline(0,1) strikethrough(2,1) strikethrough(4,1)"#),
        ("<b>a<i>b</i></b>", r#""ab" bold(0,1) bold(1,1) italic(1,1)"#),
        ("<i><b>a</b></i>", r#""a" bold(0,1) italic(0,1)"#),
        ("<b>a</b><b>b</b>", r#""ab" bold(0,2)"#),
        ("😀<b>ж</b>", r#""😀ж" bold(2,1)"#),
        ("&lt;b&gt; &amp;&quot;&#33;&#x21; &nbsp; &lt", r#""<b> &\"!! &nbsp; <""#),
        ("&#12345678; &#0; &#;", r#""&#12345678; &#0; &#;""#),
        ("<B>a</B>", r#""a" bold(0,1)"#),
        ("<b x = y >a</>", r#""a" bold(0,1)"#),
        ("<span class='tg-spoiler'>a</span><tg-spoiler>b</tg-spoiler>", r#""ab" spoiler(0,2)"#),
        ("<a href='example.kz'>a</a>", r#""a" text_link(0,1)"#),
        ("<a href=Example.kz>a</a>", r#""a" text_link(0,1)"#),
        ("<a href='no address'>a</a>", r#""a""#),
        ("<a href='tg://user?id=5'>a</a>", r#""a" text_mention(0,1)"#),
        ("<a>tg:user?id=5</a>", r#""tg:user?id=5" text_mention(0,12)"#),
        ("<pre>a\nb</pre>", r#""a\nb" pre(0,3)"#),
        ("<code>a</code>", r#""a" code(0,1)"#),
        ("<b>a<code>b</code>c</b>", r#""abc" bold(0,1) code(1,1) bold(2,1)"#),
        ("<pre><code class=\"language-rust\">fn</code></pre>", r#""fn" pre(0,2)"#),
        ("<code class=\"language-rust\"><pre>fn</pre></code>", r#""fn" pre(0,2)"#),
        ("<pre>a<code class=\"language-rust\">fn</code></pre>", r#""afn" pre(0,3)"#),
        ("<blockquote>a <b>b</b></blockquote>", r#""a b" blockquote(0,3) bold(2,1)"#),
        ("<blockquote expandable>a</blockquote>", r#""a" expandable_blockquote(0,1)"#),
        ("<blockquote expandable=no>a</blockquote>", r#""a" expandable_blockquote(0,1)"#),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", r#""ab" blockquote(0,2)"#),
        ("<tg-emoji emoji-id=\"5\">😀</tg-emoji>", r#""😀" custom_emoji(0,2)"#),
        ("<tg-time unix=\"1647531900\" format=\"wDT\">17.03</tg-time>", r#""17.03" date_time(0,5)"#),
        ("<b>a <tg-time unix=1>b</tg-time></b>", r#""a b" bold(0,2) date_time(2,1)"#),
        ("<tg-time unix=x>a</tg-time>", r#""a""#),
        ("<b></b>", "Empty"),
        ("<b>/stats</b> @derek_bot", r#""/stats @derek_bot" bot_command(0,6) bold(0,6) mention(7,10)"#),
        ("<code>/stats</code>", r#""/stats" code(0,6)"#),
        ("<i>see exa</i>mple.kz", r#""see example.kz" italic(0,4) url(4,10) italic(4,3)"#),
    ] {
        assert_eq!(shown(parse_html(source)), expected, "{source}");
    }
}

#[test]
fn a_language_is_that_of_the_code_in_the_block() {
    for (source, printed) in [
        (
            "<pre><code class=\"language-c&quot;\">x</code></pre>",
            "<pre><code class=\"language-c&quot;\">x</code></pre>",
        ),
        ("<code class=\"language-c\"><pre>x</pre></code>", "<pre><code class=\"language-c\">x</code></pre>"),
        ("<code class=\"language-c\">x</code>", "<code>x</code>"),
        ("<pre><code class=\"c\">x</code></pre>", "<pre>x</pre>"),
    ] {
        assert_eq!(to_html(&finish(parse_html(source).unwrap()).unwrap()), printed, "{source}");
    }
}

#[test]
fn looks_are_printed_in_one_piece() {
    for source in [
        "<b>a<i>b</i>c</b>",
        "<b>a <a href=\"https://example.kz/?a=&quot;&amp;\">b</a> c</b>",
        "<b>see example.kz or <tg-spoiler>@derek_bot</tg-spoiler></b>",
        "<u>a<blockquote>b</blockquote></u>",
        "<tg-time unix=\"1\">a</tg-time> <tg-time unix=\"1\" format=\"wDT\">b</tg-time>",
        "<tg-emoji emoji-id=\"5\">😀</tg-emoji><a href=\"tg://user?id=5\">a</a>",
    ] {
        assert_eq!(to_html(&finish(parse_html(source).unwrap()).unwrap()), source);
    }
}

#[test]
fn a_text_has_4096_characters_at_most_and_100_entities() {
    let finished = |source: &str| finish(parse_html(source).unwrap());
    assert!(finished(&format!("<b>{}</b>", "😀".repeat(4096))).is_ok());
    assert_eq!(finished(&"a".repeat(4097)), Err(TextError::TooLong));
    assert_eq!(finished(&"<b>a</b>b".repeat(150)).unwrap().entities.len(), 100);
}
