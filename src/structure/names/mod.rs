//! The people, bodies and places of a text.
//!
//! [`find`] cuts runs of capital words into names, [`cases`] knows from which nominatives a form may come, [`people`]
//! brings together what means the same person, [`roles`] reads what a person is beside the name.

mod bodies;
mod cases;
mod english;
mod english_bodies;
mod entities;
mod find;
mod known;
mod people;
mod roles;
mod russian_bodies;

use std::ops::Range;

use super::quotes::{Cues, SAYS};
use super::speakers::{HONORIFIC, KIN, NAMELESS, TITLE, Titles};
use super::text::Text;
use super::tokens::{Case, Token};
pub(super) use bodies::{Body, bodies};
pub(super) use cases::{GENITIVE, Gender, NOMINATIVE, PREPOSITIONAL};
pub(super) use english::{head, is_preposition};
pub(super) use english_bodies::is_title_case;
pub(super) use entities::entities;
pub(super) use known::{Endings, Known};
pub(super) use people::{Mention, Person};
pub(super) use roles::{Role, clean, ends_kazakh, in_nominative};
pub(super) use russian_bodies::{body as body_of_kind, nested};

/// Who and what a text names; found once, for speakers and for the list of entities.
pub(super) struct Names {
    pub(super) people: Vec<Person>,
    /// In order, not overlapping.
    pub(super) mentions: Vec<Mention>,
    pub(super) titles: Titles,
    traits: Vec<known::Trait>,
}

impl Names {
    /// Finds the people of a text.
    pub(super) fn of(text: &Text, cues: &Cues) -> Self {
        let titles = Titles::of(text);
        let traits = text.lexicon.names.traits(text);
        let title = |at: usize| titles.is(text, at, TITLE | NAMELESS | KIN | HONORIFIC);
        let says = |at: usize| cues.is(text, at, SAYS);
        let mut in_small = vec![false; text.words.norms().len()];
        for id in text.tokens.iter().filter(|token| token.case == Case::Small).filter_map(Token::word) {
            in_small[id.0 as usize] = true;
        }
        let small = |at: usize| text.word(at).is_some_and(|id| in_small[id.0 as usize]);
        let look = find::Look { text, traits: &traits, title: &title, says: &says, small: &small, titles: &titles };
        let found = find::find(&look);
        let verb = |at: usize| if says(at) { gender_of_verb(text.norm(at)) } else { None };
        let (people, mentions) = people::people(text, &found, &verb);
        let mut names = Names { people, mentions, titles, traits };
        roles::read(text, cues, &mut names);
        english::tell_genders(text, &mut names);
        names
    }

    /// The mentions that begin in a range of tokens.
    pub(super) fn within(&self, range: Range<usize>) -> &[Mention] {
        let first = self.mentions.partition_point(|mention| mention.tokens.start < range.start);
        let last = self.mentions.partition_point(|mention| mention.tokens.start < range.end);
        &self.mentions[first..last.max(first)]
    }

    /// The mention in which a token stands.
    pub(super) fn at(&self, at: usize) -> Option<&Mention> {
        let next = self.mentions.partition_point(|mention| mention.tokens.start <= at);
        next.checked_sub(1).map(|found| &self.mentions[found]).filter(|mention| mention.tokens.contains(&at))
    }

    /// Whether the word at `at` is a kind of body.
    pub(super) fn is_body(&self, text: &Text, at: usize) -> bool {
        text.word(at).is_some_and(|id| self.traits[id.0 as usize] & known::BODY != 0)
    }

    /// What the word at `at` is to a name.
    fn traits_at(&self, text: &Text, at: usize) -> known::Trait {
        text.word(at).map_or(0, |id| self.traits[id.0 as usize])
    }
}

/// Whose deed a Russian verb in the past tells.
pub(super) fn gender_of_verb(norm: &str) -> Option<Gender> {
    let norm = norm.strip_suffix("ся").or(norm.strip_suffix("сь")).unwrap_or(norm);
    match () {
        () if norm.ends_with('л') => Some(Gender::Man),
        () if norm.ends_with("ла") => Some(Gender::Woman),
        () => None,
    }
}
