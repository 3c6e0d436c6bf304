//! What people and a bot do together, over real HTTP.

use crate::common::{Bot, discussed_channel, keyboard};
use serde_json::json;
use telegram_sandbox::{Chat, Sandbox, User};

#[tokio::test]
async fn a_question_an_answer_and_a_page_turned() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida").language("kk").username("aida");
    let chat = aida.private();

    aida.say(&chat, "/quote 1");
    let asked = bot.next("message").await;
    assert_eq!(asked["text"], "/quote 1");
    assert_eq!(asked["from"]["language_code"], "kk");
    assert_eq!(asked["entities"], json!([{ "type": "bot_command", "offset": 0, "length": 6 }]));

    let params = json!({
        "chat_id": chat.id(), "text": "<b>One</b> & <i>two</i>", "parse_mode": "HTML",
        "reply_parameters": { "message_id": asked["message_id"] }, "reply_markup": keyboard(&[("‹", "q:0"), ("›", "q:2")]),
    });
    bot.ok("sendMessage", params).await;
    let reply = chat.next().await;
    assert_eq!((reply.text(), reply.html().as_str()), ("One & two", "<b>One</b> &amp; <i>two</i>"));
    assert_eq!(reply.buttons(), ["‹", "›"]);
    assert!(reply.reply_to().is_some());

    let turn = async {
        let pressed = bot.next("callback_query").await;
        assert_eq!(pressed["data"], "q:2");
        assert_eq!(pressed["message"]["reply_to_message"]["text"], "/quote 1");
        let target = json!({ "chat_id": chat.id(), "message_id": reply.id(), "text": "Two" });
        bot.ok("editMessageText", target).await;
        bot.ok("answerCallbackQuery", json!({ "callback_query_id": pressed["id"], "text": "2/3" })).await;
    };
    let (toast, ()) = tokio::join!(aida.press(&reply, "›"), turn);
    assert_eq!(toast.text.as_deref(), Some("2/3"));
    let edited = reply.edited().await;
    assert_eq!(edited.text(), "Two");
    assert!(edited.buttons().is_empty(), "an edit without buttons takes them away");
    bot.updates(0).await;
    telegram.all_confirmed().await;
}

#[tokio::test]
async fn a_person_asks_inline_and_chooses() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let friends = telegram.group_without_bot("Friends", [&aida, &bek]);
    let content = |text: &str| json!({ "message_text": text, "parse_mode": "HTML" });
    let results = json!([
        { "type": "article", "id": "a", "title": "One", "input_message_content": content("<b>1</b>") },
        { "type": "article", "id": "b", "title": "Two", "description": "more", "input_message_content": content("2"),
          "reply_markup": { "inline_keyboard": [[{ "text": "Source", "url": "example.kz" }, { "text": "More", "callback_data": "m" }]] } },
    ]);
    let answering = async {
        let query = bot.next("inline_query").await;
        assert_eq!((&query["query"], &query["chat_type"]), (&json!("third"), &json!("group")));
        let params = json!({
            "inline_query_id": query["id"], "results": results, "next_offset": "50", "cache_time": 60,
            "button": { "text": "Open", "start_parameter": "help" },
        });
        bot.ok("answerInlineQuery", params).await;
    };
    let (found, ()) = tokio::join!(aida.inline(&friends, "third"), answering);
    assert_eq!((found.results.len(), found.next_offset.as_str()), (2, "50"));
    assert_eq!(found.results[0].html, "<b>1</b>");
    assert_eq!(found.button, Some(("Open".into(), "help".into())));
    // The same words again, by another person: from the cache, without the bot.
    assert_eq!(bek.inline(&friends, "third").await.results.len(), 2);

    aida.choose(&friends, &found, 0);
    assert_eq!(bot.next("chosen_inline_result").await.get("inline_message_id"), None);
    let message = aida.choose(&friends, &found, 1);
    assert_eq!(message.json()["via_bot"]["username"], "derek_bot");
    let chosen = bot.next("chosen_inline_result").await;
    let id = chosen["inline_message_id"].as_str().unwrap().to_owned();
    let turn = async {
        let pressed = bot.next("callback_query").await;
        assert_eq!(pressed["inline_message_id"], id);
        assert!(pressed.get("message").is_none());
        let edited = bot.ok("editMessageText", json!({ "inline_message_id": id, "text": "3" })).await;
        assert_eq!(edited, true);
        bot.ok("answerCallbackQuery", json!({ "callback_query_id": pressed["id"] })).await;
    };
    let (toast, ()) = tokio::join!(bek.press(&message, "More"), turn);
    assert_eq!(toast.text, None);
    assert_eq!(message.edited().await.text(), "3");

    let forum = telegram.supergroup("Newsroom", [&aida]);
    let figures = forum.topic("Figures");
    let message = aida.choose_in(&figures, &found, 0);
    assert_eq!((message.chat_id(), message.thread_id()), (forum.id(), Some(figures.thread_id())));
    assert_eq!(message.json()["is_topic_message"], true);
}

