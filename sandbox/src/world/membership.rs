//! Where the bot stands, what it sees there, and how that changes.

use serde_json::json;

use super::{Author, Chat, ChatId, ChatKind, EventKind, Message, MessageId, Refusal, Service, Standing, UserId, World};
use crate::text::{Kind, Units};

impl World {
    /// The bot comes into a group or channel, or its rights there change.
    pub(crate) fn invite_bot(&mut self, chat: ChatId, admin: bool) -> Result<(), Refusal> {
        let place = self.chat(chat)?;
        let (kind, owner, came) = (place.kind, place.owner, !place.has_bot());
        if place.migrated_to.is_some() {
            return Err(format!("{} is a supergroup now", place.title).into());
        }
        if kind == ChatKind::Private {
            return Err("the bot comes into a private chat when its person writes to it".into());
        }
        self.change_standing(chat, if admin { Standing::Admin } else { Standing::Member });
        if came && kind != ChatKind::Channel {
            self.put(chat, Message::service(Author::Person(owner), Service::Joined(self.bot.id)));
        }
        Ok(())
    }

    /// The bot is thrown out of a group or channel.
    pub(crate) fn kick_bot(&mut self, chat: ChatId) -> Result<(), Refusal> {
        let place = self.chat(chat)?;
        if place.kind == ChatKind::Private || !place.has_bot() || place.migrated_to.is_some() {
            return Err(format!("the bot cannot be thrown out of {}", place.title).into());
        }
        let (kind, owner) = (place.kind, place.owner);
        if kind != ChatKind::Channel {
            self.put(chat, Message::service(Author::Person(owner), Service::Left(self.bot.id)));
        }
        self.change_standing(chat, Standing::Kicked);
        Ok(())
    }

    /// The bot may not write in a supergroup any more, or may again.
    pub(crate) fn restrict_bot(&mut self, chat: ChatId, restricted: bool) -> Result<(), Refusal> {
        let place = self.chat(chat)?;
        if place.kind != ChatKind::Supergroup || !place.has_bot() {
            return Err(format!("the bot is no member of a supergroup {chat}, so it cannot be restricted there").into());
        }
        self.change_standing(chat, if restricted { Standing::Restricted } else { Standing::Member });
        Ok(())
    }

    /// The bot leaves a group or channel.
    pub(crate) fn leave(&mut self, chat: ChatId) {
        if self.chats.get(&chat).is_some_and(|place| place.kind != ChatKind::Channel) {
            self.put(chat, Message::service(Author::Bot, Service::Left(self.bot.id)));
        }
        self.change_standing(chat, Standing::Left);
    }

    /// A person blocks the bot.
    pub(crate) fn block(&mut self, user: UserId) -> Result<(), Refusal> {
        self.person(user)?;
        self.change_standing(user, Standing::Kicked);
        Ok(())
    }

    /// A person lets the bot write again.
    pub(crate) fn unblock(&mut self, user: UserId) -> Result<(), Refusal> {
        self.person(user)?;
        if self.chat(user)?.bot == Standing::Kicked {
            self.change_standing(user, Standing::Member);
        }
        Ok(())
    }

    pub(super) fn set_standing(&mut self, chat: ChatId, standing: Standing) {
        if let Some(place) = self.chats.get_mut(&chat) {
            place.bot = standing;
            if !place.has_bot() {
                place.hide(|_, _| true);
            }
        }
        self.happened(EventKind::Chat(chat));
    }

    /// Changes where the bot stands and tells it.
    fn change_standing(&mut self, chat: ChatId, standing: Standing) {
        let Some(place) = self.chats.get(&chat) else { return };
        let (old, owner) = (place.bot, place.owner);
        if old == standing {
            return;
        }
        let update = json!({
            "chat": self.chat_json(chat),
            "from": self.user_json(owner),
            "date": Self::now(),
            "old_chat_member": self.bot_member_json(place.kind, old),
            "new_chat_member": self.bot_member_json(place.kind, standing),
        });
        self.set_standing(chat, standing);
        self.updates.push("my_chat_member", &update);
    }

    /// Whether the bot is told of a message that it did not send itself.
    ///
    /// In groups privacy mode is on (core.telegram.org/bots/features#privacy-mode): a bot that is no administrator sees
    /// commands, replies to it, mentions of it, what was sent through it, and what nobody wrote.
    pub(super) fn bot_sees(&self, chat: ChatId, message: MessageId) -> bool {
        let Some(place) = self.chats.get(&chat) else { return false };
        let Some(message) = place.messages.get(&message) else { return false };
        if let Author::Person(id) = message.author
            && self.people.get(&id).is_some_and(|person| person.is_bot)
            && message.service.is_none()
        {
            // Bots do not see each other's messages.
            return false;
        }
        match (place.kind, place.bot) {
            (_, Standing::Stranger | Standing::Left | Standing::Kicked) => false,
            (ChatKind::Private | ChatKind::Channel, _) | (_, Standing::Admin) => true,
            (ChatKind::Group | ChatKind::Supergroup, Standing::Member | Standing::Restricted) => {
                let reply_to_bot = message.reply_to.and_then(|id| place.messages.get(&id)).is_some_and(|m| m.own);
                let of_my_channel =
                    message.copy_of.is_some_and(|(channel, _)| self.chats.get(&channel).is_some_and(Chat::has_bot));
                message.service.is_some()
                    || message.via_bot
                    || reply_to_bot
                    || of_my_channel
                    || self.speaks_to_bot(message)
            }
        }
    }

    /// Whether a message has a command that may be for the bot, or its name.
    fn speaks_to_bot(&self, message: &Message) -> bool {
        let units = Units::of(&message.body.text);
        message.body.entities.iter().any(|entity| {
            let words = units.part(entity).unwrap_or_default();
            let named = |name: &str| name.eq_ignore_ascii_case(&self.bot.username);
            match &entity.kind {
                Kind::BotCommand => words.split_once('@').is_none_or(|(_, bot)| named(bot)),
                Kind::Mention => words.strip_prefix('@').is_some_and(named),
                Kind::TextMention { user } => *user == self.bot.id,
                _ => false,
            }
        })
    }
}
