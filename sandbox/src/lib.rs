//! A local Telegram: a Bot API server on loopback, people who talk to the bot, and faults on request.
//!
//! Start with [`Sandbox`]: it serves the Bot API and the chat page over HTTP, and its handles ([`User`], [`Chat`],
//! [`Message`]) do what people do, so that a test reads like the story:
//!
//! ```no_run
//! # async fn story() {
//! use telegram_sandbox::{Fault, Sandbox};
//!
//! let telegram = Sandbox::start().await;
//! // … start the bot with telegram.url() and telegram.token() …
//! let aida = telegram.user("Aida").language("kk");
//! let chat = aida.private();
//! aida.say(&chat, "/quote");
//! let reply = chat.next().await;
//! let toast = aida.press(&reply, "›").await;
//! let edited = reply.edited().await;
//! assert!(edited.text().contains("2/3") && toast.text.is_none());
//! telegram.fault(Fault::on("sendMessage").in_chat(&chat).times(2).too_many_requests(1));
//! # }
//! ```
//!
//! Inside, `world` holds what there is and what happens, `api` the Bot API's methods, `text` formatting, `control` the
//! HTTP interface of page and people, `http` the edge. No code is shared with any bot.

mod acts;
mod api;
mod control;
mod faults;
mod flood;
mod http;
mod limits;
mod page;
mod seed;
mod story;
mod text;
mod traffic;
mod world;

pub use faults::Fault;
pub use flood::Flood;
pub use story::{
    Builder, Button, ButtonKind, Chat, File, Found, FoundResult, Message, Sandbox, Toast, Topic, User, free_port,
};
pub use traffic::{Call, RECORD_VARIABLE};
pub use world::MediaKind;

/// The token of the sandbox's bot unless another is set: well formed, and known to nobody else.
pub const DEFAULT_TOKEN: &str = "4242424242:sandbox-token-that-opens-no-real-b0";
/// The bot's username unless another is set.
pub const DEFAULT_USERNAME: &str = "derek_bot";
/// The bot's name unless another is set.
pub const DEFAULT_NAME: &str = "Derek";
