//! The folder of article files is watched: what changes in it is read when it has settled.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::{Publisher, Read, Reload, Shelves};
use crate::article::ArticleId;

/// After so long without another change the files are taken to be whole.
const SETTLED: Duration = Duration::from_millis(300);
/// How often the folder is looked at where the system does not tell of changes, and after a failure.
const LOOK: Duration = Duration::from_secs(60);

/// Brings the library up to the store for articles that are `unread`, then reads the folder, now and whenever it changes, and brings the
/// library up to that. What follows from that goes into the outbox. `told` hears what each look brought. Never ends
/// by itself.
pub async fn watch(
    reload: Reload,
    mut shelves: Shelves,
    portions: Vec<Vec<ArticleId>>,
    publisher: Option<Publisher>,
    mut told: impl FnMut(&Read) + Send,
) {
    let (tell, mut changes) = mpsc::channel(1);
    let watcher = watcher(reload.folder(), tell.clone());
    let mut unread = BTreeSet::new();
    for portion in portions {
        if let Err(error) = shelves.bring_up(portion.iter().cloned()).await {
            log::error!("{} articles are not shown yet: {error}", portion.len());
            unread.extend(portion);
        }
    }
    loop {
        let failed = match reload.run(Timestamp::now()).await {
            Ok(read) => {
                unread.extend(read.changed.iter().cloned());
                let brought_up = shelves.bring_up(unread.clone()).await;
                match &brought_up {
                    Ok(()) => unread.clear(),
                    Err(error) => log::error!("changed articles are not shown yet: {error}"),
                }
                told(&read);
                let published = match &publisher {
                    Some(publisher) => {
                        let library = shelves.current().get();
                        publisher.publish(&read, &library, Timestamp::now()).await.map(|_| ())
                    }
                    None => Ok(()),
                };
                if let Err(error) = &published {
                    log::error!("what follows from a change of articles is not put into the outbox yet: {error}");
                }
                brought_up.is_err() || published.is_err()
            }
            Err(error) => {
                log::error!("changed articles are not kept yet: {error}");
                true
            }
        };
        if failed || watcher.is_none() {
            // A change comes first, if the system tells of it.
            let _ = timeout(LOOK, changes.recv()).await;
        } else if changes.recv().await.is_none() {
            return;
        }
        while timeout(SETTLED, changes.recv()).await.is_ok() {}
    }
}

/// Tells of each change in the folder; nothing where the system can't, which the log says.
fn watcher(folder: &Path, tell: mpsc::Sender<()>) -> Option<RecommendedWatcher> {
    let changed = move |event: notify::Result<notify::Event>| {
        // Reading the files is no change of them. When one change waits to be heard, another says nothing new.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = tell.try_send(());
        }
    };
    let watch = || {
        let mut watcher = notify::recommended_watcher(changed)?;
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
        Ok::<_, notify::Error>(watcher)
    };
    watch()
        .inspect_err(|error| {
            log::warn!("{}: changes are seen within {LOOK:?} only: {error}", folder.display());
        })
        .ok()
}
