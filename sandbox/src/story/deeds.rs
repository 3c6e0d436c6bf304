//! What people do to messages that are there, and how they come into chats and go.

use super::{Chat, Message, Topic, User, done};
use crate::world::{MessageId, Saying};

impl User {
    /// From now on messages of the person that are forwarded tell the name and not the account.
    #[must_use]
    pub fn hidden(self) -> Self {
        done(self.core.shared.world().change_person(self.id(), |person| person.hides_forwards = true));
        self
    }

    /// Replies to a message and quotes a part of it, word for word.
    #[track_caller]
    pub fn quote(&self, message: &Message, part: &str, text: &str) -> Message {
        let saying = Saying {
            text: text.to_owned(),
            reply_to: Some(message.id()),
            quote: Some(part.to_owned()),
            ..Saying::default()
        };
        let id = done(self.core.shared.world().say(self.id(), message.chat_id(), saying));
        Message::new(self.core.clone(), message.chat_id(), id)
    }

    /// Changes the text or caption of an own message.
    #[track_caller]
    pub fn edit(&self, message: &Message, text: &str) -> Message {
        done(self.core.shared.world().rewrite(self.id(), message.chat_id(), message.id(), text));
        Message::new(self.core.clone(), message.chat_id(), message.id())
    }

    /// Deletes an own message, or as an administrator any.
    #[track_caller]
    pub fn delete(&self, message: &Message) {
        done(self.core.shared.world().take_back(self.id(), message.chat_id(), &[message.id()]));
    }

    /// Forwards a message into a chat that the person is in.
    #[track_caller]
    pub fn forward_to(&self, message: &Message, chat: &Chat) -> Message {
        self.forwarded(message, chat, None)
    }

    /// The same into a topic.
    #[track_caller]
    pub fn forward_in(&self, message: &Message, topic: &Topic) -> Message {
        self.forwarded(message, &topic.chat, Some(topic.thread))
    }

    /// Reacts to a message with an emoji, in place of an earlier one.
    #[track_caller]
    pub fn react(&self, message: &Message, emoji: &str) {
        done(self.core.shared.world().react(self.id(), message.chat_id(), message.id(), Some(emoji)));
    }

    /// Takes the reaction away.
    #[track_caller]
    pub fn unreact(&self, message: &Message) {
        done(self.core.shared.world().react(self.id(), message.chat_id(), message.id(), None));
    }

    /// Pins a message.
    #[track_caller]
    pub fn pin(&self, message: &Message) {
        done(self.core.shared.world().pin_as(self.id(), message.chat_id(), message.id()));
    }

    /// Unpins a message.
    #[track_caller]
    pub fn unpin(&self, message: &Message) {
        done(self.core.shared.world().unpin_as(self.id(), message.chat_id(), message.id()));
    }

    /// The keys that the bot shows the person in a chat in place of the keyboard; `None` when it shows none.
    pub fn keys(&self, chat: &Chat) -> Option<Vec<Vec<String>>> {
        let world = self.core.shared.world();
        let rows = world.keys_seen(chat.id(), self.id())?;
        Some(rows.iter().map(|row| row.iter().map(|key| key.text.clone()).collect()).collect())
    }

    #[track_caller]
    fn forwarded(&self, message: &Message, chat: &Chat, thread: Option<MessageId>) -> Message {
        let what = (message.chat_id(), message.id());
        let id = done(self.core.shared.world().forward(self.id(), what, chat.id(), thread));
        Message::new(self.core.clone(), chat.id(), id)
    }
}

impl Chat {
    /// A person comes in.
    #[track_caller]
    pub fn join(&self, user: &User) {
        done(self.core.shared.world().join(user.id(), self.id()));
    }

    /// A person goes.
    #[track_caller]
    pub fn leave(&self, user: &User) {
        done(self.core.shared.world().go(user.id(), self.id()));
    }

    /// A member becomes an administrator.
    #[track_caller]
    pub fn promote(&self, user: &User) {
        done(self.core.shared.world().promote(user.id(), self.id(), true));
    }

    /// An administrator is a mere member again.
    #[track_caller]
    pub fn demote(&self, user: &User) {
        done(self.core.shared.world().promote(user.id(), self.id(), false));
    }

    /// The bot may read in the supergroup, but not write.
    #[track_caller]
    pub fn restrict_bot(&self) {
        done(self.core.shared.world().restrict_bot(self.id(), true));
    }

    /// The bot may write again.
    #[track_caller]
    pub fn unrestrict_bot(&self) {
        done(self.core.shared.world().restrict_bot(self.id(), false));
    }

    /// The basic group becomes a supergroup, which is given.
    #[track_caller]
    pub fn migrate(&self) -> Chat {
        let id = done(self.core.shared.world().migrate(self.id()));
        Chat::new(self.core.clone(), id)
    }

    /// The pinned messages, the newest pin last.
    #[track_caller]
    pub fn pinned(&self) -> Vec<Message> {
        let ids = done(self.core.shared.world().chat(self.id())).pinned.clone();
        ids.into_iter().map(|id| Message::new(self.core.clone(), self.id(), id)).collect()
    }
}
