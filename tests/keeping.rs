//! What outlives the process, as people and editors meet it: choices, groups that move, articles that change while Derek runs.

mod story;

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use derek::jobs;
use derek::library::Current;
use derek::store::{Address, Store};
use story::newsroom::{Derek, Newsroom, WATER, store_in};
use story::{derek_on, library};
use telegram_sandbox::{Fault, Sandbox};
use tokio::sync::mpsc;

#[tokio::test]
async fn what_a_chat_chose_is_known_after_a_restart() {
    let (telegram, folder) = (Sandbox::start().await, tempfile::tempdir().unwrap());
    let anna = telegram.user("Anna").language("en");
    let (chat, group) = (anna.private(), telegram.group("Newsroom", [&anna]));
    let bot = derek_on(&telegram, Arc::new(Current::new(library())), store_in(&folder).await).await;
    anna.say(&chat, "/lang");
    let choice = chat.next().await;
    anna.press(&choice, "Қазақша").await;
    anna.say(&group, "/help@derek_bot");
    assert!(group.next().await.text().contains("quote"), "the first who is answered settles the group's language");
    bot.stop().await;

    let bot = derek_on(&telegram, Arc::new(Current::new(library())), store_in(&folder).await).await;
    anna.say(&chat, "/stats");
    assert!(chat.next().await.text().contains("ауылдық округ әкімі"));
    let aru = telegram.user("Aru").language("kk");
    group.join(&aru);
    aru.say(&group, "/stats@derek_bot");
    assert!(group.next().await.text().contains("2,334"), "the group speaks English still");
    bot.stop().await;
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_keeps_its_language_over_a_restart() {
    let (telegram, folder) = (Sandbox::start().await, tempfile::tempdir().unwrap());
    let aru = telegram.user("Aru").language("kk");
    let group = telegram.group("Newsroom", [&aru]);
    let bot = derek_on(&telegram, Arc::new(Current::new(library())), store_in(&folder).await).await;
    aru.say(&group, "/stats@derek_bot");
    assert!(group.next().await.text().contains("ауылдық округ әкімі"));
    let supergroup = group.migrate();
    bot.stop().await;
    let bot = derek_on(&telegram, Arc::new(Current::new(library())), store_in(&folder).await).await;
    let anna = telegram.user("Anna").language("en");
    supergroup.join(&anna);
    anna.say(&supergroup, "/stats@derek_bot");
    let figures = supergroup.next().await;
    assert!(figures.text().contains("ауылдық округ әкімі"), "{}", figures.text());
    bot.stop().await;
}

#[tokio::test]
async fn while_nothing_can_be_kept_derek_answers_says_so_and_recovers() {
    let (telegram, folder) = (Sandbox::start().await, tempfile::tempdir().unwrap());
    let address = Address::File(folder.path().join("derek.db"));
    let store = Store::open_within(&address, Duration::from_millis(30)).await.unwrap();
    let bot = derek_on(&telegram, Arc::new(Current::new(library())), store).await;
    let anna = telegram.user("Anna").language("en");
    let chat = anna.private();

    let other = rusqlite::Connection::open(folder.path().join("derek.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    anna.say(&chat, "/lang ru");
    let told = chat.next().await;
    assert!(told.text().contains("могу забыть"), "{}", told.text());
    anna.say(&chat, "/stats");
    assert!(chat.next().await.text().contains("сельских округов"), "it is known until the end");

    other.execute_batch("COMMIT").unwrap();
    anna.say(&chat, "/lang kk");
    let told = chat.next().await;
    assert!(!told.text().contains("ұмытып"), "{}", told.text());
    bot.stop().await;
    let bot = derek_on(&telegram, Arc::new(Current::new(library())), store_in(&folder).await).await;
    anna.say(&chat, "/stats");
    assert!(chat.next().await.text().contains("ауылдық округ әкімі"));
    bot.stop().await;
}

#[tokio::test]
async fn a_changed_file_is_shown_a_broken_one_changes_nothing_and_a_removed_one_is_gone() {
    let mut newsroom = Newsroom::open().await;
    assert_eq!(newsroom.titles(), ["Water is rising"]);
    assert_eq!(newsroom.read().await, "0 changed, 0 broken");

    let kazakh = WATER.replace("\"en\"", "\"kk\"").replace("Water is rising", "Су көтерілуде");
    newsroom.write("water.kk.toml", &kazakh);
    newsroom.write("water.toml", &WATER.replace("is rising", "is falling"));
    assert_eq!(newsroom.read().await, "1 changed, 0 broken");
    assert_eq!(newsroom.titles(), ["Су көтерілуде", "Water is falling"]);

    newsroom.write("water.toml", &WATER.replace("[\"Water", "[\"Air"));
    assert_eq!(newsroom.read().await, "0 changed, 1 broken");
    assert_eq!(newsroom.titles(), ["Су көтерілуде", "Water is falling"]);

    // A second file with the same edition is a mistake; a new name for the same text is none.
    newsroom.write("water.toml", &WATER.replace("is rising", "is falling"));
    newsroom.write("water.en.toml", WATER);
    assert_eq!(newsroom.read().await, "1 changed, 1 broken");
    fs::rename(newsroom.path("water.toml"), newsroom.path("water.en.toml")).unwrap();
    assert_eq!(newsroom.read().await, "1 changed, 0 broken");
    assert_eq!(newsroom.titles(), ["Су көтерілуде", "Water is falling"]);
    newsroom.write("water.en.toml", "broken");
    assert_eq!(newsroom.read().await, "0 changed, 1 broken");
    assert_eq!(newsroom.titles().len(), 2, "the last good revision stays, whatever its file is called now");

    fs::remove_file(newsroom.path("water.en.toml")).unwrap();
    assert_eq!(newsroom.read().await, "1 changed, 0 broken");
    assert_eq!(newsroom.titles(), ["Су көтерілуде"]);

    // An empty folder looks like a disk that is not there.
    fs::remove_file(newsroom.path("water.kk.toml")).unwrap();
    assert_eq!(newsroom.read().await, "0 changed, 1 broken");
    assert_eq!(newsroom.titles(), ["Су көтерілуде"]);
    let history = newsroom.store.history(&"water".parse().unwrap()).await.unwrap();
    assert!(history.iter().any(|revision| revision.text.is_none()), "what was withdrawn is still known");
}

#[tokio::test]
async fn what_a_correction_changes_is_edited_wherever_it_stands() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    let derek = Derek::start(&telegram, &newsroom).await;
    let anna = telegram.user("Anna").language("en");
    let (private, group, channel) =
        (anna.private(), telegram.group("Newsroom", [&anna]), telegram.channel("Steppe", &anna));
    anna.say(&private, "/summary");
    anna.say(&group, "/article@derek_bot");
    channel.post("/summary");
    let (summary, article, post) = (private.next().await, group.next().await, channel.next().await);
    anna.say(&private, "/source");
    let source = private.next().await;
    let elsewhere = telegram.group_without_bot("Elsewhere", [&anna]);
    let results = anna.inline(&elsewhere, "water").await;
    let sent = anna.choose(&elsewhere, &results, 0);
    assert!(sent.text().contains("40 centimetres"), "{}", sent.text());
    telegram.all_confirmed().await;
    // What messages show is written down behind the answers, and before the end.
    let derek = derek.restart(&telegram, &newsroom).await;

    newsroom.write("water.toml", &WATER.replace("40 centimetres", "45 centimetres"));
    assert_eq!(derek.read(&mut newsroom).await, 5);
    for message in [&summary, &article, &post, &sent] {
        let corrected = message.edited().await;
        assert!(corrected.text().contains("45 centimetres"), "{}", corrected.text());
        assert!(corrected.text().contains("Corrected "), "{}", corrected.text());
        assert!(
            corrected.rows().iter().flatten().any(|button| button.text == "What changed"),
            "{:?}",
            corrected.rows()
        );
    }
    let corrected = summary.now().unwrap();
    anna.press(&corrected, "What changed").await;
    assert!(corrected.edited().await.text().contains("40 45 centimetres"));
    assert!(!source.now().unwrap().text().contains("Corrected"), "where it comes from has not changed");
    derek.bot.stop().await;
}

#[tokio::test]
async fn under_a_post_that_can_no_longer_be_edited_it_is_said_that_it_is_out_of_date() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    let derek = Derek::start(&telegram, &newsroom).await;
    let anna = telegram.user("Anna").language("en");
    let (channel, private) = (telegram.channel("Steppe", &anna), anna.private());
    channel.post("/summary");
    let post = channel.next().await;
    anna.say(&private, "/summary");
    private.next().await;
    let derek = derek.restart(&telegram, &newsroom).await;
    telegram.fault(Fault::on("editMessageText").api_error(400, "Bad Request: message can't be edited"));
    newsroom.write("water.toml", &WATER.replace("40 centimetres", "45 centimetres"));
    assert_eq!(derek.read(&mut newsroom).await, 2);
    let reply = channel.next().await;
    assert_eq!(reply.reply_to(), Some(post.id()));
    assert!(reply.text().contains("out of date") && reply.has_button("What changed"), "{}", reply.text());
    telegram.clear_faults();
    // An answer in a chat is not worth a message of its own.
    anna.say(&private, "/source");
    assert!(private.next().await.text().contains("Water is rising"));
    derek.bot.stop().await;
}

#[tokio::test]
async fn corrections_survive_a_restart_between_the_change_and_the_edits_and_what_is_withdrawn_is_struck() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    newsroom.write("other.toml", &WATER.replace("Water", "Air"));
    newsroom.read().await;
    let derek = Derek::start(&telegram, &newsroom).await;
    let anna = telegram.user("Anna").language("en");
    let chat = anna.private();
    anna.say(&chat, "/summary water");
    let summary = chat.next().await;
    derek.bot.stop().await;
    newsroom.write("water.toml", &WATER.replace("40 centimetres", "45 centimetres"));
    newsroom.read().await;

    let derek = Derek::start(&telegram, &newsroom).await;
    assert_eq!(derek.read(&mut newsroom).await, 1);
    let corrected = summary.edited().await;
    assert!(corrected.text().contains("45 centimetres"));
    let derek = derek.restart(&telegram, &newsroom).await;
    assert_eq!(derek.read(&mut newsroom).await, 0);

    fs::remove_file(newsroom.path("water.toml")).unwrap();
    assert_eq!(derek.read(&mut newsroom).await, 1);
    let withdrawn = corrected.edited().await;
    assert!(
        withdrawn.text().contains("45 centimetres") && withdrawn.text().contains("Withdrawn "),
        "{}",
        withdrawn.text()
    );
    let derek = derek.restart(&telegram, &newsroom).await;
    newsroom.write("water.toml", WATER);
    assert_eq!(derek.read(&mut newsroom).await, 1);
    assert!(withdrawn.edited().await.text().contains("40 centimetres"), "it came again");
    derek.bot.stop().await;
}

