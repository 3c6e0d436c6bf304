//! Inline answers: `@bot` alone offers the newest article, `@bot words` what fits them, and `@bot #<parameter>`,
//! which a share button types, exactly the thing that the parameter names.

use super::edition::Edition;
use super::press::{Press, View};
use super::reply::{InlineAnswer, InlineResult, Message};
use super::text::{LINE, is_blank, label, line};
use super::{Context, Subject, card, quote, start, stats};
use crate::article::Quote;
use crate::library::Item;

/// How many results an answer brings: a screen or two, and well below the 50 that Telegram takes.
const RESULTS: usize = 20;

/// Answers an inline query.
pub(super) fn answer(context: &Context<'_>, query: &str, offset: &str) -> InlineAnswer {
    let query = query.trim();
    let found = candidates(context, query);
    // Something that is no offset of ours has nothing behind it.
    let from = if offset.is_empty() { 0 } else { offset.parse().unwrap_or(found.len()).min(found.len()) };
    let until = (from + RESULTS).min(found.len());
    let results = found[from..until].iter().filter_map(|(edition, view)| result(context, edition, *view)).collect();
    let button = match found.is_empty() {
        true => context.text("inline-nothing", &[]),
        false => context.text("button-open", &[]),
    };
    InlineAnswer {
        results,
        next_offset: if until < found.len() { until.to_string() } else { String::new() },
        // Short, because an article may be corrected; yet typing the same words again costs nothing.
        cache_seconds: 60,
        // The language is that of the person who asks.
        personal: true,
        open_private: (label(&button), start::GREETING.to_owned()),
    }
}

/// All that fits a query, best first.
fn candidates<'a>(context: &Context<'a>, query: &str) -> Vec<(Edition<'a>, View)> {
    if let Some(subject) = query.strip_prefix('#').and_then(Subject::from_parameter) {
        return named(context, &subject);
    }
    if !query.is_empty() {
        let hits = context.library.find(query, context.language).hits;
        return hits.iter().filter_map(|hit| Some((context.edition(hit)?, hit.item.into()))).collect();
    }
    let mut articles = context.library.newest_first().iter().map(|it| Edition::preferred(it, context.language));
    let newest = articles.next().map(contents).unwrap_or_default();
    newest.into_iter().chain(articles.map(|edition| (edition, View::Article))).collect()
}

/// What a share button offers: the thing itself, then the same in the other editions.
fn named<'a>(context: &Context<'a>, subject: &Subject) -> Vec<(Edition<'a>, View)> {
    let Some((edition, view)) = context.linked(subject) else { return Vec::new() };
    if view == View::Article {
        return [(edition, view)].into_iter().chain(contents(edition)).collect();
    }
    let others = edition.others().map(|other| (other, edition.counterpart(view, &other)));
    [(edition, view)].into_iter().chain(others.filter(|(_, view)| *view != View::Article)).collect()
}

/// The summary of an article, its figures, its quotes.
fn contents(edition: Edition<'_>) -> Vec<(Edition<'_>, View)> {
    let article = edition.article;
    let summary = (!article.summary.is_empty()).then_some(View::Summary);
    let figures = (!article.figures.is_empty()).then_some(View::Figures { page: 0 });
    let quotes = article.quotes.iter().map(|quote| Item::Quote(quote).into());
    summary.into_iter().chain(figures).chain(quotes).map(|view| (edition, view)).collect()
}

fn result(context: &Context<'_>, edition: &Edition<'_>, view: View) -> Option<InlineResult> {
    // Whoever reads it in some other chat is led to Derek; the message itself stays as it was chosen.
    let source = card::source(context, edition).unwrap_or_else(|| card::open(context, edition, view));
    let keyboard = vec![vec![source, card::share(context, edition, view)]];
    let message = Message { html: context.html(edition, view)?, keyboard };
    let article = edition.article;
    let dated = |text: &str| match card::day(context, edition) {
        Some(day) => format!("{text} · {day}"),
        None => text.to_owned(),
    };
    let (title, description) = match view {
        View::Quote(id) => {
            let quote = article.quote(id)?;
            (line(&quote::words(article, quote), LINE).into_owned(), dated(&speaker(edition, quote)))
        }
        View::Figure { figure: id, .. } => {
            let title = stats::in_one_line(context, article.figure(id)?);
            (line(&title, LINE).into_owned(), dated(&card::title(article)))
        }
        View::Summary => (context.text("button-summary", &[]), dated(&card::title(article))),
        View::Figures { .. } => (context.text("button-figures", &[]), dated(&card::title(article))),
        View::Article | View::Body { .. } | View::Context { .. } | View::Source => {
            let lead = article.lead().map(|lead| line(article.text(lead), LINE)).unwrap_or_default();
            let day = card::day(context, edition).map(|day| format!("{day}\n")).unwrap_or_default();
            (card::title(article), day + &lead)
        }
    };
    let title = if is_blank(&title) { article.id.to_string() } else { title };
    // The data of a button names one thing in one language within 64 bytes, as the id of a result must.
    let id = Press::Show { article: article.id.clone(), language: article.language, view }.data();
    Some(InlineResult { id, title, description, message })
}

fn speaker(edition: &Edition<'_>, quote: &Quote) -> String {
    quote::speaker(edition.article, quote).map_or_else(|| card::title(edition.article), |(name, _)| name)
}
