//! /summary: the sentences that carry an article.

use super::edition::Edition;
use super::press::View;
use super::reply::{Answer, Keyboard};
use super::text::{Html, PAGE, Passage};
use super::{Context, card, words};

/// Answers /summary for the article that is meant.
pub(super) fn answer(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let Some(edition) = context.named(argument) else { return words::nothing_fits(context, argument) };
    Some(context.show(&edition, View::Summary)?.into())
}

/// The summary of an edition. One that does not fit ends in an ellipsis; the full text has the whole.
pub(super) fn html(context: &Context<'_>, edition: &Edition<'_>) -> Option<String> {
    let article = edition.article;
    if article.summary.is_empty() {
        return card::notice(context, edition, &context.text("no-summary", &[]));
    }
    let mut html = Html::default();
    card::heading(&mut html, context, edition);
    let mut left = PAGE;
    for (place, sentence) in article.summary.iter().enumerate() {
        let sentence = Passage::plain(article.text(*sentence));
        let (page, cut) = sentence.first_page(left.max(1));
        left = left.saturating_sub(sentence.text[page.clone()].chars().count());
        // Only a sentence that is longer than a page by itself is shown in part.
        match (cut, place) {
            (false, _) => html.text("\n\n• ").passage(&sentence, page),
            (true, 0) => html.text("\n\n• ").passage(&sentence, page).text("…"),
            (true, _) => html.text("\n\n…"),
        };
        if cut {
            break;
        }
    }
    if article.translation {
        html.text("\n\n").italic(&context.text("translated-article", &[]));
    }
    Some(html.finish())
}

/// What else the article has.
pub(super) fn keyboard(context: &Context<'_>, edition: &Edition<'_>) -> Keyboard {
    vec![
        card::contents(context, edition, View::Summary),
        vec![
            edition.button(&context.text("button-text", &[]), View::Body { page: 0 }),
            card::share(context, edition, View::Summary),
        ],
    ]
}
