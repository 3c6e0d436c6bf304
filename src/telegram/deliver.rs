//! Answers go out: what `commands` replied becomes calls to the Bot API, tried again within bounds.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use teloxide::payloads::{
    AnswerCallbackQuery, AnswerInlineQuery, AnswerInlineQuerySetters, EditMessageText, EditMessageTextSetters,
    SendMessage, SendMessageSetters,
};
use teloxide::requests::Payload;
use teloxide::types::{
    ChatId, CopyTextButton, InlineKeyboardButton, InlineKeyboardButtonKind, InlineKeyboardMarkup, InlineQueryResult,
    InlineQueryResultArticle, InlineQueryResultsButton, InlineQueryResultsButtonKind, InputMessageContent,
    InputMessageContentText, LinkPreviewOptions, MessageId, ParseMode, ReplyParameters, SwitchInlineQueryChosenChat,
    ThreadId,
};
use tokio::sync::Semaphore;

use super::api::{Api, CallError};
use super::counters::Counters;
use super::desk::Outcome;
use super::ledger::Ledger;
use super::limits::Limits;
use super::question::{AskedByMessage, AskedByPress, AskedInline, Question};
use crate::commands::Place;
use crate::commands::reply::{Action, Button, InlineAnswer, InlineResult, Message, Pressed, Shown};
use crate::outbox::Outbox;
use crate::outbox::meaning::{Deed, Meaning};
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
}

/// What became of a call.
enum Called<R> {
    /// It took effect; with its result, if that could be read.
    Done(Option<R>),
    /// The group is a supergroup now, under this id.
    Moved(ChatId),
    /// It is given up, which is logged and counted.
    Failed,
}

/// A message that was sent.
#[derive(serde::Deserialize)]
struct Sent {
    message_id: i32,
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
        Message { html, keyboard, shows }: Message,
    ) -> Option<ChatId> {
        let mut payload = SendMessage::new(chat, html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview())
            .reply_markup(markup(keyboard));
        if place == Place::Group {
            payload = payload.reply_parameters(ReplyParameters::new(beside).allow_sending_without_reply());
        }
        payload.message_thread_id = thread;
        match self.call_for::<_, Sent>(Some((chat, place)), &payload).await {
            Called::Done(sent) => {
                self.shows(chat, place, sent, shows);
                None
            }
            Called::Moved(to) => {
                payload.chat_id = to.into();
                if let Called::Done(sent) = self.call_for::<_, Sent>(Some((to, place)), &payload).await {
                    self.shows(to, place, sent, shows);
                }
                Some(to)
            }
            Called::Failed => None,
        }
    }

    /// Writes down what a message shows that was sent.
    fn shows(&self, chat: ChatId, place: Place, sent: Option<Sent>, shows: Option<Shown>) {
        if let (Some(Sent { message_id }), Some(shown)) = (sent, shows) {
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
        let edit = async {
            let (Message { html, keyboard, shows }, (chat, id, place)) = pressed.edit.zip(asked.message)?;
            let edit = EditMessageText::new(chat, id, html)
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview())
                .reply_markup(markup(keyboard));
            match self.call_for::<_, Sent>(Some((chat, place)), &edit).await {
                Called::Done(_) => {
                    self.stands(Stands::Chat { chat: store::ChatId(chat.0), place, message: id.0 }, shows);
                    None
                }
                Called::Moved(to) => Some(to),
                Called::Failed => None,
            }
        };
        let send = async {
            match pressed.send.zip(asked.message) {
                Some((message, beside)) => self.send(beside, asked.thread, message).await,
                None => None,
            }
        };
        let (_, edited, sent) = tokio::join!(self.call(&answer), edit, send);
        edited.or(sent)
    }

    async fn inline(&self, asked: &AskedInline, answer: InlineAnswer) -> Option<ChatId> {
        let (text, start_parameter) = answer.open_private;
        let payload = AnswerInlineQuery::new(asked.query.clone(), answer.results.into_iter().map(inline_result))
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
        match self.call_for::<_, IgnoredAny>(None, payload).await {
            Called::Moved(to) => Some(to),
            Called::Done(_) | Called::Failed => None,
        }
    }

    /// Calls once, and again while that is of use. What can't be delivered is logged once and counted here;
    /// only where a group moved to is for the caller to act on.
    /// What leaves for a chat is counted there: what nobody waits for keeps out of its way.
    async fn call_for<P: Payload + Serialize + Sync, R: DeserializeOwned>(
        &self,
        chat: Option<(ChatId, Place)>,
        payload: &P,
    ) -> Called<R> {
        let counted = self.outbox.zip(chat);
        let mut waited = Duration::ZERO;
        let mut attempt = 1;
        loop {
            let flight = counted.map(|(outbox, (chat, place))| outbox.answers(chat.0, place));
            let called = self.call_once(payload).await;
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
    ) -> Result<Option<R>, CallError> {
        let _on_its_way = self.calls.acquire().await.expect("the semaphore is never closed");
        self.api.call_raw(payload, self.limits.call, |result| Ok(serde_json::from_str(result.get()).ok())).await
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

fn inline_result(InlineResult { id, title, description, message }: InlineResult) -> InlineQueryResult {
    let content =
        InputMessageContentText::new(message.html).parse_mode(ParseMode::Html).link_preview_options(no_preview());
    let mut article = InlineQueryResultArticle::new(id, title, InputMessageContent::Text(content));
    article.description = Some(description);
    article.reply_markup = Some(markup(message.keyboard));
    InlineQueryResult::Article(article)
}
