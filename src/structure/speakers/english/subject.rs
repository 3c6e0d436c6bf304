//! The subject of an English verb: where it stands and what belongs to it.

use std::ops::Range;

use super::super::super::tokens::{Case, Kind};
use super::grammar::{A, ADVERB, AND, AUXILIARY, CLAUSE, IT, OPENS, PARTICIPLE, PREPOSITION, Phrase, RELATIVE, Reader};

impl Reader<'_> {
    /// The subject of the verb at `verb`, of what stands before it from `low` on.
    pub(super) fn subject_before(&self, verb: usize, low: usize) -> Option<Phrase> {
        let text = self.text;
        let mut end = verb;
        while end > low && (self.is(end - 1, AUXILIARY | ADVERB) || self.owns(end - 1) && text.norm(end) == "t") {
            end -= 1;
        }
        if end == low {
            return None;
        }
        // `…, calling it`, `came to say`, `smiled and said`: the subject of the sentence.
        let norm = text.norm(verb);
        if norm.ends_with("ing") && end == verb || text.norm(end - 1) == "to" || self.is(end - 1, AND) {
            return self.first_subject(low..end);
        }
        let chunks = self.chunks(low..end);
        let last = chunks.last()?.clone();
        if last.is_empty() {
            return self.apposed(&chunks, end);
        }
        if self.is(last.start, RELATIVE) {
            // `…, who once told`; `…, which it described as`
            let own = last.start + 1;
            return if own < last.end {
                self.last_free(own..last.end)
            } else {
                self.related(&chunks[..chunks.len() - 1])
            };
        }
        let clause =
            last.clone().rev().find(|at| self.is(*at, CLAUSE) && *at + 1 < last.end && !self.is_that_time(*at));
        if let Some(relative) = last
            .clone()
            .rev()
            .find(|at| self.is(*at, RELATIVE))
            .filter(|relative| clause.is_none_or(|clause| clause < *relative))
        {
            let object = relative + 1 < last.end
                && (self.is_pronoun(relative + 1)
                    || self.is(relative + 1, OPENS)
                    || self.names.at(relative + 1).is_some());
            return if object { self.last_free(relative + 1..last.end) } else { self.last_free(last.start..relative) };
        }
        // `as the minister put it`, `said that the mayor called`
        let from = clause.map_or(last.start, |clause| clause + 1);
        let found = self.last_free(from..last.end);
        found.or_else(|| self.first_subject(low..end))
    }

    /// The subject of a sentence, of what stands in `range`.
    pub(super) fn first_subject(&self, range: Range<usize>) -> Option<Phrase> {
        let range = self.after_dateline(&range)..range.end;
        let chunks = self.chunks(range.clone());
        for (number, chunk) in chunks.iter().enumerate() {
            let mut start = chunk.start;
            let inverted = |at: usize| at == range.start && self.says(at);
            while start < chunk.end
                && (self.is(start, ADVERB | AND) || inverted(start))
                && self.text.norm(start) != "there"
            {
                start += 1;
            }
            let digits = (start..chunk.end).all(|at| self.text.word(at).is_none());
            if digits || self.text.norm(start) == "there" {
                continue;
            }
            let lone = chunks.len() == 1;
            let secondary = self.is(start, CLAUSE) || self.is(start, PARTICIPLE) && self.names.at(start).is_none();
            if secondary && !(lone && self.is(start, CLAUSE)) {
                continue;
            }
            let begins = start + usize::from(self.is(start, CLAUSE));
            if let Some(phrase) = self.free(begins..chunk.end, true) {
                let whole = phrase.rest.end.max(phrase.core.end) >= chunk.end;
                let apposition = chunks.get(number + 1).filter(|_| whole).cloned();
                return Some(Phrase { apposition, ..phrase });
            }
        }
        None
    }

    /// The parts of a range between commas, dashes and brackets; the last is empty where one of these ends the range.
    fn chunks(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let text = self.text;
        let mut chunks = Vec::new();
        let mut start = range.start;
        for at in range.clone() {
            let parts = match text.tokens[at].kind {
                Kind::Mark(',' | ';' | ':' | '—' | '–' | '―' | '“' | '”' | '"' | '«' | '»') => true,
                Kind::Mark('-') => text.tokens[at].spaced || at > 0 && text.is(at - 1, '-'),
                // A dot that was left before a sentence: `Sen. Lee`.
                _ => false,
            };
            if parts {
                if at > start {
                    chunks.push(start..at);
                }
                start = at + 1;
            }
        }
        chunks.push(start.min(range.end)..range.end);
        chunks
    }

    /// The subject with something between commas after it: `Its founder, Ann Lee, 61, of Dover,`.
    fn apposed(&self, chunks: &[Range<usize>], end: usize) -> Option<Phrase> {
        for (number, chunk) in chunks.iter().enumerate().filter(|(_, chunk)| !chunk.is_empty()) {
            let mut start = chunk.start;
            while start < chunk.end && self.is(start, ADVERB | AND) {
                start += 1;
            }
            let last = chunk.clone().rev().find(|at| self.is(*at, CLAUSE) && *at + 1 < chunk.end);
            // `Ann Lee said that the mayor, 61, called it`
            let start = last.map_or(start, |last| start.max(last + 1));
            // `which Apple’s chief executive, Tim Cook, called`
            let object = |at: usize| {
                self.is_pronoun(at)
                    || self.is(at, OPENS)
                    || self.names.at(at).is_some()
                    || self.text.tokens[at].is_capital()
            };
            let start =
                if self.is(start, RELATIVE) && start + 1 < chunk.end && object(start + 1) { start + 1 } else { start };
            let modifier = start >= chunk.end
                || self.is(start, RELATIVE | CLAUSE)
                || self.is(start, PARTICIPLE) && self.names.at(start).is_none();
            if modifier {
                continue;
            }
            let Some(phrase) = self.free(start..chunk.end, false) else { continue };
            let after = phrase.rest.end.max(phrase.core.end)..chunk.end;
            let finite =
                !after.is_empty() && !self.is(after.start, RELATIVE | PREPOSITION | PARTICIPLE) && last.is_none()
                    || after.clone().any(|at| self.is(at, AUXILIARY) || self.says(at))
                        && !after.clone().any(|at| self.is(at, RELATIVE));
            if finite {
                continue;
            }
            let next = chunks.get(number + 1).cloned().filter(|next| !next.is_empty());
            let apposition = next.map(|next| next.start..next.end.min(end));
            return Some(Phrase { apposition, ..phrase });
        }
        None
    }

    /// Of whom a clause with `who` tells: the last group before it that is not itself said of another.
    fn related(&self, chunks: &[Range<usize>]) -> Option<Phrase> {
        let chunks = chunks.iter().rev().filter(|chunk| !chunk.is_empty()).take(4);
        for chunk in chunks {
            let start = chunk.start + usize::from(self.is(chunk.start, AND));
            let digits = (start..chunk.end).all(|at| self.text.word(at).is_none());
            let modifier = self.is(start, RELATIVE | PREPOSITION | A) && self.names.within(start..chunk.end).is_empty();
            if start >= chunk.end || digits || modifier {
                continue;
            }
            let name = self.names.within(start..chunk.end).last().filter(|name| name.tokens.end >= chunk.end);
            if let Some(phrase) = name.and_then(|name| self.phrase(name.tokens.start, chunk.end)) {
                return Some(phrase);
            }
            if let Some(phrase) = self.last_free(start..chunk.end) {
                return Some(phrase);
            }
        }
        None
    }

    /// `that night`
    fn is_that_time(&self, at: usize) -> bool {
        let times =
            ["night", "day", "morning", "afternoon", "evening", "week", "month", "year", "summer", "winter", "time"];
        self.text.norm(at) == "that" && times.contains(&self.text.norm(at + 1))
    }

    /// Where the text begins after the place and the agency: `ASTANA, July 25 (UPI) —`.
    fn after_dateline(&self, range: &Range<usize>) -> usize {
        let text = self.text;
        let starts = text.paragraph_of(range.start).is_some_and(|number| text.paragraphs[number].start == range.start);
        let near = range.start..range.end.min(range.start + 16);
        let dash = |at: &usize| matches!(text.tokens[*at].kind, Kind::Mark('—' | '–' | '-')) && text.tokens[*at].spaced;
        let Some(dash) = near.clone().find(dash).filter(|_| starts) else { return range.start };
        let capital = |at: usize| text.word(at).is_none() || text.tokens[at].is_capital();
        if (range.start..dash).all(capital) { dash + 1 } else { range.start }
    }

    fn last_free(&self, range: Range<usize>) -> Option<Phrase> {
        self.free(range, false)
    }

    /// The first or the last group in a range that no preposition governs.
    fn free(&self, range: Range<usize>, first: bool) -> Option<Phrase> {
        let text = self.text;
        let (mut found, mut governed, mut inside) = (None, false, false);
        let mut at = range.start;
        while at < range.end {
            // `At half past six the windows hum.`
            let before_is_preposition =
                at > range.start && (self.is(at - 1, PREPOSITION) || text.norm(at - 1) == "past");
            if self.is(at, PREPOSITION) {
                governed = true;
                inside = false;
                at += 1;
                continue;
            }
            if !inside && self.is(at, ADVERB | AND) {
                at += 1;
                continue;
            }
            let mention = self.names.at(at).filter(|mention| mention.tokens.start == at);
            // `In an interview with CNN Tokayev said`
            let ends = mention.is_some_and(|mention| mention.tokens.end == range.end);
            let title = at > range.start && (self.is_person_word(at - 1) || text.is(at - 1, '.'));
            let small = at > range.start && text.tokens[at - 1].case == Case::Small;
            let free_mention =
                mention.is_some() && (!inside || governed) && !before_is_preposition && !title && (!small || ends);
            let pronoun = self.is_pronoun(at) || self.is(at, IT);
            let opens = self.is(at, OPENS) && !(inside && text.norm(at) == "one") || pronoun || free_mention;
            if opens || !inside {
                let bound = before_is_preposition;
                // What follows in a group that is governed is governed, too.
                governed = bound;
                inside = true;
                if !bound {
                    found = Some(at);
                    if first {
                        break;
                    }
                }
            }
            at = mention.map_or(at + 1, |mention| mention.tokens.end);
        }
        found.and_then(|start| self.phrase(start, range.end))
    }
}
