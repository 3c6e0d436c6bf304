//! The sandbox over real HTTP.
#![expect(clippy::unwrap_used, reason = "these are tests, helpers too")]

mod bad_input;
mod bodies;
mod bot_profile;
mod common;
mod control;
mod control_people;
mod errors;
mod events;
mod faults;
mod files;
mod flood;
mod forwards;
mod frankenstein;
mod limits;
mod official;
mod people;
mod pictures;
mod readme;
mod receiver;
mod record;
mod refusals;
mod story;
mod stream;
mod texts;
mod updates;
mod webhook;
