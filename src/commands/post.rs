//! A post: what stands of an article in a channel. Its buttons need nobody who answers a press there: they lead to the private chat.

use super::edition::Edition;
use super::press::View;
use super::reply::{Action, Button, Keyboard};
use super::text::{Html, LINE, Passage, label, line};
use super::{Context, Subject, SubjectItem, card, quote, start, stats};

/// The most characters of the summary.
const SUMMARY: usize = 1_400;
/// The most characters of the quote.
const QUOTE: usize = 900;
/// How many figures stand in it.
const FIGURES: usize = 3;

/// The text: title, day and source, summary, figures, a quote, credit. What does not fit ends in an ellipsis; the buttons lead to the whole.
pub(super) fn html(context: &Context<'_>, edition: &Edition<'_>) -> String {
    let article = edition.article;
    let mut html = Html::default();
    html.bold_link(&card::title(article), &Subject::article(&article.id).link(context.bot));
    card::origin(&mut html, context, edition);
    let mut left = SUMMARY;
    for (place, sentence) in article.summary.iter().enumerate() {
        let sentence = Passage::plain(article.text(*sentence));
        let (page, cut) = sentence.first_page(left.max(1));
        left = left.saturating_sub(sentence.text[page.clone()].chars().count());
        // Only a sentence that is longer than all that fits is shown in part.
        if cut && place > 0 {
            break;
        }
        html.text(if place == 0 { "\n\n" } else { " " }).passage(&sentence, page).text(if cut { "…" } else { "" });
        if cut {
            break;
        }
    }
    let figures = article.figures.iter().take(FIGURES);
    for (place, figure) in figures.enumerate() {
        let amount = context.locales.amount(context.language, figure);
        html.text(if place == 0 { "\n\n" } else { "\n" }).bold(&line(&amount.number, LINE));
        html.text(" ").text(&line(&stats::described(context, figure), LINE));
    }
    if let Some(said) = article.quotes.first() {
        let words = Passage::plain(quote::words(article, said));
        let shown = match words.first_page(QUOTE) {
            (page, true) => Passage::plain(format!("{}…", &words.text[page])),
            (page, false) => Passage::plain(&words.text[page]),
        };
        html.text("\n\n").folded(&shown, shown.whole());
        quote::attribution(&mut html, article, said);
    }
    if let Some(credit) = article.credit {
        html.text("\n\n").italic(&line(article.text(credit), LINE));
    }
    if article.translation {
        html.text("\n\n").italic(&context.text("translated-article", &[]));
    }
    html.finish()
}

/// On to the quotes, the figures and checking in the private chat, and to the source.
pub(super) fn keyboard(context: &Context<'_>, edition: &Edition<'_>) -> Keyboard {
    let article = edition.article;
    let open = |text: String, parameter: &str| Button {
        text: label(&text),
        action: Action::Open(start::link(context, parameter)),
    };
    let mut row = Vec::new();
    if let Some(quote) = article.quotes.first() {
        let subject = Subject { article: article.id.clone(), item: Some(SubjectItem::Quote(quote.id)) };
        row.push(open(context.text("button-quotes", &[]), &subject.parameter()));
    }
    if !article.figures.is_empty() {
        row.push(open(context.text("button-figures", &[]), &start::figures(&article.id)));
    }
    if row.is_empty() {
        row.push(card::open(context, edition, View::Article));
    }
    let mut second = vec![open(context.text("button-check", &[]), start::CHECK)];
    second.extend(card::source(context, edition));
    vec![row, second]
}
