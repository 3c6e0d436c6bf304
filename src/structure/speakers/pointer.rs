//! The words in an attribution that point to the speaker.

use std::ops::Range;

use super::super::names::{Body, Mention, NOMINATIVE, Names, clean, ends_kazakh};
use super::super::quotes::{Cues, SAYS, VERB};
use super::super::text::Text;
use super::super::tokens::{Case, Kind};
use super::russian::titles::is_russian_nominative;
use super::titles::{HE, HER, HIS, KIN, NAMELESS, PRONOUN, SHE, TITLE};
use crate::article::Language::{En, Kk, Ru};

/// What points to the speaker.
#[derive(Debug, Clone)]
pub(super) enum Pointer {
    Name(Mention),
    Title(Range<usize>, usize),
    /// `Some(true)` for he, `Some(false)` for she.
    Pronoun(usize, Option<bool>),
    Body(Body),
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
        if self.text.language == Ru {
            return self.russian_subject(range);
        }
        let (text, names) = (self.text, self.names);
        let (mut name, mut pronoun, mut title) = (None, None, None);
        let mut at = range.start;
        while at < range.end {
            if let Some(mention) = names.at(at) {
                if name.is_none() && self.is_subject(mention) {
                    name = Some(mention.clone());
                }
                at = mention.tokens.end;
                continue;
            }
            let kind = names.titles.at(text, at);
            if kind & PRONOUN != 0 && pronoun.is_none() {
                pronoun = Some(at);
            }
            if kind & (TITLE | NAMELESS | KIN) != 0 && title.is_none() && self.is_nominative_title(at, range.end) {
                title = Some(at);
            }
            at += 1;
        }
        let name_at = name.as_ref().map_or(usize::MAX, |name: &Mention| name.tokens.start);
        let title_at = title.unwrap_or(usize::MAX);
        let verb_between = |from: usize, to: usize| (from..to.min(range.end)).any(|at| self.cues.is(text, at, SAYS));
        if let Some(at) = pronoun.filter(|at| *at < name_at && *at < title_at) {
            return Some(self.pronoun(at));
        }
        if let Some(name) = name.filter(|_| name_at < title_at || !verb_between(title_at, name_at)) {
            return Some(Pointer::Name(name));
        }
        if let Some(head) = title {
            // `в пресс-службе министра` has no title as its subject.
            return Some(Pointer::Title(self.title_phrase(head, &range), head));
        }
        if let Some(at) = pronoun {
            return Some(self.pronoun(at));
        }
        self.body(range.clone()).or_else(|| self.abbreviated(range.clone())).or_else(|| {
            let his = range.clone().find(|at| names.titles.is(text, *at, HIS | HER))?;
            Some(Pointer::Pronoun(his, text_gender(names.titles.at(text, his))))
        })
    }

    /// The subject of a sentence that goes on to a quotation: the one nearest before its verb, or else after it.
    pub(super) fn subject_of_verb(&self, range: Range<usize>) -> Option<Pointer> {
        if self.text.language == Ru {
            return self.russian_subject_of_verb(range);
        }
        let (text, names) = (self.text, self.names);
        let verb = range.clone().rev().find(|at| self.cues.is(text, *at, VERB))?;
        let before = range.start..verb;
        let mut found: Option<Pointer> = None;
        let mut at = before.start;
        while at < before.end {
            if let Some(mention) = names.at(at) {
                if self.is_subject(mention) {
                    found = Some(Pointer::Name(mention.clone()));
                }
                at = mention.tokens.end;
                continue;
            }
            let kind = names.titles.at(text, at);
            if kind & PRONOUN != 0 {
                found = Some(self.pronoun(at));
            } else if kind & (TITLE | NAMELESS | KIN) != 0
                && self.is_nominative_title(at, range.end)
                && !self.leads_to_name(at)
            {
                found = Some(Pointer::Title(self.title_phrase(at, &before), at));
            }
            at += 1;
        }
        let comma = (verb..range.end).find(|at| text.is(*at, ',')).unwrap_or(range.end);
        found.or_else(|| self.subject(verb..comma)).or_else(|| self.body(before))
    }

    /// The one whose words a noun names: `по словам Жарова`, `According to Tokayev`, `оның айтуынша`.
    pub(super) fn owner_of_words(&self, noun: usize, range: &Range<usize>) -> Option<Pointer> {
        if self.text.language == Ru {
            return self.russian_owner(noun, range);
        }
        let (text, names) = (self.text, self.names);
        let beside = match text.language {
            Ru => noun + 1..range.end.min(noun + 16),
            En => noun + 1..range.end.min(noun + 12),
            Kk => noun.saturating_sub(8).max(range.start)..noun,
        };
        if text.language == Kk {
            let mention = names.within(beside.clone()).last();
            if let Some(mention) = mention.filter(|mention| mention.tokens.end + 1 >= noun) {
                return Some(Pointer::Name(mention.clone()));
            }
            let his = beside.clone().rev().take(2).find(|at| names.titles.is(text, *at, HIS));
            if let Some(his) = his {
                return Some(Pointer::Pronoun(his, None));
            }
            let head = beside.clone().rev().take(1).find(|at| names.titles.is(text, *at, TITLE | NAMELESS));
            if let Some(head) = head {
                return Some(Pointer::Title(self.title_phrase(head, &beside), head));
            }
            return self.body(beside);
        }
        let comma = beside
            .clone()
            .find(|at| matches!(text.tokens[*at].kind, Kind::Mark(',' | ':' | '«' | '“' | '"')))
            .unwrap_or(beside.end);
        let beside = beside.start..comma;
        if let Some(mention) = names.within(beside.clone()).first() {
            // `по словам главы ведомства Александра Жарова`: what stands before the name is its title.
            let all = names.within(beside);
            let joined = all.iter().position(|one| text.norm(one.tokens.end) == "и");
            let last = joined.map_or_else(|| all.last(), |joined| all.get(joined));
            return Some(Pointer::Name(last.filter(|_| text.language == Ru).unwrap_or(mention).clone()));
        }
        if let Some(his) = beside.clone().take(2).find(|at| names.titles.is(text, *at, HIS | HER)) {
            return Some(Pointer::Pronoun(his, text_gender(names.titles.at(text, his))));
        }
        if let Some(head) = beside.clone().find(|at| names.titles.is(text, *at, TITLE | NAMELESS)) {
            return Some(Pointer::Title(self.title_phrase(head, &beside), head));
        }
        self.body(beside)
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
            Kk => !self.next_is_of(mention.tokens.end),
        }
    }

    /// Whether what follows a Kazakh name says that it is no subject: `Тоқаев мырзаның`.
    fn next_is_of(&self, at: usize) -> bool {
        matches!(self.text.norm(at), "туралы" | "атындағы" | "үшін" | "жайлы" | "мен" | "бен" | "пен")
    }

    /// Whether a title can be the subject.
    pub(super) fn is_nominative_title(&self, at: usize, end: usize) -> bool {
        let text = self.text;
        let norm = text.norm(at);
        let before = at.checked_sub(1).map_or("", |before| text.norm(before));
        match text.language {
            Ru => is_russian_nominative(norm) && !matches!(before, "в" | "о" | "с" | "на" | "для" | "от"),
            En => {
                let start = (at.saturating_sub(4)..at)
                    .rev()
                    .find(|back| matches!(text.norm(*back), "the" | "a" | "an" | "his" | "her"));
                let lead = start.and_then(|start| start.checked_sub(1)).map_or(before, |lead| text.norm(lead));

                let possessive = matches!(text.tokens.get(at + 1).map(|next| next.kind), Some(Kind::Mark('’' | '\'')));
                let as_he_put_it =
                    start.and_then(|start| start.checked_sub(1)).is_some_and(|lead| text.tokens[lead].is_capital());
                !possessive
                    && (lead != "as" || as_he_put_it)
                    && !matches!(lead, "to" | "of" | "for" | "with" | "by" | "about" | "from" | "told" | "against")
            }
            Kk => {
                let possessed = text.norm(at + 1).ends_with(['ы', 'і']);
                let next_title = at + 1 < end && possessed && self.names.titles.is(text, at + 1, TITLE);
                let oblique = [
                    "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "ны", "ды", "ді",
                    "ты", "дан", "ден", "тан", "тен", "нан", "нен",
                ];
                !next_title && !oblique.iter().any(|ending| norm.ends_with(ending))
            }
        }
    }

    /// Whether a title belongs to a name that follows in the same breath.
    pub(super) fn leads_to_name(&self, at: usize) -> bool {
        let text = self.text;
        let end = (at + 14).min(text.tokens.len());
        let stop = (at + 1..end).find(|at| match text.tokens[*at].kind {
            Kind::Mark(mark) => !matches!(mark, '-' | '«' | '»' | '"' | '“' | '”' | '(' | ')'),
            Kind::Word(_) => self.cues.is(text, *at, SAYS),
            _ => false,
        });
        self.names.within(at..stop.unwrap_or(end)).iter().any(|mention| self.is_subject(mention))
    }

    /// All words of a title, from its head.
    pub(super) fn title_phrase(&self, head: usize, range: &Range<usize>) -> Range<usize> {
        let text = self.text;
        if text.language == Ru {
            return self.russian_title(head, range);
        }
        let mut first = head;
        let mut stop = head + 1;
        let low = range.start.max(head.saturating_sub(8));
        while first > low {
            let word = first - 1;
            let norm = text.norm(word);
            let goes_on = match text.language {
                Ru => false,
                En => {
                    text.word(word).is_some()
                        && !self.cues.is(text, word, SAYS)
                        && !matches!(norm, "the" | "a" | "an" | "and" | "as" | "when" | "but" | "s")
                }
                Kk => {
                    (text.word(word).is_some() || text.is(word, '-') && word > low)
                        && !self.cues.is(text, word, VERB)
                        && !ends_kazakh(norm, text.tokens[word].case)
                }
            };
            if !goes_on {
                break;
            }
            first = word;
        }
        let end = range.end.min(head + 12);
        while stop < end {
            let norm = text.norm(stop);
            let goes_on = match text.language {
                Ru => false,
                En => {
                    norm == "of"
                        || stop > head + 1
                            && text.word(stop).is_some()
                            && !self.cues.is(text, stop, SAYS)
                            && !matches!(norm, "in" | "on" | "at" | "with" | "to" | "who" | "and" | "after" | "during")
                }
                Kk => false,
            };
            if !goes_on {
                break;
            }
            stop += 1;
        }
        first..stop
    }
}

pub(super) fn text_gender(kind: super::titles::Kind) -> Option<bool> {
    match () {
        () if kind & (HE | HIS) != 0 && kind & (SHE | HER) == 0 && kind & super::titles::EITHER == 0 => Some(true),
        () if kind & (SHE | HER) != 0 => Some(false),
        () => None,
    }
}
