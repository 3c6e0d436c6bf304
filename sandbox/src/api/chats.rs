//! Chats: which one a call means, what the bot may do there, and the methods that look at them.

use serde_json::{Value, json};

use super::{ApiError, Params};
use crate::world::{Chat, ChatId, ChatKind, Standing, UserId, World};

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
    let name = params.text("chat_id").ok_or_else(|| ApiError::bad_request("chat_id is empty"))?;
    let chat = named(world, &name).ok_or_else(|| ApiError::bad_request("chat not found"))?;
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
    match (chat.kind, chat.bot) {
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
        (_, Standing::Member | Standing::Admin) => Ok(()),
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
    if chat.kind != ChatKind::Private {
        need_presence(world, chat)?;
    }
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
    if chat.kind == ChatKind::Group || chat.kind == ChatKind::Supergroup {
        full["permissions"] = json!({
            "can_send_messages": true, "can_send_audios": true, "can_send_documents": true, "can_send_photos": true,
            "can_send_videos": true, "can_send_video_notes": true, "can_send_voice_notes": true,
            "can_send_polls": true, "can_send_other_messages": true, "can_add_web_page_previews": true,
            "can_react_to_messages": true, "can_edit_tag": true, "can_change_info": true, "can_invite_users": true,
            "can_pin_messages": true, "can_manage_topics": true,
        });
    }
    Ok(full)
}

/// `getChatMember`.
pub(super) fn get_chat_member(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let chat = of_call(world, params)?;
    need_presence(world, chat)?;
    let user = params.int("user_id")?.ok_or_else(|| ApiError::bad_request("invalid user_id specified"))?;
    member(world, chat, user).ok_or_else(|| ApiError::bad_request("user not found"))
}

/// `getChatAdministrators`: the owner, and the bot where it is one.
pub(super) fn get_chat_administrators(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let chat = of_call(world, params)?;
    if chat.kind == ChatKind::Private {
        return Err(ApiError::bad_request("there are no administrators in the private chat"));
    }
    need_presence(world, chat)?;
    let bot = (chat.bot == Standing::Admin).then_some(world.bot.id);
    Ok([Some(chat.owner), bot].into_iter().flatten().filter_map(|user| member(world, chat, user)).collect())
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

/// `ChatMember`; `None` for somebody who does not exist.
fn member(world: &World, chat: &Chat, id: UserId) -> Option<Value> {
    if id == world.bot.id {
        return Some(world.bot_member_json(chat.kind, chat.bot));
    }
    world.people.get(&id)?;
    let user = world.user_json(id);
    Some(if !chat.members.contains(&id) {
        json!({ "status": "left", "user": user })
    } else if chat.owner == id && chat.kind != ChatKind::Private {
        json!({ "status": "creator", "user": user, "is_anonymous": false })
    } else {
        json!({ "status": "member", "user": user })
    })
}
