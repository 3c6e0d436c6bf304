//! Pinned messages.

use super::{Author, ChatId, EventKind, Message, MessageId, Service, World};

impl World {
    /// Pins a message, and says so in the chat; `false` when it is pinned already.
    pub(crate) fn pin(&mut self, chat: ChatId, id: MessageId, by: Author) -> bool {
        let Some(place) = self.chats.get_mut(&chat).filter(|place| !place.pinned.contains(&id)) else { return false };
        place.pinned.push(id);
        // The page shows at the message whether it is pinned.
        self.touch(chat, id);
        self.happened(EventKind::Chat(chat));
        self.put(chat, Message::service(by, Service::Pinned(id)));
        true
    }

    /// Takes a message from the pinned ones; `false` when it is none of them.
    pub(crate) fn unpin(&mut self, chat: ChatId, id: MessageId) -> bool {
        let Some(place) = self.chats.get_mut(&chat).filter(|place| place.pinned.contains(&id)) else { return false };
        place.pinned.retain(|pinned| *pinned != id);
        self.touch(chat, id);
        self.happened(EventKind::Chat(chat));
        true
    }

    /// Makes a new version of a message of which something beside its content changed.
    pub(super) fn touch(&mut self, chat: ChatId, id: MessageId) {
        let version = self.coming_event();
        let Some(message) = self.message_mut(chat, id) else { return };
        message.version = version;
        self.happened(EventKind::Edit(chat, id));
    }
}
