//! A sign of life for the container's health check: a file whose age says when Telegram was last heard.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// How often the file is touched, at most.
const EVERY: Duration = Duration::from_secs(5);

/// Touches a file while updates can be fetched.
#[derive(Debug)]
pub(super) struct Heartbeat {
    file: Option<PathBuf>,
    last: Option<Instant>,
}

impl Heartbeat {
    /// A heartbeat in this file; none without one.
    pub(super) fn new(file: Option<PathBuf>) -> Self {
        Self { file, last: None }
    }

    /// Telegram was heard.
    pub(super) fn beat(&mut self) {
        let Some(file) = &self.file else { return };
        if self.last.is_some_and(|last| last.elapsed() < EVERY) {
            return;
        }
        self.last = Some(Instant::now());
        if let Err(error) = touch(file) {
            log::error!("{}: {error}; no further sign of life is given", file.display());
            self.file = None;
        }
    }
}

fn touch(file: &Path) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, "")
}

/// How long ago Telegram was last heard, by the file of a [`super::run`] that may be in another process.
///
/// # Errors
/// If the file can't be read: most likely the bot never ran, or never reached Telegram.
pub fn last_heard(file: &Path) -> std::io::Result<Duration> {
    let touched = std::fs::metadata(file)?.modified()?;
    Ok(SystemTime::now().duration_since(touched).unwrap_or_default())
}
