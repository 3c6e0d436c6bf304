//! Lays the words of a claim beside the words of a text: which stand for which, what was dropped, what was added.
//!
//! A local alignment with affine gaps (Gotoh): the best run of the text, however long the text, with as much of the claim as fits it.
//! A gap is dear to open and cheap to make longer, so that a sentence left out is one gap and not many; where the claim has an
//! ellipsis, leaving words out is free. Two words written as one, and one as two, are seen as such.

use super::pair::{Pairs, Relation, Row, WORD};
use super::tokens::Tokens;

/// One step of an alignment; places are of words, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// A word of the claim stands for a word of the text; where one has two for it, both counts say so.
    Pair { claim: usize, text: usize, claims: usize, texts: usize, relation: Relation },
    /// A word of the text that the claim lacks.
    Dropped { text: usize },
    /// A word of the claim that the text lacks.
    Added { claim: usize },
}

/// The best alignment of a claim with a text.
#[derive(Debug, Clone)]
pub(super) struct Alignment {
    /// In the order of both.
    pub(super) steps: Vec<Step>,
}

/// What it costs to drop words, and each of them.
const DROP: (i32, i32) = (14, 1);
/// What it costs to add words, and each of them.
const ADD: (i32, i32) = (13, 8);
/// What it costs that another word stands in the place of a word.
const UNLIKE: i32 = -16;
const NEVER: i32 = i32::MIN / 2;

/// What a pair counts, by the weight of the claim's word.
pub(super) fn value(relation: Relation, weight: i32) -> i32 {
    match relation {
        Relation::Same => weight,
        Relation::Spelled => weight - 2,
        Relation::Typo => weight * 3 / 4,
        Relation::Form | Relation::Opposite => weight * 2 / 5,
        Relation::Number => weight / 4,
        Relation::Unlike => UNLIKE,
    }
}

// How the best way came to a cell: 2 bits for the state before a pair, 2 for how many words it takes, 1 for a drop, 2 for an addition.
const FROM_START: u8 = 0;
const FROM_PAIR: u8 = 1;
const FROM_DROP: u8 = 2;
const FROM_ADD: u8 = 3;
const TWO_TEXTS: u8 = 1 << 2;
const TWO_CLAIMS: u8 = 2 << 2;
const DROP_GOES_ON: u8 = 1 << 4;
const ADD_SHIFT: u8 = 5;

/// Aligns the words of the claim that are `open` with the words `from..to` of a text. `None` where nothing agrees.
pub(super) fn align(pairs: &mut Pairs<'_>, text: &Tokens, from: usize, to: usize, open: &[bool]) -> Option<Alignment> {
    let (n, m) = (pairs.claim.len(), to - from);
    let rows: Vec<Row> = (from..to).map(|at| pairs.row(text, at)).collect();
    let width = n + 1;
    let mut ways = vec![0_u8; (m + 1) * width];
    // The best score that ends in each state after `i` words of the claim, for the last rows of the text.
    let mut pair = vec![NEVER; width];
    let mut drop = vec![NEVER; width];
    let mut last_pair = vec![NEVER; width];
    let mut before: [Vec<i32>; 2] = [vec![0; width], vec![0; width]];
    let mut before_from: [Vec<u8>; 2] = [vec![FROM_START; width], vec![FROM_START; width]];
    let (mut now, mut now_from) = (vec![0; width], vec![FROM_START; width]);
    let mut scores = vec![UNLIKE; n];
    // The words of the claim that are two of the text written as one, and the second ones of two that are written as one there.
    let (mut joins, mut joined) = (vec![false; n], vec![false; n]);
    let mut two = String::new();
    let (mut best, mut best_at) = (0, (0, 0));
    for j in 1..=m {
        let row = &rows[j - 1];
        for (at, relation) in row.iter() {
            scores[*at as usize] = value(*relation, pairs.weights[*at as usize]);
        }
        two.clear();
        if j >= 2 {
            text.join(from + j - 2, &mut two);
        }
        pairs.places(&two).iter().for_each(|at| joins[*at as usize] = true);
        pairs.joined(text.norm(from + j - 1)).iter().for_each(|at| joined[*at as usize] = true);
        std::mem::swap(&mut last_pair, &mut pair);
        pair[0] = 0;
        let mut add = NEVER;
        let way_row = &mut ways[j * width..(j + 1) * width];
        for i in 1..=n {
            let mut way;
            // A pair.
            let (mut score, mut came) = (before[0][i - 1] + scores[i - 1], before_from[0][i - 1]);
            way = 0;
            // A word that has a partner of its own is no two words.
            let alone = scores[i - 1] < WORD / 2;
            if alone && joins[i - 1] {
                let two = before[1][i - 1] + value(Relation::Spelled, WORD);
                if two > score {
                    (score, came, way) = (two, before_from[1][i - 1], TWO_TEXTS);
                }
            }
            if alone && joined[i - 1] {
                let two = before[0][i - 2] + value(Relation::Spelled, WORD);
                if two > score && open[i - 2] {
                    (score, came, way) = (two, before_from[0][i - 2], TWO_CLAIMS);
                }
            }
            if !open[i - 1] {
                score = NEVER;
            }
            way |= came;
            pair[i] = score;
            // A word of the text is dropped, after `i` words of the claim.
            let free = i < n && pairs.claim.get(i).ellipsis;
            let (opening, each) = if free { (0, 0) } else { DROP };
            let (fresh, further) = (last_pair[i] - opening - each, drop[i] - each);
            drop[i] = fresh.max(further);
            if further > fresh {
                way |= DROP_GOES_ON;
            }
            // A word of the claim is added.
            let after_pair = pair[i - 1] - ADD.0 - ADD.1;
            let after_drop = drop[i - 1] - ADD.0 - ADD.1;
            let further = add - ADD.1;
            let (added, by) = if after_pair >= after_drop && after_pair >= further {
                (after_pair, FROM_PAIR)
            } else if after_drop >= further {
                (after_drop, FROM_DROP)
            } else {
                (further, FROM_ADD)
            };
            add = if open[i - 1] && i > 1 { added } else { NEVER };
            way |= by << ADD_SHIFT;
            way_row[i] = way;
            // What a pair in the next row goes on from.
            let (mut top, mut state) = (0, FROM_START);
            for (score, from) in [(pair[i], FROM_PAIR), (drop[i], FROM_DROP), (add, FROM_ADD)] {
                // Of equal ways the one that has more of the claim.
                if score > top || score == top && state == FROM_START {
                    (top, state) = (score, from);
                }
            }
            now[i] = top;
            now_from[i] = state;
            if pair[i] > best {
                best = pair[i];
                best_at = (j, i);
            }
        }
        for (at, _) in row.iter() {
            scores[*at as usize] = UNLIKE;
        }
        pairs.places(&two).iter().for_each(|at| joins[*at as usize] = false);
        pairs.joined(text.norm(from + j - 1)).iter().for_each(|at| joined[*at as usize] = false);
        before.swap(0, 1);
        before_from.swap(0, 1);
        std::mem::swap(&mut before[0], &mut now);
        std::mem::swap(&mut before_from[0], &mut now_from);
    }
    if best <= 0 {
        return None;
    }
    Some(Alignment { steps: walk_back(&ways, width, best_at, &rows, from) })
}

