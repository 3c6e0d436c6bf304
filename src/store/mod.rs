//! What must outlive the process: the only place that names SQL.
//!
//! One file an entity, each with its functions on [`Store`]. The same words of SQL run on SQLite and on PostgreSQL: [`database`] says how.
//! Whoever keeps something gives the time.

mod articles;
mod audit;
mod channels;
mod chats;
mod database;
mod digests;
mod following;
mod moves;
pub mod outbox;
mod pictures;
mod posts;
#[cfg(test)]
mod tests;
mod transfer;
mod updates;

pub use articles::{Edition, Kept, Revision, hash};
pub use audit::Act;
pub use channels::{Channel, Draft};
pub use chats::{Chat, ChatId, ZONE};
pub use database::{Address, Store, StoreError};
pub use digests::{Find, Told, Unlooked};
pub use following::{Follow, Reader};
pub use posts::{Post, Stands};
pub use transfer::TransferError;
