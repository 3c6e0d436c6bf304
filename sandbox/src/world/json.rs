//! What there is, as the Bot API writes it.

use serde_json::{Map, Value, json};

use super::{Author, ChatId, ChatKind, Message, MessageId, Service, Standing, UserId, World};

/// The account that forwards channel posts into discussion groups.
const TELEGRAM: UserId = 777_000;

/// The fields of `ChatPermissions`, and what a restricted member may be forbidden.
pub(crate) const PERMISSIONS: [&str; 16] = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
];

impl World {
    /// `User`.
    pub(crate) fn user_json(&self, id: UserId) -> Value {
        if id == self.bot.id {
            return json!({
                "id": id, "is_bot": true, "first_name": self.bot_name(), "username": self.bot.username,
            });
        }
        let Some(person) = self.people.get(&id) else {
            let name = if id == TELEGRAM { "Telegram" } else { "Deleted Account" };
            return json!({ "id": id, "is_bot": false, "first_name": name });
        };
        let mut user = Map::new();
        user.insert("id".into(), id.into());
        user.insert("is_bot".into(), person.is_bot.into());
        user.insert("first_name".into(), person.name.as_str().into());
        if let Some(username) = &person.username {
            user.insert("username".into(), username.as_str().into());
        }
        if let Some(language) = &person.language {
            user.insert("language_code".into(), language.as_str().into());
        }
        Value::Object(user)
    }

    /// `Chat`.
    pub(crate) fn chat_json(&self, id: ChatId) -> Value {
        let mut map = Map::new();
        map.insert("id".into(), id.into());
        if let Some(chat) = self.chats.get(&id) {
            map.insert("type".into(), chat.kind.name().into());
            let name = if chat.kind == ChatKind::Private { "first_name" } else { "title" };
            map.insert(name.into(), chat.title.as_str().into());
            if let Some(username) = &chat.username {
                map.insert("username".into(), username.as_str().into());
            }
            if chat.is_forum() {
                map.insert("is_forum".into(), true.into());
            }
        }
        Value::Object(map)
    }

    /// `ChatMember` of the bot itself with this standing.
    pub(crate) fn bot_member_json(&self, kind: ChatKind, standing: Standing) -> Value {
        let user = self.user_json(self.bot.id);
        match standing {
            Standing::Stranger | Standing::Left => json!({ "status": "left", "user": user }),
            Standing::Kicked => json!({ "status": "kicked", "user": user, "until_date": 0 }),
            Standing::Member => json!({ "status": "member", "user": user }),
            Standing::Restricted => {
                let mut member = json!({
                    "status": "restricted", "user": user, "is_member": true, "until_date": 0,
                });
                for right in PERMISSIONS {
                    member[right] = false.into();
                }
                member
            }
            Standing::Admin => self.admin_json(kind, &user),
        }
    }

    /// `ChatMemberAdministrator` with all rights but that to make others administrators.
    pub(super) fn admin_json(&self, kind: ChatKind, user: &Value) -> Value {
        let mut member = json!({
            "status": "administrator", "user": user, "can_be_edited": false, "is_anonymous": false,
            "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": true,
            "can_restrict_members": true, "can_promote_members": false, "can_change_info": true,
            "can_invite_users": true, "can_post_stories": true, "can_edit_stories": true,
            "can_delete_stories": true,
        });
        let more: &[&str] = if kind == ChatKind::Channel {
            &["can_post_messages", "can_edit_messages"]
        } else {
            &["can_pin_messages", "can_manage_topics"]
        };
        for &right in more {
            member[right] = true.into();
        }
        member
    }

    /// `Message`, with the message that it replies to.
    pub(crate) fn message_json(&self, message: &Message) -> Value {
        let mut map = self.message_map(message);
        let replied = message.reply_to.and_then(|id| self.chats.get(&message.chat)?.messages.get(&id));
        if let Some(replied) = replied {
            map.insert("reply_to_message".into(), Value::Object(self.message_map(replied)));
        }
        Value::Object(map)
    }

    /// `MaybeInaccessibleMessage`: a message that was deleted has no content and no date any more.
    pub(super) fn reached_json(&self, chat: ChatId, id: MessageId) -> Value {
        match self.message(chat, id) {
            Ok(message) => Value::Object(self.message_map(message)),
            Err(_) => json!({ "chat": self.chat_json(chat), "message_id": id, "date": 0 }),
        }
    }

    fn message_map(&self, message: &Message) -> Map<String, Value> {
        let mut map = Map::new();
        let mut put = |name: &str, value: Value| drop(map.insert(name.to_owned(), value));
        put("message_id", message.id.into());
        put("date", message.date.into());
        put("chat", self.chat_json(message.chat));
        match message.author {
            Author::Person(id) => put("from", self.user_json(id)),
            Author::Bot => put("from", self.user_json(self.bot.id)),
            Author::Channel(channel) => {
                put("sender_chat", self.chat_json(channel));
                if channel != message.chat {
                    put("from", self.user_json(TELEGRAM));
                }
            }
        }
        if let Some(thread) = message.thread {
            put("message_thread_id", thread.into());
        }
        if message.in_topic {
            put("is_topic_message", true.into());
        }
        if let Some(origin) = &message.origin {
            put("forward_origin", self.origin_json(origin));
        }
        if message.copy_of.is_some() {
            put("is_automatic_forward", true.into());
        }
        if let Some(quote) = &message.quote {
            put("quote", self.quote_json(quote));
        }
        if message.via_bot {
            put("via_bot", self.user_json(self.bot.id));
        }
        if let Some(edited) = message.edited {
            put("edit_date", edited.into());
        }
        if let Some(album) = &message.album {
            put("media_group_id", album.as_str().into());
        }
        if message.media.as_ref().is_some_and(|media| media.spoiler) {
            put("has_media_spoiler", true.into());
        }
        if message.caption_above && !message.body.text.is_empty() {
            put("show_caption_above_media", true.into());
        }
        if message.protected {
            put("has_protected_content", true.into());
        }
        match &message.service {
            None => {
                let (text, entities) = match &message.media {
                    None => ("text", "entities"),
                    Some(media) => {
                        let (kind, shown) = media.to_json();
                        put(kind, shown);
                        ("caption", "caption_entities")
                    }
                };
                if message.media.is_none() || !message.body.text.is_empty() {
                    put(text, message.body.text.as_str().into());
                }
                if !message.body.entities.is_empty() {
                    let found = message.body.entities.iter().map(|e| e.to_json(|id| self.user_json(id)));
                    put(entities, found.collect());
                }
            }
            Some(Service::TopicCreated { title }) => {
                put("forum_topic_created", json!({ "name": title, "icon_color": 7_322_096 }));
            }
            Some(Service::Joined(user)) => put("new_chat_members", json!([self.user_json(*user)])),
            Some(Service::Left(user)) => put("left_chat_member", self.user_json(*user)),
            Some(Service::Pinned(id)) => put("pinned_message", self.reached_json(message.chat, *id)),
            Some(Service::MigratedTo(chat)) => put("migrate_to_chat_id", (*chat).into()),
            Some(Service::MigratedFrom(chat)) => put("migrate_from_chat_id", (*chat).into()),
        }
        if let Some(preview) = message.preview.as_ref().filter(|_| message.media.is_none()) {
            put("link_preview_options", preview.clone());
        }
        if !message.keyboard.is_empty() {
            put("reply_markup", message.keyboard.to_json());
        }
        map
    }
}
