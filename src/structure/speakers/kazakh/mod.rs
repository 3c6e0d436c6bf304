//! Who speaks in a Kazakh text.
//!
//! [`subject`] finds the words that point to the speaker: a subject has no ending of case, and its last word is what it is.
//! [`titles`] knows whom a title means, [`topic`] whom a pronoun means, or a verb without a subject.

mod subject;
mod titles;
mod topic;

pub(super) use subject::is_beside;
