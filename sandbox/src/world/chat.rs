//! A chat: who is in it, what was said in it, and where the bot stands.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use tokio::sync::watch;

use super::{ChatId, Event, Message, MessageId, Seen, UserId};

/// What sort of chat it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChatKind {
    Private,
    Group,
    Supergroup,
    Channel,
}

impl ChatKind {
    /// The published name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            ChatKind::Private => "private",
            ChatKind::Group => "group",
            ChatKind::Supergroup => "supergroup",
            ChatKind::Channel => "channel",
        }
    }
}

/// Where the bot stands in a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It never was there; in a private chat: the person never started it.
    Stranger,
    /// It reads along; in a private chat: the person started it.
    Member,
    /// It reads along and may not write.
    Restricted,
    Admin,
    /// It was there and left.
    Left,
    /// It was thrown out; in a private chat: the person blocked it.
    Kicked,
}

impl Standing {
    /// The name in the control interface.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Standing::Stranger => "stranger",
            Standing::Member => "member",
            Standing::Restricted => "restricted",
            Standing::Admin => "admin",
            Standing::Left => "left",
            Standing::Kicked => "kicked",
        }
    }
}

/// A topic of a supergroup.
#[derive(Debug, Clone)]
pub(crate) struct Topic {
    /// The id of the service message that opened it.
    pub(crate) thread: MessageId,
    pub(crate) title: String,
}

/// A chat.
pub(crate) struct Chat {
    pub(crate) id: ChatId,
    pub(crate) kind: ChatKind,
    /// In a private chat, the person's name.
    pub(crate) title: String,
    pub(crate) username: Option<String>,
    /// Who made it; in a private chat, the person.
    pub(crate) owner: UserId,
    /// The people in it, the owner too.
    pub(crate) members: BTreeSet<UserId>,
    /// Those of them who may post in a channel, pin, and delete what others wrote; the owner too.
    pub(crate) admins: BTreeSet<UserId>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) bot: Standing,
    /// The channel's discussion group, or the group's channel.
    pub(crate) linked: Option<ChatId>,
    /// The supergroup that the group is now.
    pub(crate) migrated_to: Option<ChatId>,
    /// The pinned messages, the newest pin last.
    pub(crate) pinned: Vec<MessageId>,
    /// What the bot shows to people in place of their keyboards.
    pub(super) shown: BTreeMap<UserId, Seen>,
    /// Boxed, since the nodes of a map that grows at its end stay half empty.
    pub(crate) messages: BTreeMap<MessageId, Box<Message>>,
    pub(super) last_message: MessageId,
    /// The latest events, oldest first.
    pub(super) log: VecDeque<Event>,
    /// The number of the latest event; those who wait for something in this chat watch it.
    pub(crate) changed: watch::Sender<u64>,
}

impl Chat {
    /// An empty chat.
    pub(super) fn new(id: ChatId, kind: ChatKind, title: &str, owner: UserId) -> Self {
        Chat {
            id,
            kind,
            title: title.to_owned(),
            username: None,
            owner,
            members: BTreeSet::from([owner]),
            admins: BTreeSet::from([owner]),
            topics: Vec::new(),
            bot: Standing::Stranger,
            linked: None,
            migrated_to: None,
            pinned: Vec::new(),
            shown: BTreeMap::new(),
            messages: BTreeMap::new(),
            last_message: 0,
            log: VecDeque::new(),
            changed: watch::Sender::new(0),
        }
    }

    /// Whether the chat has topics.
    pub(crate) fn is_forum(&self) -> bool {
        !self.topics.is_empty()
    }

    /// Whether the bot is in it.
    pub(crate) fn has_bot(&self) -> bool {
        matches!(self.bot, Standing::Member | Standing::Restricted | Standing::Admin)
    }

    /// Whether there was a message with this id, deleted or not.
    pub(crate) fn had(&self, id: MessageId) -> bool {
        (1..=self.last_message).contains(&id)
    }

    /// The first event after the event with number `after` that is still remembered.
    pub(crate) fn event_after(&self, after: u64) -> Option<&Event> {
        let from = self.log.partition_point(|event| event.number <= after);
        self.log.get(from)
    }

    /// The first message after `after` that the bot sent.
    pub(crate) fn own_after(&self, after: MessageId) -> Option<&Message> {
        self.messages.range(after + 1..).map(|(_, message)| message.as_ref()).find(|m| m.own && m.service.is_none())
    }
}
