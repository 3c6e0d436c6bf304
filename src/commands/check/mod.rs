//! /check: whether something was said like that. `message` words the answer, `differences` what became of the claim's words;
//! `several` is the answer to a text with several quotes.

mod differences;
mod message;
mod several;

use super::press::View;
use super::reply::{Action, Answer, InlineResult, Message};
use super::text::{Html, LINE, is_blank, line};
use super::{Context, Place, quote};
use crate::library::{self, Match, Verdict};

/// Answers /check: the words behind it, or those of the message replied to.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let claim = if argument.is_empty() { context.replied.unwrap_or_default() } else { argument };
    if is_blank(claim) {
        let mut html = Html::default();
        html.text(&context.text("check-asked", &[]));
        return Some(Message::new(html.finish(), Vec::new()).into());
    }
    Some(checked(context, claim).into())
}

/// The answer to a claim, or to each quote of a text that has several.
pub(super) fn checked(context: &Context<'_>, claim: &str) -> Message {
    match &*library::claims(claim) {
        [] => message::of(context, &context.library.check(claim, context.language)),
        claims => several::of(context, claims),
    }
}

/// Whether plain words in private are a claim, rather than what to look for.
pub(super) fn is_claim(context: &Context<'_>, words: &str) -> bool {
    context.place == Place::Private && (context.forwarded || is_long(words))
}

/// Whether there are so many words that they are a claim.
pub(super) fn is_long(words: &str) -> bool {
    /// Fewer are looked for.
    const CLAIM: usize = 7;
    words.split_whitespace().nth(CLAIM - 1).is_some()
}

/// The answer to a claim as an inline result.
pub(super) fn inline(context: &Context<'_>, claim: &str) -> InlineResult {
    let checked = context.library.check(claim, context.language);
    let mut message = message::of(context, &checked);
    // Nobody answers a press under a message that was sent by way of an inline result.
    message.keyboard.iter_mut().for_each(|row| row.retain(|button| !matches!(button.action, Action::Press(_))));
    message.keyboard.retain(|row| !row.is_empty());
    let description = match checked.matches.first() {
        Some(found) if checked.verdict != Verdict::NotFound => line(found.article.text(found.run), LINE).into_owned(),
        _ => line(claim, LINE).into_owned(),
    };
    InlineResult { id: "check".to_owned(), title: message::verdict(context, &checked), description, message }
}

/// What a match is shown as where it is opened.
fn view(found: &Match<'_>) -> View {
    found.quote.map_or(View::Article, |quote| View::Quote(quote.id))
}

/// The name of the one who said it, or the article's title.
fn speaker(found: &Match<'_>) -> String {
    let named = found.quote.and_then(|said| quote::speaker(found.article, said));
    named.map_or_else(|| super::card::title(found.article), |(name, _)| name)
}
