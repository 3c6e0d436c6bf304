//! Errands: what commands ask for that only the store knows.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::article::{self, Article, ArticleId};
use crate::commands::reply::{Errand, Found, Revised};
use crate::store::{Revision, Store, StoreError};

/// The clock of whoever reads, until a chat can choose its own.
const ZONE: &str = "Asia/Almaty";

/// Runs errands.
#[derive(Debug)]
pub(super) struct Errands {
    store: Store,
}

impl Errands {
    /// To this store.
    pub(super) fn new(store: Store) -> Self {
        Self { store }
    }

    /// Runs an errand, which may find nothing.
    ///
    /// # Errors
    /// If the store fails.
    pub(super) async fn run(&self, errand: &Errand) -> Result<Option<Found>, StoreError> {
        match errand {
            Errand::History { article, change } => self.history(article, *change).await,
        }
    }

    async fn history(&self, id: &ArticleId, change: Option<usize>) -> Result<Option<Found>, StoreError> {
        let history = self.store.history(id).await?;
        let change = change.unwrap_or(history.len().saturating_sub(1));
        let Some(revision) = history.get(change) else { return Ok(None) };
        let before = history[..change].iter().rev().find(|before| before.language == revision.language);
        let revised = Revised {
            change,
            changes: history.len(),
            at: local(revision.at),
            language: revision.language,
            before: before.and_then(read),
            after: read(revision),
        };
        Ok(Some(Found::History(revised)))
    }
}

/// A moment by the clock of whoever reads.
pub(super) fn local(at: Timestamp) -> DateTime {
    // The zones are compiled in.
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    zone.to_datetime(at)
}

/// The article of a revision, if it says something that this program can read.
fn read(revision: &Revision) -> Option<Article> {
    let read = article::parse(&revision.origin, revision.text.as_deref()?);
    read.inspect_err(|_| log::error!("revision {} of {} is no article any more", revision.number, revision.article))
        .ok()
}
