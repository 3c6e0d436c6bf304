//! The same words carried by several articles, each cutting them differently.

use std::cmp::Reverse;

use super::align::Step;
use super::lay;
use super::pair::{Pairs, Relation};
use super::tokens::Tokens;
use crate::article::{Article, Language, Quote, Span};
use crate::library::Library;
use crate::library::editions::Place;
use crate::library::index::{Thing, runs};
use crate::library::words::for_each_word;

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

/// The most quotes that are laid beside the fullest one.
const MOST: usize = 64;
/// The share of a version's words that the fullest one must have.
const ALIKE: f32 = 0.6;
/// The most words of a quote that are looked at.
const LONGEST: usize = 1_500;

impl Library {
    /// The quotes of all articles that are the same words as this one in the same language, however they are cut: the fullest first,
    /// newer ones before older; this one is among them. Quotes of which only a turn of phrase is the same are not.
    pub fn versions<'a>(&'a self, article: &'a Article, quote: &'a Quote) -> Vec<Version<'a>> {
        let mut group: Vec<(&'a Article, &'a Quote, Tokens)> = vec![(article, quote, tokens(article, quote))];
        // A short version leads to the fullest one, and that one to all others.
        for _ in 0..2 {
            let (of, fullest) = (group[0].0, group[0].1);
            let kin = self.kin(&runs(of, fullest));
            let editions =
                kin.iter().filter_map(|thing| Some((thing, self.edition(thing.article(), thing.language())?)));
            let editions: Vec<_> = editions.collect();
            // Mostly nobody else carries it.
            if editions.iter().all(|(_, edition)| edition.id == of.id) {
                break;
            }
            for (thing, edition) in editions {
                let Place::Quote(nth) = thing.place() else { continue };
                let Some(other) = edition.quotes.get(nth) else { continue };
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
                (Reverse(words.len()), Reverse(newness))
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

    /// The quotes that have runs in common with one, those with most first.
    fn kin(&self, runs: &[u32]) -> Vec<Thing> {
        let common = self.index.with_runs(runs).unwrap_or_else(|error| {
            log::error!("The index cannot be read: {error}");
            Default::default()
        });
        let mut kin: Vec<(Thing, u32)> = common.into_iter().collect();
        kin.sort_unstable_by_key(|(thing, count)| (Reverse(*count), *thing));
        kin.truncate(MOST);
        kin.into_iter().map(|(thing, _)| thing).collect()
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
