//! The official error texts of methods that handle messages that are there, and of what the bot says of itself.

use crate::common::{Bot, met};
use serde_json::{Value, json};
use telegram_sandbox::Sandbox;

/// The fields of one object and those of another.
fn with(mut fields: Value, more: Value) -> Value {
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    fields
}

#[tokio::test]
async fn what_cannot_be_done_with_a_message_is_refused_in_telegrams_words() {
    let (telegram, bot, aida) = met().await;
    let bek = telegram.user("Bek");
    let group = telegram.group("Newsroom", [&bek]);
    let said = bek.say(&group, "good morning");
    let joined = group.messages()[0].clone();
    let lost = telegram.supergroup("Lost", [&bek]);
    let lost_said = bek.say(&lost, "hello");
    lost.kick_bot();
    let left = telegram.supergroup("Left", [&bek]);
    bot.ok("leaveChat", json!({ "chat_id": left.id() })).await;
    let me = aida.id();
    let start = bot.send(me, "80 of <100>").await["message_id"].clone();

    let here = |id: i64| json!({ "chat_id": group.id(), "message_id": id });
    let mine = |more: Value| with(json!({ "chat_id": me, "message_id": start }), more);
    let from = |chat: i64, id: i64| json!({ "chat_id": me, "from_chat_id": chat, "message_id": id });
    let ids = |ids: Value| json!({ "chat_id": me, "message_ids": ids });
    let react = |reaction: Value| mine(json!({ "reaction": reaction }));
    let emoji = |emoji: &str| json!({ "type": "emoji", "emoji": emoji });
    let reply = |more: Value| {
        let parameters = with(json!({ "message_id": start }), more);
        json!({ "chat_id": me, "text": "x", "reply_parameters": parameters })
    };
    let quote = |quote: &str| reply(json!({ "quote": quote }));
    let no_rights = "Bad Request: not enough rights to manage pinned messages in the chat";
    for (method, params, description) in [
        ("deleteMessages", json!({ "chat_id": me }), "Bad Request: message identifiers are not specified"),
        ("deleteMessages", ids(json!([])), "Bad Request: message identifiers are not specified"),
        ("deleteMessages", ids(json!("[")), "Bad Request: can't parse message_ids JSON object"),
        ("deleteMessages", ids(json!(5)), "Bad Request: expected an Array of message identifiers"),
        ("deleteMessages", ids(json!([0])), "Bad Request: invalid message identifier specified"),
        ("deleteMessages", ids(json!(["x"])), "Bad Request: can't parse message identifier as a Number"),
        ("deleteMessages", ids(json!([{}])), "Bad Request: message identifier must be a Number"),
        ("deleteMessages", ids(json!(vec![1; 101])), "Bad Request: too many message identifiers specified"),
        (
            "deleteMessages",
            json!({ "chat_id": group.id(), "message_ids": [999, said.id()] }),
            "Bad Request: message can't be deleted for everyone",
        ),
        ("forwardMessage", mine(json!({})), "Bad Request: parameter \"from_chat_id\" is required"),
        ("forwardMessage", from(1, 1), "Bad Request: chat not found"),
        ("forwardMessage", from(group.id(), 99), "Bad Request: message to forward not found"),
        ("forwardMessage", from(group.id(), joined.id()), "Bad Request: the message can't be forwarded"),
        ("forwardMessage", from(lost.id(), lost_said.id()), "Forbidden: bot was kicked from the supergroup chat"),
        ("copyMessage", from(left.id(), 1), "Forbidden: bot is not a member of the supergroup chat"),
        ("copyMessage", from(group.id(), 99), "Bad Request: message to copy not found"),
        ("copyMessage", from(group.id(), joined.id()), "Bad Request: the message can't be copied"),
        (
            "copyMessage",
            with(from(group.id(), said.id()), json!({ "caption": "x".repeat(1025) })),
            "Bad Request: message caption is too long",
        ),
        ("pinChatMessage", here(99), "Bad Request: message to pin not found"),
        ("pinChatMessage", here(said.id()), no_rights),
        ("unpinChatMessage", here(said.id()), no_rights),
        ("unpinChatMessage", mine(json!({})), "Bad Request: CHAT_NOT_MODIFIED"),
        ("unpinChatMessage", json!({ "chat_id": me }), "Bad Request: message to unpin not found"),
        ("setMessageReaction", here(99), "Bad Request: message to react not found"),
        ("setMessageReaction", here(joined.id()), "Bad Request: MESSAGE_ID_INVALID"),
        ("setMessageReaction", react(json!([emoji("🙂")])), "Bad Request: REACTION_INVALID"),
        ("setMessageReaction", react(json!([emoji("👍"), emoji("🔥")])), "Bad Request: REACTIONS_TOO_MANY"),
        ("setMessageReaction", react(json!("[")), "Bad Request: can't parse reaction types JSON object"),
        ("setMessageReaction", react(json!({})), "Bad Request: expected an Array of ReactionType"),
        ("setMessageReaction", react(json!([1])), "Bad Request: can't parse ReactionType: expected an Object"),
        (
            "setMessageReaction",
            react(json!([{ "type": "paid" }])),
            "Bad Request: can't parse ReactionType: invalid reaction type specified",
        ),
        (
            "setMessageReaction",
            react(json!([{ "type": "custom_emoji", "custom_emoji_id": "1" }])),
            "Not Implemented: the sandbox does not have reactions of type custom_emoji yet",
        ),
        ("sendMessage", quote("81"), "Bad Request: QUOTE_TEXT_INVALID"),
        ("sendMessage", quote(&"x".repeat(1025)), "Bad Request: QUOTE_TEXT_INVALID"),
        (
            "sendMessage",
            reply(json!({ "quote": "<b>80</b>", "quote_parse_mode": "HTML" })),
            "Bad Request: QUOTE_TEXT_INVALID",
        ),
        (
            "sendMessage",
            json!({ "chat_id": me, "text": "x", "reply_parameters": { "quote": "80" } }),
            "Bad Request: can't find field \"message_id\"",
        ),
        (
            "sendMessage",
            reply(json!({ "chat_id": group.id() })),
            "Not Implemented: the sandbox does not have replies into another chat yet",
        ),
        (
            "sendMessage",
            json!({ "chat_id": me, "text": "x", "reply_parameters": "[" }),
            "Bad Request: can't parse reply parameters JSON object",
        ),
        (
            "editMessageText",
            mine(json!({ "text": "x", "reply_markup": { "force_reply": true } })),
            "Bad Request: inline keyboard expected",
        ),
    ] {
        assert_eq!(bot.refused(method, params.clone()).await, description, "{method} {params}");
    }
    bot.ok("pinChatMessage", mine(json!({}))).await;
    assert_eq!(bot.refused("pinChatMessage", mine(json!({}))).await, "Bad Request: CHAT_NOT_MODIFIED");
    let told = aida.private().messages().pop().unwrap();
    let service = json!({ "chat_id": me, "message_id": told.id() });
    assert_eq!(bot.refused("pinChatMessage", service).await, "Bad Request: service messages can't be pinned");
}

