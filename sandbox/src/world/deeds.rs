//! What people do to messages that are there: edit, delete, forward, react, pin.

use super::{Author, Chat, ChatId, ChatKind, Content, Message, MessageId, Refusal, UserId, World, reaction_emoji};
use crate::{
    limits,
    text::{Formatted, TextError, finish, finish_caption},
};

impl World {
    /// A person changes the text or caption of an own message, or an administrator that of a channel post of people.
    pub(crate) fn rewrite(&mut self, user: UserId, chat: ChatId, id: MessageId, text: &str) -> Result<(), Refusal> {
        let author = self.author_in(user, chat)?;
        let message = self.message(chat, id)?;
        if message.author != author || message.own || message.service.is_some() || message.via_bot {
            return Err(format!("message {id} is not one that user {user} can edit").into());
        }
        if message.origin.is_some() {
            return Err("a forwarded message cannot be edited".into());
        }
        let text = Formatted { text: text.to_owned(), entities: Vec::new() };
        let body = if message.media.is_some() { finish_caption(text) } else { finish(text) };
        let body = body.map_err(|error| match error {
            TextError::Empty => Refusal::from("there is nothing to say"),
            TextError::TooLong => too_long(message),
        })?;
        if body == message.body {
            return Err("the message says that already".into());
        }
        let (content, keyboard) = (Content { body, ..message.content() }, message.keyboard.clone());
        self.edit(chat, id, content, keyboard);
        Ok(())
    }

    /// A person deletes own messages, or as an administrator any; in a private chat both sides do.
    pub(crate) fn take_back(&mut self, user: UserId, chat: ChatId, ids: &[MessageId]) -> Result<(), Refusal> {
        let place = self.presence(user, chat)?;
        for &id in ids {
            let message = self.message(chat, id)?;
            let own = message.author == Author::Person(user);
            if !own && place.kind != ChatKind::Private && !place.admins.contains(&user) {
                return Err(format!("user {user} cannot delete message {id} of somebody else").into());
            }
        }
        self.delete(chat, ids);
        Ok(())
    }

    /// A person forwards a message into a chat, there into a topic if one is given.
    pub(crate) fn forward(
        &mut self,
        user: UserId,
        (from, id): (ChatId, MessageId),
        chat: ChatId,
        thread: Option<MessageId>,
    ) -> Result<MessageId, Refusal> {
        self.presence(user, from)?;
        let message = self.message(from, id)?;
        if message.service.is_some() {
            return Err("what nobody wrote cannot be forwarded".into());
        }
        if message.protected {
            return Err("the message is protected and cannot be forwarded".into());
        }
        let author = self.author_in(user, chat)?;
        self.check_topic(chat, thread)?;
        let forward = Message { thread, ..self.forward_of(message, author) };
        self.speak(user, chat, forward)
    }

    /// A person reacts to a message, or takes the reaction away.
    pub(crate) fn react(
        &mut self,
        user: UserId,
        chat: ChatId,
        id: MessageId,
        emoji: Option<&str>,
    ) -> Result<(), Refusal> {
        self.presence(user, chat)?;
        if self.message(chat, id)?.service.is_some() {
            return Err("nobody reacts to what nobody wrote".into());
        }
        let known = |emoji| reaction_emoji(emoji).ok_or_else(|| format!("{emoji:?} is no emoji to react with"));
        let emoji = emoji.map(known).transpose()?;
        self.set_reaction(chat, id, user, emoji);
        Ok(())
    }

    /// A person pins a message: in a private chat, or as an administrator.
    pub(crate) fn pin_as(&mut self, user: UserId, chat: ChatId, id: MessageId) -> Result<(), Refusal> {
        let author = self.pinner(user, chat)?;
        if self.message(chat, id)?.service.is_some() {
            return Err("what nobody wrote cannot be pinned".into());
        }
        match self.pin(chat, id, author) {
            true => Ok(()),
            false => Err(format!("message {id} is pinned already").into()),
        }
    }

    /// A person unpins a message.
    pub(crate) fn unpin_as(&mut self, user: UserId, chat: ChatId, id: MessageId) -> Result<(), Refusal> {
        self.pinner(user, chat)?;
        match self.unpin(chat, id) {
            true => Ok(()),
            false => Err(format!("message {id} is not pinned").into()),
        }
    }

    fn pinner(&self, user: UserId, chat: ChatId) -> Result<Author, Refusal> {
        let author = self.author_in(user, chat)?;
        let place = self.chat(chat)?;
        match place.kind == ChatKind::Private || place.admins.contains(&user) {
            true => Ok(author),
            false => Err(format!("user {user} is no administrator of {}", place.title).into()),
        }
    }

    /// The chat, if the person is in it; a person who reads need not be allowed to speak.
    pub(super) fn presence(&self, user: UserId, chat: ChatId) -> Result<&Chat, Refusal> {
        let person = self.person(user)?;
        let place = self.chat(chat)?;
        if person.deactivated {
            return Err(format!("the account of {} was deleted", person.name).into());
        }
        match place.members.contains(&user) {
            true => Ok(place),
            false => Err(format!("{} is not in {}", person.name, place.title).into()),
        }
    }
}

fn too_long(message: &Message) -> Refusal {
    let (what, most) =
        if message.media.is_some() { ("caption", limits::CAPTION_CHARS) } else { ("message", limits::TEXT_CHARS) };
    format!("a {what} has at most {most} characters").into()
}
