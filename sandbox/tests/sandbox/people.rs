//! What people do beside talking, and what the bot hears of it.

use crate::common::{Bot, discussed_channel, keyboard, met};
use serde_json::{Value, json};
use telegram_sandbox::Sandbox;

/// All that can be asked for, so that chat_member and message_reaction come too.
const ALL: [&str; 9] = [
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "my_chat_member",
    "chat_member",
    "callback_query",
    "message_reaction",
    "message_reaction_count",
];

#[tokio::test]
async fn a_person_edits_deletes_and_quotes() {
    let (telegram, bot, aida) = met().await;
    let bek = telegram.user("Bek");
    let chat = aida.private();
    let said = aida.say(&chat, "/stats in 2023");
    let edited = aida.edit(&said, "/stats in 2024");
    assert_eq!(edited.text(), "/stats in 2024");
    let heard = bot.next("edited_message").await;
    assert_eq!((&heard["text"], &heard["message_id"]), (&json!("/stats in 2024"), &json!(said.id())));
    assert!(heard["edit_date"].is_i64());

    bot.send(chat.id(), "80 of 100, not 81").await;
    let answer = chat.next().await;
    let asked = aida.quote(&answer, "80 of 100", "why?");
    assert_eq!(asked.quote(), Some("80 of 100"));
    let heard = bot.next("message").await;
    assert_eq!(heard["quote"], json!({ "text": "80 of 100", "position": 0, "is_manual": true }));
    aida.delete(&said);
    aida.delete(&answer);
    assert!(said.now().is_none() && answer.now().is_none(), "in a private chat both are gone");

    let group = telegram.group("Newsroom", [&aida, &bek]);
    let (first, other) = (bek.say(&group, "good morning"), aida.say(&group, "good evening"));
    bot.updates(0).await;
    bek.edit(&first, "good morning all");
    assert!(bot.heard().await.is_empty(), "an edit that is not for the bot is not heard");
    bek.edit(&first, "good morning @derek_bot");
    assert_eq!(bot.heard().await, ["edited_message:good morning @derek_bot"]);
    aida.delete(&first);
    assert!(first.now().is_none(), "the owner deletes what others wrote");
    aida.delete(&other);
}

#[tokio::test]
async fn an_edited_post_is_edited_in_the_discussion_too() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let (channel, group) = discussed_channel(&telegram, &[&aida, &bek]);
    channel.join(&bek);
    channel.promote(&bek);
    let post = aida.say(&channel, "80 percent");
    let copy = group.messages().pop().unwrap();
    bek.edit(&post, "81 percent");
    assert_eq!(copy.edited().await.text(), "81 percent");
    assert_eq!(bot.next("edited_channel_post").await["text"], "81 percent");
    let in_group = bot.next("edited_message").await;
    assert_eq!((&in_group["text"], &in_group["is_automatic_forward"]), (&json!("81 percent"), &json!(true)));
    bek.say(&channel, "and one by Bek");
    assert_eq!(bot.next("channel_post").await["text"], "and one by Bek");
}

#[tokio::test]
async fn a_deleted_post_goes_from_the_discussion_too_and_its_comments_stay() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let (channel, group) = discussed_channel(&telegram, &[&aida, &bek]);
    let by_bot = bot.send(channel.id(), "80 percent").await["message_id"].as_i64().unwrap();
    let copy_by_bot = group.messages().pop().unwrap();
    let post = aida.say(&channel, "81 percent");
    let copy = group.messages().pop().unwrap();
    let comment = bek.reply_to(&copy, "really?");

    aida.delete(&post);
    assert!(copy.now().is_none());
    assert_eq!(
        (comment.now().unwrap().thread_id(), comment.now().unwrap().reply_to()),
        (Some(copy.id()), Some(copy.id()))
    );
    let both = json!({ "chat_id": channel.id(), "message_ids": [by_bot, post.id()] });
    bot.ok("deleteMessages", both).await;
    assert!(copy_by_bot.now().is_none());

    let post = aida.say(&channel, "82 percent");
    aida.delete(&group.messages().pop().unwrap());
    assert!(post.now().is_some(), "the post stands without its copy");
    aida.edit(&post, "83 percent");
    aida.delete(&post);
}

