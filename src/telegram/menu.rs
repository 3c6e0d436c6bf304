//! Tells Telegram the commands, so that people see them in the menu in their language.

use std::sync::Arc;

use teloxide::payloads::{SetMyCommands, SetMyCommandsSetters};
use teloxide::types::{BotCommand, BotCommandScope};

use super::bot::Bot;
use super::desk::Answers;
use crate::article::Language;
use crate::commands::{self, Place};
use crate::locale::Locales;

/// Sets the commands for each kind of chat, in each language; people with another language get the English ones.
pub(super) async fn set<A: Answers>(bot: Arc<Bot<A>>, locales: Arc<Locales>) {
    let scopes = [(Place::Private, BotCommandScope::AllPrivateChats), (Place::Group, BotCommandScope::AllGroupChats)];
    for (place, scope) in scopes {
        let everybody_else = [(None, Language::En)];
        for (code, language) in
            Language::ALL.map(|language| (Some(language.code()), language)).into_iter().chain(everybody_else)
        {
            let commands = commands::menu(&locales, language, place);
            let mut payload = SetMyCommands::new(commands.into_iter().map(|(name, text)| BotCommand::new(name, text)))
                .scope(scope.clone());
            payload.language_code = code.map(str::to_owned);
            bot.delivery().call(&payload).await;
        }
    }
}
