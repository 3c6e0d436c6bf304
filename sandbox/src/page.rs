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
const FILES: [(&str, &str, &str); 65] = [
    page!("index.html", HTML),
    page!("about.js", JS),
    page!("actions.js", JS),
    page!("address.js", JS),
    page!("aim.js", JS),
    page!("attach.js", JS),
    page!("chat-menu.js", JS),
    page!("chats.css", CSS),
    page!("chats.js", JS),
    page!("commands.js", JS),
    page!("composer.css", CSS),
    page!("composer.js", JS),
    page!("control.js", JS),
    page!("deeds.js", JS),
    page!("dom.js", JS),
    page!("drafts.js", JS),
    page!("entities.js", JS),
    page!("fault-form.js", JS),
    page!("faults.js", JS),
    page!("feed.js", JS),
    page!("format.js", JS),
    page!("hearing.js", JS),
    page!("hint.js", JS),
    page!("inline.js", JS),
    page!("keyboard.js", JS),
    page!("links.js", JS),
    page!("media.css", CSS),
    page!("media.js", JS),
    page!("menu.js", JS),
    page!("message-head.js", JS),
    page!("message-menu.js", JS),
    page!("message.js", JS),
    page!("messages.css", CSS),
    page!("messages.js", JS),
    page!("new-chat.js", JS),
    page!("notice.js", JS),
    page!("offers.js", JS),
    page!("page.css", CSS),
    page!("page.js", JS),
    page!("panels.css", CSS),
    page!("people.js", JS),
    page!("pins.js", JS),
    page!("places.js", JS),
    page!("profile.js", JS),
    page!("quiet.js", JS),
    page!("quote.js", JS),
    page!("reactions.js", JS),
    page!("reply-keys.js", JS),
    page!("scroll.js", JS),
    page!("service.js", JS),
    page!("sheets.js", JS),
    page!("state.js", JS),
    page!("suggest.js", JS),
    page!("sync.js", JS),
    page!("taps.js", JS),
    page!("text.css", CSS),
    page!("theme.js", JS),
    page!("unread.js", JS),
    page!("uploads.js", JS),
    page!("viewer.js", JS),
    page!("walk.js", JS),
    page!("words-en.js", JS),
    page!("words-kk.js", JS),
    page!("words-ru.js", JS),
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
