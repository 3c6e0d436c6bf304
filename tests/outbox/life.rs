//! What a row goes through: sent, edited, deleted, pinned, in its order, at its time.

use derek::commands::Place;
use derek::store::ChatId;
use derek::store::outbox::{Options, Parcel, What};
use telegram_sandbox::Sandbox;

use crate::post::{self, Postman, fast, parcel};

#[tokio::test]
async fn a_message_is_sent_then_edited_then_deleted_as_the_outbox_says() {
    let telegram = Sandbox::start().await;
    let anna = post::reader(&telegram, "Anna");
    let (chat, folder) = (anna.private(), tempfile::tempdir().unwrap());
    let postman = Postman::start(&telegram, folder.path(), fast(), &[]).await;
    let options = Options { silent: true, pin: true, reply_to: Some(1) };
    let first = Parcel { options, ..parcel("<b>first</b>", post::private(&anna)) };
    assert_eq!(postman.outbox.put(&[first.clone(), first.clone()]).await.unwrap(), 1);
    let sent = chat.next().await;
    assert_eq!((sent.html().as_str(), sent.reply_to()), ("<b>first</b>", Some(1)));
    telegram.when_called("pinChatMessage").await;

    let (id, place) = (i32::try_from(sent.id()).unwrap(), Place::Private);
    let what = What::Edit { chat: ChatId(chat.id()), place, message: id };
    postman.outbox.put(&[parcel("second", what)]).await.unwrap();
    assert_eq!(sent.edited().await.text(), "second");
    let what = What::Delete { chat: ChatId(chat.id()), place, message: id };
    postman.outbox.put(&[parcel("third", what)]).await.unwrap();
    sent.deleted().await;

    let store = postman.stop().await;
    assert_eq!(store.left("<b>first</b>").await.unwrap(), Some(Some(id)));
    assert_eq!(store.left("second").await.unwrap(), Some(None));
    assert_eq!(store.enqueue(&[first]).await.unwrap(), 0, "it has left");
    let send = telegram.calls("sendMessage");
    assert_eq!((send.len(), &send[0].params["disable_notification"]), (1, &true.into()));
}

#[tokio::test]
async fn an_inline_message_is_edited() {
    let telegram = Sandbox::start().await;
    let folder = tempfile::tempdir().unwrap();
    let postman = Postman::start(&telegram, folder.path(), fast(), &[]).await;
    let what = What::EditInline { message: "AgAAAB".to_owned() };
    postman.outbox.put(&[parcel("corrected", what)]).await.unwrap();
    telegram.when_called("editMessageText").await;
    postman.stop().await;
    let call = telegram.calls("editMessageText").remove(0);
    assert_eq!((&call.params["inline_message_id"], &call.params["text"]), (&"AgAAAB".into(), &"corrected".into()));
}

#[tokio::test]
async fn what_is_due_later_waits_for_its_time_and_a_chat_keeps_its_order() {
    let telegram = Sandbox::start().await;
    let anna = post::reader(&telegram, "Anna");
    let (chat, folder) = (anna.private(), tempfile::tempdir().unwrap());
    let postman = Postman::start(&telegram, folder.path(), fast(), &[]).await;
    let tomorrow = |text: &str, hours| {
        let now = parcel(text, post::private(&anna));
        Parcel { not_before: now.not_before + jiff::SignedDuration::from_hours(hours), ..now }
    };
    let rows =
        [tomorrow("last", 30), tomorrow("middle", 20), tomorrow("next", 20), parcel("now", post::private(&anna))];
    postman.outbox.put(&rows).await.unwrap();
    assert_eq!(chat.next().await.text(), "now");
    assert_eq!(postman.outbox.store().outbox_counts().await.unwrap().waiting, 3);
    postman.clock.forward(40);
    postman.outbox.wake();
    for expected in ["middle", "next", "last"] {
        assert_eq!(chat.next().await.text(), expected);
    }
}

#[tokio::test]
async fn what_has_nothing_to_show_any_more_goes_and_what_cannot_be_shown_ends_alone() {
    let telegram = Sandbox::start().await;
    let anna = post::reader(&telegram, "Anna");
    let (chat, folder) = (anna.private(), tempfile::tempdir().unwrap());
    let postman = Postman::start(&telegram, folder.path(), fast(), &[]).await;
    let rows = ["gone", "panic", "shown"].map(|view| parcel(view, post::private(&anna)));
    postman.outbox.put(&rows).await.unwrap();
    assert_eq!(chat.next().await.text(), "shown");
    assert_eq!(postman.counters().panicked.get(), 1);
    let store = postman.stop().await;
    let counts = store.outbox_counts().await.unwrap();
    assert_eq!((counts.waiting, counts.flying, counts.failed), (0, 0, 1));
    assert_eq!(telegram.call_count("sendMessage"), 1);
}
