//! The files that Telegram keeps: uploaded by the bot, sent by people, or fetched from an address.

use std::{
    collections::HashMap,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use axum::body::Bytes;
use serde_json::{Map, Value};

use super::file_id::{file_id, unique_id};
use crate::limits;

/// A file as it comes in.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    /// The name that it came with; may be empty.
    pub(crate) file_name: String,
    /// What its sender says it is.
    pub(crate) content_type: Option<String>,
    pub(crate) bytes: Bytes,
}

/// What a file is sent as, and stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaKind {
    /// A picture that shows.
    Photo,
    /// A file of any sort.
    Document,
}

/// A file that is kept.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) id: String,
    pub(crate) unique_id: String,
    /// Where it can be fetched, as getFile says.
    pub(crate) path: String,
    /// A photo has none.
    pub(crate) name: Option<String>,
    pub(crate) mime: String,
    pub(crate) kind: MediaKind,
    /// Width and height of a photo.
    pub(crate) sides: Option<(usize, usize)>,
    pub(crate) bytes: Bytes,
}

/// Why a file cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileError {
    Empty,
    /// A photo of more than [`limits::PHOTO_BYTES`].
    PhotoTooBig {
        size: usize,
    },
    /// A photo that is none.
    NoPicture,
    /// A photo that is too long, wide or narrow.
    Dimensions,
}

/// All files by id and by path.
pub(crate) struct Files {
    by_id: HashMap<String, Arc<File>>,
    by_path: HashMap<String, Arc<File>>,
    /// Tells the ids of this sandbox from those of another.
    salt: u64,
}

impl Default for Files {
    fn default() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let salt = u64::try_from(since.as_nanos()).unwrap_or_default();
        Files { by_id: HashMap::new(), by_path: HashMap::new(), salt }
    }
}

impl MediaKind {
    /// The published name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            MediaKind::Photo => "photo",
            MediaKind::Document => "document",
        }
    }

    /// The number of the kind in Telegram's ids.
    fn number(self) -> u8 {
        match self {
            MediaKind::Photo => 2,
            MediaKind::Document => 5,
        }
    }
}

impl Files {
    /// Keeps a file. A photo stays as it came, where Telegram makes JPEGs of several sizes of it.
    pub(crate) fn keep(&mut self, kind: MediaKind, upload: &Upload) -> Result<Arc<File>, FileError> {
        if upload.bytes.is_empty() {
            return Err(FileError::Empty);
        }
        let index = self.by_id.len();
        let number = u64::try_from(index).unwrap_or(u64::MAX);
        let (name, mime, ending, sides) = match kind {
            MediaKind::Photo => {
                let sides = sides(&upload.bytes)?;
                let (mime, ending) = picture_type(&upload.bytes);
                (None, mime.to_owned(), ending, Some(sides))
            }
            MediaKind::Document => {
                let name = upload.file_name.rsplit(['/', '\\']).next().filter(|name| !name.is_empty());
                (name.map(str::to_owned), mime(name, upload), name.map_or("", ending), None)
            }
        };
        let dot = if ending.is_empty() { "" } else { "." };
        let file = Arc::new(File {
            id: file_id(kind.number(), self.salt, number),
            unique_id: unique_id(kind.number(), self.salt, number),
            path: format!("{}s/file_{index}{dot}{ending}", kind.name()),
            name,
            mime,
            kind,
            sides,
            bytes: upload.bytes.clone(),
        });
        self.by_id.insert(file.id.clone(), file.clone());
        self.by_path.insert(file.path.clone(), file.clone());
        Ok(file)
    }

    /// The file with this id.
    pub(crate) fn by_id(&self, id: &str) -> Option<&Arc<File>> {
        self.by_id.get(id)
    }

    /// The file that getFile says to be at this path.
    pub(crate) fn by_path(&self, path: &str) -> Option<&Arc<File>> {
        self.by_path.get(path)
    }
}

/// Width and height of a photo, from its header.
fn sides(photo: &[u8]) -> Result<(usize, usize), FileError> {
    if photo.len() > limits::PHOTO_BYTES {
        return Err(FileError::PhotoTooBig { size: photo.len() });
    }
    let imagesize::ImageSize { width, height } = imagesize::blob_size(photo).map_err(|_| FileError::NoPicture)?;
    let (short, long) = (width.min(height), width.max(height));
    if short == 0 || width + height > limits::PHOTO_SIDES || long > short * limits::PHOTO_RATIO {
        return Err(FileError::Dimensions);
    }
    Ok((width, height))
}

/// Media type and usual ending of a photo.
fn picture_type(photo: &[u8]) -> (&'static str, &'static str) {
    match imagesize::image_type(photo) {
        Ok(imagesize::ImageType::Png) => ("image/png", "png"),
        Ok(imagesize::ImageType::Gif) => ("image/gif", "gif"),
        Ok(imagesize::ImageType::Webp) => ("image/webp", "webp"),
        Ok(imagesize::ImageType::Bmp) => ("image/bmp", "bmp"),
        Ok(imagesize::ImageType::Tiff) => ("image/tiff", "tiff"),
        _ => ("image/jpeg", "jpg"),
    }
}

/// The media type of a document: what its name says, or else what its sender says.
fn mime(name: Option<&str>, upload: &Upload) -> String {
    let by_name = name.and_then(|name| mime_guess::from_path(name).first_raw());
    by_name.or(upload.content_type.as_deref()).unwrap_or("application/octet-stream").to_owned()
}

/// What stands after the last dot of a name, if it can stand in a path.
fn ending(name: &str) -> &str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ending.chars().all(|c| c.is_ascii_alphanumeric()) { ending } else { "" }
}

impl File {
    /// Whether a bot may fetch it.
    pub(crate) fn is_small(&self) -> bool {
        self.bytes.len() <= limits::DOWNLOAD_BYTES
    }

    /// What every published form of a file has.
    pub(super) fn map(&self) -> Map<String, Value> {
        let mut map = Map::new();
        map.insert("file_id".into(), self.id.as_str().into());
        map.insert("file_unique_id".into(), self.unique_id.as_str().into());
        map.insert("file_size".into(), self.bytes.len().into());
        map
    }

    /// `File`, with the path to fetch it by.
    pub(crate) fn to_json(&self) -> Value {
        let mut map = self.map();
        map.insert("file_path".into(), self.path.as_str().into());
        Value::Object(map)
    }
}

impl std::fmt::Display for FileError {
    /// A plain sentence, for whoever drives the sandbox.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            FileError::Empty => write!(f, "the file is empty"),
            FileError::PhotoTooBig { size } => {
                write!(f, "a photo has at most {} bytes, this file has {size}", limits::PHOTO_BYTES)
            }
            FileError::NoPicture => write!(f, "the file is no picture that Telegram takes for a photo"),
            FileError::Dimensions => write!(
                f,
                "width and height of a photo make at most {} together, and one is at most {} times the other",
                limits::PHOTO_SIDES,
                limits::PHOTO_RATIO
            ),
        }
    }
}
