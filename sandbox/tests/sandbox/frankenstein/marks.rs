//! What is done with messages that are there: forwarded, copied, pinned, reacted to, deleted; and reply keyboards.

use frankenstein::{
    AsyncTelegramApi,
    methods::{
        CopyMessageParams, DeleteMessagesParams, ForwardMessageParams, GetChatParams, PinChatMessageParams,
        SendMessageParams, SetMessageReactionParams, UnpinChatMessageParams,
    },
    types::{
        ForceReply, KeyboardButton, MessageOrigin, ReactionType, ReactionTypeEmoji, ReplyKeyboardMarkup,
        ReplyKeyboardRemove, ReplyMarkup,
    },
};
use telegram_sandbox::{Sandbox, User};

use super::{Client, messages::id};

pub(super) async fn story() -> Sandbox {
    let telegram = Sandbox::start().await;
    let bot = Client::of(&telegram);
    let (aida, ivan) = (telegram.user("Aida").username("aida"), telegram.user("Ivan"));
    let (here, there) = (aida.private().id(), telegram.group("There", [&aida, &ivan]).id());
    let said = id(&aida.say(&aida.private(), "words"));

    let forward = ForwardMessageParams::builder().chat_id(there).from_chat_id(here).message_id(said);
    let forwarded = bot.ok(bot.forward_message(&forward.build())).await;
    let Some(MessageOrigin::User(origin)) = forwarded.forward_origin.as_deref() else { panic!("{forwarded:?}") };
    assert_eq!(origin.sender_user.username.as_deref(), Some("aida"));
    let copy = CopyMessageParams::builder().chat_id(there).from_chat_id(here).message_id(said);
    let copied = bot.ok(bot.copy_message(&copy.build())).await.message_id;

    pins(&bot, here, said).await;
    keyboards(&bot, &aida).await;

    let emoji = ReactionType::Emoji(ReactionTypeEmoji::builder().emoji("👍").build());
    let react = SetMessageReactionParams::builder().chat_id(here).message_id(said).reaction(vec![emoji]);
    assert!(bot.ok(bot.set_message_reaction(&react.build())).await);

    let delete = DeleteMessagesParams::builder().chat_id(there).message_ids(vec![forwarded.message_id, copied]);
    assert!(bot.ok(bot.delete_messages(&delete.build())).await);
    telegram
}

async fn pins(bot: &Client, chat: i64, message: i32) {
    let pin = PinChatMessageParams::builder().chat_id(chat).message_id(message).disable_notification(true).build();
    assert!(bot.ok(bot.pin_chat_message(&pin)).await);
    let get = GetChatParams::builder().chat_id(chat).build();
    let pinned = bot.ok(bot.get_chat(&get)).await.pinned_message.unwrap();
    assert_eq!(pinned.message_id, message);
    let unpin = UnpinChatMessageParams::builder().chat_id(chat).message_id(message).build();
    assert!(bot.ok(bot.unpin_chat_message(&unpin)).await);
    assert!(bot.ok(bot.get_chat(&get)).await.pinned_message.is_none());
}

/// Reply keyboards of every kind are taken; a person sees the keys.
async fn keyboards(bot: &Client, aida: &User) {
    let key = |text: &str| KeyboardButton::builder().text(text).build();
    let keys = ReplyKeyboardMarkup::builder()
        .keyboard(vec![vec![key("yes"), key("no")]])
        .resize_keyboard(true)
        .one_time_keyboard(true)
        .input_field_placeholder("yes or no");
    for (markup, keys) in [
        (ReplyMarkup::ReplyKeyboardMarkup(keys.build()), Some(vec![vec!["yes".to_owned(), "no".to_owned()]])),
        (ReplyMarkup::ReplyKeyboardRemove(ReplyKeyboardRemove::builder().remove_keyboard(true).build()), None),
        (ReplyMarkup::ForceReply(ForceReply::builder().force_reply(true).build()), None),
    ] {
        let send = SendMessageParams::builder().chat_id(aida.id()).text("well?").reply_markup(markup);
        bot.ok(bot.send_message(&send.build())).await;
        assert_eq!(aida.keys(&aida.private()), keys);
    }
}
