//! People come, and make chats.

use super::{
    Author, Chat, ChatId, ChatKind, EventKind, Message, MessageId, Person, Refusal, Service, Topic, UserId, World,
};

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
    pub(crate) fn set_username(&mut self, id: UserId, username: &str) -> Result<(), Refusal> {
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
}
