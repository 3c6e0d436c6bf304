//! Forwards and copies, by the bot and by people.

use crate::common::{Bot, discussed_channel, keyboard, met, picture};
use serde_json::json;
use telegram_sandbox::Sandbox;

#[tokio::test]
async fn a_forward_says_where_it_was_first() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek").hidden());
    let group = telegram.group("Newsroom", [&aida, &bek]);
    group.promote_bot();
    let channel = telegram.channel("News", &aida);
    let forward = async |from: i64, message: i64| {
        let params = json!({ "chat_id": group.id(), "from_chat_id": from, "message_id": message });
        bot.ok("forwardMessage", params).await
    };
    let post = channel.post("80 percent");
    let of_channel = forward(channel.id(), post.id()).await;
    let origin = &of_channel["forward_origin"];
    assert_eq!((&origin["type"], &origin["message_id"]), (&json!("channel"), &json!(post.id())));
    assert_eq!(origin["chat"]["title"], "News");
    assert_eq!(of_channel["from"]["is_bot"], true);
    assert!(of_channel.get("is_automatic_forward").is_none());

    let of_aida = forward(group.id(), aida.say(&group, "good morning").id()).await;
    assert_eq!(of_aida["forward_origin"]["sender_user"]["first_name"], "Aida");
    let of_bek = forward(group.id(), bek.say(&group, "good evening").id()).await;
    assert_eq!(of_bek["forward_origin"]["type"], "hidden_user");
    assert_eq!(of_bek["forward_origin"]["sender_user_name"], "Bek");
    let own = bot.send(group.id(), "the answer").await;
    let of_bot = forward(group.id(), own["message_id"].as_i64().unwrap()).await;
    assert_eq!(of_bot["forward_origin"]["sender_user"]["username"], "derek_bot");
    let again = forward(group.id(), of_bek["message_id"].as_i64().unwrap()).await;
    assert_eq!(again["forward_origin"], of_bek["forward_origin"], "a forward of a forward keeps the first origin");
}

#[tokio::test]
async fn people_forward_into_the_chats_that_they_are_in() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let channel = telegram.channel("News", &aida);
    let group = telegram.supergroup("Newsroom", [&aida, &bek]);
    let figures = group.topic("Figures");
    let post = channel.post("80 percent of figures");
    let forwarded = aida.forward_to(&post, &aida.private());
    assert_eq!(forwarded.text(), "80 percent of figures");
    let heard = loop {
        let heard = bot.next("message").await;
        if heard["chat"]["id"] == aida.id() {
            break heard;
        }
    };
    assert_eq!(heard["forward_origin"]["chat"]["id"], channel.id());
    assert_eq!(heard["from"]["first_name"], "Aida");
    assert_eq!(aida.forward_in(&post, &figures).thread_id(), Some(figures.thread_id()));
    assert!(bot.heard().await.is_empty(), "in a group the bot does not hear of it");
}

#[tokio::test]
async fn a_forwarded_post_comes_into_the_discussion_with_its_first_origin() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let (channel, group) = discussed_channel(&telegram, &[&aida, &bek]);
    let post = aida.forward_to(&bek.say(&group, "80 percent"), &channel);
    let heard = bot.next("channel_post").await;
    assert_eq!((&heard["message_id"], &heard["sender_chat"]["title"]), (&json!(post.id()), &json!("News")));
    assert_eq!(heard["forward_origin"]["sender_user"]["first_name"], "Bek");
    let copy = loop {
        let copy = bot.next("message").await;
        if copy["is_automatic_forward"] == true {
            break copy;
        }
    };
    assert_eq!((&copy["forward_origin"], &copy["sender_chat"]), (&heard["forward_origin"], &heard["sender_chat"]));
}

#[tokio::test]
async fn a_copy_is_the_bots_own_message() {
    let (_telegram, bot, aida) = met().await;
    let chat = aida.private();
    let links = json!({ "inline_keyboard": [[{ "text": "Source", "url": "https://example.kz/" }]] });
    let html =
        json!({ "chat_id": aida.id(), "text": "<b>80</b> percent", "parse_mode": "HTML", "reply_markup": links });
    let sent = bot.ok("sendMessage", html).await["message_id"].clone();
    let source = |id: &serde_json::Value| json!({ "chat_id": aida.id(), "from_chat_id": aida.id(), "message_id": id });
    let forwarded = bot.ok("forwardMessage", source(&sent)).await;
    assert_eq!(forwarded["reply_markup"]["inline_keyboard"][0][0]["text"], "Source");
    chat.skip();

    let mut params = source(&sent);
    params["reply_markup"] = keyboard(&[("More", "m")]);
    params["reply_parameters"] = json!({ "message_id": sent, "quote": "80", "quote_parse_mode": "HTML" });
    assert_eq!(bot.refused("copyMessage", params.clone()).await, "Bad Request: QUOTE_TEXT_INVALID");
    params["reply_parameters"]["quote"] = json!("<b>80</b>");
    let copied = bot.ok("copyMessage", params).await;
    let copy = chat.next().await;
    assert_eq!(copied, json!({ "message_id": copy.id() }));
    assert_eq!(
        (copy.html().as_str(), copy.buttons(), copy.quote()),
        ("<b>80</b> percent", vec!["More".into()], Some("80"))
    );
    let json = copy.json();
    assert!(json.get("forward_origin").is_none());
    assert_eq!(json["quote"]["entities"], json!([{ "type": "bold", "offset": 0, "length": 2 }]));
    assert_eq!((&json["quote"]["position"], &json["quote"]["is_manual"]), (&json!(0), &json!(true)));

    let photo = aida.send_photo(&chat, &picture(60, 40), "the <old> caption");
    let of_photo = |more: serde_json::Value| {
        let mut params = source(&json!(photo.id()));
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        params
    };
    for (more, caption, above) in [
        (json!({}), "the <old> caption", false),
        (json!({ "show_caption_above_media": true }), "the <old> caption", false),
        (json!({ "caption": "" }), "", false),
        (json!({ "caption": "<i>new</i>", "parse_mode": "HTML", "show_caption_above_media": true }), "new", true),
    ] {
        bot.ok("copyMessage", of_photo(more)).await;
        let copy = chat.next().await;
        assert_eq!(copy.file(), photo.file());
        assert_eq!((copy.text(), copy.json()["show_caption_above_media"] == true), (caption, above));
    }
    bot.ok("forwardMessage", of_photo(json!({ "protect_content": true }))).await;
    let forward = chat.next().await;
    assert_eq!((forward.file(), forward.text()), (photo.file(), "the <old> caption"));
    let protected = source(&json!(forward.id()));
    assert_eq!(bot.refused("forwardMessage", protected.clone()).await, "Bad Request: the message can't be forwarded");
    bot.ok("copyMessage", protected).await;
}
