//! A message.

use serde_json::Value;

use super::{ChatId, Keyboard, Media, MessageId, Origin, Quote, Reaction, ReplyMarkup, UserId, World};
use crate::text::Formatted;

/// Who a message is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Author {
    Person(UserId),
    Bot,
    /// A post of this channel: in the channel itself, or forwarded by itself into its discussion group.
    Channel(ChatId),
}

/// What a message tells that nobody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Service {
    TopicCreated {
        title: String,
    },
    /// A person or the bot came in.
    Joined(UserId),
    /// A person or the bot left or was thrown out.
    Left(UserId),
    Pinned(MessageId),
    /// The group is this supergroup from now on.
    MigratedTo(ChatId),
    /// The supergroup was this group.
    MigratedFrom(ChatId),
}

/// A message.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) id: MessageId,
    pub(crate) chat: ChatId,
    /// The number of the event that changed it last.
    pub(crate) version: u64,
    pub(crate) date: i64,
    pub(crate) edited: Option<i64>,
    pub(crate) author: Author,
    /// Whether the bot sent it and may edit it.
    pub(crate) own: bool,
    /// Whether a person sent it through the bot's inline results.
    pub(crate) via_bot: bool,
    pub(crate) inline_id: Option<String>,
    /// The topic, or in another supergroup the first message of the thread.
    pub(crate) thread: Option<MessageId>,
    pub(crate) in_topic: bool,
    pub(crate) reply_to: Option<MessageId>,
    /// The part of the message replied to that it quotes.
    pub(crate) quote: Option<Box<Quote>>,
    /// The text, or the caption of `media`.
    pub(crate) body: Formatted,
    pub(crate) media: Option<Media>,
    /// Whether the caption stands over the media.
    pub(crate) caption_above: bool,
    /// The `media_group_id` that the messages of an album share.
    pub(crate) album: Option<String>,
    pub(crate) service: Option<Service>,
    pub(crate) keyboard: Keyboard,
    /// What it asks people's apps to show in place of their keyboards, until it is posted.
    pub(crate) reply_markup: Option<Box<ReplyMarkup>>,
    /// `link_preview_options` as the bot gave them.
    pub(crate) preview: Option<Value>,
    pub(crate) protected: bool,
    pub(crate) origin: Option<Box<Origin>>,
    /// The channel post that it is the copy of, when it came into the discussion group by itself.
    pub(crate) copy_of: Option<(ChatId, MessageId)>,
    /// In the order in which they came.
    pub(crate) reactions: Vec<Reaction>,
    /// Where the channel's discussion group has a copy of this post.
    pub(crate) copy: Option<(ChatId, MessageId)>,
}

/// What a message says and shows: all that an edit changes, save the buttons.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Content {
    pub(crate) body: Formatted,
    pub(crate) media: Option<Media>,
    pub(crate) caption_above: bool,
}

impl Message {
    /// What it says and shows.
    pub(crate) fn content(&self) -> Content {
        Content { body: self.body.clone(), media: self.media.clone(), caption_above: self.caption_above }
    }

    /// A message that stands nowhere yet: its id, chat, date and version come when it is put into a chat.
    pub(crate) fn new(author: Author, body: Formatted) -> Self {
        Message {
            id: 0,
            chat: 0,
            version: 0,
            date: 0,
            edited: None,
            author,
            own: author == Author::Bot,
            via_bot: false,
            inline_id: None,
            thread: None,
            in_topic: false,
            reply_to: None,
            quote: None,
            body,
            media: None,
            caption_above: false,
            album: None,
            service: None,
            keyboard: Keyboard::default(),
            reply_markup: None,
            preview: None,
            protected: false,
            origin: None,
            copy_of: None,
            reactions: Vec::new(),
            copy: None,
        }
    }

    /// A message that nobody wrote.
    pub(crate) fn service(author: Author, service: Service) -> Self {
        Message { service: Some(service), own: false, ..Message::new(author, Formatted::default()) }
    }
}

impl World {
    /// The name over a message.
    pub(crate) fn author_name(&self, message: &Message) -> &str {
        match message.author {
            Author::Person(id) => self.user_name(id),
            Author::Bot => self.bot_name(),
            Author::Channel(id) => self.chats.get(&id).map_or("", |chat| &chat.title),
        }
    }

    /// The name of a person or of the bot.
    pub(crate) fn user_name(&self, id: UserId) -> &str {
        if id == self.bot.id { self.bot_name() } else { self.people.get(&id).map_or("", |person| &person.name) }
    }
}
