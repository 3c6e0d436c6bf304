//! What a number counts: a noun, its adjectives before it and the genitives that belong to it.
//!
//! There is no dictionary: endings, and short lists of words whose endings mislead, tell nouns from what else may follow.

use std::ops::Range;

use super::Reader;
use super::known::{Measure, Role};
use super::numerals::{Form, Numeral};
use crate::article::Language;
use crate::structure::tokens::{Case, Kind};

/// The most words before a noun.
const MOST_ADJECTIVES: usize = 5;

/// The most genitives after a noun.
const MOST_GENITIVES: usize = 4;

impl Reader<'_, '_> {
    /// The noun phrase at `at` that a number counts.
    pub(super) fn counted(&self, at: usize, numeral: Numeral) -> Option<Range<usize>> {
        match self.text.language {
            Language::Ru => self.russian_noun(at, numeral),
            Language::Kk => self.kazakh_noun(at, numeral),
            Language::En => self.english_noun(at, numeral),
        }
    }

    /// Whether a word that could be a noun or an adjective stands at a place.
    fn is_content(&self, at: usize) -> bool {
        let term = self.term(at);
        self.is_word(at)
            && !term.is(Role::Function)
            && !term.is(Role::Preposition)
            && !term.is(Role::Approximator)
            && !term.is(Role::Verb)
            && term.number.is_none()
    }

