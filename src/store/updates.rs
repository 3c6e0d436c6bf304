//! The updates that were handled lately, so that a repeat is known after a restart.

use jiff::Timestamp;

use super::database::{Store, StoreError, alter, on, within};

impl Store {
    /// Keeps that a bot has handled updates, in one transaction.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn keep_handled(&self, bot: u64, updates: &[u32], now: Timestamp) -> Result<(), StoreError> {
        within!(self, change => {
            let words = "INSERT INTO updates (bot, id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
            for update in updates {
                let row = sqlx::query(words).bind(bot.cast_signed()).bind(i64::from(*update)).bind(now.as_millisecond());
                row.execute(&mut *change).await?;
            }
        });
        Ok(())
    }

    /// The updates that a bot has handled since some time: those that Telegram may still repeat.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn handled_since(&self, bot: u64, since: Timestamp) -> Result<Vec<u32>, StoreError> {
        let words = "SELECT id FROM updates WHERE bot = $1 AND at >= $2 ORDER BY id";
        let rows: Vec<(i64,)> = on!(self, pool => {
            sqlx::query_as(words).bind(bot.cast_signed()).bind(since.as_millisecond()).fetch_all(pool).await?
        });
        rows.into_iter()
            .map(|(id,)| u32::try_from(id).map_err(|_| StoreError::Foreign(format!("the update {id}"))))
            .collect()
    }

    /// Forgets the updates handled before some time.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_handled(&self, before: Timestamp) -> Result<(), StoreError> {
        let words = "DELETE FROM updates WHERE at < $1";
        alter!(self, pool => { sqlx::query(words).bind(before.as_millisecond()).execute(pool).await?; });
        Ok(())
    }
}
