//! Numbers in digits and in words: `2 334`, `1,5 млрд`, `3 млн 940 мың`, `двадцать пять`, `600-ден`, `14th`.

use super::Reader;
use super::kazakh::{self, Ending};
use super::known::{Number, Role, Unit};
use crate::article::Language;
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

    fn digits(&self, at: usize) -> Option<Numeral> {
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

    /// What a run of digits is worth.
    fn run(&self, at: usize) -> f64 {
        self.slice(at).bytes().fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0'))
    }

    fn length(&self, at: usize) -> usize {
        self.token(at).map_or(0, |token| (token.end - token.start) as usize)
    }

    /// The next group of three digits of a number whose second group, if any, begins after `first`; the last ended at `end`.
    fn group(&self, first: usize, end: usize) -> Option<usize> {
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
    pub(super) fn is_measured(&self, at: usize) -> bool {
        self.is(at, '%')
            || self.multiplier(at).is_some()
            || self.term(at).unit.is_some_and(|unit| unit.measure != super::known::Measure::Person)
    }

    /// The decimals behind a number that ends at `end`.
    fn decimals(&self, end: usize) -> Option<usize> {
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

    /// A number with its multiplier, and with what is added: `3 млн 940 мың`.
    fn scaled(&self, numeral: Numeral, multiplier: f64, end: usize) -> Numeral {
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
    fn before(&self, end: usize) -> usize {
        let last = end.saturating_sub(1);
        if self.is(last, '.') { last.saturating_sub(1) } else { last }
    }

    /// Digits without multiplier: value, end and whether they are in groups.
    fn plain_digits(&self, at: usize) -> Option<(f64, usize, bool)> {
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
    fn suffixed(&self, numeral: Numeral) -> Option<Numeral> {
        let at = numeral.end;
        // `11 летнего`: the hyphen is missing.
        if let Some(unit) = self.known().compound(self.norm(at)).filter(|_| self.norm(at).starts_with("летн")) {
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
                let known = term.unit.is_some() || term.is(Role::Year);
                // A missing space: `18 августа2011`, `2012года`.
                known.then_some(numeral)
            }
            Kind::Mark('-' | '‑' | '–') => Some(self.hyphened(numeral)),
            _ => Some(numeral),
        }
    }

    /// A number and what stands behind its hyphen.
    fn hyphened(&self, numeral: Numeral) -> Numeral {
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
            Language::En => numeral,
        }
    }

    fn worded(&self, at: usize) -> Option<Numeral> {
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
                Number::Multiplier(value) | Number::Many(value) if end > at && value >= 100.0 => {
                    if form == Form::Many {
                    } else if value == 100.0 && current < 100.0 && self.text.language != Language::Ru {
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
                    if value == 100.0 {
                        (current, room) = (100.0, 100.0);
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
    fn joined(&self, at: usize, end: usize) -> usize {
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
    fn is_governed(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        self.norm(at) == "тысячи"
            && (self.term(before).is(Role::Approximator) || matches!(self.norm(before), "до" | "от" | "чем"))
    }

    /// What may be added to a number word must be less than this.
    fn room(&self, value: f64) -> f64 {
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
