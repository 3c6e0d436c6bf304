//! Entities as the Bot API writes them and reads them.

use serde_json::{Map, Value};

use super::{Entity, Formatted, Kind, Units, check_link, date, link};

/// The largest offset and length that are looked at.
const FAR: i64 = 1_000_000;

impl Entity {
    /// The entity as the Bot API writes it; `user` gives the published form of a person for a text mention.
    pub(crate) fn to_json(&self, user: impl Fn(i64) -> Value) -> Value {
        let mut map = Map::new();
        map.insert("offset".into(), self.offset.into());
        map.insert("length".into(), self.length.into());
        map.insert("type".into(), self.kind.name().into());
        match &self.kind {
            Kind::Pre { language: Some(language) } => drop(map.insert("language".into(), language.as_str().into())),
            Kind::TextLink { url } => drop(map.insert("url".into(), url.as_str().into())),
            Kind::TextMention { user: id } => drop(map.insert("user".into(), user(*id))),
            Kind::CustomEmoji { id } => drop(map.insert("custom_emoji_id".into(), id.to_string().into())),
            Kind::DateTime { unix, format } => {
                map.insert("unix_time".into(), (*unix).into());
                map.insert("date_time_format".into(), format.as_str().into());
            }
            _ => {}
        }
        Value::Object(map)
    }
}

/// A text with the entities that a bot sent with it. What only Telegram finds is passed over; the error is what follows
/// "Bad Request: ".
pub(crate) fn given(text: String, entities: &[Value]) -> Result<Formatted, String> {
    let mut read = Vec::new();
    for value in entities {
        read.extend(entity(value)?);
    }
    read.sort_by_key(|e| (e.offset, usize::MAX - e.length));
    check(&text, &read)?;
    Ok(Formatted { text, entities: read })
}

fn entity(value: &Value) -> Result<Option<Entity>, String> {
    let broken = |why: String| format!("can't parse MessageEntity: {why}");
    let map = value.as_object().ok_or_else(|| broken("expected an Object".into()))?;
    let int = |name: &str| number(map, name).map_err(broken);
    let (offset, length) = (int("offset")?, int("length")?);
    let kind = match string(map, "type").map_err(broken)?.as_str() {
        "bold" => Kind::Bold,
        "italic" => Kind::Italic,
        "underline" => Kind::Underline,
        "strikethrough" => Kind::Strikethrough,
        "spoiler" => Kind::Spoiler,
        "code" => Kind::Code,
        "pre" if map.contains_key("language") => Kind::pre(&string(map, "language").map_err(broken)?),
        "pre" => Kind::Pre { language: None },
        "blockquote" => Kind::Blockquote,
        "expandable_blockquote" => Kind::ExpandableBlockquote,
        "text_link" => {
            let url = string(map, "url").map_err(broken)?;
            match link::user_of(&url) {
                Some(user) => Kind::TextMention { user },
                None => match check_link(&url) {
                    Ok(url) => Kind::TextLink { url },
                    Err(reason) => return Err(format!("entity URL '{url}' is invalid: {reason}")),
                },
            }
        }
        "text_mention" => match map.get("user") {
            None => return Err(broken("Can't find field \"user\"".into())),
            Some(Value::Object(user)) => Kind::TextMention { user: number(user, "id").map_err(broken)? },
            Some(_) => return Err(broken("Field \"user\" must be of type Object".into())),
        },
        "custom_emoji" => match int("custom_emoji_id")? {
            0 => return Err("invalid custom emoji identifier specified".into()),
            id => Kind::CustomEmoji { id },
        },
        "date_time" => {
            let letters = if map.contains_key("date_time_format") {
                string(map, "date_time_format").map_err(broken)?
            } else {
                String::new()
            };
            let format = date::format(&letters).ok_or_else(|| broken("Invalid date-time format specified".into()))?;
            match i32::try_from(int("unix_time")?) {
                Ok(unix @ 1..) => Kind::DateTime { unix, format },
                Ok(_) => return Err("invalid date specified".into()),
                Err(_) => return Err(broken("Field \"unix_time\" must be a valid Number".into())),
            }
        }
        "mention" | "hashtag" | "cashtag" | "bot_command" | "url" | "email" | "phone_number" | "bank_card_number" => {
            return Ok(None);
        }
        "" => return Err(broken("Type is not specified".into())),
        _ => return Err(broken("Unsupported type specified".into())),
    };
    let place = |number: i64, what: &str| {
        let known = usize::try_from(number).ok().filter(|_| number <= FAR);
        known.ok_or_else(|| format!("receive an entity with incorrect {what} {number}"))
    };
    let (offset, length) = (place(offset, "offset")?, place(length, "length")?);
    Ok((length > 0).then_some(Entity { offset, length, kind }))
}

fn number(map: &Map<String, Value>, name: &str) -> Result<i64, String> {
    let number = match map.get(name) {
        None => return Err(format!("Can't find field \"{name}\"")),
        Some(Value::Number(number)) => number.as_i64(),
        Some(Value::String(number)) => number.parse().ok(),
        Some(_) => return Err(format!("Field \"{name}\" must be a Number")),
    };
    number.ok_or_else(|| format!("Field \"{name}\" must be a valid Number"))
}

fn string(map: &Map<String, Value>, name: &str) -> Result<String, String> {
    match map.get(name) {
        None => Err(format!("Can't find field \"{name}\"")),
        Some(Value::String(text)) => Ok(text.clone()),
        Some(Value::Number(number)) => Ok(number.to_string()),
        Some(_) => Err(format!("Field \"{name}\" must be of type String")),
    }
}

/// Refuses entities that lie outside of the text, or begin or end inside of a character.
fn check(text: &str, entities: &[Entity]) -> Result<(), String> {
    let units = Units::of(text);
    for entity in entities {
        let (offset, end) = (entity.offset, entity.end());
        if offset > units.count() {
            return Err(format!("entity begins after the end of the text at UTF-16 offset {offset}"));
        }
        if let Some(next) = units.broken_at(offset) {
            return Err(format!("entity begins in a middle of a UTF-16 symbol at byte offset {next}"));
        }
        if end > units.count() {
            return Err(format!(
                "entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {end}"
            ));
        }
        if let Some(next) = units.broken_at(end) {
            return Err(format!(
                "entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol at byte offset {next}"
            ));
        }
    }
    Ok(())
}
