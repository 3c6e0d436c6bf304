//! Lanes: what belongs to one chat is handled in order, and no chat waits for another.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::question::{Heard, Lane};

/// Something to handle.
#[derive(Debug)]
pub(super) struct Task {
    /// The update's id.
    pub(super) id: u32,
    /// What it says.
    pub(super) heard: Heard,
}

/// The queues of all lanes in which something waits or is worked on.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    queues: Mutex<HashMap<Lane, VecDeque<Task>>>,
}

impl Lanes {
    /// Queues the task. `true`: nobody works on this lane yet, and the caller must see that somebody does:
    /// call [`Lanes::next`] until it gives nothing.
    pub(super) fn push(&self, lane: Lane, task: Task) -> bool {
        let mut queues = self.queues();
        match queues.get_mut(&lane) {
            Some(queue) => {
                queue.push_back(task);
                false
            }
            None => {
                queues.insert(lane, VecDeque::from([task]));
                true
            }
        }
    }

    /// The lane's next task. Nothing: the lane is closed, and the next push opens it anew.
    pub(super) fn next(&self, lane: Lane) -> Option<Task> {
        let mut queues = self.queues();
        let task = queues.get_mut(&lane)?.pop_front();
        if task.is_none() {
            queues.remove(&lane);
        }
        task
    }

    fn queues(&self) -> MutexGuard<'_, HashMap<Lane, VecDeque<Task>>> {
        self.queues.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
