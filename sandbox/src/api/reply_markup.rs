//! `reply_markup` that is for people's apps: keys in place of their keyboards, a reply begun, and the end of both.

use serde_json::{Map, Value};

use super::{ApiError, Params, markup};
use crate::{
    limits,
    world::{Key, Keyboard, ReplyMarkup, Shown},
};

/// Reads the markup of a call that sends a message: its buttons, or what people's apps show.
pub(super) fn of_call(params: &Params) -> Result<(Keyboard, Option<ReplyMarkup>), ApiError> {
    let Some(value) = params.json("reply_markup", "reply keyboard markup")? else { return Ok(Default::default()) };
    let object = value.as_object().ok_or_else(|| ApiError::bad_request("object expected as reply markup"))?;
    let rows = rows(object)?;
    let keyboard = markup::read(&value)?;
    let flag = |name: &str| object.get(name) == Some(&Value::Bool(true));
    let placeholder = object.get("input_field_placeholder").and_then(Value::as_str).filter(|text| !text.is_empty());
    let placeholder = placeholder.map(|text| text.chars().take(limits::PLACEHOLDER_CHARS).collect());
    // One after the other, as the official server looks at them.
    let shown = if !rows.is_empty() {
        Some(Shown::Keys {
            rows,
            one_time: flag("one_time_keyboard"),
            resize: flag("resize_keyboard"),
            persistent: flag("is_persistent"),
            placeholder,
        })
    } else if !keyboard.is_empty() {
        return Ok((keyboard, None));
    } else if flag("remove_keyboard") {
        None
    } else if flag("force_reply") {
        Some(Shown::ForceReply { placeholder })
    } else {
        return Ok(Default::default());
    };
    Ok((Keyboard::default(), Some(ReplyMarkup { shown, selective: flag("selective") })))
}

fn rows(object: &Map<String, Value>) -> Result<Vec<Vec<Key>>, ApiError> {
    let Some(rows) = object.get("keyboard").filter(|rows| !rows.is_null()) else { return Ok(Vec::new()) };
    let rows = rows.as_array().ok_or_else(|| ApiError::bad_request("field \"keyboard\" must be of type Array"))?;
    let mut kept = Vec::new();
    for row in rows {
        let row = row.as_array();
        let row = row.ok_or_else(|| ApiError::bad_request("field \"keyboard\" must be an Array of Arrays"))?;
        let mut keys = row.iter().map(key).collect::<Result<Vec<_>, _>>()?;
        keys.retain(|key| !key.text.is_empty());
        keys.truncate(limits::KEYS_OF_ROW);
        if !keys.is_empty() {
            kept.push(keys);
        }
    }
    Ok(kept)
}

fn key(value: &Value) -> Result<Key, ApiError> {
    let broken = |why: &str| ApiError::bad_request(format_args!("can't parse keyboard button: {why}"));
    let map = match value {
        Value::String(text) => return Ok(Key { text: text.clone(), style: None }),
        Value::Object(map) => map,
        _ => return Err(broken("KeyboardButton must be a String or an Object")),
    };
    let text = map.get("text").and_then(Value::as_str).ok_or_else(|| broken("Can't find field \"text\""))?;
    let other = map.iter().find(|(name, value)| {
        !["text", "style"].contains(&name.as_str()) && **value != Value::Bool(false) && !value.is_null()
    });
    if let Some((other, _)) = other {
        return Err(ApiError::missing(&format!("keys with {other}")));
    }
    let style = markup::style(map).map_err(broken)?;
    Ok(Key { text: text.to_owned(), style })
}
