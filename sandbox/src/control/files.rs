//! Control calls about files: people send them and see them.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{
        StatusCode,
        header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS},
    },
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::{
    fields::{Answer, Fields, Given, Result},
    view,
};
use crate::{
    http::Shared,
    limits,
    world::{ChatId, File, MediaKind, Saying, UserId},
};

/// The fields of a call that sends files, beside the files.
const SENDING: [&str; 6] = ["user_id", "chat_id", "as", "caption", "reply_to", "thread_id"];
/// The parts of a form that hold the files of an album, in order.
const ITEMS: [&str; limits::ALBUM] =
    ["file1", "file2", "file3", "file4", "file5", "file6", "file7", "file8", "file9", "file10"];

/// `POST /control/send_file`
pub(super) async fn send_file(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&[&SENDING[..], &["file"]].concat())?;
    let (user, chat, kind, caption) = sending(&fields)?;
    let upload = fields.need_file("file")?;
    let mut world = shared.world();
    let id = world.send_file(user, chat, kind, upload, &caption)?;
    Ok(Answer(view::message_at(&world, chat, id)?))
}

/// `POST /control/send_album`
pub(super) async fn send_album(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&[&SENDING[..], &ITEMS].concat())?;
    let (user, chat, kind, caption) = sending(&fields)?;
    let uploads: Vec<_> = ITEMS.iter().map_while(|name| fields.file(name)).cloned().collect();
    if ITEMS.iter().skip(uploads.len()).any(|name| fields.file(name).is_some()) {
        return Err(format!("file{} is missing: a file in a multipart form", uploads.len() + 1).into());
    }
    let mut world = shared.world();
    let ids = world.send_album(user, chat, kind, &uploads, &caption)?;
    let views = ids.into_iter().map(|id| view::message_at(&world, chat, id));
    Ok(Answer(json!({ "messages": views.collect::<std::result::Result<Vec<_>, _>>()? })))
}

/// Who sends files where, as what, and with which caption.
fn sending(fields: &Fields) -> Result<(UserId, ChatId, MediaKind, Saying)> {
    let kind = match fields.text("as").as_deref() {
        None | Some("document") => MediaKind::Document,
        Some("photo") => MediaKind::Photo,
        Some(other) => return Err(format!("a file is sent as photo or document, not as {other:?}").into()),
    };
    let caption = Saying {
        text: fields.text("caption").unwrap_or_default(),
        reply_to: fields.int("reply_to")?,
        thread: fields.int("thread_id")?,
        quote: None,
    };
    Ok((fields.need_int("user_id")?, fields.need_int("chat_id")?, kind, caption))
}

/// `GET /control/files/{file_id}`
pub(super) async fn file(State(shared): State<Arc<Shared>>, Path(id): Path<String>) -> Response {
    let file = shared.world().files.by_id(&id).cloned();
    match file {
        Some(file) => shown(&file),
        None => (StatusCode::NOT_FOUND, Answer(json!({ "error": format!("there is no file {id}") }))).into_response(),
    }
}

/// A photo to look at, or a document to keep: a browser never opens what somebody sent as a page of this server.
fn shown(file: &File) -> Response {
    let mut response = Response::new(Body::from(file.bytes.clone()));
    let headers = response.headers_mut();
    let octets = HeaderValue::from_static("application/octet-stream");
    headers.insert(CONTENT_TYPE, HeaderValue::from_str(&file.mime).unwrap_or(octets));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if file.kind == MediaKind::Document {
        let name = file.name.as_deref().unwrap_or("file");
        let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
        let disposition = format!("attachment; filename*=UTF-8''{}", encoded.replace('+', "%20"));
        headers.extend(HeaderValue::from_str(&disposition).ok().map(|value| (CONTENT_DISPOSITION, value)));
    }
    response
}
