//! What a command answers. No Telegram type stands here: `telegram` carries a reply out.

use jiff::civil;

use super::channels::{Granted, Wish};
use crate::article::{Article, ArticleId, Language};
use crate::following::{Quiet, Rhythm, What};
use crate::picture::Order;

/// What is said to a command or to plain words, and what is to be remembered of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The message to send; with an errand, what is said when that can't be done.
    pub message: Message,
    /// What to remember, if anything.
    pub change: Option<Change>,
    /// What is to be done before there is an answer, if anything.
    pub errand: Option<Errand>,
}

impl From<Message> for Answer {
    /// A message, and nothing to remember.
    fn from(message: Message) -> Self {
        Self { message, change: None, errand: None }
    }
}

/// Something to be looked up where no command reaches; [`report`](super::report) makes the answer of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// What an article said when.
    History {
        /// The article.
        article: ArticleId,
        /// Which of its changes is to be shown, from 0; without one, the last.
        change: Option<usize>,
    },
    /// Something about what the chat follows.
    Following(Asked),
    /// Something that an editor does.
    Editing(Wish),
    /// A page of a digest.
    Told {
        /// The digest's number.
        digest: i64,
        /// From 0.
        page: usize,
    },
}

/// What is asked about what a chat follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// What that is.
    Show,
    /// To follow something.
    Follow(What),
    /// To follow something no longer, by its number.
    Drop(i64),
    /// The same, by words of it.
    DropFitting(String),
    /// To follow nothing any more.
    DropAll,
    /// When the chat is told.
    When,
    /// To be told at other times.
    Step(Step),
    /// Which time zones there are.
    Zones,
    /// To take the one with this name.
    Zone(String),
}

/// A change of when a chat is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// At once.
    AtOnce,
    /// All together.
    Digest,
    /// At this hour, 0 to 23.
    Hour(i8),
    /// On this day too, or no longer: 0 is Monday.
    Day(i8),
    /// Not at these hours.
    Quiet(Option<Quiet>),
    /// Without a sound, or with one.
    Silent(bool),
}

/// What an errand found.
#[derive(Debug, Clone)]
pub enum Found {
    /// One change of an article.
    History(Box<Revised>),
    /// What a chat follows.
    Following(Followed),
    /// A digest: what is seen of each thing in it, and when it was corrected, by the clock of the chat.
    Told(Vec<String>, Option<civil::DateTime>),
    /// What came of an editor's wish.
    Editing(Box<Granted>),
    /// Who asked is no administrator of the group.
    NoAdministrator,
}

/// What a chat follows, after what was asked was done.
#[derive(Debug, Clone)]
pub struct Followed {
    /// What was done.
    pub done: Done,
    /// What is followed, each with its number.
    pub follows: Vec<(i64, What)>,
    /// When the chat is told.
    pub rhythm: Rhythm,
    /// The name of its time zone.
    pub zone: String,
    /// What time it is there.
    pub clock: String,
}

/// What was done about what a chat follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// Nothing that is worth a word.
    Nothing,
    /// This is followed now.
    Follows(What),
    /// This was followed already.
    FollowsAlready(What),
    /// A chat can't follow more.
    TooMany,
    /// This is followed no longer.
    Dropped(What),
    /// Nothing is followed any more.
    DroppedAll,
    /// What was to be dropped is not followed.
    NotFollowed,
    /// There is no such time zone.
    NoZone(String),
}

/// One change of one edition of an article.
#[derive(Debug, Clone)]
pub struct Revised {
    /// Which of the changes of the article it is, from 0.
    pub change: usize,
    /// How many changes there are.
    pub changes: usize,
    /// When it was made, by the clock of whoever reads it.
    pub at: civil::DateTime,
    /// Which edition changed.
    pub language: Language,
    /// What the edition said before, if anything.
    pub before: Option<Article>,
    /// What it said then; nothing when it was withdrawn.
    pub after: Option<Article>,
}

/// Rows of buttons.
pub type Keyboard = Vec<Vec<Button>>;

/// One message: its text and the buttons under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The text in Telegram's HTML: at most 4,096 characters after its entities are parsed, everything escaped.
    pub html: String,
    /// Rows of buttons.
    pub keyboard: Keyboard,
    /// What of an article it shows, if it may be kept like the article.
    pub shows: Option<Shown>,
    /// The picture over the text, which is then at most 1,024 characters long.
    pub picture: Option<Box<Drawing>>,
}

/// A picture to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// What, and how.
    pub order: Order,
    /// What it shows, as a button carries it; see [`Context::pictured`](super::Context::pictured).
    pub view: String,
    /// What is said under the text where it can't be drawn now: HTML.
    pub sorry: String,
}

impl Message {
    /// A message that stays as it is.
    pub fn new(html: String, keyboard: Keyboard) -> Self {
        Self { html, keyboard, shows: None, picture: None }
    }
}

/// What a message shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The article.
    pub article: ArticleId,
    /// Counts the changes of the article until what is shown; see [`Article::revision`](crate::article::Article::revision).
    pub revision: i64,
    /// The language of the words around it.
    pub language: Language,
    /// What of it, as [`rendered`](super::rendered) reads it: at most 64 bytes.
    pub view: String,
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What stands on it.
    pub text: String,
    /// What it does.
    pub action: Action,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Comes back to Derek: 1 to 64 bytes.
    Press(String),
    /// Opens an address.
    Open(String),
    /// Copies a text: 1 to 256 characters.
    Copy(String),
    /// Lets the person choose a chat and types these words after the bot's name there.
    Share(String),
}

/// What is to be remembered of a chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The chat's language.
    Language(Language),
    /// The article that the chat talks about.
    Article(ArticleId),
}

/// What happens when a button is pressed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pressed {
    /// What the message with the button becomes.
    pub edit: Option<Message>,
    /// What is sent beside it, so that the message with the button stays; with an errand, what it finds is sent so, and this only when that
    /// can't be done.
    pub send: Option<Message>,
    /// A short text that pops up: at most 200 characters; with an errand, only when that can't be done.
    pub toast: Option<String>,
    /// What is to be done before the message is edited, if anything.
    pub errand: Option<Errand>,
    /// What to remember, if anything.
    pub change: Option<Change>,
}

/// What an inline query brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlineAnswer {
    /// At most 50, best first.
    pub results: Vec<InlineResult>,
    /// Where the next page begins; empty when there is none; at most 64 bytes.
    pub next_offset: String,
    /// For how many seconds Telegram may answer the same query by itself.
    pub cache_seconds: u32,
    /// Whether the answer depends on who asked.
    pub personal: bool,
    /// The button over the results: its text, and the start parameter with which it opens the private chat (1 to 64 of `A-Za-z0-9_-`).
    pub open_private: (String, String),
}

/// One inline result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlineResult {
    /// The same for the same thing, always; at most 64 bytes.
    pub id: String,
    /// The first line.
    pub title: String,
    /// The lines under it.
    pub description: String,
    /// The message that is sent when it is chosen. One with a picture is offered only where that was drawn before.
    pub message: Message,
}
