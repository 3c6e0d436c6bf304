//! The words that say who speaks: where they begin beside a quotation, and how far they go.

use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::{Case, Kind};
use super::cues::{Cues, PARTICLE, SAYING, SAYS, VERB};
use super::marks::is_quotation;
use super::verbs;
use crate::article::Language::{En, Kk, Ru};

/// A clause such as `сказал он`, without the marks around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) range: Range<usize>,
    /// The first token after it and after the marks that follow it.
    pub(super) next: usize,
    /// Whether a dash or an opening mark after it says that the speech goes on.
    pub(super) resumes: bool,
    /// Whether its verb is known by its form and place only.
    pub(super) guessed: bool,
}

/// A clause has no more tokens than this.
const LONGEST: usize = 80;

/// The clause after a closing mark; `at` is the first token after it, `inner_end` the last token inside.
pub(super) fn after_marks(text: &Text, cues: &Cues, inner_end: usize, at: usize, end: usize) -> Option<Clause> {
    // `“They say, ‘It rains,’” she added`: of two marks the comma stands before the first.
    let nested = inner_end > 0 && text.language == En && matches!(text.tokens[inner_end].kind, Kind::Mark('’' | '\''));
    let inside = match text.tokens[inner_end - usize::from(nested)].kind {
        Kind::Mark(mark) => mark,
        _ => ' ',
    };
    let mut from = at;
    let mut outside = ' ';
    while from < end && from < at + 3 && matches!(text.tokens[from].kind, Kind::Mark(',' | '.' | '!' | '?' | '…')) {
        if let Kind::Mark(mark) = text.tokens[from].kind {
            outside = mark;
        }
        from += 1;
    }
    let dash = from < end && is_dash(text, from);
    if dash {
        from += 1;
    }
    let first = text.tokens.get(from).filter(|_| from < end)?;
    let (after_stop, parted) = (outside == '.' && !dash, outside != ' ' || inside == ',' || dash);
    let reach = match text.language {
        _ if dash => 16,
        Ru if after_stop => 0,
        Ru if parted || matches!(inside, '.' | '!' | '?' | '…') => 3,
        Ru => 0,
        // Right after the marks a particle must stand: `«…» деп бағалады`.
        Kk if after_stop => 0,
        Kk if parted => 4,
        Kk => 1,
        En if after_stop || outside == ' ' && !matches!(inside, ',' | '!' | '?' | '.' | '…' | '-' | '—') => 0,
        En if inside == '.' => 0,
        // `Ann Lee, who has kept the museum since her father left it in 1998, said`
        En if first.is_capital() && (from + 1..end.min(from + 9)).any(|at| text.is(at, ',')) => 40,
        En => 14,
    };
    let mut clause = clause(text, from, end);
    // After a full stop inside the marks a new sentence may follow: `«Да.» Он сказал`.
    if !dash && !parted && matches!(inside, '.' | '…') && first.case != Case::Small {
        return None;
    }
    let particle = |at: usize| cues.is(text, at, PARTICLE);
    // `«…», — по словам Белова.`
    let words = text.language == Ru && dash && text.norm(from) == "по" && cues.is(text, from + 1, SAYING);
    let verb = first_verb(text, cues, clause.range.clone(), reach).or(words.then_some(from + 1)).or_else(|| {
        // Any verb after a comma and a dash: `…», — пригласила гостей директор`; `…,” she beamed`.
        let joined = match text.language {
            En => inside == ',' || matches!(inside, '!' | '?') && first.case == Case::Small,
            _ => dash && (outside == ',' || matches!(inside, '!' | '?' | '…') && first.case == Case::Small),
        };
        let verb = joined.then(|| verbs::by_form(text, clause.range.clone())).flatten();
        clause.guessed = verb.is_some();
        verb
    })?;
    if text.language == Kk && !parted && !dash && !particle(verb) {
        return None;
    }
    (!is_own(text, from)).then_some(clause)
}

/// A name alone after a quotation: `«…». Ерлан Мәжитов, кардиохирург`, `«…», – Иван Петров.`
pub(super) fn name_after_marks(text: &Text, cues: &Cues, at: usize, end: usize) -> Option<Clause> {
    let mut from = at;
    while from < end && matches!(text.tokens[from].kind, Kind::Mark(',' | '.' | '—' | '–' | '-' | '(')) {
        from += 1;
    }
    let words = end.checked_sub(from).filter(|count| (1..=14).contains(count))?;
    let clause = clause(text, from, end);
    let whole = clause.next >= end;
    let two = (from..from + words.min(2)).all(|at| text.tokens[at].is_capital() || text.is(at, '.'));
    let bare = first_verb(text, cues, from..end, 16).is_none();
    (from > at && whole && two && bare && words >= 2).then_some(clause)
}

