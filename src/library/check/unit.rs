//! What a claim is laid beside: a quote, all its parts as one text, or a paragraph with all that stands in it.

use super::tokens::Tokens;
use crate::article::{Article, Quote, Span};
use crate::library::Library;
use crate::library::index::Paragraph;

/// A text with its words.
pub(super) struct Unit<'a> {
    pub(super) article: &'a Article,
    /// The quote; `None` for a paragraph.
    pub(super) quote: Option<&'a Quote>,
    /// Bytes of the body: the paragraph, or from the beginning of a quote to its end.
    pub(super) span: Span,
    pub(super) tokens: Tokens,
}

/// The quotes of some paragraphs and the paragraphs themselves, each once, in their order.
pub(super) fn units<'a>(library: &'a Library, paragraphs: &[Paragraph]) -> Vec<Unit<'a>> {
    let mut units: Vec<Unit<'a>> = Vec::new();
    let mut known = rustc_hash::FxHashSet::default();
    for paragraph in paragraphs {
        let (number, language, start) = (paragraph.article(), paragraph.language(), paragraph.start());
        let Some(article) = library.edition(number, language) else { continue };
        let Some(span) = article.paragraph_of(Span { start, end: start }) else { continue };
        let mut outside = true;
        for quote in &article.quotes {
            let (Some(first), Some(last)) = (quote.parts.first(), quote.parts.last()) else { continue };
            let whole = Span { start: first.start, end: last.end };
            if quote.parts.iter().any(|part| part.start < span.end && span.start < part.end) {
                outside &= whole.start > span.start || whole.end < span.end;
                if known.insert((number, language, whole)) {
                    let mut tokens = Tokens::default();
                    quote
                        .parts
                        .iter()
                        .for_each(|part| tokens.push(&article.body, part.start..part.end, article.language));
                    units.push(Unit { article, quote: Some(quote), span: whole, tokens });
                }
            }
        }
        if outside && known.insert((number, language, span)) {
            let mut tokens = Tokens::default();
            tokens.push(&article.body, span.start..span.end, article.language);
            units.push(Unit { article, quote: None, span, tokens });
        }
    }
    units
}

impl Unit<'_> {
    /// Whether a word of it stands in a quote.
    pub(super) fn is_quoted(&self, word: usize) -> bool {
        let span = &self.tokens.get(word).span;
        let inside = |part: &Span| part.start <= span.start && span.end <= part.end;
        self.quote.is_some() || self.article.quotes.iter().any(|quote| quote.parts.iter().any(inside))
    }
}
