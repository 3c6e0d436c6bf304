//! Flood limits over HTTP.

use crate::common::Bot;
use serde_json::{Value, json};
use telegram_sandbox::{Flood, Sandbox};

#[tokio::test]
async fn who_sends_too_much_has_to_wait() {
    let telegram = Sandbox::builder().flood(Flood::default().group_per_minute(2).chat_per_second(1000)).start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    let group = telegram.group("Newsroom", [&aida]);
    let sent = bot.send(group.id(), "1").await["message_id"].clone();
    bot.ok("editMessageText", json!({ "chat_id": group.id(), "message_id": sent, "text": "2" })).await;
    let params = json!({ "chat_id": group.id(), "text": "3" });
    let path = format!("{}/bot{}/sendMessage", telegram.url(), telegram.token());
    let answer = reqwest::Client::new().post(path).json(&params).send().await.unwrap();
    assert_eq!(answer.status(), 429);
    let header: u64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((50..=60).contains(&header), "{header}");
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["description"], format!("Too Many Requests: retry after {header}"));
    assert_eq!(body["parameters"]["retry_after"], header);
    bot.ok("sendChatAction", json!({ "chat_id": group.id(), "action": "typing" })).await;
    bot.ok("getMe", json!({})).await;
    telegram.flood(None);
    bot.send(group.id(), "3").await;
    telegram.flood(Flood::default());
    aida.start("");
    bot.send(aida.id(), "4").await;
    assert_eq!(
        bot.refused("sendMessage", json!({ "chat_id": aida.id(), "text": "5" })).await,
        "Too Many Requests: retry after 1"
    );
}

#[tokio::test]
async fn the_page_switches_limits_and_sees_rules() {
    let telegram = Sandbox::start().await;
    let base = format!("{}/control", telegram.url());
    let client = reqwest::Client::new();
    let json_of =
        async |request: reqwest::RequestBuilder| -> Value { request.send().await.unwrap().json().await.unwrap() };
    let path = |path: &str| format!("{base}/{path}");
    let mut events = client.get(path("events")).send().await.unwrap();
    let on = json!({ "on": true, "overall_per_second": 5, "chat_per_second": 1, "group_per_minute": 20 });
    assert_eq!(json_of(client.get(path("flood"))).await, json!({ "on": false }));
    assert_eq!(json_of(client.post(path("flood")).json(&json!({ "overall_per_second": 5 }))).await, on);
    assert_eq!(json_of(client.get(path("state"))).await["flood"], on);
    let wrong = json_of(client.post(path("flood")).json(&json!({ "chat_per_second": 0 }))).await;
    assert_eq!(wrong, json!({ "error": "chat_per_second is a whole number from 1" }));
    assert_eq!(json_of(client.delete(path("flood"))).await, json!({ "on": false }));

    let rule = json!({ "method": "getMe", "times": 2, "kind": { "delay": { "ms": 1 } } });
    let id = json_of(client.post(path("faults")).json(&rule)).await["id"].clone();
    let other = json_of(client.post(path("faults")).json(&json!({ "kind": "hang", "chat_id": 7, "share": 0.5 }))).await
        ["id"]
        .clone();
    Bot::of(&telegram).ok("getMe", json!({})).await;
    let listed = json_of(client.get(path("faults"))).await;
    let expected = json!({ "faults": [
        { "id": id, "method": "getMe", "chat_id": null, "times": 1, "share": 1.0, "kind": { "delay": { "ms": 1 } }, "hits": 1 },
        { "id": other, "method": null, "chat_id": 7, "times": null, "share": 0.5, "kind": "hang", "hits": 0 },
    ] });
    assert_eq!(listed, expected);
    assert_eq!(json_of(client.delete(path(&format!("faults/{other}")))).await, json!({}));
    let gone = json_of(client.delete(path(&format!("faults/{other}")))).await;
    assert_eq!(gone, json!({ "error": format!("there is no fault {other}") }));
    Bot::of(&telegram).ok("getMe", json!({})).await;
    assert_eq!(json_of(client.get(path("faults"))).await, json!({ "faults": [] }));

    // Two for the flood limits, two rules made, one removed, one that hit twice.
    let mut seen = String::new();
    while seen.matches(r#""type":"faults""#).count() < 7 {
        seen += &String::from_utf8_lossy(&events.chunk().await.unwrap().unwrap());
    }
}

#[tokio::test]
async fn a_rule_that_makes_no_sense_is_refused() {
    let telegram = Sandbox::start().await;
    let webhook = "a delivery to the webhook can have delay, reset_before, reset_after or repeat_update";
    for (rule, error) in [
        (json!({ "method": "getMe" }), "a fault needs a kind"),
        (json!({ "kind": "hang", "times": "often" }), "times is how often the rule hits: a whole number"),
        (json!({ "kind": "hang", "times": -1 }), "times is not below 0"),
        (json!({ "kind": "hang", "chat_id": "here" }), "chat_id is the id of a chat"),
        (json!({ "kind": "hang", "method": 1 }), "method is a name"),
        (json!({ "kind": "hang", "method": "webhook" }), webhook),
        (json!({ "kind": { "server_error": { "code": 500 } }, "method": "webhook" }), webhook),
    ] {
        let path = format!("{}/control/faults", telegram.url());
        let answer = reqwest::Client::new().post(path).json(&rule).send().await.unwrap();
        assert_eq!(answer.status(), 400);
        assert_eq!(answer.json::<Value>().await.unwrap(), json!({ "error": error }), "{rule}");
    }
}
