//! What Telegram finds in a text by itself: commands, mentions, hashtags and addresses.

use super::{Entity, Kind, checked_link};

/// Endings with which a bare host counts as an address: a small part of the official list.
const ENDINGS: [&str; 24] = [
    "com", "org", "net", "info", "io", "dev", "app", "me", "kz", "ru", "su", "uk", "de", "fr", "eu", "us", "ua", "uz",
    "kg", "by", "tr", "cn", "рф", "қаз",
];

/// What may stand before `://`.
const SCHEMES: [&str; 5] = ["https", "http", "ftp", "tg", "ton"];

/// The entities that stand in `text` without being marked, in order, none over another.
pub(super) fn detect(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut utf16 = 0;
    let mut before = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // A word is taken whole: nothing begins inside of one.
        let step = if is_word(c) { run(rest, is_word) } else { c.len_utf8() };
        let hit = match c {
            '/' if !before.is_some_and(|b| is_word(b) || "/<>".contains(b)) => command(rest),
            '@' if !before.is_some_and(is_word) => mention(rest),
            '#' if !before.is_some_and(is_word) => hashtag(rest),
            c if is_word(c) && c != '_' && !before.is_some_and(|b| "@.-#/".contains(b)) => address(rest, step),
            _ => None,
        };
        let (kind, length) = match hit {
            Some((kind, bytes)) => (Some(kind), bytes),
            None => (None, step),
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
    match c {
        // What most texts are made of, without a look into the tables of Unicode.
        '\0'..='\x7f' => is_name(c),
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        _ => c.is_alphanumeric(),
    }
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

/// An address that begins with the word of `word` bytes at the start of `text`.
fn address(text: &str, word: usize) -> Option<(Kind, usize)> {
    let (first, after) = text.split_at(word);
    let schemed = after.starts_with("://") && SCHEMES.iter().any(|scheme| first.eq_ignore_ascii_case(scheme));
    let scheme = if schemed { word + "://".len() } else { 0 };
    if !schemed && !after.starts_with(['.', '-']) {
        return None;
    }
    // Most words end here; only what has the name of a host is worth a look at the whole.
    let host = &text[scheme..][..run(&text[scheme..], |c| is_word(c) || ".-".contains(c))];
    let (name, ending) = host.trim_end_matches('.').rsplit_once('.')?;
    if name.is_empty() || (!schemed && !ENDINGS.contains(&ending.to_lowercase().as_str())) {
        return None;
    }
    let whole = run(text, |c| !c.is_whitespace() && !"<>\"«»“”".contains(c));
    let end = text[..whole].trim_end_matches(['.', ',', ':', ';', '!', '?', ')', ']', '\'', '…']).len();
    let host_end = scheme + run(&text[scheme..end], |c| is_word(c) || ".-:".contains(c));
    let path = text[host_end..end].starts_with(['/', '?', '#']);
    let end = if path { end } else { text[..host_end].trim_end_matches(['.', ':', '-']).len() };
    checked_link(&text[..end]).map(|_| (Kind::Url, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Units;

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
            ("HTTP://a.b:80/x, one-two.kz. _x.kz", "url:HTTP://a.b:80/x url:one-two.kz"),
            ("https://word a..kz .kz @x.kz", ""),
            ("ҚАЗ.ҚАЗ ҿ҂ #ӿ́", "url:ҚАЗ.ҚАЗ hashtag:#ӿ"),
            ("😀 @derek_bot", "mention:@derek_bot"),
        ] {
            let units = Units::of(text);
            let found: Vec<_> =
                detect(text).iter().map(|e| format!("{}:{}", e.kind.name(), units.part(e).unwrap())).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
