//! Texts that may be longer than a message, with words in them that are to stand out.

use std::borrow::Cow;
use std::ops::Range;

use super::Style;
use super::cut::head;

/// A text that may be longer than a message, with words in it that are to stand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::commands) struct Passage<'a> {
    /// The whole text.
    pub(in crate::commands) text: Cow<'a, str>,
    /// What stands out: byte ranges in order, which do not overlap.
    pub(in crate::commands) marks: Vec<Range<usize>>,
    /// How it stands out.
    pub(in crate::commands) style: Style,
}
impl<'a> Passage<'a> {
    /// A text in which nothing stands out.
    pub(in crate::commands) fn plain(text: impl Into<Cow<'a, str>>) -> Self {
        Self::marked(text, Vec::new())
    }

    /// A text in which some words are bold.
    pub(in crate::commands) fn marked(text: impl Into<Cow<'a, str>>, marks: Vec<Range<usize>>) -> Self {
        Self { text: text.into(), marks, style: Style::Bold }
    }

    /// The same with its words standing out in this style.
    pub(in crate::commands) fn styled(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// The part in which the first marked words stand, in about `limit` characters; the text as it is where all of it fits.
    pub(in crate::commands) fn excerpt(self, limit: usize) -> Self {
        match self.text.chars().nth(limit) {
            None => self,
            Some(_) => {
                let Passage { text, marks, .. } = excerpt(&self.text, &self.marks, limit);
                Self { text: text.into_owned().into(), marks, style: self.style }
            }
        }
    }

    /// The whole text, as one page.
    pub(in crate::commands) fn whole(&self) -> Range<usize> {
        0..self.text.len()
    }

    /// The first page of at most `limit` characters, and whether more follows it.
    pub(in crate::commands) fn first_page(&self, limit: usize) -> (Range<usize>, bool) {
        let start = self.text.len() - self.text.trim_start().len();
        let rest = self.text[start..].trim_end();
        let end = head(rest, limit);
        (start..start + rest[..end].trim_end().len(), end < rest.len())
    }

    /// The text in pages of at most `limit` characters; at least one. Only the white space where it is split stands on no page.
    pub(in crate::commands) fn pages(&self, limit: usize) -> Vec<Range<usize>> {
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
/// A part of a text in one line, of about `limit` characters, in which the first marked words stand; an ellipsis shows where
/// it goes on. The marks stand out.
pub(in crate::commands) fn excerpt<'a>(text: &'a str, marks: &[Range<usize>], limit: usize) -> Passage<'a> {
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

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use proptest::prelude::*;

    use super::super::Html;
    use super::{Passage, excerpt};

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
    }
}
