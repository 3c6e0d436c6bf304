//! What happened, numbered, for the page and for whoever waits.

use tokio::sync::broadcast;

use super::{ChatId, MessageId, UserId, World};

/// How many events a chat remembers for those who ask late.
const REMEMBERED: usize = 1000;

/// Something that happened.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// Grows by one with each event.
    pub(crate) number: u64,
    pub(crate) kind: EventKind,
}

/// What happened.
#[derive(Debug, Clone)]
pub(crate) enum EventKind {
    Message(ChatId, MessageId),
    Edit(ChatId, MessageId),
    Delete(ChatId, Vec<MessageId>),
    Typing(ChatId),
    Chat(ChatId),
    User(UserId),
    Commands,
    /// The fault rules or the flood limits changed, or a rule hit.
    Faults,
    /// What the bot says of itself changed.
    Bot,
}

impl EventKind {
    fn chat(&self) -> Option<ChatId> {
        match self {
            EventKind::Message(chat, _) | EventKind::Edit(chat, _) | EventKind::Delete(chat, _) => Some(*chat),
            EventKind::Typing(chat) | EventKind::Chat(chat) => Some(*chat),
            EventKind::User(_) | EventKind::Commands | EventKind::Faults | EventKind::Bot => None,
        }
    }
}

impl World {
    /// Everything that happens from now on.
    pub(crate) fn events(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// The number of the latest event.
    pub(crate) fn event_number(&self) -> u64 {
        self.event_number
    }

    /// The number that the next event will have: a message's version after it.
    pub(super) fn coming_event(&self) -> u64 {
        self.event_number + 1
    }

    /// Tells everybody who waits. Call it after the change was made: they look at once.
    pub(super) fn happened(&mut self, kind: EventKind) {
        self.event_number += 1;
        let event = Event { number: self.event_number, kind };
        if let Some(chat) = event.kind.chat().and_then(|id| self.chats.get_mut(&id)) {
            if chat.log.len() == REMEMBERED {
                chat.log.pop_front();
            }
            chat.log.push_back(event.clone());
            chat.changed.send_replace(event.number);
        }
        if self.events.receiver_count() > 0 {
            // Nobody listens any more: then nobody misses it.
            let _ = self.events.send(event);
        }
    }
}
