//! English words by their part in a sentence, and groups of words round a noun.

use std::ops::Range;

use super::super::super::names::{Names, is_preposition};
use super::super::super::quotes::{Cues, VERB, WRITTEN};
use super::super::super::text::Text;
use super::super::super::tokens::{Case, Kind};
use super::super::titles::{HONORIFIC, KIN, NAMELESS, PRONOUN, TITLE};
use super::bodies::Called;

use crate::article::Language::En;

/// A set of what a word does in a sentence.
type Part = u16;
/// `the`, `this`: what follows is known.
pub(super) const THE: Part = 1;
/// `a`, `one`, `several`: what follows is new.
pub(super) const A: Part = 2;
/// `his`, `its`
pub(super) const OWN: Part = 4;
pub(super) const PREPOSITION: Part = 8;
pub(super) const ADVERB: Part = 16;
/// `has`, `would`: stands before another verb, or alone for one.
pub(super) const AUXILIARY: Part = 32;
/// `when`, `because`: begins a clause of its own.
pub(super) const CLAUSE: Part = 64;
/// `who`, `which`
pub(super) const RELATIVE: Part = 128;
pub(super) const AND: Part = 256;
/// `it`
pub(super) const IT: Part = 512;
/// `led`, `asked`: begins what is only said of something.
pub(super) const PARTICIPLE: Part = 1024;
/// Anything that begins a group of words round a noun.
pub(super) const OPENS: Part = THE | A | OWN;

fn part(norm: &str) -> Part {
    match norm {
        "the" | "this" | "these" | "those" => THE,
        "that" => CLAUSE,
        "a" | "an" | "one" | "another" | "some" | "several" | "many" | "most" | "few" | "two" | "three" | "four"
        | "five" | "six" | "no" | "any" | "each" | "every" | "both" | "other" | "others" | "someone" | "somebody"
        | "nobody" | "everyone" | "everybody" => A,
        "his" | "her" | "its" | "their" | "our" | "my" | "your" => OWN,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "has" | "have" | "had" | "having" | "do" | "does"
        | "did" | "will" | "would" | "can" | "could" | "may" | "might" | "must" | "shall" | "should" | "won"
        | "didn" | "doesn" | "wasn" | "hasn" | "hadn" => AUXILIARY,
        "when" | "while" | "because" | "if" | "although" | "though" | "as" | "whether" | "what" | "how" | "why"
        | "where" | "than" | "unless" | "whereas" => CLAUSE,
        "who" | "which" | "whose" | "whom" => RELATIVE,
        "and" | "but" | "or" | "nor" | "yet" | "so" => AND,
        "it" => IT,
        "also" | "later" | "then" | "now" | "never" | "not" | "even" | "still" | "yesterday" | "today" | "tomorrow"
        | "already" | "again" | "just" | "only" | "earlier" | "too" | "however" | "meanwhile" | "often" | "always"
        | "sometimes" | "soon" | "there" | "afterwards" | "instead" | "nevertheless" | "nonetheless" | "further"
        | "once-again" | "himself" | "herself" | "themselves" | "itself" | "quickly" | "long" | "t" | "ever"
        | "once" | "perhaps" | "indeed" | "here" | "overnight" | "elsewhere" | "separately" | "therefore"
        | "moreover" | "besides" => ADVERB,
        "born" | "known" | "seen" | "led" | "held" | "built" | "written" | "made" | "given" | "run" | "based"
        | "taken" | "set" | "sent" | "drawn" | "shown" => PARTICIPLE,
        _ if is_preposition(norm) => PREPOSITION,
        _ if norm.len() > 5
            && norm.ends_with("ly")
            && !matches!(norm, "family" | "assembly" | "monopoly" | "italy" | "supply" | "anomaly") =>
        {
            ADVERB
        }
        _ if norm.len() > 5
            && norm.ends_with("ing")
            && !matches!(
                norm,
                "morning"
                    | "evening"
                    | "building"
                    | "meeting"
                    | "ruling"
                    | "hearing"
                    | "filing"
                    | "nothing"
                    | "something"
                    | "everything"
                    | "spring"
                    | "during"
                    | "beijing"
            ) =>
        {
            PARTICIPLE
        }
        _ if norm.len() > 4
            && norm.ends_with("ed")
            && !matches!(norm, "united" | "hundred" | "ahmed" | "allied" | "speed" | "breed" | "seed" | "creed") =>
        {
            PARTICIPLE
        }
        _ => 0,
    }
}

