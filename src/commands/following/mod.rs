//! /follow, /following, /unfollow and /zone: what a chat is told of by itself, and when.

mod digest;
mod menu;
mod pieces;
mod press;

use super::reply::{Answer, Asked, Errand, Followed, Message};
use super::text::line;
use super::{Context, words};
use crate::following::{What, Words};
use crate::library::{Item, known_by};

pub use digest::{digest, struck};
pub(super) use menu::said;
pub use pieces::{language_of, now_called, piece, seen_of};
pub(super) use press::Press;

/// The most characters of what is repeated to whoever typed it.
const TYPED: usize = 60;

/// Answers /follow: without words what there is to follow, else follows it.
pub(super) fn follow(context: &Context<'_>, argument: &str) -> Option<Answer> {
    if argument.is_empty() {
        return Some(menu::choices(context).into());
    }
    match meant(context, argument) {
        Some(what) => Some(errand(context, Asked::Follow(what))),
        None => Some(menu::said(&context.text("follow-what", &[])).into()),
    }
}

/// Answers /following.
pub(super) fn following(context: &Context<'_>, _: &str) -> Option<Answer> {
    Some(errand(context, Asked::Show))
}

/// Answers /unfollow: without words shows what can be dropped.
pub(super) fn unfollow(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let asked = match argument {
        "" => Asked::Show,
        _ if is_all(context, argument) => Asked::DropAll,
        _ => Asked::DropFitting(argument.to_owned()),
    };
    Some(errand(context, asked))
}

/// Answers /zone: without words shows some zones, else takes the one with this name.
pub(super) fn zone(context: &Context<'_>, argument: &str) -> Option<Answer> {
    let asked = if argument.is_empty() { Asked::Zones } else { Asked::Zone(argument.to_owned()) };
    Some(errand(context, asked))
}

/// What a pressed button asks for. `None`: what it names is gone.
pub(super) fn asked(context: &Context<'_>, press: &Press) -> Option<Errand> {
    let quote = |article, id| context.library.get(article)?.all().iter().find_map(|edition| edition.quote(id));
    Some(match press {
        Press::All => Errand::Following(Asked::Follow(What::All)),
        Press::Speaker { article, quote: id } => {
            Errand::Following(Asked::Follow(What::Speaker(quote(article, *id)?.speaker.clone()?)))
        }
        Press::Topic { article, quote: id, place } => {
            let topic = quote(article, *id)?.topics.get(*place)?.clone();
            Errand::Following(Asked::Follow(What::Topic(topic)))
        }
        Press::Show | Press::Manage => Errand::Following(Asked::Show),
        Press::Drop(id) => Errand::Following(Asked::Drop(*id)),
        Press::DropAll => Errand::Following(Asked::DropAll),
        Press::Rhythm => Errand::Following(Asked::When),
        Press::Step(step) => Errand::Following(Asked::Step(*step)),
        Press::Zones => Errand::Following(Asked::Zones),
        Press::Zone(zone) => Errand::Following(Asked::Zone(zone.clone())),
        Press::Told { digest, page } => Errand::Told { digest: *digest, page: *page },
    })
}

/// The answer to an errand that found this.
pub(super) fn report(context: &Context<'_>, asked: &Asked, followed: &Followed) -> Message {
    menu::report(context, asked, followed)
}

fn errand(context: &Context<'_>, asked: Asked) -> Answer {
    let sorry = menu::said(&context.text("not-now", &[]));
    Answer { errand: Some(Errand::Following(asked)), ..sorry.into() }
}

/// What somebody who types this wants to follow: everything, a speaker or a topic that there is, or else the words. `None`: there is
/// nothing in it.
fn meant(context: &Context<'_>, typed: &str) -> Option<What> {
    if is_all(context, typed) {
        return Some(What::All);
    }
    let words = Words::read(typed)?;
    if words.without.is_empty() {
        let hits = context.library.find(typed, context.language).hits;
        let quotes = || {
            hits.iter().filter_map(|hit| match hit.item {
                Item::Quote(quote) => Some((hit.article, quote)),
                _ => None,
            })
        };
        let named = typed.trim_start_matches('#').to_lowercase();
        if let Some(topic) = quotes().flat_map(|(_, quote)| &quote.topics).find(|it| it.to_lowercase() == named) {
            return Some(What::Topic(topic.clone()));
        }
        let spoken = quotes().find_map(|(article, quote)| {
            let speaker = quote.speaker.as_deref()?;
            let (name, typed) = (known_by(speaker, article.language), known_by(typed, article.language));
            (!typed.is_empty() && typed.iter().all(|word| name.contains(word))).then_some(speaker)
        });
        if let Some(speaker) = spoken {
            return Some(What::Speaker(speaker.to_owned()));
        }
    }
    Some(What::Words(words))
}

/// Whether somebody means everything.
fn is_all(context: &Context<'_>, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    let all = crate::article::Language::ALL.map(|language| context.locales.text(language, "follow-all-typed", &[]));
    all.iter().any(|all| all.split(',').any(|word| word.trim() == typed))
}

/// What is followed, as it is called in the language of the chat.
fn called(context: &Context<'_>, what: &What) -> String {
    let words = what.words();
    let words = line(&words, TYPED);
    match what {
        What::All => context.text("follow-all", &[]),
        What::Speaker(_) => context.text("follow-speaker", &[("name", words.into())]),
        What::Topic(_) => context.text("follow-topic", &[("topic", words.into())]),
        What::Words(_) => context.text("follow-words", &[("words", words.into())]),
    }
}

/// Word that nothing is to be found under a button any more.
pub(super) fn gone(context: &Context<'_>) -> Option<Message> {
    words::nothing_fits(context, "").map(|answer| answer.message)
}
