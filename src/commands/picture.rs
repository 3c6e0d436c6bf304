//! /card and /chart: a quote, a figure or the figures of an article as a picture, the words of it under the picture for those who don't see it.

use super::edition::Edition;
use super::press::{Press, Thing, View};
use super::reply::{Answer, Button, Drawing, Keyboard};
use super::text::{Html, Passage, label, line};
use super::{Context, SubjectItem, card as cards, post, quote, stats, words};
use crate::article::{Article, Figure, FigureKind, ItemId, Quote, Value};
use crate::picture::{Bars, Chart, Drawn, Entry, FigureCard, Look, Measure, Order, QuoteCard, Size, Theme};
use crate::structure;

/// The most characters of a quote under its card: with the lines around it, and one for a correction, there are fewer than the
/// 1,024 that Telegram takes.
const QUOTE: usize = 480;
/// The most characters of a line under a picture.
const LINE: usize = 90;
/// The most figures under a chart.
const FIGURES: usize = 6;
/// From so many figures on, a chart is taller.
const MANY: usize = 7;
/// A quote of so many characters is large enough on a wide card.
const WIDE: usize = 220;
/// The longest text under a picture, which leaves room for the line that tells of a correction (TELEGRAM.md: 1,024).
const CAPTION: usize = 924;
/// The most figures of which a chart is made.
const ENTRIES: usize = 24;

/// Answers /card: the quote that /quote would show, or the figure of the message replied to.
pub(super) fn card(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let look = Look { theme: context.theme, ..Look::default() };
    if let (true, Some(subject)) = (argument.is_empty(), context.about)
        && let Some(SubjectItem::Figure(figure)) = subject.item
        && let Some((edition, _)) = context.linked(subject)
    {
        return Some(context.show(&edition, View::FigureCard { figure, look })?.into());
    }
    quote::found(context, argument, |quote| View::Card { quote, look })
}

/// Answers /chart with the figures of the article that is meant.
pub(super) fn chart(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let Some(edition) = context.named(argument) else { return words::nothing_fits(context, argument) };
    if edition.article.figures.is_empty() {
        return stats::answer(context, argument);
    }
    Some(context.show(&edition, View::Chart { look: chart_look(context, edition.article) })?.into())
}

/// How the figures of an article are shown at first.
fn chart_look(context: &Context<'_>, article: &Article) -> Look {
    let size = if article.figures.len() < MANY { Size::Square } else { Size::Portrait };
    Look { size, theme: context.theme }
}

/// A button that sends a picture, so that the message with the button stays.
fn button(edition: &Edition<'_>, text: &str, view: View) -> Button {
    let Article { id, language, .. } = edition.article;
    Press::Send(Thing { article: id.clone(), language: *language, view }).button(text)
}

/// A button that sends a quote as a card.
pub(super) fn card_button(context: &Context<'_>, edition: &Edition<'_>, quote: ItemId) -> Button {
    let look = Look { theme: context.theme, ..Look::default() };
    button(edition, &context.text("button-card", &[]), View::Card { quote, look })
}

/// A button that sends a figure as a card.
pub(super) fn figure_button(context: &Context<'_>, edition: &Edition<'_>, figure: ItemId) -> Button {
    let look = Look { theme: context.theme, ..Look::default() };
    button(edition, &context.text("button-card", &[]), View::FigureCard { figure, look })
}

/// A button that sends the figures as a chart.
pub(super) fn chart_button(context: &Context<'_>, edition: &Edition<'_>) -> Button {
    button(edition, &context.text("button-chart", &[]), View::Chart { look: chart_look(context, edition.article) })
}

/// The picture of what a view shows, as it looks at first, where it was sent before.
pub(super) fn pictured(context: &Context<'_>, edition: &Edition<'_>, view: View) -> Option<View> {
    let look = Look { theme: context.theme, ..Look::default() };
    let picture = match view {
        View::Quote(quote) => View::Card { quote, look },
        View::Figure { figure, .. } => View::FigureCard { figure, look },
        View::Figures { .. } => View::Chart { look: chart_look(context, edition.article) },
        _ => return None,
    };
    let sent = context.pictured.filter(|sent| !sent.is_empty())?;
    sent.contains(&shows(edition, picture)).then_some(picture)
}

