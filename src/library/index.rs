//! The search: which quotes, figures and articles have the words of a question.
//!
//! A word counts for its rarity, and for where it stands: in a figure's own number more than in the sentence around it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;

use super::editions::{Editions, Place};
use super::stem::{is_stop_word, stem};
use super::words::for_each_word;
use crate::article::{Article, Language};

/// The most hits of one search: forty pages of a menu, ten of an inline answer.
const MOST_HITS: usize = 500;
/// The most words of a question that are looked at: a question has fewer, and a whole page of them costs no long search.
const MOST_WORDS: usize = 50;
/// The share of the question's weight that a hit must have.
const ENOUGH: f32 = 0.5;

/// The fewest letters of a last word that is looked at though it is not typed to its end.
const UNFINISHED: usize = 2;
/// The most stems that an unfinished word may become.
const MOST_ENDINGS: usize = 100;

/// How much a word counts by the place where it stands.
mod weight {
    pub(super) const OWN_WORDS: f32 = 1.0;
    pub(super) const VALUE: f32 = 1.5;
    pub(super) const NAME: f32 = 0.9;
    pub(super) const ROLE: f32 = 0.6;
    pub(super) const SENTENCE: f32 = 0.6;
    pub(super) const LEAD: f32 = 0.5;
}

/// The words of all things that can be found.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By [`Language`], as all arrays here.
    dictionaries: [Dictionary; 3],
    /// What can be found: newer articles first; the quotes of one article, its figures, then the article itself.
    things: Vec<Thing>,
}

/// One quote, figure or article, in all its editions.
#[derive(Debug)]
struct Thing {
    /// The article's position in the library.
    article: u32,
    /// Where it stands in the edition of each language.
    places: [Option<Place>; 3],
}

/// The words of one language.
#[derive(Debug, Default)]
struct Dictionary {
    /// Stems, and the things in which they stand, ascending.
    stems: BTreeMap<Box<str>, Vec<Posting>>,
    /// How many things have an edition in this language.
    things: usize,
}

/// A word stands in a thing.
#[derive(Debug, Clone, Copy)]
struct Posting {
    thing: u32,
    weight: f32,
}

/// A thing that fits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// The article's position in the library.
    pub(super) article: usize,
    /// The language of the edition to show.
    pub(super) language: Language,
    /// What in it.
    pub(super) place: Place,
    /// How well it fits.
    pub(super) score: f32,
}

impl Index {
    /// Reads all articles, which stand newest first.
    pub(super) fn new(articles: &[Editions]) -> Self {
        let mut index = Self::default();
        let mut known: [HashMap<String, Option<Box<str>>>; 3] = Default::default();
        for (position, editions) in articles.iter().enumerate() {
            let position = u32::try_from(position).expect("articles are counted in thousands");
            for places in editions.things() {
                let thing = u32::try_from(index.things.len()).expect("things are counted in millions");
                for edition in editions.all() {
                    let language = edition.language as usize;
                    if let Some(place) = places[language] {
                        index.dictionaries[language].add(thing, edition, place, &mut known[language]);
                    }
                }
                index.things.push(Thing { article: position, places });
            }
        }
        index
    }

    /// What fits the words, best first; see [`Library::find`](super::Library::find).
    pub(super) fn find(&self, words: &str, language: Language) -> Vec<Found> {
        let mut asked: Vec<String> = Vec::new();
        for_each_word(words, |word, _| {
            if asked.len() < MOST_WORDS {
                asked.push(word.to_owned());
            }
        });
        let mut scores = vec![[Score::default(); 3]; self.things.len()];
        let mut total = 0.0;
        let mut counted: Vec<*const Posting> = Vec::new();
        for (nth, word) in asked.iter().enumerate() {
            let mut known = Language::ALL.map(|language| self.dictionaries[language as usize].postings(word, language));
            // The last word may be one that is still being typed.
            if known.iter().all(Option::is_none) && nth + 1 == asked.len() {
                known = Language::ALL.map(|language| self.dictionaries[language as usize].unfinished(word, language));
            }
            // Another form of a word that was asked for already counts once.
            let known = known.map(|postings| postings.filter(|postings| !counted.contains(&postings.as_ptr())));
            let rarity =
                |language: Language, postings: &[Posting]| self.dictionaries[language as usize].rarity(postings);
            let known = || {
                let languages = Language::ALL.into_iter().zip(&known);
                languages.filter_map(|(language, postings)| Some((language, &**postings.as_ref()?)))
            };
            let weight = known().map(|(language, postings)| rarity(language, postings)).fold(0.0, f32::max);
            total += weight;
            for (language, postings) in known() {
                counted.push(postings.as_ptr());
                for posting in postings {
                    let score = &mut scores[posting.thing as usize][language as usize];
                    score.matched += weight;
                    score.weighted += weight * posting.weight;
                }
            }
        }
        if counted.is_empty() {
            return Vec::new();
        }
        let things = self.things.iter().zip(&scores);
        let mut found: Vec<Found> = things.filter_map(|(thing, scores)| thing.found(scores, total, language)).collect();
        let order = |one: &Found, other: &Found| {
            let in_language = |found: &Found| found.language == language;
            let whole = |found: &Found| found.place == Place::Article;
            let by_score = other.score.total_cmp(&one.score);
            let by_kind = in_language(other).cmp(&in_language(one)).then(whole(one).cmp(&whole(other)));
            // Articles stand newest first.
            by_score.then(by_kind).then((one.article, one.place).cmp(&(other.article, other.place)))
        };
        if found.len() > MOST_HITS {
            found.select_nth_unstable_by(MOST_HITS, order);
            found.truncate(MOST_HITS);
        }
        found.sort_by(order);
        found
    }
}

