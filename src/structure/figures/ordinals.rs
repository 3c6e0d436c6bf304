//! Places in a row: `77-м году жизни`, `третий результат`, `3-орында`, `XXVII session`.

use std::ops::Range;

use super::known::{Measure, Role};
use super::numerals::{Form, Numeral, roman};
use super::{Found, Reader, Seen};
use crate::article::{FigureKind, Language, Value};
use crate::kazakh::Ending;
use crate::structure::tokens::Case;

/// The century of which many live to tell, and those after it.
const RECENT_CENTURY: f64 = 20.0;

/// The most words between a Russian ordinal and its noun: `первая в Северной Азии женщина`.
const MOST_BETWEEN: usize = 6;

impl Reader<'_, '_> {
    /// An ordinal with what it counts, or one that is part of a name.
    pub(super) fn ordinal(&self, at: usize, sentence: &Range<usize>) -> Option<Seen> {
        if let Some(century) = self.century(at, sentence) {
            return Some(century);
        }
        let numeral = self.numeral(at).or_else(|| self.roman_numeral(at, sentence))?;
        let start = match numeral.form {
            Form::Ordinal => numeral.end,
            Form::OrdinalOf => numeral.end + 1,
            _ => return None,
        };
        let name = Some(Seen::Name(numeral.end));
        if self.is_named(at, start, numeral, sentence) {
            return name;
        }
        let counted = match self.text.language {
            Language::Ru => self.russian_ordinal(at, start, numeral),
            Language::Kk => {
                let alone = numeral.ending.possessive || !numeral.ending.case_is_bare();
                if alone {
                    None
                } else {
                    self.counted(start, Numeral { form: Form::Ordinal, ending: Ending::default(), ..numeral })
                }
            }
            Language::En => self.english_ordinal(at, start, numeral, sentence),
        };
        // `с 39-го на 34-е место`
        let to = matches!(self.norm(start), "на" | "до" | "и")
            && self.numeral(start + 1).is_some_and(|next| next.form == Form::Ordinal);
        if counted.is_none() && to && self.is_digits(at) && self.is_digits(start + 1) {
            let value = Some(Value::Number(numeral.value).into());
            let tokens = at..numeral.end;
            return Some(Seen::Figure(Found { tokens, value, kind: FigureKind::Ordinal, unit: None, of: None }));
        }
        if counted.is_none() && self.stands_alone(at, start, sentence) {
            let value = Some(Value::Number(numeral.value).into());
            let tokens = at..numeral.end;
            return Some(Seen::Figure(Found { tokens, value, kind: FigureKind::Ordinal, unit: None, of: None }));
        }
        let Some(of) = counted else { return name };
        let unit = self.term(of.start).unit.filter(|unit| unit.measure == Measure::Time);
        Some(Seen::Figure(Found {
            tokens: at..of.end,
            value: Some(Value::Number(numeral.value).into()),
            kind: FigureKind::Ordinal,
            unit,
            of: Some(of),
        }))
    }

    /// `XI века`, `20-шы ғасырда`, `the 17th and 18th centuries`. Our own and the last are a manner of speaking, unless a
    /// part of them is named: `в начале XX века`.
    fn century(&self, at: usize, sentence: &Range<usize>) -> Option<Seen> {
        let number = |at: usize| {
            let token = self.token(at)?;
            let roman = roman(self.norm(at)).filter(|_| token.case != Case::Small && self.is_word(at));
            roman.map(|value| (value, at + 1)).or_else(|| {
                let numeral = self.numeral(at).filter(|n| matches!(n.form, Form::Ordinal | Form::OrdinalOf))?;
                Some((numeral.value, numeral.end + usize::from(numeral.form == Form::OrdinalOf)))
            })
        };
        let (first, mut end) = number(at)?;
        let second = (self.is_dash(end) || self.term(end).is(Role::And)).then(|| number(end + 1)).flatten();
        if let Some((_, next)) = second {
            end = next;
        }
        let of = end;
        let unit = self.term(of).unit.filter(|unit| self.known.name(*unit) == "century")?;
        let last = second.map_or(first, |(last, _)| last);
        let beside = match self.text.language {
            Language::Kk => of + 1..sentence.end.min(of + 2),
            _ => sentence.start.max(at.saturating_sub(2))..at,
        };
        let part = beside.into_iter().any(|at| self.term(at).is(Role::Part));
        if last >= RECENT_CENTURY && !part || !(1.0..=21.0).contains(&first) {
            return Some(Seen::Name(of + 1));
        }
        let tokens = at..of + 1;
        let (value, kind) = match second {
            Some(_) if first < last => (Value::Range { low: first, high: last }, FigureKind::Range),
            Some(_) => return Some(Seen::Name(of + 1)),
            None => (Value::Number(first), FigureKind::Ordinal),
        };
        Some(Seen::Figure(Found { tokens, value: Some(value.into()), kind, unit: Some(unit), of: None }))
    }

