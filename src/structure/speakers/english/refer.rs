//! Whom a group of English words means.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::{Body, Gender, Mention, clean, head};
use super::super::super::tokens::{Case, Kind};
use super::super::titles::{self, HE, HER, HIS, KIN, NAMELESS, OFFICE, SHE, THEY};
use super::super::{MOST_PEOPLE, Search, Speaker};
use super::grammar::{A, IT, OPENS, OWN, PREPOSITION, Phrase, Reader, THE};

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

/// A pronoun means nobody who was named in an earlier sentence than this.
const BACK: usize = 12;
/// `it` and `they` mean what was named near.
const NEAR: usize = 4;
/// So far back somebody may have been told of as `a woman`.
const UNNAMED: usize = 1500;

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
            return Some(Meant { speaker: self.of_body(&body, &core), sort: Sort::Group });
        }
        if person {
            return Some(self.of_title(phrase, noun));
        }
        if reader.is_person_plural(noun) || self.is_plural(noun) {
            return Some(self.of_many(phrase, noun));
        }
        if reader.is(first, A) {
            let human = text.lexicon.speakers.is_human(text.norm(noun)) || self.gender_of_word(noun).is_some();
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

    fn human(&self, person: usize, words: Range<usize>, rule: Rule, confidence: f32) -> Meant {
        let gender = self.names.people[person].gender;
        let article = usize::from(words.len() > 1 && self.reader().is(words.start, THE | A));
        let words = words.start + article..words.end;
        Meant { speaker: self.person(person, Some(words), rule, confidence), sort: Sort::Human(gender) }
    }

    /// The person whom a group names: the last name in it that owns nothing and belongs to nothing.
    fn named_in(&self, core: &Range<usize>) -> Option<Mention> {
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
    fn apposed_name(&self, range: &Range<usize>) -> Option<Mention> {
        let mention = self.names.within(range.clone()).first()?;
        let before = (range.start..mention.tokens.start).all(|at| {
            let mark = self.text.word(at).is_none() && !self.text.is(at, '“') && !self.text.is(at, '"');
            mark || self.reader().is_person_word(at)
                || self.text.tokens[at].is_capital()
                || self.text.word(at).is_some()
                    && mention.tokens.start - range.start <= 8
                    && !self
                        .reader()
                        .is(at, super::grammar::PREPOSITION | super::grammar::PARTICIPLE | super::grammar::RELATIVE)
        });
        let after = mention.tokens.end;
        (before && !self.reader().owns(after)).then(|| mention.clone())
    }

    /// A body to which a group belongs, as its words say.
    fn proper_owner(&self, core: &Range<usize>) -> Option<Body> {
        let capital = |body: &Body| self.text.tokens[body.tokens.start].is_capital() && body.tokens.len() > 1;
        let reader = self.reader();
        core.clone().filter(|at| reader.owns(*at)).find_map(|mark| self.body_at(mark - 1).filter(capital))
    }

    fn apposed_body(&self, range: &Range<usize>) -> Option<Speaker> {
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

    /// Whether the word is a kind of body.
    fn is_body_word(&self, at: usize) -> bool {
        self.names.is_body(self.text, at)
    }

    /// The body in whose name a token stands.
    pub(super) fn body_at(&self, at: usize) -> Option<Body> {
        let next = self.look.bodies.partition_point(|body| body.tokens.end <= at);
        self.look.bodies.get(next).filter(|body| body.tokens.contains(&at)).cloned()
    }

    /// Whether a word in small letters, or at the beginning of a sentence, is a plural.
    fn is_plural(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        let common = self.text.tokens[at].case == Case::Small || !self.english.called.is_proper(self.text, at);
        common
            && norm.len() > 3
            && norm.ends_with('s')
            && !norm.ends_with("ss")
            && !norm.ends_with("us")
            && !norm.ends_with("is")
    }

    /// A body as a group names it: `the agency`, `the World Bank team`.
    fn of_body(&self, body: &Body, core: &Range<usize>) -> Speaker {
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
        let owned = core.clone().any(|at| reader.owns(at)) || reader.is(core.start, OWN);
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
        let start = core.start + usize::from(reader.is(core.start, OPENS));
        let tokens = if alone && !owned { start..core.end } else { body.tokens.clone() };
        Speaker {
            mention: Some(words),
            ..organisation(lowered(&clean(text, &tokens), text.tokens[tokens.start].case), tokens, 0.6)
        }
    }

    /// A body by its own name.
    pub(super) fn organisation_of(&self, tokens: &Range<usize>, confidence: f32) -> Speaker {
        let text = self.text;
        let start = tokens.start + usize::from(text.norm(tokens.start) == "the" && tokens.len() > 1);
        let tokens = start..tokens.end;
        let name = self.english.called.fullest(text, &tokens).unwrap_or_else(|| clean(text, &tokens));
        organisation(name, tokens, confidence)
    }

    /// Capitals that name no person: a firm, a place that stands for its government, a nation.
    fn of_capitals(&self, core: &Range<usize>, noun: usize) -> Option<Meant> {
        let text = self.text;
        let reader = self.reader();
        let start = core.start + usize::from(reader.is(core.start, OPENS));
        if start >= core.end {
            return None;
        }
        // `the Irishman`
        let lone = noun == start && start > core.start;
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

    /// `Brokers at Peel Hunt`; `officials`, whom nobody knows; `the judges`.
    fn of_many(&self, phrase: &Phrase, noun: usize) -> Meant {
        let text = self.text;
        let core = phrase.core.clone();
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

    /// The body after a preposition: `at Peel Hunt`, `from AirKaz`, `of the National Bank`.
    fn body_of_rest(&self, rest: &Range<usize>) -> Option<Speaker> {
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

    /// Whose a document is: `its report`, `a report by the bank`.
    fn author(&self, phrase: &Phrase, noun: usize) -> Option<Meant> {
        if let Some(owner) = self.owner(phrase, noun) {
            return Some(owner);
        }
        // `the report`: whose it was when it was first told of.
        let text = self.text;
        let id = text.word(noun)?;
        let low = noun.saturating_sub(UNNAMED);
        let reader = self.reader();
        for at in
            (low..phrase.core.start).rev().filter(|at| text.word(*at) == Some(id) && !self.is_spoken_at(*at)).take(4)
        {
            let sentence = text.sentences[text.sentence_of(at)?].clone();
            let first = (sentence.start..at)
                .rev()
                .take(6)
                .take_while(|at| text.word(*at).is_some() || reader.owns(*at))
                .last()
                .unwrap_or(at);
            let rest = at + 1..sentence.end.min(at + 12);
            let phrase = Phrase { core: first..at + 1, rest, apposition: None };
            if let Some(owner) = self.owner(&phrase, at) {
                return Some(owner);
            }
        }
        None
    }

    /// The owner of a document, if the words around it name one.
    fn owner(&self, phrase: &Phrase, noun: usize) -> Option<Meant> {
        let text = self.text;
        let reader = self.reader();
        let core = &phrase.core;
        if let Some(own) = core.clone().find(|at| reader.is(*at, OWN)) {
            return self.owner_meant(own);
        }
        // `the bank’s report`, `a World Bank report`
        if let Some(mark) = (core.start..noun).rev().find(|at| reader.owns(*at)) {
            let start = core.start;
            return self.refer(&reader.phrase(start, mark)?);
        }
        if let Some(body) = (core.start..noun)
            .find_map(|at| self.body_at(at))
            .filter(|body| body.tokens.start < noun && text.tokens[body.tokens.start].is_capital())
        {
            return Some(Meant { speaker: self.organisation_of(&body.tokens, 0.75), sort: Sort::Group });
        }
        // `the IMF report`
        let capital = (core.start..noun).find(|at| text.tokens[*at].is_capital() && *at > core.start);
        if let Some(first) = capital.filter(|first| self.names.at(*first).is_none()) {
            let end = self.english.called.run_end(text, self.names, first, noun);
            return Some(Meant { speaker: self.organisation_of(&(first..end), 0.7), sort: Sort::Group });
        }
        let rest = &phrase.rest;
        let by = matches!(text.norm(rest.start), "by" | "from" | "of") && rest.len() > 1;
        let owner = by.then(|| reader.phrase(rest.start + 1, rest.end)).flatten()?;
        self.refer(&owner).filter(|owner| owner.speaker.name.is_some())
    }

    /// Whom `his`, `her`, `its`, `their` means.
    pub(super) fn owner_meant(&self, own: usize) -> Option<Meant> {
        let kind = self.names.titles.at(self.text, own);
        Some(match () {
            () if kind & HIS != 0 => self.he_or_she(own, true),
            () if kind & HER != 0 => self.he_or_she(own, false),
            () if self.text.norm(own) == "its" => self.thing(own),
            () if self.text.norm(own) == "their" => self.they(own),
            () => return None,
        })
    }

    /// `the minister`, `her lawyer`, `a spokesman`.
    fn of_title(&self, phrase: &Phrase, noun: usize) -> Meant {
        let text = self.text;
        let reader = self.reader();
        let core = phrase.core.clone();
        let gender = self.gender_of_word(noun);
        let human = Sort::Human(gender);
        let new = reader.is(core.start, A) && !matches!(text.norm(core.start), "both" | "other");
        if new && let Some(name) = self.only_name(noun) {
            let speaker = Speaker { name: Some(clean(text, &name)), confidence: 0.7, ..Speaker::unknown(Some(name)) };
            return Meant { speaker: Speaker { rule: Rule::Name, ..speaker }, sort: human };
        }
        if new {
            return nobody(core, human);
        }
        let owned = core.clone().any(|at| reader.owns(at)) || reader.is(core.start, OWN);
        let kin = self.names.titles.is(text, noun, KIN);
        // `Minister of Culture and Information Ann Lee`
        if let Some(mention) = self.named_after(&phrase.rest) {
            let gender = self.names.people[mention.person].gender;
            return Meant { speaker: self.named(&mention), sort: Sort::Human(gender) };
        }
        let full = core.start..self.end_of_title(phrase);
        if let Some((person, fit)) = self.by_role(&full, noun) {
            return self.human(person, full, Rule::Title, if fit >= 4 { 0.9 } else { 0.8 });
        }
        if kin || owned {
            let named = core.clone().any(|at| text.tokens[at].is_capital() && reader.owns(at + 1));
            return match named {
                true => Meant { speaker: Speaker { confidence: 0.7, ..self.worded(core, Rule::Title) }, sort: human },
                false => nobody(core, human),
            };
        }
        if self.names.titles.is(text, noun, NAMELESS) && !self.names.titles.is(text, noun, OFFICE) {
            return match self.epithet(noun, gender).filter(|_| text.norm(core.start) == "the" && gender.is_some()) {
                Some(person) => self.human(person, core, Rule::Title, 0.6),
                None => nobody(core, human),
            };
        }
        let start = core.start + usize::from(reader.is(core.start, OPENS));
        let other = (start..noun).any(|at| text.tokens[at].is_capital() && self.english.called.is_proper(text, at));
        if other {
            // `the French minister`: somebody else, whom the text does not name.
            return Meant {
                speaker: Speaker { confidence: 0.55, ..self.worded(start..core.end, Rule::Title) },
                sort: human,
            };
        }
        let office = self.names.titles.is(text, noun, OFFICE);
        let person = self.epithet(noun, gender).filter(|person| !office || self.names.people[*person].roles.is_empty());
        match person {
            Some(person) => self.human(person, core, Rule::Title, 0.6),
            None => nobody(core, human),
        }
    }

    /// `a man who gave his name only as Terry`
    fn only_name(&self, noun: usize) -> Option<Range<usize>> {
        let text = self.text;
        let sentence = text.sentences[text.sentence_of(noun)?].end.min(noun + 16);
        let told =
            (noun..sentence).find(|at| matches!(text.norm(*at), "name" | "identified" | "identify" | "known"))?;
        let mark = (told..sentence.min(told + 5)).find(|at| matches!(text.norm(*at), "as" | "is"))?;
        let end = (mark + 1..sentence).take_while(|at| text.tokens[*at].is_capital()).last()? + 1;
        Some(mark + 1..end)
    }

    /// Where a title ends: `the President of Kazakhstan`.
    fn end_of_title(&self, phrase: &Phrase) -> usize {
        let text = self.text;
        let goes_on = |at: &usize| !self.reader().is(*at, PREPOSITION) || text.norm(*at) == "of";
        let of = text.norm(phrase.rest.start) == "of" && !phrase.rest.is_empty();
        let last = phrase.rest.clone().take(6).take_while(goes_on).last();
        last.filter(|_| of).map_or(phrase.core.end, |last| last + 1)
    }

    /// The name that a long title brings at its end.
    fn named_after(&self, rest: &Range<usize>) -> Option<Mention> {
        let text = self.text;
        let reader = self.reader();
        let free = |mention: &&Mention| {
            let before = mention.tokens.start - 1;
            let part = reader.is(before, PREPOSITION | OPENS) || reader.is_person_word(before);
            !part && text.word(before).is_some() && !reader.owns(mention.tokens.end)
        };
        let near = rest.start + 1..rest.end.min(rest.start + 10);
        (text.norm(rest.start) == "of").then(|| self.names.within(near).iter().find(free).cloned()).flatten()
    }

    /// The person who has a title as a role, and how well it fits.
    fn by_role(&self, core: &Range<usize>, noun: usize) -> Option<(usize, u32)> {
        let text = self.text;
        let reader = self.reader();
        fn words<'t>(text: &'t super::super::super::text::Text, tokens: &Range<usize>) -> Vec<&'t str> {
            let plain = |at: &usize| {
                text.word(*at).is_some()
                    && !matches!(
                        text.norm(*at),
                        "of" | "the" | "s" | "a" | "an" | "his" | "her" | "its" | "their" | "for" | "in" | "at"
                    )
            };
            tokens.clone().filter(plain).map(|at| text.norm(at)).collect()
        }
        let own = usize::from(reader.is(core.start, OPENS));
        let title = words(text, &(core.start + own..core.end));
        let mut best: Option<(u32, usize, usize)> = None;
        for (number, person) in self.names.people.iter().enumerate().take(MOST_PEOPLE) {
            let fit = |role: &super::super::super::names::Role| {
                let main = head(text, &self.names.titles, &role.tokens).unwrap_or(role.head);
                [main, role.head]
                    .into_iter()
                    .map(|main| titles::fit(text, &title, text.norm(noun), &words(text, &role.tokens), text.norm(main)))
                    .max()
            };
            let Some(fit) = person.roles.iter().filter_map(fit).max().filter(|fit| *fit > 0) else { continue };
            let last = self.last_mention(number, core.start);
            if best.is_none_or(|(most, latest, _)| (fit, last) > (most, latest)) {
                best = Some((fit, last, number));
            }
        }
        best.map(|(fit, _, person)| (person, fit))
    }

    fn may_be(&self, person: usize, gender: Option<Gender>) -> bool {
        let known = self.names.people[person].gender;
        gender.is_none() || known.is_none() || known == gender
    }

    pub(super) fn gender_of_word(&self, at: usize) -> Option<Gender> {
        self.text.lexicon.names.gender_of_word(self.text.norm(at))
    }

    /// Whom a word means that is nobody's role: who is told of in the paragraph, or of whom nothing else is said.
    fn epithet(&self, noun: usize, gender: Option<Gender>) -> Option<usize> {
        let text = self.text;
        let id = text.word(noun)?;
        // `a woman` was told of before: it is she.
        let low = noun.saturating_sub(UNNAMED);
        let reader = self.reader();
        let told = (low..noun.saturating_sub(1))
            .rev()
            .filter(|at| text.word(*at) == Some(id) && !self.is_spoken_at(*at))
            .take(8);
        for at in told {
            let new = (at.saturating_sub(4)..at).any(|before| reader.is(before, A));
            let role = self
                .names
                .people
                .iter()
                .take(MOST_PEOPLE)
                .any(|person| person.roles.iter().any(|role| role.tokens.contains(&at)));
            if new && !role {
                return None;
            }
        }
        let fits = |person: usize| {
            let known = self.names.people[person].gender;
            gender.is_none() || known.is_none() || known == gender
        };
        let sentence = text.sentence_of(noun)?;
        let paragraph = text.paragraph_of(noun)?;
        let start = text.paragraphs[paragraph].start;
        let mut far = None;
        for back in (sentence.saturating_sub(BACK)..sentence).rev() {
            let here = text.sentences[back].start >= start;
            let Some(person) = self
                .english
                .topics
                .get(back)
                .and_then(|topic| topic.as_ref()?.speaker.person)
                .filter(|person| fits(*person))
            else {
                continue;
            };
            if here || self.names.people[person].roles.is_empty() {
                return Some(person);
            }
            far.get_or_insert(person);
        }
        let free = self.names.within(noun.saturating_sub(400)..noun).iter().rev().find(|mention| {
            self.names.people[mention.person].roles.is_empty() && fits(mention.person) && !self.is_spoken(mention)
        });
        free.map(|mention| mention.person).or(far)
    }

    /// `he`, `she`: who was last told of and can be meant.
    pub(super) fn he_or_she(&self, at: usize, he: bool) -> Meant {
        let text = self.text;
        let gender = Some(if he { Gender::Man } else { Gender::Woman });
        let words = at..at + 1;
        let nobody = || nobody(words.clone(), Sort::Human(gender));
        let Some(sentence) = text.sentence_of(at) else { return nobody() };
        // Earlier in the same sentence: `Ann met Bob before he said`.
        let own = text.sentences[sentence].start.max(at.saturating_sub(80))..at;
        if let Some(mention) = self.subjects(own, gender).next() {
            return self.human(mention.person, words, Rule::Pronoun, 0.85);
        }
        for back in 1..=BACK.min(sentence) {
            let number = sentence - back;
            let confidence = if back <= 4 { 0.85 } else { 0.7 };
            if let Some(Some(topic)) = self.english.topics.get(number)
                && matches!(topic.sort, Sort::Either)
                    | matches!(topic.sort, Sort::Human(known) if known.is_none() || known == gender)
            {
                return match topic.speaker.person {
                    Some(person) => self.human(person, words, Rule::Pronoun, confidence),
                    None => Meant {
                        speaker: Speaker { mention: Some(words), rule: Rule::Pronoun, ..topic.speaker.clone() },
                        sort: Sort::Human(gender),
                    },
                };
            }
            let range = text.sentences[number].clone();
            if let Some(mention) = self.subjects(range.clone(), gender).next() {
                return self.human(mention.person, words, Rule::Pronoun, confidence - 0.1);
            }
            // `Ms Lee’s stall was spared.`
            let owner = self.names.within(range.start..range.end.min(range.start + 4)).first();
            let owner = owner.filter(|owner| self.reader().owns(owner.tokens.end) && !self.is_spoken(owner));
            if let Some(owner) = owner.filter(|owner| self.may_be(owner.person, gender)) {
                return self.human(owner.person, words, Rule::Pronoun, confidence - 0.15);
            }
        }
        let mut near = self.names.within(at.saturating_sub(600)..at).iter().rev();
        let fits = |mention: &&Mention| {
            let known = self.names.people[mention.person].gender;
            (known.is_none() || known == gender) && !self.is_spoken(mention)
        };
        match near.find(fits) {
            Some(mention) => self.human(mention.person, words, Rule::Pronoun, 0.55),
            None => nobody(),
        }
    }

    /// `it`: the body last told of.
    fn thing(&self, at: usize) -> Meant {
        match self.group_before(at, NEAR) {
            Some(speaker) => {
                Meant { speaker: Speaker { mention: Some(at..at + 1), confidence: 0.75, ..speaker }, sort: Sort::Group }
            }
            None => nobody(at..at + 1, Sort::Group),
        }
    }

    /// `they`: the body or the people last told of.
    fn they(&self, at: usize) -> Meant {
        match self.group_before(at, NEAR) {
            Some(speaker) => {
                Meant { speaker: Speaker { mention: Some(at..at + 1), confidence: 0.65, ..speaker }, sort: Sort::Group }
            }
            None => nobody(at..at + 1, Sort::Group),
        }
    }

    /// The body that the sentences before a place are about.
    fn group_before(&self, at: usize, sentences: usize) -> Option<Speaker> {
        let text = self.text;
        let sentence = text.sentence_of(at)?;
        let own = text.sentences[sentence].start..at;
        let reader = self.reader();
        let told = own.start < at && !self.is_spoken_from(own.start);
        let here = told
            .then(|| reader.first_subject(own.start..own.end.min(own.start + 80)))
            .flatten()
            .filter(|phrase| !reader.is_pronoun(phrase.core.start) && phrase.core.end < at);
        let here = here
            .and_then(|phrase| self.refer(&phrase))
            .filter(|meant| matches!(meant.sort, Sort::Group | Sort::Either) && meant.speaker.name.is_some());
        if let Some(meant) = here {
            return Some(meant.speaker);
        }
        for back in 1..=sentences.min(sentence) {
            let number = sentence - back;
            if let Some(Some(topic)) = self.english.topics.get(number)
                && matches!(topic.sort, Sort::Group | Sort::Either)
            {
                return Some(topic.speaker.clone());
            }
            let range = text.sentences[number].clone();
            let first = self.look.bodies.partition_point(|body| body.tokens.end <= range.start);
            let inside = self.look.bodies[first..].iter().take_while(|body| body.tokens.start < range.end);
            let proper = |body: &&Body| {
                body.tokens.len() > 1
                    && text.tokens[body.tokens.start].is_capital()
                    && !self.is_spoken_at(body.tokens.start)
            };
            if let Some(body) = inside.take(16).find(proper) {
                return Some(Speaker { confidence: 0.6, ..self.organisation_of(&body.tokens, 0.6) });
            }
        }
        None
    }

    fn is_spoken_at(&self, at: usize) -> bool {
        let next = self.spoken.partition_point(|part| part.start <= at);
        next.checked_sub(1).is_some_and(|part| self.spoken[part].contains(&at))
    }
}

/// Somebody whom the text does not name.
pub(super) fn nobody(words: Range<usize>, sort: Sort) -> Meant {
    Meant { speaker: Speaker::unknown(Some(words)), sort }
}

fn organisation(name: String, words: Range<usize>, confidence: f32) -> Speaker {
    Speaker { name: Some(name), role: None, mention: Some(words), rule: Rule::Organisation, confidence, person: None }
}

/// A word at the beginning of a sentence in small letters.
fn lowered(words: &str, case: Case) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if case == Case::Capital => first.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}