/// The clause that a dash inside a quotation begins: `…, – говорит Тэплин. – …`.
pub(super) fn at_dash(text: &Text, cues: &Cues, dash: usize, end: usize) -> Option<Clause> {
    let before = dash.checked_sub(1)?;
    let parted = match text.tokens[before].kind {
        Kind::Mark(mark) => matches!(mark, ',' | '.' | '!' | '?' | '…') || is_quotation(mark),
        _ => false,
    };
    if !parted || !is_dash(text, dash) || dash + 1 >= end {
        return None;
    }
    let reach = match text.language {
        Ru => 4,
        Kk => 3,
        En => 9,
    };
    let mut clause = clause(text, dash + 1, end);
    if first_verb(text, cues, clause.range.clone(), reach).is_none() {
        // Inside speech a dash may stand before any verb: `то, что есть, — пропадёт`.
        let whole = clause.resumes || clause.next >= end;
        let verb = (text.language == Ru && whole).then(|| verbs::by_form(text, clause.range.clone())).flatten()?;
        let named = |at: usize| text.tokens[at].is_capital() || matches!(text.norm(at), "он" | "она" | "они");
        if verb != dash + 1 || !(verb + 1..clause.range.end.min(verb + 5)).any(named) {
            return None;
        }
        clause.guessed = true;
    }
    (!is_own(text, dash + 1)).then_some(clause)
}

/// The clause that ends a sentence after a comma: `…, the President said.`
pub(super) fn at_comma(text: &Text, cues: &Cues, sentence: Range<usize>) -> Option<Clause> {
    let from = sentence.end.saturating_sub(16).max(sentence.start);
    let comma = (from..sentence.end).rev().find(|at| text.is(*at, ','))?;
    let clause = clause(text, comma + 1, sentence.end);
    let verb = first_verb(text, cues, clause.range.clone(), 8)?;
    // The subject and the verb, and little else.
    let subject = text.tokens[comma + 1].is_capital()
        || matches!(text.norm(comma + 1), "the" | "he" | "she" | "they" | "a" | "an" | "his" | "her" | "said");
    (subject && clause.range.end - verb <= 5 && !is_own(text, comma + 1)).then_some(clause)
}

/// From `from` to the end of its sentence, to a colon or to where speech goes on.
fn clause(text: &Text, from: usize, end: usize) -> Clause {
    let sentence = text.sentence_of(from).map_or(end, |number| text.sentences[number].end).min(end);
    let limit = sentence.min(from + LONGEST);
    let mut at = from;
    let mut inside = false;
    while at < limit {
        match text.tokens[at].kind {
            Kind::Mark(':') => break,
            // `…. – «` resumes it after a full stop.
            Kind::Mark('.')
                if at + 2 < end
                    && is_dash(text, at + 1)
                    && matches!(text.tokens[at + 2].kind, Kind::Mark('«' | '“' | '„' | '"'))
                    && !inside =>
            {
                break;
            }
            // `…, – ` and `…, “` resume the speech.
            Kind::Mark(',') if at + 1 < end => {
                if is_dash(text, at + 1) && text.tokens.get(at + 2).is_some_and(|next| next.spaced) && !inside {
                    break;
                }
                if text.language == En && matches!(text.tokens[at + 1].kind, Kind::Mark('“' | '"' | '«')) && !inside
                {
                    break;
                }
            }
            Kind::Mark('«' | '„') => inside = true,
            Kind::Mark('»') => inside = false,
            _ => {}
        }
        at += 1;
    }
    let mut stop = at;
    while stop > from && matches!(text.tokens[stop - 1].kind, Kind::Mark('.' | '!' | '?' | '…' | ',' | '»' | '"' | '”'))
    {
        // A closing mark belongs to the name that it ends: `собеседник «Коммерсанта».`
        if matches!(text.tokens[stop - 1].kind, Kind::Mark('»' | '"' | '”')) {
            break;
        }
        stop -= 1;
    }
    let mut next = at;
    while next < end && matches!(text.tokens[next].kind, Kind::Mark(',' | '.' | ':' | '!' | '?' | '…')) {
        next += 1;
    }
    let dash = next < end && is_dash(text, next);
    let mark = next < end && matches!(text.tokens[next].kind, Kind::Mark('«' | '“' | '„' | '"' | '‘'));
    Clause { range: from..stop, next: if dash { next + 1 } else { next }, resumes: dash || mark, guessed: false }
}

/// The first word that brings speech, within so many words.
pub(super) fn first_verb(text: &Text, cues: &Cues, range: Range<usize>, reach: usize) -> Option<usize> {
    let words = range.filter(|at| text.word(*at).is_some());
    words.take(reach).find(|at| cues.is(text, *at, VERB))
}

/// Whether the words are the speaker's own: `— говорю я вам`.
fn is_own(text: &Text, from: usize) -> bool {
    matches!(text.norm(from), "я" | "мы" | "мен" | "біз" | "i" | "we")
}

/// Whether a dash stands at `at`.
pub(super) fn is_dash(text: &Text, at: usize) -> bool {
    matches!(text.tokens[at].kind, Kind::Mark('—' | '–' | '-' | '―' | '−'))
}

/// Whether a word that somebody says something stands before `at`, in its sentence.
pub(super) fn speaks_before(text: &Text, cues: &Cues, sentence: usize, at: usize) -> bool {
    let start = text.sentences[sentence].start.max(at.saturating_sub(LONGEST));
    (start..at).any(|before| cues.is(text, before, SAYS | SAYING | super::cues::WRITTEN))
}
