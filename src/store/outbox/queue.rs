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
            for parcels in parcels.chunks(AT_ONCE) {
                let left = left_already(parcels.len());
                let left = parcels.iter().fold(sqlx::query_as(&left), |words, parcel| words.bind(&parcel.key));
                let left: Vec<(String,)> = left.fetch_all(&mut *change).await?;
                let parcels: Vec<&Parcel> =
                    parcels.iter().filter(|parcel| !left.iter().any(|(key,)| *key == parcel.key)).collect();
                if parcels.is_empty() {
                    continue;
                }
                let chats: Vec<i64> = parcels.iter().filter_map(|parcel| Some(parcel.what.chat()?.0.0)).collect();
                let moves = format!("SELECT before, after FROM moves WHERE before IN ({})", list(&chats));
                let moves: Vec<(i64, i64)> = match chats.is_empty() {
                    true => Vec::new(),
                    false => sqlx::query_as(&moves).persistent(false).fetch_all(&mut *change).await?,
                };
                let add = add(parcels.len());
                let mut rows = sqlx::query_as(&add);
                for parcel in parcels {
                    let options = serde_json::to_string(&parcel.options);
                    let options = options.map_err(|error| StoreError::Foreign(error.to_string()))?;
                    let columns = Columns::of(&parcel.what);
                    let moved = moves.iter().find(|(before, _)| columns.what == "send" && columns.chat == Some(*before));
                    rows = rows
                        .bind(&parcel.key)
                        .bind(columns.what)
                        .bind(moved.map_or(Lane::of(&parcel.what).0, |(_, after)| *after))
                        .bind(moved.map_or(columns.chat, |(_, after)| Some(*after)))
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
                        .bind(parcel.not_before.as_millisecond())
                        .bind(parcel.made_at.as_millisecond())
                        .bind(parcel.made_by.map(u64::cast_signed));
                }
                let ids: Vec<(i64,)> = rows.fetch_all(&mut *change).await?;
                if !ids.is_empty() {
                    let show = show_lanes(&ids.iter().map(|(id,)| *id).collect::<Vec<_>>());
                    sqlx::query(&show).persistent(false).execute(&mut *change).await?;
                }
                new += ids.len();
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

/// So many parcels go in with one statement: more make it no faster.
const AT_ONCE: usize = 50;

/// Asks which of so many keys have left.
fn left_already(keys: usize) -> String {
    format!("SELECT key FROM outbox_done WHERE key IN {}", places(0, keys))
}

/// Adds so many rows, and gives the numbers of those that are new.
fn add(rows: usize) -> String {
    const COLUMNS: usize = 18;
    // Nothing was tried yet.
    let row = |row: usize| places(row * COLUMNS, COLUMNS).replace(')', ", 0, 'waiting')");
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!(
        "INSERT INTO outbox (key, what, lane, chat, place, thread, message, inline_message, post, view, article, revision, language, \
         options, due, not_before, made_at, made_by, attempts, state) VALUES {} ON CONFLICT (key) DO NOTHING RETURNING id",
        rows.join(", ")
    )
}

/// So many places for values, after the first `from` ones.
fn places(from: usize, count: usize) -> String {
    let places: Vec<String> = (from + 1..=from + count).map(|place| format!("${place}")).collect();
    format!("({})", places.join(", "))
}

/// Shows the lanes of new rows.
fn show_lanes(ids: &[i64]) -> String {
    format!(
        "INSERT INTO outbox_lanes (lane, due, next) SELECT n.lane, MIN(n.due), MIN(n.not_before) FROM outbox n WHERE n.id IN ({}) \
         AND NOT EXISTS (SELECT 1 FROM outbox f WHERE f.lane = n.lane AND f.state = 'flying') GROUP BY n.lane \
         ON CONFLICT (lane) DO UPDATE SET \
         next = CASE WHEN excluded.due < outbox_lanes.due THEN excluded.next ELSE outbox_lanes.next END, \
         due = CASE WHEN excluded.due < outbox_lanes.due THEN excluded.due ELSE outbox_lanes.due END",
        list(ids)
    )
}

/// Shows a lane (`$1`) as its first row says, not before `$2`; nothing happens where none waits or one is flying.
pub(super) const SHOW_LANE: &str = "INSERT INTO outbox_lanes (lane, due, next) \
    SELECT lane, due, CASE WHEN not_before < $2 THEN $2 ELSE not_before END FROM outbox WHERE lane = $1 AND state = 'waiting' \
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE lane = $1 AND state = 'flying') ORDER BY due, id LIMIT 1 \
    ON CONFLICT (lane) DO UPDATE SET due = excluded.due, next = excluded.next";

/// Hides a lane (`$1`).
pub(super) const HIDE_LANE: &str = "DELETE FROM outbox_lanes WHERE lane = $1";