#[tokio::test]
async fn the_bot_hears_of_reactions_if_it_asks_and_may() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let group = telegram.supergroup("Newsroom", [&aida, &bek]);
    let channel = telegram.channel("News", &aida);
    channel.join(&bek);
    let said = aida.say(&group, "80 percent");
    bek.react(&said, "👍");
    bot.heard().await;
    bot.ok("getUpdates", json!({ "allowed_updates": ALL })).await;
    aida.react(&said, "🔥");
    assert!(bot.heard().await.is_empty(), "a mere member hears nothing of reactions");
    group.promote_bot();
    bek.react(&said, "❤️");
    let heard = bot.next("message_reaction").await;
    assert_eq!(heard["old_reaction"], json!([{ "type": "emoji", "emoji": "👍" }]));
    assert_eq!(heard["new_reaction"], json!([{ "type": "emoji", "emoji": "❤" }]));
    assert_eq!((&heard["user"]["first_name"], &heard["message_id"]), (&json!("Bek"), &json!(said.id())));
    let react = |reaction: Value| json!({ "chat_id": group.id(), "message_id": said.id(), "reaction": reaction });
    bot.ok("setMessageReaction", react(json!([{ "type": "emoji", "emoji": "🔥" }]))).await;
    assert_eq!(said.now().unwrap().reactions(), [("🔥", 2), ("❤", 1)]);
    bot.ok("setMessageReaction", react(json!([]))).await;
    bek.unreact(&said);
    assert_eq!(said.now().unwrap().reactions(), [("🔥", 1)]);
    assert_eq!(bot.next("message_reaction").await["new_reaction"], json!([]));

    let post = channel.post("81 percent");
    bek.react(&post, "🎉");
    let counted = bot.next("message_reaction_count").await;
    assert_eq!(counted["reactions"], json!([{ "type": { "type": "emoji", "emoji": "🎉" }, "total_count": 1 }]));
    assert!(counted.get("user").is_none());
    let own = aida.start("");
    aida.react(&own, "👀");
    assert_eq!(bot.next("message_reaction").await["chat"]["id"], aida.id());
}

#[tokio::test]
async fn pins_are_told_and_kept() {
    let (telegram, bot, aida) = met().await;
    let bek = telegram.user("Bek");
    let group = telegram.supergroup("Newsroom", [&aida, &bek]);
    let (first, second) = (aida.say(&group, "one"), bek.say(&group, "two"));
    let pin = |id: i64| json!({ "chat_id": group.id(), "message_id": id });
    let no_rights = "Bad Request: not enough rights to manage pinned messages in the chat";
    assert_eq!(bot.refused("pinChatMessage", pin(first.id())).await, no_rights);
    group.promote_bot();
    bot.updates(0).await;
    bot.ok("pinChatMessage", pin(first.id())).await;
    let told = bot.next("message").await;
    assert_eq!((&told["pinned_message"]["text"], &told["from"]["is_bot"]), (&json!("one"), &json!(true)));
    aida.pin(&second);
    assert_eq!(bot.next("message").await["pinned_message"]["message_id"], second.id());
    let chat = bot.ok("getChat", json!({ "chat_id": group.id() })).await;
    assert_eq!(chat["pinned_message"]["text"], "two");
    assert_eq!(group.pinned().len(), 2);
    bot.ok("unpinChatMessage", json!({ "chat_id": group.id() })).await;
    assert_eq!(group.pinned()[0].text(), "one");
    bek.delete(&second);
    aida.delete(&first);
    assert!(group.pinned().is_empty());
    let gone = bot.refused("unpinChatMessage", json!({ "chat_id": group.id() })).await;
    assert_eq!(gone, "Bad Request: message to unpin not found");

    let said = aida.say(&aida.private(), "keep this");
    aida.pin(&said);
    let told = loop {
        let told = bot.next("message").await;
        if told["chat"]["type"] == "private" && told.get("pinned_message").is_some() {
            break told;
        }
    };
    assert_eq!(told["pinned_message"]["text"], "keep this");
    aida.unpin(&said);
    let channel = telegram.channel("News", &aida);
    let post = channel.post("80 percent");
    bot.ok("pinChatMessage", json!({ "chat_id": channel.id(), "message_id": post.id() })).await;
    bot.next("channel_post").await;
    assert_eq!(bot.next("channel_post").await["pinned_message"]["text"], "80 percent");
}

#[tokio::test]
async fn people_come_and_go() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    bot.ok("getUpdates", json!({ "allowed_updates": ALL })).await;
    let (aida, bek, dana) = (telegram.user("Aida"), telegram.user("Bek"), telegram.user("Dana"));
    let group = telegram.group("Newsroom", [&aida]);
    bot.updates(0).await;
    group.join(&bek);
    assert_eq!(bot.heard().await, ["message"], "of members a mere member hears by the service message only");
    group.promote_bot();
    group.join(&dana);
    let came = bot.next("chat_member").await;
    assert_eq!(
        (&came["old_chat_member"]["status"], &came["new_chat_member"]["status"]),
        (&json!("left"), &json!("member"))
    );
    assert_eq!(bot.next("message").await["new_chat_members"][0]["first_name"], "Dana");
    group.promote(&dana);
    assert_eq!(bot.next("chat_member").await["new_chat_member"]["status"], "administrator");
    let admins = bot.ok("getChatAdministrators", json!({ "chat_id": group.id() })).await;
    let names: Vec<_> = admins.as_array().unwrap().iter().map(|a| a["user"]["first_name"].clone()).collect();
    assert_eq!(names, ["Aida", "Dana", "Derek"]);
    group.demote(&dana);
    group.leave(&bek);
    let left = bot.next("message").await;
    assert_eq!(left["left_chat_member"]["first_name"], "Bek");
    let member = bot.ok("getChatMember", json!({ "chat_id": group.id(), "user_id": bek.id() })).await;
    assert_eq!(member["status"], "left");
}

