//! /quote: what somebody said, word for word, with who said it and where it stands.
//!
//! A quote that an attribution splits is shown with ` […] ` between its parts: the sign of an omission in all three languages,
//! so that nobody takes the parts for one unbroken sentence.

use std::borrow::Cow;
use std::ops::Range;

use super::edition::Edition;
use super::press::View;
use super::reply::{Action, Answer, Button, Keyboard, Message};
use super::text::{Html, LINE, PAGE, Passage, is_blank, label, line};
use super::{Context, SubjectItem, article, card, picture, versions, words};
use crate::article::{Article, ItemId, Quote, Span};
use crate::library::{Hit, Item};

/// Between the parts of a split quote.
const OMISSION: &str = " […] ";

/// Answers /quote: without argument the first quote, or that of the message replied to; else the one with this number, or
/// the one that fits the words best.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    found(context, argument, View::Quote)
}

/// The quote that is asked for, in this view of it; or word that there is none.
pub(super) fn found(context: &Context<'_>, argument: &str, view: impl Fn(ItemId) -> View) -> Option<Answer> {
    let view = &view;
    if argument.is_empty() {
        return asked_about(context, view)
            .or_else(|| first(context, &context.meant()?, view))
            .or_else(|| words::nothing_fits(context, ""));
    }
    match argument.trim_start_matches(['#', '№', ' ']).parse::<usize>() {
        Ok(number) => numbered(context, number, view),
        Err(_) => fitting(context, argument, view),
    }
    .or_else(|| words::nothing_fits(context, argument))
}

/// The quote of the message replied to, in the language of the chat where it can be had.
fn asked_about(context: &Context<'_>, as_view: &impl Fn(ItemId) -> View) -> Option<Answer> {
    let subject = context.about?;
    let Some(SubjectItem::Quote(_)) = subject.item else { return None };
    let (edition, view) = context.linked(subject)?;
    let own = edition.others().find(|other| other.article.language == context.language);
    let shown = own.and_then(|own| match edition.counterpart(view, &own) {
        View::Quote(id) => Some((own, id)),
        _ => None,
    });
    let View::Quote(id) = view else { return None };
    let (edition, id) = shown.unwrap_or((edition, id));
    Some(context.show(&edition, as_view(id))?.into())
}

/// The first quote of an edition, or word that it has none.
fn first(context: &Context<'_>, edition: &Edition<'_>, view: &impl Fn(ItemId) -> View) -> Option<Answer> {
    match edition.article.quotes.first() {
        Some(quote) => Some(context.show(edition, view(quote.id))?.into()),
        None => lacking(context, edition, &context.text("no-quotes", &[])),
    }
}

/// Word of what an edition lacks, and the buttons of the article.
fn lacking(context: &Context<'_>, edition: &Edition<'_>, said: &str) -> Option<Answer> {
    let html = card::notice(context, edition, said)?;
    let mut keyboard = article::keyboard(context, edition);
    keyboard.extend(card::other_editions(context, edition, View::Article));
    Some(Message::new(html, keyboard).into())
}

/// The quote with this number, from 1, or word of how many there are.
fn numbered(context: &Context<'_>, number: usize, view: &impl Fn(ItemId) -> View) -> Option<Answer> {
    let edition = context.meant()?;
    let quotes = &edition.article.quotes;
    if quotes.is_empty() {
        return first(context, &edition, view);
    }
    match number.checked_sub(1).and_then(|place| quotes.get(place)) {
        Some(quote) => Some(context.show(&edition, view(quote.id))?.into()),
        None => {
            let count = context.text("count-quotes", &[("count", quotes.len().into())]);
            let said = context.text("no-such-quote", &[("quotes", count.into())]);
            lacking(context, &edition, &said)
        }
    }
}

