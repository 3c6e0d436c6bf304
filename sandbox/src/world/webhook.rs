//! The bot's webhook: where updates go, how it went, and what goes next.

use std::{
    collections::VecDeque,
    net::IpAddr,
    time::{Duration, Instant},
};

use axum::http::{StatusCode, Uri};
use serde_json::{Value, json};

use super::{ChatId, World, updates::Due};
use crate::faults::{Stage, WEBHOOK};

/// How many deliveries are remembered for people to look at.
const REMEMBERED: usize = 20;
/// A webhook that answers 410 Gone for this long (23 hours) is removed, as the official server does it.
const GONE_SECONDS: i64 = 23 * 60 * 60;

/// What setWebhook asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WebhookSettings {
    /// As the bot wrote it.
    pub(crate) url: String,
    pub(crate) secret: Option<String>,
    pub(crate) max_connections: usize,
}

/// The webhook in force.
#[derive(Debug)]
pub(crate) struct Webhook {
    pub(crate) settings: WebhookSettings,
    target: Uri,
    /// Grows with each webhook: a delivery for an earlier one counts no more.
    number: u64,
    /// The address that it was reached at, or that it names.
    address: Option<IpAddr>,
    /// When the latest error happened (seconds since 1970), and what it was.
    last_error: Option<(i64, String)>,
    /// Since when it has answered 410 Gone to everything.
    gone_since: Option<i64>,
    log: VecDeque<Value>,
}

/// One update on its way.
#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    webhook: u64,
    pub(crate) id: i64,
    pub(crate) target: Uri,
    pub(crate) secret: Option<String>,
    pub(crate) json: String,
    pub(crate) chat: Option<ChatId>,
    /// The update was not tried before.
    pub(crate) first: bool,
}

/// What there is to deliver.
pub(crate) enum Next {
    Now(Delivery),
    At(Instant),
    /// Nothing before the updates change.
    Nothing,
}

/// How a delivery ended.
pub(crate) enum Outcome {
    /// The bot's server, at this address, answered.
    Answered { status: StatusCode, retry_after: Option<Duration>, address: Option<IpAddr> },
    /// It did not, for this reason.
    Failed(&'static str),
}

impl World {
    /// Sets a webhook; none is in force before.
    pub(crate) fn set_webhook(&mut self, settings: WebhookSettings, target: Uri) {
        let host = target.host().unwrap_or_default();
        let address = host.trim_start_matches('[').trim_end_matches(']').parse().ok();
        self.webhooks += 1;
        self.webhook = Some(Webhook {
            settings,
            target,
            number: self.webhooks,
            address,
            last_error: None,
            gone_since: None,
            log: VecDeque::new(),
        });
        self.updates.deliver_afresh();
    }

    /// Removes the webhook; what was on its way counts as not delivered.
    pub(crate) fn remove_webhook(&mut self) {
        self.webhook = None;
        self.updates.deliver_afresh();
    }

    /// The number of the webhook in force.
    pub(crate) fn webhook_number(&self) -> Option<u64> {
        self.webhook.as_ref().map(|webhook| webhook.number)
    }

    /// Takes what goes to the webhook next.
    pub(crate) fn next_delivery(&mut self, now: Instant) -> Next {
        let Some(webhook) = self.webhook.as_ref().filter(|_| self.session.is_open()) else { return Next::Nothing };
        self.updates.drop_old(World::now());
        match self.updates.take_due(webhook.settings.max_connections, now) {
            Due::Now { id, json, chat, first } => Next::Now(Delivery {
                webhook: webhook.number,
                id,
                target: webhook.target.clone(),
                secret: webhook.settings.secret.clone(),
                json,
                chat,
                first,
            }),
            Due::At(time) => Next::At(time),
            Due::Nothing => Next::Nothing,
        }
    }

    /// A delivery has ended. It counts only while its webhook is in force.
    pub(crate) fn delivery_ended(&mut self, delivery: &Delivery, outcome: Outcome, now: Instant) {
        let Some(webhook) = self.webhook.as_mut().filter(|webhook| webhook.number == delivery.webhook) else { return };
        if webhook.log.len() == REMEMBERED {
            webhook.log.pop_front();
        }
        let at = World::now();
        let (error, retry_after) = match outcome {
            Outcome::Answered { status, retry_after, address } => {
                webhook.address = address.or(webhook.address);
                webhook.log.push_back(json!({ "update_id": delivery.id, "status": status.as_u16(), "at": at }));
                webhook.gone_since = (status == StatusCode::GONE).then(|| webhook.gone_since.unwrap_or(at));
                if status.is_success() {
                    let repeat = !self.faults_for(Stage::Confirm, WEBHOOK, delivery.chat).is_empty();
                    self.updates.arrived(delivery.id, repeat);
                    return;
                }
                (format!("Wrong response from the webhook: {status}"), retry_after)
            }
            Outcome::Failed(why) => {
                webhook.log.push_back(json!({ "update_id": delivery.id, "error": why, "at": at }));
                (why.to_owned(), None)
            }
        };
        log::debug!("update {} was not delivered: {error}", delivery.id);
        webhook.last_error = Some((at, error));
        let gone = webhook.gone_since.is_some_and(|since| at - since > GONE_SECONDS);
        self.updates.failed(delivery.id, retry_after, now);
        if gone {
            log::warn!("the webhook is removed: it has answered 410 Gone for 23 hours");
            self.remove_webhook();
        }
    }

    /// Makes waiting updates, open queries and a webhook's 410s older.
    pub(crate) fn age(&mut self, hours: u32) {
        let seconds = i64::from(hours) * 60 * 60;
        self.updates.age(seconds);
        if let Some(since) = self.webhook.as_mut().and_then(|webhook| webhook.gone_since.as_mut()) {
            *since -= seconds;
        }
        if hours > 0 {
            // None lives for an hour.
            self.expire_queries();
        }
    }

    /// The webhook as getWebhookInfo tells it.
    pub(crate) fn webhook_info(&self) -> Value {
        let url = self.webhook.as_ref().map_or("", |webhook| &webhook.settings.url);
        let mut info = json!({
            "url": url, "has_custom_certificate": false, "pending_update_count": self.updates.pending(),
        });
        if let Some(webhook) = &self.webhook {
            info["max_connections"] = webhook.settings.max_connections.into();
            let address = webhook.address.map_or("<unknown>".to_owned(), |address| address.to_string());
            info["ip_address"] = address.into();
            if let Some((date, message)) = &webhook.last_error {
                info["last_error_date"] = (*date).into();
                info["last_error_message"] = message.as_str().into();
            }
        }
        if let Some(kinds) = self.updates.wanted.unusual() {
            info["allowed_updates"] = kinds.into();
        }
        info
    }

    /// The latest deliveries of the webhook in force, oldest first.
    pub(crate) fn deliveries(&self) -> Vec<Value> {
        self.webhook.iter().flat_map(|webhook| webhook.log.iter().cloned()).collect()
    }
}
