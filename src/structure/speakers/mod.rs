//! Who says what: each quotation gets the person or the body to whom the words beside it point.
//!
//! [`pointer`] finds those words, [`titles`] knows which of them stand for a person; here they are resolved through what
//! the text says elsewhere: a title through roles, a pronoun through who was named last, nothing through who spoke last.

mod pointer;
mod titles;

use std::collections::HashMap;
use std::ops::Range;

use super::draft::Rule;
use super::names::{Body, Endings, Gender, Mention, Names, bodies, clean, gender_of_verb};
use super::quotes::{Cues, Form, SAYING, SAYS, Speech, VERB};
use super::text::Text;
use super::tokens::Case;
use crate::article::Language::{Kk, Ru};
pub(super) use pointer::is_russian_nominative;
use pointer::{Look, Pointer};
pub(super) use titles::{HER, HIS, KIN, Known, NAMELESS, TITLE, Titles};

/// Who said something.
#[derive(Debug, Clone)]
pub(super) struct Speaker {
    pub(super) name: Option<String>,
    pub(super) role: Option<String>,
    pub(super) mention: Option<Range<usize>>,
    pub(super) rule: Rule,
    pub(super) confidence: f32,
    /// The number of the person.
    person: Option<usize>,
}

impl Speaker {
    fn unknown(mention: Option<Range<usize>>) -> Self {
        Speaker { name: None, role: None, mention, rule: Rule::None, confidence: 0.5, person: None }
    }
}

/// The speaker of each quotation.
pub(super) fn speakers(text: &Text, cues: &Cues, names: &Names, speeches: &[Speech]) -> Vec<Speaker> {
    let bodies = bodies(text, cues, names);
    let mut kinds: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, body) in bodies.iter().enumerate() {
        kinds.entry(body.kind.clone()).or_default().push(number);
    }
    let mut spoken: Vec<Range<usize>> = speeches.iter().flat_map(|speech| speech.parts.iter().cloned()).collect();
    spoken.sort_by_key(|part| part.start);
    let look = Look { text, cues, names, bodies: &bodies };
    let mut search = Search { text, look, names, speeches, spoken, kinds, told: Vec::new() };
    for number in 0..speeches.len() {
        let speaker = search.speaker(number);
        search.told.push(speaker);
    }
    let fullest = search.fullest_roles();
    let mut told = search.told;
    for speaker in &mut told {
        let role = speaker.person.and_then(|person| fullest.get(&person));
        speaker.role = role.cloned().or(speaker.role.take());
    }
    told
}

struct Search<'a> {
    text: &'a Text<'a>,
    look: Look<'a>,
    names: &'a Names,
    speeches: &'a [Speech],
    /// All parts of speech, in order.
    spoken: Vec<Range<usize>>,
    /// The bodies of each kind.
    kinds: HashMap<String, Vec<usize>>,
    /// The speakers found so far.
    told: Vec<Speaker>,
}

/// Someone is looked for in no more sentences before a quotation.
const FAR: usize = 12;
/// No more people are tried for a title.
const MOST_PEOPLE: usize = 200;

