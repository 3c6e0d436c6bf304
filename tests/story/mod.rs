//! What the stories share: a bot that runs in this process, and Derek as a program of its own.
#![expect(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each story uses a part")]

pub mod newsroom;

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use derek::article;
use derek::library::{Current, Library};
use derek::locale::Locales;
use derek::picture::Studio;
use derek::store::{Address, Store};
use derek::telegram::{self, Answers, Api, Backoff, Counters, Desk, Ended, Limits, Posting, Run};
use telegram_sandbox::{Button, ButtonKind, Call, Message, Sandbox};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStderr, Command};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Limits at which a test does not wait.
pub fn quick() -> Limits {
    let backoff = Backoff { first: Duration::from_millis(10), most: Duration::from_millis(50) };
    Limits { poll: Duration::from_secs(5), backoff, rival: backoff, ..Limits::default() }
}

/// The library of data/articles.
pub fn library() -> Library {
    let loaded = article::load(&["data/articles"]);
    assert!(loaded.reports.is_empty(), "data/articles has mistakes: derek validate shows them");
    Library::new(loaded.articles)
}

/// The library of data/articles, and a newer article about something else.
pub fn library_with_another() -> Library {
    let another = r#"
        title = "Вода поднялась"
        language = "ru"
        published = 2026-04-02
        source = { name = "Степные новости", url = "https://example.org/water" }
        body = "Вода поднялась на 40 сантиметров за сутки, сообщили в районе."
        summary = ["Вода поднялась на 40 сантиметров за сутки, сообщили в районе."]
        [[figures]]
        value = 40
        kind = "quantity"
        unit = "сантиметров"
        label = "поднялась вода за сутки"
        text = "Вода поднялась на 40 сантиметров за сутки"
    "#;
    let mut articles = article::load(&["data/articles"]).articles;
    articles.push(article::parse("water.toml", another).unwrap());
    Library::new(articles)
}

/// Derek himself, in this process.
pub async fn derek(telegram: &Sandbox) -> Bot {
    derek_with(telegram, library()).await
}

/// Derek with another library.
pub async fn derek_with(telegram: &Sandbox, library: Library) -> Bot {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Address::File(folder.path().join("derek.db"))).await.unwrap();
    let mut bot = derek_on(telegram, Arc::new(Current::new(library)), store).await;
    bot.store = Some(folder);
    bot
}

/// Derek on a store, with a library that may be swapped.
pub async fn derek_on(telegram: &Sandbox, library: Arc<Current>, store: Store) -> Bot {
    let desk = Desk::new(library, Arc::new(Locales::load()), telegram.bot_username().to_owned(), store.clone());
    Bot::start_on(telegram, desk, quick(), None, Some(store)).await
}

/// A bot that runs in this process until it is stopped or dropped.
pub struct Bot {
    pub counters: Arc<Counters>,
    /// The folder of its store, which goes with it.
    store: Option<TempDir>,
    stop: Option<oneshot::Sender<()>>,
    running: JoinHandle<Result<(), Ended>>,
}

impl Bot {
    /// Starts a bot that gives these answers.
    pub async fn start(telegram: &Sandbox, answers: impl Answers, limits: Limits, inbox: Option<&Path>) -> Self {
        Self::start_posting(telegram, answers, limits, inbox, None).await
    }

    /// Starts a bot that keeps in a store which updates it has handled.
    pub async fn start_on(
        telegram: &Sandbox,
        answers: impl Answers,
        limits: Limits,
        inbox: Option<&Path>,
        store: Option<Store>,
    ) -> Self {
        Self::start_at((&telegram.url(), telegram.token()), answers, limits, inbox, store, None).await
    }

    /// Starts a bot that also sends what is in an outbox.
    pub async fn start_posting(
        telegram: &Sandbox,
        answers: impl Answers,
        limits: Limits,
        inbox: Option<&Path>,
        posting: Option<Posting>,
    ) -> Self {
        Self::start_at((&telegram.url(), telegram.token()), answers, limits, inbox, None, posting).await
    }