    /// The token after a word and what is joined to it by hyphens.
    fn word_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while self.is_dash(end) && !self.spaced(end) && self.is_word(end + 1) && !self.spaced(end + 1) {
            end += 2;
        }
        end
    }

    fn russian_noun(&self, at: usize, numeral: Numeral) -> Option<Range<usize>> {
        if let Some(name) = self.quoted_name(at) {
            return Some(name);
        }
        let mut next = at;
        let mut agreed = false;
        for _ in 0..MOST_ADJECTIVES {
            let modifier = self.term(next).is(Role::Modifier);
            let adjective = modifier
                || (self.is_content(next) && russian::is_adjective(self.norm(next)) && self.term(next).unit.is_none());
            let end = self.word_end(next);
            let noun = self.is_content(end) || self.term(end).is(Role::Modifier);
            if !adjective || !noun || self.looks_verbal(end) && !russian::is_adjective(self.norm(end)) {
                break;
            }
            (next, agreed) = (end, true);
        }
        if !self.is_content(next) || self.looks_verbal(next) || self.text.tokens[next].kind == Kind::LineEnd {
            return None;
        }
        let singular = numeral.form == Form::Ordinal || numeral.value % 10.0 == 1.0 || numeral.value < 2.0;
        let term = self.term(next);
        let fits = singular
            || agreed
            || term.unit.is_some()
            || russian::may_be_counted(self.norm(next))
            || self.is_latin(next);
        if !fits {
            return None;
        }
        // `7 Токаев`: a name is not counted, `5 BMW` is.
        if self.text.tokens[next].case == Case::Capital
            && !self.is_latin(next)
            && !agreed
            && self.term(next).unit.is_none()
        {
            return None;
        }
        let head = self.appositive_person(next);
        let weak = self.stands_apart(at);
        let end = self.genitives(self.apposition(head), weak);
        Some(at..end)
    }

    /// «Золотых Маски» after a number.
    fn quoted_name(&self, at: usize) -> Option<Range<usize>> {
        let closing = match self.token(at)?.kind {
            Kind::Mark('«') => '»',
            Kind::Mark('"') => '"',
            Kind::Mark('“') => '”',
            _ => return None,
        };
        let close = (at + 1..at + 6).find(|at| self.is(*at, closing))?;
        (close > at + 1 && (at + 1..close).all(|at| self.is_word(at))).then_some(at..close + 1)
    }

    /// The end of a noun and of the nouns that say of the same person: `женщина офицер-подводник`.
    fn appositive_person(&self, at: usize) -> usize {
        let mut end = self.word_end(at);
        let is_person = |at: usize| self.term(at).unit.is_some_and(|unit| unit.measure == Measure::Person);
        let by = |at: usize| ["ом", "ем"].iter().any(|ending| self.norm(at).ends_with(ending)) && self.is_content(at);
        if !is_person(at) {
            return end;
        }
        let mut last = at;
        for _ in 0..2 {
            let same = is_person(end) && !russian::is_genitive(self.norm(end))
                || by(last) && by(end) && !russian::is_adjective(self.norm(end));
            if !same {
                break;
            }
            (last, end) = (end, self.word_end(end));
        }
        end
    }

    /// A name in Latin letters or double apostrophes behind a noun: `компьютер Macintosh`, `номера ''Playboy''`.
    fn apposition(&self, at: usize) -> usize {
        let quoted = |at: usize| self.is(at, '\'') && self.is(at + 1, '\'');
        if quoted(at)
            && let Some(close) = (at + 2..at + 8).find(|at| quoted(*at))
        {
            return close + 2;
        }
        let latin = |at: usize| self.is_latin(at) && self.text.tokens[at].case != Case::Small;
        (at..at + 4).find(|at| !latin(*at)).unwrap_or(at)
    }

    /// Whether a number before `at` stands in a phrase of its own at the beginning of a clause, so that what follows its
    /// noun may well be the subject: `За 12 матчей команда`.
    fn stands_apart(&self, at: usize) -> bool {
        let numeric = |at: usize| {
            let term = self.term(at);
            self.is_digits(at) || term.number.is_some() || term.is(Role::Approximator) || term.is(Role::Modifier)
        };
        let Some(first) = (at.saturating_sub(8)..at).rev().find(|at| !numeric(*at)) else { return false };
        let opens = first.checked_sub(1).is_none_or(|before| !self.is_word(before));
        self.term(first).is(Role::Preposition) && opens
    }

    /// The end of the genitives that follow a noun.
    fn genitives(&self, at: usize, weak: bool) -> usize {
        let mut end = at;
        for _ in 0..MOST_GENITIVES {
            let Some(next) = self.one_genitive(end, weak) else { break };
            end = next;
        }
        // `самолетов, вертолетов и кораблей`.
        let plural = |at: usize| self.is_content(at) && russian::is_sure_plural(self.norm(at));
        if plural(end.wrapping_sub(1)) {
            for _ in 0..MOST_GENITIVES {
                let listed = self.is(end, ',') && plural(end + 1) && !russian::is_adjective(self.norm(end + 1));
                let joined = self.term(end).is(Role::And);
                if !listed && !joined {
                    break;
                }
                let Some(next) = self.one_genitive(end + 1, true).filter(|_| listed || self.last_of_list(end + 1))
                else {
                    break;
                };
                end = next;
                if joined {
                    end = self.genitives_plain(end, weak);
                    break;
                }
            }
        }
        end
    }

    fn genitives_plain(&self, at: usize, weak: bool) -> usize {
        (0..MOST_GENITIVES).fold(at, |end, _| self.one_genitive(end, weak).unwrap_or(end))
    }

    /// Whether `и` adds a genitive plural at `at`.
    fn last_of_list(&self, at: usize) -> bool {
        let mut next = at;
        while russian::is_adjective(self.norm(next)) && next < at + 3 {
            next += 1;
        }
        self.is_content(next) && russian::is_sure_plural(self.norm(next))
    }

    /// Adjectives and a noun in the genitive at `at`: the token after them.
    fn one_genitive(&self, at: usize, weak: bool) -> Option<usize> {
        let mut next = at;
        let mut adjective = "";
        for _ in 0..3 {
            if !self.is_content(next) && !self.term(next).is(Role::Modifier)
                || !russian::is_genitive_adjective(self.norm(next))
            {
                break;
            }
            adjective = self.norm(next);
            next = self.word_end(next);
        }
        if !self.is_content(next) || self.looks_verbal(next) {
            // `служащих`, `российской сборной`: the adjective is the noun.
            let plural = russian::is_sure_plural(adjective) && next == self.word_end(at);
            let feminine = adjective.ends_with("ой") && next == self.word_end(self.word_end(at));
            return (next > at && !weak && (plural || feminine)).then_some(next);
        }
        let (norm, term) = (self.norm(next), self.term(next));
        if term.month.is_some() || term.unit.is_some_and(|unit| unit.measure == Measure::Time) {
            return None;
        }
        let short_name =
            matches!(self.text.tokens[next].case, Case::Capitals) && norm.chars().count() <= 4 && !self.is_latin(next);
        let genitive = match adjective {
            "" if short_name || term.is(Role::Tail) => true,
            "" if weak => russian::is_sure_genitive(norm),
            "" => russian::is_genitive(norm),
            _ if russian::is_sure_plural(adjective) => !norm.ends_with('у'),
            _ => russian::is_genitive(norm),
        };
        let mut end = self.word_end(next);
        // `класса лицея № 21`: the name of another thing.
        if !genitive || self.is(end, '№') {
            return None;
        }
        // `Мамуки Бахтадзе`: the rest of a name that begins in the genitive.
        let capital = |at: usize| {
            self.token(at).is_some_and(|token| token.case == Case::Capital && token.spaced) && self.is_content(at)
        };
        if capital(next) && capital(end) {
            end = self.word_end(end);
        }
        Some(end)
    }

    /// A genitive phrase behind a unit: `4,5 тонны цветных металлов`, `35 процентов акций`.
    /// Where `weak`, what follows may also be the subject: `выросли на 5 процентов цены`.
    pub(super) fn genitive(&self, at: usize, weak: bool) -> Option<Range<usize>> {
        let end = self.one_genitive(at, weak)?;
        Some(at..self.genitives_plain(end, false))
    }

    /// What belongs to a time: `двум годам ограничения свободы`.
    pub(super) fn verbal_genitive(&self, at: usize) -> Option<Range<usize>> {
        let norm = self.norm(at);
        let verbal = ["ния", "тия", "работ", "служб", "стажа", "тюрьмы", "колонии", "жизни", "независимости"];
        let found = norm.chars().count() > 4 && verbal.iter().any(|end| norm.ends_with(end))
            || matches!(norm, "работы" | "службы");
        if !found || !self.is_content(at) {
            return None;
        }
        Some(at..self.genitives_plain(at + 1, false))
    }

    /// Whether a Russian word looks like a verb or an adverb.
    fn looks_verbal(&self, at: usize) -> bool {
        self.text.language == Language::Ru
            && !self.term(at).is(Role::Noun)
            && self
                .term(at)
                .unit
                .is_none_or(|unit| unit.measure == Measure::Person && russian::is_participle(self.norm(at)))
            && russian::is_verb(self.norm(at))
    }

    fn kazakh_noun(&self, at: usize, numeral: Numeral) -> Option<Range<usize>> {
        let counts = numeral.ending.is_bare() && numeral.form != Form::Many
            || matches!(numeral.form, Form::Many | Form::Ordinal);
        if !counts || numeral.ending.possessive {
            return None;
        }
        if let Some(name) = self.quoted_name(at) {
            return Some(name);
        }
        let mut next = at;
        for _ in 0..3 {
            let norm = self.norm(next);
            let adjective = self.term(next).is(Role::Adjective) && self.term(next).ending.is_bare()
                || kazakh_is_adjective(norm) && !self.term(next).is(Role::Noun);
            if !self.is_content(next) || !adjective {
                break;
            }
            let end = self.word_end(next);
            if !self.is_kazakh_noun(end) {
                break;
            }
            next = end;
        }
        if !self.is_kazakh_noun(next) {
            return None;
        }
        let mut end = self.word_end(next);
        if kazakh_has_case(self.norm(next)) || self.norm(next) == "рет" {
            return Some(at..end);
        }
        // `34 ауыл мектебі`, `5 білім беру мекемесі`: bare nouns before one that is theirs.
        for ahead in 0..2 {
            let owned = end + ahead;
            let bare = (end..owned).all(|at| self.is_kazakh_noun(at) && !kazakh_is_owned(self.norm(at)));
            if bare
                && !kazakh_is_owned(self.norm(end - 1))
                && self.is_kazakh_noun(owned)
                && kazakh_is_owned(self.norm(owned))
            {
                end = owned + 1;
                break;
            }
        }
        Some(at..end)
    }

    fn is_kazakh_noun(&self, at: usize) -> bool {
        let norm = self.norm(at);
        let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
        let participle = kazakh_is_participle(norm) && !self.term(at).is(Role::Noun);
        // The endings of the past are those of the accusative too: `5 ауылды`.
        let accusative = ends(&["ды", "ді", "ты", "ті"]) && !ends(&["йды", "йді", "ады", "еді"]);
        self.is_content(at)
            && !participle
            && (accusative || !kazakh_is_verb(norm))
            && !(self.text.tokens[at].case == Case::Capital && !self.is_latin(at))
    }

    fn english_noun(&self, at: usize, numeral: Numeral) -> Option<Range<usize>> {
        let one = numeral.form == Form::Ordinal || numeral.value == 1.0;
        let mut next = at;
        // `five of the wells` counts wells, but ends at the number; `two more nurses`.
        while self.term(next).is(Role::Modifier) && next < at + 2 {
            next += 1;
        }
        for place in next..next + 5 {
            let norm = self.norm(place);
            if !self.is_content(place) || place > next && !self.spaced(place) && !self.is_dash(place - 1) {
                // A hyphen inside: `two gas-fired plants`.
                if place > next && self.is_dash(place) && !self.spaced(place) && !self.spaced(place + 1) {
                    continue;
                }
                return None;
            }
            let plural = self.is_english_plural(place);
            if one && self.term(place).unit.is_some_and(|unit| unit.measure == Measure::Person) {
                return Some(at..place + 1);
            }
            if one && !plural && !english_is_participle(norm) && !self.english_goes_on(place) {
                return Some(at..place + 1);
            }
            if plural && !one {
                let mut end = place + 1;
                while self.is_content(end) && self.is_english_plural(end) && self.spaced(end) && end < place + 3 {
                    end += 1;
                }
                return Some(at..end);
            }
        }
        None
    }

    fn is_english_plural(&self, at: usize) -> bool {
        let (norm, term) = (self.norm(at), self.term(at));
        if term.is(Role::Plural) {
            return true;
        }
        let s =
            norm.ends_with('s') && !["ss", "us", "is", "'s"].iter().any(|end| norm.ends_with(end)) && norm.len() > 3;
        (s || norm.ends_with("s'")) && !term.is(Role::Noun)
    }

    /// Whether a singular noun is followed by another, so that it stands like an adjective.
    fn english_goes_on(&self, at: usize) -> bool {
        let next = at + 1;
        self.is_content(next)
            && self.spaced(next)
            && !english_is_participle(self.norm(next))
            && self.text.tokens[next].case == self.text.tokens[at].case
            && !self.norm(next).ends_with('s')
            && !self.norm(next).ends_with("ly")
    }
}

