//! Who speaks in a Kazakh text.
//!
//! [`subject`] finds the words that point to the speaker: a subject has no ending of case, and its last word is what it is.
//! [`inside`] tells whose words a speaker gives, [`titles`] knows whom a title means, [`topic`] whom a pronoun means, or a verb without a subject, [`told`] what a
//! sentence right before tells of who speaks next, [`unnamed`] who has no name and is yet told from others.

mod inside;
mod subject;
#[cfg(test)]
mod tests;
mod titles;
mod told;
mod topic;
mod unnamed;

pub(super) use subject::{is_beside, is_governed, is_himself};
pub(super) use topic::Topic;
