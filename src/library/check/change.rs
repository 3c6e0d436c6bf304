//! What a difference between a claim and a quote changes.

use super::align::Step;
use super::hinges;
use super::negation::{is_negation, negates_next, negates_previous};
use super::numerals::{is_bound, is_date};
use super::pair::{Pairs, Relation, is_small};
use super::tokens::{Before, PERCENT, Tokens};
use crate::article::Language;

/// A kind of difference, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Another number, one left out or added, or another unit of it.
    Number,
    /// Another date.
    Date,
    /// Another name.
    Name,
    /// A no where there was none, or none where there was one.
    Negation,
    /// Another time of the verb.
    Tense,
    /// What limits a statement: `только`, `если`, `may`.
    Limit,
    /// Another word, another form of it, or one that was added.
    Word,
    /// Words in another place.
    Moved,
    /// Two words beside each other that changed places. Light, as all that follow.
    Order,
    /// The same number or word written in another way.
    Spelling,
    /// A typing mistake.
    Typo,
}

impl Change {
    /// The name in the JSON of `derek check`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Negation => "negation",
            Self::Tense => "tense",
            Self::Limit => "limit",
            Self::Word => "word",
            Self::Moved => "moved",
            Self::Order => "order",
            Self::Spelling => "spelling",
            Self::Typo => "typo",
        }
    }

    /// Whether it is shown but is no reason to say that a quote was altered.
    pub const fn is_light(self) -> bool {
        matches!(self, Self::Order | Self::Spelling | Self::Typo)
    }
}

/// The words of both sides, for questions about what a difference changes.
pub(super) struct Sides<'a> {
    pub(super) claim: &'a Tokens,
    pub(super) text: &'a Tokens,
    pub(super) language: Language,
}

impl<'a> Sides<'a> {
    pub(super) fn new(pairs: &Pairs<'a>, text: &'a Tokens) -> Self {
        Self { claim: pairs.claim, text, language: pairs.language }
    }

    /// What it changes that words of the text have these words of the claim in their place. Either side may be empty.
    pub(super) fn changed(&self, claims: &[usize], texts: &[usize], relation: Option<Relation>) -> Change {
        match relation {
            Some(Relation::Spelled) => return Change::Spelling,
            Some(Relation::Typo) if !self.typo_in_name(claims, texts) => return Change::Typo,
            Some(Relation::Typo) => return Change::Name,
            Some(Relation::Opposite) => return Change::Negation,
            _ => {}
        }
        let (claim, text) = (self.claim, self.text);
        let dates = claims.iter().any(|&at| self.is_date(claim, at)) || texts.iter().any(|&at| self.is_date(text, at));
        if dates {
            return Change::Date;
        }
        let numbers = |tokens: &Tokens, places: &[usize]| {
            let numbers = places.iter().filter(|&&at| self.is_number(tokens, at));
            let mut numbers: Vec<String> = numbers.map(|&at| tokens.norm(at).to_owned()).collect();
            numbers.sort();
            numbers
        };
        if numbers(claim, claims) != numbers(text, texts) {
            return Change::Number;
        }
        let negations = |tokens: &Tokens, places: &[usize]| {
            places.iter().filter(|&&at| is_negation(tokens.norm(at), self.language)).count()
        };
        if negations(claim, claims) != negations(text, texts) {
            return Change::Negation;
        }
        if relation != Some(Relation::Form)
            && (claims.iter().any(|&at| self.is_name(claim, at)) || texts.iter().any(|&at| self.is_name(text, at)))
        {
            return Change::Name;
        }
        let all = |tokens: &Tokens, places: &[usize], is: fn(&str, Language) -> bool| {
            places.iter().all(|&at| is(tokens.norm(at), self.language))
        };
        if all(claim, claims, hinges::tells_time) && all(text, texts, hinges::tells_time) {
            return Change::Tense;
        }
        if let ([one], [other]) = (claims, texts)
            && relation == Some(Relation::Form)
            && hinges::other_time(claim.norm(*one), text.norm(*other), self.language)
        {
            return Change::Tense;
        }
        let any =
            |tokens: &Tokens, places: &[usize]| places.iter().any(|&at| hinges::limits(tokens.norm(at), self.language));
        if any(claim, claims) || any(text, texts) { Change::Limit } else { Change::Word }
    }

