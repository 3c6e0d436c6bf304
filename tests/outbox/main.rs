//! The outbox through the front door: a bot on the sandbox, whose store is a file, as it sends what nobody waits for.

mod life;
#[expect(dead_code, reason = "a part of it is used elsewhere")]
mod post;
#[path = "../story/mod.rs"]
mod story;
mod trouble;
