//! Counts, money, measures, percent, ages and durations, and ranges of them.

use std::ops::Range;

use super::known::{Measure, Role, Unit};
use super::numerals::{Form, Numeral};
use super::ranges::Second;
use super::units::Measured;
use super::{Found, Reader, Seen};
use crate::article::{FigureKind, Language, Value};
use crate::kazakh::{Case as KazakhCase, Ending};
use crate::structure::draft::Amount;
use crate::structure::tokens::{Case, Kind};

impl Reader<'_, '_> {
    /// An amount that begins at `at`.
    pub(super) fn amount(&self, at: usize, sentence: &Range<usize>) -> Option<Seen> {
        // `aged 44`, `трёхкомнатную квартиру`.
        if self.term(at).is(Role::Aged) {
            let start = if self.norm(at + 1) == "between" { at + 2 } else { at + 1 };
            let numeral = self.numeral(start).filter(|numeral| numeral.is_cardinal())?;
            let years = self.known.unit("year");
            return Some(match self.second(start, numeral) {
                Second::Range(second) => {
                    let value = Value::Range { low: numeral.value, high: second.value };
                    self.found(at..second.end, value, FigureKind::Range, years, None)
                }
                _ => self.found(at..numeral.end, Value::Number(numeral.value), FigureKind::Age, years, None),
            });
        }
        if let Some(value) = self.term(at).compound {
            return self.compound(at..at + 1, value, self.term(at).unit?, at + 1);
        }
        // `пол-литра`
        if self.norm(at) == "пол" && self.is_dash(at + 1) && !self.spaced(at + 1) {
            return self.compound(at..at + 3, 0.5, self.term(at + 2).unit?, at + 3);
        }
        // `минус 30 градусов`, `-30 °C`, `+5 °C`.
        if let Some(signed) = self.below_zero(at, sentence).or_else(|| self.above_zero(at, sentence)) {
            return Some(signed);
        }
        // `$3.7 million`, `KZT 62 bln`.
        let currency = self.currency_before(at);
        let first = if currency.is_some() { at + 1 } else { at };
        let numeral = self.numeral(first)?;
        if let Form::Compound(unit) = numeral.form {
            return self.compound(at..numeral.end, numeral.value, unit, numeral.end);
        }
        if numeral.form == Form::Many {
            return self.many(at, numeral);
        }
        if !numeral.is_cardinal() || self.is_pronoun(first, numeral, sentence) {
            return Some(Seen::Name(numeral.end));
        }
        // What is joined to a number by a hyphen and not known is a name: `5-HT`, but `31-year-old`, `600-bed`.
        if let Some(joined) = self.english_joined(first, numeral) {
            return Some(joined);
        }
        match self.second(first, numeral) {
            Second::None => {}
            Second::Score(end) => return Some(Seen::Name(end)),
            Second::Range(second) => return self.ranged(at, numeral, second, currency),
            Second::Change(second) => return self.changed(at, numeral, second, currency),
        }
        self.measured(at, numeral, currency)
    }

    /// A number below zero.
    fn below_zero(&self, at: usize, sentence: &Range<usize>) -> Option<Seen> {
        let sign = self.is(at, '-') || self.is(at, '−');
        let glued = sign && self.spaced(at) && !self.spaced(at + 1) && self.is_digits(at + 1);
        if !glued && !matches!(self.norm(at), "минус" | "minus") {
            return None;
        }
        // One sign at most.
        if !self.is_digits(at + 1) && self.term(at + 1).number.is_none() {
            return None;
        }
        let found = match self.amount(at + 1, sentence)? {
            Seen::Figure(found) => found,
            Seen::Name(end) => return Some(Seen::Name(end)),
        };
        let degrees = found.unit.is_some_and(|unit| matches!(self.known.name(unit), "degree" | "percent"));
        let value = match found.value? {
            Amount::Value(Value::Number(value)) => Value::Number(-value),
            Amount::Value(Value::Range { low, high }) => Value::Range { low: -high, high: -low },
            _ => return None,
        };
        (degrees || !glued).then_some(Seen::Figure(Found {
            tokens: at..found.tokens.end,
            value: Some(value.into()),
            ..found
        }))
    }

