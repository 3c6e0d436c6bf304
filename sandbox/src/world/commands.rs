//! The command menu, per scope and language.

use std::collections::BTreeMap;

use super::{ChatId, ChatKind, EventKind, UserId, World};

/// A command of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Command {
    pub(crate) command: String,
    pub(crate) description: String,
}

/// For whom a menu is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    Default,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat(ChatId),
    ChatAdministrators(ChatId),
    ChatMember(ChatId, UserId),
}

/// The menus that are set; the language is a two-letter code, or empty for all.
#[derive(Default)]
pub(super) struct Commands {
    menus: BTreeMap<(Scope, String), Vec<Command>>,
}

impl World {
    /// Sets a menu; an empty one is as good as none.
    pub(crate) fn set_commands(&mut self, scope: Scope, language: String, commands: Vec<Command>) {
        if commands.is_empty() {
            self.commands.menus.remove(&(scope, language));
        } else {
            self.commands.menus.insert((scope, language), commands);
        }
        self.happened(EventKind::Commands);
    }

    /// The menu set for exactly this scope and language.
    pub(crate) fn commands(&self, scope: Scope, language: &str) -> &[Command] {
        self.commands.menus.get(&(scope, language.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The menu that a person sees in a chat: the narrowest scope first, in each the person's language before none.
    pub(crate) fn commands_seen(&self, chat: ChatId, user: UserId) -> &[Command] {
        let Some(place) = self.chats.get(&chat) else { return &[] };
        let language = self.people.get(&user).and_then(|person| person.language.clone()).unwrap_or_default();
        let mut scopes = Vec::new();
        if place.kind == ChatKind::Private {
            scopes.extend([Scope::Chat(chat), Scope::AllPrivateChats]);
        } else {
            let admin = place.admins.contains(&user);
            scopes.push(Scope::ChatMember(chat, user));
            scopes.extend(admin.then_some(Scope::ChatAdministrators(chat)));
            scopes.push(Scope::Chat(chat));
            scopes.extend(admin.then_some(Scope::AllChatAdministrators));
            scopes.push(Scope::AllGroupChats);
        }
        scopes.push(Scope::Default);
        let menus = scopes.iter().flat_map(|&scope| [self.commands(scope, &language), self.commands(scope, "")]);
        menus.into_iter().find(|menu| !menu.is_empty()).unwrap_or(&[])
    }
}
