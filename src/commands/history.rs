//! /history: what an article said when, and what changed, word by word.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::press::{Press, View};
use super::reply::{Answer, Errand, Message, Revised};
use super::text::{Html, LINE, Style, line};
use super::{Context, Subject, card};
use crate::article::{Article, ArticleId};
use crate::library::{LIKE, likeness, words_of};

/// The most characters of all that changed in a message.
const PAGE: usize = 2_000;
/// How many words that stayed are shown beside those that changed.
const BESIDE: usize = 5;
/// Paragraphs with more words than this are shown changed as a whole.
const WORDS: usize = 5_000;
/// The start parameter that leads to the history of an article begins so.
const LINK: &str = "h-";

/// Answers /history for the article that is meant.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    // The history of one that is withdrawn is known by its id only.
    let named = context.named(argument).map(|edition| edition.article.id.clone());
    match argument.parse().ok().or(named) {
        Some(article) => Some(asked(context, article)),
        None => super::words::nothing_fits(context, argument),
    }
}

/// The errand to the last change of an article.
pub(super) fn asked(context: &Context<'_>, article: ArticleId) -> Answer {
    let mut html = Html::default();
    html.text(&context.text("not-now", &[]));
    let errand = Errand::History { article, change: None };
    Answer { errand: Some(errand), ..Message::new(html.finish(), Vec::new()).into() }
}

/// The article whose history a start parameter leads to.
pub(super) fn linked(parameter: &str) -> Option<ArticleId> {
    parameter.strip_prefix(LINK)?.parse().ok()
}

/// The address that leads to the history of an article in the private chat.
pub(super) fn link(context: &Context<'_>, article: &ArticleId) -> String {
    format!("https://t.me/{}?start={LINK}{article}", context.bot)
}

/// One change of an article.
pub(super) fn show(context: &Context<'_>, id: &ArticleId, revised: &Revised) -> Option<Message> {
    let Revised { change, changes, at, language, before, after } = revised;
    let article = after.as_ref().or(before.as_ref())?;
    let mut html = Html::default();
    html.link(&card::title(article), &Subject::article(id).link(context.bot));
    let number = [("number", (change + 1).into()), ("count", (*changes).into())];
    html.text("\n").text(&context.text("history-revision", &number));
    html.text(" · ").text(&context.locales.text(*language, "language-name", &[]));
    let day = context.locales.day(context.language, at.date());
    html.text(" · ").text(&format!("{day}, {:02}:{:02}\n\n", at.hour(), at.minute()));
    match (before, after) {
        (None, _) => html.text(&context.text("history-first", &[])),
        (Some(_), None) => html.text(&context.text("history-withdrawn", &[])),
        (Some(before), Some(after)) => differences(&mut html, context, before, after),
    };
    let mut keyboard = Vec::new();
    keyboard.extend(card::pager(*change, *changes, |text, change| {
        Press::Changes { article: id.clone(), change: Some(change) }.button(text)
    }));
    if let Some(editions) = context.library.get(id) {
        let article = editions.edition(*language).unwrap_or_else(|| editions.original());
        let (article, language, view) = (id.clone(), article.language, View::Article);
        keyboard.push(vec![Press::Show { article, language, view }.button(&context.text("button-article", &[]))]);
    }
    Some(Message::new(html.finish(), keyboard))
}

/// What differs between two revisions: the title, then the paragraphs that changed.
fn differences<'h>(html: &'h mut Html, context: &Context<'_>, before: &Article, after: &Article) -> &'h mut Html {
    let from = html.visible();
    if before.title != after.title {
        changed(html, &line(&before.title, LINE), &line(&after.title, LINE));
    }
    let paragraphs = |article: &Article| -> Vec<String> {
        article.paragraphs().map(|paragraph| article.text(paragraph).to_owned()).collect()
    };
    let (old, new) = (paragraphs(before), paragraphs(after));
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, old_range, new_range) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            continue;
        }
        for (old, new) in pairs(&old[old_range], &new[new_range]) {
            if html.visible() - from > PAGE {
                return html.text("\n\n").italic(&context.text("history-more", &[]));
            }
            if html.visible() > from {
                html.text("\n\n");
            }
            changed(html, old, new);
        }
    }
    if html.visible() == from {
        html.text(&context.text("history-structure", &[]));
    }
    html
}

/// Paragraphs that went and came in one place, in order: each with the one that it became, or with nothing.
fn pairs<'a>(gone: &'a [String], came: &'a [String]) -> Vec<(&'a str, &'a str)> {
    /// Further on it is not looked.
    const NEAR: usize = 8;
    let known: Vec<_> = gone.iter().map(|text| words_of(text)).collect();
    let (mut pairs, mut next) = (Vec::new(), 0);
    for new in came {
        let said = words_of(new);
        let near = next..gone.len().min(next + NEAR);
        let short = |old: &usize| known[*old].len().max(said.len()) <= WORDS;
        match near.filter(short).find(|old| likeness(&known[*old], &said) >= LIKE) {
            Some(old) => {
                pairs.extend(gone[next..old].iter().map(|old| (old.as_str(), "")));
                pairs.push((&gone[old], new));
                next = old + 1;
            }
            None => pairs.push(("", new)),
        }
    }
    pairs.extend(gone[next..].iter().map(|old| (old.as_str(), "")));
    pairs
}

/// A text that changed: what went struck, what came underlined, and some words beside them.
fn changed(html: &mut Html, old: &str, new: &str) {
    let split = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let (old, new) = (split(old), split(new));
    let mut left = PAGE / 2;
    if old.len().max(new.len()) > WORDS {
        some(html, &old, Style::Struck, &mut left);
        html.text(" ");
        some(html, &new, Style::Underlined, &mut left);
        return;
    }
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    for (nth, op) in ops.iter().enumerate() {
        let (tag, gone, came) = op.as_tag_tuple();
        if nth > 0 {
            html.text(" ");
        }
        if tag == DiffTag::Equal {
            let (head, tail) = (nth > 0, nth + 1 < ops.len());
            beside(html, &new[came], head, tail, &mut left);
            continue;
        }
        if !gone.is_empty() {
            some(html, &old[gone.clone()], Style::Struck, &mut left);
        }
        if !came.is_empty() {
            html.text(if gone.is_empty() { "" } else { " " });
            some(html, &new[came], Style::Underlined, &mut left);
        }
        if left == 0 {
            html.text("…");
            return;
        }
    }
}

/// Words that stayed: those beside what changed before them (`head`) and after them (`tail`), with an ellipsis for the others.
fn beside(html: &mut Html, words: &[String], head: bool, tail: bool, left: &mut usize) {
    let shown = if head { BESIDE } else { 0 } + if tail { BESIDE } else { 0 };
    if words.len() <= shown + 1 {
        return plain(html, words, left);
    }
    if head {
        plain(html, &words[..BESIDE], left);
        html.text(" ");
    }
    html.text("…");
    if tail {
        html.text(" ");
        plain(html, &words[words.len() - BESIDE..], left);
    }
}

fn plain(html: &mut Html, words: &[String], left: &mut usize) {
    let text = fitting(words, left);
    html.text(&text);
}

fn some(html: &mut Html, words: &[String], style: Style, left: &mut usize) {
    let text = fitting(words, left);
    html.styled(&text, style);
}

/// As many words as fit into what is left; an ellipsis stands for the others.
fn fitting(words: &[String], left: &mut usize) -> String {
    let text = words.join(" ");
    let shown = line(&text, (*left).max(1)).into_owned();
    *left = left.saturating_sub(shown.chars().count());
    shown
}
