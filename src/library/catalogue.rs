//! Which articles there are: by their age, their ids, and their numbers in the index.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

use super::editions::Editions;
use crate::article::{ArticleId, Published};

/// All articles. One is made from the other with few comparisons, so that a large library changes as fast as a small one.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    /// Newest first, those without a date last; equally new ones by id.
    articles: Vec<Arc<Editions>>,
    /// The place of each article among `articles`, by its number in the index; the number of one that is gone leads nowhere.
    places: Vec<u32>,
    /// The numbers of the articles in the order of their ids.
    by_id: Vec<u32>,
    /// How many quotes all editions have together.
    quotes: usize,
}

impl Catalogue {
    /// This one with some articles added and some, by their numbers, gone. An added article has a new number, higher than all
    /// before, and an id that no other has that stays.
    pub(super) fn with(&self, mut added: Vec<Arc<Editions>>, gone: &HashSet<u32>) -> Self {
        let order = |editions: &Arc<Editions>| Reverse(editions.published().map(Published::order));
        added.sort_by(|one, other| order(one).cmp(&order(other)).then_with(|| one.id().cmp(other.id())));
        let articles = among(
            &self.articles,
            &added,
            |known| !gone.contains(&known.number()),
            |known, added| (order(known), known.id()) < (order(added), added.id()),
        );
        let numbers = added.iter().map(|editions| editions.number() as usize + 1).max().unwrap_or_default();
        let mut places = vec![u32::MAX; numbers.max(self.places.len())];
        for (place, editions) in (0..).zip(&articles) {
            places[editions.number() as usize] = place;
        }
        added.sort_by(|one, other| one.id().cmp(other.id()));
        let added_numbers: Vec<u32> = added.iter().map(|editions| editions.number()).collect();
        let id = |number: u32| {
            let place = places[number as usize] as usize;
            // Those that are gone are known to the catalogue before only.
            articles.get(place).or_else(|| self.numbered(number)).map(|editions| editions.id())
        };
        let by_id =
            among(&self.by_id, &added_numbers, |known| !gone.contains(known), |known, added| id(*known) < id(*added));
        let quotes =
            |editions: &Arc<Editions>| editions.all().iter().map(|edition| edition.quotes.len()).sum::<usize>();
        let less: usize = gone.iter().filter_map(|number| self.numbered(*number)).map(quotes).sum();
        let more: usize = added.iter().map(quotes).sum();
        Self { articles, places, by_id, quotes: self.quotes + more - less }
    }

    /// The articles, newest first.
    pub(super) fn newest_first(&self) -> &[Arc<Editions>] {
        &self.articles
    }

    /// The place among the newest of the article with this number in the index; `None` if it is gone.
    pub(super) fn place(&self, number: u32) -> Option<u32> {
        self.places.get(number as usize).copied().filter(|place| *place < u32::MAX)
    }

    /// The article with this number in the index.
    pub(super) fn numbered(&self, number: u32) -> Option<&Arc<Editions>> {
        self.articles.get(self.place(number)? as usize)
    }

    /// The article with this id.
    pub(super) fn get(&self, id: &ArticleId) -> Option<&Arc<Editions>> {
        let found = self.by_id.binary_search_by(|number| self.numbered(*number).map(|it| it.id()).cmp(&Some(id)));
        self.numbered(self.by_id[found.ok()?])
    }

    /// How many quotes all editions have together.
    pub(super) fn quotes(&self) -> usize {
        self.quotes
    }
}

/// Puts things, which are in order, among others in the same order, of which not all stay.
fn among<T: Clone>(known: &[T], added: &[T], stays: impl Fn(&T) -> bool, before: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut all = Vec::with_capacity(known.len() + added.len());
    let mut rest = known;
    for thing in added {
        let (sooner, later) = rest.split_at(rest.partition_point(|known| before(known, thing)));
        all.extend(sooner.iter().filter(|known| stays(known)).cloned());
        all.push(thing.clone());
        rest = later;
    }
    all.extend(rest.iter().filter(|known| stays(known)).cloned());
    all
}
