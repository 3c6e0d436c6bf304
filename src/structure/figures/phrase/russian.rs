//! Russian nouns behind a number: adjectives, the noun, genitives, names in apposition.

use std::ops::Range;

use crate::article::Language;
use crate::structure::figures::Reader;
use crate::structure::figures::known::{Measure, Role};
use crate::structure::figures::numerals::{Form, Numeral};
use crate::structure::tokens::{Case, Kind};

/// The most words before a noun.
const MOST_ADJECTIVES: usize = 5;

/// The most genitives after a noun.
const MOST_GENITIVES: usize = 4;

impl Reader<'_, '_> {
    pub(super) fn russian_noun(&self, at: usize, numeral: Numeral) -> Option<Range<usize>> {
        if let Some(name) = self.quoted_name(at) {
            return Some(name);
        }
        let mut next = at;
        let mut agreed = false;
        for _ in 0..MOST_ADJECTIVES {
            // `10 рабочих мест`: elsewhere the word is a noun.
            let modifier = self.term(next).is(Role::Modifier)
                || self.norm(next) == "рабочих" && matches!(self.norm(next + 1), "мест" | "групп" | "смен" | "встреч");
            let adjective = modifier
                || (self.is_content(next) && is_adjective(self.last_part(next)) && self.term(next).unit.is_none());
            let end = self.word_end(next);
            let noun = self.is_content(end) || self.term(end).is(Role::Modifier);
            if !adjective || !noun || self.looks_verbal(end) && !is_adjective(self.last_part(end)) {
                break;
            }
            (next, agreed) = (end, true);
        }
        if !self.is_content(next) || self.looks_verbal(next) || self.text.tokens[next].kind == Kind::LineEnd {
            return None;
        }
        let singular = numeral.form == Form::Ordinal || numeral.value % 10.0 == 1.0 || numeral.value < 2.0;
        let term = self.term(next);
        let fits = singular || agreed || term.unit.is_some() || may_be_counted(self.norm(next)) || self.is_latin(next);
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

    /// The end of a noun and of the nouns that say of the same person: `женщина офицер-хирург`.
    fn appositive_person(&self, at: usize) -> usize {
        let mut end = self.word_end(at);
        let is_person = |at: usize| self.term(at).unit.is_some_and(|unit| unit.measure == Measure::Person);
        let by = |at: usize| ["ом", "ем"].iter().any(|ending| self.norm(at).ends_with(ending)) && self.is_content(at);
        if !is_person(at) {
            return end;
        }
        let mut last = at;
        for _ in 0..2 {
            let same =
                is_person(end) && !is_genitive(self.norm(end)) || by(last) && by(end) && !is_adjective(self.norm(end));
            if !same {
                break;
            }
            (last, end) = (end, self.word_end(end));
        }
        end
    }

    /// A name in Latin letters or double apostrophes behind a noun: `трактор Belarus`, `номера ''Science''`.
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
        let opens = first.checked_sub(1).is_none_or(|before| !self.is_word(before) && !self.is_digits(before));
        self.term(first).is(Role::Preposition) && opens
    }

