//! Telegram's MarkdownV2 to text and entities.
//!
//! Follows `parse_markdown_v2` of the official server (td/telegram/MessageEntity.cpp) step by step, so that what it
//! accepts, what it refuses, and the byte offsets in its error texts are the same.

use super::{
    Formatted, Kind, link,
    source::{Draft, Source, code_block},
};

/// What has a meaning outside of code.
pub(super) const RESERVED: &str = "_*[]()~`>#+-=|{}.!";

/// What an open mark begins.
#[derive(Clone, PartialEq, Eq)]
enum Mark {
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Code,
    Pre(Option<String>),
    Link,
    /// A custom emoji or a date.
    Emoji,
    Quote,
}

impl Mark {
    /// The name in error texts.
    fn name(&self) -> &'static str {
        match self {
            Mark::Bold => "Bold",
            Mark::Italic => "Italic",
            Mark::Underline => "Underline",
            Mark::Strikethrough => "Strikethrough",
            Mark::Spoiler => "Spoiler",
            Mark::Code => "Code",
            Mark::Pre(None) => "Pre",
            Mark::Pre(Some(_)) => "PreCode",
            Mark::Link => "TextUrl",
            Mark::Emoji => "CustomEmoji",
            Mark::Quote => "BlockQuote",
        }
    }

    fn is_code(&self) -> bool {
        matches!(self, Mark::Code | Mark::Pre(_))
    }
}

struct Open {
    mark: Mark,
    /// Where it begins in the source, in bytes.
    begin: usize,
    /// Where its text begins, in UTF-16 code units.
    offset: usize,
    /// Where its text begins in the result, in bytes.
    start: usize,
}

impl Open {
    fn unclosed(&self) -> String {
        format!("Can't find end of {} entity at byte offset {}", self.mark.name(), self.begin)
    }
}

struct Parser<'a> {
    source: Source<'a>,
    draft: Draft,
    open: Vec<Open>,
    /// Whether a quote is open.
    quote: bool,
    /// Whether a quote may begin here: nothing but marks stands before on the line.
    line_start: bool,
}

/// Parses `text`; the error is what follows "can't parse entities: ".
pub(crate) fn parse_markdown_v2(text: &str) -> Result<Formatted, String> {
    let mut parser =
        Parser { source: Source(text), draft: Draft::default(), open: Vec::new(), quote: false, line_start: true };
    let mut at = 0;
    while at < parser.source.len() {
        at = parser.step(at)?;
    }
    parser.end_quote_at_end();
    match parser.open.last() {
        Some(open) => Err(open.unclosed()),
        None => Ok(parser.draft.done()),
    }
}