#[tokio::test]
async fn buttons_stand_only_where_they_work() {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    aida.start("");
    let group = telegram.group("Newsroom", [&aida]);
    let channel = telegram.channel("News", &aida);
    let button = |chat: i64, button: Value| {
        let button = with(json!({ "text": "a" }), button);
        json!({ "chat_id": chat, "text": "x", "reply_markup": { "inline_keyboard": [[button]] } })
    };
    let app = |url: &str| json!({ "web_app": { "url": url } });
    let in_channel = "button in a channel chat, because users will not be able to use the button without knowing bot's \
                      username";
    for (params, description) in [
        (button(group.id(), app("https://example.kz")), "Bad Request: BUTTON_TYPE_INVALID"),
        (
            button(aida.id(), app("http://example.kz")),
            "Bad Request: inline keyboard button Web App URL 'http://example.kz' is invalid: Only HTTPS links are allowed",
        ),
        (
            button(channel.id(), json!({ "switch_inline_query": "x" })),
            &format!("Bad Request: can't use switch_inline_query {in_channel}"),
        ),
        (
            button(channel.id(), json!({ "switch_inline_query_current_chat": "x" })),
            &format!("Bad Request: can't use switch_inline_query_current_chat {in_channel}"),
        ),
        (
            button(aida.id(), json!({ "login_url": { "url": "https://example.kz" } })),
            "Not Implemented: the sandbox does not have buttons with login_url yet",
        ),
        (
            button(aida.id(), json!({ "callback_data": "x", "icon_custom_emoji_id": "1" })),
            "Not Implemented: the sandbox does not have buttons with icon_custom_emoji_id yet",
        ),
        (
            button(aida.id(), json!({ "callback_data": "x", "style": "loud" })),
            "Bad Request: can't parse inline keyboard button: invalid button style specified",
        ),
    ] {
        assert_eq!(bot.refused("sendMessage", params.clone()).await, description, "{params}");
    }
    bot.ok("sendMessage", button(aida.id(), app("https://example.kz"))).await;
    let shown = aida.private().next().await;
    assert_eq!(shown.json()["reply_markup"]["inline_keyboard"][0][0]["web_app"]["url"], "https://example.kz/");
}

