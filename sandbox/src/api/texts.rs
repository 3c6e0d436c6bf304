//! A text with its entities, as a call brings it.

use serde_json::Value;

use super::{ApiError, Params};
use crate::{
    limits,
    text::{
        Formatted, TextError, finish, finish_caption, finish_quote, given, parse_html, parse_markdown,
        parse_markdown_v2,
    },
};

/// Reads the text of a call from `text`, `parse_mode` and `entities`.
pub(super) fn of_call(params: &Params) -> Result<Formatted, ApiError> {
    read(params.text("text"), params.text("parse_mode"), entities(params, "entities").as_ref())
}

/// Reads the caption of a call from `caption`, `parse_mode` and `caption_entities`; empty when there is none.
pub(super) fn caption_of_call(params: &Params) -> Result<Formatted, ApiError> {
    let entities = entities(params, "caption_entities");
    read_caption(params.text("caption"), params.text("parse_mode"), entities.as_ref())
}

/// Reads the text of a message.
pub(super) fn read(
    text: Option<String>,
    parse_mode: Option<String>,
    entities: Option<&Value>,
) -> Result<Formatted, ApiError> {
    let text = text.ok_or_else(|| ApiError::bad_request("message text is empty"))?;
    finish(formatted(text, parse_mode, entities)?).map_err(|error| match error {
        TextError::Empty => ApiError::bad_request("text must be non-empty"),
        TextError::TooLong => ApiError::bad_request("message is too long"),
    })
}

/// Reads a caption; empty when there is none.
pub(super) fn read_caption(
    text: Option<String>,
    parse_mode: Option<String>,
    entities: Option<&Value>,
) -> Result<Formatted, ApiError> {
    let caption = formatted(text.unwrap_or_default(), parse_mode, entities)?;
    finish_caption(caption).map_err(|_| ApiError::bad_request("message caption is too long"))
}

/// Reads what a reply quotes; empty when it quotes nothing.
pub(super) fn quote(
    text: Option<String>,
    parse_mode: Option<String>,
    entities: Option<&Value>,
) -> Result<Formatted, ApiError> {
    let quote = formatted(text.unwrap_or_default(), parse_mode, entities)?;
    finish_quote(quote).map_err(|_| ApiError::bad_request("QUOTE_TEXT_INVALID"))
}

/// The entities that a call brings. What is no JSON is passed over, as the official server does.
fn entities(params: &Params, name: &str) -> Option<Value> {
    params.json(name, name).unwrap_or_else(|_| {
        log::warn!("{name} is no JSON and has no effect");
        None
    })
}

/// A text with the entities of its parse mode, or with those given where there is none.
fn formatted(text: String, parse_mode: Option<String>, entities: Option<&Value>) -> Result<Formatted, ApiError> {
    if text.len() > limits::RAW_TEXT_BYTES {
        return Err(ApiError::bad_request("text is too long"));
    }
    let parse_mode = parse_mode.map(|mode| mode.to_ascii_lowercase()).filter(|mode| mode != "none" && !text.is_empty());
    let parse = match parse_mode.as_deref() {
        None => {
            // What is no list is passed over, as the official server does.
            let entities = entities.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            return given(text, entities).map_err(ApiError::bad_request);
        }
        Some("html") => parse_html,
        Some("markdown") => parse_markdown,
        Some("markdownv2") => parse_markdown_v2,
        Some(_) => return Err(ApiError::bad_request("unsupported parse_mode")),
    };
    parse(&text).map_err(|reason| ApiError::bad_request(format_args!("can't parse entities: {reason}")))
}

/// Reads `link_preview_options`: its published fields, or nothing when there are none.
pub(super) fn preview(value: Option<Value>) -> Result<Option<Value>, ApiError> {
    let mut options = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Object(options)) => options,
        Some(_) => return Err(ApiError::bad_request("object expected as link preview options")),
    };
    options.retain(|name, value| match name.as_str() {
        "url" => value.is_string(),
        "is_disabled" | "prefer_small_media" | "prefer_large_media" | "show_above_text" => value.is_boolean(),
        _ => false,
    });
    Ok((!options.is_empty()).then_some(Value::Object(options)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What a reader makes of a text in HTML: the text, or the reason why not.
    fn told(read: Result<Formatted, ApiError>) -> String {
        read.map_or_else(|error| error.description, |formatted| formatted.text)
    }

    #[test]
    fn a_caption_may_be_empty_and_has_1024_characters_at_most() {
        for (caption, expected) in [
            ("", String::new()),
            (" \n<b> </b>", String::new()),
            ("<b>a</b>", "a".into()),
            (&"ж".repeat(1024), "ж".repeat(1024)),
            (&"ж".repeat(1025), "Bad Request: message caption is too long".into()),
            ("<b>", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"".into()),
        ] {
            let params = json!({ "caption": caption, "parse_mode": "HTML" });
            let params = Params::from(params.as_object().cloned().unwrap());
            assert_eq!(told(caption_of_call(&params)), expected, "{caption}");
        }
        let entities = json!([{ "type": "bold", "offset": 0, "length": 1 }]);
        assert_eq!(read_caption(Some("a".into()), None, Some(&entities)).unwrap().entities.len(), 1);
    }

    #[test]
    fn a_quote_keeps_only_its_looks() {
        let of = |text: &str| quote(Some(text.into()), Some("HTML".into()), None);
        let kept = of("<b>a</b> <code>c</code> /stats <a href='example.kz'>d</a>").unwrap();
        assert_eq!((kept.text.as_str(), kept.entities.len()), ("a c /stats d", 1));
        assert_eq!(told(quote(None, None, None)), "");
        assert_eq!(told(of(&"a".repeat(1025))), "Bad Request: QUOTE_TEXT_INVALID");
    }
}
