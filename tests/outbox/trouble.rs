//! A chat in trouble disturbs no other, and whoever has to know of it is told.

use std::path::Path;
use std::sync::Arc;

use derek::library::Current;
use derek::locale::Locales;
use derek::outbox::pacing::Pacing;
use derek::store::ChatId;
use derek::store::outbox::{Counts, Parcel};
use derek::telegram::Desk;
use telegram_sandbox::{Fault, Flood, Message, Sandbox};

use crate::post::{self, Postman, fast, parcel};
use crate::story;

fn texts(messages: &[Message]) -> Vec<&str> {
    messages.iter().map(Message::text).collect()
}

/// Derek's answers.
async fn desk(telegram: &Sandbox, folder: &Path) -> Desk {
    let library = Arc::new(Current::new(story::library()));
    Desk::new(library, Arc::new(Locales::load()), telegram.bot_username().to_owned(), post::open(folder).await)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_that_blocks_is_kicked_migrates_floods_or_vanishes_disturbs_no_other() {
    const EACH: usize = 5;
    let telegram = Sandbox::start().await;
    let people: Vec<_> = (0..40).map(|n| post::reader(&telegram, &format!("Reader {n}"))).collect();
    let (blocks, vanishes, floods) = (&people[0], &people[1], &people[2]);
    let group = |title| telegram.group(title, [&people[3]]);
    let (kicked, migrates, restricted) = (group("Kicked"), group("Moves"), telegram.supergroup("Mute", [&people[3]]));
    telegram.age(25);
    let folder = tempfile::tempdir().unwrap();
    let postman = Postman::start(&telegram, folder.path(), fast(), &[]).await;
    let row = |n: usize, name: &str, what| parcel(&format!("{name} {n}"), what);
    let parcels: Vec<Parcel> = (0..EACH)
        .flat_map(|n| {
            let people =
                people.iter().enumerate().map(move |(who, user)| row(n, &format!("to {who}:"), post::private(user)));
            let groups = [("kicked", &kicked), ("moves", &migrates), ("mute", &restricted)];
            people.chain(groups.map(|(name, chat)| row(n, name, post::group(chat)))).collect::<Vec<_>>()
        })
        .collect();

    // The trouble begins in the middle of it.
    let sent = people.len() * 2;
    postman.outbox.put(&parcels[..sent]).await.unwrap();
    telegram.when_called_times("sendMessage", sent as u64 / 2).await;
    blocks.block();
    vanishes.deactivate();
    kicked.kick_bot();
    restricted.restrict_bot();
    let moved = migrates.migrate();
    telegram.fault(Fault::on("sendMessage").in_chat(&floods.private()).times(3).too_many_requests(1));
    postman.outbox.put(&parcels[sent..]).await.unwrap();

    for (who, person) in people.iter().enumerate().skip(2) {
        let chat = person.private();
        let mut got = Vec::new();
        for _ in 0..EACH {
            got.push(chat.next().await);
        }
        let expected: Vec<_> = (0..EACH).map(|n| format!("to {who}: {n}")).collect();
        assert_eq!(texts(&got), expected, "each once and in order");
        assert!(chat.try_next().is_none());
    }
    let before = migrates.messages().into_iter().filter(|message| message.text().starts_with("moves")).count();
    for n in before..EACH {
        assert_eq!(moved.next().await.text(), format!("moves {n}"));
    }
    let store = postman.stop().await;
    let counts = store.outbox_counts().await.unwrap();
    assert_eq!(Counts { failed: 0, ..counts }, Counts::default(), "nothing is left over");
    assert!(counts.failed > 0, "what a group does not let the bot say is kept as failed");
    for chat in [blocks.id(), vanishes.id(), kicked.id()] {
        assert!(store.chat(ChatId(chat)).await.unwrap().refuses_since.is_some(), "{chat}");
    }
    assert_eq!(store.current_id(ChatId(migrates.id())).await.unwrap(), ChatId(moved.id()));
}

#[tokio::test]
async fn a_refused_chat_waits_alone_and_for_as_long_as_it_is_told() {
    let telegram = Sandbox::start().await;
    let (anna, ivan) = (post::reader(&telegram, "Anna"), post::reader(&telegram, "Ivan"));
    let folder = tempfile::tempdir().unwrap();
    let postman = Postman::start(&telegram, folder.path(), fast(), &[]).await;
    telegram.fault(Fault::on("sendMessage").in_chat(&anna.private()).times(1).too_many_requests(2));
    postman.outbox.put(&[parcel("to Anna", post::private(&anna))]).await.unwrap();
    telegram.when_called("sendMessage").await;
    let (to_anna, to_ivan) = (anna.private(), ivan.private());
    let many: Vec<_> = (0..20).map(|n| parcel(&format!("to Ivan {n}"), post::private(&ivan))).collect();
    postman.outbox.put(&many).await.unwrap();
    for n in 0..20 {
        assert_eq!(to_ivan.next().await.text(), format!("to Ivan {n}"));
    }
    assert!(to_anna.try_next().is_none(), "she still waits");
    assert_eq!(to_anna.next().await.text(), "to Anna");
    let calls = telegram.calls("sendMessage");
    let to_anna: Vec<_> = calls.iter().filter(|call| call.params["chat_id"] == anna.id()).collect();
    assert_eq!(to_anna.len(), 2, "no storm");
    assert!((to_anna[1].at - to_anna[0].at).as_secs_f64() >= 2.0);
}

#[tokio::test]
async fn what_the_server_cannot_do_is_tried_for_a_day_and_then_given_up_and_told() {
    let telegram = Sandbox::start().await;
    let (anna, editor) = (post::reader(&telegram, "Anna"), post::reader(&telegram, "Editor"));
    let folder = tempfile::tempdir().unwrap();
    let postman = Postman::start(&telegram, folder.path(), fast(), &[]).await;
    telegram.fault(Fault::on("sendMessage").in_chat(&anna.private()).server_error(502));
    let made_by = Some(editor.id().cast_unsigned());
    let article = Some("rural-akims".parse().unwrap());
    postman.outbox.put(&[Parcel { made_by, article, ..parcel("never", post::private(&anna)) }]).await.unwrap();
    telegram.when_called_times("sendMessage", 3).await;
    assert!(editor.private().try_next().is_none());
    postman.clock.forward(25);
    let told = editor.private().next().await;
    for words in ["could not be sent", "rural-akims", "502", &anna.id().to_string()] {
        assert!(told.text().contains(words), "{words}: {}", told.text());
    }
    assert_eq!(postman.counters().given_up.get(), 1);
    let store = postman.stop().await;
    assert_eq!(store.outbox_counts().await.unwrap(), Counts { failed: 1, ..Counts::default() });
}

#[tokio::test]
async fn what_is_refused_for_good_is_tried_once_and_told_to_its_editor_alone() {
    let telegram = Sandbox::start().await;
    let (editor, other) = (post::reader(&telegram, "Editor"), post::reader(&telegram, "Other"));
    let channel = telegram.channel("News", &editor);
    let folder = tempfile::tempdir().unwrap();
    let postman = Postman::start(&telegram, folder.path(), fast(), &[&other]).await;
    let made_by = Some(editor.id().cast_unsigned());
    postman.outbox.put(&[Parcel { made_by, ..parcel("<b>not closed", post::channel(&channel)) }]).await.unwrap();
    let told = editor.private().next().await;
    assert!(told.text().contains("refused") && told.text().contains("can't parse entities"), "{}", told.text());
    postman.stop().await;
    assert_eq!(story::refused(&telegram).len(), 1);
    assert!(other.private().try_next().is_none());
}

#[tokio::test]
async fn an_answer_that_is_lost_makes_editors_decide_about_a_post_of_a_channel() {
    let telegram = Sandbox::start().await;
    let (editor, other) = (post::reader(&telegram, "Editor"), post::reader(&telegram, "Other").language("ru"));
    let stranger = post::reader(&telegram, "Stranger");
    telegram.age(25);
    let channel = telegram.channel("News", &editor);
    let folder = tempfile::tempdir().unwrap();
    let postman =
        Postman::with(&telegram, folder.path(), fast(), &[&editor, &other], desk(&telegram, folder.path()).await).await;
    telegram.fault(Fault::on("sendMessage").in_chat(&channel).times(2).reset_after());
    postman.outbox.put(&["one", "two"].map(|view| parcel(view, post::channel(&channel)))).await.unwrap();

    let (to_editor, to_other) = (editor.private(), other.private());
    let (first, second) = (to_editor.next().await, to_editor.next().await);
    assert!(first.text().contains("may be out"), "{}", first.text());
    for n in 0..2 {
        let asked = to_other.next().await;
        assert_eq!(asked.buttons(), ["Send again", "It is there"], "{n}");
    }
    assert_eq!(postman.outbox.store().outbox_counts().await.unwrap().unsure, 2);
    let data = &story::presses(&first)[0];
    // A stranger who makes the button's data up changes nothing.
    postman.outbox.put(&[parcel("hi", post::private(&stranger))]).await.unwrap();
    let hi = stranger.private().next().await;
    let toast = stranger.press_data(&hi, data).await.text.unwrap();
    assert!(toast.starts_with("This button is out of date"), "{toast}");
    assert_eq!(postman.outbox.store().outbox_counts().await.unwrap().unsure, 2);
    let toast = editor.press(&first, "It is there").await;
    assert_eq!(toast.text.as_deref(), Some("Good, it won’t be sent twice."));
    assert!(first.edited().await.buttons().is_empty());
    let toast = editor.press_data(&first, data).await;
    assert_eq!(toast.text.as_deref(), Some("That is settled already."));
    editor.press(&second, "Send again").await;
    channel.next().await;
    channel.next().await;
    assert_eq!(channel.next().await.text(), "two");
    let store = postman.stop().await;
    assert_eq!(store.outbox_counts().await.unwrap(), Counts::default());
}

#[tokio::test]
async fn without_a_connection_all_waits_and_then_leaves_once() {
    let telegram = Sandbox::start().await;
    let anna = post::reader(&telegram, "Anna");
    let channel = telegram.channel("News", &anna);
    let folder = tempfile::tempdir().unwrap();
    let postman = Postman::start(&telegram, folder.path(), fast(), &[&anna]).await;
    telegram.offline();
    let rows = [parcel("to Anna", post::private(&anna)), parcel("to all", post::channel(&channel))];
    postman.outbox.put(&rows).await.unwrap();
    while postman.counters().retried.get() < 4 {
        tokio::task::yield_now().await;
    }
    telegram.online();
    assert_eq!(anna.private().next().await.text(), "to Anna");
    assert_eq!(channel.next().await.text(), "to all");
    postman.stop().await;
    assert_eq!(telegram.calls("sendMessage").len(), 2);
}

// The test waits for the database itself, and must not stop the bot meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn while_the_store_fails_nothing_leaves_and_questions_are_answered() {
    let telegram = Sandbox::start().await;
    let (anna, ivan) = (post::reader(&telegram, "Anna").language("en"), post::reader(&telegram, "Ivan"));
    telegram.age(25);
    let folder = tempfile::tempdir().unwrap();
    let postman = Postman::with(&telegram, folder.path(), fast(), &[], desk(&telegram, folder.path()).await).await;
    let database = rusqlite::Connection::open(folder.path().join("derek.db")).unwrap();
    let (to_anna, to_ivan) = (anna.private(), ivan.private());

    // One is on its way when the store fails, one waits.
    telegram.fault(Fault::on("sendMessage").in_chat(&to_ivan).times(1).delay(100));
    postman.outbox.put(&["one", "two"].map(|view| parcel(view, post::private(&ivan)))).await.unwrap();
    telegram.when_called("sendMessage").await;
    database.execute_batch("BEGIN IMMEDIATE; ALTER TABLE outbox_lanes RENAME TO away; COMMIT").unwrap();
    assert_eq!(to_ivan.next().await.text(), "one");
    for _ in 0..5 {
        anna.say(&to_anna, "/lang");
        to_anna.next().await;
    }
    assert!(to_ivan.try_next().is_none(), "what can't be kept does not leave");
    database.execute_batch("BEGIN IMMEDIATE; ALTER TABLE away RENAME TO outbox_lanes; COMMIT").unwrap();
    assert_eq!(to_ivan.next().await.text(), "two");
    let store = postman.stop().await;
    assert_eq!(store.outbox_counts().await.unwrap(), Counts::default());
    assert!(to_ivan.try_next().is_none(), "each once");
}

#[tokio::test]
async fn answers_find_their_reserve_while_much_waits() {
    let telegram = Sandbox::start().await;
    let readers: Vec<_> = (0..200).map(|n| post::reader(&telegram, &format!("Reader {n}"))).collect();
    let anna = telegram.user("Anna").language("en");
    telegram.age(25);
    let folder = tempfile::tempdir().unwrap();
    let pacing = Pacing { overall_per_second: 50, reserve: 0.2, ..Pacing::default() };
    telegram.flood(Flood::default().overall_per_second(50));
    let postman = Postman::with(&telegram, folder.path(), pacing, &[], desk(&telegram, folder.path()).await).await;
    let rows: Vec<_> =
        readers.iter().enumerate().map(|(n, user)| parcel(&format!("digest {n}"), post::private(user))).collect();
    postman.outbox.put(&rows).await.unwrap();
    let chat = anna.private();
    for n in 0..3 {
        telegram.when_called_times("sendMessage", 60 * (n + 1)).await;
        anna.say(&chat, "/lang");
        chat.next().await;
    }
    telegram.when_called_times("sendMessage", 203).await;
    postman.stop().await;
    assert_eq!(story::refused(&telegram).len(), 0);
}
