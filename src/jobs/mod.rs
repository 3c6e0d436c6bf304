//! What runs by itself beside the answers: the folder of article files is read into the store, and the library made from it.

mod changes;
mod corrections;
mod digests;
mod news;
mod posts;
mod publisher;
mod reload;
mod shelves;
mod views;
mod watch;

pub use corrections::Corrections;
pub use digests::Digests;
pub use posts::Posts;
pub use publisher::{Published, Publisher};
pub use reload::{Read, Reload};
pub use shelves::Shelves;
pub use views::Views;
pub use watch::watch;

use crate::library::IndexError;
use crate::store::StoreError;

/// Why articles could not be kept or shown. It may work later.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The search index fails.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// A thread that read files or made the index has panicked, which the log has told.
    #[error("the thread that works on articles has failed")]
    Thread(#[from] tokio::task::JoinError),
    /// The index was lost with such a thread.
    #[error("the search index is lost: start the program again")]
    LostIndex,
}
