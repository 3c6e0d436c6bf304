//! The words in a Kazakh attribution that point to the speaker: a subject has no ending of case.

use std::ops::Range;

use super::super::super::names::{Mention, PREPOSITIONAL, ends_kazakh};
use super::super::super::quotes::{SAYS, VERB, WRITTEN};
use super::super::super::tokens::Case;
use super::super::pointer::{Look, Pointer};
use super::super::titles::{HIS, KIN, NAMELESS, PRONOUN, TITLE};
use crate::kazakh;

/// The words of a title go back no further than this.
const LONGEST: usize = 8;
/// An attribution begins with its verbs: `деп ағынан жарылды`.
const VERBS: usize = 5;

impl Look<'_> {
    /// The subject of an attribution: a name, a pronoun, a title; or else a body, or whatever noun its verb has.
    pub(in crate::structure::speakers) fn kazakh_subject(&self, range: Range<usize>) -> Option<Pointer> {
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
            if kind & (TITLE | NAMELESS | KIN) != 0 && title.is_none() && self.is_kazakh_nominative(at, range.end) {
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
            return Some(Pointer::Title(self.kazakh_title(head, &range), head));
        }
        if let Some(at) = pronoun {
            return Some(self.pronoun(at));
        }
        let noun = self.subject_noun(&range);
        let body = self.body(range.clone()).filter(|body| match (body, noun) {
            // `компанияның диспетчері`: what stands after the body is who speaks.
            (Pointer::Body(body), Some(noun)) => {
                body.tokens.contains(&noun) || !is_owner(text.norm(body.tokens.end - 1))
            }
            _ => true,
        });
        let noun = noun.map(|head| Pointer::Title(self.kazakh_title(head, &range), head));
        body.or(noun).or_else(|| {
            let his = range.clone().find(|at| names.titles.is(text, *at, HIS))?;
            Some(Pointer::Pronoun(his, None))
        })
    }

    /// The noun after the verbs of an attribution, in no list: `деп мойындады 23 жастағы шабуылшы`. What stands after it
    /// has an ending of case: `деді балуан журналистерге`.
    fn subject_noun(&self, range: &Range<usize>) -> Option<usize> {
        let text = self.text;
        let small = |at: &usize| text.word(*at).is_some() && text.tokens[*at].case == Case::Small;
        let is_verb = |at: &usize| self.cues.is(text, *at, VERB) || is_finite(text.norm(*at));
        // What is written has no subject who is a person: `делінген хабарламада`.
        if range.clone().take(VERBS).any(|at| self.cues.is(text, at, WRITTEN)) {
            return None;
        }
        let verb = range.clone().take(VERBS).take_while(small).filter(is_verb).last()?;
        let stop = (verb + 1..range.end).find(|at| text.word(*at).is_none() && !text.is(*at, '-'));
        let end = stop.filter(|stop| !self.is_number(*stop)).unwrap_or(range.end);
        let oblique = |at: usize| ends_kazakh(text.norm(at), text.tokens[at].case) || is_oblique(text.norm(at));
        let noun = (verb + 1..end).rev().find(|at| text.word(*at).is_some() && !oblique(*at))?;
        let norm = text.norm(noun);
        let adverb = ["ша", "ше", "п", "екен", "еді", "тағы"].iter().any(|ending| norm.ends_with(ending));
        let adverb = adverb || is_ours(norm);
        (small(&noun) && norm.chars().count() > 2 && !adverb).then_some(noun)
    }

    fn is_number(&self, at: usize) -> bool {
        self.text.tokens[at].kind == super::super::super::tokens::Kind::Digits
    }

    /// The subject of a sentence that goes on to a quotation: the one nearest before its verb, or else after it.
    pub(in crate::structure::speakers) fn kazakh_subject_of_verb(&self, range: Range<usize>) -> Option<Pointer> {
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
                && self.is_kazakh_nominative(at, range.end)
                && !self.leads_to_name(at)
            {
                found = Some(Pointer::Title(self.kazakh_title(at, &before), at));
            }
            at += 1;
        }
        let comma = (verb..range.end).find(|at| text.is(*at, ',')).unwrap_or(range.end);
        // `Омаровтан мынадай жауап алдық: «…»`
        let from = || {
            let asked = before.clone().any(|at| text.norm(at) == "жауап") || text.norm(verb) == "жауап";
            let last =
                names.within(before.clone()).last().filter(|mention| asked && mention.cases & PREPOSITIONAL != 0);
            last.map(|mention| Pointer::Name(mention.clone()))
        };
        found.or_else(from).or_else(|| self.kazakh_subject(verb..comma)).or_else(|| self.body(before.clone()))
    }

    /// The one whose words a noun names: `Сапаровтың айтуынша`, `оның сөзінше`, `министрлік дерегінше`.
    pub(in crate::structure::speakers) fn kazakh_owner(&self, noun: usize, range: &Range<usize>) -> Option<Pointer> {
        let (text, names) = (self.text, self.names);
        let beside = noun.saturating_sub(LONGEST).max(range.start)..noun;
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
            return Some(Pointer::Title(self.kazakh_title(head, &beside), head));
        }
        self.body(beside)
    }

    /// Whether a title can be the subject: it has no ending of case, and is not what another title is of.
    pub(in crate::structure::speakers) fn is_kazakh_nominative(&self, at: usize, end: usize) -> bool {
        let text = self.text;
        // `Ғалымның өзі` is the scholar; `тұрғын үй` is housing.
        if is_himself(text.norm(at + 1)) {
            return true;
        }
        if text.norm(at) == "тұрғын" && text.norm(at + 1).starts_with("үй") {
            return false;
        }
        // `журналистің` has lost one of its letters.
        if ["стің", "стың"].iter().any(|ending| text.norm(at).ends_with(ending)) {
            return false;
        }
        let possessed = text.norm(at + 1).ends_with(['ы', 'і']);
        let next_title = at + 1 < end
            && possessed
            && (self.names.titles.is(text, at + 1, TITLE) || self.names.is_body(text, at + 1));
        if self.is_many_in_body(at) {
            return false;
        }
        // `төраға` ends as a dative does, but is none: nothing that it could be of is a title.
        let known = |lemma: &str| text.lexicon.speakers.is_title(lemma);
        !next_title && !lemmas(text.norm(at)).any(known)
    }

    /// Whether several stand in the name of a body and do nothing: `жолаушылар көлігі басқармасы`.
    fn is_many_in_body(&self, at: usize) -> bool {
        let before = self.bodies.partition_point(|body| body.tokens.start <= at);
        let body = before.checked_sub(1).map(|number| &self.bodies[number]);
        let inside = body.is_some_and(|body| at + 1 < body.tokens.end);
        inside && kazakh::PLURAL.iter().any(|plural| self.text.norm(at).ends_with(plural))
    }

    /// All words of a title, up to its head.
    pub(in crate::structure::speakers) fn kazakh_title(&self, head: usize, range: &Range<usize>) -> Range<usize> {
        let text = self.text;
        let low = range.start.max(head.saturating_sub(LONGEST));
        let belongs = |word: &usize| {
            (text.word(*word).is_some() || text.is(*word, '-') && *word > low)
                && !self.cues.is(text, *word, VERB)
                && !ends_kazakh(text.norm(*word), text.tokens[*word].case)
        };
        (low..head).rev().take_while(belongs).last().unwrap_or(head)..head + 1
    }
}

