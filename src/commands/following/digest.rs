//! A digest: one message with what was found, ten things on a page.

use jiff::civil;

use super::Press;
use super::menu::button;
use crate::article::ArticleId;
use crate::commands::reply::{Action, Button, Message};
use crate::commands::text::{Html, label};
use crate::commands::{Context, card, history};

/// How many things stand on a page.
const THINGS: usize = 10;

/// A page of a digest with this number, from 0, of what is seen of each thing in it. `corrected`: when some of it was, and the article that
/// changed, where that is known. `None`: there is no such page.
pub fn digest(
    context: &Context<'_>,
    number: i64,
    things: &[String],
    page: usize,
    corrected: Option<(civil::DateTime, Option<&ArticleId>)>,
) -> Option<Message> {
    let shown = things.chunks(THINGS).nth(page)?;
    let mut html = Html::default();
    html.bold(&context.text("digest-title", &[]));
    if things.len() > THINGS {
        let from = page * THINGS;
        html.text(&format!(" · {}–{} / {}", from + 1, from + shown.len(), things.len()));
    }
    let mut html = html.finish();
    for thing in shown {
        html += "\n\n";
        html += thing;
    }
    let pages = things.len().div_ceil(THINGS);
    let mut keyboard = Vec::new();
    keyboard.extend(card::pager(page, pages, |text, page| button(text, &Press::Told { digest: number, page })));
    if let Some((at, article)) = corrected {
        let when = context.locales.moment(context.language, at);
        let mut note = Html::default();
        note.text("\n\n").italic(&context.text("corrected-at", &[("when", when.into())]));
        html += &note.finish();
        if let Some(article) = article {
            let text = label(&context.text("button-changes", &[]));
            keyboard.push(vec![Button { text, action: Action::Open(history::link(context, article)) }]);
        }
    }
    keyboard.push(vec![button(&context.text("button-following", &[]), &Press::Manage)]);
    Some(Message::new(html, keyboard))
}

/// The same thing where it was withdrawn.
pub fn struck(thing: &str) -> String {
    format!("<s>{thing}</s>")
}
