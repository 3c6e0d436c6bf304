//! What a bot asks and says about itself: its name, its commands.

use frankenstein::{
    AsyncTelegramApi,
    methods::{DeleteMyCommandsParams, GetMyCommandsParams, SetMyCommandsParams},
    types::{BotCommand, BotCommandScope, BotCommandScopeChat},
};
use telegram_sandbox::Sandbox;

use super::Client;

pub(super) async fn story() -> Sandbox {
    let telegram = Sandbox::start().await;
    let bot = Client::of(&telegram);
    let me = bot.ok(bot.get_me()).await;
    assert_eq!(me.username.as_deref(), Some(telegram.bot_username()));

    commands(&bot, &telegram).await;
    telegram
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
