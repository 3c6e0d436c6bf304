//! From a text to a draft of what Derek can say about it: deterministic, extractive, pure.
//!
//! The way: [`tokens`] cuts the text into words, numbers and marks; a [`lexicon`] says what is known of each different
//! word; paragraphs and sentences are told apart; then quotes, names, speakers, figures and the summary are found in them.
//! [`reading`] makes a text of a file, [`output`] prints a draft.
//!
//! ```
//! use derek::structure::{self, Rule};
//!
//! let text = "Школы открыты\n«Мы построили 2 334 школы по всей стране», – сказал министр Асхат Иманов.";
//! let draft = structure::draft(text, None)?;
//! let words = |span: derek::article::Span| &text[span.start..span.end];
//! assert_eq!(draft.title.map(words), Some("Школы открыты"));
//! assert_eq!(words(draft.quotes[0].parts[0]), "Мы построили 2 334 школы по всей стране");
//! assert_eq!((draft.quotes[0].speaker.as_deref(), draft.quotes[0].rule), (Some("Асхат Иманов"), Rule::Name));
//! assert_eq!(words(draft.figures[0].span), "2 334 школы");
//! # Ok::<(), structure::UnknownLanguage>(())
//! ```

mod doubts;
mod draft;
mod figures;
mod language;
mod lexicon;
mod names;
pub mod output;
mod paragraphs;
mod quotes;
pub mod reading;
mod sentences;
mod speakers;
mod summary;
mod text;
mod tokens;
mod wholes;

pub use doubts::{Doubt, doubts};
pub use draft::{Amount, Draft, Entity, EntityKind, Figure, Paragraph, ParagraphKind, Quote, Rule};
pub use language::UnknownLanguage;
pub use wholes::may_be_part;

use crate::article::{Language, Span};
use text::Text;

/// The figures of a text, by the rules of this language: those of a question, say, whose language is not known.
///
/// # Panics
/// If the text has more than 64 MiB.
pub fn figures(text: &str, language: Language) -> Vec<Figure> {
    assert!(text.len() <= tokens::MAX_BYTES, "the text has {} bytes", text.len());
    let (tokens, words) = tokens::tokens(text);
    figures::figures(&Text::of(text, tokens, words, language))
}

/// The sentences of a text, by the rules of this language.
///
/// # Panics
/// If the text has more than 64 MiB.
pub fn sentences(text: &str, language: Language) -> Vec<Span> {
    assert!(text.len() <= tokens::MAX_BYTES, "the text has {} bytes", text.len());
    let (tokens, words) = tokens::tokens(text);
    let text = Text::of(text, tokens, words, language);
    text.sentences.iter().map(|sentence| text.span(sentence.clone())).collect()
}

/// The draft of a text. `title` is the one that stands beside it, as on a page, if any.
///
/// # Errors
/// If the text is in a language that Derek does not read.
///
/// # Panics
/// If the text has more than 64 MiB.
pub fn draft(text: &str, title: Option<&str>) -> Result<Draft, UnknownLanguage> {
    assert!(text.len() <= tokens::MAX_BYTES, "the text has {} bytes", text.len());
    let (tokens, words) = tokens::tokens(text);
    let language = language::of(text, &tokens, &words)?;
    let text = Text::of(text, tokens, words, language);
    let paragraphs = paragraphs::paragraphs(&text, title);
    let cues = quotes::Cues::of(&text);
    let names = names::Names::of(&text, &cues);
    let quotes = quotes::quotes(&text, &cues, &names);
    let figures = figures::figures(&text);
    let entities = names::entities(&text, &cues, &names);
    let summary = summary::summary(&text, &paragraphs, &quotes, &figures);
    let headline = paragraphs.first().filter(|paragraph| paragraph.kind == ParagraphKind::Headline);
    let title = headline.map(|paragraph| paragraph.span);
    let title = title.or_else(|| summary::headline(&text, &paragraphs, &quotes));
    let sentences = text.sentences.iter().map(|sentence| text.span(sentence.clone())).collect();
    Ok(Draft { language, title, paragraphs, sentences, quotes, figures, entities, summary })
}
