//! The bot's queue of updates.

use std::collections::VecDeque;

use serde_json::Value;
use tokio::sync::watch;

/// The updates that are not confirmed, in order, and who is fetching them.
pub(crate) struct Updates {
    queue: VecDeque<Update>,
    /// The id of the next update.
    next: i64,
    /// All updates below this id are confirmed.
    confirmed: i64,
    /// The kinds wanted, as the last getUpdates named them; empty for the usual ones.
    pub(crate) allowed: Vec<String>,
    /// The number of the latest getUpdates; an earlier one that still waits has to give way.
    turn: u64,
    /// Changes with each arrival, each confirmation and each getUpdates.
    pub(crate) changed: watch::Sender<u64>,
}

/// An update as it goes out.
#[derive(Debug, Clone)]
struct Update {
    id: i64,
    json: String,
}

/// The first update id; that of the real server is arbitrary.
const FIRST: i64 = 100_000_001;

/// Kinds that come only when they are asked for.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

impl Default for Updates {
    fn default() -> Self {
        Updates {
            queue: VecDeque::new(),
            next: FIRST,
            confirmed: FIRST,
            allowed: Vec::new(),
            turn: 0,
            changed: watch::Sender::new(0),
        }
    }
}

impl Updates {
    /// Adds an update of this kind, if the bot wants the kind.
    pub(super) fn push(&mut self, kind: &str, content: &Value) {
        let wanted = if self.allowed.is_empty() {
            !ON_REQUEST.contains(&kind)
        } else {
            self.allowed.iter().any(|allowed| allowed == kind)
        };
        if wanted {
            let id = self.next;
            self.next += 1;
            self.queue.push_back(Update { id, json: format!("{{\"update_id\":{id},\"{kind}\":{content}}}") });
            self.tell();
        }
    }

    /// Begins a getUpdates, which ends an earlier one; gives its turn.
    pub(crate) fn begin_poll(&mut self) -> u64 {
        self.turn += 1;
        self.tell();
        self.turn
    }

    /// Whether no later getUpdates has begun.
    pub(crate) fn is_turn(&self, turn: u64) -> bool {
        self.turn == turn
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
        if count == 0 {
            return;
        }
        self.queue.drain(..count - usize::from(repeat));
        self.confirmed = below;
        self.tell();
    }

    /// The id below which `offset` confirms all.
    fn confirmed_by(&self, offset: i64) -> i64 {
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
        self.queue.len()
    }

    /// The lowest update id that the bot has not confirmed.
    pub(crate) fn confirmed(&self) -> i64 {
        self.confirmed
    }

    fn tell(&self) {
        self.changed.send_modify(|count| *count += 1);
    }
}
