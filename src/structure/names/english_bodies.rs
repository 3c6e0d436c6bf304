//! English names of bodies: how far they go to both sides of their kind.

use std::ops::Range;

use super::super::speakers::TITLE;
use super::super::text::Text;
use super::super::tokens::{Case, Kind, Token};
use super::Names;
use super::bodies::Body;
use super::english::{is_people, is_preposition};
use super::known::{FIRM, PLACE};

/// Whether a word is the last of a name of a firm: `Otter Press`, `World Food Programme (WFP)`.
pub(super) fn is_firm(text: &Text, names: &Names, at: usize) -> bool {
    let capital = |at: usize| text.tokens.get(at).is_some_and(Token::is_capital);
    let follows = at > 0 && capital(at - 1) && names.at(at - 1).is_none();
    let word = names.traits_at(text, at) & FIRM != 0 && (capital(at) || follows);
    // `United States` is no firm, `Leeds United` is a club.
    let word = word
        && !(matches!(text.norm(at), "united" | "international" | "news")
            && capital(at + 1)
            && names.traits_at(text, at + 1) & FIRM == 0);
    if capital(at) && names.at(at).is_none() && is_society(text, names, at) {
        return true;
    }
    let short = text.is(at + 1, '(') && text.is(at + 3, ')') && text.tokens[at + 2].case == Case::Capitals;
    names.at(at).is_none() && capital(at) && (short || word && (follows || capital(at + 1)))
        || word && follows && text.sentence_of(at) == text.sentence_of(at - 1)
}

/// Whether a word with a capital inside a sentence begins a name such as `Friends of Dover Lido`,
/// `Society for the Protection of Birds`.
fn is_society(text: &Text, names: &Names, at: usize) -> bool {
    let kind = names.traits_at(text, at) & FIRM != 0 || is_people(text, at);
    let starts = text.sentence_of(at).is_none_or(|number| text.sentences[number].start == at);
    let joins = matches!(text.norm(at + 1), "of" | "for" | "against");
    let next = at + 2 + usize::from(text.norm(at + 2) == "the");
    kind && !starts
        && joins
        && names.at(next).is_none()
        && text.tokens.get(next).is_some_and(Token::is_capital)
        && text.sentence_of(next) == text.sentence_of(at)
}

/// The body whose kind stands at `head`, its words from `low` to `end`.
pub(super) fn body(text: &Text, names: &Names, head: usize, low: usize, end: usize, kind: String) -> Option<Body> {
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
    // `Bureau Sums Up the Year`: where all words have capitals they say nothing.
    let headline = in_headline(text, head);
    let goes_on = |at: usize| {
        at < end && capital(at) && names.at(at).is_none() && !is_day(small(at)) && !names.titles.is(text, at, TITLE)
    };
    let legal = |at: usize| at < end && matches!(small(at), "plc" | "ltd" | "inc" | "llc" | "gmbh" | "jsc" | "corp");
    // `High-Energy`
    let hyphen =
        |at: usize| at + 1 < end && text.is(at, '-') && !text.tokens[at + 1].spaced && text.tokens[at + 1].is_capital();
    let whole = |mut at: usize| {
        while at < end && (goes_on(at) || legal(at) || hyphen(at) && goes_on(at - 1)) {
            at += 1;
        }
        at
    };
    if capital(first) && !headline {
        stop = whole(stop);
    }
    while stop + 1 < end && matches!(small(stop), "of" | "for" | "and" | "on" | "against") {
        let next = if small(stop + 1) == "the" { stop + 2 } else { stop + 1 };
        // `White House and Pentagon` are two, `Ministry of Culture and Information` is one.
        let two = small(stop) == "and" && (stop == head + 1 || names.is_body(text, next));
        if two || !goes_on(next) {
            break;
        }
        stop = whole(next + 1);
    }
    let tokens = first..stop;
    Some(Body { name: super::roles::clean(text, &tokens), tokens, kind })
}

/// Whether all long words of the first paragraph, in which a word stands, have capitals.
fn in_headline(text: &Text, at: usize) -> bool {
    text.paragraphs.first().is_some_and(|first| first.contains(&at) && is_title_case(text, first))
}

/// Whether all long words of a paragraph have capitals.
pub(in crate::structure) fn is_title_case(text: &Text, paragraph: &Range<usize>) -> bool {
    let long = |at: &usize| text.word(*at).is_some() && text.tokens[*at].end - text.tokens[*at].start > 4;
    let stopped = text.tokens[paragraph.end - 1].kind == Kind::Mark('.') || text.is(paragraph.end - 1, '”');
    paragraph.len() <= 40 && !stopped && paragraph.clone().filter(long).all(|at| text.tokens[at].is_capital())
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
