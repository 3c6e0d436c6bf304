//! Reactions: the small pictures under a message.

use serde_json::{Value, json};

use super::{ChatId, ChatKind, Message, MessageId, Standing, UserId, World};

/// Somebody's reaction to a message. Nobody has more than one on a message: more are for Premium.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reaction {
    pub(crate) emoji: &'static str,
    /// A person or the bot.
    pub(crate) by: UserId,
}

/// The emoji of `ReactionTypeEmoji`, as the Bot API lists them.
const EMOJI: [&str; 73] = [
    "❤",
    "👍",
    "👎",
    "🔥",
    "🥰",
    "👏",
    "😁",
    "🤔",
    "🤯",
    "😱",
    "🤬",
    "😢",
    "🎉",
    "🤩",
    "🤮",
    "💩",
    "🙏",
    "👌",
    "🕊",
    "🤡",
    "🥱",
    "🥴",
    "😍",
    "🐳",
    "❤‍🔥",
    "🌚",
    "🌭",
    "💯",
    "🤣",
    "⚡",
    "🍌",
    "🏆",
    "💔",
    "🤨",
    "😐",
    "🍓",
    "🍾",
    "💋",
    "🖕",
    "😈",
    "😴",
    "😭",
    "🤓",
    "👻",
    "👨‍💻",
    "👀",
    "🎃",
    "🙈",
    "😇",
    "😨",
    "🤝",
    "✍",
    "🤗",
    "🫡",
    "🎅",
    "🎄",
    "☃",
    "💅",
    "🤪",
    "🗿",
    "🆒",
    "💘",
    "🙉",
    "🦄",
    "😘",
    "💊",
    "🙊",
    "😎",
    "👾",
    "🤷‍♂",
    "🤷",
    "🤷‍♀",
    "😡",
];

/// The reaction emoji that a text names, with or without the selector of the coloured picture (U+FE0F).
pub(crate) fn reaction_emoji(text: &str) -> Option<&'static str> {
    let plain = text.replace('\u{fe0f}', "");
    EMOJI.into_iter().find(|emoji| **emoji == plain)
}

/// Each emoji with how many chose it, in the order in which they came.
pub(crate) fn tally(reactions: &[Reaction]) -> Vec<(&'static str, usize)> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for reaction in reactions {
        match counts.iter_mut().find(|(emoji, _)| *emoji == reaction.emoji) {
            Some((_, count)) => *count += 1,
            None => counts.push((reaction.emoji, 1)),
        }
    }
    counts
}

impl World {
    /// Sets or takes away somebody's reaction to a message, and tells the bot of a person's if it may know.
    pub(crate) fn set_reaction(&mut self, chat: ChatId, id: MessageId, by: UserId, emoji: Option<&'static str>) {
        let Some(message) = self.message_mut(chat, id) else { return };
        let old = message.reactions.iter().find(|reaction| reaction.by == by).map(|reaction| reaction.emoji);
        if old == emoji {
            return;
        }
        message.reactions.retain(|reaction| reaction.by != by);
        message.reactions.extend(emoji.map(|emoji| Reaction { emoji, by }));
        self.touch(chat, id);
        if by != self.bot.id {
            self.tell_reaction(chat, id, by, old, emoji);
        }
    }

    /// The bot hears of reactions where it is an administrator and in private chats; in channels nobody is named.
    fn tell_reaction(&mut self, chat: ChatId, id: MessageId, by: UserId, old: Option<&str>, new: Option<&str>) {
        let Some(place) = self.chats.get(&chat) else { return };
        let knows = match place.kind {
            ChatKind::Private => place.has_bot(),
            _ => place.bot == Standing::Admin,
        };
        if !knows {
            return;
        }
        let mut update = json!({ "chat": self.chat_json(chat), "message_id": id, "date": Self::now() });
        if place.kind == ChatKind::Channel {
            let reactions = self.message(chat, id).map(reaction_counts_json);
            update["reactions"] = reactions.unwrap_or_default();
            self.updates.push("message_reaction_count", &update);
        } else {
            let list = |emoji: Option<&str>| emoji.into_iter().map(reaction_json).collect::<Value>();
            update["user"] = self.user_json(by);
            update["old_reaction"] = list(old);
            update["new_reaction"] = list(new);
            self.updates.push("message_reaction", &update);
        }
    }
}

fn reaction_json(emoji: &str) -> Value {
    json!({ "type": "emoji", "emoji": emoji })
}

fn reaction_counts_json(message: &Message) -> Value {
    let counts = tally(&message.reactions).into_iter();
    counts.map(|(emoji, count)| json!({ "type": reaction_json(emoji), "total_count": count })).collect()
}
