//! How updates reach the bot: the official words, the rules of getUpdates, logOut and close, what grows old.

use crate::{
    common::{Bot, met},
    receiver::Receiver,
};
use serde_json::{Value, json};
use telegram_sandbox::Sandbox;

const ACTIVE: &str = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the \
                      webhook first";
const TOO_OLD: &str = "Bad Request: query is too old and response timeout expired or query ID is invalid";

#[tokio::test]
async fn a_webhook_is_refused_in_telegrams_words() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let insecure = "Bad Request: bad webhook: An HTTPS URL must be provided for webhook";
    let port = "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443";
    let invalid = "Bad Request: invalid webhook URL specified";
    let outside = "Not Implemented: the sandbox does not have a webhook outside this machine (an address such as \
                   http://127.0.0.1:8080/) yet";
    let here = "http://127.0.0.1:8080/";
    for (params, description) in [
        (json!({ "url": "http://example.kz/hook" }), insecure),
        (json!({ "url": "http://10.0.0.1:8080/" }), insecure),
        (json!({ "url": "http://localhost.example.kz/" }), insecure),
        (json!({ "url": "https://example.kz:8080/hook" }), port),
        (json!({ "url": "example.kz:8080" }), port),
        (json!({ "url": "https://example.kz/hook" }), outside),
        (json!({ "url": "https://localhost:8443/hook" }), outside),
        (json!({ "url": "example.kz/hook" }), outside),
        (json!({ "url": "ftp://example.kz/" }), invalid),
        (json!({ "url": "http://me@localhost/" }), invalid),
        (json!({ "url": "http://" }), invalid),
        (json!({ "url": here, "secret_token": "x".repeat(257) }), "Bad Request: secret token is too long"),
        (json!({ "url": here, "secret_token": "a b" }), "Bad Request: secret token contains unallowed characters"),
        (json!({ "url": here, "secret_token": "құпия" }), "Bad Request: secret token contains unallowed characters"),
        (
            json!({ "url": here, "certificate": "attach://file" }),
            "Not Implemented: the sandbox does not have the parameter certificate yet",
        ),
        (
            json!({ "url": here, "ip_address": "127.0.0.1" }),
            "Not Implemented: the sandbox does not have the parameter ip_address yet",
        ),
    ] {
        assert_eq!(bot.refused("setWebhook", params.clone()).await, description, "{params}");
        assert_eq!(bot.ok("getWebhookInfo", json!({})).await["url"], "", "{params}");
    }
    for url in ["http://127.0.0.1:1/", "http://localhost:1/a?b", "HTTP://LOCALHOST:1", "http://[::1]:1/"] {
        bot.ok("setWebhook", json!({ "url": url, "secret_token": "aZ09_-" })).await;
        let info = bot.ok("getWebhookInfo", json!({})).await;
        assert_eq!((&info["url"], &info["max_connections"]), (&json!(url), &json!(40)));
    }
    assert_eq!(bot.refused("getUpdates", json!({})).await, ACTIVE);
    // As with the official server, the webhook that was is gone even when the new one is refused.
    assert_eq!(bot.refused("setWebhook", json!({ "url": "http://example.kz/" })).await, insecure);
    bot.ok("getUpdates", json!({})).await;
}

#[tokio::test]
async fn a_token_is_checked_in_telegrams_words() {
    let telegram = Sandbox::builder().token("123:abc").start().await;
    let invalid = "Unauthorized: invalid token specified";
    for (path, status, description) in [
        ("bot123:abc/getTelepathy", 404, "Not Found: method not found"),
        ("bot123:abd/getMe", 401, "Unauthorized"),
        ("bot0123:abc/getMe", 401, invalid),
        ("bot123/getMe", 401, invalid),
        ("bot123:/getMe", 401, invalid),
        ("bot:abc/getMe", 401, invalid),
        ("bot123:abc", 404, "Not Found"),
        ("file/123:abc", 404, "Not Found"),
    ] {
        let answer = reqwest::get(format!("{}/{path}", telegram.url())).await.unwrap();
        assert_eq!(answer.status().as_u16(), status, "{path}");
        let body: Value = answer.json().await.unwrap();
        assert_eq!((&body["ok"], &body["description"]), (&json!(false), &json!(description)), "{path}");
    }
}

#[tokio::test]
async fn set_webhook_ends_a_poll_that_waits() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let (ended, ()) = tokio::join!(bot.refused("getUpdates", json!({ "timeout": 50 })), async {
        telegram.when_called("getUpdates").await;
        // The poll may not wait yet: then it comes too late.
        bot.ok("setWebhook", json!({ "url": "http://127.0.0.1:1/" })).await;
    });
    let by_webhook = "Conflict: terminated by setWebhook request";
    assert!([by_webhook, ACTIVE].contains(&ended.as_str()), "{ended}");
}

