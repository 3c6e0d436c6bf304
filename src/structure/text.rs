//! A text as all that follow look at it: its pieces, paragraphs and sentences.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::sentences::sentences;
use super::tokens::{Kind, Token, WordId, Words};
use crate::article::{Language, Span};

/// A text in pieces. Positions are numbers of tokens unless they are called spans.
pub(super) struct Text<'t> {
    pub(super) raw: &'t str,
    pub(super) language: Language,
    pub(super) lexicon: &'static Lexicon,
    pub(super) tokens: Vec<Token>,
    pub(super) words: Words,
    /// The lines with something on them, without their line ends.
    pub(super) paragraphs: Vec<Range<usize>>,
    /// The sentences of all paragraphs, in order.
    pub(super) sentences: Vec<Range<usize>>,
}

impl<'t> Text<'t> {
    /// Cuts a text of at most [`super::tokens::MAX_BYTES`] into pieces.
    #[cfg(test)]
    pub(super) fn new(raw: &'t str, language: Language) -> Self {
        let (tokens, words) = super::tokens::tokens(raw);
        Self::of(raw, tokens, words, language)
    }

    /// A text with its pieces.
    pub(super) fn of(raw: &'t str, tokens: Vec<Token>, words: Words, language: Language) -> Self {
        let lexicon = Lexicon::of(language);
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for at in 0..=tokens.len() {
            if at == tokens.len() || tokens[at].kind == Kind::LineEnd {
                if start < at {
                    paragraphs.push(start..at);
                }
                start = at + 1;
            }
        }
        let cut = |paragraph: &Range<usize>| sentences(&tokens, &words, &lexicon.sentences, paragraph.clone());
        let sentences = paragraphs.iter().flat_map(cut).collect();
        Text { raw, language, lexicon, tokens, words, paragraphs, sentences }
    }

    /// The norm of the word at `at`; empty where no word stands.
    pub(super) fn norm(&self, at: usize) -> &str {
        self.word(at).map_or("", |id| self.words.norm(id))
    }

    /// The word at `at`.
    pub(super) fn word(&self, at: usize) -> Option<WordId> {
        self.tokens.get(at)?.word()
    }

    /// Whether this mark stands at `at`.
    pub(super) fn is(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    /// The bytes from the first to the last of some tokens, at least one.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span { start: self.tokens[range.start].start as usize, end: self.tokens[range.end - 1].end as usize }
    }

    /// The words of the text from the first to the last of some tokens, at least one.
    pub(super) fn slice(&self, range: Range<usize>) -> &'t str {
        let span = self.span(range);
        &self.raw[span.start..span.end]
    }

    /// The number of the sentence in which a token stands.
    pub(super) fn sentence_of(&self, at: usize) -> Option<usize> {
        find(&self.sentences, at)
    }

    /// The number of the paragraph in which a token stands.
    pub(super) fn paragraph_of(&self, at: usize) -> Option<usize> {
        find(&self.paragraphs, at)
    }
}

/// The number of the range that holds `at`, of ranges in order.
fn find(ranges: &[Range<usize>], at: usize) -> Option<usize> {
    let next = ranges.partition_point(|range| range.start <= at);
    next.checked_sub(1).filter(|found| ranges[*found].contains(&at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_paragraphs_and_sentences() {
        let text = Text::new("\nОдин. Два.\n\n  Три\n", Language::Ru);
        let shown = |ranges: &[Range<usize>]| ranges.iter().map(|range| text.slice(range.clone())).collect::<Vec<_>>();
        assert_eq!(shown(&text.paragraphs), ["Один. Два.", "Три"]);
        assert_eq!(shown(&text.sentences), ["Один.", "Два.", "Три"]);
        assert_eq!((text.sentence_of(3), text.paragraph_of(3)), (Some(1), Some(0)));
        assert_eq!(text.sentence_of(0), None);
    }
}
