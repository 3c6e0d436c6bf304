//! Where pictures are made: each is drawn once, off the async threads, at most as many at once as there are cores, and is then
//! known by the file_id under which Telegram keeps it.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use jiff::Timestamp;
use tokio::sync::{OwnedMutexGuard, Semaphore};

use super::api::ATTACHED;
use crate::picture::{Order, Studio};
use crate::store::Store;

/// No more people wait for pictures at once: the next is told to come later.
const WAITING: usize = 64;
/// So many file_ids are kept in memory.
const REMEMBERED: usize = 4_096;

/// Where pictures are made.
#[derive(Debug)]
pub(super) struct Darkroom {
    studio: Arc<Studio>,
    store: Option<Store>,
    /// One for each core.
    lamps: Semaphore,
    waiting: AtomicUsize,
    /// The pictures that somebody makes or sends right now: who wants the same one waits for it.
    busy: Mutex<HashMap<String, Arc<tokio::sync::Mutex<()>>>>,
    /// The views of which Telegram has a picture.
    album: Album,
    /// The file_ids of pictures, by their keys; nothing for those that Telegram has not. One process sends, so it knows all that is sent.
    known: Mutex<HashMap<String, Option<String>>>,
}

/// The views of which Telegram has a picture, as buttons carry them. Cheap to clone; all clones hold the same.
#[derive(Debug, Clone, Default)]
pub struct Album(Arc<RwLock<HashSet<String>>>);

impl Album {
    /// The views.
    pub(super) fn read(&self) -> RwLockReadGuard<'_, HashSet<String>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, HashSet<String>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Too many wait already, or it could not be drawn, which is logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotNow;

/// A picture that can be sent. As long as it is held, nobody else makes the same one.
#[derive(Debug)]
pub(super) struct Print {
    key: String,
    picture: Picture,
    _alone: OwnedMutexGuard<()>,
}

#[derive(Debug)]
enum Picture {
    /// Telegram has it, under this file_id.
    Known(String),
    /// A PNG.
    Drawn(Vec<u8>),
}

impl Print {
    /// What stands for it in a payload.
    pub(super) fn reference(&self) -> String {
        match &self.picture {
            Picture::Known(file) => file.clone(),
            Picture::Drawn(_) => ATTACHED.to_owned(),
        }
    }

    /// The file that goes beside the payload, unless Telegram has it.
    pub(super) fn file(&self) -> Option<&[u8]> {
        match &self.picture {
            Picture::Known(_) => None,
            Picture::Drawn(png) => Some(png),
        }
    }
}

impl Darkroom {
    /// A darkroom that remembers in `store`, where there is one, what Telegram keeps, and in the album.
    pub(super) async fn open(studio: Studio, store: Option<Store>, album: Album) -> Self {
        if let Some(store) = &store {
            match store.pictured().await {
                Ok(views) => album.write().extend(views),
                Err(error) => log::warn!("which pictures were sent before is not known: {error}"),
            }
        }

        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            studio: Arc::new(studio),
            store,
            lamps: Semaphore::new(cores),
            waiting: AtomicUsize::new(0),
            busy: Mutex::default(),
            album,
            known: Mutex::default(),
        }
    }

    /// A picture for somebody who waits for it.
    pub(super) async fn print(&self, order: &Order) -> Result<Print, NotNow> {
        let _place = Place::take(&self.waiting).ok_or(NotNow)?;
        self.print_in_time(order).await
    }

    /// A picture for which nobody waits: it takes its turn, however many do.
    pub(super) async fn print_in_time(&self, order: &Order) -> Result<Print, NotNow> {
        let key = self.studio.key(order);
        let alone = self.alone(&key).await;
        if let Some(file) = self.file(&key).await {
            return Ok(Print { key, picture: Picture::Known(file), _alone: alone });
        }
        let _lamp = self.lamps.acquire().await.map_err(|_| NotNow)?;
        let (studio, order) = (Arc::clone(&self.studio), order.clone());
        let drawn = tokio::task::spawn_blocking(move || studio.draw(&order)).await;
        let drawn = drawn.map_err(|error| {
            log::error!("a picture could not be drawn: {error}");
            NotNow
        })?;
        if !drawn.lacking.is_empty() {
            let lacking: String = drawn.lacking.iter().take(40).collect();
            log::warn!("picture {key}: no font has {lacking:?}, � stands there");
        }
        Ok(Print { key, picture: Picture::Drawn(drawn.png), _alone: alone })
    }

    /// The file_id of a picture that was sent before.
    pub(super) async fn known(&self, order: &Order) -> Option<String> {
        self.file(&self.studio.key(order)).await
    }

