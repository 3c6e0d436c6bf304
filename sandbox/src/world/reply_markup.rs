//! What a message of the bot puts in place of people's keyboards: keys of its own, or a reply begun.

use std::{collections::BTreeSet, sync::Arc};

use super::{Author, Chat, ChatId, ChatKind, EventKind, Message, MessageId, UserId, World};
use crate::text::{Kind, Units};

/// What a message asks of people's apps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReplyMarkup {
    /// What to show; nothing takes away what is shown.
    pub(crate) shown: Option<Shown>,
    /// Only for those whom the message mentions or replies to.
    pub(crate) selective: bool,
}

/// What is shown in place of a person's keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shown {
    Keys { rows: Vec<Vec<Key>>, one_time: bool, resize: bool, persistent: bool, placeholder: Option<String> },
    ForceReply { placeholder: Option<String> },
}

/// A key: pressed, it says its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) text: String,
    /// `danger`, `success` or `primary`.
    pub(crate) style: Option<String>,
}

/// What one person sees, and the message that brought it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) message: MessageId,
    pub(crate) shown: Arc<Shown>,
}

impl Chat {
    /// What was shown last, and to whom; nobody named is everybody.
    pub(crate) fn last_shown(&self) -> Option<(&Seen, Option<Vec<UserId>>)> {
        let last = self.shown.values().max_by_key(|seen| seen.message)?;
        let users: Vec<_> =
            self.shown.iter().filter(|(_, seen)| seen.message == last.message).map(|(user, _)| *user).collect();
        let everybody = self.members.iter().eq(&users);
        Some((last, (!everybody).then_some(users)))
    }

    /// Takes away what fits; gives whether something did.
    pub(super) fn hide(&mut self, fits: impl Fn(UserId, &Seen) -> bool) -> bool {
        let before = self.shown.len();
        self.shown.retain(|user, seen| !fits(*user, seen));
        self.shown.len() < before
    }
}

impl World {
    /// Shows people what a message of the bot asks their apps to show.
    pub(super) fn show(&mut self, chat: ChatId, id: MessageId, markup: ReplyMarkup) {
        let Ok(message) = self.message(chat, id) else { return };
        let named = markup.selective.then(|| self.addressees(message));
        let Some(place) = self.chats.get_mut(&chat) else { return };
        let named = named.filter(|_| place.kind != ChatKind::Private);
        let users = place.members.iter().filter(|user| named.as_ref().is_none_or(|named| named.contains(user)));
        match markup.shown.map(Arc::new) {
            Some(shown) => {
                place.shown.extend(users.map(|user| (*user, Seen { message: id, shown: shown.clone() })));
            }
            None => users.for_each(|user| drop(place.shown.remove(user))),
        }
        self.happened(EventKind::Chat(chat));
    }

    /// The keys that a person sees in a chat.
    pub(crate) fn keys_seen(&self, chat: ChatId, user: UserId) -> Option<&[Vec<Key>]> {
        match &*self.chats.get(&chat)?.shown.get(&user)?.shown {
            Shown::Keys { rows, .. } => Some(rows),
            Shown::ForceReply { .. } => None,
        }
    }

    /// A person answered: a reply that was asked for is given.
    pub(super) fn replied(&mut self, chat: ChatId, user: UserId, to: MessageId) {
        let Some(place) = self.chats.get_mut(&chat) else { return };
        let given = |who: UserId, seen: &Seen| {
            who == user && seen.message == to && matches!(*seen.shown, Shown::ForceReply { .. })
        };
        if place.hide(given) {
            self.happened(EventKind::Chat(chat));
        }
    }

    /// Whom a message mentions or replies to.
    fn addressees(&self, message: &Message) -> BTreeSet<UserId> {
        let units = Units::of(&message.body.text);
        let mentioned = message.body.entities.iter().filter_map(|entity| match &entity.kind {
            Kind::TextMention { user } => Some(*user),
            Kind::Mention => {
                let name = units.part(entity)?.strip_prefix('@')?;
                let named = |username: &String| username.eq_ignore_ascii_case(name);
                self.people.values().find(|person| person.username.as_ref().is_some_and(named)).map(|person| person.id)
            }
            _ => None,
        });
        let replied = message.reply_to.and_then(|id| self.message(message.chat, id).ok());
        let asked = replied.and_then(|replied| match replied.author {
            Author::Person(id) => Some(id),
            Author::Bot | Author::Channel(_) => None,
        });
        mentioned.chain(asked).collect()
    }
}
