//! Whom a Kazakh title means: who has it as a role, who is called so beside the name, or whom the text tells of right before.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::Mention;
use super::super::titles::{self, DESCRIBED, KIN, NAMELESS, OFFICE, TITLE};
use super::super::{Search, Speaker};
use crate::kazakh;

/// A name with the same word before it is looked for among so many mentions.
const MENTIONS: usize = 200;
/// Whom a word without a name means is told in no more sentences before it.
const NEAR: usize = 4;

impl Search<'_> {
    /// The speaker whom a title, or any other word for a person, means.
    pub(in crate::structure::speakers) fn titled_in_kazakh(
        &self,
        phrase: Range<usize>,
        head: usize,
        start: usize,
    ) -> Speaker {
        let text = self.text;
        let is = |kind| self.names.titles.is(text, head, kind);
        if self.is_nobody(&phrase, head) || self.wants_no_name(head) {
            return Speaker::unknown(Some(phrase));
        }
        if let Some((fit, person)) = self.holder(&phrase, head, start, None) {
            return self.person(person, Some(phrase), Rule::Title, if fit >= 4 { 0.9 } else { 0.8 });
        }
        if let Some(person) = self.called(head, start) {
            return self.person(person, Some(phrase), Rule::Title, 0.75);
        }
        if is(KIN) && !self.names.within(phrase.clone()).is_empty() {
            return self.worded(phrase, Rule::Title);
        }
        if is(NAMELESS) || is(KIN) {
            return Speaker::unknown(Some(phrase));
        }
        let capital = phrase.clone().skip(1).any(|at| text.tokens[at].is_capital());
        if is(TITLE) && capital {
            // `Франция сыртқы істер министрі`: somebody else, whom the text does not name.
            return self.worded(phrase, Rule::Title);
        }
        let place = head.min(start);
        let near = match self.kazakh_subject_before(place) {
            Some(subject) => subject,
            None => self.recent_within(NEAR, place, None),
        };
        // An office is held by name or not at all, and who holds one is no `сарапшы`.
        let trade = is(TITLE) && !is(DESCRIBED);
        let fits = |person: &usize| {
            let roles = &self.names.people[*person].roles;
            let in_office = roles.iter().any(|role| self.names.titles.is(text, role.head, OFFICE));
            if is(OFFICE) { roles.is_empty() } else { !(trade && in_office) }
        };
        match near.filter(fits) {
            Some(person) => self.person(person, Some(phrase), Rule::Title, 0.6),
            None => Speaker::unknown(Some(phrase)),
        }
    }

    /// Whether nobody in particular is meant, or somebody new: `сарапшылар`, `тағы бір тұрғын`, `тұрғындардың бірі`.
    pub(super) fn is_nobody(&self, phrase: &Range<usize>, head: usize) -> bool {
        let norm = self.text.norm(head);
        let many = || {
            kazakh::PLURAL.iter().filter_map(|plural| norm.rfind(plural)).any(|at| {
                let plural = kazakh::ending(&norm[..at], &norm[at..]);
                plural.is_some_and(|ending| ending.plural) && norm[..at].chars().count() > 3
            })
        };
        let other = |at: usize| matches!(self.text.norm(at), "бір" | "тағы" | "басқа" | "кейбір" | "өзге");
        matches!(norm, "бірі" | "біреуі" | "біреу" | "көбі" | "бәрі" | "барлығы" | "екіншісі")
            || phrase.clone().any(other)
            || many()
    }

    /// Whether the sentence says that somebody does not want to be named: `аты-жөнін атамауды сұраған тұрғын`.
    pub(super) fn wants_no_name(&self, head: usize) -> bool {
        let text = self.text;
        let Some(sentence) = text.sentence_of(head).map(|number| text.sentences[number].clone()) else { return false };
        let near = || sentence.start.max(head.saturating_sub(12))..sentence.end.min(head + 12);
        let begins = |words: &[&str]| near().any(|at| words.iter().any(|word| text.norm(at).starts_with(word)));
        let named = ["жөнін", "есімін", "атын", "аты"];
        let hidden = ["атама", "айтқы", "айтпа", "жария", "құпия", "көрсетпе", "қалама", "жасыр", "бүркеме", "атағы"];
        begins(&["аноним", "белгісіз"]) || begins(&named) && begins(&hidden)
    }

    /// The person before whose name the same word stands: `подполковник Нұрбек Әбілқайыров`.
    fn called(&self, head: usize, start: usize) -> Option<usize> {
        let text = self.text;
        let word = text.norm(head);
        let before = self.names.within(0..start).iter().rev().take(MENTIONS);
        let called = |at: usize| text.word(at).is_some() && titles::alike(text.norm(at), word);
        // `Зейнеп апай`
        let courtesy = |mention: &Mention| mention.tokens.len() > 1 && called(mention.tokens.end - 1);
        before
            .filter(|mention| mention.tokens.start.checked_sub(1).is_some_and(called) || courtesy(mention))
            .map(|mention| mention.person)
            .next()
    }
}
