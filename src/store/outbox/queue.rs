//! Putting in, looking what is due, and what is done at the start.

use std::collections::HashMap;

use jiff::Timestamp;

use super::rows::{COLUMNS, Columns, Raw};
use super::{Lane, Parcel, Post, Row, What};
use crate::store::chats::time;
use crate::store::database::{Store, StoreError, on, within};

/// What became of the rows that were flying when the program ended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Landed {
    /// How many wait again.
    pub waiting: usize,
    /// How many posts of channels are unsure now.
    pub unsure: usize,
}

impl Store {
    /// Puts parcels into the outbox, in one transaction. What is there already, or has left, changes nothing. What is
    /// sent to a group that has moved goes to its new id. Gives how many are new.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn enqueue(&self, parcels: &[Parcel]) -> Result<usize, StoreError> {
        let mut new = 0;
        within!(self, change => {
            for parcel in parcels {
                let columns = Columns::of(&parcel.what);
                let options = serde_json::to_string(&parcel.options).map_err(|error| StoreError::Foreign(error.to_string()))?;
                let added = sqlx::query(ADD)
                    .bind(&parcel.key)
                    .bind(columns.what)
                    .bind(Lane::of(&parcel.what).0)
                    .bind(columns.chat)
                    .bind(columns.place)
                    .bind(columns.thread)
                    .bind(columns.message)
                    .bind(columns.inline_message)
                    .bind(parcel.post.name())
                    .bind(&parcel.view)
                    .bind(parcel.article.as_ref().map(|article| article.as_str()))
                    .bind(parcel.revision)
                    .bind(parcel.language.code())
                    .bind(options)
                    .bind(parcel.not_before.as_millisecond())
                    .bind(parcel.made_at.as_millisecond())
                    .bind(parcel.made_by.map(u64::cast_signed))
                    .execute(&mut *change)
                    .await?
                    .rows_affected();
                if added > 0 {
                    sqlx::query(ADD_LANE).bind(&parcel.key).execute(&mut *change).await?;
                    new += 1;
                }
            }
        });
        Ok(new)
    }

    /// The first row of each lane that is due, at most so many, those that are due longest first.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn due(&self, now: Timestamp, most: usize) -> Result<Vec<Row>, StoreError> {
        let words = "SELECT (SELECT id FROM outbox WHERE lane = l.lane AND state = 'waiting' ORDER BY due, id LIMIT 1) \
                     FROM outbox_lanes l WHERE l.next <= $1 ORDER BY l.next, l.lane LIMIT $2";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let ids: Vec<(Option<i64>,)> = on!(self, pool => {
            sqlx::query_as(words).bind(now.as_millisecond()).bind(most).fetch_all(pool).await?
        });
        let ids: Vec<i64> = ids.into_iter().filter_map(|(id,)| id).collect();
        let mut rows: HashMap<i64, Row> = self.rows(&ids).await?.into_iter().map(|row| (row.id, row)).collect();
        Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
    }

    /// When it is worth to look again: the time of the lane that is due first.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        let words = "SELECT MIN(next) FROM outbox_lanes";
        let (next,): (Option<i64>,) = on!(self, pool => sqlx::query_as(words).fetch_one(pool).await?);
        next.map(time).transpose()
    }

    /// To be called once at the start, before anything leaves: what was flying when the program ended waits again, but for posts of
    /// channels, which are unsure from now on.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write; then nothing is changed.
    pub async fn land(&self) -> Result<Landed, StoreError> {
        let flying = format!("SELECT {COLUMNS} FROM outbox WHERE state = 'flying' AND state <> 'waiting' ORDER BY id");
        let mut landed = Landed::default();
        within!(self, change => {
            let flying: Vec<Raw> = sqlx::query_as(&flying).fetch_all(&mut *change).await?;
            let flying: Vec<Row> = flying.into_iter().map(Row::try_from).collect::<Result<_, _>>()?;
            for row in flying {
                let unsure = row.parcel.post == Post::Channel && matches!(row.parcel.what, What::Send { .. });
                let state = if unsure { "unsure" } else { "waiting" };
                let words = "UPDATE outbox SET state = $2 WHERE id = $1";
                sqlx::query(words).bind(row.id).bind(state).execute(&mut *change).await?;
                sqlx::query(SHOW_LANE).bind(row.lane.0).bind(i64::MIN).execute(&mut *change).await?;
                match unsure {
                    true => landed.unsure += 1,
                    false => landed.waiting += 1,
                }
            }
        });
        Ok(landed)
    }

    /// The rows with these numbers, in any order.
    async fn rows(&self, ids: &[i64]) -> Result<Vec<Row>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let words = format!("SELECT {COLUMNS} FROM outbox WHERE id IN ({})", list(ids));
        let rows: Vec<Raw> = on!(self, pool => sqlx::query_as(&words).persistent(false).fetch_all(pool).await?);
        rows.into_iter().map(Row::try_from).collect()
    }
}

/// Numbers as a list of SQL.
pub(super) fn list(numbers: &[i64]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

const ADD: &str = "INSERT INTO outbox (key, what, lane, chat, place, thread, message, inline_message, post, view, article, revision, \
    language, options, due, not_before, attempts, made_at, made_by, state) \
    SELECT $1, $2, COALESCE((SELECT after FROM moves WHERE before = $3 AND $2 = 'send'), $3), \
    COALESCE((SELECT after FROM moves WHERE before = $4 AND $2 = 'send'), $4), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, 0, $16, $17, 'waiting' \
    WHERE NOT EXISTS (SELECT 1 FROM outbox_done WHERE key = $1) ON CONFLICT (key) DO NOTHING";

/// Shows the lane of a new row.
const ADD_LANE: &str = "INSERT INTO outbox_lanes (lane, due, next) SELECT n.lane, n.due, n.not_before FROM outbox n WHERE n.key = $1 \
    AND NOT EXISTS (SELECT 1 FROM outbox f WHERE f.lane = n.lane AND f.state = 'flying') \
    ON CONFLICT (lane) DO UPDATE SET due = CASE WHEN excluded.due < outbox_lanes.due THEN excluded.due ELSE outbox_lanes.due END, \
    next = CASE WHEN excluded.due < outbox_lanes.due THEN excluded.next ELSE outbox_lanes.next END";

/// Shows a lane (`$1`) as its first row says, not before `$2`; nothing happens where none waits or one is flying.
pub(super) const SHOW_LANE: &str = "INSERT INTO outbox_lanes (lane, due, next) \
    SELECT lane, due, CASE WHEN not_before < $2 THEN $2 ELSE not_before END FROM outbox WHERE lane = $1 AND state = 'waiting' \
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE lane = $1 AND state = 'flying') ORDER BY due, id LIMIT 1 \
    ON CONFLICT (lane) DO UPDATE SET due = excluded.due, next = excluded.next";

/// Hides a lane (`$1`).
pub(super) const HIDE_LANE: &str = "DELETE FROM outbox_lanes WHERE lane = $1";
