//! What a lexicon tells of the words in and around figures, and what each word of a text is by it.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::super::lexicon::List;
use super::super::tokens::Words;
use crate::article::Language;
use crate::kazakh::{self, Ending};

/// The part of a lexicon file, as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    cardinals: BTreeMap<String, String>,
    #[serde(default)]
    ordinals: BTreeMap<String, String>,
    #[serde(default)]
    ordinal_endings: String,
    #[serde(default)]
    prefixes: BTreeMap<String, String>,
    multipliers: BTreeMap<String, String>,
    many: String,
    #[serde(default)]
    folds: BTreeMap<String, String>,
    shares: BTreeMap<String, String>,
    months: BTreeMap<String, String>,
    time: BTreeMap<String, String>,
    money: BTreeMap<String, String>,
    measures: BTreeMap<String, String>,
    people: String,
    percent: String,
    times: String,
    #[serde(default)]
    compounds: BTreeMap<String, String>,
    words: BTreeMap<Role, String>,
}

/// What a word does around a figure, apart from being a number or a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    /// Says that the value is not exact: `около`, `астам`, `nearly`.
    Approximator,
    /// Stands between two words of an approximator, or before one: `чем`, `than`, `не`.
    Joiner,
    /// Begins a range: `от`, `between`, `с`.
    From,
    /// Stands between its ends: `до`, `to`, `по`.
    To,
    /// Adds: `и`, `and`, `және`.
    And,
    /// `каждый`, `әрбір`; in English `in` and `out` stand for it.
    Each,
    /// A preposition.
    Preposition,
    /// Neither noun nor adjective: pronoun, conjunction, particle, adverb.
    Function,
    /// Stands between a number and its noun like an adjective: `его`, `их`.
    Modifier,
    /// Looks like a verb, but is a noun: `недели`, `бюджет`.
    Noun,
    /// A verb of which the form does not tell.
    Verb,
    /// An adjective of which the form does not tell: `жаңа`, `жас`.
    Adjective,
    /// Follows what is counted and belongs to it, although its form could be another's: `страны`, `полиции`.
    Tail,
    /// A number after it is a name: `статья`, `пункт`, `рейс`.
    Numbered,
    /// A bare number after it is a name, a counted noun is not: `дом`, `школа`.
    House,
    /// A number soon after it is that of a house: `улица`.
    Street,
    /// An ordinal before it is no figure: `степень`, `созыв`, `заместитель`.
    Title,
    /// Makes an age of years: `возраст`, `исполниться`.
    Age,
    /// Makes a date of a year: `год`, `жыл`; joins it or not.
    Year,
    /// A number beside it is that of a telephone: `звоните`, `hotline`.
    Call,
    /// Neither begins nor ends a phrase: a conjunction, an article, an auxiliary verb.
    Edge,
    /// A noun whose measure follows: `мощностью`.
    Dimension,
    /// Says what something costs: `стоит`, `бағасы`.
    Price,
    /// A part of a time: `начало`, `early`.
    Part,
    /// The time of day: `утра`, `p.m`.
    Clock,
    /// Stands between a year and the word for it: `учебный`.
    YearKind,
    /// A quarter or half of a year: `квартал`, `тоқсан`.
    Quarter,
    /// `полугодие`, `жартыжылдық`.
    HalfYear,
    /// Means that a number has become another: `вырос`, `rose`.
    Change,
    /// A plural that the ending does not show: `people`.
    Plural,
    /// The last part of an age: `old`.
    Old,
    /// `aged`.
    Aged,
    /// A square or cubic unit follows: `квадратный`, `кв`.
    Square,
    Cubic,
    /// No number, whatever it looks like: `онда`, `үшін`.
    Never,
}

const ROLES: usize = 64;
const _: () = assert!((Role::Never as usize) < ROLES);

/// Some [`Role`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Roles(u64);

impl Roles {
    pub(super) fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u64) != 0
    }
}

/// A number in words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Number {
    Cardinal(f64),
    Ordinal(f64),
    /// `млн`, `thousand`.
    Multiplier(f64),
    /// More than one of a multiplier, and not told how many: `тысячи`, `десятки`.
    Many(f64),
    /// `треть`, `half`.
    Share(u32, u32),
}

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Time,
    Money,
    Person,
    Percent,
    Times,
    Other,
    /// A room, a floor: in `трёхкомнатный`.
    Part,
}

/// A unit: its number among [`Known::units`] and what it measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    id: u16,
    pub(super) measure: Measure,
    /// What it is divided by: the hour of `km/h`.
    per: Option<u16>,
}

impl Unit {
    /// This unit for each of another: `m` and `second` make `m/s`.
    pub(super) fn per(self, other: Unit) -> Unit {
        Unit { per: Some(other.id), ..self }
    }
}

