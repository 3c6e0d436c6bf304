//! Posts, and which of them show what an article no longer says.

use super::{at, stores};
use crate::article::Language::{Kk, Ru};
use crate::commands::Place;
use crate::commands::reply::Shown;
use crate::store::{ChatId, Edition, Post, Stands, Store};

fn in_chat(message: i32) -> Stands {
    Stands::Chat { chat: ChatId(-100), place: Place::Channel, message }
}

fn post(stands: Stands, article: &str, revision: i64) -> Post {
    let shown = Shown { article: article.parse().unwrap(), revision, language: Kk, view: format!("ar-{article}") };
    Post { stands, shown, at: at(1), corrected: None, until: None }
}

async fn change(store: &Store, article: &str, text: &str) {
    let (article, origin) = (article.parse().unwrap(), format!("{article}.toml"));
    let edition = Edition { article, language: Ru, text: text.to_owned(), origin, published: None };
    store.keep_editions(&[edition], at(1)).await.unwrap();
}

async fn outdated(store: &Store, seconds: i64) -> Vec<Stands> {
    store.outdated(at(seconds), 0, 10).await.unwrap().into_iter().map(|(_, _, post)| post.stands).collect()
}

#[tokio::test]
async fn a_post_is_outdated_until_it_shows_what_the_article_says() {
    for (store, ..) in stores().await {
        change(&store, "speech", "1").await;
        change(&store, "other", "1").await;
        let inline = Stands::Inline("AQ".to_owned());
        let short = Post { until: Some(at(50)), ..post(in_chat(8), "speech", 1) };
        store.keep_posts(&[post(in_chat(7), "speech", 1), post(inline.clone(), "speech", 1), short]).await.unwrap();
        store.keep_posts(&[post(in_chat(9), "other", 1)]).await.unwrap();
        assert_eq!(outdated(&store, 10).await, []);
        change(&store, "speech", "2").await;
        assert_eq!(outdated(&store, 10).await, [in_chat(7), inline.clone(), in_chat(8)]);
        assert_eq!(outdated(&store, 51).await, [in_chat(7), inline.clone()]);

        let (number, _, mut first) = store.outdated(at(10), 0, 1).await.unwrap().swap_remove(0);
        first.shown = Shown { revision: 2, view: "br0-speech".to_owned(), ..first.shown };
        store.keep_shown(number, &first.shown, Some(at(11))).await.unwrap();
        first.corrected = Some(at(11));
        assert_eq!(store.post(number).await.unwrap(), Some(first));
        assert_eq!(outdated(&store, 51).await, std::slice::from_ref(&inline));
        // Somebody turns a page in it, and sees what is new.
        store.keep_posts(&[post(inline, "speech", 2)]).await.unwrap();
        assert_eq!(outdated(&store, 51).await, []);
        store.withdraw_edition(&"speech".parse().unwrap(), Ru, at(60)).await.unwrap();
        assert_eq!(outdated(&store, 60).await.len(), 2);
        store.forget_post(&in_chat(7)).await.unwrap();
        store.forget_posts(at(60)).await.unwrap();
        assert_eq!(outdated(&store, 0).await, [Stands::Inline("AQ".to_owned())]);
    }
}

#[tokio::test]
async fn what_was_said_after_any_change_can_be_read_again() {
    for (store, ..) in stores().await {
        let speech = "speech".parse().unwrap();
        change(&store, "speech", "1").await;
        change(&store, "speech", "2").await;
        let kazakh = Edition {
            article: "speech".parse().unwrap(),
            language: Kk,
            text: "3".to_owned(),
            origin: String::new(),
            published: None,
        };
        store.keep_editions(&[kazakh], at(1)).await.unwrap();
        store.withdraw_edition(&speech, Ru, at(2)).await.unwrap();
        let mut texts = Vec::new();
        for number in 0..=5 {
            let editions = store.as_of(&speech, number).await.unwrap();
            texts.push(editions.into_iter().map(|edition| edition.text.unwrap()).collect::<Vec<_>>().join(" "));
        }
        assert_eq!(texts, ["", "1", "2", "3 2", "3", "3"]);
    }
}