/// The picture of a view, if it has one.
pub(super) fn drawing(context: &Context<'_>, edition: &Edition<'_>, view: View) -> Option<Box<Drawing>> {
    let (drawn, look) = match view {
        View::Card { quote, look } => (Drawn::Quote(quote_card(context, edition, edition.article.quote(quote)?)), look),
        View::FigureCard { figure, look } => {
            (Drawn::Figure(figure_card(context, edition, edition.article.figure(figure)?)), look)
        }
        View::Chart { look } => (Drawn::Chart(chart_of(context, edition)), look),
        View::PostCard { look } => return drawing(context, edition, over_post(edition.article, look)?),
        _ => return None,
    };
    let view = shows(edition, view);
    Some(Box::new(Drawing { order: Order { drawn, look }, view, sorry: context.text("picture-later", &[]) }))
}

/// What a picture shows, as a button carries it.
fn shows(edition: &Edition<'_>, view: View) -> String {
    let Article { id, language, .. } = edition.article;
    Press::Show { article: id.clone(), language: *language, view }.data()
}

/// What stands over a post: its quote, or else its figures.
fn over_post(article: &Article, look: Look) -> Option<View> {
    match article.quotes.first() {
        Some(quote) => Some(View::Card { quote: quote.id, look }),
        None => (!article.figures.is_empty()).then_some(View::Chart { look }),
    }
}

/// A post with a picture: with the text under it where that fits, else the picture, after which the text follows; without one where
/// there is nothing to draw.
pub(super) fn of_post(context: &Context<'_>, edition: &Edition<'_>) -> View {
    let article = edition.article;
    let short = article.quotes.first().is_some_and(|said| quote::words(article, said).chars().count() <= WIDE);
    let look = Look { size: if short { Size::Wide } else { chart_look(context, article).size }, theme: context.theme };
    match over_post(article, look) {
        None => View::Post,
        Some(_) if fits(&post::html(context, edition)) => View::PostCard { look },
        Some(alone) => alone,
    }
}

/// The text of a post where it fits under a picture; else the words of the picture, which lead to the article.
pub(super) fn post_caption(context: &Context<'_>, edition: &Edition<'_>) -> Option<String> {
    let html = post::html(context, edition);
    if fits(&html) {
        return Some(html);
    }
    caption(context, edition, over_post(edition.article, Look::default())?)
}

/// Whether a text fits under a picture, and a line after it that tells of a correction.
fn fits(html: &str) -> bool {
    let (mut visible, mut hidden) = (0, false);
    for part in html.chars() {
        match part {
            // Of an entity such as `&amp;` one character is seen; it is counted by its `&`.
            '<' | '&' => {
                visible += usize::from(part == '&');
                hidden = true;
            }
            '>' | ';' if hidden => hidden = false,
            _ => visible += usize::from(!hidden),
        }
    }
    visible <= CAPTION
}

/// When and where an article was published, in one line.
fn origin(context: &Context<'_>, edition: &Edition<'_>) -> String {
    let day = cards::day(context, edition).map(|day| day.to_string());
    let source = edition.article.source.as_ref().map(|source| line(&source.name, LINE).into_owned());
    // A picture goes about without the words under it.
    let translated = edition.article.translation.then(|| context.text("picture-translated", &[]));
    day.into_iter().chain(source).chain(translated).collect::<Vec<_>>().join(" · ")
}

fn mark(context: &Context<'_>) -> String {
    format!("@{}", context.bot)
}

fn quote_card(context: &Context<'_>, edition: &Edition<'_>, said: &Quote) -> QuoteCard {
    let article = edition.article;
    let (speaker, role) = quote::speaker(article, said).unzip();
    QuoteCard {
        language: article.language,
        words: quote::words(article, said).into_owned(),
        speaker,
        role: role.flatten(),
        origin: origin(context, edition),
        mark: mark(context),
        rest: context.text("picture-whole-quote", &[]),
    }
}

fn figure_card(context: &Context<'_>, edition: &Edition<'_>, figure: &Figure) -> FigureCard {
    let amount = context.locales.amount(context.language, figure);
    FigureCard {
        unit: amount.unit.map(str::to_owned),
        number: amount.number,
        label: figure.label.clone(),
        origin: origin(context, edition),
        mark: mark(context),
    }
}

fn chart_of(context: &Context<'_>, edition: &Edition<'_>) -> Chart {
    let article = edition.article;
    let entry = |figure: &Figure| {
        let amount = context.locales.amount(context.language, figure);
        let unit = amount.unit.map(str::to_owned);
        Entry { number: amount.number, unit, label: figure.label.clone(), measure: measure(article, figure) }
    };
    Chart {
        title: cards::title(article),
        entries: article.figures.iter().take(ENTRIES).map(entry).collect(),
        origin: origin(context, edition),
        mark: mark(context),
        rest: context.text("picture-other-figures", &[]),
    }
}

