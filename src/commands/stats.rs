//! /stats: the figures of an article, and the sentence in which each stands.

use super::edition::Edition;
use super::highlight;
use super::press::View;
use super::reply::{Answer, Message};
use super::text::{Html, LINE, PAGE, Passage, line};
use super::{Context, card, words};
use crate::article::{Figure, ItemId};
use crate::locale::Amount;

/// How many figures stand on a page.
const FIGURES: usize = 10;
/// The buttons of a page, in a row.
const ROW: usize = 5;
/// The longest number for whose sake the others are moved to the right; a date in words is longer.
const WIDTH: usize = 9;

/// Answers /stats with the figures of the article that is meant.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let Some(edition) = context.named(argument) else { return words::nothing_fits(context, argument) };
    Some(context.show(&edition, View::Figures { page: 0 })?.into())
}

/// A page of figures, the numbers one under the other.
pub(super) fn show(context: &Context<'_>, edition: &Edition<'_>, page: usize) -> Option<Message> {
    let article = edition.article;
    let figures = &article.figures;
    if figures.is_empty() && page == 0 {
        return card::notice(context, edition, &context.text("no-figures", &[]));
    }
    let shown = figures.chunks(FIGURES).nth(page)?;
    let pages = figures.len().div_ceil(FIGURES);
    let amounts: Vec<Amount<'_>> =
        shown.iter().map(|figure| context.locales.amount(context.language, figure)).collect();
    let numbers: Vec<_> = amounts.iter().map(|amount| line(&amount.number, LINE / 4)).collect();
    let width = numbers.iter().map(|number| number.chars().count()).filter(|width| *width <= WIDTH).max().unwrap_or(0);

    let mut html = Html::default();
    card::heading(&mut html, context, edition);
    html.text("\n");
    if pages > 1 {
        let first = page * FIGURES;
        html.text(&format!("\n{}–{} / {}", first + 1, first + shown.len(), figures.len()));
    }
    for ((figure, amount), number) in shown.iter().zip(&amounts).zip(&numbers) {
        html.text("\n").code(&format!("{number:\u{a0}>width$}"));
        html.text(" ").text(&line(&description(amount, figure), LINE));
    }
    if article.translation {
        html.text("\n\n").italic(&context.text("translated-article", &[]));
    }

    let mut keyboard: Vec<Vec<_>> = Vec::new();
    for (figures, numbers) in shown.chunks(ROW).zip(numbers.chunks(ROW)) {
        let row = figures.iter().zip(numbers);
        let button = row.map(|(figure, number)| edition.button(number, View::Figure { figure: figure.id, page: 0 }));
        keyboard.push(button.collect());
    }
    keyboard.extend(card::pager(page, pages, |text, page| edition.button(text, View::Figures { page })));
    let mut row = Vec::new();
    if let Some(quote) = article.quotes.first() {
        row.push(edition.button(&context.text("button-quotes", &[]), View::Quote(quote.id)));
    }
    row.push(edition.button(&context.text("button-article", &[]), View::Article));
    keyboard.push(row);
    Some(Message { html: html.finish(), keyboard })
}

/// What a figure counts and tells, beside its number.
fn description(amount: &Amount<'_>, figure: &Figure) -> String {
    match amount.unit {
        Some(unit) => format!("{unit} — {}", figure.label),
        None => figure.label.clone(),
    }
}

/// A figure in one line: its number, and what it counts and tells.
pub(super) fn in_one_line(context: &Context<'_>, figure: &Figure) -> String {
    let amount = context.locales.amount(context.language, figure);
    format!("{} {}", amount.number, description(&amount, figure))
}

/// A figure and the sentence in which it stands, the number standing out there; paged.
pub(super) fn show_figure(context: &Context<'_>, edition: &Edition<'_>, id: ItemId, page: usize) -> Option<Message> {
    let article = edition.article;
    let place = article.figures.iter().position(|figure| figure.id == id)?;
    let figure = &article.figures[place];
    let amount = context.locales.amount(context.language, figure);
    let description = description(&amount, figure);
    let short = line(&description, LINE);
    let sentence = article.text(figure.text);
    let mark = highlight::find(sentence, figure.value);
    let passage = if short.ends_with('…') && *short != *description {
        // What did not fit the line stands whole before the sentence.
        let shift = description.len() + 1;
        let marks = mark.map(|mark| mark.start + shift..mark.end + shift).into_iter().collect();
        Passage { text: format!("{description}\n{sentence}").into(), marks }
    } else {
        Passage { text: sentence.into(), marks: mark.into_iter().collect() }
    };
    let pages = passage.pages(PAGE);
    let view = View::Figure { figure: id, page };

    let mut html = Html::default();
    html.bold(&amount.number).text(" ").text(&short).text("\n");
    html.quotation(&passage, pages.get(page)?.clone());
    card::footer(&mut html, context, edition, view);
    if article.translation {
        html.text("\n").italic(&context.text("translated-article", &[]));
    }

    let mut keyboard = Vec::new();
    keyboard
        .extend(card::pager(page, pages.len(), |text, page| edition.button(text, View::Figure { figure: id, page })));
    keyboard.push(vec![
        edition.button(&context.text("back-figures", &[]), View::Figures { page: place / FIGURES }),
        card::share(context, edition, view),
    ]);
    Some(Message { html: html.finish(), keyboard })
}
