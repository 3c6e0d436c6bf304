//! Who says what: each quotation gets the person or the body to whom the words beside it point.
//!
//! [`pointer`] finds those words, [`titles`] knows which of them stand for a person; here they are resolved through what
//! the text says elsewhere: a title through roles, a pronoun through who was named last, nothing through who spoke last.

mod english;
mod holders;
mod interview;
mod kazakh;
mod pointer;
mod resolve;
mod russian;
mod titles;
mod unmarked;

use std::collections::HashMap;
use std::ops::Range;

use super::draft::Rule;
use super::names::{Body, Mention, Names, bodies, clean, gender_of_verb, nested};
use super::quotes::{Cues, Form, REPORTS, SAYING, SAYS, Speech, VERB, WRITTEN};
use super::text::Text;
use crate::article::Language::{En, Kk, Ru};
use english::English;
use holders::Holders;
use pointer::{Look, Pointer};
pub(super) use russian::titles::{is_noun_like_verb, is_russian_nominative};
pub(super) use titles::{DESCRIBED, HER, HIS, HONORIFIC, KIN, Known, NAMELESS, OFFICE, TITLE, Titles};

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
    let mut known: Vec<Body> = if text.language == Ru { nested(text, cues, names, &bodies) } else { Vec::new() };
    known.extend(bodies.iter().cloned());
    known.sort_by_key(|body| body.tokens.start);
    let mut spoken: Vec<Range<usize>> = speeches.iter().flat_map(|speech| speech.parts.iter().cloned()).collect();
    spoken.sort_by_key(|part| part.start);
    let look = Look { text, cues, names, bodies: &bodies };
    let interviewee = interview::interviewee(text, names, speeches);
    let english = English::of(text, names, &bodies);
    let holders = Holders::of(text, names);
    let mut search =
        Search { text, holders, look, names, speeches, spoken, kinds, known, interviewee, english, told: Vec::new() };
    for (number, speech) in speeches.iter().enumerate() {
        if text.language == En {
            search.read_to(speech.parts[0].start);
        }
        let speaker = search.speaker(number);
        search.told.push(speaker);
    }
    if text.language == En {
        search.headline();
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
    /// All bodies, also those inside of the names of others, in order.
    known: Vec<Body>,
    /// Who has which title.
    holders: Holders<'a>,
    /// Who answers, in an interview.
    interviewee: Option<usize>,
    english: English,
    /// The speakers found so far.
    told: Vec<Speaker>,
}

/// Someone is looked for in no more sentences before a quotation.
const FAR: usize = 12;
/// From one quotation to the next in a sentence the same speaker goes on over no more tokens.
const FURTHEST: usize = 40;
/// No more people are tried for a title.
const MOST_PEOPLE: usize = 200;

