//! The people of a text: names that mean the same person brought together, each with its fullest form.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::Case;
use super::cases::{
    ALL, Cases, GENITIVE, Gender, NOMINATIVE, PREPOSITIONAL, Reading, is_kazakh_patronymic, is_russian_patronymic,
    written,
};
use super::find::{Found, Part, Unit};
use super::gender_of_verb;
use super::known::{Endings, Known, as_it_stands};
use crate::article::Language::{En, Ru};

/// A person.
#[derive(Debug, Clone)]
pub(in crate::structure) struct Person {
    /// The fullest name that the text gives, in the nominative.
    pub(in crate::structure) name: String,
    pub(in crate::structure) gender: Option<Gender>,
    /// The surname, or the only name, in the nominative and small letters.
    key: String,
    /// The given name, or its initial with a full stop.
    given: Option<String>,
    patronymic: Option<String>,
    /// What stands in marks in the name, in small letters.
    nickname: Option<String>,
    /// How much the name tells: words, initials less.
    fullness: u32,
    /// What the person is, as the text words it.
    pub(in crate::structure) roles: Vec<super::roles::Role>,
}

/// A place where a person is named.
#[derive(Debug, Clone)]
pub(in crate::structure) struct Mention {
    pub(in crate::structure) tokens: Range<usize>,
    /// The number of the person.
    pub(in crate::structure) person: usize,
    /// The cases in which the name may stand there.
    pub(in crate::structure) cases: Cases,
}

/// One way to read all of a name.
#[derive(Debug, Clone)]
struct Whole {
    key: String,
    given: Option<String>,
    patronymic: Option<String>,
    nickname: Option<String>,
    name: String,
    gender: Option<Gender>,
    cases: Cases,
    score: i32,
}

/// Brings names together.
pub(super) fn people(
    text: &Text,
    found: &[Found],
    gender_of_speech: &dyn Fn(usize) -> Option<Gender>,
) -> (Vec<Person>, Vec<Mention>) {
    let found = &like_surnames(text, found);
    let mut capitals: HashSet<String> = HashSet::new();
    for name in found {
        for (_, unit) in &name.units {
            capitals.insert(unit.norm.clone());
        }
    }
    let mut gather = Gather {
        text,
        fixed: super::find::fixed(text, found),
        known: &text.lexicon.names,
        capitals,
        people: Vec::new(),
        by_key: HashMap::new(),
        by_given: HashMap::new(),
        read: HashMap::new(),
        places: Vec::new(),
    };
    let mut mentions = Vec::new();
    // Two unknown words are a name where the second alone stands beside a title or a speech verb elsewhere.
    let mut alone: HashSet<String> = HashSet::new();
    for name in found.iter().filter(|name| name.lone && name.beside) {
        alone.extend(gather.known.readings(&name.units[0].1.norm).into_iter().map(|reading| reading.lemma));
    }
    let sure = |name: &&Found| {
        let last = name.units.last().map(|(_, unit)| text.lexicon.names.readings(&unit.norm));
        !name.lone && (name.beside || last.is_some_and(|all| all.iter().any(|reading| alone.contains(&reading.lemma))))
    };
    let full: Vec<&Found> = found.iter().filter(sure).collect();
    // `возглавила Крессида Дик` tells of a woman.
    let told = |name: &Found| {
        let Range { start, end } = name.tokens();
        let beside = [Some(end), start.checked_sub(1)].into_iter().flatten();
        beside.filter_map(|at| gender_of_deed(text, at)).next().filter(|_| text.language == Ru)
    };
    // `Лев Абрамович` is whoever has a surname beside that name elsewhere.
    let surname = |name: &&&Found| name.units.iter().any(|(part, _)| *part == Part::Surname);
    for name in full.iter().filter(surname).chain(full.iter().filter(|name| !surname(name))) {
        mentions.extend(gather.full(name, told(name)));
    }
    if text.language == En {
        let again: Vec<&Found> =
            super::english::named_again(text, found).into_iter().filter(|name| !sure(name)).collect();
        for name in again {
            let last = name.units.last().map_or("", |(_, unit)| unit.norm.as_str());
            let first = name.tokens().start;
            let opens = text.sentence_of(first).is_some_and(|number| text.sentences[number].start == first);
            if !opens || !gather.by_key.contains_key(last) {
                mentions.extend(gather.full(name, None));
            }
        }
    }
    gather.remember(&mentions);
    for name in found.iter().filter(|name| name.lone) {
        let verb = gender_of_speech(name.tokens().end)
            .or_else(|| name.tokens().start.checked_sub(1).and_then(gender_of_speech));
        mentions.extend(gather.lone(name, verb));
    }
    mentions.sort_by_key(|mention| mention.tokens.start);
    (gather.people, mentions)
}

