//! The parameters of a call, whatever way they came: a form carries numbers, truth and JSON as strings.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::ApiError;
use crate::world::Upload;

/// The parameters of a call by name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Params {
    /// Of a file that is itself a parameter, its `file_name` and `size` stand here.
    pub(crate) fields: Map<String, Value>,
    /// The files of a multipart form by the name of their part, which a parameter may give as `attach://name`.
    pub(crate) files: HashMap<String, Upload>,
    /// What was fetched from the addresses that the call gives for files, by address.
    pub(crate) fetched: HashMap<String, Upload>,
}

impl From<Map<String, Value>> for Params {
    fn from(fields: Map<String, Value>) -> Self {
        Params { fields, ..Params::default() }
    }
}

impl Params {
    /// A string; a number is written out. `None` when it is missing, null or empty.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        match self.fields.get(name)? {
            Value::String(text) if !text.is_empty() => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A whole number.
    pub(crate) fn int(&self, name: &str) -> Result<Option<i64>, ApiError> {
        let Some(text) = self.text(name) else { return Ok(None) };
        match text.trim().parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => Err(ApiError::bad_request(format_args!("parameter \"{name}\" must be an integer"))),
        }
    }

    /// True or not; missing is not.
    pub(crate) fn flag(&self, name: &str) -> bool {
        match self.fields.get(name) {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::String(text)) => ["true", "yes", "1"].contains(&text.to_ascii_lowercase().as_str()),
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            _ => false,
        }
    }

    /// An object or array. `None` when it is missing, null or empty; `what` names it when it is broken.
    pub(crate) fn json(&self, name: &str, what: &str) -> Result<Option<Value>, ApiError> {
        match self.fields.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text)
                .map(Some)
                .map_err(|_| ApiError::bad_request(format_args!("can't parse {what} JSON object"))),
            Some(value) => Ok(Some(value.clone())),
        }
    }

    /// Refuses a call with a published parameter that is not built.
    pub(crate) fn refuse(&self, missing: &[&str]) -> Result<(), ApiError> {
        match missing.iter().find(|name| self.fields.get(**name).is_some_and(|value| !value.is_null())) {
            Some(name) => Err(ApiError::missing(&format!("the parameter {name}"))),
            None => Ok(()),
        }
    }
}
