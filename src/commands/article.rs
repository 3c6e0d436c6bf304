//! /article: an article at a glance, and its full text.

use super::edition::Edition;
use super::press::{Press, View};
use super::reply::{Answer, Change, Keyboard};
use super::text::{Html, LINE, PAGE, Passage, line};
use super::{Context, card, words};
use crate::article::Article;

/// Answers /article; an article that is named becomes the chat's.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let Some(edition) = context.named(argument) else { return words::nothing_fits(context, argument) };
    let change = (!argument.is_empty()).then(|| Change::Article(edition.article.id.clone()));
    Some(Answer { change, ..context.show(&edition, View::Article)?.into() })
}

/// Title, date, source, lead and credit. What does not fit ends in an ellipsis; the full text has the whole.
pub(super) fn html(context: &Context<'_>, edition: &Edition<'_>) -> String {
    /// The credit is a line, but nothing keeps a file from giving a long one.
    const CREDIT: usize = 300;
    let article = edition.article;
    let mut html = Html::default();
    card::heading(&mut html, context, edition);
    if let Some(lead) = article.lead() {
        let lead = Passage::plain(article.text(lead));
        let (page, cut) = lead.first_page(PAGE);
        html.text("\n\n").passage(&lead, page).text(if cut { "…" } else { "" });
    }
    if let Some(credit) = article.credit {
        html.text("\n\n").italic(&line(article.text(credit), CREDIT));
    }
    if article.translation {
        html.text("\n\n").italic(&context.text("translated-article", &[]));
    }
    html.finish()
}

/// What the article has, and the way to the others.
pub(super) fn keyboard(context: &Context<'_>, edition: &Edition<'_>) -> Keyboard {
    let mut row = vec![
        edition.button(&context.text("button-text", &[]), View::Body { page: 0 }),
        card::share(context, edition, View::Article),
    ];
    row.extend(card::source(context, edition));
    let contents = card::contents(context, edition, View::Article);
    let mut keyboard: Keyboard = [contents, row].into_iter().filter(|row| !row.is_empty()).collect();
    if context.library.newest_first().len() > 1 {
        keyboard.push(vec![Press::Articles { page: 0 }.button(&context.text("button-articles", &[]))]);
    }
    keyboard
}

/// The full text. A title too long for the heading stands whole before it.
fn full_text(article: &Article) -> Passage<'_> {
    if article.title.chars().nth(LINE).is_some() {
        Passage::plain(format!("{}\n\n{}", article.title, article.body))
    } else {
        Passage::plain(&*article.body)
    }
}

/// A page of the full text.
pub(super) fn body_html(context: &Context<'_>, edition: &Edition<'_>, page: usize) -> Option<String> {
    let text = full_text(edition.article);
    let pages = text.pages(PAGE);
    let mut html = Html::default();
    card::heading(&mut html, context, edition);
    html.text("\n\n").passage(&text, pages.get(page)?.clone());
    if edition.article.translation {
        html.text("\n\n").italic(&context.text("translated-article", &[]));
    }
    Some(html.finish())
}

/// The other pages of the full text, and the way back.
pub(super) fn body_keyboard(context: &Context<'_>, edition: &Edition<'_>, page: usize) -> Keyboard {
    let pages = full_text(edition.article).pages(PAGE);
    let mut keyboard = Vec::new();
    keyboard.extend(card::pager(page, pages.len(), |text, page| edition.button(text, View::Body { page })));
    keyboard.push(vec![edition.button(&context.text("back-article", &[]), View::Article)]);
    keyboard
}
