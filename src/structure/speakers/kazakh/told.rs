//! What a Kazakh sentence right before tells: who asks, who has sent what is quoted.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::{Search, Speaker};
use crate::article::Language::Kk;

/// A document is sent in one of so many sentences before it is quoted.
const BEFORE: usize = 3;
/// Forms of a noun begin with so many letters that are the same.
const ROOT: usize = 5;

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

    /// `Алғашқы сауалды Қайрат Омаров қойды.`: whose words follow in the next paragraph.
    pub(in crate::structure::speakers) fn asker(&self, start: usize) -> Option<Speaker> {
        let text = self.text;
        let sentence = text.sentence_of(start).filter(|_| text.language == Kk)?.checked_sub(1)?;
        let before = text.sentences[sentence].clone();
        let has =
            |starts: &[&str]| before.clone().any(|at| starts.iter().any(|start| text.norm(at).starts_with(start)));
        let asks = has(&["сауал", "сұрақ", "сұрағ"]) && has(&["қойды", "қойған", "жолдады", "берді"]);
        let near = text.paragraph_of(start)?.saturating_sub(text.paragraph_of(before.start)?) <= 1;
        let mention = self.subjects(before, None).next().filter(|_| asks && near)?;
        Some(self.person(mention.person, None, Rule::Continuation, 0.7))
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
        let root = |at: usize| text.norm(at).chars().take(ROOT).collect::<String>();
        let long = |at: &usize| text.norm(*at).chars().count() > ROOT;
        let nouns: Vec<String> = clause.clone().skip(1).filter(long).map(root).collect();
        let sends = |at: usize| {
            ["жолда", "жібер", "жариял", "таратты", "жазды"].iter().any(|start| text.norm(at).starts_with(start))
        };
        for back in 1..=BEFORE {
            let before = text.sentences[sentence.checked_sub(back)?].clone();
            let named = before.clone().filter(long).any(|at| nouns.contains(&root(at)));
            if named && before.clone().any(sends) {
                let mention = self.subjects(before, None).next()?;
                return Some(self.person(mention.person, Some(clause), Rule::Continuation, 0.7));
            }
        }
        None
    }
}