/// The quote that fits the words best, first of all in the article replied to; else the first quote of the article that fits.
fn fitting(context: &Context<'_>, words: &str, view: &impl Fn(ItemId) -> View) -> Option<Answer> {
    let hits = context.library.find(words, context.language).hits;
    let quotes = || hits.iter().filter(|hit| matches!(hit.item, Item::Quote(_)));
    let about = context.about.map(|subject| &subject.article);
    let hit: &Hit<'_> =
        quotes().find(|hit| Some(&hit.article.id) == about).or_else(|| quotes().next()).or_else(|| hits.first())?;
    let edition = context.edition(hit)?;
    match hit.item {
        Item::Quote(quote) => Some(context.show(&edition, view(quote.id))?.into()),
        Item::Figure(_) | Item::Article => first(context, &edition, view),
    }
}

/// The words of a quote.
pub(super) fn words<'a>(article: &'a Article, quote: &Quote) -> Cow<'a, str> {
    match quote.parts.as_slice() {
        [part] => article.text(*part).into(),
        parts => parts.iter().map(|part| article.text(*part)).collect::<Vec<_>>().join(OMISSION).into(),
    }
}

/// The parts of a quote, or a passage of an article, in which some words of the body stand out.
pub(super) fn marked<'a>(article: &'a Article, parts: &[Span], words: &[Span]) -> Passage<'a> {
    if let [part] = parts {
        return Passage::marked(article.text(*part), within(*part, 0, words, &article.body));
    }
    let (mut text, mut marks) = (String::new(), Vec::new());
    for part in parts {
        if !text.is_empty() {
            text.push_str(OMISSION);
        }
        marks.extend(within(*part, text.len(), words, &article.body));
        text.push_str(article.text(*part));
    }
    Passage::marked(text, marks)
}

/// Where words of the body stand in a text in which one part begins at `from`; words between which are only signs stand out
/// together.
fn within(part: Span, from: usize, words: &[Span], body: &str) -> Vec<Range<usize>> {
    let mut marks: Vec<Range<usize>> = Vec::new();
    for word in words {
        let (start, end) = (word.start.max(part.start), word.end.min(part.end));
        if start >= end {
            continue;
        }
        let mark = start - part.start + from..end - part.start + from;
        let signs = |last: &Range<usize>| {
            let between = body.get(last.end - from + part.start..start).unwrap_or_default();
            !between.contains(char::is_alphanumeric)
        };
        match marks.last_mut() {
            Some(last) if signs(last) => last.end = mark.end.max(last.end),
            _ => marks.push(mark),
        }
    }
    marks
}

/// Who said it: the name, and the role after a comma where it is known.
pub(super) fn speaker(article: &Article, quote: &Quote) -> Option<(String, Option<String>)> {
    let name = quote.speaker.as_deref().filter(|name| !is_blank(name))?;
    let role = article.role_of(name).map(|role| line(role, LINE).into_owned());
    Some((line(name, LINE).into_owned(), role))
}

/// A quote with its speaker, date and source. One that does not fit ends in an ellipsis; its context has the whole.
pub(super) fn html(context: &Context<'_>, edition: &Edition<'_>, id: ItemId) -> Option<String> {
    let article = edition.article;
    let quote = article.quote(id)?;
    let words = Passage::plain(words(article, quote));
    let shown = match words.first_page(PAGE) {
        (page, true) => Passage::plain(format!("{}…", &words.text[page])),
        (page, false) => Passage::plain(&words.text[page]),
    };

    let mut html = Html::default();
    html.quotation(&shown, shown.whole());
    attribution(&mut html, article, quote);
    card::footer(&mut html, context, edition, View::Quote(id));
    if let Some(versions) = versions::of(context, article, quote) {
        html.text("\n").text(&versions::carried(context, &versions));
    }
    if article.translation {
        html.text("\n").italic(&context.text("translated-quote", &[]));
    }
    Some(html.finish())
}

