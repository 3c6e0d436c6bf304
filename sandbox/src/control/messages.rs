//! Control calls that do what people do to messages that are there, and to chats that they come to and go from.

use std::sync::Arc;

use axum::extract::State;
use serde_json::{Value, json};

use super::{
    fields::{Answer, Fields, Given, Result},
    view,
};
use crate::{
    http::Shared,
    world::{ChatId, MessageId, Refusal, UserId, World},
};

/// What a person does to a message.
type Deed = fn(&mut World, UserId, ChatId, MessageId) -> std::result::Result<(), Refusal>;

/// `POST /control/edit`
pub(super) async fn edit(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id", "chat_id", "message_id", "text"])?;
    let (user, chat, id) = (fields.need_int("user_id")?, fields.need_int("chat_id")?, fields.need_int("message_id")?);
    let mut world = shared.world();
    world.rewrite(user, chat, id, &fields.need_text("text")?)?;
    Ok(Answer(view::message_at(&world, chat, id)?))
}

/// `POST /control/delete`
pub(super) async fn delete(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id", "chat_id", "message_ids"])?;
    let (user, chat) = (fields.need_int("user_id")?, fields.need_int("chat_id")?);
    let ids: Option<Vec<i64>> = fields.list("message_ids")?.iter().map(Value::as_i64).collect();
    let ids = ids.filter(|ids| !ids.is_empty()).ok_or("message_ids is a list of message ids")?;
    shared.world().take_back(user, chat, &ids)?;
    Ok(Answer(json!({})))
}

/// `POST /control/forward`
pub(super) async fn forward(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id", "from_chat_id", "message_id", "chat_id", "thread_id"])?;
    let (user, chat) = (fields.need_int("user_id")?, fields.need_int("chat_id")?);
    let message = (fields.need_int("from_chat_id")?, fields.need_int("message_id")?);
    let thread = fields.int("thread_id")?;
    let mut world = shared.world();
    let id = world.forward(user, message, chat, thread)?;
    Ok(Answer(view::message_at(&world, chat, id)?))
}

/// `POST /control/react`
pub(super) async fn react(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id", "chat_id", "message_id", "emoji"])?;
    let (user, chat, id) = (fields.need_int("user_id")?, fields.need_int("chat_id")?, fields.need_int("message_id")?);
    let mut world = shared.world();
    world.react(user, chat, id, fields.text("emoji").as_deref())?;
    Ok(Answer(view::message_at(&world, chat, id)?))
}

/// `POST /control/pin`
pub(super) async fn pin(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    pinned(&shared, given, World::pin_as)
}

/// `POST /control/unpin`
pub(super) async fn unpin(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    pinned(&shared, given, World::unpin_as)
}

/// `POST /control/join`
pub(super) async fn join(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    moved(&shared, &given.only(&["user_id", "chat_id"])?, World::join)
}

/// `POST /control/leave`
pub(super) async fn leave(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    moved(&shared, &given.only(&["user_id", "chat_id"])?, World::go)
}

/// `POST /control/promote`
pub(super) async fn promote(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id", "chat_id", "admin"])?;
    let admin = fields.flag("admin").unwrap_or(true);
    moved(&shared, &fields, |world, user, chat| world.promote(user, chat, admin))
}

/// `POST /control/migrate`
pub(super) async fn migrate(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["chat_id"])?;
    let mut world = shared.world();
    let id = world.migrate(fields.need_int("chat_id")?)?;
    Ok(Answer(view::chat(&world, world.chat(id)?)))
}

/// `POST /control/restrict`
pub(super) async fn restrict(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["chat_id", "bot"])?;
    let chat = fields.need_int("chat_id")?;
    let restricted = fields.flag("bot").ok_or("bot is true or false: whether the bot is restricted")?;
    let mut world = shared.world();
    world.restrict_bot(chat, restricted)?;
    Ok(Answer(view::chat(&world, world.chat(chat)?)))
}

fn pinned(shared: &Shared, given: Given, deed: Deed) -> Result {
    let fields = given.only(&["user_id", "chat_id", "message_id"])?;
    let (user, chat, id) = (fields.need_int("user_id")?, fields.need_int("chat_id")?, fields.need_int("message_id")?);
    let mut world = shared.world();
    deed(&mut world, user, chat, id)?;
    Ok(Answer(view::chat(&world, world.chat(chat)?)))
}

fn moved(
    shared: &Shared,
    fields: &Fields,
    act: impl FnOnce(&mut World, UserId, ChatId) -> std::result::Result<(), Refusal>,
) -> Result {
    let (user, chat) = (fields.need_int("user_id")?, fields.need_int("chat_id")?);
    let mut world = shared.world();
    act(&mut world, user, chat)?;
    Ok(Answer(view::chat(&world, world.chat(chat)?)))
}
