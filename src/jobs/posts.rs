//! Posts of channels: what they show is made when they leave. New articles are posted, or proposed to editors, by the rules of channels.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use jiff::Timestamp;

use crate::article::{ArticleId, Language};
use crate::commands::channels::{self, Rule};
use crate::commands::reply::Message;
use crate::commands::{Context, Place};
use crate::library::{Current, Library};
use crate::locale::Locales;
use crate::outbox::posts::{OFFER, POST, PROPOSAL, WITH_CARD, by_rule, proposal, text_of};
use crate::outbox::{Render, Rendered};
use crate::picture::Theme;
use crate::store::outbox::{Parcel, Row};
use crate::store::{Channel, ChatId, Draft, Post, Stands, Store, StoreError};

/// Makes posts.
pub struct Posts {
    store: Store,
    library: Arc<Current>,
    locales: Arc<Locales>,
    /// The bot's username, without `@`.
    bot: String,
    theme: Theme,
}

impl Posts {
    /// Of the articles in this library, with words of these locales, for the bot with this username (without `@`).
    pub fn new(store: Store, library: Arc<Current>, locales: Arc<Locales>, bot: String) -> Self {
        Self { store, library, locales, bot, theme: Theme::Light }
    }

    /// The same, whose pictures have at first these colours.
    #[must_use]
    pub fn in_theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// Whether the view of a row is made here.
    pub(super) fn makes(view: &str) -> bool {
        [POST, PROPOSAL, OFFER].iter().any(|beginning| view.starts_with(beginning))
    }

    async fn make(&self, row: &Row) -> Result<Option<Message>, StoreError> {
        let (library, parcel) = (self.library.get(), &row.parcel);
        let context = |place| Context {
            editor: place == Place::Private,
            theme: self.theme,
            ..Context::new(&library, &self.locales, &self.bot, place, parcel.language)
        };
        if let Some(draft) = parcel.view.strip_prefix(PROPOSAL) {
            let Ok(id) = draft.parse() else { return Ok(None) };
            let Some(draft) = self.store.draft_of(id).await? else { return Ok(None) };
            let channels = self.store.channels().await?;
            let Some(channel) = channels.iter().find(|channel| channel.chat == draft.channel) else { return Ok(None) };
            let others = channels.iter().any(|other| other.may_post && other.chat != draft.channel);
            return Ok(channels::preview(&context(Place::Private), &draft.seen(channel, others)));
        }
        if let Some(channel) = parcel.view.strip_prefix(OFFER) {
            let Ok(id) = channel.parse() else { return Ok(None) };
            let channel = self.store.channel(ChatId(id)).await?;
            return Ok(channel.map(|channel| channels::offer(&context(Place::Private), &channel.seen())));
        }
        let Some(article) = &parcel.article else { return Ok(None) };
        Ok(channels::post_of(&context(Place::Channel), article, parcel.language, parcel.view == WITH_CARD))
    }
}

impl Render for Posts {
    fn render<'a>(&'a self, row: &'a Row) -> BoxFuture<'a, Rendered> {
        Box::pin(async move {
            match self.make(row).await {
                Ok(Some(message)) => Rendered::Message(message),
                Ok(None) => {
                    log::warn!("nothing is left to show of {:?}: it is not sent", row.parcel.key);
                    Rendered::Gone
                }
                Err(error) => {
                    log::error!("{:?} can't be made yet: {error}", row.parcel.key);
                    Rendered::Later
                }
            }
        })
    }

    fn arrived<'a>(&'a self, row: &'a Row, message: &'a Message, id: Option<i32>) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            let (Some((chat, place)), Some(id), Some(shown)) = (row.parcel.what.chat(), id, &message.shows) else {
                return;
            };
            if row.parcel.view == WITH_CARD && channels::follows(message) {
                // It is looked at as soon as this row has landed.
                let text = text_of(&row.parcel, row.parcel.not_before);
                if let Err(error) = self.store.enqueue(&[text]).await {
                    log::error!("the text of {:?} could not be kept, so it does not follow: {error}", row.parcel.key);
                }
            }
            let stands = Stands::Chat { chat, place, message: id };
            let post = Post { stands, shown: shown.clone(), at: row.parcel.not_before, corrected: None, until: None };
            if let Err(error) = self.store.keep_posts(&[post]).await {
                log::error!("that {:?} was posted could not be kept, so it is not corrected: {error}", row.parcel.key);
            }
        })
    }
}

/// What becomes of a new article in a channel, as parcels; `edition` is the language in which it can be read there.
///
/// # Errors
/// If the store fails.
pub(super) async fn by_rules(
    store: &Store,
    library: &Library,
    (channel, editors): (&Channel, &[u64]),
    article: &ArticleId,
    now: Timestamp,
) -> Result<Vec<Parcel>, StoreError> {
    let Some(editions) = library.get(article).filter(|_| channel.may_post) else { return Ok(Vec::new()) };
    let language = editions.preferred(channel.language).language;
    match channel.rule {
        Rule::None => Ok(Vec::new()),
        Rule::Post => Ok(vec![by_rule(channel, article, language, now)]),
        Rule::Propose => {
            let Channel { silent, pin, card, .. } = *channel;
            let draft = Draft { id: 0, channel: channel.chat, article: article.clone(), language, silent, pin, card };
            let (id, _) = store.draft(&format!("propose:{}:{article}", channel.chat.0), &draft, now).await?;
            let mut parcels = Vec::new();
            for editor in editors {
                let chat = store.chat(ChatId(editor.cast_signed())).await?;
                let language = chat.language.unwrap_or(Language::Ru);
                parcels.push(proposal(id, article, *editor, language, now));
            }
            Ok(parcels)
        }
    }
}
