//! The bot itself, and its webhook (there is none here).

use serde_json::{Value, json};

use super::{ApiError, Params};
use crate::world::World;

/// `getMe`: privacy mode is on, inline mode too.
pub(super) fn get_me(world: &mut World, _: &Params) -> Result<Value, ApiError> {
    let mut me = world.user_json(world.bot.id);
    let abilities = [
        ("can_join_groups", true),
        ("can_read_all_group_messages", false),
        ("supports_inline_queries", true),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
        ("has_topics_enabled", false),
        ("allows_users_to_create_topics", false),
        ("can_manage_bots", false),
        ("supports_guest_queries", false),
        ("supports_join_request_queries", false),
    ];
    for (name, able) in abilities {
        me[name] = able.into();
    }
    Ok(me)
}

/// `getWebhookInfo`.
pub(super) fn get_webhook_info(world: &mut World, _: &Params) -> Result<Value, ApiError> {
    let mut info = json!({
        "url": "", "has_custom_certificate": false, "pending_update_count": world.updates.pending(),
    });
    if !world.updates.allowed.is_empty() {
        info["allowed_updates"] = world.updates.allowed.clone().into();
    }
    Ok(info)
}

/// `deleteWebhook`.
pub(super) fn delete_webhook(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    if params.flag("drop_pending_updates") {
        world.updates.confirm(i64::MAX, false);
    }
    Ok(true.into())
}
