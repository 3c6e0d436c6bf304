//! Whether a claim was put together of pieces from several places.

use super::lay::{self, Laid, bound};
use super::pair::{Pairs, WORD};
use super::unit::Unit;

/// The fewest words of a piece, and what they must weigh: fewer stand anywhere.
const FEWEST: usize = 3;
const LEAST: i32 = 5 * WORD / 2;
/// The most pieces that are looked for.
const MOST: usize = 5;
/// How many texts are looked at for each piece.
const TEXTS: usize = 8;
/// How much of a piece must agree.
const AGREES: f32 = 0.75;
/// How much of the claim the pieces must hold.
const COVERED: f32 = 0.8;

/// A piece of a claim and the text in which it stands.
pub(super) struct Piece {
    pub(super) unit: usize,
    pub(super) laid: Laid,
    /// The places of its words in the claim.
    pub(super) claim: std::ops::Range<usize>,
}

/// The pieces of which a claim was put together, in its order: at least two, which hold most of it.
pub(super) fn pieces(pairs: &mut Pairs<'_>, units: &[Unit<'_>]) -> Option<Vec<Piece>> {
    let words = pairs.claim.len();
    if words < 2 * FEWEST {
        return None;
    }
    let mut open = vec![true; words];
    let mut pieces: Vec<Piece> = Vec::new();
    while pieces.len() < MOST {
        let Some(piece) = best(pairs, units, &open, pieces.first()) else { break };
        open[piece.claim.clone()].fill(false);
        pieces.push(piece);
    }
    let total: i32 = pairs.weights.iter().sum();
    let covered: i32 = pieces.iter().flat_map(|piece| piece.claim.clone()).map(|at| pairs.weights[at]).sum();
    if pieces.len() < 2 || (covered as f32) < COVERED * total as f32 {
        return None;
    }
    pieces.sort_by_key(|piece| piece.claim.start);
    Some(pieces)
}

/// The best piece of the words that are open; of equal ones that of the article of `other`, quotes first.
fn best(pairs: &mut Pairs<'_>, units: &[Unit<'_>], open: &[bool], other: Option<&Piece>) -> Option<Piece> {
    let mut likely: Vec<(i32, usize)> =
        units.iter().enumerate().map(|(nth, unit)| (bound(pairs, &unit.tokens, open), nth)).collect();
    likely.sort_by_key(|(bound, nth)| (std::cmp::Reverse(*bound), *nth));
    let mut best: Option<(i32, Piece)> = None;
    for (bound, unit) in likely.into_iter().take(TEXTS) {
        if bound < LEAST || best.as_ref().is_some_and(|(score, _)| *score > bound + WORD) {
            break;
        }
        let Some(laid) = lay::piece(pairs, &units[unit].tokens, open) else { continue };
        let places = laid.steps.iter().map(super::change::places).filter(|(claims, _)| !claims.is_empty());
        let (Some(first), Some(last)) =
            (places.clone().map(|(it, _)| it.start).min(), places.map(|(it, _)| it.end).max())
        else {
            continue;
        };
        let weight: i32 = (first..last).map(|at| pairs.weights[at]).sum();
        let total: i32 = pairs.weights.iter().sum();
        let agrees = laid.agreement * total as f32;
        if last - first < FEWEST || agrees < LEAST as f32 || agrees < AGREES * weight as f32 {
            continue;
        }
        let near = other.is_some_and(|piece| std::ptr::eq(units[piece.unit].article, units[unit].article));
        let rank = laid.score + 3 * i32::from(near) + 6 * i32::from(units[unit].quote.is_some());
        if best.as_ref().is_none_or(|(score, _)| rank > *score) {
            best = Some((rank, Piece { unit, laid, claim: first..last }));
        }
    }
    best.map(|(_, piece)| piece)
}
