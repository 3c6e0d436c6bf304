//! The times and counts by which the bot works. Tests give smaller ones; nothing else does.

use std::time::Duration;

/// The times and counts by which the bot works.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How long one answer may be thought about.
    pub handler: Duration,
    /// How long a long poll stays open: whole seconds, at most 50 (Telegram's limit).
    pub poll: Duration,
    /// How long a batch of updates may take before what is left of it is stored, so that the next batch can come.
    pub batch: Duration,
    /// How long a stop waits for what is in hand.
    pub stop: Duration,
    /// How long an answer's call may take before it counts as lost.
    pub call: Duration,
    /// How long to wait after a call that failed.
    pub backoff: Backoff,
    /// How long to wait after a poll that met another instance (409).
    pub rival: Backoff,
    /// How often an answer is tried.
    pub attempts: u32,
    /// How long the waits between the tries of one answer may add up to.
    pub patience: Duration,
    /// How many answers are thought about at once; few, because thinking is all processor: as many as there are cores is enough.
    pub thoughts: usize,
    /// After how long a thought counts as slow, and gives its place among [`Limits::thoughts`] to another.
    pub slow_thought: Duration,
    /// How long an answer is kept like the article that it shows.
    pub corrected: Duration,
    /// How many calls may be on their way at once.
    pub calls: usize,
    /// How many messages of the outbox may be on their way at once.
    pub posts: usize,
    /// How long a message of the outbox waits after it failed.
    pub post_backoff: Backoff,
    /// For how long after it was due a message of the outbox is tried.
    pub post_patience: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            handler: Duration::from_secs(10),
            poll: Duration::from_secs(30),
            batch: Duration::from_millis(50),
            stop: Duration::from_secs(10),
            call: Duration::from_secs(20),
            backoff: Backoff { first: Duration::from_millis(500), most: Duration::from_secs(30) },
            rival: Backoff { first: Duration::from_secs(3), most: Duration::from_secs(60) },
            attempts: 6,
            patience: Duration::from_secs(90),
            thoughts: 2,
            slow_thought: Duration::from_millis(50),
            corrected: Duration::from_secs(14 * 24 * 60 * 60),
            calls: 128,
            posts: 64,
            post_backoff: Backoff { first: Duration::from_secs(1), most: Duration::from_secs(600) },
            post_patience: Duration::from_secs(24 * 3600),
        }
    }
}

/// Waits that double, up to a most, each shortened by up to half at random, so that many do not come back at once.
#[derive(Debug, Clone, Copy)]
pub struct Backoff {
    /// The first wait.
    pub first: Duration,
    /// The longest wait.
    pub most: Duration,
}

impl Backoff {
    /// How long to wait after `failures` failures in a row (1 or more); `chance` from 0 to 1 decides within the wait's upper half.
    pub fn wait(self, failures: u32, chance: f64) -> Duration {
        let doubled = self.first.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1)));
        doubled.min(self.most).mul_f64(0.5 + chance.clamp(0.0, 1.0) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Backoff, Duration};

    #[test]
    fn waits_double_up_to_the_most() {
        let backoff = Backoff { first: Duration::from_millis(500), most: Duration::from_secs(30) };
        let waits = [1, 2, 3, 7, 200].map(|failures| backoff.wait(failures, 1.0).as_millis());
        assert_eq!(waits, [500, 1000, 2000, 30_000, 30_000]);
        assert_eq!(backoff.wait(1, 0.0), Duration::from_millis(250));
    }
}
