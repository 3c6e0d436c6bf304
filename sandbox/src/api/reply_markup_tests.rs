//! Who sees which keys.

use serde_json::{Value, json};

use super::{ApiError, Params, messages::send_message};
use crate::world::{Bot, ChatId, ChatKind, MessageId, Saying, Shown, UserId, World};

/// A group of three with the bot in it.
fn newsroom() -> (World, ChatId, [UserId; 3]) {
    let bot = Bot { id: 42, username: "derek_bot".into(), name: "Derek".into(), token: "42:x".into() };
    let mut world = World::new(bot);
    let people = ["aida", "bekzat", "dana"].map(|name| world.add_person(name, Some(name.into()), None).unwrap());
    let group = world.make_chat(ChatKind::Group, "Newsroom", people[0], &people).unwrap();
    world.invite_bot(group, false).unwrap();
    (world, group, people)
}

fn send(world: &mut World, fields: Value) -> Result<MessageId, ApiError> {
    let sent = send_message(world, &Params::from(fields.as_object().unwrap().clone()))?;
    assert!(sent.get("reply_markup").is_none(), "a message never tells of keys");
    Ok(sent["message_id"].as_i64().unwrap())
}

/// The keys that each of them sees, as one text.
fn keys(world: &World, chat: ChatId, people: &[UserId]) -> Vec<String> {
    let told = |user: &UserId| match world.keys_seen(chat, *user) {
        Some(rows) => rows.iter().flatten().map(|key| key.text.as_str()).collect::<Vec<_>>().join(" "),
        None => "-".into(),
    };
    people.iter().map(told).collect()
}

#[test]
fn keys_are_shown_to_those_they_are_for() {
    let (mut world, group, people) = newsroom();
    let asked = world.say(people[1], group, Saying { text: "/stats".into(), ..Saying::default() }).unwrap();
    let more = json!({ "keyboard": [["More"]], "selective": true });
    for (text, reply_to, markup, expected) in [
        ("choose", None, json!({ "keyboard": [["Year", { "text": "Month" }], ["Day"]] }), ["Year Month Day"; 3]),
        ("@Aida, more?", None, more.clone(), ["More", "Year Month Day", "Year Month Day"]),
        ("more?", Some(asked), more.clone(), ["More", "More", "Year Month Day"]),
        ("nobody is meant", None, more.clone(), ["More", "More", "Year Month Day"]),
        ("plain", None, json!({ "inline_keyboard": [] }), ["More", "More", "Year Month Day"]),
        ("@aida, done", None, json!({ "remove_keyboard": true, "selective": true }), ["-", "More", "Year Month Day"]),
        ("answer, @bekzat", None, json!({ "force_reply": true, "selective": true }), ["-", "-", "Year Month Day"]),
        ("all done", None, json!({ "remove_keyboard": true }), ["-"; 3]),
    ] {
        let reply = json!({ "message_id": reply_to.unwrap_or(0), "allow_sending_without_reply": true });
        let fields = json!({ "chat_id": group, "text": text, "reply_markup": markup, "reply_parameters": reply });
        send(&mut world, fields).unwrap();
        assert_eq!(keys(&world, group, &people), expected, "{text}");
    }
    let once = json!({ "chat_id": group, "text": "x", "reply_markup": { "keyboard": [["Again"]] } });
    let shown = send(&mut world, once.clone()).unwrap();
    world.delete(group, &[shown]);
    assert_eq!(keys(&world, group, &people), ["-"; 3], "keys go with their message");
    send(&mut world, once).unwrap();
    world.kick_bot(group).unwrap();
    assert_eq!(keys(&world, group, &people), ["-"; 3], "and with the bot");
}

#[test]
fn a_forced_reply_ends_when_it_is_given() {
    let (mut world, group, people) = newsroom();
    let markup = json!({ "force_reply": true, "input_field_placeholder": "your city" });
    let id = send(&mut world, json!({ "chat_id": group, "text": "where?", "reply_markup": markup })).unwrap();
    let (seen, users) = world.chats[&group].last_shown().unwrap();
    assert_eq!(*seen.shown, Shown::ForceReply { placeholder: Some("your city".into()) });
    assert_eq!((seen.message, users), (id, None));
    world.say(people[0], group, Saying { text: "Almaty".into(), reply_to: Some(id), ..Saying::default() }).unwrap();
    let (_, users) = world.chats[&group].last_shown().unwrap();
    assert_eq!(users.unwrap(), people[1..]);
}

#[test]
fn broken_markup_is_refused() {
    let (mut world, group, people) = newsroom();
    let channel = world.make_chat(ChatKind::Channel, "News", people[0], &[]).unwrap();
    world.invite_bot(channel, true).unwrap();
    for (chat, markup, description) in [
        (group, json!("{"), "Bad Request: can't parse reply keyboard markup JSON object"),
        (group, json!([]), "Bad Request: object expected as reply markup"),
        (group, json!({ "keyboard": 1 }), "Bad Request: field \"keyboard\" must be of type Array"),
        (group, json!({ "keyboard": [1] }), "Bad Request: field \"keyboard\" must be an Array of Arrays"),
        (
            group,
            json!({ "keyboard": [[1]] }),
            "Bad Request: can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        (group, json!({ "keyboard": [[{}]] }), "Bad Request: can't parse keyboard button: Can't find field \"text\""),
        (
            group,
            json!({ "keyboard": [[{ "text": "x", "style": "loud" }]] }),
            "Bad Request: can't parse keyboard button: invalid button style specified",
        ),
        (
            group,
            json!({ "keyboard": [[{ "text": "x", "request_contact": true }]] }),
            "Not Implemented: the sandbox does not have keys with request_contact yet",
        ),
        (channel, json!({ "force_reply": true }), "Bad Request: inline keyboard expected"),
    ] {
        let error = send(&mut world, json!({ "chat_id": chat, "text": "x", "reply_markup": markup })).unwrap_err();
        assert_eq!(error.description, description);
    }
}
