//! Articles with all that they ever said.

use super::{at, stores};
use crate::article::Language::{self, Kk, Ru};
use crate::store::{Edition, Kept, hash};

fn edition(article: &str, language: Language, text: &str, published: &str) -> Edition {
    let (article, origin) = (article.parse().unwrap(), format!("{article}.toml"));
    let published = (!published.is_empty()).then(|| published.to_owned());
    Edition { article, language, text: text.to_owned(), origin, published }
}

#[tokio::test]
async fn each_change_of_an_edition_is_a_revision_and_the_same_again_is_none() {
    for (store, ..) in stores().await {
        let id = "speech".parse().unwrap();
        let first = [edition("speech", Ru, "речь", "2026-04-01"), edition("speech", Kk, "сөз", "2026-04-01")];
        assert_eq!(store.keep_editions(&first, at(1)).await.unwrap(), [Some(1), Some(2)]);
        assert_eq!(store.keep_editions(&first, at(2)).await.unwrap(), [None, None]);
        let second = [edition("speech", Ru, "речь 2", "2026-04-01"), first[1].clone()];
        assert_eq!(store.keep_editions(&second, at(3)).await.unwrap(), [Some(3), None]);
        let now: Vec<_> =
            store.latest(&id).await.unwrap().into_iter().map(|it| (it.language, it.text.unwrap())).collect();
        assert_eq!(now, [(Kk, "сөз".to_owned()), (Ru, "речь 2".to_owned())]);
        // Back to what it was is a change as well.
        assert_eq!(store.keep_editions(&first, at(4)).await.unwrap(), [Some(4), None]);
        let texts: Vec<_> =
            store.history(&id).await.unwrap().into_iter().map(|it| (it.number, it.text, it.at)).collect();
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            texts,
            [(1, text("речь"), at(1)), (2, text("сөз"), at(1)), (3, text("речь 2"), at(3)), (4, text("речь"), at(4))]
        );
    }
}

#[tokio::test]
async fn what_is_withdrawn_says_nothing_until_it_comes_again() {
    for (store, ..) in stores().await {
        let speech = edition("speech", Ru, "речь", "2026-04-01");
        store.keep_editions(std::slice::from_ref(&speech), at(1)).await.unwrap();
        assert_eq!(store.withdraw_edition(&speech.article, Kk, at(2)).await.unwrap(), None);
        assert_eq!(store.withdraw_edition(&speech.article, Ru, at(2)).await.unwrap(), Some(2));
        assert_eq!(store.withdraw_edition(&speech.article, Ru, at(3)).await.unwrap(), None);
        assert_eq!(store.latest(&speech.article).await.unwrap(), []);
        assert_eq!(store.editions().await.unwrap(), []);
        assert_eq!(store.articles().await.unwrap(), []);
        assert_eq!(store.keep_editions(std::slice::from_ref(&speech), at(4)).await.unwrap(), [Some(3)]);
        assert_eq!(store.latest(&speech.article).await.unwrap().len(), 1);
        let withdrawn = &store.history(&speech.article).await.unwrap()[1];
        assert_eq!((withdrawn.number, &withdrawn.text, withdrawn.at), (2, &None, at(2)));
    }
}

#[tokio::test]
async fn articles_come_newest_first_and_are_known_by_their_hash() {
    for (store, ..) in stores().await {
        let editions = [
            edition("old", Ru, "1", "2025-01-01"),
            edition("undated", Ru, "2", ""),
            edition("new", Ru, "3", "2026-01-01"),
            edition("new", Kk, "4", ""),
        ];
        store.keep_editions(&editions, at(1)).await.unwrap();
        let articles: Vec<_> = store.articles().await.unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(articles, ["new", "old", "undated"]);
        let kept = store.editions().await.unwrap();
        let old =
            Kept { article: "old".parse().unwrap(), language: Ru, origin: "old.toml".to_owned(), hash: hash("1") };
        assert_eq!((kept.len(), kept.contains(&old)), (4, true));
    }
}

#[tokio::test]
async fn writers_that_come_at_once_do_not_lose_each_others_changes() {
    for (store, ..) in stores().await {
        let writers = (0..20).map(|nth| {
            let (store, edition) = (store.clone(), edition("speech", Ru, &nth.to_string(), ""));
            tokio::spawn(async move { store.keep_editions(&[edition], at(1)).await.unwrap() })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        let numbers: Vec<_> =
            store.history(&"speech".parse().unwrap()).await.unwrap().iter().map(|it| it.number).collect();
        assert_eq!(numbers, (1..=20).collect::<Vec<_>>());
        assert_eq!(store.latest(&"speech".parse().unwrap()).await.unwrap().len(), 1);
    }
}
