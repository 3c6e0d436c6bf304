//! `/bot<token>/<method>`: who asks, which faults hit the call, what it answers, and the record of it.

use std::{sync::Arc, time::Duration};

use axum::{
    body::Body,
    extract::{ConnectInfo, Request, State},
    http::{
        StatusCode,
        header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER},
    },
    response::{IntoResponse, Response},
};

use super::{Shared, fetch::fetch_all, line::Switch, read_params};
use crate::{
    api::{self, ApiError, Asked, Params},
    faults::{FaultKind, Stage},
    flood,
    world::{ChatId, World},
};

/// How a call ends when it does not end with an answer.
enum Fate {
    Answer(Result<String, ApiError>),
    Reset,
    Hang,
}

/// Any request that is neither page nor control.
pub(super) async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(switch): ConnectInfo<Switch>,
    request: Request,
) -> Response {
    let asked = match admit(&shared, request.uri().path()) {
        Ok(asked) => asked,
        Err(error) => return answer(Err(error)),
    };
    let params = match read_params(request).await {
        Ok(params) => params,
        Err(error) => return answer(Err(error)),
    };
    match call(&shared, asked, params).await {
        Fate::Answer(result) => answer(result),
        Fate::Reset => {
            switch.cut();
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Fate::Hang => std::future::pending().await,
    }
}

/// Checks the token in a path `/bot<token>/<method>`; gives the name of the method as it was asked.
fn admit(shared: &Shared, path: &str) -> Result<String, ApiError> {
    let rest = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/'));
    let (token, method) = rest.ok_or_else(|| ApiError::new(404, "Not Found"))?;
    let token = token.replace("%3A", ":").replace("%3a", ":");
    check_token(shared, &token)?;
    Ok(method.trim_end_matches('/').to_owned())
}

/// Refuses a token that is not the bot's.
pub(super) fn check_token(shared: &Shared, token: &str) -> Result<(), ApiError> {
    let well_formed = token.split_once(':').is_some_and(|(id, secret)| {
        !secret.is_empty() && !id.starts_with('0') && !id.is_empty() && id.chars().all(|c| c.is_ascii_digit())
    });
    if !well_formed {
        return Err(ApiError::new(401, "Unauthorized: invalid token specified"));
    }
    if token != shared.world().bot.token {
        return Err(ApiError::unauthorized());
    }
    Ok(())
}

/// Carries out a call that the bot made in its answer to the webhook; nobody hears what comes of it.
pub(super) async fn carry_out(shared: &Shared, method: String, params: Params) {
    if let Fate::Answer(Err(error)) = call(shared, method, params).await {
        log::debug!("a call in an answer to the webhook was refused: {}", error.description);
    }
}

async fn call(shared: &Shared, name: String, mut params: Params) -> Fate {
    let asked = api::find(&name);
    let name = match &asked {
        Asked::Method(name, _) | Asked::Missing(name) => *name,
        Asked::GetUpdates => api::GET_UPDATES,
        Asked::Unknown => name.as_str(),
    };
    shared.traffic().begin(name);
    let (chat, hits) = {
        let mut world = shared.world();
        if world.faults.is_empty() {
            (None, Vec::new())
        } else {
            let chat = api::chat_of(&world, &params);
            (chat, world.faults_for(Stage::Before, name, chat))
        }
    };
    for hit in hits {
        if let Some(fate) = before(hit).await {
            let body = match &fate {
                Fate::Answer(Err(error)) => Some(error.to_json().to_string()),
                _ => None,
            };
            shared.traffic().end(name, params.fields, body.as_deref());
            return fate;
        }
    }
    match asked {
        Asked::Method(name, method) => {
            params.fetched = fetch_all(api::addresses(name, &params)).await;
            let mut world = shared.world();
            let entered = api::admit(&mut world, name).and_then(|()| pass_flood(&mut world, name, &params));
            let result = entered.and_then(|()| method(&mut world, &params)).map(|value| value.to_string());
            // Recorded while the world is held: whoever sees the effect finds the call in the record.
            finish(shared, &mut world, name, params, chat, result)
        }
        Asked::GetUpdates => {
            let result = api::get_updates(shared, &params).await;
            finish(shared, &mut shared.world(), name, params, chat, result)
        }
        Asked::Missing(_) | Asked::Unknown => {
            let mut world = shared.world();
            let refused = |()| match asked {
                Asked::Missing(name) => Err(ApiError::missing(name)),
                _ => Err(ApiError::new(404, "Not Found: method not found")),
            };
            let result = api::admit(&mut world, name).and_then(refused);
            finish(shared, &mut world, name, params, chat, result)
        }
    }
}

/// Counts a call that sends or edits, and refuses it when there were too many.
fn pass_flood(world: &mut World, name: &str, params: &Params) -> Result<(), ApiError> {
    if !world.flood.is_on() || !flood::counts(name) {
        return Ok(());
    }
    let chat = api::chat_of(world, params);
    world.flood_wait(chat).map_or(Ok(()), |seconds| Err(ApiError::too_many_requests(seconds)))
}

/// What a fault makes of a call that has had no effect yet; `None` when it goes on.
async fn before(fault: FaultKind) -> Option<Fate> {
    let error = match fault {
        FaultKind::Delay { ms } => {
            tokio::time::sleep(Duration::from_millis(ms)).await;
            return None;
        }
        FaultKind::ResetBefore => return Some(Fate::Reset),
        FaultKind::Hang => return Some(Fate::Hang),
        FaultKind::TooManyRequests { retry_after } => ApiError::too_many_requests(retry_after),
        FaultKind::ServerError { code } => {
            let status = StatusCode::from_u16(code).ok().and_then(|status| status.canonical_reason());
            ApiError::new(code, status.unwrap_or("Internal Server Error"))
        }
        FaultKind::ApiError { code, description } => ApiError::new(code, description),
        // These strike later.
        FaultKind::ResetAfter | FaultKind::DropUpdatesAnswer | FaultKind::RepeatUpdate => return None,
    };
    Some(Fate::Answer(Err(error)))
}

/// Records a call and lets the faults strike that wait for its answer.
fn finish(
    shared: &Shared,
    world: &mut World,
    name: &str,
    params: Params,
    chat: Option<ChatId>,
    result: Result<String, ApiError>,
) -> Fate {
    let result = result.map(|value| format!("{{\"ok\":true,\"result\":{value}}}"));
    match &result {
        Ok(body) => shared.traffic().end(name, params.fields, Some(body)),
        Err(error) => shared.traffic().end(name, params.fields, Some(&error.to_json().to_string())),
    }
    let counts = name != api::GET_UPDATES || result.as_ref().is_ok_and(|body| body != r#"{"ok":true,"result":[]}"#);
    if counts && !world.faults.is_empty() && !world.faults_for(Stage::After, name, chat).is_empty() {
        return Fate::Reset;
    }
    Fate::Answer(result)
}

/// The HTTP answer: its status is the error's code.
pub(super) fn answer(result: Result<String, ApiError>) -> Response {
    let (status, body, retry_after) = match result {
        Ok(body) => (StatusCode::OK, body, None),
        Err(error) => {
            let status = StatusCode::from_u16(error.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, error.to_json().to_string(), error.retry_after)
        }
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response
}
