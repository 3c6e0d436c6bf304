//! How people come into groups and channels, go, and become administrators.

use serde_json::{Value, json};

use super::{Author, ChatId, ChatKind, EventKind, Message, Refusal, Service, Standing, UserId, World};

impl World {
    /// A person comes in.
    pub(crate) fn join(&mut self, user: UserId, chat: ChatId) -> Result<(), Refusal> {
        let kind = self.common_chat(user, chat)?;
        if self.chat(chat)?.members.contains(&user) {
            return Err(format!("user {user} is in chat {chat} already").into());
        }
        self.change_member(user, chat, |world| {
            world.chats.entry(chat).and_modify(|place| place.members.extend([user]));
        });
        if kind != ChatKind::Channel {
            self.put(chat, Message::service(Author::Person(user), Service::Joined(user)));
        }
        Ok(())
    }

    /// A person goes; the owner cannot.
    pub(crate) fn go(&mut self, user: UserId, chat: ChatId) -> Result<(), Refusal> {
        let kind = self.common_chat(user, chat)?;
        let place = self.presence(user, chat)?;
        if place.owner == user {
            return Err(format!("{} belongs to user {user}, who cannot leave it", place.title).into());
        }
        if kind != ChatKind::Channel {
            self.put(chat, Message::service(Author::Person(user), Service::Left(user)));
        }
        self.change_member(user, chat, |world| {
            world.chats.entry(chat).and_modify(|place| {
                place.members.remove(&user);
                place.admins.remove(&user);
                place.hide(|who, _| who == user);
            });
        });
        Ok(())
    }

    /// A member becomes an administrator, or is one no longer; the owner always is.
    pub(crate) fn promote(&mut self, user: UserId, chat: ChatId, admin: bool) -> Result<(), Refusal> {
        self.common_chat(user, chat)?;
        if self.presence(user, chat)?.owner == user {
            return Err(format!("chat {chat} belongs to user {user}").into());
        }
        self.change_member(user, chat, |world| {
            world.chats.entry(chat).and_modify(|place| {
                if admin {
                    place.admins.insert(user)
                } else {
                    place.admins.remove(&user)
                };
            });
        });
        Ok(())
    }

    /// The kind of a chat that people come to and go from.
    fn common_chat(&self, user: UserId, chat: ChatId) -> Result<ChatKind, Refusal> {
        self.person(user)?;
        let place = self.chat(chat)?;
        match (place.kind, place.migrated_to) {
            (ChatKind::Private, _) => Err("nobody comes into a private chat, and nobody leaves it".into()),
            (_, Some(to)) => Err(format!("chat {chat} is the supergroup {to} now").into()),
            (kind, None) => Ok(kind),
        }
    }

    /// Changes who a person is in a chat, and tells the bot where it is an administrator and asked to be told.
    fn change_member(&mut self, user: UserId, chat: ChatId, change: impl FnOnce(&mut World)) {
        let old = self.member_json(chat, user);
        change(self);
        let new = self.member_json(chat, user);
        if old != new && self.chats.get(&chat).is_some_and(|place| place.bot == Standing::Admin) {
            let update = json!({
                "chat": self.chat_json(chat),
                "from": self.user_json(user),
                "date": Self::now(),
                "old_chat_member": old,
                "new_chat_member": new,
            });
            self.updates.push("chat_member", &update);
        }
        self.happened(EventKind::Chat(chat));
    }

    /// `ChatMember` of a person or of the bot.
    pub(crate) fn member_json(&self, chat: ChatId, id: UserId) -> Value {
        let Some(place) = self.chats.get(&chat) else { return Value::Null };
        if id == self.bot.id {
            return self.bot_member_json(place.kind, place.bot);
        }
        let user = self.user_json(id);
        if !place.members.contains(&id) {
            json!({ "status": "left", "user": user })
        } else if place.kind == ChatKind::Private || !place.admins.contains(&id) {
            json!({ "status": "member", "user": user })
        } else if place.owner == id {
            json!({ "status": "creator", "user": user, "is_anonymous": false })
        } else {
            self.admin_json(place.kind, &user)
        }
    }
}
