//! Answers go out: what `commands` replied becomes calls to the Bot API, tried again within bounds.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use teloxide::payloads::{
    AnswerCallbackQuery, AnswerInlineQuery, AnswerInlineQuerySetters, DeleteMessage, EditMessageText,
    EditMessageTextSetters, SendMessage, SendMessageSetters,
};
use teloxide::requests::Payload;
use teloxide::types::{
    ChatId, CopyTextButton, FileId, InlineKeyboardButton, InlineKeyboardButtonKind, InlineKeyboardMarkup,
    InlineQueryResult, InlineQueryResultArticle, InlineQueryResultCachedPhoto, InlineQueryResultsButton,
    InlineQueryResultsButtonKind, InputMessageContent, InputMessageContentText, LinkPreviewOptions, MessageId,
    ParseMode, ReplyParameters, SwitchInlineQueryChosenChat, ThreadId,
};
use tokio::sync::Semaphore;

use super::api::{Api, CallError};
use super::counters::Counters;
use super::darkroom::{Darkroom, NotNow};
use super::desk::Outcome;
use super::ledger::Ledger;
use super::limits::Limits;
use super::photo::{EditPhoto, Media, SendPhoto, Sent, Target};
use super::question::{AskedByMessage, AskedByPress, AskedInline, Question};
use crate::commands::Place;
use crate::commands::reply::{Action, Button, Drawing, InlineAnswer, InlineResult, Message, Pressed, Shown};
use crate::outbox::Outbox;
use crate::outbox::meaning::{Deed, Meaning, Remedy};
use crate::store::{self, Post, Stands};

/// Carries answers out.
#[derive(Debug)]
pub(super) struct Delivery<'a> {
    pub(super) api: &'a Api,
    pub(super) limits: &'a Limits,
    pub(super) counters: &'a Counters,
    /// Bounds the calls that are on their way at once.
    pub(super) calls: &'a Semaphore,
    /// Where it is written down what messages show.
    pub(super) ledger: Option<&'a Ledger>,
    /// Counts what leaves, so that what nobody waits for keeps out of its way.
    pub(super) outbox: Option<&'a Outbox>,
    /// Where pictures are made.
    pub(super) darkroom: &'a Darkroom,
}

/// What became of a call.
enum Called<R> {
    /// It took effect; with its result, if that could be read.
    Done(Option<R>),
    /// The group is a supergroup now, under this id.
    Moved(ChatId),
    /// It is refused as it is, but there is another way.
    Otherwise(Remedy),
    /// It is given up, which is logged and counted.
    Failed,
}

