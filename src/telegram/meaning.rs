//! What an error of a send means: the table of TELEGRAM.md, "What the server says".

use std::time::Duration;

use super::api::CallError;

/// What to do after a call failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
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
}

/// What is told apart by the words of the description, without regard to case. The first that fits counts.
const BY_WORDS: [(&str, Meaning); 12] = [
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
    ("internal server error", Meaning::Later(None)),
    ("conflict:", Meaning::Later(None)),
];

impl Meaning {
    /// What `error` means.
    pub(super) fn of(error: &CallError) -> Self {
        match error {
            CallError::Network(_) => Self::Later(None),
            CallError::Unreadable(_) => Self::Never,
            CallError::Refused { migrate_to_chat_id: Some(chat), .. } => Self::Moved(*chat),
            CallError::Refused { code: 429, retry_after, .. } => Self::Later(retry_after.map(Duration::from_secs)),
            CallError::Refused { code: 500.., .. } => Self::Later(None),
            CallError::Refused { description, .. } => {
                let description = description.to_lowercase();
                BY_WORDS
                    .iter()
                    .find(|(words, _)| description.contains(words))
                    .map_or(Self::Never, |(_, meaning)| *meaning)
            }
        }
    }

    /// Whether `error` says that the token is no bot's.
    pub(super) fn is_wrong_token(error: &CallError) -> bool {
        match error {
            CallError::Refused { code: 401, .. } => true,
            CallError::Refused { code: 404, description, .. } => description == "Not Found",
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CallError, Duration, Meaning};

    #[test]
    fn each_refusal_means_what_telegram_md_says() {
        let cases = [
            (400, "Bad Request: message is not modified: specified new message content …", Meaning::Done),
            (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", Meaning::Done),
            (400, "Bad Request: can't parse entities: Unexpected end tag at byte offset 3", Meaning::Never),
            (400, "Bad Request: message is too long", Meaning::Never),
            (400, "Bad Request: chat not found", Meaning::Never),
            (400, "Bad Request: not enough rights to send text messages to the chat", Meaning::Never),
            (403, "Forbidden: bot was blocked by the user", Meaning::Gone),
            (403, "Forbidden: user is deactivated", Meaning::Gone),
            (403, "Forbidden: bot was kicked from the group chat", Meaning::Gone),
            (403, "Forbidden: bot is not a member of the channel chat", Meaning::Gone),
            (403, "Forbidden: bot can't initiate conversation with a user", Meaning::Gone),
            (500, "Internal Server Error: restart", Meaning::Later(None)),
            (502, "Bad Gateway", Meaning::Later(None)),
        ];
        for (code, description, expected) in cases {
            let error = CallError::Refused {
                code,
                description: description.to_owned(),
                retry_after: None,
                migrate_to_chat_id: None,
            };
            assert_eq!(Meaning::of(&error), expected, "{description}");
        }
    }

    #[test]
    fn what_the_parameters_say_goes_first() {
        let refused = |code, retry_after, migrate_to_chat_id| CallError::Refused {
            code,
            description: "Bad Request: group chat was upgraded to a supergroup chat".to_owned(),
            retry_after,
            migrate_to_chat_id,
        };
        assert_eq!(Meaning::of(&refused(429, Some(3), None)), Meaning::Later(Some(Duration::from_secs(3))));
        assert_eq!(Meaning::of(&refused(400, None, Some(-1001))), Meaning::Moved(-1001));
        assert_eq!(Meaning::of(&CallError::Network("reset".to_owned())), Meaning::Later(None));
    }

    #[test]
    fn a_wrong_token_is_told_from_a_wrong_method() {
        let refused = |code, description: &str| CallError::Refused {
            code,
            description: description.to_owned(),
            retry_after: None,
            migrate_to_chat_id: None,
        };
        assert!(Meaning::is_wrong_token(&refused(401, "Unauthorized")));
        assert!(Meaning::is_wrong_token(&refused(404, "Not Found")));
        assert!(!Meaning::is_wrong_token(&refused(404, "Not Found: method not found")));
        assert!(!Meaning::is_wrong_token(&refused(502, "Bad Gateway")));
    }
}