fn walk_back(ways: &[u8], width: usize, end: (usize, usize), rows: &[Row], from: usize) -> Vec<Step> {
    let (mut j, mut i) = end;
    let mut state = FROM_PAIR;
    let mut steps = Vec::new();
    while state != FROM_START {
        let way = ways[j * width + i];
        match state {
            FROM_PAIR => {
                let (claims, texts) = match way & (TWO_TEXTS | TWO_CLAIMS) {
                    TWO_TEXTS => (1, 2),
                    TWO_CLAIMS => (2, 1),
                    _ => (1, 1),
                };
                let known = rows[j - 1].iter().find(|(at, _)| *at as usize == i - 1);
                let relation =
                    if claims + texts > 2 { Relation::Spelled } else { known.map_or(Relation::Unlike, |(_, it)| *it) };
                (j, i) = (j - texts, i - claims);
                steps.push(Step::Pair { claim: i, text: from + j, claims, texts, relation });
                state = way & 3;
            }
            FROM_DROP => {
                j -= 1;
                steps.push(Step::Dropped { text: from + j });
                state = if way & DROP_GOES_ON != 0 { FROM_DROP } else { FROM_PAIR };
            }
            _ => {
                i -= 1;
                steps.push(Step::Added { claim: i });
                state = way >> ADD_SHIFT;
            }
        }
    }
    steps.reverse();
    steps
}

#[cfg(test)]
mod tests {
    use super::super::pair::Pairs;
    use super::super::tokens::Tokens;
    use super::{Step, align};
    use crate::article::Language;

    /// An alignment in one line: the claim's words, `-word` for a dropped one, `+word` for an added one, `a=b` for another.
    fn aligned(claim: &str, text: &str) -> String {
        let (claim, text) = (Tokens::of(claim, Language::Ru), Tokens::of(text, Language::Ru));
        let mut pairs = Pairs::new(&claim, Language::Ru, &|_, _| false);
        let open = vec![true; claim.len()];
        let Some(alignment) = align(&mut pairs, &text, 0, text.len(), &open) else { return String::new() };
        let step = |step: &Step| match *step {
            Step::Pair { claim: at, text: of, claims, texts, .. } => {
                let one: Vec<_> = (at..at + claims).map(|at| claim.norm(at)).collect();
                let other: Vec<_> = (of..of + texts).map(|of| text.norm(of)).collect();
                if one == other { one.join(" ") } else { format!("{}={}", one.join(" "), other.join(" ")) }
            }
            Step::Dropped { text: of } => format!("-{}", text.norm(of)),
            Step::Added { claim: at } => format!("+{}", claim.norm(at)),
        };
        alignment.steps.iter().map(step).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn claims_are_laid_beside_texts() {
        const SAID: &str =
            "Тема крайне актуальна. Мы не допустили излишней спешки: работа шла пять лет. Сильные села – залог успеха.";
        let cases = [
            ("излишней спешки: работа", "излишней спешки работа"),
            ("мы допустили излишней спешки", "мы -не допустили излишней спешки"),
            ("мы не допустили никакой излишней спешки", "мы не допустили +никакой излишней спешки"),
            ("работа шла шесть лет", "работа шла 6=5 лет"),
            ("мы недопустили излишней спешки", "мы недопустили=не допустили излишней спешки"),
            ("мы не допустили излишней спеш ки", "мы не допустили излишней спеш ки=спешки"),
            ("не допустим излишней спекши", "не допустим=допустили излишней спекши=спешки"),
            ("работа идет пять лет", "работа идет=шла 5 лет"),
            ("мы не допустили… пять лет", "мы не допустили -излишней -спешки -работа -шла 5 лет"),
            ("прекрасная погода", ""),
        ];
        for (claim, expected) in cases {
            assert_eq!(aligned(claim, SAID), expected, "{claim}");
        }
    }
}
