//! What a word of the claim is to a word of a text: the same, nearly the same, another form, the opposite.

use std::hash::Hasher;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::negation::{is_negative_verb, lacks, opposites};
use super::tokens::{Token, Tokens};
use super::typing::is_typo;
use crate::article::Language;
use crate::library::stem::{is_stop_word, stem};
use crate::library::terms::{fold, look_alike};

/// What one word is to another; the better, the less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// The same word, apart from case, marks and ё.
    Same,
    /// The same word in other letters: `ауылдагы` for `ауылдағы`; two words in one, one in two.
    Spelled,
    /// The same word, mistyped.
    Typo,
    /// Another form of the word, or a word from the same root.
    Form,
    /// The word with what says no, or without it.
    Opposite,
    /// Another number.
    Number,
    /// Another word.
    Unlike,
}

/// The words of a claim, prepared to be compared with many texts of one language.
pub(super) struct Pairs<'a> {
    pub(super) claim: &'a Tokens,
    pub(super) language: Language,
    /// Whether a word exists: it stands in some article.
    exists: &'a dyn Fn(&str, Language) -> bool,
    stems: Vec<String>,
    /// Whether each word of the claim is a verb that says no.
    negative: Vec<bool>,
    /// How much each word of the claim says.
    pub(super) weights: Vec<i32>,
    /// Words of the claim by the word, and by what they begin with.
    by_norm: FxHashMap<&'a str, Vec<u16>>,
    /// The same by the words as they are typed without Kazakh letters.
    by_plain: FxHashMap<u64, Vec<u16>>,
    by_start: FxHashMap<[char; 2], Vec<u16>>,
    /// The places of words that would be another one together with the word before.
    by_joined: FxHashMap<String, Vec<u16>>,
    numbers: Vec<u16>,
    /// What each word of a text that was met is to the words of the claim.
    known: FxHashMap<Box<str>, Row>,
}

/// What one word of a text is to those words of the claim to which it is anything.
pub(super) type Row = Rc<[(u16, Relation)]>;

/// What a word that says something counts; all scores are in these units.
pub(super) const WORD: i32 = 40;
/// What a word counts that stands in any text.
const SMALL_WORD: i32 = 22;
/// What one end of a word must have in common with another to be from the same root.
const ROOT: usize = 4;

impl<'a> Pairs<'a> {
    /// Prepares the words of a claim.
    pub(super) fn new(claim: &'a Tokens, language: Language, exists: &'a dyn Fn(&str, Language) -> bool) -> Self {
        let mut pairs = Self {
            claim,
            language,
            exists,
            stems: Vec::new(),
            negative: Vec::new(),
            weights: Vec::new(),
            by_norm: FxHashMap::default(),
            by_plain: FxHashMap::default(),
            by_start: FxHashMap::default(),
            by_joined: FxHashMap::default(),
            numbers: Vec::new(),
            known: FxHashMap::default(),
        };
        for (at, token) in (0..).zip(claim.all()) {
            let norm = claim.norm(at as usize);
            let small = token.number.is_none() && is_small(norm, language);
            pairs.weights.push(if small { SMALL_WORD } else { WORD });
            pairs.stems.push(root(norm, language));
            pairs.negative.push(language == Language::Kk && is_negative_verb(norm));
            pairs.by_norm.entry(norm).or_default().push(at);
            pairs.by_plain.entry(plain_hash(norm)).or_default().push(at);
            pairs.by_start.entry(start(norm)).or_default().push(at);
            if token.number.is_some() {
                pairs.numbers.push(at);
            }
            let mut two = String::new();
            if at > 0 {
                claim.join(at as usize - 1, &mut two);
            }
            if !two.is_empty() {
                pairs.by_joined.entry(two).or_default().push(at);
            }
        }
        pairs
    }

    /// What a word of the text is to the words of the claim, in their order.
    pub(super) fn row(&mut self, text: &Tokens, at: usize) -> Row {
        let norm = text.norm(at);
        if let Some(row) = self.known.get(norm) {
            return row.clone();
        }
        let row: Row = self.compare(norm, text.get(at)).into();
        self.known.insert(norm.into(), row.clone());
        row
    }

    /// The places in the claim where this word stands, with or without its Kazakh letters.
    pub(super) fn same(&self, norm: &str) -> &[u16] {
        self.by_plain.get(&plain_hash(norm)).map_or(&[], Vec::as_slice)
    }

    /// The places in the claim where this very word stands.
    pub(super) fn places(&self, norm: &str) -> &[u16] {
        self.by_norm.get(norm).map_or(&[], Vec::as_slice)
    }

    /// The places in the claim of words that would be this one together with the word before.
    pub(super) fn joined(&self, norm: &str) -> &[u16] {
        self.by_joined.get(norm).map_or(&[], Vec::as_slice)
    }

