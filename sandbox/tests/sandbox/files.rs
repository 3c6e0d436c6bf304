//! Files up and down: photos, documents, albums, and every way in which they are refused.

use crate::common::{keyboard, met, picture};
use serde_json::{Value, json};
use telegram_sandbox::Sandbox;

/// The bytes at a path that getFile gave.
async fn download(telegram: &Sandbox, path: &str) -> Vec<u8> {
    let address = format!("{}/file/bot{}/{path}", telegram.url(), telegram.token());
    reqwest::get(address).await.unwrap().error_for_status().unwrap().bytes().await.unwrap().to_vec()
}

#[tokio::test]
async fn a_document_comes_back_as_it_went() {
    let (telegram, bot, aida) = met().await;
    let bytes: Vec<u8> = (0..100_000u32).map(|i| i.to_le_bytes()[0] ^ i.to_le_bytes()[1]).collect();
    let fields = json!({ "chat_id": aida.id(), "caption": "<b>Report</b> /stats", "parse_mode": "HTML" });
    let sent = bot.upload("sendDocument", fields, &[("document", "есеп 2024.pdf", &bytes)]).await["result"].clone();
    let document = &sent["document"];
    assert_eq!((&document["file_name"], &document["file_size"]), (&json!("есеп 2024.pdf"), &json!(100_000)));
    assert_eq!(document["mime_type"], "application/pdf");
    assert_eq!((&sent["caption"], &sent["caption_entities"][0]["type"]), (&json!("Report /stats"), &json!("bold")));
    assert_eq!(sent.get("text"), None);

    let file = bot.ok("getFile", json!({ "file_id": document["file_id"] })).await;
    assert_eq!(file["file_unique_id"], document["file_unique_id"]);
    let path = file["file_path"].as_str().unwrap();
    assert!(path.starts_with("documents/") && path.ends_with(".pdf"), "{path}");
    assert_eq!(download(&telegram, path).await, bytes);

    let again = json!({ "chat_id": aida.id(), "document": document["file_id"] });
    assert_eq!(bot.ok("sendDocument", again).await["document"], *document, "an id is the same file");
    let call = &telegram.calls("sendDocument")[0];
    assert_eq!(call.params["document"], json!({ "file_name": "есеп 2024.pdf", "size": 100_000 }));
}

#[tokio::test]
async fn a_photo_has_the_size_of_its_header() {
    let (telegram, bot, aida) = met().await;
    let fields = json!({
        "chat_id": aida.id(), "photo": "attach://chart", "caption": "Chart", "has_spoiler": true,
        "show_caption_above_media": true, "protect_content": true, "disable_notification": true,
        "reply_parameters": { "message_id": 1 }, "reply_markup": keyboard(&[("More", "m")]),
    });
    let png = picture(640, 480);
    let sent = bot.upload("sendPhoto", fields, &[("chart", "c.png", &png)]).await["result"].clone();
    let photo = &sent["photo"][0];
    assert_eq!((&photo["width"], &photo["height"], &photo["file_size"]), (&json!(640), &json!(480), &json!(29)));
    for flag in ["has_media_spoiler", "show_caption_above_media", "has_protected_content"] {
        assert_eq!(sent[flag], true, "{flag}");
    }
    assert_eq!((&sent["reply_to_message"]["message_id"], sent["photo"].as_array().unwrap().len()), (&json!(1), 1));
    assert!(sent["reply_markup"].is_object());
    let path = bot.ok("getFile", json!({ "file_id": photo["file_id"] })).await["file_path"].clone();
    assert_eq!(download(&telegram, path.as_str().unwrap()).await, png);
    assert!(!telegram.calls("sendPhoto")[0].params.contains_key("chart"), "an attached part is no parameter");
}

