//! Faults and flood limits: what makes the server refuse, and the news of it.

use super::{ChatId, ChatKind, EventKind, Refusal, World};
use crate::{
    faults::{Fault, FaultKind, Stage},
    flood::Flood,
};

impl World {
    /// Puts a fault in force; gives its id.
    pub(crate) fn add_fault(&mut self, fault: Fault) -> u64 {
        let id = self.faults.add(fault);
        self.happened(EventKind::Faults);
        id
    }

    /// Ends a fault.
    pub(crate) fn end_fault(&mut self, id: u64) -> Result<(), Refusal> {
        if !self.faults.remove(id) {
            return Err(format!("there is no fault {id}").into());
        }
        self.happened(EventKind::Faults);
        Ok(())
    }

    /// Ends all faults.
    pub(crate) fn end_faults(&mut self) {
        self.faults.clear();
        self.happened(EventKind::Faults);
    }

    /// The faults that hit a call, or a delivery to the webhook, at this stage.
    pub(crate) fn faults_for(&mut self, stage: Stage, method: &str, chat: Option<ChatId>) -> Vec<FaultKind> {
        let hits = self.faults.take(stage, method, chat);
        if !hits.is_empty() {
            self.happened(EventKind::Faults);
        }
        hits
    }

    /// Switches flood limits on, or off.
    pub(crate) fn set_flood(&mut self, limits: Option<Flood>) {
        self.flood.set(limits);
        self.happened(EventKind::Faults);
    }

    /// How many seconds the bot has to wait before it may send or edit in this chat; `None` when it may now, and then
    /// this counts.
    pub(crate) fn flood_wait(&mut self, chat: Option<ChatId>) -> Option<u64> {
        let chat = chat.and_then(|id| self.chats.get(&id));
        let chat = chat.map(|chat| (chat.id, chat.kind != ChatKind::Private));
        self.flood.send(chat, self.begun.elapsed())
    }
}
