//! What people do and then wait for: used by the control interface and by the Rust interface alike.

use std::{sync::Arc, time::Duration};

use tokio::time::timeout;

use crate::{
    http::Shared,
    world::{Asked, CallbackAnswer, ChatId, InlineAnswer, MessageId, Refusal, UserId},
};

/// How long a person waits for the bot to answer a pressed button or an inline query.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

/// Presses a button; `None` when the bot does not answer in time.
pub(crate) async fn press(
    shared: &Shared,
    user: UserId,
    chat: ChatId,
    message: MessageId,
    data: &str,
    patience: Duration,
) -> Result<Option<CallbackAnswer>, Refusal> {
    let answer = shared.world().press(user, chat, message, data)?;
    // The other end goes when queries expire: that is no answer either.
    Ok(timeout(patience, answer).await.ok().and_then(Result::ok))
}

/// Types an inline query; its id, and `None` when the bot does not answer in time.
pub(crate) async fn ask(
    shared: &Shared,
    user: UserId,
    chat: ChatId,
    query: &str,
    offset: &str,
    patience: Duration,
) -> Result<(String, Option<Arc<InlineAnswer>>), Refusal> {
    let asked = shared.world().ask_inline(user, chat, query, offset)?;
    Ok(match asked {
        Asked::Cached(id, answer) => (id, Some(answer)),
        Asked::Waiting(id, answer) => (id, timeout(patience, answer).await.ok().and_then(Result::ok)),
    })
}
