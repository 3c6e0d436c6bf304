//! A person as a test holds it.

use std::panic::Location;

use super::{ButtonKind, Chat, Core, Found, Message, Place, Topic, done};
use crate::{
    acts,
    world::{ChatId, MediaKind, Saying, Upload, UserId},
};

/// A person.
#[derive(Clone)]
pub struct User {
    pub(super) core: Core,
    id: UserId,
}

/// What the bot answered to a pressed button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// The text that pops up, if any.
    pub text: Option<String>,
    /// Whether it has to be closed by hand.
    pub show_alert: bool,
    /// The address that opens, if any.
    pub url: Option<String>,
}

impl User {
    pub(super) fn new(core: Core, id: UserId) -> Self {
        User { core, id }
    }

    /// Telegram's id, and that of the private chat.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// The language of the person's Telegram from now on, such as `kk`.
    #[must_use]
    pub fn language(self, code: &str) -> Self {
        done(self.core.shared.world().change_person(self.id, |person| person.language = Some(code.to_owned())));
        self
    }

    /// The person's username from now on; nobody else may have it.
    #[must_use]
    #[track_caller]
    pub fn username(self, username: &str) -> Self {
        done(self.core.shared.world().set_username(self.id, username));
        self
    }

    /// The private chat with the bot.
    pub fn private(&self) -> Chat {
        Chat::new(self.core.clone(), self.id)
    }

    /// Says something in a chat; in a channel of the person's it is a post.
    #[track_caller]
    pub fn say(&self, chat: &Chat, text: &str) -> Message {
        self.speak(chat.id(), text, None, None)
    }

    /// Says something in a topic.
    #[track_caller]
    pub fn say_in(&self, topic: &Topic, text: &str) -> Message {
        self.speak(topic.chat.id(), text, None, Some(topic.thread))
    }

    /// Replies to a message, in its topic.
    #[track_caller]
    pub fn reply_to(&self, message: &Message, text: &str) -> Message {
        self.speak(message.chat_id(), text, Some(message.id()), None)
    }

    /// Sends a file as a document; an empty caption is none.
    #[track_caller]
    pub fn send_file(&self, chat: &Chat, name: &str, bytes: &[u8], caption: &str) -> Message {
        self.send_media(chat, MediaKind::Document, name, bytes, caption)
    }

    /// Sends a picture as a photo; an empty caption is none.
    #[track_caller]
    pub fn send_photo(&self, chat: &Chat, bytes: &[u8], caption: &str) -> Message {
        self.send_media(chat, MediaKind::Photo, "", bytes, caption)
    }

    /// Sends files as documents of one album; the caption stands with the first.
    #[track_caller]
    pub fn send_files(&self, chat: &Chat, files: &[(&str, &[u8])], caption: &str) -> Vec<Message> {
        self.send_album(chat, MediaKind::Document, files, caption)
    }

    /// Sends pictures as photos of one album; the caption stands with the first.
    #[track_caller]
    pub fn send_photos(&self, chat: &Chat, photos: &[&[u8]], caption: &str) -> Vec<Message> {
        let photos: Vec<_> = photos.iter().map(|bytes| ("", *bytes)).collect();
        self.send_album(chat, MediaKind::Photo, &photos, caption)
    }

    /// Opens `t.me/<bot>?start=parameter`, or presses Start with an empty parameter.
    #[track_caller]
    pub fn start(&self, parameter: &str) -> Message {
        let id = done(self.core.shared.world().start(self.id, parameter));
        Message::new(self.core.clone(), self.id, id)
    }

    /// Presses the button with this text, as the handle saw it, and waits for the bot's answer.
    #[track_caller]
    pub fn press(&self, message: &Message, text: &str) -> impl Future<Output = Toast> + Send {
        let data = match message.button(text).kind {
            ButtonKind::Callback(data) => data,
            other => panic!("the button {text:?} does not come back to the bot: {other:?}"),
        };
        self.pressed(message, data, Location::caller())
    }

    /// Presses a button with any data, such as a forged or stale one, and waits for the bot's answer.
    #[track_caller]
    pub fn press_data(&self, message: &Message, data: &str) -> impl Future<Output = Toast> + Send {
        self.pressed(message, data.to_owned(), Location::caller())
    }

    /// Types `@bot query` in a chat, and waits for the results.
    #[track_caller]
    pub fn inline(&self, chat: &Chat, query: &str) -> impl Future<Output = Found> + Send {
        self.inline_at(chat, query, "")
    }

