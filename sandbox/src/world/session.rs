//! Whether the bot is logged in here, as logOut and close leave it.

use super::World;

/// Where the bot stands with this server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Session {
    #[default]
    Open,
    /// After close: the next call opens it again.
    Closed,
    /// After logOut.
    LoggedOut,
}

impl Session {
    pub(crate) fn is_open(self) -> bool {
        self == Session::Open
    }
}

impl World {
    /// The bot logs out: its webhook and the updates that wait are gone.
    pub(crate) fn log_out(&mut self) {
        self.webhook = None;
        self.updates.clear();
        self.enter(Session::LoggedOut);
    }

    /// The bot is closed; its webhook and its updates wait.
    pub(crate) fn close(&mut self) {
        self.updates.deliver_afresh();
        self.enter(Session::Closed);
    }

    /// The bot comes back, from wherever it was.
    pub(crate) fn log_in(&mut self) {
        if !self.session.is_open() {
            self.enter(Session::Open);
        }
    }

    fn enter(&mut self, session: Session) {
        self.session = session;
        // A getUpdates that waits and the webhook have to look.
        self.updates.tell();
    }
}
