//! What Telegram finds in a text by itself: commands, mentions, hashtags and addresses.

use super::{Entity, Kind, checked_link};

/// Endings with which a bare host counts as an address: a small part of the official list.
const ENDINGS: [&str; 24] = [
    "com", "org", "net", "info", "io", "dev", "app", "me", "kz", "ru", "su", "uk", "de", "fr", "eu", "us", "ua", "uz",
    "kg", "by", "tr", "cn", "рф", "қаз",
];

/// The entities that stand in `text` without being marked, in order, none over another.
pub(super) fn detect(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut utf16 = 0;
    let mut before = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let hit = match c {
            '/' if !before.is_some_and(|b| is_word(b) || "/<>".contains(b)) => command(rest),
            '@' if !before.is_some_and(is_word) => mention(rest),
            '#' if !before.is_some_and(is_word) => hashtag(rest),
            c if c.is_alphanumeric() && !before.is_some_and(|b| is_word(b) || "@.-#/".contains(b)) => address(rest),
            _ => None,
        };
        let (kind, length) = match hit {
            Some((kind, bytes)) => (Some(kind), bytes),
            None => (None, c.len_utf8()),
        };
        let (taken, after) = rest.split_at(length);
        let units = super::utf16_len(taken);
        if let Some(kind) = kind {
            found.push(Entity { offset: utf16, length: units, kind });
        }
        utf16 += units;
        before = taken.chars().next_back();
        rest = after;
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How many bytes at the start of `text` are characters that `is` holds for.
fn run(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn command(text: &str) -> Option<(Kind, usize)> {
    let name = run(&text[1..], is_name);
    if !(1..=64).contains(&name) {
        return None;
    }
    let mut end = 1 + name;
    if text[end..].starts_with('@') {
        let bot = run(&text[end + 1..], is_name);
        if (3..=32).contains(&bot) {
            end += 1 + bot;
        }
    }
    let open_end = text[end..].chars().next().is_some_and(|c| is_word(c) || "/<>".contains(c));
    (!open_end).then_some((Kind::BotCommand, end))
}

fn mention(text: &str) -> Option<(Kind, usize)> {
    let name = run(&text[1..], is_name);
    let open_end = text[1 + name..].chars().next().is_some_and(is_word);
    ((4..=32).contains(&name) && !open_end).then_some((Kind::Mention, 1 + name))
}

fn hashtag(text: &str) -> Option<(Kind, usize)> {
    let end = 1 + run(&text[1..], is_word);
    let tag = &text[1..end];
    let fits = (1..=256).contains(&tag.chars().count()) && tag.chars().any(char::is_alphabetic);
    (fits && !text[end..].starts_with('#')).then_some((Kind::Hashtag, end))
}

fn address(text: &str) -> Option<(Kind, usize)> {
    let scheme = ["https://", "http://", "ftp://", "tg://", "ton://"]
        .into_iter()
        .find(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
        .map_or(0, str::len);
    let whole = run(text, |c| !c.is_whitespace() && !"<>\"«»“”".contains(c));
    let end = text[..whole].trim_end_matches(['.', ',', ':', ';', '!', '?', ')', ']', '\'', '…']).len();
    let rest = text.get(scheme..end).filter(|rest| !rest.is_empty())?;
    let host_end = run(rest, |c| is_word(c) || ".-:".contains(c));
    let host = rest[..host_end].split(':').next().unwrap_or_default().trim_end_matches('.');
    let (name, ending) = host.rsplit_once('.')?;
    if name.is_empty() || (scheme == 0 && !ENDINGS.contains(&ending.to_lowercase().as_str())) {
        return None;
    }
    let path = rest[host_end..].starts_with(['/', '?', '#']);
    let end = if path { end } else { scheme + rest[..host_end].trim_end_matches(['.', ':', '-']).len() };
    checked_link(&text[..end]).map(|_| (Kind::Url, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_mentions_hashtags_and_addresses_are_found() {
        for (text, expected) in [
            ("/stats", "bot_command:/stats"),
            ("/stats@derek_bot 3", "bot_command:/stats@derek_bot"),
            ("a/b /c", "bot_command:/c"),
            ("</b>", ""),
            ("/Қ", ""),
            ("say /x, /y.", "bot_command:/x bot_command:/y"),
            ("hello @derek_bot!", "mention:@derek_bot"),
            ("mail@derek_bot", ""),
            ("@abc", ""),
            ("#село и #2020 #a1", "hashtag:#село hashtag:#a1"),
            ("see https://example.kz/a?b=c.", "url:https://example.kz/a?b=c"),
            ("(t.me/derek_bot)", "url:t.me/derek_bot"),
            ("example.kz, e.g. file.toml", "url:example.kz"),
            ("😀 @derek_bot", "mention:@derek_bot"),
        ] {
            let found: Vec<_> = detect(text)
                .iter()
                .map(|e| format!("{}:{}", e.kind.name(), crate::text::utf16_slice(text, e.offset, e.end()).unwrap()))
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
