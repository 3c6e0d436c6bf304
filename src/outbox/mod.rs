//! Everything that leaves without anybody waiting for it: put in here, kept in the store, sent at a pace, tried again.
//!
//! [`Outbox`] is the handle that all share: whoever has something to send puts it in, whoever sends asks it for the pace. What is to be seen
//! is made when it leaves, by [`Render`]. The one who sends is in `telegram`.

mod digests;
mod handle;
pub mod meaning;
pub mod pacing;
pub mod posts;
pub mod told;

use futures_util::future::BoxFuture;

use crate::commands::reply::Message;
use crate::store::outbox::{Parcel, Row};

pub use digests::DIGEST;
pub use handle::{Flight, Outbox, Wait};

/// Makes what is to be seen of a row, when it leaves: so it shows the newest.
pub trait Render: Send + Sync + 'static {
    /// What is to be seen. Called for rows that send or edit; a panic ends the row alone.
    fn render<'a>(&'a self, row: &'a Row) -> BoxFuture<'a, Rendered>;

    /// A row has left, and this is seen now; `id` is that of a new message. Called before that is kept, and maybe again after a crash.
    fn arrived<'a>(&'a self, row: &'a Row, message: &'a Message, id: Option<i32>) -> BoxFuture<'a, ()> {
        let _ = (row, message, id);
        Box::pin(async {})
    }

    /// A row is refused for good, in the server's words: what leaves in its place.
    fn refused<'a>(&'a self, row: &'a Row, why: &'a str) -> BoxFuture<'a, Vec<Parcel>> {
        let _ = (row, why);
        Box::pin(async { Vec::new() })
    }
}

/// What is to be seen of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rendered {
    /// A message.
    Message(Message),
    /// Nothing any more: the row goes, and nothing leaves.
    Gone,
    /// That can't be found out now: the row is tried again.
    Later,
}
