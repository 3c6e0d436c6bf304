//! The program is killed again and again while posts go out: none is lost, and what is there twice was on its way at a kill.
//! A program of its own, so that little else runs beside it.

#[path = "outbox/post.rs"]
#[expect(dead_code, reason = "a part of it is used here")]
mod post;
mod story;

use std::collections::HashMap;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use derek::outbox::pacing::Pacing;
use telegram_sandbox::Sandbox;
use tokio::process::{Child, Command};

use post::{Postman, fast, parcel};

const KILLS: u64 = 50;
const POSTS: usize = 2_000;

/// Ten times as fast as Telegram lets, with as many more on their way at once.
fn pace() -> Pacing {
    Pacing { overall_per_second: 300, ..fast() }
}

/// The variables by which the child knows what to do.
const URL: &str = "OUTBOX_CHILD_URL";
const FOLDER: &str = "OUTBOX_CHILD_FOLDER";

/// Not a test: what the other test kills. It sends what is in the outbox until it is killed.
#[tokio::test]
#[ignore = "the program that is killed"]
async fn child() {
    let (Ok(url), Ok(folder)) = (std::env::var(URL), std::env::var(FOLDER)) else { return };
    let _postman = Postman::at(&url, telegram_sandbox::DEFAULT_TOKEN, Path::new(&folder), pace()).await;
    std::future::pending::<()>().await;
}

fn start(telegram: &Sandbox, folder: &Path) -> Child {
    Command::new(std::env::current_exe().expect("a program knows itself"))
        .args(["--exact", "child", "--ignored", "--nocapture"])
        .env(URL, telegram.url())
        .env(FOLDER, folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("it starts again")
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_fifty_times_nothing_is_lost_and_what_is_there_twice_was_on_its_way() {
    let telegram = Sandbox::builder().patience(Duration::from_secs(60)).start().await;
    let people: Vec<_> = (0..100).map(|n| post::reader(&telegram, &format!("Reader {n}"))).collect();
    telegram.age(25);
    let folder = tempfile::tempdir().unwrap();
    let store = post::open(folder.path()).await;
    let posts: Vec<_> =
        (0..POSTS).map(|n| parcel(&format!("post {n}"), post::private(&people[n % people.len()]))).collect();
    store.enqueue(&posts).await.unwrap();

    let mut in_flight = 0;
    for kill in 0..KILLS {
        let mut child = start(&telegram, folder.path());
        // At another moment each time: after so many more requests have begun, or none but the first.
        let more = 1 + fastrand::u64(..(POSTS as u64 / KILLS));
        telegram.when_called_times("sendMessage", telegram.call_count("sendMessage") + more).await;
        story::signal(&child, "KILL").await;
        child.wait().await.unwrap();
        let counts = store.outbox_counts().await.unwrap();
        in_flight += counts.flying;
        assert!(kill + 1 < KILLS || counts.waiting > 0, "there is something left to kill");
    }
    let mut child = start(&telegram, folder.path());
    let rest = async {
        while store.outbox_counts().await.unwrap() != Default::default() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), rest).await.expect("all leaves in the end");
    story::signal(&child, "KILL").await;
    child.wait().await.unwrap();

    let mut got: HashMap<String, u64> = HashMap::new();
    for person in &people {
        for message in person.private().messages() {
            *got.entry(message.text().to_owned()).or_default() += 1;
        }
    }
    let lost = posts.iter().filter(|post| !got.contains_key(&post.view)).count();
    let twice: u64 = posts.iter().filter_map(|post| got.get(&post.view)).map(|times| times - 1).sum();
    eprintln!("{POSTS} posts, {KILLS} kills: {lost} lost, {twice} there twice, {in_flight} on their way at the kills");
    assert_eq!(lost, 0);
    assert!(twice <= in_flight, "{twice} of {in_flight}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_of_a_channel_that_was_on_its_way_at_a_kill_is_asked_about_and_not_sent_again() {
    let telegram = Sandbox::start().await;
    let editor = post::reader(&telegram, "Editor");
    let channel = telegram.channel("News", &editor);
    let folder = tempfile::tempdir().unwrap();
    post::open(folder.path()).await.enqueue(&[parcel("post", post::channel(&channel))]).await.unwrap();
    telegram.fault(telegram_sandbox::Fault::on("sendMessage").times(1).hang());
    let mut child = start(&telegram, folder.path());
    telegram.when_called("sendMessage").await;
    story::signal(&child, "KILL").await;
    child.wait().await.unwrap();

    let postman = Postman::start(&telegram, folder.path(), fast(), &[&editor]).await;
    let asked = editor.private().next().await;
    assert_eq!(postman.outbox.store().outbox_counts().await.unwrap().unsure, 1);
    assert!(channel.try_next().is_none());
    editor.press(&asked, "Send again").await;
    assert_eq!(channel.next().await.text(), "post");
    postman.stop().await;
    assert!(channel.try_next().is_none());
}
