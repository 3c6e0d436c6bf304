//! Formatted text: what a message says, and which parts of it are bold, links, commands.
//!
//! Pure. Offsets and lengths count UTF-16 code units, as the Bot API counts them.

mod clean;
mod date;
mod detect;
mod fix;
mod html;
mod json;
mod link;
mod markdown;
mod markdown_v2;
mod nest;
mod print;
mod print_markdown;
mod source;
#[cfg(test)]
mod tests;
mod urls;

pub(crate) use fix::{TextError, finish, finish_caption, finish_quote};
pub(crate) use html::parse_html;
pub(crate) use json::given;
pub(crate) use link::{check_link, checked_link};
pub(crate) use markdown::parse_markdown;
pub(crate) use markdown_v2::parse_markdown_v2;
pub(crate) use print::to_html;
pub(crate) use print_markdown::to_markdown_v2;

/// The rank of what Telegram finds by itself.
const FOUND: u8 = 50;

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
    Pre {
        language: Option<String>,
    },
    Blockquote,
    ExpandableBlockquote,
    TextLink {
        url: String,
    },
    TextMention {
        user: i64,
    },
    CustomEmoji {
        id: i64,
    },
    /// A moment that each reader sees in the own time zone; `format` is Telegram's `date_time_format`.
    DateTime {
        unix: i32,
        format: String,
    },
    Mention,
    Hashtag,
    Cashtag,
    BotCommand,
    Url,
    Email,
    PhoneNumber,
}

impl Entity {
    /// The first code unit after the entity.
    pub(crate) fn end(&self) -> usize {
        self.offset + self.length
    }
}

impl Kind {
    /// A block of code in this language, which may be empty.
    fn pre(language: &str) -> Self {
        Kind::Pre { language: Some(clean::clean(language)).filter(|language| !language.is_empty()) }
    }

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
            Kind::DateTime { .. } => "date_time",
            Kind::Mention => "mention",
            Kind::Hashtag => "hashtag",
            Kind::Cashtag => "cashtag",
            Kind::BotCommand => "bot_command",
            Kind::Url => "url",
            Kind::Email => "email",
            Kind::PhoneNumber => "phone_number",
        }
    }

    /// A look that may be cut in pieces and joined without a change of meaning.
    fn is_style(&self) -> bool {
        matches!(self, Kind::Bold | Kind::Italic | Kind::Underline | Kind::Strikethrough | Kind::Spoiler)
    }

    /// What Telegram finds by itself.
    fn is_found(&self) -> bool {
        self.rank() == FOUND
    }

    fn is_quote(&self) -> bool {
        matches!(self, Kind::Blockquote | Kind::ExpandableBlockquote)
    }

    /// No look may stand on text of this kind.
    fn is_plain(&self) -> bool {
        matches!(self, Kind::Code | Kind::Pre { .. } | Kind::DateTime { .. })
    }

    /// The order of entities over the same text, as the official server has it: the lower comes first.
    fn rank(&self) -> u8 {
        match self {
            Kind::Blockquote | Kind::ExpandableBlockquote => 0,
            Kind::Pre { language: Some(_) } => 10,
            Kind::Pre { language: None } => 11,
            Kind::Code => 20,
            Kind::DateTime { .. } => 30,
            Kind::TextLink { .. } | Kind::TextMention { .. } => 49,
            Kind::Mention
            | Kind::Hashtag
            | Kind::Cashtag
            | Kind::BotCommand
            | Kind::Url
            | Kind::Email
            | Kind::PhoneNumber => FOUND,
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
    fn count(&self) -> usize {
        self.bytes.len() - 1
    }

    /// The first byte after the character that a code unit lies inside of; `None` for a unit that begins one.
    fn broken_at(&self, unit: usize) -> Option<usize> {
        let byte = *self.bytes.get(unit)?;
        (byte..).find(|byte| self.text.is_char_boundary(*byte)).filter(|next| *next != byte)
    }

    /// The part that an entity stands on; `None` when it lies outside, or ends or begins inside a character.
    pub(crate) fn part(&self, entity: &Entity) -> Option<&'a str> {
        self.text.get(*self.bytes.get(entity.offset)?..*self.bytes.get(entity.end())?)
    }
}
