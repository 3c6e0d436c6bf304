//! Whether Telegram can be reached: while it can't, one row at a time tries, less and less often, however many wait.

use std::time::{Duration, Instant};

use crate::telegram::limits::Backoff;

/// What is known of the connection by the rows that tried last.
#[derive(Debug, Default)]
pub(super) struct Outage {
    /// How many rows in a row met it.
    failures: u32,
    /// Nothing leaves before.
    until: Option<Instant>,
}

impl Outage {
    /// So many failures may be their own rows' bad luck.
    const LUCK: u32 = 3;

    /// A row has landed. `unavailable`: Telegram could not be reached, or not do what it should. `chance` from 0 to 1 is for the backoff.
    pub(super) fn note(&mut self, now: Instant, unavailable: bool, backoff: Backoff, chance: f64) {
        self.failures = if unavailable { self.failures.saturating_add(1) } else { 0 };
        let over = self.failures.saturating_sub(Self::LUCK);
        self.until = (over > 0).then(|| now + backoff.wait(over, chance));
    }

    /// How many rows may leave while so many are flying; and how long to wait where it is not yet time for one.
    pub(super) fn room(&self, now: Instant, flying: usize) -> (usize, Duration) {
        match self.until {
            None => (usize::MAX, Duration::ZERO),
            Some(until) => match until.saturating_duration_since(now) {
                Duration::ZERO => (1_usize.saturating_sub(flying), Duration::ZERO),
                wait => (0, wait),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Backoff, Duration, Instant, Outage};

    #[test]
    fn while_nothing_arrives_one_at_a_time_tries_less_and_less_often() {
        let seconds = Duration::from_secs;
        let backoff = Backoff { first: seconds(1), most: seconds(8) };
        let (mut outage, start) = (Outage::default(), Instant::now());
        for _ in 0..3 {
            outage.note(start, true, backoff, 1.0);
            assert_eq!(outage.room(start, 60), (usize::MAX, Duration::ZERO), "may be bad luck");
        }
        for wait in [1, 2, 4, 8, 8] {
            outage.note(start, true, backoff, 1.0);
            assert_eq!(outage.room(start, 0), (0, seconds(wait)));
            assert_eq!(outage.room(start + seconds(wait), 0), (1, Duration::ZERO));
            assert_eq!(outage.room(start + seconds(wait), 1), (0, Duration::ZERO), "another one tries");
        }
        outage.note(start, false, backoff, 1.0);
        assert_eq!(outage.room(start, 60), (usize::MAX, Duration::ZERO));
    }
}
