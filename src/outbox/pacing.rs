//! How fast messages may leave: a pure pacer, to which the time is told.
//!
//! Telegram counts a message when it arrives, at a moment between its leaving here and the coming of its answer. So a message takes its place
//! from when it leaves until a whole span after its answer: then no window of Telegram's holds too many, whatever the network does.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use crate::commands::Place;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);

/// How fast messages and edits may leave. The defaults are TELEGRAM.md's figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pacing {
    /// Over all chats in a second; at least 1.
    pub overall_per_second: u32,
    /// The share of it that the outbox leaves to answers that somebody waits for: from 0 to 1.
    pub reserve: f64,
    /// In one chat in a second; at least 1.
    pub chat_per_second: u32,
    /// In one group or channel in a minute; at least 1.
    pub group_per_minute: u32,
}

impl Default for Pacing {
    fn default() -> Self {
        Self { overall_per_second: 30, reserve: 0.1, chat_per_second: 1, group_per_minute: 20 }
    }
}

/// Whether a message may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Free {
    /// Now.
    Now,
    /// Its chat has to wait until this time. Where that depends on an answer that is still to come, this is a guess.
    ChatFrom(Duration),
    /// All have to wait until this time; likewise.
    AllFrom(Duration),
}

/// A chat and its kind; none for an inline message.
pub type Target = Option<(i64, Place)>;

/// Keeps count of what leaves. Times are counted from any moment that stays the same, and do not run backwards.
#[derive(Debug)]
pub struct Pacer {
    pacing: Pacing,
    /// Everything.
    overall: Window,
    /// What the outbox sent, which is spread over the second.
    spread: Spread,
    chats: HashMap<i64, Lane>,
    /// When chats that have nothing to wait for are forgotten next.
    sweep: Duration,
    slowing: Slowing,
}

/// What was sent lately: those whose answers are to come, and the times of the other answers, oldest first.
#[derive(Debug, Default)]
struct Window {
    flying: usize,
    answered: VecDeque<Duration>,
}

/// What is known of a chat.
#[derive(Debug, Default)]
struct Lane {
    window: Window,
    /// The server refuses anything before.
    held: Duration,
    /// When it was last used.
    used: Duration,
}

impl Window {
    /// When one more may leave, where `most` are allowed in a `span`. Nothing: now.
    fn free(&self, now: Duration, most: usize, span: Duration) -> Option<Duration> {
        let recent = self.answered.len() - self.answered.partition_point(|at| *at + span <= now);
        // How many of the recent ones have to grow old.
        let over = (self.flying + recent + 1).checked_sub(most).filter(|over| *over > 0)?;
        let last = self.answered.get(self.answered.len() - recent + over - 1);
        Some(last.map_or(now + span, |at| *at + span))
    }

    fn answered(&mut self, now: Duration, span: Duration) {
        self.flying = self.flying.saturating_sub(1);
        while self.answered.front().is_some_and(|at| *at + span <= now) {
            self.answered.pop_front();
        }
        self.answered.push_back(now);
    }
}

/// Spreads what the outbox sends over the second, so that it does not leave in bursts.
#[derive(Debug)]
struct Spread {
    /// When the next one would leave if all kept the same distance.
    next: Duration,
}

impl Spread {
    /// How much may leave at once after a pause: what there is in this time.
    const BURST: Duration = Duration::from_millis(100);

    fn free(&self, now: Duration) -> Option<Duration> {
        self.next.checked_sub(Self::BURST).filter(|from| *from > now)
    }

    fn room(&self, now: Duration, per_second: f64) -> usize {
        let ahead = (now + Self::BURST).saturating_sub(self.next.max(now));
        match self.free(now) {
            Some(_) => 0,
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and small")]
            None => (ahead.as_secs_f64() * per_second) as usize + 1,
        }
    }

    fn sent(&mut self, now: Duration, per_second: f64) {
        self.next = self.next.max(now) + SECOND.div_f64(per_second);
    }
}

/// Slows everything down when the server refuses several chats at once.
#[derive(Debug)]
struct Slowing {
    /// The share of the overall rate that is used.
    share: f64,
    /// Since when it is.
    since: Duration,
    /// The chats refused lately.
    refused: VecDeque<(Duration, i64)>,
}

impl Slowing {
    /// So many chats refused within so long mean that it is not they who are flooded.
    const CHATS: usize = 3;
    const WITHIN: Duration = Duration::from_secs(10);
    /// The least share.
    const LEAST: f64 = 1.0 / 16.0;
    /// The share grows by so much every so often.
    const STEP: f64 = 0.05;
    const EVERY: Duration = Duration::from_secs(10);

    fn share(&self, now: Duration) -> f64 {
        let steps = now.saturating_sub(self.since).as_secs() / Self::EVERY.as_secs();
        #[expect(clippy::cast_precision_loss, reason = "a share needs few digits")]
        let grown = self.share + Self::STEP * steps as f64;
        grown.min(1.0)
    }

