//! /source: where an article comes from.

use super::edition::Edition;
use super::press::View;
use super::reply::{Answer, Keyboard};
use super::text::{Html, LINE, line};
use super::{Context, card, words};

/// Answers /source for the article that is meant.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let Some(edition) = context.named(argument) else { return words::nothing_fits(context, argument) };
    Some(context.show(&edition, View::Source)?.into())
}

/// Where an edition was published, by whom its picture is, what it holds, and in which languages it can be read.
pub(super) fn html(context: &Context<'_>, edition: &Edition<'_>) -> String {
    let article = edition.article;
    let mut html = Html::default();
    card::heading(&mut html, context, edition);
    if article.source.is_none() {
        html.text("\n").text(&context.text("source-unknown", &[]));
    }
    if let Some(credit) = article.credit {
        html.text("\n").italic(&line(article.text(credit), LINE));
    }
    let quotes = context.text("count-quotes", &[("count", article.quotes.len().into())]);
    let figures = context.text("count-figures", &[("count", article.figures.len().into())]);
    html.text("\n\n").text(&quotes).text(" · ").text(&figures);
    let name = |edition: &Edition<'_>| context.locales.text(edition.article.language, "language-name", &[]);
    let others: Vec<String> = edition.others().map(|other| name(&other)).collect();
    if !others.is_empty() {
        html.text("\n").text(&context.text("source-editions", &[("languages", others.join(", ").into())]));
    }
    if article.translation {
        let original = Edition { article: edition.editions.original(), ..*edition };
        let said = match original.article.translation {
            true => context.text("translated-article", &[]),
            false => context.text("source-translated", &[("language", name(&original).into())]),
        };
        html.text("\n").italic(&said);
    }
    html.finish()
}

/// What the article has, and the way to it.
pub(super) fn keyboard(context: &Context<'_>, edition: &Edition<'_>) -> Keyboard {
    let mut row = vec![edition.button(&context.text("button-article", &[]), View::Article)];
    row.extend(card::source(context, edition));
    vec![card::contents(context, edition, View::Source), row]
}
