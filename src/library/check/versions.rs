//! The same words carried by several articles, each cutting them differently.
//!
//! Each quote is known by a few of its runs of four words, chosen so that two quotes with seven words in a row in common have one
//! in common (winnowing, Schleimer et al., SIGMOD 2003). So what else carries a quote is looked up, not compared with every quote, and
//! a new article costs only its own quotes.

use std::hash::Hasher;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

use super::align::Step;
use super::lay;
use super::pair::{Pairs, Relation};
use super::tokens::Tokens;
use crate::article::{Article, Language, Quote, Span};
use crate::library::words::for_each_word;
use crate::library::{Editions, Library};

/// A quote as one article carries it.
#[derive(Debug, Clone)]
pub struct Version<'a> {
    /// The edition.
    pub article: &'a Article,
    /// The quote.
    pub quote: &'a Quote,
    /// What the fullest version has and this one lacks: bytes of the fullest version's body, in order; none for that one itself.
    pub missing: Vec<Span>,
}

impl Version<'_> {
    /// Whether these words stand in it like that, apart from case, punctuation and spaces, in one of its parts.
    pub fn has(&self, words: &str) -> bool {
        let cut = |text: &str| {
            let mut words = Vec::new();
            for_each_word(text, |word, _| words.push(word.to_owned()));
            words
        };
        let words = cut(words);
        words.is_empty()
            || self
                .quote
                .parts
                .iter()
                .any(|part| cut(self.article.text(*part)).windows(words.len()).any(|at| at == words))
    }
}

/// How many words a run has, and of how many runs in a row one is kept.
const RUN: usize = 4;
const WINDOW: usize = 4;
/// The most quotes that are laid beside the fullest one.
const MOST: usize = 64;
/// A run that so many quotes have is a turn of phrase.
const COMMON: usize = 512;
/// The share of a version's words that the fullest one must have.
const ALIKE: f32 = 0.6;
/// The most words of a quote that are looked at.
const LONGEST: usize = 1_500;

/// By what each quote is known: parts that never change, as those of [`Passages`](super::Passages).
#[derive(Debug, Default, Clone)]
pub(in crate::library) struct Kinships {
    parts: Vec<Arc<Part>>,
}

#[derive(Debug, Default, Clone)]
struct Part {
    quotes: Vec<Place>,
    /// The kept runs of all quotes and the quotes' places above, sorted.
    runs: Vec<(u32, u32)>,
}

/// A quote: the number of its article, the language of the edition, its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Place {
    article: u32,
    language: Language,
    quote: u32,
}

impl Kinships {
    /// Adds the quotes of articles under their numbers. Those of one that is gone stay: its number leads nowhere.
    pub(in crate::library) fn add<'a>(&mut self, articles: impl Iterator<Item = (u32, &'a Editions)>) {
        let mut part = Part::default();
        for (article, editions) in articles {
            for edition in editions.all() {
                for (nth, quote) in (0..).zip(&edition.quotes) {
                    let place = u32::try_from(part.quotes.len()).expect("quotes are counted in millions");
                    part.quotes.push(Place { article, language: edition.language, quote: nth });
                    part.runs.extend(runs(edition, quote).into_iter().map(|run| (run, place)));
                }
            }
        }
        while self.parts.last().is_some_and(|last| last.quotes.len() < 2 * part.quotes.len()) {
            let mut larger = self.parts.pop().map(Arc::unwrap_or_clone).unwrap_or_default();
            let first = u32::try_from(larger.quotes.len()).expect("quotes are counted in millions");
            larger.quotes.extend(part.quotes);
            larger.runs.extend(part.runs.into_iter().map(|(run, place)| (run, first + place)));
            part = larger;
        }
        part.runs.sort_unstable();
        part.runs.dedup();
        self.parts.push(Arc::new(part));
    }

    /// The quotes that have runs in common with one, those with most first.
    fn kin(&self, runs: &[u32]) -> Vec<Place> {
        let mut common: FxHashMap<Place, u32> = FxHashMap::default();
        for part in &self.parts {
            for run in runs {
                let from = part.runs.partition_point(|(known, _)| known < run);
                let same = part.runs[from..].iter().take_while(|(known, _)| known == run);
                for (_, place) in same.take(COMMON) {
                    *common.entry(part.quotes[*place as usize]).or_default() += 1;
                }
            }
        }
        let mut kin: Vec<(Place, u32)> = common.into_iter().collect();
        kin.sort_unstable_by_key(|(place, count)| (std::cmp::Reverse(*count), place.article, place.quote));
        kin.truncate(MOST);
        kin.into_iter().map(|(place, _)| place).collect()
    }
}

