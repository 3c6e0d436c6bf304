//! Files between people and the bot: sent by a person, posted in a channel, chosen inline, shown on the page.

use crate::common::{Bot, discussed_channel, picture};
use serde_json::{Value, json};
use telegram_sandbox::{MediaKind, Sandbox};

#[tokio::test]
async fn a_person_sends_files_and_gets_some_back() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let chat = aida.private();
    aida.send_file(&chat, "notes.txt", "жазба".as_bytes(), "look");
    let heard = bot.next("message").await;
    assert_eq!((&heard["document"]["file_name"], &heard["caption"]), (&json!("notes.txt"), &json!("look")));
    let file = bot.ok("getFile", json!({ "file_id": heard["document"]["file_id"] })).await;
    let path = file["file_path"].as_str().unwrap();
    let address = format!("{}/file/bot{}/{path}", telegram.url(), telegram.token());
    assert_eq!(reqwest::get(address).await.unwrap().text().await.unwrap(), "жазба");

    let photo = aida.send_photo(&chat, &picture(300, 200), "");
    let heard = bot.next("message").await;
    assert_eq!((heard["photo"][0]["width"].as_u64(), heard.get("caption")), (Some(300), None));
    assert_eq!((photo.media_kind(), photo.file().unwrap().sides), (Some(MediaKind::Photo), Some((300, 200))));

    let again = json!({ "chat_id": chat.id(), "photo": heard["photo"][0]["file_id"], "caption": "<i>yours</i>", "parse_mode": "HTML" });
    bot.ok("sendPhoto", again).await;
    let reply = chat.next().await;
    assert_eq!((reply.file(), reply.html().as_str()), (photo.file(), "<i>yours</i>"));
    assert_eq!((reply.file().unwrap().mime.as_str(), reply.album()), ("image/png", None));
}

#[tokio::test]
async fn privacy_mode_looks_at_captions() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    let group = telegram.group("Newsroom", [&aida, &bek]);
    bot.updates(0).await;
    for (caption, heard) in
        [("", 0), ("for @somebody", 0), ("/stats", 1), ("for @derek_bot", 1), ("/stats@other_bot", 0)]
    {
        aida.send_photo(&group, &picture(9, 9), caption);
        assert_eq!(bot.updates(0).await.len(), heard, "{caption}");
    }
    let own = bot.send(group.id(), "send me a file").await;
    let client = reqwest::Client::new();
    let form = reqwest::multipart::Form::new()
        .text("user_id", bek.id().to_string())
        .text("chat_id", group.id().to_string())
        .text("reply_to", own["message_id"].to_string())
        .part("file", reqwest::multipart::Part::bytes(b"1,2".to_vec()).file_name("t.csv"));
    let sent = client.post(format!("{}/control/send_file", telegram.url())).multipart(form).send().await.unwrap();
    let view: Value = sent.json().await.unwrap();
    assert_eq!((&view["media"]["file_name"], &view["reply_to"]["text"]), (&json!("t.csv"), &json!("send me a file")));
    assert_eq!(bot.next("message").await["document"]["mime_type"], "text/csv");
}

#[tokio::test]
async fn a_person_sends_an_album() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let chat = aida.private();
    let photos = aida.send_photos(&chat, &[&picture(8, 6), &picture(6, 8), &picture(7, 7)], "three");
    let heard = [bot.next("message").await, bot.next("message").await, bot.next("message").await];
    let captions: Vec<_> = heard.iter().map(|message| message["caption"].as_str()).collect();
    assert_eq!(captions, [Some("three"), None, None]);
    for (message, photo) in heard.iter().zip(&photos) {
        assert_eq!(message["media_group_id"].as_str(), photos[0].album());
        assert_eq!(message["photo"][0]["file_id"], photo.file().unwrap().id);
    }
    let files = aida.send_files(&chat, &[("a.csv", b"1"), ("b.csv", b"2")], "");
    assert!(files[0].album().is_some_and(|album| Some(album) != photos[0].album()));

    let send = async |parts: &[&str]| -> Value {
        let form = reqwest::multipart::Form::new().text("user_id", aida.id().to_string());
        let form = form.text("chat_id", aida.id().to_string()).text("reply_to", files[0].id().to_string());
        let form = parts.iter().fold(form, |form, part| {
            form.part(part.to_string(), reqwest::multipart::Part::bytes(part.as_bytes().to_vec()).file_name("t.csv"))
        });
        let address = format!("{}/control/send_album", telegram.url());
        reqwest::Client::new().post(address).multipart(form).send().await.unwrap().json().await.unwrap()
    };
    let sent = send(&["file2", "file1"]).await["messages"].clone();
    assert_eq!((&sent[0]["reply_to"]["message_id"], &sent[0]["album"]), (&json!(files[0].id()), &sent[1]["album"]));
    let second = reqwest::get(format!("{}{}", telegram.url(), sent[1]["media"]["url"].as_str().unwrap())).await;
    assert_eq!(second.unwrap().text().await.unwrap(), "file2");
    let before = chat.messages().len();
    for (parts, error) in [
        (&["file1"][..], "an album has 2 to 10 files"),
        (&["file1", "file3"], "file2 is missing: a file in a multipart form"),
    ] {
        assert_eq!(send(parts).await, json!({ "error": error }));
    }
    assert_eq!(chat.messages().len(), before);
}

