//! What an error of a call means: the one table, after TELEGRAM.md, "What the server says".

use std::time::Duration;

/// What was to be done. The same words can mean something else for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// A new message, or an answer of any kind.
    Send,
    /// A change of a message.
    Edit,
    /// The end of a message.
    Delete,
}

/// How a call failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure<'a> {
    /// The server refused it.
    Refused {
        /// Equal to the HTTP status.
        code: u16,
        /// In the server's words.
        description: &'a str,
        /// After how many seconds to try again.
        retry_after: Option<u64>,
        /// The supergroup that the group became.
        migrate_to_chat_id: Option<i64>,
    },
    /// No connection, a reset, a time-out: it may or may not have taken effect.
    Network,
    /// An answer that nobody can read: most likely it took effect.
    Unreadable,
}

/// What to do after a call failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// What was wanted is so already, or nobody waits for it any more.
    Done,
    /// Try again: after this long where the server says so, else after a growing while.
    Later(Option<Duration>),
    /// Trying again is of no use.
    Never,
    /// The person or chat does not want the bot, or is no more.
    Gone,
    /// The group is a supergroup now, under this id.
    Moved(i64),
    /// The token is no bot's: no call can succeed.
    WrongToken,
}

/// What is told apart by the words of the description, without regard to case. The first that fits counts.
const BY_WORDS: [(&str, Meaning); 13] = [
    ("message is not modified", Meaning::Done),
    // The person has waited too long for the answer to a button or an inline query.
    ("query is too old", Meaning::Done),
    ("query_id_invalid", Meaning::Done),
    ("blocked by the user", Meaning::Gone),
    ("user is deactivated", Meaning::Gone),
    ("bot was kicked", Meaning::Gone),
    ("is not a member", Meaning::Gone),
    ("can't initiate conversation", Meaning::Gone),
    ("can't send messages to bots", Meaning::Gone),
    ("can't send messages to the bot", Meaning::Gone),
    // Without the new id, which a service message tells before long.
    ("group chat was upgraded", Meaning::Later(None)),
    ("internal server error", Meaning::Later(None)),
    ("conflict:", Meaning::Later(None)),
];

/// What is refused as it is, but not in another way, by words of the description.
const REMEDIES: [(&str, Remedy); 5] = [
    ("there is no text in the message to edit", Remedy::Caption),
    ("wrong file identifier", Remedy::Upload),
    ("wrong remote file identifier", Remedy::Upload),
    ("wrong file_id", Remedy::Upload),
    ("file reference has expired", Remedy::Upload),
];

/// The other way in which something can be done that was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// The message is a picture: the text under it is to be edited.
    Caption,
    /// Telegram has that file no longer: it is to be uploaded again.
    Upload,
}

impl Remedy {
    /// The remedy for a refusal in these words, if there is one.
    pub fn of(description: &str) -> Option<Self> {
        let description = description.to_lowercase();
        REMEDIES.iter().find_map(|(words, remedy)| description.contains(words).then_some(*remedy))
    }
}

/// The same for deletes alone, looked at before.
const OF_DELETES: [(&str, Meaning); 1] = [("message to delete not found", Meaning::Done)];

impl Meaning {
    /// What a failure of a deed means.
    pub fn of(deed: Deed, failure: Failure<'_>) -> Self {
        let Failure::Refused { code, description, retry_after, migrate_to_chat_id } = failure else {
            return if failure == Failure::Network { Self::Later(None) } else { Self::Never };
        };
        match (code, migrate_to_chat_id) {
            (_, Some(chat)) => Self::Moved(chat),
            (401, _) => Self::WrongToken,
            // Of the method alone the server says more.
            (404, _) if description == "Not Found" => Self::WrongToken,
            (429, _) => Self::Later(retry_after.map(Duration::from_secs)),
            (500.., _) => Self::Later(None),
            _ => by_words(deed, &description.to_lowercase()),
        }
    }
}

fn by_words(deed: Deed, description: &str) -> Meaning {
    let of_deed: &[_] = if deed == Deed::Delete { &OF_DELETES } else { &[] };
    let fits = of_deed.iter().chain(&BY_WORDS).find(|(words, _)| description.contains(words));
    fits.map_or(Meaning::Never, |(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests;
