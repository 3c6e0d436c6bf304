//! Everything that leaves without anybody waiting for it: put in here, kept in the store, sent at a pace, tried again.
//!
//! [`Outbox`] is the handle that all share: whoever has something to send puts it in, whoever sends asks it for the pace. What is to be seen
//! is made when it leaves, by [`Render`]. The one who sends is in `telegram`.

mod handle;
pub mod meaning;
pub mod pacing;
pub mod told;

use crate::commands::reply::Message;
use crate::store::outbox::Row;

pub use handle::{Flight, Outbox, Wait};

/// Makes what is to be seen of a row, when it leaves: so it shows the newest.
pub trait Render: Send + Sync + 'static {
    /// What is to be seen. Called for rows that send or edit; a panic ends the row alone.
    fn render(&self, row: &Row) -> Rendered;
}

/// What is to be seen of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rendered {
    /// A message.
    Message(Message),
    /// Nothing any more: the row goes, and nothing leaves.
    Gone,
}