    fn refused(&mut self, now: Duration, chat: i64) {
        self.refused.retain(|(at, other)| *at + Self::WITHIN > now && *other != chat);
        self.refused.push_back((now, chat));
        if self.refused.len() >= Self::CHATS {
            self.share = (self.share(now) / 2.0).max(Self::LEAST);
            self.since = now;
            self.refused.clear();
        }
    }
}

impl Pacer {
    /// A pacer of which nothing was asked yet.
    pub fn new(pacing: Pacing) -> Self {
        Self {
            pacing,
            overall: Window::default(),
            // The program before this one may have sent a moment ago: no burst at the start.
            spread: Spread { next: Spread::BURST },
            chats: HashMap::new(),
            sweep: Duration::ZERO,
            slowing: Slowing { share: 1.0, since: Duration::ZERO, refused: VecDeque::new() },
        }
    }

    /// Whether something of the outbox may leave for a chat.
    pub fn free(&self, now: Duration, target: Target) -> Free {
        let all = self.overall.free(now, self.most(now), SECOND).max(self.spread.free(now));
        if let Some(from) = all {
            return Free::AllFrom(from);
        }
        match target.and_then(|(chat, place)| self.chat_free(now, chat, place)) {
            Some(from) => Free::ChatFrom(from),
            None => Free::Now,
        }
    }

    /// How many of the outbox may leave now, as far as all chats together are concerned.
    pub fn room(&self, now: Duration) -> usize {
        let recent = self.overall.answered.iter().filter(|at| **at + SECOND > now).count();
        let left = self.most(now).saturating_sub(self.overall.flying + recent);
        left.min(self.spread.room(now, f64::from(self.per_second(now))))
    }

    /// Something of the outbox leaves: [`Pacer::free`] said that it may. Sooner or later [`Pacer::answered`] must be told.
    pub fn sent(&mut self, now: Duration, target: Target) {
        self.spread.sent(now, f64::from(self.per_second(now)));
        self.answers(now, target);
    }

    /// An answer leaves that somebody waits for: it is only counted. Sooner or later [`Pacer::answered`] must be told.
    pub fn answers(&mut self, now: Duration, target: Target) {
        self.overall.flying += 1;
        if let Some((chat, _)) = target {
            let lane = self.chats.entry(chat).or_default();
            lane.window.flying += 1;
            lane.used = now;
        }
        if now >= self.sweep {
            self.sweep = now + MINUTE;
            self.chats.retain(|_, lane| lane.window.flying > 0 || lane.used.max(lane.held) + MINUTE > now);
        }
    }

    /// The answer to what left for a chat has come, whatever it says, or will never come.
    pub fn answered(&mut self, now: Duration, target: Target) {
        self.overall.answered(now, SECOND);
        if let Some((chat, place)) = target {
            let lane = self.chats.entry(chat).or_default();
            lane.window.answered(now, if place == Place::Private { SECOND } else { MINUTE });
            lane.used = now;
        }
    }

    /// The server refuses more for a chat (429) until `after` has passed. Several such chats at once slow all.
    pub fn refused(&mut self, now: Duration, chat: i64, after: Duration) {
        let lane = self.chats.entry(chat).or_default();
        lane.held = lane.held.max(now + after);
        lane.used = now;
        self.slowing.refused(now, chat);
    }

    /// From when on a chat is free, as far as it alone is concerned; nothing where it is.
    pub fn chat_free(&self, now: Duration, chat: i64, place: Place) -> Option<Duration> {
        let lane = self.chats.get(&chat)?;
        let held = Some(lane.held).filter(|held| *held > now);
        let second = lane.window.free(now, self.pacing.chat_per_second.max(1) as usize, SECOND);
        let minute = match place {
            Place::Private => None,
            Place::Group | Place::Channel => {
                lane.window.free(now, self.pacing.group_per_minute.max(1) as usize, MINUTE)
            }
        };
        held.max(second).max(minute)
    }

    /// How many may leave in a second, all taken together.
    pub fn per_second(&self, now: Duration) -> u32 {
        let most = f64::from(self.pacing.overall_per_second) * self.slowing.share(now);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive number below a u32")]
        let most = most as u32;
        most.max(1)
    }

    /// How many chats are remembered.
    pub fn remembered(&self) -> usize {
        self.chats.len()
    }

    /// How many may have left within the last second when another one of the outbox leaves: answers may use up their reserve meanwhile.
    fn most(&self, now: Duration) -> usize {
        let all = f64::from(self.per_second(now));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive number below a u32")]
        let most = (all * (1.0 - self.pacing.reserve.clamp(0.0, 1.0))).round() as usize;
        most.max(1)
    }
}

#[cfg(test)]
mod tests;
