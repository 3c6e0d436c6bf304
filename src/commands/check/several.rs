//! The answer to a text that quotes more than once: a verdict for each quote.

use super::{differences, message, speaker, view};
use crate::commands::Context;
use crate::commands::reply::{Button, Message};
use crate::commands::text::{Html, Passage, line};
use crate::library::Verdict;

/// How many quotes are shown.
const MOST: usize = 6;
/// The most characters of one.
const WORDS: usize = 220;
/// The most characters of the name beside it.
const NAME: usize = 80;
/// How many differences of one are named.
const DIFFERENCES: usize = 2;

/// The verdicts, one under the other, in the order of the text; the buttons lead to the quotes that were found.
pub(super) fn of(context: &Context<'_>, claims: &[String]) -> Message {
    let mut html = Html::default();
    html.bold(&context.text("check-several", &[("count", claims.len().min(MOST).into())]));
    let mut row: Vec<Button> = Vec::new();
    for (number, claim) in (1..).zip(claims.iter().take(MOST)) {
        let checked = context.library.check(claim, context.language);
        html.text(&format!("\n\n{number}. ")).bold(&message::verdict(context, &checked)).text("\n");
        let found = checked.matches.first().filter(|_| checked.verdict != Verdict::NotFound);
        let Some(found) = found else {
            let words = Passage::plain(claim.as_str()).excerpt(WORDS);
            html.quotation(&words, words.whole());
            continue;
        };
        let words = differences::claim(claim, found).excerpt(WORDS);
        html.quotation(&words, words.whole());
        let address = view(found).subject(found.article).link(context.bot);
        html.text("\n").link(&line(&speaker(found), NAME), &address);
        differences::list(&mut html, context, claim, &differences::named(found, false, DIFFERENCES));
        row.push(message::sending(found, view(found), &number.to_string()));
    }
    if claims.len() > MOST {
        html.text("\n\n").italic(&context.text("check-more", &[("count", (claims.len() - MOST).into())]));
    }
    Message::new(html.finish(), if row.is_empty() { Vec::new() } else { vec![row] })
}
