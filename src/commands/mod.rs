//! The commands: one registry, one grammar, one file a command. Each takes a [`Context`] and gives a [`Reply`](reply); all are pure.

mod article;
mod articles;
mod card;
pub mod channels;
mod check;
mod correction;
mod edition;
mod following;
mod grammar;
mod help;
mod highlight;
mod history;
mod inline;
mod lang;
mod link;
pub mod moment;
mod picture;
mod post;
mod press;
mod quote;
mod registry;
pub mod reply;
mod search;
mod source;
mod start;
mod stats;
mod summary;
#[cfg(test)]
mod tests;
mod text;
pub mod told;
mod versions;
mod words;

use std::collections::HashSet;

use crate::article::{ArticleId, ItemId, Language};
use crate::library::Library;
use crate::locale::Locales;
use crate::picture::Theme;
pub use correction::{Corrected, Correction, corrected, overtaken};
use edition::Edition;
pub use following::{digest, language_of, now_called, piece, seen_of, struck};
use grammar::Input;
pub use link::is_search;
use press::{Press, Thing, View};
use reply::{Answer, Change, Errand, Found, InlineAnswer, Message, Pressed, Shown};

/// All that a command may know.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The published articles.
    pub library: &'a Library,
    /// What the program says in its own words.
    pub locales: &'a Locales,
    /// The bot's username, without `@`.
    pub bot: &'a str,
    /// Where it was asked.
    pub place: Place,
    /// The language to answer in.
    pub language: Language,
    /// The article that the chat chose last.
    pub current: Option<&'a ArticleId>,
    /// What the message replied to is about.
    pub about: Option<&'a Subject>,
    /// The words of the search in the message whose button was pressed.
    pub asked: Option<&'a str>,
    /// The words of the message that the question is a reply to, or those of them that were picked out.
    pub replied: Option<&'a str>,
    /// Whether the question is a reply to a message of Derek's.
    pub replies_to_bot: bool,
    /// What the buttons of that message carry.
    pub replied_buttons: &'a [String],
    /// Whether the message was passed on from elsewhere.
    pub forwarded: bool,
    /// Whether an editor asks.
    pub editor: bool,
    /// The colours that pictures have at first: the operator's, where there are any.
    pub theme: Theme,
    /// The views of which a picture was sent before, so that one can be offered inline.
    pub pictured: Option<&'a HashSet<String>>,
}

impl<'a> Context<'a> {
    /// Where nothing else is known.
    pub fn new(library: &'a Library, locales: &'a Locales, bot: &'a str, place: Place, language: Language) -> Self {
        Self {
            library,
            locales,
            bot,
            place,
            language,
            current: None,
            about: None,
            asked: None,
            replied: None,
            replies_to_bot: false,
            replied_buttons: &[],
            forwarded: false,
            editor: false,
            theme: Theme::Light,
            pictured: None,
        }
    }
}

/// The kind of chat in which something was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// A chat with one person.
    Private,
    /// A group or supergroup.
    Group,
    /// A channel: posts have no author.
    Channel,
}

/// What a link to Derek names: an article, or a quote or figure in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The article.
    pub article: ArticleId,
    /// What in it.
    pub item: Option<SubjectItem>,
}

/// Something of a quote or a figure, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectItem {
    /// A quote.
    Quote(ItemId),
    /// A figure.
    Figure(ItemId),
}

/// Answers a message. `None`: it was not for Derek (another bot's command, talk in a group), or there is nothing to say to it in this place.
pub fn answer(context: &Context<'_>, text: &str) -> Option<Answer> {
    match grammar::parse(text, context.bot) {
        Input::Foreign => None,
        Input::Command { name, argument } => {
            match registry::commands(context.place).find(|command| command.name == name) {
                Some(command) => (command.answer)(context, &argument),
                None if context.place == Place::Private => Some(help::unknown(context, &name)),
                None => None,
            }
        }
        Input::Words { words, .. }
            if context.place == Place::Private && channels::replied(context, &words).is_some() =>
        {
            channels::replied(context, &words)
        }
        Input::Words { words, mentioned } => match context.place {
            Place::Private if check::is_claim(context, &words) => check::answer(context, &words),
            Place::Private => search::plain(context, &words),
            Place::Group if mentioned || context.replies_to_bot => search::plain(context, &words),
            Place::Group | Place::Channel => None,
        },
    }
}

/// Answers a pressed button, whatever its data may be. A button whose article, item or page is gone, or that Derek never made,
/// says so and changes nothing.
pub fn press(context: &Context<'_>, data: &str) -> Pressed {
    let pressed = Press::read(data).and_then(|press| carry_out(context, &press));
    pressed.unwrap_or_else(|| Pressed { toast: Some(context.text("button-stale", &[])), ..Pressed::default() })
}

