//! Flood limits: how often the bot may send or edit. Telegram does not publish its own; these are settings, switched off
//! until somebody asks for them.

use std::{
    collections::{HashMap, VecDeque},
    time::Duration,
};

use serde_json::{Value, json};

use crate::world::ChatId;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);

/// How often the bot may send or edit. The defaults are what Telegram's FAQ and common experience say: 30 a second over
/// all chats, one a second in a chat, 20 a minute in a group or channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flood {
    overall_per_second: u32,
    chat_per_second: u32,
    group_per_minute: u32,
}

impl Default for Flood {
    fn default() -> Self {
        Flood { overall_per_second: 30, chat_per_second: 1, group_per_minute: 20 }
    }
}

impl Flood {
    /// Messages and edits a second over all chats; at least 1.
    #[must_use]
    pub fn overall_per_second(self, most: u32) -> Self {
        Flood { overall_per_second: most.max(1), ..self }
    }

    /// Messages and edits a second in one chat; at least 1.
    #[must_use]
    pub fn chat_per_second(self, most: u32) -> Self {
        Flood { chat_per_second: most.max(1), ..self }
    }

    /// Messages and edits a minute in one group, supergroup or channel; at least 1.
    #[must_use]
    pub fn group_per_minute(self, most: u32) -> Self {
        Flood { group_per_minute: most.max(1), ..self }
    }
}

/// Whether a method counts: all that sends, forwards, copies or edits messages.
pub(crate) fn counts(method: &str) -> bool {
    let family = ["send", "forwardMessage", "copyMessage", "editMessage"];
    family.iter().any(|family| method.starts_with(family)) && method != "sendChatAction"
}

/// The limits in force, and what was sent lately. Times are counted from any moment that stays the same.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    limits: Option<Flood>,
    overall: Window,
    chats: HashMap<ChatId, Window>,
    groups: HashMap<ChatId, Window>,
}

/// The times of what was sent, oldest first, no more of them than a limit needs.
type Window = VecDeque<Duration>;

impl Meter {
    /// Switches limits on, or off. Nothing that was sent before counts.
    pub(crate) fn set(&mut self, limits: Option<Flood>) {
        *self = Meter { limits, ..Meter::default() };
    }

    /// Whether there are limits.
    pub(crate) fn is_on(&self) -> bool {
        self.limits.is_some()
    }

    /// Sends at `now`, in a chat of which is said whether it is a group or channel: `None` when that is allowed, and then
    /// it counts; otherwise the whole seconds to wait, at least one. What is refused does not count.
    pub(crate) fn send(&mut self, chat: Option<(ChatId, bool)>, now: Duration) -> Option<u64> {
        let limits = self.limits?;
        let mut windows = vec![(&mut self.overall, limits.overall_per_second, SECOND)];
        if let Some((chat, is_group)) = chat {
            windows.push((self.chats.entry(chat).or_default(), limits.chat_per_second, SECOND));
            if is_group {
                windows.push((self.groups.entry(chat).or_default(), limits.group_per_minute, MINUTE));
            }
        }
        let waits = windows.iter().filter_map(|(window, most, span)| wait(window, *most, *span, now));
        if let Some(longest) = waits.max() {
            return Some(longest.as_secs() + u64::from(longest.subsec_nanos() > 0));
        }
        for (window, most, _) in windows {
            window.push_back(now);
            if window.len() > most as usize {
                window.pop_front();
            }
        }
        None
    }

    /// The limits in force, as the control interface shows them.
    pub(crate) fn to_json(&self) -> Value {
        let Some(limits) = self.limits else { return json!({ "on": false }) };
        json!({
            "on": true, "overall_per_second": limits.overall_per_second, "chat_per_second": limits.chat_per_second,
            "group_per_minute": limits.group_per_minute,
        })
    }
}

/// How long until one more may be sent: until the earliest of the last `most` is a `span` old.
fn wait(window: &Window, most: u32, span: Duration, now: Duration) -> Option<Duration> {
    let earliest = window.len().checked_sub(most as usize).and_then(|i| window.get(i))?;
    (*earliest + span).checked_sub(now).filter(|wait| !wait.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A time in milliseconds, a chat, and the seconds to wait.
    type Sent = (u64, Option<(ChatId, bool)>, Option<u64>);

    const ANNA: Option<(ChatId, bool)> = Some((1, false));
    const IVAN: Option<(ChatId, bool)> = Some((2, false));
    const GROUP: Option<(ChatId, bool)> = Some((-1, true));

    fn check(limits: Flood, sent: &[Sent]) {
        let mut meter = Meter::default();
        meter.set(Some(limits));
        for (at, chat, expected) in sent {
            assert_eq!(meter.send(*chat, Duration::from_millis(*at)), *expected, "{chat:?} at {at} in {sent:?}");
        }
    }

    #[test]
    fn one_a_second_in_a_chat() {
        check(
            Flood::default(),
            &[(0, ANNA, None), (0, IVAN, None), (1, ANNA, Some(1)), (999, ANNA, Some(1)), (1000, ANNA, None)],
        );
    }

    #[test]
    fn what_is_refused_does_not_count() {
        check(
            Flood::default(),
            &[(0, ANNA, None), (900, ANNA, Some(1)), (1000, ANNA, None), (1999, ANNA, Some(1)), (2000, ANNA, None)],
        );
    }

    #[test]
    fn some_a_minute_in_a_group() {
        let limits = Flood::default().group_per_minute(3).chat_per_second(2);
        check(
            limits,
            &[
                (0, GROUP, None),
                (500, GROUP, None),
                (600, GROUP, Some(1)),
                (1000, GROUP, None),
                (2000, GROUP, Some(58)),
                (2001, GROUP, Some(58)),
                (59_999, GROUP, Some(1)),
                (60_000, GROUP, None),
                (60_100, GROUP, Some(1)),
                (60_500, GROUP, None),
            ],
        );
    }

    #[test]
    fn some_a_second_over_all_chats() {
        let limits = Flood::default().overall_per_second(2);
        check(
            limits,
            &[(0, ANNA, None), (300, IVAN, None), (400, GROUP, Some(1)), (400, None, Some(1)), (1000, None, None)],
        );
    }

    #[test]
    fn all_that_sends_or_edits_counts() {
        for (method, expected) in [
            ("sendMessage", true),
            ("sendMediaGroup", true),
            ("forwardMessages", true),
            ("copyMessage", true),
            ("editMessageReplyMarkup", true),
            ("sendChatAction", false),
            ("deleteMessage", false),
            ("answerCallbackQuery", false),
        ] {
            assert_eq!(counts(method), expected, "{method}");
        }
    }
}
