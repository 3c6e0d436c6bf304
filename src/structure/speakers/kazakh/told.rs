//! What a Kazakh sentence right before tells: who asks, who has sent what is quoted.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::tokens::Kind;
use super::super::pointer::Pointer;
use super::super::{Search, Speaker};
use super::subject::{is_governed, is_owner};
use super::topic::Topic;
use crate::article::Language::Kk;

/// Of a sentence no more tokens are read.
const FURTHEST: usize = 240;
/// A document is sent in one of so many sentences before it is quoted.
const BEFORE: usize = 3;
/// Beginnings of words for what is sent and quoted.
const DOCUMENTS: [&str; 16] = [
    "сауал",
    "үнқағаз",
    "хат",
    "жеделхат",
    "арыз",
    "шағым",
    "үндеу",
    "өтініш",
    "мәлімдеме",
    "хабарлама",
    "жауап",
    "жолдау",
    "түсініктеме",
    "петиция",
    "қазанама",
    "жазба",
];

impl Search<'_> {
    /// `«Мұғалім – ұлттың тірегі»: Сенат төрағасы сөйледі`: in a headline the colon brings who says it.
    pub(in crate::structure::speakers) fn after_headline(&self, number: usize) -> Option<Speaker> {
        let text = self.text;
        let headline = text.paragraphs.first().filter(|_| text.language == Kk)?;
        let end = self.speeches[number].parts.last()?.end;
        let colon = (end..headline.end.min(end + 3)).find(|at| text.is(*at, ':'))?;
        let pointer = self.look.subject(colon + 1..headline.end)?;
        let speaker = self.resolve(&pointer, number, headline.end);
        (speaker.person.is_some() && speaker.confidence >= 0.7).then_some(speaker)
    }

    /// `Журналистің «Баға өсе ме?» деген сұрағына`: whose question, or whose opinion, is told.
    pub(in crate::structure::speakers) fn of_question(&self, number: usize) -> Option<Speaker> {
        const ASKED: [&str; 7] = ["сұра", "сауал", "сөзі", "пікір", "өтініш", "уәж", "ескерту"];
        let text = self.text;
        let part = self.speeches[number].parts.first().filter(|_| text.language == Kk)?;
        let open = part.start.checked_sub(2).filter(|_| matches!(text.tokens[part.start - 1].kind, Kind::Mark(_)))?;
        let end = self.speeches[number].parts.last()?.end;
        let said = (end..text.tokens.len().min(end + 3)).find(|at| text.norm(*at) == "деген")?;
        let noun = text.norm(said + 1);
        if !ASKED.iter().any(|start| noun.starts_with(start)) || !is_owner(text.norm(open)) {
            return None;
        }
        let owner = self.names.at(open).map(|mention| self.person(mention.person, None, Rule::Name, 0.8));
        let titled = || {
            let (_, person) = self.holder(&(open..open + 1), open, part.start, None)?;
            Some(self.person(person, Some(open..open + 1), Rule::Title, 0.7))
        };
        Some(owner.or_else(titled).unwrap_or_else(|| Speaker::unknown(Some(open..open + 1))))
    }

    /// `Алғашқы сауалды Қайрат Омаров қойды.`, `Төраға Қайрат Омаров министрдің сөзін бөлді.`: whose words follow in the
    /// next paragraph.
    pub(in crate::structure::speakers) fn asker(&self, start: usize) -> Option<Speaker> {
        let text = self.text;
        let sentence = text.sentence_of(start).filter(|_| text.language == Kk)?.checked_sub(1)?;
        let before = self.end_of(sentence);
        let has =
            |starts: &[&str]| before.clone().any(|at| starts.iter().any(|start| text.norm(at).starts_with(start)));
        let asks = has(&["сауал", "сұрақ", "сұрағ"]) && has(&["қойды", "қойған", "жолдады", "берді", "тастады"]);
        let near = text.paragraph_of(start)?.saturating_sub(text.paragraph_of(before.start)?) <= 1;
        if !near || !(asks || self.is_act_of_speech(&before)) {
            return None;
        }
        let speaker = match self.tells_of(sentence, before)? {
            Topic::Person(person) => self.person(person, None, Rule::Continuation, 0.7),
            Topic::Described(speaker) => Speaker { mention: None, rule: Rule::Continuation, ..*speaker },
            Topic::Someone | Topic::Nobody => Speaker::unknown(None),
        };
        Some(speaker)
    }

    /// `Көршісі, атын атамаған тұрғын, билікке өкпелі.`: who has no name there speaks in the words that follow alone.
    pub(in crate::structure::speakers) fn told_of_nobody(
        &self,
        start: usize,
        before: &Range<usize>,
    ) -> Option<Speaker> {
        let text = self.text;
        let near = text.paragraph_of(start)?.saturating_sub(text.paragraph_of(before.start)?) <= 1;
        let number = text.sentence_of(before.start).filter(|_| near)?;
        match self.tells_of(number, before.clone())? {
            Topic::Person(_) | Topic::Someone => None,
            Topic::Described(speaker) => Some(Speaker { mention: None, rule: Rule::Continuation, ..*speaker }),
            Topic::Nobody => Some(Speaker::unknown(None)),
        }
    }

    /// The last words of a sentence: it may be a whole text.
    fn end_of(&self, sentence: usize) -> Range<usize> {
        let Range { start, end } = self.text.sentences[sentence];
        start.max(end.saturating_sub(FURTHEST))..end
    }

    /// Whether a sentence tells that somebody began to speak: `сөз алды`, `әңгімеге араласты`, `сөзін бөліп жіберді`.
    fn is_act_of_speech(&self, sentence: &Range<usize>) -> bool {
        /// Words for speech, and what is done with it.
        const SPEECH: [&str; 6] = ["сөз", "әңгіме", "пікір", "сауал", "сұрақ", "дау"];
        const DONE: [&str; 15] = [
            "алды",
            "бөл",
            "арала",
            "қосыл",
            "сабақта",
            "жалға",
            "баста",
            "кіріс",
            "килік",
            "қайтар",
            "білдір",
            "қатыс",
            "іліп",
            "кірді",
            "түй",
        ];
        /// Verbs that alone tell it.
        const ALONE: [&str; 8] = ["наразы", "ашын", "ренжі", "күйін", "ақтал", "шағым", "айқай", "өкпел"];
        let text = self.text;
        let begins = |at: usize, starts: &[&str]| starts.iter().any(|start| text.norm(at).starts_with(start));
        let noun = sentence.clone().find(|at| begins(*at, &SPEECH));
        let done = noun.is_some_and(|noun| (noun + 1..sentence.end.min(noun + 5)).any(|at| begins(at, &DONE)));
        let last = sentence.end.checked_sub(3).map_or(sentence.start, |from| from.max(sentence.start));
        done || (last..sentence.end).any(|at| begins(at, &ALONE) && text.norm(at).chars().count() > 4)
    }

    /// `Президент жеделхат жолдады. «…», – делінген жеделхатта.`: who has sent it.
    pub(in crate::structure::speakers) fn sender_in_kazakh(
        &self,
        clause: Range<usize>,
        sentence: usize,
    ) -> Option<Speaker> {
        let text = self.text;
        if text.language != Kk {
            return None;
        }
        let document = |at: usize| DOCUMENTS.iter().position(|start| text.norm(at).starts_with(start));
        let nouns: Vec<usize> = clause.clone().skip(1).filter_map(document).collect();
        let opens = text.sentences[sentence].start;
        let there = (opens..opens + 2).any(|at| matches!(text.norm(at), "онда" | "мұнда" | "құжатта" | "хатта"));
        let sends = |at: usize| {
            let norm = text.norm(at);
            ["жолда", "жібер", "жариял", "таратты", "жаз", "түсір", "ұсын", "берді"]
                .iter()
                .any(|start| norm.starts_with(start))
        };
        for back in 1..=BEFORE {
            let number = sentence.checked_sub(back)?;
            let before = self.end_of(number);
            // `Министрлік түсініктеме берді. Онда: «…», – делінген.`
            let there = nouns.is_empty() && back == 1 && there;
            let named = before.clone().filter_map(document).any(|noun| there || nouns.contains(&noun));
            if named && before.clone().any(sends) {
                if let Some(mention) = self.subjects(before.clone(), None).next() {
                    return Some(self.person(mention.person, Some(clause), Rule::Continuation, 0.7));
                }
                if let Some(group) = self.group_in(before.clone()) {
                    return Some(Speaker { mention: Some(clause), ..group });
                }
                let Some(Pointer::Body(body)) = self.look.body(before.clone()) else { return None };
                let acts = !is_governed(text.norm(body.tokens.end - 1));
                return acts.then(|| Speaker { mention: Some(clause), confidence: 0.6, ..self.body(&body) });
            }
        }
        None
    }
}
