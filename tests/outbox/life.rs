//! What a row goes through: sent, edited, deleted, pinned, in its order, at its time.

use derek::commands::Place;
use derek::store::ChatId;
use derek::store::outbox::{Counts, Options, Parcel, What};
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

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_on_a_server_leaves_in_order_and_once_also_when_the_bot_is_started_again_and_again() {
    let telegram = Sandbox::start().await;
    let people: Vec<_> = (0..20).map(|n| post::reader(&telegram, &format!("Reader {n}"))).collect();
    telegram.age(25);
    let Some(store) = post::on_server().await else { return };
    let rows: Vec<Parcel> =
        (0..400).map(|n| parcel(&format!("{}", n / 20), post::private(&people[n % 20]))).enumerate().map(key).collect();
    store.enqueue(&rows).await.unwrap();
    for times in 1..=4 {
        let postman = Postman::on(&telegram, store.clone(), fast()).await;
        telegram.when_called_times("sendMessage", times * 80).await;
        postman.stop().await;
    }
    let postman = Postman::on(&telegram, store.clone(), fast()).await;
    telegram.when_called_times("sendMessage", 400).await;
    postman.stop().await;
    assert_eq!(store.outbox_counts().await.unwrap(), Counts::default());
    let expected: Vec<_> = (0..20).map(|n| n.to_string()).collect();
    for person in people {
        let messages = person.private().messages();
        let got: Vec<_> = messages.iter().skip(1).map(|message| message.text()).collect();
        assert_eq!(got, expected);
    }
}

/// Gives each of many a key of its own.
fn key((n, parcel): (usize, Parcel)) -> Parcel {
    Parcel { key: format!("row {n}"), ..parcel }
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
    let (anna, editor) = (post::reader(&telegram, "Anna"), post::reader(&telegram, "Editor"));
    let (chat, folder) = (anna.private(), tempfile::tempdir().unwrap());
    let postman = Postman::start(&telegram, folder.path(), fast(), &[]).await;
    let made_by = Some(editor.id().cast_unsigned());
    let rows = ["gone", "panic", "shown"].map(|view| Parcel { made_by, ..parcel(view, post::private(&anna)) });
    postman.outbox.put(&rows).await.unwrap();
    assert_eq!(chat.next().await.text(), "shown");
    assert!(editor.private().next().await.text().contains("could not be put together"));
    assert_eq!(postman.counters().panicked.get(), 1);
    let store = postman.stop().await;
    let counts = store.outbox_counts().await.unwrap();
    assert_eq!((counts.waiting, counts.flying, counts.failed), (0, 0, 1));
    assert_eq!(telegram.call_count("sendMessage"), 2);
}
