//! Every command, once: the parser, /help and the menu are fed from this table.

use super::reply::Answer;
use super::{
    Context, Place, article, articles, channels, check, following, help, history, lang, picture, quote, search, source,
    start, stats, summary,
};

/// A command.
pub(super) struct Command {
    /// Without slash: at most 32 of `a-z0-9_`.
    pub(super) name: &'static str,
    /// Where it is answered.
    pub(super) places: &'static [Place],
    /// Whether only editors are offered it; others are told that it is theirs.
    pub(super) editors: bool,
    /// The key of the words for its argument, if it takes one.
    pub(super) argument: Option<&'static str>,
    /// The key of the words for what it does.
    pub(super) about: &'static str,
    /// Answers it, given its argument. `None`: there is nothing to say in this place.
    pub(super) answer: fn(&Context<'_>, &str) -> Option<Answer>,
}

/// With one person.
const PRIVATE: &[Place] = &[Place::Private];
/// With people.
const CHATS: &[Place] = &[Place::Private, Place::Group];
/// Also where nobody is to talk with.
const EVERYWHERE: &[Place] = &[Place::Private, Place::Group, Place::Channel];

/// The commands, in the order of the menu.
#[rustfmt::skip]
pub(super) static COMMANDS: [Command; 22] = [
    Command { name: "search", places: CHATS, editors: false, argument: Some("argument-search"), about: "about-search", answer: search::answer },
    Command { name: "check", places: CHATS, editors: false, argument: Some("argument-check"), about: "about-check", answer: check::answer },
    Command { name: "quote", places: EVERYWHERE, editors: false, argument: Some("argument-quote"), about: "about-quote", answer: quote::answer },
    Command { name: "stats", places: EVERYWHERE, editors: false, argument: Some("argument-words"), about: "about-stats", answer: stats::answer },
    Command { name: "card", places: EVERYWHERE, editors: false, argument: Some("argument-quote"), about: "about-card", answer: picture::card },
    Command { name: "chart", places: EVERYWHERE, editors: false, argument: Some("argument-words"), about: "about-chart", answer: picture::chart },
    Command { name: "summary", places: EVERYWHERE, editors: false, argument: Some("argument-words"), about: "about-summary", answer: summary::answer },
    Command { name: "article", places: EVERYWHERE, editors: false, argument: Some("argument-words"), about: "about-article", answer: article::answer },
    Command { name: "articles", places: CHATS, editors: false, argument: None, about: "about-articles", answer: articles::answer },
    Command { name: "source", places: CHATS, editors: false, argument: None, about: "about-source", answer: source::answer },
    Command { name: "history", places: CHATS, editors: false, argument: Some("argument-words"), about: "about-history", answer: history::answer },
    Command { name: "follow", places: CHATS, editors: false, argument: Some("argument-follow"), about: "about-follow", answer: following::follow },
    Command { name: "following", places: CHATS, editors: false, argument: None, about: "about-following", answer: following::following },
    Command { name: "unfollow", places: CHATS, editors: false, argument: Some("argument-words"), about: "about-unfollow", answer: following::unfollow },
    Command { name: "zone", places: CHATS, editors: false, argument: Some("argument-zone"), about: "about-zone", answer: following::zone },
    Command { name: "post", places: PRIVATE, editors: true, argument: Some("argument-post"), about: "about-post", answer: channels::post },
    Command { name: "scheduled", places: PRIVATE, editors: true, argument: None, about: "about-scheduled", answer: channels::scheduled },
    Command { name: "channels", places: PRIVATE, editors: true, argument: None, about: "about-channels", answer: channels::channels },
    Command { name: "audit", places: PRIVATE, editors: true, argument: None, about: "about-audit", answer: channels::audit },
    Command { name: "lang", places: CHATS, editors: false, argument: None, about: "about-lang", answer: lang::answer },
    Command { name: "help", places: CHATS, editors: false, argument: None, about: "about-help", answer: help::answer },
    Command { name: "start", places: CHATS, editors: false, argument: None, about: "about-start", answer: start::answer },
];

/// The commands that are answered in a place.
pub(super) fn commands(place: Place) -> impl Iterator<Item = &'static Command> {
    COMMANDS.iter().filter(move |command| command.places.contains(&place))
}

/// Those of them that somebody is offered.
pub(super) fn offered(place: Place, editor: bool) -> impl Iterator<Item = &'static Command> {
    commands(place).filter(move |command| editor || !command.editors)
}

#[cfg(test)]
mod tests {
    use super::COMMANDS;

    #[test]
    fn each_name_is_one_that_telegram_takes_and_stands_once() {
        for (at, command) in COMMANDS.iter().enumerate() {
            let plain =
                command.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
            assert!(plain && (1..=32).contains(&command.name.len()), "{}", command.name);
            assert!(COMMANDS[..at].iter().all(|other| other.name != command.name), "{}", command.name);
        }
    }
}
