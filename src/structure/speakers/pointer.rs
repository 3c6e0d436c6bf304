//! The words in an attribution that point to the speaker.

use std::ops::Range;

use super::super::names::{Body, Mention, NOMINATIVE, Names, clean};
use super::super::quotes::{Cues, SAYS};
use super::super::text::Text;
use super::super::tokens::{Case, Kind};
use super::kazakh::{is_beside, is_himself};
use super::russian::titles::is_russian_nominative;
use super::titles::{HE, HER, HIS, SHE};
use crate::article::Language::{En, Kk, Ru};

/// What points to the speaker.
#[derive(Debug, Clone)]
pub(super) enum Pointer {
    Name(Mention),
    Title(Range<usize>, usize),
    /// `Some(true)` for he, `Some(false)` for she.
    Pronoun(usize, Option<bool>),
    Body(Body),
    /// Several, in the words of the article, as they stand there and in the nominative.
    Group(Range<usize>, String),
    /// Several, or somebody whom nothing names: `по их словам`.
    Others(usize),
}

/// What a search looks at.
pub(super) struct Look<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) cues: &'a Cues,
    pub(super) names: &'a Names,
    pub(super) bodies: &'a [Body],
}

impl Look<'_> {
    /// The subject of an attribution: a name, a pronoun, a title; or else a body.
    pub(super) fn subject(&self, range: Range<usize>) -> Option<Pointer> {
        if self.text.language == Ru { self.russian_subject(range) } else { self.kazakh_subject(range) }
    }

    /// The subject of a sentence that goes on to a quotation.
    pub(super) fn subject_of_verb(&self, range: Range<usize>) -> Option<Pointer> {
        if self.text.language == Ru { self.russian_subject_of_verb(range) } else { self.kazakh_subject_of_verb(range) }
    }

    /// The one whose words a noun names: `по словам Жарова`, `оның айтуынша`.
    pub(super) fn owner_of_words(&self, noun: usize, range: &Range<usize>) -> Option<Pointer> {
        if self.text.language == Ru { self.russian_owner(noun, range) } else { self.kazakh_owner(noun, range) }
    }

    /// The first body in a range; of one inside another, the outer.
    pub(super) fn body(&self, range: Range<usize>) -> Option<Pointer> {
        let first = self.bodies.partition_point(|body| body.tokens.end <= range.start);
        let body = self.bodies.get(first).filter(|body| body.tokens.start < range.end)?;
        Some(Pointer::Body(body.clone()))
    }

    /// A body of which only an abbreviation and a name in marks stand there: `отметили в НПП «Атамекен»`.
    pub(super) fn abbreviated(&self, range: Range<usize>) -> Option<Pointer> {
        let text = self.text;
        if text.language != Ru {
            return None;
        }
        let start = range.clone().find(|at| matches!(text.norm(*at), "в" | "во"))? + 1;
        let mark = |at: usize| matches!(text.tokens.get(at).map(|token| token.kind), Some(Kind::Mark('«' | '"' | '“')));
        let capitals = text.tokens.get(start).is_some_and(|token| token.case == Case::Capitals);
        let mut end = start + usize::from(capitals);
        if mark(end) && end < range.end {
            end = (end + 1..(end + 10).min(text.tokens.len()))
                .find(|at| matches!(text.tokens[*at].kind, Kind::Mark('»' | '"' | '”')))?
                + 1;
        }
        let tokens = start..end;
        (end > start && start < range.end)
            .then(|| Pointer::Body(Body { name: clean(text, &tokens), kind: String::new(), tokens }))
    }

    pub(super) fn pronoun(&self, at: usize) -> Pointer {
        Pointer::Pronoun(at, text_gender(self.names.titles.at(self.text, at)))
    }

    /// Whether a name can be the subject where it stands: not the one spoken to, nor the chief of a press secretary.
    pub(super) fn is_subject(&self, mention: &Mention) -> bool {
        let text = self.text;
        if text.language == Kk && is_himself(text.norm(mention.tokens.end)) {
            return true;
        }
        if mention.cases & NOMINATIVE == 0 {
            return false;
        }
        let before = mention.tokens.start.checked_sub(1).map_or("", |before| text.norm(before));
        match text.language {
            Ru => !matches!(
                before,
                "с" | "со"
                    | "от"
                    | "у"
                    | "для"
                    | "о"
                    | "об"
                    | "к"
                    | "на"
                    | "про"
                    | "из"
                    | "за"
                    | "по"
                    | "имени"
                    | "при"
                    | "против"
                    | "господина"
            ),
            En => {
                let possessive =
                    matches!(text.tokens.get(mention.tokens.end).map(|next| next.kind), Some(Kind::Mark('’' | '\'')));
                !possessive
                    && !matches!(
                        before,
                        "to" | "of"
                            | "for"
                            | "with"
                            | "by"
                            | "about"
                            | "at"
                            | "from"
                            | "told"
                            | "after"
                            | "against"
                            | "on"
                    )
            }
            Kk => !is_beside(text.norm(mention.tokens.end)),
        }
    }

    /// Whether a title can be the subject.
    pub(super) fn is_nominative_title(&self, at: usize, end: usize) -> bool {
        let text = self.text;
        if text.language != Ru {
            return self.is_kazakh_nominative(at, end);
        }
        let before = at.checked_sub(1).map_or("", |before| text.norm(before));
        let governing = ["в", "о", "с", "на", "для", "от", "из", "у", "к", "за", "среди"];
        is_russian_nominative(text.norm(at)) && !governing.contains(&before)
    }

    /// Whether a word stands between a title and a name that is not its bearer's: `заявил министр в ходе встречи с Беловым`.
    pub(super) fn ends_title(&self, at: usize) -> bool {
        let other = ["с", "со", "ходе", "после", "перед", "время", "что", "как"];
        self.cues.is(self.text, at, SAYS) || self.text.language == Ru && other.contains(&self.text.norm(at))
    }

    /// Whether a title belongs to a name that follows in the same breath.
    pub(super) fn leads_to_name(&self, at: usize) -> bool {
        let text = self.text;
        let end = (at + 14).min(text.tokens.len());
        let stop = (at + 1..end).find(|at| match text.tokens[*at].kind {
            Kind::Mark(mark) => !matches!(mark, '-' | '«' | '»' | '"' | '“' | '”' | '(' | ')'),
            Kind::Word(_) => self.ends_title(*at),
            _ => false,
        });
        self.names.within(at..stop.unwrap_or(end)).iter().any(|mention| self.is_subject(mention))
    }

    /// All words of a title, from its head.
    pub(super) fn title_phrase(&self, head: usize, range: &Range<usize>) -> Range<usize> {
        if self.text.language == Ru { self.russian_title(head, range) } else { self.kazakh_title(head, range) }
    }
}

pub(super) fn text_gender(kind: super::titles::Kind) -> Option<bool> {
    match () {
        () if kind & (HE | HIS) != 0 && kind & (SHE | HER) == 0 && kind & super::titles::EITHER == 0 => Some(true),
        () if kind & (SHE | HER) != 0 => Some(false),
        () => None,
    }
}
