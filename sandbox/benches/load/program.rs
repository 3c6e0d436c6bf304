//! The servers as programs of their own.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::json;
use telegram_sandbox::DEFAULT_TOKEN;

use crate::bare;
use crate::line::Line;

/// A server that runs until it is dropped.
#[derive(Debug)]
pub(crate) struct Program {
    child: Child,
    host: String,
    is_sandbox: bool,
    /// Kept open, so that it can go on writing.
    _output: BufReader<ChildStdout>,
}

impl Program {
    /// The sandbox, as it is shipped.
    pub(crate) fn sandbox() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_telegram-sandbox"));
        Self::start(command.args(["--port", "0"]), true)
    }

    /// The bare server.
    pub(crate) fn bare() -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        Self::start(command.arg(bare::MODE), false)
    }

    fn start(command: &mut Command, is_sandbox: bool) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("it starts");
        let mut output = BufReader::new(child.stdout.take().expect("piped"));
        let mut first = String::new();
        output.read_line(&mut first).expect("its address");
        let (_, host) = first.split_once("http://").expect("an address");
        Program { child, host: host.trim().trim_end_matches('/').to_owned(), is_sandbox, _output: output }
    }

    pub(crate) fn is_sandbox(&self) -> bool {
        self.is_sandbox
    }

    /// A new connection.
    pub(crate) async fn line(&self) -> Line {
        Line::to(&self.host).await
    }

    /// The path of a method.
    pub(crate) fn method(&self, name: &str) -> String {
        format!("/bot{DEFAULT_TOKEN}/{name}")
    }

    /// A new person who has started the bot; any number for the bare server.
    pub(crate) async fn person(&self, name: &str) -> i64 {
        if !self.is_sandbox {
            return 1;
        }
        let mut line = self.line().await;
        let person = line.call("/control/users", &json!({ "name": name })).await["id"].as_i64().expect("an id");
        line.call("/control/start", &json!({ "user_id": person })).await;
        person
    }

    /// Its resident memory, in bytes.
    pub(crate) fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("Linux");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
        1024 * line.trim().trim_end_matches(" kB").parse::<u64>().expect("a number")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }
}
