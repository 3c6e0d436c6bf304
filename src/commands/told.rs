//! What editors are told of posts that did not leave, or of which nobody knows whether they did.

use super::reply::{Action, Button, Message};
use super::text::{Html, line};
use crate::article::{ArticleId, Language};
use crate::locale::Locales;

/// Something that an editor has to know of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// What happened.
    pub what: Happened,
    /// The article of the post.
    pub article: Option<ArticleId>,
    /// The id of its chat.
    pub chat: Option<i64>,
}

/// What happened to a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// Telegram refused it for good; in Telegram's words.
    Refused(String),
    /// It could not be sent for as long as was tried; the last error.
    GivenUp(String),
    /// The chat does not want the bot; in Telegram's words.
    Gone(String),
    /// What it shows could not be made; the log says why.
    Broken,
    /// It may have been sent: an editor decides, by the number of its row.
    Unsure(i64),
    /// An article file has mistakes.
    BrokenFile {
        /// Its name.
        name: String,
        /// The mistakes, as `derek validate` shows them.
        why: String,
    },
}

/// What an editor decides about a post that may have been sent. Anybody can make up what a button carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It is sent again: the number of its row.
    Again(i64),
    /// It is there: likewise.
    There(i64),
}

impl Decision {
    /// The data of the button: at most 25 bytes.
    pub fn data(self) -> String {
        match self {
            Self::Again(row) => format!("again:{row}"),
            Self::There(row) => format!("there:{row}"),
        }
    }

    /// Reads the data of a button; `None` when it is another button's.
    pub fn read(data: &str) -> Option<Self> {
        let (kind, row) = data.split_once(':')?;
        let plain = (1..=18).contains(&row.len()) && row.bytes().all(|byte| byte.is_ascii_digit());
        let row = if plain && !row.starts_with('0') { row.parse().ok()? } else { return None };
        match kind {
            "again" => Some(Self::Again(row)),
            "there" => Some(Self::There(row)),
            _ => None,
        }
    }
}

/// What an editor is told.
pub fn told(locales: &Locales, language: Language, news: &News) -> Message {
    /// Telegram's words are short.
    const WORDS: usize = 300;
    const FILE: usize = 100;
    /// Room for several mistakes; the log has all.
    const MISTAKES: usize = 2_500;
    let mut html = Html::default();
    html.text(&match &news.what {
        Happened::Refused(_) => locales.text(language, "told-refused", &[]),
        Happened::GivenUp(_) => locales.text(language, "told-given-up", &[]),
        Happened::Gone(_) => locales.text(language, "told-gone", &[]),
        Happened::Broken => locales.text(language, "told-broken", &[]),
        Happened::Unsure(_) => locales.text(language, "told-unsure", &[]),
        Happened::BrokenFile { name, .. } => {
            locales.text(language, "told-broken-file", &[("file", line(name, FILE).into())])
        }
    });
    html.text("\n");
    if let Some(article) = &news.article {
        html.text("\n").text(&locales.text(language, "told-article", &[])).text(" ").code(article.as_str());
    }
    if let Some(chat) = news.chat {
        html.text("\n").text(&locales.text(language, "told-chat", &[])).text(" ").code(&chat.to_string());
    }
    if let Happened::Refused(why) | Happened::GivenUp(why) | Happened::Gone(why) = &news.what {
        html.text("\n").text(&locales.text(language, "told-answer", &[])).text(" ").code(&line(why, WORDS));
    }
    if let Happened::BrokenFile { why, .. } = &news.what {
        let shown: String = why.trim_end().chars().take(MISTAKES).collect();
        let rest = if shown.len() < why.trim_end().len() { "…" } else { "" };
        html.text("\n").block(&format!("{shown}{rest}"));
    }
    let keyboard = match news.what {
        Happened::Unsure(row) => {
            let button =
                |text: String, decision: Decision| vec![Button { text, action: Action::Press(decision.data()) }];
            vec![
                button(locales.text(language, "button-send-again", &[]), Decision::Again(row)),
                button(locales.text(language, "button-is-there", &[]), Decision::There(row)),
            ]
        }
        _ => Vec::new(),
    };
    Message::new(html.finish(), keyboard)
}

/// What is said to an editor who has decided: plain text of at most 200 characters. `decided`: the post was still unsure.
pub fn decided(locales: &Locales, language: Language, decision: Decision, decided: bool) -> String {
    match (decided, decision) {
        (false, _) => locales.text(language, "told-settled", &[]),
        (true, Decision::Again(_)) => locales.text(language, "told-again", &[]),
        (true, Decision::There(_)) => locales.text(language, "told-there", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::{Decision, Happened, News, told};
    use crate::article::Language;
    use crate::commands::reply::Action;
    use crate::locale::Locales;

    #[test]
    fn a_decision_is_read_back_and_nothing_else() {
        for decision in [Decision::Again(1), Decision::There(999_999_999_999_999_999)] {
            assert_eq!(Decision::read(&decision.data()), Some(decision));
        }
        for data in [
            "",
            "again:",
            "again:0",
            "again:01",
            "there:-1",
            "there:x",
            "again:1:2",
            "choose:1",
            "again:1000000000000000000",
        ] {
            assert_eq!(Decision::read(data), None, "{data:?}");
        }
    }

    #[test]
    fn an_editor_is_told_what_where_and_why() {
        let locales = Locales::load();
        let article = Some("rural-akims".parse().unwrap());
        let news = |what| News { what, article: article.clone(), chat: Some(-1005) };
        let refused = told(&locales, Language::En, &news(Happened::Refused("Bad Request: <b>".to_owned())));
        for words in
            ["refused", "<code>rural-akims</code>", "<code>-1005</code>", "<code>Bad Request: &lt;b&gt;</code>"]
        {
            assert!(refused.html.contains(words), "{words}: {}", refused.html);
        }
        let unsure = told(&locales, Language::Kk, &news(Happened::Unsure(7)));
        let actions: Vec<_> = unsure.keyboard.iter().flatten().map(|button| button.action.clone()).collect();
        assert_eq!(actions, [Action::Press("again:7".to_owned()), Action::Press("there:7".to_owned())]);
    }
}
