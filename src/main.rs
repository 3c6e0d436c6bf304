//! The command line. Exit codes: 0 done, 1 the input has mistakes, 2 wrong usage or configuration.

use std::io::{BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use clap::{Parser, Subcommand};
use derek::article::{self, Language, Loaded, Report};
use derek::config::{DATABASE, RawSettings, Secrets, Settings, TOKEN, Telegram};
use derek::jobs::{self, Corrections, Digests, Posts, Publisher, Reload, Shelves, Views};
use derek::library::{Current, Librarian, Library};
use derek::locale::Locales;
use derek::logging;
use derek::outbox::Outbox;
use derek::picture::{Brand, Studio};
use derek::store::Store;
use derek::structure::{self, output, reading};
use derek::telegram::{self, Api, Clock, Counters, Desk, Ended, Limits, Posting, Run};
use derek::terminal;
use jiff::Timestamp;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// The input has mistakes.
const MISTAKES: u8 = 1;
/// Wrong usage or configuration; clap's own errors end with it as well.
const USAGE: u8 = 2;

/// After so long without a word from Telegram `derek health` calls the bot ill: two long polls and a pause.
const ILL_AFTER: Duration = Duration::from_secs(120);

/// Verified quotes, figures and summaries of news articles, on Telegram.
///
/// Without a command it runs the bot: on Telegram with TELOXIDE_TOKEN, else on a local sandbox whose address it prints.
#[derive(Debug, Parser)]
#[command(
    name = "derek",
    version,
    after_help = "Settings are read from the environment and from .env as well: see .env.example."
)]
struct CommandLine {
    #[command(flatten)]
    settings: RawSettings,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check article files; exit 1 and point at each mistake
    Validate {
        /// Files and folders [default: the folder with the article files]
        paths: Vec<PathBuf>,
    },
    /// Propose the structure of a news text: its quotes, figures and summary
    Draft {
        /// A plain text, .docx or .html file; - for standard input
        file: PathBuf,
        /// An article file to be read over, or all that was found
        #[arg(long, value_enum, default_value_t = Format::Toml)]
        format: Format,
    },
    /// Find quotes, figures and articles for any words
    Search {
        /// A name, a subject, a number; in one argument also '"exact words" -without'
        #[arg(required = true, num_args = 1..)]
        words: Vec<String>,
        #[command(flatten)]
        answer: Answering,
    },
    /// Tell whether words were really said like that; exit 0 whatever the answer is
    Check {
        /// The words, with or without who is said to have said them; - for standard input
        #[arg(allow_hyphen_values = true)]
        claim: String,
        #[command(flatten)]
        answer: Answering,
    },
    /// Print all of the store as JSON lines
    Export,
    /// Read a store that was exported into an empty one
    Import {
        /// The file; - for standard input
        file: PathBuf,
    },
    /// Whether the bot that runs with this state folder has heard Telegram lately; exit 1 when not
    Health,
}

/// How a draft is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Toml,
    Json,
}

/// How a question is answered.
#[derive(Debug, clap::Args)]
struct Answering {
    /// For people or for programs
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
    /// The language of the answer: ru, kk or en [default: that of the words]
    #[arg(long)]
    language: Option<Language>,
}

/// How an answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Answer {
    Text,
    Json,
}

