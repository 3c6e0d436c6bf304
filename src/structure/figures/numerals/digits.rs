//! Numbers in digits: groups, decimals, multipliers, and what is joined to them.

use super::{Form, Numeral};
use crate::article::Language;
use crate::kazakh::{self, Ending};
use crate::structure::figures::Reader;
use crate::structure::figures::known::{Measure, Role};
use crate::structure::tokens::Kind;

impl Reader<'_, '_> {
    pub(super) fn digits(&self, at: usize) -> Option<Numeral> {
        let (mut value, mut end) = (self.run(at), at + 1);
        let length = self.length(at);
        let mut plain = true;
        // Groups of three, all parted alike.
        if length <= 3 && value > 0.0 {
            while let Some(next) = self.group(at + 1, end) {
                value = value * 1000.0 + self.run(next);
                end = next + 1;
                plain = false;
            }
        }
        if let Some(decimals) = self.decimals(end) {
            let digits = i32::try_from(self.length(decimals)).ok()?;
            value += self.run(decimals) / 10_f64.powi(digits);
            end = decimals + 1;
            plain = false;
        }
        let form = if plain { Form::Plain } else { Form::Digits };
        let numeral = Numeral { end, value, scale: 1.0, form, ending: Ending::default() };
        if let Some((multiplier, next)) = self.multiplier(end) {
            return Some(self.scaled(numeral, multiplier, next));
        }
        self.suffixed(numeral)
    }

    /// The next group of three digits of a number whose second group, if any, begins after `first`; the last ended at `end`.
    pub(super) fn group(&self, first: usize, end: usize) -> Option<usize> {
        let parted = |at: usize| match self.token(at)?.kind {
            Kind::Digits if self.token(at)?.spaced => Some((' ', at)),
            Kind::Mark(mark @ (',' | '.' | '\'')) if !self.token(at)?.spaced => {
                let next = self.token(at + 1)?;
                (next.kind == Kind::Digits && !next.spaced).then_some((mark, at + 1))
            }
            _ => None,
        };
        let (mark, next) = parted(end)?;
        if self.length(next) != 3 || parted(first)?.0 != mark {
            return None;
        }
        let three_decimals = || parted(next + 1).is_none_or(|(after, at)| after != mark || self.length(at) != 3);
        let groups = match (mark, self.text.language) {
            (' ', _) => true,
            (',', Language::En) => true,
            ('.', Language::En) => !three_decimals() || end > first,
            // `1,250 млрд` are decimals, `2,334 акима` are thousands.
            (',' | '.', _) => end > first || !three_decimals() || !self.is_measured(next + 1),
            _ => true,
        };
        groups.then_some(next)
    }

    /// Whether a multiplier, a per cent sign or a unit that has parts follows.
    pub(in crate::structure::figures) fn is_measured(&self, at: usize) -> bool {
        self.is(at, '%')
            || self.multiplier(at).is_some()
            || self.term(at).unit.is_some_and(|unit| unit.measure != Measure::Person)
    }

    /// The decimals behind a number that ends at `end`.
    pub(super) fn decimals(&self, end: usize) -> Option<usize> {
        let mark = self.token(end)?;
        let next = self.token(end + 1)?;
        let decimal = match mark.kind {
            Kind::Mark('.') => true,
            Kind::Mark(',') => self.text.language != Language::En,
            _ => false,
        };
        let decimal = decimal && !mark.spaced && !next.spaced && next.kind == Kind::Digits;
        // A second mark makes it a date or a version.
        let more = self.is(end + 2, '.') && self.token(end + 3).is_some_and(|t| t.kind == Kind::Digits && !t.spaced);
        (decimal && !more).then_some(end + 1)
    }

    /// A number with its multiplier, and with what is added: `2 млн 150 мың`.
    pub(super) fn scaled(&self, numeral: Numeral, multiplier: f64, end: usize) -> Numeral {
        let mut sum = numeral.value * multiplier;
        let (mut end, mut scale, mut last) = (end, multiplier, multiplier);
        let mut ending = self.term(self.before(end)).ending;
        // `5 тысяч миллиардов`.
        while let Some((next, after)) = self.multiplier(end).filter(|_| ending.is_bare()) {
            (sum, scale, last, end) = (sum * next, scale * next, last.max(next), after);
            ending = self.term(self.before(end)).ending;
        }
        while ending.is_bare() {
            let added = match self.token(end).map(|token| token.kind) {
                Some(Kind::Digits) => self.plain_digits(end),
                _ => None,
            };
            let Some((value, after, grouped)) = added else { break };
            match self.multiplier(after) {
                Some((smaller, after)) if smaller < last => {
                    (sum, end, last, scale) = (sum + value * smaller, after, smaller, 1.0);
                    ending = self.term(self.before(end)).ending;
                }
                None if value < last && (grouped || self.length(end) == 3) && !self.is(after, '%') => {
                    (sum, end, scale) = (sum + value, after, 1.0);
                    break;
                }
                _ => break,
            }
        }
        let numeral = Numeral { end, value: sum, scale, form: Form::Digits, ending };
        if ending.is_bare() { self.suffixed(numeral).unwrap_or(numeral) } else { numeral }
    }

    /// The last token before `end` that is no full stop.
    pub(super) fn before(&self, end: usize) -> usize {
        let last = end.saturating_sub(1);
        if self.is(last, '.') { last.saturating_sub(1) } else { last }
    }

