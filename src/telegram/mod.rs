//! The only place that names teloxide: updates in, replies out.
//!
//! An update's way: [`poll`] fetches it and notes it as in hand; [`question`] reads what is asked; [`lanes`] keeps the order within
//! a chat; [`bot`] has it answered by [`desk`], isolated in [`think`]; [`deliver`] sends what came of it; then it may be confirmed. What takes long is
//! kept in the [`inbox`] meanwhile. teloxide's own dispatcher and polling are not used: TELEGRAM.md says what they do wrong.

mod api;
mod bot;
mod counters;
mod darkroom;
mod deliver;
mod desk;
mod errands;
mod heartbeat;
mod in_hand;
mod inbox;
mod lanes;
mod ledger;
mod limits;
mod menu;
mod outbox;
mod photo;
mod poll;
mod question;
mod settings;
mod think;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use teloxide::payloads::{DeleteWebhook, GetMe};
use teloxide::types::Me;

pub use api::{Api, CallError};
pub use counters::{Counter, Counters};
pub use darkroom::Album;
pub use desk::{Answers, Desk, Outcome};
pub use heartbeat::last_heard;
pub use limits::{Backoff, Limits};
pub use outbox::{Clock, Posting};
pub use question::{AskedByMessage, AskedByPress, AskedInline, ChosenInline, Person, Question, Standing};

use crate::locale::Locales;
use crate::outbox::meaning::{Deed, Meaning};
use crate::picture::Studio;
use crate::store::Store;
use darkroom::Darkroom;
use inbox::Inbox;
use ledger::Ledger;

/// Why the bot can't go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Ended {
    /// No bot has this token.
    #[error("Telegram does not know this token: see TELOXIDE_TOKEN, and whether @BotFather has revoked it")]
    WrongToken,
}

/// What a bot needs to run.
#[derive(Debug)]
pub struct Run<A> {
    /// The way to the Bot API.
    pub api: Api,
    /// Who the bot is, from [`connect`].
    pub me: Me,
    /// Who answers.
    pub answers: Arc<A>,
    /// The words of the command menu.
    pub locales: Arc<Locales>,
    /// Where it is kept which updates were handled; without one, that is forgotten with the process.
    pub store: Option<Store>,
    /// The folder where updates that take long are kept; without one, they delay the next batch.
    pub inbox: Option<PathBuf>,
    /// The file whose age tells when Telegram was last heard: see [`last_heard`].
    pub heartbeat: Option<PathBuf>,
    /// What leaves without anybody waiting for it; without it, nothing does.
    pub posting: Option<Posting>,
    /// Draws pictures.
    pub studio: Studio,
    /// The times and counts by which it works.
    pub limits: Limits,
    /// What happens is counted here.
    pub counters: Arc<Counters>,
}

/// Asks Telegram who the bot is; waits and tries again while Telegram can't be reached, and says so once.
///
/// # Errors
/// [`Ended::WrongToken`], as soon as that is clear.
pub async fn connect(api: &Api, limits: &Limits) -> Result<Me, Ended> {
    let mut failures = 0;
    loop {
        match api.call::<Me>(&GetMe::new(), limits.call).await {
            Ok(me) => {
                log::info!("connected as @{}", me.username());
                return Ok(me);
            }
            Err(error) if error.meaning(Deed::Send) == Meaning::WrongToken => return Err(Ended::WrongToken),
            Err(error) => {
                if failures == 0 {
                    log::warn!("Telegram can't be reached, trying again until it can: {error}");
                }
                failures += 1;
                tokio::time::sleep(limits.backoff.wait(failures, fastrand::f64())).await;
            }
        }
    }
}

/// Runs the bot until `stop` is done: then it fetches no more, finishes what is in hand within [`Limits::stop`], and confirms it.
///
/// # Errors
/// [`Ended`] says why it can't go on.
pub async fn run<A: Answers>(run: Run<A>, stop: impl Future<Output = ()>) -> Result<(), Ended> {
    let Run { api, me, answers, locales, store, inbox, heartbeat, posting, studio, limits, counters } = run;
    let inbox = inbox.and_then(|folder| open_inbox(&folder, me.id.0));
    let darkroom = Arc::new(Darkroom::open(studio, store.clone(), answers.album()).await);
    let mut estate = bot::Estate { inbox, posting: posting.clone(), ..bot::Estate::default() };
    if let Some(store) = store {
        let (ledger, before) = Ledger::open(store, me.id.0, limits.backoff).await;
        (estate.ledger, estate.before) = (Some(ledger), before);
    }
    let bot = bot::Bot::new(api, me, answers, estate, darkroom, limits, counters);
    let (stop_sending, stopped) = tokio::sync::oneshot::channel::<()>();
    let sending = posting.map(|posting| {
        let sender = send(&bot, posting);
        AbortOnDrop(tokio::spawn(sender.run(async { drop(stopped.await) })))
    });
    let menu = tokio::spawn(menu::set(Arc::clone(&bot), locales));
    // Polling is refused while a webhook of an earlier life is set.
    bot.delivery().call(&DeleteWebhook::new()).await;
    let stop = async move {
        stop.await;
        drop(stop_sending);
    };
    let ended = poll::poll(&bot, heartbeat, stop).await;
    menu.abort();
    if let Some(mut sending) = sending
        && let Err(error) = (&mut sending.0).await
    {
        log::error!("the outbox: {error}");
    }
    bot.flush().await;
    log::info!("stopped: {}", bot.counters);
    ended
}

/// The one who sends what nobody waits for.
fn send<A: Answers>(bot: &Arc<bot::Bot<A>>, posting: Posting) -> Arc<outbox::Sender> {
    let answers = Arc::clone(&bot.answers);
    Arc::new(outbox::Sender {
        api: bot.api.clone(),
        posting,
        limits: bot.limits.clone(),
        counters: Arc::clone(&bot.counters),
        darkroom: Arc::clone(&bot.darkroom),
        moved: Box::new(move |from, to| {
            let answers = Arc::clone(&answers);
            Box::pin(async move { answers.moved(from, to).await })
        }),
    })
}

/// A task that ends when nobody waits for it any more.
struct AbortOnDrop(tokio::task::JoinHandle<()>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn open_inbox(folder: &Path, bot: u64) -> Option<Inbox> {
    Inbox::open(folder, bot)
        .inspect_err(|error| log::warn!("updates that take long can't be kept on disk: {error}"))
        .ok()
}
