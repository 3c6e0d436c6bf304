//! What English words around a name tell: that it names a person, what the person is, whether a man or a woman.

use std::collections::HashSet;
use std::ops::Range;

use serde::Deserialize;

use super::super::speakers::{HONORIFIC, KIN, NAMELESS, OFFICE, TITLE};
use super::super::text::Text;
use super::super::tokens::{Case, Kind, Token, WordId};
use super::cases::Gender;
use super::find::{Found, Look, Unit};
use super::known::{BODY, FIRM, GIVEN, OTHER, SURNAME};
use super::roles::{Role, clean};
use super::{Names, Titles};
use crate::article::Language::{En, Kk, Ru};

/// What tells an English name of a man from one of a woman.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Genders {
    /// Words for men, before a name and elsewhere: `mr`, `grandfather`.
    men: String,
    women: String,
    /// Endings of surnames.
    men_surnames: String,
    women_surnames: String,
    /// Endings of given names that no list has.
    men_given: String,
    women_given: String,
}

impl Genders {
    /// Whom a word means: `Mr`, `grandmother`, `chairwoman`.
    pub(super) fn of_word(&self, norm: &str) -> Option<Gender> {
        // No men: words that only end so.
        if matches!(
            norm,
            "human"
                | "german"
                | "roman"
                | "ottoman"
                | "norman"
                | "superhuman"
                | "talisman"
                | "cayman"
                | "oman"
                | "yeoman"
        ) {
            return None;
        }
        let holds = |list: &str| list.split_whitespace().any(|word| word == norm);
        match () {
            () if holds(&self.women) || norm.ends_with("woman") || norm.ends_with("girl") => Some(Gender::Woman),
            () if holds(&self.men) || norm.len() > 4 && (norm.ends_with("man") || norm.ends_with("boy")) => {
                Some(Gender::Man)
            }
            () => None,
        }
    }

    /// Whose a surname is by its ending: `Omarova`.
    pub(super) fn of_surname(&self, norm: &str) -> Option<Gender> {
        ending(norm, &self.men_surnames, &self.women_surnames)
    }

    fn of_given(&self, norm: &str) -> Option<Gender> {
        ending(norm, &self.men_given, &self.women_given)
    }
}

fn ending(norm: &str, men: &str, women: &str) -> Option<Gender> {
    let ends = |list: &str| list.split_whitespace().any(|end| norm.len() > end.len() + 2 && norm.ends_with(end));
    match () {
        () if ends(women) => Some(Gender::Woman),
        () if ends(men) => Some(Gender::Man),
        () => None,
    }
}

/// Surnames that are trades or offices too: `Dr Ann Porter`, `Mrs Cook`, and `Porter` alone after that.
pub(super) fn free_surname(look: &Look, units: &mut [Unit], known: &mut HashSet<WordId>) {
    let text = look.text;
    let Some(last) = units.len().checked_sub(1).filter(|last| units[*last].title) else { return };
    let at = units[last].tokens.start;
    let Some(id) = text.word(at).filter(|_| units[last].tokens.len() == 1 && text.tokens[at].case == Case::Capital)
    else {
        return;
    };
    let polite = |unit: &Unit| matches!(unit.norm.as_str(), "mr" | "mrs" | "ms" | "miss" | "dr");
    let office = look.titles.is(text, at, OFFICE | NAMELESS | KIN | HONORIFIC);
    let free = match last.checked_sub(1).map(|before| &units[before]) {
        None => known.contains(&id) && !is_article(text, at),
        Some(before) if polite(before) => !office,
        Some(before) => {
            let courtesy =
                polite(&units[0]) || courtesy(text, look.titles, units[0].tokens.start) < units[0].tokens.start;
            !before.title && (before.is(GIVEN) || before.initial || courtesy && !office) && !before.is(OTHER)
        }
    };
    if free {
        units[last].title = false;
        known.insert(id);
    }
}

/// Whether an article stands before a word.
fn is_article(text: &Text, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| matches!(text.norm(before), "the" | "a" | "an"))
}

