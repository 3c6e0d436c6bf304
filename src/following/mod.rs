//! What a chat follows, when it is told, and what of an article is news to it.

mod news;
mod rhythm;
mod what;

pub use news::{News, Piece};
pub use rhythm::{Days, Digest, Quiet, Rhythm};
pub use what::{What, Words};
