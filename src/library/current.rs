//! The library that is read now, and swapped whole for the next one.

use std::sync::Arc;

use arc_swap::ArcSwap;

use super::Library;

/// The library that is read now. Readers never wait, and go on with what they have while the next one takes its place.
#[derive(Debug)]
pub struct Current(ArcSwap<Library>);

impl Current {
    /// With this library to begin with.
    pub fn new(library: Library) -> Self {
        Self(ArcSwap::from_pointee(library))
    }

    /// The library as it is now.
    pub fn get(&self) -> Arc<Library> {
        self.0.load_full()
    }

    /// Puts the next library in its place.
    pub fn replace(&self, library: Library) {
        self.0.store(Arc::new(library));
    }
}