fn main() -> ExitCode {
    match dotenvy::from_path(".env") {
        // Its own words repeat the line, which may hold the token.
        Err(dotenvy::Error::LineParse(..)) => return wrong(".env: a line can't be read: NAME=value is expected"),
        Err(error) if !error.not_found() => return wrong(format_args!(".env: {error}")),
        _ => {}
    }
    let CommandLine { settings, command } = CommandLine::parse();
    let secrets = Secrets { token: std::env::var(TOKEN).ok(), database: std::env::var(DATABASE).ok() };
    logging::start(secrets.words());
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    match command {
        Some(Command::Validate { paths }) => validate(if paths.is_empty() { vec![settings.articles()] } else { paths }),
        Some(Command::Draft { file, format }) => match draft(&file, format) {
            Ok(draft) => {
                // Whoever reads the output may have seen enough: a closed pipe is no failure.
                drop(writeln!(std::io::stdout(), "{}", draft.trim_end()));
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("derek: {}: {error:#}", file.display());
                ExitCode::from(MISTAKES)
            }
        },
        Some(Command::Search { words, answer }) => ask(&settings.articles(), |library| {
            let words = words.join(" ");
            let language = answer.language.unwrap_or_else(|| terminal::language_of(&words));
            match answer.format {
                Answer::Text => terminal::search(library, &words, language, std::io::stdout().is_terminal()),
                Answer::Json => terminal::json::found(&words, &library.find(&words, language)).to_string(),
            }
        }),
        Some(Command::Check { claim, answer }) => match claim_of(claim) {
            Ok(claim) => ask(&settings.articles(), |library| {
                let language = answer.language.unwrap_or_else(|| terminal::language_of(&claim));
                match answer.format {
                    Answer::Text => terminal::check(library, &claim, language, std::io::stdout().is_terminal()),
                    Answer::Json => terminal::json::checked(&library.check(&claim, language)).to_string(),
                }
            }),
            Err(error) => {
                eprintln!("derek: standard input: {error}");
                ExitCode::from(MISTAKES)
            }
        },
        Some(Command::Health) => health(&settings.state()),
        Some(Command::Export) => with_store(&settings, &secrets, async |store| {
            let rows = store.export(&mut BufWriter::new(std::io::stdout())).await?;
            log::info!("{rows} rows");
            Ok(())
        }),
        Some(Command::Import { file }) => with_store(&settings, &secrets, async |store| {
            let lines: Box<dyn Read + Send> = if file == Path::new("-") {
                Box::new(std::io::stdin())
            } else {
                Box::new(std::fs::File::open(&file).with_context(|| file.display().to_string())?)
            };
            let rows = store.import(BufReader::new(lines)).await.with_context(|| file.display().to_string())?;
            log::info!("{rows} rows");
            Ok(())
        }),
        None => match Settings::read(settings, secrets, names) {
            Ok(settings) => run(settings),
            Err(bad) => {
                for setting in bad {
                    wrong(setting);
                }
                ExitCode::from(USAGE)
            }
        },
    }
}

/// Does something with the store of the settings.
fn with_store(
    settings: &RawSettings,
    secrets: &Secrets,
    work: impl AsyncFnOnce(&Store) -> anyhow::Result<()>,
) -> ExitCode {
    let address = match settings.database(secrets) {
        Ok(address) => address,
        Err(bad) => return wrong(bad),
    };
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return wrong(error),
    };
    let done = runtime.block_on(async {
        let store = Store::open(&address).await.with_context(|| address.to_string())?;
        let done = work(&store).await;
        store.close().await;
        done
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("derek: {error:#}");
            ExitCode::from(MISTAKES)
        }
    }
}

fn wrong(what: impl std::fmt::Display) -> ExitCode {
    eprintln!("derek: {what}");
    ExitCode::from(USAGE)
}

fn validate(paths: Vec<PathBuf>) -> ExitCode {
    let loaded = article::load(&paths);
    show_mistakes(&loaded);
    for article in &loaded.articles {
        for doubt in structure::doubts(article) {
            let (id, language) = (&article.id, article.language.code());
            drop(writeln!(std::io::stderr(), "warning: {id} ({language}): {doubt}"));
        }
    }
    // Whoever reads the output may have seen enough: a closed pipe is no failure.
    drop(writeln!(std::io::stdout(), "{loaded}"));
    if loaded.reports.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(MISTAKES) }
}

fn show_mistakes(loaded: &Loaded) {
    let color = std::io::stderr().is_terminal();
    for report in &loaded.reports {
        drop(writeln!(std::io::stderr(), "{}", report.render(color)));
    }
}

