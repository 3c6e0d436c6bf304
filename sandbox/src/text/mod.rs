//! Formatted text: what a message says, and which parts of it are bold, links, commands.
//!
//! Pure. Offsets and lengths count UTF-16 code units, as the Bot API counts them.

mod detect;
mod fix;
mod html;
#[cfg(test)]
mod html_tests;
mod print;

use serde_json::{Map, Value};

pub(crate) use fix::{TextError, finish, finish_caption, finish_quote};
pub(crate) use html::parse_html;
pub(crate) use print::to_html;

/// A text and its entities, sorted by offset, the longer one first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Formatted {
    pub(crate) text: String,
    pub(crate) entities: Vec<Entity>,
}

/// A part of a text that has a meaning or a look of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entity {
    /// The first UTF-16 code unit.
    pub(crate) offset: usize,
    /// The number of UTF-16 code units.
    pub(crate) length: usize,
    pub(crate) kind: Kind,
}

/// What an entity is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Code,
    Pre { language: Option<String> },
    Blockquote,
    ExpandableBlockquote,
    TextLink { url: String },
    TextMention { user: i64 },
    CustomEmoji { id: String },
    Mention,
    Hashtag,
    BotCommand,
    Url,
}

impl Entity {
    /// The first code unit after the entity.
    pub(crate) fn end(&self) -> usize {
        self.offset + self.length
    }

    /// The entity as the Bot API writes it; `user` gives the published form of a person for a text mention.
    pub(crate) fn to_json(&self, user: impl Fn(i64) -> Value) -> Value {
        let mut map = Map::new();
        map.insert("offset".into(), self.offset.into());
        map.insert("length".into(), self.length.into());
        map.insert("type".into(), self.kind.name().into());
        match &self.kind {
            Kind::Pre { language: Some(language) } => drop(map.insert("language".into(), language.as_str().into())),
            Kind::TextLink { url } => drop(map.insert("url".into(), url.as_str().into())),
            Kind::TextMention { user: id } => drop(map.insert("user".into(), user(*id))),
            Kind::CustomEmoji { id } => drop(map.insert("custom_emoji_id".into(), id.as_str().into())),
            _ => {}
        }
        Value::Object(map)
    }

    /// An entity as a bot sends it in `entities`. `None` for one that a bot cannot set, as Telegram passes over those.
    pub(crate) fn from_json(value: &Value) -> Option<Self> {
        let number = |name: &str| value.get(name)?.as_u64().and_then(|n| usize::try_from(n).ok());
        let string = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let kind = match value.get("type")?.as_str()? {
            "bold" => Kind::Bold,
            "italic" => Kind::Italic,
            "underline" => Kind::Underline,
            "strikethrough" => Kind::Strikethrough,
            "spoiler" => Kind::Spoiler,
            "code" => Kind::Code,
            "pre" => Kind::Pre { language: string("language").filter(|l| !l.is_empty()) },
            "blockquote" => Kind::Blockquote,
            "expandable_blockquote" => Kind::ExpandableBlockquote,
            "text_link" => Kind::TextLink { url: checked_link(&string("url")?)? },
            "text_mention" => Kind::TextMention { user: value.get("user")?.get("id")?.as_i64()? },
            "custom_emoji" => Kind::CustomEmoji { id: string("custom_emoji_id")? },
            _ => return None,
        };
        Some(Entity { offset: number("offset")?, length: number("length")?, kind })
    }
}