    /// Digits without multiplier: value, end and whether they are in groups.
    pub(super) fn plain_digits(&self, at: usize) -> Option<(f64, usize, bool)> {
        let (mut value, mut end, mut grouped) = (self.run(at), at + 1, false);
        if self.length(at) <= 3 && value > 0.0 {
            while let Some(next) = self.group(at + 1, end) {
                (value, end, grouped) = (value * 1000.0 + self.run(next), next + 1, true);
            }
        }
        if let Some(decimals) = self.decimals(end) {
            value += self.run(decimals) / 10_f64.powi(i32::try_from(self.length(decimals)).ok()?);
            end = decimals + 1;
        }
        Some((value, end, grouped))
    }

    /// Takes in what is joined to digits; `None` where that makes them a name (`5G`).
    pub(super) fn suffixed(&self, numeral: Numeral) -> Option<Numeral> {
        let at = numeral.end;
        // `11 летнего`: the hyphen is missing.
        if self.norm(at).starts_with("летн")
            && let Some(unit) = self.known().compound(self.norm(at))
        {
            return Some(Numeral { end: at + 1, form: Form::Compound(unit), ..numeral });
        }
        let Some(next) = self.token(at).filter(|next| !next.spaced) else { return Some(numeral) };
        match next.kind {
            Kind::Word(_) => {
                let (norm, term) = (self.norm(at), self.term(at));
                let end = at + 1;
                if matches!(norm, "st" | "nd" | "rd" | "th") {
                    return Some(Numeral { end, form: Form::Ordinal, ..numeral });
                }
                if norm == "s" && numeral.is_year() {
                    return Some(Numeral { end, form: Form::Decade, ..numeral });
                }
                // `the mid-80s`; lower ones may be ages and degrees.
                if norm == "s" && numeral.value % 10.0 == 0.0 && (50.0..100.0).contains(&numeral.value) {
                    return Some(Numeral { end, value: 1900.0 + numeral.value, form: Form::Decade, ..numeral });
                }
                let known = term.unit.is_some() || term.is(Role::Year);
                // A missing space: `18 августа2011`, `2012года`.
                known.then_some(numeral)
            }
            Kind::Mark('-' | '‑' | '–') => Some(self.hyphened(numeral)),
            _ => Some(numeral),
        }
    }

    /// A number and what stands behind its hyphen.
    pub(super) fn hyphened(&self, numeral: Numeral) -> Numeral {
        let at = numeral.end + 1;
        let Some(next) = self.token(at).filter(|next| !next.spaced && next.word().is_some()) else { return numeral };
        let (norm, end) = (self.norm(at), at + 1);
        if let Some(unit) = self.known().compound(norm) {
            return Numeral { end, form: Form::Compound(unit), ..numeral };
        }
        match self.text.language {
            Language::Ru => match norm {
                "ти" | "ми" | "мя" | "ех" | "рех" | "тью" => Numeral { end, ..numeral },
                "х" | "е" | "ым" if numeral.is_year() && numeral.value % 10.0 == 0.0 => {
                    Numeral { end, form: Form::Decade, ..numeral }
                }
                "х" if numeral.value <= 4.0 => Numeral { end, ..numeral },
                // `к 2030-м годам`
                "м" if numeral.is_year() && numeral.value % 10.0 == 0.0 && self.term(end).is(Role::Year) => {
                    Numeral { end, form: Form::Decade, ..numeral }
                }
                // `в начале 80-х`, but `80-х домов`.
                "х" if numeral.value % 10.0 == 0.0
                    && (20.0..100.0).contains(&numeral.value)
                    && self.counted(end, numeral).is_none() =>
                {
                    Numeral { end, value: 1900.0 + numeral.value, form: Form::Decade, ..numeral }
                }
                // `90-е годы` are those of the last century; `20-х числах` count nothing.
                "х" | "е" | "ым" if self.term(end).is(Role::Year) && (10.0..100.0).contains(&numeral.value) => {
                    Numeral { end, value: 1900.0 + numeral.value, form: Form::Decade, ..numeral }
                }
                "х" => Numeral { end, form: Form::Vague, ..numeral },
                "й" | "ый" | "ий" | "ой" | "я" | "ая" | "ья" | "е" | "ое" | "ье" | "го" | "ого" | "его" | "му"
                | "ому" | "ему" | "м" | "ом" | "ем" | "ым" | "им" | "ю" | "ую" | "ью" | "ей" => {
                    Numeral { end, form: Form::Ordinal, ..numeral }
                }
                _ => numeral,
            },
            Language::Kk => match kazakh::ending("", norm) {
                Some(ending) if ending.ordinal => Numeral { end, form: Form::Ordinal, ending, ..numeral },
                Some(ending) => Numeral { end, ending, ..numeral },
                None if matches!(norm, "ші" | "шы") => Numeral { end, form: Form::Ordinal, ..numeral },
                None if next.is_capital() || self.term(at).month.is_some() => numeral,
                None => Numeral { form: Form::OrdinalOf, ..numeral },
            },
            // `$2-million`
            Language::En => match self.multiplier(at) {
                Some((multiplier, end)) if self.length(at) > 3 => self.scaled(numeral, multiplier, end),
                _ => numeral,
            },
        }
    }
}