    /// A temperature with the sign of one above zero: `+5 °C`, `плюс девять`.
    fn above_zero(&self, at: usize, sentence: &Range<usize>) -> Option<Seen> {
        let sign = self.is(at, '+') && !self.spaced(at + 1) && self.is_digits(at + 1);
        if !sign && !matches!(self.norm(at), "плюс" | "plus") {
            return None;
        }
        if !self.is_digits(at + 1) && self.term(at + 1).number.is_none() {
            return None;
        }
        let Seen::Figure(found) = self.amount(at + 1, sentence)? else { return None };
        let degrees = found.unit.is_some_and(|unit| self.known.name(unit) == "degree");
        degrees.then_some(Seen::Figure(Found { tokens: at..found.tokens.end, ..found }))
    }

    /// A number and its unit in one word.
    fn compound(&self, tokens: Range<usize>, value: f64, unit: Unit, end: usize) -> Option<Seen> {
        let name = self.known.name(unit);
        let (kind, with_noun) = match name {
            "year" if value == 0.5 => (FigureKind::Duration, false),
            "year" => (FigureKind::Age, false),
            "month" | "week" | "day" | "hour" | "minute" | "second" => (FigureKind::Duration, false),
            "percent" => (FigureKind::Percent, false),
            "room" | "apartment" | "floor" | "times" | "place" | "seat" => (FigureKind::Count, true),
            _ if unit.measure == Measure::Time => (FigureKind::Duration, false),
            _ => (FigureKind::Quantity, false),
        };
        // `однократный`, `одноэтажный` tell a kind.
        if value == 1.0 && !self.is_digits(tokens.start) {
            return None;
        }
        let one = Numeral { end, value: 1.0, scale: 1.0, form: Form::Ordinal, ending: Ending::default() };
        let of = self.counted(end, one);
        // `достигшего 14-летнего возраста`: the age is of nobody else.
        let with_noun = with_noun || self.norm(end).starts_with("возраст");
        let tokens = match &of {
            Some(of) if with_noun => tokens.start..of.end,
            _ => tokens,
        };
        Some(self.found(tokens, Value::Number(value), kind, Some(unit), of))
    }

    /// `десятки тысяч протестующих`: told, not given.
    fn many(&self, at: usize, numeral: Numeral) -> Option<Seen> {
        let start = if self.norm(numeral.end) == "of" { numeral.end + 1 } else { numeral.end };
        let counted = self.counted(start, Numeral { value: 5.0, ..numeral })?;
        let unit = self.term(counted.start).unit;
        let tokens = at..counted.end;
        Some(Seen::Figure(Found { tokens, value: None, kind: FigureKind::Count, unit, of: Some(counted) }))
    }

    /// `31-year-old`, `five-year`, `600-bed`.
    pub(super) fn english_joined(&self, at: usize, numeral: Numeral) -> Option<Seen> {
        let next = numeral.end + 1;
        let hyphen = self.is(numeral.end, '-') && !self.spaced(numeral.end) && !self.spaced(next) && self.is_word(next);
        if self.text.language != Language::En || !hyphen || self.term(next).number.is_some() {
            return None;
        }
        let value = Value::Number(numeral.value);
        let unit = self.term(next).unit;
        let old = self.is(next + 1, '-') && self.term(next + 2).is(Role::Old);
        if old {
            return Some(self.found(at..next + 3, value, FigureKind::Age, unit, None));
        }
        let Some(unit) = unit else {
            let number = numeral.value > 1.0 && self.text.tokens[next].case == Case::Small && self.norm(next).len() > 2;
            return Some(if number {
                self.found(at..next + 1, value, FigureKind::Count, None, Some(next..next + 1))
            } else {
                Seen::Name(next + 1)
            });
        };
        Some(self.found(at..next + 1, value, kind_of(unit), Some(unit), None))
    }

