//! Digests: what was found for those who follow it is told to them, and corrected when it changes.
//!
//! A digest that leaves takes with it all that waits for its reader. What is seen of each thing is written down, so that a later look tells
//! whether it is still so.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};

use super::changes::Changes;
use crate::article::ArticleId;
use crate::commands::reply::{Message, Shown};
use crate::commands::{self, Context, Place};
use crate::library::{Current, Library};
use crate::locale::Locales;
use crate::outbox::{DIGEST, Outbox, Render, Rendered};
use crate::store::outbox::{Options, Parcel, Post, Row, What};
use crate::store::{Find, Reader, Store, StoreError, Told};

/// Before the number of a digest, in the view of its correction.
const CORRECTION: &str = "digest-correction:";
/// Before an article, in the view of the reply to a digest that can't be edited.
const OVERTAKEN: &str = "digest-overtaken:";
/// How many digests are read at once.
const BATCH: u32 = 500;
/// A clock that is so much behind another one is right.
const TOLERANCE: SignedDuration = SignedDuration::from_secs(2);

/// Tells and corrects.
pub struct Digests {
    store: Store,
    library: Arc<Current>,
    locales: Arc<Locales>,
    /// The bot's username, without `@`.
    bot: String,
    changes: Changes,
    clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// What is seen of each thing in the digests that are on their way, by the numbers of their rows.
    leaving: Mutex<HashMap<i64, Leaving>>,
}

/// A digest on its way.
struct Leaving {
    digest: i64,
    finds: Vec<Find>,
    corrected: Option<Timestamp>,
}

impl Digests {
    /// Tells what stands in this store, with words of these locales, for the bot with this username (without `@`), by this clock.
    pub fn new(
        store: Store,
        library: Arc<Current>,
        locales: Arc<Locales>,
        bot: String,
        clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    ) -> Self {
        Self { changes: Changes::new(store.clone()), store, library, locales, bot, clock, leaving: Mutex::default() }
    }

    /// Puts an edit into the outbox for each digest with something of an article that has changed since. Gives how many are new there.
    ///
    /// # Errors
    /// If the store fails: what was put in until then stays, and the next time goes on from there.
    pub async fn put(outbox: &Outbox, now: Timestamp) -> Result<usize, StoreError> {
        let (mut after, mut new) = (0, 0);
        loop {
            let outdated = outbox.store().outdated_digests(after, BATCH).await?;
            let Some((last, _)) = outdated.last() else { return Ok(new) };
            after = last.id;
            let parcels = outdated.iter().filter_map(|(told, change)| correction(told, *change, now));
            new += outbox.put(&parcels.collect::<Vec<_>>()).await?;
        }
    }

    /// Whether the view of a row is made here.
    pub(super) fn makes(view: &str) -> bool {
        view.starts_with(DIGEST) || view.starts_with(CORRECTION) || view.starts_with(OVERTAKEN)
    }

    /// The digest that leaves now; nothing where nothing waits, or another time was chosen meanwhile.
    async fn tell(&self, row: &Row) -> Result<Rendered, StoreError> {
        let What::Send { chat, place, thread } = row.parcel.what else { return Ok(Rendered::Gone) };
        let (reader, now) = (Reader { chat, thread }, (self.clock)());
        if self.store.follows(reader).await?.is_empty() {
            self.store.drop_untold(reader).await?;
            return Ok(Rendered::Gone);
        }
        let kept = self.store.chat(chat).await?;
        // What was tried before has taken along what waited.
        if row.attempts == 0
            && let Some(since) = self.store.untold_since(reader).await?
            && self.store.rhythm(reader).await?.next(since, &kept.zone()) > now.saturating_add(TOLERANCE).unwrap_or(now)
        {
            return Ok(Rendered::Gone);
        }
        let language = kept.language.unwrap_or(row.parcel.language);
        let told = self.store.gather(&row.parcel.key, (reader, place), language, now).await?;
        let Some(told) = told.filter(|told| !told.finds.is_empty()) else { return Ok(Rendered::Gone) };
        let (finds, _) = self.look(&told).await?;
        // Before it leaves: somebody may turn its pages as soon as it is there.
        self.store.keep_told(told.id, None, &finds, None).await?;
        self.show(row, told, finds, None).await
    }

    /// A digest in which something may have changed.
    async fn correct(&self, row: &Row, number: &str) -> Result<Rendered, StoreError> {
        let Ok(number) = number.parse() else { return Ok(Rendered::Gone) };
        let Some(told) = self.store.told(number).await?.filter(|told| told.message.is_some()) else {
            return Ok(Rendered::Gone);
        };
        let (finds, changed) = self.look(&told).await?;
        let Some((article, at)) = changed else {
            self.store.keep_told(told.id, None, &finds, None).await?;
            return Ok(Rendered::Gone);
        };
        self.show(row, told, finds, Some((article, at))).await
    }

    /// The message of a digest, which is noted as leaving.
    async fn show(
        &self,
        row: &Row,
        told: Told,
        finds: Vec<Find>,
        corrected: Option<(ArticleId, Timestamp)>,
    ) -> Result<Rendered, StoreError> {
        let things: Vec<String> = finds.iter().filter_map(|find| find.html.clone()).collect();
        if things.is_empty() {
            // All of it was withdrawn before anybody was told.
            return Ok(Rendered::Gone);
        }
        let zone = self.store.chat(told.chat()).await?.zone();
        let note = corrected.as_ref().map(|(article, at)| (zone.to_datetime(*at), Some(article)));
        let library = self.library.get();
        let context = self.context(&library, &told);
        let Some(message) = commands::digest(&context, told.id, &things, 0, note) else { return Ok(Rendered::Gone) };
        let leaving = Leaving { digest: told.id, finds, corrected: corrected.map(|(_, at)| at) };
        self.leaving().insert(row.id, leaving);
        Ok(Rendered::Message(message))
    }

