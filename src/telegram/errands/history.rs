//! What an article said when.

use jiff::tz::TimeZone;

use super::Errands;
use crate::article::{self, Article, ArticleId};
use crate::commands::reply::{Found, Revised};
use crate::store::{Revision, StoreError};

impl Errands {
    /// One change of an article, by the clock of whoever reads.
    pub(super) async fn history(
        &self,
        id: &ArticleId,
        change: Option<usize>,
        zone: &TimeZone,
    ) -> Result<Option<Found>, StoreError> {
        let history = self.store.history(id).await?;
        let change = change.unwrap_or(history.len().saturating_sub(1));
        let Some(revision) = history.get(change) else { return Ok(None) };
        let before = history[..change].iter().rev().find(|before| before.language == revision.language);
        let revised = Revised {
            change,
            changes: history.len(),
            at: zone.to_datetime(revision.at),
            language: revision.language,
            before: before.and_then(read),
            after: read(revision),
        };
        Ok(Some(Found::History(Box::new(revised))))
    }
}

/// The article of a revision, if it says something that this program can read.
fn read(revision: &Revision) -> Option<Article> {
    let read = article::parse(&revision.origin, revision.text.as_deref()?);
    read.inspect_err(|_| log::error!("revision {} of {} is no article any more", revision.number, revision.article))
        .ok()
}
