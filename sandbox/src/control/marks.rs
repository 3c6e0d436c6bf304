//! What stands around a message, as the control interface writes it: where it came from, what it quotes, reactions, comments.

use serde_json::{Value, json};

use crate::world::{Message, Source, World, tally};

/// The part of the message replied to that is quoted.
pub(super) fn quote(world: &World, m: &Message) -> Value {
    let Some(quote) = &m.quote else { return Value::Null };
    let entities: Vec<_> = quote.body.entities.iter().map(|e| e.to_json(|id| world.user_json(id))).collect();
    json!({ "text": quote.body.text, "entities": entities })
}

/// Whose a forwarded message was first.
pub(super) fn forward_from(world: &World, m: &Message) -> Option<String> {
    m.origin.as_ref().map(|origin| world.source_name(&origin.source))
}

/// The channel post that was forwarded.
pub(super) fn forward_link(m: &Message) -> Option<Value> {
    match m.origin.as_ref()?.source {
        Source::Channel(chat, id) => Some(json!({ "chat_id": chat, "message_id": id })),
        _ => None,
    }
}

/// The reactions, each emoji once.
pub(super) fn reactions(world: &World, m: &Message) -> Vec<Value> {
    let of = |emoji: &str, count: usize| {
        let by: Vec<_> = m.reactions.iter().filter(|r| r.emoji == emoji).map(|r| r.by).collect();
        let people: Vec<_> = by.iter().filter(|id| **id != world.bot.id).collect();
        json!({ "emoji": emoji, "count": count, "users": people, "bot": by.contains(&world.bot.id) })
    };
    tally(&m.reactions).into_iter().map(|(emoji, count)| of(emoji, count)).collect()
}

/// Where a channel post is discussed, and how many comments it has.
pub(super) fn comments(world: &World, m: &Message) -> Option<Value> {
    let (group, copy) = m.copy.filter(|(group, copy)| world.message(*group, *copy).is_ok())?;
    let count = world.comments(group, copy);
    Some(json!({ "chat_id": group, "message_id": copy, "count": count }))
}
