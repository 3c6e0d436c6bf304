//! Text and entities back to Telegram's MarkdownV2.

use super::{Entity, Formatted, Kind, markdown_v2::RESERVED, print::whole};

/// The MarkdownV2 that gives this text and these entities; what Telegram finds by itself is not marked.
///
/// MarkdownV2 knows quotes of whole lines only: another one is left out, and a look that covers the end of a quote's
/// last line but not all of the quote ends one character earlier.
pub(crate) fn to_markdown_v2(formatted: &Formatted) -> String {
    let mut printer = Printer::default();
    let mut coming = spans(formatted).into_iter().peekable();
    let mut at = 0;
    for c in formatted.text.chars().map(Some).chain([None]) {
        while let Some(entity) = printer.open.pop_if(|e| e.end() <= at) {
            printer.end(&entity.kind);
        }
        while let Some(entity) = coming.next_if(|e| e.offset <= at) {
            printer.begin(entity);
        }
        let Some(c) = c else { break };
        at += c.len_utf16();
        printer.character(c, at);
    }
    printer.text
}

/// A text in the making.
#[derive(Default)]
struct Printer {
    text: String,
    /// What is open, the innermost last.
    open: Vec<Entity>,
    last: Last,
}

/// What was printed last, where it matters for what comes next.
#[derive(Default, PartialEq, Eq)]
enum Last {
    #[default]
    Other,
    /// A mark for italic, which another underscore would make one for underline.
    Italic,
    /// The end of a quote, which goes on when another one begins.
    Quote,
}

impl Printer {
    fn begin(&mut self, entity: Entity) {
        match &entity.kind {
            Kind::Code => self.mark("`"),
            Kind::Pre { language } => self.mark(&format!("```{}\n", language.as_deref().unwrap_or_default())),
            Kind::TextLink { .. } | Kind::TextMention { .. } => self.mark("["),
            Kind::CustomEmoji { .. } | Kind::DateTime { .. } => self.mark("!["),
            Kind::Blockquote | Kind::ExpandableBlockquote => self.mark(">"),
            kind => self.mark(style_mark(kind)),
        }
        self.open.push(entity);
    }

    fn end(&mut self, kind: &Kind) {
        match kind {
            Kind::Code => self.mark("`"),
            Kind::Pre { .. } => self.mark("```"),
            Kind::TextLink { url } => self.mark(&format!("]({})", url.replace('\\', r"\\").replace(')', r"\)"))),
            Kind::TextMention { user } => self.mark(&format!("](tg://user?id={user})")),
            Kind::CustomEmoji { id } => self.mark(&format!("](tg://emoji?id={id})")),
            Kind::DateTime { unix, format } if format.is_empty() => self.mark(&format!("](tg://time?unix={unix})")),
            Kind::DateTime { unix, format } => self.mark(&format!("](tg://time?unix={unix}&format={format})")),
            Kind::ExpandableBlockquote if self.last != Last::Quote => self.mark("||"),
            // The end of its last line ends it.
            Kind::Blockquote | Kind::ExpandableBlockquote => {}
            kind => self.mark(style_mark(kind)),
        }
    }

    /// Prints a character that ends at the code unit `end`.
    fn character(&mut self, c: char, end: usize) {
        let in_code = self.open.last().is_some_and(|e| matches!(e.kind, Kind::Code | Kind::Pre { .. }));
        if c == '\\' || if in_code { c == '`' } else { RESERVED.contains(c) } {
            self.text.push('\\');
        }
        self.last = Last::Other;
        match self.open.iter().find(|e| e.kind.is_quote()) {
            Some(quote) if c == '\n' && !in_code => {
                if end < quote.end() {
                    self.text.push_str("\n>");
                } else {
                    self.text.push_str(if quote.kind == Kind::Blockquote { "\n" } else { "||\n" });
                    self.last = Last::Quote;
                }
            }
            _ => self.text.push(c),
        }
    }

    fn mark(&mut self, mark: &str) {
        let joins = match self.last {
            Last::Other => false,
            Last::Italic => mark.starts_with('_'),
            Last::Quote => mark == ">",
        };
        if joins {
            // Marks around nothing keep apart what stands before and after them.
            let in_bold = self.open.last().is_some_and(|e| e.kind == Kind::Bold);
            self.text.push_str(if in_bold { "~~" } else { "**" });
        }
        self.text.push_str(mark);
        self.last = if mark == "_" { Last::Italic } else { Last::Other };
    }
}

fn style_mark(kind: &Kind) -> &'static str {
    match kind {
        Kind::Bold => "*",
        Kind::Italic => "_",
        Kind::Underline => "__",
        Kind::Strikethrough => "~",
        _ => "||",
    }
}

/// What is to be marked, the outer before the inner.
fn spans(formatted: &Formatted) -> Vec<Entity> {
    let lines = Lines::of(formatted);
    let sayable =
        formatted.entities.iter().filter_map(|e| if e.kind.is_quote() { lines.quote(e) } else { Some(e.clone()) });
    let entities: Vec<_> = sayable.collect();
    let quotes: Vec<_> = entities.iter().filter(|e| e.kind.is_quote()).cloned().collect();
    // The quote that the end of the text ends: nothing that lies around it can be closed after it.
    let last = quotes.last().filter(|quote| !lines.ends(quote.end() - 1)).map(|quote| quote.offset);
    let mut spans = whole(&entities, last);
    for span in spans.iter_mut().filter(|e| e.kind.is_style()) {
        let inside = |quote: &&Entity| quote.offset < span.offset && quote.end() == span.end();
        if quotes.iter().find(inside).is_some_and(|quote| lines.ends(quote.end() - 1)) {
            span.length -= 1;
        }
    }
    spans.retain(|e| e.length > 0);
    // A look over all of a quote, its last newline too, stands around it.
    let inner = |e: &Entity| e.kind.is_quote() && lines.ends(e.end() - 1);
    spans.sort_by_key(|e| (e.offset, usize::MAX - e.length, inner(e), e.kind.rank()));
    spans
}

/// Where the lines of a text end.
struct Lines<'a> {
    formatted: &'a Formatted,
    units: Vec<u16>,
}

impl<'a> Lines<'a> {
    fn of(formatted: &'a Formatted) -> Self {
        Lines { formatted, units: formatted.text.encode_utf16().collect() }
    }

    /// Whether a line ends with the code unit at `at`. A newline in code or in a link ends nothing.
    fn ends(&self, at: usize) -> bool {
        let within = |e: &Entity| !e.kind.is_style() && !e.kind.is_quote() && e.offset <= at && at < e.end();
        self.units.get(at) == Some(&u16::from(b'\n')) && !self.formatted.entities.iter().any(within)
    }

    /// The quote as whole lines, if it is that.
    fn quote(&self, quote: &Entity) -> Option<Entity> {
        let begins = quote.offset == 0 || self.ends(quote.offset - 1);
        let end = quote.end();
        let more = usize::from(!self.ends(end - 1) && self.ends(end));
        let ends = more == 1 || self.ends(end - 1) || end == self.units.len();
        (begins && ends).then(|| Entity { length: quote.length + more, ..quote.clone() })
    }
}
