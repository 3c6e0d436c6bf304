//! Chats, and groups that move.

use super::{at, stores};
use crate::article::Language;
use crate::commands::Place;
use crate::store::{Chat, ChatId};

#[tokio::test]
async fn what_a_chat_chose_is_kept_also_over_a_restart() {
    for (store, address, _folder) in stores().await {
        let (chat, article) = (ChatId(-1_001_234_567_890), "rural-akims".parse().unwrap());
        assert_eq!(store.chat(chat).await.unwrap(), Chat::default());
        store.keep_language(chat, Place::Group, Language::Kk).await.unwrap();
        store.keep_article(chat, Place::Group, &article).await.unwrap();
        store.keep_language(chat, Place::Group, Language::Ru).await.unwrap();
        store.close().await;
        let store = crate::store::Store::open(&address).await.unwrap();
        let kept = Chat { language: Some(Language::Ru), article: Some(article), refuses_since: None, zone: None };
        assert_eq!(store.chat(chat).await.unwrap(), kept);
        assert_eq!(store.chat(ChatId(5)).await.unwrap(), Chat::default());
    }
}

#[tokio::test]
async fn it_is_known_since_when_a_chat_refuses() {
    for (store, ..) in stores().await {
        let chat = ChatId(7);
        assert_eq!(store.refused(chat, Place::Private, at(10)).await.unwrap(), at(10));
        assert_eq!(store.refused(chat, Place::Private, at(90)).await.unwrap(), at(10));
        assert_eq!(store.chat(chat).await.unwrap().refuses_since, Some(at(10)));
        store.accepted(chat).await.unwrap();
        assert_eq!(store.chat(chat).await.unwrap().refuses_since, None);
        assert_eq!(store.refused(chat, Place::Private, at(99)).await.unwrap(), at(99));
    }
}

#[tokio::test]
async fn a_group_that_moves_takes_all_with_it_however_often_that_is_told() {
    for (store, ..) in stores().await {
        let (before, after) = (ChatId(-7), ChatId(-1_007));
        let article = "rural-akims".parse().unwrap();
        store.keep_language(before, Place::Group, Language::Kk).await.unwrap();
        store.keep_article(before, Place::Group, &article).await.unwrap();
        // Somebody was answered in the supergroup before the move was told.
        store.keep_language(after, Place::Group, Language::En).await.unwrap();
        assert!(store.moved(before, after, at(1)).await.unwrap());
        let kept = Chat { language: Some(Language::En), article: Some(article), refuses_since: None, zone: None };
        for _ in 0..2 {
            assert_eq!(store.chat(after).await.unwrap(), kept);
            assert_eq!(store.chat(before).await.unwrap(), Chat::default());
            assert_eq!(store.current_id(before).await.unwrap(), after);
            assert_eq!(store.current_id(after).await.unwrap(), after);
            assert!(!store.moved(before, after, at(2)).await.unwrap());
        }
    }
}