    /// The same from an offset: the next page.
    #[track_caller]
    pub fn inline_at(&self, chat: &Chat, query: &str, offset: &str) -> impl Future<Output = Found> + Send {
        let place = Location::caller();
        let (chat, query, offset) = (chat.id(), query.to_owned(), offset.to_owned());
        async move {
            let core = &self.core;
            let (id, answer) = done(acts::ask(&core.shared, self.id, chat, &query, &offset, core.patience).await);
            let Some(answer) = answer else {
                panic!("{place}: the inline query {query:?} was not answered; {}", core.what_happened(chat));
            };
            Found::new(id, &answer)
        }
    }

    /// Chooses a result by its index: the message comes into the chat, and the bot may hear of it.
    #[track_caller]
    pub fn choose(&self, chat: &Chat, found: &Found, index: usize) -> Message {
        self.chosen(chat, None, found, index)
    }

    /// The same in a topic.
    #[track_caller]
    pub fn choose_in(&self, topic: &Topic, found: &Found, index: usize) -> Message {
        self.chosen(&topic.chat, Some(topic.thread), found, index)
    }

    /// The command menu that the person sees in a chat: names and descriptions.
    pub fn commands(&self, chat: &Chat) -> Vec<(String, String)> {
        let world = self.core.shared.world();
        let commands = world.commands_seen(chat.id(), self.id).iter();
        commands.map(|command| (command.command.clone(), command.description.clone())).collect()
    }

    /// Blocks the bot.
    pub fn block(&self) {
        done(self.core.shared.world().block(self.id));
    }

    /// Lets the bot write again.
    pub fn unblock(&self) {
        done(self.core.shared.world().unblock(self.id));
    }

    /// Deletes the account.
    pub fn deactivate(&self) {
        done(self.core.shared.world().change_person(self.id, |person| person.deactivated = true));
    }

    #[track_caller]
    fn chosen(&self, chat: &Chat, thread: Option<i64>, found: &Found, index: usize) -> Message {
        let Some(result) = found.results.get(index) else {
            panic!("there are {} results, none at {index}", found.results.len());
        };
        let place = Saying { thread, ..Saying::default() };
        let id = done(self.core.shared.world().choose(self.id, chat.id(), &place, &found.query_id, &result.id));
        Message::new(self.core.clone(), chat.id(), id)
    }

    #[track_caller]
    fn speak(&self, chat: ChatId, text: &str, reply_to: Option<i64>, thread: Option<i64>) -> Message {
        let saying = Saying { text: text.to_owned(), reply_to, thread, ..Saying::default() };
        let id = done(self.core.shared.world().say(self.id, chat, saying));
        Message::new(self.core.clone(), chat, id)
    }

    #[track_caller]
    fn send_media(&self, chat: &Chat, kind: MediaKind, name: &str, bytes: &[u8], caption: &str) -> Message {
        let caption = Saying { text: caption.to_owned(), ..Saying::default() };
        let id = done(self.core.shared.world().send_file(self.id, chat.id(), kind, &upload(name, bytes), &caption));
        Message::new(self.core.clone(), chat.id(), id)
    }

    #[track_caller]
    fn send_album(&self, chat: &Chat, kind: MediaKind, files: &[(&str, &[u8])], caption: &str) -> Vec<Message> {
        let uploads: Vec<_> = files.iter().map(|(name, bytes)| upload(name, bytes)).collect();
        let caption = Saying { text: caption.to_owned(), ..Saying::default() };
        let ids = done(self.core.shared.world().send_album(self.id, chat.id(), kind, &uploads, &caption));
        ids.into_iter().map(|id| Message::new(self.core.clone(), chat.id(), id)).collect()
    }

    async fn pressed(&self, message: &Message, data: String, place: Place) -> Toast {
        let (core, chat) = (&self.core, message.chat_id());
        let answer = done(acts::press(&core.shared, self.id, chat, message.id(), &data, core.patience).await);
        let Some(answer) = answer else {
            panic!("{place}: the button with {data:?} was not answered; {}", core.what_happened(chat));
        };
        Toast { text: answer.text, show_alert: answer.show_alert, url: answer.url }
    }
}

fn upload(name: &str, bytes: &[u8]) -> Upload {
    Upload { file_name: name.to_owned(), content_type: None, bytes: bytes.to_vec().into() }
}
