//! How a call gives a file: uploaded with it, by the id of a file that Telegram keeps, or by an address.

use std::sync::Arc;

use serde_json::Value;

use super::{ApiError, Params};
use crate::{
    limits,
    world::{File, FileError, MediaKind, Upload, World, why_unreadable},
};

/// What stands before the name of a part that holds the file.
const ATTACHED: &str = "attach://";

/// A file as a call gives it, not looked at yet.
#[derive(Debug)]
pub(super) enum Source<'p> {
    Upload(&'p Upload),
    /// What was fetched from the address, if anything could be.
    Address(Option<&'p Upload>),
    Id(String),
}

impl<'p> Source<'p> {
    /// The file of the parameter `name`: a part of that name, or what its text says.
    pub(super) fn of_call(params: &'p Params, name: &str) -> Option<Self> {
        match params.text(name) {
            Some(text) => Self::of_text(params, &text),
            None => params.files.get(name).map(Source::Upload),
        }
    }

    /// The file that a text says: `attach://` and a part's name, an address, or an id.
    pub(super) fn of_text(params: &'p Params, text: &str) -> Option<Self> {
        if let Some(part) = text.strip_prefix(ATTACHED) {
            params.files.get(part).map(Source::Upload)
        } else if is_address(text) {
            Some(Source::Address(params.fetched.get(text)))
        } else {
            Some(Source::Id(text.to_owned()))
        }
    }

    /// The file, kept from now on if it was not yet.
    pub(super) fn keep(&self, world: &mut World, kind: MediaKind) -> Result<Arc<File>, ApiError> {
        match self {
            Source::Upload(upload) => world.files.keep(kind, upload).map_err(refused),
            Source::Address(fetched) => keep_fetched(world, kind, *fetched),
            Source::Id(id) => known(world, id, kind),
        }
    }
}

/// Whether Telegram takes a text that stands for a file as an address: an id never has a dot.
fn is_address(text: &str) -> bool {
    text.contains('.') && !text.starts_with(ATTACHED)
}

/// The addresses that a call of a method gives for files.
pub(crate) fn addresses(method: &str, params: &Params) -> Vec<String> {
    let fields = || vec![Value::Object(params.fields.clone())];
    let within = |name: &str| match params.json(name, name) {
        Ok(Some(Value::Array(objects))) => objects,
        Ok(object) => object.into_iter().collect(),
        // The method itself says what is wrong with it.
        Err(_) => Vec::new(),
    };
    let (objects, names): (Vec<Value>, &[&str]) = match method {
        "sendPhoto" => (fields(), &["photo"]),
        "sendDocument" => (fields(), &["document"]),
        "sendMediaGroup" | "editMessageMedia" => (within("media"), &["media"]),
        "answerInlineQuery" => (within("results"), &["photo_url", "document_url"]),
        _ => return Vec::new(),
    };
    let texts = objects.iter().flat_map(|object| names.iter().filter_map(|name| object.get(name)?.as_str()));
    texts.filter(|text| is_address(text)).map(str::to_owned).collect()
}

/// Keeps what was fetched from an address.
fn keep_fetched(world: &mut World, kind: MediaKind, fetched: Option<&Upload>) -> Result<Arc<File>, ApiError> {
    let most = match kind {
        MediaKind::Photo => limits::FETCHED_PHOTO_BYTES,
        MediaKind::Document => limits::DOWNLOAD_BYTES,
    };
    let upload = fetched.filter(|upload| upload.bytes.len() <= most);
    let upload = upload.ok_or_else(|| ApiError::bad_request("failed to get HTTP URL content"))?;
    world.files.keep(kind, upload).map_err(|error| match error {
        FileError::NoPicture => ApiError::bad_request("wrong type of the web page content"),
        error => refused(error),
    })
}

/// The file with this id, which keeps its kind.
fn known(world: &World, id: &str, kind: MediaKind) -> Result<Arc<File>, ApiError> {
    let Some(file) = world.files.by_id(id) else {
        return Err(match why_unreadable(id) {
            Some(why) => ApiError::bad_request(format_args!("wrong remote file identifier specified: {why}")),
            None => ApiError::bad_request("wrong file identifier/HTTP URL specified"),
        });
    };
    if file.kind != kind {
        let (is, wanted) = (type_name(file.kind), type_name(kind));
        return Err(ApiError::bad_request(format_args!("can't use file of type {is} as {wanted}")));
    }
    Ok(file.clone())
}

/// What the official server calls a kind in its errors.
fn type_name(kind: MediaKind) -> &'static str {
    match kind {
        MediaKind::Photo => "Photo",
        MediaKind::Document => "Document",
    }
}

/// The official words for a file that cannot be sent.
fn refused(error: FileError) -> ApiError {
    match error {
        FileError::Empty => ApiError::bad_request("file must be non-empty"),
        FileError::PhotoTooBig { size } => ApiError::bad_request(format_args!(
            "file of size {size} bytes is too big for a photo; the maximum size is {} bytes",
            limits::PHOTO_BYTES
        )),
        FileError::NoPicture => ApiError::bad_request("IMAGE_PROCESS_FAILED"),
        FileError::Dimensions => ApiError::bad_request("PHOTO_INVALID_DIMENSIONS"),
    }
}
