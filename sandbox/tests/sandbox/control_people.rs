//! The control interface: what people do to messages, how they move, and what of the bot they see.

use crate::{
    common::{Bot, discussed_channel},
    control::Control,
};
use serde_json::{Value, json};
use telegram_sandbox::Sandbox;

#[tokio::test]
async fn a_page_edits_forwards_reacts_pins_and_deletes() {
    let telegram = Sandbox::start().await;
    let control = Control::of(&telegram);
    let (aida, bek) = (telegram.user("Aida").language("kk"), telegram.user("Bek"));
    let (channel, group) = discussed_channel(&telegram, &[&aida, &bek]);
    let by = |user: i64, chat: i64, more: Value| {
        let mut fields = json!({ "user_id": user, "chat_id": chat });
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        fields
    };
    let post = control.post("say", by(aida.id(), channel.id(), json!({ "text": "80 of 100" }))).await;
    let at_post = json!({ "message_id": post["message_id"], "text": "81 of 100" });
    let edited = control.post("edit", by(aida.id(), channel.id(), at_post.clone())).await;
    assert_eq!((&edited["text"], edited["edited"].is_i64()), (&json!("81 of 100"), true));
    assert_eq!(edited["comments"]["count"], 0);
    let copy = control.get(&format!("chats/{}/messages", group.id())).await["messages"][1].clone();
    assert_eq!(copy["forward_link"], json!({ "chat_id": channel.id(), "message_id": post["message_id"] }));
    assert_eq!((&copy["automatic_forward"], &copy["forward_from"]), (&json!(true), &json!("News")));

    let comment = json!({ "text": "why?", "reply_to": copy["message_id"], "quote": "81" });
    let comment = control.post("say", by(bek.id(), group.id(), comment)).await;
    assert_eq!(comment["reply_to"]["quote"], json!({ "text": "81", "entities": [] }));
    let posts = control.get(&format!("chats/{}/messages", channel.id())).await;
    assert_eq!(posts["messages"][0]["comments"]["count"], 1);

    let at_comment = json!({ "message_id": comment["message_id"] });
    let emoji = |emoji: Value| {
        let mut fields = by(aida.id(), group.id(), at_comment.clone());
        fields["emoji"] = emoji;
        fields
    };
    let reacted = control.post("react", emoji(json!("👍"))).await;
    let expected = json!([{ "emoji": "👍", "count": 1, "users": [aida.id()], "bot": false }]);
    assert_eq!(reacted["reactions"], expected);
    assert_eq!(control.post("react", emoji(Value::Null)).await["reactions"], json!([]));
    let pinned = control.post("pin", by(aida.id(), group.id(), at_comment.clone())).await;
    assert_eq!((&pinned["pinned"], &pinned["admins"]), (&json!([comment["message_id"]]), &json!([aida.id()])));
    let shown = control.get(&format!("chats/{}/messages", group.id())).await["messages"].clone();
    assert_eq!((&shown[2]["pinned"], &shown[3]["text"]), (&json!(true), &json!("📌 why?")));
    assert_eq!(control.post("unpin", by(aida.id(), group.id(), at_comment.clone())).await["pinned"], json!([]));

    let forward = json!({ "from_chat_id": group.id(), "message_id": comment["message_id"] });
    let forwarded = control.post("forward", by(bek.id(), bek.id(), forward)).await;
    assert_eq!((&forwarded["text"], &forwarded["forward_from"]), (&json!("why?"), &json!("Bek")));
    assert_eq!((&forwarded["forward_link"], &forwarded["automatic_forward"]), (&Value::Null, &json!(false)));
    let ids = json!({ "message_ids": [comment["message_id"]] });
    assert_eq!(control.post("delete", by(bek.id(), group.id(), ids.clone())).await, json!({}));
    let posts = control.get(&format!("chats/{}/messages", channel.id())).await;
    let post = &posts["messages"][0];
    assert_eq!(post["comments"]["count"], 0);

    for (path, fields, error) in [
        ("edit", by(bek.id(), group.id(), at_post), "message 1 is not one that user 1000002 can edit"),
        ("delete", by(bek.id(), group.id(), ids), "there is no message 3 in chat -1001000005002"),
        ("delete", by(bek.id(), group.id(), json!({})), "message_ids is a list of message ids"),
        (
            "delete",
            by(bek.id(), group.id(), json!({ "message_ids": [2] })),
            "user 1000002 cannot delete message 2 of somebody else",
        ),
        ("react", by(bek.id(), channel.id(), json!({ "message_id": 1, "emoji": "👍" })), "Bek is not in News"),
        (
            "react",
            by(bek.id(), group.id(), json!({ "message_id": 2, "emoji": "x" })),
            "\"x\" is no emoji to react with",
        ),
        ("pin", by(bek.id(), group.id(), json!({ "message_id": 2 })), "user 1000002 is no administrator of Comments"),
        ("say", by(bek.id(), group.id(), json!({ "text": "x", "quote": "y" })), "only a reply quotes"),
        (
            "say",
            by(bek.id(), group.id(), json!({ "text": "x", "reply_to": 2, "quote": "82" })),
            "message 2 does not say \"82\"",
        ),
        (
            "say",
            by(bek.id(), group.id(), json!({ "text": "x", "reply_to": 99 })),
            "there is no message 99 in chat -1001000005002",
        ),
    ] {
        assert_eq!(control.post(path, fields.clone()).await, json!({ "error": error }), "{path} {fields}");
    }
    control.post("delete", by(aida.id(), group.id(), json!({ "message_ids": [copy["message_id"]] }))).await;
    let next = control.get(&format!("chats/{}/wait?after={}&timeout=0", channel.id(), post["version"])).await;
    assert_eq!((&next["type"], &next["message"]["comments"]), (&json!("edit"), &Value::Null));
}

