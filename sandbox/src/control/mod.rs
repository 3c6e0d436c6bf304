//! `/control/…`: all that people and tests do, over HTTP. Described in sandbox/README.md.

mod acting;
mod astray;
mod fields;
mod files;
mod keys;
mod looking;
mod making;
mod marks;
mod messages;
mod service;
mod serving;
mod view;

use std::sync::Arc;

use axum::{
    Router,
    routing::{any, delete, get, post},
};

use crate::http::Shared;

/// The routes of the control interface.
pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/control/state", get(looking::state))
        .route("/control/chats/{id}/messages", get(looking::messages))
        .route("/control/chats/{id}/wait", get(looking::wait))
        .route("/control/events", get(looking::events))
        .route("/control/commands", get(looking::commands))
        .route("/control/users", post(making::user))
        .route("/control/users/{id}", post(making::change_user))
        .route("/control/chats", post(making::chat))
        .route("/control/link", post(making::link))
        .route("/control/faults", get(serving::faults).post(serving::add_fault).delete(serving::clear_faults))
        .route("/control/faults/{id}", delete(serving::end_fault))
        .route("/control/flood", get(serving::flood).post(serving::set_flood).delete(serving::end_flood))
        .route("/control/webhook", get(serving::webhook))
        .route("/control/age", post(serving::age))
        .route("/control/login", post(serving::login))
        .route("/control/say", post(acting::say))
        .route("/control/send_file", post(files::send_file))
        .route("/control/send_album", post(files::send_album))
        .route("/control/files/{id}", get(files::file))
        .route("/control/start", post(acting::start))
        .route("/control/press", post(acting::press))
        .route("/control/inline", post(acting::inline))
        .route("/control/choose", post(acting::choose))
        .route("/control/block", post(acting::block))
        .route("/control/unblock", post(acting::unblock))
        .route("/control/deactivate", post(acting::deactivate))
        .route("/control/invite", post(acting::invite))
        .route("/control/kick", post(acting::kick))
        .route("/control/bot", get(looking::bot))
        .route("/control/edit", post(messages::edit))
        .route("/control/delete", post(messages::delete))
        .route("/control/forward", post(messages::forward))
        .route("/control/react", post(messages::react))
        .route("/control/pin", post(messages::pin))
        .route("/control/unpin", post(messages::unpin))
        .route("/control/join", post(messages::join))
        .route("/control/leave", post(messages::leave))
        .route("/control/promote", post(messages::promote))
        .route("/control/migrate", post(messages::migrate))
        .route("/control/restrict", post(messages::restrict))
        .route("/control/expire", post(acting::expire))
        .route("/control/", any(astray::no_such_call))
        .route("/control/{*rest}", any(astray::no_such_call))
        .method_not_allowed_fallback(astray::wrong_method)
}
