//! Photos, documents and albums: uploaded, edited, fetched, and sent by a person.

use std::path::{Path, PathBuf};

use frankenstein::{
    AsyncTelegramApi, ParseMode,
    input_media::{InputMediaDocument, InputMediaPhoto, MediaGroupInputMedia},
    methods::{
        EditMessageCaptionParams, EditMessageMediaParams, GetFileParams, GetUpdatesParams, SendDocumentParams,
        SendMediaGroupParams, SendPhotoParams,
    },
    types::Message,
    updates::UpdateContent,
};
use telegram_sandbox::Sandbox;

use super::{Client, messages::message};
use crate::common::picture;

pub(super) async fn story() -> Sandbox {
    let telegram = Sandbox::start().await;
    let bot = Client::of(&telegram);
    let aida = telegram.user("Aida");
    let chat = aida.private();
    aida.send_photo(&chat, &picture(40, 30), "a picture");
    aida.send_file(&chat, "notes.txt", b"words", "");
    let updates = bot.ok(bot.get_updates(&GetUpdatesParams::builder().build())).await;
    let [UpdateContent::Message(photo), UpdateContent::Message(notes)] = [&updates[0].content, &updates[1].content]
    else {
        panic!("two messages: {updates:?}")
    };
    assert_eq!((photo.caption.as_deref(), photo.photo.as_ref().unwrap()[0].width), (Some("a picture"), 40));
    assert_eq!(notes.document.as_ref().unwrap().file_name.as_deref(), Some("notes.txt"));

    let (picture, report) = (file("chart.png", &picture(640, 480)), file("report.txt", b"all is well"));
    let send = SendPhotoParams::builder().chat_id(chat.id()).photo(picture.clone()).caption("<b>Chart</b>");
    let sent = bot.ok(bot.send_photo(&send.parse_mode(ParseMode::Html).has_spoiler(true).build())).await;
    assert_eq!((sent.caption.as_deref(), sent.has_media_spoiler), (Some("Chart"), Some(true)));
    edits(&bot, &sent, &report).await;

    let send = SendDocumentParams::builder().chat_id(chat.id()).document(report.clone()).build();
    let document = bot.ok(bot.send_document(&send)).await.document.unwrap();
    let found = bot.ok(bot.get_file(&GetFileParams::builder().file_id(document.file_id).build())).await;
    let address = format!("{}/file/bot{}/{}", telegram.url(), telegram.token(), found.file_path.unwrap());
    assert_eq!(reqwest::get(address).await.unwrap().text().await.unwrap(), "all is well");

    let photo = |caption: &str| {
        MediaGroupInputMedia::Photo(InputMediaPhoto::builder().media(picture.clone()).caption(caption).build())
    };
    let album = SendMediaGroupParams::builder().chat_id(chat.id()).media(vec![photo("one"), photo("two")]).build();
    let album = bot.ok(bot.send_media_group(&album)).await;
    assert!(album.len() == 2 && album[0].media_group_id == album[1].media_group_id, "{album:?}");
    telegram
}

/// A caption, and the media themselves, are edited in place.
async fn edits(bot: &Client, sent: &Message, report: &Path) {
    let edit = EditMessageCaptionParams::builder().chat_id(sent.chat.id).message_id(sent.message_id).caption("New");
    assert_eq!(message(bot.ok(bot.edit_message_caption(&edit.build())).await).caption.as_deref(), Some("New"));

    let media = InputMediaDocument::builder().media(report.to_owned()).caption("Report").build();
    let edit = EditMessageMediaParams::builder().chat_id(sent.chat.id).message_id(sent.message_id).media(media);
    let edited = message(bot.ok(bot.edit_message_media(&edit.build())).await);
    assert!(edited.photo.is_none() && edited.document.is_some(), "{edited:?}");
}

/// A file to be uploaded.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}
