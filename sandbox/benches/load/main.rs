//! The sandbox alone: how many calls it takes in a second, and what its messages cost in memory.
//!
//!     cargo bench -p telegram-sandbox --bench load                 20,000 calls a run, 5 rounds, 10,000 chats of 100 messages
//!     cargo bench -p telegram-sandbox --bench load -- 2000 1 100   fewer calls, rounds and chats
//!
//! Each server is a program of its own: the sandbox as it is shipped, and beside it a bare axum handler that parses the same
//! JSON and answers a fixed message. Clients are tasks here, each with a connection that it keeps. Runs alternate, and the
//! ratio is that of the medians.

mod bare;
mod line;
mod program;

use std::ops::Range;
use std::time::Instant;

use line::Line;
use program::Program;
use serde_json::{Value, json};

/// How many clients call at once.
const CLIENTS: [usize; 2] = [1, 64];
/// Calls before the measuring begins, as a share of all.
const WARM_UP: usize = 20;
/// How many messages a chat gets for the measuring of memory.
const MESSAGES: usize = 100;
/// A message as people write them.
const TEXT: &str = "The meeting begins at nine; please bring your figures.";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    if words.first().is_some_and(|word| word == bare::MODE) {
        bare::serve();
        return;
    }
    let number =
        |place: usize, default: usize| words.get(place).map_or(default, |word| word.parse().expect("a number"));
    runtime.block_on(async {
        speed(number(0, 20_000), number(1, 5)).await;
        memory(number(2, 10_000)).await;
    });
}

/// What the clients do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Load {
    /// Messages into a private chat.
    Send,
    /// Each client edits a message of its own.
    Edit,
    /// Each client is a person who speaks, while the bot reads: from the first word until the bot has confirmed the last.
    Updates,
}

