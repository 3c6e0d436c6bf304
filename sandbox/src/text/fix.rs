//! From a parsed text to the message that is kept: trimmed, with entities that nest, and with what Telegram finds by itself.

use super::{Entity, Formatted, Kind, Units, detect::detect, utf16_len};
use crate::limits;

/// Why a text cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextError {
    /// Nothing is left but white space.
    Empty,
    /// More characters are left than fit.
    TooLong,
}

/// Finishes the text of a message as the official server does before it keeps it.
pub(crate) fn finish(formatted: Formatted) -> Result<Formatted, TextError> {
    let finished = mend(formatted);
    if finished.text.chars().all(is_blank) {
        return Err(TextError::Empty);
    }
    fitting(finished, limits::TEXT_CHARS)
}

/// Finishes a caption, which may be empty.
pub(crate) fn finish_caption(formatted: Formatted) -> Result<Formatted, TextError> {
    fitting(mend(formatted), limits::CAPTION_CHARS)
}

/// Finishes what a reply quotes: only looks, custom emoji and dates stay. It may be empty.
pub(crate) fn finish_quote(formatted: Formatted) -> Result<Formatted, TextError> {
    let mut quote = mend(formatted);
    quote.entities.retain(|e| e.kind.is_style() || matches!(e.kind, Kind::CustomEmoji { .. }));
    fitting(quote, limits::QUOTE_CHARS)
}

fn fitting(formatted: Formatted, chars: usize) -> Result<Formatted, TextError> {
    if formatted.text.chars().count() > chars { Err(TextError::TooLong) } else { Ok(formatted) }
}

fn mend(formatted: Formatted) -> Formatted {
    let Formatted { text, mut entities } = formatted;
    let text = clean(&text);
    let units = Units::of(&text);
    let length = units.count();
    entities.retain(|e| e.offset < length && e.length > 0);
    for entity in &mut entities {
        entity.length = entity.length.min(length - entity.offset);
    }
    entities.retain(|e| units.part(e).is_some());
    let mut entities = untangle(entities);
    entities.retain(|e| units.part(e).is_some_and(|part| !part.chars().all(is_blank)));
    let (text, cut) = trim(&text, &entities);
    let length = utf16_len(&text);
    for entity in &mut entities {
        entity.offset -= cut;
        entity.length = entity.length.min(length - entity.offset);
    }
    add_found(&text, &mut entities);
    sort(&mut entities);
    entities.truncate(limits::ENTITIES);
    Formatted { text, entities }
}

/// Control characters become spaces of the same length, so that offsets stay; carriage returns too.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c != '\n' && (c < ' ' || ('\u{2028}'..='\u{202e}').contains(&c)) { ' ' } else { c })
        .collect()
}

fn sort(entities: &mut [Entity]) {
    entities.sort_by_key(|e| (e.offset, usize::MAX - e.length, e.kind.rank()));
}

/// Makes entities nest: looks of one kind are joined and keep off code; quotes, links and code never lie over one another.
fn untangle(entities: Vec<Entity>) -> Vec<Entity> {
    let (styles, mut solid): (Vec<_>, Vec<_>) = entities.into_iter().partition(|e| e.kind.is_style());
    sort(&mut solid);
    let mut kept: Vec<Entity> = Vec::new();
    for entity in solid {
        let fits = |other: &Entity| {
            let apart = entity.offset >= other.end() || other.offset >= entity.end();
            let inside_quote = other.kind.is_quote() && !entity.kind.is_quote() && entity.end() <= other.end();
            apart || inside_quote
        };
        if kept.iter().all(fits) {
            kept.push(entity);
        }
    }
    let code: Vec<(usize, usize)> = kept.iter().filter(|e| e.kind.is_code()).map(|e| (e.offset, e.end())).collect();
    let edges: Vec<(usize, usize)> = kept.iter().map(|e| (e.offset, e.end())).collect();
    for style in [Kind::Bold, Kind::Italic, Kind::Underline, Kind::Strikethrough, Kind::Spoiler] {
        let mut ranges: Vec<_> = styles.iter().filter(|e| e.kind == style).map(|e| (e.offset, e.end())).collect();
        ranges.sort_unstable();
        for (from, to) in joined(ranges).into_iter().flat_map(|range| without(range, &code)) {
            for (from, to) in cut_where_crossed((from, to), &edges) {
                kept.push(Entity { offset: from, length: to - from, kind: style.clone() });
            }
        }
    }
    nest_styles(kept)
}

