//! The queue as a webhook empties it: which update is due, and what becomes of one that arrived or failed.

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use super::Updates;
use crate::world::{ChatId, World};

/// The pause before the third attempt; the second comes at once. The official server begins with 2 s: a test would wait.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// Pauses double up to this. The official server goes up to one or two minutes; here the bot is on the same machine, and
/// whoever starts it again wants to see it work.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// The longest pause that the bot's server can ask for, as with the official server.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(3600);

/// How far the webhook is with an update.
#[derive(Debug, Default)]
pub(super) struct Progress {
    in_flight: bool,
    /// Whether it was on its way before.
    tried: bool,
    failures: u32,
    /// Not before this time.
    due: Option<Instant>,
}

impl Progress {
    pub(super) fn in_flight(&self) -> bool {
        self.in_flight
    }
}

/// What there is to deliver.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// This update, now; `first` when it was never tried before.
    Now { id: i64, json: String, chat: Option<ChatId>, first: bool },
    /// Something at this time.
    At(Instant),
    /// Nothing before something else happens.
    Nothing,
}

impl Updates {
    /// Takes the next update that may be delivered, while fewer than `most` are on their way. In each lane (see
    /// [`Lane`](super::wanted::Lane)) that is the first one.
    pub(crate) fn take_due(&mut self, most: usize, now: Instant) -> Due {
        if self.in_flight >= most {
            return Due::Nothing;
        }
        let mut lanes = HashSet::new();
        let mut soonest: Option<Instant> = None;
        let found = self.queue.iter().position(|update| {
            if !lanes.insert(&update.lane) || update.progress.in_flight {
                return false;
            }
            let later = update.progress.due.filter(|due| *due > now);
            soonest = [soonest, later].into_iter().flatten().min();
            later.is_none()
        });
        let Some(update) = found.and_then(|i| self.queue.get_mut(i)) else {
            return soonest.map_or(Due::Nothing, Due::At);
        };
        let first = !std::mem::replace(&mut update.progress.tried, true);
        update.progress.in_flight = true;
        self.in_flight += 1;
        Due::Now { id: update.id, json: update.json.clone(), chat: update.chat, first }
    }

    /// An update arrived: it is confirmed. With `repeat` it is delivered once more.
    pub(crate) fn arrived(&mut self, id: i64, repeat: bool) {
        let Some(place) = self.land(id) else { return };
        if repeat {
            self.queue[place].progress = super::Progress { tried: true, ..super::Progress::default() };
        } else {
            self.queue.remove(place);
        }
        self.settle();
    }

    /// An update did not arrive: it is tried again, after the time that the bot's server asked for or else after a pause
    /// that grows, unless it is too old by then.
    pub(crate) fn failed(&mut self, id: i64, retry_after: Option<Duration>, now: Instant) {
        let Some(place) = self.land(id) else { return };
        let update = &mut self.queue[place];
        let pause = match retry_after {
            Some(asked) => asked.min(LONGEST_RETRY_AFTER),
            None => pause_after(update.progress.failures),
        };
        update.progress.failures += 1;
        update.progress.due = Some(now + pause);
        if World::now().saturating_add_unsigned(pause.as_secs()) >= update.expires {
            log::warn!("update {id} is dropped: it could not be delivered before it was too old");
            self.queue.remove(place);
        }
        self.settle();
    }

    /// Forgets what is on its way and all pauses: another webhook begins, or the network came back.
    pub(crate) fn deliver_afresh(&mut self) {
        for update in &mut self.queue {
            update.progress = super::Progress { tried: update.progress.tried, ..super::Progress::default() };
        }
        self.in_flight = 0;
        self.tell();
    }

    /// An update is no longer on its way; its place in the queue, unless it was forgotten meanwhile.
    fn land(&mut self, id: i64) -> Option<usize> {
        let place = self.queue.binary_search_by_key(&id, |update| update.id).ok()?;
        let progress = &mut self.queue[place].progress;
        if !std::mem::replace(&mut progress.in_flight, false) {
            return None;
        }
        self.in_flight -= 1;
        Some(place)
    }
}

/// The pause after a failure when there were this many before it.
fn pause_after(failures: u32) -> Duration {
    match failures.checked_sub(1) {
        None => Duration::ZERO,
        Some(doublings) => FIRST_PAUSE.saturating_mul(2_u32.saturating_pow(doublings)).min(LONGEST_PAUSE),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const FIRST: i64 = super::super::FIRST;

    fn spoken(chats: &[i64]) -> Updates {
        let mut updates = Updates::default();
        for chat in chats {
            updates.push("message", &json!({ "chat": { "id": chat } }));
        }
        updates
    }

    fn taken(updates: &mut Updates, most: usize, now: Instant) -> Option<i64> {
        match updates.take_due(most, now) {
            Due::Now { id, .. } => Some(id - FIRST),
            _ => None,
        }
    }

    #[test]
    fn a_chat_is_told_one_thing_after_another() {
        let now = Instant::now();
        let mut updates = spoken(&[1, 1, 2, 3]);
        assert_eq!([(); 4].map(|()| taken(&mut updates, 2, now)), [Some(0), Some(2), None, None]);
        updates.arrived(FIRST + 2, false);
        assert_eq!(taken(&mut updates, 2, now), Some(3));
        updates.arrived(FIRST, false);
        assert_eq!((updates.pending(), updates.confirmed()), (2, FIRST + 1));
        assert_eq!(taken(&mut updates, 2, now), Some(1));
        updates.arrived(FIRST + 1, true);
        assert_eq!(taken(&mut updates, 2, now), Some(1));
    }

    #[test]
    fn a_failure_holds_up_its_own_chat_only() {
        let now = Instant::now();
        let asked = Duration::from_secs(7);
        let mut updates = spoken(&[1, 1, 2]);
        assert_eq!(taken(&mut updates, 9, now), Some(0));
        updates.failed(FIRST, Some(asked), now);
        assert_eq!(taken(&mut updates, 9, now), Some(2));
        assert_eq!(updates.take_due(9, now), Due::At(now + asked));
        assert_eq!(taken(&mut updates, 9, now + asked), Some(0));
    }

    #[test]
    fn pauses_grow_to_a_ceiling() {
        let pauses: Vec<_> = (0..9).map(|failures| pause_after(failures).as_millis()).collect();
        assert_eq!(pauses, [0, 100, 200, 400, 800, 1600, 3200, 5000, 5000]);
    }

    #[test]
    fn what_would_be_too_old_at_the_next_attempt_is_dropped() {
        let now = Instant::now();
        let mut updates = Updates::default();
        updates.push("inline_query", &json!({ "from": { "id": 1 } }));
        taken(&mut updates, 1, now);
        updates.age(29);
        assert_eq!(updates.pending(), 1);
        updates.failed(FIRST, Some(Duration::from_secs(5)), now);
        assert_eq!((updates.pending(), updates.confirmed()), (0, FIRST + 1));
    }
}
