//! Numbers that are no figures: in names, articles of law, list marks, telephone numbers, clock times, scores.

use std::ops::Range;

use super::Reader;
use super::known::Role;
use super::numerals::{Form, Numeral};
use crate::article::Language;
use crate::kazakh::Case as Ending;
use crate::structure::tokens::{Case, Kind};

/// A quotation of no more words than this may be a name: «Семь самураев».
const NAME_WORDS: usize = 5;

/// So near stands the word that makes a number that of a telephone.
const CALL_WORDS: usize = 4;

/// Digits glued to each other in more parts than this are no number.
const MOST_PARTS: usize = 20;

impl Reader<'_, '_> {
    /// Where a number at `at` that is no figure ends.
    pub(super) fn name(&self, at: usize, sentence: &Range<usize>) -> Option<usize> {
        let token = self.token(at)?;
        match token.kind {
            Kind::Mark('№' | '#') => return Some(self.listed(at + 1)),
            Kind::Mark('+') => {
                let degrees = self.numeral(at + 1).is_some_and(|numeral| self.is_degree(numeral.end));
                return (self.is_digits(at + 1) && !self.spaced(at + 1) && !degrees).then(|| self.phone(at + 1));
            }
            Kind::Digits => {}
            Kind::Word(_) => {
                if let Some(end) = self.kazakh_phrase(at) {
                    return Some(end);
                }
                return self.is_title(at, sentence).then_some(at + 1);
            }
            Kind::Mark(_) | Kind::LineEnd => return None,
        }
        // Telephone numbers: 8 (727) 272-55-66.
        if self.slice(at) == "8" && self.is(at + 1, '(') && self.is_digits(at + 2) && self.is(at + 3, ')') {
            return Some(self.phone(at));
        }
        let chain = self.chain(at);
        if chain > at + MOST_PARTS {
            return Some(chain);
        }
        // `10-3-бабы`: a part of a law.
        if (chain > at + 1 || self.text.language == Language::Kk)
            && self.is_dash(chain)
            && !self.spaced(chain)
            && !self.spaced(chain + 1)
            && self.term(chain + 1).is(Role::Numbered)
        {
            return Some(chain + 2);
        }
        // 2025-11-28 and 28.11.2025 are dates, more parts are telephone numbers and versions.
        if chain > at + 1 && self.numbered_date(at).is_none() && self.is_no_amount(at, chain) {
            return Some(chain);
        }
        if !self.is_day_of_year(at) && self.is_numbered(at, sentence) {
            return Some(self.listed(at).max(chain));
        }
        // `наурыз айының 14-інен`: a day without a year.
        if at > 0 && self.norm(at - 1) == "айының" {
            return Some(self.numeral(at).map_or(at + 1, |numeral| numeral.end));
        }
        // `16+`
        let rating = self.is(at + 1, '+') && !self.spaced(at + 1);
        let bound = rating
            || self.is_bound(at)
            || self.is_list_mark(at, sentence)
            || self.is_clock(at)
            || self.is_title(at, sentence);
        bound.then(|| chain.max(at + 1))
    }

    /// Whether digits are glued to what stands before them: `G20`, `ВАЗ-21114`, `Олимпиада-2000`, an address.
    fn is_bound(&self, at: usize) -> bool {
        let glued = |at: usize| !self.spaced(at) && at > 0;
        if !glued(at) {
            return false;
        }
        match self.text.tokens[at - 1].kind {
            Kind::Word(_) => !self.term(at - 1).is(Role::Preposition) && self.term(at - 1).month.is_none(),
            Kind::Mark('-' | '‑' | '–' | '—') => {
                glued(at - 1)
                    && match self.text.tokens[at.saturating_sub(2)].kind {
                        // `mid-80s`
                        Kind::Word(_) if self.norm(at - 2) == "mid" => false,
                        Kind::Word(_) => {
                            let before = self.term(at - 2);
                            let unit = before.unit.is_some() && !self.text.tokens[at - 2].is_capital();
                            before.month.is_none() && !unit && before.number.is_none()
                        }
                        Kind::Mark(mark) => "»”\"'’)".contains(mark),
                        _ => false,
                    }
            }
            Kind::Mark('/' | '_' | '@' | '=' | '&' | '\\' | ':' | '*') => true,
            Kind::Mark('.') => at >= 2 && glued(at - 1) && self.is_latin(at - 2),
            _ => false,
        }
    }

    /// Whether a word of Latin letters stands at a place.
    pub(super) fn is_latin(&self, at: usize) -> bool {
        self.is_word(at) && self.norm(at).bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
    }

