//! Fractions and shares: `треть`, `две трети`, `каждый шестой студент`, `үштен бірі`, `әрбір үшіншісі`, `one in five`, `1/3`.

use std::ops::Range;

use super::known::{Measure, Number, Role, Term};
use super::numerals::{Form, Numeral};
use super::{Found, Reader, Seen};
use crate::article::{FigureKind, Language, Value};
use crate::kazakh::Case;

/// Below the line stands no greater number.
const MOST_PARTS: f64 = 1000.0;

impl Reader<'_, '_> {
    /// A share that begins at `at`.
    pub(super) fn share(&self, at: usize, sentence: &Range<usize>) -> Option<Seen> {
        if self.is_digits(at)
            && self.is(at + 1, '/')
            && self.is_digits(at + 2)
            && !self.spaced(at + 1)
            && !self.spaced(at + 2)
        {
            let round = self.norm(at + 3).starts_with("финал");
            return Some(if round { Seen::Name(at + 3) } else { self.slashed(at) });
        }
        match self.text.language {
            Language::Ru => self.russian_share(at, sentence),
            Language::Kk => self.kazakh_share(at),
            Language::En => self.english_share(at, sentence),
        }
    }

    /// `1/3`; `9/11` and `2024/25` are names.
    fn slashed(&self, at: usize) -> Seen {
        let parts = (self.slice(at).parse::<u32>(), self.slice(at + 2).parse::<u32>());
        match parts {
            (Ok(above), Ok(below)) if above > 0 && above < below && (below <= 10 || below == 100) => {
                self.found_share(at..at + 3, above, below, None)
            }
            _ => Seen::Name(at + 3),
        }
    }

    fn russian_share(&self, at: usize, sentence: &Range<usize>) -> Option<Seen> {
        let term = self.term(at);
        if let Some(Number::Share(above, below)) = term.number {
            // The second half of the year, half past eight, a quarter-final.
            let before = if at > sentence.start { self.term(at - 1) } else { Term::default() };
            let part = matches!(before.number, Some(Number::Ordinal(_)));
            let clock =
                matches!(self.term(at + 1).number, Some(Number::Ordinal(_))) || self.norm(at + 1).starts_with("финал");
            return Some(if part || clock {
                Seen::Name(at + 1)
            } else {
                self.found_share(at..at + 1, above, below, self.genitive(at + 1, true))
            });
        }
        if term.is(Role::Each) {
            return self.each(at);
        }
        // `пятая часть жителей`; `третья часть книги` is another.
        if let Some(Number::Ordinal(below)) = term.number
            && matches!(self.norm(at + 1), "часть" | "части" | "частью" | "доля" | "долю" | "доли")
            && below >= 3.0
        {
            let whole_of = self.genitive(at + 2, true).filter(|of| {
                let term = self.term(of.start);
                term.is(Role::Tail) || term.unit.is_some_and(|unit| unit.measure == Measure::Person)
            });
            // `пятая часть – дети`
            let told = self.is_dash(at + 2) && self.spaced(at + 2);
            let share = whole_of.is_some() || told;
            return share.then(|| Some(self.found_share(at..at + 2, 1, whole(below)?, whole_of))).flatten();
        }
        if let Some(share) = self.out_of(at) {
            return Some(share);
        }
        // `две трети`, `одна пятая`, `три четверти`.
        let Some(Number::Cardinal(above)) = term.number else { return None };
        let below = match self.term(at + 1).number? {
            Number::Share(1, below) => below,
            Number::Ordinal(below) if feminine(self.norm(at + 1)) && (3.0..=MOST_PARTS).contains(&below) => {
                whole(below)?
            }
            _ => return None,
        };
        let above = whole(above).filter(|above| *above < below)?;
        Some(self.found_share(at..at + 2, above, below, self.genitive(at + 2, true)))
    }

    /// `трое из десяти`, `9 из 10 жителей`: of a round number, for of others they are counted.
    fn out_of(&self, at: usize) -> Option<Seen> {
        let above = self.numeral(at).filter(|n| matches!(n.form, Form::Plain | Form::Words))?;
        if self.norm(above.end) != "из" {
            return None;
        }
        let below = self.numeral(above.end + 1).filter(|n| matches!(n.form, Form::Plain | Form::Words))?;
        let round = [10.0, 100.0, 1000.0].contains(&below.value) && above.value < below.value;
        let counted = if round { self.counted(below.end, below) } else { return None };
        let end = counted.as_ref().map_or(below.end, |phrase| phrase.end);
        Some(self.found_share(at..end, whole(above.value)?, whole(below.value)?, counted))
    }

