//! How a call gives a file: uploaded with it, by the id of a file that Telegram keeps, or by an address.

use std::sync::Arc;

use serde_json::Value;

use super::{ApiError, Params, texts};
use crate::{
    limits,
    text::Formatted,
    world::{Content, File, FileError, Media, MediaKind, Upload, World, why_unreadable},
};

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
        if let Some(part) = text.strip_prefix("attach://") {
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
            Source::Address(fetched) => fetched.map_or_else(
                || Err(not_fetched()),
                |upload| {
                    let most = match kind {
                        MediaKind::Photo => limits::FETCHED_PHOTO_BYTES,
                        MediaKind::Document => limits::DOWNLOAD_BYTES,
                    };
                    if upload.bytes.len() > most {
                        return Err(not_fetched());
                    }
                    world.files.keep(kind, upload).map_err(|error| match error {
                        FileError::NoPicture => ApiError::bad_request("wrong type of the web page content"),
                        error => refused(error),
                    })
                },
            ),
            Source::Id(id) => known(world, id, kind),
        }
    }
}

/// Whether Telegram takes a text that stands for a file as an address: an id never has a dot.
pub(super) fn is_address(text: &str) -> bool {
    text.contains('.') && !text.starts_with("attach://")
}

/// The addresses that a call of a method gives for files.
pub(crate) fn addresses(method: &str, params: &Params) -> Vec<String> {
    let objects = |name: &str| match params.json(name, name) {
        Ok(Some(Value::Array(list))) => list,
        Ok(one) => one.into_iter().collect(),
        // The method itself says what is wrong with it.
        Err(_) => Vec::new(),
    };
    let within = |name: &str, keys: &[&str]| {
        let objects = objects(name).into_iter();
        let texts = objects
            .flat_map(|object| keys.iter().map(|key| object[key].as_str().map(str::to_owned)).collect::<Vec<_>>());
        texts.flatten().collect()
    };
    let given: Vec<String> = match method {
        "sendPhoto" => params.text("photo").into_iter().collect(),
        "sendDocument" => params.text("document").into_iter().collect(),
        "sendMediaGroup" | "editMessageMedia" => within("media", &["media"]),
        "answerInlineQuery" => within("results", &["photo_url", "document_url"]),
        _ => Vec::new(),
    };
    given.into_iter().filter(|text| is_address(text)).collect()
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

fn not_fetched() -> ApiError {
    ApiError::bad_request("failed to get HTTP URL content")
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

/// An `InputMedia`, its file not looked at yet.
#[derive(Debug)]
pub(super) struct InputMedia<'p> {
    pub(super) kind: MediaKind,
    source: Source<'p>,
    caption: Formatted,
    pub(super) caption_above: bool,
    spoiler: bool,
}

impl<'p> InputMedia<'p> {
    /// Reads an `InputMedia`, for an album or alone.
    pub(super) fn read(params: &'p Params, value: &Value, in_album: bool) -> Result<Self, ApiError> {
        let broken = |why: &str| ApiError::bad_request(format_args!("can't parse InputMedia: {why}"));
        let fields = value.as_object().ok_or_else(|| broken("expected an Object"))?;
        let fields = Params::from(fields.clone());
        let caption = texts::caption_of_call(&fields).map_err(|error| {
            match error.description.strip_prefix("Bad Request: can't parse entities") {
                Some(reason) => broken(&format!("Can't parse entities{reason}")),
                None => error,
            }
        })?;
        let kind = fields.text("type").ok_or_else(|| broken("Can't find field \"type\""))?;
        let media = fields.text("media").unwrap_or_default();
        let source = Source::of_text(params, &media).filter(|_| !media.is_empty());
        let source = source.ok_or_else(|| broken("media not found"))?;
        fields.refuse(&["thumbnail"])?;
        let kind = match kind.as_str() {
            "photo" => MediaKind::Photo,
            "document" => MediaKind::Document,
            "animation" if in_album => {
                return Err(broken("type \"animation\" can't be used in sendMediaGroup"));
            }
            "animation" | "audio" | "live_photo" | "video" => {
                return Err(ApiError::missing(&format!("media of type {kind}")));
            }
            _ => return Err(broken(&format!("type \"{kind}\" is unsupported"))),
        };
        let is_photo = kind == MediaKind::Photo;
        Ok(InputMedia {
            kind,
            source,
            caption,
            caption_above: is_photo && fields.flag("show_caption_above_media"),
            spoiler: is_photo && fields.flag("has_spoiler"),
        })
    }

    /// Whether its file comes with the call.
    pub(super) fn is_upload(&self) -> bool {
        matches!(self.source, Source::Upload(_))
    }

    /// What a message with it says and shows.
    pub(super) fn content(self, world: &mut World) -> Result<Content, ApiError> {
        let file = self.source.keep(world, self.kind)?;
        let media = Media { file, spoiler: self.spoiler };
        Ok(Content { body: self.caption, media: Some(media), caption_above: self.caption_above })
    }
}
