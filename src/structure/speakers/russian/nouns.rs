//! Words for people that no list holds, known by their form beside a verb of speech, and groups: `врачи`, `по словам жителей`.

use std::ops::Range;

use super::super::super::names::clean;
use super::super::super::quotes::SAYS;
use super::super::super::tokens::Case;
use super::super::pointer::{Look, Pointer};
use super::super::titles::{KIN, NAMELESS, TITLE};

impl Look<'_> {
    /// Whether a small word for somebody, by its ending, stands beside a verb of speech: `долгожитель сказал`,
    /// `крикнул нападавший`.
    pub(super) fn is_agent(&self, at: usize) -> bool {
        // `поддерживающий Белова депутат` is no one yet.
        let next = self.text.word(at + 1).is_some() && !self.cues.is(self.text, at + 1, SAYS);
        self.ends_small(at, AGENTS) && self.is_beside_verb(at) && !(next && is_participle(self.text.norm(at)))
    }

    /// Several people in the nominative, in the article's own words.
    pub(super) fn group(&self, at: usize, range: &Range<usize>) -> Option<Pointer> {
        let text = self.text;
        // `двое из преступников`
        if matches!(text.norm(at), "двое" | "трое" | "четверо" | "некоторые" | "многие") && text.norm(at + 1) == "из"
        {
            let tokens = at..self.title_phrase(at + 2, range).end.max(at + 3).min(range.end);
            return (tokens.len() > 2).then(|| Pointer::Group(tokens.clone(), clean(text, &tokens)));
        }
        let known = self.names.titles.is(text, at, TITLE | NAMELESS | KIN) && is_plural(text.norm(at));
        let agents = self.ends_small(at, AGENTS_PLURAL) && (self.is_beside_verb(at) || self.is_before_verb(at));
        // `палестинские издания`
        let bodies = self.names.is_body(text, at)
            && at > range.start
            && ["ые", "ие"].iter().any(|end| text.norm(at - 1).ends_with(end))
            && ["ы", "и", "а", "я"].iter().any(|end| text.norm(at).ends_with(end));
        if !known && !agents && !bodies || self.is_governed(at) {
            return None;
        }
        if hides(text.norm(at)) {
            return Some(Pointer::Others(at));
        }
        let mut phrase = self.title_phrase(at, range);
        // `судебно-медицинские`
        let adjective = |at: usize| {
            ["ые", "ие"].iter().any(|end| text.norm(at).ends_with(end)) || text.is(at, '-') || text.is(at + 1, '-')
        };
        while phrase.start > range.start && adjective(phrase.start - 1) {
            phrase.start -= 1;
        }
        Some(Pointer::Group(phrase.clone(), clean(text, &phrase)))
    }

    /// Several people in the genitive after a noun for their words.
    pub(super) fn group_of_words(&self, head: usize, range: &Range<usize>) -> Pointer {
        let text = self.text;
        let Some(plural) = plural(text.norm(head)).filter(|_| !hides(text.norm(head))) else {
            return Pointer::Others(head);
        };
        let phrase = self.title_phrase(head, range);
        let mut first = head;
        let adjective = |at: usize| {
            ["ых", "их"].iter().any(|end| text.norm(at).ends_with(end)) || text.is(at, '-') || text.is(at + 1, '-')
        };
        while first > range.start && adjective(first - 1) {
            first -= 1;
        }
        let mut words = String::new();
        for at in first..phrase.end {
            if at > first && text.tokens[at].spaced {
                words.push(' ');
            }
            let norm = text.norm(at);
            match norm.strip_suffix("ых").map(|stem| (stem, "ые")).or(norm.strip_suffix("их").map(|stem| (stem, "ие")))
            {
                Some((stem, ending)) if at < head => words += &format!("{stem}{ending}"),
                _ if at == head => words += &plural,
                _ => words += text.slice(at..at + 1),
            }
        }
        Pointer::Group(first..phrase.end, words)
    }

    fn ends_small(&self, at: usize, endings: &[&str]) -> bool {
        let norm = self.text.norm(at);
        let small = self.text.tokens[at].case == Case::Small || self.begins_sentence(at);
        small && norm.chars().count() > 5 && endings.iter().any(|end| norm.ends_with(end)) && !self.is_governed(at)
    }

    /// Whether a verb of speech stands right beside, or with one word between.
    fn is_beside_verb(&self, at: usize) -> bool {
        let says = |at: usize| self.cues.is(self.text, at, SAYS);
        let word = |at: usize| self.text.word(at).is_some() && self.text.tokens[at].case == Case::Small;
        let after = says(at + 1) || word(at + 1) && says(at + 2);
        after || at > 0 && says(at - 1) || at > 1 && word(at - 1) && says(at - 2)
    }

    /// Whether the verb of speech follows in the same clause: `украинцы в зале ответили`.
    fn is_before_verb(&self, at: usize) -> bool {
        let clause = (at + 1..self.text.tokens.len().min(at + 6)).take_while(|at| self.text.word(*at).is_some());
        let acts = |at: usize| self.is_past(at) && self.text.norm(at).ends_with("ли");
        clause.into_iter().any(|at| self.cues.is(self.text, at, SAYS) || acts(at))
    }

    /// Whether a preposition, or an adjective in another case, stands before.
    fn is_governed(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.text.norm(before));
        let preposition = matches!(
            before,
            "в" | "во"
                | "на"
                | "от"
                | "для"
                | "с"
                | "со"
                | "к"
                | "из"
                | "о"
                | "об"
                | "по"
                | "у"
                | "при"
                | "за"
                | "про"
                | "до"
        );
        preposition
            || ["ой", "ую", "ого", "его", "ому", "ему", "ым"].iter().any(|end| before.ends_with(end))
                && before.len() > 6
    }

    fn begins_sentence(&self, at: usize) -> bool {
        self.text.sentence_of(at).is_some_and(|number| self.text.sentences[number].start == at)
    }
}

