//! Deleting messages.

use serde_json::Value;

use super::{ApiError, Params, chats};
use crate::{
    limits,
    world::{Chat, ChatKind, Message, MessageId, Standing, World},
};

/// `deleteMessage`.
pub(super) fn delete_message(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let chat = chats::of_call(world, params)?;
    chats::need_presence(world, chat)?;
    let id = params.int("message_id")?.ok_or_else(|| ApiError::bad_request("message identifier is not specified"))?;
    let message = chat.messages.get(&id).ok_or_else(|| ApiError::bad_request("message to delete not found"))?;
    check(chat, message)?;
    let chat = chat.id;
    world.delete(chat, &[id]);
    Ok(true.into())
}

/// `deleteMessages`: those that are not there are passed over; if one may not be deleted, none is.
pub(super) fn delete_messages(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let ids = message_ids(params)?;
    let chat = chats::of_call(world, params)?;
    chats::need_presence(world, chat)?;
    let found: Vec<_> = ids.iter().filter_map(|id| chat.messages.get(id)).collect();
    found.iter().try_for_each(|message| check(chat, message))?;
    let found: Vec<_> = found.into_iter().map(|message| message.id).collect();
    let chat = chat.id;
    if !found.is_empty() {
        world.delete(chat, &found);
    }
    Ok(true.into())
}

/// Refuses what the bot may not delete.
fn check(chat: &Chat, message: &Message) -> Result<(), ApiError> {
    if message.service.is_some() && chat.bot != Standing::Admin {
        return Err(ApiError::bad_request("message can't be deleted"));
    }
    if !message.own && chat.kind != ChatKind::Private && chat.bot != Standing::Admin {
        return Err(ApiError::bad_request("message can't be deleted for everyone"));
    }
    Ok(())
}

fn message_ids(params: &Params) -> Result<Vec<MessageId>, ApiError> {
    let unspecified = || ApiError::bad_request("message identifiers are not specified");
    let ids = params.json("message_ids", "message_ids")?.ok_or_else(unspecified)?;
    let ids = ids.as_array().ok_or_else(|| ApiError::bad_request("expected an Array of message identifiers"))?;
    if ids.len() > limits::MESSAGE_IDS {
        return Err(ApiError::bad_request("too many message identifiers specified"));
    }
    if ids.is_empty() {
        return Err(unspecified());
    }
    ids.iter().map(message_id).collect()
}

fn message_id(value: &Value) -> Result<MessageId, ApiError> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return Err(ApiError::bad_request("message identifier must be a Number")),
    };
    match text.parse::<i32>() {
        Ok(id) if id > 0 => Ok(id.into()),
        Ok(_) => Err(ApiError::bad_request("invalid message identifier specified")),
        Err(_) => Err(ApiError::bad_request("can't parse message identifier as a Number")),
    }
}
