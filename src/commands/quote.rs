//! /quote: what somebody said, word for word, with who said it and where it stands.
//!
//! A quote that an attribution splits is shown with ` […] ` between its parts: the sign of an omission in all three languages,
//! so that nobody takes the parts for one unbroken sentence.

use std::borrow::Cow;

use super::edition::Edition;
use super::press::View;
use super::reply::{Action, Answer, Button, Message};
use super::text::{Html, LINE, PAGE, Passage, is_blank, label, line};
use super::{Context, SubjectItem, card, words};
use crate::article::{Article, ItemId, Quote};
use crate::library::{Hit, Item};

/// Between the parts of a split quote.
const OMISSION: &str = " […] ";

/// Answers /quote: without argument the first quote, or that of the message replied to; else the one with this number, or
/// the one that fits the words best.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    if argument.is_empty() {
        return asked_about(context)
            .or_else(|| first(context, &context.meant()?))
            .or_else(|| words::nothing_fits(context, ""));
    }
    match argument.trim_start_matches(['#', '№', ' ']).parse::<usize>() {
        Ok(number) => numbered(context, number),
        Err(_) => fitting(context, argument),
    }
    .or_else(|| words::nothing_fits(context, argument))
}

/// The quote of the message replied to, in the language of the chat where it can be had.
fn asked_about(context: &Context<'_>) -> Option<Answer> {
    let subject = context.about?;
    let Some(SubjectItem::Quote(_)) = subject.item else { return None };
    let (edition, view) = context.linked(subject)?;
    let own = edition.others().find(|other| other.article.language == context.language);
    let shown = own.and_then(|own| match edition.counterpart(view, &own) {
        View::Quote(id) => Some((own, View::Quote(id))),
        _ => None,
    });
    let (edition, view) = shown.unwrap_or((edition, view));
    Some(context.show(&edition, view)?.into())
}

/// The first quote of an edition, or word that it has none.
fn first(context: &Context<'_>, edition: &Edition<'_>) -> Option<Answer> {
    match edition.article.quotes.first() {
        Some(quote) => Some(context.show(edition, View::Quote(quote.id))?.into()),
        None => Some(card::notice(context, edition, &context.text("no-quotes", &[]))?.into()),
    }
}

/// The quote with this number, from 1, or word of how many there are.
fn numbered(context: &Context<'_>, number: usize) -> Option<Answer> {
    let edition = context.meant()?;
    let quotes = &edition.article.quotes;
    if quotes.is_empty() {
        return first(context, &edition);
    }
    match number.checked_sub(1).and_then(|place| quotes.get(place)) {
        Some(quote) => Some(context.show(&edition, View::Quote(quote.id))?.into()),
        None => {
            let count = context.text("count-quotes", &[("count", quotes.len().into())]);
            let said = context.text("no-such-quote", &[("quotes", count.into())]);
            Some(card::notice(context, &edition, &said)?.into())
        }
    }
}

/// The quote that fits the words best, first of all in the article replied to; else the first quote of the article that fits.
fn fitting(context: &Context<'_>, words: &str) -> Option<Answer> {
    let hits = context.library.find(words, context.language);
    let quotes = || hits.iter().filter(|hit| matches!(hit.item, Item::Quote(_)));
    let about = context.about.map(|subject| &subject.article);
    let hit: &Hit<'_> =
        quotes().find(|hit| Some(&hit.article.id) == about).or_else(|| quotes().next()).or_else(|| hits.first())?;
    let edition = context.edition(hit)?;
    match hit.item {
        Item::Quote(quote) => Some(context.show(&edition, View::Quote(quote.id))?.into()),
        Item::Figure(_) | Item::Article => first(context, &edition),
    }
}

/// The words of a quote.
pub(super) fn words<'a>(article: &'a Article, quote: &Quote) -> Cow<'a, str> {
    match quote.parts.as_slice() {
        [part] => article.text(*part).into(),
        parts => parts.iter().map(|part| article.text(*part)).collect::<Vec<_>>().join(OMISSION).into(),
    }
}

