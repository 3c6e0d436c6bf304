//! What people do with rows: look at them, cancel, move, and decide about those that may have left.

use jiff::Timestamp;

use super::Row;
use super::queue::{HIDE_LANE, SHOW_LANE};
use super::rows::{COLUMNS, Raw};
use crate::store::database::{Store, StoreError, on, within};

/// How many rows there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Will leave.
    pub waiting: u64,
    /// Are on their way.
    pub flying: u64,
    /// May have left.
    pub unsure: u64,
    /// Were given up.
    pub failed: u64,
}

impl Store {
    /// Takes something out of the outbox. `false`: it is on its way, has left, or never was there.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn cancel(&self, key: &str) -> Result<bool, StoreError> {
        let words = "DELETE FROM outbox WHERE key = $1 AND state <> 'flying' RETURNING lane";
        let cancelled = within!(self, change => {
            let lane: Option<(i64,)> = sqlx::query_as(words).bind(key).fetch_optional(&mut *change).await?;
            if let Some((lane,)) = lane {
                sqlx::query(HIDE_LANE).bind(lane).execute(&mut *change).await?;
                sqlx::query(SHOW_LANE).bind(lane).bind(i64::MIN).execute(&mut *change).await?;
            }
            lane.is_some()
        });
        Ok(cancelled)
    }

    /// Gives something that waits another time. `false`: it does not wait.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn reschedule(&self, key: &str, not_before: Timestamp) -> Result<bool, StoreError> {
        let words = "UPDATE outbox SET due = $2, not_before = $2 WHERE key = $1 AND state = 'waiting' RETURNING lane";
        let moved = within!(self, change => {
            let row = sqlx::query_as(words).bind(key).bind(not_before.as_millisecond());
            let lane: Option<(i64,)> = row.fetch_optional(&mut *change).await?;
            if let Some((lane,)) = lane {
                sqlx::query(SHOW_LANE).bind(lane).bind(i64::MIN).execute(&mut *change).await?;
            }
            lane.is_some()
        });
        Ok(moved)
    }

    /// Lets something that may have left, or was given up, leave (again). `false`: it is neither.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn send_again(&self, id: i64, now: Timestamp) -> Result<bool, StoreError> {
        let words = "UPDATE outbox SET state = 'waiting', attempts = 0, due = $2, not_before = $2 \
                     WHERE id = $1 AND state IN ('unsure', 'failed') RETURNING lane";
        let again = within!(self, change => {
            let row = sqlx::query_as(words).bind(id).bind(now.as_millisecond());
            let lane: Option<(i64,)> = row.fetch_optional(&mut *change).await?;
            if let Some((lane,)) = lane {
                sqlx::query(SHOW_LANE).bind(lane).bind(i64::MIN).execute(&mut *change).await?;
            }
            lane.is_some()
        });
        Ok(again)
    }

    /// Somebody has looked: what may have left is there. `false`: it is not unsure.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn is_there(&self, id: i64, now: Timestamp) -> Result<bool, StoreError> {
        let known = within!(self, change => {
            let words = "DELETE FROM outbox WHERE id = $1 AND state = 'unsure' RETURNING key";
            let key: Option<(String,)> = sqlx::query_as(words).bind(id).fetch_optional(&mut *change).await?;
            if let Some((key,)) = &key {
                let words = "INSERT INTO outbox_done (key, at) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING";
                sqlx::query(words).bind(key).bind(now.as_millisecond()).execute(&mut *change).await?;
            }
            key.is_some()
        });
        Ok(known)
    }

    /// What an editor made and has not left, in the order in which it is due, from the `skip`th on.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn made_by(&self, editor: u64, skip: u32, most: u32) -> Result<Vec<Row>, StoreError> {
        let words = format!("SELECT {COLUMNS} FROM outbox WHERE made_by = $1 ORDER BY due, id LIMIT $2 OFFSET $3");
        let rows: Vec<Raw> = on!(self, pool => {
            let rows = sqlx::query_as(&words).bind(editor.cast_signed()).bind(i64::from(most)).bind(i64::from(skip));
            rows.fetch_all(pool).await?
        });
        rows.into_iter().map(Row::try_from).collect()
    }

    /// The posts of channels that wait, in the order in which they are due, from the `skip`th on.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn planned(&self, skip: u32, most: u32) -> Result<Vec<Row>, StoreError> {
        let words = format!(
            "SELECT {COLUMNS} FROM outbox WHERE post = 'channel' AND what = 'send' AND state = 'waiting' \
             ORDER BY due, id LIMIT $1 OFFSET $2"
        );
        let rows: Vec<Raw> = on!(self, pool => {
            sqlx::query_as(&words).bind(i64::from(most)).bind(i64::from(skip)).fetch_all(pool).await?
        });
        rows.into_iter().map(Row::try_from).collect()
    }

    /// A row by its key.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn outbox_keyed(&self, key: &str) -> Result<Option<Row>, StoreError> {
        let words = format!("SELECT {COLUMNS} FROM outbox WHERE key = $1");
        let row: Option<Raw> = on!(self, pool => sqlx::query_as(&words).bind(key).fetch_optional(pool).await?);
        row.map(Row::try_from).transpose()
    }

    /// The posts that may have left, oldest first.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn unsure(&self) -> Result<Vec<Row>, StoreError> {
        let words = format!("SELECT {COLUMNS} FROM outbox WHERE state = 'unsure' AND state <> 'waiting' ORDER BY id");
        let rows: Vec<Raw> = on!(self, pool => sqlx::query_as(&words).fetch_all(pool).await?);
        rows.into_iter().map(Row::try_from).collect()
    }

    /// A row by its number.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn outbox_row(&self, id: i64) -> Result<Option<Row>, StoreError> {
        let words = format!("SELECT {COLUMNS} FROM outbox WHERE id = $1");
        let row: Option<Raw> = on!(self, pool => sqlx::query_as(&words).bind(id).fetch_optional(pool).await?);
        row.map(Row::try_from).transpose()
    }

    /// The message that came of a parcel: nothing while it has not left, `Some(None)` where it made none or nobody knows its id.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn left(&self, key: &str) -> Result<Option<Option<i32>>, StoreError> {
        let words = "SELECT message FROM outbox_done WHERE key = $1";
        let row: Option<(Option<i64>,)> =
            on!(self, pool => sqlx::query_as(words).bind(key).fetch_optional(pool).await?);
        let id = |id: i64| i32::try_from(id).map_err(|_| StoreError::Foreign(format!("the message {id}")));
        row.map(|(message,)| message.map(id).transpose()).transpose()
    }

    /// How many rows there are.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn outbox_counts(&self) -> Result<Counts, StoreError> {
        let words = "SELECT COUNT(*), COALESCE(SUM(CASE WHEN state = 'flying' THEN 1 ELSE 0 END), 0), \
                     COALESCE(SUM(CASE WHEN state = 'unsure' THEN 1 ELSE 0 END), 0), \
                     COALESCE(SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END), 0) FROM outbox";
        let (all, flying, unsure, failed): (i64, i64, i64, i64) =
            on!(self, pool => sqlx::query_as(words).fetch_one(pool).await?);
        let [all, flying, unsure, failed] = [all, flying, unsure, failed].map(i64::cast_unsigned);
        Ok(Counts { waiting: all - flying - unsure - failed, flying, unsure, failed })
    }

    /// Forgets what left, and what was given up, before some time: it would leave again if it were put in again.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn forget_left(&self, before: Timestamp) -> Result<(), StoreError> {
        within!(self, change => {
            let left = "DELETE FROM outbox_done WHERE at < $1";
            sqlx::query(left).bind(before.as_millisecond()).execute(&mut *change).await?;
            let failed = "DELETE FROM outbox WHERE state = 'failed' AND state <> 'waiting' AND due < $1";
            sqlx::query(failed).bind(before.as_millisecond()).execute(&mut *change).await?;
        });
        Ok(())
    }
}
