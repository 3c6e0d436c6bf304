//! Which kinds of update the bot wants, how long each lives, and which of them a webhook gets one after another.

use serde_json::Value;

use crate::{limits, world::ChatId};

/// The kinds of update that there are, in the order in which getWebhookInfo names them.
const KINDS: [&str; 25] = [
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "message_reaction",
    "message_reaction_count",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "purchased_paid_media",
    "managed_bot",
    "guest_message",
];

/// Kinds that come only when they are asked for.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// The kinds of update that the bot wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted(Vec<&'static str>);

impl Default for Wanted {
    fn default() -> Self {
        Wanted(KINDS.into_iter().filter(|kind| !ON_REQUEST.contains(kind)).collect())
    }
}

impl Wanted {
    /// Reads an `allowed_updates`. As the official server does it, a name in any case counts, an unknown name does not,
    /// and a list that names nothing is the usual kinds; `None` for what is no list of names.
    pub(crate) fn from_json(list: &Value) -> Option<Self> {
        let names = list.as_array()?.iter().map(|name| name.as_str().map(str::to_ascii_lowercase));
        let names: Vec<String> = names.collect::<Option<_>>()?;
        for name in names.iter().filter(|name| !KINDS.contains(&name.as_str())) {
            log::warn!("allowed_updates names {name:?}, which is no kind of update");
        }
        let named: Vec<_> = KINDS.into_iter().filter(|kind| names.iter().any(|name| name == kind)).collect();
        Some(if named.is_empty() { Self::default() } else { Wanted(named) })
    }

    /// The kinds, if they are not the usual ones.
    pub(crate) fn unusual(&self) -> Option<&[&'static str]> {
        (*self != Self::default()).then_some(&self.0)
    }

    pub(super) fn has(&self, kind: &str) -> bool {
        self.0.contains(&kind)
    }
}

/// How many seconds an update of this kind waits for the bot.
pub(super) fn life(kind: &str) -> i64 {
    match kind {
        "inline_query" => limits::INLINE_QUERY_SECONDS,
        "callback_query" => limits::CALLBACK_QUERY_SECONDS,
        "chosen_inline_result" => limits::CHOSEN_RESULT_SECONDS,
        _ => limits::UPDATE_SECONDS,
    }
}

/// Updates of one lane reach a webhook one after another, the next when the one before is confirmed; lanes do not wait
/// for each other. They are those of the official server: the messages of a chat, edited or not, share one, and each
/// other kind has one for each chat or, where a person acts rather than a chat changes, for each person.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Lane(String, Option<i64>);

impl Lane {
    pub(super) fn of(kind: &str, content: &Value) -> Self {
        let (family, whose) = match kind {
            "message" | "edited_message" | "channel_post" | "edited_channel_post" => ("message", "/chat/id"),
            "inline_query" | "chosen_inline_result" | "callback_query" => (kind, "/from/id"),
            "chat_member" => (kind, "/old_chat_member/user/id"),
            _ => (kind, "/chat/id"),
        };
        Lane(family.to_owned(), content.pointer(whose).and_then(Value::as_i64))
    }
}

/// The chat that an update is about, if it is about one: fault rules may name it.
pub(super) fn chat_of(content: &Value) -> Option<ChatId> {
    content["chat"]["id"].as_i64().or_else(|| content["message"]["chat"]["id"].as_i64())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_list_of_kinds_is_read_as_the_official_server_does() {
        let named = |list: Value| Wanted::from_json(&list).map(|wanted| wanted.unusual().map(<[_]>::to_vec));
        for (list, expected) in [
            (json!([]), Some(None)),
            (json!(["poll", "Message", "message"]), Some(Some(vec!["message", "poll"]))),
            (json!(["telepathy"]), Some(None)),
            (json!(["telepathy", "chat_member"]), Some(Some(vec!["chat_member"]))),
            (json!("message"), None),
            (json!(["message", 1]), None),
        ] {
            assert_eq!(named(list.clone()), expected, "{list}");
        }
    }

    #[test]
    fn lanes_are_by_chat_or_by_person() {
        let in_chat = |kind: &str, chat: i64| Lane::of(kind, &json!({ "chat": { "id": chat }, "from": { "id": 1 } }));
        assert_eq!(in_chat("message", 1), in_chat("edited_message", 1));
        assert_ne!(in_chat("message", 1), in_chat("message", 2));
        assert_ne!(in_chat("message", 1), in_chat("my_chat_member", 1));
        assert_eq!(in_chat("callback_query", 1), in_chat("callback_query", 2));
        assert_ne!(in_chat("callback_query", 1), in_chat("inline_query", 1));
    }
}
