//! Both kinds of Markdown in, text and entities out.

use super::shown;
use crate::text::{finish, parse_html, parse_markdown, parse_markdown_v2, to_html, to_markdown_v2};

#[test]
fn broken_markdown_v2_is_refused_in_telegrams_words() {
    for c in "]()>#+-=|{}.!".chars() {
        let error = format!("Character '{c}' is reserved and must be escaped with the preceding '\\'");
        assert_eq!(parse_markdown_v2(&format!("ж{c}")).unwrap_err(), error);
        assert_eq!(parse_markdown_v2(&format!("ж\\{c}")).unwrap().text, format!("ж{c}"));
    }
    let no_emoji = "Invalid tg://emoji or tg://time URL specified";
    for (source, error) in [
        ("ж*x", "Can't find end of Bold entity at byte offset 2"),
        ("ж_x*", "Can't find end of Bold entity at byte offset 4"),
        ("_x", "Can't find end of Italic entity at byte offset 0"),
        ("__x_", "Can't find end of Italic entity at byte offset 3"),
        ("_x__", "Can't find end of Underline entity at byte offset 2"),
        ("__x _y___", "Can't find end of Italic entity at byte offset 8"),
        ("~x", "Can't find end of Strikethrough entity at byte offset 0"),
        ("||x\\|", "Can't find end of Spoiler entity at byte offset 0"),
        ("`x*", "Can't find end of Code entity at byte offset 0"),
        ("```x", "Can't find end of Pre entity at byte offset 0"),
        ("```x y", "Can't find end of PreCode entity at byte offset 0"),
        ("```x\ny`", "Can't find end of Code entity at byte offset 6"),
        ("[x", "Can't find end of TextUrl entity at byte offset 0"),
        ("[x](y\\)", "Can't find end of a URL at byte offset 4"),
        ("[ж](", "Can't find end of a URL at byte offset 5"),
        ("![x", "Can't find end of CustomEmoji entity at byte offset 0"),
        ("![x](y", "Can't find end of a URL at byte offset 5"),
        ("![x]", "The entity must contain a tg://emoji or tg://time URL"),
        ("![x](tg://emoji?id=x)", no_emoji),
        ("![x](tg://time?unix=0)", no_emoji),
        ("![x](https://example.kz)", no_emoji),
        (">*a\nb*", "Can't find end of Bold entity at byte offset 1"),
        (">||a\nb", "Can't find end of Spoiler entity at byte offset 1"),
        (">a||b||__\n", "Can't find end of Underline entity at byte offset 7"),
        (">*a||\n", "Can't find end of Bold entity at byte offset 1"),
    ] {
        assert_eq!(parse_markdown_v2(source).unwrap_err(), error, "{source}");
    }
}

