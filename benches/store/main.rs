//! The store: how fast a queue is filled and emptied in it, and how soon Derek answers with many articles in it.
//!
//!     cargo bench --bench store                  100,000 rows and 100,000 articles (some minutes)
//!     cargo bench --bench store -- 10000         so many of each
//!
//! On SQLite, and on PostgreSQL where `TEST_DATABASE_URL` leads to a server (in a schema that is left there). Beside it, in the same run: what
//! rusqlite takes to write as many rows into a table without an index, and what a start without a store takes: reading the folder and making
//! the library.

#[path = "../generated/mod.rs"]
#[expect(dead_code, reason = "other benches use the rest")]
mod generated;

use std::path::Path;
use std::time::{Duration, Instant};

use derek::article::{self, Language};
use derek::commands::Place;
use derek::jobs::{Reload, Shelves};
use derek::library::{Librarian, Library};
use derek::store::outbox::{Mark, Options, Parcel, Post, What};
use derek::store::{Address, ChatId, Store};
use jiff::Timestamp;

/// The variable with the address of a server.
const SERVER: &str = "TEST_DATABASE_URL";
/// How many parcels are put in at once.
const TOGETHER: usize = 500;
/// How many messages are on their way at once.
const FLYING: usize = 64;

#[tokio::main]
async fn main() {
    let count = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().expect("a folder");
    let articles = folder.path().join("articles");
    std::fs::create_dir(&articles).expect("a folder");
    generated::file::write(count * generated::QUOTES, &articles);
    println!("{count} rows, {count} article files; {} MB resident", resident());

    let alone = rows_alone(&folder.path().join("alone.db"), count);
    println!("{:<44}{alone:>12.1?}", "rusqlite writes as many rows");
    let began = Instant::now();
    let library = Library::new(article::load(&[&articles]).articles);
    let without = began.elapsed();
    println!("{:<44}{without:>12.1?}", "a start without a store");
    drop(library);

    let mut addresses = vec![("SQLite", Address::File(folder.path().join("derek.db")))];
    if let Ok(server) = std::env::var(SERVER) {
        let joint = if server.contains('?') { '&' } else { '?' };
        let schema = format!("bench_{}", std::process::id());
        let made =
            std::process::Command::new("psql").args([&server, "-qc", &format!("CREATE SCHEMA {schema}")]).status();
        match made {
            Ok(status) if status.success() => {
                let address = format!("{server}{joint}options=-c%20search_path%3D{schema}");
                addresses.push(("PostgreSQL", Address::Server(address)));
            }
            other => println!("PostgreSQL is left out: psql: {other:?}"),
        }
    }
    for (name, address) in addresses {
        println!("\n{name}");
        let store = Store::open(&address).await.expect("a store");
        queue(&store, count, alone).await;
        settings(&store).await;
        start(&store, &articles, &folder.path().join(name), without).await;
        store.close().await;
    }
}

/// Fills a queue and empties it.
async fn queue(store: &Store, count: usize, alone: Duration) {
    let now = Timestamp::now();
    let began = Instant::now();
    for from in (0..count).step_by(TOGETHER) {
        let parcels: Vec<Parcel> = (from..count.min(from + TOGETHER)).map(|number| parcel(number, now)).collect();
        store.enqueue(&parcels).await.expect("room");
    }
    row("put into the outbox", began.elapsed(), count, alone);
    let began = Instant::now();
    let (mut marks, mut left) = (Vec::new(), 0);
    while left < count {
        let due = store.due(now, FLYING).await.expect("rows");
        marks.extend(due.iter().map(|row| Mark::Flying(row.id)));
        store.mark(&marks, now).await.expect("room");
        marks = due.iter().map(|row| Mark::Done { id: row.id, message: Some(1), lane_from: now }).collect();
        left += due.len();
    }
    store.mark(&marks, now).await.expect("room");
    row(&format!("marked flying and done, {FLYING} at once"), began.elapsed(), count, alone);
}

fn row(what: &str, took: Duration, count: usize, alone: Duration) {
    let each = count as f64 / took.as_secs_f64();
    let ratio = took.as_secs_f64() / alone.as_secs_f64();
    println!("{what:<44}{took:>12.1?}{each:>12.0}/s{ratio:>8.1} × rusqlite");
}

fn parcel(number: usize, now: Timestamp) -> Parcel {
    Parcel {
        key: format!("digest:{number}"),
        what: What::Send { chat: ChatId(number as i64), place: Place::Private, thread: None },
        post: Post::Digest,
        view: "digest".to_owned(),
        article: None,
        revision: None,
        language: Language::Ru,
        options: Options::default(),
        not_before: now,
        made_at: now,
        made_by: None,
    }
}

/// Looks up what chats chose: what an answer waits for that is not in memory.
async fn settings(store: &Store) {
    const CHATS: i64 = 2_000;
    for chat in 0..CHATS {
        store.keep_language(ChatId(chat), Place::Private, Language::Kk).await.expect("room");
    }
    let mut times = Vec::new();
    for chat in 0..CHATS {
        let began = Instant::now();
        store.chat(ChatId(chat)).await.expect("a chat");
        times.push(began.elapsed());
    }
    times.sort_unstable();
    println!(
        "{:<44}{:>12.1?} p50{:>12.1?} p99",
        "what a chat chose, looked up",
        times[times.len() / 2],
        times[times.len() * 99 / 100]
    );
}

/// Reads the folder into the store, and starts from there.
async fn start(store: &Store, articles: &Path, index: &Path, without: Duration) {
    let reload = Reload::new(articles, store.clone());
    let began = Instant::now();
    let read = reload.run(Timestamp::now()).await.expect("a store");
    if let Some(broken) = read.broken.first() {
        println!("{} of {} files are broken: {}", read.broken.len(), read.files, broken.render(false));
    }
    part("the folder read into the store", began.elapsed(), without);

    let began = Instant::now();
    std::fs::create_dir(index).expect("a folder");
    let mut shelves = Shelves::new(store.clone(), Librarian::new(Some(index)).expect("an index"));
    for (nth, portion) in Shelves::portions(store.articles().await.expect("a store")).into_iter().enumerate() {
        shelves.bring_up(portion).await.expect("an index");
        if nth == 0 {
            part("start: until the first answer", began.elapsed(), without);
        }
    }
    part("start: until all articles answer", began.elapsed(), without);
    let began = Instant::now();
    reload.run(Timestamp::now()).await.expect("a store");
    part("a look at the folder that has not changed", began.elapsed(), without);
    println!("{:<44}{:>9} MB", "resident with all articles", resident());
}

fn part(what: &str, took: Duration, without: Duration) {
    println!("{what:<44}{took:>12.1?}{:>8.2} × a start without a store", took.as_secs_f64() / without.as_secs_f64());
}

/// How long rusqlite takes to write so many rows of the same size, in transactions of the same size.
fn rows_alone(file: &Path, count: usize) -> Duration {
    let mut database = rusqlite::Connection::open(file).expect("a database");
    database
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, words TEXT)")
        .expect("a database");
    let words = "x".repeat(120);
    let began = Instant::now();
    for from in (0..count).step_by(TOGETHER) {
        let change = database.transaction().expect("a transaction");
        {
            let mut insert = change.prepare_cached("INSERT INTO rows (words) VALUES (?1)").expect("a statement");
            for _ in from..count.min(from + TOGETHER) {
                insert.execute([&words]).expect("room");
            }
        }
        change.commit().expect("room");
    }
    began.elapsed()
}

/// The memory of this process that is in use, in megabytes.
fn resident() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: u64 = pages.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default();
    (pages * 4096) >> 20
}