/// What Russian endings tell.
mod russian {
    fn ends(word: &str, endings: &[&str]) -> bool {
        endings.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len() + 2)
    }

    pub(super) fn is_adjective(word: &str) -> bool {
        ends(
            word,
            &[
                "ых", "их", "ые", "ие", "ыми", "ими", "ым", "им", "ого", "его", "ому", "ему", "ой", "ую", "юю", "ая",
                "яя", "ое", "ый", "ий", "ом",
            ],
        ) && !ends(word, &["ией", "ений", "аний", "яний", "тий", "ций", "сий", "зий", "вий", "лий", "стой"])
            && !(word.ends_with("ом") && !ends(word, &["ном", "ском", "том_", "шом", "вом_"]))
            && !(word.ends_with("ие")
                && ends(word, &["ние", "тие", "вие"])
                && !ends(word, &["дние", "нние", "тние", "жние", "шние"]))
    }

    pub(super) fn is_genitive_adjective(word: &str) -> bool {
        ends(
            word,
            &[
                "ых", "их", "ого", "его", "ной", "ской", "цкой", "вой", "лой", "шей", "щей", "той", "дней", "ней",
                "жей", "рой",
            ],
        )
    }

    /// Genitive plural endings that nothing else has.
    pub(super) fn is_sure_plural(word: &str) -> bool {
        ends(
            word,
            &[
                "ов",
                "ев",
                "ых",
                "их",
                "ений",
                "аний",
                "яний",
                "ций",
                "сий",
                "зий",
                "ителей",
                "ателей",
                "блей",
                "дей",
                "аблей",
            ],
        )
    }

    pub(super) fn is_sure_genitive(word: &str) -> bool {
        is_sure_plural(word) && !ends(word, &["ых", "их"]) || ends(word, &["ения", "ания", "ости", "ства"])
    }

    pub(super) fn is_genitive(word: &str) -> bool {
        if is_sure_genitive(word) {
            return true;
        }
        // `комиссия`, `партия` are subjects.
        let subject = ends(word, &["сия", "ция", "зия", "гия", "фия", "рия", "мия", "пия", "дия"]);
        ends(word, &["а", "я", "ы", "и", "ей", "ий"])
            && !subject
            && !is_verb(word)
            && !ends(word, &["ами", "ями", "ский", "цкий", "ший", "щий"])
    }

    /// Whether a noun may follow a number greater than one: in the genitive, or with it in another case of the plural.
    pub(super) fn may_be_counted(word: &str) -> bool {
        let last = word.chars().next_back().unwrap_or(' ');
        let singular = matches!(last, 'о' | 'е' | 'у' | 'ю' | 'э');
        !singular && word.chars().count() > 1
    }

    pub(super) fn is_participle(word: &str) -> bool {
        ends(word, &["аны", "ены", "яны"])
    }

    /// Verbs, adverbs and short participles.
    pub(super) fn is_verb(word: &str) -> bool {
        ends(
            word,
            &[
                "лся",
                "лась",
                "лось",
                "лись",
                "тся",
                "ться",
                "ть",
                "ал",
                "ял",
                "ил",
                "ел",
                "ула",
                "ала",
                "ила",
                "ела",
                "яла",
                "ыла",
                "ало",
                "ило",
                "ело",
                "ула",
                "ли",
                "ают",
                "яют",
                "уют",
                "еют",
                "ат_",
                "ает",
                "яет",
                "ует",
                "еет",
                "ит",
                "ят",
                "ут",
                "ет",
                "ют",
                "ено",
                "ано",
                "яно",
                "ены",
                "аны",
                "яны",
                "ена",
                "ана",
                "ен_",
                "вшись",
                "ясь",
                "ыто",
                "ыты",
                "ыта",
            ],
        ) || word.ends_with("но") && word.chars().count() > 4
            || word.ends_with("ески")
    }
}