    /// The same where only the address of the Telegram and the token are known.
    pub async fn start_at(
        (url, token): (&str, &str),
        answers: impl Answers,
        limits: Limits,
        inbox: Option<&Path>,
        store: Option<Store>,
        posting: Option<Posting>,
    ) -> Self {
        let api = Api::new(&url.parse().unwrap(), token).unwrap();
        let counters = Arc::new(Counters::default());
        let me = telegram::connect(&api, &limits).await.unwrap();
        let (stop, stopped) = oneshot::channel();
        let run = Run {
            api,
            me,
            answers: Arc::new(answers),
            locales: Arc::new(Locales::load()),
            store,
            inbox: inbox.map(Path::to_owned),
            heartbeat: None,
            posting,
            studio: Studio::default(),
            limits,
            counters: Arc::clone(&counters),
        };
        let running = tokio::spawn(telegram::run(run, async { drop(stopped.await) }));
        Self { counters, store: None, stop: Some(stop), running }
    }

    /// Stops it as SIGTERM would, and waits until it has stopped.
    pub async fn stop(mut self) {
        drop(self.stop.take());
        (&mut self.running).await.unwrap().unwrap();
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.running.abort();
    }
}

/// Derek as a program of its own, with nothing of this process's environment.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_derek"));
    command
        .env_clear()
        .env("DEREK_ARTICLES", std::fs::canonicalize("data/articles").unwrap())
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// Derek as a program, on this Telegram.
pub fn program_on(telegram: &Sandbox, folder: &Path) -> Command {
    let mut command = program(folder);
    command.env("TELOXIDE_TOKEN", telegram.token()).env("TELOXIDE_API_URL", telegram.url());
    command
}

/// Ends a program with this signal: `TERM`, `INT`, `KILL`.
pub async fn signal(child: &Child, name: &str) {
    let pid = child.id().expect("it runs").to_string();
    assert!(Command::new("kill").args(["-s", name, &pid]).status().await.unwrap().success());
}

/// The log of a program, read as it is written.
pub struct Log {
    lines: tokio::io::Lines<BufReader<ChildStderr>>,
    /// All lines so far.
    pub read: Vec<String>,
}

impl Log {
    /// The log of a program that has just started.
    pub fn of(child: &mut Child) -> Self {
        Self { lines: BufReader::new(child.stderr.take().expect("taken once")).lines(), read: Vec::new() }
    }

    /// Reads until a line has these words.
    pub async fn until(&mut self, words: &str) {
        let found = async {
            while let Some(line) = self.lines.next_line().await.unwrap() {
                self.read.push(line);
                if self.read.last().unwrap().contains(words) {
                    return;
                }
            }
            panic!("the log ended without {words:?}: {:#?}", self.read);
        };
        tokio::time::timeout(Duration::from_secs(20), found).await.expect(words);
    }

    /// Reads until the program ends, and gives all lines with these words.
    pub async fn all_with(&mut self, words: &str) -> Vec<&str> {
        while let Some(line) = self.lines.next_line().await.unwrap() {
            self.read.push(line);
        }
        self.read.iter().map(String::as_str).filter(|line| line.contains(words)).collect()
    }
}

/// The data of all buttons of a message that come back to the bot.
pub fn presses(message: &Message) -> Vec<String> {
    let data = |button: Button| match button.kind {
        ButtonKind::Callback(data) => Some(data),
        _ => None,
    };
    message.rows().into_iter().flatten().filter_map(data).collect()
}

/// The calls that Telegram refused.
pub fn refused(telegram: &Sandbox) -> Vec<Call> {
    let calls = telegram.all_calls().into_iter();
    calls.filter(|call| call.response.as_ref().is_some_and(|response| response["ok"] == false)).collect()
}
