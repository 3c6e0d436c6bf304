//! What there is in the sandbox and what happens in it: people, chats, messages, and what of it the bot is told.
//!
//! Everything here is plain data behind one lock and knows nothing of HTTP. Read [`chat`] and [`message`] for what there
//! is, [`people`], [`speech`] and [`deeds`] for what people do, [`own`] for what the bot does, [`arrivals`] for how a
//! message comes into a chat, [`json`] for how the Bot API writes it down, [`updates`] and [`webhook`] for how the bot hears
//! of it.

mod arrivals;
mod callbacks;
mod chat;
mod commands;
mod deeds;
mod events;
mod file_id;
mod files;
mod inline;
mod json;
mod keyboard;
mod media;
mod membership;
mod message;
mod migration;
mod moves;
mod origin;
mod own;
mod people;
mod pins;
mod profile;
mod quote;
mod reactions;
mod recent;
mod reply_markup;
mod session;
mod speech;
mod trouble;
mod updates;
mod webhook;

use std::{
    collections::{BTreeMap, HashMap},
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use tokio::sync::broadcast;

pub(crate) use callbacks::CallbackAnswer;
pub(crate) use chat::{Chat, ChatKind, Standing, Topic};
pub(crate) use commands::{Command, Scope};
pub(crate) use events::{Event, EventKind};
pub(crate) use file_id::why_unreadable;
pub use files::MediaKind;
pub(crate) use files::{File, FileError, Files, Upload};
pub(crate) use inline::{Asked, InlineAnswer, InlineButton, InlineResult};
pub(crate) use json::PERMISSIONS;
pub(crate) use keyboard::{Action, Button, Keyboard};
pub(crate) use media::Media;
pub(crate) use message::{Author, Content, Message, Service};
pub(crate) use origin::{Origin, Source};
pub(crate) use profile::{About, MenuButton};
pub(crate) use quote::Quote;
pub(crate) use reactions::{Reaction, reaction_emoji, tally};
pub(crate) use reply_markup::{Key, ReplyMarkup, Seen, Shown};
pub(crate) use session::Session;
pub(crate) use speech::Saying;
pub(crate) use updates::{Ender, Updates, Wanted};
pub(crate) use webhook::{Delivery, Next, Outcome, Webhook, WebhookSettings};

use crate::{faults::Faults, flood::Meter};

/// The id of a person or of the bot.
pub(crate) type UserId = i64;
/// The id of a chat: a private chat has its person's id, groups a negative one, supergroups and channels -100….
pub(crate) type ChatId = i64;
/// The id of a message in its chat, from 1.
pub(crate) type MessageId = i64;

/// Why a person cannot do something, in a plain sentence for whoever drives the sandbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal(pub(crate) String);

impl<T: Into<String>> From<T> for Refusal {
    fn from(sentence: T) -> Self {
        Refusal(sentence.into())
    }
}

/// The bot that the sandbox serves.
#[derive(Debug, Clone)]
pub(crate) struct Bot {
    pub(crate) id: UserId,
    pub(crate) username: String,
    pub(crate) name: String,
    pub(crate) token: String,
}

/// A person.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) id: UserId,
    pub(crate) name: String,
    pub(crate) username: Option<String>,
    pub(crate) language: Option<String>,
    /// The account was deleted.
    pub(crate) deactivated: bool,
    /// Another bot.
    pub(crate) is_bot: bool,
    /// Forwarded messages tell the name only.
    pub(crate) hides_forwards: bool,
}

/// All there is.
pub(crate) struct World {
    pub(crate) bot: Bot,
    pub(crate) people: BTreeMap<UserId, Person>,
    pub(crate) chats: BTreeMap<ChatId, Chat>,
    /// The order in which the chats were made, for people who look at a list of them.
    pub(crate) chat_order: Vec<ChatId>,
    pub(crate) updates: Updates,
    pub(crate) faults: Faults,
    pub(crate) files: Files,
    pub(crate) flood: Meter,
    pub(crate) session: Session,
    pub(crate) webhook: Option<Webhook>,
    /// How many webhooks there were.
    webhooks: u64,
    /// When the world began: flood limits count from here.
    begun: Instant,
    commands: commands::Commands,
    profile: profile::Profile,
    callbacks: callbacks::Callbacks,
    inline: inline::Inline,
    /// Where a message sent through an inline result stands, by its inline id.
    inline_messages: HashMap<String, (ChatId, MessageId)>,
    events: broadcast::Sender<Event>,
    event_number: u64,
    last_user: UserId,
    last_group: i64,
    last_query: u64,
}

impl World {
    /// A world with nobody in it but the bot.
    pub(crate) fn new(bot: Bot) -> Self {
        World {
            bot,
            people: BTreeMap::new(),
            chats: BTreeMap::new(),
            chat_order: Vec::new(),
            updates: Updates::default(),
            faults: Faults::default(),
            files: Files::default(),
            flood: Meter::default(),
            session: Session::default(),
            webhook: None,
            webhooks: 0,
            begun: Instant::now(),
            commands: commands::Commands::default(),
            profile: profile::Profile::default(),
            callbacks: callbacks::Callbacks::default(),
            inline: inline::Inline::default(),
            inline_messages: HashMap::new(),
            events: broadcast::channel(4096).0,
            event_number: 0,
            last_user: 1_000_000,
            last_group: 5_000,
            last_query: 7_000_000_000_000,
        }
    }

    /// Seconds since 1970.
    pub(crate) fn now() -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
    }

    /// The person with this id.
    pub(crate) fn person(&self, id: UserId) -> Result<&Person, Refusal> {
        self.people.get(&id).ok_or_else(|| format!("there is no user {id}").into())
    }

    /// The chat with this id.
    pub(crate) fn chat(&self, id: ChatId) -> Result<&Chat, Refusal> {
        self.chats.get(&id).ok_or_else(|| format!("there is no chat {id}").into())
    }

    /// The message with this id in this chat.
    pub(crate) fn message(&self, chat: ChatId, id: MessageId) -> Result<&Message, Refusal> {
        let found = self.chat(chat)?.messages.get(&id).map(AsRef::as_ref);
        found.ok_or_else(|| format!("there is no message {id} in chat {chat}").into())
    }

    fn message_mut(&mut self, chat: ChatId, id: MessageId) -> Option<&mut Message> {
        self.chats.get_mut(&chat)?.messages.get_mut(&id).map(|message| &mut **message)
    }

    /// The chat and message that an inline id names.
    pub(crate) fn inline_message(&self, id: &str) -> Option<(ChatId, MessageId)> {
        self.inline_messages.get(id).copied()
    }

    /// A `media_group_id` that no album had before.
    pub(crate) fn new_album_id(&mut self) -> String {
        self.new_query_id()
    }

    /// An id that no query, callback or inline message had before.
    fn new_query_id(&mut self) -> String {
        self.last_query += 1;
        self.last_query.to_string()
    }
}
