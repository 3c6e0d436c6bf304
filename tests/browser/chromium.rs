//! Chromium without a window, driven through chromedriver. Both end with this process.

use std::path::PathBuf;
use std::process::Stdio;

use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// Chromium's arguments: no window, no network but the page's, nothing remembered.
const ARGUMENTS: [&str; 9] = [
    "--headless=new",
    // CI runs as root, where Chromium refuses its sandbox; it sees nothing but the page.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en",
];

/// Where the two programs are.
pub struct Programs {
    driver: PathBuf,
    browser: PathBuf,
}

impl Programs {
    /// Finds them in PATH; an error is the name of the one that is missing.
    pub fn find() -> Result<Self, &'static str> {
        let driver = in_path(&["chromedriver"]).ok_or("chromedriver")?;
        let browser = in_path(&["chromium", "chromium-browser", "google-chrome"]).ok_or("chromium")?;
        Ok(Self { driver, browser })
    }
}

/// The first program of these names in PATH.
fn in_path(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<_> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let files = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    files.into_iter().find(|file| file.is_file())
}

/// A browser with one tab.
pub struct Chromium {
    /// What drives it.
    pub tab: WebDriver,
    _driver: Child,
    _profile: tempfile::TempDir,
}

impl Chromium {
    /// Starts both programs, with a fresh profile, on a port of chromedriver's choice.
    pub async fn start(programs: &Programs) -> Self {
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let mut driver = Command::new(&programs.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("chromedriver starts");
        let port = port_of(&mut driver).await;

        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&programs.browser.to_string_lossy()).expect("a path");
        for argument in ARGUMENTS {
            wanted.add_arg(argument).expect("an argument");
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.path().display())).expect("an argument");
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a level");
        let tab = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await.expect("chromium starts");
        Self { tab, _driver: driver, _profile: profile }
    }

    /// Ends the browser, then the driver.
    pub async fn quit(self) {
        self.tab.quit().await.expect("chromium ends");
    }
}

/// The port that chromedriver tells in its first lines. What it writes later is read away, so that it never blocks.
async fn port_of(driver: &mut Child) -> u16 {
    let mut lines = BufReader::new(driver.stdout.take().expect("piped")).lines();
    while let Some(line) = lines.next_line().await.expect("text") {
        let port = line.split_once("started successfully on port ").map(|(_, rest)| rest.trim_end_matches('.'));
        if let Some(port) = port {
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return port.parse().expect("a port");
        }
    }
    panic!("chromedriver ended before it was ready");
}
