//! The Bot API: one file a family of methods.
//!
//! A method gets the world and its parameters, and gives its result or Telegram's error. getUpdates alone waits, so it is
//! apart.

mod callbacks;
mod chats;
mod commands;
mod deletes;
mod edits;
mod error;
mod files;
mod forwards;
mod inline;
mod input_media;
mod markup;
mod me;
mod media;
mod messages;
mod params;
mod pins;
mod profile;
mod published;
mod reactions;
mod replies;
mod reply_markup;
#[cfg(test)]
mod reply_markup_tests;
mod texts;
mod updates;
mod webhook;

use serde_json::Value;

pub(crate) use error::ApiError;
pub(crate) use files::addresses;
pub(crate) use me::admit;
pub(crate) use params::Params;
pub(crate) use updates::get_updates;

use crate::world::{ChatId, World};

/// What a method does.
type Method = fn(&mut World, &Params) -> Result<Value, ApiError>;

/// What a bot asked for.
pub(crate) enum Asked {
    /// A method that answers at once, with its published name.
    Method(&'static str, Method),
    GetUpdates,
    /// A published method that is not built.
    Missing(&'static str),
    Unknown,
}

/// The published name of getUpdates.
pub(crate) const GET_UPDATES: &str = "getUpdates";

const METHODS: [(&str, Method); 41] = [
    ("getMe", me::get_me),
    ("logOut", me::log_out),
    ("close", me::close),
    ("setWebhook", webhook::set_webhook),
    ("getWebhookInfo", webhook::get_webhook_info),
    ("deleteWebhook", webhook::delete_webhook),
    ("sendMessage", messages::send_message),
    ("sendPhoto", media::send_photo),
    ("sendDocument", media::send_document),
    ("sendMediaGroup", media::send_media_group),
    ("getFile", media::get_file),
    ("forwardMessage", forwards::forward_message),
    ("copyMessage", forwards::copy_message),
    ("deleteMessage", deletes::delete_message),
    ("deleteMessages", deletes::delete_messages),
    ("pinChatMessage", pins::pin_chat_message),
    ("unpinChatMessage", pins::unpin_chat_message),
    ("setMessageReaction", reactions::set_message_reaction),
    ("sendChatAction", messages::send_chat_action),
    ("editMessageText", edits::edit_message_text),
    ("editMessageCaption", edits::edit_message_caption),
    ("editMessageMedia", edits::edit_message_media),
    ("editMessageReplyMarkup", edits::edit_message_reply_markup),
    ("answerCallbackQuery", callbacks::answer_callback_query),
    ("answerInlineQuery", inline::answer_inline_query),
    ("setMyCommands", commands::set_my_commands),
    ("getMyCommands", commands::get_my_commands),
    ("deleteMyCommands", commands::delete_my_commands),
    ("setMyName", profile::set_my_name),
    ("getMyName", profile::get_my_name),
    ("setMyDescription", profile::set_my_description),
    ("getMyDescription", profile::get_my_description),
    ("setMyShortDescription", profile::set_my_short_description),
    ("getMyShortDescription", profile::get_my_short_description),
    ("setChatMenuButton", profile::set_chat_menu_button),
    ("getChatMenuButton", profile::get_chat_menu_button),
    ("getChat", chats::get_chat),
    ("getChatMember", chats::get_chat_member),
    ("getChatAdministrators", chats::get_chat_administrators),
    ("getChatMemberCount", chats::get_chat_member_count),
    ("leaveChat", chats::leave_chat),
];

/// Whether a name, in any case, is that of a published method.
pub(crate) fn is_method(name: &str) -> bool {
    published::METHODS.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Finds a method by its name in any case.
pub(crate) fn find(name: &str) -> Asked {
    if name.eq_ignore_ascii_case(GET_UPDATES) {
        return Asked::GetUpdates;
    }
    if let Some((name, method)) = METHODS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Asked::Method(name, *method);
    }
    match published::METHODS.iter().find(|known| known.eq_ignore_ascii_case(name)) {
        Some(name) => Asked::Missing(name),
        None => Asked::Unknown,
    }
}

/// The chat that a call is about, for fault rules: the one it names, or the one where the button was pressed.
pub(crate) fn chat_of(world: &World, params: &Params) -> Option<ChatId> {
    if let Some(query) = params.text("callback_query_id") {
        return world.callback_chat(&query);
    }
    chats::named(world, &params.text("chat_id")?).map(|chat| chat.id)
}