#[tokio::test]
async fn people_move_and_groups_grow() {
    let telegram = Sandbox::start().await;
    let control = Control::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let group = telegram.group("Newsroom", [&aida]);
    let by = |user: i64, chat: i64| json!({ "user_id": user, "chat_id": chat });
    assert_eq!(control.post("join", by(bek.id(), group.id())).await["members"], json!([aida.id(), bek.id()]));
    assert_eq!(control.post("promote", by(bek.id(), group.id())).await["admins"], json!([aida.id(), bek.id()]));
    let grown = control.post("migrate", json!({ "chat_id": group.id() })).await;
    assert_eq!((&grown["kind"], &grown["admins"]), (&json!("supergroup"), &json!([aida.id(), bek.id()])));
    let new = grown["id"].as_i64().unwrap();
    assert_eq!(control.post("restrict", json!({ "chat_id": new, "bot": true })).await["bot"], true);
    assert_eq!(control.post("leave", by(bek.id(), new)).await["members"], json!([aida.id()]));
    let old = &control.get("state").await["chats"][2];
    assert_eq!((&old["id"], &old["migrated_to"]), (&json!(group.id()), &json!(new)));
    let mut demote = by(aida.id(), new);
    demote["admin"] = json!(false);
    for (path, fields, error) in [
        ("join", by(aida.id(), new), format!("user 1000001 is in chat {new} already")),
        ("join", by(bek.id(), group.id()), format!("chat {} is the supergroup {new} now", group.id())),
        ("join", by(bek.id(), aida.id()), "nobody comes into a private chat, and nobody leaves it".into()),
        ("leave", by(aida.id(), new), "Newsroom belongs to user 1000001, who cannot leave it".into()),
        ("leave", by(bek.id(), new), "Bek is not in Newsroom".into()),
        ("promote", demote, format!("chat {new} belongs to user 1000001")),
        ("migrate", json!({ "chat_id": new }), format!("chat {new} is no basic group that can become a supergroup")),
        ("restrict", json!({ "chat_id": new }), "bot is true or false: whether the bot is restricted".into()),
        ("invite", json!({ "chat_id": group.id() }), "Newsroom is a supergroup now".into()),
    ] {
        assert_eq!(control.post(path, fields.clone()).await, json!({ "error": error }), "{path} {fields}");
    }
    let say = json!({ "user_id": aida.id(), "chat_id": group.id(), "text": "x" });
    assert_eq!(control.post("say", say).await["error"], "Aida can write only in the supergroup that now is Newsroom");
}

#[tokio::test]
async fn a_page_sees_what_the_bot_says_of_itself() {
    let telegram = Sandbox::start().await;
    let (bot, control) = (Bot::of(&telegram), Control::of(&telegram));
    let aida = telegram.user("Aida").language("kk");
    let mut stream = reqwest::get(format!("{}/control/events", telegram.url())).await.unwrap();
    bot.ok("setMyDescription", json!({ "description": "сандар", "language_code": "kk" })).await;
    let seen = stream.chunk().await.unwrap().unwrap();
    assert!(String::from_utf8_lossy(&seen).contains("\"type\":\"bot\""));
    let of = async |path: &str| control.get(path).await["description"].clone();
    assert_eq!(of(&format!("bot?user_id={}", aida.id())).await, "сандар");
    assert_eq!(of("bot").await, "");
    let app = json!({ "type": "web_app", "text": "Open", "web_app": { "url": "https://example.kz/" } });
    bot.ok("setChatMenuButton", json!({ "chat_id": aida.id(), "menu_button": app })).await;
    let chat = control.get("state").await["chats"][0].clone();
    assert_eq!(chat["menu_button"], json!({ "type": "web_app", "text": "Open", "url": "https://example.kz/" }));
    assert_eq!(chat["reply_keyboard"], Value::Null);
}