    /// What is seen now of each thing in a digest. And, where something is seen otherwise than before, the article that changed last and when.
    async fn look(&self, told: &Told) -> Result<(Vec<Find>, Option<(ArticleId, Timestamp)>), StoreError> {
        let library = self.library.get();
        let context = self.context(&library, told);
        let (mut finds, mut changed) = (Vec::new(), None::<(ArticleId, Timestamp)>);
        for find in &told.finds {
            let latest = self.store.latest_number(&find.article).await?.unwrap_or(find.checked);
            if find.html.is_some() && latest <= find.checked {
                finds.push(find.clone());
                continue;
            }
            let (now, at) = match latest > find.revision {
                false => (Some(find.view.clone()), None),
                true => {
                    let change = self.changes.between(&find.article, find.revision, latest).await?;
                    (commands::now_called(&change.before, &change.now, &find.view), Some(change.at))
                }
            };
            let seen = now.and_then(|view| commands::seen_of(&context, &view).map(|html| (view, html)));
            let find = match (seen, &find.html) {
                (Some((view, html)), _) => {
                    Find { view, revision: latest, checked: latest, html: Some(html), ..find.clone() }
                }
                // What nobody was told of yet just does not come.
                (None, None) => Find { checked: latest, ..find.clone() },
                (None, Some(html)) if html.starts_with("<s>") => Find { checked: latest, ..find.clone() },
                (None, Some(html)) => Find { checked: latest, html: Some(commands::struck(html)), ..find.clone() },
            };
            let before = told.finds.iter().find(|before| before.id == find.id).and_then(|before| before.html.as_ref());
            if before.is_some_and(|before| find.html.as_ref() != Some(before))
                && let Some(at) = at
                && changed.as_ref().is_none_or(|(_, last)| *last <= at)
            {
                changed = Some((find.article.clone(), at));
            }
            finds.push(find);
        }
        Ok((finds, changed))
    }

    fn context<'a>(&'a self, library: &'a Library, told: &Told) -> Context<'a> {
        Context::new(library, &self.locales, &self.bot, told.place, told.language)
    }

    fn leaving(&self) -> std::sync::MutexGuard<'_, HashMap<i64, Leaving>> {
        // Nothing in here is left half done by a panic.
        self.leaving.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Render for Digests {
    fn render<'a>(&'a self, row: &'a Row) -> BoxFuture<'a, Rendered> {
        Box::pin(async move {
            let view = &row.parcel.view;
            let rendered = if let Some(number) = view.strip_prefix(CORRECTION) {
                self.correct(row, number).await
            } else if let Some(article) = view.strip_prefix(OVERTAKEN) {
                let Ok(article) = article.parse() else { return Rendered::Gone };
                let library = self.library.get();
                let (place, language) = (row.parcel.what.chat().map_or(Place::Private, |it| it.1), row.parcel.language);
                let context = Context::new(&library, &self.locales, &self.bot, place, language);
                let shown = Shown { article, revision: 0, language, view: String::new() };
                Ok(Rendered::Message(commands::overtaken(&context, &shown)))
            } else {
                self.tell(row).await
            };
            rendered.unwrap_or_else(|error| {
                log::error!("the digest {:?} can't be made yet: {error}", row.parcel.key);
                Rendered::Later
            })
        })
    }

    fn arrived<'a>(&'a self, row: &'a Row, _: &'a Message, id: Option<i32>) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            let Some(Leaving { digest, finds, corrected }) = self.leaving().remove(&row.id) else { return };
            if let Err(error) = self.store.keep_told(digest, id, &finds, corrected).await {
                log::error!("that the digest {digest} was told could not be kept, so it is not corrected: {error}");
            }
        })
    }

    fn refused<'a>(&'a self, row: &'a Row, why: &'a str) -> BoxFuture<'a, Vec<Parcel>> {
        let parcel = &row.parcel;
        let left = self.leaving().remove(&row.id);
        let reply = match (&parcel.what, &parcel.article) {
            (What::Edit { chat, place, message }, Some(article)) if why.contains("can't be edited") => vec![Parcel {
                key: format!("{}:reply", parcel.key),
                what: What::Send { chat: *chat, place: *place, thread: None },
                view: format!("{OVERTAKEN}{article}"),
                options: Options { reply_to: Some(*message), ..parcel.options },
                ..parcel.clone()
            }],
            _ => Vec::new(),
        };
        Box::pin(async move {
            // What can't be edited is not tried again for the same change.
            if let Some(Leaving { digest, finds, .. }) = left
                && let Err(error) = self.store.keep_told(digest, None, &finds, None).await
            {
                log::error!("that the digest {digest} can't be corrected could not be kept: {error}");
            }
            reply
        })
    }
}

/// The edit of a digest.
fn correction(told: &Told, change: i64, now: Timestamp) -> Option<Parcel> {
    let outdated = told.finds.iter().max_by_key(|find| find.checked)?;
    Some(Parcel {
        key: format!("{CORRECTION}{}:{change}", told.id),
        what: What::Edit { chat: told.chat(), place: told.place, message: told.message? },
        post: Post::Digest,
        view: format!("{CORRECTION}{}", told.id),
        article: Some(outdated.article.clone()),
        revision: None,
        language: told.language,
        options: Options::default(),
        not_before: now,
        made_at: now,
        made_by: None,
    })
}
