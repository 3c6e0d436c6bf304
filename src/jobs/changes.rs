//! What an article said at two revisions, read.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use crate::article::{self, Article, ArticleId};
use crate::library::Library;
use crate::store::{Revision, Store, StoreError};

/// How many pairs of revisions are kept read: all messages about an article are corrected in a row.
const READ: usize = 4;

/// Changes of articles, the latest of which are kept read.
pub(super) struct Changes {
    store: Store,
    read: Mutex<Vec<(Pair, Arc<Change>)>>,
}

/// Which revisions of which article: before and now.
type Pair = (ArticleId, i64, i64);

/// A change of an article: what it said before, what it says now, and when that came. Each in a library of its own: what other articles say
/// is no change of this one.
pub(super) struct Change {
    pub(super) before: Library,
    pub(super) now: Library,
    pub(super) at: Timestamp,
}

impl Changes {
    /// Of the articles in this store.
    pub(super) fn new(store: Store) -> Self {
        Self { store, read: Mutex::default() }
    }

    /// What changed between two revisions of an article.
    ///
    /// # Errors
    /// If the store fails.
    pub(super) async fn between(&self, id: &ArticleId, before: i64, now: i64) -> Result<Arc<Change>, StoreError> {
        let pair = (id.clone(), before, now);
        let find =
            |read: &Vec<(Pair, Arc<Change>)>| read.iter().find(|(it, _)| *it == pair).map(|(_, it)| Arc::clone(it));
        if let Some(change) = find(&self.read.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(change);
        }
        let revisions = [self.store.as_of(id, before).await?, self.store.as_of(id, now).await?];
        let at = self.store.changed_at(id, now).await?.unwrap_or(Timestamp::UNIX_EPOCH);
        let made = tokio::task::spawn_blocking(move || {
            let [before, now] = revisions.map(|revisions| Library::new(revisions.iter().filter_map(read).collect()));
            Arc::new(Change { before, now, at })
        });
        let change = made.await.map_err(|error| StoreError::Foreign(error.to_string()))?;
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.truncate(READ - 1);
        read.insert(0, (pair, Arc::clone(&change)));
        Ok(change)
    }
}

/// The article of a revision, if this program can read it.
fn read(revision: &Revision) -> Option<Article> {
    let read = article::parse(&revision.origin, revision.text.as_deref()?);
    let read = read.map(|article| Article { revision: revision.number, ..article });
    read.inspect_err(|_| log::error!("revision {} of {} is no article any more", revision.number, revision.article))
        .ok()
}
