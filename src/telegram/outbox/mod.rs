//! What leaves without anybody waiting for it: takes what is due from the outbox, at its pace, and notes what became of it.
//!
//! Rows are marked as flying before their requests go out. All that is known by then goes into the same transaction, so that a step writes
//! once. What can't be noted is kept until it can: nothing else leaves meanwhile.

mod air;
mod deciding;
mod departure;
mod outage;
mod outcome;

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use teloxide::types::ChatId;

use super::api::Api;
use super::counters::Counters;
use super::darkroom::Darkroom;
use super::limits::Limits;
use crate::article::Language;
use crate::commands::told::Happened;
use crate::locale::Locales;
use crate::outbox::{Flight, Outbox, Render, Wait, told};
use crate::store::outbox::{Mark, Parcel, Row};
use crate::store::{self, StoreError};
use air::Air;

/// Tells the time of day.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// What is needed to send what is in an outbox.
#[derive(Clone)]
pub struct Posting {
    /// What is to leave.
    pub outbox: Outbox,
    /// Makes what is to be seen.
    pub render: Arc<dyn Render>,
    /// The user ids of those who are asked about posts that may have left.
    pub editors: Vec<u64>,
    /// What editors are told stands there.
    pub locales: Arc<Locales>,
    /// Tells the time of day.
    pub clock: Clock,
}

impl Posting {
    /// A group has a new id: what is to be sent there goes with it. Where that can't be kept, Telegram says so again when something is sent.
    pub(super) async fn moved(&self, from: ChatId, to: ChatId) {
        let moved = self.outbox.store().moved(store::ChatId(from.0), store::ChatId(to.0), (self.clock)()).await;
        if let Err(error) = moved {
            log::error!("that chat {from} moved could not be kept: {error}");
        }
    }
}

impl fmt::Debug for Posting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Posting").field("outbox", &self.outbox).field("editors", &self.editors).finish_non_exhaustive()
    }
}

/// The one who sends.
pub(super) struct Sender {
    pub(super) api: Api,
    pub(super) posting: Posting,
    pub(super) limits: Limits,
    pub(super) counters: Arc<Counters>,
    pub(super) darkroom: Arc<Darkroom>,
    /// Is told when a group has a new id.
    pub(super) moved: Box<dyn Fn(ChatId, ChatId) -> BoxFuture<'static, ()> + Send + Sync>,
}

/// What a step came to.
enum Step {
    /// Something was done: there may be more.
    Go,
    /// Nothing can be done before this time has passed, or something happens.
    Rest(Duration),
    /// Nothing can be done until something happens.
    Idle,
}

impl Sender {
    /// Sends what is due until `stop` is done; then waits for what is on its way, within [`Limits::stop`].
    pub(super) async fn run(self: Arc<Self>, stop: impl Future<Output = ()>) {
        let mut air = Air::default();
        tokio::pin!(stop);
        tokio::select! {
            biased;
            () = &mut stop => return,
            () = self.land() => {}
        }
        let mut failures = 0;
        loop {
            air.gather(&self.limits);
            if air.wrong_token {
                break;
            }
            let rest = match self.step(&mut air).await {
                Ok(step) => {
                    if failures > 0 {
                        log::info!("the outbox is kept again");
                    }
                    failures = 0;
                    match step {
                        Step::Go => continue,
                        Step::Rest(time) => Some(time),
                        Step::Idle => None,
                    }
                }
                Err(error) => {
                    if failures == 0 {
                        log::error!("nothing leaves from the outbox until it can be kept: {error}");
                    }
                    failures += 1;
                    Some(self.limits.backoff.wait(failures, fastrand::f64()))
                }
            };
            tokio::select! {
                biased;
                () = &mut stop => break,
                landed = air.flying.join_next_with_id(), if !air.flying.is_empty() && failures == 0 => air.note(landed, &self.limits),
                () = self.posting.outbox.woken(), if failures == 0 => {}
                () = sleep(rest) => {}
            }
        }
        self.finish(air).await;
    }

    /// What was flying when the program ended last waits again, or is for editors to decide.
    async fn land(&self) {
        let mut failures = 0;
        loop {
            match self.look_back().await {
                Ok(()) => return,
                Err(error) => {
                    if failures == 0 {
                        log::error!("nothing leaves from the outbox until it can be read: {error}");
                    }
                    failures += 1;
                    tokio::time::sleep(self.limits.backoff.wait(failures, fastrand::f64())).await;
                }
            }
        }
    }

    async fn look_back(&self) -> Result<(), StoreError> {
        let landed = self.posting.outbox.store().land().await?;
        if landed.waiting > 0 {
            log::info!("{} messages were on their way when the program ended: they leave again", landed.waiting);
        }
        if landed.unsure > 0 {
            log::warn!("{} posts may have been sent when the program ended: editors are asked", landed.unsure);
        }
        // Also about those of earlier lives: whoever was asked is not asked again.
        let mut told = Vec::new();
        for row in &self.posting.outbox.store().unsure().await? {
            told.extend(self.tell(row, Happened::Unsure(row.id)).await);
        }
        self.posting.outbox.put(&told).await?;
        Ok(())
    }

