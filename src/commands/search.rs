//! /search and plain words: what fits, a page at a time.
//!
//! The words stand in the message under a link of their own, and its buttons name the results between which a page lies.
//! So pages are turned without any memory, and no result is passed over or shown twice when the library changes meanwhile.

use super::edition::Edition;
use super::press::{Press, Thing, Turn, View};
use super::reply::{Answer, Button, Keyboard, Message};
use super::text::{Html, LINE, Passage, excerpt, is_blank, label, line};
use super::{Context, Place, card, link, quote, stats, words};
use crate::article::{Article, Figure, Quote};
use crate::library::{Hit, Item, Results};

/// How many results stand on a page.
const RESULTS: usize = 5;
/// The most characters of the words that are looked for: more would not fit a message together with what was found.
const WORDS: usize = 200;
/// The most characters of a passage among the results.
const EXCERPT: usize = 280;

/// Answers /search.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let asked = asked(argument);
    let results = context.library.find(&asked, context.language);
    match results.hits.is_empty() {
        true => words::nothing_fits(context, argument),
        false => page(context, &asked, &results, 0).map(Answer::from),
    }
}

/// Answers plain words: what fits far better than all else is shown itself, with the way to the rest.
pub(super) fn plain(context: &Context<'_>, argument: &str) -> Option<Answer> {
    /// How much better the best result fits that is meant beyond doubt.
    const FAR_BETTER: f32 = 1.25;
    let asked = asked(argument);
    let results = context.library.find(&asked, context.language);
    match (&*results.hits, &results.instead) {
        ([hit], None) => Some(context.show(&context.edition(hit)?, hit.item.into())?.into()),
        ([best, next, ..], None) if best.score >= next.score * FAR_BETTER => {
            let context = Context { asked: Some(&asked), ..*context };
            Some(open(&context, 0, &Thing::of(best))?.into())
        }
        _ => answer(context, argument),
    }
}

/// The words in one line, as they are looked for and stand in the message.
fn asked(argument: &str) -> String {
    let words = line(argument, WORDS);
    words.strip_suffix('…').filter(|_| !argument.ends_with('…')).unwrap_or(&words).to_owned()
}

/// Turns the page of a search. `None` when the message has no search in it, or nothing fits any more.
pub(super) fn turn(context: &Context<'_>, turn: Turn, from: usize, thing: &Thing) -> Option<Message> {
    let asked = context.asked?;
    let results = context.library.find(asked, context.language);
    let place = results.hits.iter().position(|hit| Thing::of(hit) == *thing);
    let first = match (turn, place) {
        (Turn::After, Some(place)) => place + 1,
        (Turn::Before, Some(place)) => place.saturating_sub(RESULTS),
        (Turn::To, Some(place)) => place - place % RESULTS,
        // It is gone: the page begins where it would have.
        (_, None) => from,
    };
    let last_page = results.hits.len().saturating_sub(1) / RESULTS * RESULTS;
    page(context, asked, &results, if first < results.hits.len() { first } else { last_page })
}

/// Shows one of the results, with the way back to the others. `None` when it is gone, or the message has no search in it.
pub(super) fn open(context: &Context<'_>, from: usize, thing: &Thing) -> Option<Message> {
    let asked = context.asked?;
    let editions = context.library.get(&thing.article)?;
    let edition = Edition { article: editions.edition(thing.language)?, editions };
    let mut message = context.show(&edition, thing.view)?;
    let mut html = Html::default();
    html.text("‹ ").link(asked, &link::search(context.bot)).text("\n\n");
    message.html.insert_str(0, &html.finish());
    if context.place == Place::Channel {
        return Some(message);
    }
    let back = Press::Results { turn: Turn::To, from, thing: thing.clone() };
    message.keyboard.insert(0, vec![back.button(&context.text("back-results", &[]))]);
    Some(message)
}

/// What was looked for, and what fits it.
pub(super) fn listed(context: &Context<'_>, argument: &str, most: usize) -> Vec<String> {
    let asked = asked(argument);
    let results = context.library.find(&asked, context.language);
    if results.hits.is_empty() {
        return words::nothing_fits(context, argument).map(|answer| answer.message.html).into_iter().collect();
    }
    let mut head = Html::default();
    heading(&mut head, context, &asked, &results);
    let entries = (1..).zip(results.hits.iter().take(most)).filter_map(|(number, hit)| {
        let mut html = Html::default();
        html.text(&format!("{number}. "));
        entry(&mut html, context, &results, hit)?;
        Some(html.finish())
    });
    std::iter::once(head.finish()).chain(entries).collect()
}

/// The page that begins with this result.
fn page(context: &Context<'_>, asked: &str, results: &Results<'_>, first: usize) -> Option<Message> {
    let hits = &results.hits;
    let shown = hits.get(first..(first + RESULTS).min(hits.len())).filter(|shown| !shown.is_empty())?;
    let mut html = Html::default();
    heading(&mut html, context, asked, results);
    for (number, hit) in (first + 1..).zip(shown) {
        html.text(&format!("\n\n{number}. "));
        entry(&mut html, context, results, hit)?;
    }
    Some(Message::new(html.finish(), keyboard(context, hits, first, shown)))
}

