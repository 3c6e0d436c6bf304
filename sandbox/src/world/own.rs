//! What the bot does to messages. Whether it may is decided in `api`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Author, ChatId, ChatKind, Content, EventKind, Keyboard, Message, MessageId, World};

impl World {
    /// Puts a message of the bot into a chat; in a channel it is a post of the channel.
    pub(crate) fn post(&mut self, chat: ChatId, mut message: Message) -> MessageId {
        let reply_markup = message.reply_markup.take();
        let in_channel = self.chats.get(&chat).is_some_and(|place| place.kind == ChatKind::Channel);
        let author = if in_channel { Author::Channel(chat) } else { Author::Bot };
        let id = self.put(chat, Message { author, own: true, ..message });
        if let Some(reply_markup) = reply_markup {
            self.show(chat, id, *reply_markup);
        }
        id
    }

    /// Changes a message's content and buttons; the copy of a channel post in the discussion group changes with it. The bot
    /// hears of it unless the message is its own, or was sent through it.
    pub(crate) fn edit(&mut self, chat: ChatId, id: MessageId, content: Content, keyboard: Keyboard) {
        let version = self.coming_event();
        let Some(message) = self.chats.get_mut(&chat).and_then(|place| place.messages.get_mut(&id)) else { return };
        let copy = message.copy.filter(|_| message.content() != content);
        message.edited = Some(Self::now());
        message.version = version;
        Content { body: message.body, media: message.media, caption_above: message.caption_above } = content.clone();
        message.keyboard = keyboard.clone();
        let by_bot = message.own || message.inline_id.is_some();
        if !by_bot {
            self.tell_edited(chat, id);
        }
        self.happened(EventKind::Edit(chat, id));
        if let Some((group, copied)) = copy {
            self.edit(group, copied, content, keyboard.forwarded());
        }
    }

    /// Takes messages out of a chat, and with them what they pinned or showed. A channel post's copy in the discussion
    /// group goes with it; comments stay, and so does the post when its copy is deleted.
    pub(crate) fn delete(&mut self, chat: ChatId, ids: &[MessageId]) {
        let about = |id: &MessageId| self.discussed(chat, *id).or_else(|| self.message(chat, *id).ok()?.copy_of);
        let discussed: BTreeSet<_> = ids.iter().filter_map(about).collect();
        let Some(place) = self.chats.get_mut(&chat) else { return };
        let mut copies: BTreeMap<ChatId, Vec<MessageId>> = BTreeMap::new();
        for (group, copy) in ids.iter().filter_map(|id| place.messages.get(id)?.copy) {
            copies.entry(group).or_default().push(copy);
        }
        place.messages.retain(|id, _| !ids.contains(id));
        let pins = place.pinned.len();
        place.pinned.retain(|id| !ids.contains(id));
        let hidden = place.hide(|_, seen| ids.contains(&seen.message));
        let changed = hidden || place.pinned.len() < pins;
        self.happened(EventKind::Delete(chat, ids.to_vec()));
        if changed {
            self.happened(EventKind::Chat(chat));
        }
        for (channel, post) in discussed {
            self.touch(channel, post);
        }
        for (group, copies) in copies {
            self.delete(group, &copies);
        }
    }

    /// Shows that the bot is busy in a chat.
    pub(crate) fn typing(&mut self, chat: ChatId) {
        self.happened(EventKind::Typing(chat));
    }
}
