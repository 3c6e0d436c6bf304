//! What there is, as the control interface writes it.

use serde_json::{Map, Value, json};

use super::{keys, marks, service};
use crate::world::{
    Action, Author, Button, Chat, ChatId, ChatKind, Event, EventKind, File, Media, Message, MessageId, Person, Refusal,
    World,
};

/// A person.
pub(super) fn user(person: &Person) -> Value {
    json!({
        "id": person.id, "name": person.name, "username": person.username, "language_code": person.language,
    })
}

/// A chat with its latest message.
pub(super) fn chat(world: &World, chat: &Chat) -> Value {
    let topics: Vec<_> = chat.topics.iter().map(|t| json!({ "thread_id": t.thread, "title": t.title })).collect();
    let mut view = json!({
        "id": chat.id, "kind": chat.kind.name(), "title": chat.title, "members": chat.members, "topics": topics,
        "last": chat.messages.values().next_back().map(|last| message(world, last)),
        "linked": chat.linked, "bot": chat.has_bot(), "standing": chat.bot.name(), "username": chat.username, "migrated_to": chat.migrated_to,
        "admins": chat.admins, "pinned": chat.pinned, "reply_keyboard": keys::reply_keyboard(chat),
    });
    if chat.kind == ChatKind::Private {
        view["menu_button"] = keys::menu_button(world.menu_button(Some(chat.id)));
        view["user_id"] = chat.owner.into();
    }
    view
}

/// A message by its ids.
pub(super) fn message_at(world: &World, chat: ChatId, id: MessageId) -> Result<Value, Refusal> {
    Ok(message(world, world.message(chat, id)?))
}

/// A message.
pub(super) fn message(world: &World, m: &Message) -> Value {
    let entities: Vec<_> = m.body.entities.iter().map(|e| e.to_json(|id| world.user_json(id))).collect();
    let rows: Vec<Vec<_>> = m.keyboard.0.iter().map(|row| row.iter().map(button).collect()).collect();
    let replied = m.reply_to.and_then(|id| world.message(m.chat, id).ok()).filter(|r| r.service.is_none());
    let reply_to = replied.map(|r| {
        let name = world.author_name(r);
        let media = r.media.as_ref().map(|media| media.file.kind.name());
        json!({ "message_id": r.id, "name": name, "text": r.body.text, "media": media, "quote": marks::quote(world, m) })
    });
    json!({
        "chat_id": m.chat, "message_id": m.id, "thread_id": m.thread, "date": m.date, "edited": m.edited,
        "from": from(world, m), "by_bot": m.own, "via_bot": m.via_bot.then_some(&world.bot.username),
        "text": service::text(world, m).unwrap_or_else(|| m.body.text.clone()), "entities": entities,
        "reply_to": reply_to, "forward_from": marks::forward_from(world, m),
        "forward_link": marks::forward_link(m), "automatic_forward": m.copy_of.is_some(),
        "reactions": marks::reactions(world, m), "comments": marks::comments(world, m),
        "pinned": world.chat(m.chat).is_ok_and(|chat| chat.pinned.contains(&m.id)),
        "keyboard": rows, "version": m.version, "service": m.service.is_some(),
        "about": service::about(world, m),
        "media": m.media.as_ref().map(media), "album": m.album, "caption_above": m.caption_above,
    })
}

/// A photo or document of a message.
fn media(media: &Media) -> Value {
    let file = &media.file;
    let mut view = json!({
        "kind": file.kind.name(), "file_id": file.id, "file_name": file.name, "mime_type": file.mime,
        "size": file.bytes.len(), "spoiler": media.spoiler, "url": file_url(file),
    });
    if let Some((width, height)) = file.sides {
        view["width"] = width.into();
        view["height"] = height.into();
    }
    view
}

/// Where a page finds a file.
pub(super) fn file_url(file: &File) -> String {
    format!("/control/files/{}", file.id)
}

/// An event; `None` when what it tells of is gone.
pub(super) fn event(world: &World, event: &Event) -> Option<Value> {
    let (kind, key, value) = match &event.kind {
        EventKind::Message(chat, id) => ("message", "message", message_at(world, *chat, *id).ok()?),
        EventKind::Edit(chat, id) => ("edit", "message", message_at(world, *chat, *id).ok()?),
        EventKind::Delete(chat, ids) => {
            return Some(json!({ "event": event.number, "type": "delete", "chat_id": chat, "message_ids": ids }));
        }
        EventKind::Typing(chat) => ("typing", "chat_id", (*chat).into()),
        EventKind::Chat(id) => ("chat", "chat", chat(world, world.chat(*id).ok()?)),
        EventKind::User(id) => ("user", "user", user(world.person(*id).ok()?)),
        EventKind::Bot => return Some(json!({ "event": event.number, "type": "bot" })),
        EventKind::Commands => return Some(json!({ "event": event.number, "type": "commands" })),
        EventKind::Faults => return Some(json!({ "event": event.number, "type": "faults" })),
    };
    let mut map = Map::new();
    map.insert("event".into(), event.number.into());
    map.insert("type".into(), kind.into());
    map.insert(key.into(), value);
    Some(Value::Object(map))
}

fn button(button: &Button) -> Value {
    let text = &button.text;
    match &button.action {
        Action::Callback(data) => json!({ "text": text, "kind": "callback", "data": data }),
        Action::Url(url) | Action::WebApp(url) => json!({ "text": text, "kind": "url", "url": url }),
        Action::Copy(copy) => json!({ "text": text, "kind": "copy", "copy": copy }),
        Action::Share(query) => json!({ "text": text, "kind": "share", "query": query }),
        Action::ShareCurrent(query) => json!({ "text": text, "kind": "share_current", "query": query }),
        Action::ShareChosen(options) => {
            json!({ "text": text, "kind": "share", "query": options.get("query").and_then(Value::as_str).unwrap_or("") })
        }
    }
}

fn from(world: &World, m: &Message) -> Value {
    match m.author {
        Author::Person(id) => world.person(id).map_or(
            Value::Null,
            |person| json!({ "id": id, "name": person.name, "is_bot": person.is_bot, "username": person.username }),
        ),
        Author::Bot => {
            let bot = &world.bot;
            json!({ "id": bot.id, "name": world.bot_name(), "is_bot": true, "username": bot.username })
        }
        Author::Channel(_) => Value::Null,
    }
}
