//! A local Telegram.
