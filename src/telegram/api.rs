//! Calls to the Bot API. The payloads are teloxide's; the transport is ours, because teloxide's own sleeps for 10 s inside a call
//! that meets a 5xx, drops the error code, and reads every answer twice (TELEGRAM.md, teloxide 10).

use std::time::Duration;

use reqwest::multipart::{Form, Part};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use teloxide::requests::Payload;

use crate::outbox::meaning::{Deed, Failure, Meaning, Remedy};

/// How long a connection may take to stand.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);

/// What stands in a payload for the file that is sent beside it.
pub(super) const ATTACHED: &str = "attach://drawn";

/// The way to the Bot API for one bot. Cheap to clone.
#[derive(Clone)]
pub struct Api {
    client: reqwest::Client,
    /// `<server>/bot<token>/`: never to be printed.
    base: reqwest::Url,
}

/// Without the token.
impl std::fmt::Debug for Api {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Api").field("server", &self.base.origin().ascii_serialization()).finish_non_exhaustive()
    }
}

/// Why a call brought no result.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The server refused it.
    #[error("{code} {description}")]
    Refused {
        /// Equal to the HTTP status.
        code: u16,
        /// In the server's words.
        description: String,
        /// After how many seconds to try again.
        retry_after: Option<u64>,
        /// The supergroup that the group became.
        migrate_to_chat_id: Option<i64>,
    },
    /// There was no connection, so that it can't have taken effect. The address, which holds the token, is not in the text.
    #[error("{0}")]
    Unreachable(String),
    /// It may or may not have taken effect: a reset, a time-out. Likewise.
    #[error("{0}")]
    Network(String),
    /// The server answered with something that is no Bot API answer; at most its first 200 characters.
    #[error("not a Bot API answer: {0}")]
    Unreadable(String),
}

impl CallError {
    /// What it means for a deed.
    pub(super) fn meaning(&self, deed: Deed) -> Meaning {
        let failure = match self {
            Self::Refused { code, description, retry_after, migrate_to_chat_id } => Failure::Refused {
                code: *code,
                description,
                retry_after: *retry_after,
                migrate_to_chat_id: *migrate_to_chat_id,
            },
            Self::Unreachable(_) | Self::Network(_) => Failure::Network,
            Self::Unreadable(_) => Failure::Unreadable,
        };
        Meaning::of(deed, failure)
    }

    /// The other way to do what was refused, if there is one.
    pub(super) fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::Refused { description, .. } => Remedy::of(description),
            Self::Unreachable(_) | Self::Network(_) | Self::Unreadable(_) => None,
        }
    }
}

/// The envelope of every answer.
#[derive(Deserialize)]
struct Envelope<'a> {
    ok: bool,
    #[serde(borrow)]
    result: Option<&'a serde_json::value::RawValue>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize, Default)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl Api {
    /// A way to the server at `server` (such as `https://api.telegram.org`) for the bot with this token.
    ///
    /// # Errors
    /// If the address and the token make no URL, or no HTTP client can be built on this machine.
    pub fn new(server: &reqwest::Url, token: &str) -> Result<Self, CallError> {
        let base = format!("{}/bot{token}/", server.as_str().trim_end_matches('/'));
        let base =
            base.parse().map_err(|_| CallError::Network("the token and the server make no address".to_owned()))?;
        let client = reqwest::Client::builder()
            .connect_timeout(CONNECT_LIMIT)
            .tcp_nodelay(true)
            // Redirects would carry the token to somebody else.
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(without_address)?;
        Ok(Self { client, base })
    }

    /// Calls the payload's method; the result is read as `R`. A call that takes longer than `limit` counts as lost.
    ///
    /// # Errors
    /// [`CallError`] says why there is no result.
    pub async fn call<R: DeserializeOwned>(
        &self,
        payload: &(impl Payload + Serialize + Sync),
        limit: Duration,
    ) -> Result<R, CallError> {
        self.call_raw(payload, limit, |result| serde_json::from_str(result.get())).await
    }

    /// The same as [`Api::call_raw`], with a PNG beside the payload, which names it as [`ATTACHED`].
    ///
    /// # Errors
    /// [`CallError`] says why there is no result.
    pub(super) async fn upload_raw<P: Payload + Serialize + Sync, R>(
        &self,
        payload: &P,
        png: Vec<u8>,
        limit: Duration,
        read: impl FnOnce(&serde_json::value::RawValue) -> serde_json::Result<R>,
    ) -> Result<R, CallError> {
        let unreadable = |error: &dyn std::fmt::Display| CallError::Unreadable(error.to_string());
        let fields = serde_json::to_value(payload).map_err(|error| unreadable(&error))?;
        let file = Part::bytes(png).file_name("derek.png").mime_str("image/png").map_err(|error| unreadable(&error))?;
        let mut form = Form::new().part(ATTACHED.trim_start_matches("attach://"), file);
        for (name, value) in fields.as_object().into_iter().flatten() {
            form = match value {
                serde_json::Value::Null => form,
                serde_json::Value::String(text) => form.text(name.clone(), text.clone()),
                other => form.text(name.clone(), other.to_string()),
            };
        }
        let url = self.base.join(P::NAME).map_err(|error| unreadable(&error))?;
        let answer = self.client.post(url).timeout(limit).multipart(form).send().await.map_err(without_address)?;
        let status = answer.status().as_u16();
        let body = answer.bytes().await.map_err(without_address)?;
        read_answer(status, &body, read)
    }

    /// The same, where `read` makes something of the raw JSON of the result. A long poll has the time that it stays open on top of `limit`.
    ///
    /// # Errors
    /// [`CallError`] says why there is no result.
    pub async fn call_raw<P: Payload + Serialize + Sync, R>(
        &self,
        payload: &P,
        limit: Duration,
        read: impl FnOnce(&serde_json::value::RawValue) -> serde_json::Result<R>,
    ) -> Result<R, CallError> {
        // Room for most answers, so that it need not grow.
        let mut body = Vec::with_capacity(4 << 10);
        serde_json::to_writer(&mut body, payload).map_err(|error| CallError::Unreadable(error.to_string()))?;
        let url = self.base.join(P::NAME).map_err(|error| CallError::Unreadable(error.to_string()))?;
        let answer = self
            .client
            .post(url)
            .header(reqwest::header::CONTENT_TYPE, "application/json")
            .timeout(limit + payload.timeout_hint().unwrap_or_default())
            .body(body)
            .send()
            .await
            .map_err(without_address)?;
        let status = answer.status().as_u16();
        let body = answer.bytes().await.map_err(without_address)?;
        read_answer(status, &body, read)
    }
}

