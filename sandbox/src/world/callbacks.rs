//! Pressed buttons that wait for their answer.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::oneshot;

use super::{ChatId, MessageId, Refusal, UserId, World, recent::Recent};

/// How long the bot has for its answer.
const LIFE: Duration = Duration::from_secs(60);

/// What the bot answers to a pressed button.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CallbackAnswer {
    pub(crate) text: Option<String>,
    pub(crate) show_alert: bool,
    pub(crate) url: Option<String>,
}

/// The pressed buttons that may still be answered.
#[derive(Default)]
pub(super) struct Callbacks {
    open: Recent<String, Callback, 10_000>,
}

struct Callback {
    chat: ChatId,
    pressed: Instant,
    /// Whoever pressed; gone when answered.
    waiter: Option<oneshot::Sender<CallbackAnswer>>,
}

impl World {
    /// A person presses a button with any data; the answer comes when the bot gives it.
    pub(crate) fn press(
        &mut self,
        user: UserId,
        chat: ChatId,
        message: MessageId,
        data: &str,
    ) -> Result<oneshot::Receiver<CallbackAnswer>, Refusal> {
        self.person(user)?;
        let inline_id = match self.message(chat, message) {
            Ok(pressed) => pressed.inline_id.clone(),
            // Somebody may press what was just deleted.
            Err(_) if self.chat(chat)?.had(message) => None,
            Err(refusal) => return Err(refusal),
        };
        let shown = inline_id.is_none().then(|| match self.message(chat, message) {
            Ok(pressed) => self.message_json(pressed),
            Err(_) => self.reached_json(chat, message),
        });
        let id = self.new_query_id();
        let mut update = json!({
            "id": id,
            "from": self.user_json(user),
            "chat_instance": (chat ^ 0x5eed_cafe).to_string(),
            "data": data,
        });
        match (inline_id, shown) {
            (Some(inline_id), _) => update["inline_message_id"] = inline_id.into(),
            (None, shown) => update["message"] = shown.unwrap_or(Value::Null),
        }
        let (waiter, answer) = oneshot::channel();
        self.callbacks.open.insert(id, Callback { chat, pressed: Instant::now(), waiter: Some(waiter) });
        self.updates.push("callback_query", &update);
        Ok(answer)
    }

    /// The bot answers; `false` when it asks for a query that is unknown or too old.
    pub(crate) fn answer_callback(&mut self, id: &str, answer: CallbackAnswer) -> bool {
        let Some(callback) = self.callbacks.open.get_mut(id).filter(|callback| callback.pressed.elapsed() < LIFE)
        else {
            return false;
        };
        if let Some(waiter) = callback.waiter.take() {
            // The person may have stopped waiting; the bot is told that all is well, as the real server does.
            let _ = waiter.send(answer);
        }
        true
    }

    /// The chat in which the button of this query was pressed.
    pub(crate) fn callback_chat(&self, id: &str) -> Option<ChatId> {
        self.callbacks.open.get(id).map(|callback| callback.chat)
    }

    /// Makes all open callback and inline queries too old to be answered.
    pub(crate) fn expire_queries(&mut self) {
        self.callbacks.open.clear();
        self.inline.expire();
    }
}
