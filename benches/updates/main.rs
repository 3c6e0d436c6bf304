//! Derek against a bare teloxide bot: N updates over HTTP, release programs, alternating runs.
//!
//!     cargo bench --bench updates                  20,000 commands over 2,000 chats, then 20,000 inline queries; 5 rounds
//!     cargo bench --bench updates -- 2000 1        fewer updates, fewer rounds
//!     cargo bench --bench updates -- 2000 1 100000 inline queries only, on a generated library of so many quotes
//!
//! The load is closed: 128 people wait, and each answer brings the next question, so the time from update to answer is that of a
//! busy bot, not of a queue. The bare bot answers a constant text through teloxide's own dispatcher; it is this same program.
//! The load comes from `server.rs`, which does less than a Bot API must; the sandbox's own speed is shown beside it.

#[path = "../generated/mod.rs"]
#[expect(dead_code, reason = "the bench of the library uses the rest")]
mod generated;
mod server;

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use generated::Press;
use server::{Load, Server};
use telegram_sandbox::Sandbox;
use teloxide::prelude::*;
use teloxide::types::{
    InlineQueryResult, InlineQueryResultArticle, InputMessageContent, InputMessageContentText, Update,
};
use tokio::process::{Child, Command};

/// Over how many chats the commands are spread.
const CHATS: u64 = 2_000;
/// How many ask at once.
const ASKERS: usize = 128;
/// A token that looks like one.
const TOKEN: &str = "42:a-token-that-opens-nothing-anywhere-000000";
/// Updates before the measuring begins, as a share of all.
const WARM_UP: usize = 20;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    if let [mode, url, token] = &words[..]
        && mode == "--bare"
    {
        runtime.block_on(bare(url, token));
        return;
    }
    let number =
        |place: usize, default: usize| words.get(place).map_or(default, |word| word.parse().expect("a number"));
    let (updates, rounds, quotes) = (number(0, 20_000), number(1, 5), number(2, 0));
    if quotes == 0 {
        let own = std::fs::canonicalize("data/articles").expect("run in the package's folder");
        runtime.block_on(servers(updates));
        runtime.block_on(measure(
            updates,
            rounds,
            &own,
            &[(Load::Stats { chats: CHATS }, "/stats"), (Load::Inline, "inline query")],
        ));
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    generated::file::write(quotes, folder.path());
    let words: &'static [String] = Vec::leak(queries(quotes));
    let name = format!("inline query, {} different ones, {quotes} quotes", words.len());
    runtime.block_on(measure(updates, rounds, folder.path(), &[(Load::Words(words), &name)]));
}

/// The bare bot.
async fn bare(url: &str, token: &str) {
    let bot = Bot::new(token).set_api_url(url.parse().expect("an address"));
    let message = Update::filter_message().endpoint(|bot: Bot, message: Message| async move {
        bot.send_message(message.chat.id, "constant").await?;
        respond(())
    });
    let inline = Update::filter_inline_query().endpoint(|bot: Bot, query: InlineQuery| async move {
        let content = InputMessageContent::Text(InputMessageContentText::new("constant"));
        let result = InlineQueryResult::Article(InlineQueryResultArticle::new("1", "constant", content));
        bot.answer_inline_query(query.id, [result]).await?;
        respond(())
    });
    Dispatcher::builder(bot, dptree::entry().branch(message).branch(inline)).build().dispatch().await;
}

#[derive(Clone, Copy, PartialEq)]
enum Program {
    Derek,
    Bare,
}

/// What one run showed.
struct Run {
    per_second: f64,
    p50: Duration,
    p99: Duration,
    /// The program's own processor time for one update.
    cpu: Duration,
}

/// Two words each, of a sentence that somebody says in a library of so many quotes: what people type who look for a quote.
fn queries(quotes: usize) -> Vec<String> {
    let mut random = fastrand::Rng::with_seed(7);
    let mut queries = Vec::new();
    for article in Press::library(quotes).step_by(7) {
        for quote in &article.quotes {
            let words = article.text(quote.parts[0]).split_whitespace().map(|word| word.trim_matches(['.', ',']));
            let long: Vec<&str> = words.filter(|word| word.chars().count() > 4).collect();
            if long.len() > 1 {
                let from = random.usize(..long.len() - 1);
                queries.push(long[from..from + 2].join(" "));
            }
        }
    }
    random.shuffle(&mut queries);
    queries
}

