//! A text with its entities, as a call brings it.

use serde_json::Value;

use super::{ApiError, Params};
use crate::text::{Entity, Formatted, TextError, finish, parse_html};

/// Reads the text of a call from `text`, `parse_mode` and `entities`.
pub(super) fn of_call(params: &Params) -> Result<Formatted, ApiError> {
    let entities = params.json("entities", "entities")?;
    read(params.text("text"), params.text("parse_mode"), entities.as_ref())
}

/// Reads a text: formatted by its parse mode, or by its entities where there is none.
pub(super) fn read(
    text: Option<String>,
    parse_mode: Option<String>,
    entities: Option<&Value>,
) -> Result<Formatted, ApiError> {
    let text = text.ok_or_else(|| ApiError::bad_request("message text is empty"))?;
    let formatted = match parse_mode.as_deref().map(str::to_ascii_lowercase).as_deref() {
        None => Formatted { text, entities: given(entities)? },
        Some("html") => {
            parse_html(&text).map_err(|reason| ApiError::bad_request(format_args!("can't parse entities: {reason}")))?
        }
        Some("markdown" | "markdownv2") => return Err(ApiError::missing("parse_mode Markdown")),
        Some(_) => return Err(ApiError::bad_request("unsupported parse_mode")),
    };
    finish(formatted).map_err(|error| match error {
        TextError::Empty => ApiError::bad_request("text must be non-empty"),
        TextError::TooLong => ApiError::bad_request("message is too long"),
    })
}

fn given(entities: Option<&Value>) -> Result<Vec<Entity>, ApiError> {
    match entities {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(entities)) => Ok(entities.iter().filter_map(Entity::from_json).collect()),
        Some(_) => Err(ApiError::bad_request("can't parse entities: expected an Array of MessageEntity")),
    }
}

/// Reads `link_preview_options`: its published fields, or nothing when there are none.
pub(super) fn preview(value: Option<Value>) -> Option<Value> {
    let Some(Value::Object(mut options)) = value else { return None };
    options.retain(|name, value| match name.as_str() {
        "url" => value.is_string(),
        "is_disabled" | "prefer_small_media" | "prefer_large_media" | "show_above_text" => value.is_boolean(),
        _ => false,
    });
    (!options.is_empty()).then_some(Value::Object(options))
}