/// Who said it: the name, and the role after a comma where it is known.
pub(super) fn speaker(article: &Article, quote: &Quote) -> Option<(String, Option<String>)> {
    let name = quote.speaker.as_deref().filter(|name| !is_blank(name))?;
    let role = article.role_of(name).map(|role| line(role, LINE).into_owned());
    Some((line(name, LINE).into_owned(), role))
}

/// A quote with its speaker, date and source. One that does not fit ends in an ellipsis; its context has the whole.
pub(super) fn show(context: &Context<'_>, edition: &Edition<'_>, id: ItemId) -> Option<Message> {
    let article = edition.article;
    let place = article.quotes.iter().position(|quote| quote.id == id)?;
    let quote = &article.quotes[place];
    let view = View::Quote(id);
    let words = Passage::plain(words(article, quote));
    let shown = match words.pages(PAGE).as_slice() {
        [first, _, ..] => Passage::plain(format!("{}…", &words.text[first.clone()])),
        _ => words.clone(),
    };

    let mut html = Html::default();
    html.quotation(&shown, shown.whole());
    attribution(&mut html, article, quote);
    card::footer(&mut html, context, edition, view);
    if article.translation {
        html.text("\n").italic(&context.text("translated-quote", &[]));
    }

    let mut keyboard = Vec::new();
    keyboard.extend(card::pager(place, article.quotes.len(), |text, to| {
        edition.button(text, View::Quote(article.quotes[to].id))
    }));
    let mut row = vec![edition.button(&context.text("button-context", &[]), View::Context { quote: id, page: 0 })];
    row.extend(copy(context, &words.text));
    row.push(card::share(context, edition, view));
    keyboard.push(row);
    keyboard.push(vec![
        edition.button(&context.text("button-figures", &[]), View::Figures { page: 0 }),
        edition.button(&context.text("button-article", &[]), View::Article),
    ]);
    Some(Message { html: html.finish(), keyboard })
}

/// The line under a quote that names its speaker.
fn attribution(html: &mut Html, article: &Article, quote: &Quote) {
    if let Some((name, role)) = speaker(article, quote) {
        html.text("\n— ").bold(&name);
        if let Some(role) = role {
            html.text(", ").text(&role);
        }
    }
}

/// A button that copies the quote, if it is short enough for one.
fn copy(context: &Context<'_>, words: &str) -> Option<Button> {
    /// What a button may copy (TELEGRAM.md), counted in UTF-16 units to be on the safe side.
    const MAX: usize = 256;
    let fits = words.encode_utf16().count() <= MAX && !is_blank(words);
    fits.then(|| Button { text: label(&context.text("button-copy", &[])), action: Action::Copy(words.to_owned()) })
}

/// The paragraphs in which a quote stands, its own words standing out; paged.
pub(super) fn show_context(context: &Context<'_>, edition: &Edition<'_>, id: ItemId, page: usize) -> Option<Message> {
    let article = edition.article;
    let quote = article.quote(id)?;
    let (first, last) = (*quote.parts.first()?, *quote.parts.last()?);
    let start = article.paragraph_of(first).map_or(first.start, |paragraph| paragraph.start);
    // A quote of several paragraphs ends in another one than its last part begins in.
    let around = article.paragraphs().find(|paragraph| last.end <= paragraph.end);
    let end = around.map_or(last.end, |paragraph| paragraph.end);
    let marks = quote.parts.iter().map(|part| part.start - start..part.end - start).collect();
    let passage = Passage { text: article.body[start..end].into(), marks };
    let pages = passage.pages(PAGE);

    let mut html = Html::default();
    html.passage(&passage, pages.get(page)?.clone()).text("\n");
    attribution(&mut html, article, quote);
    card::footer(&mut html, context, edition, View::Quote(id));

    let mut keyboard = Vec::new();
    keyboard
        .extend(card::pager(page, pages.len(), |text, page| edition.button(text, View::Context { quote: id, page })));
    keyboard.push(vec![edition.button(&context.text("back-quote", &[]), View::Quote(id))]);
    Some(Message { html: html.finish(), keyboard })
}