/// The runs by which a quote is known.
fn runs(article: &Article, quote: &Quote) -> Vec<u32> {
    let mut words: Vec<u64> = Vec::new();
    for part in &quote.parts {
        for_each_word(article.text(*part), |word, _| {
            let mut hasher = FxHasher::default();
            hasher.write(word.as_bytes());
            words.push(hasher.finish());
        });
    }
    let hash = |run: &[u64]| {
        let mut hasher = FxHasher::default();
        run.iter().for_each(|word| hasher.write_u64(*word));
        (hasher.finish() >> 32) as u32
    };
    let all: Vec<u32> = if words.len() < RUN { Vec::new() } else { words.windows(RUN).map(hash).collect() };
    let mut kept: Vec<u32> = if all.len() <= WINDOW {
        all.iter().min().copied().into_iter().collect()
    } else {
        all.windows(WINDOW).filter_map(|window| window.iter().min().copied()).collect()
    };
    kept.sort_unstable();
    kept.dedup();
    kept
}

impl Library {
    /// The quotes of all articles that are the same words as this one in the same language, however they are cut: the fullest first,
    /// newer ones before older; this one is among them. Quotes of which only a turn of phrase is the same are not.
    pub fn versions<'a>(&'a self, article: &'a Article, quote: &'a Quote) -> Vec<Version<'a>> {
        let kinships = self.kinships();
        let mut group: Vec<(&'a Article, &'a Quote, Tokens)> = vec![(article, quote, tokens(article, quote))];
        // A short version leads to the fullest one, and that one to all others.
        for _ in 0..2 {
            let (of, fullest) = (group[0].0, group[0].1);
            let kin = kinships.kin(&runs(of, fullest));
            let editions = kin.iter().filter_map(|place| Some((place, self.edition(place.article, place.language)?)));
            let editions: Vec<_> = editions.collect();
            // Mostly nobody else carries it.
            if editions.iter().all(|(_, edition)| edition.id == of.id) {
                break;
            }
            for (place, edition) in editions {
                let Some(other) = edition.quotes.get(place.quote as usize) else { continue };
                let known =
                    |(article, quote, _): &(&Article, &Quote, Tokens)| article.id == edition.id && quote.id == other.id;
                if edition.language != article.language || group.iter().any(known) {
                    continue;
                }
                let words = tokens(edition, other);
                if is_version(&words, &group[0].2, article.language) {
                    group.push((edition, other, words));
                }
            }
            group.sort_by_key(|(article, _, words)| {
                let newness = article.published.map(|published| published.order());
                (std::cmp::Reverse(words.len()), std::cmp::Reverse(newness))
            });
        }
        let Some((_, _, fullest)) = group.first() else { return Vec::new() };
        let version = |(article, quote, words): &(&'a Article, &'a Quote, Tokens)| Version {
            article,
            quote,
            missing: missing(words, fullest, article.language),
        };
        group.iter().map(version).collect()
    }
}

fn tokens(article: &Article, quote: &Quote) -> Tokens {
    let mut tokens = Tokens::default();
    quote.parts.iter().for_each(|part| tokens.push(&article.body, part.start..part.end, article.language));
    tokens.truncate(LONGEST);
    tokens
}

/// Whether most words of the shorter of two quotes are the longer one's.
fn is_version(one: &Tokens, other: &Tokens, language: Language) -> bool {
    if one.same_words(other) {
        return true;
    }
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let exists = |_: &str, _: Language| true;
    let mut pairs = Pairs::new(shorter, language, &exists);
    lay::whole(&mut pairs, longer).is_some_and(|laid| laid.agreement >= ALIKE)
}

/// The runs of words of the fullest version that another one lacks.
fn missing(words: &Tokens, fullest: &Tokens, language: Language) -> Vec<Span> {
    // Most articles carry a quote whole.
    if words.same_words(fullest) {
        return Vec::new();
    }
    let exists = |_: &str, _: Language| true;
    let mut pairs = Pairs::new(words, language, &exists);
    let Some(laid) = lay::whole(&mut pairs, fullest) else { return Vec::new() };
    let mut has = vec![false; fullest.len()];
    for step in &laid.steps {
        if let Step::Pair { text, texts, relation, .. } = step
            && *relation < Relation::Unlike
        {
            has[*text..*text + *texts].fill(true);
        }
    }
    let mut missing: Vec<Span> = Vec::new();
    for (at, _) in has.iter().enumerate().filter(|(_, has)| !**has) {
        let word = fullest.get(at);
        let goes_on = at > 0 && !has[at - 1] && fullest.get(at - 1).part == word.part;
        match missing.last_mut() {
            Some(last) if goes_on => last.end = word.span.end,
            _ => missing.push(Span { start: word.span.start, end: word.span.end }),
        }
    }
    missing
}
