//! /article: an article at a glance, and its full text.

use super::edition::Edition;
use super::press::{Press, View};
use super::reply::{Answer, Change, Message};
use super::text::{Html, LINE, PAGE, Passage, line};
use super::{Context, card, words};

/// Answers /article; an article that is named becomes the chat's.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let Some(edition) = context.named(argument) else { return words::nothing_fits(context, argument) };
    let change = (!argument.is_empty()).then(|| Change::Article(edition.article.id.clone()));
    Some(Answer { message: context.show(&edition, View::Article)?, change })
}

/// Title, date, source, lead and credit. What does not fit ends in an ellipsis; the full text has the whole.
pub(super) fn show(context: &Context<'_>, edition: &Edition<'_>) -> Message {
    /// The credit is a line, but nothing keeps a file from giving a long one.
    const CREDIT: usize = 300;
    let article = edition.article;
    let mut html = Html::default();
    card::heading(&mut html, context, edition);
    if let Some(lead) = article.lead() {
        let lead = Passage::plain(article.text(lead));
        let mut pages = lead.pages(PAGE);
        let cut = pages.len() > 1;
        html.text("\n\n").passage(&lead, pages.swap_remove(0)).text(if cut { "…" } else { "" });
    }
    if let Some(credit) = article.credit {
        html.text("\n\n").italic(&line(article.text(credit), CREDIT));
    }
    if article.translation {
        html.text("\n\n").italic(&context.text("translated-article", &[]));
    }
    let mut row = vec![
        edition.button(&context.text("button-text", &[]), View::Body { page: 0 }),
        card::share(context, edition, View::Article),
    ];
    row.extend(card::source(context, edition));
    let mut keyboard = vec![card::contents(context, edition, View::Article), row];
    if context.library.newest_first().len() > 1 {
        keyboard.push(vec![Press::Articles { page: 0 }.button(&context.text("button-articles", &[]))]);
    }
    Message { html: html.finish(), keyboard }
}

/// A page of the full text. A title too long for the heading stands whole before the text.
pub(super) fn show_body(context: &Context<'_>, edition: &Edition<'_>, page: usize) -> Option<Message> {
    let article = edition.article;
    let text = if line(&article.title, LINE).ends_with('…') {
        Passage::plain(format!("{}\n\n{}", article.title, article.body))
    } else {
        Passage::plain(&*article.body)
    };
    let pages = text.pages(PAGE);
    let mut html = Html::default();
    card::heading(&mut html, context, edition);
    html.text("\n\n").passage(&text, pages.get(page)?.clone());
    let mut keyboard = Vec::new();
    keyboard.extend(card::pager(page, pages.len(), |text, page| edition.button(text, View::Body { page })));
    keyboard.push(vec![edition.button(&context.text("back-article", &[]), View::Article)]);
    Some(Message { html: html.finish(), keyboard })
}
