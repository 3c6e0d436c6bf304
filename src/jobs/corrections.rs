//! Corrections: the messages that show what an article no longer says are edited, each when its turn in the outbox comes.
//!
//! Which messages those are is read from the store, where each is written down with the revision that it shows. So nothing is lost when the
//! program ends between a change and the edits: the next start finds them again.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use jiff::Timestamp;

use super::changes::Changes;
use crate::commands::reply::{Message, Shown};
use crate::commands::{self, Context, Corrected, Correction, Place};
use crate::library::{Current, Library};
use crate::locale::Locales;
use crate::outbox::{Outbox, Render, Rendered};
use crate::picture::Theme;
use crate::store::outbox::{self as queue, Options, Parcel, Row, What};
use crate::store::{Chat, Post, Stands, Store, StoreError};

/// How many posts are put into the outbox at once.
const BATCH: u32 = 500;
/// Before the number of a post, in the view of its correction.
const VIEW: &str = "correction:";
/// Before the number of a post, in the view of the reply to one that can't be edited.
const OVERTAKEN: &str = "overtaken:";

/// Corrects messages.
pub struct Corrections {
    store: Store,
    library: Arc<Current>,
    locales: Arc<Locales>,
    /// The bot's username, without `@`.
    bot: String,
    theme: Theme,
    changes: Changes,
}

impl Corrections {
    /// Corrects what stands in this store, with words of these locales, for the bot with this username (without `@`).
    pub fn new(store: Store, library: Arc<Current>, locales: Arc<Locales>, bot: String) -> Self {
        Self { changes: Changes::new(store.clone()), store, library, locales, bot, theme: Theme::Light }
    }

    /// The same, whose pictures have at first these colours.
    #[must_use]
    pub fn in_theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// Puts an edit into the outbox for each message that shows an older revision than the latest. Gives how many are new there.
    ///
    /// # Errors
    /// If the store fails: what was put in until then stays, and the next time goes on from there.
    pub async fn put(outbox: &Outbox, now: Timestamp) -> Result<usize, StoreError> {
        let (mut after, mut new) = (0, 0);
        loop {
            let posts = outbox.store().outdated(now, after, BATCH).await?;
            let Some((last, ..)) = posts.last() else { return Ok(new) };
            after = *last;
            let parcels = posts.into_iter().map(|(number, latest, post)| parcel(number, latest, &post, now));
            new += outbox.put(&parcels.collect::<Vec<_>>()).await?;
        }
    }

    async fn correct(&self, number: i64, post: &Post) -> Result<Rendered, StoreError> {
        let id = &post.shown.article;
        let Some(latest) = self.store.latest_number(id).await? else { return Ok(Rendered::Gone) };
        if latest <= post.shown.revision {
            return Ok(Rendered::Gone);
        }
        let change = self.changes.between(id, post.shown.revision, latest).await?;
        let (inline, place, zone) = match &post.stands {
            Stands::Chat { chat, place, .. } => (false, *place, self.store.chat(*chat).await?.zone()),
            // Nobody knows where it stands.
            Stands::Inline(_) => (true, Place::Private, Chat::default().zone()),
        };
        let library = self.library.get();
        let context = self.context(&library, place, &post.shown);
        let correction = Correction {
            shown: &post.shown,
            before: &change.before,
            now: &change.now,
            inline,
            at: zone.to_datetime(change.at),
        };
        // What stays as it is shows the latest revision all the same.
        let stays = |shown: &Shown| Shown { revision: latest, ..shown.clone() };
        match commands::corrected(&context, &correction) {
            Some(Corrected::Changed(message)) => Ok(Rendered::Message(message)),
            Some(Corrected::Withdrawn(message)) => {
                Ok(Rendered::Message(Message { shows: Some(stays(&post.shown)), ..message }))
            }
            Some(Corrected::Same(shown)) => {
                self.store.keep_shown(number, &stays(&shown), None).await?;
                Ok(Rendered::Gone)
            }
            None => {
                self.store.keep_shown(number, &stays(&post.shown), None).await?;
                Ok(Rendered::Gone)
            }
        }
    }

