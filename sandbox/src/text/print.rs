//! Text and entities back to Telegram's HTML, so that a test can compare what was meant.

use super::{Entity, Formatted, Kind};

/// The HTML that gives this text and these entities; what Telegram finds by itself is not marked.
pub(crate) fn to_html(formatted: &Formatted) -> String {
    let mut html = String::with_capacity(formatted.text.len() * 2);
    let mut open: Vec<&Entity> = Vec::new();
    let mut coming = formatted.entities.iter().filter(|e| tag(&e.kind).is_some()).peekable();
    let mut at = 0;
    for c in formatted.text.chars().map(Some).chain([None]) {
        while let Some(entity) = open.pop_if(|e| e.end() <= at) {
            html.push_str(&tag(&entity.kind).map(|t| t.1).unwrap_or_default());
        }
        while let Some(entity) = coming.next_if(|e| e.offset <= at) {
            html.push_str(&tag(&entity.kind).map(|t| t.0).unwrap_or_default());
            open.push(entity);
        }
        let Some(c) = c else { break };
        push_escaped(&mut html, c);
        at += c.len_utf16();
    }
    html
}

/// The start and end tag of a kind; `None` for what is found without a tag.
fn tag(kind: &Kind) -> Option<(String, String)> {
    let plain = |name: &str| Some((format!("<{name}>"), format!("</{name}>")));
    match kind {
        Kind::Bold => plain("b"),
        Kind::Italic => plain("i"),
        Kind::Underline => plain("u"),
        Kind::Strikethrough => plain("s"),
        Kind::Spoiler => plain("tg-spoiler"),
        Kind::Code => plain("code"),
        Kind::Pre { language: None } => plain("pre"),
        Kind::Pre { language: Some(language) } => {
            Some((format!("<pre><code class=\"language-{}\">", escaped(language)), "</code></pre>".into()))
        }
        Kind::Blockquote => plain("blockquote"),
        Kind::ExpandableBlockquote => Some(("<blockquote expandable>".into(), "</blockquote>".into())),
        Kind::TextLink { url } => Some((format!("<a href=\"{}\">", escaped(url)), "</a>".into())),
        Kind::TextMention { user } => Some((format!("<a href=\"tg://user?id={user}\">"), "</a>".into())),
        Kind::CustomEmoji { id } => Some((format!("<tg-emoji emoji-id=\"{}\">", escaped(id)), "</tg-emoji>".into())),
        Kind::Mention | Kind::Hashtag | Kind::BotCommand | Kind::Url => None,
    }
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
