//! Telegram's HTML to text and entities.
//!
//! Follows `parse_html` of the official server (td/telegram/MessageEntity.cpp) step by step, so that what it accepts,
//! what it refuses, and the byte offsets in its error texts are the same.

use super::{Entity, Formatted, Kind, checked_link};

const TAGS: [&str; 17] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "span",
    "pre",
    "code",
    "blockquote",
    "tg-time",
];

/// An open tag.
struct Open {
    name: String,
    argument: String,
    /// Where its text begins, in UTF-16 code units.
    offset: usize,
    /// Where its text begins in the result, in bytes.
    start: usize,
}

/// A text in the making.
#[derive(Default)]
struct Parser {
    text: String,
    /// The length of `text` in UTF-16 code units.
    utf16: usize,
    entities: Vec<Entity>,
    /// For each entity, the language of a code tag, until it is known whether a pre tag stands around it.
    languages: Vec<String>,
    open: Vec<Open>,
}

/// Parses `source`; the error is the text that follows "can't parse entities: ".
///
/// The entities come in the order in which their tags end, as they were written; [`super::finish`] sorts and mends them.
pub(crate) fn parse_html(source: &str) -> Result<Formatted, String> {
    let bytes = source.as_bytes();
    let mut parser = Parser::default();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'&'
            && let Some((c, next)) = reference(source, at)
        {
            parser.push(c?);
            at = next;
        } else if bytes[at] != b'<' {
            let c = source[at..].chars().next().expect("the position is on a character");
            parser.push(c);
            at += c.len_utf8();
        } else if bytes.get(at + 1) == Some(&b'/') {
            at = parser.end_tag(source, at)?;
        } else {
            at = parser.start_tag(source, at)?;
        }
    }
    match parser.open.last() {
        Some(open) => Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.name)),
        None => Ok(Formatted { text: parser.text, entities: parser.entities }),
    }
}

impl Parser {
    fn push(&mut self, c: char) {
        self.text.push(c);
        self.utf16 += c.len_utf16();
    }

    /// Reads the start tag at `begin`; gives the position after it.
    fn start_tag(&mut self, source: &str, begin: usize) -> Result<usize, String> {
        let byte = |at: usize| source.as_bytes().get(at).copied();
        let unclosed = || format!("Unclosed start tag at byte offset {begin}");
        let skip_space = |mut at: usize| {
            while byte(at).is_some_and(is_space) {
                at += 1;
            }
            at
        };
        let mut at = begin + 1;
        while byte(at).ok_or_else(unclosed).map(|b| !is_space(b) && b != b'>')? {
            at += 1;
        }
        let name = source[begin + 1..at].to_ascii_lowercase();
        if !TAGS.contains(&name.as_str()) {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {begin}"));
        }
        let mut argument = String::new();
        loop {
            at = skip_space(at);
            if byte(at).ok_or_else(unclosed)? == b'>' {
                break;
            }
            let attribute_begin = at;
            while byte(at).ok_or_else(unclosed).map(|b| !is_space(b) && b != b'=' && b != b'>')? {
                at += 1;
            }
            let attribute = &source[attribute_begin..at];
            if attribute.is_empty() {
                return Err(format!("Empty attribute name in the tag \"{name}\" at byte offset {begin}"));
            }
            at = skip_space(at);
            if byte(at).ok_or_else(unclosed)? != b'=' {
                if name == "blockquote" && attribute == "expandable" {
                    argument = "1".into();
                }
                continue;
            }
            at = skip_space(at + 1);
            let value;
            (value, at) = attribute_value(source, at, begin)?;
            match (name.as_str(), attribute) {
                ("a", "href") | ("tg-emoji", "emoji-id") => argument = value,
                ("code", "class") => argument = value.strip_prefix("language-").map(str::to_owned).unwrap_or(argument),
                ("span", "class") => argument = value.strip_prefix("tg-").map(str::to_owned).unwrap_or(argument),
                ("blockquote", "expandable") => argument = "1".into(),
                _ => {}
            }
        }
        if name == "span" && argument != "spoiler" {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.open.push(Open { name, argument, offset: self.utf16, start: self.text.len() });
        Ok(at + 1)
    }

    /// Reads the end tag at `begin`; gives the position after it.
    fn end_tag(&mut self, source: &str, begin: usize) -> Result<usize, String> {
        let byte = |at: usize| source.as_bytes().get(at).copied();
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        let mut at = begin + 2;
        while byte(at).is_some_and(|b| !is_space(b) && b != b'>') {
            at += 1;
        }
        let found = &source[begin + 2..at];
        while byte(at).is_some_and(is_space) {
            at += 1;
        }
        if byte(at) != Some(b'>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        if !found.is_empty() && found != open.name {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{found}>\"",
                open.name
            ));
        }
        if self.utf16 > open.offset {
            self.close(open);
        }
        Ok(at + 1)
    }

    /// Adds the entity of a tag that has text in it.
    fn close(&mut self, open: Open) {
        let (offset, length) = (open.offset, self.utf16 - open.offset);
        let mut language = String::new();
        let over_same_text = self.entities.last_mut().filter(|last| last.offset == offset && last.length == length);
        let kind = match open.name.as_str() {
            "b" | "strong" => Kind::Bold,
            "i" | "em" => Kind::Italic,
            "u" | "ins" => Kind::Underline,
            "s" | "strike" | "del" => Kind::Strikethrough,
            "span" | "tg-spoiler" => Kind::Spoiler,
            "tg-emoji" => Kind::CustomEmoji { id: open.argument },
            "blockquote" if open.argument.is_empty() => Kind::Blockquote,
            "blockquote" => Kind::ExpandableBlockquote,
            "a" => match link(if open.argument.is_empty() { &self.text[open.start..] } else { &open.argument }) {
                Some(kind) => kind,
                None => return,
            },
            "pre" => match (over_same_text, self.languages.last()) {
                (Some(last), Some(known)) if last.kind == Kind::Code && !known.is_empty() => {
                    last.kind = Kind::Pre { language: Some(known.clone()) };
                    return;
                }
                _ => Kind::Pre { language: None },
            },
            "code" => match over_same_text {
                Some(last) if matches!(last.kind, Kind::Pre { .. }) && !open.argument.is_empty() => {
                    last.kind = Kind::Pre { language: Some(open.argument) };
                    return;
                }
                _ => {
                    language = open.argument;
                    Kind::Code
                }
            },
            // The date formats of `tg-time` are not built; its text is shown as it stands.
            _ => return,
        };
        self.entities.push(Entity { offset, length, kind });
        self.languages.push(language);
    }
}