/// Where the words before a name begin that are but a courtesy: `Mr`, `Sen.`; at the name where there are none.
pub(super) fn courtesy(text: &Text, titles: &Titles, start: usize) -> usize {
    let mut first = start;
    loop {
        let stop = usize::from(first > 1 && text.is(first - 1, '.'));
        match (first - stop).checked_sub(1) {
            Some(before) if titles.is(text, before, HONORIFIC) && text.tokens[before].is_capital() => first = before,
            _ => return first,
        }
    }
}

/// Whether the words around say that a run of capitals names a person.
pub(super) fn is_person(text: &Text, titles: &Titles, run: Range<usize>) -> bool {
    if courtesy(text, titles, run.start) < run.start {
        return true;
    }
    // `a schoolboy named Luka`
    if run.start >= 2 && text.norm(run.start - 1) == "named" && titles.is(text, run.start - 2, TITLE | NAMELESS | KIN) {
        return true;
    }
    // Ten-year-old Alikhan
    if run.start >= 2 && text.norm(run.start - 1) == "old" && text.is(run.start - 2, '-') {
        return true;
    }
    let several = run.len() > 1;
    // Ann Lee (61); Ann Lee, 61, of Dover
    let aged = |at: usize| {
        text.tokens.get(at + 1).is_some_and(|next| {
            next.kind == Kind::Digits && text.span(at + 1..at + 2).end - text.span(at + 1..at + 2).start <= 2
        })
    };
    let bracketed = text.is(run.end, '(') && aged(run.end) && text.is(run.end + 2, ')');
    let mut next = run.end;
    if text.is(next, ',') && aged(next) {
        next += 2;
        if text.is(next, ',') || text.is(next, '.') {
            return true;
        }
    }
    // `Ann Lee, who`; `Ann Lee, a potter from Dover`
    let apposed = text.is(next, ',') && several && {
        let after = next + 1;
        matches!(text.norm(after), "who" | "whose")
            || group(text, after).is_some_and(|group| head(text, titles, &group).is_some())
    };
    bracketed || apposed || apposition_before(text, titles, run.start).is_some() && closes(text, run.end)
}

/// Whether an apposition ends at `at`.
fn closes(text: &Text, at: usize) -> bool {
    at >= text.tokens.len()
        || matches!(text.tokens[at].kind, Kind::Mark(',' | '.' | ')' | '—' | '–' | ':') | Kind::LineEnd)
}

