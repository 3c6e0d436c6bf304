//! What the bot says of itself, and its menu button.

use serde_json::{Value, json};

use super::{ApiError, Params, commands::language};
use crate::{
    limits,
    text::check_link,
    world::{About, MenuButton, UserId, World},
};

/// `setMyName`.
pub(super) fn set_my_name(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    set(world, params, About::Name, "name", limits::BOT_NAME_CHARS, "NAME_TOO_LONG")
}

/// `setMyDescription`.
pub(super) fn set_my_description(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    set(world, params, About::Description, "description", limits::BOT_DESCRIPTION_CHARS, "DESCRIPTION_TOO_LONG")
}

/// `setMyShortDescription`.
pub(super) fn set_my_short_description(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let most = limits::BOT_SHORT_DESCRIPTION_CHARS;
    set(world, params, About::ShortDescription, "short_description", most, "ABOUT_TOO_LONG")
}

/// `getMyName`.
pub(super) fn get_my_name(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    Ok(json!({ "name": world.about(About::Name, &language(params)?) }))
}

/// `getMyDescription`.
pub(super) fn get_my_description(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    Ok(json!({ "description": world.about(About::Description, &language(params)?) }))
}

/// `getMyShortDescription`.
pub(super) fn get_my_short_description(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    Ok(json!({ "short_description": world.about(About::ShortDescription, &language(params)?) }))
}

/// Sets a text; what the official server says of one that is too long is not published.
fn set(
    world: &mut World,
    params: &Params,
    about: About,
    name: &str,
    most: usize,
    too_long: &str,
) -> Result<Value, ApiError> {
    let language = language(params)?;
    let text = params.text(name).unwrap_or_default().trim().to_owned();
    if text.chars().count() > most {
        return Err(ApiError::bad_request(too_long));
    }
    world.set_about(about, language, text);
    Ok(true.into())
}

/// `setChatMenuButton`.
pub(super) fn set_chat_menu_button(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let button = match params.json("menu_button", "menu button")? {
        None => MenuButton::Default,
        Some(value) => menu_button(&value)?,
    };
    let user = user(world, params)?;
    world.set_menu_button(user, button);
    Ok(true.into())
}

/// `getChatMenuButton`.
pub(super) fn get_chat_menu_button(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    Ok(match world.menu_button(user(world, params)?) {
        MenuButton::Default => json!({ "type": "default" }),
        MenuButton::Commands => json!({ "type": "commands" }),
        MenuButton::WebApp { text, url } => json!({ "type": "web_app", "text": text, "web_app": { "url": url } }),
    })
}

/// The person whose private chat a call means; `None` for all.
fn user(world: &World, params: &Params) -> Result<Option<UserId>, ApiError> {
    let Some(id) = params.int("chat_id")? else { return Ok(None) };
    match id {
        ..=0 => Err(ApiError::bad_request("invalid chat_id specified")),
        id if world.people.contains_key(&id) => Ok(Some(id)),
        _ => Err(ApiError::bad_request("user not found")),
    }
}

fn menu_button(value: &Value) -> Result<MenuButton, ApiError> {
    let broken = |why: &str| ApiError::bad_request(format_args!("can't parse menu button: {why}"));
    let string = |value: &Value, name: &str| match value.get(name).and_then(Value::as_str) {
        Some(text) => Ok(text.to_owned()),
        None => Err(broken(&format!("Can't find field \"{name}\""))),
    };
    if !value.is_object() {
        return Err(broken("MenuButton must be an Object"));
    }
    match string(value, "type")?.as_str() {
        "default" => Ok(MenuButton::Default),
        "commands" => Ok(MenuButton::Commands),
        "web_app" => {
            let text = string(value, "text")?;
            let web_app = value.get("web_app").ok_or_else(|| broken("Can't find field \"web_app\""))?;
            let url = web_app_url(&string(web_app, "url")?, "menu button Web App")?;
            match text.is_empty() {
                true => Err(ApiError::bad_request("menu button text must be non-empty")),
                false => Ok(MenuButton::WebApp { text, url }),
            }
        }
        _ => Err(broken("MenuButton has unsupported type")),
    }
}

/// Checks the address of a Web App for what is named; it must be https.
pub(super) fn web_app_url(url: &str, what: &str) -> Result<String, ApiError> {
    let invalid = |why: &str| ApiError::bad_request(format_args!("{what} URL '{url}' is invalid: {why}"));
    let link = check_link(url).map_err(invalid)?;
    match link.split_once("://") {
        Some(("https", _)) => Ok(link),
        Some(("http", _)) => Err(invalid("Only HTTPS links are allowed")),
        _ => Err(invalid("Only HTTP links are allowed")),
    }
}
