//! The Rust interface: handles that do what people do and wait for what the bot does. Nothing sleeps: each wait ends with
//! the event itself, or panics after the sandbox's patience with what did happen.

mod chat;
mod deeds;
mod found;
mod message;
mod sandbox;
mod user;

use std::{panic::Location, sync::Arc, time::Duration};

use tokio::{sync::watch, time::timeout};

pub use chat::{Chat, Topic};
pub use found::{Found, FoundResult};
pub use message::{Button, ButtonKind, File, Message};
pub use sandbox::{Builder, Sandbox, free_port};
pub use user::{Toast, User};

use crate::{
    http::Shared,
    world::{ChatId, Refusal, World},
};

/// What every handle needs.
#[derive(Clone)]
struct Core {
    shared: Arc<Shared>,
    /// How long a wait lasts at most.
    patience: Duration,
}

/// The call of a test, so that a panic points there.
type Place = &'static Location<'static>;

impl Core {
    /// Waits until `look` finds something; `changed` tells when to look again.
    async fn wait<T>(
        &self,
        mut changed: watch::Receiver<u64>,
        mut look: impl FnMut(&Shared) -> Option<T>,
        missing: impl FnOnce() -> String,
    ) -> T {
        let found = timeout(self.patience, async {
            loop {
                // Marked before the look, so that what comes during it wakes the wait.
                changed.mark_unchanged();
                if let Some(found) = look(&self.shared) {
                    return Some(found);
                }
                if changed.changed().await.is_err() {
                    return None;
                }
            }
        });
        match found.await {
            Ok(Some(found)) => found,
            _ => panic!("{}", missing()),
        }
    }

    /// What a test that waited in vain should know of a chat.
    fn what_happened(&self, chat: ChatId) -> String {
        let mut story = String::from("in the chat:\n");
        {
            let world = self.shared.world();
            match world.chat(chat) {
                Ok(chat) => chat.messages.values().for_each(|m| {
                    let shown = m.media.as_ref().map_or("", |media| media.file.kind.name());
                    story += &format!("  {:>3} {}: {shown} {}\n", m.id, world.author_name(m), m.body.text);
                }),
                Err(refusal) => story += &refusal.0,
            }
            story += &format!("updates not confirmed: {}\n", world.updates.pending());
        }
        story += "the bot's last calls:\n";
        for call in self.shared.traffic().last(10) {
            let response = call.response.map_or("(no answer)".into(), |response| response.to_string());
            let short: String = response.chars().take(200).collect();
            story += &format!("  {} → {short}\n", call.method);
        }
        story
    }
}

/// Unwraps what a person does; a test that does the impossible panics.
#[track_caller]
fn done<T>(result: Result<T, Refusal>) -> T {
    match result {
        Ok(value) => value,
        Err(Refusal(why)) => panic!("{why}"),
    }
}

/// A receiver of the changes in a chat.
fn changes_in(world: &World, chat: ChatId) -> watch::Receiver<u64> {
    match world.chat(chat) {
        Ok(chat) => chat.changed.subscribe(),
        Err(Refusal(why)) => panic!("{why}"),
    }
}
