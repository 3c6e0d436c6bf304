//! Updates of every kind that people make, and the answers to queries.

use frankenstein::{
    AsyncTelegramApi,
    inline_mode::{InlineQueryResult, InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent},
    methods::{
        AnswerCallbackQueryParams, AnswerInlineQueryParams, EditMessageTextParams, GetUpdatesParams, SendMessageParams,
    },
    response::MessageOrBool,
    types::{AllowedUpdate, InlineKeyboardButton, InlineKeyboardMarkup, MaybeInaccessibleMessage, ReplyMarkup},
    updates::UpdateContent,
};
use telegram_sandbox::Sandbox;

use super::Client;

/// The kinds that the sandbox makes.
const KINDS: [AllowedUpdate; 10] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::ChannelPost,
    AllowedUpdate::EditedChannelPost,
    AllowedUpdate::MessageReaction,
    AllowedUpdate::InlineQuery,
    AllowedUpdate::ChosenInlineResult,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
    AllowedUpdate::ChatMember,
];

pub(super) async fn story() -> Sandbox {
    let telegram = Sandbox::start().await;
    let bot = Client::of(&telegram);
    let poller = Poller::of(&bot);
    let (aida, ivan) = (telegram.user("Aida").username("aida").language("kk"), telegram.user("Ivan"));
    let private = aida.private();

    aida.say(&private, "/start word");
    let UpdateContent::Message(said) = poller.next().await else { panic!("a message") };
    assert_eq!((said.text.as_deref(), said.from.unwrap().username.as_deref()), (Some("/start word"), Some("aida")));

    let button = InlineKeyboardButton::builder().text("press").callback_data("data").build();
    let keyboard = InlineKeyboardMarkup::builder().inline_keyboard(vec![vec![button]]).build();
    let send = SendMessageParams::builder().chat_id(private.id()).text("with a button");
    let send = send.reply_markup(ReplyMarkup::InlineKeyboardMarkup(keyboard.clone())).build();
    let sent = bot.ok(bot.send_message(&send)).await;
    let shown = private.next().await;
    let (toast, ()) = tokio::join!(aida.press_data(&shown, "data"), async {
        let UpdateContent::CallbackQuery(query) = poller.next().await else { panic!("a press") };
        assert_eq!(query.data.as_deref(), Some("data"));
        let Some(MaybeInaccessibleMessage::Message(under)) = query.message else { panic!("its message") };
        assert_eq!(under.message_id, sent.message_id);
        let answer = AnswerCallbackQueryParams::builder().callback_query_id(query.id).text("toast").show_alert(true);
        assert!(bot.ok(bot.answer_callback_query(&answer.build())).await);
    });
    assert_eq!((toast.text.as_deref(), toast.show_alert), (Some("toast"), true));

    let group = telegram.group("Group", [&aida, &ivan]);
    let UpdateContent::MyChatMember(_) = poller.next().await else { panic!("it is in a group") };
    let UpdateContent::Message(service) = poller.next().await else { panic!("a service message") };
    assert!(service.new_chat_members.is_some() || service.group_chat_created.is_some(), "{service:?}");

    let (found, ()) = tokio::join!(aida.inline(&group, "words"), async {
        let UpdateContent::InlineQuery(query) = poller.next().await else { panic!("an inline query") };
        assert_eq!(query.query, "words");
        let content =
            InputTextMessageContent::builder().message_text("<b>found</b>").parse_mode(frankenstein::ParseMode::Html);
        let article = InlineQueryResultArticle::builder().id("1").title("Found").input_message_content(content.build());
        let article = article.description("words").reply_markup(keyboard.clone()).build();
        let answer = AnswerInlineQueryParams::builder()
            .inline_query_id(query.id)
            .results(vec![InlineQueryResult::Article(article)])
            .cache_time(0)
            .is_personal(true)
            .button(InlineQueryResultsButton::builder().text("more").start_parameter("words").build());
        assert!(bot.ok(bot.answer_inline_query(&answer.build())).await);
    });
    aida.choose(&group, &found, 0);
    let UpdateContent::Message(through) = poller.next().await else { panic!("what was sent through the bot") };
    assert_eq!((through.text.as_deref(), through.via_bot.is_some()), (Some("found"), true));
    let UpdateContent::ChosenInlineResult(chosen) = poller.next().await else { panic!("the choice") };
    assert_eq!((chosen.result_id.as_str(), chosen.query.as_str()), ("1", "words"));
    let edit = EditMessageTextParams::builder().inline_message_id(chosen.inline_message_id.unwrap()).text("edited");
    assert_eq!(bot.ok(bot.edit_message_text(&edit.build())).await, MessageOrBool::Bool(true));

    let forum = telegram.supergroup("Forum", [&aida, &ivan]);
    let topic = forum.topic("Topic");
    forum.promote_bot();
    let channel = telegram.channel("Channel", &aida);
    channel.discussed_in(&forum);
    let asked = aida.say_in(&topic, "/stats@derek_bot");
    aida.edit(&asked, "/quote@derek_bot");
    ivan.react(&asked, "👍");
    forum.join(&telegram.user("Guest"));
    let post = channel.post("/stats");
    aida.edit(&post, "/quote");
    let rest = poller.until_quiet().await;
    let has = |wanted: fn(&UpdateContent) -> bool| assert!(rest.iter().any(wanted), "{rest:#?}");
    has(|update| matches!(update, UpdateContent::Message(said) if said.is_topic_message == Some(true)));
    has(|update| matches!(update, UpdateContent::EditedMessage(said) if said.edit_date.is_some()));
    has(|update| matches!(update, UpdateContent::MessageReaction(reaction) if reaction.new_reaction.len() == 1));
    has(
        |update| matches!(update, UpdateContent::ChatMember(change) if change.new_chat_member != change.old_chat_member),
    );
    has(|update| matches!(update, UpdateContent::ChannelPost(post) if post.sender_chat.is_some()));
    has(|update| matches!(update, UpdateContent::EditedChannelPost(post) if post.text.as_deref() == Some("/quote")));
    telegram
}

/// Long polling, one update at a time.
struct Poller<'a> {
    bot: &'a Client,
    offset: std::cell::Cell<i64>,
}

impl<'a> Poller<'a> {
    fn of(bot: &'a Client) -> Self {
        Poller { bot, offset: 0.into() }
    }

    /// The next update.
    async fn next(&self) -> UpdateContent {
        self.poll(10).await.expect("an update in 10 s")
    }

    /// All updates that wait.
    async fn until_quiet(&self) -> Vec<UpdateContent> {
        let mut updates = Vec::new();
        while let Some(update) = self.poll(0).await {
            updates.push(update);
        }
        updates
    }

    async fn poll(&self, timeout: u32) -> Option<UpdateContent> {
        let params = GetUpdatesParams::builder().offset(self.offset.get()).timeout(timeout).limit(1);
        let updates = self.bot.ok(self.bot.get_updates(&params.allowed_updates(KINDS.to_vec()).build())).await;
        let update = updates.into_iter().next()?;
        self.offset.set(i64::from(update.update_id) + 1);
        Some(update.content)
    }
}
