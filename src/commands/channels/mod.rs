//! /channels, /post, /scheduled and /audit: what editors do with channels. Nobody else can do anything here.

mod audit;
mod press;
mod show;

use jiff::civil;

use super::reply::{Answer, Errand, Message};
use super::text::Html;
use super::{Context, words};
use crate::article::{ArticleId, Language};
pub use audit::{Act, Acts, Deed};
pub(super) use press::Press;

/// How many acts or posts stand on a page.
pub const PAGE: u32 = 10;

/// What becomes of each new article in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Nothing: editors post.
    None,
    /// Editors are asked.
    Propose,
    /// It is posted.
    Post,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::None, Self::Propose, Self::Post];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Propose => "propose",
            Self::Post => "post",
        }
    }

    /// Reads a name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }
}

/// What an editor asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// To see the channels.
    Channels,
    /// To see how a channel is set up, by its id.
    Channel(i64),
    /// To set it up otherwise.
    Set(i64, Setting),
    /// To see how a post would look.
    Preview {
        /// The channel's name without `@`, or its title; without it, the only one.
        channel: Option<String>,
        /// The article.
        article: ArticleId,
    },
    /// Something with the draft that has this number.
    Draft(i64, Step),
    /// To see what is to be posted, from the one with this place on.
    Scheduled(u32),
    /// Something with what is to be posted, by the number of its row in the outbox.
    Row(i64, Move),
    /// To see what editors did, from the latest but so many on.
    Audit(u32),
}

/// How a channel is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The language of its posts.
    Language(Language),
    /// What becomes of new articles.
    Rule(Rule),
    /// Without a sound.
    Silent(bool),
    /// Pinned.
    Pin(bool),
    /// With a picture.
    Card(bool),
}

/// What an editor does with a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Looks at it.
    Look,
    /// Posts it now.
    Now,
    /// Looks at some times for it.
    Times,
    /// Posts it then: minutes since 1970.
    At(i64),
    /// Posts it at a time that was typed.
    Typed(String),
    /// Turns it into the next language that there is.
    Language,
    /// With or without a sound.
    Silent,
    /// Pinned or not.
    Pin,
    /// With a picture or without.
    Card,
    /// For the next channel.
    Channel,
    /// Drops it.
    Drop,
}

/// What an editor does with what is to be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// Looks at some times for it.
    Times,
    /// Posts it then: minutes since 1970.
    At(i64),
    /// Posts it at a time that was typed.
    Typed(String),
    /// Posts it now.
    Now,
    /// Does not post it.
    Cancel,
}

/// What is seen of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Its id.
    pub id: i64,
    /// Its title.
    pub title: String,
    /// The language of its posts.
    pub language: Language,
    /// What becomes of new articles.
    pub rule: Rule,
    /// Without a sound.
    pub silent: bool,
    /// Pinned.
    pub pin: bool,
    /// With a picture.
    pub card: bool,
    /// Whether Derek may post there.
    pub may_post: bool,
}

/// What is seen of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its number.
    pub id: i64,
    /// Where it is to stand.
    pub channel: Channel,
    /// Whether there is another channel for it.
    pub others: bool,
    /// Of which article.
    pub article: ArticleId,
    /// In which language.
    pub language: Language,
    /// Without a sound.
    pub silent: bool,
    /// Pinned.
    pub pin: bool,
    /// With a picture.
    pub card: bool,
}

/// What is to be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheduled {
    /// The number of its row in the outbox.
    pub row: i64,
    /// The channel's title.
    pub channel: String,
    /// Of which article.
    pub article: Option<ArticleId>,
    /// When, by the editor's clock.
    pub at: civil::DateTime,
}

/// A time to choose from: what it is by the editor's clock, and in minutes since 1970.
pub type Time = (civil::DateTime, i64);