/// What a lexicon knows of a word.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Term {
    pub(super) number: Option<Number>,
    pub(super) unit: Option<Unit>,
    pub(super) month: Option<i8>,
    pub(super) roles: Roles,
    /// A number and its unit in one adjective: `двухлетний`, `трёхкомнатный`.
    pub(super) compound: Option<f64>,
    /// The Kazakh ending that was taken off to find it.
    pub(super) ending: Ending,
}

impl Term {
    pub(super) fn is(&self, role: Role) -> bool {
        self.roles.has(role)
    }
}

/// What a lexicon tells of figures.
#[derive(Debug, Deserialize)]
#[serde(try_from = "File")]
pub(in crate::structure) struct Known {
    words: List<Term>,
    /// The beginnings of adjectives of number and unit: `двух`, `трех`.
    prefixes: List<f64>,
    /// Their rests: `летн*`, `комнатн*`.
    compounds: List<Unit>,
    units: Vec<(Box<str>, Unit)>,
}

impl Known {
    /// The name of a unit.
    pub(super) fn name(&self, unit: Unit) -> &str {
        &self.units[usize::from(unit.id)].0
    }

    /// The name of a unit with what it is divided by: `km/h`, `t/ha`.
    pub(super) fn whole_name(&self, unit: Unit) -> String {
        let name = self.name(unit);
        let Some(per) = unit.per else { return name.to_owned() };
        let per = match &*self.units[usize::from(per)].0 {
            "hour" => "h",
            "minute" => "min",
            "second" => "s",
            per => per,
        };
        format!("{name}/{per}")
    }

    /// The unit of a name.
    pub(super) fn unit(&self, name: &str) -> Option<Unit> {
        let id = self.units.iter().position(|(known, _)| **known == *name)?;
        Some(self.units[id].1)
    }

    /// What follows a number and a hyphen: `летний`, `процентный`.
    pub(super) fn compound(&self, norm: &str) -> Option<Unit> {
        self.compounds.get(norm)
    }

    /// Whether a word is that of a month.
    pub(in crate::structure) fn is_month(&self, norm: &str, language: Language) -> bool {
        self.term(norm, language).month.is_some()
    }

    /// What each word of a text is, in the order of the ids.
    pub(super) fn terms(&self, words: &Words, language: Language) -> Vec<Term> {
        words.norms().map(|norm| self.term(norm, language)).collect()
    }

    fn term(&self, norm: &str, language: Language) -> Term {
        if language == Language::Kk {
            // Most words begin as none that tells a figure does.
            if !self.words.may_begin(norm) {
                return Term::default();
            }
            return match kazakh::split(norm, |stem| self.words.get(stem)) {
                Some((term, _)) if term.is(Role::Never) => {
                    Term { roles: Roles(1 << Role::Function as u64), ..Term::default() }
                }
                // `бестік`, `қазандық` are no numbers and months; `күндік` still has its unit.
                Some((term, ending)) if ending.quality => Term { unit: term.unit, ending, ..Term::default() },
                Some((mut term, ending)) => {
                    term.ending = ending;
                    if let (true, Some(Number::Cardinal(value))) = (ending.ordinal, term.number) {
                        term.number = Some(Number::Ordinal(value));
                    }
                    term
                }
                None => Term::default(),
            };
        }
        self.words.get(norm).or_else(|| self.joined(norm)).or_else(|| self.half(norm)).unwrap_or_default()
    }

    /// The number that begins a compound, perhaps of tens and units: `двадцатипяти`.
    fn prefix(&self, prefix: &str) -> Option<f64> {
        self.prefixes.get(prefix).or_else(|| {
            prefix.char_indices().skip(6).find_map(|(at, _)| {
                let (tens, units) = (self.prefixes.get(&prefix[..at])?, self.prefixes.get(&prefix[at..])?);
                (tens >= 20.0 && units < 10.0).then_some(tens + units)
            })
        })
    }

    /// A number and a unit in one word: `двухлетний`.
    fn joined(&self, norm: &str) -> Option<Term> {
        norm.char_indices().skip(2).take(20).find_map(|(at, _)| {
            let (prefix, rest) = norm.split_at(at);
            let (value, unit) = (self.prefix(prefix)?, self.compounds.get(rest)?);
            Some(Term { compound: Some(value), unit: Some(unit), ..Term::default() })
        })
    }
}

impl Known {
    /// Half of a unit in one word: `полчаса`, `полтонны`; noon and midnight are none.
    fn half(&self, norm: &str) -> Option<Term> {
        let unit = norm.strip_prefix("пол").filter(|unit| unit.len() > 4 && *unit != "день" && *unit != "ночь")?;
        let unit = self.words.get(unit)?.unit.filter(|unit| matches!(unit.measure, Measure::Time | Measure::Other))?;
        Some(Term { compound: Some(0.5), unit: Some(unit), ..Term::default() })
    }
}

impl TryFrom<File> for Known {
    type Error = String;

