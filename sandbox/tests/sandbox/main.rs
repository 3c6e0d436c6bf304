//! The sandbox over real HTTP.
#![expect(clippy::unwrap_used, reason = "these are tests, helpers too")]

mod bodies;
mod bot_profile;
mod common;
mod control;
mod control_people;
mod errors;
mod faults;
mod files;
mod forwards;
mod people;
mod pictures;
mod refusals;
mod story;
