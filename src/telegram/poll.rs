//! Long polling: updates are fetched, taken in hand, and confirmed by the next poll once they are handled or kept.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde_json::value::RawValue;
use teloxide::payloads::{GetUpdates, GetUpdatesSetters};
use teloxide::types::{AllowedUpdate, Update};

use super::Ended;
use super::api::CallError;
use super::bot::Bot;
use super::desk::Answers;
use super::heartbeat::Heartbeat;
use crate::outbox::meaning::{Deed, Meaning};

/// How long the server may take for an answer beyond the time that a poll stays open.
const SPARE: Duration = Duration::from_secs(10);

/// An update and the JSON in which it came.
type Incoming = (Update, Box<str>);

/// Fetches updates until `stop` is done; then waits for what is in hand, within the limit, and confirms it.
pub(super) async fn poll<A: Answers>(
    bot: &Arc<Bot<A>>,
    heartbeat: Option<PathBuf>,
    stop: impl Future<Output = ()>,
) -> Result<(), Ended> {
    let mut poll = Poll { bot, next: 0, trouble: Trouble::default(), heartbeat: Heartbeat::new(heartbeat) };
    let ended = tokio::select! {
        biased;
        () = stop => Ok(()),
        ended = poll.run() => Err(ended),
    };
    poll.finish().await;
    ended.map_or_else(Err, Ok)
}

struct Poll<'a, A> {
    bot: &'a Arc<Bot<A>>,
    /// The id after that of the last update that was taken in hand.
    next: u32,
    trouble: Trouble,
    heartbeat: Heartbeat,
}

/// What is wrong with the connection, told once when it begins and once when it ends.
#[derive(Debug, Default)]
struct Trouble {
    failures: u32,
    rival: bool,
}

impl<A: Answers> Poll<'_, A> {
    /// Polls until it can't go on.
    async fn run(&mut self) -> Ended {
        loop {
            match self.fetch(self.next, self.bot.limits.poll).await {
                Ok(updates) => {
                    self.trouble.over();
                    self.heartbeat.beat();
                    self.take(updates);
                    self.until_confirmable().await;
                }
                Err(error) if error.meaning(Deed::Send) == Meaning::WrongToken => return Ended::WrongToken,
                Err(error) => {
                    let rival = matches!(error, CallError::Refused { code: 409, .. });
                    let limits = &self.bot.limits;
                    let backoff = if rival { limits.rival } else { limits.backoff };
                    let asked_for = match error.meaning(Deed::Send) {
                        Meaning::Later(after) => after,
                        _ => None,
                    };
                    self.trouble.happened(rival, &error);
                    let wait = backoff.wait(self.trouble.failures, fastrand::f64());
                    tokio::time::sleep(asked_for.unwrap_or(wait)).await;
                }
            }
        }
    }

    /// Gets what is waiting from update `from` on, and confirms all before it.
    async fn fetch(&self, from: u32, open: Duration) -> Result<Vec<Incoming>, CallError> {
        let payload = GetUpdates::new()
            // Ids are positive and far from the end of the range.
            .offset(i32::try_from(from).unwrap_or(0))
            .timeout(u32::try_from(open.as_secs()).unwrap_or(u32::MAX))
            .allowed_updates([
                AllowedUpdate::Message,
                AllowedUpdate::ChannelPost,
                AllowedUpdate::CallbackQuery,
                AllowedUpdate::InlineQuery,
                AllowedUpdate::ChosenInlineResult,
                AllowedUpdate::MyChatMember,
            ]);
        self.bot.api.call_raw(&payload, SPARE, read_updates).await
    }

    fn take(&mut self, updates: Vec<Incoming>) {
        for (update, json) in updates {
            self.next = update.id.0.wrapping_add(1);
            self.bot.take(update, json);
        }
    }

    /// Waits until all that was taken may be confirmed: handled, or, where that takes long, kept in the inbox.
    async fn until_confirmable(&self) {
        let none_loose = self.bot.in_hand.none_loose();
        if tokio::time::timeout(self.bot.limits.batch, none_loose).await.is_err() && !self.keep().await {
            // Nothing can be kept: slower, but nothing is lost.
            self.bot.in_hand.none_loose().await;
        }
    }

    /// Keeps what is in hand; `false` and a line in the log when that is not possible.
    async fn keep(&self) -> bool {
        let bot = Arc::clone(self.bot);
        let kept = tokio::task::spawn_blocking(move || {
            let kept = bot.in_hand.keep();
            if let Ok(count) = kept {
                bot.counters.stored.add_many(count);
            }
            kept
        });
        match kept.await {
            Ok(Ok(_)) => true,
            Ok(Err(error)) => {
                log::warn!("updates that take long can't be kept on disk, so others wait for them: {error}");
                false
            }
            Err(error) => {
                log::error!("inbox: {error}");
                false
            }
        }
    }

    /// Finishes what is in hand, within the limit, and confirms it.
    async fn finish(&self) {
        if tokio::time::timeout(self.bot.limits.stop, self.bot.in_hand.empty()).await.is_err() {
            log::warn!("stopped before all was answered; the rest is answered after the next start");
            self.keep().await;
        }
        let confirmed = self.bot.in_hand.oldest_loose().unwrap_or(self.next);
        // Whatever this brings is not confirmed, and comes again after the next start.
        if confirmed > 0
            && let Err(error) = self.fetch(confirmed, Duration::ZERO).await
        {
            log::warn!("what was answered last could not be confirmed: {error}");
        }
    }
}