    /// `каждый шестой студент`, `every third child`, `әрбір бесінші бала`.
    fn each(&self, at: usize) -> Option<Seen> {
        let numeral = self.numeral(at + 1).filter(|numeral| numeral.form == Form::Ordinal && numeral.value >= 2.0)?;
        if numeral.value > MOST_PARTS {
            return None;
        }
        let counted =
            if numeral.ending.possessive { None } else { self.counted(numeral.end, Numeral { value: 1.0, ..numeral }) };
        let (end, of) = counted.map_or((numeral.end, None), |phrase| (phrase.end, Some(phrase)));
        Some(self.found_share(at..end, 1, whole(numeral.value)?, of))
    }

    fn kazakh_share(&self, at: usize) -> Option<Seen> {
        let term = self.term(at);
        match term.number {
            // `жартысы`; `жарты жыл` is half a year.
            // `жылдың екінші жартысында`
            Some(Number::Share(..)) if at > 0 && matches!(self.term(at - 1).number, Some(Number::Ordinal(_))) => {
                return Some(Seen::Name(at + 1));
            }
            Some(Number::Share(above, below)) if term.ending.possessive => {
                return Some(self.found_share(at..at + 1, above, below, self.owner(at)));
            }
            Some(Number::Share(above, below))
                if self.term(at + 1).unit.is_some() || self.multiplier(at + 1).is_some() =>
            {
                let value = f64::from(above) / f64::from(below);
                return self.fraction_of_unit(at, value);
            }
            _ => {}
        }
        if term.is(Role::Each) {
            return self.each(at);
        }
        // `үштен бірі`, `10-нан 3-і`, `бестен бір бөлігі`.
        let below =
            self.numeral(at).filter(|n| n.is_cardinal() && n.ending.case == Case::Ablative && !n.ending.possessive)?;
        // `үштен бірге азайды`: elsewhere the word means together.
        if self.norm(below.end) == "бірге" {
            return Some(self.found_share(at..below.end + 1, 1, whole(below.value)?, self.owner(at)));
        }
        let above = self.numeral(below.end).filter(|n| n.is_cardinal() && n.value < below.value)?;
        let part = |at: usize| ["бөлігі", "бөлі"].iter().any(|word| self.norm(at).starts_with(word));
        let end = match () {
            () if above.ending.possessive => above.end,
            () if above.ending.is_bare() && part(above.end) => above.end + 1,
            () => return None,
        };
        if below.value > MOST_PARTS {
            return None;
        }
        Some(self.found_share(at..end, whole(above.value)?, whole(below.value)?, self.owner(at)))
    }

    fn english_share(&self, at: usize, sentence: &Range<usize>) -> Option<Seen> {
        let before = if at > sentence.start { self.norm(at - 1) } else { "" };
        let of = |end: usize| if self.norm(end) == "of" { self.english_of(end) } else { None };
        if let Some(Number::Share(above, below)) = self.term(at).number {
            let half = below == 2;
            // `an hour and a half`
            let one_and = at >= sentence.start + 4 && self.norm(at - 1) == "a" && self.norm(at - 2) == "and";
            if half && one_and && matches!(self.norm(at - 4), "a" | "an" | "one") {
                let unit = self.term(at - 3).unit.filter(|unit| unit.measure == Measure::Time)?;
                let value = Value::Number(1.5);
                return Some(self.found(at - 4..at + 1, value, FigureKind::Duration, Some(unit), None));
            }
            let of_the_year = matches!(self.term(at.wrapping_sub(1)).number, Some(Number::Ordinal(_)))
                || matches!(before, "second" | "first" | "latter" | "other" | "other's")
                || self.norm(at + 1) == "past"
                || self.is_dash(at + 1);
            if half && matches!(self.norm(at + 1), "a" | "an") {
                if self.multiplier(at + 2).is_some() {
                    return self.fraction_of_unit_at(at, at + 2, 0.5);
                }
                if self.norm(at + 2) == "dozen" {
                    let ending = crate::kazakh::Ending::default();
                    let six = Numeral { end: at + 3, value: 6.0, scale: 1.0, form: Form::Words, ending };
                    return self.measured(at, six, None);
                }
            }
            let alone = half || self.is_a_part(at);
            return (alone && !of_the_year).then(|| self.found_share(at..at + 1, above, below, of(at + 1)));
        }
        if self.norm(at) == "every" {
            return self.each(at);
        }
        // `a third of`.
        if let Some(Number::Ordinal(below)) = self.term(at).number {
            let third = self.is_a_part(at) && below >= 3.0;
            return if third { Some(self.found_share(at..at + 1, 1, whole(below)?, of(at + 1))) } else { None };
        }
        let Some(Number::Cardinal(above)) = self.term(at).number else {
            // `1 in 5 children`.
            return self.one_in(at);
        };
        let next = if self.is_dash(at + 1) && !self.spaced(at + 1) { at + 2 } else { at + 1 };
        let below = match self.term(next).number {
            Some(Number::Share(1, below)) => below,
            Some(Number::Ordinal(below))
                if above <= 1.0 && below >= 3.0 && (next == at + 2 || self.norm(next + 1) == "of") =>
            {
                whole(below)?
            }
            _ => return self.one_in(at),
        };
        let above = whole(above).filter(|above| *above < below)?;
        Some(self.found_share(at..next + 1, above, below, of(next + 1)))
    }

