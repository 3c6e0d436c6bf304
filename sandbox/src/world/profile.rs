//! What the bot says of itself, per language, and its menu button.

use std::collections::BTreeMap;

use super::{EventKind, UserId, World};

/// A text of the bot's about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum About {
    Name,
    /// What an empty chat with the bot shows.
    Description,
    /// What the bot's page shows.
    ShortDescription,
}

/// The button beside the input of a private chat.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum MenuButton {
    /// The one that the bot set for all chats, or else the commands.
    #[default]
    Default,
    Commands,
    WebApp {
        text: String,
        url: String,
    },
}

/// The texts that are set, the language a two-letter code or empty for all, and the menu buttons.
#[derive(Default)]
pub(super) struct Profile {
    texts: BTreeMap<(About, String), String>,
    menu_button: MenuButton,
    /// Those of private chats that have their own.
    own_menu_buttons: BTreeMap<UserId, MenuButton>,
}

impl World {
    /// Sets a text for a language; an empty one is as good as none.
    pub(crate) fn set_about(&mut self, about: About, language: String, text: String) {
        if text.is_empty() {
            self.profile.texts.remove(&(about, language));
        } else {
            self.profile.texts.insert((about, language), text);
        }
        self.happened(EventKind::Bot);
    }

    /// A text as people with this language see it. The name falls back to the one that the sandbox was started with.
    pub(crate) fn about(&self, about: About, language: &str) -> &str {
        let found = [language, ""].into_iter().find_map(|code| self.profile.texts.get(&(about, code.to_owned())));
        let fallback = if about == About::Name { &self.bot.name } else { "" };
        found.map_or(fallback, String::as_str)
    }

    /// The bot's name for people without a language of their own.
    pub(crate) fn bot_name(&self) -> &str {
        self.about(About::Name, "")
    }

    /// Sets the menu button of a private chat, or of all that have none.
    pub(crate) fn set_menu_button(&mut self, user: Option<UserId>, button: MenuButton) {
        match user {
            None => self.profile.menu_button = button,
            Some(user) if button == MenuButton::Default => drop(self.profile.own_menu_buttons.remove(&user)),
            Some(user) => drop(self.profile.own_menu_buttons.insert(user, button)),
        }
        match user {
            Some(user) => self.happened(EventKind::Chat(user)),
            None => self.happened(EventKind::Bot),
        }
    }

    /// The menu button of a private chat, or of all that have none.
    pub(crate) fn menu_button(&self, user: Option<UserId>) -> &MenuButton {
        let own = user.and_then(|user| self.profile.own_menu_buttons.get(&user));
        own.unwrap_or(&self.profile.menu_button)
    }
}
