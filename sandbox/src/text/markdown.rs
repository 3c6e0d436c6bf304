//! Telegram's first Markdown, the one that nests nothing, to text and entities.
//!
//! Follows `parse_markdown` of the official server (td/telegram/MessageEntity.cpp).

use super::{
    Formatted, Kind, link,
    source::{Draft, Source, code_block},
};

/// Parses `text`; the error is what follows "can't parse entities: ".
pub(crate) fn parse_markdown(text: &str) -> Result<Formatted, String> {
    let source = Source(text);
    let mut draft = Draft::default();
    let mut at = 0;
    while at < source.len() {
        match source.at(at) {
            b'\\' if b"_*`[".contains(&source.at(at + 1)) => {
                draft.push(char::from(source.at(at + 1)));
                at += 2;
            }
            b'_' | b'*' | b'`' | b'[' => at = entity(source, at, &mut draft)?,
            _ => {
                let c = source.char_at(at);
                draft.push(c);
                at += c.len_utf8();
            }
        }
    }
    Ok(draft.done())
}

/// Reads the entity that begins at `begin`; gives the position after it.
fn entity(source: Source<'_>, begin: usize, draft: &mut Draft) -> Result<usize, String> {
    let mark = source.at(begin);
    let block = source.has(begin, "```");
    let (start, language) = if block { code_block(source, begin + 3) } else { (begin + 1, None) };
    let end = match mark {
        _ if block => source.0.get(start..).and_then(|rest| rest.find("```")).map(|length| start + length),
        b'[' => Some(source.until(start, |b| b == b']')),
        mark => Some(source.until(start, |b| b == mark)),
    };
    let Some(end) = end.filter(|end| *end < source.len()) else {
        return Err(format!("Can't find end of the entity starting at byte offset {begin}"));
    };
    let offset = draft.units;
    source.part(start, end).chars().for_each(|c| draft.push(c));
    match mark {
        b'_' => draft.mark(offset, Kind::Italic),
        b'*' => draft.mark(offset, Kind::Bold),
        b'`' if block => draft.mark(offset, Kind::pre(language.as_deref().unwrap_or_default())),
        b'`' => draft.mark(offset, Kind::Code),
        // The address of an empty text is text.
        _ if start == end => {}
        _ => return Ok(address(source, start, end, offset, draft)),
    }
    Ok(end + if block { 3 } else { 1 })
}

/// Reads the address after a text that ends at `end`, or takes the text for it; gives the position after it.
fn address(source: Source<'_>, start: usize, end: usize, offset: usize, draft: &mut Draft) -> usize {
    let (address, next) = if source.at(end + 1) == b'(' {
        let close = source.until(end + 2, |b| b == b')');
        (source.part(end + 2, close), close + 1)
    } else {
        (source.part(start, end), end + 1)
    };
    if let Some(kind) = link::linked(address) {
        draft.mark(offset, kind);
    }
    next
}
