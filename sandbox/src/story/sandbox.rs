//! The sandbox as a test holds it.

use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    panic::Location,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use super::{Chat, Core, User, done};
use crate::{
    Call, DEFAULT_NAME, DEFAULT_TOKEN, DEFAULT_USERNAME, Fault, Flood,
    http::{Server, Shared},
    seed,
    traffic::Traffic,
    world::{Bot, ChatKind, World},
};

/// A local Telegram with one bot. Dropping it stops the server and closes every connection.
pub struct Sandbox {
    core: Core,
    port: u16,
    token: String,
    username: String,
    server: Mutex<Option<Server>>,
}

/// A sandbox that is not started yet.
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until it is started"]
pub struct Builder {
    port: u16,
    token: String,
    username: String,
    name: String,
    patience: Duration,
    record: bool,
    seeded: bool,
    flood: Option<Flood>,
}

/// A loopback port that is free now, for a sandbox that starts later.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    match listener.and_then(|listener| listener.local_addr()) {
        Ok(address) => address.port(),
        Err(error) => panic!("no loopback port is free: {error}"),
    }
}

impl Builder {
    /// The port to serve on; 0, the default, takes a free one.
    pub fn port(self, port: u16) -> Self {
        Builder { port, ..self }
    }

    /// The bot's token: digits, a colon, a secret.
    pub fn token(self, token: &str) -> Self {
        Builder { token: token.to_owned(), ..self }
    }

    /// The bot's username.
    pub fn username(self, username: &str) -> Self {
        Builder { username: username.to_owned(), ..self }
    }

    /// The bot's name.
    pub fn name(self, name: &str) -> Self {
        Builder { name: name.to_owned(), ..self }
    }

    /// How long a handle waits before it panics; 10 s unless set.
    pub fn patience(self, patience: Duration) -> Self {
        Builder { patience, ..self }
    }

    /// Whether calls are remembered for [`Sandbox::calls`]; a load bench does without. They are counted in any case.
    pub fn record(self, record: bool) -> Self {
        Builder { record, ..self }
    }

    /// With flood limits, see [`Sandbox::flood`].
    pub fn flood(self, limits: Flood) -> Self {
        Builder { flood: Some(limits), ..self }
    }

    /// With the people and chats that a newcomer finds, see [`Sandbox::seed`].
    pub fn seeded(self) -> Self {
        Builder { seeded: true, ..self }
    }

    /// Starts the sandbox; panics when the port cannot be had.
    #[track_caller]
    pub fn start(self) -> impl Future<Output = Sandbox> + Send {
        let place = Location::caller();
        async move { self.try_start().unwrap_or_else(|error| panic!("{place}: the sandbox does not start: {error}")) }
    }

    /// Starts the sandbox; fails when the port cannot be had or the token has no id before its colon.
    pub fn try_start(self) -> io::Result<Sandbox> {
        let id = self.token.split(':').next().and_then(|id| id.parse().ok());
        let id = id.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "the token has no bot id"))?;
        let (token, username) = (self.token.clone(), self.username.clone());
        let mut world = World::new(Bot { id, username: self.username, name: self.name, token: self.token });
        world.flood.set(self.flood);
        if self.seeded {
            seed::seed(&mut world).map_err(|refusal| io::Error::other(refusal.0))?;
        }
        let shared = Arc::new(Shared::new(world, Traffic::new(self.record)));
        let server = Server::start(self.port, shared.clone())?;
        Ok(Sandbox {
            core: Core { shared, patience: self.patience },
            port: server.address.port(),
            token,
            username,
            server: Mutex::new(Some(server)),
        })
    }
}

impl Sandbox {
    /// Starts an empty sandbox on a free loopback port.
    #[track_caller]
    pub fn start() -> impl Future<Output = Sandbox> + Send {
        Self::builder().start()
    }

    /// A sandbox to be set up.
    pub fn builder() -> Builder {
        Builder {
            port: 0,
            token: DEFAULT_TOKEN.into(),
            username: DEFAULT_USERNAME.into(),
            name: DEFAULT_NAME.into(),
            patience: Duration::from_secs(10),
            record: true,
            seeded: false,
            flood: None,
        }
    }

    /// Adds Айгерим (kk), Иван (ru) and Anna (en), a group, a supergroup with topics, and a channel with its discussion
    /// group; the bot is in all of them.
    pub fn seed(&self) {
        done(seed::seed(&mut self.core.shared.world()));
    }

    /// The base address of the Bot API (what TELOXIDE_API_URL gets) and of the chat page, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The port that it serves on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The bot's token.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The bot's username, without `@`.
    pub fn bot_username(&self) -> &str {
        &self.username
    }

    /// The network goes: the server stops and every connection ends. People can go on talking.
    pub fn offline(&self) {
        drop(self.server().take());
    }

    /// The network is back, on the same port; panics when somebody else took it.
    #[track_caller]
    pub fn online(&self) {
        let mut server = self.server();
        if server.is_none() {
            match Server::start(self.port, self.core.shared.clone()) {
                Ok(started) => *server = Some(started),
                Err(error) => panic!("the sandbox does not start again: {error}"),
            }
        }
    }

    /// A new person, without a language; the private chat exists, but the bot cannot write to it before the person does.
    #[track_caller]
    pub fn user(&self, name: &str) -> User {
        let id = done(self.core.shared.world().add_person(name, None, None));
        User::new(self.core.clone(), id)
    }

