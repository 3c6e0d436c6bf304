//! Bodies and people without names: whom `the agency`, `the World Bank team`, `Brokers at Peel Hunt` mean.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::{Body, clean};
use super::super::super::tokens::{Case, Kind};
use super::super::{Search, Speaker};
use super::grammar::{A, OPENS, OWN, Phrase};
use super::pronouns::BACK;
use super::refer::{Meant, Sort, nobody};

impl Search<'_> {
    /// The body in whose name a token stands.
    pub(super) fn body_at(&self, at: usize) -> Option<Body> {
        let next = self.look.bodies.partition_point(|body| body.tokens.end <= at);
        self.look.bodies.get(next).filter(|body| body.tokens.contains(&at)).cloned()
    }

    /// Whether the word is a kind of body.
    pub(super) fn is_body_word(&self, at: usize) -> bool {
        self.names.is_body(self.text, at)
    }

    /// A body to which a group belongs, as its words say.
    pub(super) fn proper_owner(&self, core: &Range<usize>) -> Option<Body> {
        let capital = |body: &Body| self.text.tokens[body.tokens.start].is_capital() && body.tokens.len() > 1;
        let reader = self.reader();
        core.clone().filter(|at| reader.owns(*at)).find_map(|mark| self.body_at(mark - 1).filter(capital))
    }

    /// A body as a group names it: `the agency`, `the World Bank team`.
    pub(super) fn of_body(&self, body: &Body, phrase: &Phrase) -> Speaker {
        let core = &phrase.core;
        let text = self.text;
        let words = core.clone();
        let proper = |body: &Body| body.tokens.clone().any(|at| text.tokens[at].is_capital());
        let plain = !body
            .tokens
            .clone()
            .any(|at| text.tokens[at].is_capital() && (at != core.start || self.english.called.is_proper(text, at)));
        if !plain {
            return self.organisation_of(&body.tokens, 0.9);
        }
        // `a World Bank team`
        let mut inside = core
            .clone()
            .filter_map(|at| self.body_at(at))
            .filter(|other| other.tokens.end <= body.tokens.start && proper(other));
        if let Some(other) = inside.next() {
            return self.organisation_of(&other.tokens, 0.75);
        }
        let reader = self.reader();
        let kind = body.kind.as_str();
        let alone = body.tokens.len() == 1;
        // `the union`, of which the text has said which one
        // The supporters’ trust is one of its own.
        let owner = |at: usize| reader.owns(at) && text.norm(at + 1) == "s";
        let owned = core.clone().any(owner) || reader.is(core.start, OWN);
        if alone && !owned {
            if let Some(name) = self.english.called.described(text, text.norm(body.tokens.start), core.start) {
                return organisation(name, words, 0.8);
            }
            let same = self.kinds.get(kind).map(Vec::as_slice).unwrap_or_default();
            let before = same.partition_point(|number| self.look.bodies[*number].tokens.start < core.start);
            let full = |number: &&usize| {
                let other = &self.look.bodies[**number];
                other.tokens.len() > 1 && proper(other) && other.tokens.start >= self.english.called.headline
            };
            let found =
                same[..before].iter().rev().take(64).find(full).or_else(|| same[before..].iter().take(64).find(full));
            if let Some(found) = found {
                return Speaker {
                    mention: Some(words),
                    ..self.organisation_of(&self.look.bodies[*found].tokens, 0.85)
                };
            }
            if let Some(tokens) = self.inner_body(text.norm(body.tokens.start), core.start) {
                return Speaker { mention: Some(words), ..self.organisation_of(&tokens, 0.8) };
            }
            if text.lexicon.names.is_generic(kind) {
                let recent = self.group_before(core.start, BACK);
                return match recent {
                    Some(speaker) => Speaker { mention: Some(words), confidence: 0.7, ..speaker },
                    None => Speaker::unknown(Some(words)),
                };
            }
        }
        let new = reader.is(core.start, A);
        if new || owned && !core.clone().any(|at| text.tokens[at].is_capital()) {
            return Speaker::unknown(Some(words));
        }
        // `the press service of the bank`; but `the company` alone is nobody.
        let end = self.end_of_title(phrase);
        let start = core.start + usize::from(reader.is(core.start, OPENS));
        let tokens = if owned { body.tokens.clone() } else { start..end };
        if tokens.len() == 1 && !text.lexicon.names.is_sole(kind) || tokens.len() > 8 {
            return Speaker::unknown(Some(words));
        }
        Speaker {
            mention: Some(words),
            ..organisation(lowered(&clean(text, &tokens), text.tokens[tokens.start].case), tokens, 0.6)
        }
    }

    /// `the department` after `the press service of the Department for Roads`: the end of a longer name.
    fn inner_body(&self, norm: &str, place: usize) -> Option<Range<usize>> {
        let text = self.text;
        let before = self.look.bodies.partition_point(|body| body.tokens.start < place);
        let inner = |body: &Body| {
            let mut own = body.tokens.clone().skip(1);
            let head = own.find(|at| text.tokens[*at].is_capital() && text.norm(*at) == norm)?;
            (head + 1 < body.tokens.end).then_some(head..body.tokens.end)
        };
        self.look.bodies[..before].iter().rev().take(64).find_map(inner)
    }

    /// A body by its own name.
    pub(super) fn organisation_of(&self, tokens: &Range<usize>, confidence: f32) -> Speaker {
        let text = self.text;
        let start = tokens.start + usize::from(text.norm(tokens.start) == "the" && tokens.len() > 1);
        let tokens = start..tokens.end;
        let name = self.english.called.fullest(text, &tokens).unwrap_or_else(|| clean(text, &tokens));
        organisation(name, tokens, confidence)
    }

    pub(super) fn apposed_body(&self, range: &Range<usize>) -> Option<Speaker> {
        let text = self.text;
        let start = range.start + usize::from(text.norm(range.start) == "the");
        if start >= range.end || !text.tokens[start].is_capital() || self.names.at(start).is_some() {
            return None;
        }
        let end = match self.body_at(start) {
            Some(body) => body.tokens.end,
            None => self.english.called.run_end(text, self.names, start, range.end),
        };
        let alone = end >= range.end || text.is(end, '(');
        let proper = end - start > 1 || self.english.called.is_proper(text, start);
        (alone && proper).then(|| self.organisation_of(&(start..end.min(range.end)), 0.8))
    }

    /// Capitals that name no person: a firm, a place that stands for its government, a nation.
    pub(super) fn of_capitals(&self, core: &Range<usize>, noun: usize) -> Option<Meant> {
        let text = self.text;
        let reader = self.reader();
        let start = core.start + usize::from(reader.is(core.start, OPENS));
        if start >= core.end {
            return None;
        }
        // `the Irishman`
        let lone = noun == start && start > core.start;
        if lone && let Some(person) = self.of_nation(noun) {
            return Some(self.human(person, core.clone(), Rule::Title, 0.75));
        }
        if lone && (self.gender_of_word(noun).is_some() || text.lexicon.speakers.is_human(text.norm(noun))) {
            let gender = self.gender_of_word(noun);
            return Some(match self.epithet(noun, gender) {
                Some(person) => self.human(person, core.clone(), Rule::Title, 0.65),
                None => nobody(core.clone(), Sort::Human(gender)),
            });
        }
        let from = (start..noun + 1)
            .rev()
            .take_while(|at| text.tokens[*at].is_capital() || !matches!(text.tokens[*at].kind, Kind::Word(_)))
            .last()?;
        let proper = from < noun || self.english.called.is_proper(text, noun);
        if !proper {
            return None;
        }
        let tokens = from..noun + 1;
        let place = text.lexicon.names.is_place(text.norm(noun));
        let short = text.tokens[noun].case == Case::Capitals || from > core.start;
        let sort = if place || short { Sort::Group } else { Sort::Either };
        let sure = !place && (from < noun || self.english.called.is_inside(text, noun));
        Some(Meant { speaker: self.organisation_of(&tokens, if sure { 0.75 } else { 0.5 }), sort })
    }

    /// `the Norwegian` is whom the text has brought in as `Norway’s Ann Lee`, or as `the Norwegian Ann Lee`.
    fn of_nation(&self, noun: usize) -> Option<usize> {
        const SAME: usize = 4;
        let text = self.text;
        let norm = text.norm(noun);
        let ends = ["an", "ese", "ish", "i", "ic", "er"].iter().any(|end| norm.ends_with(end));
        let root = norm.get(..SAME).filter(|_| ends && norm.len() > SAME)?;
        let before = self.names.within(noun.saturating_sub(4000)..noun).iter().rev().take(200);
        let mut from = before.filter(|mention| {
            let owner = mention.tokens.start.saturating_sub(3);
            let owned = mention.tokens.start >= 3 && self.reader().owns(owner + 1);
            let place = if owned { owner } else { mention.tokens.start.saturating_sub(1) };
            // `Ann Lee of Norway`
            let after = mention.tokens.end + 1;
            let is = |at: usize| text.tokens[at].is_capital() && text.norm(at).starts_with(root);
            place < mention.tokens.start && is(place)
                || text.norm(after - 1) == "of" && after < text.tokens.len() && is(after)
        });
        from.next().map(|mention| mention.person)
    }

    /// `Brokers at Peel Hunt`; `officials`, whom nobody knows; `the judges`.
    pub(super) fn of_many(&self, phrase: &Phrase, noun: usize) -> Meant {
        let text = self.text;
        let core = phrase.core.clone();
        if let Some(speaker) = self.people_of_place(phrase, noun) {
            return Meant { speaker, sort: Sort::Group };
        }
        if let Some(body) = self.body_of_rest(&phrase.rest) {
            return Meant { speaker: Speaker { confidence: 0.65, ..body }, sort: Sort::Group };
        }
        let the = text.norm(core.start) == "the" && text.tokens[noun].case == Case::Small && noun == core.start + 1;
        if the && self.reader().is_person_plural(noun) {
            let tokens = core.start + 1..core.end;
            return Meant { speaker: organisation(clean(text, &tokens), tokens, 0.55), sort: Sort::Group };
        }
        nobody(core, Sort::Group)
    }

    /// `residents of Dover`: the words of the article, where it names nobody.
    fn people_of_place(&self, phrase: &Phrase, noun: usize) -> Option<Speaker> {
        let text = self.text;
        let nameless = is_crowd(text.norm(noun));
        let of = matches!(text.norm(phrase.rest.start), "of" | "in") && !phrase.rest.is_empty();
        let first = phrase.rest.start + 1;
        let place = (first..phrase.rest.end).take_while(|at| text.tokens[*at].is_capital()).last()?;
        // `of Dover village`
        let kind =
            place + 1 < phrase.rest.end && matches!(text.norm(place + 1), "village" | "district" | "city" | "town");
        let start = phrase.core.start + usize::from(text.norm(phrase.core.start) == "the");
        let tokens = start..place + 1 + usize::from(kind);
        (nameless && of).then(|| organisation(lowered(&clean(text, &tokens), text.tokens[start].case), tokens, 0.6))
    }

    /// The body after a preposition: `at Peel Hunt`, `from AirKaz`, `of the National Bank`.
    pub(super) fn body_of_rest(&self, rest: &Range<usize>) -> Option<Speaker> {
        let text = self.text;
        if rest.len() < 2 || !matches!(text.norm(rest.start), "at" | "from" | "of" | "with" | "for") {
            return None;
        }
        let start = rest.start + 1 + usize::from(text.norm(rest.start + 1) == "the");
        if start >= rest.end || !text.tokens[start].is_capital() || self.names.at(start).is_some() {
            return None;
        }
        let tokens = match self.body_at(start) {
            Some(body) => body.tokens,
            None => start..self.english.called.run_end(text, self.names, start, rest.end),
        };
        (!text.lexicon.names.is_place(text.norm(start))).then(|| self.organisation_of(&tokens, 0.7))
    }
}

/// Whether a word means people who only live or stay somewhere.
fn is_crowd(norm: &str) -> bool {
    matches!(norm, "residents" | "villagers" | "inhabitants" | "people" | "parents" | "pupils" | "students" | "farmers")
}

/// A body as a speaker.
pub(super) fn organisation(name: String, words: Range<usize>, confidence: f32) -> Speaker {
    Speaker { name: Some(name), role: None, mention: Some(words), rule: Rule::Organisation, confidence, person: None }
}

/// A word at the beginning of a sentence in small letters.
pub(super) fn lowered(words: &str, case: Case) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if case == Case::Capital => first.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}