/// What an address in a link stands for: a person or a page. `None` for what is no address, as Telegram drops it.
fn link(address: &str) -> Option<Kind> {
    if let Some(id) = address.strip_prefix("tg://user?id=").or_else(|| address.strip_prefix("tg:user?id=")) {
        return id.parse().ok().map(|user| Kind::TextMention { user });
    }
    checked_link(address).map(|url| Kind::TextLink { url })
}

/// Reads an attribute's value at `at`; gives it and the position after it.
fn attribute_value(source: &str, at: usize, begin: usize) -> Result<(String, usize), String> {
    let bytes = source.as_bytes();
    let unclosed = || format!("Unclosed start tag at byte offset {begin}");
    let quote = *bytes.get(at).ok_or_else(unclosed)?;
    if quote != b'"' && quote != b'\'' {
        let mut end = at;
        while bytes.get(end).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'.' || *b == b'-') {
            end += 1;
        }
        return match bytes.get(end) {
            None => Err(unclosed()),
            Some(b) if is_space(*b) || *b == b'>' => Ok((source[at..end].to_ascii_lowercase(), end)),
            Some(_) => Err(format!("Unexpected end of name token at byte offset {at}")),
        };
    }
    let mut value = String::new();
    let mut at = at + 1;
    loop {
        match *bytes.get(at).ok_or_else(unclosed)? {
            b if b == quote => break,
            b'&' if let Some((c, next)) = reference(source, at) => {
                value.push(c?);
                at = next;
            }
            _ => {
                let c = source[at..].chars().next().expect("the position is on a character");
                value.push(c);
                at += c.len_utf8();
            }
        }
    }
    if at + 1 == bytes.len() { Err(unclosed()) } else { Ok((value, at + 1)) }
}

/// Reads a character reference at `at`, where `&` stands: the character and the position after it.
/// `None` when none of those that Telegram knows stands there; an error for a lone surrogate.
fn reference(source: &str, at: usize) -> Option<(Result<char, String>, usize)> {
    let bytes = source.as_bytes();
    let run = |from: usize, is: fn(&u8) -> bool| from + bytes[from..].iter().take_while(|b| is(b)).count();
    let (code, end) = if bytes.get(at + 1) == Some(&b'#') {
        let (digits, radix, is): (usize, u32, fn(&u8) -> bool) = match bytes.get(at + 2) {
            Some(b'x') => (at + 3, 16, u8::is_ascii_hexdigit),
            _ => (at + 2, 10, u8::is_ascii_digit),
        };
        let end = run(digits, is);
        let code = u32::from_str_radix(&source[digits..end], radix).ok()?;
        if code == 0 || code >= 0x10_ffff || end - at >= 10 {
            return None;
        }
        (code, end)
    } else {
        let end = run(at + 1, u8::is_ascii_alphabetic);
        let c = match &source[at + 1..end] {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => return None,
        };
        (u32::from(c), end)
    };
    let next = if bytes.get(end) == Some(&b';') { end + 1 } else { end };
    let c = char::from_u32(code).ok_or_else(|| {
        "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
            .to_owned()
    });
    Some((c, next))
}

fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\r' | b'\n' | b'\0' | 0x0b)
}