/// The words of a claim, from the command line or from standard input: at most 1 MiB.
fn claim_of(claim: String) -> std::io::Result<String> {
    const MOST: u64 = 1 << 20;
    if claim != "-" {
        return Ok(claim);
    }
    let mut bytes = Vec::new();
    std::io::stdin().take(MOST).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Asks the library of a folder of articles, and prints the answer.
fn ask(articles: &Path, question: impl FnOnce(&Library) -> String) -> ExitCode {
    let loaded = article::load(&[articles]);
    show_mistakes(&loaded);
    if loaded.articles.is_empty() {
        return wrong(format_args!("{}: no article to speak about", articles.display()));
    }
    let library = Library::new(loaded.articles);
    // Whoever reads the output may have seen enough: a closed pipe is no failure.
    drop(writeln!(std::io::stdout(), "{}", question(&library).trim_end()));
    ExitCode::SUCCESS
}

/// The draft of a file, or why there is none.
fn draft(file: &Path, format: Format) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    // One byte more than a file may have tells that it has too many.
    let most = reading::FILE_BYTES as u64 + 1;
    if file == Path::new("-") {
        std::io::stdin().take(most).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    let reading = reading::read(&bytes)?;
    let draft = structure::draft(&reading.text, reading.title.as_deref())?;
    match format {
        Format::Toml => Ok(output::toml(&draft, &reading)?),
        Format::Json => Ok(output::json(&draft, &reading.text).to_string()),
    }
}

/// The file whose age says when Telegram was last heard.
fn heartbeat_file(state: &Path) -> PathBuf {
    state.join("heard")
}

fn health(state: &Path) -> ExitCode {
    let file = heartbeat_file(state);
    match telegram::last_heard(&file) {
        Ok(ago) => {
            println!("Telegram was heard {} s ago", ago.as_secs());
            if ago < ILL_AFTER { ExitCode::SUCCESS } else { ExitCode::from(MISTAKES) }
        }
        Err(error) => {
            eprintln!("derek: Telegram was never heard: {}: {error}", file.display());
            ExitCode::from(MISTAKES)
        }
    }
}

fn run(settings: Settings) -> ExitCode {
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return wrong(error),
    };
    // On a worker: a task of the main thread would be woken across threads for each update.
    let served = runtime.block_on(async { tokio::spawn(serve(settings)).await });
    // A handler that hangs must not hold up the end.
    runtime.shutdown_background();
    match served {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        Ok(Ok(Err(ended))) => wrong(ended),
        Ok(Err(error)) => wrong(format_args!("{error:#}")),
        Err(error) => wrong(error),
    }
}

/// Runs the bot until it is told to stop. The outer error: it could not be set up.
async fn serve(mut settings: Settings) -> anyhow::Result<Result<(), Ended>> {
    let stop = stop_signal().context("signals can't be heard")?;
    let heartbeat = heartbeat_file(&settings.state);
    if let Some(file) = settings.throwaway() {
        Store::remove(file).with_context(|| format!("{}", file.display()))?;
    }
    let studio = Studio { brand: settings.brand.take() };
    for warning in studio.brand.iter().flat_map(Brand::warnings) {
        log::warn!("DEREK_CARD_COLOURS: {warning}");
    }
    let theme = studio.theme();
    let store = Store::open(&settings.database).await.with_context(|| format!("{}", settings.database))?;
    let outbox = Outbox::new(store.clone(), settings.pacing);
    let library = articles(&settings, &store, &outbox).await?;
    let home = Home::of(settings.telegram, settings.state).await?;
    let limits = Limits { corrected: settings.corrected, ..Limits::default() };
    let me = tokio::select! {
        me = telegram::connect(&home.api, &limits) => me,
        () = stopped(stop.clone()) => return Ok(Ok(())),
    };
    let me = match me {
        Ok(me) => me,
        Err(ended) => return Ok(Err(ended)),
    };
    let locales = Arc::new(Locales::load());
    let bot_name = me.username().to_owned();
    let corrections = Corrections::new(store.clone(), Arc::clone(&library), Arc::clone(&locales), bot_name.clone());
    let corrections = corrections.in_theme(theme);
    let clock: Clock = Arc::new(Timestamp::now);
    let digests =
        Digests::new(store.clone(), Arc::clone(&library), Arc::clone(&locales), bot_name.clone(), Arc::clone(&clock));
    let posts = Posts::new(store.clone(), Arc::clone(&library), Arc::clone(&locales), bot_name.clone()).in_theme(theme);
    let posting = Posting {
        outbox,
        render: Arc::new(Views::new(corrections, digests, posts)),
        editors: settings.editors,
        locales: Arc::clone(&locales),
        clock,
    };
    let answers = Desk::new(library, Arc::clone(&locales), bot_name, store.clone());
    let answers = answers.on_duty(home.api.clone(), posting.clone()).in_theme(theme);
    let bot = Run {
        api: home.api,
        me,
        answers: Arc::new(answers),
        locales,
        store: Some(store.clone()),
        inbox: home.inbox,
        heartbeat: Some(heartbeat),
        posting: Some(posting),
        studio,
        limits,
        counters: Arc::new(Counters::default()),
    };
    let ended = telegram::run(bot, stopped(stop)).await;
    store.close().await;
    Ok(ended)
}

/// The library, with the newest articles in it; the others come while it is read, and from then on all that changes.
async fn articles(settings: &Settings, store: &Store, outbox: &Outbox) -> anyhow::Result<Arc<Current>> {
    let reload = Reload::new(&settings.articles, store.clone());
    let mut mistakes = Mistakes::default();
    let mut portions = store.articles().await?;
    if portions.is_empty() {
        mistakes.told(&reload.run(Timestamp::now()).await?);
        portions = store.articles().await?;
    }
    if portions.is_empty() {
        anyhow::bail!("{}: no article to speak about", settings.articles.display());
    }
    log::info!("{} articles in {}", portions.len(), settings.database);
    let mut shelves = Shelves::new(store.clone(), librarian(portions.len(), &settings.state)?);
    let mut portions = Shelves::portions(portions).into_iter();
    shelves.bring_up(portions.next().unwrap_or_default()).await?;
    let library = shelves.current();
    let publisher = Some(Publisher::new(outbox.clone(), settings.editors.clone()));
    tokio::spawn(jobs::watch(reload, shelves, portions.collect(), publisher, move |read| mistakes.told(read)));
    Ok(library)
}

