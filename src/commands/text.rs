//! Telegram's HTML, built so that everything is escaped, tags always close, and the length that people see is known;
//! and long texts split into pages or shortened, never inside a word that could stay whole.

use std::borrow::Cow;
use std::ops::Range;

/// The most characters that a message may have after its entities are parsed (TELEGRAM.md).
pub(super) const MESSAGE: usize = 4_096;

/// The most characters of running text on one page of a message: comfortable on a phone,
/// and leaves room for what stands around it.
pub(super) const PAGE: usize = 2_500;

/// The most characters of a name, a title or a label among other lines.
pub(super) const LINE: usize = 200;

/// A message under construction.
#[derive(Debug, Default)]
pub(super) struct Html {
    html: String,
    visible: usize,
}

impl Html {
    /// Adds plain words.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.visible += text.chars().count();
        escape(text, &mut self.html);
        self
    }

    /// Adds bold words.
    pub(super) fn bold(&mut self, text: &str) -> &mut Self {
        self.tagged("<b>", text, "</b>")
    }

    /// Adds words in italics.
    pub(super) fn italic(&mut self, text: &str) -> &mut Self {
        self.tagged("<i>", text, "</i>")
    }

    /// Adds words whose letters are equally wide, and which a tap copies.
    pub(super) fn code(&mut self, text: &str) -> &mut Self {
        self.tagged("<code>", text, "</code>")
    }

    /// Adds words in a style.
    pub(super) fn styled(&mut self, text: &str, style: Style) -> &mut Self {
        let (open, close) = style.tags();
        self.tagged(open, text, close)
    }

    /// Adds words that lead to an address.
    pub(super) fn link(&mut self, text: &str, address: &str) -> &mut Self {
        self.html.push_str("<a href=\"");
        escape(address, &mut self.html);
        self.tagged("\">", text, "</a>")
    }

    /// Adds a passage that leads to an address, its marked words standing out.
    pub(super) fn link_passage(&mut self, passage: &Passage<'_>, address: &str) -> &mut Self {
        self.html.push_str("<a href=\"");
        escape(address, &mut self.html);
        self.html.push_str("\">");
        self.passage(passage, passage.whole());
        self.html.push_str("</a>");
        self
    }

    /// Adds a page of a passage, its marked words standing out.
    pub(super) fn passage(&mut self, passage: &Passage<'_>, page: Range<usize>) -> &mut Self {
        let mut from = page.start;
        for mark in &passage.marks {
            let (start, end) = (mark.start.max(from), mark.end.min(page.end));
            if start < end {
                let (open, close) = passage.style.tags();
                self.text(&passage.text[from..start]).tagged(open, &passage.text[start..end], close);
                from = end;
            }
        }
        self.text(&passage.text[from..page.end])
    }

    /// Adds a page of a passage as a quotation; a long one is folded until somebody taps it.
    pub(super) fn quotation(&mut self, passage: &Passage<'_>, page: Range<usize>) -> &mut Self {
        const SHORT: usize = 300;
        let long = passage.text[page.clone()].chars().nth(SHORT).is_some();
        self.html.push_str(if long { "<blockquote expandable>" } else { "<blockquote>" });
        self.passage(passage, page);
        self.html.push_str("</blockquote>");
        self
    }

    /// How many characters people see.
    pub(super) fn visible(&self) -> usize {
        self.visible
    }

    /// The message's text.
    pub(super) fn finish(self) -> String {
        debug_assert!(self.visible() <= MESSAGE, "{} characters: {}", self.visible, self.html);
        self.html
    }

    fn tagged(&mut self, open: &str, text: &str, close: &str) -> &mut Self {
        self.html.push_str(open);
        self.text(text);
        self.html.push_str(close);
        self
    }
}

/// Writes a text so that no character of it is taken for markup, also between double quotation marks.
fn escape(text: &str, html: &mut String) {
    html.reserve(text.len());
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            _ => continue,
        };
        html.push_str(&text[from..at]);
        html.push_str(entity);
        from = at + 1;
    }
    html.push_str(&text[from..]);
}

