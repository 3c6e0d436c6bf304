//! What is on its way, and what is known of it but not kept.

use std::collections::HashMap;
use std::time::Instant;

use jiff::Timestamp;
use tokio::task::JoinSet;

use super::outage::Outage;
use super::outcome::Outcome;
use crate::store::outbox::{Mark, Parcel};
use crate::telegram::limits::Limits;

/// What is on its way, and what is known of it but not kept.
#[derive(Default)]
pub(super) struct Air {
    pub(super) flying: JoinSet<Outcome>,
    /// Which row a task sends.
    rows: HashMap<tokio::task::Id, i64>,
    pub(super) marks: Vec<Mark>,
    /// What editors are to be told.
    pub(super) told: Vec<Parcel>,
    /// Set when no call can succeed any more.
    pub(super) wrong_token: bool,
    pub(super) outage: Outage,
    /// When what left long ago was forgotten last.
    pub(super) forgot: Option<Instant>,
}

impl Air {
    /// Lets a row leave.
    pub(super) fn launch(&mut self, row: i64, task: impl Future<Output = Outcome> + Send + 'static) {
        let task = self.flying.spawn(task);
        self.rows.insert(task.id(), row);
    }

    /// Notes all that has landed.
    pub(super) fn gather(&mut self, limits: &Limits) {
        while let Some(landed) = self.flying.try_join_next_with_id() {
            self.note(Some(landed), limits);
        }
    }

    pub(super) fn note(
        &mut self,
        landed: Option<Result<(tokio::task::Id, Outcome), tokio::task::JoinError>>,
        limits: &Limits,
    ) {
        match landed {
            None => {}
            Some(Ok((task, outcome))) => {
                self.rows.remove(&task);
                self.marks.push(outcome.mark);
                self.told.extend(outcome.told);
                self.wrong_token |= outcome.wrong_token;
                self.outage.note(Instant::now(), outcome.unavailable, limits.backoff, fastrand::f64());
            }
            Some(Err(error)) => {
                // The panic hook has logged what and where.
                if let Some(id) = self.rows.remove(&error.id()) {
                    log::error!("the row {id} of the outbox is given up: {error}");
                    self.marks.push(Mark::Failed { id, lane_from: Timestamp::MIN });
                }
            }
        }
    }
}
