//! Entities that nest: which of them may lie on the same text, and where looks are cut.
//!
//! Follows `fix_entities` and `merge_new_entities` of the official server. Links, code and all that is found do not lie
//! over one another; quotes may hold them, and hold them whole; looks lie over everything but code and dates, and are
//! cut where another entity begins or ends, so that of two entities that meet one lies in the other.

use std::collections::BTreeSet;

use super::{Entity, Kind};

const STYLES: [Kind; 5] = [Kind::Bold, Kind::Italic, Kind::Underline, Kind::Strikethrough, Kind::Spoiler];

/// The entities that stay, in order: those given, and of those found the ones that lie over no other.
pub(super) fn nest(entities: Vec<Entity>, found: Vec<Entity>) -> Vec<Entity> {
    let (styles, rest): (Vec<_>, Vec<_>) = entities.into_iter().partition(|e| e.kind.is_style());
    let (quotes, solid): (Vec<_>, Vec<_>) = rest.into_iter().partition(|e| e.kind.is_quote());
    let quotes = apart(quotes);
    let mut solid = apart(solid);
    let free: Vec<_> = found.into_iter().filter(|new| !meets(new, &solid)).collect();
    solid.extend(free);
    sort(&mut solid);
    solid.retain(|e| !crosses(e, &quotes));
    solid.extend(quotes);
    sort(&mut solid);
    let styles = cut(&styles, &solid);
    solid.extend(styles);
    sort(&mut solid);
    solid
}

/// By offset, the longer one first.
pub(super) fn sort(entities: &mut [Entity]) {
    entities.sort_by_key(|e| (e.offset, usize::MAX - e.length, e.kind.rank()));
}

/// The entities without those that begin inside of an earlier one.
fn apart(mut entities: Vec<Entity>) -> Vec<Entity> {
    sort(&mut entities);
    let mut end = 0;
    entities.retain(|e| {
        let free = e.offset >= end;
        if free {
            end = e.end();
        }
        free
    });
    entities
}

/// The first of `others`, which are apart and in order, that ends after `offset`.
fn first_after(offset: usize, others: &[Entity]) -> Option<&Entity> {
    others.get(others.partition_point(|other| other.end() <= offset))
}

fn meets(entity: &Entity, others: &[Entity]) -> bool {
    first_after(entity.offset, others).is_some_and(|other| other.offset < entity.end())
}

/// Whether an entity lies partly in a quote, or around one.
fn crosses(entity: &Entity, quotes: &[Entity]) -> bool {
    first_after(entity.offset, quotes).is_some_and(|quote| {
        let inside = quote.offset <= entity.offset && entity.end() <= quote.end();
        quote.offset < entity.end() && !inside
    })
}

/// The looks, joined where those of one kind touch, then cut at the edges of `solid` and where another look begins;
/// nothing is left of them on code and dates.
fn cut(styles: &[Entity], solid: &[Entity]) -> Vec<Entity> {
    let joined = join(styles);
    let edges = solid.iter().flat_map(|e| [e.offset, e.end()]);
    let edges: BTreeSet<usize> = edges.chain(joined.iter().map(|e| e.offset)).collect();
    let plain = apart(solid.iter().filter(|e| e.kind.is_plain()).cloned().collect());
    let mut pieces = Vec::new();
    for style in joined {
        let inner = edges.range(style.offset + 1..style.end()).copied();
        let starts = [style.offset].into_iter().chain(inner.clone());
        for (from, to) in starts.zip(inner.chain([style.end()])) {
            let piece = Entity { offset: from, length: to - from, kind: style.kind.clone() };
            if !meets(&piece, &plain) {
                pieces.push(piece);
            }
        }
    }
    pieces
}

/// The looks with those of one kind that touch made one.
pub(super) fn join(styles: &[Entity]) -> Vec<Entity> {
    let mut joined: Vec<Entity> = Vec::new();
    for kind in STYLES {
        let mut same: Vec<_> = styles.iter().filter(|e| e.kind == kind).collect();
        same.sort_unstable_by_key(|e| e.offset);
        let first = joined.len();
        for entity in same {
            match joined[first..].last_mut() {
                Some(last) if entity.offset <= last.end() => last.length = last.length.max(entity.end() - last.offset),
                _ => joined.push(entity.clone()),
            }
        }
    }
    joined
}
