//! Numbers in words: `двадцать пять тысяч`, `бір жарым`, `one hundred and five`.

use super::{Form, Numeral};
use crate::article::Language;
use crate::kazakh::Ending;
use crate::structure::figures::Reader;
use crate::structure::figures::known::{Number, Role};
use crate::structure::tokens::Kind;

impl Reader<'_, '_> {
    pub(super) fn worded(&self, at: usize) -> Option<Numeral> {
        // `a couple of weeks`; a couple of people may be anything.
        if self.norm(at) == "couple" && self.norm(at + 1) == "of" {
            let two = Numeral { end: at + 2, value: 2.0, scale: 1.0, form: Form::Words, ending: Ending::default() };
            let counts = self.unit(two.end).is_some() || self.counted(two.end, two).is_some();
            return counts.then_some(two);
        }
        let (mut total, mut current, mut scale) = (0.0, 0.0, 1.0);
        // What may still be added must be less than this.
        let (mut room, mut last) = (f64::INFINITY, f64::INFINITY);
        let mut form = Form::Words;
        let mut ending = Ending::default();
        let mut end = at;
        loop {
            let next = self.joined(at, end);
            let term = self.term(next);
            let Some(number) = term.number else { break };
            match number {
                Number::Cardinal(value) if value < room || value == 0.5 => {
                    (current, room, scale) = (current + value, self.room(value), 1.0);
                }
                Number::Ordinal(value) if value < room && (end == at || room > 1.0) => {
                    (current, form) = (current + value, Form::Ordinal);
                }
                // `две дюжины`, `five dozen`
                Number::Multiplier(value) | Number::Many(value) if end > at && value < 100.0 => {
                    if form == Form::Many || current == 0.0 || scale > 1.0 {
                        break;
                    }
                    (current, room) = (current * value, 1.0);
                }
                Number::Multiplier(value) | Number::Many(value) if end > at => {
                    if form == Form::Many {
                    } else if value == 100.0 && current < 100.0 {
                        (current, room) = (f64::max(current, 1.0) * 100.0, 100.0);
                    } else if current > 0.0 && value < last {
                        (total, current, scale, last) = (total + current * value, 0.0, value, value);
                        room = value.min(1000.0);
                    } else if current == 0.0 && total > 0.0 {
                        (total, scale) = (total * value, scale * value);
                    } else {
                        break;
                    }
                }
                // `более тысячи`: one, in the genitive.
                Number::Many(value) if end == at && self.is_governed(at) => {
                    (total, scale, last, room) = (value, value, value, value.min(1000.0));
                }
                Number::Many(_) if end == at => form = Form::Many,
                Number::Multiplier(value) if end == at => {
                    if self.length(at) <= 2 {
                        return None;
                    }
                    if value <= 100.0 {
                        (current, room) = (value, if value < 100.0 { 1.0 } else { 100.0 });
                    } else {
                        (total, scale, last, room) = (value, value, value, value.min(1000.0));
                    }
                }
                _ => break,
            }
            (end, ending) = (next + 1, term.ending);
            if form == Form::Ordinal || !ending.is_bare() {
                break;
            }
        }
        if end == at {
            return None;
        }
        let value = total + current;
        let scale = if current > 0.0 && total > 0.0 { 1.0 } else { scale };
        let numeral = Numeral { end, value, scale, form, ending };
        // Words with digits behind a multiplier: `миллион 200 тысяч`.
        let added = matches!(self.token(end).map(|t| t.kind), Some(Kind::Digits)) && scale > 1.0 && form == Form::Words;
        Some(if added && ending.is_bare() {
            Numeral { form, ..self.scaled(Numeral { value: value / scale, ..numeral }, scale, end) }
        } else {
            numeral
        })
    }

    /// Where the next word of a number begun at `at` stands: behind a hyphen (`twenty-five`), `and` or `of`.
    pub(super) fn joined(&self, at: usize, end: usize) -> usize {
        if end == at || self.text.language != Language::En {
            return end;
        }
        let hundred = matches!(self.term(end - 1).number, Some(Number::Multiplier(_)));
        let follows = |next: usize| self.term(next).number.is_some();
        match self.norm(end) {
            "and" if hundred && matches!(self.term(end + 1).number, Some(Number::Cardinal(_))) => end + 1,
            "of" if matches!(self.term(end - 1).number, Some(Number::Many(_))) && follows(end + 1) => end + 1,
            "" if self.is(end, '-') && !self.spaced(end) && !self.spaced(end + 1) && follows(end + 1) => end + 1,
            _ => end,
        }
    }

    /// Whether `тысячи` at `at` is the genitive that a word such as `более` asks for.
    pub(super) fn is_governed(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        matches!(self.norm(at), "тысячи" | "сотни")
            && (self.term(before).is(Role::Approximator) || matches!(self.norm(before), "до" | "от" | "чем"))
    }

    /// What may be added to a number word must be less than this.
    pub(super) fn room(&self, value: f64) -> f64 {
        if value >= 100.0 {
            100.0
        } else if value >= 20.0 || value == 10.0 && self.text.language == Language::Kk {
            10.0
        } else {
            // `бір жарым`
            1.0
        }
    }
}
