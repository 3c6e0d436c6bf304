//! What a message shows beside its text: a photo or a document.

use std::sync::Arc;

use serde_json::Value;

use super::{File, MediaKind};

/// A photo or document in a message. Cheap to clone: the messages share the file.
#[derive(Debug, Clone)]
pub(crate) struct Media {
    pub(crate) file: Arc<File>,
    /// Whether a photo is covered until somebody uncovers it.
    pub(crate) spoiler: bool,
}

/// The same file, shown the same way.
impl PartialEq for Media {
    fn eq(&self, other: &Self) -> bool {
        self.file.id == other.file.id && self.spoiler == other.spoiler
    }
}

impl Media {
    /// Whether its caption may stand over it: that of a document never does.
    pub(crate) fn takes_caption_above(&self) -> bool {
        self.file.kind == MediaKind::Photo
    }

    /// The field of a published `Message` that shows it, and what stands there: a photo has one size, the original.
    pub(super) fn to_json(&self) -> (&'static str, Value) {
        let mut map = self.file.map();
        if let Some((width, height)) = self.file.sides {
            map.insert("width".into(), width.into());
            map.insert("height".into(), height.into());
            return ("photo", Value::Array(vec![map.into()]));
        }
        if let Some(name) = &self.file.name {
            map.insert("file_name".into(), name.as_str().into());
        }
        map.insert("mime_type".into(), self.file.mime.as_str().into());
        ("document", map.into())
    }
}