fn read_answer<R>(
    status: u16,
    body: &[u8],
    read: impl FnOnce(&serde_json::value::RawValue) -> serde_json::Result<R>,
) -> Result<R, CallError> {
    let unreadable = || {
        let text = String::from_utf8_lossy(body);
        CallError::Unreadable(format!("HTTP {status}: {}", text.chars().take(200).collect::<String>()))
    };
    match serde_json::from_slice::<Envelope<'_>>(body) {
        Ok(Envelope { ok: true, result: Some(result), .. }) => read(result).map_err(|_| unreadable()),
        Ok(Envelope { ok: false, error_code, description, parameters, .. }) => {
            let Parameters { retry_after, migrate_to_chat_id } = parameters.unwrap_or_default();
            Err(CallError::Refused {
                code: error_code.unwrap_or(status),
                description: description.unwrap_or_default(),
                retry_after,
                migrate_to_chat_id,
            })
        }
        // A proxy in between answers in HTML: what counts is its status.
        _ if status >= 400 => Err(CallError::Refused {
            code: status,
            description: "an answer that is not the Bot API's".to_owned(),
            retry_after: None,
            migrate_to_chat_id: None,
        }),
        _ => Err(unreadable()),
    }
}

/// An HTTP error as text, with its causes but without the address.
fn without_address(error: reqwest::Error) -> CallError {
    let unreachable = error.is_connect();
    let error = error.without_url();
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    if unreachable { CallError::Unreachable(text) } else { CallError::Network(text) }
}

#[cfg(test)]
mod tests {
    use super::{CallError, read_answer};

    #[test]
    fn an_answer_is_read_whatever_stands_in_between() {
        let cases = [
            (200, r#"{"ok":true,"result":7}"#, "7"),
            (200, r#"{"ok":true,"result":"seven"}"#, r#"not a Bot API answer: HTTP 200: {"ok":true,"result":"seven"}"#),
            (200, "hello", "not a Bot API answer: HTTP 200: hello"),
            (502, "<html>bad gateway</html>", "502 an answer that is not the Bot API's"),
            (403, r#"{"ok":false,"error_code":403,"description":"Forbidden: x"}"#, "403 Forbidden: x"),
        ];
        for (status, text, expected) in cases {
            let read = read_answer(status, text.as_bytes(), |raw| serde_json::from_str::<u32>(raw.get()));
            assert_eq!(read.map_or_else(|error| error.to_string(), |n| n.to_string()), expected);
        }
    }

    #[test]
    fn parameters_of_a_refusal_are_kept() {
        let text = r#"{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3}}"#;
        let read = read_answer::<()>(429, text.as_bytes(), |_| Ok(()));
        assert!(matches!(read, Err(CallError::Refused { code: 429, retry_after: Some(3), .. })), "{read:?}");
    }
}
