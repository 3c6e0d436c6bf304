//! Thinking: answers are found on threads of their own, so that neither a panic nor a hang harms anything else.
//!
//! A few threads share one queue. tokio's blocking threads would do, but under load they wake each other for every answer, which costs
//! as much as the answer. A thread whose thought takes long gets a substitute, and leaves when it is done after all.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

use super::desk::{Answers, Outcome};
use super::question::Question;

/// Threads that find answers.
#[derive(Debug)]
pub(super) struct Thinkers<A> {
    shared: Arc<Shared<A>>,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failed {
    /// The handler panicked.
    Panicked,
    /// It took too long; it may still be at it.
    TimedOut,
}

#[derive(Debug)]
struct Shared<A> {
    answers: Arc<A>,
    queue: Mutex<Queue>,
    /// Told of each job, and of the end.
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    jobs: VecDeque<Job>,
    ended: bool,
}

#[derive(Debug)]
struct Job {
    question: Arc<Question>,
    /// Dropped without a word when the handler panics.
    outcome: oneshot::Sender<Outcome>,
    stage: Arc<AtomicU8>,
}

/// The stages of a job.
mod stage {
    pub(super) const QUEUED: u8 = 0;
    pub(super) const THOUGHT_ABOUT: u8 = 1;
    /// Its thread has got a substitute.
    pub(super) const SLOW: u8 = 2;
}

impl<A: Answers> Thinkers<A> {
    /// So many threads (at least one) that find these answers. They end when this is dropped.
    pub(super) fn new(answers: Arc<A>, threads: usize) -> Self {
        let shared = Arc::new(Shared { answers, queue: Mutex::default(), changed: Condvar::new() });
        let thinkers = Self { shared };
        for _ in 0..threads.max(1) {
            thinkers.add_thread();
        }
        thinkers
    }

    /// Finds the answer within `limit`. A thought that takes longer than `slow` no longer holds up others.
    pub(super) async fn think(
        &self,
        question: &Arc<Question>,
        slow: Duration,
        limit: Duration,
    ) -> Result<Outcome, Failed> {
        let (outcome, mut answer) = oneshot::channel();
        let stage = Arc::new(AtomicU8::new(stage::QUEUED));
        let job = Job { question: Arc::clone(question), outcome, stage: Arc::clone(&stage) };
        self.shared.queue().jobs.push_back(job);
        self.shared.changed.notify_one();

        let end = Instant::now() + limit;
        let mut look = Instant::now() + slow;
        loop {
            if let Ok(answer) = timeout_at(look.min(end), &mut answer).await {
                return answer.map_err(|_| Failed::Panicked);
            }
            let (from, to) = (stage::THOUGHT_ABOUT, stage::SLOW);
            if stage.compare_exchange(from, to, Ordering::AcqRel, Ordering::Acquire).is_ok() {
                self.add_thread();
            }
            if Instant::now() >= end {
                return Err(Failed::TimedOut);
            }
            look += slow;
        }
    }

    fn add_thread(&self) {
        let shared = Arc::clone(&self.shared);
        let started = std::thread::Builder::new().name("derek-thinks".to_owned()).spawn(move || shared.work());
        if let Err(error) = started {
            log::error!("no thread to think on: {error}");
        }
    }
}

impl<A> Drop for Thinkers<A> {
    fn drop(&mut self) {
        self.shared.queue().ended = true;
        self.shared.changed.notify_all();
    }
}

impl<A: Answers> Shared<A> {
    /// Works until the end, or until a substitute has taken over.
    fn work(&self) {
        while let Some(Job { question, outcome, stage }) = self.next_job() {
            stage.store(stage::THOUGHT_ABOUT, Ordering::Release);
            // The answers are never seen half done: what they remember is kept whole under their own locks.
            if let Ok(found) = catch_unwind(AssertUnwindSafe(|| self.answers.answer(&question))) {
                // It fails when nobody waits any more: it came too late, and that was told.
                drop(outcome.send(found));
            }
            if stage.load(Ordering::Acquire) == stage::SLOW {
                return;
            }
        }
    }

    fn next_job(&self) -> Option<Job> {
        let queue = self.queue();
        let mut queue = self
            .changed
            .wait_while(queue, |queue| queue.jobs.is_empty() && !queue.ended)
            .unwrap_or_else(PoisonError::into_inner);
        if queue.ended { None } else { queue.jobs.pop_front() }
    }
}

impl<A> Shared<A> {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
