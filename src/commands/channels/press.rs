//! The buttons of editors: what they carry, at most 64 bytes.

use super::{Move, Rule, Setting, Step, Wish};

/// What a pressed button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::commands) struct Press {
    /// What the editor wants.
    pub(in crate::commands) wish: Wish,
}

impl Press {
    /// The data of a button. What is typed has none.
    pub(in crate::commands) fn data(&self) -> String {
        match &self.wish {
            Wish::Channels => "chan:".to_owned(),
            Wish::Channel(chat) => format!("chan:{chat}"),
            Wish::Set(chat, setting) => match setting {
                Setting::Language(language) => format!("chan:{chat}:lang:{language}"),
                Setting::Rule(rule) => format!("chan:{chat}:rule:{}", rule.name()),
                Setting::Silent(silent) => format!("chan:{chat}:silent:{}", u8::from(*silent)),
                Setting::Pin(pin) => format!("chan:{chat}:pin:{}", u8::from(*pin)),
                Setting::Card(card) => format!("chan:{chat}:card:{}", u8::from(*card)),
            },
            Wish::Draft(id, step) => match step {
                Step::Look | Step::Typed(_) => format!("draft:{id}"),
                Step::Now => format!("draft:{id}:now"),
                Step::Times => format!("draft:{id}:times"),
                Step::At(minute) => format!("draft:{id}:at:{minute}"),
                Step::Language => format!("draft:{id}:lang"),
                Step::Silent => format!("draft:{id}:silent"),
                Step::Pin => format!("draft:{id}:pin"),
                Step::Card => format!("draft:{id}:card"),
                Step::Channel => format!("draft:{id}:chan"),
                Step::Drop => format!("draft:{id}:drop"),
            },
            Wish::Scheduled(from) => format!("sched::{from}"),
            Wish::Row(row, step) => match step {
                Move::Times | Move::Typed(_) => format!("sched:{row}:times"),
                Move::At(minute) => format!("sched:{row}:at:{minute}"),
                Move::Now => format!("sched:{row}:now"),
                Move::Cancel => format!("sched:{row}:cancel"),
            },
            Wish::Audit(from) => format!("audit:{from}"),
            Wish::Preview { .. } => String::new(),
        }
    }

    /// Reads the data of a button; `None` when no button of these sends it.
    pub(in crate::commands) fn read(data: &str) -> Option<Self> {
        let mut parts = data.split(':');
        let (kind, first) = (parts.next()?, parts.next()?);
        let (second, third) = (parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        let flag = |text: &str| match text {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        };
        let wish = match (kind, second, third) {
            ("chan", None, None) if first.is_empty() => Wish::Channels,
            ("chan", None, None) => Wish::Channel(number(first)?),
            ("chan", Some(what), Some(value)) => {
                let setting = match what {
                    "lang" => Setting::Language(value.parse().ok()?),
                    "rule" => Setting::Rule(Rule::read(value)?),
                    "silent" => Setting::Silent(flag(value)?),
                    "pin" => Setting::Pin(flag(value)?),
                    "card" => Setting::Card(flag(value)?),
                    _ => return None,
                };
                Wish::Set(number(first)?, setting)
            }
            ("draft", step, minute) => {
                let step = match (step, minute) {
                    (None, None) => Step::Look,
                    (Some("now"), None) => Step::Now,
                    (Some("times"), None) => Step::Times,
                    (Some("at"), Some(minute)) => Step::At(positive(minute)?),
                    (Some("lang"), None) => Step::Language,
                    (Some("silent"), None) => Step::Silent,
                    (Some("pin"), None) => Step::Pin,
                    (Some("card"), None) => Step::Card,
                    (Some("chan"), None) => Step::Channel,
                    (Some("drop"), None) => Step::Drop,
                    _ => return None,
                };
                Wish::Draft(positive(first)?, step)
            }
            ("sched", Some(from), None) if first.is_empty() => Wish::Scheduled(u32::try_from(positive(from)?).ok()?),
            ("sched", Some(step), minute) => {
                let step = match (step, minute) {
                    ("times", None) => Move::Times,
                    ("at", Some(minute)) => Move::At(positive(minute)?),
                    ("now", None) => Move::Now,
                    ("cancel", None) => Move::Cancel,
                    _ => return None,
                };
                Wish::Row(positive(first)?, step)
            }
            ("audit", None, None) => Wish::Audit(u32::try_from(positive(first)?).ok()?),
            _ => return None,
        };
        Some(Self { wish })
    }
}

/// The id of a channel: below 0.
fn number(text: &str) -> Option<i64> {
    positive(text.strip_prefix('-')?).filter(|id| *id > 0).map(|id| -id)
}

/// A number without sign and leading zeros.
fn positive(text: &str) -> Option<i64> {
    let plain = (1..=18).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain && (text == "0" || !text.starts_with('0')) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::{Move, Press, Rule, Setting, Step, Wish};
    use crate::article::Language;

    #[test]
    fn a_button_is_read_back_and_nothing_else() {
        const CHANNEL: i64 = -1_009_999_999_999;
        const ROW: i64 = 999_999_999_999;
        let wishes = [
            Wish::Channels,
            Wish::Channel(CHANNEL),
            Wish::Set(CHANNEL, Setting::Language(Language::Kk)),
            Wish::Set(CHANNEL, Setting::Rule(Rule::Propose)),
            Wish::Set(CHANNEL, Setting::Silent(true)),
            Wish::Set(CHANNEL, Setting::Pin(false)),
            Wish::Set(CHANNEL, Setting::Card(true)),
            Wish::Draft(ROW, Step::Look),
            Wish::Draft(ROW, Step::Now),
            Wish::Draft(ROW, Step::Times),
            Wish::Draft(ROW, Step::At(ROW)),
            Wish::Draft(ROW, Step::Language),
            Wish::Draft(ROW, Step::Silent),
            Wish::Draft(ROW, Step::Pin),
            Wish::Draft(ROW, Step::Card),
            Wish::Draft(ROW, Step::Channel),
            Wish::Draft(ROW, Step::Drop),
            Wish::Scheduled(20),
            Wish::Row(ROW, Move::Times),
            Wish::Row(ROW, Move::At(ROW)),
            Wish::Row(ROW, Move::Now),
            Wish::Row(ROW, Move::Cancel),
            Wish::Audit(0),
        ];
        for wish in wishes {
            let press = Press { wish };
            assert!(press.data().len() <= 64, "{press:?}");
            assert_eq!(Press::read(&press.data()), Some(press));
        }
        for data in [
            "",
            "chan",
            "chan:5",
            "chan:-0",
            "chan:-1:lang:xx",
            "chan:-1:rule:x",
            "chan:-1:silent:2",
            "chan:-1:pin",
            "draft:",
            "draft:-1",
            "draft:1:at",
            "draft:1:at:x",
            "draft:1:x",
            "draft:1:now:1",
            "sched:",
            "sched:1",
            "sched::x",
            "sched:1:at:01",
            "audit:",
            "audit:-1",
            "audit:1:2:3:4",
        ] {
            assert_eq!(Press::read(data), None, "{data}");
        }
    }
}