#[tokio::test]
async fn a_poll_that_waits_is_ended_only_by_one_that_waits_too() {
    let (telegram, bot, aida) = met().await;
    let first = bot.ok("getUpdates", json!({})).await[0]["update_id"].as_i64().unwrap();
    let say = |text: &str| aida.say(&aida.private(), text);
    let text = |answer: &Value| answer["result"][0]["message"]["text"].clone();

    let wait = || bot.call("getUpdates", json!({ "offset": first + 1, "timeout": 50 }));
    let (waiting, _) = tokio::join!(wait(), async {
        telegram.when_called_times("getUpdates", 2).await;
        assert_eq!(bot.ok("getUpdates", json!({ "offset": first + 1 })).await, json!([]));
        say("one")
    });
    assert_eq!(text(&waiting), "one");

    let wait = || bot.call("getUpdates", json!({ "offset": first + 2, "timeout": 50 }));
    let (earlier, later) = tokio::join!(
        async {
            let ended = wait().await;
            say("two");
            ended
        },
        async {
            telegram.when_called_times("getUpdates", 4).await;
            wait().await
        }
    );
    assert_eq!(
        earlier["description"],
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
    assert_eq!(text(&later), "two");
}

#[tokio::test]
async fn an_offset_confirms_as_far_as_it_makes_sense() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let say = |texts: &[&str]| texts.iter().for_each(|text| drop(aida.say(&aida.private(), text)));
    let texts = async |params: Value| -> Vec<String> {
        let updates = bot.ok("getUpdates", params).await;
        let text = |update: &Value| update["message"]["text"].as_str().unwrap().to_owned();
        updates.as_array().unwrap().iter().map(text).collect()
    };
    say(&["a", "b", "c", "d"]);
    let first = bot.ok("getUpdates", json!({ "limit": 1 })).await[0]["update_id"].as_i64().unwrap();
    assert_eq!(texts(json!({ "limit": 0 })).await, ["a"], "a limit below 1 is 1");
    assert_eq!(texts(json!({ "offset": first + 15 })).await, ["a", "b", "c", "d"], "beyond any update: ignored");
    assert_eq!(texts(json!({ "offset": first - 1000 })).await, ["a", "b", "c", "d"]);
    assert_eq!(texts(json!({ "offset": -3 })).await, ["b", "c", "d"]);
    assert_eq!(texts(json!({ "offset": first + 2 })).await, ["c", "d"]);
    assert_eq!(texts(json!({ "offset": first + 14 })).await, [""; 0], "a little beyond: all are confirmed");
    assert_eq!((telegram.pending_updates(), telegram.confirmed_offset()), (0, first + 4));
}

#[tokio::test]
async fn only_what_is_wanted_waits() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    for (wanted, shown, comes) in [
        (json!(["callback_query"]), json!(["callback_query"]), false),
        (json!(["poll", "MESSAGE", "telepathy"]), json!(["message", "poll"]), true),
        (json!(["telepathy"]), Value::Null, true),
        (json!(["inline_query"]), json!(["inline_query"]), false),
        (json!([]), Value::Null, true),
    ] {
        bot.ok("getUpdates", json!({ "allowed_updates": wanted })).await;
        assert_eq!(bot.ok("getWebhookInfo", json!({})).await["allowed_updates"], shown, "{wanted}");
        aida.say(&aida.private(), "hello");
        assert_eq!(telegram.pending_updates(), usize::from(comes), "{wanted}");
        bot.updates(0).await;
        bot.updates(0).await;
    }
}

#[tokio::test]
async fn what_waits_too_long_is_dropped() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let keyboard = crate::common::keyboard(&[("More", "m")]);
    aida.say(&aida.private(), "old");
    let params = json!({ "chat_id": aida.id(), "text": "1", "reply_markup": keyboard });
    bot.ok("sendMessage", params).await;
    let message = aida.private().next().await;
    telegram.age(23);
    aida.say(&aida.private(), "young");
    assert_eq!(telegram.pending_updates(), 2);
    telegram.age(1);
    assert_eq!(bot.next("message").await["text"], "young");
    let late = async {
        let answer = json!({ "callback_query_id": bot.next("callback_query").await["id"] });
        bot.ok("answerCallbackQuery", answer.clone()).await;
        telegram.age(1);
        assert_eq!(bot.refused("answerCallbackQuery", answer).await, TOO_OLD);
    };
    tokio::join!(aida.press(&message, "More"), late);
}

#[tokio::test]
async fn a_bot_that_logged_out_is_let_in_again() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let mut receiver = Receiver::start().await;
    let aida = telegram.user("Aida");
    aida.say(&aida.private(), "lost");
    let (waiting, ()) = tokio::join!(bot.call("getUpdates", json!({ "offset": -1, "timeout": 50 })), async {
        telegram.when_called("getUpdates").await;
        assert_eq!(bot.ok("logOut", json!({})).await, true);
    });
    assert!(waiting["ok"] == true || waiting["description"] == "Logged out", "{waiting}");
    for method in ["getMe", "getUpdates", "logOut", "close", "sendMessage", "setWebhook", "sendDice", "sendTelepathy"] {
        let answer = bot.call(method, json!({})).await;
        assert_eq!((&answer["error_code"], &answer["description"]), (&json!(400), &json!("Logged out")), "{method}");
    }
    telegram.login();
    bot.ok("getMe", json!({})).await;
    assert_eq!(telegram.pending_updates(), 0, "what waited is gone");
    bot.ok("setWebhook", json!({ "url": receiver.url })).await;

    assert_eq!(bot.ok("close", json!({})).await, true);
    aida.say(&aida.private(), "kept");
    assert_eq!(bot.refused("close", json!({})).await, "Bad Request: the bot has already been closed");
    assert_eq!(telegram.pending_updates(), 1, "a closed bot is told nothing");
    assert!(receiver.others().is_empty());
    bot.ok("getMe", json!({})).await;
    assert_eq!(receiver.next_text().await, "kept");
    telegram.all_confirmed().await;
}
