//! The parameters of a request, from wherever they stand: query, urlencoded form, JSON, multipart.

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Multipart, Request},
    http::{
        HeaderMap,
        header::{CONTENT_LENGTH, CONTENT_TYPE, EXPECT},
    },
};
use futures_util::StreamExt;
use serde_json::{Map, Value, json};

use crate::{
    api::{ApiError, Params},
    limits,
    world::Upload,
};

/// How much of a body that is too long is read and thrown away, so that the answer reaches a client that only listens
/// when it has sent all.
const THROWN_AWAY: usize = 1 << 30;

/// Reads all parameters; those of the body come over those of the query.
pub(crate) async fn read_params(request: Request) -> Result<Params, ApiError> {
    let (parts, body) = request.into_parts();
    let mut params = Params::default();
    add_form(&mut params.fields, parts.uri.query().unwrap_or_default().as_bytes());
    if is_refused_unsent(&parts.headers) {
        return Err(too_large());
    }
    let body = read_body(body).await?;
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match kind.as_str() {
        "multipart/form-data" => add_multipart(&mut params, Request::from_parts(parts, Body::from(body))).await?,
        "application/json" if !body.is_empty() => {
            let parsed: Value = serde_json::from_slice(&body).map_err(|error| broken("JSON", &error))?;
            let Value::Object(fields) = parsed else {
                return Err(ApiError::bad_request("JSON object expected"));
            };
            params.fields.extend(fields);
        }
        "application/x-www-form-urlencoded" => add_form(&mut params.fields, &body),
        _ => {}
    }
    Ok(params)
}

/// Whether the client waits for a word before it sends a body that is too long.
fn is_refused_unsent(headers: &HeaderMap) -> bool {
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    headers.contains_key(EXPECT) && length.is_some_and(|length: usize| length > limits::REQUEST_BYTES)
}

/// Reads a whole body, chunked or not.
async fn read_body(body: Body) -> Result<Bytes, ApiError> {
    let mut pieces = body.into_data_stream();
    let (mut bytes, mut length) = (Vec::new(), 0);
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| ApiError::bad_request("unexpected end of request content"))?;
        length += piece.len();
        if length <= limits::REQUEST_BYTES {
            bytes.extend_from_slice(&piece);
        } else if length > THROWN_AWAY {
            break;
        }
    }
    if length > limits::REQUEST_BYTES { Err(too_large()) } else { Ok(bytes.into()) }
}

fn add_form(fields: &mut Map<String, Value>, form: &[u8]) {
    let pairs = form_urlencoded::parse(form);
    fields.extend(pairs.map(|(name, value)| (name.into_owned(), Value::from(value.into_owned()))));
}

async fn add_multipart(params: &mut Params, request: Request) -> Result<(), ApiError> {
    let mut parts = Multipart::from_request(request, &()).await.map_err(|error| broken("multipart", &error))?;
    while let Some(part) = parts.next_field().await.map_err(|error| broken("multipart", &error.body_text()))? {
        let Some(name) = part.name().map(str::to_owned) else { continue };
        let file_name = part.file_name().map(str::to_owned);
        let content_type = part.content_type().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|error| broken("multipart", &error.body_text()))?;
        match file_name {
            Some(file_name) => drop(params.files.insert(name, Upload { file_name, content_type, bytes })),
            None => {
                let text = String::from_utf8(bytes.into());
                let text = text.map_err(|_| ApiError::bad_request("strings must be encoded in UTF-8"))?;
                params.fields.insert(name, text.into());
            }
        }
    }
    // A file that another parameter attaches is a part of that one and no parameter itself.
    let texts = params.fields.values().filter_map(Value::as_str);
    let texts: Vec<String> = texts.map(|text| text.replace("\\/", "/")).collect();
    for (name, file) in &params.files {
        let (alone, in_json) = (format!("attach://{name}"), format!("\"attach://{name}\""));
        if !texts.iter().any(|text| *text == alone || text.contains(&in_json)) {
            let shown = json!({ "file_name": file.file_name, "size": file.bytes.len() });
            params.fields.entry(name).or_insert(shown);
        }
    }
    Ok(())
}

fn broken(what: &str, error: &dyn std::fmt::Display) -> ApiError {
    ApiError::bad_request(format_args!("can't parse {what} in the request: {error}"))
}

fn too_large() -> ApiError {
    ApiError::new(413, "Request Entity Too Large")
}
