//! The chat page as a person uses it: what is seen and done, by visible words, roles and a few ids. What the page is made of
//! stands in this file only.

use std::fs;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::{Value, json};
use telegram_sandbox::Sandbox;
use thirtyfour::components::SelectElement;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

use crate::story::{self, Bot};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(10);

/// Something on the page.
#[derive(Debug, Default, Serialize)]
pub struct Look {
    /// What it is made of, when its role is not enough.
    css: &'static str,
    role: Option<&'static str>,
    /// Its whole label or words.
    name: Option<String>,
    /// A part of its words, however they are spaced.
    text: Option<String>,
}

fn any(css: &'static str) -> Look {
    Look { css, ..Look::default() }
}

/// A message with these words in it.
pub fn message(text: &str) -> Look {
    Look { role: Some("article"), text: Some(text.to_owned()), ..any("#rows *") }
}

/// The button with this label.
pub fn button(name: &str) -> Look {
    Look { role: Some("button"), name: Some(name.to_owned()), ..any("*") }
}

/// A link with these words in it.
pub fn link(text: &str) -> Look {
    Look { role: Some("link"), text: Some(text.to_owned()), ..any("*") }
}

/// A paragraph or an item of a list with these words in it.
pub fn words(text: &str) -> Look {
    Look { text: Some(text.to_owned()), ..any("p, li") }
}

/// A photo in a message, once it is loaded.
pub fn photo() -> Look {
    Look { role: Some("button"), ..any(".photo.loaded") }
}

/// A document in a message.
pub fn document(name: &str) -> Look {
    Look { css: "a.document", ..link(name) }
}

/// The button that removes a fault.
pub fn removal() -> Look {
    Look { role: Some("button"), ..any("[aria-label^='Remove: ']") }
}

/// The key under a message.
pub fn key(name: &str) -> Look {
    Look { name: Some(name.to_owned()), ..any("button, a") }
}

/// A line of the list over the input: a command or an inline result.
pub fn option(text: &str) -> Look {
    Look { role: Some("option"), text: Some(text.to_owned()), ..any("*") }
}

/// A chat in the list of chats.
pub fn chat(title: &str) -> Look {
    Look { role: Some("button"), name: Some(title.to_owned()), ..any("#chats *") }
}

/// The head of the open chat with this title.
pub fn open_chat(title: &str) -> Look {
    Look { role: Some("heading"), name: Some(title.to_owned()), ..any("#thread *") }
}

/// An open dialog.
pub fn dialog() -> Look {
    Look { role: Some("dialog"), ..any("*") }
}

/// A choice in a dialog.
pub fn choice(text: &str) -> Look {
    Look { role: Some("button"), text: Some(text.to_owned()), ..any("*") }
}

/// What is said for a moment.
pub fn toast(text: &str) -> Look {
    Look { text: Some(text.to_owned()), ..any("#toasts > *") }
}

/// The bar of a lost connection.
pub fn bar() -> Look {
    any("#bar")
}

/// The input.
pub fn input() -> Look {
    any("#text")
}

/// Words that are hidden until they are clicked.
pub fn spoiler() -> Look {
    Look { role: Some("button"), ..any(".spoiler") }
}

/// The page of a sandbox of its own, and Derek on it.
pub struct Page {
    /// The tab that shows it.
    pub tab: WebDriver,
    /// The sandbox that serves it, with the chats that a newcomer finds.
    pub telegram: Sandbox,
    _derek: Bot,
    /// Where the files are that it sends.
    files: tempfile::TempDir,
}

impl Page {
    /// Starts a sandbox with Derek, and opens its page at 1280 × 800 in the light.
    pub async fn open(tab: &WebDriver) -> Self {
        let telegram = Sandbox::builder().seeded().start().await;
        let derek = story::derek(&telegram).await;
        let files = tempfile::tempdir().expect("a folder for files");
        let page = Self { tab: tab.clone(), telegram, _derek: derek, files };
        page.size(1280, 800).await;
        page.scheme("light").await;
        page.tab.goto(page.telegram.url()).await.expect("the page opens");
        page.see(&[chat("Newsroom")]).await;
        page
    }

    /// Waits for something; the newest when there are several. `path` leads inwards: a message, a key under it.
    pub async fn see(&self, path: &[Look]) -> WebElement {
        let found = self.look(path, false).await;
        found.element().expect("an element")
    }

    /// Waits until there is no such thing.
    pub async fn gone(&self, path: &[Look]) {
        self.look(path, true).await;
    }