#[tokio::test]
async fn a_group_becomes_a_supergroup() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let group = telegram.group("Newsroom", [&aida, &bek]);
    group.promote_bot();
    let said = aida.say(&group, "/stats");
    bot.updates(0).await;
    let supergroup = group.migrate();
    let (to, from) = (bot.next("message").await, bot.next("message").await);
    assert_eq!((&to["chat"]["id"], &to["migrate_to_chat_id"]), (&json!(group.id()), &json!(supergroup.id())));
    assert_eq!((&from["chat"]["id"], &from["migrate_from_chat_id"]), (&json!(supergroup.id()), &json!(group.id())));
    let message = json!({ "chat_id": group.id(), "message_id": said.id() });
    for (method, params) in [
        ("sendMessage", json!({ "chat_id": group.id(), "text": "80" })),
        ("sendChatAction", json!({ "chat_id": group.id(), "action": "typing" })),
        ("deleteMessage", message.clone()),
        ("pinChatMessage", message.clone()),
        ("setMessageReaction", message.clone()),
        ("editMessageText", json!({ "chat_id": group.id(), "message_id": said.id(), "text": "80" })),
        ("getChatMemberCount", json!({ "chat_id": group.id() })),
        ("getChatAdministrators", json!({ "chat_id": group.id() })),
        ("leaveChat", json!({ "chat_id": group.id() })),
    ] {
        let answer = bot.call(method, params).await;
        assert_eq!(answer["description"], "Bad Request: group chat was upgraded to a supergroup chat", "{method}");
        assert_eq!(answer["parameters"], json!({ "migrate_to_chat_id": supergroup.id() }), "{method}");
    }
    // Reading still goes.
    assert_eq!(bot.ok("getChat", json!({ "chat_id": group.id() })).await["type"], "group");
    let old = json!({ "chat_id": supergroup.id(), "from_chat_id": group.id(), "message_id": said.id() });
    assert_eq!(bot.ok("forwardMessage", old).await["text"], "/stats");
    let me = bot.ok("getChatMember", json!({ "chat_id": supergroup.id(), "user_id": 4_242_424_242_i64 })).await;
    assert_eq!(me["status"], "administrator");
    aida.say(&supergroup, "good morning");
    assert_eq!(bot.next("message").await["text"], "good morning");
}

#[tokio::test]
async fn a_button_of_a_deleted_message_can_be_pressed() {
    let (_telegram, bot, aida) = met().await;
    let chat = aida.private();
    let params = json!({ "chat_id": chat.id(), "text": "1/3", "reply_markup": keyboard(&[("›", "q:2")]) });
    bot.ok("sendMessage", params).await;
    let page = chat.next().await;
    bot.ok("deleteMessages", json!({ "chat_id": chat.id(), "message_ids": [page.id(), 99] })).await;
    page.deleted().await;
    let answering = async {
        let pressed = bot.next("callback_query").await;
        let message = &pressed["message"];
        assert_eq!((&message["message_id"], &message["date"]), (&json!(page.id()), &json!(0)));
        assert_eq!(message["chat"]["id"], chat.id());
        assert!(message.get("text").is_none());
        bot.ok("answerCallbackQuery", json!({ "callback_query_id": pressed["id"], "text": "too late" })).await;
    };
    let (toast, ()) = tokio::join!(aida.press(&page, "›"), answering);
    assert_eq!(toast.text.as_deref(), Some("too late"));
}

#[tokio::test]
async fn bots_do_not_write_to_each_other() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, other) = (telegram.user("Aida"), telegram.other_bot("Echo"));
    let group = telegram.group("Newsroom", [&aida, &other]);
    bot.updates(0).await;
    other.say(&group, "/stats");
    assert!(bot.heard().await.is_empty());
    let to = |chat: i64| json!({ "chat_id": chat, "text": "hello" });
    assert_eq!(bot.refused("sendMessage", to(other.id())).await, "Forbidden: bot can't send messages to bots");
    let itself = bot.refused("sendMessage", to(4_242_424_242)).await;
    assert_eq!(itself, "Forbidden: the bot can't send messages to the bot");
}

#[tokio::test]
async fn a_restricted_bot_reads_and_does_not_write() {
    let (telegram, bot, aida) = met().await;
    let group = telegram.supergroup("Newsroom", [&aida]);
    bot.updates(0).await;
    group.restrict_bot();
    let told = bot.next("my_chat_member").await;
    assert_eq!(told["new_chat_member"]["status"], "restricted");
    assert_eq!(told["new_chat_member"]["can_send_messages"], false);
    let asked = aida.say(&group, "/stats");
    assert_eq!(bot.next("message").await["text"], "/stats");
    let text = json!({ "chat_id": group.id(), "text": "80" });
    let no_rights = "Bad Request: not enough rights to send text messages to the chat";
    assert_eq!(bot.refused("sendMessage", text.clone()).await, no_rights);
    let copy = json!({ "chat_id": group.id(), "from_chat_id": group.id(), "message_id": asked.id() });
    assert_eq!(bot.refused("forwardMessage", copy).await, no_rights);
    group.unrestrict_bot();
    bot.ok("sendMessage", text).await;
}