    async fn file(&self, key: &str) -> Option<String> {
        if let Some(file) = lock(&self.known).get(key) {
            return file.clone();
        }
        let kept = self.store.as_ref()?.picture(key).await;
        let file = kept.inspect_err(|error| log::warn!("picture {key} can't be looked up: {error}")).ok()?;
        self.remember(key, file.clone());
        file
    }

    fn remember(&self, key: &str, file: Option<String>) {
        let mut known = lock(&self.known);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(key.to_owned(), file);
    }

    /// A picture has been sent; Telegram keeps it under this file_id.
    pub(super) async fn sent(&self, print: &Print, view: &str, file: &str) {
        if matches!(&print.picture, Picture::Known(known) if known == file) {
            return;
        }
        self.remember(&print.key, Some(file.to_owned()));
        self.album.write().insert(view.to_owned());
        if let Some(store) = &self.store
            && let Err(error) = store.keep_picture((&print.key, view), file, Timestamp::now()).await
        {
            log::warn!("picture {} will be drawn again after a restart: {error}", print.key);
        }
    }

    /// Telegram does not know the file_id of a picture any more. `false`: it was drawn just now, and is wrong for another reason.
    pub(super) async fn lost(&self, print: &Print) -> bool {
        if print.file().is_some() {
            return false;
        }
        lock(&self.known).remove(&print.key);
        if let Some(store) = &self.store
            && let Err(error) = store.forget_picture(&print.key).await
        {
            log::warn!("picture {} can't be forgotten: {error}", print.key);
            return false;
        }
        true
    }

    /// Waits until nobody else makes this picture.
    async fn alone(&self, key: &str) -> OwnedMutexGuard<()> {
        let one = {
            let mut busy = lock(&self.busy);
            busy.retain(|_, one| Arc::strong_count(one) > 1);
            Arc::clone(busy.entry(key.to_owned()).or_default())
        };
        one.lock_owned().await
    }
}

/// What a panic elsewhere leaves is whole: each change is one step.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One of the places to wait at.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(waiting: &'a AtomicUsize) -> Option<Self> {
        let place = Place(waiting);
        (waiting.fetch_add(1, Ordering::Relaxed) < WAITING).then_some(place)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language;
    use crate::picture::{Drawn, Look, QuoteCard};

    fn order(words: &str) -> Order {
        let card = QuoteCard {
            language: Language::En,
            words: words.to_owned(),
            speaker: None,
            role: None,
            origin: String::new(),
            mark: "@derek_bot".to_owned(),
            rest: String::new(),
        };
        Order { drawn: Drawn::Quote(card), look: Look::default() }
    }

    #[tokio::test]
    async fn a_picture_is_drawn_once_and_again_when_it_is_lost() {
        let room = Darkroom::open(Studio::default(), None, Album::default()).await;
        let water = order("Water.");
        assert_eq!(room.known(&water).await, None);
        let print = room.print(&water).await.unwrap();
        assert!(print.file().is_some_and(|png| png.starts_with(b"\x89PNG")));
        assert_eq!(print.reference(), ATTACHED);
        room.sent(&print, "kr0-dam", "file-1").await;
        assert!(!room.lost(&print).await);
        drop(print);
        let print = room.print(&water).await.unwrap();
        assert_eq!((print.file(), print.reference()), (None, "file-1".to_owned()));
        assert_eq!(room.known(&water).await.as_deref(), Some("file-1"));
        assert!(room.lost(&print).await);
        drop(print);
        assert!(room.print(&water).await.unwrap().file().is_some());
    }

    #[tokio::test]
    async fn who_wants_the_same_picture_waits_for_it() {
        let room = Arc::new(Darkroom::open(Studio::default(), None, Album::default()).await);
        let first = room.print(&order("Water.")).await.unwrap();
        let waiting = tokio::spawn({
            let room = Arc::clone(&room);
            async move { room.print(&order("Water.")).await.map(|print| print.reference()) }
        });
        // Another picture is nobody's to wait for.
        assert!(room.print(&order("Bread.")).await.unwrap().file().is_some());
        room.sent(&first, "kr0-dam", "file-1").await;
        drop(first);
        assert_eq!(waiting.await.unwrap(), Ok("file-1".to_owned()));
    }

    #[tokio::test]
    async fn a_flood_is_turned_away() {
        let room = Darkroom::open(Studio::default(), None, Album::default()).await;
        let places: Vec<_> = (0..WAITING).map(|_| Place::take(&room.waiting).unwrap()).collect();
        assert_eq!(room.print(&order("Water.")).await.map(|_| ()), Err(NotNow));
        drop(places);
        assert!(room.print(&order("Water.")).await.is_ok());
        assert_eq!(room.waiting.load(Ordering::Relaxed), 0);
    }
}
