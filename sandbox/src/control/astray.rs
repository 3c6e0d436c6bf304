//! Calls under `/control/` that name nothing.

use axum::{
    http::{Method, StatusCode, Uri},
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::fields::Answer;

/// Any path that is no control call.
pub(super) async fn no_such_call(uri: Uri) -> Response {
    refuse(StatusCode::NOT_FOUND, format!("there is no control call {}", uri.path()))
}

/// A control call with a method that does not go with it; the header `Allow` tells which do.
pub(super) async fn wrong_method(method: Method, uri: Uri) -> Response {
    refuse(StatusCode::METHOD_NOT_ALLOWED, format!("{method} does not go with {}", uri.path()))
}

fn refuse(status: StatusCode, error: String) -> Response {
    (status, Answer(json!({ "error": error }))).into_response()
}
