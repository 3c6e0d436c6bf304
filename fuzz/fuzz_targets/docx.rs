//! Any bytes as a packed file, and as the text of a document that is packed as it should be.

#![no_main]

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match bytes.split_first() {
        Some((0, packed)) => derek_fuzz::check(&[b"PK\x03\x04", packed].concat()),
        Some((_, document)) => derek_fuzz::check(&packed(document).expect("memory can be written to")),
        None => {}
    }
});

fn packed(document: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    file.start_file("word/document.xml", stored)?;
    file.write_all(document)?;
    Ok(file.finish()?.into_inner())
}
