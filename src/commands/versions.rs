//! The same words as several articles carry them, each cutting them differently: side by side, the fullest first.

use super::edition::Edition;
use super::press::View;
use super::reply::{Button, Keyboard};
use super::text::{Html, Passage, Style, line};
use super::{Context, card, quote};
use crate::article::{Article, ArticleId, ItemId, Quote};
use crate::library::Version;

/// How many versions stand on a page.
const PAGE: usize = 3;
/// The most characters of a version.
const WORDS: usize = 700;
/// The most characters of a name, a title or what a version lacks.
const SHORT: usize = 120;

/// The versions of a quote, if more articles than its own carry it.
pub(super) fn of<'a>(context: &Context<'a>, article: &'a Article, quote: &'a Quote) -> Option<Vec<Version<'a>>> {
    let versions = context.library.versions(article, quote);
    (all(&versions) > 1).then_some(versions)
}

/// How many articles carry a quote; of these, only those are counted in which no version is `whole`.
fn articles(versions: &[Version<'_>], whole: impl Fn(&Version<'_>) -> bool) -> usize {
    let mut ids: Vec<&ArticleId> = versions.iter().map(|version| &version.article.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.retain(|id| !versions.iter().any(|version| version.article.id == **id && whole(version)));
    ids.len()
}

/// How many articles carry a quote.
fn all(versions: &[Version<'_>]) -> usize {
    articles(versions, |_| false)
}

/// How many articles carry a quote, and how many of them without some of its words.
pub(super) fn carried(context: &Context<'_>, versions: &[Version<'_>]) -> String {
    let cut = articles(versions, |version| version.missing.is_empty());
    let told = context.text("carried-cut", &[("count", cut.into())]);
    by(context, versions) + &if cut > 0 { format!("; {told}") } else { String::new() }
}

/// How many articles carry a quote, and how many of them without these words of it.
pub(super) fn carried_with(context: &Context<'_>, versions: &[Version<'_>], words: &str) -> String {
    let without = articles(versions, |version| version.has(words));
    let told = context.text("carried-without", &[("count", without.into())]);
    by(context, versions) + &if without > 0 { format!("; {told}") } else { String::new() }
}

fn by(context: &Context<'_>, versions: &[Version<'_>]) -> String {
    context.text("carried-by", &[("count", all(versions).into())])
}

/// The button that shows the versions of a quote.
pub(super) fn button(context: &Context<'_>, versions: &[Version<'_>]) -> String {
    context.text("button-versions", &[("count", all(versions).into())])
}

/// A page of the versions of a quote. `None` when no other article carries it any more.
pub(super) fn html(context: &Context<'_>, edition: &Edition<'_>, id: ItemId, page: usize) -> Option<String> {
    let said = edition.article.quote(id)?;
    let versions = of(context, edition.article, said)?;
    let shown = versions.chunks(PAGE).nth(page)?;
    let fullest = versions.first()?;
    let mut html = Html::default();
    html.bold(&carried(context, &versions));
    for (number, version) in (page * PAGE + 1..).zip(shown) {
        html.text(&format!("\n\n{number}. "));
        entry(&mut html, context, version, fullest)?;
    }
    Some(html.finish())
}

/// One version: where it stands, its words, and what it lacks.
fn entry(html: &mut Html, context: &Context<'_>, version: &Version<'_>, fullest: &Version<'_>) -> Option<()> {
    let article = version.article;
    let edition = Edition { article, editions: context.library.get(&article.id)? };
    let link = View::Quote(version.quote.id).subject(article).link(context.bot);
    html.link(&line(&card::title(article), SHORT), &link);
    if let Some(day) = card::day(context, &edition) {
        html.text(" · ").text(&day);
    }
    if let Some(source) = &article.source {
        html.text(" · ").text(&line(&source.name, SHORT));
    }
    html.text("\n");
    let words = Passage::plain(quote::words(article, version.quote)).excerpt(WORDS);
    html.quotation(&words, words.whole());
    // Whom all of them name is named once.
    if version.quote.speaker != fullest.quote.speaker || std::ptr::eq(version.quote, fullest.quote) {
        quote::attribution(html, article, version.quote);
    }
    if !version.missing.is_empty() {
        let lacks: Vec<&str> = version.missing.iter().map(|span| fullest.article.text(*span)).collect();
        html.text("\n").text(&context.text("carried-lacks", &[])).text(" ");
        html.styled(&line(&lacks.join(" … "), SHORT), Style::Underlined);
    }
    Some(())
}

/// The other pages, and the way back to the quote.
pub(super) fn keyboard(context: &Context<'_>, edition: &Edition<'_>, id: ItemId, page: usize) -> Option<Keyboard> {
    let versions = of(context, edition.article, edition.article.quote(id)?)?;
    let mut keyboard = Vec::new();
    let to = |text: &str, page| edition.button(text, View::Versions { quote: id, page });
    keyboard.extend(card::pager(page, versions.len().div_ceil(PAGE), to));
    let back: Vec<Button> = vec![edition.button(&context.text("back-quote", &[]), View::Quote(id))];
    keyboard.push(back);
    Some(keyboard)
}
