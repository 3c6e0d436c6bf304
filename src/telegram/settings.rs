//! What chats chose: kept in the store, and in memory for those that asked lately.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use teloxide::types::ChatId;

use crate::article::{ArticleId, Language};
use crate::commands::Place;
use crate::store::{self, Chat, Store, StoreError};

/// How many chats are in memory: some 10 MB.
const MOST: usize = 100_000;

/// What chats chose. A store that fails is told of once when that begins and once when it ends; meanwhile what is chosen is known until the
/// program ends.
#[derive(Debug)]
pub(super) struct Settings {
    store: Store,
    known: Mutex<HashMap<ChatId, Known>>,
    failing: AtomicBool,
}

/// What is in memory of a chat.
#[derive(Debug, Default)]
struct Known {
    chat: Chat,
    /// Whether what the store keeps is in it.
    recalled: bool,
}

impl Settings {
    /// Those in a store.
    pub(super) fn new(store: Store) -> Self {
        Self { store, known: Mutex::default(), failing: AtomicBool::new(false) }
    }

    /// What is known of a chat: all, once it was recalled.
    pub(super) fn of(&self, chat: ChatId) -> Chat {
        self.known().get(&chat).map(|known| known.chat.clone()).unwrap_or_default()
    }

    /// Brings to mind what is kept of a chat. While the store fails that is nothing, and it is looked up again the next time.
    pub(super) async fn recall(&self, chat: ChatId) {
        if self.known().get(&chat).is_some_and(|known| known.recalled) {
            return;
        }
        let Some(kept) = self.told("is read", self.store.chat(key(chat)).await) else { return };
        let mut known = self.known();
        if known.len() >= MOST {
            // Rare, and what is forgotten here is in the store.
            known.clear();
        }
        let Known { chat: new, recalled } = known.entry(chat).or_default();
        // What was chosen while the store failed is newer.
        *new = Chat { language: new.language.or(kept.language), article: new.article.take().or(kept.article), ..kept };
        *recalled = true;
    }

    /// Keeps a chat's language; `false` when it is only known until the program ends.
    pub(super) async fn keep_language(&self, chat: ChatId, place: Place, language: Language) -> bool {
        self.known().entry(chat).or_default().chat.language = Some(language);
        self.told("is kept", self.store.keep_language(key(chat), place, language).await).is_some()
    }

    /// Keeps the article that a chat talks about.
    pub(super) async fn keep_article(&self, chat: ChatId, place: Place, article: ArticleId) {
        let before = self.known().entry(chat).or_default().chat.article.replace(article.clone());
        if before.as_ref() != Some(&article) {
            self.told("is kept", self.store.keep_article(key(chat), place, &article).await);
        }
    }

    /// A group has a new id: all that is kept of it goes with it.
    pub(super) async fn moved(&self, from: ChatId, to: ChatId) {
        let moved = self.store.moved(key(from), key(to), Timestamp::now()).await;
        let mut known = self.known();
        let before = known.remove(&from);
        if self.told("is kept", moved).is_some() {
            // Looked up again.
            known.remove(&to);
        } else if let Some(before) = before {
            known.entry(to).or_insert(before);
        }
    }

    /// Tells the log of trouble with the store, and of its end.
    fn told<T>(&self, what: &str, done: Result<T, StoreError>) -> Option<T> {
        match done {
            Ok(done) => {
                if self.failing.swap(false, Ordering::Relaxed) {
                    log::info!("the store works again");
                }
                Some(done)
            }
            Err(error) => {
                if !self.failing.swap(true, Ordering::Relaxed) {
                    log::error!("nothing that chats choose {what}, until this is over: {error}");
                }
                None
            }
        }
    }

    fn known(&self) -> MutexGuard<'_, HashMap<ChatId, Known>> {
        // Nothing in here is left half done by a panic.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(chat: ChatId) -> store::ChatId {
    store::ChatId(chat.0)
}