    /// The end of the genitives that follow a noun.
    fn genitives(&self, at: usize, weak: bool) -> usize {
        let mut end = at;
        for _ in 0..MOST_GENITIVES {
            let Some(next) = self.one_genitive(end, weak) else { break };
            end = next;
        }
        // `трамваев, автобусов и вагонов`.
        let plural = |at: usize| self.is_content(at) && is_sure_plural(self.norm(at));
        if plural(end.wrapping_sub(1)) {
            for _ in 0..MOST_GENITIVES {
                let listed = self.is(end, ',') && plural(end + 1) && !is_adjective(self.norm(end + 1));
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
        while is_adjective(self.norm(next)) && next < at + 3 {
            next += 1;
        }
        self.is_content(next) && is_sure_plural(self.norm(next))
    }

    /// Adjectives and a noun in the genitive at `at`: the token after them.
    fn one_genitive(&self, at: usize, weak: bool) -> Option<usize> {
        let mut next = at;
        let mut adjective = "";
        for _ in 0..3 {
            if !self.is_content(next) && !self.term(next).is(Role::Modifier) || !is_genitive_adjective(self.norm(next))
            {
                break;
            }
            adjective = self.norm(next);
            next = self.word_end(next);
            // `магистральных и межхозяйственных сетей`
            if self.term(next).is(Role::And) && self.is_content(next + 1) && is_genitive_adjective(self.norm(next + 1))
            {
                next += 1;
            }
        }
        if !self.is_content(next) || self.looks_verbal(next) {
            // `служащих`, `казанской сборной`: the adjective is the noun.
            let plural = is_sure_plural(adjective) && next == self.word_end(at);
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
            "" if weak => is_sure_genitive(norm),
            "" => is_genitive(norm),
            _ if is_sure_plural(adjective) => !ends(norm, "у ю ом ем ами ями"),
            _ => is_genitive(norm),
        };
        // `5% годовых сроком`
        if !genitive && !weak && is_sure_plural(adjective) {
            return Some(next);
        }
        let mut end = self.word_end(next);
        // `класса школы № 5`: the name of another thing.
        if !genitive || self.is(end, '№') {
            return None;
        }
        // `Ивана Петренко`: the rest of a name that begins in the genitive.
        let capital = |at: usize| {
            self.token(at).is_some_and(|token| token.case == Case::Capital && token.spaced) && self.is_content(at)
        };
        if capital(next) && capital(end) {
            end = self.word_end(end);
        }
        Some(end)
    }

    /// A genitive phrase behind a unit: `7,5 тонны чёрных металлов`, `15 процентов акций`.
    /// Where `weak`, what follows may also be the subject: `выросли на 5 процентов цены`.
    pub(in crate::structure::figures) fn genitive(&self, at: usize, weak: bool) -> Option<Range<usize>> {
        // `68 % россиян`, `20 процентов школ`: no ending at all is a genitive too.
        let bare = || {
            let ends = self.norm(at).ends_with(|last: char| !"аеиоуыэюяйь".contains(last));
            let small = self.token(at).is_some_and(|token| token.case == Case::Small);
            (!weak && ends && small && self.is_content(at) && !self.looks_verbal(at)).then(|| self.word_end(at))
        };
        let end = self.one_genitive(at, weak).or_else(bare)?;
        Some(at..self.genitives_plain(end, false))
    }

    /// What belongs to a time: `двум годам ограничения свободы`.
    pub(in crate::structure::figures) fn verbal_genitive(&self, at: usize) -> Option<Range<usize>> {
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
            && self.term(at).unit.is_none_or(|unit| unit.measure == Measure::Person && is_participle(self.norm(at)))
            && is_verb(self.last_part(at))
    }

    /// The last part of a word joined by hyphens, which is the one that is declined.
    fn last_part(&self, at: usize) -> &str {
        self.norm(self.word_end(at) - 1)
    }
}

/// Whether a word has one of some endings and something before it.
fn ends(word: &str, endings: &str) -> bool {
    endings.split(' ').any(|ending| word.ends_with(ending) && word.len() > ending.len() + 2)
}

fn is_adjective(word: &str) -> bool {
    ends(word, "ых их ые ие ыми ими ым им ого его ому ему ой ую юю ая яя ое ый ий ом")
        && !ends(word, "ией ений аний яний тий ций сий зий вий лий стой")
        && (!word.ends_with("ом") || ends(word, "ном ском шом"))
        && !(word.ends_with("ие") && ends(word, "ние тие вие") && !ends(word, "дние нние тние жние шние"))
}

fn is_genitive_adjective(word: &str) -> bool {
    ends(word, "ых их ого его ной ской цкой вой лой шей щей той дней ней жей рой")
}

/// Genitive plural endings that nothing else has.
fn is_sure_plural(word: &str) -> bool {
    ends(word, "ов ев ых их ений аний яний ций сий зий ителей ателей блей дей аблей")
}

fn is_sure_genitive(word: &str) -> bool {
    is_sure_plural(word) && !ends(word, "ых их") || ends(word, "ения ания ости ства")
}

fn is_genitive(word: &str) -> bool {
    if is_sure_genitive(word) {
        return true;
    }
    // `комиссия`, `партия` are subjects.
    let subject = ends(word, "сия ция зия гия фия рия мия пия дия");
    ends(word, "а я ы и ей ий") && !subject && !is_verb(word) && !ends(word, "ами ями ский цкий ший щий")
}

/// Whether a noun may follow a number greater than one: in the genitive, or with it in another case of the plural.
fn may_be_counted(word: &str) -> bool {
    let last = word.chars().next_back().unwrap_or(' ');
    let singular = matches!(last, 'о' | 'е' | 'у' | 'ю' | 'э');
    !singular && word.chars().count() > 1
}

fn is_participle(word: &str) -> bool {
    ends(word, "аны ены яны")
}

/// Verbs, adverbs and short participles.
pub(in crate::structure::figures) fn is_verb(word: &str) -> bool {
    let noun = ends(word, "ость");
    !noun
        && ends(
            word,
            "лся лась лось лись тся ться ть ал ял ил ел ула ала ила ела яла ыла ало ило ело ула ли ают яют уют еют ает яет ует еет ит ят ут ет ют ено ано яно ены аны яны ена ана вшись ясь ыто ыты ыта",
        )
        || word.ends_with("но") && word.chars().count() > 4
        || word.ends_with("ески")
}
