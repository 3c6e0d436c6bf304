//! The search: from what somebody types to what fits.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashSet;
use tantivy::TantivyError;

use super::correct;
use super::editions::Place;
use super::grouped::grouped;
use super::index::{Ask, Fit, Need, Thing, View, for_each_text};
use super::query::{Query, Word};
use super::terms::{asked, fold, term};
use super::words::for_each_word;
use super::{Hit, Instead, Library, Results};
use crate::article::Language;

/// The most hits of one search: forty pages of a menu, ten of an inline answer.
pub(super) const MOST_HITS: usize = 500;
/// One thing may be found in each of its editions.
const MOST_FITS: usize = MOST_HITS * 3;
/// The share of the question's weight that a hit must have.
const ENOUGH: f32 = 0.5;

/// The fewest letters of a last word that is looked at though it is not typed to its end.
const UNFINISHED: usize = 2;
/// The most words that an unfinished word may become.
const MOST_ENDINGS: usize = 100;

/// What decides between things that fit equally well, the greater first: those in the reader's language, quotes and figures
/// before whole articles, newer ones, then the order of the library and of the article.
type Rank = (bool, bool, Reverse<u32>);

/// The words of a question as the index knows them.
#[derive(Debug, Default)]
pub(super) struct Asked {
    asks: Vec<Ask>,
    /// Runs of words that are to stand like that.
    exact: Vec<Vec<String>>,
}

impl Library {
    /// What fits the words, best first; see [`Library::find`].
    pub(super) fn search(&self, typed: &str, language: Language) -> Result<Results<'_>, TantivyError> {
        let query = Query::read(typed, language);
        let (asked, fits) = self.fits(&query, language)?;
        // A word that stands nowhere is perhaps mistyped, also where the other words fit something.
        if let Some(instead) = correct::corrected(&self.index, typed, &query, language)? {
            let (corrected, better) = self.fits(&Query::read(&instead.words, language), language)?;
            if !better.is_empty() {
                return Ok(self.results(corrected, better, language, Some(instead)));
            }
        }
        Ok(self.results(asked, fits, language, None))
    }

    /// The things that fit a question as it stands.
    fn fits(&self, query: &Query, language: Language) -> Result<(Asked, Vec<Fit<Rank>>), TantivyError> {
        let asked = Asked::of(query, &self.index)?;
        let rank = |thing: Thing| -> Option<Rank> {
            if !asked.exact.is_empty() && !self.has_runs(thing, &asked.exact) {
                return None;
            }
            let newness = self.catalogue.place(thing.article())?;
            Some((thing.language() == language, thing.place() != Place::Article, Reverse(newness)))
        };
        let fits = self.index.scan(&asked.asks, ENOUGH, MOST_FITS, rank)?;
        Ok((asked, fits))
    }

    /// Whether all of these runs of words stand in a thing.
    fn has_runs(&self, thing: Thing, runs: &[Vec<String>]) -> bool {
        let Some(article) = self.numbered(thing.article()).and_then(|editions| editions.edition(thing.language()))
        else {
            return false;
        };
        let mut missing: Vec<&[String]> = runs.iter().map(Vec::as_slice).collect();
        for_each_text(article, thing.place(), |text, _| {
            let mut words = Vec::new();
            for_each_word(text, |word, _| words.push(fold(word).into_owned()));
            missing.retain(|run| !words.windows(run.len()).any(|window| window == *run));
        });
        missing.is_empty()
    }

    /// What is shown: each thing once, in the reader's language where there is such an edition.
    fn results(&self, asked: Asked, fits: Vec<Fit<Rank>>, language: Language, instead: Option<Instead>) -> Results<'_> {
        let mut seen = FxHashSet::default();
        let mut hits = Vec::new();
        for Fit { score, thing, .. } in fits {
            let Some((editions, found)) = self
                .numbered(thing.article())
                .and_then(|editions| Some((editions, editions.edition(thing.language())?)))
            else {
                continue;
            };
            let own = editions.edition(language).filter(|own| own.language != found.language);
            let own = own.and_then(|own| Some((own, thing.place().counterpart(found, own)?)));
            let (article, place) = own.unwrap_or((found, thing.place()));
            if hits.len() < MOST_HITS && seen.insert(Thing::new(thing.article(), article.language, place)) {
                hits.push(Hit { article, item: place.item(article), score, also: Vec::new() });
            }
        }
        Results { hits: grouped(hits), instead, asked }
    }
}

impl Asked {
    fn of(query: &Query, index: &View) -> Result<Self, TantivyError> {
        let mut this = Self { exact: query.exact.clone(), ..Self::default() };
        let mut speaker = Vec::new();
        for word in &query.speaker {
            let terms = asked(&word.form);
            if !terms.is_empty() {
                speaker.push((index.has_speaker(&terms)?, word, terms));
            }
        }
        let is_name = !speaker.is_empty() && speaker.iter().all(|(known, ..)| *known);
        for (_, word, terms) in speaker {
            match is_name {
                true => this.add(index, terms, Need::Speaker)?,
                // Nobody has that name: the words before the colon are words like others.
                false => this.add_word(index, word, false, false)?,
            }
        }
        let exact: Vec<&String> = query.exact.iter().flatten().collect();
        for (nth, word) in query.words.iter().enumerate() {
            let unfinished = query.unfinished && nth + 1 == query.words.len();
            this.add_word(index, word, unfinished, exact.contains(&&word.form))?;
        }
        for word in &query.without {
            let terms = asked(&word.form);
            this.asks.push(Ask { terms, weight: 0.0, need: Need::Without });
        }
        Ok(this)
    }

    /// Adds a word, unless it says nothing or stands nowhere.
    fn add_word(&mut self, index: &View, word: &Word, unfinished: bool, exact: bool) -> Result<(), TantivyError> {
        let mut terms = word.terms();
        if terms.is_empty() {
            return Ok(());
        }
        let need = if exact { Need::Required } else { Need::Wanted };
        if unfinished && index.frequency(&terms)? == 0 && word.form.chars().count() >= UNFINISHED {
            for form in index.beginning(&word.form, MOST_ENDINGS)? {
                terms.extend(asked(&form));
            }
        }
        self.add(index, terms, need)
    }

    fn add(&mut self, index: &View, mut terms: Vec<String>, need: Need) -> Result<(), TantivyError> {
        terms.sort_unstable();
        terms.dedup();
        let things = index.frequency(&terms)?;
        // A word that stands nowhere is not looked at, unless it must stand there; another form of a word that was asked for
        // already counts once.
        let counted = self.asks.iter().any(|ask| ask.need == need && ask.terms == terms);
        if counted || (things == 0 && need == Need::Wanted) {
            return Ok(());
        }
        // What a word counts: the more, the fewer things have it.
        let weight = (1.0 + index.len() as f32 / things.max(1) as f32).ln();
        self.asks.push(Ask { terms, weight, need });
        Ok(())
    }

    /// Where the words of the question stand in a text.
    pub(super) fn places(&self, text: &str, language: Language) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        let wanted = || self.asks.iter().filter(|ask| ask.need != Need::Without);
        for_each_word(text, |word, place| {
            let word = fold(word);
            if let Some(term) = term(&word, language)
                && wanted().any(|ask| ask.terms.iter().any(|known| *known == *term))
            {
                places.push(place);
            }
        });
        places
    }
}
