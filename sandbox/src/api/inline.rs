//! `answerInlineQuery`.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::{ApiError, Params, callbacks::TOO_OLD, files::Source, markup, texts};
use crate::{
    limits,
    text::checked_link,
    world::{Content, InlineAnswer, InlineButton, InlineResult, Keyboard, Media, MediaKind, World},
};

/// Seconds for which an answer is remembered when the bot does not say.
const CACHE_SECONDS: i64 = 300;

/// `answerInlineQuery`: every result is checked before any is taken.
pub(super) fn answer_inline_query(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let id = params.text("inline_query_id").unwrap_or_default();
    let results = params.json("results", "inline query results")?.unwrap_or_else(|| Value::Array(Vec::new()));
    let results =
        results.as_array().ok_or_else(|| ApiError::bad_request("expected an Array of inline query results"))?;
    if results.len() > limits::INLINE_RESULTS {
        return Err(ApiError::bad_request("too many inline query results specified"));
    }
    let results = results.iter().map(|value| result(world, params, value)).collect::<Result<Vec<_>, _>>()?;
    let mut ids = HashSet::new();
    if !results.iter().all(|result| ids.insert(result.id.as_str())) {
        return Err(ApiError::bad_request("RESULT_ID_DUPLICATE"));
    }
    let next_offset = params.text("next_offset").unwrap_or_default();
    if next_offset.len() > limits::NEXT_OFFSET_BYTES {
        return Err(ApiError::bad_request("NEXT_OFFSET_INVALID"));
    }
    let cache_time = params.int("cache_time")?.unwrap_or(CACHE_SECONDS);
    let answer = InlineAnswer {
        results,
        next_offset,
        button: params.json("button", "inline query results button")?.as_ref().map(button).transpose()?,
        cache_time: u64::try_from(cache_time).unwrap_or_default(),
        is_personal: params.flag("is_personal"),
    };
    match world.answer_inline(&id, answer) {
        true => Ok(true.into()),
        false => Err(ApiError::bad_request(TOO_OLD)),
    }
}

fn result(world: &mut World, params: &Params, value: &Value) -> Result<InlineResult, ApiError> {
    let map = value.as_object().ok_or_else(|| broken("InlineQueryResult must be an Object"))?;
    let string = |name: &str| map.get(name).and_then(Value::as_str).map(str::to_owned);
    let need = |name: &str| string(name).ok_or_else(|| no_field(name));
    let kind = match need("type")?.as_str() {
        "article" => None,
        "photo" => Some(MediaKind::Photo),
        "document" => Some(MediaKind::Document),
        other => return Err(ApiError::missing(&format!("inline results of type {other}"))),
    };
    let id = need("id")?;
    if id.is_empty() {
        return Err(ApiError::bad_request("RESULT_ID_EMPTY"));
    }
    if id.len() > limits::RESULT_ID_BYTES {
        return Err(ApiError::bad_request("RESULT_ID_INVALID"));
    }
    let title = match kind {
        Some(MediaKind::Photo) => string("title").unwrap_or_default(),
        _ => need("title")?,
    };
    if kind.is_none() && title.trim().is_empty() {
        return Err(ApiError::bad_request("ARTICLE_TITLE_EMPTY"));
    }
    let keyboard = match map.get("reply_markup") {
        None | Some(Value::Null) => Keyboard::default(),
        Some(markup) => {
            let keyboard = markup::read(markup)?;
            markup::check_place(&keyboard, None)?;
            keyboard
        }
    };
    let thumbnail_url = match string("thumbnail_url").filter(|url| !url.is_empty()) {
        Some(url) if checked_link(&url).is_none() => {
            return Err(ApiError::bad_request("wrong file identifier/HTTP URL specified"));
        }
        thumbnail_url => thumbnail_url,
    };
    let fields = Params::from(map.clone());
    let text = map.get("input_message_content").and_then(Value::as_object);
    let media = kind.map(|kind| media(world, params, &fields, kind)).transpose()?;
    let (content, preview) = match (text, &media) {
        (Some(text), _) => text_content(text)?,
        (None, Some(media)) => (media_content(&fields, media)?, None),
        (None, None) => return Err(no_field("input_message_content")),
    };
    Ok(InlineResult {
        id,
        title,
        description: string("description"),
        url: string("url"),
        thumbnail_url,
        media,
        content,
        preview,
        keyboard,
    })
}

fn broken(why: &str) -> ApiError {
    ApiError::bad_request(format_args!("can't parse inline query result: {why}"))
}

fn no_field(name: &str) -> ApiError {
    broken(&format!("Can't find field \"{name}\""))
}

/// The photo or document of a result: by the address that was fetched, or by the id of one that Telegram keeps.
fn media(world: &mut World, params: &Params, fields: &Params, kind: MediaKind) -> Result<Media, ApiError> {
    let (by_url, by_id) = (format!("{}_url", kind.name()), format!("{}_file_id", kind.name()));
    let given = match fields.text(&by_url) {
        Some(url) => {
            let kinds = ["application/pdf", "application/zip"];
            let mime = fields.text("mime_type").unwrap_or_default();
            if kind == MediaKind::Document && !kinds.iter().any(|known| mime.starts_with(known)) {
                return Err(ApiError::bad_request("unallowed document MIME type"));
            }
            url
        }
        None => fields.text(&by_id).ok_or_else(|| no_field(&by_id))?,
    };
    let source = Source::of_text(params, &given).ok_or_else(|| no_field(&by_id))?;
    Ok(Media { file: source.keep(world, kind)?, spoiler: false })
}

/// A message of the result's own photo or document.
fn media_content(fields: &Params, media: &Media) -> Result<Content, ApiError> {
    Ok(Content {
        body: texts::caption_of_call(fields)?,
        media: Some(media.clone()),
        caption_above: media.takes_caption_above() && fields.flag("show_caption_above_media"),
    })
}

/// A text message, and the options of its preview.
fn text_content(content: &Map<String, Value>) -> Result<(Content, Option<Value>), ApiError> {
    if !content.contains_key("message_text") {
        return Err(ApiError::missing("inline results that become neither text nor their own media"));
    }
    let part = |name: &str| content.get(name).and_then(Value::as_str).filter(|s| !s.is_empty()).map(str::to_owned);
    let body = texts::read(part("message_text"), part("parse_mode"), content.get("entities"))?;
    let preview = texts::preview(content.get("link_preview_options").cloned())?;
    Ok((Content { body, media: None, caption_above: false }, preview))
}

fn button(value: &Value) -> Result<InlineButton, ApiError> {
    let string = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    if value.get("web_app").is_some() {
        return Err(ApiError::missing("inline buttons with web_app"));
    }
    let button = InlineButton { text: string("text"), start_parameter: string("start_parameter") };
    let parameter = &button.start_parameter;
    let sane = parameter.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if !sane || !(1..=limits::START_PARAMETER_CHARS).contains(&parameter.len()) {
        return Err(ApiError::bad_request("START_PARAM_INVALID"));
    }
    if button.text.is_empty() {
        return Err(ApiError::bad_request("BUTTON_TEXT_INVALID"));
    }
    Ok(button)
}
