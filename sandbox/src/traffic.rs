//! The record of all calls: for tests to look at, and as JSON lines for a checker.

use std::{
    collections::{HashMap, VecDeque},
    fs::{File, OpenOptions},
    io::Write,
    sync::{Mutex, OnceLock, PoisonError},
    time::Instant,
};

use serde_json::{Map, Value};
use tokio::sync::watch;

/// The environment variable that names the file to which every sandbox of the process appends its traffic.
pub const RECORD_VARIABLE: &str = "TELEGRAM_SANDBOX_RECORD";

/// How many calls are remembered.
const REMEMBERED: usize = 20_000;

/// A call of the bot.
#[derive(Debug, Clone)]
pub struct Call {
    /// The published name of the method, whatever case the bot used; what was asked, for an unknown one.
    pub method: String,
    /// What the bot sent: strings where it came as a form, JSON values where it came as JSON.
    pub params: Map<String, Value>,
    /// The whole answer (`{"ok":…}`), also when a fault kept it from the bot; `None` when a fault ended the call before
    /// it had an effect.
    pub response: Option<Value>,
    /// When the call was answered.
    pub at: Instant,
}

/// A call as it is kept: its answer is not parsed unless somebody looks.
struct Kept {
    method: String,
    params: Map<String, Value>,
    response: Option<String>,
    at: Instant,
}

/// What was called.
pub(crate) struct Traffic {
    remember: bool,
    calls: VecDeque<Kept>,
    begun: HashMap<String, u64>,
    /// Changes with each call that begins or ends.
    pub(crate) changed: watch::Sender<u64>,
}

impl Traffic {
    /// An empty record; one that does not `remember` still counts, and still writes to the file.
    pub(crate) fn new(remember: bool) -> Self {
        Traffic { remember, calls: VecDeque::new(), begun: HashMap::new(), changed: watch::Sender::new(0) }
    }

    /// A call begins.
    pub(crate) fn begin(&mut self, method: &str) {
        match self.begun.get_mut(method) {
            Some(count) => *count += 1,
            None => drop(self.begun.insert(method.to_owned(), 1)),
        }
        self.changed.send_modify(|n| *n += 1);
    }

    /// How often a method was called.
    pub(crate) fn begun(&self, method: &str) -> u64 {
        self.begun.get(method).copied().unwrap_or_default()
    }

    /// A call ends.
    pub(crate) fn end(&mut self, method: &str, params: Map<String, Value>, response: Option<&str>) {
        if let (Some(file), Some(response)) = (record_file(), response) {
            let (method, params) = (Value::from(method), serde_json::to_string(&params).unwrap_or_default());
            write_line(file, &format!("{{\"method\":{method},\"params\":{params},\"response\":{response}}}\n"));
        }
        if self.remember {
            if self.calls.len() == REMEMBERED {
                self.calls.pop_front();
            }
            let response = response.map(str::to_owned);
            self.calls.push_back(Kept { method: method.to_owned(), params, response, at: Instant::now() });
        }
        self.changed.send_modify(|n| *n += 1);
    }

    /// An update goes to the webhook for the first time. What getUpdates gives stands in its answer.
    pub(crate) fn update(&self, update: &str) {
        if let Some(file) = record_file() {
            write_line(file, &format!("{{\"update\":{update}}}\n"));
        }
    }

    /// The remembered calls that `wanted` holds for, oldest first.
    pub(crate) fn calls(&self, wanted: impl Fn(&str) -> bool) -> Vec<Call> {
        self.calls.iter().filter(|kept| wanted(&kept.method)).map(Kept::parsed).collect()
    }

    /// The latest calls, oldest first.
    pub(crate) fn last(&self, count: usize) -> Vec<Call> {
        self.calls.iter().skip(self.calls.len().saturating_sub(count)).map(Kept::parsed).collect()
    }
}

impl Kept {
    fn parsed(&self) -> Call {
        let response = self.response.as_ref().map(|text| serde_json::from_str(text).unwrap_or(Value::Null));
        Call { method: self.method.clone(), params: self.params.clone(), response, at: self.at }
    }
}

/// The file that [`RECORD_VARIABLE`] names, opened once for the process.
fn record_file() -> Option<&'static Mutex<File>> {
    static FILE: OnceLock<Option<Mutex<File>>> = OnceLock::new();
    let open = || {
        let path = std::env::var_os(RECORD_VARIABLE)?;
        match OpenOptions::new().create(true).append(true).open(&path) {
            Ok(file) => Some(Mutex::new(file)),
            Err(error) => {
                log::error!("traffic is not recorded: {}: {error}", path.display());
                None
            }
        }
    };
    FILE.get_or_init(open).as_ref()
}

/// Writes a whole line in one go, so that the lines of several processes do not mix.
fn write_line(file: &Mutex<File>, line: &str) {
    let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
    if let Err(error) = file.write_all(line.as_bytes()) {
        log::error!("traffic is not recorded: {error}");
    }
}