#[tokio::test]
async fn a_channel_post_takes_its_media_into_the_discussion() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let owner = telegram.user("Owner");
    let (channel, comments) = discussed_channel(&telegram, &[&owner]);
    let fields = json!({ "chat_id": channel.id(), "caption": "first" });
    let post = bot.upload("sendPhoto", fields, &[("photo", "p.png", &picture(8, 6))]).await["result"].clone();
    let copy = comments.messages().pop().unwrap();
    assert_eq!((copy.text(), copy.media_kind()), ("first", Some(MediaKind::Photo)));
    let id = post["message_id"].clone();
    bot.ok("editMessageCaption", json!({ "chat_id": channel.id(), "message_id": id, "caption": "second" })).await;
    assert_eq!(copy.edited().await.text(), "second");
    let media = json!({ "type": "document", "media": "attach://d" });
    let edit = json!({ "chat_id": channel.id(), "message_id": id, "media": media });
    bot.upload("editMessageMedia", edit, &[("d", "d.txt", b"d")]).await;
    assert_eq!(copy.now().unwrap().file().unwrap().name.as_deref(), Some("d.txt"));
    owner.send_photo(&channel, &picture(5, 5), "mine");
    assert_eq!(bot.next("channel_post").await["caption"], "mine");
    assert_eq!(comments.messages().pop().unwrap().text(), "mine");
}

#[tokio::test]
async fn pictures_are_found_inline() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let chat = aida.private();
    aida.start("");
    let fields = json!({ "chat_id": aida.id() });
    let sent = bot.upload("sendPhoto", fields.clone(), &[("photo", "p", &picture(40, 30))]).await["result"].clone();
    let photo = sent["photo"][0]["file_id"].clone();
    let sent = bot.upload("sendDocument", fields, &[("document", "d.pdf", b"%PDF")]).await["result"].clone();
    let document = sent["document"]["file_id"].clone();
    let path = bot.ok("getFile", json!({ "file_id": photo })).await["file_path"].clone();
    let address = format!("{}/file/bot{}/{}", telegram.url(), telegram.token(), path.as_str().unwrap());
    let more = json!({ "inline_keyboard": [[{ "text": "More", "callback_data": "m" }]] });
    let results = json!([
        { "type": "photo", "id": "a", "photo_file_id": photo, "caption": "<b>A</b>", "parse_mode": "HTML",
          "show_caption_above_media": true, "reply_markup": more },
        { "type": "photo", "id": "b", "photo_url": address, "thumbnail_url": "https://example.kz/b.jpg" },
        { "type": "document", "id": "c", "title": "Report", "document_file_id": document },
        { "type": "photo", "id": "d", "photo_file_id": photo, "input_message_content": { "message_text": "words" } },
    ]);
    let answering = async {
        let id = bot.next("inline_query").await["id"].clone();
        for (result, description) in [
            (
                json!({ "type": "photo", "id": "a" }),
                "can't parse inline query result: Can't find field \"photo_file_id\"",
            ),
            (
                json!({ "type": "document", "id": "a", "document_file_id": document }),
                "can't parse inline query result: Can't find field \"title\"",
            ),
            (
                json!({ "type": "document", "id": "a", "title": "x", "document_url": address, "mime_type": "text/plain" }),
                "unallowed document MIME type",
            ),
            (
                json!({ "type": "photo", "id": "a", "photo_file_id": document }),
                "can't use file of type Document as Photo",
            ),
            (
                json!({ "type": "photo", "id": "a", "photo_file_id": photo, "caption": "x".repeat(1025) }),
                "message caption is too long",
            ),
            (
                json!({ "type": "photo", "id": "a", "photo_url": "https://example.kz/a.jpg" }),
                "failed to get HTTP URL content",
            ),
        ] {
            let answer = json!({ "inline_query_id": id, "results": [result] });
            assert_eq!(bot.refused("answerInlineQuery", answer).await, format!("Bad Request: {description}"));
        }
        bot.ok("answerInlineQuery", json!({ "inline_query_id": id, "results": results })).await;
    };
    let (found, ()) = tokio::join!(aida.inline(&chat, "x"), answering);
    let kinds: Vec<_> = found.results.iter().map(|result| result.media).collect();
    let picture = Some(MediaKind::Photo);
    assert_eq!(kinds, [picture, picture, Some(MediaKind::Document), picture]);
    let chosen: Vec<_> = (0..4).map(|index| aida.choose(&chat, &found, index)).collect();
    let sent: Vec<_> = chosen.iter().map(|message| (message.media_kind(), message.text())).collect();
    assert_eq!(sent, [(picture, "A"), (picture, ""), (Some(MediaKind::Document), ""), (None, "words")]);
    assert_eq!(chosen[0].json()["show_caption_above_media"], true);

    let inline_id = bot.next("chosen_inline_result").await["inline_message_id"].clone();
    let fresh = json!({ "inline_message_id": inline_id, "media": { "type": "photo", "media": "attach://n" } });
    let refused = bot.upload("editMessageMedia", fresh, &[("n", "n.png", &crate::common::picture(1, 1))]).await;
    assert_eq!(refused["description"], "Bad Request: invalid message content specified");
    let known = json!({ "inline_message_id": inline_id, "media": { "type": "document", "media": document } });
    assert_eq!(bot.ok("editMessageMedia", known).await, true);
    let caption = json!({ "inline_message_id": inline_id, "caption": "later" });
    assert_eq!(bot.ok("editMessageCaption", caption).await, true);
    let now = chosen[0].now().unwrap();
    assert_eq!((now.text(), now.media_kind()), ("later", Some(MediaKind::Document)));
}

