//! An update, read: what was asked, by whom, where.

use teloxide::types::{
    CallbackQuery, CallbackQueryId, Chat, ChatId, InlineKeyboardButtonKind, InlineQuery, InlineQueryId, Me, Message,
    MessageEntityKind, MessageEntityRef, MessageId, MessageKind, ThreadId, Update, UpdateKind, User, UserId,
};

use crate::commands::Place;

/// What an update says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Heard {
    /// Somebody asks.
    Question(Question),
    /// A group became a supergroup and has a new id.
    Moved {
        /// The group's id before.
        from: ChatId,
        /// The supergroup's id.
        to: ChatId,
    },
    /// Somebody has sent a message by way of an inline result.
    Chosen(ChosenInline),
    /// What Derek may do in a channel has changed.
    Standing(Standing),
    /// Nothing that Derek answers.
    Nothing,
    /// A kind of update that this program does not know.
    Unknown,
}

/// Something that Derek is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// A message or a channel post.
    Message(AskedByMessage),
    /// A pressed button.
    Press(AskedByPress),
    /// Words typed after the bot's name in any chat.
    Inline(AskedInline),
}

/// A message or a channel post that may be for Derek.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedByMessage {
    /// The chat in which it stands.
    pub chat: ChatId,
    /// What kind of chat that is.
    pub place: Place,
    /// The topic in which it stands.
    pub thread: Option<ThreadId>,
    /// The message.
    pub message: MessageId,
    /// Who wrote it; nobody in a channel.
    pub person: Option<Person>,
    /// Its text or caption; empty for a picture without one, a sticker and the like.
    pub text: String,
    /// The links hidden in the message that it replies to.
    pub links: Vec<HiddenLink>,
    /// The text or caption of that message, or what was picked out of it for the reply; none where it replies to nothing.
    pub replied: Option<String>,
    /// What the buttons of that message carry.
    pub replied_buttons: Vec<String>,
    /// Whether it was passed on from elsewhere.
    pub forwarded: bool,
    /// Whether it replies to a message of Derek's, or to one that was sent by way of Derek.
    pub replies_to_bot: bool,
}

/// A pressed button.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedByPress {
    /// What the answer goes to.
    pub query: CallbackQueryId,
    /// The message under which the button stands; none for a message sent by way of an inline result.
    pub message: Option<(ChatId, MessageId, Place)>,
    /// The topic in which that message stands.
    pub thread: Option<ThreadId>,
    /// The links hidden in that message.
    pub links: Vec<HiddenLink>,
    /// Who pressed.
    pub person: Person,
    /// What the button carries; anybody can make it up.
    pub data: String,
}

/// An address behind some words of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiddenLink {
    /// The words.
    pub words: String,
    /// The address.
    pub address: String,
}

/// Words typed after the bot's name.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedInline {
    /// What the answer goes to.
    pub query: InlineQueryId,
    /// Who types.
    pub person: Person,
    /// The words.
    pub words: String,
    /// Where the wanted page begins; empty for the first.
    pub offset: String,
}

/// A message that was sent by way of an inline result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenInline {
    /// Its inline message id.
    pub message: String,
    /// Who sent it.
    pub person: Person,
    /// The id of the result.
    pub result: String,
}

/// What Derek may do in a channel from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The channel.
    pub chat: ChatId,
    /// Its title.
    pub title: String,
    /// Its name, without `@`; none of a private one.
    pub username: Option<String>,
    /// Whether Derek may post there.
    pub may_post: bool,
    /// Who changed that.
    pub by: Person,
}

/// Somebody who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The person's id, and that of the private chat with the person.
    pub id: UserId,
    /// The language of the person's Telegram, an IETF tag.
    pub language_code: Option<String>,
}

/// What must be answered in order: the questions of one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Lane {
    /// One chat.
    Chat(ChatId),
    /// One person who asks inline, where no chat is known.
    Person(UserId),
    /// Updates that ask nothing.
    Other,
}

impl Heard {
    /// What `update` says to the bot `me`.
    pub(super) fn of(update: Update, me: &Me) -> Self {
        match update.kind {
            UpdateKind::Message(message) | UpdateKind::ChannelPost(message) => of_message(message, me),
            UpdateKind::CallbackQuery(query) => Self::Question(Question::Press(query.into())),
            UpdateKind::InlineQuery(query) => Self::Question(Question::Inline(query.into())),
            // Without an inline message id it can't be edited.
            UpdateKind::ChosenInlineResult(chosen) => match chosen.inline_message_id {
                Some(message) => {
                    Self::Chosen(ChosenInline { message, person: Person::from(&chosen.from), result: chosen.result_id })
                }
                None => Self::Nothing,
            },
            UpdateKind::MyChatMember(change) if change.chat.is_channel() => Self::Standing(Standing {
                chat: change.chat.id,
                title: change.chat.title().unwrap_or_default().to_owned(),
                username: change.chat.username().map(str::to_owned),
                may_post: change.new_chat_member.can_post_messages(),
                by: Person::from(&change.from),
            }),
            UpdateKind::Error(_) => Self::Unknown,
            _ => Self::Nothing,
        }
    }

