//! How much two texts are alike, and what an item of an article has become in its next revision.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::article::{Article, ItemId, Quote};

/// From this on, a text is taken to be another one, changed.
pub const LIKE: f32 = 0.5;

/// The words of a text, to compare it.
pub fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// How many words of two texts are the same in the same order: 0 for none, 1 for all.
pub fn likeness(one: &[String], other: &[String]) -> f32 {
    let ops = capture_diff_slices(Algorithm::Myers, one, other);
    let same: usize = ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.new_range().len()).sum();
    2.0 * same as f32 / (one.len() + other.len()).max(1) as f32
}

/// The quote that a quote has become: the same one, or the one most like it that is new.
pub fn same_quote(old: &Article, new: &Article, id: ItemId) -> Option<ItemId> {
    if new.quote(id).is_some() {
        return Some(id);
    }
    let spoken = |article: &Article, quote: &Quote| {
        let parts: Vec<&str> = quote.parts.iter().map(|part| article.text(*part)).collect();
        words(&parts.join(" "))
    };
    let said = spoken(old, old.quote(id)?);
    let fresh = new.quotes.iter().filter(|quote| old.quote(quote.id).is_none());
    let alike = fresh.map(|quote| (likeness(&said, &spoken(new, quote)), quote.id));
    best(alike)
}

/// The figure that a figure has become: the same one, or the one with its label or with the sentence most like its own.
pub fn same_figure(old: &Article, new: &Article, id: ItemId) -> Option<ItemId> {
    if new.figure(id).is_some() {
        return Some(id);
    }
    let figure = old.figure(id)?;
    let fresh = || new.figures.iter().filter(|it| old.figure(it.id).is_none() && it.kind == figure.kind);
    if let Some(same) = fresh().find(|it| it.label == figure.label) {
        return Some(same.id);
    }
    let said = words(old.text(figure.text));
    best(fresh().map(|it| (likeness(&said, &words(new.text(it.text))), it.id)))
}

/// The one most like, if at least half of it is alike.
fn best(alike: impl Iterator<Item = (f32, ItemId)>) -> Option<ItemId> {
    alike.filter(|(likeness, _)| *likeness >= LIKE).max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, id)| id)
}