#[test]
fn markdown_v2_becomes_text_and_entities() {
    for (source, expected) in [
        (r"\*\\\a\ж\", r#""*\\a\\ж\\""#),
        (
            "*a* _b_ __c__ ~d~ ||e||",
            r#""a b c d e" bold(0,1) italic(2,1) underline(4,1) strikethrough(6,1) spoiler(8,1)"#,
        ),
        ("😀*ж*", r#""😀ж" bold(2,1)"#),
        ("a** __ __", r#""a ""#.replace(' ', "").as_str()),
        ("___a_**__", r#""a" italic(0,1) underline(0,1)"#),
        ("___a_\r__", r#""a" italic(0,1) underline(0,1)"#),
        ("_a __b___", r#""a b" italic(0,2) italic(2,1) underline(2,1)"#),
        ("`*a_ \\` \\\\`", r#""*a_ ` \\" code(0,7)"#),
        ("```\na\n```", r#""a" pre(0,1)"#),
        ("```rust\nfn```", r#""fn" pre(0,2)"#),
        ("```rust fn```", r#""rust fn" pre(0,7)"#.replace("rust fn", " fn").replace("0,7", "0,3").as_str()),
        ("```fn```", r#""fn" pre(0,2)"#),
        ("[a *b*](example.kz/\\))", r#""a b" text_link(0,3) bold(2,1)"#),
        ("[example\\.kz]", r#""example.kz" text_link(0,10)"#),
        ("[a](no)", r#""a""#),
        ("[a](tg://user?id=5)", r#""a" text_mention(0,1)"#),
        ("![😀](tg://emoji?id=5)", r#""😀" custom_emoji(0,2)"#),
        ("![x](tg://time?unix=5&format=wDT)", r#""x" date_time(0,1)"#),
        (">a\n>b\nc", r#""a\nb\nc" blockquote(0,4)"#),
        (">a\n**>b", r#""a\nb" blockquote(0,2) blockquote(2,1)"#),
        (">a\n>b||", r#""a\nb" expandable_blockquote(0,3)"#),
        (">a||b||||\nc", r#""ab\nc" expandable_blockquote(0,3) spoiler(1,1)"#),
        (">*a*\n>_b\n>c_", r#""a\nb\nc" blockquote(0,5) bold(0,1) italic(2,3)"#),
        (">`a\nb`", r#""a\nb" blockquote(0,3) code(0,3)"#),
        (r"\>a", r#"">a""#),
        ("*/stats* a\\.kz", r#""/stats a.kz" bot_command(0,6) bold(0,6) url(7,4)"#),
        (">", "Empty"),
    ] {
        assert_eq!(shown(parse_markdown_v2(source)), expected, "{source}");
    }
}

/// The examples of core.telegram.org/bots/api#formatting-options say the same in MarkdownV2 and in HTML.
#[test]
fn the_documented_examples_say_the_same() {
    let markdown = r"*bold \*text*
_italic \*text_
__underline__
~strikethrough~
||spoiler||
*bold _italic bold ~italic bold strikethrough ||italic bold strikethrough spoiler||~ __underline italic bold___ bold*
[inline URL](http://www.example.com/)
[inline mention of a user](tg://user?id=123456789)
![👍](tg://emoji?id=5368324170671202286)
![22:45 tomorrow](tg://time?unix=1647531900&format=wDT)
![22:45 tomorrow](tg://time?unix=1647531900)
`inline fixed-width code`
```
pre-formatted fixed-width code block
```
```python
pre-formatted fixed-width code block written in the Python programming language
```
>Block quotation started
>Block quotation continued
>The last line of the block quotation
**>The expandable block quotation started right after the previous block quotation
>It is separated from the previous block quotation by an empty bold entity
>Expandable block quotation continued
>The last line of the expandable block quotation with the expandability mark||";
    let html = r#"<b>bold *text</b>
<i>italic *text</i>
<u>underline</u>
<s>strikethrough</s>
<tg-spoiler>spoiler</tg-spoiler>
<b>bold <i>italic bold <s>italic bold strikethrough <span class="tg-spoiler">italic bold strikethrough spoiler</span></s> <u>underline italic bold</u></i> bold</b>
<a href="http://www.example.com/">inline URL</a>
<a href="tg://user?id=123456789">inline mention of a user</a>
<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>
<tg-time unix="1647531900" format="wDT">22:45 tomorrow</tg-time>
<tg-time unix="1647531900">22:45 tomorrow</tg-time>
<code>inline fixed-width code</code>
<pre>pre-formatted fixed-width code block
</pre>
<pre><code class="language-python">pre-formatted fixed-width code block written in the Python programming language
</code></pre>
<blockquote>Block quotation started
Block quotation continued
The last line of the block quotation
</blockquote><blockquote expandable>The expandable block quotation started right after the previous block quotation
It is separated from the previous block quotation by an empty bold entity
Expandable block quotation continued
The last line of the expandable block quotation with the expandability mark</blockquote>"#;
    let (from_markdown, from_html) = (parse_markdown_v2(markdown).unwrap(), parse_html(html).unwrap());
    let (from_markdown, from_html) = (finish(from_markdown).unwrap(), finish(from_html).unwrap());
    assert_eq!(from_markdown, from_html);
    assert_eq!(
        to_html(&from_markdown).replace("tg-spoiler", "span"),
        html.replace("span class=\"tg-spoiler\"", "span").replace("tg-spoiler", "span")
    );
}

#[test]
fn what_markdown_v2_can_say_is_printed_as_one_would_write_it() {
    for source in [
        r"\*a\* \(b\) 1\.5 \\ \>",
        "*a _b_ c*",
        "_a_**__b__",
        "_**__a___",
        "*_a_~~__b__*",
        "__a__*b*",
        "`a*\\`` ```rust\nfn```",
        "[*a*](http://example.kz/\\)\\\\)",
        "![😀](tg://emoji?id=5)![x](tg://time?unix=5&format=r)![y](tg://time?unix=5)[z](tg://user?id=5)",
        ">a\n>*b*\nc",
        ">a\n**>b||\nc",
        "*x\n>a\n~~>b\ny*",
        ">||a||\n>`b\nc` d||",
        "/stats a\\.kz",
    ] {
        let formatted = finish(parse_markdown_v2(source).unwrap()).unwrap();
        assert_eq!(to_markdown_v2(&formatted), source);
    }
}

#[test]
fn of_quotes_markdown_v2_has_those_of_whole_lines() {
    for (html, printed) in [
        ("<blockquote>a</blockquote>\nb", ">a\nb"),
        ("<blockquote>a\n</blockquote>b", ">a\nb"),
        ("a\n<b><blockquote>b</blockquote></b>", "a\n>*b*"),
        ("a<blockquote>b</blockquote>c", "abc"),
        ("<code>a\n</code><blockquote>b</blockquote>", "`a\n`b"),
        ("<blockquote>a<b>b\n</b></blockquote>c", ">a*b*\nc"),
    ] {
        assert_eq!(to_markdown_v2(&finish(parse_html(html).unwrap()).unwrap()), printed, "{html}");
    }
}

#[test]
fn broken_markdown_is_refused_in_telegrams_words() {
    for (source, begin) in [("ж*x", 2), ("`x", 0), ("x ```y``", 2), ("[x", 0), ("a_b", 1)] {
        let error = format!("Can't find end of the entity starting at byte offset {begin}");
        assert_eq!(parse_markdown(source).map(|f| f.text), Err(error), "{source}");
    }
}

#[test]
fn markdown_becomes_text_and_entities() {
    for (source, expected) in [
        ("*bold text* _italic text_", r#""bold text italic text" bold(0,9) italic(10,11)"#),
        ("[inline URL](http://www.example.com/)", r#""inline URL" text_link(0,10)"#),
        ("[inline mention of a user](tg://user?id=5)", r#""inline mention of a user" text_mention(0,24)"#),
        ("`inline fixed-width code`", r#""inline fixed-width code" code(0,23)"#),
        ("```\nblock\n```", r#""block" pre(0,5)"#),
        ("```python\nblock\n```", r#""block" pre(0,5)"#),
        (r"\_a\* \`b \[c \d", r#""_a* `b [c \\d""#),
        ("_x\\_y", r#""x\\y" italic(0,2)"#),
        ("*a _b* c", r#""a _b c" bold(0,4)"#),
        ("_snake_\\__case_", r#""snake_case" italic(0,5) italic(6,4)"#),
        ("[example.kz] b", r#""example.kz b" text_link(0,10)"#),
        ("[](example.kz)", r#""(example.kz)" url(1,10)"#),
        ("[a](no) [b](c", r#""a b""#),
        ("a__ b** c.", r#""a b c.""#),
    ] {
        assert_eq!(shown(parse_markdown(source)), expected, "{source}");
    }
}
