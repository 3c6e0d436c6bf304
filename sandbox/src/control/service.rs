//! What Telegram itself says in a chat, as the control interface writes it: a plain line, and what it is about.

use serde_json::{Value, json};

use crate::world::{ChatId, Message, MessageId, Service, World};

/// Characters of a pinned message that its service message repeats.
const PINNED_CHARS: usize = 40;

/// The plain line of a service message.
pub(super) fn text(world: &World, m: &Message) -> Option<String> {
    Some(match m.service.as_ref()? {
        Service::TopicCreated { title } => format!("# {title}"),
        Service::Joined(user) => format!("+ {}", world.user_name(*user)),
        Service::Left(user) => format!("− {}", world.user_name(*user)),
        Service::Pinned(id) => format!("📌 {}", pinned_words(world, m.chat, *id)),
        Service::MigratedTo(chat) => format!("→ {chat}"),
        Service::MigratedFrom(chat) => format!("← {chat}"),
    })
}

/// What a service message is about, for a page that says it in its reader's language.
pub(super) fn about(world: &World, m: &Message) -> Option<Value> {
    Some(match m.service.as_ref()? {
        Service::TopicCreated { title } => json!({ "kind": "topic_created", "title": title }),
        Service::Joined(user) => json!({ "kind": "joined", "name": world.user_name(*user) }),
        Service::Left(user) => json!({ "kind": "left", "name": world.user_name(*user) }),
        Service::Pinned(id) => {
            json!({ "kind": "pinned", "message_id": id, "text": pinned_words(world, m.chat, *id) })
        }
        Service::MigratedTo(chat) => json!({ "kind": "migrated_to", "chat_id": chat }),
        Service::MigratedFrom(chat) => json!({ "kind": "migrated_from", "chat_id": chat }),
    })
}

/// The first words of a pinned message.
fn pinned_words(world: &World, chat: ChatId, id: MessageId) -> String {
    let Ok(message) = world.message(chat, id) else { return String::new() };
    message.body.text.lines().next().unwrap_or_default().chars().take(PINNED_CHARS).collect()
}
