//! `answerCallbackQuery`.

use serde_json::Value;

use super::{ApiError, Params};
use crate::{
    limits,
    world::{CallbackAnswer, World},
};

/// What the official server says of a query that it does not know any more.
pub(super) const TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

/// `answerCallbackQuery`.
pub(super) fn answer_callback_query(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let id = params.text("callback_query_id").unwrap_or_default();
    let text = params.text("text");
    if text.as_ref().is_some_and(|text| text.chars().count() > limits::CALLBACK_ANSWER_CHARS) {
        return Err(ApiError::bad_request("MESSAGE_TOO_LONG"));
    }
    let answer = CallbackAnswer { text, show_alert: params.flag("show_alert"), url: params.text("url") };
    match world.answer_callback(&id, answer) {
        true => Ok(true.into()),
        false => Err(ApiError::bad_request(TOO_OLD)),
    }
}