/// Whether a word makes a subject of the genitive before it: `Асанның өзі`.
pub(in crate::structure::speakers) fn is_himself(norm: &str) -> bool {
    norm == "өзі"
}

/// Whether a noun stands in a case in which it does nothing: `Үкіметке хат жолдап`.
pub(in crate::structure::speakers) fn is_governed(norm: &str) -> bool {
    let endings = [kazakh::GENITIVE, kazakh::DATIVE, kazakh::ABLATIVE, kazakh::ACCUSATIVE];
    endings.into_iter().flatten().any(|ending| norm.ends_with(ending))
}

/// Whether a word after a name says that it is no subject: `Асан туралы`.
pub(in crate::structure::speakers) fn is_beside(norm: &str) -> bool {
    matches!(
        norm,
        "туралы"
            | "атындағы"
            | "үшін"
            | "жайлы"
            | "мен"
            | "бен"
            | "пен"
            | "емес"
            | "сияқты"
            | "секілді"
            | "арқылы"
            | "жөнінде"
    )
}

pub(super) fn is_owner(norm: &str) -> bool {
    kazakh::GENITIVE.iter().any(|ending| norm.ends_with(ending))
}

/// What a noun is without an ending of case, for each that it may have.
fn lemmas(norm: &str) -> impl Iterator<Item = &str> {
    let endings = [kazakh::GENITIVE, kazakh::DATIVE, kazakh::ABLATIVE, kazakh::ACCUSATIVE, kazakh::LOCATIVE];
    endings.into_iter().flatten().filter_map(|ending| norm.strip_suffix(ending))
}

/// Whether a noun has an ending of case.
fn is_oblique(norm: &str) -> bool {
    lemmas(norm).next().is_some()
}

/// Whether a word looks like a verb that ends a sentence.
fn is_finite(norm: &str) -> bool {
    ["ды", "ді", "ты", "ті"].iter().any(|ending| norm.ends_with(ending)) && norm.chars().count() > 3
}

/// Whether a verb tells what who writes did: `деп сұрадық`.
fn is_ours(norm: &str) -> bool {
    ["дық", "дік", "тық", "тік", "дым", "дім", "тым", "тім"].iter().any(|ending| norm.ends_with(ending))
}
