//! Updates that are kept on disk because they could not be handled at once, so that Telegram may be told to forget them.
//!
//! A file of JSON lines: an update as it came, or `{"handled":ID}` once its answer is out. What stands there without being
//! handled when the program starts is handled then. A line that a crash cut short belongs to a batch that was not confirmed:
//! Telegram gives it again.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// After this many lines that are of no more use the file is written anew.
const LINES_BEFORE_REWRITE: usize = 10_000;

/// The updates kept on disk for one bot; one process at a time.
#[derive(Debug)]
pub(super) struct Inbox {
    /// Held as long as the inbox is open.
    _lock: File,
    path: PathBuf,
    /// Open for appending.
    file: File,
    /// What is not handled yet: update id and the update's JSON, on one line.
    kept: BTreeMap<u32, Box<str>>,
    /// How many lines the file has.
    lines: usize,
}

/// Why the inbox can't be used.
#[derive(Debug, thiserror::Error)]
pub(super) enum InboxError {
    /// Another process has it open.
    #[error("{0}: another Derek works with this bot here")]
    InUse(PathBuf),
    /// The file system refused.
    #[error("{0}: {1}")]
    Io(PathBuf, #[source] io::Error),
}

#[derive(Deserialize)]
struct Line {
    update_id: Option<u32>,
    handled: Option<u32>,
}

#[derive(Serialize)]
struct Handled {
    handled: u32,
}

impl Inbox {
    /// Opens or makes the inbox of the bot with this id in `folder`, which is made as well.
    pub(super) fn open(folder: &Path, bot: u64) -> Result<Self, InboxError> {
        let path = folder.join(format!("inbox-{bot}.jsonl"));
        let io = |error| InboxError::Io(path.clone(), error);
        std::fs::create_dir_all(folder).map_err(io)?;
        let lock = File::create(path.with_extension("lock")).map_err(io)?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => InboxError::InUse(path.clone()),
            TryLockError::Error(error) => io(error),
        })?;
        let text = match std::fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            read => read.map_err(io)?,
        };
        let kept = read_lines(&path, &String::from_utf8_lossy(&text));
        let file = write_anew(&path, &kept).map_err(io)?;
        Ok(Self { _lock: lock, path, file, lines: kept.len(), kept })
    }

    /// What is not handled yet, oldest first.
    pub(super) fn kept(&self) -> impl Iterator<Item = (u32, &str)> {
        self.kept.iter().map(|(id, json)| (*id, &**json))
    }

    /// Keeps these updates; they are on the disk itself when this returns without an error.
    pub(super) fn keep(&mut self, updates: Vec<(u32, Box<str>)>) -> io::Result<()> {
        // Telegram's JSON has no raw line breaks; another server's might.
        let on_one_line = |json: Box<str>| if json.contains('\n') { json.replace('\n', " ").into() } else { json };
        let updates: Vec<_> = updates.into_iter().map(|(id, json)| (id, on_one_line(json))).collect();
        self.append(&lines_of(updates.iter().map(|(_, json)| json)))?;
        self.file.sync_data()?;
        self.lines += updates.len();
        self.kept.extend(updates);
        Ok(())
    }

    /// Forgets an update that is handled. Without effect for one that is not kept.
    pub(super) fn handled(&mut self, id: u32) -> io::Result<()> {
        if self.kept.remove(&id).is_none() {
            return Ok(());
        }
        if self.kept.is_empty() || self.lines > LINES_BEFORE_REWRITE + 2 * self.kept.len() {
            self.file = write_anew(&self.path, &self.kept)?;
            self.lines = self.kept.len();
            return Ok(());
        }
        self.append(&(serde_json::to_string(&Handled { handled: id })? + "\n"))?;
        self.lines += 1;
        Ok(())
    }

    /// Appends whole lines: what a failed write left of one is taken back.
    fn append(&mut self, text: &str) -> io::Result<()> {
        let end = self.file.metadata()?.len();
        self.file.write_all(text.as_bytes()).inspect_err(|_| {
            if let Err(error) = self.file.set_len(end) {
                log::error!("{}: {error}", self.path.display());
            }
        })
    }
}

fn read_lines(path: &Path, text: &str) -> BTreeMap<u32, Box<str>> {
    let mut kept = BTreeMap::new();
    for line in text.lines() {
        match serde_json::from_str(line) {
            Ok(Line { update_id: Some(id), .. }) => drop(kept.insert(id, line.into())),
            Ok(Line { handled: Some(id), .. }) => drop(kept.remove(&id)),
            _ => log::warn!("{}: a line that is no update is left out", path.display()),
        }
    }
    kept
}

fn lines_of<'a>(updates: impl Iterator<Item = &'a Box<str>>) -> String {
    updates.fold(String::new(), |text, json| text + json + "\n")
}

/// Replaces the file by one with these updates, at once, and opens it for appending.
fn write_anew(path: &Path, kept: &BTreeMap<u32, Box<str>>) -> io::Result<File> {
    let new = path.with_extension("new");
    let mut file = File::create(&new)?;
    file.write_all(lines_of(kept.values()).as_bytes())?;
    file.sync_data()?;
    std::fs::rename(&new, path)?;
    OpenOptions::new().append(true).open(path)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{Inbox, InboxError};

    fn update(id: u32) -> (u32, Box<str>) {
        (id, format!(r#"{{"update_id":{id},"x":"ү"}}"#).into())
    }

    fn ids(inbox: &Inbox) -> Vec<u32> {
        inbox.kept().map(|(id, _)| id).collect()
    }

    #[test]
    fn what_is_not_handled_outlives_the_process() {
        let folder = tempfile::tempdir().unwrap();
        let mut inbox = Inbox::open(folder.path(), 7).unwrap();
        inbox.keep(vec![update(1), update(2), update(3)]).unwrap();
        inbox.handled(2).unwrap();
        inbox.handled(99).unwrap();
        drop(inbox);

        let mut inbox = Inbox::open(folder.path(), 7).unwrap();
        assert_eq!(ids(&inbox), [1, 3]);
        assert_eq!(inbox.kept().next().unwrap().1, &*update(1).1);
        inbox.handled(1).unwrap();
        inbox.handled(3).unwrap();
        assert_eq!(std::fs::read(folder.path().join("inbox-7.jsonl")).unwrap(), b"", "an empty inbox takes no room");
    }

    #[test]
    fn a_line_cut_short_by_a_crash_harms_no_other() {
        let folder = tempfile::tempdir().unwrap();
        Inbox::open(folder.path(), 7).unwrap().keep(vec![update(1)]).unwrap();
        let path = folder.path().join("inbox-7.jsonl");
        std::fs::OpenOptions::new().append(true).open(path).unwrap().write_all(br#"{"update_id":2,"te"#).unwrap();

        assert_eq!(ids(&Inbox::open(folder.path(), 7).unwrap()), [1]);
    }

    #[test]
    fn one_process_at_a_time_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let first = Inbox::open(folder.path(), 7).unwrap();
        assert!(matches!(Inbox::open(folder.path(), 7), Err(InboxError::InUse(_))));
        assert!(Inbox::open(folder.path(), 8).is_ok(), "another bot has its own");
        drop(first);
        assert!(Inbox::open(folder.path(), 7).is_ok());
    }
}