/// The words for a person with a name after them, parted by a comma: `Its director, Dr Ann Lee, said`.
fn apposition_before(text: &Text, titles: &Titles, start: usize) -> Option<(Range<usize>, usize)> {
    let start = courtesy(text, titles, start);
    // `The guide, old Petrovich,`
    let aged = start > 0 && matches!(text.norm(start - 1), "old" | "young" | "little");
    let start = start - usize::from(aged);
    let comma = start.checked_sub(1).filter(|comma| text.is(*comma, ','))?;
    let sentence = text.sentences[text.sentence_of(comma)?].start;
    let low = sentence.max(comma.saturating_sub(14));
    let mark = |at: &usize| {
        matches!(text.tokens[*at].kind, Kind::Mark(',' | ':' | ';' | '“' | '"' | '”' | '—' | '–'))
            || matches!(text.norm(*at), "said" | "says" | "and" | "that" | "told")
    };
    let first = (low..comma).rev().find(mark).map_or(low, |mark| mark + 1);
    let owned = |at: usize| {
        matches!(text.norm(at), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our" | "my" | "another" | "one")
    };
    // `Tokayev’s lawyer, Ann Lee`
    let owner = |at: usize| text.tokens[at].is_capital() && (at..comma.min(at + 6)).any(|at| text.norm(at) == "s");
    if first >= comma || !(owned(first) || owner(first)) {
        return None;
    }
    let group = first + usize::from(owned(first))..comma;
    let head = head(text, titles, &group)?;
    Some((group, head))
}

/// The group of a noun that begins at `at`: `a potter from Dover`, up to a comma or a verb.
fn group(text: &Text, at: usize) -> Option<Range<usize>> {
    let sentence = text.sentences[text.sentence_of(at)?].end.min(at + 14);
    let first = at + usize::from(matches!(text.norm(at), "the" | "a" | "an" | "his" | "her" | "its" | "their"));
    let mark = |at: &usize| matches!(text.tokens[*at].kind, Kind::Mark(mark) if !matches!(mark, '-' | '’' | '\''));
    let stop = (first..sentence).find(mark).unwrap_or(sentence);
    (first < stop).then_some(first..stop)
}

/// The word that says what a person is: the last one before what belongs to it, `the school’s head teacher in Dover`.
pub(in crate::structure) fn head(text: &Text, titles: &Titles, group: &Range<usize>) -> Option<usize> {
    let stop = group.clone().find(|at| is_preposition(text.norm(*at)) || text.norm(*at) == "who");
    let core = group.start..stop.unwrap_or(group.end);
    core.rev().find(|at| titles.is(text, *at, TITLE | NAMELESS | KIN))
}

/// Whether an English word is a preposition.
pub(in crate::structure) fn is_preposition(norm: &str) -> bool {
    matches!(
        norm,
        "of" | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "with"
            | "from"
            | "to"
            | "into"
            | "about"
            | "after"
            | "before"
            | "during"
            | "under"
            | "over"
            | "near"
            | "between"
            | "among"
            | "against"
            | "without"
            | "within"
            | "through"
            | "behind"
            | "outside"
            | "inside"
            | "around"
            | "across"
            | "since"
            | "until"
            | "despite"
            | "amid"
            | "following"
            | "beyond"
            | "per"
            | "like"
            | "above"
            | "below"
            | "along"
            | "off"
            | "beside"
            | "alongside"
            | "via"
    )
}

/// Whether a word before a title belongs to somebody else: a name, or what was done.
pub(super) fn ends_title(text: &Text, names: &Names, at: usize) -> bool {
    let small = text.tokens[at].case == Case::Small;
    names.at(at).is_some() || small && text.norm(at).len() > 4 && text.norm(at).ends_with("ed")
}

/// What a person is whose name follows a comma: `The driver, Tom Hill, 58, braked`.
pub(super) fn role_before(text: &Text, titles: &Titles, start: usize, end: usize) -> Option<Role> {
    if !closes(text, end) {
        return None;
    }
    let (tokens, head) = apposition_before(text, titles, start)?;
    Some(Role { name: clean(text, &tokens), tokens, head })
}

/// Whether people are men or women, where their names do not say so.
pub(super) fn tell_genders(text: &Text, names: &mut Names) {
    let Some(genders) = &text.lexicon.names.genders else { return };
    for mention in &names.mentions {
        let first = courtesy(text, &names.titles, mention.tokens.start);
        let told = (first..mention.tokens.start).find_map(|at| genders.of_word(text.norm(at)));
        if let Some(told) = told {
            names.people[mention.person].gender = Some(told);
        }
    }
    for person in &mut names.people {
        let of_role = || person.roles.iter().find_map(|role| genders.of_word(text.norm(role.head)));
        person.gender = person.gender.or_else(of_role).or_else(|| genders.of_given(person.first()));
    }
}

/// Names of two unknown words of which the second alone stands elsewhere: newspapers give a person the whole name once,
/// then the surname, but shorten a firm to its first word.
pub(super) fn named_again<'f>(text: &Text, found: &'f [Found]) -> Vec<&'f Found> {
    let article = |at: usize| is_article(text, at);
    let alone = found.iter().filter(|name| name.lone && !article(name.tokens().start));
    let alone: HashSet<&str> = alone.map(|name| name.units[0].1.norm.as_str()).collect();
    let word = |token: &Token| token.word().filter(|_| token.case == Case::Small);
    let small: HashSet<WordId> = text.tokens.iter().filter_map(word).collect();
    let holds = |name: &&Found| {
        let (first, last) = (&name.units[0].1, &name.units[name.units.len() - 1].1);
        let common = first.tokens.clone().any(|at| text.word(at).is_some_and(|id| small.contains(&id)));
        !name.lone
            && !article(first.tokens.start)
            && !common
            && alone.contains(last.norm.as_str())
            && !alone.contains(first.norm.as_str())
    };
    found.iter().filter(holds).collect()
}

/// Small words that begin a surname.
const PARTICLES: &[&str] = &[
    "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "al", "el", "bin",
    "ibn", "ben", "bint", "ter", "ten", "zu", "af", "av",
];

