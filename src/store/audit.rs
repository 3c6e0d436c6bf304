//! What editors did.

use jiff::Timestamp;

use super::chats::time;
use super::database::{Store, StoreError, alter, on};

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

impl Store {
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
