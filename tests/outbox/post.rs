//! What the stories of the outbox share: a bot without answers, and parcels.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};

use derek::article::Language;
use derek::commands::Place;
use derek::commands::reply::Message;
use derek::locale::Locales;
use derek::outbox::pacing::Pacing;
use derek::outbox::{Outbox, Render, Rendered};
use derek::store::outbox::{Options, Parcel, Post, Row, What};
use derek::store::{Address, ChatId, Store};
use derek::telegram::{Answers, Backoff, Limits, Outcome, Posting, Question};
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use telegram_sandbox::{Chat, Sandbox, User};

use crate::story::{self, Bot};

/// Shows what stands in the view.
pub(crate) struct Plain;

impl Render for Plain {
    fn render<'a>(&'a self, row: &'a Row) -> BoxFuture<'a, Rendered> {
        Box::pin(async {
            match row.parcel.view.as_str() {
                "gone" => Rendered::Gone,
                "panic" => panic!("this view can't be shown, as the test wants it"),
                view => Rendered::Message(Message::new(view.to_owned(), Vec::new())),
            }
        })
    }
}

/// Says nothing.
struct Silent;

impl Answers for Silent {
    fn answer(&self, _: &Question) -> Outcome {
        Outcome::Silence
    }

    fn sorry(&self, _: &Question) -> Outcome {
        Outcome::Silence
    }

    async fn moved(&self, _: teloxide::types::ChatId, _: teloxide::types::ChatId) {}
}

static LOCALES: LazyLock<Arc<Locales>> = LazyLock::new(|| Arc::new(Locales::load()));

/// A clock that a test can turn on; it runs by itself as well.
#[derive(Clone, Default)]
pub(crate) struct Hands(Arc<AtomicI64>);

impl Hands {
    pub(crate) fn forward(&self, hours: i64) {
        self.0.fetch_add(hours * 3600, Ordering::Relaxed);
    }

    fn now(&self) -> Timestamp {
        Timestamp::now() + SignedDuration::from_secs(self.0.load(Ordering::Relaxed))
    }
}

/// A bot with an outbox.
pub(crate) struct Postman {
    pub(crate) outbox: Outbox,
    pub(crate) clock: Hands,
    bot: Bot,
}

impl Postman {
    /// Starts a bot without answers that sends what is in the outbox of this folder.
    pub(crate) async fn start(telegram: &Sandbox, folder: &Path, pacing: Pacing, editors: &[&User]) -> Self {
        Self::with(telegram, folder, pacing, editors, Silent).await
    }

    /// The same where only the address of the Telegram and the token are known.
    pub(crate) async fn at(url: &str, token: &str, folder: &Path, pacing: Pacing) -> Self {
        Self::of((url, token), open(folder).await, pacing, Vec::new(), Silent).await
    }

    pub(crate) async fn with(
        telegram: &Sandbox,
        folder: &Path,
        pacing: Pacing,
        editors: &[&User],
        answers: impl Answers,
    ) -> Self {
        let editors = editors.iter().map(|editor| editor.id().cast_unsigned()).collect();
        Self::of((&telegram.url(), telegram.token()), open(folder).await, pacing, editors, answers).await
    }

    /// A bot without answers that sends what is in the outbox of a store.
    pub(crate) async fn on(telegram: &Sandbox, store: Store, pacing: Pacing) -> Self {
        Self::of((&telegram.url(), telegram.token()), store, pacing, Vec::new(), Silent).await
    }

    async fn of(
        telegram: (&str, &str),
        store: Store,
        pacing: Pacing,
        editors: Vec<u64>,
        answers: impl Answers,
    ) -> Self {
        let outbox = Outbox::new(store, pacing);
        let clock = Hands::default();
        let hands = clock.clone();
        let posting = Posting {
            outbox: outbox.clone(),
            render: Arc::new(Plain),
            editors,
            locales: Arc::clone(&LOCALES),
            clock: Arc::new(move || hands.now()),
        };
        let bot = Bot::start_at(telegram, answers, limits(), None, None, Some(posting)).await;
        Self { outbox, clock, bot }
    }

    pub(crate) fn counters(&self) -> &derek::telegram::Counters {
        &self.bot.counters
    }

    /// Stops it as SIGTERM would.
    pub(crate) async fn stop(self) -> Store {
        self.bot.stop().await;
        self.outbox.store().clone()
    }
}

pub(crate) async fn open(folder: &Path) -> Store {
    Store::open(&Address::File(folder.join("derek.db"))).await.expect("a store in a new folder")
}

/// An empty store on the server to which `TEST_DATABASE_URL` leads; nothing without one.
pub(crate) async fn on_server() -> Option<Store> {
    use sqlx::{Connection, Executor};
    let Ok(server) = std::env::var("TEST_DATABASE_URL") else {
        eprintln!("TEST_DATABASE_URL is not set: PostgreSQL is left out");
        return None;
    };
    let schema = format!("outbox_{}_{:08x}", std::process::id(), fastrand::u32(..));
    let mut connection = sqlx::PgConnection::connect(&server).await.expect("TEST_DATABASE_URL leads to a server");
    let make: &str = &format!("CREATE SCHEMA {schema}");
    connection.execute(make).await.expect("a schema of its own");
    let joint = if server.contains('?') { '&' } else { '?' };
    let address = Address::Server(format!("{server}{joint}options=-c%20search_path%3D{schema}"));
    Some(Store::open(&address).await.expect("a store in a new schema"))
}

/// Limits at which a test does not wait.
pub(crate) fn limits() -> Limits {
    let post_backoff = Backoff { first: story::quick().backoff.first, most: story::quick().backoff.most };
    Limits { post_backoff, ..story::quick() }
}

/// A pace at which a test does not wait.
pub(crate) fn fast() -> Pacing {
    Pacing { overall_per_second: 1000, reserve: 0.0, chat_per_second: 1000, group_per_minute: 60_000 }
}

/// Somebody who has spoken to the bot, which heard it long ago.
pub(crate) fn reader(telegram: &Sandbox, name: &str) -> User {
    let user = telegram.user(name);
    user.start("");
    user
}

pub(crate) fn private(user: &User) -> What {
    What::Send { chat: ChatId(user.id()), place: Place::Private, thread: None }
}

pub(crate) fn group(chat: &Chat) -> What {
    What::Send { chat: ChatId(chat.id()), place: Place::Group, thread: None }
}

pub(crate) fn channel(chat: &Chat) -> What {
    What::Send { chat: ChatId(chat.id()), place: Place::Channel, thread: None }
}

/// Something that is due at once; its key is what it shows.
pub(crate) fn parcel(view: &str, what: What) -> Parcel {
    let now = Timestamp::now();
    let post = if what.chat().is_some_and(|(_, place)| place == Place::Channel) { Post::Channel } else { Post::Digest };
    Parcel {
        key: view.to_owned(),
        what,
        post,
        view: view.to_owned(),
        article: None,
        revision: None,
        language: Language::En,
        options: Options::default(),
        not_before: now,
        made_at: now,
        made_by: None,
    }
}
