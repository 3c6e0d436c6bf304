//! What became of a row that left, and what follows from it.

use std::time::Duration;

use jiff::Timestamp;
use teloxide::types::ChatId;

use super::departure::Failed;
use super::{Sender, after};
use crate::commands::reply::Message;
use crate::commands::told::Happened;
use crate::outbox::Flight;
use crate::outbox::meaning::{Deed, Meaning};
use crate::store::outbox::{Mark, Parcel, Post, Row};
use crate::store::{self};
use crate::telegram::api::CallError;

/// How a row left.
pub(super) enum Left {
    /// It is there, with the id of the new message, and this is seen.
    There(Option<i32>, Message),
    /// What was to go is gone.
    Deleted,
    /// There was nothing to show any more.
    Nothing,
    /// What it shows can't be found out now.
    Unknown,
    /// What it shows could not be made.
    Unrendered,
    /// The call failed.
    Failed(Failed),
}

/// What is to be kept of a row that left.
pub(super) struct Outcome {
    pub(super) mark: Mark,
    /// What editors are to be told.
    pub(super) told: Vec<Parcel>,
    /// Whether no call can succeed any more.
    pub(super) wrong_token: bool,
    /// Whether Telegram could not be reached, or not do what it should.
    pub(super) unavailable: bool,
}

impl From<Mark> for Outcome {
    fn from(mark: Mark) -> Self {
        Self { mark, told: Vec::new(), wrong_token: false, unavailable: false }
    }
}

impl Sender {
    /// What is to be kept of a row, and told to whom.
    pub(super) async fn outcome(&self, row: &Row, left: Left, flight: Flight) -> Outcome {
        let id = row.id;
        let failed = match left {
            Left::Failed(failed) => failed,
            Left::There(message, seen) => {
                self.counters.posted.add();
                self.posting.render.arrived(row, &seen, message).await;
                return Mark::Done { id, message, lane_from: self.lane_from(flight) }.into();
            }
            Left::Deleted => {
                self.counters.posted.add();
                return Mark::Done { id, message: None, lane_from: self.lane_from(flight) }.into();
            }
            Left::Nothing => return Mark::Done { id, message: None, lane_from: self.lane_from(flight) }.into(),
            Left::Unknown => {
                let attempts = row.attempts.saturating_add(1);
                let wait = self.limits.post_backoff.wait(attempts, fastrand::f64());
                return Mark::Later { id, attempts, not_before: after(self.now(), wait) }.into();
            }
            Left::Unrendered => {
                log::error!("the row {id} of the outbox can't be shown: it is given up");
                self.counters.failed.add();
                let told = self.tell(row, Happened::Broken).await;
                return Outcome { told, ..Mark::Failed { id, lane_from: self.lane_from(flight) }.into() };
            }
        };
        let Failed { error, deed, .. } = &failed;
        if may_be_there(row, error, *deed) {
            log::warn!("the post {id} may have been sent: editors are asked: {error}");
            let told = self.tell(row, Happened::Unsure(id)).await;
            return Outcome {
                told,
                unavailable: true,
                ..Mark::Unsure { id, lane_from: self.lane_from(flight) }.into()
            };
        }
        match error.meaning(*deed) {
            Meaning::Done => {
                self.counters.posted.add();
                Mark::Done { id, message: None, lane_from: self.lane_from(flight) }.into()
            }
            Meaning::Later(wait) => self.later(row, &failed, wait, flight).await,
            Meaning::Moved(to) => self.moved(row, &failed, to, flight).await,
            Meaning::Gone => self.gone(row, &failed, flight).await,
            Meaning::Never => {
                let Failed { method, shape, .. } = &failed;
                log::error!("{method} of the row {id} is refused for good: {error}; {shape}");
                self.counters.failed.add();
                let mut told = self.tell(row, Happened::Refused(error.to_string())).await;
                told.extend(self.posting.render.refused(row, &error.to_string()).await);
                Outcome { told, ..Mark::Failed { id, lane_from: self.lane_from(flight) }.into() }
            }
            Meaning::WrongToken => {
                log::error!("nothing leaves from the outbox any more: {error}");
                let waits = Mark::Later { id, attempts: row.attempts, not_before: row.parcel.not_before };
                Outcome { wrong_token: true, ..waits.into() }
            }
        }
    }

