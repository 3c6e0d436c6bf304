//! The bot's queue of updates: what waits, what is confirmed, who is fetching.

mod delivery;
mod wanted;

use std::collections::VecDeque;

use serde_json::Value;
use tokio::sync::watch;

use super::{ChatId, World};
use delivery::Progress;
use wanted::Lane;

pub(crate) use delivery::Due;
pub(crate) use wanted::Wanted;

/// The updates that are not confirmed, in order, and who is fetching them.
pub(crate) struct Updates {
    queue: VecDeque<Update>,
    /// The id of the next update.
    next: i64,
    /// All updates below this id are confirmed.
    confirmed: i64,
    /// The kinds that the bot wants, as the last getUpdates or setWebhook named them.
    pub(crate) wanted: Wanted,
    /// The number of the latest getUpdates that waits, or setWebhook; a getUpdates of an earlier one has to give way.
    turn: u64,
    /// The turn of the latest setWebhook.
    webhook_turn: u64,
    /// No update grows too old before this time (seconds since 1970).
    next_expiry: i64,
    /// How many updates are on their way to the webhook.
    in_flight: usize,
    /// Changes with each arrival, each confirmation, each getUpdates, and when something changes for the webhook.
    pub(crate) changed: watch::Sender<u64>,
}

/// An update as it goes out.
#[derive(Debug)]
struct Update {
    id: i64,
    json: String,
    /// When it is dropped, in seconds since 1970.
    expires: i64,
    lane: Lane,
    chat: Option<ChatId>,
    progress: Progress,
}

/// What ends a getUpdates that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ender {
    GetUpdates,
    SetWebhook,
}

/// The first update id; that of the real server is arbitrary.
const FIRST: i64 = 100_000_001;

/// An offset this far beyond the next update still confirms; one that is farther is ignored, as if it came from another
/// server's numbering. The official server does it so.
const OFFSET_AHEAD: i64 = 10;

impl Default for Updates {
    fn default() -> Self {
        Updates {
            queue: VecDeque::new(),
            next: FIRST,
            confirmed: FIRST,
            wanted: Wanted::default(),
            turn: 0,
            webhook_turn: 0,
            next_expiry: i64::MAX,
            in_flight: 0,
            changed: watch::Sender::new(0),
        }
    }
}

impl Updates {
    /// Adds an update of this kind, if the bot wants the kind.
    pub(super) fn push(&mut self, kind: &str, content: &Value) {
        if !self.wanted.has(kind) {
            return;
        }
        let id = self.next;
        self.next += 1;
        let expires = World::now() + wanted::life(kind);
        self.next_expiry = self.next_expiry.min(expires);
        self.queue.push_back(Update {
            id,
            json: format!("{{\"update_id\":{id},\"{kind}\":{content}}}"),
            expires,
            lane: Lane::of(kind, content),
            chat: wanted::chat_of(content),
            progress: Progress::default(),
        });
        self.tell();
    }

    /// A getUpdates begins to wait, which ends an earlier one that waits; gives its turn.
    pub(crate) fn begin_poll(&mut self) -> u64 {
        self.turn += 1;
        self.tell();
        self.turn
    }

    /// A setWebhook ends the getUpdates that waits.
    pub(crate) fn end_poll(&mut self) {
        self.webhook_turn = self.begin_poll();
    }

    /// What ended the getUpdates of this turn; `None` while it may go on.
    pub(crate) fn ended_by(&self, turn: u64) -> Option<Ender> {
        match turn {
            turn if turn == self.turn => None,
            turn if turn < self.webhook_turn => Some(Ender::SetWebhook),
            _ => Some(Ender::GetUpdates),
        }
    }

    /// Whether `offset` confirms an update that is not confirmed yet.
    pub(crate) fn confirms(&self, offset: i64) -> bool {
        self.queue.front().is_some_and(|first| first.id < self.confirmed_by(offset))
    }

    /// Forgets what `offset` confirms; a negative one keeps only the last updates. With `repeat` the last one confirmed
    /// stays, to be given once more.
    pub(crate) fn confirm(&mut self, offset: i64, repeat: bool) {
        let below = self.confirmed_by(offset);
        let count = self.queue.partition_point(|update| update.id < below);
        if count > 0 {
            self.queue.drain(..count - usize::from(repeat));
            self.confirmed = below;
            self.tell();
        }
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.queue.clear();
        self.in_flight = 0;
        self.settle();
    }

    /// Forgets what is too old; `now` in seconds since 1970. What is on its way to the webhook is not forgotten before it
    /// has arrived or failed.
    pub(crate) fn drop_old(&mut self, now: i64) {
        if now < self.next_expiry {
            return;
        }
        self.queue.retain(|update| update.expires > now || update.progress.in_flight());
        self.next_expiry = self.queue.iter().map(|update| update.expires).min().unwrap_or(i64::MAX);
        self.settle();
    }

    /// Makes what waits older.
    pub(super) fn age(&mut self, seconds: i64) {
        for update in &mut self.queue {
            update.expires = update.expires.saturating_sub(seconds);
        }
        self.next_expiry = self.next_expiry.saturating_sub(seconds);
        self.drop_old(World::now());
    }

    /// The id below which `offset` confirms all.
    fn confirmed_by(&self, offset: i64) -> i64 {
        if offset > self.next + OFFSET_AHEAD {
            return self.confirmed;
        }
        if offset >= 0 {
            return offset.min(self.next);
        }
        let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
        let gone = self.queue.len().saturating_sub(kept);
        self.queue.get(gone).map_or(self.next, |update| update.id)
    }

    /// The first updates, as a JSON array; `None` when there are none.
    pub(crate) fn batch(&self, limit: usize) -> Option<String> {
        if self.queue.is_empty() {
            return None;
        }
        let mut json =
            String::with_capacity(self.queue.iter().take(limit).map(|u| u.json.len() + 1).sum::<usize>() + 2);
        for (i, update) in self.queue.iter().take(limit).enumerate() {
            json.push(if i == 0 { '[' } else { ',' });
            json.push_str(&update.json);
        }
        json.push(']');
        Some(json)
    }

    /// How many updates are not confirmed.
    pub(crate) fn pending(&self) -> usize {
        let now = World::now();
        if now < self.next_expiry {
            return self.queue.len();
        }
        self.queue.iter().filter(|update| update.expires > now).count()
    }

    /// The lowest update id that the bot has not confirmed.
    pub(crate) fn confirmed(&self) -> i64 {
        self.confirmed
    }

    /// After updates went from anywhere in the queue: all before the first that is left are confirmed.
    fn settle(&mut self) {
        let first = self.queue.front().map_or(self.next, |update| update.id);
        self.confirmed = self.confirmed.max(first);
        self.tell();
    }

    /// Wakes whoever waits for a change.
    pub(super) fn tell(&self) {
        self.changed.send_modify(|count| *count += 1);
    }
}
