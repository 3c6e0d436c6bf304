//! Opening a store.

use std::task::{Context, Waker};
use std::time::Duration;

use super::{at, stores};
use crate::commands::Place;
use crate::store::{Address, ChatId, Store, StoreError};

#[tokio::test]
async fn a_newer_database_is_left_alone() {
    for (store, address, _folder) in stores().await {
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                     VALUES (9999, 'later', TRUE, $1, 0)";
        crate::store::database::on!(store, pool => {
            sqlx::query(newer).bind(vec![0_u8]).execute(pool).await.unwrap();
        });
        store.close().await;
        let refused = Store::open(&address).await.unwrap_err();
        assert!(matches!(refused, StoreError::Newer), "{refused}");
        assert_eq!(refused.to_string(), "the database belongs to a newer Derek: use that one, or another database");
    }
}

#[tokio::test]
async fn two_programs_that_start_at_once_both_find_a_whole_database() {
    for (store, address, _folder) in stores().await {
        drop(store);
        let (one, other) = tokio::join!(Store::open(&address), Store::open(&address));
        assert_eq!(one.unwrap().articles().await.unwrap(), other.unwrap().articles().await.unwrap());
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("derek.db");
    std::fs::write(&file, "a text, and no database at all, of more than a few bytes").unwrap();
    assert!(matches!(Store::open(&Address::File(file)).await, Err(StoreError::Failed(_))));
}

#[test]
fn an_address_is_read_and_shown_without_its_password() {
    let cases = [
        ("postgres://derek:secret@db.example:5433/news", Ok("PostgreSQL at db.example:5433/news")),
        ("postgresql://db/news", Ok("PostgreSQL at db:5432/news")),
        ("sqlite:derek.db", Ok("derek.db")),
        ("sqlite:///var/lib/derek.db", Ok("/var/lib/derek.db")),
        ("sqlite:", Err("is no address of a database: postgres://… or sqlite:FILE is expected")),
        ("mysql://db/news", Err("is no address of a database: postgres://… or sqlite:FILE is expected")),
        ("postgres://:secret@:x/", Err("is no address of a database: postgres://user:password@host/name is expected")),
    ];
    for (text, expected) in cases {
        let read = text.parse::<Address>();
        assert_eq!(
            read.as_ref().map(ToString::to_string).map_err(String::as_str),
            expected.map(str::to_owned),
            "{text}"
        );
        assert!(!format!("{read:?}").contains("secret"), "{text}");
    }
}

#[tokio::test]
async fn a_writer_who_gives_up_holds_up_nobody() {
    let article = "speech".parse().unwrap();
    for (store, address, _folder) in stores().await {
        store.close().await;
        // Less patience than it takes to be helped by chance.
        let store = Store::open_within(&address, Duration::from_millis(500)).await.unwrap();
        for polls in (0..200).map(|nth| nth % 20) {
            let mut moving = Box::pin(store.moved(ChatId(-5), ChatId(-6), at(1)));
            for _ in 0..polls {
                if moving.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready() {
                    break;
                }
                tokio::task::yield_now().await;
                std::thread::yield_now();
            }
        }
        store.keep_article(ChatId(7), Place::Private, &article).await.unwrap();
    }
}