#[tokio::test]
async fn in_a_group_the_bot_hears_only_what_is_for_it() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let group = telegram.group("Newsroom", [&aida, &bek]);
    assert_eq!(bot.heard().await, ["my_chat_member", "message"]);
    for (text, heard) in [
        ("good morning", false),
        ("/stats", true),
        ("/stats@derek_bot", true),
        ("/stats@Derek_Bot 3", true),
        ("/stats@other_bot", false),
        ("what does @derek_bot say?", true),
        ("mail me@derek_bot", false),
        ("@derek_botany", false),
    ] {
        aida.say(&group, text);
        let expected = if heard { vec![format!("message:{text}")] } else { vec![] };
        assert_eq!(bot.heard().await, expected, "{text}");
    }
    bot.send(group.id(), "the answer").await;
    let answer = group.next().await;
    bek.reply_to(&answer, "thanks");
    let heard = bot.next("message").await;
    assert_eq!(heard["reply_to_message"]["text"], "the answer");
    assert_eq!(heard["reply_to_message"]["from"]["is_bot"], true);
    let small_talk = aida.say(&group, "lunch?");
    bek.reply_to(&small_talk, "yes");
    assert!(bot.heard().await.is_empty());
    group.promote_bot();
    aida.say(&group, "good evening");
    assert_eq!(bot.heard().await, ["my_chat_member", "message:good evening"]);
}

#[tokio::test]
async fn a_topic_is_answered_where_it_was_asked() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let forum = telegram.supergroup("Newsroom", [&aida]);
    let figures = forum.topic("Figures");
    aida.say_in(&figures, "/stats");
    bot.next("message").await;
    bot.next("message").await;
    let asked = bot.next("message").await;
    assert_eq!(asked["message_thread_id"], figures.thread_id());
    assert_eq!(asked["is_topic_message"], true);
    assert_eq!(asked["reply_to_message"]["forum_topic_created"]["name"], "Figures");
    let params = json!({ "chat_id": forum.id(), "text": "80", "message_thread_id": figures.thread_id() });
    bot.ok("sendMessage", params).await;
    assert_eq!(forum.next().await.thread_id(), Some(figures.thread_id()));
    let lost = json!({ "chat_id": forum.id(), "text": "80", "message_thread_id": 999 });
    assert_eq!(bot.refused("sendMessage", lost).await, "Bad Request: message thread not found");
    bot.send(forum.id(), "in general").await;
    assert_eq!(forum.next().await.thread_id(), None);
}

