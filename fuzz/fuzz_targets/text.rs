//! Any bytes as a file of text.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| derek_fuzz::check(bytes));