    /// `a third of`, `by a quarter`.
    fn is_a_part(&self, at: usize) -> bool {
        let by = at >= 2 && matches!(self.norm(at - 2), "by" | "to");
        let ends = !self.is_word(at + 1) || self.term(at + 1).is(Role::Preposition);
        at > 0 && self.norm(at - 1) == "a" && (self.norm(at + 1) == "of" || by && ends)
    }

    /// `one in five`, `three out of ten children`, `one word in twenty`.
    fn one_in(&self, at: usize) -> Option<Seen> {
        let above = self.numeral(at).filter(|n| matches!(n.form, Form::Plain | Form::Words))?;
        // `one word in twenty`: the noun stands between.
        let between = above.value == 1.0 && self.is_content(above.end) && self.norm(above.end + 1) == "in";
        let next = match (self.norm(above.end), self.norm(above.end + 1)) {
            ("in", _) => above.end + 1,
            ("out", "of") => above.end + 2,
            _ if between => above.end + 2,
            _ => return None,
        };
        let below = self.numeral(next).filter(|n| matches!(n.form, Form::Plain | Form::Words) && !n.is_year())?;
        // `two in three days` is no share; `one in four buses` is.
        let round = below.value == 5.0 || below.value == 10.0 || below.value == 100.0;
        let share = (above.value == 1.0 || round || self.norm(above.end) == "out")
            && below.value > above.value
            && below.value <= MOST_PARTS
            && self.term(below.end).unit.is_none_or(|unit| unit.measure == Measure::Person);
        if !share {
            return None;
        }
        let counted = self.counted(below.end, below);
        if between {
            let noun = above.end..above.end + 1;
            return if counted.is_none() {
                Some(self.found_share(at..below.end, 1, whole(below.value)?, Some(noun)))
            } else {
                None
            };
        }
        let end = counted.as_ref().map_or(below.end, |phrase| phrase.end);
        Some(self.found_share(at..end, whole(above.value)?, whole(below.value)?, counted))
    }

    fn fraction_of_unit(&self, at: usize, value: f64) -> Option<Seen> {
        self.fraction_of_unit_at(at, at + 1, value)
    }

    /// Half a million, half a year: what follows at `next` is a multiplier or a unit.
    fn fraction_of_unit_at(&self, at: usize, next: usize, value: f64) -> Option<Seen> {
        let (scale, end) = self.multiplier(next).unwrap_or((1.0, next));
        let ending = if end > next { self.term(next).ending } else { crate::kazakh::Ending::default() };
        let numeral = Numeral { end, value: value * scale, scale, form: Form::Digits, ending };
        self.measured(at, numeral, None)
    }

    /// What a share is of, before it: `дүкендердің бестен бірі`.
    fn owner(&self, at: usize) -> Option<Range<usize>> {
        let owner = at.checked_sub(1)?;
        let genitive =
            ["ның", "нің", "дың", "дің", "тың", "тің"].iter().any(|ending| self.norm(owner).ends_with(ending));
        (genitive && self.norm(owner) != "оның").then_some(owner..at)
    }

    /// The words after an `of`, up to four, that are nouns or stand before one.
    pub(super) fn english_of(&self, at: usize) -> Option<Range<usize>> {
        let mut start = at + 1;
        while matches!(self.norm(start), "the" | "all" | "its" | "their" | "his" | "her" | "our") {
            start += 1;
        }
        let words = (start..start + 4).take_while(|at| {
            self.is_word(*at)
                && !self.term(*at).is(Role::Function)
                && !self.term(*at).is(Role::Preposition)
                && (*at == start || self.spaced(*at) && !self.term(*at).is(Role::Verb))
        });
        let end = words.last()? + 1;
        Some(start..end)
    }

    fn found_share(&self, tokens: Range<usize>, numerator: u32, denominator: u32, of: Option<Range<usize>>) -> Seen {
        let value = Some(Value::Share { numerator, denominator }.into());
        Seen::Figure(Found { tokens, value, kind: FigureKind::Share, unit: None, of })
    }
}

/// A small whole number.
fn whole(value: f64) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be small and positive")]
    ((1.0..=MOST_PARTS).contains(&value) && value.fract() == 0.0).then_some(value as u32)
}

fn feminine(ordinal: &str) -> bool {
    ["ая", "ой", "ую", "ых", "ья", "ьей"].iter().any(|ending| ordinal.ends_with(ending))
}