#[tokio::test]
async fn files_are_refused_in_telegrams_words() {
    let (_telegram, bot, aida) = met().await;
    let me = aida.id();
    let empty = json!({ "chat_id": me });
    let too_long = json!({ "chat_id": me, "caption": "x".repeat(1025) });
    let attached = json!({ "chat_id": me, "photo": "attach://elsewhere" });
    let mut heavy = picture(10, 10);
    heavy.resize(10 * 1024 * 1024 + 1, 0);
    let just = &heavy[..10 * 1024 * 1024];
    assert_eq!(bot.upload("sendPhoto", empty.clone(), &[("photo", "p", just)]).await["ok"], true);
    assert_eq!(bot.upload("sendPhoto", empty.clone(), &[("photo", "p", &picture(9500, 500))]).await["ok"], true);
    for (method, fields, part, bytes, description) in [
        ("sendPhoto", &empty, "picture", picture(1, 1), "there is no photo in the request"),
        ("sendPhoto", &attached, "photo", picture(1, 1), "there is no photo in the request"),
        ("sendDocument", &empty, "file", vec![1], "there is no document in the request"),
        ("sendDocument", &empty, "document", vec![], "file must be non-empty"),
        ("sendDocument", &too_long, "document", vec![1], "message caption is too long"),
        ("sendPhoto", &empty, "photo", vec![], "file must be non-empty"),
        ("sendPhoto", &empty, "photo", b"Not a picture at all, but words.".to_vec(), "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", &empty, "photo", picture(9501, 500), "PHOTO_INVALID_DIMENSIONS"),
        ("sendPhoto", &empty, "photo", picture(2001, 100), "PHOTO_INVALID_DIMENSIONS"),
        ("sendPhoto", &empty, "photo", picture(0, 100), "PHOTO_INVALID_DIMENSIONS"),
        (
            "sendPhoto",
            &empty,
            "photo",
            heavy,
            "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ] {
        let answer = bot.upload(method, fields.clone(), &[(part, "f", &bytes)]).await;
        assert_eq!(answer["description"], format!("Bad Request: {description}"), "{method}");
    }
    let thumbnail = bot.upload("sendDocument", empty, &[("document", "a", b"a"), ("thumbnail", "t", b"t")]).await;
    assert_eq!(thumbnail["error_code"], 501);
}

#[tokio::test]
async fn an_id_or_address_that_leads_nowhere_is_refused() {
    let (telegram, bot, aida) = met().await;
    let fields = json!({ "chat_id": aida.id() });
    let photo = bot.upload("sendPhoto", fields.clone(), &[("photo", "p", &picture(9, 9))]).await["result"].clone();
    let photo = photo["photo"][0]["file_id"].as_str().unwrap();
    let document = bot.upload("sendDocument", fields, &[("document", "d", b"d")]).await["result"]["document"].clone();
    let document = document["file_id"].as_str().unwrap();
    let elsewhere =
        "AgACAgQAAx0CQHFcHgACEateqe9vV361d-hSNkNntnV7aETULwAC8rMxGyUpUVFO8gx7GpGs45Mk5SJdAAMBAAMCAANtAAN-ZwEAARgE";
    let nothing = format!("{}/nothing.png", telegram.url());
    let text = format!("{}/page/page.css", telegram.url());
    for (method, id, description) in [
        ("sendPhoto", "hello", "wrong remote file identifier specified: Wrong string length"),
        ("sendPhoto", "not an id at all", "wrong remote file identifier specified: Wrong character in the string"),
        ("sendPhoto", "ab", "wrong remote file identifier specified: Wrong padding in the string"),
        ("sendPhoto", "AAAA", "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"),
        ("sendPhoto", elsewhere, "wrong file identifier/HTTP URL specified"),
        ("sendPhoto", document, "can't use file of type Document as Photo"),
        ("sendDocument", photo, "can't use file of type Photo as Document"),
        ("sendPhoto", "https://example.kz/a.png", "failed to get HTTP URL content"),
        ("sendPhoto", "photo.png", "failed to get HTTP URL content"),
        ("sendDocument", &nothing, "failed to get HTTP URL content"),
        ("sendPhoto", &text, "wrong type of the web page content"),
        ("sendPhoto", "", "there is no photo in the request"),
    ] {
        let name = if method == "sendPhoto" { "photo" } else { "document" };
        let params = json!({ "chat_id": aida.id(), name: id });
        assert_eq!(bot.refused(method, params).await, format!("Bad Request: {description}"), "{method} {id}");
    }
    for (id, description) in [
        ("", "file_id not specified"),
        ("hello", "invalid file_id"),
        (elsewhere, "wrong file_id or the file is temporarily unavailable"),
    ] {
        assert_eq!(bot.refused("getFile", json!({ "file_id": id })).await, format!("Bad Request: {description}"));
    }
    let (base, token) = (telegram.url(), telegram.token());
    for (path, status) in [
        (format!("/file/bot{token}/documents/file_9.pdf"), 404),
        (format!("/file/{token}/documents/file_1"), 404),
        ("/file/bot1:wrong/documents/file_1".into(), 401),
        ("/file/botnonsense/documents/file_1".into(), 401),
        (format!("/file/bot{token}/documents/file_1"), 200),
        (format!("/file/bot{}/documents/file_1", token.replace(':', "%3A")), 200),
    ] {
        assert_eq!(reqwest::get(format!("{base}{path}")).await.unwrap().status(), status, "{path}");
    }
}

#[tokio::test]
async fn an_address_of_this_machine_is_fetched() {
    let (telegram, bot, aida) = met().await;
    let fields = json!({ "chat_id": aida.id() });
    let sent = bot.upload("sendPhoto", fields, &[("photo", "p", &picture(30, 20))]).await;
    let id = &sent["result"]["photo"][0]["file_id"];
    let path = bot.ok("getFile", json!({ "file_id": id })).await["file_path"].clone();
    let address = format!("{}/file/bot{}/{}", telegram.url(), telegram.token(), path.as_str().unwrap());
    let again = bot.ok("sendPhoto", json!({ "chat_id": aida.id(), "photo": address })).await;
    assert_eq!((&again["photo"][0]["width"], &again["photo"][0]["height"]), (&json!(30), &json!(20)));
    let address = format!("{}/page/words.js?x=1", telegram.url());
    let script = bot.ok("sendDocument", json!({ "chat_id": aida.id(), "document": address })).await;
    assert_eq!(script["document"]["file_name"], "words.js");
}

#[tokio::test]
async fn a_file_of_more_than_20_mb_goes_up_but_not_down() {
    let (telegram, bot, aida) = met().await;
    let fields = json!({ "chat_id": aida.id() });
    let mut ids = Vec::new();
    for size in [20 * 1024 * 1024, 20 * 1024 * 1024 + 1] {
        let sent = bot.upload("sendDocument", fields.clone(), &[("document", "big.bin", &vec![7; size])]).await;
        ids.push(sent["result"]["document"]["file_id"].clone());
    }
    let file = bot.ok("getFile", json!({ "file_id": ids[0] })).await;
    assert_eq!(file["file_path"], "documents/file_0.bin");
    assert_eq!(bot.refused("getFile", json!({ "file_id": ids[1] })).await, "Bad Request: file is too big");
    let guessed = format!("{}/file/bot{}/documents/file_1.bin", telegram.url(), telegram.token());
    assert_eq!(reqwest::get(guessed).await.unwrap().status(), 404);
}

#[tokio::test]
async fn an_album_is_one_group_of_messages() {
    let (telegram, bot, aida) = met().await;
    let photo =
        |name: &str, caption: &str| json!({ "type": "photo", "media": format!("attach://{name}"), "caption": caption });
    let mut second = photo("b", "<i>two</i>");
    second["parse_mode"] = "HTML".into();
    second["has_spoiler"] = true.into();
    let fields = json!({
        "chat_id": aida.id(), "media": [photo("a", "one"), second], "reply_parameters": { "message_id": 1 },
    });
    let files: [(&str, &str, &[u8]); 2] = [("a", "a.png", &picture(10, 10)), ("b", "b.png", &picture(20, 10))];
    let sent = bot.upload("sendMediaGroup", fields, &files).await["result"].clone();
    let group = sent[0]["media_group_id"].as_str().unwrap();
    assert!(sent.as_array().unwrap().iter().all(|m| m["media_group_id"] == group && m["reply_to_message"].is_object()));
    assert_eq!((&sent[1]["caption"], &sent[1]["caption_entities"][0]["type"]), (&json!("two"), &json!("italic")));
    assert_eq!((&sent[1]["has_media_spoiler"], sent[0].get("has_media_spoiler")), (&json!(true), None));
    let fields = telegram.calls("sendMediaGroup")[0].params.keys().cloned().collect::<Vec<_>>();
    assert_eq!(fields, ["chat_id", "media", "reply_parameters"]);

    let id = sent[0]["photo"][0]["file_id"].clone();
    let by_id = json!({ "type": "photo", "media": id });
    let alone = bot.ok("sendMediaGroup", json!({ "chat_id": aida.id(), "media": [by_id] })).await;
    assert_eq!(alone[0].get("media_group_id"), None);

    let eleven: Vec<_> = (0..11).map(|_| by_id.clone()).collect();
    let document = json!({ "type": "document", "media": "attach://a" });
    let above = json!({ "type": "photo", "media": id, "show_caption_above_media": true });
    let bold = json!({ "type": "photo", "media": id, "caption": "<b>", "parse_mode": "HTML" });
    for (media, description) in [
        (json!("["), "can't parse media JSON object"),
        (json!({ "type": "photo" }), "expected an Array of InputMedia"),
        (json!([]), "there are no messages to send"),
        (json!(eleven), "too many messages to send as an album"),
        (json!([by_id, above]), "parameter show_caption_above_media must be the same for all messages"),
        (json!([by_id, document]), "document can't be mixed with other media types"),
        (json!(["x"]), "can't parse InputMedia: expected an Object"),
        (json!([{ "media": id }]), "can't parse InputMedia: Can't find field \"type\""),
        (json!([{ "type": "photo" }]), "can't parse InputMedia: media not found"),
        (json!([photo("zzz", "")]), "can't parse InputMedia: media not found"),
        (json!([{ "type": "gif", "media": id }]), "can't parse InputMedia: type \"gif\" is unsupported"),
        (
            json!([{ "type": "animation", "media": id }]),
            "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
        ),
        (
            json!([bold]),
            "can't parse InputMedia: Can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (json!([photo("a", &"x".repeat(1025))]), "message caption is too long"),
    ] {
        let fields = json!({ "chat_id": aida.id(), "media": media });
        let answer = bot.upload("sendMediaGroup", fields, &files).await;
        assert_eq!(answer["description"], format!("Bad Request: {description}"));
    }
    assert_eq!(
        bot.refused("sendMediaGroup", json!({ "chat_id": aida.id() })).await,
        "Bad Request: parameter \"media\" is required"
    );
    let video = json!([{ "type": "video", "media": id }]);
    let answer = bot.call("sendMediaGroup", json!({ "chat_id": aida.id(), "media": video })).await;
    assert_eq!(answer["error_code"], 501);
}

#[tokio::test]
async fn captions_and_media_are_edited_in_place() {
    let (_telegram, bot, aida) = met().await;
    let me = aida.id();
    let fields = json!({ "chat_id": me, "caption": "old", "reply_markup": keyboard(&[("A", "a")]) });
    let sent = bot.upload("sendPhoto", fields, &[("photo", "p.png", &picture(9, 9))]).await["result"].clone();
    let (photo, first) = (sent["photo"][0]["file_id"].clone(), sent["message_id"].clone());
    let text = bot.send(me, "words").await["message_id"].clone();
    let edit = |id: &Value, more: Value| {
        let mut params = json!({ "chat_id": me, "message_id": id });
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        params
    };
    let caption = json!({ "caption": "new", "show_caption_above_media": true });
    let edited = bot.ok("editMessageCaption", edit(&first, caption.clone())).await;
    assert_eq!((&edited["caption"], &edited["show_caption_above_media"]), (&json!("new"), &json!(true)));
    assert_eq!((&edited["photo"], edited.get("reply_markup")), (&sent["photo"], None));
    let same = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same \
                as a current content and reply markup of the message";
    assert_eq!(bot.refused("editMessageCaption", edit(&first, caption)).await, same);
    let bare = bot.ok("editMessageCaption", edit(&first, json!({}))).await;
    assert_eq!((bare.get("caption"), bare["photo"].is_array()), (None, true));

    let by_id = json!({ "media": { "type": "photo", "media": photo } });
    assert_eq!(bot.refused("editMessageMedia", edit(&first, by_id.clone())).await, same);
    let document = json!({ "media": { "type": "document", "media": "attach://d", "caption": "file" } });
    let edited =
        bot.upload("editMessageMedia", edit(&first, document), &[("d", "d.txt", b"d")]).await["result"].clone();
    assert_eq!((&edited["document"]["mime_type"], edited.get("photo")), (&json!("text/plain"), None));
    assert_eq!(edited["caption"], "file");
    let edited = bot.ok("editMessageMedia", edit(&text, by_id.clone())).await;
    assert_eq!((edited.get("text"), edited["photo"].is_array()), (None, true), "a text becomes a photo");

    let text = bot.send(me, "words").await["message_id"].clone();
    for (method, id, more, description) in [
        ("editMessageText", &first, json!({ "text": "x" }), "there is no text in the message to edit"),
        ("editMessageCaption", &text, json!({ "caption": "x" }), "there is no caption in the message to edit"),
        ("editMessageCaption", &json!(99), json!({ "caption": "x" }), "message to edit not found"),
        ("editMessageMedia", &json!(1), by_id.clone(), "message can't be edited"),
        ("editMessageMedia", &first, json!({}), "parameter \"media\" is required"),
        ("editMessageMedia", &first, json!({ "media": "{" }), "can't parse input media JSON object"),
        (
            "editMessageMedia",
            &first,
            json!({ "media": { "type": "photo", "media": "hello" } }),
            "wrong remote file identifier specified: Wrong string length",
        ),
    ] {
        assert_eq!(bot.refused(method, edit(id, more)).await, format!("Bad Request: {description}"), "{method}");
    }
    let album = json!({ "chat_id": me, "media": [by_id["media"], by_id["media"]] });
    let first = bot.ok("sendMediaGroup", album).await[0]["message_id"].clone();
    let document = edit(&first, json!({ "media": { "type": "document", "media": "attach://d" } }));
    assert_eq!(
        bot.upload("editMessageMedia", document, &[("d", "d.txt", b"d")]).await["description"],
        "Bad Request: can't change media type in the album"
    );
}
