//! People whom a Kazakh text does not name, and yet tells from all others: `Омаровтың келіні`, `компания құрылтайшысы`,
//! `Ақкөл ауылының тұрғындары`.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::{Body, clean};
use super::super::super::tokens::{Case, Kind};
use super::super::titles::{KIN, NAMELESS, TITLE};
use super::super::{Search, Speaker};
use super::subject::is_owner;
use crate::article::Language::Kk;
use crate::kazakh;

/// Of a sentence no more tokens are read.
const FURTHEST: usize = 240;
/// No more bodies of a kind are read.
const MOST: usize = 64;
/// Several are told of in no more sentences before they speak.
const NEAR: usize = 6;
/// Owners who are any of many: whoever is kin of theirs is told from nobody.
const ANYBODY: &[&str] = &["бала", "қыз", "ұл", "жігіт", "сәби", "оқушы", "студент", "адам", "тұрғын", "нәресте"];
/// Beginnings of words for whoever is at the head of something, of whom there is one.
const CHIEFS: &[&str] =
    &["директор", "басшы", "төраға", "құрылтайшы", "бастығы", "иесі", "жетекші", "меңгеруші", "басқарушы", "хатшы"];

impl Search<'_> {
    /// Somebody whom only words tell from others; `near` is of whom the text told right before.
    pub(super) fn described(&self, phrase: &Range<usize>, head: usize, near: Option<usize>) -> Option<Speaker> {
        let text = self.text;
        let is = |kinds| self.names.titles.is(text, head, kinds);
        if self.wants_no_name(head) {
            return None;
        }
        if is_group(text.norm(head)) {
            return self.group(phrase, head);
        }
        if self.is_nobody(phrase, head) {
            return None;
        }
        if is(KIN) {
            return self.kin(phrase, head, near);
        }
        let chief = CHIEFS.iter().any(|chief| text.norm(head).starts_with(chief));
        let owned = text.norm(head).ends_with(['ы', 'і']) && head > phrase.start && text.word(head - 1).is_some();
        (is(TITLE) && !is(NAMELESS) && chief && owned).then(|| self.worded(phrase.clone(), Rule::Title))
    }

    /// `марқұмның күйеуі`, `Омаровтың келіні`; `келіні` alone is of kin to whom the text tells of.
    fn kin(&self, phrase: &Range<usize>, head: usize, near: Option<usize>) -> Option<Speaker> {
        let text = self.text;
        // `апам`, `әжесінің` are nobody's kin here.
        if !text.norm(head).ends_with(['ы', 'і']) {
            return None;
        }
        let owner =
            phrase.clone().rev().find(|at| *at < head && (is_owner(text.norm(*at)) || text.norm(*at) == "оның"));
        let person = match owner {
            Some(owner) if text.norm(owner) != "оның" => {
                if let Some(mention) = self.names.at(owner) {
                    Some(mention.person)
                } else {
                    let norm = text.norm(owner);
                    let any = ANYBODY
                        .iter()
                        .any(|stem| kazakh::split(norm, |start| (start == *stem).then_some(())).is_some());
                    return (!any).then(|| self.worded(owner..head + 1, Rule::Title));
                }
            }
            _ => near,
        };
        let name = &self.names.people[person?].name;
        let whose = format!("{} {}", genitive(name), text.slice(head..head + 1).to_lowercase());
        Some(Speaker { name: Some(whose), confidence: 0.6, mention: Some(phrase.clone()), ..Speaker::unknown(None) })
            .map(|speaker| Speaker { rule: Rule::Title, ..speaker })
    }

    /// Several of a place or a body that has a name: `Ақкөл ауылының тұрғындары`.
    fn group(&self, phrase: &Range<usize>, head: usize) -> Option<Speaker> {
        let text = self.text;
        // `Редакцияға Ақкөл ауылының тұрғындары хат жазды.`
        let governed = |at: &usize| {
            let endings = [kazakh::DATIVE, kazakh::LOCATIVE, kazakh::ABLATIVE];
            endings.into_iter().flatten().any(|ending| text.norm(*at).ends_with(ending))
        };
        let first = (phrase.start..head).rev().find(governed).map_or(phrase.start, |at| at + 1);
        let opens = |at: usize| text.sentence_of(at).is_some_and(|number| text.sentences[number].start == at);
        let proper =
            (first..head).any(|at| text.tokens[at].is_capital() && (!opens(at) || is_owner(text.norm(at + 1))));
        let name = clean(text, &(first..head + 1));
        proper.then(|| Speaker { name: Some(name), ..self.worded(first..head + 1, Rule::Title) })
    }

    /// `министрліктің баспасөз қызметі`: that of the ministry which the text has named in full.
    pub(in crate::structure::speakers) fn owned_body(&self, body: &Body) -> Option<Speaker> {
        let text = self.text;
        let first = body.tokens.start;
        let plain = text.language == Kk && body.tokens.len() > 1 && is_owner(text.norm(first));
        let opens = text.sentence_of(first).is_some_and(|number| text.sentences[number].start == first);
        let small = plain && (text.tokens[first].case == Case::Small || opens);
        let kind = text.lexicon.names.body(text.norm(first)).filter(|_| small)?;
        let same = self.kinds.get(kind)?.iter().take(MOST).map(|number| &self.look.bodies[*number]);
        let full = same.filter(|other| other.tokens.len() > 1 && self.proper(other) > 0);
        let last = full.take_while(|other| other.tokens.start < first).last()?;
        let rest = clean(text, &(first + 1..body.tokens.end - 1));
        let (own, space) = (body.name.rsplit(' ').next()?, if rest.is_empty() { "" } else { " " });
        let name = format!("{} {rest}{space}{own}", genitive(&last.name));
        let mention = Some(body.tokens.clone());
        Some(Speaker { name: Some(name), mention, rule: Rule::Organisation, confidence: 0.7, ..Speaker::unknown(None) })
    }

    /// The group that the sentences before a place told of.
    pub(super) fn group_told(&self, place: usize) -> Option<Speaker> {
        let text = self.text;
        let last = text.sentence_of(place)?;
        (last.saturating_sub(NEAR)..=last).rev().find_map(|number| {
            let sentence = text.sentences[number].clone();
            self.group_in(sentence.start..sentence.end.min(place))
        })
    }

    /// The group that does something in a range.
    pub(super) fn group_in(&self, range: Range<usize>) -> Option<Speaker> {
        let text = self.text;
        let several = |at: &usize| {
            is_group(text.norm(*at))
                && self.names.titles.is(text, *at, TITLE | NAMELESS)
                && self.names.at(*at).is_none()
        };
        let head = range.clone().take(FURTHEST).find(several)?;
        self.group(&self.look.title_phrase(head, &range), head)
    }

    /// `186 адам хат жолдап, «…» деп шағымданған`: so many of those of whom the text has just told.
    pub(in crate::structure::speakers) fn counted_group(&self, lead: &Range<usize>) -> Option<Speaker> {
        let text = self.text;
        let counted = |at: usize| {
            matches!(text.norm(at), "адам" | "тұрғын" | "азамат" | "жұмысшы" | "отбасы")
                && at > lead.start
                && text.tokens[at - 1].kind == Kind::Digits
        };
        let at = lead.clone().find(|at| counted(*at))?;
        let group = self.group_told(at)?;
        Some(Speaker { mention: Some(at - 1..at + 1), ..group })
    }
}

