//! The outbox.

use std::time::Instant;

use super::{at, stores};
use crate::article::Language;
use crate::commands::Place;
use crate::store::outbox::{Counts, Mark, Options, Parcel, Post, Row, What};
use crate::store::{ChatId, Store};

/// A message for a person, due at once.
fn parcel(key: &str, chat: i64) -> Parcel {
    Parcel {
        key: key.to_owned(),
        what: What::Send { chat: ChatId(chat), place: Place::Private, thread: None },
        post: Post::Digest,
        view: "digest".to_owned(),
        article: None,
        revision: None,
        language: Language::Ru,
        options: Options::default(),
        not_before: at(0),
        made_at: at(0),
        made_by: None,
    }
}

fn keys(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| row.parcel.key.as_str()).collect()
}

async fn due(store: &Store, seconds: i64) -> Vec<Row> {
    store.due(at(seconds), 100).await.unwrap()
}

/// Takes what is due and lets it leave.
async fn fly(store: &Store, seconds: i64) -> Vec<Row> {
    let rows = due(store, seconds).await;
    let marks: Vec<Mark> = rows.iter().map(|row| Mark::Flying(row.id)).collect();
    assert_eq!(store.mark(&marks, at(seconds)).await.unwrap().len(), rows.len());
    rows
}

#[tokio::test]
async fn every_kind_of_parcel_comes_out_as_it_went_in() {
    for (store, ..) in stores().await {
        let (chat, place) = (ChatId(-1_001_234_567_890), Place::Group);
        let whats = [
            What::Send { chat, place, thread: Some(7) },
            What::Edit { chat: ChatId(-2), place: Place::Channel, message: i32::MAX },
            What::Delete { chat: ChatId(3), place: Place::Private, message: 1 },
            What::EditInline { message: "AgAAAB_4-x".to_owned() },
        ];
        let parcels = whats.map(|what| Parcel {
            key: format!("{what:?}"),
            what,
            post: Post::Channel,
            view: "summary \"quoted\" Ә".to_owned(),
            article: Some("rural-akims".parse().unwrap()),
            revision: Some(3),
            language: Language::Kk,
            options: Options { silent: true, pin: true, reply_to: Some(5) },
            made_by: Some(5_000_000_000),
            ..parcel("", 1)
        });
        assert_eq!(store.enqueue(&parcels).await.unwrap(), 4);
        let mut rows = due(&store, 0).await;
        rows.sort_by_key(|row| row.id);
        assert_eq!(rows.iter().map(|row| &row.parcel).collect::<Vec<_>>(), parcels.iter().collect::<Vec<_>>());
        assert!(rows.iter().all(|row| row.attempts == 0 && row.due == at(0)));
        assert_eq!(store.outbox_row(rows[0].id).await.unwrap().as_ref(), Some(&rows[0]));
    }
}