    /// What it changes that words `from..to` of the text were left out between others, and whether that turns the meaning of what is
    /// left: `None` where they are only missed. `signed`: the claim has an ellipsis in their place.
    ///
    /// A number or a date that is gone is named, but what is left still says what was said; a no that is gone turns it.
    pub(super) fn dropped(&self, from: usize, to: usize, signed: bool) -> Option<(Change, bool)> {
        if let Some(change) = self.taken_back(from, to) {
            return Some((change, true));
        }
        // Parts of sentences that are gone whole take their numbers and their no with them.
        let kept: Vec<usize> = (from..to).filter(|at| !self.clause_is_gone(*at, from, to)).collect();
        let is = |is: fn(&str, Language) -> bool| kept.iter().any(|&at| is(self.text.norm(at), self.language));
        if is(is_negation) {
            return Some((Change::Negation, true));
        }
        if signed {
            return None;
        }
        if self.bounds_number(&kept, to) {
            return Some((Change::Number, true));
        }
        if kept.iter().any(|&at| self.is_date(self.text, at)) {
            return Some((Change::Date, false));
        }
        if kept.iter().any(|&at| self.is_number(self.text, at)) {
            return Some((Change::Number, false));
        }
        if is(hinges::limits) {
            return Some((Change::Limit, false));
        }
        let times = !kept.is_empty() && kept.len() == to - from;
        let time = times && kept.iter().all(|&at| hinges::tells_time(self.text.norm(at), self.language));
        time.then_some((Change::Tense, false))
    }

    /// What it changes that words were left out between `from` and `to`, where the words on either side belong to them.
    fn taken_back(&self, from: usize, to: usize) -> Option<Change> {
        let words = from < to;
        self.taken_from_next(from, to).filter(|_| words).or_else(|| self.taken_from_previous(from).filter(|_| words))
    }

    /// What it changes that words before `to`, down to `from`, are left out where `to` is not: a no, the beginning of a number.
    pub(super) fn taken_from_next(&self, from: usize, to: usize) -> Option<Change> {
        let beside = |at: usize| at < self.text.len() && self.text.get(at).before == Before::Space;
        if to <= from || !beside(to) {
            return None;
        }
        let word = |at: usize| self.text.norm(at);
        // `has not yet begun`: the no is before the small word.
        let mut last = to - 1;
        while last > from && SMALL_AFTER_NO.contains(&word(last)) && beside(last) {
            last -= 1;
        }
        if negates_next(word(last), self.language) {
            return Some(Change::Negation);
        }
        let bound = self.is_value(to - 1) || word(to - 1) == "-" || is_bound(word(to - 1), self.language);
        (self.is_value(to) && bound).then_some(Change::Number)
    }

    /// What it changes that words from `from` on are left out where the one before is not: a Kazakh no, a unit.
    pub(super) fn taken_from_previous(&self, from: usize) -> Option<Change> {
        if from == 0 || from >= self.text.len() || self.text.get(from).before != Before::Space {
            return None;
        }
        let word = self.text.norm(from);
        if negates_previous(word, self.language) {
            return Some(Change::Negation);
        }
        let rest =
            self.is_value(from) && self.text.get(from).number.is_some_and(|number| number >= 1000.0) || word == PERCENT;
        (self.is_value(from - 1) && rest).then_some(Change::Number)
    }

    fn is_value(&self, at: usize) -> bool {
        self.text.get(at).number.is_some_and(f64::is_finite)
    }

