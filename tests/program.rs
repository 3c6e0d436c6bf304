//! Derek as a program: started, killed, stopped, misconfigured.

mod story;

use std::time::Duration;

use story::{Log, program, program_on, signal};
use telegram_sandbox::{Fault, Sandbox};
use tokio::process::Child;

const GOOD_LOOKING_TOKEN: &str = "123456789:AAabcdefghijklmnopqrstuvwxyz-_01234";

async fn ended(child: &mut Child) -> i32 {
    let status = tokio::time::timeout(Duration::from_secs(20), child.wait()).await.expect("it ends by itself");
    status.expect("a status").code().expect("not killed")
}

#[tokio::test]
async fn killed_at_any_moment_under_load_it_answers_every_command_after_the_restart() {
    const CHATS: usize = 20;
    let telegram = Sandbox::start().await;
    let folder = tempfile::tempdir().unwrap();
    let mut people = Vec::new();
    for n in 0..CHATS {
        people.push(telegram.user(&format!("Person {n}")));
    }
    // Some chats are slow, so that a part of the updates is in the inbox when the kill comes.
    telegram.fault(Fault::on("sendMessage").share(0.3).delay(120));

    let mut said = 0;
    for kill_after in [1, 7, 40, 90] {
        let mut derek = program_on(&telegram, folder.path()).spawn().unwrap();
        let sent_before = telegram.call_count("sendMessage");
        for _ in 0..5 {
            for person in &people {
                person.say(&person.private(), &format!("/stats {said}"));
            }
            said += 1;
        }
        telegram.when_called_times("sendMessage", sent_before + kill_after).await;
        derek.kill().await.unwrap();
    }
    let polls = telegram.call_count("getUpdates");
    let mut derek = program_on(&telegram, folder.path()).spawn().unwrap();
    // All may be confirmed already and wait in the inbox; a signal is heard only once it runs.
    telegram.when_called_times("getUpdates", polls + 1).await;
    telegram.all_confirmed().await;
    signal(&derek, "TERM").await;
    assert_eq!(ended(&mut derek).await, 0);

    for person in &people {
        let chat = person.private();
        let answers = std::iter::from_fn(|| chat.try_next()).count();
        assert!(answers >= said, "{} of {said} answered", answers);
    }
}

#[tokio::test]
async fn told_to_stop_it_finishes_what_is_in_hand_and_confirms_it() {
    for name in ["TERM", "INT"] {
        let telegram = Sandbox::start().await;
        let folder = tempfile::tempdir().unwrap();
        let aida = telegram.user("Aida");
        let mut derek = program_on(&telegram, folder.path()).spawn().unwrap();
        let chat = aida.private();
        telegram.fault(Fault::on("sendMessage").in_chat(&chat).times(1).delay(300));
        aida.say(&chat, "/stats");
        telegram.when_called("sendMessage").await;

        signal(&derek, name).await;

        assert_eq!(ended(&mut derek).await, 0, "SIG{name}");
        assert!(chat.next().await.text().contains("2"), "the answer went out");
        assert_eq!(telegram.pending_updates(), 0);
    }
}

#[tokio::test]
async fn started_before_its_network_it_waits_and_says_so_once() {
    let port = telegram_sandbox::free_port();
    let folder = tempfile::tempdir().unwrap();
    let mut derek = program(folder.path())
        .env("TELOXIDE_TOKEN", GOOD_LOOKING_TOKEN)
        .env("TELOXIDE_API_URL", format!("http://127.0.0.1:{port}"))
        .spawn()
        .unwrap();
    let mut log = Log::of(&mut derek);
    log.until("can't be reached").await;

    let telegram = Sandbox::builder().port(port).token(GOOD_LOOKING_TOKEN).start().await;
    let aida = telegram.user("Aida");
    aida.say(&aida.private(), "/stats");
    aida.private().next().await;

    signal(&derek, "TERM").await;
    assert_eq!(ended(&mut derek).await, 0);
    assert_eq!(log.all_with("can't be reached").await.len(), 1);
}

#[tokio::test]
async fn a_wrong_token_ends_it_at_once_with_one_clear_line() {
    let telegram = Sandbox::start().await;
    let folder = tempfile::tempdir().unwrap();
    let mut derek = program_on(&telegram, folder.path()).env("TELOXIDE_TOKEN", GOOD_LOOKING_TOKEN).spawn().unwrap();
    let mut log = Log::of(&mut derek);

    assert_eq!(ended(&mut derek).await, 2);
    assert_eq!(log.all_with("token").await.len(), 1, "{:#?}", log.read);
}

