//! The command menu: `setMyCommands`, `getMyCommands`, `deleteMyCommands`.

use serde_json::{Value, json};

use super::{ApiError, Params, chats};
use crate::{
    limits,
    world::{ChatId, Command, Scope, World},
};

/// `setMyCommands`.
pub(super) fn set_my_commands(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let commands = params.json("commands", "commands")?;
    let commands = commands.as_ref().and_then(Value::as_array);
    let commands = commands.ok_or_else(|| ApiError::bad_request("expected an Array of BotCommand"))?;
    if commands.len() > limits::COMMANDS {
        return Err(ApiError::bad_request("BOT_COMMANDS_TOO_MUCH"));
    }
    let commands = commands.iter().map(command).collect::<Result<Vec<_>, _>>()?;
    let (scope, language) = (scope(world, params)?, language(params)?);
    world.set_commands(scope, language, commands);
    Ok(true.into())
}

/// `getMyCommands`.
pub(super) fn get_my_commands(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let commands = world.commands(scope(world, params)?, &language(params)?);
    Ok(commands.iter().map(|c| json!({ "command": c.command, "description": c.description })).collect())
}

/// `deleteMyCommands`.
pub(super) fn delete_my_commands(world: &mut World, params: &Params) -> Result<Value, ApiError> {
    let (scope, language) = (scope(world, params)?, language(params)?);
    world.set_commands(scope, language, Vec::new());
    Ok(true.into())
}

fn command(value: &Value) -> Result<Command, ApiError> {
    let string = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
    let (command, description) = (string("command"), string("description"));
    let command = command.strip_prefix('/').unwrap_or(&command).to_owned();
    let sane = command.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    // td: `set_commands`
    for (what, text, most) in [
        ("command", &command, limits::COMMAND_CHARS),
        ("command description", &description, limits::COMMAND_DESCRIPTION_CHARS),
    ] {
        if text.is_empty() {
            return Err(ApiError::bad_request(format_args!("{what} must be non-empty")));
        }
        if text.chars().count() > most {
            return Err(ApiError::bad_request(format_args!("{what} length must not exceed {most}")));
        }
    }
    if !sane {
        return Err(ApiError::bad_request("BOT_COMMAND_INVALID"));
    }
    Ok(Command { command, description })
}

fn scope(world: &World, params: &Params) -> Result<Scope, ApiError> {
    let Some(scope) = params.json("scope", "bot command scope")? else { return Ok(Scope::Default) };
    let fields = Params::from(scope.as_object().cloned().unwrap_or_default());
    let chat = || -> Result<ChatId, ApiError> { Ok(chats::of_call(world, &fields)?.id) };
    let kind = fields.text("type");
    Ok(match kind.as_deref() {
        Some("default") => Scope::Default,
        Some("all_private_chats") => Scope::AllPrivateChats,
        Some("all_group_chats") => Scope::AllGroupChats,
        Some("all_chat_administrators") => Scope::AllChatAdministrators,
        Some("chat") => Scope::Chat(chat()?),
        Some("chat_administrators") => Scope::ChatAdministrators(chat()?),
        Some("chat_member") => {
            let user = fields.int("user_id")?.filter(|id| world.people.contains_key(id));
            Scope::ChatMember(chat()?, user.ok_or_else(|| ApiError::bad_request("invalid user_id specified"))?)
        }
        _ => return Err(ApiError::bad_request("can't parse BotCommandScope: Unsupported type specified")),
    })
}

/// The language of a call: two letters, or empty for all.
pub(super) fn language(params: &Params) -> Result<String, ApiError> {
    let code = params.text("language_code").unwrap_or_default();
    let sane = code.is_empty() || (code.len() == 2 && code.chars().all(|c| c.is_ascii_lowercase()));
    if sane { Ok(code) } else { Err(ApiError::bad_request("invalid language code specified")) }
}
