//! What people read: Telegram's HTML, and texts that are split into pages or shortened, never inside a word that could stay whole.

mod cut;
mod html;
mod passage;

pub(super) use cut::{is_blank, label, line};
pub(super) use html::{Html, Style};
pub(super) use passage::{Passage, excerpt};

/// The most characters that a message may have after its entities are parsed (TELEGRAM.md).
pub(super) const MESSAGE: usize = 4_096;

/// The most characters of running text on one page of a message: comfortable on a phone,
/// and leaves room for what stands around it.
pub(super) const PAGE: usize = 2_500;

/// The most characters of a name, a title or a label among other lines.
pub(super) const LINE: usize = 200;