/// The words that were looked for, under the link by which they are known again, and how much fits.
fn heading(html: &mut Html, context: &Context<'_>, asked: &str, results: &Results<'_>) {
    html.link(asked, &link::search(context.bot)).text(" — ");
    html.text(&context.text("count-results", &[("count", results.hits.len().into())]));
    if let Some(instead) = &results.instead {
        let words = line(&instead.words, WORDS);
        html.text("\n").italic(&context.text("search-instead", &[("words", words.into())]));
    }
}

/// A result: what it is, and the passage that fits, its fitting words bold.
fn entry(html: &mut Html, context: &Context<'_>, results: &Results<'_>, hit: &Hit<'_>) -> Option<()> {
    let edition = context.edition(hit)?;
    let article = hit.article;
    let address = View::from(hit.item).subject(article).link(context.bot);
    match hit.item {
        Item::Quote(said) => {
            let name = who(&edition, said);
            let marks = results.places(&name, article.language);
            html.link_passage(&Passage::marked(name, marks), &address);
            dated(html, context, &edition);
            html.text("\n");
            let words = quote::words(article, said);
            let passage = excerpt(&words, &results.places(&words, article.language), EXCERPT);
            html.quotation(&passage, passage.whole());
            also(html, context, hit);
        }
        Item::Figure(figure) => {
            html.link(&number(context, figure), &address).text(" ");
            let described = stats::described(context, figure);
            let passage = excerpt(&described, &results.places(&described, article.language), EXCERPT);
            html.passage(&passage, passage.whole());
            html.text("\n").text(&line(&article.title, LINE));
            dated(html, context, &edition);
        }
        Item::Article => {
            let title = card::title(article);
            let marks = results.places(&title, article.language);
            html.link_passage(&Passage::marked(title, marks), &address);
            dated(html, context, &edition);
            if let Some(passage) = telling(results, article, EXCERPT) {
                html.text("\n").passage(&passage, passage.whole());
            }
        }
    }
    Some(())
}

/// The other articles that carry a quote, by the names of their sources.
fn also(html: &mut Html, context: &Context<'_>, hit: &Hit<'_>) {
    /// How many are named, and the most characters of a name.
    const NAMED: usize = 4;
    const NAME: usize = 40;
    if hit.also.is_empty() {
        return;
    }
    html.text("\n").text(&context.text("also-in", &[]));
    for (nth, (article, said)) in hit.also.iter().take(NAMED).enumerate() {
        let source = article.source.as_ref().map(|source| source.name.as_str()).filter(|name| !is_blank(name));
        let name = source.map_or_else(|| card::title(article), str::to_owned);
        html.text(if nth == 0 { " " } else { ", " });
        html.link(&line(&name, NAME), &View::Quote(said.id).subject(article).link(context.bot));
    }
    if hit.also.len() > NAMED {
        html.text(&format!(" +{}", hit.also.len() - NAMED));
    }
}

/// The sentence of an article that has the most of the fitting words: of its lead and summary.
pub(super) fn telling<'a>(results: &Results<'_>, article: &'a Article, limit: usize) -> Option<Passage<'a>> {
    let spans = article.lead().into_iter().chain(article.summary.iter().copied());
    let texts = spans.map(|span| article.text(span)).map(|text| (results.places(text, article.language), text));
    // Of equally good ones the first.
    let (places, text) = texts.reduce(|best, next| if next.0.len() > best.0.len() { next } else { best })?;
    Some(excerpt(text, &places, limit))
}

fn who(edition: &Edition<'_>, said: &Quote) -> String {
    quote::speaker(edition.article, said).map_or_else(|| card::title(edition.article), |(name, _)| name)
}

fn number(context: &Context<'_>, figure: &Figure) -> String {
    label(&context.locales.amount(context.language, figure).number)
}

fn dated(html: &mut Html, context: &Context<'_>, edition: &Edition<'_>) {
    if let Some(day) = card::day(context, edition) {
        html.text(" · ").text(&day);
    }
}

/// A button for each result, and the pages before and after.
fn keyboard(context: &Context<'_>, hits: &[Hit<'_>], first: usize, shown: &[Hit<'_>]) -> Keyboard {
    if context.place == Place::Channel {
        // A press would turn the page for every reader; the results themselves are links.
        return Vec::new();
    }
    let opening = |(place, hit): (usize, &Hit<'_>)| {
        Press::Found { from: first, thing: Thing::of(hit) }.button(&(place + 1).to_string())
    };
    let mut keyboard = vec![(first..).zip(shown).map(opening).collect()];
    let pages = hits.len().div_ceil(RESULTS);
    if let ([start, ..], [.., end], true) = (shown, shown, pages > 1) {
        let to = |text: &str, turn, from, hit| Press::Results { turn, from, thing: Thing::of(hit) }.button(text);
        let mut row: Vec<Button> = Vec::new();
        if first > 0 {
            row.push(to("‹", Turn::Before, first.saturating_sub(RESULTS), start));
        }
        row.push(to(&format!("{}/{pages}", first / RESULTS + 1), Turn::To, first, start));
        if first + shown.len() < hits.len() {
            row.push(to("›", Turn::After, first + RESULTS, end));
        }
        keyboard.push(row);
    }
    keyboard
}
