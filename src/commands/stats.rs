//! /stats: the figures of an article, and the sentence in which each stands.

use std::borrow::Cow;

use super::edition::Edition;
use super::highlight;
use super::press::View;
use super::reply::{Answer, Keyboard};
use super::text::{Html, LINE, PAGE, Passage, line};
use super::{Context, card, picture, words};
use crate::article::{Article, Figure, ItemId};
use crate::locale::Amount;

/// How many figures stand on a page.
const FIGURES: usize = 10;
/// The most figures that have their buttons in one row.
const ROW: usize = 5;
/// The longest number for whose sake the others are moved to the right; a date in words is longer.
const WIDTH: usize = 9;

/// Answers /stats with the figures of the article that is meant.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let Some(edition) = context.named(argument) else { return words::nothing_fits(context, argument) };
    Some(context.show(&edition, View::Figures { page: 0 })?.into())
}

/// How many pages of figures an edition has.
fn pages(edition: &Edition<'_>) -> usize {
    edition.article.figures.len().div_ceil(FIGURES)
}

/// The number of a figure in a list. One that would fill the line ends in an ellipsis; the figure by itself has the whole.
fn short<'a>(amount: &'a Amount<'_>) -> Cow<'a, str> {
    const NUMBER: usize = 50;
    line(&amount.number, NUMBER)
}

/// A page of figures, the numbers one under the other.
pub(super) fn html(context: &Context<'_>, edition: &Edition<'_>, page: usize) -> Option<String> {
    let article = edition.article;
    if article.figures.is_empty() && page == 0 {
        return card::notice(context, edition, &context.text("no-figures", &[]));
    }
    let shown = article.figures.chunks(FIGURES).nth(page)?;
    let amounts: Vec<Amount<'_>> =
        shown.iter().map(|figure| context.locales.amount(context.language, figure)).collect();
    let numbers: Vec<_> = amounts.iter().map(short).collect();
    let width = numbers.iter().map(|number| number.chars().count()).filter(|width| *width <= WIDTH).max().unwrap_or(0);

    let mut html = Html::default();
    card::heading(&mut html, context, edition);
    html.text("\n");
    if pages(edition) > 1 {
        let first = page * FIGURES;
        html.text(&format!("\n{}–{} / {}", first + 1, first + shown.len(), article.figures.len()));
    }
    for ((figure, amount), number) in shown.iter().zip(&amounts).zip(&numbers) {
        html.text("\n").code(&format!("{number:\u{a0}>width$}"));
        html.text(" ").text(&line(&description(amount, figure), LINE));
    }
    if article.translation {
        html.text("\n\n").italic(&context.text("translated-article", &[]));
    }
    Some(html.finish())
}

/// A button for each figure, the other pages, and what else the article has.
pub(super) fn keyboard(context: &Context<'_>, edition: &Edition<'_>, page: usize) -> Keyboard {
    let button = |figure: &Figure| {
        let amount = context.locales.amount(context.language, figure);
        edition.button(&short(&amount), View::Figure { figure: figure.id, page: 0 })
    };
    let shown = edition.article.figures.chunks(FIGURES).nth(page).unwrap_or_default();
    // Rows of like length: six figures stand three and three, not five and one.
    let row = shown.len().div_ceil(shown.len().div_ceil(ROW).max(1)).max(1);
    let mut keyboard: Keyboard = shown.chunks(row).map(|row| row.iter().map(button).collect()).collect();
    keyboard.extend(card::pager(page, pages(edition), |text, page| edition.button(text, View::Figures { page })));
    if !edition.article.figures.is_empty() {
        keyboard.push(vec![picture::chart_button(context, edition)]);
    }
    let mut row = card::contents(context, edition, View::Figures { page });
    row.push(edition.button(&context.text("button-article", &[]), View::Article));
    keyboard.push(row);
    keyboard
}

/// What a figure counts and tells, to stand after its number.
fn description(amount: &Amount<'_>, figure: &Figure) -> String {
    match amount.unit {
        Some(unit) => format!("{unit} — {}", figure.label),
        None => format!("— {}", figure.label),
    }
}

/// A figure in one line: its number, and what it counts and tells.
pub(super) fn in_one_line(context: &Context<'_>, figure: &Figure) -> String {
    let amount = context.locales.amount(context.language, figure);
    format!("{} {}", amount.number, description(&amount, figure))
}

/// What a figure counts and tells.
pub(super) fn described(context: &Context<'_>, figure: &Figure) -> String {
    description(&context.locales.amount(context.language, figure), figure)
}

/// The sentence in which a figure stands, its number standing out; before it the description, where that does not fit a line.
fn sentence<'a>(article: &'a Article, figure: &Figure, description: &str) -> Passage<'a> {
    let sentence = article.text(figure.text);
    let mark = highlight::find(sentence, figure.value);
    if description.chars().nth(LINE).is_none() {
        return Passage::marked(sentence, mark.into_iter().collect());
    }
    let shift = description.len() + 1;
    let marks = mark.map(|mark| mark.start + shift..mark.end + shift).into_iter().collect();
    Passage::marked(format!("{description}\n{sentence}"), marks)
}

/// A figure, and a page of the sentence in which it stands.
pub(super) fn figure_html(context: &Context<'_>, edition: &Edition<'_>, id: ItemId, page: usize) -> Option<String> {
    let article = edition.article;
    let figure = article.figure(id)?;
    let amount = context.locales.amount(context.language, figure);
    let description = description(&amount, figure);
    let passage = sentence(article, figure, &description);
    let pages = passage.pages(PAGE);

    let mut html = Html::default();
    html.bold(&amount.number).text(" ").text(&line(&description, LINE)).text("\n");
    html.quotation(&passage, pages.get(page)?.clone());
    card::footer(&mut html, context, edition, View::Figure { figure: id, page });
    if article.translation {
        html.text("\n").italic(&context.text("translated-article", &[]));
    }
    Some(html.finish())
}

/// The other pages of the sentence, the way back to the figures, and sharing.
pub(super) fn figure_keyboard(
    context: &Context<'_>,
    edition: &Edition<'_>,
    id: ItemId,
    page: usize,
) -> Option<Keyboard> {
    let article = edition.article;
    let place = article.figures.iter().position(|figure| figure.id == id)?;
    let figure = &article.figures[place];
    let description = description(&context.locales.amount(context.language, figure), figure);
    let pages = sentence(article, figure, &description).pages(PAGE);
    let mut keyboard = Vec::new();
    keyboard
        .extend(card::pager(page, pages.len(), |text, page| edition.button(text, View::Figure { figure: id, page })));
    keyboard.push(vec![
        edition.button(&context.text("back-figures", &[]), View::Figures { page: place / FIGURES }),
        picture::figure_button(context, edition, id),
        card::share(context, edition, View::Figure { figure: id, page }),
    ]);
    Some(keyboard)
}