    fn compare(&self, norm: &str, token: &Token) -> Vec<(u16, Relation)> {
        let mut row: Vec<(u16, Relation)> =
            self.by_norm.get(norm).into_iter().flatten().map(|at| (*at, Relation::Same)).collect();
        let mut traits = None;
        let near = self.by_start.get(&start(norm)).into_iter().flatten();
        for &at in near {
            let other = self.claim.norm(at as usize);
            if other == norm {
                continue;
            }
            let (stem, negative) = traits.get_or_insert_with(|| {
                (root(norm, self.language), self.language == Language::Kk && is_negative_verb(norm))
            });
            let contrary = self.negative[at as usize] != *negative;
            if let Some(relation) = self.near(other, norm, self.stems[at as usize] == *stem, contrary) {
                row.push((at, relation));
            }
        }
        for opposite in opposites(norm, self.language) {
            let places = self.by_norm.get(opposite.as_ref()).into_iter().flatten();
            row.extend(places.map(|at| (*at, Relation::Opposite)));
        }
        if let Some(number) = token.number {
            for &at in &self.numbers {
                let other = self.claim.get(at as usize).number.unwrap_or(f64::NAN);
                let equal = (other - number).abs() < 1e-9;
                row.push((at, if equal { Relation::Spelled } else { Relation::Number }));
            }
        }
        row.sort_unstable();
        row.dedup_by_key(|(at, _)| *at);
        row
    }

    /// What two different words are that begin alike; whether one of them is a verb that says no and the other is not.
    fn near(&self, claim: &str, text: &str, same_stem: bool, contrary: bool) -> Option<Relation> {
        let letters = |word: &str| word.chars().all(|letter| letter.is_alphabetic() || letter == '\'');
        if !letters(claim) || !letters(text) {
            return None;
        }
        if plain(claim).eq(plain(text)) {
            return Some(Relation::Spelled);
        }
        if contrary {
            let common = common(claim, text);
            if same_stem || common >= 2 && 2 * common >= claim.chars().count().min(text.chars().count()) {
                return Some(Relation::Opposite);
            }
        }
        if self.language == Language::Kk && lacks(claim, text) {
            return Some(Relation::Opposite);
        }
        if same_stem {
            return Some(if reflexive(claim, text) { Relation::Typo } else { Relation::Form });
        }
        if is_typo(claim, text) && !(self.exists)(claim, self.language) {
            return Some(Relation::Typo);
        }
        let common = common(claim, text);
        let shorter = claim.chars().count().min(text.chars().count());
        (common >= ROOT && 5 * common >= 3 * shorter || common >= 3 && shorter <= 4).then_some(Relation::Form)
    }
}

/// Whether a word stands in any text.
pub(super) fn is_small(word: &str, language: Language) -> bool {
    word.chars().nth(2).is_none() || is_stop_word(&fold(word), language)
}

/// The stem of a word.
pub(super) fn root(word: &str, language: Language) -> String {
    stem(&fold(word), language).into_owned()
}

/// With how many letters both begin.
fn common(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}

/// `-тся` for `-ться` and the other way round: the commonest mistake of Russian spelling, and no other tense.
fn reflexive(one: &str, other: &str) -> bool {
    let written =
        |long: &str, short: &str| long.strip_suffix("ться").is_some_and(|stem| short.strip_suffix("тся") == Some(stem));
    written(one, other) || written(other, one)
}

/// The first two letters, as a phone without Kazakh letters writes them.
fn start(word: &str) -> [char; 2] {
    let mut letters = plain(word);
    [letters.next().unwrap_or_default(), letters.next().unwrap_or_default()]
}

fn plain_hash(word: &str) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    plain(word).for_each(|letter| hasher.write_u32(letter as u32));
    hasher.finish()
}

/// The letters of a word, the Kazakh ones as they are typed without a Kazakh keyboard.
fn plain(word: &str) -> impl Iterator<Item = char> {
    word.chars().map(|letter| look_alike(letter).unwrap_or(letter))
}

#[cfg(test)]
mod tests {
    use super::{Pairs, Relation, Tokens};
    use crate::article::Language;

    #[test]
    fn two_words_are_this_to_each_other() {
        use Language::{En, Kk, Ru};
        use Relation::{Form, Number, Opposite, Same, Spelled, Typo, Unlike};
        let cases = [
            ("Ёлки", "елки", Ru, Same),
            ("80%", "80 процентов", Ru, Same),
            ("пять", "5", Ru, Same),
            ("0,5", "1/2", Ru, Spelled),
            ("2335", "2334", Ru, Number),
            ("ауылдагы", "ауылдағы", Kk, Spelled),
            ("програма", "программа", Ru, Typo),
            ("построим", "построили", Ru, Form),
            ("акимов", "акимам", Ru, Form),
            ("возможно", "невозможно", Ru, Opposite),
            ("келмеді", "келді", Kk, Opposite),
            ("бердік", "бермедік", Kk, Opposite),
            ("able", "unable", En, Opposite),
            ("elected", "elects", En, Form),
            ("города", "села", Ru, Unlike),
            ("закон", "загон", Ru, Unlike),
        ];
        for (claim, text, language, expected) in cases {
            let (claimed, said) = (Tokens::of(claim, language), Tokens::of(text, language));
            let mut pairs = Pairs::new(&claimed, language, &|_, _| false);
            let row = pairs.row(&said, 0);
            let relation = row.iter().find(|(at, _)| *at == 0).map_or(Unlike, |(_, relation)| *relation);
            assert_eq!(relation, expected, "{claim} for {text}");
        }
    }

    #[test]
    fn a_word_that_exists_is_no_typing_mistake() {
        let (claimed, said) = (Tokens::of("проверка", Language::Ru), Tokens::of("праверка", Language::Ru));
        let exists: &dyn Fn(&str, Language) -> bool = &|_, _| true;
        let row = Pairs::new(&claimed, Language::Ru, exists).row(&said, 0);
        assert!(row.iter().all(|(_, relation)| *relation != Relation::Typo));
    }
}
