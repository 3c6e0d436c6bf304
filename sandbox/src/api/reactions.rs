//! `setMessageReaction`.

use serde_json::Value;

use super::{ApiError, Params, chats};
use crate::world::{Chat, Message, World, reaction_emoji};

/// `setMessageReaction`. As it is no Premium user, the bot has one reaction to a message.
pub(super) fn set_message_reaction(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let reactions = params.json("reaction", "reaction types")?.unwrap_or_else(|| Value::Array(Vec::new()));
    let reactions = reactions.as_array().ok_or_else(|| ApiError::bad_request("expected an Array of ReactionType"))?;
    let emoji = reactions.iter().map(emoji).collect::<Result<Vec<_>, _>>()?;
    let chat = chats::of_call(world, params)?;
    chats::need_presence(world, chat)?;
    let message = params.int("message_id")?.and_then(|id| chat.messages.get(&id));
    let message = message.ok_or_else(|| ApiError::bad_request("message to react not found"))?;
    if message.service.is_some() {
        return Err(ApiError::bad_request("MESSAGE_ID_INVALID"));
    }
    if emoji.len() > 1 {
        return Err(ApiError::bad_request("REACTIONS_TOO_MANY"));
    }
    let emoji = match emoji.first() {
        Some(text) => Some(reaction_emoji(text).ok_or_else(|| ApiError::bad_request("REACTION_INVALID"))?),
        None => None,
    };
    let (chat, id) = (chat.id, first_of_album(chat, message).id);
    world.set_reaction(chat, id, world.bot.id, emoji);
    Ok(true.into())
}

fn emoji(value: &Value) -> Result<String, ApiError> {
    let broken = |why: &str| ApiError::bad_request(format_args!("can't parse ReactionType: {why}"));
    let string = |name: &str| value.get(name).and_then(Value::as_str);
    if !value.is_object() {
        return Err(broken("expected an Object"));
    }
    match string("type") {
        Some("emoji") => string("emoji").map(str::to_owned).ok_or_else(|| broken("Can't find field \"emoji\"")),
        Some("custom_emoji") => Err(ApiError::missing("reactions of type custom_emoji")),
        Some(_) => Err(broken("invalid reaction type specified")),
        None => Err(broken("Can't find field \"type\"")),
    }
}

/// Reactions to an album stand under its first message.
fn first_of_album<'c>(chat: &'c Chat, message: &'c Message) -> &'c Message {
    let same = |other: &&Message| message.album.is_some() && other.album == message.album;
    chat.messages.values().map(|other| &**other).find(same).unwrap_or(message)
}
