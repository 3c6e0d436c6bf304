//! The control interface, as the chat page uses it.

use crate::common::Bot;
use serde_json::{Value, json};
use telegram_sandbox::Sandbox;

pub(crate) struct Control {
    client: reqwest::Client,
    base: String,
}

impl Control {
    pub(crate) fn of(telegram: &Sandbox) -> Self {
        Control { client: reqwest::Client::new(), base: format!("{}/control", telegram.url()) }
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        self.client.get(format!("{}/{path}", self.base)).send().await.unwrap().json().await.unwrap()
    }

    pub(crate) async fn post(&self, path: &str, fields: Value) -> Value {
        self.client.post(format!("{}/{path}", self.base)).json(&fields).send().await.unwrap().json().await.unwrap()
    }
}

#[tokio::test]
async fn a_page_makes_people_and_chats_and_talks() {
    let telegram = Sandbox::builder().seeded().start().await;
    let (bot, control) = (Bot::of(&telegram), Control::of(&telegram));
    let state = control.get("state").await;
    assert_eq!((state["users"].as_array().unwrap().len(), state["chats"].as_array().unwrap().len()), (3, 7));
    assert_eq!(state["bot"]["username"], "derek_bot");
    let user = control.post("users", json!({ "name": "Ерлан", "language_code": "kk" })).await["id"].clone();
    let changed = control.post(&format!("users/{user}"), json!({ "language_code": "ru" })).await;
    assert_eq!(changed["language_code"], "ru");
    let chat = control
        .post("chats", json!({ "kind": "supergroup", "title": "T", "owner": user, "members": [], "bot": "member", "topics": ["A"] }))
        .await;
    let thread = &chat["topics"][0]["thread_id"];
    let said = control
        .post("say", json!({ "user_id": user, "chat_id": chat["id"], "text": "/stats", "thread_id": thread }))
        .await;
    assert_eq!((&said["text"], &said["thread_id"], &said["reply_to"]), (&json!("/stats"), thread, &Value::Null));
    let start = control.post("start", json!({ "user_id": user, "parameter": "q-1" })).await;
    assert_eq!(start["text"], "/start q-1");

    let path = format!("chats/{user}/wait?after={}&timeout=5", start["version"]);
    let waiting = control.get(&path);
    let reply_markup = json!({ "inline_keyboard": [[
        { "text": "A", "callback_data": "a" }, { "text": "B", "url": "https://example.kz/" },
        { "text": "C", "copy_text": { "text": "c" } }, { "text": "D", "switch_inline_query_chosen_chat": { "query": "d", "allow_user_chats": true } },
    ]] });
    let params = json!({ "chat_id": user, "text": "<b>hi</b>", "parse_mode": "HTML", "reply_markup": reply_markup });
    let (event, _) = tokio::join!(waiting, bot.ok("sendMessage", params));
    let message = &event["message"];
    assert_eq!((&event["type"], &message["entities"][0]["type"]), (&json!("message"), &json!("bold")));
    let kinds: Vec<_> =
        message["keyboard"][0].as_array().unwrap().iter().map(|b| b["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["callback", "url", "copy", "share"]);

    let press = json!({ "user_id": user, "chat_id": user, "message_id": message["message_id"], "data": "a" });
    let (answer, ()) = tokio::join!(control.post("press", press), async {
        let id = bot.next("callback_query").await["id"].clone();
        bot.ok("answerCallbackQuery", json!({ "callback_query_id": id, "text": "done", "show_alert": "true" })).await;
    });
    assert_eq!(answer, json!({ "text": "done", "show_alert": true, "url": null, "answered": true }));

    let content = json!({ "message_text": "the result" });
    let results = json!([{ "type": "article", "id": "r", "title": "R", "input_message_content": content }]);
    let ask = json!({ "user_id": user, "chat_id": user, "query": "x" });
    let (found, ()) = tokio::join!(control.post("inline", ask), async {
        let id = bot.next("inline_query").await["id"].clone();
        bot.ok("answerInlineQuery", json!({ "inline_query_id": id, "results": results })).await;
    });
    assert_eq!(found["results"], json!([{ "id": "r", "title": "R", "description": "" }]));
    let choose = json!({ "user_id": user, "chat_id": user, "query_id": found["query_id"], "result_id": "r" });
    assert_eq!(control.post("choose", choose.clone()).await["via_bot"], "derek_bot");
    let in_topic = |thread: &Value| {
        let mut fields = choose.clone();
        fields["chat_id"] = chat["id"].clone();
        fields["thread_id"] = thread.clone();
        fields
    };
    assert_eq!(control.post("choose", in_topic(thread)).await["thread_id"], *thread);
    let lost = json!({ "error": format!("chat {} has no topic 999", chat["id"]) });
    assert_eq!(control.post("choose", in_topic(&json!(999))).await, lost);

    let messages = control.get(&format!("chats/{user}/messages?limit=2")).await;
    let texts: Vec<_> = messages["messages"].as_array().unwrap().iter().map(|m| m["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["hi", "the result"]);
    assert_eq!(control.get(&format!("chats/{user}/wait?after=1000000&timeout=0")).await, json!({ "timeout": true }));

    bot.ok("setMyCommands", json!({ "commands": [{ "command": "stats", "description": "figures" }] })).await;
    let menu = control.get(&format!("commands?chat_id={user}&user_id={user}")).await;
    assert_eq!(menu["commands"][0]["command"], "stats");
}

#[tokio::test]
async fn a_topic_is_read_alone_and_service_messages_say_what_they_are_about() {
    let telegram = Sandbox::builder().start().await;
    let control = Control::of(&telegram);
    let owner = control.post("users", json!({ "name": "Ерлан" })).await["id"].clone();
    let fields = json!({ "kind": "supergroup", "title": "T", "owner": owner, "members": [], "topics": ["A", "B"] });
    let chat = control.post("chats", fields).await;
    assert_eq!((&chat["bot"], &chat["standing"]), (&json!(false), &json!("stranger")));
    let (id, thread) = (&chat["id"], &chat["topics"][1]["thread_id"]);
    for (text, thread) in [("in A", &chat["topics"][0]["thread_id"]), ("in B", thread), ("nowhere", &Value::Null)] {
        control.post("say", json!({ "user_id": owner, "chat_id": id, "text": text, "thread_id": thread })).await;
    }
    let read = control.get(&format!("chats/{id}/messages?thread_id={thread}")).await;
    let texts: Vec<_> = read["messages"].as_array().unwrap().iter().map(|m| m["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["# B", "in B"]);
    assert_eq!(read["messages"][0]["about"], json!({ "kind": "topic_created", "title": "B" }));

    let chat = control.post("invite", json!({ "chat_id": id, "bot": "admin" })).await;
    assert_eq!(
        (&chat["standing"], &chat["last"]["about"]),
        (&json!("admin"), &json!({ "kind": "joined", "name": "Derek" }))
    );
    let chat = control.post("kick", json!({ "chat_id": id })).await;
    assert_eq!((&chat["standing"], &chat["last"]["about"]["kind"]), (&json!("kicked"), &json!("left")));
}

#[tokio::test]
async fn what_cannot_be_done_is_refused_with_a_sentence() {
    let telegram = Sandbox::builder().seeded().start().await;
    let control = Control::of(&telegram);
    for (path, fields, error) in [
        ("say", json!({ "user_id": 1, "chat_id": 1, "text": "x" }), "there is no user 1"),
        ("say", json!({ "chat_id": 1, "text": "x" }), "user_id is missing"),
        ("chats", json!({ "kind": "club" }), "there is no kind of chat \"club\": group, supergroup or channel"),
        ("faults", json!({ "kind": "earthquake" }), "there is no kind of fault \"earthquake\""),
        (
            "faults",
            json!({ "kind": { "delay": { "ms": 1 }, "hang": {} } }),
            "the kind of a fault is a name or an object with one key",
        ),
        ("users", json!({ "name": "Other", "username": "Aigerim" }), "the username Aigerim is taken"),
        ("users", json!({ "name": "Other", "username": "derek_bot" }), "the username derek_bot is taken"),
        (
            "start",
            json!({ "user_id": 1000001, "paramter": "q-1" }),
            "the call has no field \"paramter\"; it has user_id, parameter",
        ),
        ("login", json!({ "user_id": 1000001 }), "the call has no field \"user_id\", and no other"),
        (
            "choose",
            json!({ "user_id": 1, "chat_id": 1, "query_id": "1", "result_id": "1" }),
            "user 1 has no answered inline query 1",
        ),
    ] {
        assert_eq!(control.post(path, fields).await, json!({ "error": error }), "{path}");
    }
}

#[tokio::test]
async fn no_call_passes_over_a_field_that_it_does_not_have() {
    let telegram = Sandbox::builder().seeded().start().await;
    let client = reqwest::Client::new();
    let readme = include_str!("../../README.md");
    let calls = readme.lines().filter_map(|line| line.strip_prefix("| `curl "));
    let mut seen = 0;
    for call in calls.filter(|call| !call.contains("$C/files/")) {
        let (_, rest) = call.split_once("$C/").unwrap();
        let path = rest.split([' ', '"', '?', '`']).next().unwrap();
        let url = format!("{}/control/{path}", telegram.url());
        let request = if call.contains("-d '") || call.contains("-F ") || call.contains("POST") {
            client.post(url).json(&json!({ "telepathy": 1 }))
        } else {
            client.get(url).query(&[("telepathy", 1)])
        };
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        let error = answer["error"].as_str().unwrap_or_else(|| panic!("{path}: {answer}"));
        assert!(error.starts_with("the call has no field \"telepathy\""), "{path}: {error}");
        seen += 1;
    }
    assert!(seen > 30, "{seen} calls in the README");
}

#[tokio::test]
async fn faults_are_listed_and_removed() {
    let telegram = Sandbox::start().await;
    let (bot, control) = (Bot::of(&telegram), Control::of(&telegram));
    for kind in [
        json!({ "too_many_requests": { "retry_after": 1 } }),
        json!({ "server_error": { "code": 502 } }),
        json!({ "delay": { "ms": 1 } }),
        json!({ "api_error": { "code": 400, "description": "Bad Request: no" } }),
        json!("reset_before"),
        json!("reset_after"),
        json!("hang"),
        json!("drop_updates_answer"),
        json!("repeat_update"),
    ] {
        control.post("faults", json!({ "method": "getUpdates", "times": 1, "kind": kind })).await;
        let listed = control.get("faults").await["faults"][0].clone();
        assert_eq!((&listed["kind"], &listed["method"], &listed["times"]), (&kind, &json!("getUpdates"), &json!(1)));
        telegram.clear_faults();
    }
    bot.ok("getUpdates", json!({})).await;
}

#[tokio::test]
async fn the_page_is_there() {
    let telegram = Sandbox::start().await;
    let page = reqwest::get(telegram.url()).await.unwrap();
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
}