/// A text that may be longer than a message, with words in it that are to stand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage<'a> {
    /// The whole text.
    pub(super) text: Cow<'a, str>,
    /// What stands out: byte ranges in order, which do not overlap.
    pub(super) marks: Vec<Range<usize>>,
    /// How it stands out.
    pub(super) style: Style,
}

/// How words stand out among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Style {
    /// What was looked for.
    #[default]
    Bold,
    /// What another text lacks.
    Underlined,
    /// What stands in another text only.
    Struck,
}

impl Style {
    const fn tags(self) -> (&'static str, &'static str) {
        match self {
            Self::Bold => ("<b>", "</b>"),
            Self::Underlined => ("<u>", "</u>"),
            Self::Struck => ("<s>", "</s>"),
        }
    }
}

impl<'a> Passage<'a> {
    /// A text in which nothing stands out.
    pub(super) fn plain(text: impl Into<Cow<'a, str>>) -> Self {
        Self::marked(text, Vec::new())
    }

    /// A text in which some words are bold.
    pub(super) fn marked(text: impl Into<Cow<'a, str>>, marks: Vec<Range<usize>>) -> Self {
        Self { text: text.into(), marks, style: Style::Bold }
    }

    /// The same with its words standing out in this style.
    pub(super) fn styled(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// The part in which the first marked words stand, in about `limit` characters; the text as it is where all of it fits.
    pub(super) fn excerpt(self, limit: usize) -> Self {
        match self.text.chars().nth(limit) {
            None => self,
            Some(_) => {
                let Passage { text, marks, .. } = excerpt(&self.text, &self.marks, limit);
                Self { text: text.into_owned().into(), marks, style: self.style }
            }
        }
    }

    /// The whole text, as one page.
    pub(super) fn whole(&self) -> Range<usize> {
        0..self.text.len()
    }

    /// The first page of at most `limit` characters, and whether more follows it.
    pub(super) fn first_page(&self, limit: usize) -> (Range<usize>, bool) {
        let start = self.text.len() - self.text.trim_start().len();
        let rest = self.text[start..].trim_end();
        let end = head(rest, limit);
        (start..start + rest[..end].trim_end().len(), end < rest.len())
    }

    /// The text in pages of at most `limit` characters; at least one. Only the white space where it is split stands on no page.
    pub(super) fn pages(&self, limit: usize) -> Vec<Range<usize>> {
        let mut pages = Vec::new();
        let mut start = 0;
        loop {
            let rest = &self.text[start..];
            start += rest.len() - rest.trim_start().len();
            let rest = rest.trim();
            if rest.is_empty() && !pages.is_empty() {
                return pages;
            }
            let end = start + head(rest, limit);
            pages.push(start..start + self.text[start..end].trim_end().len());
            if end == start + rest.len() {
                return pages;
            }
            start = end;
        }
    }
}

/// How many bytes of a text fit `limit` characters: all, or up to the end of a paragraph if more than half fits so, or up to
/// the end of a word; only a word longer than the limit is split.
fn head(text: &str, limit: usize) -> usize {
    // A character has at least one byte.
    if text.len() <= limit {
        return text.len();
    }
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.len() };
    // The white space after the last character that fits ends a word as well.
    let reach = end + text[end..].chars().next().map_or(0, char::len_utf8);
    if let Some(paragraph) = text[..end].rfind('\n').filter(|place| *place > end / 2) {
        return paragraph;
    }
    match text[..reach].rfind(char::is_whitespace) {
        Some(place) if place > 0 => place,
        _ => split_word(text, end),
    }
}

