//! Which updates were handled goes into the store, so that a repeat is known after a restart.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::{mpsc, oneshot};

use super::in_hand::REMEMBERED;
use super::limits::Backoff;
use crate::store::Store;

/// Telegram keeps an update for 24 hours (TELEGRAM.md): after that, none comes again.
const KEPT: SignedDuration = SignedDuration::from_hours(25);
/// How many are written at once at most.
const BATCH: usize = 1000;
/// How often those are forgotten that can't come again: after so many writes.
const WRITES: u32 = 1000;

/// Writes down what was handled, on a task of its own: an answer never waits for it.
#[derive(Debug)]
pub(super) struct Handled {
    tell: mpsc::UnboundedSender<Note>,
}

#[derive(Debug)]
enum Note {
    Handled(u32),
    /// To be answered when all before it is written, or can't be.
    Flush(oneshot::Sender<()>),
}

impl Handled {
    /// The updates that this bot handled before and that may come again, and who writes down the next ones.
    pub(super) async fn open(store: Store, bot: u64, backoff: Backoff) -> (Self, Vec<u32>) {
        let before = store.handled_since(bot, Timestamp::now() - KEPT).await.unwrap_or_else(|error| {
            log::error!("updates that were handled before may be answered again: {error}");
            Vec::new()
        });
        let (tell, told) = mpsc::unbounded_channel();
        tokio::spawn(write(store, bot, backoff, told));
        (Self { tell }, before)
    }

    /// An update is handled.
    pub(super) fn note(&self, update: u32) {
        // Nobody listens only when the runtime ends.
        let _ = self.tell.send(Note::Handled(update));
    }

    /// Waits until all that was noted is written, or can't be.
    pub(super) async fn flush(&self) {
        let (done, flushed) = oneshot::channel();
        if self.tell.send(Note::Flush(done)).is_ok() {
            let _ = flushed.await;
        }
    }
}

async fn write(store: Store, bot: u64, backoff: Backoff, mut told: mpsc::UnboundedReceiver<Note>) {
    let (mut notes, mut unwritten, mut failures) = (Vec::new(), Vec::new(), 0);
    for writes in 0_u32.. {
        if told.recv_many(&mut notes, BATCH).await == 0 {
            return;
        }
        let mut flushes = Vec::new();
        for note in notes.drain(..) {
            match note {
                Note::Handled(update) => unwritten.push(update),
                Note::Flush(done) => flushes.push(done),
            }
        }
        let now = Timestamp::now();
        let written = match writes % WRITES {
            0 => store.forget_handled(now - KEPT).await,
            _ => Ok(()),
        };
        match written.and(store.keep_handled(bot, &unwritten, now).await) {
            Ok(()) => {
                if failures > 0 {
                    log::info!("handled updates are written down again");
                }
                failures = 0;
                unwritten.clear();
            }
            Err(error) => {
                if failures == 0 {
                    log::error!("handled updates can't be written down, until this is over: {error}");
                }
                failures += 1;
                // No more than are remembered without a store.
                unwritten.drain(..unwritten.len().saturating_sub(REMEMBERED));
            }
        }
        for flushed in flushes {
            // Whoever asked may have given up.
            let _ = flushed.send(());
        }
        if failures > 0 {
            tokio::time::sleep(backoff.wait(failures, fastrand::f64()).max(Duration::from_millis(1))).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::in_hand::InHand;
    use super::super::limits::Limits;
    use super::Handled;
    use crate::store::{Address, Store};

    #[tokio::test]
    async fn a_repeat_is_known_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let address = Address::File(folder.path().join("derek.db"));
        let backoff = Limits::default().backoff;
        let store = Store::open(&address).await.unwrap();
        let (handled, before) = Handled::open(store, 42, backoff).await;
        assert!(before.is_empty());
        [7, 8, 9].into_iter().for_each(|update| handled.note(update));
        handled.flush().await;
        let (_handled, before) = Handled::open(Store::open(&address).await.unwrap(), 42, backoff).await;
        assert_eq!(before, [7, 8, 9]);
        let (in_hand, _) = InHand::new(None, before);
        assert!(!in_hand.take(8, "{}".into()));
        assert!(in_hand.take(10, "{}".into()));
    }
}
