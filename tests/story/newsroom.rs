//! A newsroom: a folder of article files, the store into which it is read, and Derek who tells what stands there.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use derek::jobs::{self, Corrections, Digests, Posts, Published, Publisher, Reload, Shelves, Views};
use derek::library::Librarian;
use derek::locale::Locales;
use derek::outbox::Outbox;
use derek::outbox::pacing::Pacing;
use derek::store::{Address, Store};
use derek::telegram::{Api, Desk, Posting};
use jiff::Timestamp;
use telegram_sandbox::Sandbox;
use tempfile::TempDir;

use super::{Bot, quick};

pub const WATER: &str = r#"
title = "Water is rising"
language = "en"
body = "Water rose by 40 centimetres in a day, the district said."
summary = ["Water rose by 40 centimetres in a day, the district said."]
"#;

pub async fn store_in(folder: &TempDir) -> Store {
    Store::open(&Address::File(folder.path().join("derek.db"))).await.unwrap()
}

/// A clock that goes on by a millisecond each time somebody looks, until it is set. It begins at 10:00 of a Monday in Almaty.
#[derive(Clone)]
pub struct Clock(Arc<AtomicI64>);

impl Default for Clock {
    fn default() -> Self {
        let monday: Timestamp = "2026-11-23T10:00:00+05:00".parse().unwrap();
        Self(Arc::new(AtomicI64::new(monday.as_millisecond())))
    }
}

impl Clock {
    pub fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.fetch_add(1, Ordering::SeqCst)).unwrap()
    }

    /// Sets it, to a moment such as `2026-11-23T10:00:00+05:00`.
    pub fn set(&self, to: &str) {
        self.0.store(to.parse::<Timestamp>().unwrap().as_millisecond(), Ordering::SeqCst);
    }
}

/// A folder with one article, read into a store, and the library made from it.
pub struct Newsroom {
    pub folder: TempDir,
    pub store: Store,
    pub reload: Reload,
    pub shelves: Shelves,
    pub clock: Clock,
}

impl Newsroom {
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("articles")).unwrap();
        let store = store_in(&folder).await;
        let reload = Reload::new(&folder.path().join("articles"), store.clone());
        let shelves = Shelves::new(store.clone(), Librarian::new(None).unwrap());
        let mut newsroom = Self { folder, store, reload, shelves, clock: Clock::default() };
        newsroom.write("water.toml", WATER);
        assert_eq!(newsroom.read().await, "1 changed, 0 broken");
        newsroom
    }

    pub fn path(&self, name: &str) -> impl AsRef<Path> {
        self.folder.path().join("articles").join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Reads the folder once, and brings the library up to it.
    pub async fn read(&mut self) -> String {
        let read = self.look().await;
        format!("{} changed, {} broken", read.changed.len(), read.broken.len())
    }

    async fn look(&mut self) -> jobs::Read {
        let read = self.reload.run(self.clock.now()).await.unwrap();
        self.shelves.bring_up(read.changed.clone()).await.unwrap();
        read
    }

    /// The titles of what the library shows.
    pub fn titles(&self) -> Vec<String> {
        let library = self.shelves.current().get();
        let editions = library.newest_first().iter().flat_map(|article| article.all());
        editions.map(|edition| edition.title.clone()).collect()
    }
}

/// Derek with his newsroom: answers, corrections, news, and a folder that is read when the test says so.
pub struct Derek {
    pub bot: Bot,
    pub outbox: Outbox,
    publisher: Publisher,
}

impl Derek {
    pub async fn start(telegram: &Sandbox, newsroom: &Newsroom) -> Self {
        Self::start_with(telegram, newsroom, &[]).await
    }

    /// With these editors.
    pub async fn start_with(telegram: &Sandbox, newsroom: &Newsroom, editors: &[i64]) -> Self {
        let (store, library) = (newsroom.store.clone(), newsroom.shelves.current());
        // As after a long rest: the pace is not what is tried here.
        let pacing =
            Pacing { overall_per_second: 1000, chat_per_second: 1000, group_per_minute: 10_000, ..Pacing::default() };
        let outbox = Outbox::new(store.clone(), pacing);
        let (locales, name) = (Arc::new(Locales::load()), telegram.bot_username().to_owned());
        let clock = newsroom.clock.clone();
        let clock: derek::telegram::Clock = Arc::new(move || clock.now());
        let corrections = Corrections::new(store.clone(), Arc::clone(&library), Arc::clone(&locales), name.clone());
        let of = (store.clone(), Arc::clone(&library), Arc::clone(&locales), name.clone());
        let posts = Posts::new(of.0.clone(), Arc::clone(&of.1), Arc::clone(&of.2), of.3.clone());
        let digests = Digests::new(of.0, of.1, of.2, of.3, Arc::clone(&clock));
        let posting = Posting {
            outbox: outbox.clone(),
            render: Arc::new(Views::new(corrections, digests, posts)),
            editors: editors.iter().map(|editor| editor.cast_unsigned()).collect(),
            locales: Arc::clone(&locales),
            clock,
        };
        let publisher = Publisher::new(outbox.clone(), posting.editors.clone());
        let api = Api::new(&telegram.url().parse().unwrap(), telegram.token()).unwrap();
        let desk = Desk::new(library, locales, name, store.clone()).on_duty(api, posting.clone());
        let telegram = (telegram.url(), telegram.token());
        let bot = Bot::start_at((&telegram.0, telegram.1), desk, quick(), None, Some(store), Some(posting)).await;
        Self { bot, outbox, publisher }
    }

    pub async fn restart(self, telegram: &Sandbox, newsroom: &Newsroom) -> Self {
        self.bot.stop().await;
        Self::start(telegram, newsroom).await
    }

    /// Reads the folder, and puts what follows into the outbox. Gives how many corrections and how many digests.
    pub async fn read_all(&self, newsroom: &mut Newsroom) -> (usize, usize) {
        let published = self.publish(newsroom).await;
        (published.corrections, published.digests)
    }

    /// Reads the folder, and puts what follows into the outbox. Gives how many corrections.
    pub async fn read(&self, newsroom: &mut Newsroom) -> usize {
        self.publish(newsroom).await.corrections
    }

    /// Reads the folder, and puts what follows into the outbox.
    pub async fn publish(&self, newsroom: &mut Newsroom) -> Published {
        let read = newsroom.look().await;
        let library = newsroom.shelves.current().get();
        self.publisher.publish(&read, &library, newsroom.clock.now()).await.unwrap()
    }

    /// It is another time now.
    pub fn set_clock(&self, newsroom: &Newsroom, to: &str) {
        newsroom.clock.set(to);
        self.outbox.wake();
    }
}
