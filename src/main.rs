//! Derek.
fn main() {}
