//! What chats follow, what was found for them, and what they were told.

use super::{at, stores};
use crate::article::Language::{Kk, Ru};
use crate::commands::Place;
use crate::following::{Days, Digest, Quiet, Rhythm, What, Words};
use crate::store::{ChatId, Edition, Find, Reader, Store};

const GROUP: Reader = Reader { chat: ChatId(-100), thread: None };
const TOPIC: Reader = Reader { chat: ChatId(-100), thread: Some(4) };

async fn change(store: &Store, article: &str, text: &str, seconds: i64) {
    let (article, origin) = (article.parse().unwrap(), format!("{article}.toml"));
    let edition = Edition { article, language: Ru, text: text.to_owned(), origin, published: None };
    store.keep_editions(&[edition], at(seconds)).await.unwrap();
}

/// What was not looked through, each with the revisions between which it changed.
async fn unlooked(store: &Store) -> Vec<(String, i64, i64)> {
    let unlooked = store.unlooked(10).await.unwrap();
    unlooked.into_iter().map(|it| (it.article.to_string(), it.looked, it.latest)).collect()
}

/// Looks through the first article that waits for it.
async fn find(store: &Store, finds: &[(Reader, &str)], seconds: i64) {
    let looked = store.unlooked(1).await.unwrap().swap_remove(0);
    let finds: Vec<_> = finds.iter().map(|(reader, view)| (*reader, (*view).to_owned())).collect();
    store.keep_finds(&looked, &finds, at(seconds)).await.unwrap();
}

#[tokio::test]
async fn what_is_followed_is_kept_for_each_topic() {
    for (store, ..) in stores().await {
        let words = What::Words(Words::read("выборы -сенат").unwrap());
        for (reader, what) in [(GROUP, What::All), (TOPIC, words.clone()), (TOPIC, What::Topic("село".to_owned()))]
        {
            assert!(store.follow(reader, Place::Group, &what, Some(7), at(1)).await.unwrap());
            assert!(!store.follow(reader, Place::Group, &what, None, at(2)).await.unwrap(), "it is followed already");
        }
        let of = |follows: Vec<crate::store::Follow>| -> Vec<What> { follows.into_iter().map(|it| it.what).collect() };
        let topic = store.follows(TOPIC).await.unwrap();
        assert_eq!((topic[0].reader, topic[0].place, topic[0].made_at), (TOPIC, Place::Group, at(1)));
        let first = topic[0].id;
        assert_eq!(of(topic), [words, What::Topic("село".to_owned())]);

        store.keep_language(GROUP.chat, Place::Group, Kk).await.unwrap();
        let all = store.followers(0, 2).await.unwrap();
        assert_eq!((all.len(), all[0].1), (2, Some(Kk)));
        assert_eq!(store.followers(all[1].0.id, 2).await.unwrap().len(), 1);
        store.refused(GROUP.chat, Place::Group, at(3)).await.unwrap();
        assert_eq!(store.followers(0, 2).await.unwrap(), [], "it takes no messages");

        assert_eq!(store.unfollow(GROUP, Some(first)).await.unwrap(), 0, "another topic's");
        assert_eq!(store.unfollow(TOPIC, Some(first)).await.unwrap(), 1);
        assert_eq!(store.unfollow(TOPIC, None).await.unwrap(), 1);
        assert_eq!(of(store.follows(GROUP).await.unwrap()), [What::All]);
    }
}

#[tokio::test]
async fn a_rhythm_is_kept() {
    for (store, ..) in stores().await {
        assert_eq!(store.rhythm(TOPIC).await.unwrap(), Rhythm::default());
        let digest = Some(Digest { hour: 9, days: Days::WORK });
        let quiet = Some(Quiet { from: 22, to: 8 });
        for rhythm in [Rhythm { digest, quiet, silent: true }, Rhythm { digest, ..Rhythm::default() }] {
            store.keep_rhythm(TOPIC, rhythm).await.unwrap();
            assert_eq!(store.rhythm(TOPIC).await.unwrap(), rhythm);
            assert_eq!(store.rhythm(GROUP).await.unwrap(), Rhythm::default());
        }
    }
}

