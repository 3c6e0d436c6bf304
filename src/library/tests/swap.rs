//! A library is replaced while it is read: whoever reads it is not disturbed.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use super::articles;
use crate::article::Language;
use crate::library::{Librarian, Library, Verdict};

/// What a library answers to some words and a claim.
fn answers(library: &Library) -> (Vec<String>, Verdict, usize) {
    let found = library.find("сельских акимов", Language::Ru);
    let hits = found.hits.iter().map(|hit| format!("{} {:?}", hit.article.id, hit.item)).collect();
    let checked = library.check("Мы не допустили излишней спешки: работа по выборам акимов", Language::Ru);
    (hits, checked.verdict, checked.searched.articles)
}

#[test]
fn readers_are_not_disturbed_by_what_replaces_their_library() {
    const ROUNDS: usize = 30;
    let mut librarian = Librarian::new(None).unwrap();
    let first = librarian.publish(articles()).unwrap();
    let before = answers(&first);
    assert_eq!((before.1, before.2), (Verdict::Verbatim, 1));
    let current = Mutex::new(Arc::new(first.clone()));
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..ROUNDS {
                let id = format!("copy-{round}").parse().unwrap();
                let mut copy = articles();
                copy.iter_mut().for_each(|edition| edition.id = Clone::clone(&id));
                let mut next = librarian.publish(copy).unwrap();
                if round % 3 == 2 {
                    next = librarian.withdraw(&[id]).unwrap();
                }
                *current.lock().unwrap() = Arc::new(next);
            }
            done.store(true, Ordering::SeqCst);
        });
        let reader = || {
            let mut most = 0;
            // Once more when all is done, so that the last library is read as well.
            loop {
                let last = done.load(Ordering::SeqCst);
                let library = current.lock().unwrap().clone();
                let (hits, verdict, articles) = answers(&library);
                assert!(!hits.is_empty() && verdict == Verdict::Verbatim, "{hits:?} {verdict:?}");
                assert_eq!(articles, library.newest_first().len());
                assert!((1..=1 + ROUNDS).contains(&articles), "{articles}");
                most = most.max(articles);
                if last {
                    return most;
                }
            }
        };
        let readers = [scope.spawn(reader), scope.spawn(reader)];
        for reader in readers {
            assert_eq!(reader.join().unwrap(), 1 + ROUNDS - ROUNDS / 3);
        }
    });
    assert_eq!(answers(&first), before, "the first library is as it was");
}
