//! What the bot says of itself, and its menu button.

use crate::common::met;
use serde_json::{Value, json};

#[tokio::test]
async fn names_and_descriptions_are_seen_by_language() {
    let (_telegram, bot, aida) = met().await;
    for (method, field) in
        [("MyName", "name"), ("MyDescription", "description"), ("MyShortDescription", "short_description")]
    {
        let first = if field == "name" { "Derek" } else { "" };
        let get = async |language: &str| {
            bot.ok(&format!("get{method}"), json!({ "language_code": language })).await[field].clone()
        };
        let set = async |text: &str, language: &str| {
            bot.ok(&format!("set{method}"), json!({ field: text, "language_code": language })).await
        };
        assert_eq!(get("").await, first);
        set("for all", "").await;
        set("барлығына", "kk").await;
        assert_eq!([get("").await, get("kk").await, get("ru").await], ["for all", "барлығына", "for all"]);
        set("", "kk").await;
        assert_eq!(get("kk").await, "for all");
    }
    assert_eq!(bot.ok("getMe", json!({})).await["first_name"], "for all");
    assert_eq!(bot.send(aida.id(), "hi").await["from"]["first_name"], "for all");
    bot.ok("setMyName", json!({ "name": "" })).await;
    assert_eq!(bot.ok("getMe", json!({})).await["first_name"], "Derek", "the first name comes back");
}

#[tokio::test]
async fn a_private_chat_may_have_its_own_menu_button() {
    let (_telegram, bot, aida) = met().await;
    let get = async |params: Value| bot.ok("getChatMenuButton", params).await;
    let own = json!({ "chat_id": aida.id() });
    assert_eq!(get(json!({})).await, json!({ "type": "default" }));
    bot.ok("setChatMenuButton", json!({ "menu_button": { "type": "commands" } })).await;
    assert_eq!(get(own.clone()).await, json!({ "type": "commands" }));
    let app = json!({ "type": "web_app", "text": "Open", "web_app": { "url": "https://example.kz/app" } });
    bot.ok("setChatMenuButton", json!({ "chat_id": aida.id(), "menu_button": app })).await;
    assert_eq!(get(own.clone()).await, app);
    assert_eq!(get(json!({})).await, json!({ "type": "commands" }));
    bot.ok("setChatMenuButton", own.clone()).await;
    assert_eq!(get(own).await, json!({ "type": "commands" }));
}
