//! Quotations beside which nobody is named: what was said before them, and after, tells.

use super::super::draft::Rule;
use super::super::names::gender_of_verb;
use super::super::quotes::{SAYING, SAYS, VERB, WRITTEN};
use super::kazakh::is_governed;
use super::pointer::Pointer;
use super::russian::is_decree;
use super::titles::{self, HER, HIS};
use super::{Search, Speaker};
use crate::article::Language::{Kk, Ru};

/// In so many sentences before words that a layout sets off somebody is looked for.
const LATELY: usize = 4;

impl Search<'_> {
    /// Speech without any attribution: the name in the next line, who is told to speak before it, or who spoke last.
    pub(super) fn continuation(&self, number: usize, start: usize) -> Speaker {
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
        let lead = self.speeches[number].lead.clone().filter(|lead| text.language == Ru && text.is(lead.end - 1, ':'));
        if let Some(doer) = lead.and_then(|lead| self.doer_of(lead, number, start)) {
            return doer;
        }
        let told = || self.answerer(start).or_else(|| self.asker(start));
        if let Some(speaker) = self.after_headline(number).or_else(told) {
            return speaker;
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
        if let (Some(sentence), Kk) = (&before, text.language)
            && let Some(told) = self.told_of_nobody(start, sentence)
        {
            return told;
        }
        if let Some(sentence) = before {
            let near = paragraph.zip(text.paragraph_of(sentence.start)).is_some_and(|(here, there)| here - there <= 1);
            let subject = self.subjects(sentence.clone(), None).next();
            if let Some(mention) = subject.filter(|_| near) {
                return self.person(mention.person, None, Rule::Continuation, 0.75);
            }
            // `На вопрос о мосте министр ответил коротко.` A title there is who speaks next.
            let title = near.then(|| self.look.subject(sentence.clone())).flatten();
            if let Some(pointer @ Pointer::Title(..)) = title {
                let speaker = self.resolve(&pointer, number, start);
                if let Some(person) = speaker.person.filter(|_| speaker.confidence >= 0.7) {
                    return self.person(person, None, Rule::Continuation, 0.7);
                }
            }
            let pronoun =
                sentence.clone().take(4).find(|at| self.names.titles.is(text, *at, HIS | HER | titles::PRONOUN));
            if let Some(person) = pronoun.filter(|_| near).and_then(|at| self.recent(at, None)) {
                return self.person(person, None, Rule::Continuation, 0.7);
            }
        }
        // `Прибор чистит воду:` before words that a layout sets off: of whom the text has just told.
        let set_off = self.speeches[number].lead.as_ref().is_some_and(|lead| {
            let told = lead.clone().any(|at| self.look.cues.is(text, at, WRITTEN));
            text.language == Ru && text.is(lead.end - 1, ':') && !told
        });
        let recent = || self.recent_within(LATELY, start, None).filter(|_| set_off);
        match spoke.and_then(|speaker| speaker.person).or_else(recent) {
            Some(person) => self.person(person, None, Rule::Continuation, 0.65),
            None => Speaker::unknown(None),
        }
    }

    /// `делінген хабарламада`, `говорится в сообщении`: the body that is said before to have told it.
    pub(super) fn impersonal(&self, number: usize, start: usize) -> Speaker {
        let text = self.text;
        let clause = self.speeches[number].clause.clone();
        let sentence = text.sentence_of(start).unwrap_or(0);
        let it = clause.clone().into_iter().flatten().any(|at| text.norm(at) == "it");
        let noun = clause.clone().into_iter().flatten().any(|at| self.look.cues.is(text, at, SAYING));
        // `вспомнил итальянец`: a word for somebody that is in no list; the verb tells whether for a man or a woman.
        let place = clause.clone().or_else(|| self.speeches[number].lead.clone());
        let says = |at: &usize| self.look.cues.is(text, *at, SAYS);
        // `раскрыл свою мысль постановщик`
        let by_form = clause.clone().filter(|clause| !clause.clone().any(|at| says(&at))).map(|clause| clause.start);
        let verb = place.into_iter().flatten().filter(says).chain(by_form);
        if let Some(gender) = verb.filter_map(|at| gender_of_verb(text.norm(at))).next().filter(|_| text.language == Ru)
        {
            return match self.recent(start, Some(gender)) {
                Some(person) => self.person(person, clause, Rule::Pronoun, 0.6),
                None => Speaker::unknown(clause),
            };
        }
        // `Говорится в указе`: whoever signed it.
        let near = clause.clone().unwrap_or(start..start);
        if text.language == Ru
            && near.clone().any(|at| is_decree(text.norm(at)))
            && let Some(signer) = self.signer(sentence, start)
        {
            return Speaker { mention: clause, ..signer };
        }
        // What a colon brings without a verb is said by whoever the sentence before is about.
        let lead = self.speeches[number].lead.clone().filter(|lead| text.language == Ru && text.is(lead.end - 1, ':'));
        if clause.is_none()
            && lead.is_some_and(|lead| !lead.clone().any(|at| self.look.cues.is(text, at, VERB | SAYING)))
        {
            let speaker = self.continuation(number, start);
            return Speaker { confidence: speaker.confidence.min(0.5), ..speaker };
        }
        if let Some(sender) = clause.clone().and_then(|clause| self.sender_in_kazakh(clause, sentence)) {
            return sender;
        }
        let author = || clause.clone().and_then(|clause| self.author_of_paper(&clause, sentence, number));
        if !it && !noun {
            return Speaker { mention: clause.clone(), ..author().unwrap_or_else(|| Speaker::unknown(None)) };
        }
        if let Some(agency) = clause.clone().and_then(|clause| self.agency_before(&clause, sentence)) {
            return Speaker { mention: clause, ..agency };
        }
        if let Some(author) = author() {
            return Speaker { mention: clause, ..author };
        }
        // The body that was cited last goes on.
        let last = self.told.iter().rev().take(2).find(|speaker| speaker.rule == Rule::Organisation);
        let inside = clause.clone().into_iter().flatten().any(|at| matches!(text.norm(at), "в" | "во"));
        if let Some(last) = last.filter(|last| text.language == Ru && inside && last.name.is_some()) {
            return Speaker { mention: clause, confidence: 0.6, ..last.clone() };
        }
        // `Жители вышли с плакатом, на котором текст: «…»`
        let lead = self.speeches[number].lead.clone().filter(|lead| text.language == Ru && text.is(lead.end - 1, ':'));
        if let Some(doer) = lead.filter(|_| clause.is_none()).and_then(|lead| self.doer_of(lead, number, start)) {
            return doer;
        }
        for back in 1..=3 {
            let Some(before) = sentence.checked_sub(back).map(|number| text.sentences[number].clone()) else { break };
            // `министрліктің хабарлауынша` is a source too.
            let source = if text.language == Kk { SAYS | SAYING } else { SAYS };
            let told = before.clone().any(|at| self.look.cues.is(text, at, source));
            // `Представитель певицы сообщил… «…», — говорится в заявлении.`
            let teller = (told && text.language == Ru).then(|| self.look.subject_of_verb(before.clone())).flatten();
            if let Some(pointer @ (Pointer::Title(..) | Pointer::Body(_) | Pointer::Group(..))) = teller {
                let speaker = self.resolve(&pointer, number, start);
                if speaker.name.is_some() {
                    return Speaker { mention: clause, confidence: speaker.confidence.min(0.6), ..speaker };
                }
            }
            let body = self.look.body(before);
            let whole =
                |body: &Pointer| matches!(body, Pointer::Body(body) if text.language != Ru || body.tokens.len() > 1);
            if let (true, Some(Pointer::Body(body))) = (told || it, body.filter(whole)) {
                return Speaker { mention: clause, confidence: 0.7, ..self.body(&body) };
            }
        }
        Speaker::unknown(clause)
    }

    /// A fragment in a sentence that names nobody as its speaker: `Об этом сообщили в…` may follow.
    pub(super) fn of_sentence(&self, number: usize, start: usize) -> Speaker {
        let text = self.text;
        let Some(sentence) = text.sentence_of(start) else { return Speaker::unknown(None) };
        if let Some(next) = text.sentences.get(sentence + 1).cloned() {
            let about =
                matches!(text.norm(next.start), "об" | "бұл") && matches!(text.norm(next.start + 1), "этом" | "туралы");
            if let Some(pointer) = about.then(|| self.look.subject(next)).flatten() {
                return self.resolve(&pointer, number, start);
            }
        }
        let lead = self.speeches[number].lead.clone();
        if let Some(group) = lead.filter(|_| text.language == Kk).and_then(|lead| self.counted_group(&lead)) {
            return group;
        }
        let lead = self.speeches[number].lead.clone().filter(|_| text.language == Ru);
        if let Some(pointer) = lead.and_then(|lead| self.look.subject_of_clause(&lead)) {
            let speaker = self.resolve(&pointer, number, start);
            return Speaker { confidence: speaker.confidence.min(0.6), ..speaker };
        }
        let lead = self.speeches[number].lead.clone().filter(|_| text.language == Ru);
        if let Some(speaker) = lead.and_then(|lead| self.dropped(&lead)) {
            return speaker;
        }
        // What a body decides or proposes it does in its own words.
        let own = text.sentences[sentence].start;
        match self.look.body(own..start) {
            Some(Pointer::Body(body))
                if body.tokens.start <= own + 1
                    && !(text.language == Kk && is_governed(text.norm(body.tokens.end - 1))) =>
            {
                Speaker { confidence: 0.5, ..self.body(&body) }
            }
            _ => self.of_paragraph(sentence).unwrap_or_else(|| {
                let lead = self.speeches[number].lead.clone().filter(|_| text.language == Ru);
                lead.and_then(|lead| self.doer_of(lead, number, start)).unwrap_or_else(|| Speaker::unknown(None))
            }),
        }
    }

    /// `По данным следствия, …`: what a paragraph gives as somebody's words goes on over its sentences.
    pub(super) fn of_paragraph(&self, sentence: usize) -> Option<Speaker> {
        let text = self.text;
        for back in 1..=3 {
            let Some(before) = sentence.checked_sub(back).map(|number| text.sentences[number].clone()) else { break };
            let noun = (before.start..before.end.min(before.start + 3)).find(|at| self.look.cues.is(text, *at, SAYING));
            let pointer = noun.and_then(|noun| self.look.owner_of_words(noun, &before));
            if let (Ru, Some(Pointer::Body(body))) = (text.language, pointer) {
                return Some(Speaker { confidence: 0.5, ..self.body(&body) });
            }
        }
        None
    }
}
