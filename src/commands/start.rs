//! /start: the first words, and where a deep link leads.

use super::edition::Edition;
use super::press::{Press, View};
use super::reply::{Action, Answer, Button, Change, Message};
use super::text::{Html, label};
use super::{Context, Subject, card, check, history, words};
use crate::article::ArticleId;

/// The start parameter of the button over inline results: it names nothing and brings the greeting.
pub(super) const GREETING: &str = "hello";

/// The start parameter that tells how something is checked.
pub(super) const CHECK: &str = "check";
/// Before an article, in the start parameter that leads to its figures.
const FIGURES: &str = "n-";

/// The start parameter that leads to the figures of an article: at most 42 of `A-Za-z0-9_-`.
pub(super) fn figures(article: &ArticleId) -> String {
    format!("{FIGURES}{article}")
}

/// The address that opens the private chat with a start parameter.
pub(super) fn link(context: &Context<'_>, parameter: &str) -> String {
    format!("https://t.me/{}?start={parameter}", context.bot)
}

/// Answers /start: with a deep link what it names, and its article becomes the chat's; else a greeting.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    if argument.is_empty() || argument == GREETING {
        return Some(greeting(context, &context.text("start-hello", &[])).into());
    }
    // The words of a search lead here: what else is there to find?
    if argument == super::link::SEARCH {
        return words::nothing_fits(context, "");
    }
    if let Some(article) = history::linked(argument) {
        return Some(history::asked(context, article));
    }
    if argument == CHECK {
        return check::answer(&Context { replied: None, ..*context }, "");
    }
    let figures = argument.strip_prefix(FIGURES).and_then(|id| context.library.get(&id.parse().ok()?));
    let figures = figures.map(|editions| (Edition::preferred(editions, context.language), View::Figures { page: 0 }));
    let linked = figures.or_else(|| Subject::from_parameter(argument).and_then(|subject| context.linked(&subject)));
    match linked.and_then(|(edition, view)| Some((edition, context.show(&edition, view)?))) {
        Some((edition, message)) => {
            Some(Answer { change: Some(Change::Article(edition.article.id.clone())), ..message.into() })
        }
        None => Some(greeting(context, &context.text("start-nothing-there", &[])).into()),
    }
}

/// What Derek can do, and buttons to try it at once.
fn greeting(context: &Context<'_>, first: &str) -> Message {
    let mut html = Html::default();
    html.bold(first).text("\n\n").text(&context.text("start-can", &[("bot", context.bot.into())]));
    let mut keyboard = Vec::new();
    if let Some(edition) = context.meant() {
        let link = Subject::article(&edition.article.id).link(context.bot);
        html.text("\n\n").text(&context.text("start-try", &[])).text("\n").link(&card::title(edition.article), &link);
        keyboard.extend(Some(card::contents(context, &edition, View::Article)).filter(|row| !row.is_empty()));
    }
    keyboard.push(vec![Button {
        text: label(&context.text("button-elsewhere", &[])),
        action: Action::Share(String::new()),
    }]);
    keyboard.push(vec![Press::Languages.button(&context.text("button-languages", &[]))]);
    Message::new(html.finish(), keyboard)
}
