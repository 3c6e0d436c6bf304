//! Every line of botapi/errors.txt, and what the parameters of an error say.

use std::time::Duration;

use super::Meaning::{Done, Gone, Later, Moved, Never, WrongToken};
use super::{Deed, Failure, Meaning};

/// What each description means to a send.
const MEANINGS: [(&str, Meaning); 56] = [
    ("Unauthorized", WrongToken),
    ("Unauthorized: invalid token specified", WrongToken),
    ("Not Found", WrongToken),
    ("Not Found: method not found", Never),
    ("Bad Request: chat not found", Never),
    ("Bad Request: chat_id is empty", Never),
    ("Bad Request: message text is empty", Never),
    ("Bad Request: text must be non-empty", Never),
    ("Bad Request: message is too long", Never),
    ("Bad Request: message caption is too long", Never),
    ("Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"", Never),
    ("Bad Request: can't parse entities: Unsupported start tag \"div\" at byte offset 0", Never),
    ("Bad Request: can't parse entities: Unmatched end tag at byte offset 6, expected \"</b>\", found \"</i>\"", Never),
    ("Bad Request: can't parse entities: Unexpected end tag at byte offset 3", Never),
    ("Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'", Never),
    (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
        Done,
    ),
    ("Bad Request: message to edit not found", Never),
    ("Bad Request: message to delete not found", Never),
    ("Bad Request: message to be replied not found", Never),
    ("Bad Request: message can't be edited", Never),
    ("Bad Request: message can't be deleted", Never),
    ("Bad Request: message can't be deleted for everyone", Never),
    ("Bad Request: there is no text in the message to edit", Never),
    ("Bad Request: query is too old and response timeout expired or query ID is invalid", Done),
    ("Bad Request: query is too old and response timeout expired or query id is invalid", Done),
    ("Bad Request: BUTTON_DATA_INVALID", Never),
    ("Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard", Never),
    ("Bad Request: can't parse reply keyboard markup JSON object", Never),
    ("Bad Request: too many inline query results specified", Never),
    ("Bad Request: RESULTS_TOO_MUCH", Never),
    ("Bad Request: wrong file identifier/HTTP URL specified", Never),
    ("Bad Request: failed to get HTTP URL content", Never),
    ("Bad Request: file is too big", Never),
    ("Bad Request: wrong file_id or the file is temporarily unavailable", Never),
    ("Bad Request: unsupported parse_mode", Never),
    ("Bad Request: need administrator rights in the channel chat", Never),
    ("Bad Request: not enough rights to send text messages to the chat", Never),
    ("Bad Request: group chat was upgraded to a supergroup chat", Later(None)),
    ("Forbidden: bot was blocked by the user", Gone),
    ("Forbidden: user is deactivated", Gone),
    ("Forbidden: bot was kicked from the group chat", Gone),
    ("Forbidden: bot was kicked from the supergroup chat", Gone),
    ("Forbidden: bot was kicked from the channel chat", Gone),
    ("Forbidden: bot is not a member of the supergroup chat", Gone),
    ("Forbidden: bot is not a member of the channel chat", Gone),
    ("Forbidden: bot can't initiate conversation with a user", Gone),
    ("Forbidden: the bot can't send messages to the bot", Gone),
    ("Forbidden: bot can't send messages to bots", Gone),
    ("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", Later(None)),
    ("Conflict: terminated by setWebhook request", Later(None)),
    (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        Later(None),
    ),
    ("Bad Request: bad webhook: An HTTPS URL must be provided for webhook", Never),
    ("Bad Request: bad webhook: HTTPS url must be provided for webhook", Never),
    ("Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443", Never),
    ("Request Entity Too Large", Never),
    ("Internal Server Error: restart", Later(None)),
];

const DEEDS: [Deed; 3] = [Deed::Send, Deed::Edit, Deed::Delete];

/// The code that stands before a description.
fn code(description: &str) -> u16 {
    let codes = [
        ("Unauthorized", 401),
        ("Not Found", 404),
        ("Bad Request", 400),
        ("Forbidden", 403),
        ("Conflict", 409),
        ("Request Entity Too Large", 413),
        ("Internal Server Error", 500),
    ];
    let known = codes.iter().find(|(words, _)| description.starts_with(words));
    known.unwrap_or_else(|| panic!("no code is known for {description:?}")).1
}

fn meaning(deed: Deed, description: &str) -> Meaning {
    let code = code(description);
    Meaning::of(deed, Failure::Refused { code, description, retry_after: None, migrate_to_chat_id: None })
}

#[test]
fn each_description_has_its_meaning_for_each_deed() {
    for (description, expected) in MEANINGS {
        for deed in DEEDS {
            let own = deed == Deed::Delete && description.contains("message to delete not found");
            let expected = if own { Done } else { expected };
            assert_eq!(meaning(deed, description), expected, "{deed:?}: {description}");
        }
    }
}

/// Runs over the file itself where the project's shared folder is there, so that a line added to it is not passed over.
#[test]
fn the_table_has_every_line_of_the_shared_file() {
    let Some(text) = ["../shared/botapi/errors.txt", "../../shared/botapi/errors.txt"]
        .iter()
        .find_map(|path| std::fs::read_to_string(path).ok())
    else {
        eprintln!("../shared/botapi/errors.txt is not there: the table alone is tested");
        return;
    };
    let lines: Vec<_> = text.lines().filter_map(|line| Some(line.split_once("<- ")?.1)).collect();
    let known = MEANINGS.map(|(description, _)| description);
    assert_eq!(lines, known);
}

#[test]
fn what_the_parameters_say_goes_first() {
    let refused = |code, retry_after, migrate_to_chat_id| Failure::Refused {
        code,
        description: "Bad Request: group chat was upgraded to a supergroup chat",
        retry_after,
        migrate_to_chat_id,
    };
    let cases = [
        (refused(429, Some(3), None), Later(Some(Duration::from_secs(3)))),
        (refused(429, None, None), Later(None)),
        (refused(400, None, Some(-1001)), Moved(-1001)),
        (refused(502, None, None), Later(None)),
        (Failure::Network, Later(None)),
        (Failure::Unreadable, Never),
    ];
    for (failure, expected) in cases {
        for deed in DEEDS {
            assert_eq!(Meaning::of(deed, failure), expected, "{deed:?}: {failure:?}");
        }
    }
}
