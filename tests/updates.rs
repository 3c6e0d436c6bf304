//! The way updates come in: what a panic, a hang, a slow chat, a failing network, a kill or a rival does not break.

mod story;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use derek::commands::reply::{Action, Button, Message, Pressed};
use derek::telegram::{Answers, Limits, Outcome, Question};
use story::{Bot, quick};
use telegram_sandbox::{Fault, Sandbox};
use tokio::sync::Notify;

/// Answers as its scripts say, else repeats what was said.
#[derive(Default)]
struct Scripted {
    /// `/hang` waits for this to be dropped.
    hang: Mutex<Option<mpsc::Receiver<()>>>,
    /// `/slow` waits for a word from here, one each.
    slow: Mutex<Option<mpsc::Receiver<()>>>,
    /// How many questions came.
    asked: Arc<AtomicUsize>,
    /// Told of each question that comes.
    came: Arc<Notify>,
}

impl Answers for Scripted {
    fn answer(&self, question: &Question) -> Outcome {
        self.asked.fetch_add(1, Ordering::SeqCst);
        self.came.notify_one();
        let Question::Message(asked) = question else {
            return Outcome::Press(Pressed { edit: Some(plain("edited")), ..Pressed::default() });
        };
        match asked.text.as_str() {
            "/panic" | "/panic twice" => panic!("as the script says"),
            "/hang" => wait(&self.hang),
            text if text.starts_with("/slow") => wait(&self.slow),
            _ => {}
        }
        let mut message = plain(&format!("heard {}", asked.text));
        message.keyboard = vec![vec![Button { text: "edit".to_owned(), action: Action::Press("edit".to_owned()) }]];
        Outcome::Message(message.into())
    }

    fn sorry(&self, question: &Question) -> Outcome {
        if let Question::Message(asked) = question {
            assert_ne!(asked.text, "/panic twice", "as the script says");
        }
        Outcome::Message(plain("sorry").into())
    }

    async fn moved(&self, _: teloxide::types::ChatId, _: teloxide::types::ChatId) {}
}

/// Waits for a word, or for the end of whoever could give it.
fn wait(on: &Mutex<Option<mpsc::Receiver<()>>>) {
    if let Some(told) = on.lock().expect("no panic").as_ref() {
        told.recv().unwrap_or_default();
    }
}

fn plain(text: &str) -> Message {
    Message::new(text.to_owned(), Vec::new())
}

#[tokio::test]
async fn a_panic_ends_one_answer_and_nothing_else() {
    let telegram = Sandbox::start().await;
    let bot = Bot::start(&telegram, Scripted::default(), quick(), None).await;
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));

    aida.say(&aida.private(), "/panic");
    assert_eq!(aida.private().next().await.text(), "sorry");
    aida.say(&aida.private(), "again");
    bek.say(&bek.private(), "hello");

    assert_eq!(bek.private().next().await.text(), "heard hello");
    let chat = aida.private();
    assert_eq!(chat.next().await.text(), "sorry");
    assert_eq!(chat.next().await.text(), "heard again");
    assert_eq!(bot.counters.panicked.get(), 1);
}

#[tokio::test]
async fn a_panic_outside_of_the_handler_ends_one_update_and_not_its_chat() {
    let telegram = Sandbox::start().await;
    let bot = Bot::start(&telegram, Scripted::default(), quick(), None).await;
    let aida = telegram.user("Aida");
    let chat = aida.private();

    aida.say(&chat, "/panic twice");
    aida.say(&chat, "again");

    assert_eq!(chat.next().await.text(), "heard again");
    telegram.all_confirmed().await;
    assert_eq!(bot.counters.panicked.get(), 2);
}

#[tokio::test]
async fn a_hang_ends_one_answer_and_nothing_else() {
    let telegram = Sandbox::start().await;
    let (release, hang) = mpsc::channel();
    let scripted = Scripted { hang: Mutex::new(Some(hang)), ..Scripted::default() };
    let limits = Limits { handler: Duration::from_millis(100), ..quick() };
    let bot = Bot::start(&telegram, scripted, limits, None).await;
    let aida = telegram.user("Aida");
    let chat = aida.private();

    aida.say(&chat, "/hang");
    aida.say(&chat, "again");

    assert_eq!(chat.next().await.text(), "sorry");
    assert_eq!(chat.next().await.text(), "heard again");
    assert_eq!(bot.counters.timed_out.get(), 1);
    drop(release);
}

#[tokio::test]
async fn a_chat_with_200_slow_updates_delays_no_other_and_keeps_its_order() {
    let telegram = Sandbox::start().await;
    let state = tempfile::tempdir().unwrap();
    let (release, slow) = mpsc::channel();
    let scripted = Scripted { slow: Mutex::new(Some(slow)), ..Scripted::default() };
    let bot = Bot::start(&telegram, scripted, quick(), Some(state.path())).await;
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));

    let chat = aida.private();
    for n in 0..200 {
        aida.say(&chat, &format!("/slow {n}"));
    }
    bek.say(&bek.private(), "hello");

    // None of the 200 has been answered, and Bek is.
    assert_eq!(bek.private().next().await.text(), "heard hello");
    assert!(bot.counters.stored.get() > 0, "they wait on the disk");
    for n in 0..200 {
        release.send(()).unwrap();
        assert_eq!(chat.next().await.text(), format!("heard /slow {n}"));
    }
    bot.stop().await;
    assert_eq!(telegram.pending_updates(), 0);
}