/// The mistakes of article files, shown once each.
#[derive(Debug, Default)]
struct Mistakes {
    shown: Vec<Report>,
}

impl Mistakes {
    fn told(&mut self, read: &jobs::Read) {
        let color = std::io::stderr().is_terminal();
        for report in read.broken.iter().filter(|report| !self.shown.contains(report)) {
            drop(writeln!(std::io::stderr(), "{}", report.render(color)));
            log::error!("{}: has mistakes, see above: what it said before is shown, if anything", report.path);
        }
        self.shown.clone_from(&read.broken);
        if !read.changed.is_empty() {
            log::info!("{} articles changed", read.changed.len());
        }
    }
}

/// Who makes the libraries. The index of a large one lies in the state folder, from where as much of it is in memory as the
/// system has to spare; it is made anew at each start.
fn librarian(articles: usize, state: &Path) -> anyhow::Result<Librarian> {
    /// As many articles of four quotes take some 100 MB (BENCHMARKS.md).
    const LARGE: usize = 12_500;
    if articles < LARGE {
        return Ok(Librarian::new(None)?);
    }
    let folder = state.join("index");
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => std::fs::create_dir_all(&folder),
    }
    .with_context(|| format!("{}: the search index needs this folder", folder.display()))?;
    Ok(Librarian::new(Some(&folder))?)
}

/// Where the bot lives.
struct Home {
    api: Api,
    inbox: Option<PathBuf>,
    /// Lives as long as the bot does.
    #[cfg(feature = "sandbox")]
    _sandbox: Option<telegram_sandbox::Sandbox>,
}

impl Home {
    async fn of(telegram: Telegram, state: PathBuf) -> anyhow::Result<Self> {
        match telegram {
            Telegram::Server { url, token } => Ok(Self {
                api: Api::new(&url, &token)?,
                inbox: Some(state),
                #[cfg(feature = "sandbox")]
                _sandbox: None,
            }),
            #[cfg(feature = "sandbox")]
            Telegram::Sandbox { port } => {
                let sandbox = start_sandbox(port)?;
                println!("Talk to Derek: {}/", sandbox.url());
                let url = sandbox.url().parse().context("the sandbox's address")?;
                // The sandbox ends with the program, and its updates with it.
                Ok(Self { api: Api::new(&url, sandbox.token())?, inbox: None, _sandbox: Some(sandbox) })
            }
            #[cfg(not(feature = "sandbox"))]
            Telegram::Sandbox { .. } => anyhow::bail!("this program was built without the sandbox"),
        }
    }
}

/// The port of the sandbox where none is set.
#[cfg(feature = "sandbox")]
const SANDBOX_PORT: u16 = 8088;

/// A sandbox with some people and chats, on this port; without a port, on the default one or, where that is taken, on a free one.
#[cfg(feature = "sandbox")]
fn start_sandbox(port: Option<u16>) -> anyhow::Result<telegram_sandbox::Sandbox> {
    // Nobody looks the calls up: they are not remembered.
    let start = |port| telegram_sandbox::Sandbox::builder().port(port).record(false).seeded().try_start();
    let started = match port {
        Some(port) => start(port),
        None => start(SANDBOX_PORT).or_else(|_| start(0)),
    };
    started.with_context(|| format!("DEREK_SANDBOX_PORT: the sandbox can't be served on port {}", port.unwrap_or(0)))
}

/// `true` in it as soon as the program is told to stop (SIGTERM or SIGINT); told twice, the program ends at once.
fn stop_signal() -> std::io::Result<watch::Receiver<bool>> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let (tell, told) = watch::channel(false);
    tokio::spawn(async move {
        for times in 1.. {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            if times > 1 {
                std::process::exit(1);
            }
            log::info!("stopping");
            tell.send_replace(true);
        }
    });
    Ok(told)
}

async fn stopped(mut told: watch::Receiver<bool>) {
    // Without a sender nobody can tell any more: the signal task has ended with the runtime.
    let _ = told.wait_for(|stop| *stop).await;
}
