//! Whose a document is: `its report`, `a report by the bank`.

use super::super::Search;
use super::super::titles::{HER, HIS};
use super::grammar::{OWN, PARTICIPLE, Phrase};
use super::refer::{Meant, Sort};
use super::titled::UNNAMED;

impl Search<'_> {
    /// Whose a document is: `its report`, `a report by the bank`.
    pub(super) fn author(&self, phrase: &Phrase, noun: usize) -> Option<Meant> {
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
        self.sender(phrase.core.start)
    }

    /// `The President sent a telegram. The message reads: “…”`: who is said right before to have written something.
    fn sender(&self, place: usize) -> Option<Meant> {
        let text = self.text;
        let reader = self.reader();
        let sentence = text.sentence_of(place)?;
        for before in (1..=2).filter_map(|back| Some(text.sentences[sentence.checked_sub(back)?].clone())) {
            let writes = |at: &usize| {
                matches!(
                    text.norm(*at),
                    "sent" | "wrote" | "issued" | "published" | "signed" | "posted" | "released" | "addressed"
                ) && (at + 1..before.end.min(at + 6)).any(|noun| reader.is_document(noun))
            };
            let verb = before.clone().take(40).find(writes).filter(|verb| !self.is_spoken_at(*verb));
            let subject = verb.and_then(|verb| reader.first_subject(before.start..verb));
            if let Some(meant) = subject.and_then(|subject| self.refer(&subject)) {
                return Some(meant).filter(|meant| meant.speaker.name.is_some());
            }
        }
        None
    }

    /// Whose the document is that was last told of in the two sentences before: `a letter that residents of Dover sent`.
    pub(super) fn author_before(&self, place: usize) -> Option<Meant> {
        let text = self.text;
        let reader = self.reader();
        let sentence = text.sentence_of(place)?;
        let spoken = |at: &usize| !self.is_spoken_at(*at);
        let before = (0..=2).filter_map(|back| Some(text.sentences[sentence.checked_sub(back)?].clone()));
        let noun = before
            .filter_map(|range| {
                (range.start..range.end.min(place)).filter(spoken).rev().find(|at| reader.is_document(*at))
            })
            .next()?;
        let end = text.sentences[text.sentence_of(noun)?].end.min(noun + 16);
        let relative = matches!(text.norm(noun + 1), "that" | "which" | "in" | "where");
        if relative {
            let verb = (noun + 2..end)
                .find(|at| matches!(text.norm(*at), "sent" | "wrote" | "signed" | "published" | "posted"))?;
            return self.refer(&reader.phrase(noun + 2, verb)?).filter(|meant| meant.speaker.name.is_some());
        }
        let start = (noun.saturating_sub(6)..noun).rev().take_while(|at| text.word(*at).is_some() || reader.owns(*at));
        let phrase = Phrase { core: start.last().unwrap_or(noun)..noun + 1, rest: noun + 1..end, apposition: None };
        self.author(&phrase, noun)
    }

    /// The owner of a document, if the words around it name one.
    pub(super) fn owner(&self, phrase: &Phrase, noun: usize) -> Option<Meant> {
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
        // `a message sent by the department`
        let by = (core.end..core.end + 3).find(|at| text.norm(*at) == "by").filter(|by| reader.is(by - 1, PARTICIPLE));
        if let Some(by) = by {
            let end = text.sentences[text.sentence_of(by)?].end.min(by + 12);
            return self.refer(&reader.phrase(by + 1, end)?).filter(|owner| owner.speaker.name.is_some());
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
}