impl Delivery<'_> {
    /// Carries out what came of a question. Gives the new id of a group that moved.
    pub(super) async fn deliver(&self, question: &Question, outcome: Outcome) -> Option<ChatId> {
        match (question, outcome) {
            (Question::Message(asked), Outcome::Message(answer)) => self.message(asked, answer.message).await,
            (Question::Press(asked), Outcome::Press(pressed)) => self.press(asked, pressed).await,
            (Question::Inline(asked), Outcome::Inline(answer)) => self.inline(asked, answer).await,
            (_, Outcome::Silence) => None,
            (question, outcome) => {
                log::error!("an answer of another kind than its question: {outcome:?} to {question:?}");
                None
            }
        }
    }

    /// Sends the answer to a message into its chat and topic; in a group, as a reply to it.
    async fn message(&self, asked: &AskedByMessage, message: Message) -> Option<ChatId> {
        self.send((asked.chat, asked.message, asked.place), asked.thread, message).await
    }

    /// Sends a message beside another one; in a group, as a reply to it.
    async fn send(
        &self,
        (chat, beside, place): (ChatId, MessageId, Place),
        thread: Option<ThreadId>,
        message: Message,
    ) -> Option<ChatId> {
        let Message { mut html, keyboard, shows, picture } = message;
        let beside = (place == Place::Group).then(|| ReplyParameters::new(beside).allow_sending_without_reply());
        let keyboard = markup(keyboard);
        if let Some(drawing) = picture {
            let photo = |chat, photo| SendPhoto {
                chat_id: chat,
                message_thread_id: thread,
                photo,
                caption: html.clone(),
                parse_mode: ParseMode::Html,
                disable_notification: false,
                reply_parameters: beside.clone(),
                reply_markup: keyboard.clone(),
            };
            match self.photo((chat, place), &drawing, |file| photo(chat, file)).await {
                Ok(Called::Moved(to)) => {
                    if let Ok(Called::Done(sent)) = self.photo((to, place), &drawing, |file| photo(to, file)).await {
                        self.shows(to, place, sent, shows);
                    }
                    return Some(to);
                }
                Ok(called) => {
                    if let Called::Done(sent) = called {
                        self.shows(chat, place, sent, shows);
                    }
                    return None;
                }
                // Its words at least.
                Err(NotNow) => html = format!("{html}\n\n{}", drawing.sorry),
            }
        }
        let mut payload = SendMessage::new(chat, html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview())
            .reply_markup(keyboard);
        payload.reply_parameters = beside;
        payload.message_thread_id = thread;
        match self.call_for::<_, Sent>(Some((chat, place)), &payload, None).await {
            Called::Done(sent) => {
                self.shows(chat, place, sent, shows);
                None
            }
            Called::Moved(to) => {
                payload.chat_id = to.into();
                if let Called::Done(sent) = self.call_for::<_, Sent>(Some((to, place)), &payload, None).await {
                    self.shows(to, place, sent, shows);
                }
                Some(to)
            }
            Called::Otherwise(_) | Called::Failed => None,
        }
    }

    /// Sends a picture by a call that is made of what stands for it: drawn, or known to Telegram; drawn anew where Telegram knows it no more.
    async fn photo<P: Payload + Serialize + Sync>(
        &self,
        chat: (ChatId, Place),
        drawing: &Drawing,
        payload: impl Fn(String) -> P,
    ) -> Result<Called<Sent>, NotNow> {
        loop {
            let print = self.darkroom.print(&drawing.order).await?;
            match self.call_for::<_, Sent>(Some(chat), &payload(print.reference()), print.file()).await {
                Called::Otherwise(Remedy::Upload) if self.darkroom.lost(&print).await => {}
                called => {
                    if let Called::Done(Some(sent)) = &called
                        && let Some(file) = sent.file()
                    {
                        self.darkroom.sent(&print, &drawing.view, file).await;
                    }
                    return Ok(called);
                }
            }
        }
    }

    /// Writes down what a message shows that was sent.
    fn shows(&self, chat: ChatId, place: Place, sent: Option<Sent>, shows: Option<Shown>) {
        if let (Some(Sent { message_id, .. }), Some(shown)) = (sent, shows) {
            self.stands(Stands::Chat { chat: store::ChatId(chat.0), place, message: message_id }, Some(shown));
        }
    }

    /// Writes down what a message shows.
    pub(super) fn stands(&self, stands: Stands, shows: Option<Shown>) {
        let Some(ledger) = self.ledger else { return };
        match shows {
            Some(shown) => {
                let at = Timestamp::now();
                // What stands in a channel is read by many, for long.
                let lasts = matches!(stands, Stands::Chat { place: Place::Channel, .. });
                let until = if lasts { None } else { at.checked_add(self.limits.corrected).ok() };
                ledger.posted(Post { stands, shown, at, corrected: None, until });
            }
            None => ledger.cleared(stands),
        }
    }

    /// Answers the press, so that the button stops waiting, and edits the message or sends another one beside it.
    async fn press(&self, asked: &AskedByPress, pressed: Pressed) -> Option<ChatId> {
        let mut answer = AnswerCallbackQuery::new(asked.query.clone());
        answer.text = pressed.toast;
        // A picture that can't be made now leaves the message as it is, and says so.
        let mut moved = None;
        let mut edit = pressed.edit;
        if let Some((message, (chat, id, place))) = edit.clone().zip(asked.message)
            && let Some(drawing) = message.picture
        {
            edit = None;
            let target = Target::Chat { chat_id: chat, message_id: id.0 };
            let keyboard = markup(message.keyboard);
            let payload = |file| EditPhoto {
                target: target.clone(),
                media: Media::photo(file, message.html.clone()),
                reply_markup: keyboard.clone(),
            };
            match self.photo((chat, place), &drawing, payload).await {
                Ok(Called::Done(_)) => {
                    let stands = Stands::Chat { chat: store::ChatId(chat.0), place, message: id.0 };
                    self.stands(stands, message.shows);
                }
                Ok(Called::Moved(to)) => moved = Some(to),
                Ok(Called::Otherwise(_) | Called::Failed) => {}
                Err(NotNow) => answer.text = Some(drawing.sorry),
            }
        }
        let edit = async {
            let (Message { html, keyboard, shows, .. }, (chat, id, place)) = edit.zip(asked.message)?;
            let again = keyboard.clone();
            let edit = EditMessageText::new(chat, id, html)
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview())
                .reply_markup(markup(keyboard));
            match self.call_for::<_, Sent>(Some((chat, place)), &edit, None).await {
                Called::Done(_) => {
                    self.stands(Stands::Chat { chat: store::ChatId(chat.0), place, message: id.0 }, shows);
                    None
                }
                Called::Moved(to) => Some(to),
                Called::Otherwise(Remedy::Caption) => {
                    // No picture becomes a text: another message takes its place.
                    self.call(&DeleteMessage::new(chat, id)).await;
                    let message = Message { html: edit.text, keyboard: Vec::new(), shows, picture: None };
                    self.send((chat, id, place), asked.thread, Message { keyboard: again, ..message }).await
                }
                Called::Otherwise(Remedy::Upload) | Called::Failed => None,
            }
        };
        let send = async {
            match pressed.send.zip(asked.message) {
                Some((message, beside)) => self.send(beside, asked.thread, message).await,
                None => None,
            }
        };
        let (_, edited, sent) = tokio::join!(self.call(&answer), edit, send);
        moved.or(edited).or(sent)
    }

    async fn inline(&self, asked: &AskedInline, answer: InlineAnswer) -> Option<ChatId> {
        let (text, start_parameter) = answer.open_private;
        let mut results = Vec::with_capacity(answer.results.len());
        for result in answer.results {
            // A picture can be offered only under a file_id: where it was sent before.
            match result.message.picture.clone() {
                None => results.push(inline_result(result)),
                Some(drawing) => {
                    let known = self.darkroom.known(&drawing.order).await;
                    results.extend(known.map(|file| inline_photo(result, file)));
                }
            }
        }
        let payload = AnswerInlineQuery::new(asked.query.clone(), results)
            .cache_time(answer.cache_seconds)
            .is_personal(answer.personal)
            .next_offset(answer.next_offset)
            .button(InlineQueryResultsButton {
                text,
                kind: InlineQueryResultsButtonKind::StartParameter(start_parameter),
            });
        self.call(&payload).await
    }

    /// Calls a method whose result is of no use. Gives where a group moved to.
    pub(super) async fn call<P: Payload + Serialize + Sync>(&self, payload: &P) -> Option<ChatId> {
        match self.call_for::<_, IgnoredAny>(None, payload, None).await {
            Called::Moved(to) => Some(to),
            Called::Done(_) | Called::Otherwise(_) | Called::Failed => None,
        }
    }

    /// Calls once, and again while that is of use. What can't be delivered is logged once and counted here;
    /// only where a group moved to is for the caller to act on.
    /// What leaves for a chat is counted there: what nobody waits for keeps out of its way.
    async fn call_for<P: Payload + Serialize + Sync, R: DeserializeOwned>(
        &self,
        chat: Option<(ChatId, Place)>,
        payload: &P,
        file: Option<&[u8]>,
    ) -> Called<R> {
        let counted = self.outbox.zip(chat);
        let mut waited = Duration::ZERO;
        let mut attempt = 1;
        loop {
            let flight = counted.map(|(outbox, (chat, place))| outbox.answers(chat.0, place));
            let called = self.call_once(payload, file).await;
            drop(flight);
            let error = match called {
                Ok(result) => return Called::Done(result),
                Err(error) => error,
            };
            let wait = match error.meaning(Deed::Send) {
                Meaning::Done => return Called::Done(None),
                Meaning::Moved(chat) => return Called::Moved(ChatId(chat)),
                Meaning::Gone => {
                    log::info!("{}: {error}", P::NAME);
                    self.counters.failed.add();
                    return Called::Failed;
                }
                Meaning::Never if let Some(remedy) = error.remedy() => {
                    log::info!("{}: {error}", P::NAME);
                    return Called::Otherwise(remedy);
                }
                Meaning::Never | Meaning::WrongToken => {
                    log::error!("{} is refused for good: {error}; {}", P::NAME, shape(payload));
                    self.counters.failed.add();
                    return Called::Failed;
                }
                Meaning::Later(Some(after)) => after,
                Meaning::Later(None) => self.limits.backoff.wait(attempt, fastrand::f64()),
            };
            if let (CallError::Refused { code: 429, .. }, Some((outbox, (chat, _)))) = (&error, counted) {
                outbox.refused(chat.0, wait);
            }
            if attempt >= self.limits.attempts || waited + wait > self.limits.patience {
                log::error!("{} is given up after {attempt} tries: {error}", P::NAME);
                self.counters.failed.add();
                return Called::Failed;
            }
            log::debug!("{} is tried again in {wait:?}: {error}", P::NAME);
            self.counters.retried.add();
            tokio::time::sleep(wait).await;
            waited += wait;
            attempt += 1;
        }
    }

    /// The result, as far as it is one that can be read: the call took effect in any case.
    async fn call_once<P: Payload + Serialize + Sync, R: DeserializeOwned>(
        &self,
        payload: &P,
        file: Option<&[u8]>,
    ) -> Result<Option<R>, CallError> {
        let _on_its_way = self.calls.acquire().await.expect("the semaphore is never closed");
        let read = |result: &serde_json::value::RawValue| Ok(serde_json::from_str(result.get()).ok());
        match file {
            None => self.api.call_raw(payload, self.limits.call, read).await,
            Some(png) => self.api.upload_raw(payload, png.to_vec(), self.limits.call, read).await,
        }
    }
}

