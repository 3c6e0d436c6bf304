//! The bot itself, and whether it is logged in.

use serde_json::Value;

use super::{ApiError, Params};
use crate::world::{Session, World};

/// Lets a call in: after logOut none, after close any but close itself, which opens the bot again.
pub(crate) fn admit(world: &mut World, method: &str) -> Result<(), ApiError> {
    match world.session {
        Session::LoggedOut => Err(ApiError::new(400, "Logged out")),
        Session::Closed if method == "close" => Err(ApiError::bad_request("the bot has already been closed")),
        Session::Closed => {
            world.log_in();
            Ok(())
        }
        Session::Open => Ok(()),
    }
}

/// `logOut`.
pub(super) fn log_out(world: &mut World, _: &Params) -> Result<Value, ApiError> {
    world.log_out();
    Ok(true.into())
}

/// `close`. The official server refuses it with 429 when the bot was launched less than 10 minutes ago, but not in the
/// server's own first 10 minutes; a sandbox launches its bot when it starts itself.
pub(super) fn close(world: &mut World, _: &Params) -> Result<Value, ApiError> {
    world.close();
    Ok(true.into())
}

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