#[tokio::test]
async fn what_the_bot_says_of_itself_has_limits() {
    let (_telegram, bot, aida) = met().await;
    let menu = |button: Value| json!({ "chat_id": aida.id(), "menu_button": button });
    let app = |text: &str, url: &str| menu(json!({ "type": "web_app", "text": text, "web_app": { "url": url } }));
    let command =
        |command: &str, description: &str| json!({ "commands": [{ "command": command, "description": description }] });
    for (method, params, description) in [
        ("setMyName", json!({ "name": "ж".repeat(65) }), "Bad Request: NAME_TOO_LONG"),
        ("setMyDescription", json!({ "description": "ж".repeat(513) }), "Bad Request: DESCRIPTION_TOO_LONG"),
        ("setMyShortDescription", json!({ "short_description": "ж".repeat(121) }), "Bad Request: ABOUT_TOO_LONG"),
        ("getMyName", json!({ "language_code": "kaz" }), "Bad Request: invalid language code specified"),
        ("getChatMenuButton", json!({ "chat_id": 5 }), "Bad Request: user not found"),
        ("getChatMenuButton", json!({ "chat_id": -5 }), "Bad Request: invalid chat_id specified"),
        ("setChatMenuButton", menu(json!("{")), "Bad Request: can't parse menu button JSON object"),
        ("setChatMenuButton", menu(json!([1])), "Bad Request: can't parse menu button: MenuButton must be an Object"),
        ("setChatMenuButton", menu(json!({})), "Bad Request: can't parse menu button: Can't find field \"type\""),
        (
            "setChatMenuButton",
            menu(json!({ "type": "x" })),
            "Bad Request: can't parse menu button: MenuButton has unsupported type",
        ),
        ("setChatMenuButton", app("", "https://example.kz"), "Bad Request: menu button text must be non-empty"),
        (
            "setChatMenuButton",
            app("Open", "http://example.kz"),
            "Bad Request: menu button Web App URL 'http://example.kz' is invalid: Only HTTPS links are allowed",
        ),
        (
            "setChatMenuButton",
            app("Open", "tg://resolve?domain=derek_bot"),
            "Bad Request: menu button Web App URL 'tg://resolve?domain=derek_bot' is invalid: Only HTTP links are allowed",
        ),
        ("setMyCommands", command("/", "x"), "Bad Request: command must be non-empty"),
        ("setMyCommands", command("stats", " "), "Bad Request: command description must be non-empty"),
        (
            "setMyCommands",
            command("stats", &"ж".repeat(257)),
            "Bad Request: command description length must not exceed 256",
        ),
    ] {
        assert_eq!(bot.refused(method, params.clone()).await, description, "{method} {params}");
    }
    bot.ok("setMyName", json!({ "name": "ж".repeat(64) })).await;
    bot.ok("setMyDescription", json!({ "description": "ж".repeat(512) })).await;
    bot.ok("setMyShortDescription", json!({ "short_description": "ж".repeat(120) })).await;
}
