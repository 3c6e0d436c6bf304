//! Formatted texts over real HTTP.

use crate::common::Bot;
use serde_json::{Value, json};
use telegram_sandbox::Sandbox;

#[tokio::test]
async fn a_text_may_be_formatted_in_many_ways() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    aida.start("");
    let chat = aida.private();
    let with = |text: &str, more: Value| {
        let mut params = json!({ "chat_id": chat.id(), "text": text });
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        params
    };
    let bold = json!([{ "type": "bold", "offset": 0, "length": 3 }, { "type": "italic", "offset": 4, "length": 3 }]);
    for params in [
        with("<b>One</b> <i>two</i>.", json!({ "parse_mode": "HTML" })),
        with("*One* _two_\\.", json!({ "parse_mode": "markdownv2" })),
        with("*One* _two_.", json!({ "parse_mode": "Markdown" })),
        with("One two.", json!({ "entities": bold })),
        with("One two.", json!({ "entities": bold.to_string(), "parse_mode": "None" })),
    ] {
        let sent = bot.ok("sendMessage", params).await;
        assert_eq!((&sent["text"], &sent["entities"]), (&json!("One two."), &bold));
        let message = chat.next().await;
        assert_eq!(message.html(), "<b>One</b> <i>two</i>.");
        assert_eq!(message.markdown(), "*One* _two_\\.");
    }
}

#[tokio::test]
async fn every_kind_of_entity_reaches_the_bot_as_it_is_published() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    aida.start("");
    let marked = format!(
        "*a*_b_~c~||d||`e`\n```rust\nf```[g](a.kz)[h](tg://user?id={})![😀](tg://emoji?id=5)![i](tg://time?unix=7&format=r)\n\
         __j__\n>k\n**>l||",
        aida.id()
    );
    let params = json!({ "chat_id": aida.id(), "text": marked, "parse_mode": "MarkdownV2" });
    let sent = bot.ok("sendMessage", params).await;
    let kinds: Vec<_> = sent["entities"].as_array().unwrap().iter().map(|e| e["type"].as_str().unwrap()).collect();
    let expected = [
        "bold",
        "italic",
        "strikethrough",
        "spoiler",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
        "underline",
        "blockquote",
        "expandable_blockquote",
    ];
    assert_eq!(kinds, expected);
    assert_eq!(sent["entities"][5]["language"], "rust");
    assert_eq!(sent["entities"][6]["url"], "http://a.kz/");
    assert_eq!(sent["entities"][7]["user"]["first_name"], "Aida");
    assert_eq!(sent["entities"][8]["custom_emoji_id"], "5");
    assert_eq!((&sent["entities"][9]["unix_time"], &sent["entities"][9]["date_time_format"]), (&json!(7), &json!("r")));

    bot.updates(0).await;
    aida.say(&aida.private(), "/a @derek_bot #b $KZT a.kz a@b.kz +77011234567");
    let asked = bot.next("message").await;
    let kinds: Vec<_> = asked["entities"].as_array().unwrap().iter().map(|e| e["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["bot_command", "mention", "hashtag", "cashtag", "url", "email", "phone_number"]);
}

#[tokio::test]
async fn a_text_that_cannot_be_read_is_refused_in_telegrams_words() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    aida.start("");
    let outside = json!([{ "type": "bold", "offset": 0, "length": 3 }]);
    let unknown = json!([{ "type": "loud", "offset": 0, "length": 1 }]);
    for (text, parse_mode, entities, reason) in [
        (
            "a.b",
            "MarkdownV2",
            json!([]),
            "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ("ж *b", "MarkdownV2", json!([]), "can't parse entities: Can't find end of Bold entity at byte offset 3"),
        ("a_b", "Markdown", json!([]), "can't parse entities: Can't find end of the entity starting at byte offset 1"),
        ("**", "MarkdownV2", json!([]), "text must be non-empty"),
        (
            "ab",
            "none",
            outside,
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 3",
        ),
        ("ab", "", unknown, "can't parse MessageEntity: Unsupported type specified"),
        (&"**".repeat(20_000), "MarkdownV2", json!([]), "text is too long"),
    ] {
        let params = json!({ "chat_id": aida.id(), "text": text, "parse_mode": parse_mode, "entities": entities });
        assert_eq!(bot.refused("sendMessage", params).await, format!("Bad Request: {reason}"));
    }
}
