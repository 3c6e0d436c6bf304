//! What happened, in numbers.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

/// A number that only grows.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    /// Counts one more.
    pub(super) fn add(&self) {
        self.add_many(1);
    }

    /// Counts some more.
    pub(super) fn add_many(&self, count: usize) {
        self.0.fetch_add(count as u64, Ordering::Relaxed);
    }

    /// How many so far.
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// What happened since the start.
#[derive(Debug, Default)]
pub struct Counters {
    /// Updates handled, whatever came of them.
    pub handled: Counter,
    /// Updates that came again and were passed over.
    pub repeated: Counter,
    /// Updates of a kind that is not known here, or that could not be read.
    pub unknown: Counter,
    /// Handlers that panicked.
    pub panicked: Counter,
    /// Handlers that took too long.
    pub timed_out: Counter,
    /// Calls that were tried again.
    pub retried: Counter,
    /// Answers that never went out: refused for good, or tried too often.
    pub failed: Counter,
    /// Messages of the outbox that arrived.
    pub posted: Counter,
    /// Messages of the outbox that could not be sent for as long as was tried.
    pub given_up: Counter,
    /// Updates that were stored because they could not be handled at once.
    pub stored: Counter,
}

impl fmt::Display for Counters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { handled, repeated, unknown, panicked, timed_out, retried, failed, posted, given_up, stored } = self;
        let all = [
            (handled, "handled"),
            (repeated, "repeated"),
            (unknown, "unknown"),
            (panicked, "panicked"),
            (timed_out, "timed out"),
            (retried, "retried"),
            (failed, "failed"),
            (posted, "posted"),
            (given_up, "given up"),
            (stored, "stored"),
        ];
        for (place, (counter, name)) in all.into_iter().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            write!(f, "{comma}{} {name}", counter.get())?;
        }
        Ok(())
    }
}
