//! /articles: what there is, newest first.

use super::edition::Edition;
use super::press::Press;
use super::reply::{Answer, Message};
use super::text::Html;
use super::{Context, Subject, card, words};

/// How many articles stand on a page.
const ARTICLES: usize = 8;

/// Answers /articles with the first page.
pub(super) fn answer(context: &Context<'_>, _: &str) -> Option<Answer> {
    match show(context, 0) {
        Some(message) => Some(message.into()),
        None => words::nothing_fits(context, ""),
    }
}

/// A page of the list. `None` when there is no such page.
pub(super) fn show(context: &Context<'_>, page: usize) -> Option<Message> {
    let all = context.library.newest_first();
    let shown = all.chunks(ARTICLES).nth(page)?;
    let count = context.text("count-articles", &[("count", all.len().into())]);
    let mut html = Html::default();
    html.bold(&count).text("\n").text(&context.text("articles-choose", &[]));
    let mut keyboard = Vec::new();
    for (place, editions) in shown.iter().enumerate() {
        let edition = Edition::preferred(editions, context.language);
        let number = page * ARTICLES + place + 1;
        let title = card::title(edition.article);
        let link = Subject::article(editions.id()).link(context.bot);
        html.text(&format!("\n\n{number}. ")).link(&title, &link);
        if let Some(day) = card::day(context, &edition) {
            html.text("\n").text(&day);
        }
        keyboard.push(vec![Press::Choose(editions.id().clone()).button(&format!("{number}. {title}"))]);
    }
    let pages = all.len().div_ceil(ARTICLES);
    keyboard.extend(card::pager(page, pages, |text, page| Press::Articles { page }.button(text)));
    Some(Message::new(html.finish(), keyboard))
}
