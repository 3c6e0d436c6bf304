//! One row leaves: what it shows is made, and the call goes out.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use serde::Serialize;
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
use crate::commands::reply::{Drawing, Message};
use crate::commands::told::told;
use crate::outbox::meaning::{Deed, Meaning, Remedy};
use crate::outbox::{Flight, Rendered, told};
use crate::store::outbox::{Options, Row, What};
use crate::telegram::api::CallError;
use crate::telegram::darkroom::NotNow;
use crate::telegram::deliver::{markup, no_preview, shape};
use crate::telegram::photo::{EditCaption, EditPhoto, Media, SendPhoto, Sent, Target};

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
                let sent = match &message.picture {
                    Some(drawing) => {
                        let photo = |file| send_photo(chat, *thread, &message, options, file);
                        self.photo(drawing, Deed::Send, photo).await
                    }
                    None => self.call(&send(chat, *thread, message, options), Deed::Send).await,
                };
                if let (Ok(Some(id)), true) = (&sent, options.pin) {
                    self.pin(chat, *id, options).await;
                }
                sent
            }
            (What::Edit { chat, message: id, .. }, Some(message)) => {
                let target = Target::Chat { chat_id: ChatId(chat.0), message_id: *id };
                let text = EditMessageText::new(ChatId(chat.0), MessageId(*id), message.html.clone())
                    .parse_mode(ParseMode::Html)
                    .link_preview_options(no_preview())
                    .reply_markup(markup(message.keyboard.clone()));
                self.edit(&text, target, message).await.map(|_| None)
            }
            (What::EditInline { message: id }, Some(message)) => {
                let target = Target::Inline { inline_message_id: id.clone() };
                let text = EditInline {
                    inline_message_id: id,
                    text: message.html.clone(),
                    parse_mode: ParseMode::Html,
                    link_preview_options: no_preview(),
                    reply_markup: markup(message.keyboard.clone()),
                };
                self.edit(&text, target, message).await.map(|_| None)
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
        let called = self.api.call_raw(payload, self.limits.call, sent).await;
        let called = called.map(|sent| sent.map(|sent| sent.message_id));
        called.map_err(|error| Failed { error, deed, method: P::NAME, shape: shape(payload) })
    }

    /// Changes a message: to a picture; to a text, or where it is a picture, the text under that.
    async fn edit<P: Payload + Serialize + Sync>(
        &self,
        text: &P,
        target: Target,
        message: Message,
    ) -> Result<Option<i32>, Failed> {
        let reply_markup = markup(message.keyboard);
        if let Some(drawing) = &message.picture {
            // What was sent inline can't be uploaded: it may be a picture that Telegram has already.
            let inline = matches!(target, Target::Inline { .. });
            if !inline || self.darkroom.known(&drawing.order).await.is_some() {
                let photo = |file| EditPhoto {
                    target: target.clone(),
                    media: Media::photo(file, message.html.clone()),
                    reply_markup: reply_markup.clone(),
                };
                return self.photo(drawing, Deed::Edit, photo).await;
            }
        } else {
            match self.call(text, Deed::Edit).await {
                Err(failed) if failed.error.remedy() == Some(Remedy::Caption) => {}
                called => return called,
            }
        }
        let caption = EditCaption { target, caption: message.html, parse_mode: ParseMode::Html, reply_markup };
        self.call(&caption, Deed::Edit).await
    }

    /// Calls with a picture; once more where Telegram has it no longer.
    async fn photo<P: Payload + Serialize + Sync>(
        &self,
        drawing: &Drawing,
        deed: Deed,
        payload: impl Fn(String) -> P,
    ) -> Result<Option<i32>, Failed> {
        loop {
            let drawn = self.darkroom.print_in_time(&drawing.order).await;
            let print = drawn.map_err(|NotNow| Failed {
                // As good as no connection: it may be better later.
                error: CallError::Unreachable("a picture could not be drawn".to_owned()),
                deed,
                method: P::NAME,
                shape: String::new(),
            })?;
            let payload = payload(print.reference());
            let called = match print.file() {
                None => self.api.call_raw(&payload, self.limits.call, sent).await,
                Some(png) => self.api.upload_raw(&payload, png.to_vec(), self.limits.call, sent).await,
            };
            match called {
                Ok(sent) => {
                    if let Some(file) = sent.as_ref().and_then(Sent::file) {
                        self.darkroom.sent(&print, &drawing.view, file).await;
                    }
                    return Ok(sent.map(|sent| sent.message_id));
                }
                Err(error) if error.remedy() == Some(Remedy::Upload) && self.darkroom.lost(&print).await => {}
                Err(error) => return Err(Failed { error, deed, method: P::NAME, shape: shape(&payload) }),
            }
        }
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

fn send_photo(chat: ChatId, thread: Option<i32>, message: &Message, options: Options, photo: String) -> SendPhoto {
    SendPhoto {
        chat_id: chat,
        message_thread_id: thread.map(|thread| ThreadId(MessageId(thread))),
        photo,
        caption: message.html.clone(),
        parse_mode: ParseMode::Html,
        disable_notification: options.silent,
        reply_parameters: options
            .reply_to
            .map(|beside| ReplyParameters::new(MessageId(beside)).allow_sending_without_reply()),
        reply_markup: markup(message.keyboard.clone()),
    }
}

/// The message in a result; nothing in `true`, with which some calls are answered.
fn sent(result: &RawValue) -> serde_json::Result<Option<Sent>> {
    match result.get() {
        "true" => Ok(None),
        text => serde_json::from_str(text).map(Some),
    }
}
