//! Input that makes no sense, from bots and from those who drive the sandbox: each time one clear error, and the sandbox
//! goes on. Broken bodies stand in `bodies.rs`.

use crate::common::met;
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn a_parameter_of_the_wrong_kind_is_refused() {
    let (telegram, bot, aida) = met().await;
    let group = telegram.group("Group", [&aida]).id();
    let me = aida.id();
    let keys = |rows: Value| json!({ "chat_id": me, "text": "x", "reply_markup": { "inline_keyboard": rows } });
    let send = |name: &str, value: Value| json!({ "chat_id": me, "text": "x", name: value });
    for (method, params, error) in [
        // A text that is none.
        ("sendMessage", json!({ "chat_id": me, "text": null }), "message text is empty"),
        ("sendMessage", send("parse_mode", json!(7)), "unsupported parse_mode"),
        ("sendChatAction", json!({ "chat_id": me, "action": 7 }), "wrong parameter action in request"),
        // A chat.
        ("sendMessage", json!({ "text": "x" }), "chat_id is empty"),
        ("sendMessage", json!({ "chat_id": 17, "text": "x" }), "chat not found"),
        ("sendMessage", json!({ "chat_id": 1.5, "text": "x" }), "chat not found"),
        ("sendMessage", json!({ "chat_id": "9".repeat(40), "text": "x" }), "chat not found"),
        ("sendMessage", json!({ "chat_id": "@nobody", "text": "x" }), "chat not found"),
        // A number.
        ("sendMessage", send("message_thread_id", json!("many")), "parameter \"message_thread_id\" must be an integer"),
        ("editMessageText", send("message_id", json!("x")), "parameter \"message_id\" must be an integer"),
        ("deleteMessage", send("message_id", json!([])), "message identifier is not specified"),
        ("editMessageText", send("message_id", json!(-1)), "message to edit not found"),
        ("getChatMember", json!({ "chat_id": group, "user_id": "x" }), "parameter \"user_id\" must be an integer"),
        ("getChatMember", json!({ "chat_id": group }), "invalid user_id specified"),
        ("getUpdates", json!({ "offset": "x" }), "parameter \"offset\" must be an integer"),
        ("getUpdates", json!({ "timeout": "soon" }), "parameter \"timeout\" must be an integer"),
        // An object.
        ("sendMessage", send("reply_markup", json!("{")), "can't parse reply keyboard markup JSON object"),
        ("sendMessage", send("reply_markup", json!(7)), "object expected as reply markup"),
        ("sendMessage", keys(json!(7)), "field \"inline_keyboard\" must be of type Array"),
        (
            "sendMessage",
            keys(json!([[7]])),
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        ("sendMessage", send("reply_parameters", json!("{")), "can't parse reply parameters JSON object"),
        ("sendMessage", send("reply_parameters", json!(7)), "object expected as reply parameters"),
        ("sendMessage", send("link_preview_options", json!("{")), "can't parse link preview options JSON object"),
        ("sendMessage", send("link_preview_options", json!([])), "object expected as link preview options"),
        // A list.
        ("sendMessage", send("entities", json!([7])), "can't parse MessageEntity: expected an Object"),
        (
            "answerInlineQuery",
            json!({ "inline_query_id": "1", "results": 7 }),
            "expected an Array of inline query results",
        ),
        ("setMyCommands", json!({ "commands": 7 }), "expected an Array of BotCommand"),
        ("setMyCommands", json!({ "commands": "[" }), "can't parse commands JSON object"),
        ("sendMediaGroup", json!({ "chat_id": me, "media": 7 }), "expected an Array of InputMedia"),
        // A file, and an id of another kind.
        ("sendPhoto", json!({ "chat_id": me, "photo": {} }), "there is no photo in the request"),
        ("getFile", json!({}), "file_id not specified"),
        (
            "answerCallbackQuery",
            json!({ "callback_query_id": [] }),
            "query is too old and response timeout expired or query ID is invalid",
        ),
    ] {
        let said = bot.refused(method, params.clone()).await;
        assert_eq!(said, format!("Bad Request: {error}"), "{method} {params}");
    }
    bot.send(me, "goes on").await;
}

#[tokio::test]
async fn a_control_call_that_names_nothing_is_told_so() {
    let (telegram, bot, aida) = met().await;
    let client = reqwest::Client::new();
    let me = aida.id();
    for (method, path, body, code, error) in [
        (Method::GET, "nothing", json!({}), 404, "there is no control call /control/nothing"),
        (Method::POST, "", json!({}), 404, "there is no control call /control/"),
        (Method::GET, "say", json!({}), 405, "GET does not go with /control/say"),
        (Method::DELETE, "state", json!({}), 405, "DELETE does not go with /control/state"),
        (
            Method::GET,
            "chats/x/messages",
            json!({}),
            400,
            "an id is a whole number, unlike in /control/chats/x/messages",
        ),
        (Method::GET, "chats/17/messages", json!({}), 400, "there is no chat 17"),
        (Method::GET, "chats/17/wait", json!({}), 400, "there is no chat 17"),
        (Method::POST, "users/17", json!({ "name": "x" }), 400, "there is no user 17"),
        (Method::GET, "files/none", json!({}), 404, "there is no file none"),
        (Method::DELETE, "faults/17", json!({}), 400, "there is no fault 17"),
        (Method::POST, "say", json!({ "chat_id": me, "text": "x" }), 400, "user_id is missing"),
        (
            Method::POST,
            "say",
            json!({ "user_id": "x", "chat_id": me, "text": "x" }),
            400,
            "Bad Request: parameter \"user_id\" must be an integer",
        ),
        (Method::POST, "say", json!({ "user_id": 17, "chat_id": me, "text": "x" }), 400, "there is no user 17"),
        (Method::POST, "say", json!({ "user_id": me, "chat_id": 17, "text": "x" }), 400, "there is no chat 17"),
        (
            Method::POST,
            "press",
            json!({ "user_id": me, "chat_id": me, "message_id": 17, "data": "x" }),
            400,
            "there is no message 17 in chat 1000001",
        ),
        (
            Method::POST,
            "choose",
            json!({ "user_id": me, "chat_id": me, "query_id": "x", "result_id": "x" }),
            400,
            "user 1000001 has no answered inline query x",
        ),
        (
            Method::POST,
            "faults",
            json!({ "method": "sendMesage", "kind": "hang" }),
            400,
            "there is no method \"sendMesage\"",
        ),
        (Method::POST, "say", json!([1]), 400, "Bad Request: JSON object expected"),
    ] {
        let request = client.request(method.clone(), format!("{}/control/{path}", telegram.url()));
        let answer = request.json(&body).send().await.unwrap();
        let status = answer.status().as_u16();
        let answer: Value = answer.json().await.unwrap_or_else(|mistake| panic!("{method} {path}: {mistake}"));
        assert_eq!((status, &answer["error"]), (code, &json!(error)), "{method} {path} {body}");
    }
    // As curl sends what it is not told to be JSON.
    let form = client.post(format!("{}/control/say", telegram.url()));
    let form = form.header("Content-Type", "application/x-www-form-urlencoded").body(r#"{"user_id":1}"#);
    let answer: Value = form.send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["error"], "the body is JSON: send it with Content-Type: application/json");
    bot.send(me, "goes on").await;
}
