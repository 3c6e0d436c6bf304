//! Telegram's HTML to text and entities.
//!
//! Follows `parse_html` of the official server (td/telegram/MessageEntity.cpp) step by step, so that what it accepts,
//! what it refuses, and the byte offsets in its error texts are the same.

use super::{
    Formatted, Kind, date, link,
    source::{Draft, Source, is_space},
};

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
    "tg-time",
    "span",
    "pre",
    "code",
    "blockquote",
];

/// An open tag.
struct Open {
    name: String,
    /// What the attribute says that its kind of tag has.
    argument: String,
    /// The moment of a `tg-time`.
    unix: i32,
    /// Where its text begins, in UTF-16 code units.
    offset: usize,
    /// Where its text begins in the result, in bytes.
    start: usize,
}

struct Parser<'a> {
    source: Source<'a>,
    draft: Draft,
    /// For each entity, the language of a code tag, until it is known whether a pre tag stands around it.
    languages: Vec<String>,
    open: Vec<Open>,
    /// Whether half of a surrogate pair was referred to.
    broken: bool,
}

/// Parses `source`; the error is the text that follows "can't parse entities: ".
pub(crate) fn parse_html(source: &str) -> Result<Formatted, String> {
    let source = Source(source);
    let mut parser = Parser { source, draft: Draft::default(), languages: Vec::new(), open: Vec::new(), broken: false };
    let mut at = 0;
    while at < source.len() {
        at = match (source.at(at), source.at(at + 1)) {
            (b'<', b'/') => parser.end_tag(at)?,
            (b'<', _) => parser.start_tag(at)?,
            _ => {
                let (c, next) = parser.character(at);
                parser.draft.push(c);
                next
            }
        }
    }
    if let Some(open) = parser.open.last() {
        return Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.name));
    }
    if parser.broken {
        let reason = "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched \
                      surrogate code units";
        return Err(reason.into());
    }
    Ok(parser.draft.done())
}

