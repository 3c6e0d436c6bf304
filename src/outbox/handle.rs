//! The handle that all share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::pacing::{Free, Pacer, Pacing, Target};
use crate::commands::Place;
use crate::store::outbox::Parcel;
use crate::store::{Store, StoreError};

/// The outbox of one bot. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Outbox {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    store: Store,
    pacer: Mutex<Pacer>,
    /// From when the pacer counts.
    begun: Instant,
    woken: Notify,
}

/// A message on its way: it counts until this is dropped, and for a while after.
#[derive(Debug)]
#[must_use = "a message counts as long as this lives"]
pub struct Flight {
    outbox: Outbox,
    target: Target,
}

impl Outbox {
    /// The outbox in a store, at a pace.
    pub fn new(store: Store, pacing: Pacing) -> Self {
        let pacer = Mutex::new(Pacer::new(pacing));
        Self { shared: Arc::new(Shared { store, pacer, begun: Instant::now(), woken: Notify::new() }) }
    }

    /// Where it is kept.
    pub fn store(&self) -> &Store {
        &self.shared.store
    }

    /// Puts parcels in and wakes the one who sends. What is there already, or has left, changes nothing. Gives how many are new.
    ///
    /// # Errors
    /// If the database fails; then nothing was put in.
    pub async fn put(&self, parcels: &[Parcel]) -> Result<usize, StoreError> {
        let new = self.shared.store.enqueue(parcels).await?;
        self.wake();
        Ok(new)
    }

    /// Something may be due now: after a change in the store that did not come by [`Outbox::put`].
    pub fn wake(&self) {
        self.shared.woken.notify_one();
    }

    /// Waits for [`Outbox::wake`]; one that came while nobody waited counts. For the one who sends.
    pub async fn woken(&self) {
        self.shared.woken.notified().await;
    }

    /// Counts an answer that somebody waits for, and that leaves now.
    pub fn answers(&self, chat: i64, place: Place) -> Flight {
        let target = Some((chat, place));
        self.pacer().answers(self.now(), target);
        Flight { outbox: self.clone(), target }
    }

    /// How long all have to wait.
    pub fn take_off_in(&self) -> Duration {
        let (pacer, now) = (self.pacer(), self.now());
        match pacer.free(now, None) {
            Free::Now => Duration::ZERO,
            Free::ChatFrom(from) | Free::AllFrom(from) => from - now,
        }
    }

    /// How many rows may leave now, as far as all chats together are concerned.
    pub fn room(&self) -> usize {
        self.pacer().room(self.now())
    }

    /// Lets a row leave if that is allowed now; otherwise how long to wait.
    ///
    /// # Errors
    /// [`Wait`] says for how long and who.
    pub fn take_off(&self, target: Target) -> Result<Flight, Wait> {
        let (mut pacer, now) = (self.pacer(), self.now());
        match pacer.free(now, target) {
            Free::Now => {
                pacer.sent(now, target);
                Ok(Flight { outbox: self.clone(), target })
            }
            Free::ChatFrom(from) => Err(Wait::Chat(from - now)),
            Free::AllFrom(from) => Err(Wait::All(from - now)),
        }
    }

    /// The server refuses more for a chat until `after` has passed.
    pub fn refused(&self, chat: i64, after: Duration) {
        self.pacer().refused(self.now(), chat, after);
    }

    fn now(&self) -> Duration {
        self.shared.begun.elapsed()
    }

    fn pacer(&self) -> MutexGuard<'_, Pacer> {
        // Nothing in here is left half done by a panic.
        self.shared.pacer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who has to wait, and how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// The chat alone.
    Chat(Duration),
    /// All.
    All(Duration),
}

impl Flight {
    /// Its answer has come. Gives how long its chat has to wait until the next.
    pub fn answered(self) -> Duration {
        let (outbox, target) = (self.outbox.clone(), self.target);
        drop(self);
        let (pacer, now) = (outbox.pacer(), outbox.now());
        let from = target.and_then(|(chat, place)| pacer.chat_free(now, chat, place));
        from.map_or(Duration::ZERO, |from| from - now)
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        let now = self.outbox.now();
        self.outbox.pacer().answered(now, self.target);
    }
}
