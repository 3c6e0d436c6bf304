//! Whose a document is: `its report`, `a report by the bank`.

use super::super::Search;
use super::super::titles::{HER, HIS};
use super::grammar::{OWN, Phrase};
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
        None
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
