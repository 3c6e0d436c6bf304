//! English attributions: the subject of the verb that brings the speech is who speaks.
//!
//! [`grammar`] cuts groups of words, [`subject`] finds the one that a verb has for its subject, [`refer`] tells whom it
//! means, [`bodies`] knows firms and ministries by their other names.

mod bodies;
mod grammar;
mod refer;
mod subject;

use std::ops::Range;

use super::super::draft::Rule;
use super::super::names::{Body, Names};
use super::super::quotes::{Form, SAYING, Speech};
use super::super::text::Text;
use super::super::tokens::WordId;
use super::titles::{HER, HIS};
use super::{Search, Speaker};
use crate::article::Language::En;
use bodies::Called;
use grammar::{ADVERB, AND, AUXILIARY, Grammar, OWN, Phrase};
use refer::{Meant, Sort};

/// A speaker of whom less is sure is none.
const LEAST: f32 = 0.5;
/// So many quotations are searched for the words of a headline.
const MOST_REPEATED: usize = 64;
/// A clause or a sentence is read no further than this.
const LONGEST: usize = 80;

/// What is known of an English text.
pub(super) struct English {
    grammar: Grammar,
    called: Called,
    /// Whom or what each sentence is about, as far as the text was read.
    topics: Vec<Option<Meant>>,
}

impl English {
    pub(super) fn of(text: &Text, names: &Names, bodies: &[Body]) -> Self {
        let called = if text.language == En { Called::of(text, names, bodies) } else { Called::default() };
        English { grammar: Grammar::of(text), called, topics: Vec::new() }
    }
}

