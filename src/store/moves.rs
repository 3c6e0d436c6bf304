//! A group that became a supergroup has a new id: it is written anew wherever the old one stood, at once.

use jiff::Timestamp;

use super::ChatId;
use super::database::{Store, StoreError, on, within};

impl Store {
    /// Gives a chat its new id in all tables, in one transaction. Telegram tells it more than once and in two ways: a repeat changes nothing.
    /// What is already kept under the new id goes before what was kept under the old one. `false`: it was known.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn moved(&self, before: ChatId, after: ChatId, now: Timestamp) -> Result<bool, StoreError> {
        let new = within!(self, change => {
            let known = "INSERT INTO moves (before, after, at) VALUES ($1, $2, $3) ON CONFLICT (before) DO NOTHING";
            let row = sqlx::query(known).bind(before.0).bind(after.0).bind(now.as_millisecond());
            let new = row.execute(&mut *change).await?.rows_affected() > 0;
            for step in STEPS.iter().filter(|_| new) {
                sqlx::query(step).bind(before.0).bind(after.0).execute(&mut *change).await?;
            }
            new
        });
        Ok(new)
    }

    /// The id that a chat has now.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn current_id(&self, chat: ChatId) -> Result<ChatId, StoreError> {
        let words = "SELECT after FROM moves WHERE before = $1";
        let row: Option<(i64,)> = on!(self, pool => sqlx::query_as(words).bind(chat.0).fetch_optional(pool).await?);
        Ok(row.map_or(chat, |(after,)| ChatId(after)))
    }
}

/// What is written anew, in this order: `$1` is the id before, `$2` the new one.
const STEPS: [&str; 14] = [
    "INSERT INTO chats (id, place, language, article, zone) SELECT $2, place, language, article, zone FROM chats WHERE id = $1 \
     ON CONFLICT (id) DO UPDATE SET language = COALESCE(chats.language, excluded.language), \
     article = COALESCE(chats.article, excluded.article), zone = COALESCE(chats.zone, excluded.zone)",
    "DELETE FROM chats WHERE id = $1 AND id <> $2",
    // Messages stay behind in the group that was: nobody can edit them any more, and their ids stand for others in the supergroup.
    "DELETE FROM posts WHERE chat = $1 AND chat <> $2",
    // What both follow is followed once; a supergroup that has a rhythm keeps it; the digests of the group stay behind with its messages,
    // but what they told is not told again.
    "DELETE FROM follows WHERE chat = $1 AND chat <> $2 AND EXISTS (SELECT 1 FROM follows f WHERE f.chat = $2 \
     AND f.thread = follows.thread AND f.kind = follows.kind AND f.words = follows.words)",
    "UPDATE follows SET chat = $2 WHERE chat = $1",
    "DELETE FROM rhythms WHERE chat = $1 AND chat <> $2 AND EXISTS (SELECT 1 FROM rhythms r WHERE r.chat = $2 AND r.thread = rhythms.thread)",
    "UPDATE rhythms SET chat = $2 WHERE chat = $1",
    "UPDATE digests SET message = NULL, chat = $2 WHERE chat = $1 AND chat <> $2",
    "DELETE FROM finds WHERE chat = $1 AND chat <> $2 AND EXISTS (SELECT 1 FROM finds f WHERE f.chat = $2 \
     AND f.thread = finds.thread AND f.article = finds.article AND f.view = finds.view)",
    "UPDATE finds SET chat = $2 WHERE chat = $1",
    // The old messages stay in the old group, where nobody can change them; under the new id they would be others.
    "UPDATE outbox SET state = 'failed' WHERE lane = $1 AND what <> 'send' AND state = 'waiting' AND $1 <> $2",
    "UPDATE outbox SET chat = $2, lane = $2 WHERE lane = $1",
    "DELETE FROM outbox_lanes WHERE lane IN ($1, $2)",
    "INSERT INTO outbox_lanes (lane, due, next) SELECT lane, due, not_before FROM outbox \
     WHERE lane = $2 AND lane <> $1 AND state = 'waiting' \
     AND NOT EXISTS (SELECT 1 FROM outbox WHERE lane = $2 AND state = 'flying') ORDER BY due, id LIMIT 1",
];
