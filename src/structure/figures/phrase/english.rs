//! English nouns behind a number: to the first plural, behind an ordinal to the first noun.

use std::ops::Range;

use crate::structure::figures::Reader;
use crate::structure::figures::known::{Measure, Role};
use crate::structure::figures::numerals::{Form, Numeral};

impl Reader<'_, '_> {
    pub(super) fn english_noun(&self, at: usize, numeral: Numeral) -> Option<Range<usize>> {
        let one = numeral.form == Form::Ordinal || numeral.value == 1.0;
        let mut next = at;
        // `five of the wells` counts wells, but ends at the number; `two more nurses`.
        while self.term(next).is(Role::Modifier) && next < at + 2 {
            next += 1;
        }
        for place in next..next + 5 {
            let norm = self.norm(place);
            if !self.is_content(place) || place > next && !self.spaced(place) && !self.is_dash(place - 1) {
                // A hyphen inside: `two gas-fired plants`.
                if place > next && self.is_dash(place) && !self.spaced(place) && !self.spaced(place + 1) {
                    continue;
                }
                return None;
            }
            let plural = self.is_english_plural(place);
            if one && self.term(place).unit.is_some_and(|unit| unit.measure == Measure::Person) {
                return Some(at..place + 1);
            }
            let gerund = norm.ends_with("ing") && numeral.form == Form::Ordinal && !self.is_content(place + 1);
            if one && !plural && (!is_participle(norm) || gerund) && !self.english_goes_on(place) {
                return Some(at..place + 1);
            }
            if plural && !one {
                let mut end = place + 1;
                // `sports clubs`, `women doctors`; but `attempts end`.
                let first = is_noun_of_another(self.norm(place)) || self.term(place).is(Role::Plural);
                while first
                    && self.is_content(end)
                    && self.is_english_plural(end)
                    && self.spaced(end)
                    && end < place + 3
                {
                    end += 1;
                }
                return Some(at..end);
            }
        }
        None
    }

    fn is_english_plural(&self, at: usize) -> bool {
        let (norm, term) = (self.norm(at), self.term(at));
        if term.is(Role::Plural) {
            return true;
        }
        let s =
            norm.ends_with('s') && !["ss", "us", "is", "'s"].iter().any(|end| norm.ends_with(end)) && norm.len() > 3;
        (s || norm.ends_with("s'")) && !term.is(Role::Noun)
    }

    /// Whether a singular noun is followed by another, so that it stands like an adjective.
    fn english_goes_on(&self, at: usize) -> bool {
        let next = at + 1;
        self.is_content(next)
            && self.spaced(next)
            && !is_participle(self.norm(next))
            && self.text.tokens[next].case == self.text.tokens[at].case
            && !self.norm(next).ends_with('s')
            && !self.norm(next).ends_with("ly")
    }
}

/// Whether a plural often stands before another noun.
fn is_noun_of_another(word: &str) -> bool {
    matches!(word, "sports" | "goods" | "arms" | "savings" | "systems" | "communications" | "customs")
}

fn is_participle(word: &str) -> bool {
    const NOUNS: [&str; 12] = [
        "bed", "seed", "speed", "need", "feed", "shed", "building", "meeting", "ceiling", "railing", "hearing",
        "painting",
    ];
    (word.ends_with("ed") || word.ends_with("ing") && word.len() > 5) && word.len() > 3 && !NOUNS.contains(&word)
}
