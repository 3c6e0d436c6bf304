//! What editors did, as it is kept and shown.

use jiff::civil;
use serde::{Deserialize, Serialize};

/// What an editor did. Kept as JSON: a name that changes makes what was kept unreadable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Made Derek an administrator of the channel.
    Added,
    /// Took the right to post from Derek.
    Removed,
    /// Set the channel up: what, and how.
    Set(String),
    /// Posted an article.
    Posted(String),
    /// Planned a post of an article for a time.
    Planned(String, String),
    /// Gave a planned post another time.
    Moved(String, String),
    /// Cancelled a planned post.
    Cancelled(String),
    /// Let a post that may have left leave again.
    Again(String),
    /// Saw that a post is there.
    There(String),
}

impl Deed {
    /// What it is, in a word.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Set(_) => "set",
            Self::Posted(_) => "posted",
            Self::Planned(..) => "planned",
            Self::Moved(..) => "moved",
            Self::Cancelled(_) => "cancelled",
            Self::Again(_) => "again",
            Self::There(_) => "there",
        }
    }
}

/// Something that an editor did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// When, by the clock of who reads it.
    pub at: civil::DateTime,
    /// The editor's user id.
    pub who: u64,
    /// The channel's title.
    pub channel: String,
    /// What was done; nothing where what is kept can't be read.
    pub deed: Option<Deed>,
}

/// Some acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acts {
    /// The latest first.
    pub acts: Vec<Act>,
    /// How many are later than these.
    pub from: u32,
    /// Whether there are earlier ones.
    pub more: bool,
}