/// How a figure can be shown without saying more than it does: a part only where it is one, a bar only beside what has the same unit.
fn measure(article: &Article, figure: &Figure) -> Measure {
    let part = |part: f64| {
        let around = [figure.label.as_str(), article.text(figure.text)];
        let may = around.iter().all(|words| structure::may_be_part(words, article.language));
        if may && part > 0.0 && part <= 1.0 { Measure::Part(part) } else { Measure::Number }
    };
    match (figure.kind, figure.value) {
        (FigureKind::Percent, Value::Number(value)) => part(value / 100.0),
        (FigureKind::Share, Value::Share { numerator, denominator }) => {
            part(f64::from(numerator) / f64::from(denominator))
        }
        (FigureKind::Count | FigureKind::Money | FigureKind::Quantity, Value::Number(value)) if value >= 0.0 => {
            match &figure.unit {
                Some(unit) => Measure::Bar(Bars { value, kind: format!("{:?} {}", figure.kind, unit.to_lowercase()) }),
                None => Measure::Number,
            }
        }
        _ => Measure::Number,
    }
}

/// The words under a picture: what it shows, for those who don't see it, with a link that names it.
pub(super) fn caption(context: &Context<'_>, edition: &Edition<'_>, view: View) -> Option<String> {
    let article = edition.article;
    let mut html = Html::default();
    match view {
        View::Card { quote: id, .. } => {
            let said = article.quote(id)?;
            let words = Passage::plain(quote::words(article, said));
            let shown = match words.first_page(QUOTE) {
                (page, true) => Passage::plain(format!("{}…", &words.text[page])),
                (page, false) => Passage::plain(&words.text[page]),
            };
            html.quotation(&shown, shown.whole());
            if let Some((name, role)) = quote::speaker(article, said) {
                html.text("\n— ").bold(&line(&name, LINE));
                if let Some(role) = role {
                    html.text(", ").text(&line(&role, LINE));
                }
            }
        }
        View::FigureCard { figure: id, .. } => {
            let figure = article.figure(id)?;
            let amount = context.locales.amount(context.language, figure);
            html.bold(&line(&amount.number, LINE)).text(" ");
            html.text(&line(&stats::described(context, figure), LINE * 3));
        }
        View::Chart { .. } => {
            for (place, figure) in article.figures.iter().take(FIGURES).enumerate() {
                let amount = context.locales.amount(context.language, figure);
                html.text(if place == 0 { "" } else { "\n" }).bold(&line(&amount.number, LINE / 3));
                html.text(" ").text(&line(&stats::described(context, figure), LINE));
            }
            if article.figures.len() > FIGURES {
                html.text("\n…");
            }
        }
        _ => return None,
    }
    let origin = origin(context, edition);
    if !origin.is_empty() {
        html.text("\n").text(&origin);
    }
    html.text("\n").link(&line(&cards::title(article), LINE), &view.subject(article).link(context.bot));
    Some(html.finish())
}

/// Other sizes and colours, and the way to the words.
pub(super) fn keyboard(context: &Context<'_>, edition: &Edition<'_>, view: View) -> Option<Keyboard> {
    let with = |look| match view {
        View::Card { quote, .. } => View::Card { quote, look },
        View::FigureCard { figure, .. } => View::FigureCard { figure, look },
        _ => View::Chart { look },
    };
    let (look, whole, words) = match view {
        View::Card { quote, look } => (look, View::Quote(quote), context.text("button-quote", &[])),
        View::FigureCard { figure, look } => {
            (look, View::Figure { figure, page: 0 }, context.text("button-sentence", &[]))
        }
        View::Chart { look } => (look, View::Figures { page: 0 }, context.text("button-figures", &[])),
        _ => return None,
    };
    // The look that is seen is marked.
    let choice = |text: &str, other: Look| {
        let text = if other == look { format!("• {text}") } else { text.to_owned() };
        edition.button(&label(&text), with(other))
    };
    let sizes = Size::ALL.map(|size| choice(shape(size), Look { size, ..look }));
    let themes =
        Theme::ALL.into_iter().filter(|theme| *theme != Theme::Brand || [context.theme, look.theme].contains(theme));
    let name = |theme| match theme {
        Theme::Light => context.text("theme-light", &[]),
        Theme::Dark => context.text("theme-dark", &[]),
        Theme::Brand => context.text("theme-brand", &[]),
    };
    let themes = themes.map(|theme| choice(&name(theme), Look { theme, ..look })).collect();
    let row = vec![button(edition, &words, whole), cards::share(context, edition, view)];
    Some(vec![sizes.into(), themes, row])
}

/// The shape of a picture in writing, the same in every language.
fn shape(size: Size) -> &'static str {
    match size {
        Size::Square => "1:1",
        Size::Portrait => "4:5",
        Size::Wide => "2:1",
    }
}
