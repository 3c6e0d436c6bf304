//! Bodies: ministries, courts, papers, and how far their names go.

use std::ops::Range;

use super::super::quotes::{Cues, SAYING, SAYS, WRITTEN};
use super::super::speakers::TITLE;
use super::super::text::Text;
use super::super::tokens::{Case, Kind, Token};
use super::Names;
use super::cases::{NOMINATIVE, written};
use super::english::is_preposition;
use super::known::{FIRM, PLACE};
use super::roles::adjective;
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
        if names.is_body(text, at) || text.language == En && is_firm(text, names, at) {
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
        Ru => Some(russian(text, cues, names, head, low, end, kind)),
        En => english(text, names, head, low, end, kind),
        Kk => kazakh(text, names, head, low, end),
    }
}

fn russian(text: &Text, cues: &Cues, names: &Names, head: usize, low: usize, end: usize, kind: String) -> Body {
    let mut first = head;
    while first > low {
        let word = first - 1;
        let norm = text.norm(word);
        let hyphen = text.is(word, '-') || text.is(first, '-');
        let endings = [
            "ый", "ий", "ой", "ая", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом", "ую", "ые", "ие", "ых",
            "их",
        ];
        // `в справке, распространённой ведомством`: what does not agree belongs to something else.
        let foreign =
            kind.ends_with(['о', 'е']) && ["ой", "ая", "ую", "ый"].iter().any(|ending| norm.ends_with(ending));
        let adjective = endings.iter().any(|ending| norm.ends_with(ending)) && norm.chars().count() > 4 && !foreign;
        if hyphen
            || adjective
                && !cues.is(text, word, SAYING)
                && !matches!(norm, "который" | "которой" | "своем" | "своей" | "этом" | "официальном" | "официальный")
        {
            first = word;
        } else {
            break;
        }
    }
    let mut stop = head + 1;
    let mut inside = false;
    while stop < end {
        let norm = text.norm(stop);
        let token = text.tokens[stop];
        let goes_on = match token.kind {
            Kind::Mark('«' | '"' | '“') if !inside && token.spaced => {
                inside = true;
                true
            }
            Kind::Mark('»' | '"' | '”') if inside => {
                inside = false;
                true
            }
            Kind::Mark('-') => !token.spaced,
            Kind::Mark(',') => text.norm(stop + 2) == "и" || inside,
            Kind::Mark(_) | Kind::LineEnd => false,
            Kind::Digits => inside,
            Kind::Word(_) if inside => true,
            // `генсек ООН Пан Ги Мун`
            Kind::Word(_)
                if names.at(stop).is_some_and(|name| name.cases & NOMINATIVE != 0 && name.tokens.len() > 1) =>
            {
                false
            }
            Kind::Word(_) => {
                let genitive = ["а", "я", "ы", "и", "ого", "его", "ой", "ей", "ых", "их", "ов", "ев", "ам", "ям"];
                let fits = token.is_capital()
                    || genitive.iter().any(|ending| norm.ends_with(ending)) && norm.chars().count() > 2;
                let joins = norm == "и" && text.word(stop + 1).is_some()
                    || norm == "по"
                        && matches!(
                            text.norm(stop + 1),
                            "делам" | "вопросам" | "правам" | "борьбе" | "защите" | "чрезвычайным"
                        )
                    || norm == "по" && text.tokens.get(stop + 1).is_some_and(super::super::tokens::Token::is_capital);
                let verb = cues.is(text, stop, SAYS | WRITTEN)
                    || ["ли", "ла", "ся", "ало", "ана", "ены", "ена", "аны"]
                        .iter()
                        .any(|ending| norm.ends_with(ending))
                        && token.case == Case::Small;
                let listed = matches!(text.norm(stop - 1), "и") || text.is(stop - 1, ',');
                (fits || joins || listed) && !verb && (norm.chars().count() > 1 || joins)
            }
        };
        if !goes_on {
            break;
        }
        stop += 1;
    }
    while stop > head + 1 && (matches!(text.norm(stop - 1), "и" | "по") || text.is(stop - 1, ',')) {
        stop -= 1;
    }
    let form = text.slice(head..head + 1);
    let mut name = String::new();
    for at in first..stop {
        if at > first && text.tokens[at].spaced {
            name.push(' ');
        }
        let here = text.slice(at..at + 1);
        if at == head {
            name += &written(form, text.norm(head), &kind);
        } else if at < head && text.word(at).is_some() {
            name += &agreeing(here, &kind);
        } else {
            name += here;
        }
    }
    Body { tokens: first..stop, kind, name }
}

/// A Russian adjective as it stands beside the nominative of a kind of body.
fn agreeing(form: &str, kind: &str) -> String {
    if kind == "сми" {
        let stem = form.strip_suffix("их").or(form.strip_suffix("ых")).or(form.strip_suffix("ими"));
        return stem.map_or_else(
            || form.to_owned(),
            |stem| format!("{stem}{}", if form.contains("ых") { "ые" } else { "ие" }),
        );
    }
    let neuter = kind.ends_with(['о', 'е']);
    let oblique =
        ["ого", "ому", "ым", "ом", "его", "ему", "им", "ем"].iter().find_map(|ending| form.strip_suffix(ending));
    match oblique.filter(|stem| stem.chars().count() > 3) {
        Some(stem) if neuter => format!("{stem}ое"),
        _ => adjective(form, kind.ends_with(['а', 'я'])),
    }
}