impl Search<'_> {
    fn speaker(&self, number: usize) -> Speaker {
        let speech = &self.speeches[number];
        let start = speech.parts[0].start;
        if let Some(side) = speech.side.filter(|_| speech.clause.is_none()) {
            return self.turn(side, speech);
        }
        if self.text.language == En {
            return self.english_speaker(number);
        }
        let mut unnamed = None;
        let (outer_number, outer) = self.outer(number).unzip();
        let clause = speech.clause.clone().filter(|clause| outer.as_ref().is_none_or(|outer| clause.end <= outer.end));
        // `«…», — и добавил, что «…»`: what is quoted next says nothing of who speaks.
        let clause = clause.map(|clause| {
            let next = self.spoken.partition_point(|part| part.start <= clause.start);
            let stop = self.spoken.get(next).map_or(clause.end, |part| part.start).min(clause.end);
            if self.text.language == Ru { clause.start..stop } else { clause }
        });
        let lead = speech.lead.clone().map(|lead| {
            let start = outer.map_or(lead.start, |outer| outer.start.max(lead.start));
            // Of a whole paragraph before the words only the last sentence brings them.
            let last = self.text.sentence_of(lead.end - 1);
            last.map_or(start, |last| self.text.sentences[last].start.max(start))..lead.end
        });
        // What was quoted before in the same sentence says nothing of who speaks now.
        let said = self.said_before(number, start);
        let lead = lead.map(|lead| said.map_or(lead.start, |said| said.max(lead.start)).min(lead.end)..lead.end);
        // `Белов отметил, что придёт «очень скоро», пишет «Труд»`: the paper passes on what Белов said.
        let passed_on = speech.form == Form::Fragment
            && self.text.language == Ru
            && clause.clone().into_iter().flatten().any(|at| self.look.cues.is(self.text, at, REPORTS));
        if let Some(asked) = self.of_question(number) {
            return asked;
        }
        let mut pointers = [
            clause.and_then(|clause| self.in_clause(clause)),
            lead.filter(|lead| !lead.is_empty()).and_then(|lead| self.in_lead(lead)),
            speech.lead.clone().filter(|_| self.ends_with_verb(speech)).and_then(|lead| self.look.subject(lead)),
            speech.tail.clone().and_then(|tail| self.look.subject_of_verb(tail)),
        ];
        if passed_on {
            pointers.swap(0, 1);
        }
        if let Some(outer) = outer_number.filter(|_| self.text.language == Kk) {
            return self.told_inside(pointers.into_iter().flatten().next(), outer, number, start);
        }
        for pointer in pointers.into_iter().flatten() {
            let speaker = self.resolve(&pointer, number, start);
            if speaker.name.is_some() || matches!(pointer, Pointer::Title(..) | Pointer::Group(..) | Pointer::Others(_))
            {
                return speaker;
            }
            unnamed.get_or_insert(speaker);
        }
        if let Some(speaker) = unnamed {
            return speaker;
        }
        if let Some(speaker) = said.and_then(|said| self.same_goes_on(number, said..start)) {
            return speaker;
        }
        let lead = speech.lead.clone().filter(|_| self.text.language == Ru);
        if lead.as_ref().is_some_and(|lead| self.look.is_found(lead)) {
            return Speaker::unknown(None);
        }
        if let Some(speaker) = lead.as_ref().and_then(|lead| self.of_own_document(lead, number)) {
            return speaker;
        }
        if let Some(speaker) = lead.and_then(|lead| self.of_document(lead, number)) {
            return speaker;
        }
        match speech.form {
            Form::Bare => self.continuation(number, start),
            Form::Direct => self.impersonal(number, start),
            Form::Fragment => self.of_sentence(number, start),
        }
    }

    /// The end of the quotation before in the same Russian sentence.
    fn said_before(&self, number: usize, start: usize) -> Option<usize> {
        let end = self.speeches[number.checked_sub(1)?].parts.last()?.end;
        let same = end <= start && self.text.sentence_of(end.checked_sub(1)?) == self.text.sentence_of(start);
        (same && self.text.language == Ru).then_some(end)
    }

    /// `заявил, что «…» и «…»`: the same one goes on where nobody else is named between.
    fn same_goes_on(&self, number: usize, between: Range<usize>) -> Option<Speaker> {
        let before = self.told.get(number.checked_sub(1)?).filter(|_| between.len() <= FURTHEST)?;
        // `… и добавил, что «…»`
        let mut verb = between.clone().rev().filter(|at| self.look.cues.is(self.text, *at, SAYS));
        let gender = verb.find_map(|at| gender_of_verb(self.text.norm(at)));
        let own = before.person.and_then(|person| self.names.people[person].gender);
        if gender.is_some() && (before.person.is_none() || own.is_some() && own != gender) {
            return None;
        }
        Some(Speaker {
            mention: None,
            rule: Rule::Continuation,
            confidence: before.confidence.min(0.75),
            ..before.clone()
        })
    }

    /// The words of somebody else inside of which a quotation stands.
    fn outer(&self, number: usize) -> Option<(usize, Range<usize>)> {
        let own = &self.speeches[number].parts[0];
        let before = self.speeches[..number].iter().enumerate().rev().take(3);
        let parts = before.flat_map(|(number, speech)| speech.parts.iter().map(move |part| (number, part.clone())));
        parts.filter(|(_, part)| part.start < own.start && own.end <= part.end).min_by_key(|(_, part)| part.len())
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
        let text = self.text;
        // `говорится в заявлении завода, которое приводит «Труд»`: who passes words on is not their speaker.
        let relative = |at: &usize| text.is(*at, ',') && text.norm(at + 1).starts_with("котор");
        let stop = (clause.start + 1..clause.end).find(relative).filter(|_| text.language == Ru);
        let clause = clause.start..stop.unwrap_or(clause.end);
        let written = (clause.clone()).any(|at| self.look.cues.is(self.text, at, super::quotes::WRITTEN));
        if written {
            let his = clause.clone().find(|at| self.names.titles.is(self.text, *at, HIS | HER));
            let noun = clause.clone().find(|at| self.look.cues.is(self.text, *at, SAYING));
            if let Some(his) = his.filter(|his| self.text.language == Ru && self.look.is_own_page(his + 1)) {
                return Some(self.look.pronoun(his));
            }
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
        if self.text.language == Ru
            && let Some(antecedent) = self.look.before_relative(&lead)
        {
            return Some(antecedent);
        }
        let is = |at: usize, cue| self.look.cues.is(self.text, at, cue);
        // `Он даёт оценку книги: «…»` is what he says of it.
        let noun = lead.clone().rev().find(|at| is(*at, SAYING) && self.text.norm(*at) != "оценку");
        let verb = lead.clone().rev().find(|at| is(*at, VERB & !SAYING) && !self.look.is_of_relative(*at, &lead));
        // The one nearer to the quotation counts.
        let noun = noun.filter(|noun| {
            verb.is_none_or(|verb| verb < *noun || self.opens(*noun, verb, &lead) || self.is_of_document(*noun, verb))
        });
        if let Some(pointer) = noun.and_then(|noun| self.look.owner_of_words(noun, &lead)) {
            // `он добавил, что дом, по мнению экспертов, «…»`: he says it, and they have no name.
            let told = lead.clone().find(|at| is(*at, SAYS));
            let within = |verb: usize| noun.is_some_and(|noun| (verb..noun).any(|at| self.text.norm(at) == "что"));
            let nameless = matches!(pointer, Pointer::Group(..) | Pointer::Others(_)) && self.text.language == Ru;
            let told = told.filter(|verb| nameless && within(*verb));
            return told.and_then(|_| self.look.subject_of_verb(lead)).or(Some(pointer));
        }
        if verb.is_some() {
            return self.look.subject_of_verb(lead);
        }
        // Депутат Гүлжан Сатыбалдинова: «…»
        let colon = self.text.is(lead.end - 1, ':');
        let Range { start, end } = lead;
        // `Певица показала снимок с подругой Анной Гай: «…»`: she, not the friend.
        let doer = (colon && self.text.language == Ru && lead.len() > 4).then(|| self.look.doer(&lead)).flatten();
        let subject = doer.or_else(|| colon.then(|| self.look.subject(lead)).flatten());
        // `МВД: «…»`; but `Его фонд построил школу: «…»` is not what the fund says.
        let beside =
            |body: &Body| self.text.language != Ru || body.tokens.end + 1 == end || body.tokens.start <= start + 1;
        subject.filter(|subject| !matches!(subject, Pointer::Body(body) if !beside(body)))
    }

    /// Whether a Kazakh sentence goes on after a quotation to its verb: its subject stands before.
    fn ends_with_verb(&self, speech: &Speech) -> bool {
        let after = speech.clause.as_ref().or(speech.tail.as_ref());
        let verb = after.is_some_and(|after| after.clone().take(6).any(|at| self.look.cues.is(self.text, at, VERB)));
        self.text.language == Kk && verb
    }

    /// Whether the words of the one with whom a sentence opens hold all of it: `По словам министра, он заявил…` has two,
    /// the first counts; but `По словам министра, Белов заявил…` gives the words of Белов.
    fn opens(&self, noun: usize, verb: usize, lead: &Range<usize>) -> bool {
        let first = noun <= lead.start + 1 && self.text.language == Ru && self.text.norm(lead.start) == "по";
        first && !self.look.has_own_subject(noun, verb)
    }

    /// `В письме Белова говорится`: the noun names the words that the verb brings.
    fn is_of_document(&self, noun: usize, verb: usize) -> bool {
        let inside = noun.checked_sub(1).is_some_and(|before| matches!(self.text.norm(before), "в" | "во"));
        self.text.language == Ru
            && inside
            && self.look.cues.is(self.text, verb, WRITTEN)
            && !self.names.within(noun..verb).is_empty()
    }

    fn resolve(&self, pointer: &Pointer, number: usize, start: usize) -> Speaker {
        match pointer {
            Pointer::Name(mention) => self.named(mention),
            Pointer::Title(phrase, head) => self.titled(phrase.clone(), *head, start),
            Pointer::Pronoun(at, he) => self.meant(*at, *he, number, start),
            Pointer::Body(body) => self.body(body),
            Pointer::Group(phrase, words) => self.paper_of(phrase.start).map_or_else(
                || self.several(phrase, words),
                |paper| Speaker { mention: Some(phrase.clone()), ..paper },
            ),
            Pointer::Others(at) => self.others(*at),
        }
    }

    /// Several, or somebody whom nothing names.
    fn others(&self, at: usize) -> Speaker {
        let their = self.text.language == Ru && at.checked_sub(1).is_some_and(|before| self.text.norm(before) == "их");
        let they = their.then(|| self.they_before(at)).flatten().or_else(|| self.there(at));
        Speaker { mention: Some(at..at + 1), ..they.unwrap_or_else(|| Speaker::unknown(None)) }
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
}

#[cfg(test)]
mod tests;
