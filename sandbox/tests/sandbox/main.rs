//! The sandbox over real HTTP.

mod common;
mod control;
mod errors;
mod faults;
mod story;