/// Endings of words for one who does or is something, in the nominative.
const AGENTS: &[&str] = &[
    "тель",
    "тельница",
    "ист",
    "истка",
    "олог",
    "щик",
    "чик",
    "щица",
    "чица",
    "ник",
    "ница",
    "вед",
    "янин",
    "анин",
    "анец",
    "инец",
    "анка",
    "янка",
    "вший",
    "вшая",
    "вшийся",
    "вшаяся",
    "ающий",
    "ающая",
    "ящий",
    "ящая",
];

/// The same of several.
const AGENTS_PLURAL: &[&str] = &[
    "тели",
    "исты",
    "ологи",
    "щики",
    "чики",
    "ники",
    "веды",
    "яне",
    "ане",
    "анцы",
    "инцы",
    "вшие",
    "вшиеся",
    "ающие",
    "ящие",
];

/// Whether a word made of a verb stands for a person: `нападавший`.
pub(super) fn is_participle(norm: &str) -> bool {
    let norm = norm.strip_suffix("ся").unwrap_or(norm);
    ["вший", "вшая", "ающий", "ающая", "ящий", "ящая"].iter().any(|end| norm.ends_with(end))
}

/// Whether a text that speaks of these does not want to name anyone.
pub(super) fn hides(norm: &str) -> bool {
    ["источник", "собеседник", "собеседниц", "инсайдер", "аноним"].iter().any(|start| norm.starts_with(start))
}

/// Whether a word for people is a nominative of several.
fn is_plural(norm: &str) -> bool {
    // One in the genitive.
    let one = matches!(norm, "главы" | "судьи" | "коллеги" | "матери" | "дочери")
        || ["ницы", "цы", "стки", "нки", "ки"].iter().any(|end| norm.ends_with(end))
            && !["нцы", "дцы", "вцы", "рцы", "ники", "ики", "аки", "яки"].iter().any(|end| norm.ends_with(end));
    !one && ["ы", "и", "яне", "ане", "ья"].iter().any(|end| norm.ends_with(end))
        && (!norm.ends_with("ели") || norm.ends_with("тели"))
}

/// The nominative of several, from their genitive: `врачей`, `очевидцев`.
fn plural(norm: &str) -> Option<String> {
    let soft = |stem: &str| stem.ends_with(['к', 'г', 'х', 'ж', 'ш', 'щ', 'ч']);
    if norm == "людей" || norm == "детей" {
        return Some(norm.replace("ей", "и"));
    }
    if norm.ends_with("дцев") || norm.ends_with("цев") {
        return norm.strip_suffix("ев").map(|stem| format!("{stem}ы"));
    }
    if let Some(stem) = norm.strip_suffix("ов") {
        return Some(format!("{stem}{}", if soft(stem) { "и" } else { "ы" }));
    }
    if let Some(stem) = norm.strip_suffix("ев").or(norm.strip_suffix("ей")) {
        return Some(format!("{stem}и"));
    }
    norm.ends_with("иц").then(|| format!("{norm}ы"))
}
