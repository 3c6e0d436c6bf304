//! Pinning and unpinning messages.

use serde_json::Value;

use super::{ApiError, Params, chats};
use crate::world::{Author, Chat, ChatKind, Message, Standing, World};

/// `pinChatMessage`. Notifications are for people's apps: `disable_notification` changes nothing here.
pub(super) fn pin_chat_message(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["business_connection_id"])?;
    let chat = chats::of_call(world, params)?;
    chats::need_presence(world, chat)?;
    let message = params.int("message_id")?.and_then(|id| chat.messages.get(&id).map(|message| &**message));
    let id = pinnable(chat, message, "pin")?;
    let author = if chat.kind == ChatKind::Channel { Author::Channel(chat.id) } else { Author::Bot };
    let chat = chat.id;
    changed(world.pin(chat, id, author))
}

/// `unpinChatMessage`; without an id, the message that was pinned last.
pub(super) fn unpin_chat_message(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["business_connection_id"])?;
    let chat = chats::of_call(world, params)?;
    chats::need_presence(world, chat)?;
    let id = match params.int("message_id")? {
        None | Some(0) => chat.pinned.last().copied(),
        named => named,
    };
    let id = pinnable(chat, id.and_then(|id| chat.messages.get(&id).map(|message| &**message)), "unpin")?;
    let chat = chat.id;
    changed(world.unpin(chat, id))
}

/// Refuses what may not be pinned, in the words of the official server (td: `can_pin_message`).
fn pinnable(chat: &Chat, message: Option<&Message>, what: &str) -> Result<i64, ApiError> {
    let message = message.ok_or_else(|| ApiError::bad_request(format_args!("message to {what} not found")))?;
    if chat.kind != ChatKind::Private && chat.bot != Standing::Admin {
        return Err(ApiError::bad_request("not enough rights to manage pinned messages in the chat"));
    }
    if message.service.is_some() {
        return Err(ApiError::bad_request("service messages can't be pinned"));
    }
    Ok(message.id)
}

fn changed(changed: bool) -> Result<Value, ApiError> {
    if changed { Ok(true.into()) } else { Err(ApiError::bad_request("CHAT_NOT_MODIFIED")) }
}