/// The same as Russian texts write them.
const RUSSIAN_PARTICLES: &[&str] = &[
    "фон",
    "цу",
    "ван",
    "дер",
    "ден",
    "тер",
    "де",
    "дю",
    "ди",
    "да",
    "дель",
    "делла",
    "ду",
    "душ",
    "ла",
    "ле",
    "бин",
    "бен",
    "ибн",
    "аль",
    "эль",
    "ас",
    "аш",
    "ад",
    "ат",
    "ан",
    "аз",
    "ар",
    "эд",
    "эс",
];

/// Whether a word begins a surname: `de`.
pub(super) fn is_particle(norm: &str) -> bool {
    PARTICLES.contains(&norm) && !matches!(norm, "ben" | "al") || matches!(norm, "фон" | "ван" | "де" | "ди")
}

/// How many tokens before a capital word belong to the surname that it ends: `von der Leyen`, `al-Assad`.
pub(super) fn particles(text: &Text, at: usize, end: usize) -> usize {
    let part = |at: usize| match text.language {
        En => is_particle(text.norm(at)) || text.is(at, '-'),
        Ru => RUSSIAN_PARTICLES.contains(&text.norm(at)) || text.is(at, '-') && !text.tokens[at].spaced,
        Kk => false,
    };
    let count = (at..end.min(at + 4)).take_while(|at| part(*at)).count();
    let whole = count > 0 && !text.is(at, '-') && at + count < end && text.tokens[at + count].is_capital();
    if whole { count } else { 0 }
}

/// Whether a lone capital word is a nation or a place beside a noun: `the Irishman`, `Kentau mayor Ann Lee`.
pub(super) fn is_no_name(text: &Text, titles: &Titles, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |before| text.norm(before));
    let noun = titles.is(text, tokens.end, TITLE | NAMELESS | KIN);
    noun || matches!(before, "the" | "a" | "an" | "this" | "that" | "one" | "another")
}

/// Whether capitals end the name of a body or an office, which no person's name does: `Union of Steppe Farmers`,
/// `Ministry of Water Infrastructure`; but `Office of Ann Lee`.
pub(super) fn is_of_body(look: &Look, name: &Found) -> bool {
    let text = look.text;
    let start = name.tokens().start;
    let known = |unit: &Unit| unit.is(GIVEN | SURNAME);
    if text.language != En || name.units.iter().any(|(_, unit)| known(unit)) {
        return false;
    }
    let the = usize::from(start > 0 && text.norm(start - 1) == "the");
    let mut at = start - the.min(start);
    let low = at.saturating_sub(10).max(text.sentence_of(start).map_or(0, |number| text.sentences[number].start));
    // `of Labour and Social Protection`
    while at > low && text.norm(at - 1) != "of" && text.norm(at - 1) != "for" {
        if !(text.tokens[at - 1].is_capital() || text.norm(at - 1) == "and") {
            return false;
        }
        at -= 1;
    }
    let Some(head) = at.checked_sub(2).filter(|head| *head >= low && text.tokens[*head].is_capital()) else {
        return false;
    };
    let kind = text.word(head).map_or(0, |id| look.traits[id.0 as usize]);
    kind & (BODY | FIRM) != 0 || look.titles.is(text, head, TITLE) || is_people(text, head)
}

/// Whether a word means people of some kind: `Friends`, `Mothers`.
pub(super) fn is_people(text: &Text, at: usize) -> bool {
    let one = text.norm(at).strip_suffix('s');
    one.is_some_and(|one| text.lexicon.speakers.is_somebody(one))
}

/// Whether the first letters of the capitals stand in brackets after them: `Kazakhstan Temir Zholy (KTZ)`.
pub(super) fn is_abbreviated(text: &Text, tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    if text.language != En
        || !text.is(end, '(')
        || !text.is(end + 2, ')')
        || text.tokens[end + 1].case != Case::Capitals
    {
        return false;
    }
    let first =
        (0..tokens.start).rev().take(6).take_while(|at| text.tokens[*at].is_capital()).last().unwrap_or(tokens.start);
    let letters = (first..end).filter_map(|at| text.norm(at).chars().next());
    let short = text.norm(end + 1);
    short.chars().count() >= 2
        && (letters.clone().eq(short.chars()) || letters.skip(tokens.start - first).eq(short.chars()))
}
