//! What people see, command by command, in three languages; and what holds for every text.

mod articles;
mod check;
mod corrections;
mod facts;
mod hostile;
mod inline;
mod places;
mod search;
mod welcome;

use std::fmt::Write as _;

use super::reply::{Action, Answer, Message};
use super::{Context, Place};
use crate::article::{self, Article, Language};
use crate::library::Library;
use crate::locale::Locales;

/// The bot of the tests.
const BOT: &str = "derek_bot";

/// The article about rural akims in its three editions.
pub(super) fn akims() -> Vec<Article> {
    let files = [
        ("rural-akims.toml", include_str!("../../../data/articles/rural-akims.toml")),
        ("rural-akims.kk.toml", include_str!("../../../data/articles/rural-akims.kk.toml")),
        ("rural-akims.en.toml", include_str!("../../../data/articles/rural-akims.en.toml")),
    ];
    files.map(|(name, source)| article::parse(name, source).unwrap()).into()
}

/// An article of one language, older than the one about akims, with little in it.
fn harvest() -> Article {
    let source = r#"
        title = "Урожай собран"
        language = "ru"
        published = 2025-10-01
        source = { name = "Сельская газета", url = "https://example.kz/harvest?a=1&b=2" }
        body = """
Урожай собран на 95 % площадей, – сообщил министр.

– Зерно, – сказал он, – сухое.
"""
        [[people]]
        name = "Министр"
        [[quotes]]
        text = ["Зерно,", "сухое."]
        speaker = "Министр"
        [[figures]]
        value = 95
        kind = "percent"
        label = "площадей убрано"
        text = "Урожай собран на 95 % площадей"
    "#;
    article::parse("harvest.toml", source).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

/// A library, and a chat in which to ask.
struct Chat {
    library: Library,
    locales: Locales,
}

impl Chat {
    fn new() -> Self {
        let mut articles = akims();
        articles.push(harvest());
        Self::with(articles)
    }

    fn with(articles: Vec<Article>) -> Self {
        Self { library: Library::new(articles), locales: Locales::load() }
    }

    /// A private chat in a language, with nothing chosen.
    fn context(&self, language: Language) -> Context<'_> {
        Context::new(&self.library, &self.locales, BOT, Place::Private, language)
    }

    /// What is answered in a private chat.
    fn say(&self, language: Language, text: &str) -> String {
        shown(super::answer(&self.context(language), text))
    }

    /// What a press does in a private chat.
    fn press(&self, language: Language, data: &str) -> String {
        self.press_under("", language, data)
    }

    /// What a press does under a message in a private chat.
    fn press_under(&self, message: &str, language: Language, data: &str) -> String {
        let words = asked(message);
        let pressed = super::press(&Context { asked: words.as_deref(), ..self.context(language) }, data);
        let mut text = pressed.edit.map(|message| message_text(&message)).unwrap_or_default();
        for (name, it) in [("toast", pressed.toast), ("change", pressed.change.map(|change| format!("{change:?}")))] {
            if let Some(it) = it {
                write!(text, "\n{name}: {it}").unwrap();
            }
        }
        text
    }
}

/// The words of the search in a message.
fn asked(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("start=find\">")?;
    let words = rest.split_once("</a>")?.0;
    Some(words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
}

/// An answer as text: the message, the buttons with what they do, what is remembered.
fn shown(answer: Option<Answer>) -> String {
    let Some(answer) = answer else { return "(silence)".to_owned() };
    let change = answer.change.map(|change| format!("\nchange: {change:?}")).unwrap_or_default();
    message_text(&answer.message) + &change
}

fn message_text(message: &Message) -> String {
    // White space that does not break is shown, so that a snapshot tells it from a space.
    let mut text = message.html.replace('\u{a0}', "⍽");
    for row in &message.keyboard {
        text.push('\n');
        for button in row {
            let action = match &button.action {
                Action::Press(data) => data.clone(),
                Action::Open(address) => address.clone(),
                Action::Copy(words) => format!("copy {words}"),
                Action::Share(query) => format!("share {query}"),
            };
            write!(text, "[{} | {action}] ", button.text.replace('\u{a0}', "⍽")).unwrap();
        }
        text.truncate(text.trim_end().len());
    }
    text
}