    /// Where digits, and what is glued to them by marks and digits again, end.
    fn chain(&self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            let glue = matches!(
                self.token(end).map(|token| token.kind),
                Some(Kind::Mark('-' | '‑' | '–' | '.' | ':' | '/' | '(' | ')'))
            );
            if glue && !self.spaced(end) && self.is_digits(end + 1) && !self.spaced(end + 1) {
                end += 2;
            } else {
                return end;
            }
        }
    }

    /// Where a telephone number ends.
    fn phone(&self, at: usize) -> usize {
        let part = |at: usize| self.is_digits(at) || self.is(at, '(') || self.is(at, ')') || self.is_dash(at);
        (at..at + 14).find(|at| !part(*at)).unwrap_or(at + 14)
    }

    /// Whether a day of a dated month stands here: `закон 5 марта 2024 года`.
    fn is_day_of_year(&self, at: usize) -> bool {
        self.term(at + 1).month.is_some()
    }

    /// Whether glued digits are none of a decimal, a group, a range or a fraction.
    fn is_no_amount(&self, at: usize, end: usize) -> bool {
        let marks = || {
            (at + 1..end).step_by(2).filter_map(|mark| self.text.raw[self.token(mark)?.span().start..].chars().next())
        };
        let count = |wanted: char| marks().filter(|mark| *mark == wanted).count();
        if count(':') > 0 || count('(') > 0 || count(')') > 0 {
            return true;
        }
        let groups = (at + 2..end).step_by(2).all(|part| self.token(part).is_some_and(|t| t.end - t.start == 3));
        let dots = count('.');
        let dashes = marks().filter(|mark| matches!(mark, '-' | '‑' | '–')).count();
        dashes > 1 || count('/') > 1 || (dots > 1 && dashes == 0 && !groups) || (dots > 2 && !groups)
    }

    /// `1.`, `2)` at the beginning of a paragraph.
    fn is_list_mark(&self, at: usize, sentence: &Range<usize>) -> bool {
        at == sentence.start
            && (self.is(at + 1, ')') || self.is(at + 1, '.'))
            && self.spaced(at + 2)
            && !self.spaced(at + 1)
    }

    /// `10.30`, `в 9 часов утра`, `at 5 p.m.`, `сағат 10-да`.
    fn is_clock(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.norm(before));
        let Some(numeral) = self.numeral(at) else { return false };
        if !numeral.is_cardinal() || numeral.value >= 25.0 {
            return false;
        }
        let after = self.term(numeral.end);
        let hour = |at: usize| self.term(at).unit.is_some_and(|unit| self.known.name(unit) == "hour");
        match self.text.language {
            Language::Ru => {
                let to_the_minute = self.is(at + 1, '.') && self.token(at + 2).is_some_and(|t| t.end - t.start == 2);
                let time = matches!(before, "в" | "к" | "с" | "до" | "около");
                after.is(Role::Clock)
                    || (to_the_minute && time && !self.counts(numeral.end, numeral))
                    || (hour(numeral.end)
                        && (matches!(before, "в" | "к") || self.term(numeral.end + 1).is(Role::Clock)))
            }
            Language::Kk => hour(at.wrapping_sub(1)) || before == "сағат",
            Language::En => {
                after.is(Role::Clock)
                    || (matches!(self.norm(numeral.end), "a" | "p")
                        && self.is(numeral.end + 1, '.')
                        && self.norm(numeral.end + 2) == "m")
            }
        }
    }

    /// `екіге бөлінді`, `түнгі үште`: Kazakh numbers in words that divide, or tell the time.
    fn kazakh_phrase(&self, at: usize) -> Option<usize> {
        if self.text.language != Language::Kk {
            return None;
        }
        let numeral = self.numeral(at).filter(|numeral| numeral.is_cardinal() && numeral.value < 25.0)?;
        let next = self.norm(numeral.end);
        let divides = numeral.ending.case == Ending::Dative
            && ["бөлін", "бөлді", "бөліп", "жарыл", "айыр", "жік"].iter().any(|start| next.starts_with(start));
        let hour = at > 0 && (self.term(at - 1).is(Role::Clock) || self.norm(at - 1) == "сағат");
        let time = hour && !numeral.ending.case_is_bare() && !self.counts(numeral.end, numeral);
        (divides || time).then_some(numeral.end)
    }

    /// `статья 105`, `ч. 4`, `Boeing 737`, `дома 16`.
    fn is_numbered(&self, at: usize, sentence: &Range<usize>) -> bool {
        // The full stop of an abbreviation may have ended a sentence before it.
        let Some(mut before) = at.checked_sub(1) else { return false };
        if self.is(before, '№') {
            return true;
        }
        if self.is(before, '.') && before > 0 {
            before -= 1;
        }
        let term = self.term(before);
        if term.is(Role::Numbered) && (self.text.language != Language::En || self.text.tokens[before].is_capital()) {
            return true;
        }
        // `Group of 20`
        if self.norm(at - 1) == "of" && at >= 2 && self.norm(at - 2) == "group" {
            return true;
        }
        // `45 Section`, but `528 pages`.
        let named = self.term(at + 1).is(Role::Numbered) && !self.norm(at + 1).ends_with('s');
        if named && self.text.language == Language::En {
            return true;
        }
        let Some(numeral) = self.numeral(at) else { return false };
        if self.is_called(at, numeral, sentence) {
            return true;
        }
        // `ул. Абая, 15`
        let street = (at.saturating_sub(5)..at).any(|at| self.term(at).is(Role::Street));
        if street && numeral.form == Form::Plain && !numeral.is_year() && !self.counts(numeral.end, numeral) {
            return true;
        }
        if numeral.form != Form::Plain || !numeral.ending.is_bare() {
            return false;
        }
        let counts = self.counts(numeral.end, numeral);
        if (term.is(Role::House) || term.is(Role::Numbered)) && !counts {
            return true;
        }
        // `15 Abay Street`
        let next = self.token(at + 1);
        let capital = next.is_some_and(|next| next.is_capital() && next.spaced) && self.is_content(at + 1);
        if self.text.language == Language::En
            && !counts
            && capital
            && self.term(at + 1).month.is_none()
            && !numeral.is_year()
        {
            return true;
        }
        // `Boeing 737`, `Windows 11`, `Россия 1`, `Developers Conference 2010`.
        if before + 1 != at
            || self.text.tokens[before].case == Case::Small
            || term.month.is_some()
            || term.unit.is_some()
        {
            return false;
        }
        if !self.is_word(before) || term.is(Role::Preposition) || term.is(Role::Function) || term.number.is_some() {
            return false;
        }
        match self.text.language {
            Language::En => before > sentence.start && !counts && !self.is_year_of(before, numeral.is_year()),
            _ if self.is_latin(before) => self.year_word(numeral.end).is_none(),
            _ => before > sentence.start && !counts && !numeral.is_year(),
        }
    }

    /// Whether a number of three or four digits is that of a telephone: `звоните на 112`, `a hotline — 1350`, `103 нөміріне`.
    fn is_called(&self, at: usize, numeral: Numeral, sentence: &Range<usize>) -> bool {
        let token = &self.text.tokens[at];
        if !matches!(token.end - token.start, 3 | 4) || !matches!(numeral.form, Form::Plain | Form::OrdinalOf) {
            return false;
        }
        let calls = |at: usize| self.term(at).is(Role::Call);
        if ["номер", "нөмір", "number"].iter().any(|word| self.norm(numeral.end).starts_with(word)) {
            return true;
        }
        if self.counts(numeral.end, numeral) || self.year_word(numeral.end).is_some() {
            return false;
        }
        let before = sentence.start.max(at.saturating_sub(CALL_WORDS))..at;
        let after = numeral.end..sentence.end.min(numeral.end + CALL_WORDS);
        before.clone().any(calls) || self.text.language == Language::Kk && after.clone().any(calls)
    }

    /// Whether a year may follow a capital word: `Paris 2024` may not, `in March 2024` has a month.
    fn is_year_of(&self, before: usize, year: bool) -> bool {
        year && self.term(before).month.is_some()
    }

    /// Whether a number counts what follows it.
    fn counts(&self, end: usize, numeral: Numeral) -> bool {
        self.is(end, '%') || self.unit(end).is_some() || self.counted(end, numeral).is_some()
    }

    /// Whether a number begins or ends a short quotation that is a name: «Семь самураев», «Россия 1».
    fn is_title(&self, at: usize, sentence: &Range<usize>) -> bool {
        let opens = |at: usize| matches!(self.token(at).map(|token| token.kind), Some(Kind::Mark('«' | '“' | '„')));
        let closes = |at: usize| matches!(self.token(at).map(|token| token.kind), Some(Kind::Mark('»' | '”')));
        let ends = |at: usize| {
            matches!(self.token(at).map(|token| token.kind), Some(Kind::Mark('.' | '!' | '?' | '…' | ',' | ';')))
        };
        if at == sentence.start {
            return false;
        }
        if opens(at - 1) {
            let last = (at..sentence.end).take(NAME_WORDS + 2).find(|at| closes(*at) || ends(*at));
            return last.is_some_and(|last| closes(last) && last <= at + NAME_WORDS);
        }
        if self.is_digits(at) && closes(at + 1) {
            let first = (sentence.start..at).rev().take(NAME_WORDS).find(|at| opens(*at) || ends(*at));
            let preposition = self.term(at - 1).is(Role::Preposition);
            return first.is_some_and(opens) && !preposition;
        }
        false
    }

    /// The end of numbers after a `№` or a `ст.`: `№ 5 и 6`, `ст. 318, 212 УК`.
    fn listed(&self, at: usize) -> usize {
        if !self.is_digits(at) {
            return at;
        }
        let mut end = self.chain(at);
        while (self.term(end).is(Role::And) || self.is(end, ',') || self.is_dash(end))
            && self.is_digits(end + 1)
            && !self.is_measured(end + 2)
        {
            end = self.chain(end + 1);
        }
        end
    }
}