impl Search<'_> {
    /// Reads what the sentences before a place are about.
    pub(super) fn read_to(&mut self, place: usize) {
        let Some(sentence) = self.text.sentence_of(place) else { return };
        let mut told = self.told.len();
        while self.english.topics.len() < sentence {
            let number = self.english.topics.len();
            let range = self.text.sentences[number].clone();
            // Whoever speaks there.
            while told > 0 && self.spoke_at(told - 1) >= range.start {
                told -= 1;
            }
            let mut spoke = (told..self.told.len()).take_while(|speech| self.spoke_at(*speech) < range.end);
            let topic = spoke.next().map(|speech| self.topic_of(speech)).or_else(|| self.topic(range));
            self.english.topics.push(topic);
            told = self.told.len();
        }
    }

    /// Where the speaker of a speech is told.
    fn spoke_at(&self, speech: usize) -> usize {
        let speech = &self.speeches[speech];
        speech.clause.as_ref().map_or(speech.parts[0].start, |clause| clause.start)
    }

    fn topic_of(&self, speech: usize) -> Meant {
        let speaker = self.told[speech].clone();
        let sort = match speaker.person {
            Some(person) => Sort::Human(self.names.people[person].gender),
            None if speaker.rule == Rule::Organisation => Sort::Group,
            None => {
                Sort::Human(speaker.mention.clone().and_then(|mut words| words.find_map(|at| self.gender_of_word(at))))
            }
        };
        Meant { speaker, sort }
    }

    /// Whom or what a sentence is about.
    fn topic(&self, sentence: Range<usize>) -> Option<Meant> {
        let range = sentence.start..sentence.end.min(sentence.start + LONGEST);
        if self.is_spoken_from(range.start) {
            return None;
        }
        if let Some(noun) = range.clone().take(3).find(|at| self.text.norm(*at) == "according")
            && let Some(meant) = self.owner_of(noun, &range)
        {
            return Some(meant);
        }
        if self.text.is(sentence.end - 1, '?') {
            return None;
        }
        self.reported(&sentence).or_else(|| self.refer(&self.reader().first_subject(range)?))
    }

    /// Who is said at the end of a sentence to have told it: `The road is ready, Ann Lee said on Monday.`
    fn reported(&self, sentence: &Range<usize>) -> Option<Meant> {
        let reader = self.reader();
        let low = sentence.start.max(sentence.end.saturating_sub(16));
        let comma = (low..sentence.end).rev().find(|at| self.text.is(*at, ','))?;
        let verb = (comma + 1..sentence.end).take(6).find(|at| reader.says(*at))?;
        let short = !(verb..sentence.end).any(|at| self.text.norm(at) == "that") && sentence.end - verb <= 7;
        let inverted = verb == comma + 1 && self.text.norm(verb) != "told";
        let phrase =
            if inverted { reader.phrase(verb + 1, sentence.end) } else { reader.subject_before(verb, comma + 1) };
        let opens = reader.is(comma + 1, AND | grammar::PARTICIPLE | grammar::RELATIVE | grammar::CLAUSE);
        self.refer(&phrase.filter(|_| short && !opens)?)
    }

    pub(super) fn is_spoken_from(&self, at: usize) -> bool {
        let next = self.spoken.partition_point(|part| part.start <= at + 1);
        next.checked_sub(1).is_some_and(|part| self.spoken[part].end > at)
    }

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

    /// The attribution after a quotation or inside: `said Ann Lee, who…`, `the minister, 51, told reporters`.
    fn of_clause(&self, speech: &Speech) -> Option<Meant> {
        let clause = speech.clause.clone()?;
        let clause = clause.start..clause.end.min(clause.start + LONGEST);
        let reader = self.reader();
        let mut start = clause.start;
        while start < clause.end && reader.is(start, ADVERB | AND) {
            start += 1;
        }
        let verb = (start..clause.end).find(|at| reader.says(*at));
        // `was his advice`, `came the reply from Ann Lee`
        if verb.is_none_or(|verb| verb > start + 3)
            && (reader.is(start, AUXILIARY) || matches!(self.text.norm(start), "came" | "went" | "ran"))
        {
            return self.of_noun(start + 1..clause.end);
        }
        let Some(verb) = verb else {
            return reader.first_subject(clause).and_then(|phrase| self.refer(&phrase));
        };
        if verb == start {
            let mut after = verb + 1;
            while after < clause.end && reader.is(after, ADVERB) {
                after += 1;
            }
            return self.refer_or_nobody(reader.phrase(after, clause.end)?);
        }
        self.refer_or_nobody(reader.subject_before(verb, start)?)
    }

    /// Whom a subject means; nobody, where it is not understood: somebody does speak there, and nobody else is meant.
    fn refer_or_nobody(&self, phrase: Phrase) -> Option<Meant> {
        self.refer(&phrase).or_else(|| Some(refer::nobody(phrase.core, Sort::Human(None))))
    }

    /// The words before a quotation in its sentence.
    fn of_lead(&self, speech: &Speech, number: usize) -> Option<Meant> {
        let whole = speech.lead.clone()?;
        let reader = self.reader();
        // `“…,” he said, adding that “…”`: what stands between is the lead of the second.
        let next = self.spoken.partition_point(|part| part.start < whole.end);
        let spoken = next.checked_sub(1).map_or(0, |before| self.spoken[before].end);
        let lead = spoken.max(whole.start).min(whole.end)..whole.end;
        if lead.start > whole.start && !lead.clone().any(|at| reader.says(at)) {
            return self.last_told(number);
        }
        let verb = lead.clone().rev().find(|at| reader.says(*at));
        let noun = lead.clone().rev().find(|at| self.look.cues.is(self.text, *at, SAYING) && !reader.says(*at));
        let according =
            noun.filter(|noun| self.text.norm(*noun) == "according" && verb.is_none_or(|verb| verb < *noun));
        if let Some(meant) = according.and_then(|noun| self.owner_of(noun, &lead)) {
            return Some(meant);
        }
        if let Some(verb) = verb {
            let own = self.of_verb(verb, &lead);
            if own.is_some() || lead.start == whole.start {
                return own;
            }
            // `Ann Lee called it “a shame and a sin” and called on others “to leave at once”`
            return if self.is_spoken_from(whole.start) {
                self.last_told(number)
            } else {
                self.refer(&reader.first_subject(whole.start..lead.end)?)
            };
        }
        let colon = self.text.is(lead.end - 1, ':');
        if let Some(noun) = noun
            && let Some(meant) = self.of_noun(lead.start..lead.end).filter(|_| noun + 8 > lead.end)
        {
            return Some(meant);
        }
        // `It does not surprise pollster Ann Lee: “…”`
        let name = lead.end.checked_sub(2).filter(|_| colon).and_then(|last| self.names.at(last));
        if let Some(name) = name.filter(|name| name.tokens.end + 1 == lead.end && name.tokens.start >= lead.start) {
            let sort = Sort::Human(self.names.people[name.person].gender);
            return Some(Meant { speaker: Speaker { confidence: 0.75, ..self.named(name) }, sort });
        }
        // `Her reaction was shorter:`, `Ann Lee went further:`
        colon
            .then(|| {
                reader.first_subject(lead.clone()).and_then(|phrase| self.refer(&phrase)).or_else(|| self.of_noun(lead))
            })
            .flatten()
    }

    /// The speaker of the quotation before.
    fn last_told(&self, number: usize) -> Option<Meant> {
        let before = number.checked_sub(1).and_then(|before| self.told.get(before))?;
        before.name.is_some().then(|| Meant { speaker: before.clone(), sort: Sort::Human(None) })
    }

    /// The subject of a verb before a quotation; of a passive one, who does it.
    fn of_verb(&self, verb: usize, lead: &Range<usize>) -> Option<Meant> {
        let reader = self.reader();
        let text = self.text;
        let passive = verb > lead.start
            && matches!(
                text.norm(verb),
                "described"
                    | "called"
                    | "dubbed"
                    | "branded"
                    | "hailed"
                    | "condemned"
                    | "praised"
                    | "dismissed"
                    | "labelled"
                    | "labeled"
                    | "slammed"
                    | "criticised"
                    | "criticized"
                    | "accused"
                    | "denied"
                    | "reported"
                    | "put"
            )
            && (lead.start..verb)
                .rev()
                .find(|at| !reader.is(*at, ADVERB))
                .is_some_and(|at| matches!(text.norm(at), "is" | "was" | "are" | "were" | "been" | "being" | "be"));
        let by = (verb + 1..lead.end.min(verb + 4)).find(|at| text.norm(*at) == "by");
        if let Some(by) = by {
            return reader.phrase(by + 1, lead.end).and_then(|phrase| self.refer(&phrase));
        }
        if passive {
            return Some(refer::nobody(verb..verb + 1, Sort::Human(None)));
        }
        let after = |at: usize| reader.phrase(at, lead.end).and_then(|phrase| self.refer(&phrase));
        match reader.subject_before(verb, lead.start) {
            Some(phrase) => self.refer_or_nobody(phrase),
            None if verb == lead.start => after(verb + 1),
            None => None,
        }
    }

    /// What follows a fragment in its sentence: `“…” is how Ann Lee described it`.
    fn of_tail(&self, speech: &Speech) -> Option<Meant> {
        let tail = speech.tail.clone()?;
        let tail = tail.start..tail.end.min(tail.start + LONGEST);
        let reader = self.reader();
        if let Some(noun) = tail.clone().find(|at| self.text.norm(*at) == "according") {
            return self.owner_of(noun, &tail);
        }
        let lead = speech.lead.clone().filter(|lead| !lead.is_empty());
        if let Some(phrase) = lead.and_then(|lead| reader.first_subject(lead))
            && let Some(meant) = self.refer(&phrase)
            && meant.speaker.name.is_some()
            && tail.clone().any(|at| reader.says(at))
        {
            return Some(Meant { speaker: Speaker { confidence: 0.6, ..meant.speaker }, sort: meant.sort });
        }
        let verb = tail.clone().find(|at| reader.says(*at))?;
        let comma = (tail.start..verb).rev().find(|at| self.text.is(*at, ',')).map_or(tail.start, |comma| comma + 1);
        let phrase = reader.subject_before(verb, comma).or_else(|| reader.phrase(verb + 1, tail.end))?;
        self.refer(&phrase)
    }

    /// `According to the ministry`
    fn owner_of(&self, noun: usize, range: &Range<usize>) -> Option<Meant> {
        let to = noun + 1;
        if self.text.norm(to) != "to" || to + 1 >= range.end {
            return None;
        }
        let reader = self.reader();
        let comma = (to + 1..range.end).find(|at| self.text.is(*at, ',')).unwrap_or(range.end);
        let phrase = reader.phrase(to + 1, range.end)?;
        let within = phrase.core.end <= comma;
        self.refer(&Phrase { apposition: phrase.apposition.filter(|_| within), ..phrase })
    }

    /// Whose words a noun brings: `her reaction`, `in his letter`, `the mayor’s advice`, `a message from the bank`.
    fn of_noun(&self, range: Range<usize>) -> Option<Meant> {
        let reader = self.reader();
        let text = self.text;
        if let Some(own) =
            range.clone().take(8).find(|at| self.names.titles.is(text, *at, HIS | HER) || reader.is(*at, OWN))
        {
            return self.owner_meant(own);
        }
        if let Some(mark) = range.clone().take(12).find(|at| reader.owns(*at)) {
            let start = (range.start..mark)
                .rev()
                .take_while(|at| text.word(*at).is_some() && !reader.is(*at, grammar::PREPOSITION | AUXILIARY))
                .last()?;
            return self.refer(&reader.phrase(start, mark)?);
        }
        let from = range.clone().take(16).find(|at| matches!(text.norm(*at), "from" | "of" | "by"))?;
        self.refer(&reader.phrase(from + 1, range.end)?)
    }

    /// A fragment in a sentence in which no verb brings speech: what a sentence is about may be whose words it has.
    fn of_its_sentence(&self, speech: &Speech) -> Speaker {
        let lead = speech.lead.clone().filter(|lead| !lead.is_empty());
        // The last of several sentences that a semicolon joins.
        let last = |lead: Range<usize>| {
            lead.clone().rev().find(|at| self.text.is(*at, ';')).map_or(lead.start, |at| at + 1)..lead.end
        };
        let meant = lead.map(last).and_then(|lead| self.refer(&self.reader().first_subject(lead)?));
        match meant {
            Some(meant) if meant.speaker.name.is_some() && meant.speaker.confidence > 0.7 => {
                Speaker { confidence: 0.5, ..meant.speaker }
            }
            _ => Speaker::unknown(None),
        }
    }

    /// Speech without an attribution: the name in the next line, whom the sentence before is about, or who spoke last.
    fn goes_on(&self, number: usize, start: usize) -> Speaker {
        let text = self.text;
        let end = self.speeches[number].parts.last().map_or(start, |part| part.end);
        let paragraph = text.paragraph_of(start);
        let next = text.paragraph_of(end.saturating_sub(1)).and_then(|number| text.paragraphs.get(number + 1));
        if let Some(next) = next
            && let Some(name) = self.names.within(next.clone()).first()
        {
            let alone = next.len() <= 14 && !next.clone().any(|at| self.reader().says(at));
            if alone && name.tokens.start <= next.start + 1 {
                return self.person(name.person, Some(name.tokens.clone()), Rule::Name, 0.85);
            }
        }
        let answered = self.speeches.get(number + 1).is_some_and(|next| next.parts[0].start <= end + 3);
        if answered && text.is(end - 1, '?') {
            return Speaker::unknown(None);
        }
        let Some(sentence) = text.sentence_of(start) else { return Speaker::unknown(None) };
        for back in 1..=3.min(sentence) {
            let before = text.sentences[sentence - back].clone();
            let near = paragraph.zip(text.paragraph_of(before.start)).is_some_and(|(here, there)| here - there <= 1);
            if !near {
                break;
            }
            let confidence: f32 = if back == 1 { 0.75 } else { 0.6 };
            match self.english.topics.get(sentence - back) {
                Some(Some(topic))
                    if matches!(topic.sort, Sort::Group | Sort::Either)
                        && !before.clone().any(|at| self.reader().says(at)) => {}
                Some(Some(topic)) if topic.speaker.name.is_some() => {
                    let rule = Rule::Continuation;
                    return Speaker {
                        mention: None,
                        rule,
                        confidence: confidence.min(topic.speaker.confidence),
                        ..topic.speaker.clone()
                    };
                }
                // Somebody whom the text does not name.
                Some(Some(topic)) if matches!(topic.sort, Sort::Human(_)) => return Speaker::unknown(None),
                _ => {}
            }
        }
        match number.checked_sub(1).and_then(|before| self.told.get(before)).and_then(|speaker| speaker.person) {
            Some(person) => self.person(person, None, Rule::Continuation, 0.55),
            None => Speaker::unknown(None),
        }
    }

    /// A headline often is a quotation from the text below: whoever says it there says it here.
    pub(super) fn headline(&mut self) {
        let Some(headline) = self.text.paragraphs.first().map(|first| first.end) else { return };
        let count = self.speeches.iter().take_while(|speech| speech.parts[0].start < headline).count();
        for number in (0..count).filter(|number| self.told[*number].name.is_none()).collect::<Vec<_>>() {
            let words = self.first_words(number);
            let same = (count..self.speeches.len()).take(MOST_REPEATED).find(|later| {
                let other = self.first_words(*later);
                words.len() >= 3 && other.windows(words.len()).any(|window| window == words)
            });
            if let Some(speaker) = same.map(|later| self.told[later].clone()) {
                self.told[number] = Speaker {
                    mention: None,
                    rule: Rule::Continuation,
                    confidence: speaker.confidence.min(0.8),
                    ..speaker
                };
            }
        }
    }

    /// The first words of a speech.
    fn first_words(&self, number: usize) -> Vec<WordId> {
        let parts = self.speeches[number].parts.iter().cloned().flatten();
        parts.filter_map(|at| self.text.word(at)).take(64).collect()
    }
}
