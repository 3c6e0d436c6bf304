//! A draft as `derek draft` prints it.

mod json;
mod toml;

pub use json::json;
pub use toml::{LongBody, toml};