async fn speed(calls: usize, rounds: usize) {
    println!("{calls} calls a run, medians of {rounds} alternating runs, calls/s");
    println!("{:<18}{:>8}{:>10}{:>10}{:>8}", "", "clients", "bare", "sandbox", "ratio");
    for (load, name) in [(Load::Send, "sendMessage"), (Load::Edit, "editMessageText"), (Load::Updates, "getUpdates")] {
        for clients in CLIENTS {
            let (mut bare, mut sandbox) = (Vec::new(), Vec::new());
            for round in 0..rounds {
                let mut order = [(Program::bare as fn() -> Program, &mut bare), (Program::sandbox, &mut sandbox)];
                if round % 2 == 1 {
                    order.reverse();
                }
                for (start, runs) in order {
                    runs.push(run(&start(), load, clients, calls).await);
                }
            }
            let (bare, sandbox) = (median(bare), median(sandbox));
            println!("{name:<18}{clients:>8}{bare:>10.0}{sandbox:>10.0}{:>8.2}", sandbox / bare);
        }
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Calls a second.
async fn run(program: &Program, load: Load, clients: usize, calls: usize) -> f64 {
    let person = program.person("Anna").await;
    let mut lines = Vec::new();
    for _ in 0..clients {
        let mut line = program.line().await;
        let sent = line.call(&program.method("sendMessage"), &json!({ "chat_id": person, "text": TEXT })).await;
        lines.push((line, sent["result"]["message_id"].clone()));
    }
    let mut bot = Bot::of(program).await;
    bot.catch_up().await;
    let first = calls / WARM_UP;
    spread(program, load, person, &mut lines, &mut bot, 0..first).await;
    let began = Instant::now();
    spread(program, load, person, &mut lines, &mut bot, first..first + calls).await;
    calls as f64 / began.elapsed().as_secs_f64()
}

/// Has the clients make these calls together, and the bot read what comes of them. No two calls say the same.
async fn spread(
    program: &Program,
    load: Load,
    person: i64,
    lines: &mut Vec<(Line, Value)>,
    bot: &mut Bot,
    calls: Range<usize>,
) {
    let clients = lines.len();
    let path = match load {
        Load::Send => program.method("sendMessage"),
        Load::Edit => program.method("editMessageText"),
        Load::Updates => "/control/say".to_owned(),
    };
    let mut tasks = tokio::task::JoinSet::new();
    for (number, (mut line, message)) in lines.drain(..).enumerate() {
        let (path, calls) = (path.clone(), calls.clone());
        tasks.spawn(async move {
            for call in calls.skip(number).step_by(clients) {
                let text = format!("{TEXT} {call}");
                let body = match load {
                    Load::Send => json!({ "chat_id": person, "text": text }),
                    Load::Edit => json!({ "chat_id": person, "message_id": message, "text": text }),
                    Load::Updates => json!({ "user_id": person, "chat_id": person, "text": text }),
                };
                line.call(&path, &body).await;
            }
            (line, message)
        });
    }
    if load == Load::Updates {
        bot.read(calls.len()).await;
    }
    *lines = tasks.join_all().await;
}

/// Who reads the updates.
struct Bot {
    line: Line,
    path: String,
    offset: i64,
    /// Whether the server gives updates; the bare one does not.
    real: bool,
}

impl Bot {
    async fn of(program: &Program) -> Self {
        Bot { line: program.line().await, path: program.method("getUpdates"), offset: 0, real: program.is_sandbox() }
    }

    /// Reads what waits, and confirms it.
    async fn catch_up(&mut self) {
        while self.real && self.poll(0).await > 0 {}
    }

    /// Reads so many updates, and confirms them.
    async fn read(&mut self, count: usize) {
        let mut left = if self.real { count } else { 0 };
        while left > 0 {
            let came = self.poll(10).await;
            assert!(came > 0, "{left} updates did not come");
            left = left.checked_sub(came).expect("no update but those");
        }
        self.catch_up().await;
    }

    /// Confirms what was read, and reads what waits: how many updates.
    async fn poll(&mut self, timeout: u64) -> usize {
        let answer = self.line.call(&self.path, &json!({ "offset": self.offset, "timeout": timeout })).await;
        let updates = answer["result"].as_array().expect("updates");
        if let Some(last) = updates.last() {
            self.offset = last["update_id"].as_i64().expect("an id") + 1;
        }
        updates.len()
    }
}

async fn memory(chats: usize) {
    let program = Program::sandbox();
    let mut bot = Bot::of(&program).await;
    let empty = program.memory();
    let mut people = Vec::new();
    for number in 0..chats {
        people.push(program.person(&format!("Person {number}")).await);
    }
    bot.catch_up().await;
    let with_chats = program.memory();

    let mut tasks = tokio::task::JoinSet::new();
    for part in people.chunks(people.len().div_ceil(CLIENTS[1])) {
        let (mut line, path, part) = (program.line().await, program.method("sendMessage"), part.to_vec());
        tasks.spawn(async move {
            // Each chat has the person's /start already.
            for call in 1..MESSAGES {
                for person in &part {
                    line.call(&path, &json!({ "chat_id": person, "text": format!("{TEXT} {call}") })).await;
                }
            }
        });
    }
    tasks.join_all().await;
    let full = program.memory();

    let messages = (chats * (MESSAGES - 1)) as f64;
    // The text, its number, and the ids of chat and message.
    let bare = (TEXT.len() + 3 + 2 * size_of::<i64>()) as f64;
    let each = (full - with_chats) as f64 / messages;
    println!("\n{chats} chats of {MESSAGES} messages, resident memory of the program");
    println!("{:<44}{:>10.1} MB", "with nobody in it", empty as f64 / 1e6);
    println!("{:<44}{:>10.1} MB", "with a person and a chat with one message each", with_chats as f64 / 1e6);
    println!("{:<44}{:>10.1} MB", "with all messages", full as f64 / 1e6);
    println!("{each:.0} bytes a message, {:.1} × its text and ids ({bare:.0} bytes)", each / bare);
}