impl Trouble {
    fn happened(&mut self, rival: bool, error: &CallError) {
        if self.failures == 0 || rival != self.rival {
            if rival {
                log::error!(
                    "another program gets this bot's updates, and Telegram lets only one: stop the other one ({error})"
                );
            } else {
                log::warn!("no updates for now, trying again: {error}");
            }
        }
        self.rival = rival;
        self.failures = self.failures.saturating_add(1);
    }

    fn over(&mut self) {
        if self.failures > 0 {
            log::info!("updates come again");
            *self = Self::default();
        }
    }
}

/// Reads each update by itself, so that one that can't be read costs no other.
fn read_updates(result: &RawValue) -> serde_json::Result<Vec<Incoming>> {
    #[derive(Deserialize)]
    struct Id {
        update_id: u32,
    }
    let raw: Vec<&RawValue> = serde_json::from_str(result.get())?;
    let read = |raw: &RawValue| {
        let update = serde_json::from_str(raw.get()).or_else(|error| {
            let Id { update_id } = serde_json::from_str(raw.get())?;
            log::warn!("update {update_id} can't be read: {error}");
            serde_json::from_str(&format!(r#"{{"update_id":{update_id}}}"#))
        })?;
        Ok((update, raw.get().into()))
    };
    raw.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;
    use teloxide::types::UpdateKind;

    use super::read_updates;

    #[test]
    fn an_update_that_is_not_understood_costs_no_other() {
        let text = r#"[{"update_id":1,"something_new":{"x":1}},
                       {"update_id":2,"message":{"message_id":"not a number"}},
                       {"update_id":3,"inline_query":{"id":"1","from":{"id":5,"is_bot":false,"first_name":"A"},"query":"q","offset":""}}]"#;
        let raw = RawValue::from_string(text.to_owned()).unwrap();
        let updates = read_updates(&raw).unwrap();
        let ids: Vec<_> = updates.iter().map(|(update, _)| update.id.0).collect();
        assert_eq!(ids, [1, 2, 3]);
        assert!(matches!(updates[0].0.kind, UpdateKind::Error(_)));
        assert!(matches!(updates[1].0.kind, UpdateKind::Error(_)));
        assert!(matches!(updates[2].0.kind, UpdateKind::InlineQuery(_)));
    }
}