#[tokio::test]
async fn a_thing_is_found_and_told_once() {
    for (store, ..) in stores().await {
        change(&store, "speech", "1", 1).await;
        change(&store, "other", "1", 2).await;
        assert_eq!(unlooked(&store).await, [("speech".to_owned(), 0, 1), ("other".to_owned(), 0, 1)]);
        store.follow(GROUP, Place::Group, &What::All, None, at(1)).await.unwrap();
        find(&store, &[(GROUP, "ar-speech"), (GROUP, "qr1-speech")], 3).await;
        assert_eq!(unlooked(&store).await, [("other".to_owned(), 0, 1)]);
        assert_eq!(store.untold().await.unwrap(), [(GROUP, Place::Group, at(3))]);
        assert_eq!(store.untold_since(GROUP).await.unwrap(), Some(at(3)));
        assert_eq!(store.untold_since(TOPIC).await.unwrap(), None);

        let told = store.gather("a", (GROUP, Place::Group), Kk, at(4)).await.unwrap().unwrap();
        let views: Vec<&str> = told.finds.iter().map(|find| find.view.as_str()).collect();
        assert_eq!((views, told.message, told.chat()), (vec!["ar-speech", "qr1-speech"], None, GROUP.chat));
        assert_eq!(store.untold().await.unwrap(), []);
        find(&store, &[(GROUP, "ar-other")], 5).await;
        // Tried again: what has come meanwhile goes along.
        let mut again = store.gather("a", (GROUP, Place::Group), Kk, at(6)).await.unwrap().unwrap();
        assert_eq!((again.id, again.finds.len()), (told.id, 3));
        again.finds.iter_mut().for_each(|find| find.html = Some("seen".to_owned()));
        store.keep_told(again.id, Some(7), &again.finds, None).await.unwrap();

        // What changes is looked through again, but found only once.
        change(&store, "speech", "2", 8).await;
        assert_eq!(unlooked(&store).await, [("speech".to_owned(), 1, 2)]);
        find(&store, &[(GROUP, "ar-speech"), (TOPIC, "ar-speech")], 8).await;
        assert_eq!(store.untold_since(GROUP).await.unwrap(), None);
        assert_eq!(store.untold_since(TOPIC).await.unwrap(), Some(at(8)));
        let speech = "speech".parse().unwrap();
        assert_eq!(store.found_before(&speech).await.unwrap().len(), 3);
        store.drop_untold(TOPIC).await.unwrap();
        assert_eq!(store.found_before(&speech).await.unwrap().len(), 2);
    }
}

#[tokio::test]
async fn a_digest_is_outdated_until_each_thing_in_it_was_checked() {
    for (store, ..) in stores().await {
        for article in ["a", "b"] {
            change(&store, article, "1", 1).await;
            find(&store, &[(GROUP, &format!("ar-{article}"))], 2).await;
        }
        let mut told = store.gather("key", (GROUP, Place::Group), Kk, at(3)).await.unwrap().unwrap();
        change(&store, "a", "2", 4).await;
        assert_eq!(store.outdated_digests(0, 9).await.unwrap(), [], "it is not there yet");
        told.finds.iter_mut().for_each(|find| find.html = Some("seen".to_owned()));
        store.keep_told(told.id, Some(7), &told.finds, None).await.unwrap();

        let (first, change_of_a) = store.outdated_digests(0, 9).await.unwrap().swap_remove(0);
        assert_eq!((first.id, first.message), (told.id, Some(7)));
        assert_eq!(store.outdated_digests(first.id, 9).await.unwrap(), []);
        let mut finds = first.finds;
        finds[0] = Find { revision: 2, checked: 2, view: "br0-a".to_owned(), ..finds[0].clone() };
        store.keep_told(first.id, None, &finds, Some(at(5))).await.unwrap();
        let kept = store.told(first.id).await.unwrap().unwrap();
        assert_eq!((&kept.finds, kept.corrected, kept.message), (&finds, Some(at(5)), Some(7)));
        assert_eq!(store.outdated_digests(0, 9).await.unwrap(), []);

        change(&store, "b", "2", 6).await;
        let (_, change_of_b) = store.outdated_digests(0, 9).await.unwrap().swap_remove(0);
        assert!(change_of_b > change_of_a, "each change has a number of its own");
    }
}

#[tokio::test]
async fn where_nobody_follows_nothing_is_to_be_looked_through() {
    for (store, ..) in stores().await {
        change(&store, "a", "1", 1).await;
        change(&store, "b", "1", 1).await;
        assert_eq!(store.look_past_all().await.unwrap(), 2);
        change(&store, "b", "2", 2).await;
        assert_eq!(unlooked(&store).await, [("b".to_owned(), 1, 2)]);
        assert_eq!(store.look_past_all().await.unwrap(), 1);
        assert_eq!((unlooked(&store).await, store.look_past_all().await.unwrap()), (Vec::new(), 0));
    }
}

#[tokio::test]
async fn a_group_that_moves_follows_on() {
    for (store, ..) in stores().await {
        let after = Reader { chat: ChatId(-1_000_100), thread: None };
        for (reader, what) in [(GROUP, What::All), (GROUP, What::Topic("село".to_owned())), (after, What::All)] {
            store.follow(reader, Place::Group, &what, None, at(1)).await.unwrap();
        }
        store.keep_rhythm(GROUP, Rhythm { silent: true, ..Rhythm::default() }).await.unwrap();
        change(&store, "a", "1", 2).await;
        find(&store, &[(GROUP, "ar-a")], 2).await;
        for new in [true, false] {
            assert_eq!(store.moved(GROUP.chat, after.chat, at(3)).await.unwrap(), new);
            assert_eq!(store.follows(after).await.unwrap().len(), 2);
            assert_eq!(store.follows(GROUP).await.unwrap(), []);
            assert!(store.rhythm(after).await.unwrap().silent);
            assert_eq!(store.untold_since(after).await.unwrap(), Some(at(2)));
        }
    }
}