/// The place nearest to `end`, not after it, where a word can be split without parting an accent or a joined sign from its base.
fn split_word(text: &str, end: usize) -> usize {
    let joins = |character: char| matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    let after = |place: usize| text[place..].chars().next();
    let before = |place: usize| text[..place].chars().next_back();
    // A run of joining signs longer than this is no writing; it may be split anywhere.
    const NEAR: usize = 16;
    let places = text[..end].char_indices().rev().map(|(place, _)| place).take(NEAR);
    let whole = |place: &usize| *place > 0 && !after(*place).is_some_and(joins) && before(*place) != Some('\u{200d}');
    std::iter::once(end).chain(places).find(whole).unwrap_or(end)
}

/// A text in one line of at most `limit` characters; an ellipsis shows that it goes on.
pub(super) fn line(text: &str, limit: usize) -> Cow<'_, str> {
    let one_line = text.trim() == text && !text.contains(|c: char| c.is_whitespace() && c != ' ' && c != '\u{a0}');
    let text: Cow<'_, str> =
        if one_line { text.into() } else { text.split_whitespace().collect::<Vec<_>>().join(" ").into() };
    if text.chars().nth(limit).is_none() {
        return text;
    }
    let end = head(&text, limit - 1);
    format!("{}…", text[..end].trim_end()).into()
}

/// A part of a text in one line, of about `limit` characters, in which the first marked words stand; an ellipsis shows where
/// it goes on. The marks stand out.
pub(super) fn excerpt<'a>(text: &'a str, marks: &[Range<usize>], limit: usize) -> Passage<'a> {
    let text = text.trim_end();
    let mut start = 0;
    if let Some(mark) = marks.first()
        && text.chars().nth(limit).is_some()
        && text[..mark.end].chars().nth(limit * 2 / 3).is_some()
    {
        // A third of it stands before the first marked word, from a word's beginning on.
        let before = text[..mark.start].char_indices().rev().nth(limit / 3).map_or(0, |(place, _)| place);
        start = text[before..mark.start].find(char::is_whitespace).map_or(mark.start, |space| before + space);
        start += text[start..].len() - text[start..].trim_start().len();
    }
    let end = start + head(&text[start..], limit);
    let shown = text[start..end].trim_end();
    let opening = if start > 0 { "…" } else { "" };
    let closing = if end < text.len() { "…" } else { "" };
    let within = marks.iter().filter(|mark| start <= mark.start && mark.end <= start + shown.len());
    let marks = within.map(|mark| mark.start - start + opening.len()..mark.end - start + opening.len()).collect();
    // White space keeps its length in bytes, so that the marks stay where they are.
    let shown: String = shown.chars().map(|c| if matches!(c, '\n' | '\t' | '\r') { ' ' } else { c }).collect();
    Passage::marked(format!("{opening}{shown}{closing}"), marks)
}

/// What stands on a button: one short line, never blank.
pub(super) fn label(text: &str) -> String {
    const BUTTON: usize = 48;
    let text = line(text, BUTTON);
    if is_blank(&text) { "…".to_owned() } else { text.into_owned() }
}

