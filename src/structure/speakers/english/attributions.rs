//! The words around a quotation that say whose it is.

use std::ops::Range;

use super::super::super::quotes::{SAYING, Speech, WRITTEN};
use super::super::super::tokens::Case;
use super::super::titles::{HER, HIS};
use super::super::{Search, Speaker};
use super::LONGEST;
use super::grammar::{ADVERB, AND, AUXILIARY, IT, OWN, PARTICIPLE, PREPOSITION, Phrase};
use super::refer::{Meant, Sort, nobody};

impl Search<'_> {
    /// The attribution after a quotation or inside: `said Ann Lee, who…`, `the minister, 51, told reporters`.
    pub(super) fn of_clause(&self, speech: &Speech) -> Option<Meant> {
        let clause = speech.clause.clone()?;
        let clause = clause.start..clause.end.min(clause.start + LONGEST);
        let reader = self.reader();
        let mut start = clause.start;
        while start < clause.end && reader.is(start, ADVERB | AND) {
            start += 1;
        }
        let verb = (start..clause.end).find(|at| reader.says(*at));
        // `is how its owner, Ann Lee, explained it`
        if reader.is(start, AUXILIARY)
            && self.text.norm(start + 1) == "how"
            && let Some(verb) = verb
        {
            return self.refer_or_nobody(reader.subject_before(verb, start + 2)?);
        }
        // `was his advice`, `came the reply from Ann Lee`
        if verb.is_none_or(|verb| verb > start + 3)
            && (reader.is(start, AUXILIARY) || matches!(self.text.norm(start), "came" | "went" | "ran"))
        {
            return self.of_noun(start + 1..clause.end);
        }
        let Some(verb) = verb else {
            // `beamed Ann Lee`, `she beamed`: a verb that no list names
            let inverted = reader.is(start, PARTICIPLE) && self.text.tokens[start].case == Case::Small;
            let phrase = if inverted { reader.phrase(start + 1, clause.end) } else { reader.first_subject(clause) };
            return phrase.and_then(|phrase| self.refer(&phrase));
        };
        if verb == start {
            let mut after = verb + 1;
            while after < clause.end && reader.is(after, ADVERB) {
                after += 1;
            }
            return self.refer_or_nobody(reader.phrase(after, clause.end)?);
        }
        // `A letter came from Ann Lee. “Pay,” it read.`
        if verb == start + 1
            && reader.is(start, IT)
            && self.look.cues.is(self.text, verb, WRITTEN)
            && let Some(author) = self.author_before(start)
        {
            return Some(author);
        }
        self.refer_or_nobody(reader.subject_before(verb, start)?)
    }

    /// The words before a quotation in its sentence.
    pub(super) fn of_lead(&self, speech: &Speech, number: usize) -> Option<Meant> {
        let whole = speech.lead.clone()?;
        let reader = self.reader();
        // `“…,” he said, adding that “…”`: what stands between is the lead of the second.
        let next = self.spoken.partition_point(|part| part.start < whole.end);
        // Inside of somebody else's words nothing of the lead is spoken before.
        let before = next.checked_sub(1).map(|before| self.spoken[before].end).filter(|end| *end <= whole.end);
        let spoken = before.unwrap_or(0);
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

    /// The subject of a verb before a quotation; of a passive one, who does it.
    pub(super) fn of_verb(&self, verb: usize, lead: &Range<usize>) -> Option<Meant> {
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
            return Some(nobody(verb..verb + 1, Sort::Human(None)));
        }
        let after = |at: usize| reader.phrase(at, lead.end).and_then(|phrase| self.refer(&phrase));
        match reader.subject_before(verb, lead.start) {
            Some(phrase) => self.refer_or_nobody(phrase),
            None if verb == lead.start => after(verb + 1),
            None => None,
        }
    }

    /// What follows a fragment in its sentence: `“…” is how Ann Lee described it`.
    pub(super) fn of_tail(&self, speech: &Speech) -> Option<Meant> {
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

    /// A fragment in a sentence in which no verb brings speech: what a sentence is about may be whose words it has.
    pub(super) fn of_its_sentence(&self, speech: &Speech) -> Speaker {
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

    /// `According to the ministry`
    pub(super) fn owner_of(&self, noun: usize, range: &Range<usize>) -> Option<Meant> {
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
    pub(super) fn of_noun(&self, range: Range<usize>) -> Option<Meant> {
        let reader = self.reader();
        let text = self.text;
        if let Some(own) =
            range.clone().take(8).find(|at| self.names.titles.is(text, *at, HIS | HER) || reader.is(*at, OWN))
        {
            return self.owner_meant(own);
        }
        if let Some(mark) = range.clone().take(12).find(|at| reader.owns(*at)) {
            // `was Ann Lee’s answer`
            let owner = mark.checked_sub(1).and_then(|last| self.names.at(last));
            if let Some(owner) = owner.filter(|owner| owner.tokens.end == mark && owner.tokens.start >= range.start) {
                let sort = Sort::Human(self.names.people[owner.person].gender);
                return Some(Meant { speaker: Speaker { confidence: 0.75, ..self.named(owner) }, sort });
            }
            let start = (range.start..mark)
                .rev()
                .take_while(|at| text.word(*at).is_some() && !reader.is(*at, PREPOSITION | AUXILIARY))
                .last()?;
            return self.refer(&reader.phrase(start, mark)?);
        }
        let from = range.clone().take(16).find(|at| matches!(text.norm(*at), "from" | "of" | "by"))?;
        self.refer(&reader.phrase(from + 1, range.end)?)
    }

    /// Whom a subject means; nobody, where it is not understood: somebody does speak there, and nobody else is meant.
    pub(super) fn refer_or_nobody(&self, phrase: Phrase) -> Option<Meant> {
        self.refer(&phrase).or_else(|| Some(nobody(phrase.core, Sort::Human(None))))
    }

    /// The speaker of the quotation before.
    pub(super) fn last_told(&self, number: usize) -> Option<Meant> {
        let before = number.checked_sub(1).and_then(|before| self.told.get(before))?;
        before.name.is_some().then(|| Meant { speaker: before.clone(), sort: Sort::Human(None) })
    }
}
