//! What the one who sends notes: in one transaction for many rows.

use jiff::Timestamp;

use super::queue::{SHOW_LANE, list};
use super::{Lane, State};
use crate::store::database::{Store, StoreError, within};

/// Something to note of a row, or of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Its request goes out as soon as this is kept.
    Flying(i64),
    /// It has left, or there is nothing to do any more.
    Done {
        /// The row.
        id: i64,
        /// The id of the new message.
        message: Option<i32>,
        /// Its lane is not looked at before.
        lane_from: Timestamp,
    },
    /// It is to be tried again.
    Later {
        /// The row.
        id: i64,
        /// How often it was tried in vain so far.
        attempts: u32,
        /// When it may be tried.
        not_before: Timestamp,
    },
    /// It may have left: an editor is asked.
    Unsure {
        /// The row.
        id: i64,
        /// Its lane is not looked at before.
        lane_from: Timestamp,
    },
    /// It is given up.
    Failed {
        /// The row.
        id: i64,
        /// Its lane is not looked at before.
        lane_from: Timestamp,
    },
    /// A lane is not looked at before this time.
    Hold(Lane, Timestamp),
}

impl Store {
    /// Keeps marks, in one transaction, in their order, those of flying rows last. Gives the rows that may fly: of those marked as flying, the ones that
    /// nobody has cancelled meanwhile.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn mark(&self, marks: &[Mark], now: Timestamp) -> Result<Vec<i64>, StoreError> {
        let flying: Vec<i64> =
            marks.iter().filter_map(|mark| if let Mark::Flying(id) = mark { Some(*id) } else { None }).collect();
        // Numbers alone, so that they can stand in the words themselves.
        let ids = list(&flying);
        let fly = format!("UPDATE outbox SET state = 'flying' WHERE state = 'waiting' AND id IN ({ids}) RETURNING id");
        let hide = format!("DELETE FROM outbox_lanes WHERE lane IN (SELECT lane FROM outbox WHERE id IN ({ids}))");
        let mut flown: Vec<(i64,)> = Vec::new();
        within!(self, change => {
            for mark in marks {
                let (lane, from) = match *mark {
                    Mark::Flying(_) => continue,
                    Mark::Hold(lane, until) => {
                        let words = "UPDATE outbox_lanes SET next = $2 WHERE lane = $1";
                        sqlx::query(words).bind(lane.0).bind(until.as_millisecond()).execute(&mut *change).await?;
                        continue;
                    }
                    Mark::Done { id, message, lane_from } => {
                        let done = sqlx::query(DONE).bind(id).bind(message.map(i64::from)).bind(now.as_millisecond());
                        done.execute(&mut *change).await?;
                        let lane = sqlx::query_as("DELETE FROM outbox WHERE id = $1 RETURNING lane").bind(id);
                        let lane: Option<(i64,)> = lane.fetch_optional(&mut *change).await?;
                        if let Some((lane,)) = lane.filter(|_| message.is_some()) {
                            sqlx::query(ACCEPTED).bind(lane).execute(&mut *change).await?;
                        }
                        (lane, lane_from)
                    }
                    Mark::Later { id, attempts, not_before } => {
                        let words = "UPDATE outbox SET state = 'waiting', attempts = $2, not_before = $3 WHERE id = $1 RETURNING lane";
                        let row = sqlx::query_as(words).bind(id).bind(i64::from(attempts)).bind(not_before.as_millisecond());
                        (row.fetch_optional(&mut *change).await?, not_before)
                    }
                    Mark::Unsure { id, lane_from } => {
                        let row = sqlx::query_as(SET_STATE).bind(id).bind(State::Unsure.name());
                        (row.fetch_optional(&mut *change).await?, lane_from)
                    }
                    Mark::Failed { id, lane_from } => {
                        let row = sqlx::query_as(SET_STATE).bind(id).bind(State::Failed.name());
                        (row.fetch_optional(&mut *change).await?, lane_from)
                    }
                };
                if let Some((lane,)) = lane {
                    sqlx::query(SHOW_LANE).bind(lane).bind(from.as_millisecond()).execute(&mut *change).await?;
                }
            }
            if !flying.is_empty() {
                flown = sqlx::query_as(&fly).persistent(false).fetch_all(&mut *change).await?;
                sqlx::query(&hide).persistent(false).execute(&mut *change).await?;
            }
        });
        Ok(flown.into_iter().map(|(id,)| id).collect())
    }
}

const SET_STATE: &str = "UPDATE outbox SET state = $2 WHERE id = $1 RETURNING lane";

const DONE: &str = "INSERT INTO outbox_done (key, message, at) SELECT key, $2, $3 FROM outbox WHERE id = $1 ON CONFLICT (key) DO NOTHING";

/// Whoever takes a message does not refuse.
const ACCEPTED: &str = "UPDATE chats SET refuses_since = NULL WHERE id = $1 AND refuses_since IS NOT NULL";