    /// A Roman number of two letters or more before a small word.
    fn roman_numeral(&self, at: usize, sentence: &Range<usize>) -> Option<Numeral> {
        let token = self.token(at)?;
        if token.case != Case::Capitals || at == sentence.start || self.is_dash(at + 1) {
            return None;
        }
        let value = roman(self.norm(at))?;
        let next = self.token(at + 1)?;
        let counts = next.case == Case::Small && next.word().is_some() && next.spaced;
        // `Людовик XVI правил`, `XII всероссийской ярмарки` are names.
        let named = self.text.tokens[at - 1].is_capital()
            || self.text.language == Language::Ru && !self.norm(at + 1).starts_with("сесси");
        (counts && !named).then_some(Numeral {
            end: at + 1,
            value,
            scale: 1.0,
            form: Form::Ordinal,
            ending: Ending::default(),
        })
    }

    /// Whether an ordinal without a noun says a place: `ranks the country 144th`, `эта награда — третья в сезоне`, `стал 5-м`.
    fn stands_alone(&self, at: usize, start: usize, sentence: &Range<usize>) -> bool {
        if at == sentence.start || self.is_content(start) {
            return false;
        }
        let before = self.norm(at - 1);
        match self.text.language {
            // `on the 14th` is a day.
            Language::En => {
                self.is_digits(at)
                    && before != "the"
                    && self.is_word(at - 1)
                    && !self.term(at - 1).is(Role::Preposition)
            }
            Language::Ru => {
                let became = ["стал", "стан", "оказал", "занял", "был"].iter().any(|verb| before.starts_with(verb));
                let dash = self.is_dash(at - 1) && self.spaced(at - 1) && self.term(start).is(Role::Preposition);
                became && (!self.is_word(start) || self.term(start).is(Role::Preposition)) || dash
            }
            Language::Kk => false,
        }
    }

    /// Whether an ordinal belongs to a title, a degree, a class of rank, a phrase.
    fn is_named(&self, at: usize, start: usize, numeral: Numeral, sentence: &Range<usize>) -> bool {
        let token = &self.text.tokens[at];
        let before = if at > sentence.start { self.norm(at - 1) } else { "" };
        let title = |at: usize| self.term(at).is(Role::Title);
        // `первого спортивного разряда`, `первый вице-премьер`.
        let noun = title(start)
            || self.is_word(start)
                && title(start + 1)
                && !title(start + 2)
                && self.text.language == Language::Ru
                && self.is_adjective_at(start);
        // `Первый канал`; a sentence may begin with an ordinal.
        let roman = token.case == Case::Capitals;
        let opens = !(sentence.start..at).any(|at| self.is_word(at) || self.is_digits(at));
        let capital = token.is_capital() && !roman && !opens && self.text.language != Language::En
            || self.token(start).is_some_and(|next| next.case != Case::Small && next.word().is_some())
                && self.text.language != Language::Ru;
        // `советник юстиции 2-го класса`, `одной из первых`.
        let rank =
            before == "юстиции" || self.norm(start).starts_with("класса") && numeral.value <= 3.0 && self.is_digits(at);
        noun || capital
            || rank
            || numeral.form == Form::OrdinalOf
                && (self.term(start).is(Role::Numbered) || self.term(start).is(Role::House))
    }

