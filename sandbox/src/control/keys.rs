//! What the bot puts beside and in place of a person's input, as the control interface writes it.

use serde_json::{Value, json};

use crate::world::{Chat, Key, MenuButton, Shown};

/// The button beside the input.
pub(super) fn menu_button(button: &MenuButton) -> Value {
    match button {
        MenuButton::Default => json!({ "type": "default" }),
        MenuButton::Commands => json!({ "type": "commands" }),
        MenuButton::WebApp { text, url } => json!({ "type": "web_app", "text": text, "url": url }),
    }
}

/// The keys or the reply that the bot asked for last.
pub(super) fn reply_keyboard(chat: &Chat) -> Value {
    let Some((seen, users)) = chat.last_shown() else { return Value::Null };
    match &*seen.shown {
        Shown::Keys { rows, one_time, resize, persistent, placeholder } => json!({
            "message_id": seen.message,
            "rows": rows.iter().map(|row| row.iter().map(key).collect::<Vec<_>>()).collect::<Vec<_>>(),
            "one_time": one_time, "resize": resize, "persistent": persistent, "placeholder": placeholder,
            "users": users,
        }),
        Shown::ForceReply { placeholder } => json!({
            "message_id": seen.message, "force_reply": true, "placeholder": placeholder, "users": users,
        }),
    }
}

fn key(key: &Key) -> Value {
    json!({ "text": key.text, "style": key.style })
}