    /// Whether the part of a sentence to which a dropped word belongs is dropped whole.
    fn clause_is_gone(&self, at: usize, from: usize, to: usize) -> bool {
        // An `и` that is kept at its beginning is kept for another part.
        let begins = |at: usize| {
            let joined = at == from && at > 0 && is_small(self.text.norm(at - 1), self.language);
            let no = |at: usize| is_negation(self.text.norm(at), self.language);
            self.text.breaks_before(at) || joined && self.text.breaks_before(at - 1) && !no(at - 1)
        };
        let start = (from..=at).rev().find(|&at| begins(at));
        let end = (at + 1..=to).find(|&at| self.text.breaks_before(at));
        start.is_some() && end.is_some()
    }

    /// Whether the last of some dropped words says how a kept number is meant: `почти 80`.
    fn bounds_number(&self, dropped: &[usize], to: usize) -> bool {
        let number = to < self.text.len() && self.text.get(to).number.is_some();
        number && dropped.last().is_some_and(|&at| at + 1 == to && is_bound(self.text.norm(at), self.language))
    }

    /// Whether a word is a number, its unit or its sign.
    fn is_number(&self, tokens: &Tokens, at: usize) -> bool {
        let unit =
            at > 0 && tokens.get(at - 1).number.is_some_and(f64::is_finite) && tokens.get(at).before == Before::Space;
        let norm = tokens.norm(at);
        let long = norm.chars().count() > 1 || norm == PERCENT;
        tokens.get(at).number.is_some()
            || norm == PERCENT
            || norm == "-"
            || unit && long && !is_small(norm, self.language)
    }

    fn is_date(&self, tokens: &Tokens, at: usize) -> bool {
        if is_date(tokens.norm(at), self.language) {
            return true;
        }
        let Some(number) = tokens.get(at).number.filter(|number| number.is_finite()) else { return false };
        let beside = |at: Option<usize>, is: &dyn Fn(&str) -> bool| {
            at.filter(|at| *at < tokens.len()).is_some_and(|at| is(tokens.norm(at)))
        };
        let month = |word: &str| is_date(word, self.language);
        let year =
            |word: &str| ["год", "г", "жыл"].iter().any(|year| word.starts_with(year)) && word.chars().count() < 8;
        let near = beside(Some(at + 1), &month) || beside(at.checked_sub(1), &month);
        let is_year = number.fract() == 0.0 && (1800.0..2200.0).contains(&number) && tokens.norm(at).len() == 4;
        let in_year = beside(Some(at + 1), &year)
            || beside(at.checked_sub(1), &|word| ["in", "since", "by", "until"].contains(&word));
        near || is_year && in_year
    }

    /// Whether a word is a name, as its capital letter within a sentence tells.
    fn is_name(&self, tokens: &Tokens, at: usize) -> bool {
        let token = tokens.get(at);
        token.capital
            && token.before != Before::Sentence
            && tokens.norm(at).chars().count() > 1
            && !tokens.norm(at).starts_with("i'")
    }

    /// A mistyped name may be another name: only letters that changed places or are doubled are passed over.
    fn typo_in_name(&self, claims: &[usize], texts: &[usize]) -> bool {
        let name = texts.iter().any(|&at| self.is_name(self.text, at));
        let letters = |tokens: &Tokens, places: &[usize]| {
            let mut letters: Vec<char> = places.iter().flat_map(|&at| tokens.norm(at).chars()).collect();
            letters.sort_unstable();
            letters.dedup();
            letters
        };
        name && letters(self.claim, claims) != letters(self.text, texts)
    }
}

/// Words that stand between a no and what it takes back.
const SMALL_AFTER_NO: [&str; 14] =
    ["еще", "так", "только", "уж", "столь", "yet", "so", "be", "been", "even", "just", "only", "being", "a"];

/// The places of a step's words in the claim and in the text.
pub(super) fn places(step: &Step) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
    match *step {
        Step::Pair { claim, text, claims, texts, .. } => (claim..claim + claims, text..text + texts),
        Step::Dropped { text } => (0..0, text..text + 1),
        Step::Added { claim } => (claim..claim + 1, 0..0),
    }
}
