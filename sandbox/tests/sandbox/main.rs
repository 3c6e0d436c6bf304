//! The sandbox over real HTTP.
#![expect(clippy::unwrap_used, reason = "these are tests, helpers too")]

mod common;
mod control;
mod errors;
mod faults;
mod flood;
mod receiver;
mod story;
mod updates;
mod webhook;
