//! /lang: which language Derek speaks in a chat.

use super::Context;
use super::press::Press;
use super::reply::{Answer, Change, Message, Pressed};
use super::text::Html;
use crate::article::Language;

/// Answers /lang with the languages; `/lang kk` chooses one at once.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    match argument.to_lowercase().parse() {
        Ok(language) => {
            let context = Context { language, ..*context };
            let message = message(&context, &context.text("lang-chosen", &[]));
            Some(Answer { change: Some(Change::Language(language)), ..message.into() })
        }
        Err(_) => Some(show(context).into()),
    }
}

/// The languages to choose from.
pub(super) fn show(context: &Context<'_>) -> Message {
    message(context, &context.text("lang-choose", &[]))
}

/// What a pressed language does.
pub(super) fn speak(context: &Context<'_>, language: Language) -> Pressed {
    let context = Context { language, ..*context };
    let said = context.text("lang-chosen", &[]);
    Pressed {
        edit: Some(message(&context, &said)),
        toast: Some(said),
        change: Some(Change::Language(language)),
        ..Pressed::default()
    }
}

fn message(context: &Context<'_>, said: &str) -> Message {
    let mut html = Html::default();
    html.text(said);
    let button = |language: Language| {
        let name = context.locales.text(language, "language-name", &[]);
        let chosen = if language == context.language { "✓ " } else { "" };
        Press::Speak(language).button(&format!("{chosen}{name}"))
    };
    Message::new(html.finish(), vec![Language::ALL.map(button).into()])
}
