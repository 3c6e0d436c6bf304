//! Messages: sent, edited, deleted.

use frankenstein::{
    AsyncTelegramApi, ParseMode,
    methods::{
        DeleteMessageParams, EditMessageReplyMarkupParams, EditMessageTextParams, SendChatActionParams,
        SendMessageParams,
    },
    response::MessageOrBool,
    types::{
        ChatAction, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntityType,
        ReplyMarkup, ReplyParameters, SwitchInlineQueryChosenChat,
    },
};
use telegram_sandbox::Sandbox;

use super::Client;

/// Every kind of formatting that HTML has.
const HTML: &str = "<b>bold</b> <i>italic</i> <u>under</u> <s>strike</s> <tg-spoiler>spoiler</tg-spoiler> <code>code</code>\n\
    <pre><code class=\"language-rust\">pre</code></pre>\n<blockquote expandable>a\nb\nc</blockquote>\n\
    <a href=\"https://example.kz/\">link</a> @someone /start #tag https://example.kz 👋🏽";

pub(super) async fn story() -> Sandbox {
    let telegram = Sandbox::start().await;
    let bot = Client::of(&telegram);
    let aida = telegram.user("Aida").username("aida").language("kk");
    let chat = aida.private();
    let asked = aida.say(&chat, "hello");

    let action = SendChatActionParams::builder().chat_id(chat.id()).action(ChatAction::Typing).build();
    assert!(bot.ok(bot.send_chat_action(&action)).await);

    let reply = ReplyParameters::builder().message_id(id(&asked)).allow_sending_without_reply(true).build();
    let sent = SendMessageParams::builder()
        .chat_id(chat.id())
        .text(HTML)
        .parse_mode(ParseMode::Html)
        .link_preview_options(LinkPreviewOptions::builder().is_disabled(true).build())
        .disable_notification(true)
        .protect_content(true)
        .reply_parameters(reply)
        .reply_markup(ReplyMarkup::InlineKeyboardMarkup(keyboard()))
        .build();
    let sent = bot.ok(bot.send_message(&sent)).await;
    assert_eq!(sent.reply_to_message.unwrap().message_id, id(&asked));
    let entities = sent.entities.unwrap();
    assert_eq!(entities.len(), 13, "{entities:#?}");
    assert!(entities.iter().any(|entity| entity.type_field == MessageEntityType::ExpandableBlockquote));
    assert_eq!(sent.reply_markup.as_deref(), Some(&keyboard()));

    let edit = EditMessageTextParams::builder().chat_id(chat.id()).message_id(sent.message_id);
    let edit = edit.text("<b>edited</b>").parse_mode(ParseMode::Html).build();
    let edited = message(bot.ok(bot.edit_message_text(&edit)).await);
    assert_eq!((edited.text.as_deref(), edited.reply_markup), (Some("edited"), None));
    assert!(edited.edit_date.is_some());
    let same = bot.refused(bot.edit_message_text(&edit)).await;
    assert!(same.description.starts_with("Bad Request: message is not modified"), "{}", same.description);

    let markup = EditMessageReplyMarkupParams::builder().chat_id(chat.id()).message_id(sent.message_id);
    let markup = markup.reply_markup(keyboard()).build();
    let pressable = message(bot.ok(bot.edit_message_reply_markup(&markup)).await);
    assert_eq!(pressable.reply_markup.as_deref(), Some(&keyboard()));

    let delete = DeleteMessageParams::builder().chat_id(chat.id()).message_id(sent.message_id).build();
    assert!(bot.ok(bot.delete_message(&delete)).await);
    assert_eq!(bot.refused(bot.delete_message(&delete)).await.error_code, 400);
    telegram
}

/// A keyboard with every kind of button.
fn keyboard() -> InlineKeyboardMarkup {
    let button = |text: &str| InlineKeyboardButton::builder().text(text);
    let elsewhere = SwitchInlineQueryChosenChat::builder().query("q").allow_group_chats(true).build();
    let rows = vec![
        vec![button("press").callback_data("data").build(), button("open").url("https://example.kz/").build()],
        vec![button("copy").copy_text(CopyTextButton::builder().text("text").build()).build()],
        vec![
            button("share").switch_inline_query("q").build(),
            button("here").switch_inline_query_current_chat("").build(),
            button("choose").switch_inline_query_chosen_chat(elsewhere).build(),
        ],
    ];
    InlineKeyboardMarkup::builder().inline_keyboard(rows).build()
}

/// An id as frankenstein has it.
pub(super) fn id(message: &telegram_sandbox::Message) -> i32 {
    message.id().try_into().unwrap()
}

/// The message of the bot's own that an edit gives back.
pub(super) fn message(edited: MessageOrBool) -> frankenstein::types::Message {
    match edited {
        MessageOrBool::Message(message) => *message,
        MessageOrBool::Bool(_) => panic!("a message of the bot's own is given back"),
    }
}