    /// The lane in which it is handled.
    pub(super) fn lane(&self) -> Lane {
        match self {
            Self::Question(question) => question.lane(),
            // What is asked in the supergroup comes after it, also where only the group tells that it moved.
            Self::Moved { to, .. } => Lane::Chat(*to),
            Self::Chosen(chosen) => Lane::Person(chosen.person.id),
            Self::Standing(standing) => Lane::Chat(standing.chat),
            Self::Nothing | Self::Unknown => Lane::Other,
        }
    }
}

impl Question {
    /// The lane in which it is answered.
    pub(super) fn lane(&self) -> Lane {
        match self {
            Self::Message(asked) => Lane::Chat(asked.chat),
            Self::Press(asked) => asked.message.map_or(Lane::Person(asked.person.id), |(chat, _, _)| Lane::Chat(chat)),
            Self::Inline(asked) => Lane::Person(asked.person.id),
        }
    }
}

fn of_message(message: Message, me: &Me) -> Heard {
    if let Some(&to) = message.migrate_to_chat_id() {
        return Heard::Moved { from: message.chat.id, to };
    }
    if let Some(&from) = message.migrate_from_chat_id() {
        return Heard::Moved { from, to: message.chat.id };
    }
    let is_mine = |user: Option<&User>| user.is_some_and(|user| user.id == me.id);
    // What was sent by way of Derek's own inline results is not said to him, and bots are not answered.
    let from_a_bot = message.from.as_ref().is_some_and(|user| user.is_bot) && message.sender_chat.is_none();
    if !matches!(message.kind, MessageKind::Common(_)) || is_mine(message.via_bot.as_ref()) || from_a_bot {
        return Heard::Nothing;
    }
    let place = place_of(&message.chat);
    // What a channel posts into its discussion group is answered in the channel.
    if message.is_automatic_forward() || (place == Place::Channel && message.forward_origin().is_some()) {
        return Heard::Nothing;
    }
    let replied = message.reply_to_message();
    let picked = message.quote().map(|quote| quote.text.as_str());
    Heard::Question(Question::Message(AskedByMessage {
        chat: message.chat.id,
        place,
        thread: topic(&message),
        message: message.id,
        person: message.from.as_ref().filter(|_| place != Place::Channel).map(Person::from),
        text: message.text().or_else(|| message.caption()).unwrap_or_default().to_owned(),
        links: replied.map(hidden_links).unwrap_or_default(),
        replied: picked
            .or_else(|| replied.and_then(|replied| replied.text().or_else(|| replied.caption())))
            .map(str::to_owned),
        replied_buttons: replied.map(buttons).unwrap_or_default(),
        forwarded: message.forward_origin().is_some(),
        replies_to_bot: replied
            .is_some_and(|replied| is_mine(replied.from.as_ref()) || is_mine(replied.via_bot.as_ref())),
    }))
}

fn place_of(chat: &Chat) -> Place {
    match chat {
        chat if chat.is_private() => Place::Private,
        chat if chat.is_channel() => Place::Channel,
        _ => Place::Group,
    }
}

/// The topic of a group in which a message stands; a thread of replies is none.
fn topic(message: &Message) -> Option<ThreadId> {
    message.thread_id.filter(|_| message.is_topic_message)
}

/// The addresses behind the words of a message, in order.
fn hidden_links(message: &Message) -> Vec<HiddenLink> {
    let entities = message.parse_entities().or_else(|| message.parse_caption_entities()).unwrap_or_default();
    let link = |entity: MessageEntityRef<'_>| match entity.kind() {
        MessageEntityKind::TextLink { url } => {
            Some(HiddenLink { words: entity.text().to_owned(), address: url.to_string() })
        }
        _ => None,
    };
    entities.into_iter().filter_map(link).collect()
}

/// What the buttons of a message carry, in order.
fn buttons(message: &Message) -> Vec<String> {
    let buttons = message.reply_markup().into_iter().flat_map(|markup| markup.inline_keyboard.iter().flatten());
    let carried = buttons.filter_map(|button| match &button.kind {
        InlineKeyboardButtonKind::CallbackData(data) => Some(data.clone()),
        _ => None,
    });
    carried.collect()
}

impl From<&User> for Person {
    fn from(user: &User) -> Self {
        Self { id: user.id, language_code: user.language_code.clone() }
    }
}

