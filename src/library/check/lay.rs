//! Lays a claim beside a text, whole or a piece of it, and says how well it fits.

use super::align::{Alignment, Step, align, value};
use super::change::places;
use super::pair::{Pairs, Relation};
use super::tokens::Tokens;

/// So many words dropped at once leave two places that are far apart.
pub(super) const FAR: usize = 30;
/// Texts with more words than this are looked at where most of the claim's words stand.
const LONG: usize = 1_200;
/// At most so many words at the end of a claim are taken to stand for others of the quote.
const MOST_ENDS: usize = 6;

/// A claim beside a text.
#[derive(Debug, Clone)]
pub(super) struct Laid {
    pub(super) steps: Vec<Step>,
    /// What agrees, less what was dropped, added or is another word.
    pub(super) score: i32,
    /// The share of the claim's words that agree, weighted: 0 to 1.
    pub(super) agreement: f32,
    /// How many words of the claim that say something have their like in the text.
    pub(super) solid: usize,
}

/// How well a text can fit at most: the weight of the claim's open words that it has.
pub(super) fn bound(pairs: &Pairs<'_>, text: &Tokens, open: &[bool]) -> i32 {
    let mut seen = vec![false; open.len()];
    for at in 0..text.len() {
        for &place in pairs.same(text, at) {
            seen[place as usize] = true;
        }
    }
    let words = seen.iter().zip(open).zip(&pairs.weights);
    words.filter(|((seen, open), _)| **seen && **open).map(|(_, weight)| weight).sum()
}

/// The whole claim beside a text.
pub(super) fn whole(pairs: &mut Pairs<'_>, text: &Tokens) -> Option<Laid> {
    let open = vec![true; pairs.claim.len()];
    let alignment = local(pairs, text, &open)?;
    let steps = complete(alignment.steps, pairs, text);
    Some(weigh(steps, pairs))
}

/// The best piece of the claim's open words beside a text.
pub(super) fn piece(pairs: &mut Pairs<'_>, text: &Tokens, open: &[bool]) -> Option<Laid> {
    let alignment = local(pairs, text, open)?;
    Some(weigh(alignment.steps, pairs))
}

/// The best local alignment that has no two places in it that are far apart.
fn local(pairs: &mut Pairs<'_>, text: &Tokens, open: &[bool]) -> Option<Alignment> {
    let (from, to) = window(pairs, text);
    let mut alignment = align(pairs, text, from, to, open)?;
    // The best stretch between gaps without a sign.
    let mut best: (i32, std::ops::Range<usize>) = (i32::MIN, 0..0);
    let (mut start, mut at) = (0, 0);
    let steps = &alignment.steps;
    while at <= steps.len() {
        let gap = steps[at..].iter().take_while(|step| matches!(step, Step::Dropped { .. })).count();
        let signed = || {
            steps
                .get(at + gap)
                .is_some_and(|step| matches!(step, Step::Pair { claim, .. } if pairs.claim.get(*claim).ellipsis))
        };
        if at == steps.len() || gap > FAR && !signed() {
            let score = weigh(steps[start..at].to_vec(), pairs).score;
            if score > best.0 {
                best = (score, start..at);
            }
            start = at + gap;
        }
        at += gap.max(1);
    }
    if best.1.len() < steps.len() {
        alignment.steps = steps[best.1].to_vec();
        while matches!(alignment.steps.last(), Some(Step::Added { .. } | Step::Dropped { .. })) {
            alignment.steps.pop();
        }
        let lead = alignment.steps.iter().take_while(|step| !matches!(step, Step::Pair { .. })).count();
        alignment.steps.drain(..lead);
    }
    (!alignment.steps.is_empty()).then_some(alignment)
}

/// The part of a long text where most of the claim's words stand.
fn window(pairs: &Pairs<'_>, text: &Tokens) -> (usize, usize) {
    let size = LONG.max(3 * pairs.claim.len());
    if text.len() <= size {
        return (0, text.len());
    }
    let weight = |at: usize| pairs.same(text, at).first().map_or(0, |place| pairs.weights[*place as usize]);
    let mut sum: i32 = (0..size).map(weight).sum();
    let mut best = (sum, 0);
    for from in 1..=text.len() - size {
        sum += weight(from + size - 1) - weight(from - 1);
        if sum > best.0 {
            best = (sum, from);
        }
    }
    (best.1, best.1 + size)
}

/// Adds the words of the claim before and after an alignment: each stands for the word of the text at its place in the same
/// sentence, or was added.
fn complete(steps: Vec<Step>, pairs: &Pairs<'_>, text: &Tokens) -> Vec<Step> {
    let pair = |claim: usize, text: usize| Step::Pair { claim, text, claims: 1, texts: 1, relation: Relation::Unlike };
    let (Some(first), Some(last)) = (steps.first().map(places), steps.last().map(places)) else { return steps };
    let (claim_start, text_start) = (first.0.start, first.1.start);
    let (claim_end, text_end) = (last.0.end, last.1.end);
    let mut whole = Vec::new();
    let before = (0..text_start).rev().take_while(|at| !text.sentence_before(at + 1)).count();
    let paired = if claim_start <= MOST_ENDS { before.min(claim_start) } else { 0 };
    whole.extend((0..claim_start - paired).map(|claim| Step::Added { claim }));
    whole.extend((0..paired).map(|nth| pair(claim_start - paired + nth, text_start - paired + nth)));
    whole.extend(steps);
    let rest = pairs.claim.len() - claim_end;
    let after = (text_end..text.len()).take_while(|at| !text.sentence_before(*at)).count();
    let paired = if rest <= MOST_ENDS { after.min(rest) } else { 0 };
    whole.extend((0..paired).map(|nth| pair(claim_end + nth, text_end + nth)));
    whole.extend((claim_end + paired..pairs.claim.len()).map(|claim| Step::Added { claim }));
    whole
}

/// How well steps fit.
fn weigh(steps: Vec<Step>, pairs: &Pairs<'_>) -> Laid {
    let total: i32 = pairs.weights.iter().sum();
    let (mut score, mut agrees, mut solid) = (0, 0, 0);
    let mut dropping = false;
    for (nth, step) in steps.iter().enumerate() {
        let was_dropping = std::mem::replace(&mut dropping, matches!(step, Step::Dropped { .. }));
        match *step {
            Step::Pair { claim, claims, relation, .. } => {
                let worth: i32 = (claim..claim + claims).map(|at| value(relation, pairs.weights[at])).sum();
                score += worth;
                agrees += worth.max(0);
                let says = |at: &usize| pairs.weights[*at] >= super::pair::WORD && relation <= Relation::Typo;
                solid += (claim..claim + claims).filter(says).count();
            }
            Step::Dropped { .. } => {
                let next = steps[nth..].iter().find_map(|step| match step {
                    Step::Pair { claim, .. } | Step::Added { claim } => Some(*claim),
                    Step::Dropped { .. } => None,
                });
                let signed = next.is_some_and(|claim| pairs.claim.get(claim).ellipsis);
                score -= if signed { 0 } else { 1 + if was_dropping { 0 } else { 6 } };
            }
            Step::Added { .. } => score -= 10,
        }
    }
    Laid { steps, score, agreement: agrees as f32 / total.max(1) as f32, solid }
}
