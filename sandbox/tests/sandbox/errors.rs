//! The official error texts that this sandbox can meet, and the ways to call it.

use crate::common::{Bot, keyboard};
use serde_json::{Value, json};
use telegram_sandbox::Sandbox;

#[tokio::test]
async fn mistakes_are_answered_in_telegrams_words() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let stranger = telegram.user("Stranger");
    let asked = aida.start("");
    let group = telegram.group("Newsroom", [&bek]);
    let theirs = bek.say(&group, "hello");
    let channel = telegram.channel("News", &bek);
    channel.invite_bot();
    let (lost_group, lost_super, lost_channel) =
        (telegram.group("G", [&bek]), telegram.supergroup("S", [&bek]), telegram.channel("C", &bek));
    lost_group.kick_bot();
    lost_super.kick_bot();
    lost_channel.kick_bot();
    let (left_super, left_channel) = (telegram.supergroup("S", [&bek]), telegram.channel("C", &bek));
    bot.ok("leaveChat", json!({ "chat_id": left_super.id() })).await;
    bot.ok("leaveChat", json!({ "chat_id": left_channel.id() })).await;
    let sent = bot.send(aida.id(), "text").await["message_id"].clone();
    let unmet = telegram.group_without_bot("Others", [&bek]);

    let me = aida.id();
    let html = |text: &str| json!({ "chat_id": me, "text": text, "parse_mode": "HTML" });
    let to = |chat: i64| json!({ "chat_id": chat, "text": "hello" });
    let buttons = |markup: Value| json!({ "chat_id": me, "text": "hello", "reply_markup": markup });
    let button = |button: Value| buttons(json!({ "inline_keyboard": [[button]] }));
    let edit = |message: &Value, text: &str| json!({ "chat_id": me, "message_id": message, "text": text });
    let command = |command: &str| json!({ "commands": [{ "command": command, "description": "x" }] });
    for (method, params, description) in [
        ("sendMessage", json!({ "text": "x" }), "Bad Request: chat_id is empty"),
        ("sendMessage", to(1), "Bad Request: chat not found"),
        ("sendMessage", to(unmet.id()), "Bad Request: chat not found"),
        ("sendMessage", to(stranger.id()), "Bad Request: chat not found"),
        ("sendMessage", to(bek.id()), "Forbidden: bot can't initiate conversation with a user"),
        ("sendMessage", to(channel.id()), "Bad Request: need administrator rights in the channel chat"),
        ("sendMessage", to(lost_group.id()), "Forbidden: bot was kicked from the group chat"),
        ("sendMessage", to(lost_super.id()), "Forbidden: bot was kicked from the supergroup chat"),
        ("sendMessage", to(lost_channel.id()), "Forbidden: bot was kicked from the channel chat"),
        ("sendMessage", to(left_super.id()), "Forbidden: bot is not a member of the supergroup chat"),
        ("sendMessage", to(left_channel.id()), "Forbidden: bot is not a member of the channel chat"),
        ("sendMessage", json!({ "chat_id": me }), "Bad Request: message text is empty"),
        ("sendMessage", html("<b> </b>"), "Bad Request: text must be non-empty"),
        ("sendMessage", html(&"a".repeat(4097)), "Bad Request: message is too long"),
        (
            "sendMessage",
            html("<b>x"),
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "sendMessage",
            json!({ "chat_id": me, "text": "x", "parse_mode": "TeX" }),
            "Bad Request: unsupported parse_mode",
        ),
        (
            "sendMessage",
            json!({ "chat_id": me, "text": "x", "reply_parameters": { "message_id": 99 } }),
            "Bad Request: message to be replied not found",
        ),
        ("sendMessage", buttons(json!("{")), "Bad Request: can't parse reply keyboard markup JSON object"),
        ("sendMessage", button(json!({ "text": "a", "callback_data": "" })), "Bad Request: BUTTON_DATA_INVALID"),
        (
            "sendMessage",
            button(json!({ "text": "a", "callback_data": "ж".repeat(33) })),
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            button(json!({ "text": "a" })),
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            button(json!({ "text": "a", "url": "http://localhost/" })),
            "Bad Request: inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            button(json!({ "text": "a", "url": "ftp://a.kz" })),
            "Bad Request: inline keyboard button URL 'ftp://a.kz' is invalid: Unsupported URL protocol",
        ),
        (
            "sendMessage",
            button(json!({ "text": "a", "copy_text": { "text": "x".repeat(257) } })),
            "Bad Request: BUTTON_COPY_TEXT_INVALID",
        ),
        ("editMessageText", edit(&json!(99), "x"), "Bad Request: message to edit not found"),
        ("editMessageText", edit(&json!(asked.id()), "x"), "Bad Request: message can't be edited"),
        (
            "editMessageText",
            edit(&sent, "text"),
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same \
             as a current content and reply markup of the message",
        ),
        ("editMessageText", json!({ "inline_message_id": "x", "text": "y" }), "Bad Request: MESSAGE_ID_INVALID"),
        ("deleteMessage", json!({ "chat_id": me, "message_id": 99 }), "Bad Request: message to delete not found"),
        (
            "deleteMessage",
            json!({ "chat_id": group.id(), "message_id": theirs.id() }),
            "Bad Request: message can't be deleted for everyone",
        ),
        (
            "deleteMessage",
            json!({ "chat_id": group.id(), "message_id": theirs.id() - 1 }),
            "Bad Request: message can't be deleted",
        ),
        (
            "answerCallbackQuery",
            json!({ "callback_query_id": "1", "text": "x".repeat(201) }),
            "Bad Request: MESSAGE_TOO_LONG",
        ),
        ("setMyCommands", command("Stats"), "Bad Request: BOT_COMMAND_INVALID"),
        ("setMyCommands", command(&"x".repeat(33)), "Bad Request: command length must not exceed 32"),
        ("getChatMember", json!({ "chat_id": group.id(), "user_id": 5 }), "Bad Request: user not found"),
        ("sendDice", json!({}), "Not Implemented: the sandbox does not have sendDice yet"),
        ("sendTelepathy", json!({}), "Not Found: method not found"),
    ] {
        assert_eq!(bot.refused(method, params.clone()).await, description, "{method} {params}");
    }
}

