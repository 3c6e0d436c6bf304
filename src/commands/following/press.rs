//! The buttons about what is followed: what they carry, at most 64 bytes.

use crate::article::{ArticleId, ItemId};
use crate::commands::reply::Step;
use crate::following::Quiet;

/// What a pressed button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::commands) enum Press {
    /// To follow everything.
    All,
    /// To follow who speaks in a quote.
    Speaker { article: ArticleId, quote: ItemId },
    /// To follow a topic of a quote, from 0.
    Topic { article: ArticleId, quote: ItemId, place: usize },
    /// To see what is followed.
    Show,
    /// The same in a message of its own.
    Manage,
    /// To follow something no longer, by its number.
    Drop(i64),
    /// To follow nothing any more.
    DropAll,
    /// To see when the chat is told.
    Rhythm,
    /// To change that.
    Step(Step),
    /// To see some time zones.
    Zones,
    /// To take one.
    Zone(String),
    /// To see a page of a digest, from 0.
    Told { digest: i64, page: usize },
}

impl Press {
    /// The data of a button.
    pub(in crate::commands) fn data(&self) -> String {
        match self {
            Self::All => "follow:all".to_owned(),
            Self::Speaker { article, quote } => format!("follow:s:{quote}-{article}"),
            Self::Topic { article, quote, place } => format!("follow:t{place}:{quote}-{article}"),
            Self::Show => "follow:".to_owned(),
            Self::Manage => "follow:manage".to_owned(),
            Self::Drop(id) => format!("follow:drop:{id}"),
            Self::DropAll => "follow:nothing".to_owned(),
            Self::Rhythm => "follow:when".to_owned(),
            Self::Step(step) => format!("follow:when:{}", written(*step)),
            Self::Zones => "follow:zones".to_owned(),
            Self::Zone(zone) => format!("follow:zone:{zone}"),
            Self::Told { digest, page } => format!("told:{digest}:{page}"),
        }
    }

    /// Reads the data of a button; `None` when no button of these sends it.
    pub(in crate::commands) fn read(data: &str) -> Option<Self> {
        if let Some(told) = data.strip_prefix("told:") {
            let (digest, page) = told.split_once(':')?;
            return Some(Self::Told { digest: number(digest)?, page: usize::try_from(number(page)?).ok()? });
        }
        let rest = data.strip_prefix("follow:")?;
        let quote = |named: &str| {
            let (quote, article) = named.split_once('-')?;
            Some((article.parse().ok()?, quote.parse().ok()?))
        };
        Some(match rest.split_once(':') {
            None => match rest {
                "" => Self::Show,
                "manage" => Self::Manage,
                "all" => Self::All,
                "nothing" => Self::DropAll,
                "when" => Self::Rhythm,
                "zones" => Self::Zones,
                _ => return None,
            },
            Some(("s", named)) => {
                let (article, quote) = quote(named)?;
                Self::Speaker { article, quote }
            }
            Some(("drop", id)) => Self::Drop(number(id)?),
            Some(("when", step)) => Self::Step(read(step)?),
            Some(("zone", zone)) if !zone.is_empty() => Self::Zone(zone.to_owned()),
            Some((kind, named)) => {
                let place = usize::try_from(number(kind.strip_prefix('t')?)?).ok()?;
                let (article, quote) = quote(named)?;
                Self::Topic { article, quote, place }
            }
        })
    }
}

fn written(step: Step) -> String {
    match step {
        Step::AtOnce => "now".to_owned(),
        Step::Digest => "digest".to_owned(),
        Step::Hour(hour) => format!("hour:{hour}"),
        Step::Day(day) => format!("day:{day}"),
        Step::Quiet(Some(Quiet { from, to })) => format!("quiet:{from}:{to}"),
        Step::Quiet(None) => "quiet".to_owned(),
        Step::Silent(silent) => if silent { "silent" } else { "loud" }.to_owned(),
    }
}

fn read(step: &str) -> Option<Step> {
    let hour = |text: &str| i8::try_from(number(text)?).ok().filter(|hour| *hour < 24);
    Some(match step.split_once(':') {
        None => match step {
            "now" => Step::AtOnce,
            "digest" => Step::Digest,
            "quiet" => Step::Quiet(None),
            "silent" => Step::Silent(true),
            "loud" => Step::Silent(false),
            _ => return None,
        },
        Some(("hour", at)) => Step::Hour(hour(at)?),
        Some(("day", day)) => Step::Day(i8::try_from(number(day)?).ok().filter(|day| *day < 7)?),
        Some(("quiet", hours)) => {
            let (from, to) = hours.split_once(':')?;
            let quiet = Quiet { from: hour(from)?, to: hour(to)? };
            Step::Quiet((quiet.from != quiet.to).then_some(quiet)?.into())
        }
        Some(_) => return None,
    })
}

/// A number without sign and leading zeros.
fn number(text: &str) -> Option<i64> {
    let plain = (1..=18).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain && (text == "0" || !text.starts_with('0')) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::{Press, Quiet, Step};

    #[test]
    fn a_button_is_read_back_and_nothing_else() {
        let article = || "x".repeat(40).parse().unwrap();
        let quote = "01234567".parse().unwrap();
        let presses = [
            Press::All,
            Press::Speaker { article: article(), quote },
            Press::Topic { article: article(), quote, place: 12 },
            Press::Show,
            Press::Manage,
            Press::Drop(999_999_999_999),
            Press::DropAll,
            Press::Rhythm,
            Press::Step(Step::AtOnce),
            Press::Step(Step::Digest),
            Press::Step(Step::Hour(23)),
            Press::Step(Step::Day(6)),
            Press::Step(Step::Quiet(None)),
            Press::Step(Step::Quiet(Some(Quiet { from: 22, to: 8 }))),
            Press::Step(Step::Silent(true)),
            Press::Step(Step::Silent(false)),
            Press::Zones,
            Press::Zone("America/Argentina/ComodRivadavia".to_owned()),
            Press::Told { digest: 999_999_999_999, page: 12 },
        ];
        for press in presses {
            assert!(press.data().len() <= 64, "{press:?}");
            assert_eq!(Press::read(&press.data()), Some(press));
        }
        for data in [
            "follow",
            "follow:x",
            "follow:drop:",
            "follow:drop:-1",
            "follow:drop:01",
            "follow:t:01234567-a",
            "follow:s:0-a",
            "follow:when:hour:24",
            "follow:when:day:7",
            "follow:when:quiet:8:8",
            "follow:when:x",
            "follow:zone:",
            "told:1",
            "told:x:0",
            "told:{}",
        ] {
            assert_eq!(Press::read(data), None, "{data}");
        }
    }
}