impl Search<'_> {
    fn speaker(&self, number: usize) -> Speaker {
        let speech = &self.speeches[number];
        let start = speech.parts[0].start;
        let mut unnamed = None;
        let pointers = [
            speech.clause.clone().and_then(|clause| self.in_clause(clause)),
            speech.lead.clone().and_then(|lead| self.in_lead(lead)),
            speech.lead.clone().filter(|_| self.ends_with_verb(speech)).and_then(|lead| self.look.subject(lead)),
            speech.tail.clone().and_then(|tail| self.look.subject_of_verb(tail)),
        ];
        for pointer in pointers.into_iter().flatten() {
            let speaker = self.resolve(&pointer, number, start);
            if speaker.name.is_some() || matches!(pointer, Pointer::Title(..)) {
                return speaker;
            }
            unnamed.get_or_insert(speaker);
        }
        if let Some(speaker) = unnamed {
            return speaker;
        }
        match speech.form {
            Form::Bare => self.continuation(number, start),
            Form::Direct => self.impersonal(number, start),
            Form::Fragment => self.of_sentence(number, start),
        }
    }

    /// The fullest wording of each speaker's role: `Президент` beside the name, `Президент Казахстана` beside a quotation.
    fn fullest_roles(&self) -> HashMap<usize, String> {
        let mut fullest: HashMap<usize, String> = HashMap::new();
        let told = self.told.iter().filter(|speaker| speaker.rule == Rule::Title);
        for (person, phrase) in told.filter_map(|speaker| Some((speaker.person?, speaker.mention.clone()?))) {
            let Some(main) = self.names.people[person].roles.first() else { continue };
            let title = phrase.clone().find(|at| self.names.titles.is(self.text, *at, TITLE));
            let same = title.is_some_and(|head| titles::alike(self.text.norm(head), self.text.norm(main.head)));
            let words = clean(self.text, &phrase);
            let known = fullest.get(&person).unwrap_or(&main.name);
            if same && phrase.len() <= 8 && words.chars().count() > known.chars().count() {
                fullest.insert(person, words);
            }
        }
        fullest
    }

    /// The attribution after a quotation or inside.
    fn in_clause(&self, clause: Range<usize>) -> Option<Pointer> {
        let written = (clause.clone()).any(|at| self.look.cues.is(self.text, at, super::quotes::WRITTEN));
        if written {
            let his = clause.clone().find(|at| self.names.titles.is(self.text, *at, HIS | HER));
            let noun = clause.clone().find(|at| self.look.cues.is(self.text, *at, SAYING));
            let owner = noun.filter(|_| his.is_none() && self.text.language == Ru);
            if let Some(owner) = owner.and_then(|noun| self.look.owner_of_words(noun, &clause)) {
                return Some(owner);
            }
            return match his {
                Some(_) => self.look.subject(clause),
                None => self.look.body(clause.clone()).or_else(|| self.look.subject(clause)),
            };
        }
        self.look.subject(clause)
    }

    /// The words before a quotation in its sentence.
    fn in_lead(&self, lead: Range<usize>) -> Option<Pointer> {
        let is = |at: usize, cue| self.look.cues.is(self.text, at, cue);
        let noun = lead.clone().rev().find(|at| is(*at, SAYING));
        let verb = lead.clone().rev().find(|at| is(*at, VERB & !SAYING));
        // The one nearer to the quotation counts.
        let noun = noun.filter(|noun| verb.is_none_or(|verb| verb < *noun) || self.opens(*noun, &lead));
        if let Some(pointer) = noun.and_then(|noun| self.look.owner_of_words(noun, &lead)) {
            return Some(pointer);
        }
        if verb.is_some() {
            return self.look.subject_of_verb(lead);
        }
        // Депутат Гүлжан Сатыбалдинова: «…»
        let colon = self.text.is(lead.end - 1, ':');
        colon.then(|| self.look.subject(lead)).flatten()
    }

    /// Whether a Kazakh sentence goes on after a quotation to its verb: its subject stands before.
    fn ends_with_verb(&self, speech: &Speech) -> bool {
        let after = speech.clause.as_ref().or(speech.tail.as_ref());
        let verb = after.is_some_and(|after| after.clone().take(6).any(|at| self.look.cues.is(self.text, at, VERB)));
        self.text.language == Kk && verb
    }

    /// Whether a noun for somebody's words opens a sentence: `По словам министра, он заявил…` has two, the first counts.
    fn opens(&self, noun: usize, lead: &Range<usize>) -> bool {
        noun <= lead.start + 1 && self.text.language == Ru && self.text.norm(lead.start) == "по"
    }

    fn resolve(&self, pointer: &Pointer, number: usize, start: usize) -> Speaker {
        match pointer {
            Pointer::Name(mention) => self.named(mention),
            Pointer::Title(phrase, head) => self.titled(phrase.clone(), *head, start),
            Pointer::Pronoun(at, he) => self.meant(*at, *he, number, start),
            Pointer::Body(body) => self.body(body),
        }
    }

    /// A name beside a quotation; two of them, where both speak.
    fn named(&self, mention: &Mention) -> Speaker {
        let text = self.text;
        let one = self.person(mention.person, Some(mention.tokens.clone()), Rule::Name, 0.95);
        let joined = matches!(text.norm(mention.tokens.end), "и" | "and" | "және");
        let next = joined.then(|| self.names.at(mention.tokens.end + 1)).flatten();
        let Some(next) =
            next.filter(|next| next.tokens.start == mention.tokens.end + 1 && next.person != mention.person)
        else {
            return one;
        };
        // `сказал Иванов и …`: one of them.
        let near = mention.tokens.start.saturating_sub(6)..next.tokens.end + 4;
        let single =
            near.filter(|at| self.look.cues.is(text, *at, SAYS)).any(|at| gender_of_verb(text.norm(at)).is_some());
        if single {
            return one;
        }
        let names = [mention, next].map(|mention| self.names.people[mention.person].name.as_str());
        let tokens = mention.tokens.start..next.tokens.end;
        let both = names.join(&format!(" {} ", text.norm(mention.tokens.end)));
        Speaker { name: Some(both), role: None, mention: Some(tokens), rule: Rule::Name, confidence: 0.8, person: None }
    }

    fn person(&self, person: usize, mention: Option<Range<usize>>, rule: Rule, confidence: f32) -> Speaker {
        let known = &self.names.people[person];
        let role = known.roles.first().map(|role| role.name.clone());
        Speaker { name: Some(known.name.clone()), role, mention, rule, confidence, person: Some(person) }
    }

    /// A title: the person who has it as a role; or for a plain word the person named last.
    fn titled(&self, phrase: Range<usize>, head: usize, start: usize) -> Speaker {
        let text = self.text;
        let titles = &self.names.titles;
        let words = |tokens: &Range<usize>| {
            let words = tokens.clone().filter(|at| text.word(*at).is_some() && !matches!(text.norm(*at), "of" | "the"));
            let deputy = |norm| match <str>::strip_prefix(norm, "зам").filter(|chief| chief.chars().count() > 4) {
                Some(chief) if !chief.starts_with("ес") => ["заместитель", chief].into_iter().take(2),
                _ => [norm, ""].into_iter().take(1),
            };
            words.flat_map(|at| deputy(text.norm(at))).collect::<Vec<_>>()
        };
        let title = words(&phrase);
        let head_word = if title.contains(&text.norm(head)) { text.norm(head) } else { "заместитель" };
        let role_head = |head: usize| text.norm(head);
        let mut best: Option<(u32, usize, usize)> = None;
        for (number, person) in self.names.people.iter().enumerate().take(MOST_PEOPLE) {
            let fit = person
                .roles
                .iter()
                .map(|role| titles::fit(text, &title, head_word, &words(&role.tokens), role_head(role.head)));
            let fit = fit.max().unwrap_or(0);
            if fit == 0 {
                continue;
            }
            let last = self.last_mention(number, start);
            if best.is_none_or(|(most, latest, _)| (fit, last) > (most, latest)) {
                best = Some((fit, last, number));
            }
        }
        if let Some((fit, _, person)) = best {
            return self.person(person, Some(phrase), Rule::Title, if fit >= 4 { 0.9 } else { 0.8 });
        }
        let kin = titles.is(text, head, KIN) && !self.names.within(phrase.clone()).is_empty();
        if kin {
            return self.worded(phrase, Rule::Title);
        }
        if titles.is(text, head, NAMELESS) {
            return Speaker::unknown(Some(phrase));
        }
        let own =
            title.len() > 1 && (phrase.start..phrase.end).any(|at| at != phrase.start && text.tokens[at].is_capital());
        if own {
            // `глава МИД Франции`: somebody else, whom the text does not name.
            return self.worded(phrase, Rule::Title);
        }
        let gender = self.gender_of(head);
        let office = titles.is(text, head, titles::OFFICE);
        match self.recent(start, gender, None).filter(|person| !office || self.names.people[*person].roles.is_empty()) {
            Some(person) => self.person(person, Some(phrase), Rule::Title, 0.6),
            None => Speaker::unknown(Some(phrase)),
        }
    }

    /// A speaker whom the text does not name: its own words.
    fn worded(&self, phrase: Range<usize>, rule: Rule) -> Speaker {
        let words = clean(self.text, &phrase);
        let mut letters = words.chars();
        let lowered = match letters.next() {
            Some(first)
                if self.text.tokens[phrase.start].case == Case::Capital && self.names.at(phrase.start).is_none() =>
            {
                first.to_lowercase().chain(letters).collect()
            }
            _ => words,
        };
        Speaker { name: Some(lowered), role: None, mention: Some(phrase), rule, confidence: 0.6, person: None }
    }

    fn gender_of(&self, head: usize) -> Option<Gender> {
        if self.text.language != Ru {
            return None;
        }
        let near = (head.saturating_sub(4)..head + 4).filter(|at| self.look.cues.is(self.text, *at, SAYS));
        near.filter_map(|at| gender_of_verb(self.text.norm(at))).next()
    }

    /// Where a person was last named before a place, or after it where nowhere before.
    fn last_mention(&self, person: usize, start: usize) -> usize {
        let before = self.names.within(start.saturating_sub(4000)..start);
        before.iter().rev().take(200).find(|mention| mention.person == person).map_or(0, |mention| mention.tokens.start)
    }

    /// A pronoun: who was named last and can be meant.
    fn meant(&self, at: usize, he: Option<bool>, number: usize, start: usize) -> Speaker {
        let gender = match (self.text.lexicon.names.endings, he) {
            (Endings::Kazakh, _) | (_, None) => None,
            (_, Some(true)) => Some(Gender::Man),
            (_, Some(false)) => Some(Gender::Woman),
        };
        let mention = Some(at..at + 1);
        if self.names.titles.is(self.text, at, titles::THEY) {
            return Speaker::unknown(mention);
        }
        let place = at.min(start);
        // The subject of the same sentence before the pronoun.
        let lead = self.speeches[number].lead.clone().filter(|lead| lead.contains(&at)).map(|lead| lead.start..at);
        let own = lead.and_then(|lead| self.subjects(lead, gender).next());
        match own.map(|mention| mention.person).or_else(|| self.recent(place, gender, Some(number))) {
            Some(person) => self.person(person, mention, Rule::Pronoun, 0.85),
            None => Speaker::unknown(mention),
        }
    }

    /// The mentions in a range that are subjects, outside of speech, of people of a gender.
    fn subjects(&self, range: Range<usize>, gender: Option<Gender>) -> impl Iterator<Item = &Mention> {
        let fits = move |mention: &&Mention| {
            let person = self.names.people[mention.person].gender;
            gender.is_none() || person.is_none() || person == gender
        };
        self.names
            .within(range)
            .iter()
            .take(64)
            .filter(fits)
            .filter(|mention| self.leads(mention) && !self.is_spoken(mention))
    }

    /// Whether somebody is what a sentence is about: its subject, or the one whose words it gives.
    fn leads(&self, mention: &Mention) -> bool {
        let before = mention.tokens.start.saturating_sub(6)..mention.tokens.start;
        let words = before.rev().any(|at| self.look.cues.is(self.text, at, SAYING) && self.text.language == Ru);
        let after = self.text.language == Kk && self.look.cues.is(self.text, mention.tokens.end, SAYING);
        words || after || self.look.is_subject(mention)
    }

    fn is_spoken(&self, mention: &Mention) -> bool {
        let next = self.spoken.partition_point(|part| part.start <= mention.tokens.start);
        next.checked_sub(1).is_some_and(|part| self.spoken[part].contains(&mention.tokens.start))
    }

    /// Who was last named, or spoke last, before a place.
    fn recent(&self, place: usize, gender: Option<Gender>, _: Option<usize>) -> Option<usize> {
        let text = self.text;
        let last = text.sentence_of(place)?;
        let fits = |person: &usize| {
            let known = self.names.people[*person].gender;
            gender.is_none() || known.is_none() || known == gender
        };
        for back in 0..FAR {
            let Some(number) = last.checked_sub(back) else { break };
            let sentence = text.sentences[number].clone();
            let range = sentence.start..sentence.end.min(place);
            // A speaker who was found there.
            let spoke = self.told.iter().zip(self.speeches).rev().take(8).find(|(speaker, speech)| {
                let at = speech.clause.as_ref().map_or(speech.parts[0].start, |clause| clause.start);
                speaker.person.is_some_and(|person| fits(&person)) && range.contains(&at)
            });
            if let Some(person) = spoke.and_then(|(speaker, _)| speaker.person) {
                return Some(person);
            }
            if let Some(mention) = self.subjects(range, gender).next() {
                return Some(mention.person);
            }
        }
        // Anyone at all of that gender who was named, and was alone.
        let mut near = self.names.within(place.saturating_sub(600)..place).iter().rev();
        near.find(|mention| fits(&mention.person) && !self.is_spoken(mention)).map(|mention| mention.person)
    }

    /// A body: the fullest name of its kind that fits.
    fn body(&self, body: &Body) -> Speaker {
        let same = self.kinds.get(&body.kind).into_iter().flatten().take(64).map(|number| &self.look.bodies[*number]);
        let alone = body.tokens.len() == 1;
        let full = if alone {
            same.filter(|other| other.tokens.len() > 1).max_by_key(|other| self.proper(other))
        } else {
            None
        };
        // `следствие` is what the `Следственный комитет` does.
        let akin = |other: &&Body| {
            let first = other.name.to_lowercase();
            other.tokens.len() > 1 && first.chars().zip(body.kind.chars()).take_while(|(a, b)| a == b).count() >= 7
        };
        let full = full.or_else(|| self.look.bodies.iter().take(MOST_PEOPLE).filter(|_| alone).find(akin));
        // `ведомство` is whichever was named last.
        let generic = alone && self.text.lexicon.names.is_generic(&body.kind);
        let first = self.look.bodies.partition_point(|other| other.tokens.start < body.tokens.start);
        let last = || self.look.bodies[..first].iter().rev().take(8).find(|other| self.proper(other) > 0);
        let full = full.or_else(|| if generic { last() } else { None });
        let confidence = if alone && full.is_none() { 0.6 } else { 0.85 };
        let name = full.unwrap_or(body).name.clone();
        Speaker {
            name: Some(name),
            role: None,
            mention: Some(body.tokens.clone()),
            rule: Rule::Organisation,
            confidence,
            person: None,
        }
    }

    /// How much the name of a body tells.
    fn proper(&self, body: &Body) -> usize {
        body.tokens.clone().filter(|at| self.text.tokens[*at].is_capital()).count()
    }

    /// Speech without any attribution: the name in the next line, who is told to speak before it, or who spoke last.
    fn continuation(&self, number: usize, start: usize) -> Speaker {
        let text = self.text;
        let end = self.speeches[number].parts.last().map_or(start, |part| part.end);
        if let Some(next) = text.paragraph_of(end.saturating_sub(1)).and_then(|number| text.paragraphs.get(number + 1))
        {
            let name = self.names.within(next.clone()).first();
            let alone = next.len() <= 14 && !next.clone().any(|at| self.look.cues.is(text, at, SAYS));
            if let Some(name) = name.filter(|name| alone && name.tokens.start <= next.start + 1) {
                return self.person(name.person, Some(name.tokens.clone()), Rule::Name, 0.85);
            }
        }
        // A question that somebody answers after it was somebody else's.
        let answered = self.speeches.get(number + 1).is_some_and(|next| next.parts[0].start <= end + 3);
        if answered && text.is(end - 1, '?') {
            return Speaker::unknown(None);
        }
        let spoke = number.checked_sub(1).and_then(|before| self.told.get(before));
        let paragraph = text.paragraph_of(start);
        let before =
            text.sentence_of(start).and_then(|sentence| sentence.checked_sub(1)).map(|n| text.sentences[n].clone());
        if let Some(sentence) = before {
            let near = paragraph.zip(text.paragraph_of(sentence.start)).is_some_and(|(here, there)| here - there <= 1);
            let subject = self.subjects(sentence.clone(), None).next();
            if let Some(mention) = subject.filter(|_| near) {
                return self.person(mention.person, None, Rule::Continuation, 0.75);
            }
            let pronoun =
                sentence.clone().take(4).find(|at| self.names.titles.is(text, *at, HIS | HER | titles::PRONOUN));
            if let Some(person) = pronoun.filter(|_| near).and_then(|at| self.recent(at, None, None)) {
                return self.person(person, None, Rule::Continuation, 0.7);
            }
        }
        match spoke.and_then(|speaker| speaker.person) {
            Some(person) => self.person(person, None, Rule::Continuation, 0.65),
            None => Speaker::unknown(None),
        }
    }

    /// `делінген хабарламада`, `говорится в сообщении`: the body that is said before to have told it.
    fn impersonal(&self, number: usize, start: usize) -> Speaker {
        let text = self.text;
        let clause = self.speeches[number].clause.clone();
        let sentence = text.sentence_of(start).unwrap_or(0);
        let it = clause.clone().into_iter().flatten().any(|at| text.norm(at) == "it");
        let noun = clause.clone().into_iter().flatten().any(|at| self.look.cues.is(text, at, SAYING));
        if !it && !noun {
            return Speaker::unknown(clause);
        }
        for back in 1..=3 {
            let Some(before) = sentence.checked_sub(back).map(|number| text.sentences[number].clone()) else { break };
            let told = before.clone().any(|at| self.look.cues.is(text, at, SAYS));
            if let (true, Some(Pointer::Body(body))) = (told || it, self.look.body(before)) {
                return Speaker { mention: clause, confidence: 0.7, ..self.body(&body) };
            }
        }
        Speaker::unknown(clause)
    }

    /// A fragment in a sentence that names nobody as its speaker: `Об этом сообщили в…` may follow.
    fn of_sentence(&self, number: usize, start: usize) -> Speaker {
        let text = self.text;
        let Some(sentence) = text.sentence_of(start) else { return Speaker::unknown(None) };
        if let Some(next) = text.sentences.get(sentence + 1).cloned() {
            let about =
                matches!(text.norm(next.start), "об" | "бұл") && matches!(text.norm(next.start + 1), "этом" | "туралы");
            if let Some(pointer) = about.then(|| self.look.subject(next)).flatten() {
                return self.resolve(&pointer, number, start);
            }
        }
        // What a body decides or proposes it does in its own words.
        let own = text.sentences[sentence].start;
        match self.look.body(own..start) {
            Some(Pointer::Body(body)) if body.tokens.start <= own + 1 => {
                Speaker { confidence: 0.5, ..self.body(&body) }
            }
            _ => self.of_paragraph(sentence),
        }
    }

    /// `По данным следствия, …`: what a paragraph gives as somebody's words goes on over its sentences.
    fn of_paragraph(&self, sentence: usize) -> Speaker {
        let text = self.text;
        for back in 1..=3 {
            let Some(before) = sentence.checked_sub(back).map(|number| text.sentences[number].clone()) else { break };
            let noun = (before.start..before.end.min(before.start + 3)).find(|at| self.look.cues.is(text, *at, SAYING));
            let pointer = noun.and_then(|noun| self.look.owner_of_words(noun, &before));
            if let (Ru, Some(Pointer::Body(body))) = (text.language, pointer) {
                return Speaker { confidence: 0.5, ..self.body(&body) };
            }
        }
        Speaker::unknown(None)
    }
}

#[cfg(test)]
mod tests;
