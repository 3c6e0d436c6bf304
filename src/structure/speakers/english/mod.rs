//! English attributions: the subject of the verb that brings the speech is who speaks.
//!
//! [`attributions`] looks at the words around a quotation: [`grammar`] cuts groups of them, [`subject`] finds the one
//! that a verb has for its subject, [`refer`] tells whom it means: a title ([`titled`]), a body ([`groups`]), a pronoun
//! ([`pronouns`]), the owner of a document ([`documents`]). [`bodies`] knows firms and ministries by their other names,
//! [`topics`] what each sentence is about, by which pronouns and speech without an attribution are understood.

mod attributions;
mod bodies;
mod documents;
mod grammar;
mod groups;
mod pronouns;
mod refer;
mod roles;
mod subject;
#[cfg(test)]
mod tests;
mod titled;
mod topics;

use super::super::names::{Body, Names};
use super::super::quotes::Form;
use super::super::text::Text;
use super::{Search, Speaker};
use crate::article::Language::En;
use bodies::Called;
use grammar::Grammar;
use refer::Meant;
use roles::Roles;

/// A speaker of whom less is sure is none.
const LEAST: f32 = 0.5;
/// A clause or a sentence is read no further than this.
const LONGEST: usize = 80;

/// What is known of an English text.
pub(super) struct English {
    grammar: Grammar,
    called: Called,
    roles: Roles,
    /// Whom or what each sentence is about, as far as the text was read.
    topics: Vec<Option<Meant>>,
}

impl English {
    pub(super) fn of(text: &Text, names: &Names, bodies: &[Body]) -> Self {
        let called = if text.language == En { Called::of(text, names, bodies) } else { Called::default() };
        let roles = if text.language == En { Roles::of(text, names) } else { Roles::default() };
        English { grammar: Grammar::of(text), called, roles, topics: Vec::new() }
    }
}

impl Search<'_> {
    /// The speaker of a quotation in an English text.
    pub(super) fn english_speaker(&self, number: usize) -> Speaker {
        let speech = &self.speeches[number];
        let start = speech.parts[0].start;
        // `Ann Lee said, “Instead of talking,” Tom Hill “opted for a fight”`
        let brought = speech.lead.clone().is_some_and(|lead| {
            (lead.end.saturating_sub(2).max(lead.start)..lead.end).any(|at| self.reader().says(at))
        });
        let before = brought.then(|| self.of_lead(speech, number)).flatten();
        let found = before
            .or_else(|| self.of_clause(speech))
            .or_else(|| self.of_lead(speech, number))
            .or_else(|| self.of_tail(speech))
            .map(|meant| meant.speaker)
            .unwrap_or_else(|| match speech.form {
                Form::Bare => self.goes_on(number, start),
                Form::Direct => Speaker::unknown(speech.clause.clone()),
                Form::Fragment => self.of_its_sentence(speech),
            });
        if found.confidence < LEAST { Speaker::unknown(found.mention) } else { found }
    }
}
