//! Sending photos, documents and albums, and getting files.

use serde_json::Value;

use super::{ApiError, Params, files::Source, input_media::InputMedia, messages, texts};
use crate::{
    limits,
    text::Formatted,
    world::{Content, Media, MediaKind, Message, World, why_unreadable},
};

/// `sendPhoto`.
pub(super) fn send_photo(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    send(world, params, MediaKind::Photo)
}

/// `sendDocument`.
pub(super) fn send_document(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    params.refuse(&["thumbnail"])?;
    send(world, params, MediaKind::Document)
}

fn send(world: &mut World, params: &Params, kind: MediaKind) -> Result<Value, ApiError> {
    let name = kind.name();
    let source = Source::of_call(params, name)
        .ok_or_else(|| ApiError::bad_request(format_args!("there is no {name} in the request")))?;
    let (chat, message) = messages::outgoing(world, params, texts::caption_of_call(params)?)?;
    let is_photo = kind == MediaKind::Photo;
    let media = Media { file: source.keep(world, kind)?, spoiler: is_photo && params.flag("has_spoiler") };
    let caption_above = is_photo && params.flag("show_caption_above_media");
    messages::sent(world, chat, Message { media: Some(media), caption_above, ..message })
}

/// `sendMediaGroup`. One item alone is sent without an album, as the official server does.
pub(super) fn send_media_group(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let items = params.json("media", "media")?;
    let items = items.ok_or_else(|| ApiError::bad_request("parameter \"media\" is required"))?;
    let items = items.as_array().ok_or_else(|| ApiError::bad_request("expected an Array of InputMedia"))?;
    let items = items.iter().map(|item| InputMedia::read(params, item, true)).collect::<Result<Vec<_>, _>>()?;
    check_album(&items)?;
    let (chat, base) = messages::addressed(world, params, Formatted::default())?;
    let contents = items.into_iter().map(|item| item.content(world)).collect::<Result<Vec<_>, _>>()?;
    let album = (contents.len() > 1).then(|| world.new_album_id());
    let messages = contents.into_iter().map(|Content { body, media, caption_above }| {
        let message = Message { body, media, caption_above, album: album.clone(), ..base.clone() };
        messages::sent(world, chat, message)
    });
    messages.collect::<Result<Vec<_>, _>>().map(Value::from)
}

/// Refuses what cannot be one album (td: `check_message_group_message_contents`).
fn check_album(items: &[InputMedia]) -> Result<(), ApiError> {
    let Some(first) = items.first() else { return Err(ApiError::bad_request("there are no messages to send")) };
    if items.len() > limits::ALBUM {
        return Err(ApiError::bad_request("too many messages to send as an album"));
    }
    if items.iter().any(|item| item.caption_above != first.caption_above) {
        return Err(ApiError::bad_request("parameter show_caption_above_media must be the same for all messages"));
    }
    if items.iter().any(|item| item.kind != first.kind) {
        return Err(ApiError::bad_request("document can't be mixed with other media types"));
    }
    Ok(())
}

/// `getFile`.
pub(super) fn get_file(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let id = params.text("file_id").ok_or_else(|| ApiError::bad_request("file_id not specified"))?;
    match world.files.by_id(&id) {
        Some(file) if file.is_small() => Ok(file.to_json()),
        Some(_) => Err(ApiError::bad_request("file is too big")),
        None if why_unreadable(&id).is_some() => Err(ApiError::bad_request("invalid file_id")),
        None => Err(ApiError::bad_request("wrong file_id or the file is temporarily unavailable")),
    }
}
