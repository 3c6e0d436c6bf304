//! What was found for those who follow it is put in, for the time at which each of them is told.

use jiff::Timestamp;

use super::Outbox;
use crate::article::Language;
use crate::store::StoreError;
use crate::store::outbox::{Options, Parcel, Post, What};

/// How the view of a digest begins.
pub const DIGEST: &str = "digest:";

impl Outbox {
    /// Puts a digest in for each reader for whom something waits to be told. Gives how many are new. What was put in for another time
    /// shows nothing when that comes.
    ///
    /// # Errors
    /// If the database fails: what was put in until then stays.
    pub async fn put_digests(&self, now: Timestamp) -> Result<usize, StoreError> {
        let mut parcels = Vec::new();
        for (reader, place, since) in self.store().untold().await? {
            let (chat, rhythm) = (self.store().chat(reader.chat).await?, self.store().rhythm(reader).await?);
            let due = rhythm.next(since, &chat.zone());
            parcels.push(Parcel {
                key: format!("{DIGEST}{}:{}:{}", reader.chat.0, reader.thread.unwrap_or(0), due.as_millisecond()),
                what: What::Send { chat: reader.chat, place, thread: reader.thread },
                post: Post::Digest,
                view: DIGEST.to_owned(),
                article: None,
                revision: None,
                // Whoever follows something has a language.
                language: chat.language.unwrap_or(Language::En),
                options: Options { silent: rhythm.silent, ..Options::default() },
                not_before: due,
                made_at: now,
                made_by: None,
            });
        }
        self.put(&parcels).await
    }
}
