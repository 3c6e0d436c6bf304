//! The chat page: a fixed list of files, embedded.

use axum::{
    extract::Path,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

macro_rules! page {
    ($name:literal, $kind:ident) => {
        ($name, $kind, include_str!(concat!("../page/", $name)))
    };
}

/// Name, media type, content.
const FILES: [(&str, &str, &str); 30] = [
    page!("index.html", HTML),
    page!("actions.js", JS),
    page!("address.js", JS),
    page!("chats.css", CSS),
    page!("chats.js", JS),
    page!("commands.js", JS),
    page!("composer.css", CSS),
    page!("composer.js", JS),
    page!("control.js", JS),
    page!("dom.js", JS),
    page!("entities.js", JS),
    page!("hint.js", JS),
    page!("inline.js", JS),
    page!("keyboard.js", JS),
    page!("links.js", JS),
    page!("message.js", JS),
    page!("messages.css", CSS),
    page!("messages.js", JS),
    page!("new-chat.js", JS),
    page!("notice.js", JS),
    page!("page.css", CSS),
    page!("page.js", JS),
    page!("people.js", JS),
    page!("state.js", JS),
    page!("suggest.js", JS),
    page!("sync.js", JS),
    page!("taps.js", JS),
    page!("theme.js", JS),
    page!("unread.js", JS),
    page!("words.js", JS),
];

/// The page itself.
pub(crate) async fn index() -> Response {
    file(Path("index.html".into())).await
}

/// A file of the page.
pub(crate) async fn file(Path(name): Path<String>) -> Response {
    match FILES.iter().find(|(known, ..)| *known == name) {
        Some((_, kind, content)) => ([(CONTENT_TYPE, *kind)], *content).into_response(),
        None => (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "application/json")], NOT_FOUND).into_response(),
    }
}

/// What the official server says to a path that is no method.
const NOT_FOUND: &str = r#"{"ok":false,"error_code":404,"description":"Not Found"}"#;
