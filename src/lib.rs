//! Derek: a Telegram bot that answers with verified quotes, figures and summaries of news articles.
//!
//! The way of a question: [`telegram`] takes an update in and turns it into a question; [`commands`] answers it from the
//! [`library`], in the words of the [`locale`]; [`telegram`] sends what came of it. [`config`] and [`logging`] serve the command line.
//!
//! Read the modules in this order, each of which depends only on those before it: [`article`], [`library`], [`locale`],
//! [`following`], [`commands`], [`store`], [`outbox`], [`telegram`] (ARCHITECTURE.md tells more).

pub mod article;
pub mod commands;
pub mod config;
pub mod following;
pub mod jobs;
mod kazakh;
pub mod library;
pub mod locale;
pub mod logging;
pub mod outbox;
pub mod picture;
pub mod store;
pub mod structure;
pub mod telegram;
pub mod terminal;