#[tokio::test]
async fn a_second_instance_is_told_clearly_and_makes_no_storm() {
    let telegram = Sandbox::start().await;
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let mut first = program_on(&telegram, folders[0].path()).spawn().unwrap();
    telegram.when_called("getUpdates").await;
    let mut second = program_on(&telegram, folders[1].path()).spawn().unwrap();

    // Each poll ends the other's: it is the first one that is told first.
    Log::of(&mut first).until("another program gets this bot's updates").await;

    assert!(telegram.calls("getUpdates").len() < 10, "no storm");
    signal(&second, "TERM").await;
    assert_eq!(ended(&mut second).await, 0);
}

#[tokio::test]
async fn the_token_is_in_no_log_line_at_any_level() {
    let telegram = Sandbox::start().await;
    let folder = tempfile::tempdir().unwrap();
    let mut derek = program_on(&telegram, folder.path()).env("RUST_LOG", "trace").spawn().unwrap();
    let mut log = Log::of(&mut derek);
    let aida = telegram.user("Aida");
    let chat = aida.private();
    telegram.fault(Fault::on("sendMessage").times(1).reset_before());
    telegram.fault(Fault::on("getUpdates").times(1).server_error(502));
    telegram.fault(Fault::on("setMyCommands").times(1).too_many_requests(1));
    aida.say(&chat, "/stats");
    chat.next().await;
    signal(&derek, "TERM").await;
    ended(&mut derek).await;

    let secret = telegram.token().split_once(':').unwrap().1.to_owned();
    assert!(
        log.all_with("sendMessage").await.len() + log.all_with("SendMessage").await.len() > 0,
        "the calls are logged"
    );
    assert_eq!(log.all_with(&secret).await, Vec::<&str>::new());
}

#[tokio::test]
async fn bad_settings_are_told_all_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut derek = program(folder.path())
        .env("TELOXIDE_TOKEN", "nonsense")
        .env("TELOXIDE_API_URL", "ftp://example.org")
        .env("DEREK_SANDBOX_PORT", "many")
        .spawn()
        .unwrap();
    let mut log = Log::of(&mut derek);

    assert_eq!(ended(&mut derek).await, 2);
    log.all_with("").await;
    for name in ["TELOXIDE_TOKEN", "TELOXIDE_API_URL", "DEREK_SANDBOX_PORT"] {
        assert!(log.read.iter().any(|line| line.starts_with(&format!("derek: {name}: "))), "{name}: {:#?}", log.read);
    }
    assert!(!log.read.iter().any(|line| line.contains("nonsense")), "a token is not repeated, not even a wrong one");
}

#[tokio::test]
async fn without_a_single_article_it_does_not_start() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken");
    let empty = folder.path().join("empty");
    let missing = folder.path().join("missing");
    std::fs::create_dir(&broken).unwrap();
    std::fs::create_dir(&empty).unwrap();
    std::fs::write(broken.join("news.toml"), "titel = \"x\"\n").unwrap();
    for (articles, words) in [(&broken, "titel"), (&empty, "no article"), (&missing, "missing")] {
        let mut derek = program(folder.path()).env("DEREK_ARTICLES", articles).spawn().unwrap();
        let mut log = Log::of(&mut derek);
        assert_eq!(ended(&mut derek).await, 2, "{}", articles.display());
        assert!(!log.all_with(words).await.is_empty(), "{words}: {:#?}", log.read);
    }
}

#[tokio::test]
async fn a_broken_file_beside_good_ones_is_told_and_left_out() {
    let telegram = Sandbox::start().await;
    let folder = tempfile::tempdir().unwrap();
    let articles = folder.path().join("articles");
    std::fs::create_dir(&articles).unwrap();
    std::fs::copy("data/articles/rural-akims.toml", articles.join("rural-akims.toml")).unwrap();
    std::fs::write(articles.join("broken.toml"), "titel = \"x\"\n").unwrap();
    let mut derek = program_on(&telegram, folder.path()).env("DEREK_ARTICLES", &articles).spawn().unwrap();
    let mut log = Log::of(&mut derek);
    log.until("broken.toml").await;

    let aida = telegram.user("Aida");
    aida.say(&aida.private(), "/stats");
    aida.private().next().await;
    drop(derek);
}
