//! Whose words a Russian document gives: whoever is said before to have signed it, issued it, or told it.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::{Body, clean};
use super::super::super::quotes::{REPORTS, SAYING, SAYS, WRITTEN};
use super::super::super::tokens::Case;
use super::super::pointer::{Look, Pointer};
use super::super::titles::{HER, HIS};
use super::super::{Search, Speaker};
use super::owners::is_paper;
use crate::article::Language::Ru;

/// In no more sentences before the words somebody is said to have issued what they stand in.
const ISSUED: usize = 6;
/// In no more somebody is said to have signed it, or to have told it.
const SIGNED: usize = 4;
const TOLD: usize = 3;
/// Of a sentence no more tokens are read.
const LONGEST: usize = 240;
/// So many letters of the word for a document are the same in all cases.
const STEM: usize = 5;

impl Look<'_> {
    /// `На двери была оставлена записка: «…»`: nobody is said to have written it.
    pub(in crate::structure::speakers) fn is_found(&self, lead: &Range<usize>) -> bool {
        const FOUND: &[&str] = &[
            "оставлен",
            "найден",
            "обнаружен",
            "прикреплен",
            "вывешен",
            "нарисован",
            "замечен",
            "выбит",
            "высечен",
            "приклеен",
            "нацарапан",
        ];
        let passive = |at: usize| {
            let norm = self.text.norm(at);
            FOUND.iter().any(|stem| norm.strip_prefix(stem).is_some_and(|end| matches!(end, "" | "о" | "а" | "ы")))
        };
        self.text.is(lead.end - 1, ':') && lead.clone().any(passive) && self.candidates(lead.clone()).is_empty()
    }
}

