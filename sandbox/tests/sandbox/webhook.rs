//! Updates that come by webhook.

use crate::{common::Bot, receiver::Receiver};
use serde_json::{Value, json};
use telegram_sandbox::{Fault, Sandbox, User, free_port};

async fn look(telegram: &Sandbox) -> Value {
    reqwest::get(format!("{}/control/webhook", telegram.url())).await.unwrap().json().await.unwrap()
}

fn say(user: &User, texts: &[&str]) {
    texts.iter().for_each(|text| drop(user.say(&user.private(), text)));
}

#[tokio::test]
async fn an_update_comes_with_its_secret() {
    let telegram = Sandbox::start().await;
    let (bot, mut receiver) = (Bot::of(&telegram), Receiver::start().await);
    let aida = telegram.user("Aida");
    say(&aida, &["dropped"]);
    let params = json!({
        "url": receiver.url, "secret_token": "s3cret-_", "max_connections": 7, "drop_pending_updates": true,
        "allowed_updates": ["message"],
    });
    assert_eq!(bot.ok("setWebhook", params.clone()).await, true);
    say(&aida, &["/stats"]);
    let arrival = receiver.next().await;
    assert_eq!(arrival.headers["x-telegram-bot-api-secret-token"], "s3cret-_");
    assert_eq!(arrival.headers["content-type"], "application/json");
    assert_eq!(arrival.update["message"]["text"], "/stats");
    telegram.all_confirmed().await;
    let info = bot.ok("getWebhookInfo", json!({})).await;
    let expected = json!({
        "url": receiver.url, "has_custom_certificate": false, "pending_update_count": 0, "max_connections": 7,
        "ip_address": "127.0.0.1", "allowed_updates": ["message"],
    });
    assert_eq!(info, expected);
    let delivered = &look(&telegram).await["deliveries"];
    assert_eq!((&delivered[0]["update_id"], &delivered[0]["status"]), (&arrival.update["update_id"], &json!(200)));

    // The same again changes nothing but the kinds; the next update goes on to getUpdates.
    let mut again = params;
    again.as_object_mut().unwrap().remove("drop_pending_updates");
    again["allowed_updates"] = json!([]);
    bot.ok("setWebhook", again).await;
    assert_eq!(look(&telegram).await["deliveries"], *delivered);
    bot.ok("setWebhook", json!({ "url": "" })).await;
    say(&aida, &["by polling"]);
    assert_eq!(bot.heard().await, ["message:by polling"]);
    receiver.hold();
    bot.ok("setWebhook", json!({ "url": receiver.url })).await;
    assert_eq!(receiver.next_text().await, "by polling", "it was not confirmed");
    bot.ok("deleteWebhook", json!({})).await;
    assert_eq!(bot.ok("getUpdates", json!({})).await[0]["message"]["text"], "by polling", "nor was it by the webhook");
    assert_eq!(bot.ok("deleteWebhook", json!({ "drop_pending_updates": true })).await, true);
    assert_eq!(telegram.pending_updates(), 0);
}

#[tokio::test]
async fn the_answer_may_be_a_call() {
    let telegram = Sandbox::start().await;
    let (bot, mut receiver) = (Bot::of(&telegram), Receiver::start().await);
    let aida = telegram.user("Aida");
    bot.ok("setWebhook", json!({ "url": receiver.url })).await;
    receiver.call_once(
        &json!({ "method": "SendMessage", "chat_id": aida.id(), "text": "<b>hi</b>", "parse_mode": "HTML" }),
    );
    receiver.call_once(&json!({ "method": "deleteWebhook" }));
    receiver.call_once(&json!({ "method": "getMe" }));
    receiver.call_once(&json!("ok"));
    say(&aida, &["/start", "a", "b", "c"]);
    assert_eq!(aida.private().next().await.html(), "<b>hi</b>");
    for text in ["/start", "a", "b", "c"] {
        assert_eq!(receiver.next_text().await, text);
    }
    telegram.all_confirmed().await;
    let call = &telegram.calls("sendMessage")[0];
    assert!(!call.params.contains_key("method"));
    assert!(telegram.calls("deleteWebhook").is_empty() && telegram.calls("getMe").is_empty());
    assert!(receiver.others().is_empty());
}

