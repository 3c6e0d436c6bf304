//! How a message comes into a chat, and what of it the bot is told.

use super::{Author, ChatId, ChatKind, EventKind, Message, MessageId, World};

impl World {
    /// Puts a message into a chat: gives it its id and thread, tells the bot if the bot sees it, and forwards a channel
    /// post into the discussion group.
    pub(super) fn put(&mut self, chat: ChatId, mut message: Message) -> MessageId {
        let version = self.coming_event();
        let Some(place) = self.chats.get_mut(&chat) else { return 0 };
        place.last_message += 1;
        let id = place.last_message;
        message.id = id;
        message.chat = chat;
        message.date = Self::now();
        message.version = version;
        if let Some(parent) = message.reply_to.and_then(|id| place.messages.get(&id))
            && message.thread.is_none()
            && place.kind == ChatKind::Supergroup
        {
            message.thread = parent.thread.or_else(|| (!place.is_forum()).then_some(parent.id));
        }
        message.in_topic = message.thread.is_some_and(|thread| place.topics.iter().any(|t| t.thread == thread));
        if message.in_topic && message.reply_to.is_none() && message.thread != Some(id) {
            // What is no reply in a topic is one to the message that opened it.
            message.reply_to = message.thread;
        }
        let discussion = place.linked.filter(|_| place.kind == ChatKind::Channel && message.service.is_none());
        let forward = discussion.map(|group| (group, self.automatic_forward(&message)));
        let (own, author, reply_to) = (message.own, message.author, message.reply_to);
        if let Some(place) = self.chats.get_mut(&chat) {
            place.messages.insert(id, Box::new(message));
        }
        if !own {
            self.tell(chat, id, "message", "channel_post");
        }
        self.happened(EventKind::Message(chat, id));
        if let (Author::Person(user), Some(to)) = (author, reply_to) {
            self.replied(chat, user, to);
        }
        if let Some((channel, post)) = self.discussed(chat, id) {
            // The page shows at a post how many comments it has.
            self.touch(channel, post);
        }
        if let Some((group, copy)) = forward {
            let copy = self.put(group, copy);
            if let Some(post) = self.message_mut(chat, id) {
                post.copy = Some((group, copy));
            }
        }
        id
    }

    /// The channel post that a comment is about.
    pub(super) fn discussed(&self, group: ChatId, comment: MessageId) -> Option<(ChatId, MessageId)> {
        let thread = self.message(group, comment).ok()?.thread?;
        self.message(group, thread).ok()?.copy_of
    }

    /// How many messages a thread of a supergroup has beside its first one.
    pub(crate) fn comments(&self, group: ChatId, thread: MessageId) -> usize {
        let later = self.chats.get(&group).into_iter().flat_map(|place| place.messages.range(thread + 1..));
        later.filter(|(_, message)| message.thread == Some(thread)).count()
    }

    /// Tells the bot that a message was edited, if it sees it.
    pub(super) fn tell_edited(&mut self, chat: ChatId, id: MessageId) {
        self.tell(chat, id, "edited_message", "edited_channel_post");
    }

    /// Gives the bot an update of this kind, or of the other one in a channel, if it sees the message.
    fn tell(&mut self, chat: ChatId, id: MessageId, kind: &str, in_channel: &str) {
        let (Ok(place), Ok(message)) = (self.chat(chat), self.message(chat, id)) else { return };
        if self.bot_sees(chat, id) {
            let kind = if place.kind == ChatKind::Channel { in_channel } else { kind };
            let content = self.message_json(message);
            self.updates.push(kind, &content);
        }
    }
}
