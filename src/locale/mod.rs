//! What the program says in its own words, in three languages, and dates and numbers as each language writes them.

/// The words of all languages, compiled into the program from data/locales.
#[derive(Debug, Default)]
pub struct Locales {}

impl Locales {
    /// Reads the built-in locale files.
    pub fn load() -> Self {
        unimplemented!()
    }
}
