//! The commands: one registry, one grammar, one file a command. Each takes a [`Context`] and gives a [`Reply`](reply); all are pure.

pub mod reply;

use crate::article::{ArticleId, ItemId, Language};
use crate::library::Library;
use crate::locale::Locales;
use reply::{Answer, InlineAnswer, Pressed};

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
    /// Whether the question is a reply to a message of Derek's.
    pub replies_to_bot: bool,
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
    /// The quote or figure.
    pub item: Option<SubjectItem>,
}

/// A quote or a figure, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectItem {
    /// A quote.
    Quote(ItemId),
    /// A figure.
    Figure(ItemId),
}

impl Subject {
    /// Reads the subject back from a link that stands in a message, if it leads to this bot's article, quote or figure:
    /// `https://t.me/<bot>?start=<parameter>`. The bot's name is compared without regard to case.
    pub fn from_link(link: &str, bot: &str) -> Option<Self> {
        let _ = (link, bot);
        unimplemented!()
    }
}

/// Answers a message. `None`: it was not for Derek (another bot's command, talk in a group), or there is nothing to say to it in this place.
pub fn answer(context: &Context<'_>, text: &str) -> Option<Answer> {
    let _ = (context, text);
    unimplemented!()
}

/// Answers a pressed button, whatever its data may be.
pub fn press(context: &Context<'_>, data: &str) -> Pressed {
    let _ = (context, data);
    unimplemented!()
}

/// Answers an inline query; `offset` is an earlier answer's [`InlineAnswer::next_offset`], or empty.
pub fn inline(context: &Context<'_>, query: &str, offset: &str) -> InlineAnswer {
    let _ = (context, query, offset);
    unimplemented!()
}

/// The commands that are offered in a place, in the order of the menu: name without slash, and what it does (at most 256 characters).
pub fn menu(locales: &Locales, language: Language, place: Place) -> Vec<(&'static str, String)> {
    let _ = (locales, language, place);
    unimplemented!()
}

/// What is said when an answer failed inside.
pub fn sorry(locales: &Locales, language: Language) -> String {
    let _ = (locales, language);
    unimplemented!()
}
