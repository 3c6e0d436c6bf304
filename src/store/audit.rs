//! What editors did.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::chats::time;
use super::database::{Store, StoreError, alter, on};
use crate::commands::channels::Deed;

/// Something that an editor did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// When.
    pub at: Timestamp,
    /// The editor's user id.
    pub who: u64,
    /// What was done, in a word.
    pub act: String,
    /// With what: JSON.
    pub what: String,
}

/// A deed as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// The channel's title.
    channel: String,
    deed: Deed,
}

impl Act {
    /// What an editor did, and with which channel; nothing where something else is kept.
    pub fn deed(&self) -> Option<(String, Deed)> {
        serde_json::from_str(&self.what).ok().map(|Kept { channel, deed }| (channel, deed))
    }
}

impl Store {
    /// Keeps what an editor did with a channel.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep_deed(&self, who: u64, channel: &str, deed: Deed, now: Timestamp) -> Result<(), StoreError> {
        let act = deed.name().to_owned();
        let what = serde_json::to_string(&Kept { channel: channel.to_owned(), deed });
        let what = what.map_err(|error| StoreError::Foreign(error.to_string()))?;
        self.keep_act(&Act { at: now, who, act, what }).await
    }

    /// Keeps an act.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep_act(&self, act: &Act) -> Result<(), StoreError> {
        let words = "INSERT INTO audit (at, who, act, what) VALUES ($1, $2, $3, $4)";
        alter!(self, pool => {
            let row = sqlx::query(words).bind(act.at.as_millisecond()).bind(act.who.cast_signed());
            row.bind(&act.act).bind(&act.what).execute(pool).await?;
        });
        Ok(())
    }

    /// The latest acts, newest first, from the `skip`th on.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn acts(&self, skip: u32, most: u32) -> Result<Vec<Act>, StoreError> {
        let words = "SELECT at, who, act, what FROM audit ORDER BY id DESC LIMIT $1 OFFSET $2";
        let rows: Vec<(i64, i64, String, String)> = on!(self, pool => {
            sqlx::query_as(words).bind(i64::from(most)).bind(i64::from(skip)).fetch_all(pool).await?
        });
        rows.into_iter()
            .map(|(at, who, act, what)| Ok(Act { at: time(at)?, who: who.cast_unsigned(), act, what }))
            .collect()
    }
}
