//! The buttons under a message.

use serde_json::{Map, Value, json};

/// Rows of buttons; no row is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Keyboard(pub(crate) Vec<Vec<Button>>);

/// A button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Button {
    pub(crate) text: String,
    /// `danger`, `success` or `primary`.
    pub(crate) style: Option<String>,
    pub(crate) action: Action,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    Callback(String),
    Url(String),
    /// Opens a Web App; in private chats only.
    WebApp(String),
    Copy(String),
    /// Choose a chat, and begin an inline query there.
    Share(String),
    /// Begin an inline query in this chat.
    ShareCurrent(String),
    /// Choose a chat of certain kinds, and begin an inline query there: `SwitchInlineQueryChosenChat` as published.
    ShareChosen(Value),
}

impl Keyboard {
    /// Whether there is no button.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All buttons, row by row.
    pub(crate) fn buttons(&self) -> impl Iterator<Item = &Button> {
        self.0.iter().flatten()
    }

    /// What stays of it under a forwarded message: all of it, if each button has an address, else nothing.
    pub(crate) fn forwarded(&self) -> Self {
        let travels = self.buttons().all(|button| matches!(button.action, Action::Url(_)));
        if travels { self.clone() } else { Keyboard::default() }
    }

    /// `InlineKeyboardMarkup` as published.
    pub(crate) fn to_json(&self) -> Value {
        let rows: Vec<Vec<Value>> = self.0.iter().map(|row| row.iter().map(Button::to_json).collect()).collect();
        json!({ "inline_keyboard": rows })
    }
}

impl Button {
    fn to_json(&self) -> Value {
        let mut map = Map::new();
        map.insert("text".into(), self.text.as_str().into());
        if let Some(style) = &self.style {
            map.insert("style".into(), style.as_str().into());
        }
        let (key, value) = match &self.action {
            Action::Callback(data) => ("callback_data", data.as_str().into()),
            Action::Url(url) => ("url", url.as_str().into()),
            Action::WebApp(url) => ("web_app", json!({ "url": url })),
            Action::Copy(text) => ("copy_text", json!({ "text": text })),
            Action::Share(query) => ("switch_inline_query", query.as_str().into()),
            Action::ShareCurrent(query) => ("switch_inline_query_current_chat", query.as_str().into()),
            Action::ShareChosen(options) => ("switch_inline_query_chosen_chat", options.clone()),
        };
        map.insert(key.into(), value);
        Value::Object(map)
    }
}
