//! The chat page in a browser: Derek as people meet him, in headless Chromium through chromedriver.
//!
//! Without them it is left out, and says so; `DEREK_BROWSER=required` makes that a failure. A story that fails leaves a
//! screenshot and the page's console beside the build.
#![expect(unreachable_pub, reason = "a test has no outside")]

mod chromium;
mod page;
#[path = "../story/mod.rs"]
mod story;
mod talk;
mod workings;

use std::fs;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chromium::{Chromium, Programs};
use page::Page;
use thirtyfour::WebDriver;

/// The longest that a story may take.
const LONGEST: Duration = Duration::from_secs(90);
/// What the console says of a request that failed, which a story may want.
const NETWORK: &str = "Failed to load resource";
/// The variable that makes the absence of a browser a failure, when it is `required`.
const REQUIRED: &str = "DEREK_BROWSER";

type Story = fn(Arc<Page>) -> Pin<Box<dyn Future<Output = ()> + Send>>;

macro_rules! stories {
    ($($room:ident { $($name:ident,)* })*) => { &[$($((stringify!($name), |page| Box::pin($room::$name(page)))),*),*] };
}

const STORIES: &[(&str, Story)] = stories![
    talk {
        stats_and_quotes_are_answered_and_paged_in_place,
        an_inline_result_is_found_while_one_types_and_lands_in_the_chat,
        another_person_and_another_language_change_page_and_answers,
        a_post_is_commented_in_the_discussion_group,
        the_link_under_a_post_leads_to_its_comments,
        a_deep_link_opens_the_private_chat_with_what_it_names,
        the_command_menu_offers_filters_and_sends,
        a_choice_is_confirmed_by_a_toast,
        hidden_and_long_texts_open_when_clicked,
    }
    workings {
        a_photo_and_a_document_are_sent_with_a_caption,
        several_photos_are_sent_as_an_album,
        a_fault_is_put_in_force_strikes_and_is_removed,
        a_chat_of_thousands_keeps_few_rows_in_the_page,
        a_lost_connection_is_told_and_comes_back,
        a_phone_shows_one_thing_at_a_time,
        dark_is_as_the_system_wants_or_as_chosen,
    }
];

#[tokio::main]
async fn main() -> ExitCode {
    let Some(chosen) = chosen() else { return ExitCode::SUCCESS };
    if chosen.is_empty() {
        return ExitCode::SUCCESS;
    }
    let programs = match Programs::find() {
        Ok(programs) => programs,
        Err(missing) => {
            let required = std::env::var(REQUIRED).is_ok_and(|value| value == "required");
            let what = if required { "FAILED" } else { "left out" };
            println!(
                "\nbrowser test {what}: no {missing} in PATH. To run it: apt-get install chromium chromium-driver; \
                 cargo test --test browser\n"
            );
            return if required { ExitCode::FAILURE } else { ExitCode::SUCCESS };
        }
    };

    println!("\nrunning {} stories in a browser", chosen.len());
    let browser = Chromium::start(&programs).await;
    let mut failed = 0;
    for (name, story) in &chosen {
        let began = Instant::now();
        let told = match run(&browser.tab, name, *story).await {
            Ok(()) => "ok".to_owned(),
            Err(reason) => {
                failed += 1;
                format!("FAILED: {reason}")
            }
        };
        println!("story {name} ... {told} ({:.1} s)", began.elapsed().as_secs_f64());
    }
    browser.quit().await;
    println!("\nbrowser test: {} stories passed, {failed} failed\n", chosen.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The stories that the arguments of `cargo test` choose, or none when they are listed only.
fn chosen() -> Option<Vec<(&'static str, Story)>> {
    let mut names = Vec::new();
    let mut skipped = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--list" => {
                STORIES.iter().for_each(|(name, _)| println!("{name}: test"));
                return None;
            }
            "--ignored" => return Some(Vec::new()),
            "--skip" => skipped.extend(arguments.next()),
            "--test-threads" | "--format" | "--color" | "--logfile" | "-Z" => drop(arguments.next()),
            option if option.starts_with('-') => {}
            name => names.push(name.to_owned()),
        }
    }
    let has = |parts: &[String], name: &str| parts.iter().any(|part| name.contains(part.as_str()));
    let chosen = STORIES.iter().filter(|(name, _)| names.is_empty() || has(&names, name));
    Some(chosen.filter(|(name, _)| !has(&skipped, name)).copied().collect())
}

/// Runs a story on a page of its own. A mistake that the page tells its console is a failure too.
async fn run(tab: &WebDriver, name: &str, story: Story) -> Result<(), String> {
    let page = Arc::new(Page::open(tab).await);
    let result = match tokio::time::timeout(LONGEST, tokio::spawn(story(Arc::clone(&page)))).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(panic)) => Err(format!("{panic}")),
        Err(_) => Err(format!("not done in {} s", LONGEST.as_secs())),
    };
    let console = tab.browser_log().await.map_err(|error| format!("no console: {error}"))?;
    let console: Vec<_> = console.iter().map(|entry| format!("{} {}", entry.level, entry.message)).collect();
    let result =
        result.and_then(|()| match console.iter().find(|line| line.starts_with("SEVERE") && !line.contains(NETWORK)) {
            Some(line) => Err(line.clone()),
            None => Ok(()),
        });
    let result = match result {
        Ok(()) => Ok(()),
        Err(reason) => Err(format!("{reason}; see {}", keep(tab, name, &console).await.display())),
    };
    // So that the page's last words about the end of its sandbox are not taken for the next story's.
    tab.goto("about:blank").await.map_err(|error| format!("the page does not close: {error}"))?;
    result
}

/// Keeps what the page shows and what its console says; the screenshot's path.
async fn keep(tab: &WebDriver, name: &str, console: &[String]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    fs::create_dir_all(&folder).expect("a folder beside the build");
    let screenshot = folder.join(format!("{name}.png"));
    if let Err(error) = tab.screenshot(&screenshot).await {
        println!("no screenshot: {error}");
    }
    fs::write(folder.join(format!("{name}.console.txt")), console.join("\n")).expect("a file beside the build");
    screenshot
}