    /// Clicks something as soon as it is there, and nothing lies over it.
    pub async fn click(&self, path: &[Look]) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let Err(error) = self.see(path).await.click().await else { return };
            let passes = matches!(
                *error,
                WebDriverErrorInner::StaleElementReference(_) | WebDriverErrorInner::ElementClickIntercepted(_)
            );
            assert!(passes && Instant::now() < deadline, "{path:?} can't be clicked: {error}");
        }
    }

    /// Types into the input.
    pub async fn write(&self, text: &str) {
        self.see(&[input()]).await.send_keys(text).await.expect("it can be typed into");
    }

    /// Chooses files to send; their names and what is in them.
    pub async fn attach(&self, files: &[(&str, &[u8])]) {
        let paths = files.iter().map(|(name, bytes)| {
            let path = self.files.path().join(name);
            fs::write(&path, bytes).expect("a file beside the others");
            path.display().to_string()
        });
        let paths = paths.collect::<Vec<_>>().join("\n");
        // The paper clip opens the system's dialog, which nobody sees here: the files go where it would put them.
        let picker = self.tab.find(By::Css("#composer input[type=file]")).await.expect("the page has it");
        picker.send_keys(paths).await.expect("it takes files");
    }

    /// Types into a field of the open dialog.
    pub async fn fill(&self, name: &str, text: &str) {
        self.field(name).await.send_keys(text).await.expect("it can be typed into");
    }

    /// Chooses from a list in the open dialog.
    pub async fn choose(&self, name: &str, option: &str) {
        let list = SelectElement::new(&self.field(name).await).await.expect("a list");
        list.select_by_exact_text(option).await.expect("the option");
    }

    async fn field(&self, name: &str) -> WebElement {
        let label = Look { text: Some(name.to_owned()), ..any("label") };
        self.see(&[dialog(), label, any("input, select, textarea")]).await
    }

    /// Types something and sends it with Enter.
    pub async fn say(&self, text: &str) {
        self.write(text).await;
        self.enter().await;
        self.see(&[message(text)]).await;
    }

    /// Presses Enter in the input.
    pub async fn enter(&self) {
        self.see(&[input()]).await.send_keys(Key::Enter).await.expect("it can be typed into");
    }

    /// Lets another person speak, in their private chat with Derek.
    pub async fn speak_as(&self, name: &str) {
        self.click(&[any("#speaker")]).await;
        self.click(&[dialog(), choice(name)]).await;
        self.gone(&[dialog()]).await;
        self.see(&[Look { text: Some(name.to_owned()), ..any("#speaker") }]).await;
    }

    /// Opens a chat of the list.
    pub async fn open_chat(&self, title: &str) {
        self.click(&[chat(title)]).await;
        self.see(&[open_chat(title)]).await;
    }

    /// Scrolls to where this share of the open chat is over the view, and waits until its rows are there.
    pub async fn scroll_to(&self, share: f64) {
        let script = "const [share, done] = arguments, { scroller } = window;
            scroller.scrollTop = (1 - share) * (scroller.clientHeight - scroller.scrollHeight);
            requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        self.tab.execute_async(script, vec![json!(share)]).await.expect("the page scrolls");
    }

    /// How many messages are shown.
    pub async fn message_count(&self) -> usize {
        let count = self.evaluate("return document.querySelectorAll('#rows article').length").await;
        usize::try_from(count.as_u64().expect("a number")).expect("few")
    }

    /// What a script gives.
    pub async fn evaluate(&self, script: &str) -> Value {
        self.tab.execute(script, Vec::new()).await.expect("a script").json().clone()
    }

    /// How light the ground of the page is, 0 black to 255 white.
    pub async fn lightness(&self) -> f64 {
        let colour = self.evaluate("return getComputedStyle(document.querySelector('#side')).backgroundColor").await;
        let colour = colour.as_str().expect("a colour").to_owned();
        let parts: Vec<f64> = colour.split(|c: char| c != '.' && !c.is_ascii_digit()).flat_map(str::parse).collect();
        parts.iter().take(3).sum::<f64>() / 3.0
    }

    /// The size of the view in CSS pixels; Chromium's own window can't be as narrow as a phone.
    pub async fn size(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 720 });
        self.cdp("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// What the system prefers: `light` or `dark`.
    pub async fn scheme(&self, value: &str) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.cdp("Emulation.setEmulatedMedia", features).await;
    }

    async fn cdp(&self, method: &str, params: Value) {
        self.tab.cdp().send_raw(method, params).await.expect("Chromium does it");
    }

    async fn look(&self, path: &[Look], gone: bool) -> thirtyfour::session::scriptret::ScriptRet {
        let path_json = serde_json::to_value(path).expect("JSON");
        let arguments = vec![path_json, json!(gone), json!(PATIENCE.as_millis())];
        let found = self.tab.execute_async(include_str!("find.js"), arguments).await.expect("the page answers");
        if let Some(shown) = found.json()["shown"].as_str() {
            let not = if gone { "does not go" } else { "is not seen" };
            panic!("{path:?} {not}; the page shows: {shown}");
        }
        found
    }
}