    fn try_from(file: File) -> Result<Self, String> {
        let mut reader = Reader::default();
        for (value, stems) in &file.ordinals {
            let value = number(value)?;
            let forms: Vec<String> = if file.ordinal_endings.is_empty() {
                stems.split_whitespace().map(str::to_owned).collect()
            } else {
                let endings = || file.ordinal_endings.split_whitespace();
                stems
                    .split_whitespace()
                    .flat_map(|stem| endings().map(move |ending| format!("{stem}{ending}")))
                    .collect()
            };
            reader.add(&forms.join(" "), |term| term.number = Some(Number::Ordinal(value)));
        }
        // After the ordinals: `пятью` is five.
        for (value, words) in &file.cardinals {
            let value = number(value)?;
            reader.add(words, |term| term.number = Some(Number::Cardinal(value)));
        }
        for (value, words) in &file.multipliers {
            let value = number(value)?;
            reader.add(words, |term| term.number = Some(Number::Multiplier(value)));
        }
        for (share, words) in &file.shares {
            let (above, below) = share.split_once('/').ok_or_else(|| format!("{share} is no share"))?;
            let parsed = above.parse().ok().zip(below.parse().ok()).ok_or_else(|| format!("{share} is no share"))?;
            reader.add(words, |term| term.number = Some(Number::Share(parsed.0, parsed.1)));
        }
        reader.add(&file.many, |term| {
            let value = if let Some(Number::Multiplier(value)) = term.number { value } else { 10.0 };
            term.number = Some(Number::Many(value));
        });
        for (month, words) in &file.months {
            let month = month.parse().map_err(|_| format!("{month} is no month"))?;
            reader.add(words, |term| term.month = Some(month));
        }
        for (measure, units) in
            [(Measure::Time, &file.time), (Measure::Money, &file.money), (Measure::Other, &file.measures)]
        {
            for (name, words) in units {
                let unit = reader.unit(name, measure)?;
                reader.add(words, |term| term.unit = Some(unit));
            }
        }
        for (measure, name, words) in [
            (Measure::Person, "person", &file.people),
            (Measure::Percent, "percent", &file.percent),
            (Measure::Times, "times", &file.times),
        ] {
            let unit = reader.unit(name, measure)?;
            reader.add(words, |term| term.unit = Some(unit));
        }
        for unit in ["m2", "m3", "km2", "km3", "cm2", "degree"] {
            reader.unit(unit, Measure::Other)?;
        }
        for code in ["KZT", "USD", "EUR", "RUB", "GBP", "CNY"] {
            reader.unit(code, Measure::Money)?;
        }
        for (role, words) in &file.words {
            reader.add(words, |term| term.roles.0 |= 1 << *role as u64);
        }
        let times = reader.unit("times", Measure::Times)?;
        for (value, words) in &file.folds {
            let value = number(value)?;
            reader.add(words, |term| (term.compound, term.unit) = (Some(value), Some(times)));
        }
        let mut compounds = Vec::new();
        for (name, words) in &file.compounds {
            compounds.push((words.as_str(), reader.unit(name, Measure::Part)?));
        }
        let mut prefixes = Vec::new();
        for (value, words) in &file.prefixes {
            prefixes.push((words.as_str(), number(value)?));
        }
        reader.merge();
        Ok(Known {
            words: List::of(reader.terms.iter().map(|(word, term)| (word.as_str(), *term))),
            prefixes: List::of(prefixes),
            compounds: List::of(compounds),
            units: reader.units,
        })
    }
}

/// Gathers what the lists say of a word.
#[derive(Default)]
struct Reader {
    terms: HashMap<String, Term>,
    units: Vec<(Box<str>, Unit)>,
}

impl Reader {
    fn add(&mut self, words: &str, set: impl Fn(&mut Term)) {
        for word in words.split_whitespace() {
            set(self.terms.entry(word.to_owned()).or_default());
        }
    }

    /// Gives each word and beginning what the lists say of shorter beginnings, where they do not say it of itself.
    fn merge(&mut self) {
        let beginnings: Vec<(String, Term)> =
            self.terms.iter().filter_map(|(word, term)| Some((word.strip_suffix('*')?.to_owned(), *term))).collect();
        for (word, term) in &mut self.terms {
            for (_, shorter) in beginnings.iter().filter(|(beginning, _)| word.starts_with(beginning.as_str())) {
                term.roles.0 |= shorter.roles.0;
                term.number = term.number.or(shorter.number);
                term.unit = term.unit.or(shorter.unit);
                term.month = term.month.or(shorter.month);
            }
        }
    }

    /// The unit of a name; the first that names it says what it measures.
    fn unit(&mut self, name: &str, measure: Measure) -> Result<Unit, String> {
        if let Some((_, unit)) = self.units.iter().find(|(known, _)| **known == *name) {
            return Ok(*unit);
        }
        let id = u16::try_from(self.units.len()).map_err(|_| "too many units".to_owned())?;
        let unit = Unit { id, measure, per: None };
        self.units.push((name.into(), unit));
        Ok(unit)
    }
}

fn number(text: &str) -> Result<f64, String> {
    text.parse().map_err(|_| format!("{text} is no number"))
}
