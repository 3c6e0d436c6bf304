//! How much two texts are alike.

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// From this on, a text is taken to be another one, changed.
pub(super) const LIKE: f32 = 0.5;

/// The words of a text, to compare it.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// How many words of two texts are the same in the same order: 0 for none, 1 for all.
pub(super) fn likeness(one: &[String], other: &[String]) -> f32 {
    let ops = capture_diff_slices(Algorithm::Myers, one, other);
    let same: usize = ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.new_range().len()).sum();
    2.0 * same as f32 / (one.len() + other.len()).max(1) as f32
}
