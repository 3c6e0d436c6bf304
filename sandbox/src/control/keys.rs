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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{Author, Bot, Message, ReplyMarkup, World};

    #[test]
    fn keys_and_replies_are_written_for_the_page() {
        let bot = Bot { id: 42, username: "derek_bot".into(), name: "Derek".into(), token: "42:x".into() };
        let mut world = World::new(bot);
        let aida = world.add_person("Aida", None, None).unwrap();
        assert_eq!(reply_keyboard(world.chat(aida).unwrap()), Value::Null);
        let key = Key { text: "Year".into(), style: None };
        let keys =
            Shown::Keys { rows: vec![vec![key]], one_time: true, resize: false, persistent: false, placeholder: None };
        for (shown, expected) in [
            (
                keys,
                json!({
                    "message_id": 1, "rows": [[{ "text": "Year", "style": null }]], "one_time": true, "resize": false,
                    "persistent": false, "placeholder": null, "users": null,
                }),
            ),
            (
                Shown::ForceReply { placeholder: Some("city".into()) },
                json!({ "message_id": 2, "force_reply": true, "placeholder": "city", "users": null }),
            ),
        ] {
            let reply_markup = Some(Box::new(ReplyMarkup { shown: Some(shown), selective: true }));
            world.post(aida, Message { reply_markup, ..Message::new(Author::Bot, Default::default()) });
            assert_eq!(reply_keyboard(world.chat(aida).unwrap()), expected);
        }
    }
}