    /// Keeps what is known, and lets leave what may leave.
    async fn step(self: &Arc<Self>, air: &mut Air) -> Result<Step, StoreError> {
        let outbox = &self.posting.outbox;
        let (probes, wait) = air.outage.room(Instant::now(), air.flying.len());
        let room = outbox.room().min(self.limits.posts.saturating_sub(air.flying.len())).min(probes);
        let now = (self.posting.clock)();
        let due = if room > 0 { outbox.store().due(now, room).await? } else { Vec::new() };
        let known = air.marks.len();
        let mut leaving: Vec<(Row, Flight)> = Vec::new();
        for row in due {
            let target = row.parcel.what.chat().map(|(chat, place)| (chat.0, place));
            match outbox.take_off(target) {
                Ok(flight) => {
                    air.marks.push(Mark::Flying(row.id));
                    leaving.push((row, flight));
                }
                Err(Wait::Chat(time)) => air.marks.push(Mark::Hold(row.lane, after(now, time))),
                Err(Wait::All(_)) => break,
            }
        }
        if !air.marks.is_empty() {
            let kept = self.keep(air, now).await;
            let flown = kept.inspect_err(|_| air.marks.truncate(known))?;
            leaving.retain(|(row, _)| flown.contains(&row.id));
            for (row, flight) in leaving {
                let (id, sender) = (row.id, Arc::clone(self));
                air.launch(id, async move { sender.depart(row, flight).await });
            }
            return Ok(Step::Go);
        }
        if air.flying.len() >= self.limits.posts || (probes == 0 && wait.is_zero()) {
            return Ok(Step::Idle);
        }
        self.forget(air, now).await?;
        let next = outbox.store().next_due().await?;
        Ok(match (next, outbox.take_off_in()) {
            (None, _) => Step::Idle,
            (Some(next), pace) => Step::Rest(until(now, next).max(pace).max(wait)),
        })
    }

    /// Forgets once a day what left long ago.
    async fn forget(&self, air: &mut Air, now: Timestamp) -> Result<(), StoreError> {
        /// Nobody puts in again what is older.
        const AFTER: SignedDuration = SignedDuration::from_hours(90 * 24);
        const EVERY: Duration = Duration::from_secs(24 * 3600);
        if air.forgot.is_some_and(|at| at.elapsed() < EVERY) {
            return Ok(());
        }
        self.posting.outbox.store().forget_left(now.saturating_sub(AFTER).unwrap_or(Timestamp::MIN)).await?;
        air.forgot = Some(Instant::now());
        Ok(())
    }

    /// Keeps what is known, in one transaction but for what editors are told, which is kept before. Gives the rows that may fly.
    async fn keep(&self, air: &mut Air, now: Timestamp) -> Result<Vec<i64>, StoreError> {
        let store = self.posting.outbox.store();
        if !air.told.is_empty() {
            store.enqueue(&air.told).await?;
            air.told.clear();
        }
        let flown = store.mark(&air.marks, now).await?;
        air.marks.clear();
        Ok(flown)
    }

    /// Waits for what is on its way, within the limit, and keeps what became of it.
    async fn finish(&self, mut air: Air) {
        let all = async {
            while !air.flying.is_empty() {
                let landed = air.flying.join_next_with_id().await;
                air.note(landed, &self.limits);
            }
        };
        if tokio::time::timeout(self.limits.stop, all).await.is_err() {
            log::warn!("stopped before all that was on its way had arrived: it may be sent again after the next start");
        }
        if (!air.marks.is_empty() || !air.told.is_empty())
            && let Err(error) = self.keep(&mut air, (self.posting.clock)()).await
        {
            log::error!("what was sent last could not be kept, and is sent again after the next start: {error}");
        }
    }

    /// What those who are to know of it are told of a row: who made it, or, of a post that may have left, all editors.
    async fn tell(&self, row: &Row, happened: Happened) -> Vec<Parcel> {
        let mut editors: Vec<u64> = row.parcel.made_by.into_iter().collect();
        if matches!(happened, Happened::Unsure(_)) {
            editors.extend(self.posting.editors.iter().filter(|editor| Some(**editor) != row.parcel.made_by));
        }
        let mut told = Vec::new();
        for editor in editors {
            let language = self.language_of(editor).await.unwrap_or(row.parcel.language);
            told.push(told::parcel(row, happened.clone(), editor, language, (self.posting.clock)()));
        }
        told
    }

    async fn language_of(&self, editor: u64) -> Option<Language> {
        let chat = self.posting.outbox.store().chat(store::ChatId(editor.cast_signed())).await;
        chat.inspect_err(|error| log::debug!("the language of editor {editor}: {error}")).ok()?.language
    }
}

/// Sleeps; for ever without a time.
async fn sleep(time: Option<Duration>) {
    match time {
        Some(time) => tokio::time::sleep(time).await,
        None => std::future::pending().await,
    }
}

fn after(now: Timestamp, time: Duration) -> Timestamp {
    now.checked_add(time).unwrap_or(Timestamp::MAX)
}

fn until(now: Timestamp, then: Timestamp) -> Duration {
    Duration::try_from(then.duration_since(now)).unwrap_or_default()
}