#[tokio::test]
async fn derek_speaks_of_a_file_as_soon_as_it_has_settled() {
    let (telegram, newsroom) = (Sandbox::start().await, Newsroom::open().await);
    let bot = derek_on(&telegram, newsroom.shelves.current(), newsroom.store.clone()).await;
    let anna = telegram.user("Anna").language("en");
    let chat = anna.private();
    anna.say(&chat, "/article");
    assert!(chat.next().await.text().contains("Water is rising"));

    let Newsroom { folder, reload, shelves, .. } = newsroom;
    let (tell, mut told) = mpsc::unbounded_channel();
    let watching = tokio::spawn(jobs::watch(reload, shelves, Vec::new(), None, move |read| {
        tell.send(read.changed.len()).unwrap()
    }));
    assert_eq!(told.recv().await, Some(0));
    fs::write(folder.path().join("articles/water.toml"), WATER.replace("is rising", "is falling")).unwrap();
    assert_eq!(tokio::time::timeout(Duration::from_secs(10), told.recv()).await.unwrap(), Some(1));
    anna.say(&chat, "/article");
    assert!(chat.next().await.text().contains("Water is falling"));
    anna.say(&chat, "/history water");
    let history = chat.next().await;
    assert!(
        history.text().contains("Revision 2 of 2") && history.text().contains("Water is rising falling"),
        "{}",
        history.text()
    );
    anna.press(&history, "‹").await;
    assert!(history.edited().await.text().contains("This is how the article first came"));
    anna.say(&chat, "/start h-water");
    assert!(chat.next().await.text().contains("Revision 2 of 2"));
    anna.say(&chat, "/history nosuch");
    assert!(!chat.next().await.text().is_empty());
    watching.abort();
    bot.stop().await;
}

#[tokio::test]
async fn editors_are_told_once_of_a_file_with_mistakes() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    let anna = telegram.user("Anna").language("en");
    let annas = anna.private();
    let derek = Derek::start_with(&telegram, &newsroom, &[anna.id()]).await;
    anna.say(&annas, "/lang en");
    annas.next().await;
    newsroom.write("water.toml", &WATER.replace("[\"Water", "[\"Air"));
    assert_eq!(derek.publish(&mut newsroom).await.broken, 1);
    let told = annas.next().await;
    assert!(
        told.text().contains("The file water.toml has mistakes, so the article stays as it was"),
        "{}",
        told.text()
    );
    assert!(told.html().contains("<pre>") && told.text().contains("--> "), "{}", told.html());
    assert_eq!(derek.publish(&mut newsroom).await.broken, 0, "once");
    assert_eq!(newsroom.titles(), ["Water is rising"]);
    derek.bot.stop().await;
}
