//! `reply_markup`: the buttons under a message, checked as the official server checks them.

use serde_json::{Map, Value};

use super::{ApiError, Params, profile::web_app_url};
use crate::{
    limits,
    text::check_link,
    world::{Action, Button, ChatKind, Keyboard},
};

/// The fields of markup that is for people's apps, which a message that is there cannot have.
const PEOPLES: [&str; 3] = ["keyboard", "remove_keyboard", "force_reply"];

/// Reads the inline keyboard of a call that edits; no keyboard is an empty one.
pub(super) fn of_call(params: &Params) -> Result<Keyboard, ApiError> {
    match params.json("reply_markup", "reply keyboard markup")? {
        None => Ok(Keyboard::default()),
        Some(value) if PEOPLES.iter().any(|kind| value.get(kind).is_some()) => {
            Err(ApiError::bad_request("inline keyboard expected"))
        }
        Some(value) => read(&value),
    }
}

/// Reads an inline keyboard.
pub(super) fn read(value: &Value) -> Result<Keyboard, ApiError> {
    let Some(markup) = value.as_object() else {
        return Err(ApiError::bad_request("object expected as reply markup"));
    };
    let Some(rows) = markup.get("inline_keyboard") else { return Ok(Keyboard::default()) };
    let rows =
        rows.as_array().ok_or_else(|| ApiError::bad_request("field \"inline_keyboard\" must be of type Array"))?;
    let mut keyboard = Keyboard::default();
    for row in rows {
        let row = row.as_array().ok_or_else(|| {
            ApiError::bad_request("can't parse inline keyboard: expected an Array of Array of InlineKeyboardButton")
        })?;
        let row = row.iter().map(button).collect::<Result<Vec<_>, _>>()?;
        if !row.is_empty() {
            keyboard.0.push(row);
        }
    }
    if keyboard.buttons().count() > limits::BUTTONS {
        return Err(ApiError::bad_request("reply markup is too long"));
    }
    Ok(keyboard)
}

fn button(value: &Value) -> Result<Button, ApiError> {
    let broken = |why: &str| ApiError::bad_request(format_args!("can't parse inline keyboard button: {why}"));
    let map = value.as_object().ok_or_else(|| broken("InlineKeyboardButton must be an Object"))?;
    let string = |name: &str| map.get(name).and_then(Value::as_str).map(str::to_owned);
    let text = string("text").ok_or_else(|| broken("Can't find field \"text\""))?;
    if text.trim().is_empty() {
        return Err(ApiError::bad_request("inline keyboard button text must be non-empty"));
    }
    for other in ["login_url", "callback_game", "pay", "icon_custom_emoji_id"] {
        if map.contains_key(other) {
            return Err(ApiError::missing(&format!("buttons with {other}")));
        }
    }
    let action = if let Some(url) = string("url") {
        let link = check_link(&url).map_err(|reason| {
            ApiError::bad_request(format_args!("inline keyboard button URL '{url}' is invalid: {reason}"))
        })?;
        Action::Url(link)
    } else if let Some(data) = string("callback_data") {
        if !(1..=limits::CALLBACK_DATA_BYTES).contains(&data.len()) {
            return Err(ApiError::bad_request("BUTTON_DATA_INVALID"));
        }
        Action::Callback(data)
    } else if let Some(query) = string("switch_inline_query") {
        Action::Share(query)
    } else if let Some(query) = string("switch_inline_query_current_chat") {
        Action::ShareCurrent(query)
    } else if let Some(options) = map.get("switch_inline_query_chosen_chat") {
        Action::ShareChosen(chosen_chat(options)?)
    } else if let Some(web_app) = map.get("web_app") {
        let url = web_app.get("url").and_then(Value::as_str).ok_or_else(|| broken("Can't find field \"url\""))?;
        Action::WebApp(web_app_url(url, "inline keyboard button Web App")?)
    } else if let Some(copy) = map.get("copy_text") {
        let text = copy.get("text").and_then(Value::as_str).unwrap_or_default();
        if !(1..=limits::COPY_TEXT_CHARS).contains(&text.chars().count()) {
            return Err(ApiError::bad_request("BUTTON_COPY_TEXT_INVALID"));
        }
        Action::Copy(text.to_owned())
    } else {
        return Err(broken("Text buttons are unallowed in the inline keyboard"));
    };
    let style = style(map).map_err(broken)?;
    Ok(Button { text, style, action })
}

/// The style of a button; `Err` with the reason for one that there is not.
pub(super) fn style(button: &Map<String, Value>) -> Result<Option<String>, &'static str> {
    let style = button.get("style").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
    match style.as_str() {
        "" | "default" => Ok(None),
        "primary" | "danger" | "success" => Ok(Some(style)),
        _ => Err("invalid button style specified"),
    }
}

/// Refuses buttons that cannot stand in a chat of this kind; no kind is a message through an inline result, which may
/// come anywhere.
pub(super) fn check_place(keyboard: &Keyboard, kind: Option<ChatKind>) -> Result<(), ApiError> {
    for button in keyboard.buttons() {
        match (&button.action, kind) {
            (Action::WebApp(_), kind) if kind != Some(ChatKind::Private) => {
                return Err(ApiError::bad_request("BUTTON_TYPE_INVALID"));
            }
            (Action::Share(_) | Action::ShareChosen(_), Some(ChatKind::Channel)) => {
                return Err(no_inline("switch_inline_query"));
            }
            (Action::ShareCurrent(_), Some(ChatKind::Channel)) => {
                return Err(no_inline("switch_inline_query_current_chat"));
            }
            _ => {}
        }
    }
    Ok(())
}

fn no_inline(button: &str) -> ApiError {
    ApiError::bad_request(format_args!(
        "can't use {button} button in a channel chat, because users will not be able to use the button without knowing \
         bot's username"
    ))
}

/// `SwitchInlineQueryChosenChat`: at least one kind of chat must be allowed.
fn chosen_chat(options: &Value) -> Result<Value, ApiError> {
    let kinds = ["allow_user_chats", "allow_bot_chats", "allow_group_chats", "allow_channel_chats"];
    let mut kept = options.as_object().cloned().unwrap_or_default();
    kept.retain(|name, value| {
        (name == "query" && value.is_string()) || (kinds.contains(&name.as_str()) && value.is_boolean())
    });
    if !kinds.iter().any(|kind| kept.get(*kind) == Some(&Value::Bool(true))) {
        return Err(ApiError::bad_request(
            "can't parse inline keyboard button: At least one chat type must be allowed",
        ));
    }
    Ok(Value::Object(kept))
}
