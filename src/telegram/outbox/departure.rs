//! One row leaves: what it shows is made, and the call goes out.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use teloxide::payloads::{
    DeleteMessage, EditMessageText, EditMessageTextSetters, PinChatMessage, PinChatMessageSetters, SendMessage,
    SendMessageSetters,
};
use teloxide::requests::Payload;
use teloxide::types::{
    ChatId, InlineKeyboardMarkup, LinkPreviewOptions, MessageId, ParseMode, ReplyParameters, ThreadId, True,
};

use super::Sender;
use super::outcome::{Left, Outcome};
use crate::commands::reply::Message;
use crate::commands::told::told;
use crate::outbox::meaning::{Deed, Meaning};
use crate::outbox::{Flight, Rendered, told};
use crate::store::outbox::{Options, Row, What};
use crate::telegram::api::CallError;
use crate::telegram::deliver::{markup, no_preview, shape};

/// `editMessageText` for an inline message: teloxide's own has an option that Telegram no longer knows.
#[derive(Serialize)]
struct EditInline<'a> {
    inline_message_id: &'a str,
    text: String,
    parse_mode: ParseMode,
    link_preview_options: LinkPreviewOptions,
    reply_markup: InlineKeyboardMarkup,
}

impl Payload for EditInline<'_> {
    type Output = True;
    const NAME: &'static str = "EditMessageText";
}

/// A call that failed.
pub(super) struct Failed {
    pub(super) error: CallError,
    pub(super) deed: Deed,
    /// What was called.
    pub(super) method: &'static str,
    /// What it looked like, without the words in it.
    pub(super) shape: String,
}

impl Sender {
    /// Lets a row leave, and finds what became of it.
    pub(super) async fn depart(&self, row: Row, flight: Flight) -> Outcome {
        let left = self.leave(&row).await;
        self.outcome(&row, left, flight).await
    }

    async fn leave(&self, row: &Row) -> Left {
        let options = row.parcel.options;
        let message = match row.parcel.what {
            What::Delete { .. } => None,
            _ => match self.render(row).await {
                Ok(Rendered::Message(message)) => Some(message),
                Ok(Rendered::Gone) => return Left::Nothing,
                Ok(Rendered::Later) => return Left::Unknown,
                Err(()) => return Left::Unrendered,
            },
        };
        let left = match (&row.parcel.what, message.clone()) {
            (What::Send { chat, thread, .. }, Some(message)) => {
                let chat = ChatId(chat.0);
                let sent = self.call(&send(chat, *thread, message, options), Deed::Send).await;
                if let (Ok(Some(id)), true) = (&sent, options.pin) {
                    self.pin(chat, *id, options).await;
                }
                sent
            }
            (What::Edit { chat, message: id, .. }, Some(message)) => {
                let edit = EditMessageText::new(ChatId(chat.0), MessageId(*id), message.html)
                    .parse_mode(ParseMode::Html)
                    .link_preview_options(no_preview())
                    .reply_markup(markup(message.keyboard));
                self.call(&edit, Deed::Edit).await.map(|_| None)
            }
            (What::EditInline { message: id }, Some(message)) => {
                let edit = EditInline {
                    inline_message_id: id,
                    text: message.html,
                    parse_mode: ParseMode::Html,
                    link_preview_options: no_preview(),
                    reply_markup: markup(message.keyboard),
                };
                self.call(&edit, Deed::Edit).await.map(|_| None)
            }
            (What::Delete { chat, message: id, .. }, _) => {
                let delete = DeleteMessage::new(ChatId(chat.0), MessageId(*id));
                self.call(&delete, Deed::Delete).await.map(|_| None)
            }
            (_, None) => return Left::Nothing,
        };
        match (left, message) {
            (Ok(id), Some(message)) => Left::There(id, message),
            (Ok(_), None) => Left::Deleted,
            // It shows that already.
            (Err(failed), Some(message)) if failed.error.meaning(failed.deed) == Meaning::Done => {
                Left::There(None, message)
            }
            (Err(failed), _) => Left::Failed(failed),
        }
    }

    /// What is to be seen of a row. A panic ends the row alone.
    async fn render(&self, row: &Row) -> Result<Rendered, ()> {
        let render = async {
            match told::news(row) {
                Some(news) => Rendered::Message(told(&self.posting.locales, row.parcel.language, &news)),
                None => self.posting.render.render(row).await,
            }
        };
        // The panic hook has logged what and where.
        AssertUnwindSafe(render).catch_unwind().await.map_err(|_| self.counters.panicked.add())
    }

    /// Calls once. Gives the id of the message that came of it.
    async fn call<P: Payload + Serialize + Sync>(&self, payload: &P, deed: Deed) -> Result<Option<i32>, Failed> {
        let called = self.api.call_raw(payload, self.limits.call, message_id).await;
        called.map_err(|error| Failed { error, deed, method: P::NAME, shape: shape(payload) })
    }

    /// Pins what was sent; that it can't be is no reason to send it again.
    async fn pin(&self, chat: ChatId, message: i32, options: Options) {
        let pin = PinChatMessage::new(chat, MessageId(message)).disable_notification(options.silent);
        if let Err(failed) = self.call(&pin, Deed::Send).await {
            log::warn!("message {message} in {chat} is not pinned: {}", failed.error);
        }
    }
}

fn send(chat: ChatId, thread: Option<i32>, message: Message, options: Options) -> SendMessage {
    let mut payload = SendMessage::new(chat, message.html)
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview())
        .reply_markup(markup(message.keyboard))
        .disable_notification(options.silent);
    payload.message_thread_id = thread.map(|thread| ThreadId(MessageId(thread)));
    if let Some(beside) = options.reply_to {
        payload = payload.reply_parameters(ReplyParameters::new(MessageId(beside)).allow_sending_without_reply());
    }
    payload
}

/// The id of the message in a result; nothing in `true`, with which some calls are answered.
fn message_id(result: &RawValue) -> serde_json::Result<Option<i32>> {
    #[derive(Deserialize)]
    struct Sent {
        message_id: i32,
    }
    match result.get() {
        "true" => Ok(None),
        text => serde_json::from_str(text).map(|Sent { message_id }| Some(message_id)),
    }
}