/// Whether a Kazakh noun stands in a case: what follows it is no part of its phrase.
fn kazakh_has_case(word: &str) -> bool {
    const ENDINGS: [&str; 34] = [
        "ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке",
        "на", "не", "да", "де", "та", "те", "нда", "нде", "мен", "бен", "пен", "ны", "ні", "ды", "ді", "ты", "ті",
        "ын",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len() + 4)
}

/// Whether a Kazakh word has the ending of a participle.
fn kazakh_is_participle(word: &str) -> bool {
    ["ған", "ген", "қан", "кен", "атын", "етін", "йтын", "йтін"]
        .iter()
        .any(|ending| word.ends_with(ending) && word.len() > ending.len() + 2)
}

/// Whether a Kazakh word has the ending of an adjective or a participle.
fn kazakh_is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 22] = [
        "лық", "лік", "дық", "дік", "тық", "тік", "лы", "лі", "сыз", "сіз", "дағы", "дегі", "тағы", "тегі", "ған",
        "ген", "қан", "кен", "атын", "етін", "йтын", "йтін",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len() + 4)
        && !["шылық", "шілік"].iter().any(|noun| word.ends_with(noun))
}

/// Whether a Kazakh word has the ending of a verb or converb.
fn kazakh_is_verb(word: &str) -> bool {
    const ENDINGS: [&str; 21] = [
        "йды", "йді", "ады", "еді", "ды", "ді", "ты", "ті", "ып", "іп", "мақ", "мек", "пақ", "пек", "йық", "йік",
        "мын", "мін", "мыз", "міз", "ар_",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len() + 2)
        && !["туынды", "мекті", "кеті"].iter().any(|noun| word.starts_with(noun))
}

/// Whether a Kazakh noun ends like one that belongs to another: `мекемесі`, `мектебі`, `бөлігі`. After `д`, `т`, `л` and
/// `ш` the same letters are other endings (`берді`, `балалы`, `оқушы`).
fn kazakh_is_owned(word: &str) -> bool {
    let mut letters = word.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    matches!(last, Some('ы' | 'і')) && !matches!(before, Some('д' | 'т' | 'л' | 'ш') | None) && word.chars().count() > 3
}

fn english_is_participle(word: &str) -> bool {
    const NOUNS: [&str; 12] = [
        "bed", "seed", "speed", "need", "feed", "shed", "building", "meeting", "ceiling", "railing", "hearing",
        "painting",
    ];
    (word.ends_with("ed") || word.ends_with("ing") && word.len() > 5) && word.len() > 3 && !NOUNS.contains(&word)
}

pub(super) fn looks_like_russian_verb(word: &str) -> bool {
    russian::is_verb(word)
}

pub(super) fn looks_like_kazakh_verb(word: &str) -> bool {
    kazakh_is_verb(word) || ["ған", "ген", "қан", "кен"].iter().any(|ending| word.ends_with(ending))
}
