//! Telegram's HTML, built so that everything is escaped, tags always close, and the length that people see is known.

use std::ops::Range;

use super::{MESSAGE, Passage};

/// A message under construction.
#[derive(Debug, Default)]
pub(in crate::commands) struct Html {
    html: String,
    visible: usize,
}

impl Html {
    /// Adds plain words.
    pub(in crate::commands) fn text(&mut self, text: &str) -> &mut Self {
        self.visible += text.chars().count();
        escape(text, &mut self.html);
        self
    }

    /// Adds bold words.
    pub(in crate::commands) fn bold(&mut self, text: &str) -> &mut Self {
        self.tagged("<b>", text, "</b>")
    }

    /// Adds words in italics.
    pub(in crate::commands) fn italic(&mut self, text: &str) -> &mut Self {
        self.tagged("<i>", text, "</i>")
    }

    /// Adds words whose letters are equally wide, and which a tap copies.
    pub(in crate::commands) fn code(&mut self, text: &str) -> &mut Self {
        self.tagged("<code>", text, "</code>")
    }

    /// Adds lines whose letters are equally wide.
    pub(in crate::commands) fn block(&mut self, text: &str) -> &mut Self {
        self.tagged("<pre>", text, "</pre>")
    }

    /// Adds words in a style.
    pub(in crate::commands) fn styled(&mut self, text: &str, style: Style) -> &mut Self {
        let (open, close) = style.tags();
        self.tagged(open, text, close)
    }

    /// Adds words that lead to an address.
    pub(in crate::commands) fn link(&mut self, text: &str, address: &str) -> &mut Self {
        self.html.push_str("<a href=\"");
        escape(address, &mut self.html);
        self.tagged("\">", text, "</a>")
    }

    /// Adds a passage that leads to an address, its marked words standing out.
    pub(in crate::commands) fn link_passage(&mut self, passage: &Passage<'_>, address: &str) -> &mut Self {
        self.html.push_str("<a href=\"");
        escape(address, &mut self.html);
        self.html.push_str("\">");
        self.passage(passage, passage.whole());
        self.html.push_str("</a>");
        self
    }

    /// Adds a page of a passage, its marked words standing out.
    pub(in crate::commands) fn passage(&mut self, passage: &Passage<'_>, page: Range<usize>) -> &mut Self {
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

    /// Adds bold words that lead to an address.
    pub(in crate::commands) fn bold_link(&mut self, text: &str, address: &str) -> &mut Self {
        self.html.push_str("<b>");
        self.link(text, address);
        self.html.push_str("</b>");
        self
    }

    /// Adds a page of a passage as a quotation that is folded until somebody taps it.
    pub(in crate::commands) fn folded(&mut self, passage: &Passage<'_>, page: Range<usize>) -> &mut Self {
        self.html.push_str("<blockquote expandable>");
        self.passage(passage, page);
        self.html.push_str("</blockquote>");
        self
    }

    /// Adds a page of a passage as a quotation; a long one is folded until somebody taps it.
    pub(in crate::commands) fn quotation(&mut self, passage: &Passage<'_>, page: Range<usize>) -> &mut Self {
        const SHORT: usize = 300;
        let long = passage.text[page.clone()].chars().nth(SHORT).is_some();
        self.html.push_str(if long { "<blockquote expandable>" } else { "<blockquote>" });
        self.passage(passage, page);
        self.html.push_str("</blockquote>");
        self
    }

    /// How many characters people see.
    pub(in crate::commands) fn visible(&self) -> usize {
        self.visible
    }

    /// The message's text.
    pub(in crate::commands) fn finish(self) -> String {
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
/// How words stand out among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::commands) enum Style {
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

#[cfg(test)]
mod tests {
    use super::{Html, Passage};

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
}
