//! Runs of capital words, and which of them are names of people.

mod kazakh;
mod russian;

pub(super) use russian::fixed;

use std::collections::HashSet;
use std::ops::Range;

use super::super::speakers::{HONORIFIC, TITLE, Titles};
use super::super::text::Text;
use super::super::tokens::{Case, Kind, WordId};
use super::known::{BODY, FIRM, GIVEN, OTHER, PATRONYMIC, PLACE, PLACE_WORD, SURNAME, Trait};
use crate::article::Language::{En, Kk, Ru};

/// A word of a name: one token, or several joined by hyphens.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub(super) tokens: Range<usize>,
    pub(super) norm: String,
    pub(super) traits: Trait,
    /// A letter and a full stop.
    pub(super) initial: bool,
    /// `XVI`
    pub(super) numeral: bool,
    /// Whether a title, or the head of one, is the last of its words.
    pub(super) title: bool,
    /// The name in marks before it: `Павел «Бард» Белов`.
    pub(super) nickname: Option<Range<usize>>,
}

impl Unit {
    pub(super) fn is(&self, any: Trait) -> bool {
        self.traits & any != 0
    }

    fn can_be_name(&self) -> bool {
        !self.initial && !self.numeral && !self.title && (!self.is(OTHER | BODY | PLACE_WORD | FIRM) || self.is(GIVEN))
    }
}

/// What a word of a name is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Given,
    Patronymic,
    Surname,
    Initial,
    Numeral,
}

/// A name as it stands in the text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) units: Vec<(Part, Unit)>,
    /// Whether it is one word, of which only the rest of the text says that it is a name.
    pub(super) lone: bool,
    /// Whether the words beside it say that it names a person.
    pub(super) beside: bool,
    /// Whether the title before it says that it is a nominative, or that it is none.
    pub(super) nominative: Option<bool>,
}

impl Found {
    pub(super) fn tokens(&self) -> Range<usize> {
        self.units[0].1.tokens.start..self.units[self.units.len() - 1].1.tokens.end
    }
}

/// What the finder asks of a token.
pub(super) struct Look<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) traits: &'a [Trait],
    /// Whether the word at a place is a title.
    pub(super) title: &'a dyn Fn(usize) -> bool,
    /// Whether the word at a place is a speech verb.
    pub(super) says: &'a dyn Fn(usize) -> bool,
    /// Whether the word at a place stands in the text in small letters too.
    pub(super) small: &'a dyn Fn(usize) -> bool,
    pub(super) titles: &'a Titles,
}

/// Every name of a person, and every lone word that may be one, in order.
pub(super) fn find(look: &Look) -> Vec<Found> {
    let mut found = Vec::new();
    let mut trades: HashSet<WordId> = HashSet::new();
    let mut at = 0;
    let count = look.text.tokens.len();
    while at < count {
        if !look.text.tokens[at].is_capital() {
            at += 1;
            continue;
        }
        let mut units = run(look, at);
        if look.text.language == En {
            super::english::free_surname(look, &mut units, &mut trades);
        }
        let end = units.last().map_or(at + 1, |unit| unit.tokens.end);
        split(look, &units, &mut found);
        at = end.max(at + 1);
    }
    found
}

/// The run of capital words that begins at `at`, of one sentence.
fn run(look: &Look, mut at: usize) -> Vec<Unit> {
    let text = look.text;
    let end = text.sentence_of(at).map_or(text.tokens.len(), |number| text.sentences[number].end);
    let mut units: Vec<Unit> = Vec::new();
    while at < end && units.len() < 12 {
        // Ursula von der Leyen: of such a surname the last word counts.
        let nickname = units.last().filter(|unit| unit.is(GIVEN)).and_then(|_| nickname(text, at, end));
        let at_name = nickname.as_ref().map_or(at, |name| name.end + 1);
        let particles = if units.is_empty() { 0 } else { super::english::particles(text, at_name, end) };
        if !text.tokens[at_name + particles].is_capital() {
            break;
        }
        let mut unit = unit(look, at_name + particles, end);
        unit.tokens.start = at;
        unit.nickname = nickname;
        if particles > 0 && text.language == Ru {
            unit.traits &= !GIVEN;
        }
        at = unit.tokens.end;
        units.push(unit);
    }
    units
}

