//! `/file/bot<token>/<path>`: what getFile says where it is.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::header::{CONTENT_TYPE, HeaderValue},
    response::{IntoResponse, Response},
};

use super::{
    Shared,
    bot::{answer, check_token},
};
use crate::api::ApiError;

/// The bytes of a file, of no declared type, as Telegram gives them.
pub(super) async fn file(State(shared): State<Arc<Shared>>, Path((bot, path)): Path<(String, String)>) -> Response {
    let file = bot.strip_prefix("bot").ok_or_else(not_found).and_then(|token| {
        check_token(&shared, token)?;
        let world = shared.world();
        world.files.by_path(&path).filter(|file| file.is_small()).cloned().ok_or_else(not_found)
    });
    match file {
        Ok(file) => {
            let kind = HeaderValue::from_static("application/octet-stream");
            ([(CONTENT_TYPE, kind)], Body::from(file.bytes.clone())).into_response()
        }
        Err(error) => answer(Err(error)),
    }
}

fn not_found() -> ApiError {
    ApiError::new(404, "Not Found")
}
