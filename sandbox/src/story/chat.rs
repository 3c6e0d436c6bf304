//! A chat as a test holds it.

use std::{
    panic::Location,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use super::{Core, Message, changes_in, done};
use crate::world::{ChatId, MessageId, Saying};

/// A chat. Clones share what was taken with [`Chat::next`].
#[derive(Clone)]
pub struct Chat {
    pub(super) core: Core,
    id: ChatId,
    /// The last message that this handle gave.
    taken: Arc<AtomicI64>,
}

/// A topic of a supergroup.
#[derive(Clone)]
pub struct Topic {
    pub(super) chat: Chat,
    pub(super) thread: MessageId,
}

impl Chat {
    pub(super) fn new(core: Core, id: ChatId) -> Self {
        Chat { core, id, taken: Arc::default() }
    }

    /// Telegram's id.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Waits for the first message of the bot in this chat that this handle has not given yet.
    #[track_caller]
    pub fn next(&self) -> impl Future<Output = Message> + Send {
        let place = Location::caller();
        async move {
            let changed = changes_in(&self.core.shared.world(), self.id);
            let id = self
                .core
                .wait(
                    changed,
                    |_| self.take(),
                    || format!("{place}: no message of the bot came; {}", self.core.what_happened(self.id)),
                )
                .await;
            Message::new(self.core.clone(), self.id, id)
        }
    }

    /// The message that [`Chat::next`] would give, if it is there already.
    pub fn try_next(&self) -> Option<Message> {
        self.take().map(|id| Message::new(self.core.clone(), self.id, id))
    }

    /// Passes over the messages of the bot that are there.
    pub fn skip(&self) {
        while self.take().is_some() {}
    }

    /// All messages, oldest first.
    pub fn messages(&self) -> Vec<Message> {
        let ids: Vec<_> = done(self.core.shared.world().chat(self.id)).messages.keys().copied().collect();
        ids.into_iter().map(|id| Message::new(self.core.clone(), self.id, id)).collect()
    }

    /// A post of the channel, written by its owner.
    #[track_caller]
    pub fn post(&self, text: &str) -> Message {
        let mut world = self.core.shared.world();
        let owner = done(world.chat(self.id)).owner;
        let id = done(world.say(owner, self.id, Saying { text: text.to_owned(), ..Saying::default() }));
        drop(world);
        Message::new(self.core.clone(), self.id, id)
    }

    /// Opens a topic in the supergroup.
    #[track_caller]
    pub fn topic(&self, title: &str) -> Topic {
        let thread = done(self.core.shared.world().add_topic(self.id, title));
        Topic { chat: self.clone(), thread }
    }

    /// Gives the channel a discussion group: the channel's posts are forwarded there from now on.
    #[track_caller]
    pub fn discussed_in(&self, group: &Chat) {
        done(self.core.shared.world().link(self.id, group.id));
    }

    /// The bot comes in as a member, or is one from now on.
    #[track_caller]
    pub fn invite_bot(&self) {
        done(self.core.shared.world().invite_bot(self.id, false));
    }

    /// The bot comes in as an administrator, or is one from now on.
    #[track_caller]
    pub fn promote_bot(&self) {
        done(self.core.shared.world().invite_bot(self.id, true));
    }

    /// The bot is thrown out.
    #[track_caller]
    pub fn kick_bot(&self) {
        done(self.core.shared.world().kick_bot(self.id));
    }

    fn take(&self) -> Option<MessageId> {
        let world = self.core.shared.world();
        let found = world.chat(self.id).ok()?.own_after(self.taken.load(Ordering::Relaxed))?.id;
        // Under the world's lock, so that two waits do not take the same message.
        self.taken.store(found, Ordering::Relaxed);
        Some(found)
    }
}

impl Topic {
    /// Its `message_thread_id`.
    pub fn thread_id(&self) -> i64 {
        self.thread
    }
}
