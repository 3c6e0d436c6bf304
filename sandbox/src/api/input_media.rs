//! `InputMedia`: an item of an album, or what a message shows after an edit.

use serde_json::Value;

use super::{ApiError, Params, files::Source, texts};
use crate::{
    text::Formatted,
    world::{Content, Media, MediaKind, World},
};

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