/// Whether Telegram would find nothing to see in a text.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|character| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use std::ops::Range;

    use super::{Html, Passage, excerpt, is_blank, label, line};

    #[test]
    fn everything_is_escaped_and_counted_as_people_see_it() {
        let mut html = Html::default();
        html.text("a<b&").bold("\"x\"").link("t", "https://a.b/?c=\"&d");
        assert_eq!(html.visible(), 8);
        let expected = "a&lt;b&amp;<b>&quot;x&quot;</b><a href=\"https://a.b/?c=&quot;&amp;d\">t</a>";
        assert_eq!(html.finish(), expected);
    }

    #[test]
    fn marked_words_are_bold_on_each_page() {
        let passage = Passage::marked("one two three", Vec::from([2..5, 5..9]));
        let page = |range| {
            let mut html = Html::default();
            html.passage(&passage, range);
            html.finish()
        };
        assert_eq!(page(0..13), "on<b>e t</b><b>wo t</b>hree");
        assert_eq!(page(0..3), "on<b>e</b>");
        assert_eq!(page(4..7), "<b>t</b><b>wo</b>");
        assert_eq!(page(10..13), "ree");
    }

    #[test]
    fn a_page_ends_with_a_paragraph_or_a_word() {
        let cases: [(&str, usize, &[&str]); 9] = [
            ("", 5, &[""]),
            ("  ", 5, &[""]),
            ("one two", 10, &["one two"]),
            ("one two", 3, &["one", "two"]),
            ("one two", 5, &["one", "two"]),
            ("one two\nthree four", 11, &["one two", "three four"]),
            ("first one\n\nsecond", 12, &["first one", "second"]),
            ("abcdefgh", 3, &["abc", "def", "gh"]),
            ("e\u{301}e\u{301}e\u{301}", 3, &["e\u{301}", "e\u{301}", "e\u{301}"]),
        ];
        for (text, limit, expected) in cases {
            let passage = Passage::plain(text);
            let pages: Vec<&str> = passage.pages(limit).into_iter().map(|page| &passage.text[page]).collect();
            assert_eq!(pages, expected, "{text:?}");
        }
    }

    #[test]
    fn an_excerpt_has_the_first_marked_words() {
        let cases = [
            ("one two three", &[(4, 7)][..], 20, "one <b>two</b> three"),
            ("one two three four five six seven", &[(24, 27)], 18, "…five <b>six</b> seven"),
            ("one two three four five six seven", &[(4, 7), (24, 27)], 18, "one <b>two</b> three four…"),
            ("one two three four five", &[], 9, "one two…"),
            ("one\ntwo", &[(4, 7)], 9, "one <b>two</b>"),
            ("", &[], 9, ""),
        ];
        for (text, marks, limit, expected) in cases {
            let marks: Vec<Range<usize>> = marks.iter().map(|(start, end)| *start..*end).collect();
            let passage = excerpt(text, &marks, limit);
            let mut html = Html::default();
            html.passage(&passage, passage.whole());
            assert_eq!(html.finish(), expected, "{text}");
        }
    }

    #[test]
    fn a_line_is_one_line_and_shows_that_it_goes_on() {
        let cases = [
            ("a\n b", 10, "a b"),
            ("Казахстан", 9, "Казахстан"),
            ("Казахстан и мир", 12, "Казахстан и…"),
            ("Казахстан и мир", 11, "Казахстан…"),
            ("Казахстан", 5, "Каза…"),
            ("2\u{a0}334", 9, "2\u{a0}334"),
        ];
        for (text, limit, expected) in cases {
            assert_eq!(line(text, limit), expected);
        }
        assert_eq!(label("\u{202e}\u{200b} "), "…");
        assert!(!is_blank("½"));
    }

    proptest! {
        #[test]
        fn pages_joined_are_the_text(text in "([\\PC\n]|👩‍👩‍👧|е\u{301}| ){0,200}", limit in 1_usize..50) {
            let passage = Passage::plain(text.as_str());
            let pages = passage.pages(limit);
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let joined: String = pages.iter().map(|page| &text[page.clone()]).collect();
            prop_assert_eq!(bare(&joined), bare(&text));
            for page in &pages {
                prop_assert!(text[page.clone()].chars().count() <= limit);
            }
            for pair in pages.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
        }

        #[test]
        fn an_excerpt_fits(text in "([а-я]{1,9}[ \n]){0,30}", at in 0_usize..200, limit in 20_usize..60) {
            let start = text.char_indices().map(|(place, _)| place).nth(at).unwrap_or(0);
            let end = text[start..].find(char::is_whitespace).map_or(text.len(), |end| start + end);
            let marks = std::iter::once(start..end).collect::<Vec<_>>();
            let passage = excerpt(&text, &marks, limit);
            prop_assert!(passage.text.chars().count() <= limit + 2);
            for mark in &passage.marks {
                prop_assert_eq!(&passage.text[mark.clone()], &text[start..end]);
            }
        }

        #[test]
        fn a_line_fits(text in "\\PC{0,80}", limit in 1_usize..50) {
            prop_assert!(line(&text, limit).chars().count() <= limit);
        }
    }
}
