//! Sending messages.

use serde_json::Value;

use super::{ApiError, Params, chats, markup, replies, reply_markup, texts};
use crate::{
    text::Formatted,
    world::{Author, Chat, ChatId, ChatKind, MediaKind, Message, MessageId, Standing, World},
};

/// `sendMessage`.
pub(super) fn send_message(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let (chat, message) = outgoing(world, params, texts::of_call(params)?)?;
    let preview = texts::preview(params.json("link_preview_options", "link preview options")?)?;
    // As it was called before Bot API 7.0; the official server still takes it.
    let older = || params.flag("disable_web_page_preview").then(|| serde_json::json!({ "is_disabled": true }));
    let preview = preview.or_else(older);
    sent(world, chat, Message { preview, ..message })
}

/// A message with all that a call to send one says of it beside its content, and the chat that it is for.
pub(super) fn outgoing(world: &World, params: &Params, body: Formatted) -> Result<(ChatId, Message), ApiError> {
    let (keyboard, reply_markup) = reply_markup::of_call(params)?;
    let (chat, message) = addressed(world, params, body)?;
    let kind = world.chats.get(&chat).map(|chat| chat.kind);
    markup::check_place(&keyboard, kind)?;
    if reply_markup.is_some() && kind == Some(ChatKind::Channel) {
        return Err(ApiError::bad_request("inline keyboard expected"));
    }
    Ok((chat, Message { keyboard, reply_markup: reply_markup.map(Box::new), ..message }))
}

/// The same without buttons, which an album cannot have.
pub(super) fn addressed(world: &World, params: &Params, body: Formatted) -> Result<(ChatId, Message), ApiError> {
    params.refuse(&[
        "business_connection_id",
        "direct_messages_topic_id",
        "allow_paid_broadcast",
        "message_effect_id",
        "suggested_post_parameters",
    ])?;
    let chat = chats::of_call(world, params)?;
    chats::need_voice(world, chat)?;
    let (reply_to, quote) = replies::of_call(world, chat, params)?;
    let message = Message {
        reply_to,
        quote: quote.map(Box::new),
        thread: thread(chat, params)?,
        protected: params.flag("protect_content"),
        ..Message::new(Author::Bot, body)
    };
    Ok((chat.id, message))
}

/// Puts a message into a chat, and gives it as it then is.
pub(super) fn sent(world: &mut World, chat: ChatId, message: Message) -> Result<Value, ApiError> {
    if world.chats.get(&chat).is_some_and(|chat| chat.bot == Standing::Restricted) {
        let what = message.media.as_ref().map_or("text messages", |media| match media.file.kind {
            MediaKind::Photo => "photos",
            MediaKind::Document => "documents",
        });
        return Err(ApiError::bad_request(format_args!("not enough rights to send {what} to the chat")));
    }
    let id = world.post(chat, message);
    let sent = world.message(chat, id).map_err(|refusal| ApiError::new(500, refusal.0))?;
    Ok(world.message_json(sent))
}

/// The topic or thread to write into. 1 is the topic that every forum has, whose messages carry no thread.
fn thread(chat: &Chat, params: &Params) -> Result<Option<MessageId>, ApiError> {
    let Some(thread) = params.int("message_thread_id")?.filter(|&thread| thread != 0) else { return Ok(None) };
    let known = if chat.is_forum() {
        thread == 1 || chat.topics.iter().any(|topic| topic.thread == thread)
    } else {
        chat.kind == ChatKind::Supergroup && chat.messages.contains_key(&thread)
    };
    if !known {
        return Err(ApiError::bad_request("message thread not found"));
    }
    Ok(Some(thread).filter(|&thread| !(chat.is_forum() && thread == 1)))
}

/// The published chat actions.
const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

/// `sendChatAction`.
pub(super) fn send_chat_action(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["business_connection_id"])?;
    let chat = chats::of_call(world, params)?;
    chats::need_voice(world, chat)?;
    let action = params.text("action").unwrap_or_default();
    if !ACTIONS.contains(&action.as_str()) {
        return Err(ApiError::bad_request("wrong parameter action in request"));
    }
    let chat = chat.id;
    world.typing(chat);
    Ok(true.into())
}