/// Whether a word is the last of a name of a firm: `Otter Press`, `World Food Programme (WFP)`.
fn is_firm(text: &Text, names: &Names, at: usize) -> bool {
    let capital = |at: usize| text.tokens.get(at).is_some_and(Token::is_capital);
    let follows = at > 0 && capital(at - 1) && names.at(at - 1).is_none();
    let word = names.traits_at(text, at) & FIRM != 0 && (capital(at) || follows);
    let short = text.is(at + 1, '(') && text.is(at + 3, ')') && text.tokens[at + 2].case == Case::Capitals;
    names.at(at).is_none() && capital(at) && (short || word && (follows || capital(at + 1)))
        || word && follows && text.sentence_of(at) == text.sentence_of(at - 1)
}

fn english(text: &Text, names: &Names, head: usize, low: usize, end: usize, kind: String) -> Option<Body> {
    let capital = |at: usize| text.tokens[at].is_capital();
    let small = |at: usize| text.norm(at);
    let foreign = |at: usize| {
        is_preposition(small(at)) && !(capital(at) && at > low && capital(at - 1))
            || matches!(
                small(at),
                "the"
                    | "a"
                    | "an"
                    | "but"
                    | "meanwhile"
                    | "however"
                    | "this"
                    | "that"
                    | "its"
                    | "his"
                    | "her"
                    | "their"
                    | "when"
                    | "while"
            )
            || is_day(small(at))
    };
    let mut first = head;
    if capital(head) || names.traits_at(text, head) & FIRM != 0 {
        while first > low {
            let word = first - 1;
            let joins = matches!(text.tokens[word].kind, Kind::Mark('’' | '\'' | '-' | '&'))
                && (!text.tokens[word].spaced || text.is(word, '&'))
                || matches!(small(word), "and" | "for" | "of")
                    && word > low
                    && capital(word - 1)
                    && first < head
                    && !foreign(word - 1);
            let own = small(word) == "s" && word > low && matches!(text.tokens[word - 1].kind, Kind::Mark('’' | '\''));
            // `Kazakhstan’s National Bank`
            let placed = own && word >= 2 && names.traits_at(text, word - 2) & PLACE != 0 && capital(first);
            if placed || names.at(word).is_some() && !own || !(capital(word) && !foreign(word) || joins || own) {
                break;
            }
            first = word;
        }
        while first < head && !capital(first) {
            first += 1;
        }
    }
    // the mayor’s office
    if !capital(head) && head >= low + 3 && small(head - 1) == "s" && text.word(head - 3).is_some() {
        first = head - 3;
    } else if !capital(head) && first == head {
        // the city council, the industry ministry
        let plain = |at: usize| text.word(at).is_some() && !foreign(at) && names.at(at).is_none();
        let noun = |at: usize| {
            text.lexicon.names.body(small(at)).is_none() && !is_function(small(at)) && !small(at).ends_with("ed")
        };
        if head > low + 1 && plain(head - 1) && noun(head - 1) && matches!(small(head - 2), "the" | "s") {
            first = head - 1;
        }
    }
    let mut stop = head + 1;
    let goes_on = |at: usize| {
        at < end && capital(at) && names.at(at).is_none() && !is_day(small(at)) && !names.titles.is(text, at, TITLE)
    };
    let legal = |at: usize| at < end && matches!(small(at), "plc" | "ltd" | "inc" | "llc" | "gmbh" | "jsc" | "corp");
    while capital(first) && (goes_on(stop) || legal(stop)) {
        stop += 1;
    }
    while stop + 1 < end && matches!(small(stop), "of" | "for" | "and" | "on") {
        let next = if small(stop + 1) == "the" { stop + 2 } else { stop + 1 };
        if !goes_on(next) {
            break;
        }
        stop = next + 1;
        while goes_on(stop) {
            stop += 1;
        }
    }
    let tokens = first..stop;
    Some(Body { name: super::roles::clean(text, &tokens), tokens, kind })
}

/// Days and months: `said on Monday`.
fn is_day(norm: &str) -> bool {
    let Some(start) = norm.get(..3) else { return false };
    norm.ends_with("day") && matches!(start, "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")
        || matches!(
            norm,
            "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
        )
}

/// Words that stand before a body and are none of its name.
fn is_function(norm: &str) -> bool {
    matches!(
        norm,
        "and"
            | "or"
            | "same"
            | "other"
            | "new"
            | "whole"
            | "entire"
            | "former"
            | "first"
            | "second"
            | "last"
            | "next"
            | "own"
            | "only"
            | "said"
            | "says"
    )
}

fn kazakh(text: &Text, names: &Names, head: usize, low: usize, end: usize) -> Option<Body> {
    // Of several heads the last counts: `министрлігінің баспасөз қызметі`.
    let mut last = head;
    while last + 1 < end
        && (names.is_body(text, last + 1)
            || last + 2 < end && text.norm(last + 1) == "баспасөз" && names.is_body(text, last + 2)
            || last + 2 < end
                && names.is_body(text, last + 2)
                && text.tokens[last + 1].case == Case::Small
                && text.word(last + 1).is_some()
                && text.norm(last).ends_with(['ң']))
    {
        last += 1;
    }
    let kind = text.lexicon.names.body(text.norm(last))?.to_owned();
    let mut first = head;
    while first > low {
        let word = first - 1;
        let norm = text.norm(word);
        let quote = matches!(text.tokens[word].kind, Kind::Mark('»' | '«' | '"' | '-'));
        if !quote && (text.word(word).is_none() || super::roles::ends_kazakh(norm, text.tokens[word].case)) {
            break;
        }
        first = word;
    }
    while first < head && matches!(text.tokens[first].kind, Kind::Mark('»' | '-')) {
        first += 1;
    }
    let tokens = first..last + 1;
    let mut name = if last > first { format!("{} ", super::roles::clean(text, &(first..last))) } else { String::new() };
    if !text.tokens[last].spaced {
        name.truncate(name.trim_end().len());
    }
    name += &written(text.slice(last..last + 1), text.norm(last), &kind);
    Some(Body { tokens, kind, name })
}
