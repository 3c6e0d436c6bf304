//! What people say: words, files, deep links.

use super::{
    Author, ChatId, ChatKind, Media, MediaKind, Message, MessageId, Quote, Refusal, Standing, Upload, UserId, World,
};
use crate::{
    limits,
    text::{Formatted, TextError, finish, finish_caption},
};

/// What a person says, or writes under a file, and where.
#[derive(Debug, Clone, Default)]
pub(crate) struct Saying {
    pub(crate) text: String,
    pub(crate) reply_to: Option<MessageId>,
    /// The part of that message that is quoted, word for word.
    pub(crate) quote: Option<String>,
    pub(crate) thread: Option<MessageId>,
}

impl World {
    /// A person says something; in a channel it is a post of the channel.
    pub(crate) fn say(&mut self, user: UserId, chat: ChatId, saying: Saying) -> Result<MessageId, Refusal> {
        let body = finish(Formatted { text: saying.text.clone(), entities: Vec::new() });
        let body = body.map_err(|error| match error {
            TextError::Empty => Refusal::from("there is nothing to say"),
            TextError::TooLong => format!("a message has at most {} characters", limits::TEXT_CHARS).into(),
        })?;
        let message = self.spoken(user, chat, body, &saying)?;
        self.speak(user, chat, message)
    }

    /// A person sends a file, with a caption.
    pub(crate) fn send_file(
        &mut self,
        user: UserId,
        chat: ChatId,
        kind: MediaKind,
        upload: &Upload,
        caption: &Saying,
    ) -> Result<MessageId, Refusal> {
        let message = self.captioned(user, chat, caption)?;
        let file = self.files.keep(kind, upload).map_err(|error| error.to_string())?;
        self.speak(user, chat, Message { media: Some(Media { file, spoiler: false }), ..message })
    }

    /// A person sends files of one kind as an album; the caption stands with the first of them.
    pub(crate) fn send_album(
        &mut self,
        user: UserId,
        chat: ChatId,
        kind: MediaKind,
        uploads: &[Upload],
        caption: &Saying,
    ) -> Result<Vec<MessageId>, Refusal> {
        if !(2..=limits::ALBUM).contains(&uploads.len()) {
            return Err(format!("an album has 2 to {} files", limits::ALBUM).into());
        }
        let first = self.captioned(user, chat, caption)?;
        let files = uploads.iter().map(|upload| self.files.keep(kind, upload));
        let files = files.collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?;
        let mut item = Message { album: Some(self.new_album_id()), ..first };
        let mut sent = Vec::new();
        for file in files {
            let media = Some(Media { file, spoiler: false });
            sent.push(self.speak(user, chat, Message { media, ..item.clone() })?);
            item.body = Formatted::default();
        }
        Ok(sent)
    }

    /// A message with this caption, its file still to come.
    fn captioned(&self, user: UserId, chat: ChatId, caption: &Saying) -> Result<Message, Refusal> {
        let body = finish_caption(Formatted { text: caption.text.clone(), entities: Vec::new() });
        let body = body.map_err(|_| format!("a caption has at most {} characters", limits::CAPTION_CHARS))?;
        self.spoken(user, chat, body, caption)
    }

    /// A message as a person would say it there; refused where the person, the message replied to or the topic is not.
    pub(super) fn spoken(
        &self,
        user: UserId,
        chat: ChatId,
        body: Formatted,
        saying: &Saying,
    ) -> Result<Message, Refusal> {
        let mut message = Message::new(self.author_in(user, chat)?, body);
        if let Some(id) = saying.reply_to {
            let replied = self.message(chat, id)?;
            message.reply_to = Some(id);
            if let Some(words) = saying.quote.as_deref() {
                let quote = Quote::all(&replied.body, words.trim()).next();
                let quote = quote.ok_or_else(|| format!("message {id} does not say {words:?}"))?;
                message.quote = Some(Box::new(quote));
            }
        } else if saying.quote.is_some() {
            return Err("only a reply quotes".into());
        }
        self.check_topic(chat, saying.thread)?;
        message.thread = saying.thread;
        Ok(message)
    }

    /// Puts what a person says into the chat; the first words in a private chat start the bot.
    pub(super) fn speak(&mut self, user: UserId, chat: ChatId, message: Message) -> Result<MessageId, Refusal> {
        if chat == user && self.chat(chat)?.bot == Standing::Stranger {
            self.set_standing(chat, Standing::Member);
        }
        Ok(self.put(chat, message))
    }

    /// A person opens `t.me/<bot>?start=parameter`, which lets a blocked bot write again.
    pub(crate) fn start(&mut self, user: UserId, parameter: &str) -> Result<MessageId, Refusal> {
        let sane = parameter.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        if !sane || parameter.len() > limits::START_PARAMETER_CHARS {
            return Err("a start parameter has at most 64 of A-Za-z0-9_-".into());
        }
        self.unblock(user)?;
        let text = format!("/start {parameter}");
        self.say(user, user, Saying { text, ..Saying::default() })
    }

    /// Refuses a topic that the chat does not have.
    pub(super) fn check_topic(&self, chat: ChatId, thread: Option<MessageId>) -> Result<(), Refusal> {
        let Some(thread) = thread else { return Ok(()) };
        match self.chat(chat)?.topics.iter().any(|topic| topic.thread == thread) {
            true => Ok(()),
            false => Err(format!("chat {chat} has no topic {thread}").into()),
        }
    }

    /// As whom a person speaks in a chat; refused where the person is not, or may not.
    pub(super) fn author_in(&self, user: UserId, chat: ChatId) -> Result<Author, Refusal> {
        let person = self.person(user)?;
        let place = self.chat(chat)?;
        let refusal = |why: &str| Err(Refusal(format!("{} {why} {}", person.name, place.title)));
        if person.deactivated {
            return Err(format!("the account of {} was deleted", person.name).into());
        }
        match place.kind {
            ChatKind::Private if chat != user => refusal("cannot speak in the private chat of"),
            ChatKind::Private if person.is_bot => refusal("is a bot and does not speak to"),
            ChatKind::Private if place.bot == Standing::Kicked => refusal("has blocked the bot:"),
            _ if place.migrated_to.is_some() => refusal("can write only in the supergroup that now is"),
            ChatKind::Channel if !place.admins.contains(&user) => refusal("is no administrator of"),
            ChatKind::Channel => Ok(Author::Channel(chat)),
            _ if !place.members.contains(&user) => refusal("is not a member of"),
            _ => Ok(Author::Person(user)),
        }
    }
}
