//! The sandbox over real HTTP.
#![expect(clippy::unwrap_used, reason = "these are tests, helpers too")]

mod bodies;
mod common;
mod control;
mod errors;
mod faults;
mod files;
mod flood;
mod frankenstein;
mod pictures;
mod readme;
mod receiver;
mod record;
mod story;
mod stream;
mod texts;
mod updates;
mod webhook;
