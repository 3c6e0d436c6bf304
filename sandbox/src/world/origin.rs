//! Where a message was first, and what comes of it when it is forwarded.

use serde_json::{Value, json};

use super::{Author, ChatId, Message, MessageId, UserId, World};

/// Where a forwarded message was first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) source: Source,
    pub(crate) date: i64,
}

/// Who or what sent a forwarded message first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    User(UserId),
    /// A person whose forwarded messages do not lead to the account.
    Hidden(String),
    /// A chat that spoke in another one.
    Chat(ChatId),
    Channel(ChatId, MessageId),
}

impl World {
    /// What comes of a message when this author forwards it.
    pub(crate) fn forward_of(&self, message: &Message, author: Author) -> Message {
        let origin = message.origin.clone().unwrap_or_else(|| Box::new(self.origin(message)));
        Message {
            origin: Some(origin),
            via_bot: message.via_bot,
            keyboard: message.keyboard.forwarded(),
            preview: message.preview.clone(),
            media: message.media.clone(),
            caption_above: message.caption_above,
            ..Message::new(author, message.body.clone())
        }
    }

    /// The copy of a channel post that comes into the discussion group by itself.
    pub(super) fn automatic_forward(&self, post: &Message) -> Message {
        Message {
            copy_of: Some((post.chat, post.id)),
            protected: post.protected,
            album: post.album.clone(),
            ..self.forward_of(post, Author::Channel(post.chat))
        }
    }

    fn origin(&self, message: &Message) -> Origin {
        let source = match message.author {
            Author::Bot => Source::User(self.bot.id),
            Author::Person(id) => match self.people.get(&id) {
                Some(person) if person.hides_forwards => Source::Hidden(person.name.clone()),
                _ => Source::User(id),
            },
            Author::Channel(id) if id == message.chat => Source::Channel(id, message.id),
            Author::Channel(id) => Source::Chat(id),
        };
        Origin { source, date: message.date }
    }

    /// The name over a forwarded message.
    pub(crate) fn source_name(&self, source: &Source) -> String {
        match source {
            Source::User(id) => self.user_name(*id).to_owned(),
            Source::Hidden(name) => name.clone(),
            Source::Chat(id) | Source::Channel(id, _) => {
                self.chats.get(id).map(|chat| chat.title.clone()).unwrap_or_default()
            }
        }
    }

    /// `MessageOrigin`.
    pub(super) fn origin_json(&self, origin: &Origin) -> Value {
        let date = origin.date;
        match &origin.source {
            Source::User(id) => json!({ "type": "user", "date": date, "sender_user": self.user_json(*id) }),
            Source::Hidden(name) => json!({ "type": "hidden_user", "date": date, "sender_user_name": name }),
            Source::Chat(id) => json!({ "type": "chat", "date": date, "sender_chat": self.chat_json(*id) }),
            Source::Channel(id, message) => {
                json!({ "type": "channel", "date": date, "chat": self.chat_json(*id), "message_id": message })
            }
        }
    }
}
