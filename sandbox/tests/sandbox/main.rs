//! The sandbox over real HTTP.
#![expect(clippy::unwrap_used, reason = "these are tests, helpers too")]

mod common;
mod control;
mod errors;
mod faults;
mod flood;
mod receiver;
mod record;
mod story;
mod stream;
mod updates;
mod webhook;