    fn is_adjective_at(&self, at: usize) -> bool {
        ["ого", "ой", "ый", "ому", "ым", "ий", "его"].iter().any(|ending| self.norm(at).ends_with(ending))
    }

    fn russian_ordinal(&self, at: usize, start: usize, numeral: Numeral) -> Option<Range<usize>> {
        if self.is_digits(at) {
            return self.counted(start, numeral).filter(|of| !self.term(of.start).is(Role::Title));
        }
        let norm = self.norm(numeral.end - 1);
        let ending = &norm[norm.char_indices().rev().nth(1).map_or(0, |(at, _)| at)..];
        let mut noun = start;
        if self.term(start).is(Role::Preposition) {
            // Over the words between: to the first that agrees, behind the noun of the preposition.
            let mut over = start + 1;
            while self.adjective_like(over) && over < start + MOST_BETWEEN {
                over += 1;
            }
            noun = (over + 1..start + MOST_BETWEEN)
                .take_while(|at| self.is_word(*at))
                .find(|at| agrees(ending, self.norm(*at)))?;
        }
        let of = self.counted(noun, numeral)?;
        Some(if noun == start { of } else { noun..of.end })
    }

    fn adjective_like(&self, at: usize) -> bool {
        let norm = self.norm(at);
        ["ой", "ей", "ом", "ем", "ых", "их", "ого"].iter().any(|ending| norm.ends_with(ending)) && self.is_word(at + 1)
    }

    fn english_ordinal(
        &self,
        at: usize,
        start: usize,
        numeral: Numeral,
        sentence: &Range<usize>,
    ) -> Option<Range<usize>> {
        let before = if at > sentence.start { self.norm(at - 1) } else { "" };
        let known = matches!(before, "the" | "its" | "their" | "his" | "her" | "our" | "a" | "s")
            || before.ends_with("'s")
            || self.is_digits(at)
            || numeral.value > 3.0
            || matches!(self.norm(start), "place" | "prize")
            || !self.is_latin_ordinal(at);
        // `in the first place`; `for the second time`, but everything has a first time.
        let idiom = self.norm(start) == "place" && before == "the" || self.norm(start) == "time" && numeral.value < 2.0;
        if idiom {
            return None;
        }
        // `First output is due`: at the beginning of a sentence behind which a verb comes.
        let opens = at == sentence.start;
        let counted = self.counted(start, Numeral { form: Form::Ordinal, ..numeral });
        let verb = |at: usize| matches!(self.norm(at), "is" | "was" | "will" | "has" | "went");
        let told = opens && counted.as_ref().is_some_and(|of| of.end == start + 1 && verb(of.end));
        counted.filter(|_| known || told).filter(|of| !of.clone().any(|at| self.term(at).is(Role::Title)))
    }

    /// Whether an ordinal is a word such as `first`, and no Roman number.
    fn is_latin_ordinal(&self, at: usize) -> bool {
        self.text.tokens[at].case != Case::Capitals
    }
}

/// Whether a noun or adjective agrees with an ordinal of this ending.
fn agrees(ordinal: &str, word: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match ordinal {
        "ая" | "ья" => ends(&["а", "я", "ь"]),
        "ой" | "ей" => ends(&["и", "ы", "е", "ой", "ей", "ю"]),
        "ую" | "ью" => ends(&["у", "ю", "ь"]),
        "ое" | "ье" => ends(&["о", "е"]),
        "го" => ends(&["а", "я", "го"]),
        "му" => ends(&["у", "ю"]),
        "ым" | "им" => ends(&["ом", "ем", "ым", "им"]),
        "ом" | "ем" => ends(&["е", "ом", "ем"]),
        _ => !ends(&["а", "я", "о", "е", "ы", "и", "у", "ю"]),
    }
}