impl From<CallbackQuery> for AskedByPress {
    fn from(query: CallbackQuery) -> Self {
        Self {
            message: query.message.as_ref().map(|message| {
                let chat = message.chat();
                (chat.id, message.id(), place_of(chat))
            }),
            thread: query.regular_message().and_then(topic),
            links: query.regular_message().map(hidden_links).unwrap_or_default(),
            person: Person::from(&query.from),
            query: query.id,
            data: query.data.unwrap_or_default(),
        }
    }
}

impl From<InlineQuery> for AskedInline {
    fn from(query: InlineQuery) -> Self {
        Self { person: Person::from(&query.from), query: query.id, words: query.query, offset: query.offset }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use teloxide::types::{Me, Update};

    use super::{Heard, Question};

    const BOT: i64 = 42;

    /// What a message with these fields over the usual ones says, in short.
    fn heard(kind: &str, fields: Value) -> String {
        let me: Me = serde_json::from_value(json!({
            "id": BOT, "is_bot": true, "first_name": "Derek", "username": "derek_bot", "can_join_groups": true,
            "can_read_all_group_messages": false, "supports_inline_queries": true, "can_connect_to_business": false,
            "has_main_web_app": false
        }))
        .unwrap();
        let mut message = json!({
            "message_id": 7, "date": 1_764_300_000, "chat": {"id": 5, "type": "private", "first_name": "Aida"},
            "from": {"id": 5, "is_bot": false, "first_name": "Aida", "language_code": "kk"}, "text": "/stats"
        });
        for (key, value) in fields.as_object().unwrap() {
            message[key] = value.clone();
        }
        let update: Update = serde_json::from_str(&format!(r#"{{"update_id":1,"{kind}":{message}}}"#)).unwrap();
        match Heard::of(update, &me) {
            Heard::Question(Question::Message(asked)) => format!(
                "{:?} {:?} by {:?}{}{}{}",
                asked.place,
                asked.text,
                asked.person.map(|person| person.id.0),
                asked.thread.map(|thread| format!(" in {thread}")).unwrap_or_default(),
                if asked.replies_to_bot { " to the bot" } else { "" },
                asked.links.iter().map(|link| format!(" about {}", link.address)).collect::<String>(),
            ),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_message_is_read_with_all_that_matters() {
        let group = json!({"id": -100, "type": "supergroup", "title": "G"});
        let channel = json!({"id": -200, "type": "channel", "title": "C"});
        let bot = json!({"id": BOT, "is_bot": true, "first_name": "Derek"});
        let other_bot = json!({"id": 43, "is_bot": true, "first_name": "Other"});
        let about = json!({
            "message_id": 3, "date": 1_764_300_000, "chat": group, "from": bot, "text": "Title",
            "entities": [{"type": "text_link", "offset": 0, "length": 5, "url": "https://t.me/derek_bot?start=a-x"}]
        });
        let cases = [
            ("message", json!({}), r#"Private "/stats" by Some(5)"#),
            ("message", json!({"text": null, "caption": "/quote", "photo": []}), r#"Private "/quote" by Some(5)"#),
            ("message", json!({"chat": group}), r#"Group "/stats" by Some(5)"#),
            (
                "message",
                json!({"chat": group, "message_thread_id": 9, "is_topic_message": true}),
                r#"Group "/stats" by Some(5) in 9"#,
            ),
            // A thread of replies is no topic.
            ("message", json!({"chat": group, "message_thread_id": 9}), r#"Group "/stats" by Some(5)"#),
            (
                "message",
                json!({"chat": group, "reply_to_message": about}),
                r#"Group "/stats" by Some(5) to the bot about https://t.me/derek_bot?start=a-x"#,
            ),
            (
                "channel_post",
                json!({"chat": channel, "from": null, "sender_chat": channel}),
                r#"Channel "/stats" by None"#,
            ),
            // An administrator who writes as the group.
            (
                "message",
                json!({"chat": group, "from": {"id": 1_087_968_824, "is_bot": true, "first_name": "Group"}, "sender_chat": group}),
                r#"Group "/stats" by Some(1087968824)"#,
            ),
            ("message", json!({"chat": group, "from": other_bot}), "Nothing"),
            ("message", json!({"via_bot": bot}), "Nothing"),
            ("message", json!({"chat": group, "is_automatic_forward": true, "sender_chat": channel}), "Nothing"),
            ("message", json!({"chat": group, "text": null, "new_chat_members": [bot]}), "Nothing"),
            ("edited_message", json!({}), "Nothing"),
            (
                "message",
                json!({"text": null, "migrate_to_chat_id": -1005}),
                "Moved { from: ChatId(5), to: ChatId(-1005) }",
            ),
            ("message", json!({"text": null, "migrate_from_chat_id": -9}), "Moved { from: ChatId(-9), to: ChatId(5) }"),
            ("something_new", json!({}), "Unknown"),
        ];
        for (kind, fields, expected) in cases {
            assert_eq!(heard(kind, fields.clone()), expected, "{kind} {fields}");
        }
    }
}
