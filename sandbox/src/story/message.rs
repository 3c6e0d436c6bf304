//! A message as a test holds it: how it was when the test saw it.

use std::panic::Location;

use serde_json::Value;

use super::{Core, changes_in, done};
use crate::{
    text::{to_html, to_markdown_v2},
    world::{self, Action, ChatId, MediaKind, MessageId, tally},
};

/// A message, as it was when this handle was made.
#[derive(Clone)]
pub struct Message {
    pub(super) core: Core,
    seen: world::Message,
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What stands on it.
    pub text: String,
    /// What it does.
    pub kind: ButtonKind,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ButtonKind {
    /// Comes back to the bot with this data.
    Callback(String),
    /// Opens this address.
    Url(String),
    /// Opens the Web App at this address.
    WebApp(String),
    /// Copies this text.
    Copy(String),
    /// Lets the person choose a chat and types this inline query there.
    Share(String),
    /// Types this inline query in the same chat.
    ShareCurrent(String),
}

/// A photo or document of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its `file_id`.
    pub id: String,
    /// Its name; a photo has none.
    pub name: Option<String>,
    /// Its media type, such as `application/pdf`.
    pub mime: String,
    /// Width and height of a photo, in pixels.
    pub sides: Option<(usize, usize)>,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Message {
    #[track_caller]
    pub(super) fn new(core: Core, chat: ChatId, id: MessageId) -> Self {
        let seen = done(core.shared.world().message(chat, id)).clone();
        Message { core, seen }
    }

    /// Its id in its chat.
    pub fn id(&self) -> i64 {
        self.seen.id
    }

    /// The id of its chat.
    pub fn chat_id(&self) -> i64 {
        self.seen.chat
    }

    /// What it shows beside its text, if anything.
    pub fn media_kind(&self) -> Option<MediaKind> {
        self.seen.media.as_ref().map(|media| media.file.kind)
    }

    /// Its photo or document.
    pub fn file(&self) -> Option<File> {
        let file = &self.seen.media.as_ref()?.file;
        let (id, name, mime, bytes) = (file.id.clone(), file.name.clone(), file.mime.clone(), file.bytes.to_vec());
        Some(File { id, name, mime, sides: file.sides, bytes })
    }

    /// The `media_group_id` that it shares with the other messages of its album.
    pub fn album(&self) -> Option<&str> {
        self.seen.album.as_deref()
    }

    /// Its text or caption without formatting.
    pub fn text(&self) -> &str {
        &self.seen.body.text
    }

    /// Its text or caption as Telegram's HTML; what Telegram finds by itself (addresses, commands) is not marked.
    pub fn html(&self) -> String {
        to_html(&self.seen.body)
    }

    /// Its text as Telegram's MarkdownV2, likewise; only quotes of whole lines are marked.
    pub fn markdown(&self) -> String {
        to_markdown_v2(&self.seen.body)
    }

    /// The texts of its buttons, row by row, in one list.
    pub fn buttons(&self) -> Vec<String> {
        self.seen.keyboard.buttons().map(|button| button.text.clone()).collect()
    }

    /// Its rows of buttons.
    pub fn rows(&self) -> Vec<Vec<Button>> {
        self.seen.keyboard.0.iter().map(|row| row.iter().map(Button::from).collect()).collect()
    }

    /// Whether a button has this text.
    pub fn has_button(&self, text: &str) -> bool {
        self.seen.keyboard.buttons().any(|button| button.text == text)
    }

    /// The button with this text; panics with those that are there.
    #[track_caller]
    pub fn button(&self, text: &str) -> Button {
        let found = self.seen.keyboard.buttons().find(|button| button.text == text);
        let Some(button) = found else {
            panic!("no button {text:?} among {:?} under {:?}", self.buttons(), self.text())
        };
        Button::from(button)
    }

    /// The id of the message that it replies to.
    pub fn reply_to(&self) -> Option<i64> {
        self.seen.reply_to
    }

    /// The part of that message that it quotes.
    pub fn quote(&self) -> Option<&str> {
        self.seen.quote.as_ref().map(|quote| quote.body.text.as_str())
    }

    /// Each emoji with how many reacted with it.
    pub fn reactions(&self) -> Vec<(&'static str, usize)> {
        tally(&self.seen.reactions)
    }

    /// Its topic or thread.
    pub fn thread_id(&self) -> Option<i64> {
        self.seen.thread
    }

    /// `Message` as the Bot API has it now; panics when it was deleted.
    #[track_caller]
    pub fn json(&self) -> Value {
        let world = self.core.shared.world();
        world.message_json(done(world.message(self.seen.chat, self.seen.id)))
    }

    /// The message as it is now; `None` when it was deleted.
    pub fn now(&self) -> Option<Message> {
        let seen = self.core.shared.world().message(self.seen.chat, self.seen.id).ok()?.clone();
        Some(Message { core: self.core.clone(), seen })
    }

    /// Waits until the message says or shows something else than this handle saw, and gives it as it then is.
    #[track_caller]
    pub fn edited(&self) -> impl Future<Output = Message> + Send {
        let place = Location::caller();
        async move {
            let changed = changes_in(&self.core.shared.world(), self.seen.chat);
            let same =
                |now: &Message| now.seen.content() == self.seen.content() && now.seen.keyboard == self.seen.keyboard;
            let look = |_: &_| self.now().filter(|now| !same(now));
            let missing = || {
                let happened = self.core.what_happened(self.seen.chat);
                format!("{place}: message {} was not edited; {happened}", self.seen.id)
            };
            self.core.wait(changed, look, missing).await
        }
    }

    /// Waits until the message is deleted.
    #[track_caller]
    pub fn deleted(&self) -> impl Future<Output = ()> + Send {
        let place = Location::caller();
        async move {
            let changed = changes_in(&self.core.shared.world(), self.seen.chat);
            let look = |_: &_| self.now().is_none().then_some(());
            self.core.wait(changed, look, || format!("{place}: message {} was not deleted", self.seen.id)).await;
        }
    }
}

impl From<&world::Button> for Button {
    fn from(button: &world::Button) -> Self {
        let kind = match &button.action {
            Action::Callback(data) => ButtonKind::Callback(data.clone()),
            Action::Url(url) => ButtonKind::Url(url.clone()),
            Action::WebApp(url) => ButtonKind::WebApp(url.clone()),
            Action::Copy(text) => ButtonKind::Copy(text.clone()),
            Action::Share(query) => ButtonKind::Share(query.clone()),
            Action::ShareCurrent(query) => ButtonKind::ShareCurrent(query.clone()),
            Action::ShareChosen(options) => {
                ButtonKind::Share(options.get("query").and_then(Value::as_str).unwrap_or_default().to_owned())
            }
        };
        Button { text: button.text.clone(), kind }
    }
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Message")
            .field("chat", &self.seen.chat)
            .field("id", &self.seen.id)
            .field("text", &self.text())
            .finish()
    }
}
