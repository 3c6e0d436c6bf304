//! The updates that came and are not confirmed yet: what is in hand, what was there before, what is kept in the inbox.

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::inbox::Inbox;

/// How many update ids are remembered, to know a repeat.
pub(super) const REMEMBERED: usize = 20_000;

/// Which updates are in hand.
#[derive(Debug)]
pub(super) struct InHand {
    state: Mutex<State>,
    /// Told when nothing is loose any more, and when nothing is in hand any more.
    emptied: Notify,
}

#[derive(Debug)]
struct State {
    loose: BTreeMap<u32, Box<str>>,
    kept: HashSet<u32>,
    inbox: Option<Inbox>,
    seen: HashSet<u32>,
    seen_in_order: VecDeque<u32>,
}

impl InHand {
    /// Nothing is in hand yet, but for what the inbox kept: that is for the caller to handle. The updates `before` were handled.
    pub(super) fn new(inbox: Option<Inbox>, before: Vec<u32>) -> (Self, Vec<(u32, Box<str>)>) {
        let kept: Vec<(u32, Box<str>)> =
            inbox.iter().flat_map(Inbox::kept).map(|(id, json)| (id, json.into())).collect();
        let mut state = State {
            loose: BTreeMap::new(),
            kept: HashSet::new(),
            inbox,
            seen: HashSet::new(),
            seen_in_order: VecDeque::new(),
        };
        before.into_iter().for_each(|id| _ = state.remember(id));
        for (id, _) in &kept {
            state.remember(*id);
            state.kept.insert(*id);
        }
        (Self { state: Mutex::new(state), emptied: Notify::new() }, kept)
    }

    /// Takes an update in hand. `false`: it was there before.
    pub(super) fn take(&self, id: u32, json: Box<str>) -> bool {
        let mut state = self.state();
        let new = state.remember(id);
        if new {
            state.loose.insert(id, json);
        }
        new
    }

    /// The update is handled.
    pub(super) fn handled(&self, id: u32) {
        let mut state = self.state();
        let was_loose = state.loose.remove(&id).is_some();
        if state.kept.remove(&id)
            && let Some(inbox) = &mut state.inbox
            && let Err(error) = inbox.handled(id)
        {
            log::error!("inbox: update {id} is answered, but may be answered again after a restart: {error}");
        }
        // Only then, because each word of it wakes whoever waits.
        if state.loose.is_empty() && (was_loose || state.kept.is_empty()) {
            self.emptied.notify_waiters();
        }
    }

    /// Waits until nothing is in hand that is not kept.
    pub(super) async fn none_loose(&self) {
        self.wait(|state| state.loose.is_empty()).await;
    }

    /// Waits until nothing is in hand.
    pub(super) async fn empty(&self) {
        self.wait(|state| state.loose.is_empty() && state.kept.is_empty()).await;
    }

    async fn wait(&self, enough: impl Fn(&State) -> bool) {
        loop {
            // Before looking, so that what happens in between is heard.
            let emptied = self.emptied.notified();
            if enough(&self.state()) {
                return;
            }
            emptied.await;
        }
    }

    /// Keeps in the inbox what is in hand and not kept, so that it can be confirmed. Gives how many that were; an error when it
    /// could not be kept, and then it is in hand as before. Blocks on the disk.
    pub(super) fn keep(&self) -> Result<usize, std::io::Error> {
        let mut state = self.state();
        let updates: Vec<_> = state.loose.iter().map(|(id, json)| (*id, json.clone())).collect();
        let inbox = state.inbox.as_mut().ok_or_else(|| std::io::Error::other("there is no inbox"))?;
        inbox.keep(updates)?;
        let ids: Vec<u32> = std::mem::take(&mut state.loose).into_keys().collect();
        state.kept.extend(&ids);
        Ok(ids.len())
    }

    /// The oldest update that is in hand and not kept: what must not be confirmed yet.
    pub(super) fn oldest_loose(&self) -> Option<u32> {
        self.state().loose.keys().next().copied()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing in here is left half done by a panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// `false`: it was there before.
    fn remember(&mut self, id: u32) -> bool {
        let new = self.seen.insert(id);
        if new {
            self.seen_in_order.push_back(id);
            if self.seen_in_order.len() > REMEMBERED
                && let Some(oldest) = self.seen_in_order.pop_front()
            {
                self.seen.remove(&oldest);
            }
        }
        new
    }
}
