//! Control calls that make things: people, chats.

use std::sync::Arc;

use axum::extract::State;
use serde_json::Value;

use super::{
    fields::{Answer, Given, Id, Result},
    view,
};
use crate::{http::Shared, world::ChatKind};

/// `POST /control/users`
pub(super) async fn user(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["name", "username", "language_code", "is_bot"])?;
    let name = fields.need_text("name")?;
    let mut world = shared.world();
    let id = world.add_person(&name, fields.text("username"), fields.text("language_code"))?;
    if let Some(is_bot) = fields.flag("is_bot") {
        world.change_person(id, |person| person.is_bot = is_bot)?;
    }
    Ok(Answer(view::user(world.person(id)?)))
}

/// `POST /control/users/{id}`
pub(super) async fn change_user(State(shared): State<Arc<Shared>>, Id(id): Id<i64>, given: Given) -> Result {
    let fields = given.only(&["name", "language_code", "hides_forwards"])?;
    let mut world = shared.world();
    world.change_person(id, |person| {
        if let Some(name) = fields.text("name") {
            person.name = name;
        }
        if let Some(language) = fields.text("language_code") {
            person.language = Some(language);
        }
        if let Some(hides) = fields.flag("hides_forwards") {
            person.hides_forwards = hides;
        }
    })?;
    Ok(Answer(view::user(world.person(id)?)))
}

/// `POST /control/chats`
pub(super) async fn chat(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["kind", "title", "owner", "members", "bot", "topics"])?;
    let kind = match fields.need_text("kind")?.as_str() {
        "group" => ChatKind::Group,
        "supergroup" => ChatKind::Supergroup,
        "channel" => ChatKind::Channel,
        other => return Err(format!("there is no kind of chat {other:?}: group, supergroup or channel").into()),
    };
    let bot = fields.text("bot");
    if bot.as_ref().is_some_and(|bot| !["member", "admin"].contains(&bot.as_str())) {
        return Err("bot is member or admin, or missing".into());
    }
    let members: Vec<i64> = fields.list("members")?.iter().filter_map(Value::as_i64).collect();
    let topics: Vec<String> = fields.list("topics")?.iter().filter_map(|t| t.as_str().map(str::to_owned)).collect();
    if kind != ChatKind::Supergroup && !topics.is_empty() {
        return Err("only a supergroup has topics".into());
    }
    let mut world = shared.world();
    let id = world.make_chat(kind, &fields.need_text("title")?, fields.need_int("owner")?, &members)?;
    if let Some(bot) = bot {
        world.invite_bot(id, bot == "admin")?;
    }
    for title in topics {
        world.add_topic(id, &title)?;
    }
    Ok(Answer(view::chat(&world, world.chat(id)?)))
}

/// `POST /control/link`
pub(super) async fn link(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["channel_id", "chat_id"])?;
    let (channel, group) = (fields.need_int("channel_id")?, fields.need_int("chat_id")?);
    let mut world = shared.world();
    world.link(channel, group)?;
    Ok(Answer(view::chat(&world, world.chat(channel)?)))
}