/// The words in marks at `at` that stand between a given name and a surname.
fn nickname(text: &Text, at: usize, end: usize) -> Option<Range<usize>> {
    let mark = |at: usize| at < end && matches!(text.tokens[at].kind, Kind::Mark('«' | '»' | '“' | '”' | '"' | '„'));
    let name = |at: usize| at < end && text.tokens[at].is_capital();
    let stop = (at + 2..at + 4).find(|stop| mark(*stop)).filter(|_| mark(at) && text.tokens[at].spaced)?;
    let free = !text.tokens[at + 1].spaced && !text.tokens[stop].spaced;
    (free && (at + 1..stop).all(name) && name(stop + 1) && text.tokens[stop + 1].spaced).then_some(at + 1..stop)
}

fn unit(look: &Look, at: usize, end: usize) -> Unit {
    let text = look.text;
    let token = text.tokens[at];
    let mut norm = text.norm(at).to_owned();
    let letters = norm.chars().count();
    let mut stop = at + 1;
    let initial = letters == 1 && text.is(stop, '.') && !text.tokens[stop].spaced && stop < end;
    if initial {
        stop += 1;
    }
    let mut last = at;
    while !initial && stop + 1 < end && joins(text, stop) && norm.len() < 80 {
        norm.push(if text.is(stop, '-') { '-' } else { '\'' });
        norm.push_str(text.norm(stop + 1));
        last = stop + 1;
        stop += 2;
    }
    // Of a compound the last word counts; the whole may be a known given name.
    let known = &text.lexicon.names;
    let word = |at: usize| text.word(at).map_or(0, |id| look.traits[id.0 as usize]);
    let mut traits = word(last);
    if last > at {
        traits &= !GIVEN;
        if !known.given(&norm).is_empty()
            || word(at) & GIVEN != 0
                && (word(last) & (GIVEN | OTHER) != 0 || text.language == En && text.tokens[last].case == Case::Small)
        {
            traits |= GIVEN;
        }
    }
    // Нью-Йорк, Санта-Фе
    if last > at && PLACE_STARTS.contains(&text.norm(at)) {
        traits = traits & !GIVEN | PLACE;
    }
    let capitals = token.case == Case::Capitals && letters > 1;
    let numeral = capitals && text.raw[token.span().start..token.span().end].bytes().all(|b| b"IVX".contains(&b));
    // АО, США: words of capitals only are no names, unless a headline is set in them.
    if capitals && last == at && !numeral {
        traits |= OTHER;
    }
    // `Социалистического Труда`
    if look.text.language == Ru && norm.contains("ическ") {
        traits |= OTHER;
    }
    if look.text.language == Ru && norm.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic()) && !initial {
        traits |= OTHER;
    }
    // `Graham Says Climate Can Wait`
    if look.text.language == En && (look.says)(last) && traits & GIVEN == 0 {
        traits |= OTHER;
    }
    let title = ((look.title)(last) || (look.title)(at) && last > at) && traits & (SURNAME | GIVEN) == 0;
    Unit { tokens: at..stop, norm, traits, initial, numeral, title, nickname: None }
}

/// The first parts of places in two words.
const PLACE_STARTS: &[&str] = &["нью", "лос", "сан", "санта", "сент", "рио", "эль", "улан", "йошкар", "ханты", "усть"];

/// Whether a hyphen or an apostrophe at `at` joins two words.
fn joins(text: &Text, at: usize) -> bool {
    let mark = matches!(text.tokens[at].kind, Kind::Mark('-' | '‑' | '\'' | '’'));
    let possessive = matches!(text.norm(at + 1), "s" | "t" | "re" | "ve" | "ll" | "d");
    let kazakh =
        text.language == En && matches!(text.norm(at + 1), "aga" | "agai" | "ata" | "apa" | "apai" | "tate" | "zhan");
    let word = text.tokens[at + 1].is_capital()
        || kazakh
        || text.is(at, '-') && text.word(at + 1).is_some() && text.language == Ru;
    mark && !text.tokens[at].spaced && !text.tokens[at + 1].spaced && word && !possessive
}