impl Parser<'_> {
    /// Reads a character or a reference to one; gives it and the position after it.
    fn character(&mut self, at: usize) -> (char, usize) {
        if self.source.at(at) == b'&'
            && let Some((code, next)) = reference(self.source, at)
        {
            self.broken |= char::from_u32(code).is_none();
            return (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), next);
        }
        let c = self.source.char_at(at);
        (c, at + c.len_utf8())
    }

    /// Reads the start tag at `begin`; gives the position after it.
    fn start_tag(&mut self, begin: usize) -> Result<usize, String> {
        let source = self.source;
        let mut at = source.until(begin + 1, |b| is_space(b.into()) || b == b'>');
        if source.at(at) == 0 {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        let name = source.part(begin + 1, at).to_ascii_lowercase();
        if !TAGS.contains(&name.as_str()) {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {begin}"));
        }
        let unclosed = format!("Unclosed start tag \"{name}\" at byte offset {begin}");
        let (mut argument, mut unix) = (String::new(), 0);
        loop {
            at = self.skip_space(at);
            if source.at(at) == b'>' {
                break;
            }
            let end = source.until(at, |b| is_space(b.into()) || b"=>/\"'".contains(&b));
            let attribute = source.part(at, end);
            if attribute.is_empty() {
                return Err(format!("Empty attribute name in the tag \"{name}\" at byte offset {begin}"));
            }
            at = self.skip_space(end);
            let mut value = String::new();
            match source.at(at) {
                b'=' => {
                    at = self.skip_space(at + 1);
                    if source.at(at) == 0 {
                        return Err(unclosed);
                    }
                    (value, at) = self.attribute_value(at, begin)?;
                }
                0 => return Err(unclosed),
                _ if attribute != "expandable" => continue,
                _ => {}
            }
            match (name.as_str(), attribute) {
                ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "format") => argument = value,
                ("tg-time", "unix") => unix = leading_number(&value),
                ("code", "class") => argument = value.strip_prefix("language-").map(str::to_owned).unwrap_or(argument),
                ("span", "class") => argument = value.strip_prefix("tg-").map(str::to_owned).unwrap_or(argument),
                ("blockquote", "expandable") => argument = "1".into(),
                _ => {}
            }
        }
        if name == "span" && argument != "spoiler" {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.open.push(Open { name, argument, unix, offset: self.draft.units, start: self.draft.text.len() });
        Ok(at + 1)
    }

    /// Reads an attribute's value at `at`; gives it and the position after it, where the tag must go on.
    fn attribute_value(&mut self, at: usize, begin: usize) -> Result<(String, usize), String> {
        let quote = self.source.at(at);
        let mut value = String::new();
        let mut end = at;
        if quote == b'"' || quote == b'\'' {
            end += 1;
            while self.source.at(end) != quote && end < self.source.len() {
                let c;
                (c, end) = self.character(end);
                value.push(c);
            }
            end += 1;
        } else {
            end = self.source.until(at, |b| !b.is_ascii_alphanumeric() && b != b'.' && b != b'-');
            value = self.source.part(at, end).to_ascii_lowercase();
            if !is_space(self.source.at(end).into()) && self.source.at(end) != b'>' {
                return Err(format!("Unexpected end of name token at byte offset {at}"));
            }
        }
        match self.source.at(end) {
            0 => Err(format!("Unclosed start tag at byte offset {begin}")),
            _ => Ok((value, end)),
        }
    }

    /// Reads the end tag at `begin`; gives the position after it.
    fn end_tag(&mut self, begin: usize) -> Result<usize, String> {
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        let end = self.source.until(begin + 2, |b| is_space(b.into()) || b == b'>');
        let found = self.source.part(begin + 2, end).to_ascii_lowercase();
        let at = self.skip_space(end);
        if self.source.at(at) != b'>' {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        if !found.is_empty() && found != open.name {
            let expected = &open.name;
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{expected}>\", found \"</{found}>\""
            ));
        }
        if self.draft.units > open.offset {
            self.close(open)?;
        }
        Ok(at + 1)
    }

    /// Adds the entity of a tag that has text in it.
    fn close(&mut self, open: Open) -> Result<(), String> {
        let (offset, length) = (open.offset, self.draft.units - open.offset);
        let mut language = String::new();
        let last = self.draft.entities.last_mut().filter(|last| last.offset == offset && last.length == length);
        let kind = match open.name.as_str() {
            "b" | "strong" => Kind::Bold,
            "i" | "em" => Kind::Italic,
            "u" | "ins" => Kind::Underline,
            "s" | "strike" | "del" => Kind::Strikethrough,
            "span" | "tg-spoiler" => Kind::Spoiler,
            "blockquote" if open.argument.is_empty() => Kind::Blockquote,
            "blockquote" => Kind::ExpandableBlockquote,
            "tg-emoji" => {
                let id = link::emoji_id(&open.argument).ok_or("Invalid custom emoji identifier specified")?;
                Kind::CustomEmoji { id }
            }
            "tg-time" => {
                let format = date::format(&open.argument).ok_or("Invalid date format used")?;
                if open.unix <= 0 {
                    return Ok(());
                }
                Kind::DateTime { unix: open.unix, format }
            }
            "pre" => match (last, self.languages.last()) {
                (Some(last), Some(known)) if last.kind == Kind::Code && !known.is_empty() => {
                    last.kind = Kind::pre(known);
                    return Ok(());
                }
                _ => Kind::Pre { language: None },
            },
            "code" => match last {
                Some(last) if matches!(last.kind, Kind::Pre { language: None }) && !open.argument.is_empty() => {
                    last.kind = Kind::pre(&open.argument);
                    return Ok(());
                }
                _ => {
                    language = open.argument;
                    Kind::Code
                }
            },
            // A link without an address has it for its text.
            _ => match link::linked(if open.argument.is_empty() {
                &self.draft.text[open.start..]
            } else {
                &open.argument
            }) {
                Some(kind) => kind,
                None => return Ok(()),
            },
        };
        self.draft.mark(offset, kind);
        self.languages.push(language);
        Ok(())
    }

    fn skip_space(&self, at: usize) -> usize {
        self.source.until(at, |b| !is_space(b.into()))
    }
}

/// The number at the start of `text`, 0 when there is none that fits.
fn leading_number(text: &str) -> i32 {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().unwrap_or(0)
}

/// Reads a character reference at `at`, where `&` stands: the code point and the position after it.
/// `None` when none of those that Telegram knows stands there.
fn reference(source: Source<'_>, at: usize) -> Option<(u32, usize)> {
    let (code, end) = if source.at(at + 1) == b'#' {
        let (start, radix) = if source.at(at + 2) == b'x' { (at + 3, 16) } else { (at + 2, 10) };
        let end = source.until(start, |b| !char::from(b).is_digit(radix));
        let code = u32::from_str_radix(source.part(start, end), radix).ok()?;
        if code == 0 || code >= 0x10_ffff || end - at >= 10 {
            return None;
        }
        (code, end)
    } else {
        let end = source.until(at + 1, |b| !b.is_ascii_alphabetic());
        let c = match source.part(at + 1, end) {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => return None,
        };
        (u32::from(c), end)
    };
    Some((code, if source.at(end) == b';' { end + 1 } else { end }))
}
