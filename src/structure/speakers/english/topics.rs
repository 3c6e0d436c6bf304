//! What each sentence is about, and speech beside which nobody is named.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::text::Text;
use super::super::super::tokens::WordId;
use super::super::titles::{HE, SHE};
use super::super::{Search, Speaker};
use super::LONGEST;
use super::grammar::{AND, CLAUSE, PARTICIPLE, RELATIVE};
use super::refer::{Meant, Sort};

/// So many quotations are searched for the words of a headline.
const MOST_REPEATED: usize = 64;

impl Search<'_> {
    /// Reads what the sentences before a place are about.
    pub(in super::super) fn read_to(&mut self, place: usize) {
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
    pub(super) fn spoke_at(&self, speech: usize) -> usize {
        let speech = &self.speeches[speech];
        speech.clause.as_ref().map_or(speech.parts[0].start, |clause| clause.start)
    }

    pub(super) fn topic_of(&self, speech: usize) -> Meant {
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
    pub(super) fn topic(&self, sentence: Range<usize>) -> Option<Meant> {
        let range = sentence.start..sentence.end.min(sentence.start + LONGEST);
        let headline = self.text.paragraphs.len() > 1
            && self.text.paragraphs[0].contains(&range.start)
            && !self.text.is(self.text.paragraphs[0].end - 1, '.');
        if headline || self.is_spoken_from(range.start) {
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
    pub(super) fn reported(&self, sentence: &Range<usize>) -> Option<Meant> {
        let reader = self.reader();
        let low = sentence.start.max(sentence.end.saturating_sub(16));
        let comma = (low..sentence.end).rev().find(|at| self.text.is(*at, ','))?;
        let verb = (comma + 1..sentence.end).take(6).find(|at| reader.says(*at))?;
        let short = !(verb..sentence.end).any(|at| self.text.norm(at) == "that") && sentence.end - verb <= 7;
        let inverted = verb == comma + 1 && self.text.norm(verb) != "told";
        let phrase =
            if inverted { reader.phrase(verb + 1, sentence.end) } else { reader.subject_before(verb, comma + 1) };
        let opens = reader.is(comma + 1, AND | PARTICIPLE | RELATIVE | CLAUSE);
        self.refer(&phrase.filter(|_| short && !opens)?)
    }

    pub(super) fn is_spoken_from(&self, at: usize) -> bool {
        let next = self.spoken.partition_point(|part| part.start <= at + 1);
        next.checked_sub(1).is_some_and(|part| self.spoken[part].end > at)
    }

    /// Speech without an attribution: the name in the next line, whom the sentence before is about, or who spoke last.
    pub(super) fn goes_on(&self, number: usize, start: usize) -> Speaker {
        let text = self.text;
        let end = self.speeches[number].parts.last().map_or(start, |part| part.end);
        let paragraph = text.paragraph_of(start);
        let next = text.paragraph_of(end.saturating_sub(1)).and_then(|number| text.paragraphs.get(number + 1));
        if let Some(next) = next
            && let Some(name) = self.names.within(next.clone()).first()
        {
            let alone = next.len() <= 14 && !next.clone().any(|at| self.reader().says(at));
            // `By Ann Lee` names who wrote the text.
            let byline = matches!(text.norm(next.start), "by" | "from");
            if alone && !byline && name.tokens.start <= next.start + 1 {
                return self.person(name.person, Some(name.tokens.clone()), Rule::Name, 0.85);
            }
        }
        let answered = self.speeches.get(number + 1).is_some_and(|next| next.parts[0].start <= end + 3);
        if answered && text.is(end - 1, '?') {
            return Speaker::unknown(None);
        }
        if let Some(speaker) = self.answerer(start) {
            return speaker;
        }
        if let Some(other) = self.other_of_two(number) {
            return other;
        }
        let Some(sentence) = text.sentence_of(start) else { return Speaker::unknown(None) };
        for back in 1..=3.min(sentence) {
            let before = text.sentences[sentence - back].clone();
            let near = paragraph.zip(text.paragraph_of(before.start)).is_some_and(|(here, there)| here - there <= 1);
            if !near {
                break;
            }
            let confidence: f32 = if back == 1 { 0.75 } else { 0.6 };
            // `What will she call it? “Rain.”`
            if back == 1
                && text.is(before.end - 1, '?')
                && let Some(asked) = before.clone().take(8).find(|at| self.names.titles.is(text, *at, HE | SHE))
            {
                let speaker = self.he_or_she(asked, self.names.titles.is(text, asked, HE)).speaker;
                return Speaker {
                    mention: None,
                    rule: Rule::Continuation,
                    confidence: speaker.confidence.min(0.7),
                    ..speaker
                };
            }
            if let Some(person) = self.named_last(&before).filter(|_| back == 1) {
                return self.person(person, None, Rule::Continuation, 0.6);
            }
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

    /// Two who talk in turn, each in a paragraph of speech: who spoke before the last one speaks now. Nobody, where it is
    /// not known who that was.
    fn other_of_two(&self, number: usize) -> Option<Speaker> {
        let text = self.text;
        let before = number.checked_sub(2)?;
        let paragraph = |speech: usize| text.paragraph_of(self.speeches[speech].parts[0].start);
        let [first, second, here] = [before, before + 1, number].map(paragraph);
        let row = first.zip(second).zip(here);
        let row = row.is_some_and(|((first, second), here)| first + 1 == second && second + 1 == here);
        let whole = |speech: &usize| {
            let speech = &self.speeches[*speech];
            let start = speech.parts[0].start;
            let opens = paragraph_start(text, start).is_some_and(|first| first + 1 >= start);
            opens && speech.parts.last().is_some_and(|last| text.paragraph_of(last.end - 1) == text.paragraph_of(start))
        };
        if !row || ![before, before + 1, number].iter().all(whole) {
            return None;
        }
        let (one, two) = (&self.told[before], &self.told[before + 1]);
        let told = |speech: usize| self.speeches[speech].clause.is_some();
        if !told(before) || !told(before + 1) {
            return None;
        }
        let differ = match (one.person, two.person) {
            (Some(one), Some(two)) => one != two,
            _ => self.topic_of(before).is_other_than(&self.topic_of(before + 1)),
        };
        differ.then(|| match one.name {
            Some(_) => {
                Speaker { mention: None, rule: Rule::Continuation, confidence: one.confidence.min(0.6), ..one.clone() }
            }
            None => Speaker::unknown(None),
        })
    }

    /// `The players kept silent, except for goalkeeper Ann Lee.`: the only one whom a sentence names, at its end.
    fn named_last(&self, sentence: &Range<usize>) -> Option<usize> {
        let named = self.names.within(sentence.clone());
        let [one] = named else { return None };
        let topic = self.text.sentence_of(sentence.start).and_then(|number| self.english.topics.get(number));
        let about = topic.is_some_and(|topic| topic.as_ref().is_some_and(|topic| topic.speaker.person.is_some()));
        (one.tokens.end + 1 == sentence.end && !about && !self.is_spoken(one)).then_some(one.person)
    }

    /// A headline often is a quotation from the text below: whoever says it there says it here.
    pub(in super::super) fn headline(&mut self) {
        let Some(headline) = self.text.paragraphs.first().map(|first| first.end) else { return };
        let count = self.speeches.iter().take_while(|speech| speech.parts[0].start < headline).count();
        for number in (0..count).filter(|number| self.told[*number].name.is_none()).collect::<Vec<_>>() {
            let words = self.first_words(number);
            let same = (count..self.speeches.len()).take(MOST_REPEATED).find(|later| {
                let other = self.first_words(*later);
                // `‘We can’t sell here’` of `“You can’t sell here.”`
                let changed = other.len() >= words.len() && words.len() >= 6;
                let tail = if changed { &words[1..] } else { &words[..] };
                words.len() >= 3 && other.windows(tail.len()).any(|window| window == tail)
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
    pub(super) fn first_words(&self, number: usize) -> Vec<WordId> {
        let parts = self.speeches[number].parts.iter().cloned().flatten();
        parts.filter_map(|at| self.text.word(at)).take(64).collect()
    }
}

/// Where the paragraph of a token begins.
fn paragraph_start(text: &Text, at: usize) -> Option<usize> {
    text.paragraph_of(at).map(|number| text.paragraphs[number].start)
}
