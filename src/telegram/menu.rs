//! Tells Telegram the commands, so that people see them in the menu in their language.

use std::sync::Arc;

use teloxide::payloads::{SetMyCommands, SetMyCommandsSetters};
use teloxide::types::{BotCommand, BotCommandScope, ChatId, Recipient, True};

use super::bot::Bot;
use super::desk::Answers;
use crate::article::Language;
use crate::commands::{self, Place};
use crate::locale::Locales;

/// Sets the commands for each kind of chat, in each language; people with another language get the English ones.
pub(super) async fn set<A: Answers>(bot: Arc<Bot<A>>, locales: Arc<Locales>) {
    let scopes = [(Place::Private, BotCommandScope::AllPrivateChats), (Place::Group, BotCommandScope::AllGroupChats)];
    for (place, scope) in scopes {
        for payload in payloads(&locales, place, false, &scope) {
            bot.delivery().call(&payload).await;
        }
    }
    for editor in bot.editors() {
        let scope = BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(editor.cast_signed())) };
        for payload in payloads(&locales, Place::Private, true, &scope) {
            // An editor who never spoke to the bot has no chat with it yet: the menu comes with the next start after that.
            if let Err(error) = bot.api.call::<True>(&payload, bot.limits.call).await {
                log::info!("editor {editor} has no menu of their own yet: {error}");
                break;
            }
        }
    }
}

/// The menu in each language.
fn payloads(
    locales: &Locales,
    place: Place,
    editor: bool,
    scope: &BotCommandScope,
) -> impl Iterator<Item = SetMyCommands> {
    let everybody_else = [(None, Language::En)];
    let languages = Language::ALL.map(|language| (Some(language.code()), language)).into_iter().chain(everybody_else);
    languages.map(move |(code, language)| {
        let commands = commands::menu(locales, language, place, editor);
        let mut payload = SetMyCommands::new(commands.into_iter().map(|(name, text)| BotCommand::new(name, text)))
            .scope(scope.clone());
        payload.language_code = code.map(str::to_owned);
        payload
    })
}
