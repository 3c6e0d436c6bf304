//! Forwarding and copying messages.

use serde_json::{Value, json};

use super::{ApiError, Params, chats, messages, texts};
use crate::{
    text::Formatted,
    world::{Author, Message, World},
};

/// `forwardMessage`.
pub(super) fn forward_message(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["video_start_timestamp"])?;
    let original = original(world, params, "forward")?;
    if original.service.is_some() || original.protected {
        return Err(ApiError::bad_request("the message can't be forwarded"));
    }
    let (chat, Message { thread, protected, .. }) = messages::addressed(world, params, Formatted::default())?;
    let forward = Message { thread, protected, ..world.forward_of(&original, Author::Bot) };
    messages::sent(world, chat, forward)
}

/// `copyMessage`. A bot may copy what is protected (td: `can_forward_message`); buttons are not copied.
pub(super) fn copy_message(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["video_start_timestamp"])?;
    let new_caption = params.fields.get("caption").is_some_and(|caption| !caption.is_null());
    let caption = new_caption.then(|| texts::caption_of_call(params)).transpose()?;
    let original = original(world, params, "copy")?;
    if original.service.is_some() {
        return Err(ApiError::bad_request("the message can't be copied"));
    }
    let (body, caption_above) = match (caption, &original.media) {
        (Some(caption), Some(media)) => {
            (caption, media.takes_caption_above() && params.flag("show_caption_above_media"))
        }
        _ => (original.body, original.caption_above),
    };
    let (chat, message) = messages::outgoing(world, params, body)?;
    let copy = Message { media: original.media, preview: original.preview, caption_above, ..message };
    let sent = messages::sent(world, chat, copy)?;
    Ok(json!({ "message_id": sent["message_id"] }))
}

/// The message that `from_chat_id` and `message_id` name.
fn original(world: &World, params: &Params, what: &str) -> Result<Message, ApiError> {
    let from = params.text("from_chat_id");
    let from = from.ok_or_else(|| ApiError::bad_request("parameter \"from_chat_id\" is required"))?;
    let chat = chats::known(world, &from)?;
    chats::need_reading(world, chat)?;
    let found = params.int("message_id")?.and_then(|id| chat.messages.get(&id)).filter(|_| chat.has_bot());
    found
        .map(|found| Message::clone(found))
        .ok_or_else(|| ApiError::bad_request(format_args!("message to {what} not found")))
}