/// The quotes before and after it, its context, a copy, and what else the article has.
pub(super) fn keyboard(context: &Context<'_>, edition: &Edition<'_>, id: ItemId) -> Option<Keyboard> {
    let article = edition.article;
    let place = article.quotes.iter().position(|quote| quote.id == id)?;
    let mut keyboard = Vec::new();
    keyboard.extend(card::pager(place, article.quotes.len(), |text, to| {
        edition.button(text, View::Quote(article.quotes[to].id))
    }));
    let mut row = vec![edition.button(&context.text("button-context", &[]), View::Context { quote: id, page: 0 })];
    row.extend(copy(context, &words(article, &article.quotes[place])));
    row.push(card::share(context, edition, View::Quote(id)));
    keyboard.push(row);
    keyboard.push(vec![picture::card_button(context, edition, id)]);
    if let Some(versions) = versions::of(context, article, &article.quotes[place]) {
        let view = View::Versions { quote: id, page: 0 };
        keyboard.push(vec![edition.button(&versions::button(context, &versions), view)]);
    }
    keyboard.push(vec![
        edition.button(&context.text("button-figures", &[]), View::Figures { page: 0 }),
        edition.button(&context.text("button-article", &[]), View::Article),
    ]);
    Some(keyboard)
}

/// The line under a quote that names its speaker.
pub(super) fn attribution(html: &mut Html, article: &Article, quote: &Quote) {
    if let Some((name, role)) = speaker(article, quote) {
        html.text("\n— ").bold(&name);
        if let Some(role) = role {
            html.text(", ").text(&role);
        }
    }
}

/// A button that copies the quote, if it is short enough for one.
pub(super) fn copy(context: &Context<'_>, words: &str) -> Option<Button> {
    /// What a button may copy (TELEGRAM.md), counted in UTF-16 units to be on the safe side.
    const MAX: usize = 256;
    let fits = words.encode_utf16().count() <= MAX && !is_blank(words);
    fits.then(|| Button { text: label(&context.text("button-copy", &[])), action: Action::Copy(words.to_owned()) })
}

/// The paragraphs in which a quote stands, its own words standing out.
fn surroundings<'a>(article: &'a Article, quote: &Quote) -> Option<Passage<'a>> {
    let (first, last) = (*quote.parts.first()?, *quote.parts.last()?);
    let start = article.paragraph_of(first).map_or(first.start, |paragraph| paragraph.start);
    // A quote of several paragraphs ends in another one than its last part begins in.
    let around = article.paragraphs().find(|paragraph| last.end <= paragraph.end);
    let end = around.map_or(last.end, |paragraph| paragraph.end);
    let marks = quote.parts.iter().map(|part| part.start - start..part.end - start).collect();
    Some(Passage::marked(&article.body[start..end], marks))
}

/// A page of the paragraphs in which a quote stands.
pub(super) fn context_html(context: &Context<'_>, edition: &Edition<'_>, id: ItemId, page: usize) -> Option<String> {
    let article = edition.article;
    let quote = article.quote(id)?;
    let passage = surroundings(article, quote)?;
    let pages = passage.pages(PAGE);
    let mut html = Html::default();
    html.passage(&passage, pages.get(page)?.clone()).text("\n");
    attribution(&mut html, article, quote);
    card::footer(&mut html, context, edition, View::Quote(id));
    if article.translation {
        html.text("\n").italic(&context.text("translated-quote", &[]));
    }
    Some(html.finish())
}

/// The other pages, and the way back.
pub(super) fn context_keyboard(
    context: &Context<'_>,
    edition: &Edition<'_>,
    id: ItemId,
    page: usize,
) -> Option<Keyboard> {
    let pages = surroundings(edition.article, edition.article.quote(id)?)?.pages(PAGE);
    let mut keyboard = Vec::new();
    keyboard
        .extend(card::pager(page, pages.len(), |text, page| edition.button(text, View::Context { quote: id, page })));
    keyboard.push(vec![edition.button(&context.text("back-quote", &[]), View::Quote(id))]);
    Some(keyboard)
}