/// Whether a word means several of something: `тұрғындары`.
pub(super) fn is_group(norm: &str) -> bool {
    ["лары", "лері", "дары", "дері", "тары", "тері"].iter().any(|ending| norm.ends_with(ending))
        && norm.chars().count() > 6
}

/// A name in the genitive: `Омаровтың`, `Айгүлдің`, `Асанның`. Its vowel follows the last one of the name, before an
/// ending that is Russian: `Тоқаевтың`, `Бектеновтің`.
fn genitive(name: &str) -> String {
    let lower = name.to_lowercase();
    let stem = ["ов", "ев", "ин", "ын"].iter().find_map(|ending| lower.strip_suffix(ending)).unwrap_or(&lower);
    let back = stem.chars().rev().find_map(|c| match c {
        'а' | 'о' | 'ұ' | 'ы' | 'я' | 'ё' => Some(true),
        'ә' | 'ө' | 'ү' | 'і' | 'е' | 'э' => Some(false),
        _ => None,
    });
    let first = match lower.chars().next_back() {
        Some('л' | 'р' | 'й' | 'ж' | 'з') => 'д',
        Some(c) if "пткқсшщчцхфһбвгдғ".contains(c) => 'т',
        _ => 'н',
    };
    let vowel = if back == Some(false) { 'і' } else { 'ы' };
    format!("{name}{first}{vowel}ң")
}

#[cfg(test)]
mod tests {
    use super::genitive;

    #[test]
    fn a_name_has_a_genitive() {
        for (name, expected) in [
            ("Ерлан Омаров", "Ерлан Омаровтың"),
            ("Қанат Тоқаев", "Қанат Тоқаевтың"),
            ("Асан Бектенов", "Асан Бектеновтің"),
            ("Айгүл", "Айгүлдің"),
            ("Асан", "Асанның"),
            ("Айгүл Серікова", "Айгүл Серікованың"),
            ("Мұрат Бекет", "Мұрат Бекеттің"),
            ("Дәулет Сәлім", "Дәулет Сәлімнің"),
            ("Саят Орынбай", "Саят Орынбайдың"),
        ] {
            assert_eq!(genitive(name), expected);
        }
    }
}