impl Parser<'_> {
    /// Reads what stands at `at`; gives the position after it.
    fn step(&mut self, at: usize) -> Result<usize, String> {
        let (c, next) = (self.source.at(at), self.source.at(at + 1));
        if c == b'\\' && (1..=126).contains(&next) {
            self.draft.push(char::from(next));
            if next != b'\r' {
                self.line_start = next == b'\n';
            }
            return Ok(at + 2);
        }
        let in_code = self.open.last().is_some_and(|open| open.mark.is_code());
        let special = if in_code { c == b'`' } else { c == b'\n' || RESERVED.as_bytes().contains(&c) };
        if !special {
            let c = self.source.char_at(at);
            self.draft.push(c);
            if c != '\r' {
                self.line_start = false;
            }
            return Ok(at + c.len_utf8());
        }
        match self.open.pop_if(|open| ends(self.source, self.quote, &open.mark, at)) {
            Some(open) => self.end(open, at),
            None => self.begin(at),
        }
    }

    /// Opens what the mark at `begin` begins; gives the position after the mark.
    fn begin(&mut self, begin: usize) -> Result<usize, String> {
        let source = self.source;
        let (mark, at) = match source.at(begin) {
            b'_' if source.has(begin, "__") => (Mark::Underline, begin + 2),
            b'_' => (Mark::Italic, begin + 1),
            b'*' => (Mark::Bold, begin + 1),
            b'~' => (Mark::Strikethrough, begin + 1),
            b'|' if source.has(begin, "||") => (Mark::Spoiler, begin + 2),
            b'[' => (Mark::Link, begin + 1),
            b'`' if source.has(begin, "```") => {
                let (at, language) = code_block(source, begin + 3);
                (Mark::Pre(language), at)
            }
            b'`' => (Mark::Code, begin + 1),
            b'!' if source.has(begin, "![") => (Mark::Emoji, begin + 2),
            b'\n' => {
                self.draft.push('\n');
                self.line_start = true;
                return Ok(begin + 1);
            }
            b'>' if self.line_start && self.quote => return Ok(begin + 1),
            b'>' if self.line_start => {
                self.quote = true;
                (Mark::Quote, begin + 1)
            }
            c => {
                let c = char::from(c);
                return Err(format!("Character '{c}' is reserved and must be escaped with the preceding '\\'"));
            }
        };
        self.open.push(Open { mark, begin, offset: self.draft.units, start: self.draft.text.len() });
        Ok(at)
    }

    /// Closes `open` by the mark at `at`; gives the position after it.
    fn end(&mut self, open: Open, at: usize) -> Result<usize, String> {
        if self.quote && self.source.at(at) == b'\n' {
            return self.end_quote(open, at);
        }
        let (kind, next) = match open.mark {
            Mark::Bold => (Some(Kind::Bold), at + 1),
            Mark::Italic => (Some(Kind::Italic), at + 1),
            Mark::Strikethrough => (Some(Kind::Strikethrough), at + 1),
            Mark::Code => (Some(Kind::Code), at + 1),
            Mark::Underline => (Some(Kind::Underline), at + 2),
            Mark::Spoiler => (Some(Kind::Spoiler), at + 2),
            Mark::Pre(language) => (Some(Kind::pre(language.as_deref().unwrap_or_default())), at + 3),
            Mark::Link if self.source.at(at + 1) == b'(' => {
                let (url, next) = self.url(at + 2)?;
                (link::linked(&url), next)
            }
            Mark::Link => (link::linked(&self.draft.text[open.start..]), at + 1),
            Mark::Emoji if self.source.at(at + 1) == b'(' => {
                let (url, next) = self.url(at + 2)?;
                let kind = link::emoji_or_date(&url).ok_or("Invalid tg://emoji or tg://time URL specified")?;
                (Some(kind), next)
            }
            Mark::Emoji => return Err("The entity must contain a tg://emoji or tg://time URL".into()),
            // A quote ends with its line, see `end_quote`.
            Mark::Quote => (None, at),
        };
        if let Some(kind) = kind {
            self.draft.mark(open.offset, kind);
        }
        Ok(next)
    }

    /// Reads an address up to its bracket; gives it and the position after the bracket.
    fn url(&self, begin: usize) -> Result<(String, usize), String> {
        let mut url = String::new();
        let mut at = begin;
        while at < self.source.len() {
            match self.source.char_at(at) {
                ')' => return Ok((url, at + 1)),
                '\\' if (1..=126).contains(&self.source.at(at + 1)) => {
                    url.push(char::from(self.source.at(at + 1)));
                    at += 2;
                }
                c => {
                    url.push(c);
                    at += c.len_utf8();
                }
            }
        }
        Err(format!("Can't find end of a URL at byte offset {begin}"))
    }

    /// Closes a quote by the end of its last line at `at`; two bars before make it an expandable one.
    fn end_quote(&mut self, mut open: Open, at: usize) -> Result<usize, String> {
        let mut kind = Kind::Blockquote;
        if open.mark == Mark::Spoiler {
            let bars = open.begin + 2;
            if bars != at && !(bars + 1 == at && self.draft.text.ends_with('\r')) {
                return Err(open.unclosed());
            }
            open = self.open.pop().expect("a quote lies under what is open in it");
            kind = Kind::ExpandableBlockquote;
        }
        if open.mark != Mark::Quote {
            return Err(open.unclosed());
        }
        self.quote = false;
        self.line_start = true;
        self.draft.push('\n');
        self.draft.mark(open.offset, kind);
        Ok(at + 1)
    }

    /// Closes a quote whose last line is the last one of the text.
    fn end_quote_at_end(&mut self) {
        let last = self.source.len();
        let bars = self.open.pop_if(|open| self.quote && open.mark == Mark::Spoiler && open.begin + 2 == last);
        if let Some(quote) = self.open.pop_if(|open| open.mark == Mark::Quote) {
            let kind = if bars.is_some() { Kind::ExpandableBlockquote } else { Kind::Blockquote };
            self.draft.mark(quote.offset, kind);
        }
    }
}

/// Whether the special character at `at` ends the innermost open mark; the end of a quote's last line ends all.
fn ends(source: Source<'_>, quote: bool, innermost: &Mark, at: usize) -> bool {
    let c = source.at(at);
    if quote && c == b'\n' && source.at(at + 1) != b'>' {
        return true;
    }
    match innermost {
        Mark::Bold => c == b'*',
        Mark::Italic => c == b'_' && source.at(at + 1) != b'_',
        Mark::Underline => source.has(at, "__"),
        Mark::Strikethrough => c == b'~',
        Mark::Spoiler => source.has(at, "||"),
        Mark::Code => c == b'`',
        Mark::Pre(_) => source.has(at, "```"),
        Mark::Link | Mark::Emoji => c == b']',
        Mark::Quote => false,
    }
}