#[tokio::test]
async fn a_refusal_is_tried_again() {
    let telegram = Sandbox::start().await;
    let port = free_port();
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    bot.ok("setWebhook", json!({ "url": format!("http://localhost:{port}/hook") })).await;
    say(&aida, &["a", "b"]);
    telegram.when_called_times("webhook", 2).await;
    let info = bot.ok("getWebhookInfo", json!({})).await;
    assert_eq!((&info["last_error_message"], &info["ip_address"]), (&json!("Connection refused"), &json!("<unknown>")));
    assert!(info["last_error_date"].is_i64());
    let mut receiver = Receiver::start_at(port).await;
    receiver.answer_once(500);
    receiver.answer_once(302);
    receiver.answer_once(204);
    for text in ["a", "a", "a", "b"] {
        assert_eq!(receiver.next_text().await, text);
    }
    telegram.all_confirmed().await;
    let looked = look(&telegram).await;
    assert_eq!(looked["last_error_message"], "Wrong response from the webhook: 302 Found");
    let deliveries = looked["deliveries"].as_array().unwrap();
    assert_eq!(deliveries[0]["error"], "Connection refused");
    let last: Vec<_> = deliveries.iter().rev().take(4).map(|d| d["status"].as_u64().unwrap()).collect();
    assert_eq!(last, [200, 204, 302, 500]);
    drop(receiver);
    // A new webhook begins without the old one's mistakes.
    let receiver = Receiver::start().await;
    bot.ok("setWebhook", json!({ "url": receiver.url })).await;
    assert_eq!(bot.ok("getWebhookInfo", json!({})).await.get("last_error_message"), None);
}

#[tokio::test]
async fn chats_do_not_wait_for_each_other() {
    let telegram = Sandbox::start().await;
    let (bot, mut receiver) = (Bot::of(&telegram), Receiver::start().await);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    bot.ok("setWebhook", json!({ "url": receiver.url, "max_connections": 2 })).await;
    receiver.hold();
    say(&aida, &["a1", "a2"]);
    say(&bek, &["b1", "b2"]);
    let mut first = [receiver.next_text().await, receiver.next_text().await];
    first.sort();
    assert_eq!(first, ["a1", "b1"]);
    assert_eq!(telegram.call_count("webhook"), 2);
    receiver.go_on();
    let mut then = [receiver.next_text().await, receiver.next_text().await];
    then.sort();
    assert_eq!(then, ["a2", "b2"]);
    telegram.all_confirmed().await;
}

#[tokio::test]
async fn faults_hit_deliveries() {
    let telegram = Sandbox::start().await;
    let (bot, mut receiver) = (Bot::of(&telegram), Receiver::start().await);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    bot.ok("setWebhook", json!({ "url": receiver.url })).await;
    let on = || Fault::on("webhook").in_chat(&aida.private()).times(1);
    for (fault, arrivals, error) in [
        (on().reset_before(), 1, Some("Connection reset by peer")),
        (on().reset_after(), 2, Some("Connection reset by peer")),
        (on().repeat_update(), 2, None),
        (on().delay(1), 1, None),
        (Fault::everywhere().server_error(500), 1, None),
        (Fault::everywhere().repeat_update(), 1, None),
    ] {
        let shown = format!("{fault:?}");
        let before = look(&telegram).await["deliveries"].as_array().unwrap().len();
        telegram.fault(fault);
        say(&bek, &["spared"]);
        telegram.all_confirmed().await;
        assert_eq!(receiver.others().len(), 1, "{shown}");
        say(&aida, &["hit"]);
        telegram.all_confirmed().await;
        telegram.clear_faults();
        let seen = receiver.others();
        assert_eq!(seen.len(), arrivals, "{shown}");
        assert!(seen.iter().all(|arrival| arrival.update == seen[0].update), "{shown}");
        let deliveries = look(&telegram).await["deliveries"].clone();
        assert_eq!(deliveries[before + 1].get("error").and_then(Value::as_str), error, "{shown}");
    }
}

#[tokio::test]
async fn what_is_said_while_the_network_is_away_comes_after() {
    let telegram = Sandbox::start().await;
    let (bot, mut receiver) = (Bot::of(&telegram), Receiver::start().await);
    let aida = telegram.user("Aida");
    bot.ok("setWebhook", json!({ "url": receiver.url })).await;
    receiver.hold();
    say(&aida, &["a"]);
    assert_eq!(receiver.next_text().await, "a");
    telegram.offline();
    say(&aida, &["b"]);
    receiver.go_on();
    assert_eq!(telegram.pending_updates(), 2);
    telegram.online();
    assert_eq!([receiver.next_text().await, receiver.next_text().await], ["a", "b"], "the answer to a was not heard");
    telegram.all_confirmed().await;
}

#[tokio::test]
async fn a_webhook_that_is_gone_for_long_is_removed() {
    let telegram = Sandbox::start().await;
    let (bot, mut receiver) = (Bot::of(&telegram), Receiver::start().await);
    let aida = telegram.user("Aida");
    bot.ok("setWebhook", json!({ "url": receiver.url })).await;
    (0..3).for_each(|_| receiver.answer_once(410));
    say(&aida, &["x"]);
    // The second attempt begins when the first has counted.
    assert_eq!([receiver.next_text().await, receiver.next_text().await], ["x", "x"]);
    telegram.age(24);
    say(&aida, &["y"]);
    // Refused until the next 410 has come through.
    let by_polling = loop {
        let answer = bot.call("getUpdates", json!({})).await;
        if answer["ok"] == true {
            break answer;
        }
    };
    assert_eq!(by_polling["result"][0]["message"]["text"], "y");
    assert_eq!(bot.ok("getWebhookInfo", json!({})).await["url"], "");
}
