//! The durable queue of what is to be sent, edited or deleted.
//!
//! A chat's rows are a lane, in which one leaves after the other: first those that were due first. `outbox_lanes` has the lanes at which it
//! is worth to look, by time, so that a look costs what it finds and not what waits. A row is flying from before its request goes out until
//! its outcome is known.

mod by_hand;
mod marks;
mod queue;
mod rows;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ChatId;
use crate::article::{ArticleId, Language};
use crate::commands::Place;

pub use by_hand::Counts;
pub use marks::Mark;
pub use queue::Landed;

/// Something that is to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// Makes it unique, also after it has left: what is put in twice leaves once.
    pub key: String,
    /// What is to be done, and where.
    pub what: What,
    /// What kind of post it is.
    pub post: Post,
    /// What is to be seen, as whoever renders it writes and reads it.
    pub view: String,
    /// The article that it is about.
    pub article: Option<ArticleId>,
    /// Which of the article's revisions it was made for; it shows the newest when it leaves.
    pub revision: Option<i64>,
    /// The language in which it speaks.
    pub language: Language,
    /// How it is sent.
    pub options: Options,
    /// It leaves then or later.
    pub not_before: Timestamp,
    /// When it was put in.
    pub made_at: Timestamp,
    /// The user id of the editor who made it.
    pub made_by: Option<u64>,
}

/// What is to be done, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A new message, in a topic where one is named.
    Send {
        /// Where.
        chat: ChatId,
        /// What kind of chat that is.
        place: Place,
        /// Its topic.
        thread: Option<i32>,
    },
    /// A message shows something else.
    Edit {
        /// Where it stands.
        chat: ChatId,
        /// What kind of chat that is.
        place: Place,
        /// Its id there.
        message: i32,
    },
    /// A message that was sent by way of an inline result shows something else.
    EditInline {
        /// Its `inline_message_id`.
        message: String,
    },
    /// A message goes.
    Delete {
        /// Where it stands.
        chat: ChatId,
        /// What kind of chat that is.
        place: Place,
        /// Its id there.
        message: i32,
    },
}

impl What {
    /// The chat; none of an inline message.
    pub fn chat(&self) -> Option<(ChatId, Place)> {
        match self {
            Self::Send { chat, place, .. } | Self::Edit { chat, place, .. } | Self::Delete { chat, place, .. } => {
                Some((*chat, *place))
            }
            Self::EditInline { .. } => None,
        }
    }
}

/// What kind of post something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Post {
    /// What somebody asked for, or is told about his own doing.
    Answer,
    /// What a chat follows.
    Digest,
    /// A post of a channel, which must not stand there twice.
    Channel,
}

/// How something is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// Without a sound.
    pub silent: bool,
    /// It is pinned then.
    pub pin: bool,
    /// As a reply to this message of the chat, where that is still there.
    pub reply_to: Option<i32>,
}

/// What stays in the outbox until it has left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number.
    pub id: i64,
    /// Where it queues.
    pub lane: Lane,
    /// What is to leave.
    pub parcel: Parcel,
    /// How often it was tried in vain.
    pub attempts: u32,
    /// When it was due first.
    pub due: Timestamp,
    /// How it stands.
    pub state: State,
}

/// Where a row queues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lane(i64);

impl Lane {
    /// So many lanes have inline messages; their numbers are far from those of chats.
    const INLINE: u64 = 16;

    /// The lane in which this queues.
    pub fn of(what: &What) -> Self {
        match what {
            What::Send { chat, .. } | What::Edit { chat, .. } | What::Delete { chat, .. } => Self(chat.0),
            What::EditInline { message } => {
                let sum = message.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
                Self(i64::MIN + (sum % Self::INLINE).cast_signed())
            }
        }
    }
}

/// How a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It will leave.
    Waiting,
    /// Its request is on its way, or the program ended meanwhile.
    Flying,
    /// It may have left when the program ended: somebody has to look.
    Unsure,
    /// It was given up.
    Failed,
}