#[tokio::test]
async fn what_is_put_in_twice_leaves_once() {
    for (store, ..) in stores().await {
        assert_eq!(store.enqueue(&[parcel("a", 1), parcel("a", 2), parcel("b", 1)]).await.unwrap(), 2);
        let rows = fly(&store, 0).await;
        assert_eq!(keys(&rows), ["a"], "one of a chat at a time");
        assert!(due(&store, 0).await.is_empty());
        assert_eq!(store.left("a").await.unwrap(), None);
        store.mark(&[Mark::Done { id: rows[0].id, message: Some(77), lane_from: at(0) }], at(1)).await.unwrap();
        assert_eq!(store.left("a").await.unwrap(), Some(Some(77)));
        assert_eq!(store.enqueue(&[parcel("a", 1), parcel("b", 9)]).await.unwrap(), 0);
        assert_eq!(keys(&due(&store, 0).await), ["b"]);
        store.forget_left(at(2)).await.unwrap();
        assert_eq!(store.enqueue(&[parcel("a", 1)]).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn the_first_of_each_chat_leaves_in_the_order_in_which_they_are_due() {
    for (store, ..) in stores().await {
        let later = |key, chat, seconds| Parcel { not_before: at(seconds), ..parcel(key, chat) };
        let parcels = [later("c", 3, 30), later("a2", 1, 20), later("a1", 1, 10), later("b", 2, 15), later("z", 4, 99)];
        store.enqueue(&parcels).await.unwrap();
        assert_eq!(store.next_due().await.unwrap(), Some(at(10)));
        assert_eq!(keys(&due(&store, 9).await), [""; 0]);
        assert_eq!(keys(&due(&store, 50).await), ["a1", "b", "c"]);
        assert_eq!(keys(&store.due(at(50), 2).await.unwrap()), ["a1", "b"]);
        let rows = fly(&store, 14).await;
        assert_eq!(keys(&rows), ["a1"]);
        // The chat is free again only later; until then others go.
        store.mark(&[Mark::Done { id: rows[0].id, message: None, lane_from: at(40) }], at(15)).await.unwrap();
        assert_eq!(keys(&due(&store, 35).await), ["b", "c"]);
        assert_eq!(keys(&due(&store, 40).await), ["b", "c", "a2"]);
        let held = due(&store, 40).await[0].lane;
        store.mark(&[Mark::Hold(held, at(60))], at(40)).await.unwrap();
        assert_eq!(keys(&due(&store, 40).await), ["c", "a2"]);
        assert_eq!(keys(&due(&store, 60).await), ["c", "a2", "b"]);
    }
}

#[tokio::test]
async fn what_is_tried_again_keeps_its_place() {
    for (store, ..) in stores().await {
        store.enqueue(&[parcel("a", 1), parcel("b", 1)]).await.unwrap();
        let rows = fly(&store, 0).await;
        let later = Mark::Later { id: rows[0].id, attempts: 3, not_before: at(60) };
        store.mark(&[later], at(1)).await.unwrap();
        assert_eq!(keys(&due(&store, 59).await), [""; 0], "b waits behind a");
        assert_eq!(store.next_due().await.unwrap(), Some(at(60)));
        let rows = fly(&store, 60).await;
        assert_eq!((keys(&rows), rows[0].attempts, rows[0].due), (vec!["a"], 3, at(0)));
        store.mark(&[Mark::Failed { id: rows[0].id, lane_from: at(0) }], at(61)).await.unwrap();
        assert_eq!(keys(&due(&store, 61).await), ["b"]);
        assert_eq!(store.outbox_counts().await.unwrap(), Counts { waiting: 1, failed: 1, ..Counts::default() });
    }
}

#[tokio::test]
async fn what_was_flying_when_the_program_ended_leaves_again_but_for_posts_of_channels() {
    for (store, address, _folder) in stores().await {
        let channel = |what, key| Parcel { post: Post::Channel, what, ..parcel(key, 0) };
        let (chat, place) = (ChatId(-1_005), Place::Channel);
        store
            .enqueue(&[
                parcel("a", 1),
                parcel("a2", 1),
                channel(What::Send { chat, place, thread: None }, "post"),
                channel(What::Send { chat, place, thread: None }, "next post"),
                channel(What::Edit { chat: ChatId(-1_006), place, message: 4 }, "correction"),
            ])
            .await
            .unwrap();
        assert_eq!(fly(&store, 0).await.len(), 3);
        drop(store);
        let store = Store::open(&address).await.unwrap();
        let landed = store.land().await.unwrap();
        assert_eq!((landed.waiting, landed.unsure), (2, 1));
        let unsure = store.unsure().await.unwrap();
        assert_eq!(keys(&unsure), ["post"]);
        let mut rows = due(&store, 1).await;
        rows.sort_by_key(|row| row.id);
        assert_eq!(keys(&rows), ["a", "next post", "correction"]);
        assert_eq!(store.land().await.unwrap(), crate::store::outbox::Landed::default());

        let id = unsure[0].id;
        assert!(store.send_again(id, at(5)).await.unwrap());
        assert!(!store.is_there(id, at(5)).await.unwrap() && !store.send_again(id, at(5)).await.unwrap());
        assert_eq!(store.outbox_counts().await.unwrap().unsure, 0);
        fly(&store, 1).await;
        store.land().await.unwrap();
        assert!(store.is_there(store.unsure().await.unwrap()[0].id, at(5)).await.unwrap());
        assert_eq!(store.left("next post").await.unwrap(), Some(None));
    }
}

#[tokio::test]
async fn an_editor_sees_moves_and_cancels_what_waits() {
    for (store, ..) in stores().await {
        let made = |key, chat, by| Parcel { made_by: Some(by), ..parcel(key, chat) };
        store.enqueue(&[made("a", 1, 5), made("b", 1, 5), made("c", 2, 5), made("d", 2, 6)]).await.unwrap();
        assert!(store.reschedule("a", at(100)).await.unwrap());
        assert_eq!(keys(&store.made_by(5, 0, 10).await.unwrap()), ["b", "c", "a"]);
        assert_eq!(keys(&store.made_by(5, 1, 1).await.unwrap()), ["c"]);
        assert_eq!(keys(&due(&store, 0).await), ["b", "c"]);
        assert!(store.cancel("b").await.unwrap());
        assert!(!store.cancel("b").await.unwrap() && !store.reschedule("b", at(1)).await.unwrap());
        assert_eq!(keys(&fly(&store, 0).await), ["c"]);
        assert!(!store.cancel("c").await.unwrap(), "it is on its way");
        assert_eq!(keys(&due(&store, 100).await), ["a"]);
        // Cancelled between the look and the mark.
        let row = due(&store, 100).await.remove(0);
        store.cancel("a").await.unwrap();
        assert_eq!(store.mark(&[Mark::Flying(row.id)], at(100)).await.unwrap(), [0; 0]);
    }
}

#[tokio::test]
async fn rows_go_with_a_group_that_moves_also_while_one_is_flying() {
    for (store, ..) in stores().await {
        let (before, after) = (ChatId(-7), ChatId(-1_007));
        let group =
            |key, chat| Parcel { what: What::Send { chat, place: Place::Group, thread: None }, ..parcel(key, 0) };
        store.enqueue(&[group("a", before), group("b", before), group("c", after)]).await.unwrap();
        // The messages of the old group stay there, and can't be changed any more.
        let what = What::Edit { chat: before, place: Place::Group, message: 5 };
        store.enqueue(&[Parcel { what, ..parcel("edit", 0) }]).await.unwrap();
        let flying = fly(&store, 0).await;
        assert_eq!(flying.len(), 2);
        store.moved(before, after, at(1)).await.unwrap();
        assert_eq!(store.enqueue(&[group("d", before)]).await.unwrap(), 1, "the old id is still used");
        assert!(due(&store, 9).await.is_empty());
        for (row, more) in flying.iter().zip([0, 1]) {
            let mark = match row.parcel.key.as_str() {
                "a" => Mark::Later { id: row.id, attempts: 0, not_before: at(0) },
                _ => Mark::Done { id: row.id, message: Some(1), lane_from: at(0) },
            };
            store.mark(&[mark], at(2)).await.unwrap();
            assert_eq!(due(&store, 9).await.len(), more, "one at a time");
        }
        for expected in ["a", "b", "d"] {
            let rows = fly(&store, 9).await;
            assert_eq!(keys(&rows), [expected]);
            assert_eq!(rows[0].parcel.what.chat(), Some((after, Place::Group)));
            store.mark(&[Mark::Done { id: rows[0].id, message: Some(1), lane_from: at(0) }], at(2)).await.unwrap();
        }
        assert_eq!(store.outbox_counts().await.unwrap(), Counts { failed: 1, ..Counts::default() });
    }
}

#[tokio::test]
async fn a_message_that_arrives_shows_that_the_chat_does_not_refuse() {
    for (store, ..) in stores().await {
        store.refused(ChatId(1), Place::Private, at(0)).await.unwrap();
        store.enqueue(&[parcel("a", 1)]).await.unwrap();
        let row = fly(&store, 0).await.remove(0);
        store.mark(&[Mark::Done { id: row.id, message: Some(5), lane_from: at(0) }], at(0)).await.unwrap();
        assert_eq!(store.chat(ChatId(1)).await.unwrap().refuses_since, None);
    }
}

/// Not a bench: it tells a look that reads all that waits from one that reads what it finds.
#[tokio::test]
async fn a_step_costs_what_it_does_and_not_what_waits() {
    const ROWS: i64 = 6_000;
    for (store, ..) in stores().await {
        // A chat with very many, and very many with one, all due.
        let parcels: Vec<Parcel> = (0..ROWS).map(|n| parcel(&n.to_string(), if n % 2 == 0 { 1 } else { n })).collect();
        let begun = Instant::now();
        store.enqueue(&parcels).await.unwrap();
        let enqueued = begun.elapsed();
        let begun = Instant::now();
        for _ in 0..20 {
            let rows = store.due(at(0), 20).await.unwrap();
            let marks: Vec<Mark> = rows.iter().map(|row| Mark::Flying(row.id)).collect();
            store.mark(&marks, at(0)).await.unwrap();
            let done = rows.iter().map(|row| Mark::Done { id: row.id, message: Some(1), lane_from: at(0) });
            store.mark(&done.collect::<Vec<_>>(), at(0)).await.unwrap();
            store.next_due().await.unwrap();
        }
        eprintln!("{ROWS} rows put in: {enqueued:?}; 400 of them taken and done: {:?}", begun.elapsed());
        assert!(begun.elapsed() < enqueued.max(std::time::Duration::from_secs(2)));
    }
}
