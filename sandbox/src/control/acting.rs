//! Control calls that do what people do.

use std::sync::Arc;

use axum::extract::State;
use serde_json::{Value, json};

use super::{
    fields::{Answer, Given, NoFields, Result},
    view,
};
use crate::{
    acts,
    http::Shared,
    world::{InlineAnswer, MediaKind, Refusal, Saying, World},
};

/// `POST /control/say`
pub(super) async fn say(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id", "chat_id", "text", "reply_to", "quote", "thread_id"])?;
    let chat = fields.need_int("chat_id")?;
    let saying = Saying {
        text: fields.need_text("text")?,
        reply_to: fields.int("reply_to")?,
        quote: fields.text("quote"),
        thread: fields.int("thread_id")?,
    };
    let mut world = shared.world();
    let id = world.say(fields.need_int("user_id")?, chat, saying)?;
    Ok(Answer(view::message_at(&world, chat, id)?))
}

/// `POST /control/start`
pub(super) async fn start(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id", "parameter"])?;
    let user = fields.need_int("user_id")?;
    let mut world = shared.world();
    let id = world.start(user, &fields.text("parameter").unwrap_or_default())?;
    Ok(Answer(view::message_at(&world, user, id)?))
}

/// `POST /control/press`
pub(super) async fn press(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id", "chat_id", "message_id", "data"])?;
    let (user, chat) = (fields.need_int("user_id")?, fields.need_int("chat_id")?);
    let (message, data) = (fields.need_int("message_id")?, fields.text("data").unwrap_or_default());
    let answer = acts::press(&shared, user, chat, message, &data, acts::PATIENCE).await?;
    let answered = answer.is_some();
    let answer = answer.unwrap_or_default();
    Ok(Answer(json!({
        "text": answer.text, "show_alert": answer.show_alert, "url": answer.url, "answered": answered,
    })))
}

/// `POST /control/inline`
pub(super) async fn inline(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id", "chat_id", "query", "offset"])?;
    let (user, chat) = (fields.need_int("user_id")?, fields.need_int("chat_id")?);
    let text = |name: &str| fields.text(name).unwrap_or_default();
    let (id, answer) = acts::ask(&shared, user, chat, &text("query"), &text("offset"), acts::PATIENCE).await?;
    match answer {
        Some(answer) => Ok(Answer(found(&id, &answer))),
        None => Err("the bot did not answer the inline query".into()),
    }
}

/// `POST /control/choose`
pub(super) async fn choose(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id", "chat_id", "query_id", "result_id", "reply_to", "thread_id"])?;
    let (user, chat) = (fields.need_int("user_id")?, fields.need_int("chat_id")?);
    let place = Saying { reply_to: fields.int("reply_to")?, thread: fields.int("thread_id")?, ..Saying::default() };
    let (query, result) = (fields.need_text("query_id")?, fields.need_text("result_id")?);
    let mut world = shared.world();
    let id = world.choose(user, chat, &place, &query, &result)?;
    Ok(Answer(view::message_at(&world, chat, id)?))
}

/// `POST /control/block`
pub(super) async fn block(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id"])?;
    change(&shared, fields.need_int("user_id")?, World::block)
}

/// `POST /control/unblock`
pub(super) async fn unblock(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id"])?;
    change(&shared, fields.need_int("user_id")?, World::unblock)
}

/// `POST /control/deactivate`
pub(super) async fn deactivate(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id"])?;
    change(&shared, fields.need_int("user_id")?, |world, id| {
        world.change_person(id, |person| person.deactivated = true)
    })
}

/// `POST /control/invite`
pub(super) async fn invite(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["chat_id", "bot"])?;
    let admin = match fields.text("bot").as_deref() {
        None | Some("member") => false,
        Some("admin") => true,
        Some(other) => return Err(format!("the bot comes as member or admin, not as {other:?}").into()),
    };
    change(&shared, fields.need_int("chat_id")?, |world, id| world.invite_bot(id, admin))
}

/// `POST /control/kick`
pub(super) async fn kick(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["chat_id"])?;
    change(&shared, fields.need_int("chat_id")?, World::kick_bot)
}

/// `POST /control/expire`
pub(super) async fn expire(State(shared): State<Arc<Shared>>, _: NoFields) -> Answer {
    shared.world().expire_queries();
    Answer(json!({}))
}

/// Changes something about a chat (a person's id is that of the private chat) and shows the chat.
fn change(shared: &Shared, id: i64, act: impl FnOnce(&mut World, i64) -> std::result::Result<(), Refusal>) -> Result {
    let mut world = shared.world();
    act(&mut world, id)?;
    Ok(Answer(view::chat(&world, world.chat(id)?)))
}

fn found(id: &str, answer: &InlineAnswer) -> Value {
    let results = answer.results.iter().map(|result| {
        let mut shown = json!({
            "id": result.id, "title": result.title, "description": result.description.as_deref().unwrap_or_default(),
        });
        let photo = result.media.as_ref().filter(|media| media.file.kind == MediaKind::Photo);
        let thumbnail = result.thumbnail_url.clone().or_else(|| photo.map(|photo| view::file_url(&photo.file)));
        if let Some(url) = thumbnail {
            shown["thumbnail_url"] = url.into();
        }
        shown
    });
    let button = answer.button.as_ref();
    json!({
        "query_id": id, "results": results.collect::<Vec<_>>(), "next_offset": answer.next_offset,
        "button": button.map(|b| json!({ "text": b.text, "start_parameter": b.start_parameter })),
        "cache_time": answer.cache_time, "is_personal": answer.is_personal,
    })
}
