//! The same quote in several articles is one result of a search.

use rustc_hash::FxHashMap;

use super::index::runs;
use super::{Hit, Item};
use crate::article::Language;

/// How many of the best hits are compared with each other: as many pages as anybody turns.
const COMPARED: usize = 150;
/// Of the runs of the shorter of two quotes at least one in so many is the longer one's.
const ALIKE: usize = 2;

/// A quote that was looked at.
#[derive(Debug, Clone, Copy)]
struct Member {
    /// The place of the hit that names it among those that are kept.
    group: usize,
    /// How many runs it has.
    runs: usize,
    language: Language,
}

/// The hits, of the quotes that are the same words only the best, which names the others. What one of them has in common with
/// another brings it into the group, so that a short one and a long one that have nothing in common meet in a third.
pub(super) fn grouped(hits: Vec<Hit<'_>>) -> Vec<Hit<'_>> {
    let mut kept: Vec<Hit<'_>> = Vec::with_capacity(hits.len());
    let mut members: Vec<Member> = Vec::new();
    // The members that have a run.
    let mut having: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (nth, hit) in hits.into_iter().enumerate() {
        let (Item::Quote(quote), true) = (hit.item, nth < COMPARED) else {
            kept.push(hit);
            continue;
        };
        let (article, runs) = (hit.article, runs(hit.article, quote));
        let mut common: FxHashMap<usize, usize> = FxHashMap::default();
        for member in runs.iter().filter_map(|run| having.get(run)).flatten() {
            *common.entry(*member).or_default() += 1;
        }
        let alike = |(member, common): (usize, usize)| {
            let Member { group, runs: of, language } = members[member];
            (common * ALIKE >= of.min(runs.len()) && language == article.language).then_some(group)
        };
        let group = common.into_iter().filter_map(alike).min();
        for run in &runs {
            having.entry(*run).or_default().push(members.len());
        }
        let member = |group| Member { group, runs: runs.len(), language: article.language };
        members.push(member(group.unwrap_or(kept.len())));
        match group {
            None => kept.push(hit),
            Some(group) => {
                let first = &mut kept[group];
                let mut named = std::iter::once(first.article).chain(first.also.iter().map(|(also, _)| *also));
                if named.all(|named| named.id != article.id) {
                    first.also.push((article, quote));
                }
            }
        }
    }
    kept
}
