//! Changing messages.

use serde_json::Value;

use super::{ApiError, Params, chats, input_media::InputMedia, markup, texts};
use crate::world::{ChatId, Content, Keyboard, MessageId, World};

/// `editMessageText`. Without `reply_markup` the buttons go.
pub(super) fn edit_message_text(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["business_connection_id", "rich_message"])?;
    let body = texts::of_call(params)?;
    let keyboard = markup::of_call(params)?;
    let target = target(world, params)?;
    change(world, target, keyboard, |_, old| match old.media {
        None => Ok(Content { body, ..old }),
        Some(_) => Err(ApiError::bad_request("there is no text in the message to edit")),
    })
}

/// `editMessageCaption`. Without `caption` the caption goes.
pub(super) fn edit_message_caption(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["business_connection_id"])?;
    let body = texts::caption_of_call(params)?;
    let keyboard = markup::of_call(params)?;
    let target = target(world, params)?;
    change(world, target, keyboard, |_, old| match &old.media {
        Some(media) => {
            let caption_above = media.takes_caption_above() && params.flag("show_caption_above_media");
            Ok(Content { body, caption_above, ..old })
        }
        None => Err(ApiError::bad_request("there is no caption in the message to edit")),
    })
}

/// `editMessageMedia`. A text becomes a message with media; media of a message that came through an inline result cannot
/// be uploaded.
pub(super) fn edit_message_media(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["business_connection_id"])?;
    let keyboard = markup::of_call(params)?;
    let input = params.json("media", "input media")?;
    let input = input.ok_or_else(|| ApiError::bad_request("parameter \"media\" is required"))?;
    let input = InputMedia::read(params, &input, false)?;
    let target = target(world, params)?;
    if target.inline && input.is_upload() {
        return Err(ApiError::bad_request("invalid message content specified"));
    }
    let in_album = world.message(target.chat, target.message).is_ok_and(|message| message.album.is_some());
    change(world, target, keyboard, |world, old| {
        if in_album && old.media.is_some_and(|media| media.file.kind != input.kind) {
            return Err(ApiError::bad_request("can't change media type in the album"));
        }
        input.content(world)
    })
}

/// `editMessageReplyMarkup`.
pub(super) fn edit_message_reply_markup(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["business_connection_id"])?;
    let keyboard = markup::of_call(params)?;
    let target = target(world, params)?;
    change(world, target, keyboard, |_, old| Ok(old))
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
    keyboard: Keyboard,
    new: impl FnOnce(&mut World, Content) -> Result<Content, ApiError>,
) -> Result<Value, ApiError> {
    let message = world.message(chat, id).map_err(|_| ApiError::bad_request("message to edit not found"))?;
    if !inline && !message.own {
        return Err(ApiError::bad_request("message can't be edited"));
    }
    if !inline {
        markup::check_place(&keyboard, world.chats.get(&chat).map(|chat| chat.kind))?;
    }
    let (old, same_keyboard) = (message.content(), message.keyboard == keyboard);
    let content = new(world, old.clone())?;
    if same_keyboard && content == old {
        return Err(ApiError::bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a \
             current content and reply markup of the message",
        ));
    }
    world.edit(chat, id, content, keyboard);
    if inline {
        return Ok(true.into());
    }
    let edited = world.message(chat, id).map_err(|refusal| ApiError::new(500, refusal.0))?;
    Ok(world.message_json(edited))
}