/// The names of a run.
fn split(look: &Look, units: &[Unit], found: &mut Vec<Found>) {
    let mut at = 0;
    while at < units.len() {
        let (length, name) = name_at(look, units, at);
        found.extend(name.filter(|name| {
            !in_marks(look.text, &name.tokens())
                && !super::english::is_abbreviated(look.text, &name.tokens())
                && !super::english::is_of_body(look, name)
                && !russian::is_dedication(look.text, name)
        }));
        at += length;
    }
}

/// Whether marks stand close around a name, so that it is the name of a thing: `«Алтын Орда» базары`.
fn in_marks(text: &Text, tokens: &Range<usize>) -> bool {
    // `клуб «Северный Ветер Порт»`: all of it has capitals.
    let capital = |at: &usize| text.language == Ru && text.tokens[*at].is_capital();
    let first = (tokens.start.saturating_sub(3)..tokens.start).rev().take_while(capital).last().unwrap_or(tokens.start);
    let stop = tokens.end + (tokens.end..text.tokens.len().min(tokens.end + 3)).take_while(capital).count();
    let opened = first.checked_sub(1).is_some_and(|before| text.is(before, '«') || text.is(before, '“'));
    opened && (text.is(stop, '»') || text.is(stop, '”'))
}

/// The name that begins with a unit, if one does, and how many units are done with.
fn name_at(look: &Look, units: &[Unit], at: usize) -> (usize, Option<Found>) {
    let unit = &units[at];
    let name = |units: &[(Part, usize)], all: &[Unit]| {
        let units: Vec<_> = units.iter().map(|(part, at)| (*part, all[*at].clone())).collect();
        let start = units[0].1.tokens.start;
        Found {
            units,
            lone: false,
            beside: true,
            nominative: start.checked_sub(1).and_then(|before| russian::case_before(look, before)),
        }
    };
    // Кәмшат апа, Болат ағаның
    if look.text.language == Kk && unit.can_be_name() && (at + 1 == units.len()) && !unit.is(PLACE | SURNAME) {
        let next = unit.tokens.end;
        // `Құраманың аға бапкері`: what a title has before it is a rank of its own.
        let senior = look.text.norm(next) == "аға" && look.titles.is(look.text, next + 1, TITLE);
        let rank = senior || kazakh::is_owner(&unit.norm);
        let honorific = look.text.word(next).is_some() && look.titles.is(look.text, next, HONORIFIC) && !rank;
        if honorific && look.text.sentence_of(next) == look.text.sentence_of(unit.tokens.start) {
            let courtesy = self::unit(look, next, next + 1);
            let all = [unit.clone(), courtesy];
            return (1, Some(name(&[(Part::Given, 0), (Part::Patronymic, 1)], &all)));
        }
    }
    let get = |at: usize| units.get(at);
    // `Оқу-ағарту министрі`
    if look.text.language == Kk
        && (kazakh::is_half_of_word(look.text, unit.tokens.end) || kazakh::is_trade(look, units, at))
    {
        return (1, None);
    }
    let starts =
        look.text.sentence_of(unit.tokens.start).map(|n| look.text.sentences[n].start) == Some(unit.tokens.start);
    let foreign = look.text.language != En && unit.norm.bytes().next().is_some_and(|b| b.is_ascii());
    // Е. Л. Тугжанов
    if unit.initial && !foreign {
        let mut next = at + 1;
        let mut parts = vec![(Part::Initial, at)];
        while get(next).is_some_and(|unit| unit.initial) && parts.len() < 2 {
            parts.push((Part::Initial, next));
            next += 1;
        }
        if get(next).is_some_and(|unit| !unit.initial && !unit.numeral && unit.tokens.len() < 6 && !unit.is(OTHER)) {
            parts.push((Part::Surname, next));
            return (next + 1 - at, Some(name(&parts, units)));
        }
        return (next - at, None);
    }
    if !unit.can_be_name() || foreign {
        return (1, None);
    }
    // West Virginia
    let pointed = unit.tokens.start.checked_sub(1).is_some_and(|before| {
        look.text.language == En && matches!(look.text.norm(before), "west" | "north" | "south" | "east" | "new")
    });
    if unit.is(GIVEN) && unit.is(PLACE) && pointed {
        return (1, None);
    }
    if russian::is_no_part(look, units, at, starts) || russian::is_side_of_place(look, units, at) {
        return (1, None);
    }
    // `агентство Франс Пресс`
    let firm = look.text.language == Ru
        && unit.tokens.start.checked_sub(1).is_some_and(|before| {
            look.text.tokens[before].case == Case::Small && super::russian_bodies::bears_name(look.text.norm(before))
        });
    // `воспитанник клуба Лют Белов`: a surname in the nominative.
    let bears = get(at + 1).is_some_and(|next| next.is(SURNAME) && units.len() == at + 2 && !unit.is(PLACE));
    if firm && !unit.is(GIVEN | SURNAME) && !bears {
        return (units.len() - at, None);
    }
    if unit.is(GIVEN) {
        let mut parts = vec![(Part::Given, at)];
        let mut next = at + 1;
        // George W. Bush
        if get(next).is_some_and(|unit| unit.initial) && get(next + 1).is_some_and(Unit::can_be_name) {
            parts.push((Part::Initial, next));
            next += 1;
        }
        let second = get(next).is_some_and(|unit| unit.is(GIVEN) && !unit.is(PATRONYMIC));
        if second
            && get(next + 1).is_some_and(|third| third.can_be_name() && !third.is(GIVEN))
            && (!get(next).is_some_and(|unit| unit.is(SURNAME)) || look.text.language == Ru && units.len() == next + 2)
        {
            parts.push((Part::Given, next));
            next += 1;
        }
        if get(next).is_some_and(|unit| unit.is(PATRONYMIC)) {
            let last = look.text.language != Ru && !get(next + 1).is_some_and(Unit::can_be_name);
            parts.push((if last { Part::Surname } else { Part::Patronymic }, next));
            next += 1;
        }
        if parts.len() == 1 && russian::is_middle(look, units, next) {
            parts.push((Part::Given, next));
            next += 1;
        }
        // Debbie Wasserman Schultz
        let plain = |at: usize| get(at).is_some_and(|unit| unit.can_be_name() && !unit.is(PLACE | GIVEN | PATRONYMIC));
        let middle = look.text.language == En && parts.len() == 1 && plain(next) && plain(next + 1);
        if middle && units.len() == next + 2 && !is_headline(look, unit.tokens.start) {
            parts.push((Part::Given, next));
            next += 1;
        }
        let surname = parts.iter().all(|(part, _)| *part != Part::Surname)
            && get(next).is_some_and(|unit| {
                // `Джеймс Коми`: a surname that is a place too, with nothing after it.
                let last = look.text.language == Ru && units.len() == next + 1 && !units[at].is(PLACE);
                // `Иван Кузнец`
                let trade = last && unit.title && look.text.tokens[unit.tokens.start].case == Case::Capital;
                (unit.can_be_name() || trade) && (!unit.is(PLACE) || unit.is(SURNAME) || last)
            })
            // `сторонник Виктора Петровича Гай`: two people.
            && !parts.last().is_some_and(|(part, last)| {
                *part == Part::Patronymic && look.text.language == Ru && !russian::agree(look, &units[*last], &units[next])
            });
        if surname {
            parts.push((Part::Surname, next));
            next += 1;
        } else if get(next).is_some_and(|unit| unit.numeral) {
            parts.push((Part::Numeral, next));
            next += 1;
        } else if look.text.language == Ru
            && parts.len() == 1
            && units.len() == next + 1
            && units[next].initial
            && !look.text.tokens.get(units[next].tokens.end).is_some_and(|after| after.is_capital())
        {
            // `жительница дома Олеся Б.`
            parts.push((Part::Initial, next));
            next += 1;
        }
        // A surname of which only the initial follows belongs to what follows.
        // Altyn Invest: a firm that has somebody's name.
        if look.text.language == En && get(next).is_some_and(|unit| unit.is(FIRM | BODY) && !unit.is(GIVEN)) {
            return (next - at, None);
        }
        let mut found = name(&parts, units);
        found.lone = parts.len() == 1;
        found.beside = !found.lone || beside(look, &found) || russian::opens_and_acts(look, &found);
        return (next - at, Some(found));
    }
    if look.text.language == Ru
        && let Some((length, parts)) = russian::special(look, units, at, starts)
    {
        return (length, (!parts.is_empty()).then(|| name(&parts, units)));
    }
    // Vann R. Newkirk
    if look.text.language == En
        && get(at + 1).is_some_and(|next| next.initial)
        && get(at + 2).is_some_and(Unit::can_be_name)
    {
        let parts = [(Part::Given, at), (Part::Initial, at + 1), (Part::Surname, at + 2)];
        return (3, Some(name(&parts, units)));
    }
    // Иванов Иван Иванович; Тугжанов Е.Л.
    if let Some(next) = get(at + 1) {
        let initials = (at + 1..units.len().min(at + 3)).take_while(|at| units[*at].initial).count();
        let before_name = get(at + 1 + initials).is_some_and(Unit::can_be_name);
        if initials > 0 && !before_name {
            let mut parts = vec![(Part::Surname, at)];
            parts.extend((at + 1..=at + initials).map(|at| (Part::Initial, at)));
            return (1 + initials, Some(name(&parts, units)));
        }
        let patronymic = get(at + 2).is_some_and(|unit| unit.is(PATRONYMIC));
        if next.is(GIVEN) && unit.is(SURNAME) && (patronymic || units.len() == at + 2 && !starts) {
            let mut parts = vec![(Part::Surname, at), (Part::Given, at + 1)];
            if patronymic {
                parts.push((Part::Patronymic, at + 2));
            }
            return (parts.len(), Some(name(&parts, units)));
        }
        // Пан Ги Мун
        let third = get(at + 2)
            .filter(|third| third.can_be_name() && third.norm.chars().count() <= 5 && next.norm.chars().count() <= 5);
        if third.is_some() && units.len() == at + 3 && next.can_be_name() && unit.norm.chars().count() <= 5 {
            let mut found = name(&[(Part::Surname, at), (Part::Given, at + 1), (Part::Given, at + 2)], units);
            found.beside = (look.title)(units[0].tokens.start.wrapping_sub(1)) || beside(look, &found);
            if found.beside {
                return (3, Some(found));
            }
        }
        // Саясат Нұрбек: a surname that is a given name too.
        let titled = unit.tokens.start.checked_sub(1).is_some_and(|before| (look.title)(before));
        let acts = titled || russian::acts_beside(look, units, at);
        if next.is(GIVEN) && acts && units.len() == at + 2 && !unit.is(PLACE) {
            return (2, Some(name(&[(Part::Given, at), (Part::Surname, at + 1)], units)));
        }
        // `күміс алған Аяла Серікбай`: a name that no list has, before a surname that is a given name too.
        let kazakh = look.text.language == Kk && !starts && !unit.is(PLACE) && !(look.small)(unit.tokens.start);
        if kazakh && next.is(GIVEN) && next.can_be_name() && units.len() == at + 2 {
            return (2, Some(name(&[(Part::Given, at), (Part::Surname, at + 1)], units)));
        }
        let two = next.can_be_name()
            && !next.is(GIVEN)
            && (!next.is(PLACE) || next.is(SURNAME))
            && (!unit.is(PLACE) || look.text.language != Ru && next.is(SURNAME) && titled);
        if two && units.len() <= at + 3 {
            let mut found = name(&[(Part::Given, at), (Part::Surname, at + 1)], units);
            found.beside = beside(look, &found)
                || next.is(SURNAME) && !(starts && unit.is(SURNAME) || russian::is_adjective(look, unit));
            // `Бадди Макгирт после боя заявил`, `Клэренс Картер был приговорён`
            found.beside |= !russian::is_adjective(look, unit)
                && (russian::opens_and_speaks(look, &found)
                    || !unit.is(PLACE) && !next.is(PLACE) && russian::opens_and_acts(look, &found));
            found.beside |= russian::acts_beside(look, units, at) && !next.is(PLACE);
            found.beside &= !is_headline(look, unit.tokens.start);
            let opens = starts && (look.text.language != En || is_headline(look, unit.tokens.start));
            let maybe = units.len() == at + 2 && !opens && !russian::is_adjective(look, unit) && !unit.is(SURNAME);
            if found.beside || maybe {
                return (2, Some(found));
            }
        }
    }
    if starts && (russian::is_demonym(look, unit) || russian::is_common(look, unit)) {
        return (1, None);
    }
    let mut found = name(&[(Part::Surname, at)], units);
    found.lone = true;
    // `Глава Минсельхоза поручил`: after a title only what ends as surnames do.
    let titled = unit.tokens.start.checked_sub(1).is_some_and(|before| (look.title)(before));
    let likely = match look.text.language {
        // `Veltrix said` may be a company; `the Irishman said`, `Kentau mayor Ann Lee said` name nobody.
        En => {
            let marked = titled || super::english::is_person(look.text, look.titles, unit.tokens.clone());
            !super::english::is_no_name(look.text, look.titles, &unit.tokens) && (unit.is(SURNAME) || marked)
        }
        // `сатушы Мәриям: «…»`
        Kk if titled && look.text.is(unit.tokens.end, ':') => true,
        Kk if kazakh::is_presented(look, unit) => true,
        _ => {
            unit.is(SURNAME)
                || says_beside(look, &found) && (!titled || russian::is_nominative_end(look, unit))
                || russian::is_kin_before(look.text, unit.tokens.start)
        }
    };
    // `дейді Шет аудандық мектебінің директоры Серік Омаров`: a Kazakh name is last before what ends the clause.
    let goes_on = look.text.language == Kk
        && unit.tokens.start.checked_sub(1).is_some_and(look.says)
        && look.text.tokens.get(unit.tokens.end).is_some_and(|next| next.case == Case::Small)
        && look.text.word(unit.tokens.end).is_some();
    found.beside = likely && !goes_on && !unit.is(PLACE) && beside(look, &found);
    (1, Some(found))
}

