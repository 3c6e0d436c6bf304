//! Whom a Kazakh title means: who has it as a role, who is called so beside the name, or whom the text tells of right before.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::Mention;
use super::super::titles::{self, DESCRIBED, KIN, NAMELESS, OFFICE, TITLE};
use super::super::{Search, Speaker};
use super::subject::is_owner;
use super::unnamed::is_group as is_several;
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
        if let Some(group) = self.described(&phrase, head, None).filter(|_| is_several(text.norm(head))) {
            return group;
        }
        if self.is_nobody(&phrase, head) || self.wants_no_name(head) {
            return Speaker::unknown(Some(phrase));
        }
        if let Some((fit, person)) = self.holder(&phrase, head, start, None) {
            return self.person(person, Some(phrase), Rule::Title, if fit >= 4 { 0.9 } else { 0.8 });
        }
        if let Some(person) = self.called(head, start) {
            return self.person(person, Some(phrase), Rule::Title, 0.75);
        }
        if let Some(person) = self.agent(&phrase, head) {
            return self.person(person, Some(phrase), Rule::Title, 0.7);
        }
        if let Some(kin) = self.described(&phrase, head, self.told_before(phrase.start)).filter(|_| is(KIN)) {
            return kin;
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
            Some(topic) => topic.person(),
            None => self.recent_within(NEAR, place, None),
        };
        // An office is held by name or not at all, and who holds one is no `сарапшы`.
        let trade = is(TITLE) && !is(DESCRIBED);
        let fits = |person: &usize| {
            let roles = &self.names.people[*person].roles;
            let in_office = roles.iter().any(|role| self.names.titles.is(text, role.head, OFFICE));
            // `қала әкімінің хатшысы` is nobody of whom the text says that he is something else.
            let owned = phrase.clone().any(|at| at < head && is_owner(text.norm(at))) && !roles.is_empty();
            if owned {
                return false;
            }
            if is(OFFICE) { roles.is_empty() } else { !(trade && in_office) }
        };
        match near.filter(fits) {
            Some(person) => self.person(person, Some(phrase), Rule::Title, 0.6),
            None => self.described(&phrase, head, None).unwrap_or_else(|| Speaker::unknown(Some(phrase))),
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
        matches!(
            norm,
            "жұрт"
                | "халық"
                | "ел"
                | "көпшілік"
                | "қауым"
                | "бірі"
                | "біреуі"
                | "біреу"
                | "көбі"
                | "бәрі"
                | "барлығы"
                | "екіншісі"
        ) || phrase.clone().any(other)
            || many()
    }

    /// Whether the sentence says that somebody does not want to be named: `аты-жөнін атамауды сұраған тұрғын`.
    pub(super) fn wants_no_name(&self, head: usize) -> bool {
        let text = self.text;
        let Some(sentence) = text.sentence_of(head).map(|number| text.sentences[number].clone()) else { return false };
        let near = || sentence.start.max(head.saturating_sub(12))..sentence.end.min(head + 12);
        let begins = |words: &[&str]| near().any(|at| words.iter().any(|word| text.norm(at).starts_with(word)));
        let named = ["жөнін", "есімін", "атын", "аты"];
        let hidden =
            ["атама", "айтқы", "айтпа", "жария", "құпия", "көрсетпе", "қалама", "жасыр", "бүркеме", "атағы", "өзгерт"];
        begins(&["аноним", "белгісіз"]) || begins(&named) && begins(&hidden)
    }

    /// `қауымдастық өкілі`: who was just named with a role in that body.
    fn agent(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let text = self.text;
        let agent =
            ["өкіл", "қызметкер", "басшы", "жетекші", "маман"].iter().any(|start| text.norm(head).starts_with(start));
        let body = head.checked_sub(1).filter(|body| agent && self.names.is_body(text, *body))?;
        let kind = text.lexicon.names.body(text.norm(body))?;
        let same = |at: usize| text.lexicon.names.body(text.norm(at)).is_some_and(|other| titles::alike(kind, other));
        let serves = |person: usize| self.names.people[person].roles.iter().any(|role| role.tokens.clone().any(same));
        let last = text.sentence_of(phrase.start)?;
        let from = text.sentences[last.saturating_sub(NEAR)].start;
        let named = self.names.within(from..phrase.start).iter().rev();
        named.take(MENTIONS).map(|mention| mention.person).find(|person| serves(*person))
    }

    /// The person before whose name the same word stands: `подполковник Нұрбек Әбілқайыров`.
    pub(super) fn called(&self, head: usize, start: usize) -> Option<usize> {
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
