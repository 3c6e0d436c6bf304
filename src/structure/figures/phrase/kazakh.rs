//! Kazakh nouns behind a number: adjectives, the noun, and a noun that belongs to it.

use std::ops::Range;

use crate::structure::figures::Reader;
use crate::structure::figures::known::Role;
use crate::structure::figures::numerals::{Form, Numeral};
use crate::structure::tokens::Case;

impl Reader<'_, '_> {
    pub(super) fn kazakh_noun(&self, at: usize, numeral: Numeral) -> Option<Range<usize>> {
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
                || is_adjective(norm) && !self.term(next).is(Role::Noun);
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
        if has_case(self.norm(next)) || self.norm(next) == "рет" {
            return Some(at..end);
        }
        // `34 ауыл мектебі`, `5 білім беру мекемесі`: bare nouns before one that is theirs.
        for ahead in 0..2 {
            let owned = end + ahead;
            let bare = (end..owned).all(|at| self.is_kazakh_noun(at) && !is_owned(self.norm(at)));
            let who = is_owned(self.norm(owned)) || is_agent(self.norm(owned));
            if bare && !is_owned(self.norm(end - 1)) && self.is_kazakh_noun(owned) && who {
                end = owned + 1;
                break;
            }
        }
        Some(at..end)
    }

    fn is_kazakh_noun(&self, at: usize) -> bool {
        let norm = self.norm(at);
        let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
        let participle = is_participle(norm) && !self.term(at).is(Role::Noun);
        // The endings of the past are those of the accusative too: `5 ауылды`.
        let accusative = ends(&["ды", "ді", "ты", "ті"]) && !ends(&["йды", "йді", "ады", "еді"]);
        let name = self.token(at).is_some_and(|token| token.case == Case::Capital) && !self.is_latin(at);
        let verb = is_verb(norm) && !accusative && !self.term(at).is(Role::Noun);
        self.is_content(at) && !participle && !verb && !name
    }
}

/// Whether a Kazakh noun stands in a case: what follows it is no part of its phrase.
fn has_case(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке",
        "на", "не", "да", "де", "та", "те", "нда", "нде", "мен", "бен", "пен", "ны", "ні", "ды", "ді", "ты", "ті",
        "ын",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending) && word.len() >= ending.len() + 4)
}
/// Whether a Kazakh word has the ending of a participle.
fn is_participle(word: &str) -> bool {
    ["ған", "ген", "қан", "кен", "атын", "етін", "йтын", "йтін"]
        .iter()
        .any(|ending| word.ends_with(ending) && word.len() > ending.len() + 2)
}
/// Whether a Kazakh word has the ending of an adjective or a participle.
fn is_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "лық", "лік", "дық", "дік", "тық", "тік", "лы", "лі", "сыз", "сіз", "дағы", "дегі", "тағы", "тегі", "ған",
        "ген", "қан", "кен", "атын", "етін", "йтын", "йтін",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len() + 4)
        && !["шылық", "шілік"].iter().any(|noun| word.ends_with(noun))
}
/// Whether a Kazakh word has the ending of a verb or converb.
fn is_verb(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "йды", "йді", "ады", "еді", "ды", "ді", "ты", "ті", "ып", "іп", "мақ", "мек", "пақ", "пек", "йық", "йік",
        "мын", "мін", "мыз", "міз",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len() + 2)
        && !["туынды", "мекті", "кеті"].iter().any(|noun| word.starts_with(noun))
}
/// Whether a Kazakh noun ends like one that belongs to another: `мекемесі`, `мектебі`, `бөлігі`. After `д`, `т`, `л` and
/// `ш` the same letters are other endings (`берді`, `балалы`, `оқушы`).
fn is_owned(word: &str) -> bool {
    let mut letters = word.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    matches!(last, Some('ы' | 'і')) && !matches!(before, Some('д' | 'т' | 'л' | 'ш') | None) && word.chars().count() > 3
}
/// Whether a Kazakh noun names who does something: `сөндіруші`.
fn is_agent(word: &str) -> bool {
    word.contains("уші") || word.contains("ушы")
}
/// Whether a word looks like the verb of a clause.
pub(in crate::structure::figures) fn looks_verbal(word: &str) -> bool {
    is_verb(word) || ["ған", "ген", "қан", "кен"].iter().any(|ending| word.ends_with(ending))
}
