//! Makes libraries: keeps the index, and adds to it what has changed.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use super::Library;
use super::catalogue::Catalogue;
use super::editions::Editions;
use super::index::Shelf;
use crate::article::{Article, ArticleId};

/// Makes one library after the other, each with what has changed since.
#[derive(Debug)]
pub struct Librarian {
    shelf: Shelf,
    catalogue: Arc<Catalogue>,
    /// The number of the next article in the index. Numbers are not used again.
    next: u32,
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
        Ok(Self { shelf: Shelf::new(folder)?, catalogue: Arc::default(), next: 0 })
    }

    /// The library with these articles in the place of those with the same ids; other articles stay. All editions of an
    /// article are given together. The first of two editions with one id and language wins.
    ///
    /// # Errors
    /// If the index cannot be written. Then the next library lacks these articles: they are to be given again.
    pub fn publish(&mut self, articles: Vec<Article>) -> Result<Library, IndexError> {
        let mut by_id: BTreeMap<ArticleId, Vec<Article>> = BTreeMap::new();
        for article in articles {
            let editions = by_id.entry(article.id.clone()).or_default();
            if editions.iter().all(|edition| edition.language != article.language) {
                editions.push(article);
            }
        }
        let mut added = Vec::with_capacity(by_id.len());
        let mut gone = HashSet::new();
        for (id, editions) in by_id {
            let editions = Arc::new(Editions::new(self.next, editions));
            self.next = self.next.checked_add(1).expect("articles are counted in millions");
            self.shelf.add(&editions)?;
            added.push(editions);
            if let Some(before) = self.catalogue.get(&id) {
                self.shelf.remove(before);
                gone.insert(before.number());
            }
        }
        self.library(added, &gone)
    }

    /// The library without the articles of these ids.
    ///
    /// # Errors
    /// If the index cannot be written.
    pub fn withdraw(&mut self, ids: &[ArticleId]) -> Result<Library, IndexError> {
        let mut gone = HashSet::new();
        for id in ids {
            if let Some(before) = self.catalogue.get(id)
                && gone.insert(before.number())
            {
                self.shelf.remove(before);
            }
        }
        self.library(Vec::new(), &gone)
    }

    fn library(&mut self, added: Vec<Arc<Editions>>, gone: &HashSet<u32>) -> Result<Library, IndexError> {
        let index = self.shelf.view()?;
        self.catalogue = Arc::new(self.catalogue.with(added, gone));
        Ok(Library { catalogue: Arc::clone(&self.catalogue), index })
    }
}
