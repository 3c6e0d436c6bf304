//! The outbox through the front door: a bot on the sandbox, whose store is a file, as it sends what nobody waits for.

mod kills;
mod life;
mod post;
#[path = "../story/mod.rs"]
mod story;
mod trouble;
