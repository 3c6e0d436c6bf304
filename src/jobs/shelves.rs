//! The library is made from the store, and swapped for the next one when articles change.

use std::sync::Arc;

use super::JobError;
use crate::article::{self, Article, ArticleId};
use crate::library::{Current, Librarian, Library};
use crate::store::Store;

/// How many articles the first library has, so that the first answer comes soon; each next one has ten times as many.
const FIRST: usize = 500;

/// Keeps the library like the store.
#[derive(Debug)]
pub struct Shelves {
    store: Store,
    librarian: Option<Librarian>,
    current: Arc<Current>,
}

impl Shelves {
    /// Over a store, with an empty library to begin with. `librarian` has made nothing yet.
    pub fn new(store: Store, librarian: Librarian) -> Self {
        Self { store, librarian: Some(librarian), current: Arc::new(Current::new(Library::default())) }
    }

    /// The library as it is read.
    pub fn current(&self) -> Arc<Current> {
        Arc::clone(&self.current)
    }

    /// Cuts the names of articles, newest first, into the portions in which they are best brought up.
    pub fn portions(mut articles: Vec<ArticleId>) -> Vec<Vec<ArticleId>> {
        let (mut portions, mut size) = (Vec::new(), FIRST);
        while !articles.is_empty() {
            let after = articles.split_off(size.min(articles.len()));
            portions.push(std::mem::replace(&mut articles, after));
            size *= 10;
        }
        portions
    }

    /// Brings the library up to the store for some articles.
    ///
    /// # Errors
    /// If the store or the index fails: the library stays as it is, and these articles are to be given again.
    pub async fn bring_up(&mut self, ids: impl IntoIterator<Item = ArticleId>) -> Result<(), JobError> {
        let (mut articles, mut gone) = (Vec::new(), Vec::new());
        for id in ids {
            let editions: Vec<Article> = self.editions(&id).await?;
            if editions.is_empty() { gone.push(id) } else { articles.extend(editions) }
        }
        let mut librarian = self.librarian.take().ok_or(JobError::LostIndex)?;
        let made = tokio::task::spawn_blocking(move || {
            let mut made = Ok(None);
            if !articles.is_empty() {
                made = librarian.publish(articles).map(Some);
            }
            if made.is_ok() && !gone.is_empty() {
                made = librarian.withdraw(&gone).map(Some);
            }
            (librarian, made)
        });
        let (librarian, made) = made.await?;
        self.librarian = Some(librarian);
        if let Some(library) = made? {
            self.current.replace(library);
        }
        Ok(())
    }

    /// What the editions of an article say now. One that this program can't read any more is left out, and the log says so.
    async fn editions(&self, id: &ArticleId) -> Result<Vec<Article>, JobError> {
        let revisions = self.store.latest(id).await?;
        let read = revisions.into_iter().filter_map(|revision| {
            let read = article::parse(&revision.origin, revision.text.as_deref().unwrap_or_default());
            let read = read.map(|article| Article { revision: revision.number, ..article });
            read.inspect_err(|_| log::error!("revision {} of {id} is no article any more", revision.number)).ok()
        });
        Ok(read.collect())
    }
}
