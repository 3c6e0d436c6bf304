//! The calls that send and change pictures. teloxide's own payloads want to upload by themselves; these name a file_id, or the
//! file that [`Api`](super::api::Api) sends beside them.

use serde::{Deserialize, Serialize};
use teloxide::requests::Payload;
use teloxide::types::{ChatId, InlineKeyboardMarkup, ParseMode, ReplyParameters, ThreadId, True};

/// `sendPhoto`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SendPhoto {
    pub(super) chat_id: ChatId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message_thread_id: Option<ThreadId>,
    pub(super) photo: String,
    pub(super) caption: String,
    pub(super) parse_mode: ParseMode,
    pub(super) disable_notification: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reply_parameters: Option<ReplyParameters>,
    pub(super) reply_markup: InlineKeyboardMarkup,
}

impl Payload for SendPhoto {
    type Output = teloxide::types::Message;
    const NAME: &'static str = "SendPhoto";
}

/// Which message is changed.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Target {
    /// One in a chat.
    Chat { chat_id: ChatId, message_id: i32 },
    /// One that was sent by way of an inline result.
    Inline { inline_message_id: String },
}

/// `editMessageMedia`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EditPhoto {
    #[serde(flatten)]
    pub(super) target: Target,
    pub(super) media: Media,
    pub(super) reply_markup: InlineKeyboardMarkup,
}

impl Payload for EditPhoto {
    type Output = True;
    const NAME: &'static str = "EditMessageMedia";
}

/// A picture with the text under it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Media {
    r#type: &'static str,
    media: String,
    caption: String,
    parse_mode: ParseMode,
}

impl Media {
    /// A photo under this file_id, or what stands for the file beside the call.
    pub(super) fn photo(media: String, caption: String) -> Self {
        Self { r#type: "photo", media, caption, parse_mode: ParseMode::Html }
    }
}

/// `editMessageCaption`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EditCaption {
    #[serde(flatten)]
    pub(super) target: Target,
    pub(super) caption: String,
    pub(super) parse_mode: ParseMode,
    pub(super) reply_markup: InlineKeyboardMarkup,
}

impl Payload for EditCaption {
    type Output = True;
    const NAME: &'static str = "EditMessageCaption";
}

/// A message that was sent or changed.
#[derive(Debug, Deserialize)]
pub(super) struct Sent {
    pub(super) message_id: i32,
    /// The picture in several sizes, the largest last.
    #[serde(default)]
    photo: Vec<PhotoSize>,
}

#[derive(Debug, Deserialize)]
struct PhotoSize {
    file_id: String,
}

impl Sent {
    /// The file_id of the picture, if it has one.
    pub(super) fn file(&self) -> Option<&str> {
        self.photo.last().map(|size| size.file_id.as_str())
    }
}
