//! Changing messages.

use serde_json::Value;

use super::{ApiError, Params, chats, markup, texts};
use crate::{
    text::Formatted,
    world::{ChatId, Keyboard, MessageId, World},
};

/// `editMessageText`. Without `reply_markup` the buttons go.
pub(super) fn edit_message_text(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["business_connection_id", "rich_message"])?;
    let body = texts::of_call(params)?;
    let keyboard = markup::of_call(params)?;
    let target = target(world, params)?;
    change(world, target, Some(body), keyboard)
}

/// `editMessageReplyMarkup`.
pub(super) fn edit_message_reply_markup(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["business_connection_id"])?;
    let keyboard = markup::of_call(params)?;
    let target = target(world, params)?;
    change(world, target, None, keyboard)
}

/// The message that a call means, and whether it means it by an inline id.
struct Target {
    chat: ChatId,
    message: MessageId,
    inline: bool,
}

fn target(world: &World, params: &Params) -> Result<Target, ApiError> {
    if let Some(id) = params.text("inline_message_id") {
        let (chat, message) = world.inline_message(&id).ok_or_else(|| ApiError::bad_request("MESSAGE_ID_INVALID"))?;
        return Ok(Target { chat, message, inline: true });
    }
    let chat = chats::of_call(world, params)?;
    chats::need_voice(world, chat)?;
    let message =
        params.int("message_id")?.ok_or_else(|| ApiError::bad_request("message identifier is not specified"))?;
    Ok(Target { chat: chat.id, message, inline: false })
}

fn change(
    world: &mut World,
    Target { chat, message: id, inline }: Target,
    body: Option<Formatted>,
    keyboard: Keyboard,
) -> Result<Value, ApiError> {
    let message = world.message(chat, id).map_err(|_| ApiError::bad_request("message to edit not found"))?;
    if !inline && !message.own {
        return Err(ApiError::bad_request("message can't be edited"));
    }
    let body = body.unwrap_or_else(|| message.body.clone());
    if message.body == body && message.keyboard == keyboard {
        return Err(ApiError::bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a \
             current content and reply markup of the message",
        ));
    }
    world.edit(chat, id, body, keyboard);
    if inline {
        return Ok(true.into());
    }
    let edited = world.message(chat, id).map_err(|refusal| ApiError::new(500, refusal.0))?;
    Ok(world.message_json(edited))
}
