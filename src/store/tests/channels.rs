//! Channels and drafts.

use super::{at, stores};
use crate::article::Language::{Kk, Ru};
use crate::commands::channels::Rule;
use crate::store::{Channel, ChatId, Draft};

pub(super) fn channel(chat: i64) -> Channel {
    Channel {
        chat: ChatId(chat),
        title: "Дала".to_owned(),
        username: Some("dala".to_owned()),
        language: Kk,
        rule: Rule::Propose,
        silent: true,
        pin: false,
        card: true,
        may_post: true,
        made_by: 7,
        made_at: at(1),
    }
}

pub(super) fn draft(chat: i64) -> Draft {
    let article = "speech".parse().unwrap();
    Draft { id: 0, channel: ChatId(chat), article, language: Ru, silent: false, pin: true, card: true }
}

#[tokio::test]
async fn a_channel_is_kept_as_it_is_now() {
    for (store, ..) in stores().await {
        let first = channel(-100);
        store.keep_channel(&first).await.unwrap();
        let other = Channel { title: "Aral".to_owned(), username: None, ..channel(-200) };
        store.keep_channel(&other).await.unwrap();
        let first = Channel { rule: Rule::Post, may_post: false, silent: false, pin: true, made_by: 8, ..first };
        store.keep_channel(&first).await.unwrap();
        assert_eq!(store.channels().await.unwrap(), [other, first.clone()]);
        assert_eq!(store.channel(ChatId(-100)).await.unwrap(), Some(first));
        assert_eq!(store.channel(ChatId(-300)).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_draft_is_made_once_and_changed() {
    for (store, ..) in stores().await {
        let (id, new) = store.draft("a", &draft(-100), at(1)).await.unwrap();
        assert!(new);
        assert_eq!(store.draft("a", &draft(-200), at(2)).await.unwrap(), (id, false));
        assert_eq!(store.draft_of(id).await.unwrap(), Some(Draft { id, ..draft(-100) }));
        let changed = Draft { id, language: Kk, silent: true, pin: false, ..draft(-200) };
        store.keep_draft(&changed).await.unwrap();
        assert_eq!(store.draft_of(id).await.unwrap(), Some(changed));
        assert_eq!(store.draft_of(id + 1).await.unwrap(), None);
        assert!(store.drop_draft(id).await.unwrap());
        assert!(!store.drop_draft(id).await.unwrap());
    }
}
