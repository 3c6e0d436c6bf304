//! Inline answers: `@bot` alone offers the newest article, `@bot words` what fits them, and `@bot #<parameter>`,
//! which a share button types, exactly the thing that the parameter names.

use super::edition::Edition;
use super::press::{Press, View};
use super::reply::{InlineAnswer, InlineResult, Message};
use super::text::{LINE, excerpt, is_blank, label, line};
use super::{Context, Subject, card, check, picture, quote, search, start, stats};
use crate::article::Quote;
use crate::library::{Item, Results};

/// How many results an answer brings: a screen or two, and well below the 50 that Telegram takes.
const RESULTS: usize = 20;

/// So many of the first are offered as pictures too, where these were drawn before.
const PICTURES: usize = 5;

/// Answers an inline query.
pub(super) fn answer(context: &Context<'_>, query: &str, offset: &str) -> InlineAnswer {
    let query = query.trim();
    let (found, fitting) = candidates(context, query);
    let from = first(&found, offset);
    let until = (from + RESULTS).min(found.len());
    let shown = &found[from..until];
    // What is as long as a claim is checked first of all.
    let check = (offset.is_empty() && check::is_long(query)).then(|| check::inline(context, query));
    let fitting = fitting.as_ref();
    let mut results: Vec<InlineResult> = check.into_iter().collect();
    for (place, choice) in shown.iter().enumerate() {
        results.extend(result(context, choice, fitting));
        if place < PICTURES {
            results.extend(pictured(context, choice, fitting));
        }
    }
    let button = match results.is_empty() {
        true => context.text("inline-nothing", &[]),
        false => context.text("button-open", &[]),
    };
    InlineAnswer {
        results,
        next_offset: shown.last().filter(|_| until < found.len()).map(|last| next(until, last)).unwrap_or_default(),
        // Short, because an article may be corrected; yet typing the same words again costs nothing.
        cache_seconds: 60,
        // The language is that of the person who asks.
        personal: true,
        open_private: (label(&button), start::GREETING.to_owned()),
    }
}

/// Something that can be chosen.
type Choice<'a> = (Edition<'a>, View);

/// Where the page after a choice begins: how many choices stand before it, and the last of them, so that none is left out
/// or offered twice when the library changes meanwhile. At most 62 bytes.
fn next(until: usize, last: &Choice<'_>) -> String {
    format!("{until}:{}", id(last))
}

/// The first choice of the page that begins there. What is no offset of ours has nothing behind it.
fn first(found: &[Choice<'_>], offset: &str) -> usize {
    let Some((until, last)) = offset.split_once(':') else { return if offset.is_empty() { 0 } else { found.len() } };
    let after = found.iter().position(|choice| id(choice) == last).map(|place| place + 1);
    after.or_else(|| until.parse().ok()).unwrap_or(found.len()).min(found.len())
}

/// The data of a button names one thing in one language within 64 bytes, as the id of a result must.
fn id((edition, view): &Choice<'_>) -> String {
    Press::Show { article: edition.article.id.clone(), language: edition.article.language, view: *view }.data()
}

/// All that fits a query, best first, and what the words found.
fn candidates<'a>(context: &Context<'a>, query: &str) -> (Vec<Choice<'a>>, Option<Results<'a>>) {
    if let Some(subject) = query.strip_prefix('#').and_then(Subject::from_parameter) {
        return (named(context, &subject), None);
    }
    if !query.is_empty() {
        let results = context.library.find(query, context.language);
        let choices = results.hits.iter().filter_map(|hit| Some((context.edition(hit)?, hit.item.into()))).collect();
        return (choices, Some(results));
    }
    let mut articles = context.library.newest_first().iter().map(|it| Edition::preferred(it, context.language));
    let newest = articles.next().map(contents).unwrap_or_default();
    (newest.into_iter().chain(articles.map(|edition| (edition, View::Article))).collect(), None)
}

