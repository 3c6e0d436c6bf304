//! The bot at work: updates are taken in hand, answered lane by lane, and confirmed only when they are handled or kept on disk.

use std::sync::Arc;

use teloxide::types::{ChatId, Me, Update};
use tokio::sync::Semaphore;

use super::api::Api;
use super::counters::Counters;
use super::darkroom::Darkroom;
use super::deliver::Delivery;
use super::desk::{Answers, Outcome};
use super::in_hand::InHand;
use super::inbox::Inbox;
use super::lanes::{Lanes, Task};
use super::ledger::Ledger;
use super::limits::Limits;
use super::outbox::Posting;
use super::question::{Heard, Lane, Question};
use super::think::{Failed, Thinkers};
use crate::store::Stands;

/// A bot that works on updates.
#[derive(Debug)]
pub(super) struct Bot<A> {
    pub(super) api: Api,
    me: Me,
    pub(super) answers: Arc<A>,
    pub(super) limits: Limits,
    pub(super) counters: Arc<Counters>,
    pub(super) in_hand: InHand,
    lanes: Lanes,
    thinkers: Thinkers<A>,
    calls: Semaphore,
    ledger: Option<Ledger>,
    posting: Option<Posting>,
    pub(super) darkroom: Arc<Darkroom>,
}

/// What a bot has of an earlier life, and what it leaves to a later one.
#[derive(Debug, Default)]
pub(super) struct Estate {
    /// Updates that are still to be answered.
    pub(super) inbox: Option<Inbox>,
    /// The updates that were handled.
    pub(super) before: Vec<u32>,
    /// Where it is written down what happens.
    pub(super) ledger: Option<Ledger>,
    /// What leaves without anybody waiting for it.
    pub(super) posting: Option<Posting>,
}

impl<A: Answers> Bot<A> {
    /// A bot that has taken in hand what its inbox kept.
    pub(super) fn new(
        api: Api,
        me: Me,
        answers: Arc<A>,
        estate: Estate,
        darkroom: Arc<Darkroom>,
        limits: Limits,
        counters: Arc<Counters>,
    ) -> Arc<Self> {
        let Estate { inbox, before, ledger, posting } = estate;
        let (in_hand, kept) = InHand::new(inbox, before);
        let bot = Arc::new(Self {
            api,
            me,
            thinkers: Thinkers::new(Arc::clone(&answers), limits.thoughts),
            answers,
            calls: Semaphore::new(limits.calls),
            limits,
            counters,
            in_hand,
            ledger,
            lanes: Lanes::default(),
            posting,
            darkroom,
        });
        if !kept.is_empty() {
            log::info!("{} updates are still to be answered from before", kept.len());
        }
        for (id, json) in kept {
            match serde_json::from_str(&json) {
                Ok(update) => bot.work_on(update),
                Err(error) => {
                    log::error!("update {id}, kept from before, can't be read: {error}");
                    bot.handled(id);
                }
            }
        }
        bot
    }

    /// Takes an update in hand and sees that it is worked on. A repeat is passed over.
    pub(super) fn take(self: &Arc<Self>, update: Update, json: Box<str>) {
        if self.in_hand.take(update.id.0, json) {
            self.work_on(update);
        } else {
            self.counters.repeated.add();
        }
    }

    /// Waits until what was handled is written down.
    pub(super) async fn flush(&self) {
        if let Some(ledger) = &self.ledger {
            ledger.flush().await;
        }
    }

    /// The user ids of the editors.
    pub(super) fn editors(&self) -> Vec<u64> {
        self.posting.as_ref().map(|posting| posting.editors.clone()).unwrap_or_default()
    }

    /// The way out.
    pub(super) fn delivery(&self) -> Delivery<'_> {
        Delivery {
            api: &self.api,
            limits: &self.limits,
            counters: &self.counters,
            calls: &self.calls,
            ledger: self.ledger.as_ref(),
            outbox: self.posting.as_ref().map(|posting| &posting.outbox),
            darkroom: &self.darkroom,
        }
    }

    fn work_on(self: &Arc<Self>, update: Update) {
        let id = update.id.0;
        let heard = Heard::of(update, &self.me);
        let lane = heard.lane();
        if heard == Heard::Unknown {
            log::warn!("update {id} is of a kind that is not known here");
            self.counters.unknown.add();
        }
        if lane == Lane::Other {
            self.handled(id);
        } else if self.lanes.push(lane, Task { id, heard }) {
            tokio::spawn(Arc::clone(self).work(lane));
        }
    }

    /// Works on a lane until nothing is left in it.
    async fn work(self: Arc<Self>, lane: Lane) {
        while let Some(Task { id, heard }) = self.lanes.next(lane) {
            let watch = Watch { bot: &self, lane, id };
            self.handle(id, heard).await;
            drop(watch);
            self.handled(id);
        }
    }

    fn handled(&self, id: u32) {
        if let Some(ledger) = &self.ledger {
            ledger.handled(id);
        }
        self.in_hand.handled(id);
        self.counters.handled.add();
    }

    async fn handle(&self, id: u32, heard: Heard) {
        match heard {
            Heard::Question(question) => self.answer(id, question).await,
            Heard::Moved { from, to } => self.moved(from, to).await,
            Heard::Chosen(chosen) => {
                if let Some(shown) = self.answers.chosen(&chosen).await {
                    self.delivery().stands(Stands::Inline(chosen.message), Some(shown));
                }
            }
            Heard::Standing(standing) => self.answers.stands(&standing).await,
            Heard::Nothing | Heard::Unknown => {}
        }
    }

    async fn answer(&self, id: u32, question: Question) {
        let question = Arc::new(question);
        let decided = match &self.posting {
            Some(posting) => posting.decide(&question).await,
            None => None,
        };
        let outcome = match decided {
            Some(outcome) => outcome,
            None => {
                self.answers.recall(&question).await;
                let outcome = self.think(id, &question).await.unwrap_or_else(|| self.answers.sorry(&question));
                self.answers.keep(&question, outcome).await
            }
        };
        let moved = self.delivery().deliver(&question, outcome).await;
        if let (Some(to), Lane::Chat(from)) = (moved, question.lane()) {
            self.moved(from, to).await;
        }
    }

    /// A group has a new id.
    async fn moved(&self, from: ChatId, to: ChatId) {
        self.answers.moved(from, to).await;
        if let Some(posting) = &self.posting {
            posting.moved(from, to).await;
        }
    }

    /// Finds the answer. Nothing: that failed, which is logged and counted.
    async fn think(&self, id: u32, question: &Arc<Question>) -> Option<Outcome> {
        match self.thinkers.think(question, self.limits.slow_thought, self.limits.handler).await {
            Ok(outcome) => Some(outcome),
            Err(Failed::Panicked) => {
                // The panic hook has logged what and where.
                log::debug!("update {id} is the one whose handler panicked");
                self.counters.panicked.add();
                None
            }
            Err(Failed::TimedOut) => {
                log::error!("update {id}: no answer within {:?}", self.limits.handler);
                self.counters.timed_out.add();
                None
            }
        }
    }
}

/// Sees that a panic on the way in or out ends one update, and not its lane.
struct Watch<'a, A: Answers> {
    bot: &'a Arc<Bot<A>>,
    lane: Lane,
    id: u32,
}

impl<A: Answers> Drop for Watch<'_, A> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.bot.counters.panicked.add();
            self.bot.handled(self.id);
            tokio::spawn(Arc::clone(self.bot).work(self.lane));
        }
    }
}