/// `Виктор Янукович`: what looks like a patronymic is a surname where it stands alone elsewhere.
fn like_surnames(text: &Text, found: &[Found]) -> Vec<Found> {
    let lemmas = |unit: &Unit| text.lexicon.names.readings(&unit.norm).into_iter().map(|reading| reading.lemma);
    let lone = found.iter().filter(|name| name.lone && text.language == Ru);
    let alone: HashSet<String> =
        lone.flat_map(|name| lemmas(&name.units[0].1)).filter(|lemma| lemma.ends_with("вич")).collect();
    let mut found = found.to_vec();
    for name in &mut found {
        if let [(Part::Given, _), (part @ Part::Patronymic, unit)] = name.units.as_mut_slice()
            && lemmas(unit).any(|lemma| alone.contains(&lemma))
        {
            *part = Part::Surname;
        }
    }
    found
}

struct Gather<'a> {
    text: &'a Text<'a>,
    known: &'a Known,
    /// The words of all names, as they stand.
    capitals: HashSet<String>,
    people: Vec<Person>,
    by_key: HashMap<String, Vec<usize>>,
    by_given: HashMap<String, Vec<usize>>,
    /// Words that do not change: they end as in a case that none of the words before them asks for.
    fixed: HashSet<String>,
    /// Names that were read before, by their words.
    read: HashMap<String, Vec<Whole>>,
    /// Where each person is named in full, in order.
    places: Vec<Vec<usize>>,
}

/// A surname with each of its doubled letters written once: `Буффье` and `Буфье` are one.
fn undoubled(key: &str) -> String {
    let mut plain = String::with_capacity(key.len());
    for letter in key.chars() {
        if !plain.ends_with(letter) {
            plain.push(letter);
        }
    }
    plain
}

/// Whose deed the word at a place tells, if it is a verb in the past.
fn gender_of_deed(text: &Text, at: usize) -> Option<Gender> {
    let norm = text.norm(at);
    let noun = matches!(norm, "канал" | "телеканал" | "журнал" | "портал" | "школа" | "генерал" | "адмирал" | "маршал");
    let verb = !noun && text.tokens.get(at)?.case == Case::Small && norm.chars().count() > 3;
    gender_of_verb(norm).filter(|_| verb)
}

/// The nominative of a word of a name; a particle before it, `фон дер`, stays as it is.
fn nominative(form: &str, norm: &str, lemma: &str) -> String {
    // So does a nickname: `«Бард» Белов`.
    let marks =
        form.rfind(['»', '”', '"']).map_or(0, |mark| mark + form[mark..].chars().next().map_or(0, char::len_utf8));
    let particles = form[marks..].find(char::is_uppercase).map_or(marks, |capital| marks + capital);
    let (particles, word) = form.split_at(particles);
    format!("{particles}{}", written(word, norm, lemma))
}

/// Whether a word of a Kazakh name tells of the father: `Қанатқызы`, `Петровна`.
fn is_fathers(word: &str) -> bool {
    is_kazakh_patronymic(word) || is_russian_patronymic(word)
}

/// No more people of one surname are told apart.
const MOST_NAMESAKES: usize = 16;

impl Person {
    /// Whether a word stands in the name: `Wasserman Schultz` is `Debbie Wasserman Schultz`.
    fn has(&self, word: &str) -> bool {
        self.name.split_whitespace().any(|other| other.to_lowercase() == word)
    }

    /// Whether two names are one in two spellings, `Бриджит` and `Брижит`, or with a word more.
    fn is_spelt_as(&self, other: &Person) -> bool {
        let (one, other) = (self.name.to_lowercase(), other.name.to_lowercase());
        let prefix = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        let suffix = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
        let (short, long) =
            (one.chars().count().min(other.chars().count()), one.chars().count().max(other.chars().count()));
        suffix == short || prefix + suffix + 2 >= long
    }

    /// Whether the last word of the name is that of the father: `Тамим бен Хамад`.
    fn bears_fathers_name(&self) -> bool {
        self.name.split_whitespace().any(|word| matches!(word, "бен" | "бин" | "ибн"))
    }

