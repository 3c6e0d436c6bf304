//! Links to Derek: what a start parameter names, written and read. A message about an article carries such a link,
//! so that a reply to the message is understood later without any memory of it.

use super::{Subject, SubjectItem};
use crate::article::ArticleId;

/// The start parameter of the link under the words of a search.
pub(super) const SEARCH: &str = "find";

/// The link under the words of a search, by which they are known again when a button of the message is pressed.
pub(super) fn search(bot: &str) -> String {
    format!("https://t.me/{bot}?start={SEARCH}")
}

/// Whether a link that stands in a message is the one under the words of a search of this bot's.
pub fn is_search(link: &str, bot: &str) -> bool {
    parameter(link, bot) == Some(SEARCH)
}

impl Subject {
    /// An article as a whole.
    pub(super) fn article(article: &ArticleId) -> Self {
        Self { article: article.clone(), item: None }
    }

    /// The start parameter that names this: `a-<article>`, `q<quote>-<article>` or `f<figure>-<article>`;
    /// at most 50 of `A-Za-z0-9_-`.
    pub fn parameter(&self) -> String {
        match self.item {
            None => format!("a-{}", self.article),
            Some(SubjectItem::Quote(id)) => format!("q{id}-{}", self.article),
            Some(SubjectItem::Figure(id)) => format!("f{id}-{}", self.article),
        }
    }

    /// Reads a start parameter.
    pub fn from_parameter(parameter: &str) -> Option<Self> {
        let (head, article) = parameter.split_once('-')?;
        let item = match head.split_at_checked(1)? {
            ("a", "") => None,
            ("q", id) => Some(SubjectItem::Quote(id.parse().ok()?)),
            ("f", id) => Some(SubjectItem::Figure(id.parse().ok()?)),
            _ => return None,
        };
        Some(Self { article: article.parse().ok()?, item })
    }

    /// The link that opens this in the private chat with the bot.
    pub fn link(&self, bot: &str) -> String {
        format!("https://t.me/{bot}?start={}", self.parameter())
    }

    /// Reads the subject back from a link that stands in a message, if it leads to this bot's article, quote or figure:
    /// `https://t.me/<bot>?start=<parameter>`, or the same as `http:`, at telegram.me, or as
    /// `tg://resolve?domain=<bot>&start=<parameter>`. Scheme, host and the bot's name are compared without regard to case.
    pub fn from_link(link: &str, bot: &str) -> Option<Self> {
        Self::from_parameter(parameter(link, bot)?)
    }
}

/// The start parameter of a link, if it leads to this bot.
fn parameter<'a>(link: &'a str, bot: &str) -> Option<&'a str> {
    let (scheme, rest) = link.split_once("://")?;
    let (path, query) = rest.split_once('?')?;
    let query = query.split('#').next().unwrap_or_default();
    let value = |key: &str| query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='));
    let named = match scheme.to_ascii_lowercase().as_str() {
        "tg" if path.trim_end_matches('/').eq_ignore_ascii_case("resolve") => value("domain")?,
        "http" | "https" => {
            let (host, name) = path.split_once('/')?;
            let host = host.to_ascii_lowercase();
            let known = ["t.me", "telegram.me", "www.t.me", "www.telegram.me"].contains(&host.as_str());
            known.then_some(name.trim_end_matches('/'))?
        }
        _ => return None,
    };
    if named.eq_ignore_ascii_case(bot) { value("start") } else { None }
}

#[cfg(test)]
mod tests {
    use super::Subject;

    #[test]
    fn a_link_is_read_back_however_it_is_written() {
        let cases = [
            ("https://t.me/derek_bot?start=a-rural-akims", Some("a-rural-akims")),
            ("HTTP://T.me/Derek_Bot/?start=a-rural-akims", Some("a-rural-akims")),
            ("https://telegram.me/derek_bot?a=b&start=q01234567-rural-akims#x", Some("q01234567-rural-akims")),
            ("tg://resolve?domain=DEREK_BOT&start=fzzzzzzzz-a", Some("fzzzzzzzz-a")),
            ("tg://resolve/?start=a-b-c&domain=derek_bot", Some("a-b-c")),
            ("https://t.me/other_bot?start=a-rural-akims", None),
            ("https://t.me/derek_bot", None),
            ("https://t.me/derek_bot?start=", None),
            ("https://t.me/derek_bot?start=a-", None),
            ("https://t.me/derek_bot?start=ax-rural", None),
            ("https://t.me/derek_bot?start=q0123-rural", None),
            ("https://t.me/derek_bot?startgroup=a-rural-akims", None),
            ("https://evil.example/derek_bot?start=a-rural-akims", None),
            ("ftp://t.me/derek_bot?start=a-rural-akims", None),
            ("tg://join?domain=derek_bot&start=a-b", None),
            ("", None),
        ];
        for (link, expected) in cases {
            let subject = Subject::from_link(link, "derek_bot");
            assert_eq!(subject.as_ref().map(Subject::parameter).as_deref(), expected, "{link}");
            if let Some(subject) = subject {
                assert_eq!(Subject::from_link(&subject.link("Derek_bot"), "derek_bot"), Some(subject));
            }
        }
    }

    #[test]
    fn the_longest_parameter_fits_a_deep_link() {
        let subject = Subject::from_parameter(&format!("q01234567-{}", "x".repeat(40))).unwrap();
        assert!(subject.parameter().len() <= 64);
    }
}