/// What a share button offers: the thing itself, then the same in the other editions.
fn named<'a>(context: &Context<'a>, subject: &Subject) -> Vec<Choice<'a>> {
    let Some((edition, view)) = context.linked(subject) else { return Vec::new() };
    if view == View::Article {
        return [(edition, view)].into_iter().chain(contents(edition)).collect();
    }
    let others = edition.others().map(|other| (other, edition.counterpart(view, &other)));
    [(edition, view)].into_iter().chain(others.filter(|(_, view)| *view != View::Article)).collect()
}

/// The summary of an article, its figures, its quotes.
fn contents(edition: Edition<'_>) -> Vec<Choice<'_>> {
    let article = edition.article;
    let summary = (!article.summary.is_empty()).then_some(View::Summary);
    let figures = (!article.figures.is_empty()).then_some(View::Figures { page: 0 });
    let quotes = article.quotes.iter().map(|quote| Item::Quote(quote).into());
    summary.into_iter().chain(figures).chain(quotes).map(|view| (edition, view)).collect()
}

/// The same thing as a picture, in the look that it has at first.
fn pictured(
    context: &Context<'_>,
    (edition, view): &Choice<'_>,
    fitting: Option<&Results<'_>>,
) -> Option<InlineResult> {
    let view = picture::pictured(context, edition, *view)?;
    let mut result = result(context, &(*edition, view), fitting)?;
    result.message.picture = picture::drawing(context, edition, view);
    result.message.picture.is_some().then_some(result)
}

fn result(context: &Context<'_>, choice: &Choice<'_>, fitting: Option<&Results<'_>>) -> Option<InlineResult> {
    let (edition, view) = (&choice.0, choice.1);
    // Whoever reads it in some other chat is led to Derek; the message itself stays as it was chosen.
    let source = card::source(context, edition).unwrap_or_else(|| card::open(context, edition, view));
    let keyboard = vec![vec![source, card::share(context, edition, view)]];
    let message = Message::new(context.html(edition, view)?, keyboard);
    let article = edition.article;
    let dated = |text: &str| match card::day(context, edition) {
        Some(day) => format!("{text} · {day}"),
        None => text.to_owned(),
    };
    // What was asked for with words is shown by the passage that fits them.
    let passage = |text: &str| {
        fitting.map(|results| excerpt(text, &results.places(text, article.language), LINE).text.into_owned())
    };
    let (title, description) = match view {
        View::Quote(id) | View::Card { quote: id, .. } => {
            let quote = article.quote(id)?;
            let words = quote::words(article, quote);
            match passage(&words) {
                Some(passage) => (dated(&speaker(edition, quote)), passage),
                None => (line(&words, LINE).into_owned(), dated(&speaker(edition, quote))),
            }
        }
        View::Figure { figure: id, .. } | View::FigureCard { figure: id, .. } => {
            let figure = article.figure(id)?;
            let title = stats::in_one_line(context, figure);
            let description = passage(article.text(figure.text)).unwrap_or_else(|| card::title(article));
            (line(&title, LINE).into_owned(), dated(&description))
        }
        View::Summary => (context.text("button-summary", &[]), dated(&card::title(article))),
        View::Figures { .. } | View::Chart { .. } => {
            (context.text("button-figures", &[]), dated(&card::title(article)))
        }
        View::Article
        | View::Body { .. }
        | View::Context { .. }
        | View::Versions { .. }
        | View::Source
        | View::Post
        | View::PostCard { .. } => {
            let lead = match fitting.and_then(|results| search::telling(results, article, LINE)) {
                Some(passage) => passage.text,
                None => article.lead().map(|lead| line(article.text(lead), LINE)).unwrap_or_default(),
            };
            let day = card::day(context, edition).map(|day| format!("{day}\n")).unwrap_or_default();
            (card::title(article), day + &lead)
        }
    };
    let title = if is_blank(&title) { article.id.to_string() } else { title };
    Some(InlineResult { id: id(choice), title, description, message })
}

fn speaker(edition: &Edition<'_>, quote: &Quote) -> String {
    quote::speaker(edition.article, quote).map_or_else(|| card::title(edition.article), |(name, _)| name)
}