    /// The first name, in small letters.
    pub(super) fn first(&self) -> &str {
        self.given.as_ref().unwrap_or(&self.key)
    }
}

impl Gather<'_> {
    /// A name of several words.
    fn full(&mut self, name: &Found, told: Option<Gender>) -> Option<Mention> {
        let mut key: String = name.units.iter().map(|(_, unit)| unit.norm.as_str()).collect::<Vec<_>>().join(" ");
        key.push(match name.nominative {
            Some(true) => '+',
            Some(false) => '-',
            None => ' ',
        });
        key.push(match told {
            Some(Gender::Man) => 'm',
            Some(Gender::Woman) => 'w',
            None => ' ',
        });
        let wholes = match self.read.get(&key) {
            Some(wholes) => wholes.clone(),
            None => {
                let mut wholes = self.wholes(name);
                for whole in &mut wholes {
                    whole.score +=
                        3 * i32::from(told.is_some() && whole.gender == told && whole.cases & NOMINATIVE != 0);
                }
                self.read.insert(key, wholes.clone());
                wholes
            }
        };
        let same = |whole: &&Whole| self.same(whole).is_some();
        let best = wholes
            .iter()
            .filter(same)
            .max_by_key(|whole| whole.score)
            .or_else(|| wholes.iter().max_by_key(|whole| whole.score))?;
        let fullness = name
            .units
            .iter()
            .map(|(part, unit)| match part {
                Part::Initial => 1,
                Part::Patronymic => 3,
                _ => 4 + u32::from(unit.nickname.is_some()),
            })
            .sum();
        let number = match self.same(best) {
            Some(number) => {
                let person = &mut self.people[number];
                if fullness > person.fullness {
                    person.name.clone_from(&best.name);
                    person.fullness = fullness;
                    person.given.clone_from(&best.given);
                }
                person.nickname = person.nickname.take().or_else(|| best.nickname.clone());
                person.gender = person.gender.or(best.gender);
                person.patronymic = person.patronymic.take().or_else(|| best.patronymic.clone());
                number
            }
            None => self.add(best, fullness),
        };
        Some(Mention { tokens: name.tokens(), person: number, cases: best.cases })
    }

    fn add(&mut self, whole: &Whole, fullness: u32) -> usize {
        let number = self.people.len();
        self.people.push(Person {
            name: whole.name.clone(),
            gender: whole.gender,
            key: whole.key.clone(),
            given: whole.given.clone(),
            patronymic: whole.patronymic.clone(),
            nickname: whole.nickname.clone(),
            fullness,
            roles: Vec::new(),
        });
        self.by_key.entry(whole.key.clone()).or_default().push(number);
        let plain = undoubled(&whole.key);
        if self.text.language == Ru && plain != whole.key {
            self.by_key.entry(plain).or_default().push(number);
        }
        // Стефанишин-Пайпер is called Пайпер too.
        if let Some((_, last)) = whole.key.rsplit_once('-') {
            self.by_key.entry(last.to_owned()).or_default().push(number);
        }
        for given in whole.given.iter().chain(&whole.nickname) {
            self.by_given.entry(given.clone()).or_default().push(number);
        }
        number
    }

    /// The person whom a name means, of those known so far.
    fn same(&self, whole: &Whole) -> Option<usize> {
        if whole.given.is_none() && whole.patronymic.is_some() {
            let namesakes = self.by_given.get(&whole.key).into_iter().chain(self.by_key.get(&whole.key));
            let fits = |number: &&usize| {
                let known = &self.people[**number].patronymic;
                known.is_none() || *known == whole.patronymic
            };
            return namesakes.flatten().take(MOST_NAMESAKES).find(fits).copied();
        }
        // Бақыт Қанатқызы is the only Бақыт, whose surname stands elsewhere.
        if let (Endings::Kazakh, Some(given)) = (self.known.endings, &whole.given)
            && is_fathers(&whole.key)
            && !self.by_key.contains_key(&whole.key)
            && let Some([one]) = self.by_given.get(given).map(Vec::as_slice)
            && !is_fathers(&self.people[*one].key)
        {
            return Some(*one);
        }
        let namesakes = self.by_key.get(&whole.key)?;
        let fits = |number: &&usize| match (&self.people[**number].given, &whole.given) {
            (Some(a), Some(b)) if a.ends_with('.') || b.ends_with('.') => a.chars().next() == b.chars().next(),
            (Some(a), Some(b)) => {
                a == b
                    || self.text.language == En && self.people[**number].has(b)
                    || self.people[**number].nickname.as_ref() == Some(b)
                    || whole.nickname.as_ref() == Some(a)
            }
            _ => true,
        };
        namesakes.iter().take(MOST_NAMESAKES).find(fits).copied()
    }

    /// Notes where each person is named in full.
    fn remember(&mut self, mentions: &[Mention]) {
        self.places.resize(self.people.len(), Vec::new());
        for mention in mentions {
            self.places[mention.person].push(mention.tokens.start);
        }
        self.places.iter_mut().for_each(|places| places.sort_unstable());
    }

    /// The place before `at` where a person was last named in full.
    fn named_before(&self, person: usize, at: usize) -> Option<usize> {
        let places = self.places.get(person)?;
        places.partition_point(|place| *place < at).checked_sub(1).map(|last| places[last])
    }

    /// Whether a Russian text named one person in full nearer before `at` than a namesake, who is indeed another.
    fn is_nearer(&self, person: usize, other: usize, at: usize) -> bool {
        let gender = self.people[person].gender;
        self.text.language == Ru
            && gender.is_some()
            && self.people[other].gender == gender
            && self.named_before(person, at) > self.named_before(other, at)
            && !self.people[person].is_spelt_as(&self.people[other])
    }

    /// A lone word: someone known by it, or where the words beside it say so, somebody new.
    fn lone(&mut self, name: &Found, verb: Option<Gender>) -> Option<Mention> {
        let (part, unit) = &name.units[0];
        let given = *part == Part::Given;
        let start = name.tokens().start;
        let mut readings = if given { self.known.given(&unit.norm) } else { Vec::new() };
        readings.extend(self.supported(unit));
        let mut best: Option<(usize, Cases, i32)> = None;
        for reading in &readings {
            let keys = self.by_key.get(&reading.lemma).into_iter().flatten();
            let firsts = self.by_given.get(&reading.lemma).into_iter().flatten();
            let plain = undoubled(&reading.lemma);
            let other = self.text.language == Ru && plain != reading.lemma;
            let respelt = self.by_key.get(&plain).filter(|_| other).into_iter().flatten();
            for number in keys.chain(firsts).chain(respelt).take(MOST_NAMESAKES) {
                let person = &self.people[*number];
                let agrees = reading.gender.is_none() || person.gender.is_none() || reading.gender == person.gender;
                if !agrees {
                    continue;
                }
                let said = verb.is_some() && person.gender == verb;
                let fathers = person.bears_fathers_name();
                let own =
                    person.key == reading.lemma && !fathers || fathers && person.given.as_ref() == Some(&reading.lemma);
                let score = 4 * i32::from(own) + 2 * i32::from(said) + i32::from(reading.cases & NOMINATIVE != 0);
                match &mut best {
                    // A surname that changes may stand in any of these cases.
                    Some((best, cases, _)) if best == number => *cases |= reading.cases,
                    // Of namesakes the one who was last named in full.
                    Some((other, _, most))
                        if *most > score || *most == score && !self.is_nearer(*number, *other, start) => {}
                    _ => best = Some((*number, reading.cases, score)),
                }
            }
        }
        if let Some((person, cases, _)) = best {
            return Some(Mention { tokens: name.tokens(), person, cases });
        }
        if !name.beside {
            return None;
        }
        let mut wholes = self.wholes(name);
        if let Some(verb) = verb {
            for whole in &mut wholes {
                whole.score += 3 * i32::from(whole.gender == Some(verb) && whole.cases & NOMINATIVE != 0);
            }
        }
        let best = wholes.iter().max_by_key(|whole| whole.score)?.clone();
        // `чемпионке Афин`: not of one case, so not one person.
        if name.nominative.is_some_and(|nominative| best.cases != ALL && nominative != (best.cases & NOMINATIVE != 0)) {
            return None;
        }
        let person = self.same(&best).unwrap_or_else(|| self.add(&best, 4));
        Some(Mention { tokens: name.tokens(), person, cases: best.cases })
    }

    /// The ways to read a name, of which all words agree in case and gender.
    fn wholes(&self, name: &Found) -> Vec<Whole> {
        let mut readings: Vec<Vec<Reading>> =
            name.units.iter().map(|(part, unit)| self.readings(*part, unit)).collect();
        // Of a Kazakh name only the last word changes: `Нұрбай Ерікұлы Омаровтың`.
        if self.known.endings == super::known::Endings::Kazakh {
            let last = readings.len().saturating_sub(1);
            for (readings, (_, unit)) in readings.iter_mut().take(last).zip(&name.units) {
                readings.retain(|reading| reading.lemma == unit.norm);
                readings.iter_mut().for_each(|reading| reading.cases = ALL);
                if readings.is_empty() {
                    readings.push(as_it_stands(&unit.norm));
                }
            }
        }
        let mut wholes = Vec::new();
        let mut chosen = Vec::new();
        self.combine(name, &readings, &mut chosen, &mut wholes);
        // `пресс-секретарь Ане Лунде`: a form that no list has as a nominative is one.
        let foreign = name.nominative == Some(true)
            && self.known.endings == Endings::Russian
            && name.units[0].1.norm.ends_with('е')
            && wholes.iter().all(|whole: &Whole| whole.cases & NOMINATIVE == 0);
        if wholes.is_empty() || foreign {
            let plain: Vec<_> = name.units.iter().map(|(_, unit)| as_it_stands(&unit.norm)).collect();
            // `Carlos Medina`: where the two disagree, the given name tells.
            let given = name.units.iter().position(|(part, _)| *part == Part::Given);
            let gender = given.and_then(|at| readings[at].iter().find_map(|reading| reading.gender));
            wholes.push(self.whole(name, &plain, ALL, gender));
        }
        wholes
    }

    fn combine(&self, name: &Found, readings: &[Vec<Reading>], chosen: &mut Vec<Reading>, wholes: &mut Vec<Whole>) {
        if wholes.len() >= 256 {
            return;
        }
        let (mut cases, mut gender) = (ALL, None);
        for reading in chosen.iter() {
            cases &= reading.cases;
            match (gender, reading.gender) {
                (Some(one), Some(other)) if one != other => return,
                _ => gender = gender.or(reading.gender),
            }
        }
        if cases == 0 {
            return;
        }
        if chosen.len() == readings.len() {
            wholes.push(self.whole(name, chosen, cases, gender));
            return;
        }
        for reading in &readings[chosen.len()] {
            chosen.push(reading.clone());
            self.combine(name, readings, chosen, wholes);
            chosen.pop();
        }
    }

    fn whole(&self, name: &Found, readings: &[Reading], cases: Cases, gender: Option<Gender>) -> Whole {
        let (mut words, mut score) =
            (Vec::new(), i32::from(cases & NOMINATIVE != 0 && name.nominative != Some(false)) * 2);
        let told = name.nominative.map(|nominative| nominative == (cases & NOMINATIVE != 0) || cases == ALL);
        score += told.map_or(0, |told| if told { 3 } else { -3 });
        let (mut key, mut given, mut patronymic) = (None, None, None);
        for ((part, unit), reading) in name.units.iter().zip(readings) {
            let form = self.text.slice(unit.tokens.clone());
            let same = unit.norm == reading.lemma;
            words.push(if same || unit.initial {
                form.to_owned()
            } else {
                nominative(form, &unit.norm, &reading.lemma)
            });
            score += 2 * i32::from(reading.typical);
            // `Олега Гая`: few names in a vowel stay as they are.
            let stays = same && cases & NOMINATIVE == 0 && unit.norm.ends_with(['а', 'я']) && *part == Part::Surname;
            score -= 2 * i32::from(stays && self.known.endings == super::known::Endings::Russian);
            // A woman's name in a consonant is rarer than a man's.
            score -= i32::from(reading.gender == Some(Gender::Woman) && reading.cases == ALL && !reading.typical);
            // The nominative stands elsewhere in the text, or the form is not the nominative and nothing speaks for it.
            score += if same {
                0
            } else if self.capitals.contains(&reading.lemma) {
                4
            } else {
                -1
            };
            match part {
                Part::Surname => key = Some(reading.lemma.clone()),
                Part::Given if given.is_none() => given = Some(reading.lemma.clone()),
                Part::Patronymic => patronymic = Some(reading.lemma.clone()),
                Part::Initial if given.is_none() => given = Some(format!("{}.", unit.norm)),
                _ => {}
            }
        }
        // `А.Могучий`, as the text spaces it.
        let mut shown = String::new();
        for (number, ((_, unit), word)) in name.units.iter().zip(&words).enumerate() {
            if number > 0 && self.text.tokens[unit.tokens.start].spaced {
                shown.push(' ');
            }
            shown += word;
        }
        let key = key.or_else(|| given.clone()).unwrap_or_default();
        // De Wit: what begins a surname is no given name.
        let given = given.filter(|given| *given != key && !super::english::is_particle(given));
        let nickname = name.units.iter().find_map(|(_, unit)| unit.nickname.clone());
        let nickname = nickname.map(|words| {
            let (form, plain) = self.nickname(words, cases);
            shown = shown.replacen(form, &plain, 1);
            plain.to_lowercase()
        });
        Whole { key, given, patronymic, nickname, name: shown, gender, cases, score }
    }

    /// A nickname as it stands, and in the nominative where the name that it is in stands in another case.
    fn nickname(&self, words: Range<usize>, cases: Cases) -> (&str, String) {
        let form = self.text.slice(words.clone());
        let norm = self.text.norm(words.start);
        let changes = words.len() == 1 && cases & NOMINATIVE == 0 && self.known.endings == Endings::Russian;
        let readings = if changes { self.known.readings(norm) } else { Vec::new() };
        let fitting = readings.into_iter().filter(|reading| reading.cases & cases != 0 && reading.cases != ALL);
        let best = fitting.max_by_key(|reading| (self.capitals.contains(&reading.lemma), reading.typical));
        (form, best.map_or_else(|| form.to_owned(), |reading| written(form, norm, &reading.lemma)))
    }

    fn readings(&self, part: Part, unit: &Unit) -> Vec<Reading> {
        match part {
            Part::Initial | Part::Numeral => vec![as_it_stands(&unit.norm)],
            Part::Patronymic if self.known.endings == Endings::Kazakh => self.supported(unit),
            Part::Patronymic => self.known.patronymic(&unit.norm),
            Part::Given => {
                let given = self.compound(&unit.norm, &|norm| self.known.given(norm));
                if given.is_empty() { self.supported(unit) } else { given }
            }
            Part::Surname => self.supported(unit),
        }
    }

    /// Any readings of a name; Kazakh ones without an ending only where something speaks for them.
    fn supported(&self, unit: &Unit) -> Vec<Reading> {
        let mut readings = self.compound(&unit.norm, &|norm| self.known.readings(norm));
        if self.fixed.contains(&unit.norm) {
            readings.retain(|reading| reading.cases != PREPOSITIONAL);
        }
        if self.known.endings == super::known::Endings::Kazakh {
            // `Кәмшат апаның`
            let is_courtesy = |lemma: &str| self.text.lexicon.speakers.is_honorific(lemma);
            let speaks = |lemma: &str| {
                self.capitals.contains(lemma)
                    || self.known.is_surname(lemma)
                    || !self.known.given(lemma).is_empty()
                    || is_courtesy(lemma)
            };
            // No name ends as a genitive does: `Көшербайдың` is of Көшербай.
            let owner = readings.iter().any(|reading| reading.cases == GENITIVE);
            readings.retain_mut(|reading| {
                let same = reading.lemma == unit.norm;
                reading.typical = !same && speaks(&reading.lemma);
                same && !owner || reading.typical || owner && reading.cases == GENITIVE
            });
            // `Омаровтың` is no nominative: the rest ends as surnames do.
            let ends = |lemma: &str| {
                ["ов", "ев", "ин", "ова", "ева", "ина", "ұлы", "қызы"].iter().any(|ending| lemma.ends_with(ending))
            };
            let sure = |reading: &Reading| reading.typical && (ends(&reading.lemma) || is_courtesy(&reading.lemma));
            if readings.iter().any(sure) {
                readings.retain(|reading| reading.lemma != unit.norm);
            }
        }
        readings
    }

    /// The readings of a name of which only the part after the last hyphen changes.
    fn compound(&self, norm: &str, readings: &dyn Fn(&str) -> Vec<Reading>) -> Vec<Reading> {
        let whole = readings(norm);
        let Some((start, last)) = norm.rsplit_once('-').filter(|_| whole.is_empty() || norm.contains('-')) else {
            return whole;
        };
        if whole.iter().any(|reading| reading.typical) {
            return whole;
        }
        let joined = |reading: Reading| Reading { lemma: format!("{start}-{}", reading.lemma), ..reading };
        readings(last).into_iter().map(joined).collect()
    }
}
