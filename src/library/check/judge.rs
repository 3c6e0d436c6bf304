//! From words laid beside words to what is to be said of them.

use super::align::Step;
use super::change::{Change, Sides, places};
use super::diff::{Op, Run, runs};
use super::lay::Laid;

/// How the words of a claim agree with those of one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wording {
    /// One unbroken run, apart from light changes and from what an ellipsis stands for.
    Verbatim,
    /// In order, with words left out.
    Shortened,
    /// Some are others.
    Altered,
    /// Too few agree.
    Apart,
}

/// A claim beside a text, judged.
pub(super) struct Judged {
    pub(super) runs: Vec<Run>,
    pub(super) wording: Wording,
    /// What the differences change, the gravest first, each once.
    pub(super) changes: Vec<Change>,
}

/// The share of a claim's words that must agree for it to be that quote, altered.
const ENOUGH: f32 = 0.55;
/// The same for a claim of few words, among which a chance agreement weighs more.
const ENOUGH_OF_FEW: f32 = 0.6;
const FEW: usize = 6;

/// Judges how the words of a claim agree with those of a text.
pub(super) fn judge(laid: &Laid, sides: &Sides<'_>) -> Judged {
    let mut steps = laid.steps.clone();
    clipped(&mut steps, sides);
    let runs = runs(&steps, sides);
    let mut changes: Vec<Change> = runs.iter().filter_map(|run| run.change).collect();
    changes.sort_unstable();
    changes.dedup();
    let grave = runs.iter().any(|run| run.turns);
    let moved = |run: &Run| run.change == Some(Change::Order);
    let dropped = runs.iter().any(|run| run.op == Op::Dropped && !run.signed && !moved(run));
    let words = sides.claim.len();
    let enough = if words <= FEW { ENOUGH_OF_FEW } else { ENOUGH };
    let wording = match (grave, dropped) {
        (false, false) => Wording::Verbatim,
        (false, true) if laid.solid >= 2 || laid.agreement >= 0.99 => Wording::Shortened,
        (true, _) if laid.agreement >= enough && laid.solid >= 2 => Wording::Altered,
        _ => Wording::Apart,
    };
    Judged { runs, wording, changes }
}

/// Shows the words just outside a run that the run turns on: a no that is left out before it or after it, the rest of a number.
fn clipped(steps: &mut Vec<Step>, sides: &Sides<'_>) {
    let (Some(first @ Step::Pair { .. }), Some(last)) = (steps.first(), steps.last()) else { return };
    let start = places(first).1.start;
    let end = matches!(last, Step::Pair { .. }).then(|| places(last).1.end);
    if end.is_some_and(|end| sides.taken_from_previous(end).is_some()) {
        steps.extend(end.map(|text| Step::Dropped { text }));
    }
    let nearest = (start.saturating_sub(3)..start).rev().find(|from| sides.taken_from_next(*from, start).is_some());
    if let Some(from) = nearest {
        steps.splice(0..0, (from..start).map(|text| Step::Dropped { text }));
    }
}
