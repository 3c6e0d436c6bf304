//! Bodies: ministries, courts, papers, and how far their names go.

use std::ops::Range;

use super::super::quotes::{Cues, SAYING, VERB};
use super::super::text::Text;
use super::super::tokens::{Case, Kind};
use super::Names;
use super::cases::written;
use crate::article::Language::{En, Kk, Ru};

/// A body as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::structure) struct Body {
    pub(in crate::structure) tokens: Range<usize>,
    /// What kind of body it is, in the nominative.
    pub(in crate::structure) kind: String,
    /// Its name as here, in the nominative.
    pub(in crate::structure) name: String,
}

/// A name of a body has no more tokens than this.
const LONGEST: usize = 16;

/// Every body that a text names, in order.
pub(in crate::structure) fn bodies(text: &Text, cues: &Cues, names: &Names) -> Vec<Body> {
    let mut found: Vec<Body> = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        if text.language == Ru
            && let Some(house) = super::russian_bodies::house(text, at)
        {
            at = house.tokens.end;
            found.push(house);
            continue;
        }
        // `ақ халатты` is no company.
        let white = text.language == Kk && text.norm(at) == "ақ" && text.tokens[at].case != Case::Capitals;
        if names.is_body(text, at) && !white || text.language == En && super::english_bodies::is_firm(text, names, at) {
            let low = found.last().map_or(0, |body| body.tokens.end);
            if let Some(body) = body(text, cues, names, at, low) {
                at = body.tokens.end.max(at + 1);
                found.push(body);
                continue;
            }
        }
        at += 1;
    }
    found
}

/// The body whose kind stands at `head`, its words from `low` on.
pub(in crate::structure) fn body(text: &Text, cues: &Cues, names: &Names, head: usize, low: usize) -> Option<Body> {
    let sentence = &text.sentences[text.sentence_of(head)?];
    let low = low.max(sentence.start).max(head.saturating_sub(LONGEST));
    let end = sentence.end.min(head + LONGEST);
    let kind = match text.lexicon.names.body(text.norm(head)) {
        Some(kind) => kind.to_owned(),
        None if text.language == En => "company".to_owned(),
        None => return None,
    };
    match text.language {
        Ru => Some(super::russian_bodies::body(text, cues, names, head, low, end, &kind)),
        En => super::english_bodies::body(text, names, head, low, end, kind),
        Kk => kazakh(text, cues, names, head, low, end),
    }
}

fn kazakh(text: &Text, cues: &Cues, names: &Names, head: usize, low: usize, end: usize) -> Option<Body> {
    // Of several heads the last counts: `министрлігінің баспасөз қызметі`.
    let mut last = head;
    while last + 1 < end
        && (names.is_body(text, last + 1) && is_part(text, last + 1)
            || last + 2 < end && text.norm(last + 1) == "баспасөз" && names.is_body(text, last + 2)
            || last + 2 < end
                && names.is_body(text, last + 2)
                && is_part(text, last + 2)
                && text.tokens[last + 1].case == Case::Small
                && text.word(last + 1).is_some()
                && text.norm(last).ends_with(['ң']))
    {
        last += 1;
    }
    // `«Отау банк» АҚ`: what a firm is by law stands after the marks.
    let closed = |at: usize| matches!(text.tokens[at].kind, Kind::Mark('»' | '”' | '"'));
    let legal = last + 2 < end
        && closed(last + 1)
        && text.tokens[last + 2].case == Case::Capitals
        && names.is_body(text, last + 2);
    let own = text.lexicon.names.body(text.norm(last))?;
    let is_owned = text.lexicon.names.body(text.norm(head)).is_some_and(|kind| kind.ends_with(['ы', 'і']));
    let mut first = head;
    while first > low {
        let word = first - 1;
        let norm = text.norm(word);
        let quote = matches!(text.tokens[word].kind, Kind::Mark('»' | '«' | '"' | '-'));
        // `деді компания басқармасы`
        let verb = cues.is(text, word, VERB) && !cues.is(text, word, SAYING);
        // `Оны тұрғындар зауыт салынған соң көрді`: only what is somebody's has others in its name.
        let many = !is_owned && crate::kazakh::PLURAL.iter().any(|plural| norm.ends_with(plural));
        // `Омаров Үкіметтің отырысын ашты`; but `Абай Құнанбаев университеті`.
        let person = names.at(word).is_some_and(|mention| !is_owned || mention.tokens.end < head);
        let named_after = names.at(word).is_some_and(|mention| text.norm(mention.tokens.end) == "атындағы");
        if !quote
            && (verb
                || many
                || person && !named_after
                || text.word(word).is_none()
                || super::roles::ends_kazakh(norm, text.tokens[word].case))
        {
            break;
        }
        first = word;
    }
    while first < head && matches!(text.tokens[first].kind, Kind::Mark('»' | '-')) {
        first += 1;
    }
    let opened = (first..last).rev().find(|at| matches!(text.tokens[*at].kind, Kind::Mark('«' | '“' | '"')));
    if let Some(opened) = opened.filter(|_| legal) {
        let tokens = opened..last + 3;
        return Some(Body { name: super::roles::clean(text, &tokens), tokens, kind: own.to_owned() });
    }
    let tokens = first..last + 1;
    let mut name = if last > first { format!("{} ", super::roles::clean(text, &(first..last))) } else { String::new() };
    if !text.tokens[last].spaced {
        name.truncate(name.trim_end().len());
    }
    name += &written(text.slice(last..last + 1), text.norm(last), own);
    // `министрлігі` is a `министрлік`.
    let bare =
        crate::kazakh::split(own, |stem| text.lexicon.names.body(stem).filter(|bare| *bare == stem && stem != own));
    let kind = bare.map_or(own, |(bare, _)| bare).to_owned();
    Some(Body { tokens, kind, name })
}

/// Whether a kind of body belongs to the one before it: `министрліктің департаменті`, and not `министрлік редакцияға`.
fn is_part(text: &Text, at: usize) -> bool {
    let kind = text.lexicon.names.body(text.norm(at));
    text.tokens[at].is_capital() || kind.is_some_and(|kind| kind.ends_with(['ы', 'і']))
}
