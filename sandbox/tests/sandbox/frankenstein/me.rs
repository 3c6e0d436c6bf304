//! What a bot asks and says about itself: its name, its descriptions, its commands, its menu button.

use frankenstein::{
    AsyncTelegramApi,
    methods::{
        DeleteMyCommandsParams, GetChatMenuButtonParams, GetMyCommandsParams, GetMyDescriptionParams, GetMyNameParams,
        GetMyShortDescriptionParams, SetChatMenuButtonParams, SetMyCommandsParams, SetMyDescriptionParams,
        SetMyNameParams, SetMyShortDescriptionParams,
    },
    types::{BotCommand, BotCommandScope, BotCommandScopeChat, MenuButton, MenuButtonWebApp, WebAppInfo},
};
use telegram_sandbox::Sandbox;

use super::Client;

pub(super) async fn story() -> Sandbox {
    let telegram = Sandbox::start().await;
    let bot = Client::of(&telegram);
    let me = bot.ok(bot.get_me()).await;
    assert_eq!(me.username.as_deref(), Some(telegram.bot_username()));

    commands(&bot, &telegram).await;
    profile(&bot).await;
    menu_button(&bot, &telegram).await;
    telegram
}

async fn profile(bot: &Client) {
    let name = SetMyNameParams::builder().name("Дерек").language_code("kk").build();
    assert!(bot.ok(bot.set_my_name(&name)).await);
    let get = GetMyNameParams::builder().language_code("kk").build();
    assert_eq!(bot.ok(bot.get_my_name(&get)).await.name, "Дерек");

    let long = SetMyDescriptionParams::builder().description("What it is for").build();
    assert!(bot.ok(bot.set_my_description(&long)).await);
    let get = GetMyDescriptionParams::builder().build();
    assert_eq!(bot.ok(bot.get_my_description(&get)).await.description, "What it is for");

    let short = SetMyShortDescriptionParams::builder().short_description("What it is").build();
    assert!(bot.ok(bot.set_my_short_description(&short)).await);
    let get = GetMyShortDescriptionParams::builder().build();
    assert_eq!(bot.ok(bot.get_my_short_description(&get)).await.short_description, "What it is");
}

async fn menu_button(bot: &Client, telegram: &Sandbox) {
    let ivan = telegram.user("Ivan");
    ivan.say(&ivan.private(), "hello");
    let app = WebAppInfo::builder().url("https://example.kz/").build();
    let app = MenuButton::WebApp(MenuButtonWebApp::builder().text("Open").web_app(app).build());
    for button in [MenuButton::Commands, app, MenuButton::Default] {
        let set = SetChatMenuButtonParams::builder().chat_id(ivan.id()).menu_button(button.clone()).build();
        assert!(bot.ok(bot.set_chat_menu_button(&set)).await);
        let get = GetChatMenuButtonParams::builder().chat_id(ivan.id()).build();
        assert_eq!(bot.ok(bot.get_chat_menu_button(&get)).await, button);
    }
}

async fn commands(bot: &Client, telegram: &Sandbox) {
    let aida = telegram.user("Aida").language("kk");
    aida.say(&aida.private(), "hello");
    let here = BotCommandScope::Chat(BotCommandScopeChat::builder().chat_id(aida.private().id()).build());
    let scopes = [
        BotCommandScope::Default,
        BotCommandScope::AllPrivateChats,
        BotCommandScope::AllGroupChats,
        BotCommandScope::AllChatAdministrators,
        here,
    ];
    for (n, scope) in scopes.into_iter().enumerate() {
        let command = BotCommand::builder().command(format!("command_{n}")).description("What it does").build();
        let set = SetMyCommandsParams::builder().commands(vec![command.clone()]).scope(scope.clone());
        assert!(bot.ok(bot.set_my_commands(&set.language_code("kk").build())).await);

        let get = GetMyCommandsParams::builder().scope(scope.clone()).language_code("kk").build();
        assert_eq!(bot.ok(bot.get_my_commands(&get)).await, std::slice::from_ref(&command));
        let seen =
            matches!(scope, BotCommandScope::Default | BotCommandScope::AllPrivateChats | BotCommandScope::Chat(_));
        assert_eq!(aida.commands(&aida.private()).len(), usize::from(seen), "{scope:?}");

        let delete = DeleteMyCommandsParams::builder().scope(scope).language_code("kk").build();
        assert!(bot.ok(bot.delete_my_commands(&delete)).await);
        assert_eq!(bot.ok(bot.get_my_commands(&get)).await, []);
    }
}
