//! Posts of channels, what is proposed to editors, and what they are offered, as parcels.

use jiff::Timestamp;

use crate::article::{ArticleId, Language};
use crate::commands::Place;
use crate::store::outbox::{Options, Parcel, Post, What};
use crate::store::{Channel, ChatId, Draft};

/// The view of a post.
pub const POST: &str = "post:";
/// The view of a post with a picture.
pub const WITH_CARD: &str = "post:card";
/// Before the number of a draft, in the view of what is proposed to an editor.
pub const PROPOSAL: &str = "proposal:";
/// Before the id of a channel, in the view of what is offered to the editor who made Derek an administrator there.
pub const OFFER: &str = "offer:";

/// The key of the post that a draft becomes: it leaves once.
pub fn key(draft: i64) -> String {
    format!("{POST}{draft}")
}

/// The post that a draft becomes.
pub fn of_draft(draft: &Draft, at: Timestamp, now: Timestamp, editor: u64) -> Parcel {
    let options = Options { silent: draft.silent, pin: draft.pin, reply_to: None };
    let post = post((key(draft.id), draft.channel), &draft.article, draft.language, options, (at, now), editor);
    with_card(post, draft.card)
}

/// The post of a new article, by the rule of a channel: once.
pub fn by_rule(channel: &Channel, article: &ArticleId, language: Language, now: Timestamp) -> Parcel {
    let options = Options { silent: channel.silent, pin: channel.pin, reply_to: None };
    let key = format!("rule:{}:{article}", channel.chat.0);
    with_card(post((key, channel.chat), article, language, options, (now, now), channel.made_by), channel.card)
}

fn with_card(post: Parcel, card: bool) -> Parcel {
    let view = if card { WITH_CARD } else { POST };
    Parcel { view: view.to_owned(), ..post }
}

/// The text that follows a picture under which it did not fit.
pub fn text_of(card: &Parcel, now: Timestamp) -> Parcel {
    // One sound is enough, and the picture is what is pinned.
    let options = Options { silent: true, pin: false, reply_to: None };
    let key = format!("{}:text", card.key);
    Parcel { key, view: POST.to_owned(), options, not_before: now, made_at: now, ..card.clone() }
}

fn post(
    (key, channel): (String, ChatId),
    article: &ArticleId,
    language: Language,
    options: Options,
    (at, now): (Timestamp, Timestamp),
    editor: u64,
) -> Parcel {
    Parcel {
        key,
        what: What::Send { chat: channel, place: Place::Channel, thread: None },
        post: Post::Channel,
        view: POST.to_owned(),
        article: Some(article.clone()),
        revision: None,
        language,
        options,
        not_before: at,
        made_at: now,
        made_by: Some(editor),
    }
}

/// What is proposed to an editor.
pub fn proposal(draft: i64, article: &ArticleId, editor: u64, language: Language, now: Timestamp) -> Parcel {
    let view = format!("{PROPOSAL}{draft}");
    Parcel { article: Some(article.clone()), ..to_editor(format!("{view}:{editor}"), view, editor, language, now) }
}

/// What is offered to an editor who made Derek an administrator of a channel.
pub fn offer(channel: ChatId, editor: u64, language: Language, now: Timestamp) -> Parcel {
    let view = format!("{OFFER}{}", channel.0);
    to_editor(format!("{view}:{editor}:{}", now.as_millisecond()), view, editor, language, now)
}

fn to_editor(key: String, view: String, editor: u64, language: Language, now: Timestamp) -> Parcel {
    Parcel {
        key,
        what: What::Send { chat: ChatId(editor.cast_signed()), place: Place::Private, thread: None },
        post: Post::Answer,
        view,
        article: None,
        revision: None,
        language,
        options: Options::default(),
        not_before: now,
        made_at: now,
        made_by: None,
    }
}