    /// A number with what it measures or counts; the figure begins at `at`.
    pub(super) fn measured(&self, at: usize, numeral: Numeral, currency: Option<Unit>) -> Option<Seen> {
        let value = Value::Number(numeral.value);
        if let Some(unit) = currency {
            // `$5 million USD` says it twice.
            let end = if self.term(numeral.end).unit == Some(unit) { numeral.end + 1 } else { numeral.end };
            return Some(self.found(at..end, value, FigureKind::Money, Some(unit), None));
        }
        if let Some(measured) = self.unit_of(numeral) {
            return Some(self.with_unit(at, numeral, measured));
        }
        // `700-ден астам ұстаз`, `жүзге жуық адам`: the noun follows the approximator.
        let (start, counting) = match self.approximated_noun(numeral) {
            Some(start) => (start, Numeral { ending: Ending::default(), ..numeral }),
            None => (numeral.end, numeral),
        };
        // `2,334 of the villages`, and units behind the approximator: `700-ден астам метр`.
        if start > numeral.end
            && let Some(measured) = self.unit(start)
            && measured.unit.measure != Measure::Person
        {
            return Some(self.with_unit(at, Numeral { end: start, ..counting }, measured));
        }
        let counted = self.counted(start, counting);
        let unit = counted.as_ref().and_then(|of| self.person(of)).filter(|unit| unit.measure == Measure::Person);
        let end = counted.as_ref().map_or(numeral.end, |of| of.end);
        if counted.is_none() && self.is_bare_age(at, numeral) {
            return Some(self.found(at..end, value, FigureKind::Age, self.known.unit("year"), None));
        }
        Some(self.found(at..end, value, FigureKind::Count, unit, counted))
    }

    /// The person that a phrase names, if its noun is one: not in `10 рабочих мест`, `20 passenger trains`.
    fn person(&self, of: &Range<usize>) -> Option<Unit> {
        match self.text.language {
            Language::Ru if self.norm(of.start) == "рабочих" && of.len() == 2 => self.term(of.end - 1).unit,
            Language::Ru => of.clone().find_map(|at| self.term(at).unit),
            Language::Kk | Language::En => self.term(of.end - 1).unit,
        }
    }

    /// The unit of a number, if the number can have one.
    fn unit_of(&self, numeral: Numeral) -> Option<Measured> {
        if let Some(time) = self.time_behind_adjective(numeral) {
            return Some(time);
        }
        let measured = self.unit(numeral.end)?;
        // A Kazakh number with an ending has its unit before it.
        let bare = numeral.ending.is_bare() || self.is(numeral.end, '%');
        // A person is counted like any noun: with adjectives and genitives.
        if measured.unit.measure == Measure::Person || !bare {
            return None;
        }
        // `6 жас ұстаз`: six young teachers.
        let young = self.norm(numeral.end) == "жас"
            && self.term(numeral.end + 1).unit.is_some_and(|unit| unit.measure == Measure::Person);
        (!young).then_some(measured)
    }

    /// `15 рабочих дней`, `десяти последних лет`.
    fn time_behind_adjective(&self, numeral: Numeral) -> Option<Measured> {
        let adjective = ["ых", "их"].iter().any(|ending| self.norm(numeral.end).ends_with(ending));
        if self.text.language != Language::Ru || !adjective {
            return None;
        }
        self.simple_unit(numeral.end + 1).filter(|measured| measured.unit.measure == Measure::Time)
    }

    /// Where the noun begins that follows a Kazakh number and `астам`, `жуық`.
    fn approximated_noun(&self, numeral: Numeral) -> Option<usize> {
        let cased = matches!(numeral.ending.case, KazakhCase::Ablative | KazakhCase::Dative);
        (cased && self.text.language == Language::Kk && self.term(numeral.end).is(Role::Approximator))
            .then_some(numeral.end + 1)
    }

