//! From a parsed text to the one that is kept: cleaned, trimmed, with entities that nest, and with what Telegram finds by
//! itself. Follows `fix_formatted_text` of the official server.

use super::{
    Entity, Formatted, Kind,
    clean::{clean, is_blank, places},
    detect::detect,
    nest::nest,
    utf16_len,
};
use crate::limits;

/// Why a text cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextError {
    /// Nothing is left that can be seen.
    Empty,
    /// More characters are left than fit.
    TooLong,
}

/// Finishes the text of a message as the official server does before it keeps it.
pub(crate) fn finish(formatted: Formatted) -> Result<Formatted, TextError> {
    mend(formatted, limits::TEXT_CHARS)
        .and_then(|text| if is_blank(&text.text) { Err(TextError::Empty) } else { Ok(text) })
}

/// Finishes a caption, which may be empty.
pub(crate) fn finish_caption(formatted: Formatted) -> Result<Formatted, TextError> {
    mend(formatted, limits::CAPTION_CHARS)
}

/// Finishes what a reply quotes: only looks, custom emoji and dates stay. It may be empty.
pub(crate) fn finish_quote(formatted: Formatted) -> Result<Formatted, TextError> {
    let mut quote = mend(formatted, limits::QUOTE_CHARS)?;
    let kept = |kind: &Kind| kind.is_style() || matches!(kind, Kind::CustomEmoji { .. } | Kind::DateTime { .. });
    quote.entities.retain(|e| kept(&e.kind));
    Ok(quote)
}

/// The entities must lie inside of the text and end on characters.
fn mend(Formatted { text, entities }: Formatted, chars: usize) -> Result<Formatted, TextError> {
    let entities = nest(entities.into_iter().filter(|e| e.length > 0).collect(), Vec::new());
    let places = places(&text);
    let text = clean(&text);
    let moved = entities.into_iter().filter_map(|e| between(places[e.offset], places[e.end()], e.kind));
    // Characters that went may have brought looks together.
    let entities = nest(moved.collect(), Vec::new());
    let (text, entities) = trim(&text, entities);
    if text.chars().count() > chars {
        return Err(TextError::TooLong);
    }
    let mut entities = nest(entities, detect(&text));
    entities.truncate(limits::ENTITIES);
    Ok(Formatted { text, entities })
}

fn between(from: usize, to: usize, kind: Kind) -> Option<Entity> {
    (from < to).then(|| Entity { offset: from, length: to - from, kind })
}

/// Cuts white space at the end, and at the start up to the first entity.
fn trim(text: &str, entities: Vec<Entity>) -> (String, Vec<Entity>) {
    let text = text.trim_end_matches([' ', '\n']);
    let end = utf16_len(text);
    let entities = entities.into_iter().filter_map(|e| between(e.offset, e.end().min(end), e.kind));
    let entities: Vec<_> = entities.collect();
    let first = entities.first().map_or(end, |e| e.offset);
    let cut = text.bytes().take(first).take_while(|b| matches!(b, b' ' | b'\n')).count();
    let entities = entities.into_iter().map(|e| Entity { offset: e.offset - cut, ..e }).collect();
    (text[cut..].to_owned(), entities)
}
