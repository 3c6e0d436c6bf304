//! `answerInlineQuery`.

use std::collections::HashSet;

use serde_json::Value;

use super::{ApiError, Params, callbacks::TOO_OLD, markup, texts};
use crate::{
    limits,
    text::checked_link,
    world::{InlineAnswer, InlineButton, InlineResult, Keyboard, World},
};

/// Seconds for which an answer is remembered when the bot does not say.
const CACHE_SECONDS: i64 = 300;

/// `answerInlineQuery`: every result is checked before any is taken.
pub(super) fn answer_inline_query(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let id = params.text("inline_query_id").unwrap_or_default();
    let results = params.json("results", "inline query results")?.unwrap_or_else(|| Value::Array(Vec::new()));
    let results =
        results.as_array().ok_or_else(|| ApiError::bad_request("expected an Array of inline query results"))?;
    if results.len() > limits::INLINE_RESULTS {
        return Err(ApiError::bad_request("too many inline query results specified"));
    }
    let results = results.iter().map(result).collect::<Result<Vec<_>, _>>()?;
    let mut ids = HashSet::new();
    if !results.iter().all(|result| ids.insert(result.id.as_str())) {
        return Err(ApiError::bad_request("RESULT_ID_DUPLICATE"));
    }
    let next_offset = params.text("next_offset").unwrap_or_default();
    if next_offset.len() > limits::NEXT_OFFSET_BYTES {
        return Err(ApiError::bad_request("NEXT_OFFSET_INVALID"));
    }
    let cache_time = params.int("cache_time")?.unwrap_or(CACHE_SECONDS);
    let answer = InlineAnswer {
        results,
        next_offset,
        button: params.json("button", "inline query results button")?.as_ref().map(button).transpose()?,
        cache_time: u64::try_from(cache_time).unwrap_or_default(),
        is_personal: params.flag("is_personal"),
    };
    match world.answer_inline(&id, answer) {
        true => Ok(true.into()),
        false => Err(ApiError::bad_request(TOO_OLD)),
    }
}

fn result(value: &Value) -> Result<InlineResult, ApiError> {
    let broken = |why: &str| ApiError::bad_request(format_args!("can't parse inline query result: {why}"));
    let map = value.as_object().ok_or_else(|| broken("InlineQueryResult must be an Object"))?;
    let string = |name: &str| map.get(name).and_then(Value::as_str).map(str::to_owned);
    let need = |name: &str| string(name).ok_or_else(|| broken(&format!("Can't find field \"{name}\"")));
    let kind = need("type")?;
    if kind != "article" {
        return Err(ApiError::missing(&format!("inline results of type {kind}")));
    }
    let id = need("id")?;
    if id.is_empty() {
        return Err(ApiError::bad_request("RESULT_ID_EMPTY"));
    }
    if id.len() > limits::RESULT_ID_BYTES {
        return Err(ApiError::bad_request("RESULT_ID_INVALID"));
    }
    let title = need("title")?;
    if title.trim().is_empty() {
        return Err(ApiError::bad_request("ARTICLE_TITLE_EMPTY"));
    }
    let content = map.get("input_message_content").and_then(Value::as_object);
    let content = content.ok_or_else(|| broken("Can't find field \"input_message_content\""))?;
    if !content.contains_key("message_text") {
        return Err(ApiError::missing("inline results that are no text messages"));
    }
    let part = |name: &str| content.get(name).and_then(Value::as_str).filter(|s| !s.is_empty()).map(str::to_owned);
    let keyboard = match map.get("reply_markup") {
        None | Some(Value::Null) => Keyboard::default(),
        Some(markup) => markup::read(markup)?,
    };
    let thumbnail_url = match string("thumbnail_url") {
        Some(url) if checked_link(&url).is_none() => {
            return Err(ApiError::bad_request("wrong file identifier/HTTP URL specified"));
        }
        thumbnail_url => thumbnail_url,
    };
    Ok(InlineResult {
        id,
        title,
        description: string("description"),
        url: string("url"),
        thumbnail_url,
        body: texts::read(part("message_text"), part("parse_mode"), content.get("entities"))?,
        preview: texts::preview(content.get("link_preview_options").cloned()),
        keyboard,
    })
}

fn button(value: &Value) -> Result<InlineButton, ApiError> {
    let string = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    if value.get("web_app").is_some() {
        return Err(ApiError::missing("inline buttons with web_app"));
    }
    let button = InlineButton { text: string("text"), start_parameter: string("start_parameter") };
    let parameter = &button.start_parameter;
    let sane = parameter.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if !sane || !(1..=limits::START_PARAMETER_CHARS).contains(&parameter.len()) {
        return Err(ApiError::bad_request("START_PARAM_INVALID"));
    }
    if button.text.is_empty() {
        return Err(ApiError::bad_request("BUTTON_TEXT_INVALID"));
    }
    Ok(button)
}