    async fn later(&self, row: &Row, failed: &Failed, wait: Option<Duration>, flight: Flight) -> Outcome {
        let (id, error, attempts) = (row.id, &failed.error, row.attempts.saturating_add(1));
        let wait = wait.unwrap_or_else(|| self.limits.post_backoff.wait(attempts, fastrand::f64()));
        if let (CallError::Refused { code: 429, .. }, Some((chat, _))) = (error, row.parcel.what.chat()) {
            self.posting.outbox.refused(chat.0, wait);
        }
        let not_before = after(self.now(), wait.max(flight.answered()));
        if not_before > after(row.due, self.limits.post_patience) {
            log::error!("the row {id} is given up after {attempts} tries: {error}; {}", failed.shape);
            self.counters.given_up.add();
            let told = self.tell(row, Happened::GivenUp(error.to_string())).await;
            return Outcome { told, ..Mark::Failed { id, lane_from: not_before }.into() };
        }
        log::debug!("the row {id} is tried again in {wait:?}: {error}");
        self.counters.retried.add();
        let unavailable = !matches!(error, CallError::Refused { code: ..500, .. });
        Outcome { unavailable, ..Mark::Later { id, attempts, not_before }.into() }
    }

    /// The group has a new id: everything is written anew, and what is to be sent goes there.
    async fn moved(&self, row: &Row, failed: &Failed, to: i64, flight: Flight) -> Outcome {
        let (id, to) = (row.id, store::ChatId(to));
        let Some((from, _)) = row.parcel.what.chat() else { return self.later(row, failed, None, flight).await };
        if let Err(error) = self.posting.outbox.store().moved(from, to, self.now()).await {
            // Telegram says so again when the row is tried again.
            log::error!("that chat {from:?} moved could not be kept: {error}");
            return self.later(row, failed, None, flight).await;
        }
        (self.moved)(ChatId(from.0), ChatId(to.0)).await;
        if failed.deed != Deed::Send {
            // The old message stays in the old group, where nobody can change it.
            self.counters.failed.add();
            return Mark::Failed { id, lane_from: self.now() }.into();
        }
        match from == to {
            true => self.later(row, failed, None, flight).await,
            // Another chat: nothing left there yet.
            false => Mark::Later { id, attempts: row.attempts.saturating_add(1), not_before: self.now() }.into(),
        }
    }

    async fn gone(&self, row: &Row, failed: &Failed, flight: Flight) -> Outcome {
        let (id, error) = (row.id, &failed.error);
        log::info!("{} of the row {id}: {error}", failed.method);
        self.counters.failed.add();
        if let Some((chat, place)) = row.parcel.what.chat()
            && let Err(error) = self.posting.outbox.store().refused(chat, place, self.now()).await
        {
            log::error!("that chat {chat:?} refuses could not be kept: {error}");
        }
        let told = self.tell(row, Happened::Gone(error.to_string())).await;
        Outcome { told, ..Mark::Done { id, message: None, lane_from: self.lane_from(flight) }.into() }
    }

    /// From when on the chat of a flight that is over may get another message.
    fn lane_from(&self, flight: Flight) -> Timestamp {
        after(self.now(), flight.answered())
    }

    fn now(&self) -> Timestamp {
        (self.posting.clock)()
    }
}

/// Whether a post of a channel, which must not stand there twice, may be there although its call failed.
fn may_be_there(row: &Row, error: &CallError, deed: Deed) -> bool {
    row.parcel.post == Post::Channel
        && deed == Deed::Send
        && matches!(error, CallError::Network(_) | CallError::Unreadable(_))
}
