//! The sandbox alone: a local Telegram for any bot.

use std::process::ExitCode;

use clap::Parser;
use telegram_sandbox::{DEFAULT_NAME, DEFAULT_TOKEN, DEFAULT_USERNAME, Sandbox};

/// A local Telegram: Bot API server and chat page on loopback.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The port to serve on; 0 takes a free one.
    #[arg(long, default_value_t = 8081)]
    port: u16,
    /// The bot's token: digits, a colon, a secret.
    #[arg(long, default_value = DEFAULT_TOKEN)]
    token: String,
    /// The bot's username.
    #[arg(long, default_value = DEFAULT_USERNAME)]
    username: String,
    /// The bot's name.
    #[arg(long, default_value = DEFAULT_NAME)]
    name: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let mut log = pretty_env_logger::formatted_builder();
    // What the sandbox lacks is said as a warning: whoever runs it should see that without a setting.
    log.filter_level(log::LevelFilter::Warn);
    if let Ok(filters) = std::env::var("RUST_LOG") {
        log.parse_filters(&filters);
    }
    log.init();
    let arguments = Arguments::parse();
    let builder = Sandbox::builder()
        .port(arguments.port)
        .token(&arguments.token)
        .username(&arguments.username)
        .name(&arguments.name)
        // Nobody can look at the calls of a program.
        .record(false)
        .seeded();
    let sandbox = match builder.try_start() {
        Ok(sandbox) => sandbox,
        Err(error) => {
            eprintln!("the sandbox cannot serve on port {}: {error}", arguments.port);
            return ExitCode::from(2);
        }
    };
    println!("chat page  {}/", sandbox.url());
    println!("Bot API    {}/bot{}/<method>", sandbox.url(), sandbox.token());
    match ended().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the sandbox cannot hear signals: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Waits for SIGINT or SIGTERM.
async fn ended() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminate.recv() => Ok(()),
    }
}