/// What a payload looks like, without the words in it: its keys, with the length of each value's JSON.
pub(super) fn shape(payload: &impl Serialize) -> String {
    match serde_json::to_value(payload) {
        Ok(serde_json::Value::Object(fields)) => {
            let lengths: Vec<_> =
                fields.iter().map(|(key, value)| format!("{key}: {} bytes", value.to_string().len())).collect();
            lengths.join(", ")
        }
        _ => "no object".to_owned(),
    }
}

pub(super) fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

pub(super) fn markup(keyboard: Vec<Vec<Button>>) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new(keyboard.into_iter().map(|row| row.into_iter().filter_map(button)))
}

fn button(Button { text, action }: Button) -> Option<InlineKeyboardButton> {
    let kind = match action {
        Action::Press(data) => InlineKeyboardButtonKind::CallbackData(data),
        Action::Open(address) => match address.parse() {
            Ok(url) => InlineKeyboardButtonKind::Url(url),
            Err(error) => {
                // Articles are checked when they are loaded.
                log::error!("a button leads to no address: {error}");
                return None;
            }
        },
        Action::Copy(text) => InlineKeyboardButtonKind::CopyText(CopyTextButton { text }),
        Action::Share(words) => InlineKeyboardButtonKind::SwitchInlineQueryChosenChat(SwitchInlineQueryChosenChat {
            query: Some(words),
            allow_user_chats: true,
            allow_bot_chats: false,
            allow_group_chats: true,
            allow_channel_chats: true,
        }),
    };
    Some(InlineKeyboardButton::new(text, kind))
}

fn inline_photo(InlineResult { id, title, description, message }: InlineResult, file: String) -> InlineQueryResult {
    let mut photo = InlineQueryResultCachedPhoto::new(id, FileId(file));
    photo.title = Some(title);
    photo.description = Some(description);
    photo.caption = Some(message.html);
    photo.parse_mode = Some(ParseMode::Html);
    photo.reply_markup = Some(markup(message.keyboard));
    InlineQueryResult::CachedPhoto(photo)
}

fn inline_result(InlineResult { id, title, description, message }: InlineResult) -> InlineQueryResult {
    let content =
        InputMessageContentText::new(message.html).parse_mode(ParseMode::Html).link_preview_options(no_preview());
    let mut article = InlineQueryResultArticle::new(id, title, InputMessageContent::Text(content));
    article.description = Some(description);
    article.reply_markup = Some(markup(message.keyboard));
    InlineQueryResult::Article(article)
}
