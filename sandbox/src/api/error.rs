//! What the Bot API answers when it refuses.

use serde_json::{Value, json};

use crate::world::ChatId;

/// An error as Telegram gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ApiError {
    /// The HTTP status too.
    pub(crate) code: u16,
    pub(crate) description: String,
    /// Seconds to wait, with 429.
    pub(crate) retry_after: Option<u64>,
    /// The supergroup that the group is now.
    pub(crate) migrate_to: Option<ChatId>,
}

impl ApiError {
    /// An error with the description as it is.
    pub(crate) fn new(code: u16, description: impl Into<String>) -> Self {
        ApiError { code, description: description.into(), retry_after: None, migrate_to: None }
    }

    /// 400 with the reason after "Bad Request: ".
    pub(crate) fn bad_request(reason: impl std::fmt::Display) -> Self {
        Self::new(400, format!("Bad Request: {reason}"))
    }

    /// 403 with the reason after "Forbidden: ".
    pub(crate) fn forbidden(reason: impl std::fmt::Display) -> Self {
        Self::new(403, format!("Forbidden: {reason}"))
    }

    /// 401: no bot has this token.
    pub(crate) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized")
    }

    /// 409: another getUpdates has begun.
    pub(crate) fn terminated() -> Self {
        Self::new(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        )
    }

    /// 409: setWebhook has ended this getUpdates.
    pub(crate) fn terminated_by_webhook() -> Self {
        Self::new(409, "Conflict: terminated by setWebhook request")
    }

    /// 409: there is a webhook.
    pub(crate) fn webhook_is_active() -> Self {
        Self::new(
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
    }

    /// 429.
    pub(crate) fn too_many_requests(retry_after: u64) -> Self {
        ApiError {
            retry_after: Some(retry_after),
            ..Self::new(429, format!("Too Many Requests: retry after {retry_after}"))
        }
    }

    /// 400: the group is a supergroup now.
    pub(crate) fn migrated(to: ChatId) -> Self {
        ApiError { migrate_to: Some(to), ..Self::bad_request("group chat was upgraded to a supergroup chat") }
    }

    /// 501: something published that the sandbox does not have. Said aloud in the log too.
    pub(crate) fn missing(what: &str) -> Self {
        log::warn!("the sandbox does not have {what} yet");
        Self::new(501, format!("Not Implemented: the sandbox does not have {what} yet"))
    }

    /// The body of the answer.
    pub(crate) fn to_json(&self) -> Value {
        let mut body = json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let Some(retry_after) = self.retry_after {
            body["parameters"] = json!({ "retry_after": retry_after });
        }
        if let Some(to) = self.migrate_to {
            body["parameters"] = json!({ "migrate_to_chat_id": to });
        }
        body
    }
}