/// Whether a speech verb stands beside a name.
fn says_beside(look: &Look, found: &Found) -> bool {
    let Range { start, end } = found.tokens();
    let text = look.text;
    if text.language == Kk {
        return kazakh::says_beside(look, start, end);
    }
    let same = |at: usize| text.sentence_of(at) == text.sentence_of(start);
    start.checked_sub(1).is_some_and(|before| (look.says)(before) && same(before)) || (look.says)(end) && same(end)
}

/// Whether a title before a name or a speech verb beside it says that it names a person.
fn beside(look: &Look, found: &Found) -> bool {
    let Range { start, end } = found.tokens();
    let before = start.checked_sub(1);
    let text = look.text;
    // `the Tarbrook Echo`
    if text.language == En && before.is_some_and(|before| text.norm(before) == "the") {
        return false;
    }
    let same = |at: usize| text.sentence_of(at) == text.sentence_of(start);
    let titled =
        before.is_some_and(|before| (look.title)(before) && same(before)) || russian::titled_before(look, start);
    let says = says_beside(look, found);
    // Timur Lee, aged 29; Zarina Abenova, 36
    let aged = text.is(end, ',')
        && (text.norm(end + 1) == "aged"
            || text.tokens.get(end + 1).is_some_and(|next| next.kind == Kind::Digits) && text.is(end + 2, ','));
    // `Сестра истца, Прия Шарма, призналась`
    let apposed = text.is(end, ',') && (look.says)(end + 1) && found.units.len() > 1;
    let english = text.language == En && super::english::is_person(text, look.titles, start..end);
    // `Мать пострадавшего, Оксана, дежурит у постели`
    let inserted = found.units.len() == 1
        && text.is(end, ',')
        && before
            .is_some_and(|comma| text.is(comma, ',') && (comma.saturating_sub(5)..comma).any(|at| (look.title)(at)))
        && found.units[0].1.is(GIVEN);
    // `Кобир Чоудури, возглавляющий мечеть, …`, `Кобир Чоудури приехал`
    let acts =
        text.language == Ru && found.units.len() > 1 && !found.units[0].1.is(PLACE) && russian::is_told_of(text, end);
    let presented = text.language == Kk && found.units.len() == 1 && kazakh::is_presented(look, &found.units[0].1);
    presented || titled || says || aged || apposed || inserted || acts || english
}

/// Whether all long words of an English sentence have capitals, so that they say nothing.
fn is_headline(look: &Look, at: usize) -> bool {
    let text = look.text;
    let Some(sentence) = text.sentence_of(at).map(|number| text.sentences[number].clone()) else { return false };
    let long = |at: &usize| text.word(*at).is_some() && text.tokens[*at].end - text.tokens[*at].start > 4;
    // `Minister Ann Lee said:` is none, as short as its verb is.
    let tells = |at: usize| text.tokens[at].case == Case::Small && (look.says)(at);
    text.language == En
        && sentence.clone().take(40).filter(long).all(|at| text.tokens[at].is_capital())
        && !sentence.take(40).any(tells)
}
