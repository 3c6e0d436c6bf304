//! Makes libraries: keeps the index, and adds to it what has changed.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use super::Library;
use super::check::{Kinships, Passages};
use super::editions::Editions;
use super::index::Shelf;
use crate::article::{Article, ArticleId, Published};

/// Makes one library after the other, each with what has changed since.
#[derive(Debug)]
pub struct Librarian {
    shelf: Shelf,
    passages: Passages,
    kinships: Kinships,
    articles: BTreeMap<ArticleId, Kept>,
    /// The number of the next article in the index. Numbers are not used again.
    next: u32,
}

/// An article and its number in the index.
#[derive(Debug)]
struct Kept {
    number: u32,
    editions: Arc<Editions>,
}

/// The index cannot be written or read.
#[derive(Debug, thiserror::Error)]
#[error("the search index cannot be written: {0}")]
pub struct IndexError(#[from] tantivy::TantivyError);

impl Librarian {
    /// One without articles. The index is made in this folder, which must be there and empty, and is read from there by
    /// mapping its files into memory; or in memory.
    ///
    /// # Errors
    /// If the folder is not empty, is in use, or cannot be written.
    pub fn new(folder: Option<&Path>) -> Result<Self, IndexError> {
        Ok(Self {
            shelf: Shelf::new(folder)?,
            passages: Passages::default(),
            kinships: Kinships::default(),
            articles: BTreeMap::new(),
            next: 0,
        })
    }

    /// The library with these articles in the place of those with the same ids; other articles stay. All editions of an
    /// article are given together. The first of two editions with one id and language wins.
    ///
    /// # Errors
    /// If the index cannot be written. Then the next library may lack some of the articles: they are to be given again.
    pub fn publish(&mut self, articles: Vec<Article>) -> Result<Library, IndexError> {
        let mut by_id: BTreeMap<ArticleId, Vec<Article>> = BTreeMap::new();
        for article in articles {
            let editions = by_id.entry(article.id.clone()).or_default();
            if editions.iter().all(|edition| edition.language != article.language) {
                editions.push(article);
            }
        }
        let mut added = Vec::new();
        for (id, editions) in by_id {
            let editions = Arc::new(Editions::new(editions));
            let number = self.next;
            self.next = number.checked_add(1).expect("articles are counted in millions");
            self.shelf.add(number, &editions)?;
            added.push((number, editions.clone()));
            if let Some(before) = self.articles.insert(id, Kept { number, editions }) {
                self.shelf.remove(before.number);
            }
        }
        self.kinships.add(added.iter().map(|(number, editions)| (*number, &**editions)));
        self.passages.add(added.iter().map(|(number, editions)| (*number, &**editions)));
        self.library()
    }

    /// The library without the articles of these ids.
    ///
    /// # Errors
    /// If the index cannot be written.
    pub fn withdraw(&mut self, ids: &[ArticleId]) -> Result<Library, IndexError> {
        for id in ids {
            if let Some(kept) = self.articles.remove(id) {
                self.shelf.remove(kept.number);
            }
        }
        self.library()
    }

    fn library(&mut self) -> Result<Library, IndexError> {
        let index = self.shelf.view()?;
        let mut kept: Vec<&Kept> = self.articles.values().collect();
        // Stable: equally new ones stay in the order of their ids.
        kept.sort_by_cached_key(|kept| std::cmp::Reverse(kept.editions.published().map(Published::order)));
        let mut newness = vec![u32::MAX; self.next as usize];
        for (place, kept) in (0..).zip(&kept) {
            newness[kept.number as usize] = place;
        }
        let articles = kept.iter().map(|kept| kept.editions.clone()).collect();
        let numbers: HashMap<ArticleId, u32> =
            self.articles.iter().map(|(id, kept)| (id.clone(), kept.number)).collect();
        let editions = kept.iter().flat_map(|kept| kept.editions.all());
        let quotes = editions.map(|edition| edition.quotes.len()).sum();
        Ok(Library {
            articles,
            newness,
            numbers,
            index,
            passages: self.passages.clone(),
            kinships: self.kinships.clone(),
            quotes,
        })
    }
}
