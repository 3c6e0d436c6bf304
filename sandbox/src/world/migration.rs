//! A basic group becomes a supergroup: a new chat with a new id, in which all go on.

use super::{Author, Chat, ChatId, ChatKind, EventKind, Message, Refusal, Service, World};

impl World {
    /// Makes a supergroup of a basic group; gives its id. The messages stay in the old chat, where nobody speaks any more.
    pub(crate) fn migrate(&mut self, old: ChatId) -> Result<ChatId, Refusal> {
        let group = self.chat(old)?;
        if group.kind != ChatKind::Group || group.migrated_to.is_some() {
            return Err(format!("chat {old} is no basic group that can become a supergroup").into());
        }
        let (owner, title, standing) = (group.owner, group.title.clone(), group.bot);
        let (members, admins) = (group.members.clone(), group.admins.clone());
        let new = self.new_chat_id(ChatKind::Supergroup)?;
        let chat = Chat { members, admins, bot: standing, ..Chat::new(new, ChatKind::Supergroup, &title, owner) };
        self.add_chat(chat);
        self.put(old, Message::service(Author::Person(owner), Service::MigratedTo(new)));
        if let Some(group) = self.chats.get_mut(&old) {
            group.migrated_to = Some(new);
            group.hide(|_, _| true);
        }
        self.happened(EventKind::Chat(old));
        self.put(new, Message::service(Author::Person(owner), Service::MigratedFrom(old)));
        Ok(new)
    }
}
