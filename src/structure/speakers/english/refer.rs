//! Whom a group of English words means.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::{Gender, Mention, clean};
use super::super::super::tokens::Case;
use super::super::titles::{HE, SHE, THEY};
use super::super::{Search, Speaker};
use super::grammar::{A, IT, OPENS, PARTICIPLE, PREPOSITION, Phrase, RELATIVE, Reader, THE};
use super::groups::organisation;

/// What somebody is to a pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Sort {
    Human(Option<Gender>),
    /// A body, or several people: `they`, and a body also `it`.
    Group,
    /// Somebody or a body, as the text does not tell.
    Either,
}

/// Whom or what a group of words means.
#[derive(Debug, Clone)]
pub(in super::super) struct Meant {
    pub(in super::super) speaker: Speaker,
    pub(in super::super) sort: Sort,
}

impl Meant {
    /// Whether two of whom not both have names are a man and a woman.
    pub(super) fn is_other_than(&self, other: &Meant) -> bool {
        match (self.sort, other.sort) {
            (Sort::Human(Some(one)), Sort::Human(Some(two))) => one != two,
            _ => false,
        }
    }
}

impl Search<'_> {
    pub(super) fn reader(&self) -> Reader<'_> {
        Reader {
            text: self.text,
            cues: self.look.cues,
            names: self.names,
            grammar: &self.english.grammar,
            called: &self.english.called,
        }
    }

    /// Whom a group means, if that is understood; a speaker without a name where it is nobody whom the text names.
    pub(super) fn refer(&self, phrase: &Phrase) -> Option<Meant> {
        let text = self.text;
        let reader = self.reader();
        let core = phrase.core.clone();
        let first = core.start;
        let kind = self.names.titles.at(text, first);
        if reader.is(first, IT) {
            return Some(self.thing(first));
        }
        if kind & (HE | SHE) != 0 {
            return Some(self.he_or_she(first, kind & HE != 0));
        }
        if kind & THEY != 0 {
            return Some(self.they(first));
        }
        if let Some(mention) = self.named_in(&core) {
            let meant = self.named(&mention);
            let gender = self.names.people[mention.person].gender;
            return Some(Meant { speaker: meant, sort: Sort::Human(gender) });
        }
        let noun = core.clone().rev().find(|at| text.word(*at).is_some())?;
        let person = reader.is_person_word(noun);
        let apposition = phrase.apposition.clone();
        if person || !self.is_body_word(noun) {
            // `Its founder, Ann Lee,`
            let mention = apposition.clone().and_then(|range| self.apposed_name(&range));
            if let Some(mention) = mention {
                let gender = self.names.people[mention.person].gender;
                let speaker = self.person(mention.person, Some(mention.tokens.clone()), Rule::Name, 0.9);
                return Some(Meant { speaker, sort: Sort::Human(gender) });
            }
        }
        if let Some(range) = apposition.filter(|_| !(text.tokens[noun].is_capital() || person && reader.is(first, A))) {
            // `The landlord, Crown Estates plc,`
            if let Some(speaker) = self.apposed_body(&range) {
                return Some(Meant { speaker, sort: Sort::Group });
            }
        }
        if reader.is_document(noun) && !text.tokens[noun].is_capital() {
            return self.author(phrase, noun);
        }
        let body = self.body_at(noun).filter(|_| !person);
        if let Some(body) = body {
            return Some(Meant { speaker: self.of_body(&body, phrase), sort: Sort::Group });
        }
        if person {
            return Some(self.of_title(phrase, noun));
        }
        if reader.is_person_plural(noun) || self.is_plural(noun) {
            return Some(self.of_many(phrase, noun));
        }
        if reader.is(first, A) {
            // `a guest from Dover who gave only her first name, Ann,`
            let after = core.end..text.sentence_of(noun).map_or(core.end, |n| text.sentences[n].end.min(core.end + 8));
            let who = after.take_while(|at| !text.is(*at, ',')).any(|at| text.norm(at) == "who");
            if who && let Some(name) = self.only_name(noun) {
                let speaker =
                    Speaker { name: Some(clean(text, &name)), confidence: 0.7, ..Speaker::unknown(Some(name)) };
                return Some(Meant { speaker: Speaker { rule: Rule::Name, ..speaker }, sort: Sort::Human(None) });
            }
            let human = who || text.lexicon.speakers.is_human(text.norm(noun)) || self.gender_of_word(noun).is_some();
            let alone = noun == first && !matches!(text.norm(first), "no" | "this" | "that");
            return (human || alone).then(|| nobody(core, Sort::Human(self.gender_of_word(noun))));
        }
        if text.tokens[noun].is_capital() {
            return self.of_capitals(&core, noun);
        }
        // `the climber`: a word for somebody that is in no list.
        let human = text.lexicon.speakers.is_human(text.norm(noun)) || self.gender_of_word(noun).is_some();
        let described = self.english.called.described(text, text.norm(noun), core.start);
        match described {
            Some(name) => Some(Meant { speaker: organisation(name, core, 0.75), sort: Sort::Group }),
            None if human => Some(self.of_title(phrase, noun)),
            // `the European Union’s mission`
            None if self.proper_owner(&core).is_some() => {
                let start = core.start + usize::from(reader.is(core.start, OPENS));
                let tokens = start..core.end;
                Some(Meant { speaker: organisation(clean(text, &tokens), tokens, 0.55), sort: Sort::Group })
            }
            None => self.by_role(&core, noun).map(|(person, _)| self.human(person, core, Rule::Title, 0.75)),
        }
    }

    pub(super) fn human(&self, person: usize, words: Range<usize>, rule: Rule, confidence: f32) -> Meant {
        let gender = self.names.people[person].gender;
        let article = usize::from(words.len() > 1 && self.reader().is(words.start, THE | A));
        let words = words.start + article..words.end;
        Meant { speaker: self.person(person, Some(words), rule, confidence), sort: Sort::Human(gender) }
    }

    /// The person whom a group names: the last name in it that owns nothing and belongs to nothing.
    pub(super) fn named_in(&self, core: &Range<usize>) -> Option<Mention> {
        let reader = self.reader();
        let mentions = self.names.within(core.clone());
        let mut free = mentions.iter().filter(|mention| !reader.owns(mention.tokens.end));
        let last = free.next_back()?;
        // `the Trump administration`
        let noun = core.clone().rev().find(|at| self.text.word(*at).is_some())?;
        if !last.tokens.contains(&noun) && noun > last.tokens.start {
            return None;
        }
        // `Ann Lee and Tom Hill said`
        let both = last.tokens.start >= 2 && self.text.norm(last.tokens.start - 1) == "and";
        let other = both.then(|| self.names.at(last.tokens.start - 2)).flatten();
        Some(other.unwrap_or(last).clone())
    }

    /// The person of whose name an apposition is made: `Ann Lee`, `Dr Ann Lee`, `farmer Ann Lee`.
    pub(super) fn apposed_name(&self, range: &Range<usize>) -> Option<Mention> {
        let mention = self.names.within(range.clone()).first()?;
        let before = (range.start..mention.tokens.start).all(|at| {
            let mark = self.text.word(at).is_none() && !self.text.is(at, '“') && !self.text.is(at, '"');
            mark || self.reader().is_person_word(at)
                || self.text.tokens[at].is_capital()
                || self.text.word(at).is_some()
                    && mention.tokens.start - range.start <= 8
                    && (!self.reader().is(at, PREPOSITION | PARTICIPLE | RELATIVE)
                        || self.text.norm(at) == "named"
                        // `retired teacher Ann Lee`
                        || self.reader().is(at, PARTICIPLE) && self.reader().is_person_word(at + 1))
        });
        let after = mention.tokens.end;
        (before && !self.reader().owns(after)).then(|| mention.clone())
    }

    /// Whether a word in small letters, or at the beginning of a sentence, is a plural.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        let common = self.text.tokens[at].case == Case::Small || !self.english.called.is_proper(self.text, at);
        common
            && norm.len() > 3
            && norm.ends_with('s')
            && !norm.ends_with("ss")
            && !norm.ends_with("us")
            && !norm.ends_with("is")
    }

    pub(super) fn gender_of_word(&self, at: usize) -> Option<Gender> {
        self.text.lexicon.names.gender_of_word(self.text.norm(at))
    }
}

/// Somebody whom the text does not name.
pub(super) fn nobody(words: Range<usize>, sort: Sort) -> Meant {
    Meant { speaker: Speaker::unknown(Some(words)), sort }
}