/// Cuts each look where it would cross another one, so that of two that meet one lies inside the other.
fn nest_styles(mut entities: Vec<Entity>) -> Vec<Entity> {
    sort(&mut entities);
    let mut done: Vec<Entity> = Vec::with_capacity(entities.len());
    let mut queue: std::collections::VecDeque<Entity> = entities.into();
    while let Some(mut entity) = queue.pop_front() {
        let crossed =
            done.iter().filter(|d| d.offset < entity.offset && entity.offset < d.end() && d.end() < entity.end());
        if let Some(cut) = crossed.map(Entity::end).min().filter(|_| entity.kind.is_style()) {
            let rest = Entity { offset: cut, length: entity.end() - cut, kind: entity.kind.clone() };
            entity.length = cut - entity.offset;
            let key = |e: &Entity| (e.offset, usize::MAX - e.length, e.kind.rank());
            let place = queue.partition_point(|e| key(e) <= key(&rest));
            queue.insert(place, rest);
        }
        done.push(entity);
    }
    done
}

/// Sorted ranges with those that touch made one.
fn joined(ranges: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut result: Vec<(usize, usize)> = Vec::with_capacity(ranges.len());
    for (from, to) in ranges {
        match result.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => result.push((from, to)),
        }
    }
    result
}

/// What is left of a range outside of `holes`, which are sorted and apart.
fn without((start, to): (usize, usize), holes: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut left = Vec::new();
    let mut from = start;
    for &(begin, end) in holes.iter().filter(|(begin, end)| *begin < to && *end > start) {
        if begin > from {
            left.push((from, begin));
        }
        from = end;
    }
    if from < to {
        left.push((from, to));
    }
    left
}

/// The pieces of a range, cut at the edges of those `others` that it crosses.
fn cut_where_crossed((from, to): (usize, usize), others: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut cuts: Vec<usize> = others
        .iter()
        .filter_map(|&(begin, end)| {
            match (from < begin && begin < to && to < end, begin < from && from < end && end < to) {
                (true, _) => Some(begin),
                (_, true) => Some(end),
                _ => None,
            }
        })
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let starts = std::iter::once(from).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([to]);
    starts.zip(ends).collect()
}

/// White space, or what shows as nothing.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Cuts white space at the end, and at the start up to the first entity; gives how many code units went at the start.
fn trim(text: &str, entities: &[Entity]) -> (String, usize) {
    let text = text.trim_end_matches([' ', '\n']);
    let first = entities.iter().map(|e| e.offset).min().unwrap_or(usize::MAX);
    let cut = text.bytes().take(first).take_while(|b| matches!(b, b' ' | b'\n')).count();
    (text[cut..].to_owned(), cut)
}

/// Adds what stands in the text without being marked, where no code or link lies, and cuts looks that it crosses.
fn add_found(text: &str, entities: &mut Vec<Entity>) {
    let found: Vec<_> = detect(text)
        .into_iter()
        .filter(|new| {
            !entities.iter().any(|e| {
                let meets = new.offset < e.end() && e.offset < new.end();
                let free = e.kind.is_style() || (e.kind.is_quote() && e.offset <= new.offset && new.end() <= e.end());
                meets && !free
            })
        })
        .collect();
    if found.is_empty() {
        return;
    }
    let edges: Vec<_> = found.iter().map(|e| (e.offset, e.end())).collect();
    let given = std::mem::take(entities);
    for entity in given {
        if entity.kind.is_style() {
            for (from, to) in cut_where_crossed((entity.offset, entity.end()), &edges) {
                entities.push(Entity { offset: from, length: to - from, kind: entity.kind.clone() });
            }
        } else {
            entities.push(entity);
        }
    }
    entities.extend(found);
}
