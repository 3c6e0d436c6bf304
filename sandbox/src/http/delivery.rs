//! Delivery to the webhook: what is due goes out over HTTP, several updates at once.

use std::{io, sync::Arc, time::Duration};

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{
        HeaderMap, Request, Response,
        header::{CONTENT_TYPE, RETRY_AFTER},
    },
};
use hyper_util::client::legacy::{Error, connect::HttpInfo};
use serde_json::Value;
use tokio::{
    task::JoinSet,
    time::{Instant, sleep_until, timeout},
};

use super::{
    Shared, bot,
    client::{Client, client},
    read_params,
};
use crate::{
    api::Params,
    faults::{FaultKind, Stage, WEBHOOK},
    limits,
    world::{Delivery, Next, Outcome},
};

/// How long the bot's server may take for its answer, as with the official server.
const PATIENCE: Duration = Duration::from_secs(60);

/// Calls that a bot cannot make in its answer to the webhook, in lower case; those that get something neither.
const NOT_IN_AN_ANSWER: [&str; 4] = ["setwebhook", "deletewebhook", "close", "logout"];

const RESET: &str = "Connection reset by peer";
const CLOSED: &str = "Connection closed";

/// Delivers what is due, for as long as the server runs.
pub(super) async fn deliver(shared: Arc<Shared>) {
    let client = client();
    let mut running = JoinSet::new();
    let (mut webhook, mut changed) = {
        let mut world = shared.world();
        // What was on its way when the network went has not arrived.
        world.updates.deliver_afresh();
        (world.webhook_number(), world.updates.changed.subscribe())
    };
    loop {
        let next = {
            let mut world = shared.world();
            // Seen under the lock, so that no arrival falls between the look and the wait.
            changed.mark_unchanged();
            if webhook != world.webhook_number() {
                webhook = world.webhook_number();
                running.abort_all();
            }
            world.next_delivery(std::time::Instant::now())
        };
        let until = match next {
            Next::Now(delivery) => {
                running.spawn(attempt(shared.clone(), client.clone(), delivery));
                continue;
            }
            Next::At(time) => Some(Instant::from_std(time)),
            Next::Nothing => None,
        };
        tokio::select! {
            // The sender lives in the world, which outlives this: there is always a change to come.
            _ = changed.changed() => {}
            () = sleep_until(until.unwrap_or_else(Instant::now)), if until.is_some() => {}
            Some(ended) = running.join_next(), if !running.is_empty() => {
                if let Err(error) = ended && error.is_panic() {
                    log::error!("a delivery panicked: {error}");
                }
            }
        }
    }
}

/// Tries to deliver an update once.
async fn attempt(shared: Arc<Shared>, client: Client, delivery: Delivery) {
    {
        let mut traffic = shared.traffic();
        traffic.begin(WEBHOOK);
        if delivery.first {
            traffic.update(&delivery.json);
        }
    }
    let hits = shared.world().faults_for(Stage::Before, WEBHOOK, delivery.chat);
    let mut reset = false;
    for hit in hits {
        match hit {
            FaultKind::Delay { ms } => tokio::time::sleep(Duration::from_millis(ms)).await,
            // Of what strikes before, only a reset is left for the webhook.
            _ => reset = true,
        }
    }
    let outcome = if reset { Outcome::Failed(RESET) } else { post(&shared, &client, &delivery).await };
    shared.world().delivery_ended(&delivery, outcome, std::time::Instant::now());
}

/// Posts an update and carries out the call that the bot's server may answer with.
async fn post(shared: &Shared, client: &Client, delivery: &Delivery) -> Outcome {
    let response = match timeout(PATIENCE, exchange(client, delivery)).await {
        Ok(Ok(response)) => response,
        Ok(Err(why)) => return Outcome::Failed(why),
        Err(_) => return Outcome::Failed("Read timeout expired"),
    };
    if !shared.world().faults_for(Stage::After, WEBHOOK, delivery.chat).is_empty() {
        return Outcome::Failed(RESET);
    }
    let (head, body) = response.into_parts();
    if head.status.is_success() {
        let mut answer = Request::new(Body::from(body));
        answer.headers_mut().clone_from(&head.headers);
        // An answer is read as a call is: by its content type.
        match read_params(answer).await {
            Ok(params) => carry_out(shared, params).await,
            Err(error) => log::warn!("the answer to the webhook cannot be read: {}", error.description),
        }
    }
    Outcome::Answered {
        status: head.status,
        retry_after: retry_after(&head.headers),
        address: head.extensions.get::<HttpInfo>().map(|info| info.remote_addr().ip()),
    }
}

/// Posts an update; the whole answer, or why there is none.
async fn exchange(client: &Client, delivery: &Delivery) -> Result<Response<Bytes>, &'static str> {
    let mut request = Request::post(delivery.target.clone()).header(CONTENT_TYPE, "application/json");
    if let Some(secret) = &delivery.secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    let request = request.body(Body::from(delivery.json.clone())).map_err(|_| "URL is too long")?;
    let (head, body) = client.request(request).await.map_err(|error| reason(&error))?.into_parts();
    let body = to_bytes(Body::new(body), limits::REQUEST_BYTES).await.map_err(|_| CLOSED)?;
    Ok(Response::from_parts(head, body))
}

/// Carries out the call in an answer, if there is one.
async fn carry_out(shared: &Shared, mut params: Params) {
    let Some(Value::String(method)) = params.fields.remove("method") else { return };
    let name = method.to_ascii_lowercase();
    if name.starts_with("get") || NOT_IN_AN_ANSWER.contains(&name.as_str()) {
        log::warn!("{method} cannot be called in an answer to the webhook");
        return;
    }
    bot::carry_out(shared, method, params).await;
}

/// The pause that the bot's server asks for.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    (seconds > 0).then(|| Duration::from_secs(seconds))
}

/// Why a connection failed, in the words of getWebhookInfo.
fn reason(error: &Error) -> &'static str {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        match error.downcast_ref::<io::Error>().map(io::Error::kind) {
            Some(io::ErrorKind::ConnectionRefused) => return "Connection refused",
            Some(io::ErrorKind::ConnectionReset) => return RESET,
            _ => cause = error.source(),
        }
    }
    CLOSED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_read_from_its_header() {
        let seconds = |value: &str| {
            let headers = HeaderMap::from_iter([(RETRY_AFTER, value.parse().expect("a header's value"))]);
            retry_after(&headers).map(|pause| pause.as_secs())
        };
        for (value, expected) in
            [("7", Some(7)), (" 7 ", Some(7)), ("0", None), ("-1", None), ("Sun, 22 Nov 2026 10:00:00 GMT", None)]
        {
            assert_eq!(seconds(value), expected, "{value}");
        }
        assert_eq!(retry_after(&HeaderMap::new()), None);
    }
}