#[tokio::test]
async fn an_inline_answer_is_checked_when_it_is_given() {
    let telegram = Sandbox::builder().patience(std::time::Duration::from_secs(1)).start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let chat = aida.private();
    let result = |id: &str, text: &str| {
        let content = json!({ "message_text": text, "parse_mode": "HTML" });
        json!({ "type": "article", "id": id, "title": "x", "input_message_content": content })
    };
    let many: Vec<_> = (0..51).map(|i| result(&i.to_string(), "x")).collect();
    let answering = async {
        let id = bot.next("inline_query").await["id"].clone();
        for (results, more, description) in [
            (json!(many), json!({}), "Bad Request: too many inline query results specified"),
            (
                json!([result("a", "<b>")]),
                json!({}),
                "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
            ),
            (json!([result("a", "x"), result("a", "y")]), json!({}), "Bad Request: RESULT_ID_DUPLICATE"),
            (json!([result(&"a".repeat(65), "x")]), json!({}), "Bad Request: RESULT_ID_INVALID"),
            (json!([]), json!({ "next_offset": "0".repeat(65) }), "Bad Request: NEXT_OFFSET_INVALID"),
            (
                json!([]),
                json!({ "button": { "text": "x", "start_parameter": "a b" } }),
                "Bad Request: START_PARAM_INVALID",
            ),
        ] {
            let mut params = json!({ "inline_query_id": id, "results": results });
            params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            assert_eq!(bot.refused("answerInlineQuery", params).await, description);
        }
        bot.ok("answerInlineQuery", json!({ "inline_query_id": id, "results": [] })).await;
    };
    let (found, ()) = tokio::join!(aida.inline(&chat, "x"), answering);
    assert!(found.results.is_empty());
}

#[tokio::test]
async fn a_call_may_come_in_any_form() {
    let telegram = Sandbox::start().await;
    let aida = telegram.user("Aida");
    aida.start("");
    let chat = aida.private();
    let base = format!("{}/bot{}", telegram.url(), telegram.token());
    let client = reqwest::Client::new();
    let (id, markup) = (aida.id().to_string(), keyboard(&[("More", "m")]).to_string());
    let pairs =
        [("chat_id", id.as_str()), ("text", "жаңа & <b>"), ("reply_markup", &markup), ("protect_content", "true")];
    let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let multipart = pairs
        .into_iter()
        .fold(reqwest::multipart::Form::new(), |form, (name, value)| form.text(name, value.to_owned()));
    for request in [
        client.get(format!("{base}/sendmessage?{form}")),
        client.post(format!("{base}/SENDMESSAGE?{form}")),
        client
            .post(format!("{base}/SendMessage"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(form),
        client.post(format!("{base}/sendMessage")).multipart(multipart),
    ] {
        assert_eq!(request.send().await.unwrap().status(), 200);
        let message = chat.next().await;
        assert_eq!((message.text(), message.buttons().len()), ("жаңа & <b>", 1));
        assert_eq!(message.json()["has_protected_content"], true);
    }
    for (path, status, description) in [
        ("/botnonsense/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/elsewhere/getMe", 404, "Not Found"),
        ("/elsewhere", 404, "Not Found"),
    ] {
        let answer = client.get(format!("{}{path}", telegram.url())).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), status);
        assert_eq!(answer.json::<Value>().await.unwrap()["description"], description);
    }
    let broken = client.post(format!("{base}/getMe")).header("Content-Type", "application/json").body("{");
    assert_eq!(broken.send().await.unwrap().status(), 400);
}
