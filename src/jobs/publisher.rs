//! What follows from a look at the folder of articles goes into the outbox: corrections, news, and word of broken files.

use jiff::Timestamp;

use super::{Corrections, Digests, Read, news};
use crate::article::Language;
use crate::library::Library;
use crate::outbox::{Outbox, told};
use crate::store::{ChatId, StoreError};

/// Puts into the outbox what follows from a look at the folder.
#[derive(Debug, Clone)]
pub struct Publisher {
    outbox: Outbox,
    editors: Vec<u64>,
}

/// What was put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Published {
    /// Messages that are to be corrected.
    pub corrections: usize,
    /// Chats that are to be told of news.
    pub digests: usize,
    /// Posts of new articles, and proposals of such.
    pub posts: usize,
    /// Messages to editors about files with mistakes.
    pub broken: usize,
}

impl Publisher {
    /// Into this outbox; these are the user ids of the editors.
    pub fn new(outbox: Outbox, editors: Vec<u64>) -> Self {
        Self { outbox, editors }
    }

    /// Puts in what follows from a look, now that the library is brought up to it. Also without a change: the program may have ended between
    /// one and what follows from it.
    ///
    /// # Errors
    /// If the store fails: what was put in until then stays, and the next time goes on from there.
    pub async fn publish(&self, read: &Read, library: &Library, now: Timestamp) -> Result<Published, StoreError> {
        let corrections = Corrections::put(&self.outbox, now).await? + Digests::put(&self.outbox, now).await?;
        let (digests, posts) = news::tell(&self.outbox, library, &self.editors, now).await?;
        let broken = self.tell_of_broken(read, library, now).await?;
        let published = Published { corrections, digests, posts, broken };
        if published != Published::default() {
            log::info!(
                "{corrections} messages are to be corrected, {digests} chats to be told of news, {posts} posts to be sent or proposed"
            );
        }
        Ok(published)
    }

    /// Each editor is told once of each state of a file that has mistakes.
    async fn tell_of_broken(&self, read: &Read, library: &Library, now: Timestamp) -> Result<usize, StoreError> {
        let newest = library.newest_first().first().map_or(Language::En, |newest| newest.original().language);
        let mut parcels = Vec::new();
        for report in &read.broken {
            for editor in &self.editors {
                let chat = self.outbox.store().chat(ChatId(editor.cast_signed())).await?;
                parcels.push(told::broken_file(report, *editor, chat.language.unwrap_or(newest), now));
            }
        }
        self.outbox.put(&parcels).await
    }
}