/// How well one edition of a thing fits.
#[derive(Debug, Clone, Copy, Default)]
struct Score {
    /// The weight of the words that it has.
    matched: f32,
    /// The same, by the places where they stand.
    weighted: f32,
}

impl Thing {
    /// This thing, if it fits well enough: in this language, or in the one in which it fits best.
    fn found(&self, scores: &[Score; 3], total: f32, language: Language) -> Option<Found> {
        let best = Language::ALL
            .into_iter()
            .max_by(|&one, &other| scores[one as usize].weighted.total_cmp(&scores[other as usize].weighted))?;
        let score = scores[best as usize];
        if score.matched == 0.0 || score.matched < ENOUGH * total {
            return None;
        }
        let shown = if self.places[language as usize].is_some() { language } else { best };
        let place = self.places[shown as usize]?;
        Some(Found { article: self.article as usize, language: shown, place, score: score.weighted / total })
    }
}

impl Dictionary {
    /// Adds the words of a thing. `known` keeps the stems of words seen before: `None` for a stop word.
    fn add(&mut self, thing: u32, article: &Article, place: Place, known: &mut HashMap<String, Option<Box<str>>>) {
        self.things += 1;
        let mut add = |text: &str, weight: f32| {
            for_each_word(text, |word, _| {
                if !known.contains_key(word) {
                    let stem = (!is_stop_word(word, article.language)).then(|| stem(word, article.language));
                    known.insert(word.to_owned(), stem.map(|stem| stem.into()));
                }
                let Some(stem) = &known[word] else { return };
                if !self.stems.contains_key(stem) {
                    self.stems.insert(stem.clone(), Vec::new());
                }
                let Some(postings) = self.stems.get_mut(stem) else { return };
                match postings.last_mut() {
                    Some(last) if last.thing == thing => last.weight = last.weight.max(weight),
                    _ => postings.push(Posting { thing, weight }),
                }
            });
        };
        match place {
            Place::Quote(nth) => {
                let quote = &article.quotes[nth];
                quote.parts.iter().for_each(|part| add(article.text(*part), weight::OWN_WORDS));
                quote.topics.iter().for_each(|topic| add(topic, weight::OWN_WORDS));
                if let Some(speaker) = &quote.speaker {
                    add(speaker, weight::OWN_WORDS);
                    add(article.role_of(speaker).unwrap_or_default(), weight::ROLE);
                }
            }
            Place::Figure(nth) => {
                let figure = &article.figures[nth];
                add(&figure.value.to_string(), weight::VALUE);
                add(&figure.label, weight::OWN_WORDS);
                add(figure.unit.as_deref().unwrap_or_default(), weight::OWN_WORDS);
                add(article.text(figure.text), weight::SENTENCE);
            }
            Place::Article => {
                add(&article.title, weight::OWN_WORDS);
                article.lead().into_iter().for_each(|lead| add(article.text(lead), weight::LEAD));
                article.summary.iter().for_each(|sentence| add(article.text(*sentence), weight::LEAD));
                for person in &article.people {
                    add(&person.name, weight::NAME);
                    add(person.role.as_deref().unwrap_or_default(), weight::ROLE);
                }
            }
        }
    }

    /// The things in which a word stands; `None` if it stands nowhere, or says nothing.
    fn postings(&self, word: &str, language: Language) -> Option<Cow<'_, [Posting]>> {
        if is_stop_word(word, language) {
            return None;
        }
        self.stems.get(&*stem(word, language)).map(|postings| postings.into())
    }

    /// The things in which a word stands that begins so; `None` if there is none.
    fn unfinished(&self, beginning: &str, language: Language) -> Option<Cow<'_, [Posting]>> {
        if is_stop_word(beginning, language) || beginning.chars().nth(UNFINISHED - 1).is_none() {
            return None;
        }
        let from = (Bound::Included(beginning), Bound::Unbounded);
        let stems = self.stems.range::<str, _>(from).take_while(|(stem, _)| stem.starts_with(beginning));
        let mut postings: Vec<Posting> = stems.take(MOST_ENDINGS).flat_map(|(_, postings)| postings).copied().collect();
        // One a thing: where the word counts most.
        postings.sort_by(|one, other| one.thing.cmp(&other.thing).then(other.weight.total_cmp(&one.weight)));
        postings.dedup_by_key(|posting| posting.thing);
        (!postings.is_empty()).then_some(postings.into())
    }

    /// What a word with these postings counts: the more, the fewer they are.
    fn rarity(&self, postings: &[Posting]) -> f32 {
        (1.0 + self.things as f32 / postings.len() as f32).ln()
    }
}
