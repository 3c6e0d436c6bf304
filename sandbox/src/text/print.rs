//! Text and entities back to Telegram's HTML, so that a test can compare what was meant.

use std::collections::BTreeSet;

use super::{
    Entity, Formatted, Kind,
    nest::{join, sort},
};

/// The HTML that gives this text and these entities; what Telegram finds by itself is not marked.
pub(crate) fn to_html(formatted: &Formatted) -> String {
    let mut html = String::with_capacity(formatted.text.len() * 2);
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut coming = whole(&formatted.entities, None).into_iter().peekable();
    let mut at = 0;
    for c in formatted.text.chars().map(Some).chain([None]) {
        while let Some((_, end_tag)) = open.pop_if(|(end, _)| *end <= at) {
            html.push_str(&end_tag);
        }
        while let Some(entity) = coming.next_if(|e| e.offset <= at) {
            let (start_tag, end_tag) = tags(&entity.kind);
            html.push_str(&start_tag);
            open.push((entity.end(), end_tag));
        }
        let Some(c) = c else { break };
        push_escaped(&mut html, c);
        at += c.len_utf16();
    }
    html
}

/// The entities as somebody would write them: without those that Telegram found, and with looks in one piece where they
/// were cut only because another entity lies in them. `edge` cuts looks all the same.
pub(super) fn whole(entities: &[Entity], edge: Option<usize>) -> Vec<Entity> {
    let written = entities.iter().filter(|e| !e.kind.is_found()).cloned();
    let (styles, mut kept): (Vec<_>, Vec<_>) = written.partition(|e| e.kind.is_style());
    let mut styles = join(&styles);
    sort(&mut styles);
    for style in styles {
        let inside = |at: usize| style.offset < at && at < style.end();
        let crossed = kept.iter().filter_map(|e| match (inside(e.offset), inside(e.end())) {
            (true, false) if e.end() > style.end() => Some(e.offset),
            (false, true) if e.offset < style.offset => Some(e.end()),
            _ => None,
        });
        let mut edges: BTreeSet<usize> = crossed.chain(edge.filter(|edge| inside(*edge))).collect();
        edges.insert(style.end());
        let mut from = style.offset;
        for to in edges {
            kept.push(Entity { offset: from, length: to - from, kind: style.kind.clone() });
            from = to;
        }
    }
    sort(&mut kept);
    kept
}

/// The start and end tag of a kind.
fn tags(kind: &Kind) -> (String, String) {
    let (start, end): (String, &str) = match kind {
        Kind::Bold => ("<b>".into(), "</b>"),
        Kind::Italic => ("<i>".into(), "</i>"),
        Kind::Underline => ("<u>".into(), "</u>"),
        Kind::Strikethrough => ("<s>".into(), "</s>"),
        Kind::Spoiler => ("<tg-spoiler>".into(), "</tg-spoiler>"),
        Kind::Code => ("<code>".into(), "</code>"),
        Kind::Pre { language: None } => ("<pre>".into(), "</pre>"),
        Kind::Pre { language: Some(language) } => {
            (format!("<pre><code class=\"language-{}\">", escaped(language)), "</code></pre>")
        }
        Kind::Blockquote => ("<blockquote>".into(), "</blockquote>"),
        Kind::ExpandableBlockquote => ("<blockquote expandable>".into(), "</blockquote>"),
        Kind::TextLink { url } => (format!("<a href=\"{}\">", escaped(url)), "</a>"),
        Kind::TextMention { user } => (format!("<a href=\"tg://user?id={user}\">"), "</a>"),
        Kind::CustomEmoji { id } => (format!("<tg-emoji emoji-id=\"{id}\">"), "</tg-emoji>"),
        Kind::DateTime { unix, format } if format.is_empty() => (format!("<tg-time unix=\"{unix}\">"), "</tg-time>"),
        Kind::DateTime { unix, format } => (format!("<tg-time unix=\"{unix}\" format=\"{format}\">"), "</tg-time>"),
        Kind::Mention
        | Kind::Hashtag
        | Kind::Cashtag
        | Kind::BotCommand
        | Kind::Url
        | Kind::Email
        | Kind::PhoneNumber => (String::new(), ""),
    };
    (start, end.into())
}

fn escaped(attribute: &str) -> String {
    let mut result = String::with_capacity(attribute.len());
    for c in attribute.chars() {
        if c == '"' { result.push_str("&quot;") } else { push_escaped(&mut result, c) }
    }
    result
}

fn push_escaped(html: &mut String, c: char) {
    match c {
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '&' => html.push_str("&amp;"),
        c => html.push(c),
    }
}
