//! What a control call brings, and what it gets back.

use axum::{
    body::Body,
    extract::{FromRequest, FromRequestParts, Path, Request},
    http::{StatusCode, header::CONTENT_TYPE, request::Parts},
    response::{IntoResponse, Response},
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    api::Params,
    http::read_params,
    world::{Refusal, Upload},
};

/// What a control call brings, in query and body.
pub(super) struct Given(Params);

/// The fields of a control call that it has.
pub(super) struct Fields(Params);

/// A control call that has no fields, and brings none.
pub(super) struct NoFields;

/// The id in a call's path.
pub(super) struct Id<T>(pub(super) T);

/// A JSON answer.
pub(super) struct Answer(pub(super) Value);

/// Why a control call is refused: 400 with a plain sentence.
pub(super) struct Refused(String);

/// What a control call gives.
pub(super) type Result<T = Answer> = std::result::Result<T, Refused>;

impl<S: Sync> FromRequest<S> for Given {
    type Rejection = Refused;

    async fn from_request(request: Request, _: &S) -> Result<Self> {
        let params = read_params(request).await.map_err(|error| Refused(error.description))?;
        if params.fields.keys().any(|name| name.starts_with('{')) {
            return Err(Refused("the body is JSON: send it with Content-Type: application/json".into()));
        }
        Ok(Given(params))
    }
}

impl<S: Sync> FromRequest<S> for NoFields {
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self> {
        Given::from_request(request, state).await?.only(&[]).map(|_| NoFields)
    }
}

impl Given {
    /// The fields of the call, which has these; one that it does not have is refused, as it may be a slip of the pen.
    pub(super) fn only(self, names: &[&str]) -> Result<Fields> {
        match self.0.fields.keys().find(|name| !names.contains(&name.as_str())) {
            None => Ok(Fields(self.0)),
            Some(unknown) if names.is_empty() => {
                Err(Refused(format!("the call has no field {unknown:?}, and no other")))
            }
            Some(unknown) => Err(Refused(format!("the call has no field {unknown:?}; it has {}", names.join(", ")))),
        }
    }
}

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Id<T> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let id = Path::from_request_parts(parts, state).await;
        id.map(|Path(id)| Id(id))
            .map_err(|_| Refused(format!("an id is a whole number, unlike in {}", parts.uri.path())))
    }
}

impl Fields {
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.0.text(name)
    }

    pub(super) fn need_text(&self, name: &str) -> Result<String> {
        self.text(name).ok_or_else(|| Refused(format!("{name} is missing")))
    }

    pub(super) fn int(&self, name: &str) -> Result<Option<i64>> {
        self.0.int(name).map_err(|error| Refused(error.description))
    }

    pub(super) fn need_int(&self, name: &str) -> Result<i64> {
        self.int(name)?.ok_or_else(|| Refused(format!("{name} is missing")))
    }

    /// A file of a multipart form.
    pub(super) fn file(&self, name: &str) -> Option<&Upload> {
        self.0.files.get(name)
    }

    pub(super) fn need_file(&self, name: &str) -> Result<&Upload> {
        self.file(name).ok_or_else(|| Refused(format!("{name} is missing: a file in a multipart form")))
    }

    /// True or not; `None` when it is missing.
    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.0.fields.contains_key(name).then(|| self.0.flag(name))
    }

    /// A list; missing is empty.
    pub(super) fn list(&self, name: &str) -> Result<Vec<Value>> {
        match self.0.json(name, name).map_err(|error| Refused(error.description))? {
            None => Ok(Vec::new()),
            Some(Value::Array(list)) => Ok(list),
            Some(_) => Err(Refused(format!("{name} is a list"))),
        }
    }

    /// All of them as one object.
    pub(super) fn object(self) -> Value {
        Value::Object(self.0.fields)
    }
}

impl<T: Into<Refusal>> From<T> for Refused {
    fn from(refusal: T) -> Self {
        Refused(refusal.into().0)
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        ([(CONTENT_TYPE, "application/json")], Body::from(self.0.to_string())).into_response()
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, Answer(json!({ "error": self.0 }))).into_response()
    }
}
