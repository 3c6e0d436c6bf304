//! `setWebhook`, `deleteWebhook`, `getWebhookInfo`.

use axum::http::Uri;
use serde_json::Value;

use super::{ApiError, Params, updates};
use crate::{
    http::is_this_machine,
    limits,
    world::{WebhookSettings, World},
};

/// `setWebhook`. As with the official server, a call that asks for what is so already changes nothing but the kinds of
/// update, and otherwise the webhook that was is gone even when the new one is refused.
pub(super) fn set_webhook(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let Some(url) = params.text("url") else { return delete_webhook(world, params) };
    params.refuse(&["certificate", "ip_address"])?;
    let target = parse(&url);
    if target.as_ref().is_ok_and(is_outside) {
        return Err(ApiError::missing("a webhook outside this machine (an address such as http://127.0.0.1:8080/)"));
    }
    let connections = params.int("max_connections")?.unwrap_or(limits::WEBHOOK_CONNECTIONS);
    let settings = WebhookSettings {
        url,
        secret: params.text("secret_token"),
        max_connections: usize::try_from(connections.clamp(1, limits::MAX_WEBHOOK_CONNECTIONS)).unwrap_or(1),
    };
    let drop_pending = params.flag("drop_pending_updates");
    if !drop_pending && world.webhook.as_ref().is_some_and(|webhook| webhook.settings == settings) {
        updates::set_wanted(world, params);
        return Ok(true.into());
    }
    world.updates.end_poll();
    world.remove_webhook();
    if drop_pending {
        world.updates.clear();
    }
    let target = target?;
    check_secret(settings.secret.as_deref().unwrap_or_default())?;
    updates::set_wanted(world, params);
    check_place(&target)?;
    world.set_webhook(settings, target);
    Ok(true.into())
}

/// `deleteWebhook`.
pub(super) fn delete_webhook(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    world.remove_webhook();
    if params.flag("drop_pending_updates") {
        world.updates.clear();
    }
    Ok(true.into())
}

/// `getWebhookInfo`.
pub(super) fn get_webhook_info(world: &mut World, _: &Params) -> Result<Value, ApiError> {
    Ok(world.webhook_info())
}

/// Reads the address; without a scheme it is https.
fn parse(url: &str) -> Result<Uri, ApiError> {
    let invalid = || ApiError::bad_request("invalid webhook URL specified");
    let whole = if url.contains("://") { url.to_owned() } else { format!("https://{url}") };
    let target: Uri = whole.parse().map_err(|_| invalid())?;
    let known = matches!(target.scheme_str(), Some("http" | "https"));
    let plain = target.authority().is_some_and(|place| !place.as_str().contains('@'));
    if known && plain { Ok(target) } else { Err(invalid()) }
}

/// Whether the official server would take the address, but it is none that the sandbox delivers to.
fn is_outside(target: &Uri) -> bool {
    target.scheme_str() == Some("https") && check_place(target).is_ok()
}

/// The address must be https on one of Telegram's ports, or http on this machine.
fn check_place(target: &Uri) -> Result<(), ApiError> {
    if target.scheme_str() == Some("https") {
        return match target.port_u16() {
            None | Some(80 | 88 | 443 | 8443) => Ok(()),
            Some(_) => Err(bad_webhook("Webhook can be set up only on ports 80, 88, 443 or 8443")),
        };
    }
    let here = target.authority().is_some_and(|place| is_this_machine(place.as_str()));
    if here { Ok(()) } else { Err(bad_webhook("An HTTPS URL must be provided for webhook")) }
}

fn bad_webhook(reason: &str) -> ApiError {
    ApiError::bad_request(format_args!("bad webhook: {reason}"))
}

fn check_secret(secret: &str) -> Result<(), ApiError> {
    if secret.len() > limits::SECRET_TOKEN_CHARS {
        return Err(ApiError::bad_request("secret token is too long"));
    }
    if !secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte)) {
        return Err(ApiError::bad_request("secret token contains unallowed characters"));
    }
    Ok(())
}
