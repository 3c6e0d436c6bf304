//! What is said when nothing fits.

use super::edition::Edition;
use super::press::{Press, View};
use super::reply::{Answer, Message};
use super::text::{Html, line};
use super::{Context, Place, card};

/// Says kindly that nothing fits, and what to try instead: words that the newest article has an answer to.
/// In a channel, where nobody asked in words, nothing is said.
pub(super) fn nothing_fits(context: &Context<'_>, words: &str) -> Option<Answer> {
    /// Enough of the words to recognise them.
    const WORDS: usize = 60;
    if context.place == Place::Channel {
        return None;
    }
    let mut html = Html::default();
    let Some(newest) = context.library.newest_first().first() else {
        html.text(&context.text("no-articles", &[]));
        return Some(Message::new(html.finish(), Vec::new()).into());
    };
    let words = line(words, WORDS);
    html.text(&match words.is_empty() {
        true => context.text("nothing-asked", &[]),
        false => context.text("nothing-fits", &[("words", words.into())]),
    });
    let edition = Edition::preferred(newest, context.language);
    let examples = examples(&edition);
    if !examples.is_empty() {
        html.text("\n\n").text(&context.text("nothing-try", &[]));
        for example in examples {
            html.text("\n• ").code(&line(example, WORDS));
        }
    }
    let contents = card::contents(context, &edition, View::Article);
    let all = vec![Press::Articles { page: 0 }.button(&context.text("button-articles", &[]))];
    let keyboard = [contents, all].into_iter().filter(|row| !row.is_empty()).collect();
    Some(Message::new(html.finish(), keyboard).into())
}

/// Words that an article has an answer to: a speaker, a topic, what a figure tells.
fn examples<'a>(edition: &Edition<'a>) -> Vec<&'a str> {
    let quote = edition.article.quotes.first();
    let speaker = quote.and_then(|quote| quote.speaker.as_deref());
    let topic = edition.article.quotes.iter().flat_map(|quote| &quote.topics).map(String::as_str).next_back();
    let label = edition.article.figures.last().map(|figure| figure.label.as_str());
    [speaker, topic, label].into_iter().flatten().collect()
}
