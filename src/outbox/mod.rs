//! What leaves when nobody waits for it: how fast it may, and what it means when it fails.

pub mod meaning;
pub mod pacing;