    /// Another bot, which the sandbox's bot cannot write to.
    #[track_caller]
    pub fn other_bot(&self, name: &str) -> User {
        let mut world = self.core.shared.world();
        let id = done(world.add_person(name, None, None));
        done(world.change_person(id, |person| person.is_bot = true));
        drop(world);
        User::new(self.core.clone(), id)
    }

    /// A new basic group with the bot as a member, in privacy mode; the first person owns it.
    #[track_caller]
    pub fn group<'a>(&self, title: &str, members: impl IntoIterator<Item = &'a User>) -> Chat {
        self.chat(ChatKind::Group, title, members, Some(false))
    }

    /// A new basic group without the bot.
    #[track_caller]
    pub fn group_without_bot<'a>(&self, title: &str, members: impl IntoIterator<Item = &'a User>) -> Chat {
        self.chat(ChatKind::Group, title, members, None)
    }

    /// A new supergroup with the bot as a member, in privacy mode; the first person owns it.
    #[track_caller]
    pub fn supergroup<'a>(&self, title: &str, members: impl IntoIterator<Item = &'a User>) -> Chat {
        self.chat(ChatKind::Supergroup, title, members, Some(false))
    }

    /// A new channel with the bot as an administrator.
    #[track_caller]
    pub fn channel(&self, title: &str, owner: &User) -> Chat {
        self.chat(ChatKind::Channel, title, [owner], Some(true))
    }

    /// Puts a fault in force.
    pub fn fault(&self, fault: Fault) {
        self.core.shared.world().add_fault(fault);
    }

    /// Ends all faults.
    pub fn clear_faults(&self) {
        self.core.shared.world().end_faults();
    }

    /// Switches flood limits on: who sends or edits more gets 429 with the seconds to wait. `None` switches them off.
    pub fn flood(&self, limits: impl Into<Option<Flood>>) {
        self.core.shared.world().set_flood(limits.into());
    }

    /// Makes the updates that wait this many hours older, and open button presses and inline queries too old to be
    /// answered; what is older than 24 hours is dropped.
    pub fn age(&self, hours: u32) {
        self.core.shared.world().age(hours);
    }

    /// Lets the bot in again after its logOut; its next call does so after close.
    pub fn login(&self) {
        self.core.shared.world().log_in();
    }

    /// Makes all open button presses and inline queries too old to be answered.
    pub fn expire_queries(&self) {
        self.core.shared.world().expire_queries();
    }

    /// The calls of a method (its published name) that have ended, oldest first.
    pub fn calls(&self, method: &str) -> Vec<Call> {
        self.core.shared.traffic().calls(|name| name == method)
    }

    /// All calls that have ended, oldest first.
    pub fn all_calls(&self) -> Vec<Call> {
        self.core.shared.traffic().calls(|_| true)
    }

    /// How many calls of a method (or, as `webhook`, deliveries) have begun; counted even when calls are not remembered.
    pub fn call_count(&self, method: &str) -> u64 {
        self.core.shared.traffic().begun(method)
    }

    /// Waits until a method was called for the first time; returns at once when it was.
    #[track_caller]
    pub fn when_called(&self, method: &str) -> impl Future<Output = ()> + Send {
        self.when_called_times(method, 1)
    }

    /// Waits until a method was called this many times since the sandbox began; a call counts when it begins. `webhook`
    /// stands for deliveries to the webhook.
    #[track_caller]
    pub fn when_called_times(&self, method: &str, times: u64) -> impl Future<Output = ()> + Send {
        let place = Location::caller();
        async move {
            let changed = self.core.shared.traffic().changed.subscribe();
            let look = |shared: &Shared| (shared.traffic().begun(method) >= times).then_some(());
            let missing = || format!("{place}: {method} was called {} times, not {times}", self.call_count(method));
            self.core.wait(changed, look, missing).await;
        }
    }

    /// How many updates the bot has not confirmed.
    pub fn pending_updates(&self) -> usize {
        self.core.shared.world().updates.pending()
    }

    /// All updates with an id below this one are confirmed.
    pub fn confirmed_offset(&self) -> i64 {
        self.core.shared.world().updates.confirmed()
    }

    /// Waits until the bot has confirmed every update, by getUpdates or through its webhook.
    #[track_caller]
    pub fn all_confirmed(&self) -> impl Future<Output = ()> + Send {
        let place = Location::caller();
        async move {
            let changed = self.core.shared.world().updates.changed.subscribe();
            let look = |shared: &Shared| (shared.world().updates.pending() == 0).then_some(());
            let missing = || format!("{place}: {} updates are not confirmed", self.pending_updates());
            self.core.wait(changed, look, missing).await;
        }
    }

    #[track_caller]
    fn chat<'a>(
        &self,
        kind: ChatKind,
        title: &str,
        members: impl IntoIterator<Item = &'a User>,
        bot_admin: Option<bool>,
    ) -> Chat {
        let members: Vec<i64> = members.into_iter().map(User::id).collect();
        let Some(&owner) = members.first() else { panic!("{title} needs at least one member") };
        let id = {
            let mut world = self.core.shared.world();
            let id = done(world.make_chat(kind, title, owner, &members));
            if let Some(admin) = bot_admin {
                done(world.invite_bot(id, admin));
            }
            id
        };
        Chat::new(self.core.clone(), id)
    }

    fn server(&self) -> std::sync::MutexGuard<'_, Option<Server>> {
        self.server.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