    fn context<'a>(&'a self, library: &'a Library, place: Place, shown: &Shown) -> Context<'a> {
        Context { theme: self.theme, ..Context::new(library, &self.locales, &self.bot, place, shown.language) }
    }
}

impl Render for Corrections {
    fn render<'a>(&'a self, row: &'a Row) -> BoxFuture<'a, Rendered> {
        Box::pin(async move {
            let (view, overtaken) = match row.parcel.view.strip_prefix(VIEW) {
                Some(number) => (number, false),
                None => (row.parcel.view.strip_prefix(OVERTAKEN).unwrap_or_default(), true),
            };
            let Ok(number) = view.parse() else { return Rendered::Gone };
            let rendered = match self.store.post(number).await {
                Ok(None) => Ok(Rendered::Gone),
                Ok(Some(post)) if overtaken => {
                    let library = self.library.get();
                    let place = row.parcel.what.chat().map_or(Place::Private, |(_, place)| place);
                    Ok(Rendered::Message(commands::overtaken(&self.context(&library, place, &post.shown), &post.shown)))
                }
                Ok(Some(post)) => self.correct(number, &post).await,
                Err(error) => Err(error),
            };
            rendered.unwrap_or_else(|error| {
                log::error!("message {number} is not corrected yet: {error}");
                Rendered::Later
            })
        })
    }

    fn arrived<'a>(&'a self, row: &'a Row, message: &'a Message, _: Option<i32>) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            let number = row.parcel.view.strip_prefix(VIEW).and_then(|number| number.parse().ok());
            if let (Some(number), Some(shown)) = (number, &message.shows)
                && let Err(error) = self.store.keep_shown(number, shown, Some(row.parcel.made_at)).await
            {
                // It is edited again after the next change or start, to the same.
                log::error!("that message {number} is corrected could not be kept: {error}");
            }
        })
    }

    fn refused<'a>(&'a self, row: &'a Row, why: &'a str) -> BoxFuture<'a, Vec<Parcel>> {
        let parcel = &row.parcel;
        let reply = match (parcel.view.strip_prefix(VIEW), &parcel.what) {
            (Some(number), What::Edit { chat, place, message })
                if parcel.post != queue::Post::Answer && why.contains("can't be edited") =>
            {
                vec![Parcel {
                    key: format!("{}:reply", parcel.key),
                    what: What::Send { chat: *chat, place: *place, thread: None },
                    view: format!("{OVERTAKEN}{number}"),
                    options: Options { reply_to: Some(*message), ..parcel.options },
                    ..parcel.clone()
                }]
            }
            _ => Vec::new(),
        };
        Box::pin(async { reply })
    }
}

/// The edit of a message.
fn parcel(number: i64, latest: i64, post: &Post, now: Timestamp) -> Parcel {
    let (what, kind) = match &post.stands {
        Stands::Chat { chat, place, message } => {
            let kind = match (place, post.until) {
                // Answers are kept for a while only.
                (_, Some(_)) => queue::Post::Answer,
                (Place::Channel, None) => queue::Post::Channel,
                (_, None) => queue::Post::Digest,
            };
            (What::Edit { chat: *chat, place: *place, message: *message }, kind)
        }
        Stands::Inline(message) => (What::EditInline { message: message.clone() }, queue::Post::Answer),
    };
    Parcel {
        key: format!("{VIEW}{number}:{latest}"),
        what,
        post: kind,
        view: format!("{VIEW}{number}"),
        article: Some(post.shown.article.clone()),
        revision: Some(latest),
        language: post.shown.language,
        options: Options::default(),
        not_before: now,
        made_at: now,
        made_by: None,
    }
}