fn carry_out(context: &Context<'_>, press: &Press) -> Option<Pressed> {
    let edit = |message: Message| Pressed { edit: Some(message), ..Pressed::default() };
    match press {
        Press::Show { article, language, view } => see(context, article, *language, *view).map(edit),
        Press::Send(Thing { article, language, view }) => {
            let message = see(context, article, *language, *view)?;
            Some(Pressed { send: Some(message), ..Pressed::default() })
        }
        Press::Found { from, thing } => search::open(context, *from, thing).map(edit),
        Press::Results { turn, from, thing } => search::turn(context, *turn, *from, thing).map(edit),
        Press::Articles { page } => articles::show(context, *page).map(edit),
        Press::Choose(id) => {
            let edition = Edition::preferred(context.library.get(id)?, context.language);
            let message = context.show(&edition, View::Article)?;
            Some(Pressed { change: Some(Change::Article(id.clone())), ..edit(message) })
        }
        Press::Changes { article, change } => {
            let toast = Some(context.text("not-now", &[]));
            let errand = Errand::History { article: article.clone(), change: *change };
            Some(Pressed { toast, errand: Some(errand), ..Pressed::default() })
        }
        Press::Languages => Some(edit(lang::show(context))),
        Press::Speak(language) => Some(lang::speak(context, *language)),
        Press::Editing(channels::Press { wish }) => {
            let toast = Some(context.text("not-now", &[]));
            Some(Pressed { toast, errand: Some(Errand::Editing(wish.clone())), ..Pressed::default() })
        }
        Press::Following(press) => {
            let errand = Some(following::asked(context, press)?);
            let sorry = context.text("not-now", &[]);
            Some(match press {
                following::Press::Manage => {
                    Pressed { send: Some(following::said(&sorry)), errand, ..Pressed::default() }
                }
                _ => Pressed { toast: Some(sorry), errand, ..Pressed::default() },
            })
        }
    }
}

fn see(context: &Context<'_>, article: &ArticleId, language: Language, view: View) -> Option<Message> {
    let editions = context.library.get(article)?;
    context.show(&Edition { article: editions.edition(language)?, editions }, view)
}

/// The answer to an errand that found this or nothing, and was not refused. `None`: there is nothing to say in this place.
pub fn report(context: &Context<'_>, errand: &Errand, found: Option<&Found>) -> Option<Message> {
    match (errand, found) {
        (Errand::History { article, .. }, Some(Found::History(revised))) => history::show(context, article, revised),
        (Errand::History { article, .. }, _) => {
            words::nothing_fits(context, article.as_str()).map(|answer| answer.message)
        }
        (Errand::Following(asked), Some(Found::Following(followed))) => {
            Some(following::report(context, asked, followed))
        }
        (Errand::Told { digest: number, page }, Some(Found::Told(things, corrected))) => {
            digest(context, *number, things, *page, corrected.map(|at| (at, None))).or_else(|| following::gone(context))
        }
        (Errand::Editing(_), Some(Found::Editing(granted))) => Some(channels::report(context, granted)),
        (Errand::Following(_) | Errand::Told { .. } | Errand::Editing(_), _) => following::gone(context),
    }
}

/// Why an errand was not run, in at most 200 characters that are HTML as they stand: what is shown for a moment to whoever pressed a button.
pub fn refusal(context: &Context<'_>, found: &Found) -> Option<String> {
    match found {
        Found::NoAdministrator => Some(context.text("administrators-only", &[])),
        Found::Editing(granted) => match **granted {
            channels::Granted::NoEditor => Some(context.text("editors-only", &[])),
            _ => None,
        },
        Found::History(_) | Found::Following(_) | Found::Told(..) => None,
    }
}

/// What a message shows that was made of the inline result with this id.
pub fn shown_inline(context: &Context<'_>, result: &str) -> Option<Shown> {
    let Press::Show { article, language, view } = Press::read(result)? else { return None };
    let editions = context.library.get(&article)?;
    Some(Edition { article: editions.edition(language)?, editions }.shown(view, context.language))
}

/// Answers an inline query; `offset` is an earlier answer's [`InlineAnswer::next_offset`], or empty.
pub fn inline(context: &Context<'_>, query: &str, offset: &str) -> InlineAnswer {
    inline::answer(context, query, offset)
}

/// The answer to a claim, whatever its words are.
pub fn checked(context: &Context<'_>, claim: &str) -> Message {
    check::checked(context, claim)
}

/// What fits some words, each with the passage that fits, and before them what was looked for: as texts like those of a
/// [`Message`], at most `most` of them.
pub fn listed(context: &Context<'_>, words: &str, most: usize) -> Vec<String> {
    search::listed(context, words, most)
}

/// The commands that somebody is offered in a place, in the order of the menu: name without slash, and what it does (at most 256 characters).
pub fn menu(locales: &Locales, language: Language, place: Place, editor: bool) -> Vec<(&'static str, String)> {
    registry::offered(place, editor).map(|command| (command.name, locales.text(language, command.about, &[]))).collect()
}

/// What is said when an answer failed inside: plain text, which is HTML as it stands; at most 200 characters.
pub fn sorry(locales: &Locales, language: Language) -> String {
    locales.text(language, "failed-inside", &[])
}
