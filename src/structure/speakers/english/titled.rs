//! Titles and other words for a person: `the minister`, `her lawyer`, `the Irishman`.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::{Gender, Mention, clean};
use super::super::titles::{KIN, NAMELESS, OFFICE, TITLE};
use super::super::{MOST_PEOPLE, Search, Speaker};
use super::grammar::{A, OPENS, OWN, PREPOSITION, Phrase};
use super::groups::lowered;
use super::pronouns::BACK;
use super::refer::{Meant, Sort, nobody};

/// Whether somebody was named before is looked up in no more mentions.
const MENTIONS: usize = 200;
/// So far back somebody may have been told of as `a woman`.
pub(super) const UNNAMED: usize = 1500;

impl Search<'_> {
    /// `the minister`, `her lawyer`, `a spokesman`.
    pub(super) fn of_title(&self, phrase: &Phrase, noun: usize) -> Meant {
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
        if new && let Some(end) = self.spoken_for(phrase, noun) {
            return Meant { speaker: self.own_words(core.start + 1..end), sort: human };
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
        if let Some(person) = self.newcomer(noun).filter(|person| self.may_be(*person, gender)) {
            return self.human(person, full, Rule::Title, 0.7);
        }
        if let Some((person, fit)) = self.by_role(&full, noun) {
            return self.human(person, full, Rule::Title, if fit >= 4 { 0.9 } else { 0.8 });
        }
        if kin || owned {
            // `the school’s principal`, where nobody else is a principal.
            let plain = text.norm(core.start) == "the"
                && core.clone().any(|at| reader.owns(at))
                && self.names.titles.is(text, noun, TITLE)
                && !self.names.titles.is(text, noun, NAMELESS | KIN)
                && self.by_role(&(noun..noun + 1), noun).is_none();
            if plain {
                return Meant { speaker: self.own_words(core.start + 1..core.end), sort: human };
            }
            let named = core.clone().any(|at| text.tokens[at].is_capital() && reader.owns(at + 1));
            return match named {
                true => Meant { speaker: Speaker { confidence: 0.7, ..self.own_words(core) }, sort: human },
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
            return Meant { speaker: Speaker { confidence: 0.55, ..self.own_words(start..core.end) }, sort: human };
        }
        let office = self.names.titles.is(text, noun, OFFICE);
        let person = self.epithet(noun, gender).filter(|person| !office || self.names.people[*person].roles.is_empty());
        match person {
            Some(person) => self.human(person, core, Rule::Title, 0.6),
            None => nobody(core, human),
        }
    }

    /// Whom the sentence before the words brings into the text: a trade after that means no one else. `Tom Hill of Otter
    /// Press disagreed. “Books last,” the editor said.`
    fn newcomer(&self, noun: usize) -> Option<usize> {
        let text = self.text;
        let trade =
            self.names.titles.is(text, noun, TITLE) && !self.names.titles.is(text, noun, OFFICE | NAMELESS | KIN);
        let next = self.spoken.partition_point(|part| part.start < noun);
        let words = self.spoken.get(next.checked_sub(1)?).filter(|words| trade && words.end <= noun)?;
        let sentence = text.sentence_of(words.start)?.checked_sub(1)?;
        let person = self.english.topics.get(sentence)?.as_ref()?.speaker.person?;
        let range = text.sentences[sentence].clone();
        let named = self.names.within(self.english.called.headline..range.start);
        let known = named.iter().rev().take(MENTIONS).any(|mention| mention.person == person);
        let near = text.paragraph_of(range.start).zip(text.paragraph_of(noun));
        let former = |name: &str| ["former", "retired", "ex-"].iter().any(|past| name.starts_with(past));
        let free = self.names.people[person].roles.iter().all(|role| former(&role.name));
        (!known && free && near.is_some_and(|(there, here)| here - there <= 1)).then_some(person)
    }

    /// `a spokesperson for the Otter Trust`: where the name ends of the body for which somebody speaks whom nobody names.
    fn spoken_for(&self, phrase: &Phrase, noun: usize) -> Option<usize> {
        let text = self.text;
        let speaks = text.norm(noun).starts_with("spokes") && text.norm(phrase.rest.start) == "for";
        let first = phrase.rest.start + 1 + usize::from(text.norm(phrase.rest.start + 1) == "the");
        let named = speaks && first < phrase.rest.end && text.tokens[first].is_capital();
        let end = match self.body_at(first).filter(|_| named) {
            Some(body) => body.tokens.end,
            None => self.english.called.run_end(text, self.names, first, phrase.rest.end),
        };
        (named && self.names.at(first).is_none()).then_some(end.min(phrase.rest.end))
    }

    /// A speaker whom the text does not name: its own words.
    fn own_words(&self, words: Range<usize>) -> Speaker {
        let proper = self.english.called.is_proper(self.text, words.start);
        let name = clean(self.text, &words);
        let name = if proper { name } else { lowered(&name, self.text.tokens[words.start].case) };
        Speaker { name: Some(name), role: None, mention: Some(words), rule: Rule::Title, confidence: 0.6, person: None }
    }

    /// `a man who gave his name only as Terry`
    pub(super) fn only_name(&self, noun: usize) -> Option<Range<usize>> {
        let text = self.text;
        let sentence = text.sentences[text.sentence_of(noun)?].end.min(noun + 16);
        let told =
            (noun..sentence).find(|at| matches!(text.norm(*at), "name" | "identified" | "identify" | "known"))?;
        let mark =
            (told..sentence.min(told + 5)).find(|at| matches!(text.norm(*at), "as" | "is") || text.is(*at, ','))?;
        let end = (mark + 1..sentence).take_while(|at| text.tokens[*at].is_capital()).last()? + 1;
        Some(mark + 1..end)
    }

    /// Where a title ends: `the President of Kazakhstan`.
    pub(super) fn end_of_title(&self, phrase: &Phrase) -> usize {
        let text = self.text;
        let goes_on = |at: &usize| !self.reader().is(*at, PREPOSITION) || text.norm(*at) == "of";
        let of = text.norm(phrase.rest.start) == "of" && !phrase.rest.is_empty();
        // `of the Department for Emergency Situations`
        let first = phrase.rest.start + 1 + usize::from(text.norm(phrase.rest.start + 1) == "the");
        let body = self.body_at(first).filter(|body| of && text.tokens[first].is_capital() && body.tokens.len() > 1);
        if let Some(body) = body {
            return body.tokens.end;
        }
        let last = phrase.rest.clone().take(6).take_while(goes_on).last();
        last.filter(|_| of).map_or(phrase.core.end, |last| last + 1)
    }

    /// The name that a long title brings at its end.
    pub(super) fn named_after(&self, rest: &Range<usize>) -> Option<Mention> {
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

    /// Whom a word means that is nobody's role: who is told of in the paragraph, or of whom nothing else is said.
    pub(super) fn epithet(&self, noun: usize, gender: Option<Gender>) -> Option<usize> {
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

    pub(super) fn may_be(&self, person: usize, gender: Option<Gender>) -> bool {
        let known = self.names.people[person].gender;
        gender.is_none() || known.is_none() || known == gender
    }
}
