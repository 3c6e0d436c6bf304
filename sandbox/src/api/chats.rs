//! Chats: which one a call means, what the bot may do there, and the methods that look at them.

use std::iter::repeat;

use serde_json::{Value, json};

use super::{ApiError, Params};
use crate::world::{Chat, ChatId, ChatKind, PERMISSIONS, Standing, UserId, World};

/// The chat that a text names: an id, or `@username` of a group or channel.
pub(super) fn named<'w>(world: &'w World, name: &str) -> Option<&'w Chat> {
    if let Some(username) = name.strip_prefix('@') {
        let fits = |chat: &&Chat| {
            chat.kind != ChatKind::Private && chat.username.as_ref().is_some_and(|u| u.eq_ignore_ascii_case(username))
        };
        return world.chats.values().find(fits);
    }
    world.chats.get(&name.trim().parse::<ChatId>().ok()?)
}

/// The chat that a call names, if the bot can know of it.
pub(super) fn of_call<'w>(world: &'w World, params: &Params) -> Result<&'w Chat, ApiError> {
    known(world, &params.text("chat_id").ok_or_else(|| ApiError::bad_request("chat_id is empty"))?)
}

/// The chat that a text names, if the bot can know of it.
pub(super) fn known<'w>(world: &'w World, name: &str) -> Result<&'w Chat, ApiError> {
    if name.parse() == Ok(world.bot.id) {
        return Err(ApiError::forbidden("the bot can't send messages to the bot"));
    }
    let chat = named(world, name).ok_or_else(|| ApiError::bad_request("chat not found"))?;
    let by_username = name.starts_with('@');
    let unmet = match (chat.kind, chat.bot) {
        // A bot knows a person that it never wrote with from a group that both are in.
        (ChatKind::Private, Standing::Stranger) => !shares_group(world, chat.owner),
        (_, Standing::Stranger) => !by_username,
        _ => false,
    };
    if unmet { Err(ApiError::bad_request("chat not found")) } else { Ok(chat) }
}

fn shares_group(world: &World, user: UserId) -> bool {
    world.chats.values().any(|c| c.kind != ChatKind::Private && c.has_bot() && c.members.contains(&user))
}

/// Refuses what the bot cannot do because it is not in the chat, in the words of the official server.
pub(super) fn need_presence(world: &World, chat: &Chat) -> Result<(), ApiError> {
    let kind = chat.kind.name();
    if let Some(to) = chat.migrated_to {
        return Err(ApiError::migrated(to));
    }
    match (chat.kind, chat.bot) {
        (ChatKind::Private, _) if world.people.get(&chat.owner).is_some_and(|person| person.is_bot) => {
            Err(ApiError::forbidden("bot can't send messages to bots"))
        }
        (ChatKind::Private, _) if world.people.get(&chat.owner).is_some_and(|person| person.deactivated) => {
            Err(ApiError::forbidden("user is deactivated"))
        }
        (ChatKind::Private, Standing::Stranger) => {
            Err(ApiError::forbidden("bot can't initiate conversation with a user"))
        }
        (ChatKind::Private, Standing::Kicked) => Err(ApiError::forbidden("bot was blocked by the user")),
        (_, Standing::Kicked) => Err(ApiError::forbidden(format_args!("bot was kicked from the {kind} chat"))),
        (_, Standing::Left | Standing::Stranger) => {
            Err(ApiError::forbidden(format_args!("bot is not a member of the {kind} chat")))
        }
        (_, Standing::Member | Standing::Restricted | Standing::Admin) => Ok(()),
    }
}

/// Refuses to look into a supergroup or channel where the bot is not (Client.cpp: `check_chat_access`). It may look at a
/// basic group that it left or that became a supergroup, and at what everybody finds by its username.
pub(super) fn need_reading(world: &World, chat: &Chat) -> Result<(), ApiError> {
    match chat.kind {
        ChatKind::Private | ChatKind::Group => Ok(()),
        _ if chat.username.is_some() && chat.bot != Standing::Kicked => Ok(()),
        ChatKind::Supergroup | ChatKind::Channel => need_presence(world, chat),
    }
}

/// Refuses to write where the bot may not.
pub(super) fn need_voice(world: &World, chat: &Chat) -> Result<(), ApiError> {
    need_presence(world, chat)?;
    if chat.kind == ChatKind::Channel && chat.bot != Standing::Admin {
        return Err(ApiError::bad_request("need administrator rights in the channel chat"));
    }
    Ok(())
}

/// `getChat`.
pub(super) fn get_chat(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let chat = of_call(world, params)?;
    need_reading(world, chat)?;
    let mut full = world.chat_json(chat.id);
    full["accent_color_id"] = 0.into();
    full["max_reaction_count"] = 11.into();
    full["accepted_gift_types"] = json!({
        "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false, "premium_subscription": false,
        "gifts_from_channels": false,
    });
    if let Some(username) = &chat.username {
        full["active_usernames"] = json!([username]);
    }
    if let Some(linked) = chat.linked {
        full["linked_chat_id"] = linked.into();
    }
    if let Some(pinned) = chat.pinned.last().and_then(|id| chat.messages.get(id)) {
        full["pinned_message"] = world.message_json(pinned);
    }
    if chat.kind == ChatKind::Group || chat.kind == ChatKind::Supergroup {
        full["permissions"] =
            PERMISSIONS.iter().map(|name| (*name).to_owned()).zip(repeat(Value::Bool(true))).collect();
    }
    Ok(full)
}

/// `getChatMember`.
pub(super) fn get_chat_member(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let chat = of_call(world, params)?;
    need_presence(world, chat)?;
    let user = params.int("user_id")?.ok_or_else(|| ApiError::bad_request("invalid user_id specified"))?;
    match user == world.bot.id || world.people.contains_key(&user) {
        true => Ok(world.member_json(chat.id, user)),
        false => Err(ApiError::bad_request("user not found")),
    }
}

/// `getChatAdministrators`: people, and the bot where it is one.
pub(super) fn get_chat_administrators(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let chat = of_call(world, params)?;
    if chat.kind == ChatKind::Private {
        return Err(ApiError::bad_request("there are no administrators in the private chat"));
    }
    need_presence(world, chat)?;
    let bot = (chat.bot == Standing::Admin).then_some(world.bot.id);
    Ok(chat.admins.iter().copied().chain(bot).map(|user| world.member_json(chat.id, user)).collect())
}

/// `getChatMemberCount`: the bot is one of them.
pub(super) fn get_chat_member_count(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let chat = of_call(world, params)?;
    need_presence(world, chat)?;
    Ok((chat.members.len() + 1).into())
}

/// `leaveChat`.
pub(super) fn leave_chat(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let chat = of_call(world, params)?;
    if chat.kind == ChatKind::Private {
        return Err(ApiError::bad_request("chat not found"));
    }
    need_presence(world, chat)?;
    let id = chat.id;
    world.leave(id);
    Ok(true.into())
}