#[tokio::test]
async fn the_page_sends_and_shows_files() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let base = format!("{}/control", telegram.url());
    let client = reqwest::Client::new();
    let send = async |kind: &'static str, name: &'static str, bytes: Vec<u8>| -> Value {
        let form = reqwest::multipart::Form::new()
            .text("user_id", aida.id().to_string())
            .text("chat_id", aida.id().to_string())
            .text("as", kind)
            .text("caption", "see")
            .part("file", reqwest::multipart::Part::bytes(bytes).file_name(name));
        client.post(format!("{base}/send_file")).multipart(form).send().await.unwrap().json().await.unwrap()
    };
    let view = send("photo", "p.png", picture(64, 48)).await;
    let media = &view["media"];
    assert_eq!(
        (&media["kind"], &media["width"], &media["height"], &media["spoiler"], &view["text"], &view["album"]),
        (&json!("photo"), &json!(64), &json!(48), &json!(false), &json!("see"), &Value::Null)
    );
    let shown = client.get(format!("{}{}", telegram.url(), media["url"].as_str().unwrap())).send().await.unwrap();
    assert_eq!(
        (shown.headers()["content-type"].as_bytes(), shown.headers().get("content-disposition")),
        (&b"image/png"[..], None)
    );
    assert_eq!(shown.bytes().await.unwrap(), picture(64, 48));

    let view = send("document", "есеп 1.html", b"<script>".to_vec()).await;
    let address = format!("{}{}", telegram.url(), view["media"]["url"].as_str().unwrap());
    let shown = client.get(address).send().await.unwrap();
    let disposition = "attachment; filename*=UTF-8''%D0%B5%D1%81%D0%B5%D0%BF%201.html";
    assert_eq!(shown.headers()["content-disposition"], disposition);
    assert_eq!(bot.updates(0).await.len(), 2);

    let lost = client.get(format!("{base}/files/none")).send().await.unwrap();
    assert_eq!(lost.status(), 404);
    assert_eq!(lost.json::<Value>().await.unwrap(), json!({ "error": "there is no file none" }));
    for (kind, bytes, error) in [
        ("photo", b"Words are no picture.".to_vec(), "the file is no picture that Telegram takes for a photo"),
        ("photo", vec![0; 10 * 1024 * 1024 + 1], "a photo has at most 10485760 bytes, this file has 10485761"),
        (
            "photo",
            picture(3000, 100),
            "width and height of a photo make at most 10000 together, and one is at most 20 times the other",
        ),
        ("document", vec![], "the file is empty"),
        ("sticker", vec![1], "a file is sent as photo or document, not as \"sticker\""),
    ] {
        assert_eq!(send(kind, "f", bytes).await, json!({ "error": error }));
    }
    let without = json!({ "user_id": aida.id(), "chat_id": aida.id() });
    let answer = client.post(format!("{base}/send_file")).json(&without).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer, json!({ "error": "file is missing: a file in a multipart form" }));
}
