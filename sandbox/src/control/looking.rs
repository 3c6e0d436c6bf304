//! Control calls that look: state, messages, events, commands.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    extract::State,
    response::sse::{self, KeepAlive, Sse},
};
use futures_util::{Stream, stream};
use serde_json::{Value, json};
use tokio::{
    sync::broadcast::error::RecvError,
    time::{Instant, timeout_at},
};

use super::{
    fields::{Answer, Given, Id, NoFields, Result},
    view,
};
use crate::{http::Shared, world::About};

/// `GET /control/state`
pub(super) async fn state(State(shared): State<Arc<Shared>>, _: NoFields) -> Answer {
    let world = shared.world();
    let chats = world.chat_order.iter().filter_map(|id| world.chat(*id).ok());
    let bot = &world.bot;
    Answer(json!({
        "bot": { "id": bot.id, "username": bot.username, "name": world.bot_name(), "token": bot.token },
        "users": world.people.values().map(view::user).collect::<Vec<_>>(),
        "chats": chats.map(|chat| view::chat(&world, chat)).collect::<Vec<_>>(),
        "flood": world.flood.to_json(),
        "event": world.event_number(),
    }))
}

/// `GET /control/bot`: what the bot says of itself, as a person's language has it.
pub(super) async fn bot(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["user_id"])?;
    let world = shared.world();
    let language = match fields.int("user_id")? {
        Some(user) => world.person(user)?.language.as_deref().unwrap_or_default(),
        None => "",
    };
    Ok(Answer(json!({
        "id": world.bot.id, "username": world.bot.username, "name": world.about(About::Name, language),
        "description": world.about(About::Description, language),
        "short_description": world.about(About::ShortDescription, language),
    })))
}

/// `GET /control/chats/{id}/messages`
pub(super) async fn messages(State(shared): State<Arc<Shared>>, Id(id): Id<i64>, given: Given) -> Result {
    let fields = given.only(&["before", "limit", "thread_id"])?;
    let before = fields.int("before")?.unwrap_or(i64::MAX);
    let limit = usize::try_from(fields.int("limit")?.unwrap_or(50).clamp(1, 1000)).unwrap_or(50);
    let thread = fields.int("thread_id")?;
    let world = shared.world();
    let messages = world.chat(id)?.messages.range(..before).rev().map(|(_, message)| message);
    let here = messages.filter(|m| thread.is_none_or(|thread| m.thread == Some(thread) || m.id == thread));
    let mut views: Vec<Value> = here.take(limit).map(|message| view::message(&world, message)).collect();
    views.reverse();
    Ok(Answer(json!({ "messages": views })))
}

/// `GET /control/chats/{id}/wait`
pub(super) async fn wait(State(shared): State<Arc<Shared>>, Id(id): Id<i64>, given: Given) -> Result {
    let fields = given.only(&["after", "timeout"])?;
    let after = u64::try_from(fields.int("after")?.unwrap_or(0)).unwrap_or(0);
    let seconds = fields.int("timeout")?.unwrap_or(10).clamp(0, 60);
    let deadline = Instant::now() + Duration::from_secs(seconds.unsigned_abs());
    let mut changed = shared.world().chat(id)?.changed.subscribe();
    loop {
        {
            let world = shared.world();
            let mut number = after;
            while let Some(event) = world.chat(id)?.event_after(number) {
                if let Some(view) = view::event(&world, event) {
                    return Ok(Answer(view));
                }
                number = event.number;
            }
            changed.mark_unchanged();
        }
        if timeout_at(deadline, changed.changed()).await.is_err() {
            return Ok(Answer(json!({ "timeout": true })));
        }
    }
}

/// `GET /control/events`
pub(super) async fn events(
    State(shared): State<Arc<Shared>>,
    _: NoFields,
) -> Sse<impl Stream<Item = std::result::Result<sse::Event, Infallible>>> {
    let events = shared.world().events();
    let stream = stream::unfold((shared, events), |(shared, mut events)| async move {
        loop {
            match events.recv().await {
                Ok(event) => {
                    let view = view::event(&shared.world(), &event);
                    if let Some(view) = view {
                        let event = sse::Event::default().id(event.number.to_string()).data(view.to_string());
                        return Some((Ok(event), (shared, events)));
                    }
                }
                // A page that is too slow loads the state again when its connection ends.
                Err(RecvError::Lagged(_) | RecvError::Closed) => return None,
            }
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// `GET /control/commands`
pub(super) async fn commands(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["chat_id", "user_id"])?;
    let (chat, user) = (fields.need_int("chat_id")?, fields.need_int("user_id")?);
    let world = shared.world();
    let commands = world.commands_seen(chat, user).iter();
    let commands: Vec<_> = commands.map(|c| json!({ "command": c.command, "description": c.description })).collect();
    Ok(Answer(json!({ "commands": commands })))
}