impl Kind {
    /// The published name.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Kind::Bold => "bold",
            Kind::Italic => "italic",
            Kind::Underline => "underline",
            Kind::Strikethrough => "strikethrough",
            Kind::Spoiler => "spoiler",
            Kind::Code => "code",
            Kind::Pre { .. } => "pre",
            Kind::Blockquote => "blockquote",
            Kind::ExpandableBlockquote => "expandable_blockquote",
            Kind::TextLink { .. } => "text_link",
            Kind::TextMention { .. } => "text_mention",
            Kind::CustomEmoji { .. } => "custom_emoji",
            Kind::Mention => "mention",
            Kind::Hashtag => "hashtag",
            Kind::BotCommand => "bot_command",
            Kind::Url => "url",
        }
    }

    /// A look that may be cut in pieces and joined without a change of meaning.
    fn is_style(&self) -> bool {
        matches!(self, Kind::Bold | Kind::Italic | Kind::Underline | Kind::Strikethrough | Kind::Spoiler)
    }

    fn is_quote(&self) -> bool {
        matches!(self, Kind::Blockquote | Kind::ExpandableBlockquote)
    }

    /// Nothing else may stand on text of this kind, save a quote around it.
    fn is_code(&self) -> bool {
        matches!(self, Kind::Code | Kind::Pre { .. })
    }

    /// The order of entities over the same text, as the official server has it: the lower comes first.
    fn rank(&self) -> u8 {
        match self {
            Kind::Blockquote | Kind::ExpandableBlockquote => 0,
            Kind::Pre { .. } => 11,
            Kind::Code => 20,
            Kind::TextLink { .. } | Kind::TextMention { .. } => 49,
            Kind::Mention | Kind::Hashtag | Kind::BotCommand | Kind::Url => 50,
            Kind::Bold => 90,
            Kind::Italic => 91,
            Kind::Underline => 92,
            Kind::Strikethrough => 93,
            Kind::Spoiler => 94,
            Kind::CustomEmoji { .. } => 99,
        }
    }
}

/// The number of UTF-16 code units of a text.
pub(crate) fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// A text by its UTF-16 code units, found in one pass, for as many parts as are asked for.
pub(crate) struct Units<'a> {
    text: &'a str,
    /// The byte at which each code unit begins, and the end. The second unit of a pair gets a byte inside the character,
    /// where no part can begin or end.
    bytes: Vec<usize>,
}

impl<'a> Units<'a> {
    /// The code units of `text`.
    pub(crate) fn of(text: &'a str) -> Self {
        let starts = text.char_indices().flat_map(|(byte, c)| byte..byte + c.len_utf16());
        Units { text, bytes: starts.chain([text.len()]).collect() }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.bytes.len() - 1
    }

    /// The part that an entity stands on; `None` when it lies outside, or ends or begins inside a character.
    pub(crate) fn part(&self, entity: &Entity) -> Option<&'a str> {
        self.text.get(*self.bytes.get(entity.offset)?..*self.bytes.get(entity.end())?)
    }
}

/// An address as Telegram keeps it: `http://` before a bare host, a slash after one. `None` for what is no address.
pub(crate) fn checked_link(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => match url.split_once(':') {
            Some((scheme, rest)) if ["tg", "ton", "mailto", "tel"].contains(&scheme) => {
                return (!rest.is_empty()).then(|| url.to_owned());
            }
            _ => ("http".to_owned(), url),
        },
    };
    if rest.is_empty() || rest.chars().any(char::is_whitespace) {
        return None;
    }
    match scheme.as_str() {
        "tg" | "ton" | "tonsite" => Some(format!("{scheme}://{rest}")),
        "http" | "https" | "ftp" => {
            let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let host = rest[..host_end].rsplit('@').next().unwrap_or_default();
            let name = host.split(':').next().unwrap_or_default();
            let sane = name.contains('.') && name.split('.').all(|label| !label.is_empty());
            let slash = if host_end == rest.len() { "/" } else { "" };
            sane.then(|| format!("{scheme}://{rest}{slash}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_as_telegram_keeps_it() {
        for (given, kept) in [
            ("https://example.kz/a?b=c", Some("https://example.kz/a?b=c")),
            ("example.kz", Some("http://example.kz/")),
            ("HTTPS://example.kz", Some("https://example.kz/")),
            ("http://127.0.0.1:80/x", Some("http://127.0.0.1:80/x")),
            ("http://localhost:80/x", None),
            ("tg://resolve?domain=x", Some("tg://resolve?domain=x")),
            ("javascript://alert", None),
            ("one two", None),
            ("word", None),
            ("http://", None),
            ("", None),
        ] {
            assert_eq!(checked_link(given).as_deref(), kept, "{given}");
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
}
