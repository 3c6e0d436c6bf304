//! The parameters of a request, from wherever they stand: query, urlencoded form, JSON, multipart.

use axum::{
    body::to_bytes,
    extract::{FromRequest, Multipart, Request},
    http::header::CONTENT_TYPE,
};
use serde_json::{Map, Value, json};

use crate::{
    api::{ApiError, Params},
    limits,
};

/// Reads all parameters; those of the body come over those of the query.
pub(crate) async fn read_params(request: Request) -> Result<Params, ApiError> {
    let mut map = Map::new();
    add_form(&mut map, request.uri().query().unwrap_or_default().as_bytes());
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if kind == "multipart/form-data" {
        add_multipart(&mut map, request).await?;
        return Ok(Params(map));
    }
    let body = to_bytes(request.into_body(), limits::REQUEST_BYTES).await.map_err(|_| too_large())?;
    match kind.as_str() {
        "application/json" if !body.is_empty() => {
            let parsed: Value = serde_json::from_slice(&body).map_err(|error| broken("JSON", &error))?;
            let Value::Object(fields) = parsed else {
                return Err(ApiError::bad_request("expected a JSON object with the parameters"));
            };
            map.extend(fields);
        }
        "application/x-www-form-urlencoded" => add_form(&mut map, &body),
        _ => {}
    }
    Ok(Params(map))
}

fn add_form(map: &mut Map<String, Value>, form: &[u8]) {
    let pairs = form_urlencoded::parse(form);
    map.extend(pairs.map(|(name, value)| (name.into_owned(), Value::from(value.into_owned()))));
}

async fn add_multipart(map: &mut Map<String, Value>, request: Request) -> Result<(), ApiError> {
    let mut parts = Multipart::from_request(request, &()).await.map_err(|error| broken("multipart", &error))?;
    while let Some(part) = parts.next_field().await.map_err(|error| broken("multipart", &error))? {
        let Some(name) = part.name().map(str::to_owned) else { continue };
        let file = part.file_name().map(str::to_owned);
        let value = part.bytes().await.map_err(|error| broken("multipart", &error))?;
        let value = match file {
            // No method that is built takes a file; the record shows that one came.
            Some(file) => json!({ "file_name": file, "size": value.len() }),
            None => String::from_utf8_lossy(&value).into(),
        };
        map.insert(name, value);
    }
    Ok(())
}

fn broken(what: &str, error: &dyn std::fmt::Display) -> ApiError {
    ApiError::bad_request(format_args!("can't parse {what} in the request: {error}"))
}

fn too_large() -> ApiError {
    ApiError::new(413, "Request Entity Too Large")
}
