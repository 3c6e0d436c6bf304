//! What people do: they come, make chats, speak.

use super::{
    Author, Chat, ChatId, ChatKind, EventKind, Media, MediaKind, Message, MessageId, Person, Quote, Refusal, Service,
    Standing, Topic, Upload, UserId, World,
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
    /// A new person, with a private chat that the person has not started yet.
    pub(crate) fn add_person(
        &mut self,
        name: &str,
        username: Option<String>,
        language: Option<String>,
    ) -> Result<UserId, Refusal> {
        self.check_username(username.as_deref(), None)?;
        self.last_user += 1;
        let id = self.last_user;
        let person = Person {
            id,
            name: name.to_owned(),
            username: username.clone(),
            language,
            deactivated: false,
            is_bot: false,
            hides_forwards: false,
        };
        self.people.insert(id, person);
        self.happened(EventKind::User(id));
        let mut chat = Chat::new(id, ChatKind::Private, name, id);
        chat.username = username;
        self.add_chat(chat);
        Ok(id)
    }

    /// The person's username from now on.
    pub(crate) fn name_user(&mut self, id: UserId, username: &str) -> Result<(), Refusal> {
        self.check_username(Some(username), Some(id))?;
        self.change_person(id, |person| person.username = Some(username.to_owned()))
    }

    /// Refuses a username that the bot or anybody but `owner` has; usernames have no case.
    fn check_username(&self, username: Option<&str>, owner: Option<UserId>) -> Result<(), Refusal> {
        let Some(username) = username else { return Ok(()) };
        let same = |other: &str| other.eq_ignore_ascii_case(username);
        let others = self.people.values().filter(|person| Some(person.id) != owner);
        match same(&self.bot.username) || others.filter_map(|person| person.username.as_deref()).any(same) {
            true => Err(format!("the username {username} is taken").into()),
            false => Ok(()),
        }
    }

    /// Changes what is known of a person.
    pub(crate) fn change_person(&mut self, id: UserId, change: impl FnOnce(&mut Person)) -> Result<(), Refusal> {
        let person = self.people.get_mut(&id).ok_or_else(|| format!("there is no user {id}"))?;
        change(person);
        if let Some(chat) = self.chats.get_mut(&id) {
            chat.title.clone_from(&person.name);
            chat.username.clone_from(&person.username);
        }
        self.happened(EventKind::User(id));
        Ok(())
    }

    /// A new group, supergroup or channel, without the bot.
    pub(crate) fn make_chat(
        &mut self,
        kind: ChatKind,
        title: &str,
        owner: UserId,
        members: &[UserId],
    ) -> Result<ChatId, Refusal> {
        for &id in members.iter().chain([&owner]) {
            self.person(id)?;
        }
        let id = self.new_chat_id(kind)?;
        let mut chat = Chat::new(id, kind, title, owner);
        chat.members.extend(members);
        self.add_chat(chat);
        Ok(id)
    }

    /// An id for a new group, supergroup or channel.
    pub(super) fn new_chat_id(&mut self, kind: ChatKind) -> Result<ChatId, Refusal> {
        self.last_group += 1;
        match kind {
            ChatKind::Private => Err("a private chat is made with its user".into()),
            ChatKind::Group => Ok(-self.last_group),
            ChatKind::Supergroup | ChatKind::Channel => Ok(-1_001_000_000_000 - self.last_group),
        }
    }

    pub(super) fn add_chat(&mut self, chat: Chat) {
        let id = chat.id;
        self.chats.insert(id, chat);
        self.chat_order.push(id);
        self.happened(EventKind::Chat(id));
    }

    /// Opens a topic in a supergroup; gives its thread id.
    pub(crate) fn add_topic(&mut self, chat: ChatId, title: &str) -> Result<MessageId, Refusal> {
        let place = self.chat(chat)?;
        if place.kind != ChatKind::Supergroup {
            return Err(format!("chat {chat} is no supergroup, so it has no topics").into());
        }
        let mut message =
            Message::service(Author::Person(place.owner), Service::TopicCreated { title: title.to_owned() });
        // The service message opens the topic and stands in it.
        message.thread = Some(place.last_message + 1);
        message.in_topic = true;
        let topic = Topic { thread: place.last_message + 1, title: title.to_owned() };
        if let Some(place) = self.chats.get_mut(&chat) {
            place.topics.push(topic);
        }
        let id = self.put(chat, message);
        self.happened(EventKind::Chat(chat));
        Ok(id)
    }

    /// Makes a supergroup the discussion group of a channel: the channel's posts are forwarded there from now on.
    pub(crate) fn link(&mut self, channel: ChatId, group: ChatId) -> Result<(), Refusal> {
        if self.chat(channel)?.kind != ChatKind::Channel || self.chat(group)?.kind != ChatKind::Supergroup {
            return Err("a channel is linked with a supergroup".into());
        }
        for (from, to) in [(channel, group), (group, channel)] {
            if let Some(chat) = self.chats.get_mut(&from) {
                chat.linked = Some(to);
            }
        }
        Ok(())
    }

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
