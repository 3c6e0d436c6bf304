//! Faults, polling, and a network that goes and comes back.

use crate::common::Bot;
use serde_json::{Value, json};
use telegram_sandbox::{Fault, Sandbox, free_port};

#[tokio::test]
async fn a_fault_strikes_where_and_as_often_as_it_should() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (aida, bek) = (telegram.user("Aida"), telegram.user("Bek"));
    aida.start("");
    bek.start("");
    telegram.fault(Fault::on("sendmessage").in_chat(&aida.private()).times(2).too_many_requests(3));
    bot.send(bek.id(), "1").await;
    let params = json!({ "chat_id": aida.id(), "text": "1" });
    for _ in 0..2 {
        let answer = bot.call("sendMessage", params.clone()).await;
        assert_eq!(answer["parameters"]["retry_after"], 3);
        assert_eq!(answer["description"], "Too Many Requests: retry after 3");
    }
    bot.ok("sendMessage", params.clone()).await;

    telegram.fault(Fault::everywhere().times(1).server_error(502));
    assert_eq!(bot.refused("sendMessage", params.clone()).await, "Bad Gateway");
    telegram.fault(Fault::on("sendMessage").times(1).api_error(403, "Forbidden: no"));
    assert_eq!(bot.refused("sendMessage", params.clone()).await, "Forbidden: no");
    telegram.fault(Fault::on("sendMessage").times(1).delay(1));
    bot.ok("sendMessage", params.clone()).await;
    telegram.fault(Fault::on("sendMessage").share(0.5).server_error(500));
    let mut failed = 0;
    for _ in 0..100 {
        failed += u32::from(bot.call("sendMessage", params.clone()).await["ok"] == false);
    }
    assert!((30..=70).contains(&failed), "{failed} of 100");
    telegram.clear_faults();
    bot.ok("sendMessage", params).await;
}

#[tokio::test]
async fn a_reset_closes_the_connection_before_or_after_the_effect() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let chat = aida.private();
    aida.start("");
    let params = |text: &str| json!({ "chat_id": aida.id(), "text": text });
    telegram.fault(Fault::on("sendMessage").times(1).reset_before());
    bot.try_call("sendMessage", params("before")).await.unwrap_err();
    assert!(chat.try_next().is_none());
    telegram.fault(Fault::on("sendMessage").times(1).reset_after());
    bot.try_call("sendMessage", params("after")).await.unwrap_err();
    assert_eq!(chat.try_next().unwrap().text(), "after");
    let calls = telegram.calls("sendMessage");
    assert_eq!(calls.iter().map(|call| call.response.is_some()).collect::<Vec<_>>(), [false, true]);

    telegram.fault(Fault::on("getMe").times(1).hang());
    let hung = bot.try_call("getMe", json!({}));
    assert!(tokio::time::timeout(std::time::Duration::from_millis(50), hung).await.is_err());
    bot.ok("getMe", json!({})).await;
}

#[tokio::test]
async fn updates_are_lost_and_repeated_on_request() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    telegram.fault(Fault::on("getUpdates").times(1).drop_updates_answer());
    bot.ok("getUpdates", json!({})).await;
    aida.start("a");
    bot.try_call("getUpdates", json!({})).await.unwrap_err();
    let first = bot.updates(0).await;
    assert_eq!(first.len(), 1, "what was lost on the way was not confirmed");
    telegram.fault(Fault::everywhere().times(1).repeat_update());
    assert_eq!(bot.updates(0).await, first);
    assert!(bot.updates(0).await.is_empty());
    assert_eq!(telegram.pending_updates(), 0);
    assert_eq!(telegram.confirmed_offset(), first[0]["update_id"].as_i64().unwrap() + 1);
}

#[tokio::test]
async fn get_updates_confirms_limits_and_waits() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    for i in 0..150 {
        aida.say(&aida.private(), &format!("{i}"));
    }
    let ids = |updates: &Value| -> Vec<i64> {
        updates.as_array().unwrap().iter().map(|update| update["update_id"].as_i64().unwrap()).collect()
    };
    let all = ids(&bot.ok("getUpdates", json!({})).await);
    assert_eq!(all.len(), 100);
    assert_eq!(ids(&bot.ok("getUpdates", json!({ "limit": 2 })).await), all[..2]);
    assert_eq!(ids(&bot.ok("getUpdates", json!({ "limit": 1000 })).await).len(), 100);
    assert_eq!(ids(&bot.ok("getUpdates", json!({ "offset": all[0] + 60 })).await).len(), 90);
    assert_eq!(telegram.pending_updates(), 90);
    assert_eq!(ids(&bot.ok("getUpdates", json!({ "offset": -1 })).await), [all[0] + 149]);
    assert_eq!(telegram.pending_updates(), 1);
    bot.ok("getUpdates", json!({ "offset": all[0] + 150, "allowed_updates": ["callback_query"] })).await;
    telegram.all_confirmed().await;
    aida.say(&aida.private(), "not wanted");
    assert_eq!(telegram.pending_updates(), 0);
    // A call of its own, because one that has begun may not have changed what is wanted yet.
    bot.ok("getUpdates", json!({ "allowed_updates": [] })).await;
    let (answer, _) = tokio::join!(bot.ok("getUpdates", json!({ "timeout": 20 })), async {
        telegram.when_called_times("getUpdates", 8).await;
        aida.say(&aida.private(), "wanted")
    });
    assert_eq!(answer[0]["message"]["text"], "wanted");
}

#[tokio::test]
async fn the_network_goes_and_comes_back() {
    let port = free_port();
    let telegram = Sandbox::builder().port(port).start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    bot.ok("getMe", json!({})).await;
    telegram.offline();
    bot.try_call("getMe", json!({})).await.unwrap_err();
    aida.say(&aida.private(), "/stats");
    telegram.online();
    assert_eq!(bot.heard().await, ["message:/stats"]);
    drop(telegram);
    let telegram = Sandbox::builder().port(port).token("1:another").start().await;
    assert_eq!(telegram.port(), port);
    let path = format!("bot{}/getMe", telegram_sandbox::DEFAULT_TOKEN);
    let answer = reqwest::get(format!("{}/{path}", telegram.url())).await.unwrap();
    assert_eq!(answer.status().as_u16(), 401);
    let bot = Bot::of(&telegram);
    bot.ok("getMe", json!({})).await;
}

#[tokio::test]
async fn a_late_answer_is_too_old() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    aida.start("");
    let keyboard = crate::common::keyboard(&[("More", "m")]);
    bot.ok("sendMessage", json!({ "chat_id": aida.id(), "text": "1", "reply_markup": keyboard })).await;
    let message = aida.private().next().await;
    let too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    let late = async {
        let pressed = bot.next("callback_query").await;
        bot.ok("answerCallbackQuery", json!({ "callback_query_id": pressed["id"] })).await;
        telegram.expire_queries();
        assert_eq!(bot.refused("answerCallbackQuery", json!({ "callback_query_id": pressed["id"] })).await, too_old);
        assert_eq!(bot.refused("answerInlineQuery", json!({ "inline_query_id": "1", "results": [] })).await, too_old);
    };
    tokio::join!(aida.press(&message, "More"), late);
}