/// What came of an editor's wish.
#[derive(Debug, Clone)]
pub enum Granted {
    /// The channels.
    Channels(Vec<Channel>),
    /// A channel, as it is set up now.
    Channel(Channel),
    /// There is no such channel, but these.
    NoSuchChannel(Vec<Channel>),
    /// A draft, as it is now.
    Draft(Draft),
    /// Times for a draft.
    Times(Draft, Vec<Time>),
    /// What was typed is no time.
    NoTime(super::moment::NoMoment),
    /// It is on its way.
    Posted(Channel),
    /// It is going to be posted.
    Planned(Scheduled),
    /// The draft was dropped.
    Dropped,
    /// It was posted or dropped before.
    Settled,
    /// What is to be posted: these, from this place on, and whether there are more.
    Scheduled(Vec<Scheduled>, u32, bool),
    /// Times for what is to be posted.
    RowTimes(Scheduled, Vec<Time>),
    /// It is not posted.
    Cancelled(Scheduled),
    /// What editors did.
    Audit(Acts),
    /// Who asks is no editor.
    NoEditor,
}

/// Answers /channels.
pub(super) fn channels(context: &Context<'_>, _: &str) -> Option<Answer> {
    Some(errand(context, Wish::Channels))
}

/// Answers /post: `[@channel] [article]`.
pub(super) fn post(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let (channel, rest) = match argument.strip_prefix('@') {
        Some(rest) => {
            let (name, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            (Some(name.to_owned()), rest.trim())
        }
        None => (None, argument),
    };
    match context.named(rest) {
        Some(edition) => Some(errand(context, Wish::Preview { channel, article: edition.article.id.clone() })),
        None if context.editor => words::nothing_fits(context, rest),
        None => Some(said(&context.text("editors-only", &[])).into()),
    }
}

/// Answers /scheduled.
pub(super) fn scheduled(context: &Context<'_>, _: &str) -> Option<Answer> {
    Some(errand(context, Wish::Scheduled(0)))
}

/// Answers /audit.
pub(super) fn audit(context: &Context<'_>, _: &str) -> Option<Answer> {
    Some(errand(context, Wish::Audit(0)))
}

/// What words mean that reply to a draft, or to what is to be posted: a time. `None`: they reply to something else.
pub(super) fn replied(context: &Context<'_>, typed: &str) -> Option<Answer> {
    let wish = context.replied_buttons.iter().find_map(|data| match Press::read(data)?.wish {
        Wish::Draft(id, _) => Some(Wish::Draft(id, Step::Typed(typed.to_owned()))),
        Wish::Row(row, _) => Some(Wish::Row(row, Move::Typed(typed.to_owned()))),
        _ => None,
    })?;
    Some(errand(context, wish))
}

/// What came of a wish.
pub(super) fn report(context: &Context<'_>, granted: &Granted) -> Message {
    show::report(context, granted)
}

fn errand(context: &Context<'_>, wish: Wish) -> Answer {
    if !context.editor {
        return said(&context.text("editors-only", &[])).into();
    }
    Answer { errand: Some(Errand::Editing(wish)), ..said(&context.text("not-now", &[])).into() }
}

/// Plain words.
fn said(said: &str) -> Message {
    let mut html = Html::default();
    html.text(said);
    Message::new(html.finish(), Vec::new())
}

/// What an editor is offered who made Derek an administrator of a channel.
pub fn offer(context: &Context<'_>, channel: &Channel) -> Message {
    show::offer(context, channel)
}

/// A draft as an editor sees it: exactly what will stand in the channel, and what can be done with it.
pub fn preview(context: &Context<'_>, draft: &Draft) -> Option<Message> {
    show::preview(context, draft)
}

/// A post of an article, as it stands in a channel; with a picture, where one is wished and there is one. A text that is too long to stand
/// under a picture is left to [`follows`].
pub fn post_of(context: &Context<'_>, article: &ArticleId, language: Language, card: bool) -> Option<Message> {
    show::post(context, article, language, card)
}

/// Whether the text of a post follows in a message of its own, after the picture that this message shows.
pub fn follows(message: &Message) -> bool {
    show::follows(message)
}