#[tokio::test]
async fn failures_of_a_send_are_tried_again_without_holding_up_others() {
    let telegram = Sandbox::start().await;
    let bot = Bot::start(&telegram, Scripted::default(), quick(), None).await;
    let bek = telegram.user("Bek");
    type MakeFault = fn(Fault) -> Fault;
    let faults: [(&str, MakeFault); 5] = [
        ("429", |fault| fault.too_many_requests(1)),
        ("502", |fault| fault.server_error(502)),
        ("500", |fault| fault.server_error(500)),
        ("reset before", |fault| fault.reset_before()),
        ("reset after", |fault| fault.reset_after()),
    ];
    for (name, fault) in faults {
        let aida = telegram.user(name);
        let chat = aida.private();
        telegram.fault(fault(Fault::on("sendMessage").in_chat(&chat).times(2)));
        aida.say(&chat, name);
        bek.say(&bek.private(), name);
        let mut answer = chat.next().await;
        assert_eq!(answer.text(), format!("heard {name}"), "{name}");
        if name == "reset after" {
            // Nobody can know that it had taken effect.
            answer = chat.next().await;
            assert_eq!(answer.text(), format!("heard {name}"), "{name}");
        }
    }
    let chat = bek.private();
    for (name, _) in faults {
        assert_eq!(chat.next().await.text(), format!("heard {name}"));
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_send_that_is_never_answered_is_tried_again() {
    let telegram = Sandbox::start().await;
    let limits = Limits { call: Duration::from_millis(200), ..quick() };
    let bot = Bot::start(&telegram, Scripted::default(), limits, None).await;
    let aida = telegram.user("Aida");
    let chat = aida.private();
    telegram.fault(Fault::on("sendMessage").times(2).hang());

    aida.say(&chat, "hello");

    assert_eq!(chat.next().await.text(), "heard hello");
    assert_eq!(bot.counters.retried.get(), 2);
}

#[tokio::test]
async fn tries_have_an_end() {
    let telegram = Sandbox::start().await;
    let bot = Bot::start(&telegram, Scripted::default(), quick(), None).await;
    let aida = telegram.user("Aida");
    let chat = aida.private();
    telegram.fault(Fault::on("sendMessage").in_chat(&chat).times(quick().attempts.into()).server_error(502));

    aida.say(&chat, "lost");
    aida.say(&chat, "found");

    assert_eq!(chat.next().await.text(), "heard found");
    assert_eq!(bot.counters.failed.get(), 1);
}

#[tokio::test]
async fn an_edit_that_changes_nothing_is_success() {
    let telegram = Sandbox::start().await;
    let bot = Bot::start(&telegram, Scripted::default(), quick(), None).await;
    let aida = telegram.user("Aida");
    aida.say(&aida.private(), "hello");
    let message = aida.private().next().await;

    aida.press(&message, "edit").await;
    aida.press_data(&message, "edit").await;
    telegram.all_confirmed().await;

    let edits = telegram.calls("editMessageText");
    assert_eq!(edits.len(), 2);
    let refused = edits[1].response.as_ref().unwrap()["description"].as_str().unwrap();
    assert!(refused.contains("message is not modified"), "{refused}");
    assert_eq!((bot.counters.failed.get(), bot.counters.retried.get()), (0, 0));
    bot.stop().await;
}

#[tokio::test]
async fn a_repeated_update_is_answered_once() {
    let telegram = Sandbox::start().await;
    let scripted = Scripted::default();
    let asked = Arc::clone(&scripted.asked);
    let bot = Bot::start(&telegram, scripted, quick(), None).await;
    let aida = telegram.user("Aida");
    let chat = aida.private();
    telegram.fault(Fault::on("getUpdates").times(1).repeat_update());

    aida.say(&chat, "once");
    aida.say(&chat, "next");

    assert_eq!(chat.next().await.text(), "heard once");
    assert_eq!(chat.next().await.text(), "heard next");
    telegram.all_confirmed().await;
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    assert_eq!(bot.counters.repeated.get(), 1);
}

#[tokio::test]
async fn an_update_is_confirmed_only_after_it_was_handled() {
    let telegram = Sandbox::start().await;
    let (release, slow) = mpsc::channel();
    let scripted = Scripted { slow: Mutex::new(Some(slow)), ..Scripted::default() };
    let asked_once = Arc::clone(&scripted.came);
    // Without an inbox nothing but a handled update may be confirmed.
    let bot = Bot::start(&telegram, scripted, quick(), None).await;
    let aida = telegram.user("Aida");
    let chat = aida.private();
    aida.say(&chat, "/slow");
    asked_once.notified().await;

    assert_eq!(telegram.pending_updates(), 1);
    release.send(()).unwrap();
    chat.next().await;
    telegram.all_confirmed().await;
    bot.stop().await;
}
