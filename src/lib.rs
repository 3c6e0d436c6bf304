//! Derek: a Telegram bot that answers with verified quotes, figures and summaries of news articles.
//!
//! The way of a question: [`telegram`] takes an update in and turns it into an input; [`commands`] answers it
//! from the [`library`], in the words of the [`locale`]; [`telegram`] sends the reply. The modules stand here in the order in which
//! they are best read; each depends only on those above it (ARCHITECTURE.md).

pub mod article;
pub mod commands;
pub mod library;
pub mod locale;
pub mod telegram;
