//! Numbers in digits and in words: `2 334`, `1,5 млрд`, `2 млн 150 мың`, `двадцать пять`, `700-ден`, `14th`.

mod digits;
mod words;

use super::Reader;
use super::known::{Number, Unit};
use crate::article::Language;
use crate::kazakh::Ending;
use crate::structure::tokens::Kind;

/// Greater numbers are codes or nonsense.
const MOST: f64 = 1e16;

/// A number as it is written, without unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    /// The token after it.
    pub(super) end: usize,
    pub(super) value: f64,
    /// What its multipliers make together; 1 without any.
    pub(super) scale: f64,
    pub(super) form: Form,
    pub(super) ending: Ending,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// One run of digits: it could be a year.
    Plain,
    /// Digits in groups, with decimals or with a multiplier.
    Digits,
    Words,
    /// A word that leaves open how many: `десятки`.
    Many,
    /// `91-м`, `14th`, `третий`.
    Ordinal,
    /// `3-орында`: digits that count the noun behind the hyphen; the numeral ends before the hyphen.
    OrdinalOf,
    /// `1960-е`, `1990s`.
    Decade,
    /// `20-х числах`, a code of many digits: no number of anything.
    Vague,
    /// `19-летний`: with the unit.
    Compound(Unit),
}

impl Numeral {
    /// Whether it may count something.
    pub(super) fn is_cardinal(self) -> bool {
        matches!(self.form, Form::Plain | Form::Digits | Form::Words)
    }

    /// The number without its multipliers.
    pub(super) fn mantissa(self) -> f64 {
        self.value / self.scale
    }

    /// Whether it is written like a year of our time.
    pub(super) fn is_year(self) -> bool {
        self.form == Form::Plain && self.ending.is_bare() && (1000.0..2200.0).contains(&self.value)
    }
}

impl Reader<'_, '_> {
    /// The number that begins at `at`.
    pub(super) fn numeral(&self, at: usize) -> Option<Numeral> {
        let numeral = match self.token(at)?.kind {
            Kind::Digits => self.digits(at)?,
            Kind::Word(_) => self.worded(at)?,
            _ => return None,
        };
        if numeral.value > MOST {
            return Some(Numeral { form: Form::Vague, ..numeral });
        }
        Some(self.and_a_half(numeral))
    }

    /// `два с половиной`, `two and a half`.
    fn and_a_half(&self, numeral: Numeral) -> Numeral {
        let at = numeral.end;
        let words = match self.norm(at) {
            "с" if self.norm(at + 1) == "половиной" => 2,
            "and" if self.norm(at + 1) == "a" && self.norm(at + 2) == "half" => 3,
            _ => return numeral,
        };
        if !numeral.is_cardinal() {
            return numeral;
        }
        let half =
            Numeral { end: at + words, value: numeral.value + 0.5 * numeral.scale, form: Form::Digits, ..numeral };
        match self.multiplier(half.end) {
            Some((multiplier, end)) if half.scale <= 1.0 => {
                Numeral { end, value: half.value * multiplier, scale: multiplier, ..half }
            }
            _ => half,
        }
    }

    /// What a run of digits is worth.
    fn run(&self, at: usize) -> f64 {
        self.slice(at).bytes().fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0'))
    }

    fn length(&self, at: usize) -> usize {
        self.token(at).map_or(0, |token| (token.end - token.start) as usize)
    }

    /// The multiplier at `at` and the token after it, with its full stop.
    pub(super) fn multiplier(&self, at: usize) -> Option<(f64, usize)> {
        let token = self.token(at)?;
        let (Some(Number::Multiplier(value)) | Some(Number::Many(value))) = self.term(at).number else { return None };
        // `$40m`, but `40 m` are metres.
        if self.length(at) == 1 && (token.spaced || !self.is_shortened(at)) {
            return None;
        }
        if value < 100.0 {
            return None;
        }
        let mut end = at + 1;
        // The full stop of `млн.`, when the sentence goes on.
        let goes_on = self.token(end + 1).is_some_and(|next| !next.is_capital() && next.kind != Kind::LineEnd);
        if self.text.language != Language::En && self.is(end, '.') && goes_on {
            end += 1;
        }
        Some((value, end))
    }

    /// Whether one letter glued to digits is a multiplier: `$40m`, `12.7m units`.
    fn is_shortened(&self, at: usize) -> bool {
        let first = (at.saturating_sub(5)..at)
            .rev()
            .find(|at| !self.is_digits(*at) && !self.is(*at, '.') && !self.is(*at, ','));
        let counts = self.term(at + 1).unit.is_some()
            || self.is_word(at + 1) && self.norm(at + 1).ends_with('s') && self.spaced(at + 1);
        first.is_some_and(|first| self.is_money_mark(first)) || counts && self.norm(at + 1) != "is"
    }
}

/// What a Roman number in small letters is worth, when written as it should be.
pub(super) fn roman(norm: &str) -> Option<f64> {
    const PARTS: [(&str, u32); 9] =
        [("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)];
    if norm.len() > 16 || !norm.starts_with(['i', 'v', 'x', 'l', 'c', 'х', 'і']) {
        return None;
    }
    // The Cyrillic letters that look alike.
    let latin: String = norm
        .chars()
        .map(|c| {
            if c == 'х' {
                'x'
            } else if c == 'і' {
                'i'
            } else {
                c
            }
        })
        .collect();
    let (mut rest, mut value) = (latin.as_str(), 0);
    for (part, worth) in PARTS {
        let most = if part.len() == 2 || matches!(part, "l" | "v") { 1 } else { 3 };
        for _ in 0..most {
            let Some(after) = rest.strip_prefix(part) else { break };
            (rest, value) = (after, value + worth);
        }
    }
    (rest.is_empty() && value > 0).then_some(f64::from(value))
}
