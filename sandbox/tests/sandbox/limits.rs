//! The limits that are kept without an error: what is too much is dropped, or never reaches the bot.

use serde_json::json;
use telegram_sandbox::Sandbox;

use crate::common::Bot;

#[tokio::test]
async fn a_message_keeps_its_first_hundred_entities() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    aida.start("");
    for (given, kept) in [(99, 99), (100, 100), (101, 100), (250, 100)] {
        let text = "<b>a</b> <i>b</i> ".repeat(given / 2) + if given % 2 == 1 { "<b>a</b>" } else { "" };
        let params = json!({ "chat_id": aida.id(), "text": text, "parse_mode": "HTML" });
        let sent = bot.ok("sendMessage", params).await;
        assert_eq!(sent["entities"].as_array().unwrap().len(), kept, "{given}");
    }
}

#[tokio::test]
async fn a_deep_link_brings_up_to_64_plain_characters() {
    let telegram = Sandbox::start().await;
    let start = format!("{}/control/start", telegram.url());
    let aida = telegram.user("Aida");
    for (parameter, taken) in [
        ("a-Z_09".to_owned(), true),
        (String::new(), true),
        ("x".repeat(64), true),
        ("x".repeat(65), false),
        ("a b".to_owned(), false),
        ("тема".to_owned(), false),
        ("a.b".to_owned(), false),
    ] {
        let call = reqwest::Client::new().post(&start).json(&json!({ "user_id": aida.id(), "parameter": parameter }));
        assert_eq!(call.send().await.unwrap().status() == 200, taken, "{parameter}");
    }
}

#[tokio::test]
async fn an_inline_query_is_cut_and_its_answer_kept_for_five_minutes() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let words = "ж".repeat(300);
    let chat = aida.private();
    let answering = async {
        let query = bot.next("inline_query").await;
        assert_eq!(query["query"].as_str().unwrap().chars().count(), 256);
        bot.ok("answerInlineQuery", json!({ "inline_query_id": query["id"], "results": [] })).await;
    };
    let (found, ()) = tokio::join!(aida.inline(&chat, &words), answering);
    assert_eq!(found.cache_time, 300);
}
