//! `reply_parameters`: the message that is replied to, and what of it is quoted.

use super::{ApiError, Params, chats, texts};
use crate::world::{Chat, MessageId, Quote, World};

/// Reads `reply_to_message_id`, as it was called before Bot API 7.0; the official server still takes it.
fn older(chat: &Chat, params: &Params) -> Result<(Option<MessageId>, Option<Quote>), ApiError> {
    match params.int("reply_to_message_id")?.filter(|id| *id != 0) {
        Some(id) if chat.messages.contains_key(&id) => Ok((Some(id), None)),
        Some(_) if !params.flag("allow_sending_without_reply") => {
            Err(ApiError::bad_request("message to be replied not found"))
        }
        _ => Ok((None, None)),
    }
}

/// Reads `reply_parameters`.
pub(super) fn of_call(
    world: &World,
    chat: &Chat,
    params: &Params,
) -> Result<(Option<MessageId>, Option<Quote>), ApiError> {
    let Some(reply) = params.json("reply_parameters", "reply parameters")? else { return older(chat, params) };
    let reply = reply.as_object().ok_or_else(|| ApiError::bad_request("object expected as reply parameters"))?;
    if reply.is_empty() {
        return Ok((None, None));
    }
    let reply = Params::from(reply.clone());
    reply.refuse(&["checklist_task_id", "poll_option_id"])?;
    let elsewhere = |name: String| chats::named(world, &name).is_none_or(|other| other.id != chat.id);
    if reply.text("chat_id").is_some_and(elsewhere) {
        return Err(ApiError::missing("replies into another chat"));
    }
    let id = reply.int("message_id")?.ok_or_else(|| ApiError::bad_request("can't find field \"message_id\""))?;
    let entities = reply.json("quote_entities", "quote entities")?;
    let quoted = texts::quote(reply.text("quote"), reply.text("quote_parse_mode"), entities.as_ref())?;
    let Some(message) = chat.messages.get(&id) else {
        return match reply.flag("allow_sending_without_reply") {
            true => Ok((None, None)),
            false => Err(ApiError::bad_request("message to be replied not found")),
        };
    };
    if quoted.text.is_empty() {
        return Ok((Some(id), None));
    }
    let near = reply.int("quote_position")?.and_then(|position| usize::try_from(position).ok()).unwrap_or(0);
    match Quote::exact(&message.body, &quoted, near) {
        Some(quote) => Ok((Some(id), Some(quote))),
        None => Err(ApiError::bad_request("QUOTE_TEXT_INVALID")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::world::{Bot, Saying};

    #[test]
    fn a_reply_may_be_named_as_older_bots_do() {
        let bot = Bot { id: 1, username: "bot".into(), name: "Bot".into(), token: "1:x".into() };
        let mut world = World::new(bot);
        let aida = world.add_person("Aida", None, None).unwrap();
        let said = world.say(aida, aida, Saying { text: "words".into(), ..Saying::default() }).unwrap();
        let gone = Err("Bad Request: message to be replied not found".to_owned());
        for (params, found) in [
            (json!({ "reply_to_message_id": said }), Ok(Some(said))),
            (json!({ "reply_to_message_id": said.to_string() }), Ok(Some(said))),
            (json!({ "reply_to_message_id": 99 }), gone),
            (json!({ "reply_to_message_id": 99, "allow_sending_without_reply": true }), Ok(None)),
            (json!({ "reply_to_message_id": 0 }), Ok(None)),
            (json!({ "reply_to_message_id": 99, "reply_parameters": { "message_id": said } }), Ok(Some(said))),
        ] {
            let call = Params::from(params.as_object().cloned().unwrap());
            let reply = of_call(&world, world.chat(aida).unwrap(), &call);
            assert_eq!(reply.map(|(id, _)| id).map_err(|error| error.description), found, "{params}");
        }
    }
}