impl Search<'_> {
    /// `В поздравлении говорится: «…»`, `Указом награждены артисты с формулировкой «…»`: whoever is said before to have
    /// congratulated, or to have signed.
    pub(in crate::structure::speakers) fn of_document(&self, lead: Range<usize>, number: usize) -> Option<Speaker> {
        let text = self.text;
        let any = |word: &dyn Fn(usize) -> bool| lead.clone().any(word);
        let is = |at: usize, cue| self.look.cues.is(text, at, cue);
        let sentence = text.sentence_of(lead.start)?;
        let decree = any(&|at| is_decree(text.norm(at)));
        let written = any(&|at| is(at, WRITTEN));
        let sayings = any(&|at| is(at, SAYING));
        let given = text.norm(self.speeches[number].parts[0].start) == "за" && any(&|at| is_award(text.norm(at)));
        let full = any(&|at| text.norm(at) == "текст") && any(&|at| text.norm(at).starts_with("документ"));
        let reason = decree && (written || any(&|at| text.norm(at).starts_with("формулировк")));
        // `Президент помиловал её. Об этом говорится в указе: «…»`
        let author = || {
            let before = self.sentence_back(sentence, 1).filter(|_| decree && written)?;
            let mention = self.subjects(before, None).next()?;
            Some(self.person(mention.person, None, Rule::Continuation, 0.6))
        };
        // `Орден вручён актёру «за…». Указ подписал президент.`
        let after = || {
            let next = text.sentences.get(sentence + 1).cloned().filter(|_| given)?;
            let signed = next.clone().any(|at| text.norm(at).starts_with("подпис"));
            let mention = self.subjects(next, None).next().filter(|_| signed)?;
            Some(self.person(mention.person, None, Rule::Continuation, 0.6))
        };
        if (given || full || reason)
            && let Some(signer) = self.signer(sentence, lead.start).or_else(author).or_else(after)
        {
            return Some(signer);
        }
        if !written {
            return None;
        }
        // `Министерство издало разъяснение. В нём сказано: «…»`
        if any(&|at| matches!(text.norm(at), "нем" | "ней"))
            && let Some(Pointer::Body(body)) =
                sentence.checked_sub(1).and_then(|n| self.look.body(text.sentences[n].clone()))
        {
            return Some(Speaker { confidence: 0.6, ..self.body(&body) });
        }
        let opens = is(lead.start, WRITTEN);
        self.author_of_paper(&lead, sentence, number).or_else(|| self.issuer(&lead, sentence, number)).or_else(|| {
            let teller = || self.teller(sentence, number).filter(|_| sayings);
            let teller = teller().or_else(|| self.body_that_tells(sentence).filter(|_| opens))?;
            Some(Speaker { confidence: 0.6, ..teller })
        })
    }

    /// `Его письмо содержало угрозы и слова о том, что «…»`: what is in somebody's writing he says.
    pub(in crate::structure::speakers) fn of_own_document(
        &self,
        lead: &Range<usize>,
        number: usize,
    ) -> Option<Speaker> {
        let text = self.text;
        let opens = text.sentences[text.sentence_of(lead.start)?].start == lead.start;
        let his = lead.clone().take(1).find(|at| self.names.titles.is(text, *at, HIS | HER)).filter(|_| opens)?;
        let noun = (his + 1..lead.end.min(his + 5)).find(|at| is_writing(text.norm(*at)))?;
        let adjectives = (his + 1..noun)
            .all(|at| ["ое", "ее", "ая", "ий", "ый", "ой"].iter().any(|end| text.norm(at).ends_with(end)));
        let pointer = self.look.pronoun(his);
        let speaker = adjectives.then(|| self.resolve(&pointer, number, lead.start))?;
        speaker.name.is_some().then_some(Speaker { confidence: speaker.confidence.min(0.6), ..speaker })
    }

    /// The sentence so many before another, or as much of it as a long one needs to tell who acts.
    fn sentence_back(&self, sentence: usize, back: usize) -> Option<Range<usize>> {
        let Range { start, end } = self.text.sentences[sentence.checked_sub(back)?].clone();
        Some(start..end.min(start + LONGEST))
    }

    /// Who is said in a few sentences before to have signed a decree, or to have given an award.
    pub(in crate::structure::speakers) fn signer(&self, sentence: usize, end: usize) -> Option<Speaker> {
        let text = self.text;
        let before = (0..=SIGNED).filter_map(|back| self.sentence_back(sentence, back));
        before.into_iter().find_map(|before| {
            let before = before.start..before.end.min(end.max(before.start));
            let any = |word: &dyn Fn(&str) -> bool| before.clone().any(|at| word(text.norm(at)));
            let signed = any(&|norm| norm.starts_with("подпис"));
            if !signed && !any(&|norm| is_decree(norm) || is_award(norm)) {
                return None;
            }
            let subject = self.subjects(before.clone(), None).next();
            // `Президентом Беловым подписан указ`
            let by = || self.names.within(before.clone()).first().filter(|_| signed);
            subject.or_else(by).map(|mention| self.person(mention.person, None, Rule::Continuation, 0.6))
        })
    }

    /// `Суд выдал ордер. В ордере сказано: «…»`: who did something with what the words stand in.
    fn issuer(&self, lead: &Range<usize>, sentence: usize, number: usize) -> Option<Speaker> {
        let text = self.text;
        let inside = lead.clone().filter(|at| matches!(text.norm(*at), "в" | "во" | "на"));
        // `в депутатском запросе`
        let adjective = |at: usize| ["ом", "ем", "ой", "ей"].iter().any(|end| text.norm(at).ends_with(end));
        let noun = inside.map(|at| at + 1 + usize::from(adjective(at + 1))).find(|at| {
            let norm = text.norm(*at);
            *at < lead.end && text.tokens[*at].case == Case::Small && norm.chars().count() > STEM
        })?;
        let stem: String = text.norm(noun).chars().take(STEM).collect();
        let before = (1..=ISSUED).filter_map(|back| self.sentence_back(sentence, back));
        let named = |before: &Range<usize>| before.clone().find(|at| text.norm(*at).starts_with(&stem));
        before.into_iter().find_map(|before| {
            named(&before)?;
            let speaker = self.resolve(&self.look.doer(&before)?, number, lead.start);
            speaker.name.is_some().then_some(Speaker { confidence: 0.6, ..speaker })
        })
    }

    /// `Суд продлил арест. «…», — сказано в постановлении`, `Как указано в документе, «…»`: the body that acts in the sentence
    /// before, or whoever did something with what the words stand in.
    pub(in crate::structure::speakers) fn author_of_paper(
        &self,
        near: &Range<usize>,
        sentence: usize,
        number: usize,
    ) -> Option<Speaker> {
        let text = self.text;
        let written = near.clone().any(|at| self.look.cues.is(text, at, WRITTEN));
        let inside =
            near.clone().find(|at| matches!(text.norm(*at), "в" | "во")).filter(|_| written && text.language == Ru)?;
        // `указано в письме Белова`, `в пресс-релизе, который попал к изданию`
        if inside + 3 < near.end && text.tokens[inside + 2].is_capital() {
            return None;
        }
        if let Some(issuer) = self.issuer(near, sentence, number) {
            return Some(issuer);
        }
        let before = self.sentence_back(sentence, 1)?;
        let same = text.paragraph_of(before.start) == text.paragraph_of(near.start);
        match self.look.doer(&before).filter(|_| same)? {
            pointer @ Pointer::Body(_) if !is_paper(&pointer) => {
                let speaker = self.resolve(&pointer, number, near.start);
                speaker.name.is_some().then_some(Speaker { confidence: 0.5, ..speaker })
            }
            _ => None,
        }
    }

    /// `Управа издала справку. Указывается, что…`: the body of which the sentence before tells.
    fn body_that_tells(&self, sentence: usize) -> Option<Speaker> {
        let before = self.sentence_back(sentence, 1)?;
        match self.look.doer(&before)? {
            Pointer::Body(body) => Some(self.body(&body)),
            _ => None,
        }
    }

    /// Who is said in a few sentences before to have told something; not a paper, which issues nothing.
    fn teller(&self, sentence: usize, number: usize) -> Option<Speaker> {
        let text = self.text;
        let before = (1..=TOLD).filter_map(|back| self.sentence_back(sentence, back));
        let pointer = before.into_iter().find_map(|before| {
            let told = before.clone().any(|at| self.look.cues.is(text, at, SAYS));
            told.then(|| self.look.subject_of_verb(before)).flatten()
        })?;
        if is_paper(&pointer) {
            return None;
        }
        let speaker = self.resolve(&pointer, number, text.sentences[sentence].start);
        speaker.name.is_some().then_some(speaker)
    }

    /// `передаёт РИА. …«…», — говорится в сообщении`: the agency that passes the message on.
    pub(in crate::structure::speakers) fn agency_before(
        &self,
        clause: &Range<usize>,
        sentence: usize,
    ) -> Option<Speaker> {
        let text = self.text;
        let message = clause.clone().any(|at| text.norm(at).starts_with("сообщени"));
        let before = (1..=TOLD).filter_map(|back| self.sentence_back(sentence, back));
        before.filter(|_| message).find_map(|before| {
            let verb = before.clone().rev().find(|at| self.look.cues.is(text, *at, REPORTS))?;
            let tokens = verb + 1..verb + 2;
            let short = tokens.end + 1 == before.end && text.tokens[tokens.start].case == Case::Capitals;
            let body = Body { name: clean(text, &tokens), kind: text.norm(tokens.start).to_owned(), tokens };
            short.then(|| Speaker { confidence: 0.6, ..self.body(&body) })
        })
    }
}

/// Whether a word means what somebody signs.
pub(in crate::structure::speakers) fn is_decree(norm: &str) -> bool {
    ["указ", "приказ", "распоряжени"].iter().any(|start| norm.starts_with(start))
        && !norm.starts_with("указыва")
        && !norm.starts_with("указал")
}

/// Whether a word names something that one person writes or says, in the nominative.
fn is_writing(norm: &str) -> bool {
    matches!(
        norm,
        "эссе"
            | "письмо"
            | "заявление"
            | "обращение"
            | "послание"
            | "сообщение"
            | "выступление"
            | "интервью"
            | "завещание"
            | "прошение"
            | "статья"
            | "речь"
            | "колонка"
            | "заметка"
            | "записка"
            | "запись"
            | "лекция"
            | "проповедь"
            | "доклад"
            | "текст"
            | "дневник"
            | "манифест"
            | "рапорт"
            | "донос"
            | "пост"
            | "твит"
            | "блог"
            | "комментарий"
    )
}

/// Whether a word means that somebody is given an award.
fn is_award(norm: &str) -> bool {
    ["наград", "награжд", "орден", "медал"].iter().any(|start| norm.starts_with(start))
}
