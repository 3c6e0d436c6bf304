//! A few words that a text puts into marks again and again are what it calls a thing, and nobody's: `«закон Белова»`.

use std::collections::HashMap;
use std::ops::Range;

use super::super::text::Text;
use super::judge::Form;
use super::marks::Marked;
use super::speech::Speech;
use crate::article::Language::Ru;

/// A term has no more tokens.
const LONGEST: usize = 6;
/// Of a word only these letters count: its ending changes.
const STEM: usize = 5;

/// Takes the fragments away that stand in marks more than once below the headline, in whatever case.
pub(super) fn drop_terms(text: &Text, runs: &[Vec<Marked>], found: &mut Vec<Speech>) {
    if text.language != Ru {
        return;
    }
    let stems = |inner: &Range<usize>| {
        let words = inner.clone().filter(|at| text.word(*at).is_some());
        words.map(|at| text.norm(at).chars().take(STEM).collect()).collect::<Vec<String>>()
    };
    let mut times: HashMap<Vec<String>, usize> = HashMap::new();
    for run in runs.iter().skip(1).flatten().filter(|run| run.inner.len() <= LONGEST) {
        *times.entry(stems(&run.inner)).or_default() += 1;
    }
    found.retain(|speech| {
        let short = speech.form == Form::Fragment && speech.parts[0].len() <= LONGEST;
        !short || times.get(&stems(&speech.parts[0])).is_none_or(|times| *times < 2)
    });
}