#[tokio::test]
async fn a_channel_post_has_no_author_and_can_be_discussed() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let (channel, group) = discussed_channel(&telegram, &[&aida, &bek]);
    channel.post("/stats");
    let post = bot.next("channel_post").await;
    assert!(post.get("from").is_none());
    assert_eq!(post["sender_chat"]["title"], "News");
    let mixed = keyboard(&[("More", "m")]);
    bot.ok("sendMessage", json!({ "chat_id": channel.id(), "text": "80 percent", "reply_markup": mixed })).await;
    assert_eq!(channel.next().await.buttons(), ["More"]);
    let copy = group.messages().pop().unwrap();
    assert_eq!((copy.text(), copy.buttons().len()), ("80 percent", 0));
    bek.reply_to(&copy, "/source");
    let comment = loop {
        let message = bot.next("message").await;
        if message["text"] == "/source" {
            break message;
        }
    };
    let root = &comment["reply_to_message"];
    assert_eq!(root["forward_origin"]["type"], "channel");
    assert_eq!(root["forward_origin"]["chat"]["id"], channel.id());
    assert_eq!(root["is_automatic_forward"], true);
    assert_eq!(comment["message_thread_id"], root["message_id"]);
    assert!(comment.get("is_topic_message").is_none());
}

#[tokio::test]
async fn a_deep_link_starts_the_chat() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let group = telegram.group("Newsroom", [&aida]);
    let hello = json!({ "chat_id": aida.id(), "text": "hello" });
    assert_eq!(bot.refused("sendMessage", hello).await, "Forbidden: bot can't initiate conversation with a user");
    aida.start("q-1234");
    assert_eq!(bot.heard().await.last().unwrap(), "message:/start q-1234");
    bot.send(aida.id(), "hello").await;
    assert_eq!(aida.private().next().await.text(), "hello");
    aida.block();
    let gone = json!({ "chat_id": aida.id(), "text": "still there?" });
    assert_eq!(bot.refused("sendMessage", gone.clone()).await, "Forbidden: bot was blocked by the user");
    aida.unblock();
    bot.ok("sendMessage", gone.clone()).await;
    aida.deactivate();
    assert_eq!(bot.refused("sendMessage", gone).await, "Forbidden: user is deactivated");
    group.kick_bot();
    let out = json!({ "chat_id": group.id(), "text": "hello" });
    assert_eq!(bot.refused("sendMessage", out).await, "Forbidden: bot was kicked from the group chat");
}

#[tokio::test]
async fn a_menu_is_seen_by_scope_and_language() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida").language("kk"), telegram.user("Bek").language("de"));
    let group = telegram.group("Newsroom", [&bek, &aida]);
    let set = async |scope: &str, language: &str, command: &str| {
        let commands = json!([{ "command": command, "description": "…" }]);
        let scope = json!({ "type": scope });
        let params = json!({ "commands": commands, "scope": scope, "language_code": language });
        bot.ok("SetMyCommands", params.clone()).await;
        assert_eq!(bot.ok("GetMyCommands", json!({ "scope": scope, "language_code": language })).await, commands);
    };
    set("default", "", "default").await;
    set("default", "kk", "default_kk").await;
    set("all_private_chats", "", "private").await;
    set("all_private_chats", "kk", "private_kk").await;
    set("all_chat_administrators", "", "admin").await;
    let seen = |user: &User, chat: &Chat| user.commands(chat)[0].0.clone();
    assert_eq!(seen(&aida, &aida.private()), "private_kk");
    assert_eq!(seen(&bek, &bek.private()), "private");
    assert_eq!(seen(&aida, &group), "default_kk");
    assert_eq!(seen(&bek, &group), "admin");
    bot.ok("deleteMyCommands", json!({ "scope": { "type": "all_chat_administrators" } })).await;
    assert_eq!(seen(&bek, &group), "default");
}

#[tokio::test]
#[should_panic(expected = "no message of the bot came")]
async fn a_wait_in_vain_says_what_happened() {
    let telegram = Sandbox::builder().patience(std::time::Duration::from_millis(10)).start().await;
    let aida = telegram.user("Aida");
    aida.say(&aida.private(), "/stats");
    aida.private().next().await;
}
