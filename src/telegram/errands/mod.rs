//! Errands: what commands ask for that only the store or Telegram knows, or that changes something in the store.

mod channels;
mod following;
mod history;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use teloxide::payloads::GetChatMember;
use teloxide::types::{ChatId, ChatMember, ThreadId, UserId};

use super::api::Api;
use super::limits::Limits;
use super::outbox::Posting;
use super::question::{AskedByMessage, AskedByPress};
use crate::article::Language;
use crate::commands::Place;
use crate::commands::reply::{Errand, Found};
use crate::library::Current;
use crate::store::{Store, StoreError};

/// Telegram's account for administrators who write as their group.
const ANONYMOUS_ADMINISTRATOR: UserId = UserId(1_087_968_824);

/// Runs errands.
#[derive(Debug)]
pub(super) struct Errands {
    store: Store,
    library: Arc<Current>,
    duty: Option<Duty>,
}

/// What a desk needs to do more than to answer.
#[derive(Debug)]
struct Duty {
    api: Api,
    posting: Posting,
}

/// Who asks for an errand, and where.
#[derive(Debug, Clone)]
pub(super) struct Asker {
    /// The chat.
    pub(super) chat: ChatId,
    /// What kind of chat that is.
    pub(super) place: Place,
    /// The topic of the chat.
    pub(super) thread: Option<ThreadId>,
    /// Who asks; nobody in a channel.
    pub(super) person: Option<UserId>,
    /// The language of the answer.
    pub(super) language: Language,
    /// The chat's clock.
    pub(super) zone: TimeZone,
}

impl Asker {
    /// Who wrote a message.
    pub(super) fn of_message(asked: &AskedByMessage, language: Language, zone: TimeZone) -> Self {
        let AskedByMessage { chat, place, thread, person, .. } = asked;
        let person = person.as_ref().map(|person| person.id);
        Self { chat: *chat, place: *place, thread: *thread, person, language, zone }
    }

    /// Who pressed a button.
    pub(super) fn of_press(asked: &AskedByPress, language: Language, zone: TimeZone) -> Self {
        let (chat, place) = asked.chat();
        Self { chat, place, thread: asked.thread, person: Some(asked.person.id), language, zone }
    }
}

impl Errands {
    /// To this store and this library; with nothing else at hand.
    pub(super) fn new(store: Store, library: Arc<Current>) -> Self {
        Self { store, library, duty: None }
    }

    /// Also by this way to Telegram and this outbox.
    pub(super) fn with(self, api: Api, posting: Posting) -> Self {
        Self { duty: Some(Duty { api, posting }), ..self }
    }

    /// Whether somebody is an editor.
    pub(super) fn is_editor(&self, person: UserId) -> bool {
        self.duty.as_ref().is_some_and(|duty| duty.posting.editors.contains(&person.0))
    }

    /// Runs an errand, which may find nothing.
    ///
    /// # Errors
    /// If the store fails.
    pub(super) async fn run(&self, errand: &Errand, asker: &Asker) -> Result<Option<Found>, StoreError> {
        match errand {
            Errand::History { article, change } => self.history(article, *change, &asker.zone).await,
            Errand::Following(asked) => self.following(asked, asker).await,
            Errand::Editing(wish) => Ok(Some(Found::Editing(Box::new(self.editing(wish, asker).await?)))),
            Errand::Told { digest, .. } => self.told(*digest, asker).await,
        }
    }

    /// Whether who asks may change what concerns all in the chat: in a group its administrators only. Where Telegram does not say, no.
    async fn may_change(&self, asker: &Asker) -> bool {
        if asker.place == Place::Private || asker.person == Some(ANONYMOUS_ADMINISTRATOR) {
            return true;
        }
        let (Some(duty), Some(person)) = (&self.duty, asker.person) else { return false };
        let ask = GetChatMember::new(asker.chat, person);
        match duty.api.call::<ChatMember>(&ask, Limits::default().call).await {
            Ok(member) => member.is_privileged(),
            Err(error) => {
                log::warn!("whether {person} is an administrator of {}: {error}", asker.chat);
                false
            }
        }
    }

    /// What was found for those who follow it may be told at another time now.
    async fn put_digests(&self) -> Result<(), StoreError> {
        if let Some(duty) = &self.duty {
            duty.posting.outbox.put_digests(self.now()).await?;
        }
        Ok(())
    }

    fn now(&self) -> Timestamp {
        self.duty.as_ref().map_or_else(Timestamp::now, |duty| (duty.posting.clock)())
    }
}