    fn with_unit(&self, at: usize, numeral: Numeral, measured: Measured) -> Seen {
        let Measured { unit, mut end, .. } = measured;
        // `в 21 веке`: a number of one.
        if self.known.name(unit) == "century" && numeral.form == Form::Plain {
            return Seen::Name(end);
        }
        let (mut value, mut shown) = (numeral.value, unit);
        let mut kind = kind_of(unit);
        let mut of = None;
        match unit.measure {
            Measure::Time => {
                // `14 минут 20 секунд`, `2 hours and 15 minutes`.
                while let Some((more, smaller, next)) = self.smaller_time(end, shown) {
                    (value, shown, end) = (value * self.ratio(shown, smaller) + more, smaller, next);
                }
                if self.text.language == Language::Ru
                    && let Some(genitive) = self.verbal_genitive(end)
                {
                    end = genitive.end;
                    of = Some(genitive);
                }
                // `десяти последних лет` has its unit behind an adjective and is counted.
                if self.is_age(at, end, unit) {
                    kind = FigureKind::Age;
                }
                if self.text.language == Language::En && self.term(end).is(Role::Old) && self.known.name(unit) == "year"
                {
                    end += 1;
                    kind = FigureKind::Age;
                }
            }
            Measure::Percent | Measure::Money | Measure::Other => match self.text.language {
                Language::Ru => {
                    let by = at > 0 && matches!(self.norm(at - 1), "на" | "за" | "до" | "через");
                    of = self.genitive(end, by || unit.measure == Measure::Money);
                    end = of.as_ref().map_or(end, |of| of.end);
                }
                Language::Kk => of = self.kazakh_of(at, end, unit),
                Language::En => of = if self.norm(end) == "of" { self.english_of(end) } else { None },
            },
            Measure::Person | Measure::Times | Measure::Part => {}
        }
        self.found(at..end, Value::Number(value), kind, Some(shown), of)
    }

    /// What is measured in Kazakh: the noun after the unit, or for percent the owner before the number.
    fn kazakh_of(&self, at: usize, end: usize, unit: Unit) -> Option<Range<usize>> {
        if unit.measure == Measure::Percent {
            let owner = at.checked_sub(1)?;
            let genitive =
                ["ның", "нің", "дың", "дің", "тың", "тің"].iter().any(|ending| self.norm(owner).ends_with(ending));
            return (genitive && !matches!(self.norm(owner), "оның" | "олардың" | "соның")).then_some(owner..at);
        }
        let plain = Numeral { end, value: 5.0, scale: 1.0, form: Form::Digits, ending: Ending::default() };
        let of = self.term(end - 1).ending.is_bare().then(|| self.counted(end, plain)).flatten()?;
        (!super::phrase::looks_like_kazakh_verb(self.norm(of.end - 1))).then_some(of)
    }

    /// Whether a number without noun is an age: `Anna Berg, 58, who`, `their average age is 43`.
    fn is_bare_age(&self, at: usize, numeral: Numeral) -> bool {
        let years = (1.0..120.0).contains(&numeral.value) && numeral.form == Form::Plain;
        let beside_name = || {
            at >= 2
                && (self.is(at - 1, '(') || self.is(at - 1, ',') && self.text.language == Language::En)
                && self.text.tokens[at - 2].is_capital()
                && matches!(self.token(numeral.end).map(|token| token.kind), Some(Kind::Mark(',' | '.' | ')')))
        };
        years && ((at.saturating_sub(4)..at).any(|at| self.term(at).is(Role::Age)) || beside_name())
    }

    /// Whether years are the age of somebody: a word for it stands near.
    fn is_age(&self, at: usize, end: usize, unit: Unit) -> bool {
        let year = self.known.name(unit) == "year";
        let said = self.text.language == Language::Kk && self.norm(end - 1).starts_with("жас");
        year && (said || (at.saturating_sub(4)..at).chain(end..end + 1).any(|at| self.term(at).is(Role::Age)))
    }

    pub(super) fn found(
        &self,
        tokens: Range<usize>,
        value: impl Into<Amount>,
        kind: FigureKind,
        unit: Option<Unit>,
        of: Option<Range<usize>>,
    ) -> Seen {
        Seen::Figure(Found { tokens, value: Some(value.into()), kind, unit, of })
    }
}

pub(super) fn kind_of(unit: Unit) -> FigureKind {
    match unit.measure {
        Measure::Time => FigureKind::Duration,
        Measure::Money => FigureKind::Money,
        Measure::Percent => FigureKind::Percent,
        Measure::Person | Measure::Part => FigureKind::Count,
        Measure::Times | Measure::Other => FigureKind::Quantity,
    }
}
