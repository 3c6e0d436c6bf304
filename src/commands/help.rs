//! /help: the commands, and what else one can do.

use super::reply::{Answer, Message};
use super::text::{Html, line};
use super::{Context, registry};

/// Answers /help.
pub(super) fn answer(context: &Context<'_>, _: &str) -> Option<Answer> {
    let mut html = Html::default();
    html.bold(&context.text("help-commands", &[])).text("\n");
    for command in registry::offered(context.place, context.editor) {
        html.text("\n/").text(command.name);
        if let Some(argument) = command.argument {
            html.text(" ").italic(&context.text(argument, &[]));
        }
        html.text(" — ").text(&context.text(command.about, &[]));
    }
    html.text("\n\n").text(&context.text("help-more", &[("bot", context.bot.into())]));
    Some(Message::new(html.finish(), Vec::new()).into())
}

/// Answers a command that there is not.
pub(super) fn unknown(context: &Context<'_>, name: &str) -> Answer {
    const NAME: usize = 32;
    let name = line(name, NAME);
    let mut html = Html::default();
    html.text(&context.text("unknown-command", &[("name", name.into())]));
    Message::new(html.finish(), Vec::new()).into()
}