/// What each word of a text does, by its id.
pub(in super::super) struct Grammar(Vec<Part>);

impl Grammar {
    /// Looks at each different word once.
    pub(in super::super) fn of(text: &Text) -> Self {
        let norms = text.words.norms().take(if text.language == En { usize::MAX } else { 0 });
        Grammar(norms.map(part).collect())
    }
}

/// A group of words round a noun.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// From its first word to its noun.
    pub(super) core: Range<usize>,
    /// What belongs to the noun after it: `at Peel Hunt`.
    pub(super) rest: Range<usize>,
    /// What stands between commas after that.
    pub(super) apposition: Option<Range<usize>>,
}

/// What a search for subjects looks at.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) cues: &'a Cues,
    pub(super) names: &'a Names,
    pub(super) grammar: &'a Grammar,
    pub(super) called: &'a Called,
}

impl Reader<'_> {
    pub(super) fn is(&self, at: usize, any: Part) -> bool {
        let Some(id) = self.text.word(at) else { return false };
        let part = self.grammar.0[id.0 as usize] & any;
        // Reporters Without Borders
        let in_name = part != 0 && at > 0 && self.text.tokens[at].is_capital() && self.text.tokens[at - 1].is_capital();
        part != 0 && !in_name
    }

    /// Whether a verb that brings speech stands at `at`: `reports`, but not `its reports`.
    pub(super) fn says(&self, at: usize) -> bool {
        let small = self.text.tokens[at].case == Case::Small;
        let noun = at > 0 && (self.is(at - 1, OPENS) || self.is(at - 1, PREPOSITION) && self.text.norm(at - 1) != "to");
        let noun = noun || at > 1 && self.text.norm(at - 1) == "s" && self.owns(at - 2);
        // `had read` it, `reads` so
        let done = at > 0 && self.is(at - 1, AUXILIARY) && self.cues.is(self.text, at, WRITTEN);
        small && self.cues.is(self.text, at, VERB) && !noun && !done
    }

    /// Whether a word for a person stands at `at`.
    pub(super) fn is_person_word(&self, at: usize) -> bool {
        self.names.titles.is(self.text, at, TITLE | NAMELESS | KIN | HONORIFIC)
    }

    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        self.names.titles.is(self.text, at, PRONOUN) || self.is(at, IT)
    }

    /// Whether `’s` or `’` stands at `at`: what is before it owns what follows.
    pub(super) fn owns(&self, at: usize) -> bool {
        let text = self.text;
        let mark = matches!(text.tokens.get(at).map(|token| token.kind), Some(Kind::Mark('’' | '\'')));
        mark && !text.tokens[at].spaced
            && (text.norm(at + 1) == "s" && !text.tokens[at + 1].spaced
                || text.norm(at.saturating_sub(1)).ends_with('s')
                    && text.word(at + 1).is_some()
                    && text.tokens[at + 1].spaced)
    }

    /// The group that begins at `at`, no further than `end`.
    pub(super) fn phrase(&self, at: usize, end: usize) -> Option<Phrase> {
        let text = self.text;
        if at >= end {
            return None;
        }
        if self.is_pronoun(at) {
            return Some(self.with_rest(at..at + 1, end));
        }
        let mut stop = at;
        while stop < end {
            if let Some(mention) = self.names.at(stop) {
                stop = mention.tokens.end.min(end);
                if !self.owns(stop) && !self.goes_on(stop, end) {
                    break;
                }
                continue;
            }
            let joins = match text.tokens[stop].kind {
                Kind::Mark('-' | '&' | '/') => true,
                Kind::Mark('’' | '\'') => !text.tokens[stop].spaced,
                Kind::Mark('.') => {
                    stop > at
                        && stop + 1 < end
                        && (text.norm(stop - 1).len() <= 4 && text.tokens[stop - 1].is_capital())
                }
                Kind::Mark('$' | '%') | Kind::Digits => true,
                Kind::Mark(_) | Kind::LineEnd => false,
                Kind::Word(_) => self.belongs(at, stop, end),
            };
            if !joins {
                break;
            }
            stop += 1;
        }
        while stop > at && matches!(text.tokens[stop - 1].kind, Kind::Mark(_)) && !self.owns(stop - 1) {
            stop -= 1;
        }
        (stop > at).then(|| self.with_rest(at..stop, end))
    }

    /// Whether a noun follows to which a name or a word for a person before it belongs: `Tokayev spokesman`.
    fn goes_on(&self, at: usize, end: usize) -> bool {
        at < end
            && (self.is_person_word(at)
                || self.is_person_plural(at)
                || self.names.is_body(self.text, at)
                || self.text.is(at, '-') && !self.text.tokens[at].spaced)
    }

    /// Whether a word belongs to the group that began at `first`.
    fn belongs(&self, first: usize, at: usize, end: usize) -> bool {
        let text = self.text;
        if at == first {
            return !self.is(at, PREPOSITION | AUXILIARY | CLAUSE | RELATIVE);
        }
        let before = at - 1;
        let opened = self.is(before, OPENS);
        let tied = text.is(before, '-') && !text.tokens[at].spaced
            || self.owns(before)
            || text.norm(before) == "s" && self.owns(before.saturating_sub(1));
        if self.is(at, AND) {
            return text.norm(at) == "and"
                && at + 1 < end
                && text.tokens[before].is_capital()
                && text.tokens[at + 1].is_capital()
                && self.names.at(at + 1).is_none();
        }
        if self.is(at, PREPOSITION | AUXILIARY | CLAUSE | RELATIVE | THE | IT) && !tied || self.is_pronoun(at) {
            return false;
        }
        if opened || tied || text.norm(before) == "s" {
            return true;
        }
        if self.says(at) || self.is(at, OWN | A | ADVERB) {
            return false;
        }
        let known = self.text.lexicon.speakers.is_human(text.norm(before))
            || self.text.lexicon.names.gender_of_word(text.norm(before)).is_some();
        if self.is_person_word(before)
            || self.is_person_plural(before)
            || known
            || self.names.is_body(text, before) && !text.tokens[before].is_capital()
        {
            return text.tokens[at].is_capital() || self.goes_on(at, end);
        }
        let capital = text.tokens[at].is_capital();
        // A name alone; but `Human rights group`, where only the sentence gives the capital, and `White House press secretary`.
        if text.tokens[before].is_capital() && !capital && (before > first || self.called.is_proper(text, first)) {
            let plain = |at: &usize| text.word(*at).is_some() && !self.says(*at) && !self.is(*at, !0);
            return self.goes_on(at, end)
                || self.is_document(at)
                || (at..end.min(at + 3)).take_while(plain).any(|at| self.goes_on(at, end));
        }
        capital || !self.is(at, PARTICIPLE)
    }

    /// `inspectors`: a word for people.
    pub(super) fn is_person_plural(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        let singular = norm.strip_suffix('s').unwrap_or(norm);
        norm == "people" || norm.ends_with('s') && self.text.lexicon.speakers.is_title(singular)
    }

    /// Whether a noun names something written: `report`.
    pub(super) fn is_document(&self, at: usize) -> bool {
        self.text.lexicon.speakers.is_document(self.text.norm(at))
    }

    fn with_rest(&self, core: Range<usize>, end: usize) -> Phrase {
        let text = self.text;
        let mut stop = core.end;
        if stop < end && text.is(stop, '(') {
            stop = (stop..end.min(stop + 8)).find(|at| text.is(*at, ')')).map_or(stop, |close| close + 1);
        }
        let rest = if stop < end && self.is(stop, PREPOSITION) {
            let last = (stop..end).find(|at| {
                self.says(*at)
                    || self.is(*at, AUXILIARY | RELATIVE | CLAUSE)
                    || matches!(text.tokens[*at].kind, Kind::Mark(',' | '“' | '"' | ':' | ';'))
            });
            stop..last.unwrap_or(end)
        } else {
            stop..stop
        };
        let comma = rest.end;
        let apposition = (comma < end && text.is(comma, ',')).then(|| {
            let next = (comma + 1..end).find(|at| text.is(*at, ',')).unwrap_or(end);
            comma + 1..next
        });
        Phrase { core, rest, apposition: apposition.filter(|range| !range.is_empty()) }
    }
}
