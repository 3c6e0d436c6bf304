//! Corrections: what a message becomes when the article that it shows has changed.

use jiff::civil;

use super::edition::Edition;
use super::press::{Press, View};
use super::reply::{Action, Button, Message, Shown};
use super::text::{Html, label};
use super::{Context, Place, Subject, card, history, picture};
use crate::article::Language;
use crate::library::{Library, same_figure, same_quote};

/// What has changed under a message.
#[derive(Debug, Clone, Copy)]
pub struct Correction<'a> {
    /// What the message shows.
    pub shown: &'a Shown,
    /// The article as it stands in the message, in a library of its own.
    pub before: &'a Library,
    /// The article as it is now, in a library of its own: what other articles say is no change of this one.
    pub now: &'a Library,
    /// Whether the message was sent by way of an inline result: its buttons lead elsewhere.
    pub inline: bool,
    /// The moment of the change, by the clock of whoever reads it.
    pub at: civil::DateTime,
}

/// What becomes of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Corrected {
    /// Nothing: what it shows has not changed. It shows this revision now.
    Same(Shown),
    /// It shows what the article says now, and that it was corrected.
    Changed(Message),
    /// It says that what it showed was withdrawn, and stays so.
    Withdrawn(Message),
}

/// What becomes of a message. The library of the context is that of all articles. `None`: there is nothing to show, as there was nothing before.
pub fn corrected(context: &Context<'_>, correction: &Correction<'_>) -> Option<Corrected> {
    let Correction { shown, before, now, inline, .. } = *correction;
    let Press::Show { language, view, .. } = Press::read(&shown.view)? else { return None };
    let (old, new) = (in_library(before, shown, language), in_library(now, shown, language));
    let (view, same) = match (&old, &new) {
        (Some(old), Some(new)) => {
            let old_html = html(context, before, old, view)?;
            match successor(context, now, old, new, view) {
                Some((now_seen, new_html)) => {
                    let drawn =
                        |library, edition, view| picture::drawing(&Context { library, ..*context }, edition, view);
                    let alike = || drawn(before, old, view) == drawn(now, new, now_seen);
                    (now_seen, old_html == new_html && alike())
                }
                None => return Some(Corrected::Withdrawn(withdrawn(context, correction, &old_html))),
            }
        }
        (Some(old), None) => {
            let old_html = html(context, before, old, view)?;
            return Some(Corrected::Withdrawn(withdrawn(context, correction, &old_html)));
        }
        // What was withdrawn has come again.
        (None, Some(new)) => (view, html(context, now, new, view).is_none()),
        (None, None) => return None,
    };
    let new = new?;
    let shows = new.shown(view, context.language);
    if same {
        return Some(Corrected::Same(shows));
    }
    // With what other articles say of it.
    let (library, whole) = match in_library(context.library, shown, language) {
        Some(whole) if context.html(&whole, view).is_some() => (context.library, whole),
        _ => (now, new),
    };
    let context = &Context { library, ..*context };
    let mut message = if inline {
        let source = card::source(context, &whole).unwrap_or_else(|| card::open(context, &whole, view));
        let keyboard = vec![vec![source, card::share(context, &whole, view)]];
        let drawn = picture::drawing(context, &whole, view);
        Message { picture: drawn, ..Message::new(context.html(&whole, view)?, keyboard) }
    } else {
        context.show(&whole, view)?
    };
    let when = context.locales.moment(context.language, correction.at);
    note(context, correction, &context.text("corrected-at", &[("when", when.into())]), &mut message);
    message.shows = Some(shows);
    Some(Corrected::Changed(message))
}

/// Word that a message which can't be edited any more shows what is no longer so, for those who read it: to be sent as a reply to it.
pub fn overtaken(context: &Context<'_>, shown: &Shown) -> Message {
    let mut html = Html::default();
    html.text(&context.text("post-overtaken", &[]));
    let button = |text: &str, address: String| Button { text: label(text), action: Action::Open(address) };
    let mut row = vec![button(&context.text("button-changes", &[]), history::link(context, &shown.article))];
    if context.library.get(&shown.article).is_some() {
        let link = Subject::article(&shown.article).link(context.bot);
        row.push(button(&context.text("button-open", &[]), link));
    }
    Message::new(html.finish(), vec![row])
}

fn in_library<'a>(library: &'a Library, shown: &Shown, language: Language) -> Option<Edition<'a>> {
    let editions = library.get(&shown.article)?;
    Some(Edition { article: editions.edition(language)?, editions })
}

/// The text of a view in a library of one article.
fn html(context: &Context<'_>, library: &Library, edition: &Edition<'_>, view: View) -> Option<String> {
    Context { library, ..*context }.html(edition, view)
}

/// What the view of an edition has become in the next one, and its text: the same quote or figure, as it is worded now.
fn successor(
    context: &Context<'_>,
    now: &Library,
    old: &Edition<'_>,
    new: &Edition<'_>,
    view: View,
) -> Option<(View, String)> {
    let quote = |id| same_quote(old.article, new.article, id);
    let figure = |id| same_figure(old.article, new.article, id);
    let view = match view {
        View::Article
        | View::Summary
        | View::Source
        | View::Post
        | View::Body { .. }
        | View::Figures { .. }
        | View::Chart { .. }
        | View::PostCard { .. } => view,
        View::Card { quote: id, look } => View::Card { quote: quote(id)?, look },
        View::FigureCard { figure: id, look } => View::FigureCard { figure: figure(id)?, look },
        View::Quote(id) => View::Quote(quote(id)?),
        View::Context { quote: id, page } => View::Context { quote: quote(id)?, page },
        View::Versions { quote: id, page } => View::Versions { quote: quote(id)?, page },
        View::Figure { figure: id, page } => View::Figure { figure: figure(id)?, page },
    };
    // The new one may have fewer pages.
    [view, view.first_page()].into_iter().find_map(|view| Some((view, html(context, now, new, view)?)))
}

/// What was shown, struck, and word that it was withdrawn.
fn withdrawn(context: &Context<'_>, correction: &Correction<'_>, before: &str) -> Message {
    let mut message = Message::new(format!("<s>{before}</s>"), Vec::new());
    let when = context.locales.moment(context.language, correction.at);
    note(context, correction, &context.text("withdrawn-at", &[("when", when.into())]), &mut message);
    message
}

/// Adds the line that says when, and the way to what changed.
fn note(context: &Context<'_>, correction: &Correction<'_>, said: &str, message: &mut Message) {
    let mut html = Html::default();
    html.text("\n\n").italic(said);
    message.html += &html.finish();
    let text = context.text("button-changes", &[]);
    let article = correction.shown.article.clone();
    let button = if correction.inline || context.place == Place::Channel {
        Button { text: label(&text), action: Action::Open(history::link(context, &article)) }
    } else {
        Press::Changes { article, change: None }.button(&text)
    };
    message.keyboard.push(vec![button]);
}