/// What the servers of the load can do.
async fn servers(updates: usize) {
    println!(
        "calls/s with {ASKERS} clients that send a message: load server {:.0}, sandbox {:.0}\n",
        {
            let server = Server::start(Load::Stats { chats: CHATS });
            alone(&server.url, "42:token", updates).await
        },
        {
            let telegram = Sandbox::builder().record(false).start().await;
            let aida = telegram.user("Aida");
            aida.start("");
            alone(&telegram.url(), telegram.token(), updates).await
        }
    );
}

async fn measure(updates: usize, rounds: usize, articles: &Path, loads: &[(Load, &str)]) {
    for (load, name) in loads.iter().copied() {
        println!("{updates} × {name}, {ASKERS} ask at once, {rounds} rounds");
        println!("{:<12}{:>12}{:>12}{:>12}{:>16}", "", "answers/s", "p50", "p99", "cpu/update");
        let mut runs: [Vec<Run>; 2] = [Vec::new(), Vec::new()];
        for round in 0..rounds {
            let mut order = [(Program::Derek, "derek"), (Program::Bare, "bare")];
            if round % 2 == 1 {
                order.reverse();
            }
            for (program, name) in order {
                let run = run(program, load, updates, articles).await;
                println!("{name:<12}{:>12.0}{:>12.2?}{:>12.2?}{:>16.1?}", run.per_second, run.p50, run.p99, run.cpu);
                runs[program as usize].push(run);
            }
        }
        let median = |program: Program, of: fn(&Run) -> f64| {
            let mut values: Vec<f64> = runs[program as usize].iter().map(of).collect();
            values.sort_by(f64::total_cmp);
            values[values.len() / 2]
        };
        let ratio = |of| median(Program::Derek, of) / median(Program::Bare, of);
        println!(
            "ratio of the medians, derek : bare = {:.2} answers/s, {:.2} p50, {:.2} p99, {:.2} cpu\n",
            ratio(|run| run.per_second),
            ratio(|run| run.p50.as_secs_f64()),
            ratio(|run| run.p99.as_secs_f64()),
            ratio(|run| run.cpu.as_secs_f64())
        );
    }
}

async fn run(program: Program, load: Load, updates: usize, articles: &Path) -> Run {
    let server = Server::start(load);
    let folder = tempfile::tempdir().expect("a folder");
    let child = start(program, &server, folder.path(), articles);
    server.ask(updates / WARM_UP, ASKERS).await;

    let cpu_before = cpu_time(&child);
    let began = Instant::now();
    let mut times = server.ask(updates, ASKERS).await;
    let took = began.elapsed();
    let cpu = (cpu_time(&child) - cpu_before) / u32::try_from(times.len()).expect("fewer than 4 milliards");

    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    Run { per_second: times.len() as f64 / took.as_secs_f64(), p50: at(0.5), p99: at(0.99), cpu }
}

fn start(program: Program, server: &Server, folder: &Path, articles: &Path) -> Child {
    let mut command = match program {
        Program::Derek => {
            let mut command = Command::new(env!("CARGO_BIN_EXE_derek"));
            command.env("TELOXIDE_TOKEN", TOKEN).env("TELOXIDE_API_URL", &server.url);
            command.env("DEREK_ARTICLES", articles);
            command
        }
        Program::Bare => {
            let mut command = Command::new(std::env::current_exe().expect("this program"));
            command.args(["--bare", &server.url, TOKEN]);
            command
        }
    };
    command
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("it starts")
}

/// The processor time that a program has used, from /proc: user and system, in ticks of 10 ms.
fn cpu_time(child: &Child) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id().expect("it runs"))).expect("Linux");
    let after_name = stat.rsplit(')').next().expect("a name in brackets");
    let ticks: u32 =
        after_name.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<u32>().expect("a number")).sum();
    Duration::from_millis(10) * ticks
}

/// How many calls a second a server answers when nothing else is asked of it.
async fn alone(url: &str, token: &str, calls: usize) -> f64 {
    let client = reqwest::Client::builder().tcp_nodelay(true).build().expect("a client");
    let url = format!("{url}/bot{token}/sendMessage");
    let body = format!(r#"{{"chat_id":{},"text":"<b>constant</b>","parse_mode":"HTML"}}"#, 1_000_001);
    let began = Instant::now();
    let mut clients = tokio::task::JoinSet::new();
    for _ in 0..ASKERS {
        let (client, url, body) = (client.clone(), url.clone(), body.clone());
        clients.spawn(async move {
            for _ in 0..calls / ASKERS {
                let request = client.post(&url).header("content-type", "application/json").body(body.clone());
                assert!(request.send().await.expect("an answer").status().is_success());
            }
        });
    }
    clients.join_all().await;
    (calls / ASKERS * ASKERS) as f64 / began.elapsed().as_secs_f64()
}
