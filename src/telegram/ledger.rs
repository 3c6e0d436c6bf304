//! What happened is written into the store behind the answers: which updates were handled, so that a repeat is known after a
//! restart, and which messages show what, so that they can be corrected.

use std::collections::HashMap;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::{mpsc, oneshot};

use super::in_hand::REMEMBERED;
use super::limits::Backoff;
use crate::store::{Post, Stands, Store, StoreError};

/// Telegram keeps an update for 24 hours (TELEGRAM.md): after that, none comes again.
const KEPT: SignedDuration = SignedDuration::from_hours(25);
/// How many are written at once at most.
const BATCH: usize = 1000;
/// How often those are forgotten that can't come again: after so many writes.
const WRITES: u32 = 1000;

/// Writes down what happened, on a task of its own: an answer never waits for it.
#[derive(Debug)]
pub(super) struct Ledger {
    tell: mpsc::UnboundedSender<Note>,
}

#[derive(Debug)]
enum Note {
    Handled(u32),
    /// A message shows something.
    Posted(Post),
    /// A message shows nothing of an article any more.
    Cleared(Stands),
    /// To be answered when all before it is written, or can't be.
    Flush(oneshot::Sender<()>),
}

impl Ledger {
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
    pub(super) fn handled(&self, update: u32) {
        self.tell(Note::Handled(update));
    }

    /// A message shows something of an article.
    pub(super) fn posted(&self, post: Post) {
        self.tell(Note::Posted(post));
    }

    /// A message shows nothing of an article any more.
    pub(super) fn cleared(&self, stands: Stands) {
        self.tell(Note::Cleared(stands));
    }

    fn tell(&self, note: Note) {
        // Nobody listens only when the runtime ends.
        let _ = self.tell.send(note);
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
    let (mut notes, mut unwritten, mut failures) = (Vec::new(), Unwritten::default(), 0);
    for writes in 0_u32.. {
        if told.recv_many(&mut notes, BATCH).await == 0 {
            return;
        }
        let mut flushes = Vec::new();
        for note in notes.drain(..) {
            match note {
                Note::Handled(update) => unwritten.updates.push(update),
                Note::Posted(post) => unwritten.posts.push((post.stands.clone(), Some(post))),
                Note::Cleared(stands) => unwritten.posts.push((stands, None)),
                Note::Flush(done) => flushes.push(done),
            }
        }
        let now = Timestamp::now();
        let forgotten = match writes % WRITES {
            0 => forget(&store, now).await,
            _ => Ok(()),
        };
        match forgotten.and(unwritten.write(&store, bot, now).await) {
            Ok(()) => {
                if failures > 0 {
                    log::info!("handled updates and messages are written down again");
                }
                failures = 0;
            }
            Err(error) => {
                if failures == 0 {
                    log::error!("handled updates and messages can't be written down, until this is over: {error}");
                }
                failures += 1;
                unwritten.shorten();
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

async fn forget(store: &Store, now: Timestamp) -> Result<(), StoreError> {
    store.forget_handled(now - KEPT).await?;
    store.forget_posts(now).await
}

/// What is still to be written.
#[derive(Debug, Default)]
struct Unwritten {
    updates: Vec<u32>,
    /// What messages show, in the order in which that happened.
    posts: Vec<(Stands, Option<Post>)>,
}

impl Unwritten {
    async fn write(&mut self, store: &Store, bot: u64, now: Timestamp) -> Result<(), StoreError> {
        if !self.updates.is_empty() {
            store.keep_handled(bot, &self.updates, now).await?;
            self.updates.clear();
        }
        // Of what one message showed, the last counts.
        let last: HashMap<Stands, Option<Post>> = self.posts.iter().cloned().collect();
        let posts: Vec<Post> = last.values().flatten().cloned().collect();
        if !posts.is_empty() {
            store.keep_posts(&posts).await?;
        }
        for (stands, _) in last.iter().filter(|(_, post)| post.is_none()) {
            store.forget_post(stands).await?;
        }
        self.posts.clear();
        Ok(())
    }

    /// Keeps no more than is remembered without a store: while it fails, the oldest go.
    fn shorten(&mut self) {
        self.updates.drain(..self.updates.len().saturating_sub(REMEMBERED));
        self.posts.drain(..self.posts.len().saturating_sub(REMEMBERED));
    }
}

#[cfg(test)]
mod tests {
    use super::super::in_hand::InHand;
    use super::super::limits::Limits;
    use super::Ledger;
    use crate::store::{Address, Store};

    #[tokio::test]
    async fn a_repeat_is_known_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let address = Address::File(folder.path().join("derek.db"));
        let backoff = Limits::default().backoff;
        let store = Store::open(&address).await.unwrap();
        let (handled, before) = Ledger::open(store, 42, backoff).await;
        assert!(before.is_empty());
        [7, 8, 9].into_iter().for_each(|update| handled.handled(update));
        handled.flush().await;
        let (_handled, before) = Ledger::open(Store::open(&address).await.unwrap(), 42, backoff).await;
        assert_eq!(before, [7, 8, 9]);
        let (in_hand, _) = InHand::new(None, before);
        assert!(!in_hand.take(8, "{}".into()));
        assert!(in_hand.take(10, "{}".into()));
    }
}
