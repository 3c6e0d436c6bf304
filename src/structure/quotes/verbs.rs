//! Verbs that no list names: where an attribution must stand, a word in the form of a verb brings speech.

use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::{Case, Token};
use crate::article::Language::{En, Kk, Ru};

/// The verb of an attribution, by its form; the caller knows that the marks before it join it to speech.
pub(super) fn by_form(text: &Text, clause: Range<usize>) -> Option<usize> {
    let comma = clause.clone().find(|at| text.is(*at, ',')).unwrap_or(clause.end);
    let first = clause.start..comma;
    match text.language {
        Ru => russian(text, first),
        Kk => kazakh(text, first),
        En => english(text, first),
    }
}

/// `улыбается археолог`, `с улыбкой возражал он`: the first word, or one of the next two after small words.
fn russian(text: &Text, clause: Range<usize>) -> Option<usize> {
    const ENDINGS: &[&str] =
        &["л", "ла", "ли", "лся", "лась", "лись", "ет", "ют", "ит", "ат", "ят", "ется", "ются", "ится", "атся", "ятся"];
    // Nouns that end as verbs do.
    const NOUNS: &[&str] = &[
        "комитет",
        "кабинет",
        "совет",
        "ответ",
        "бюджет",
        "проект",
        "кредит",
        "дефицит",
        "визит",
        "университет",
        "портал",
        "журнал",
        "канал",
        "телеканал",
        "материал",
        "сериал",
        "сигнал",
        "финал",
        "школа",
        "сила",
        "предмет",
        "результат",
        "факультет",
        "сюжет",
        "формат",
        "депутат",
        "лауреат",
        "адвокат",
        "кандидат",
        "отряд",
        "привет",
        "секрет",
        "интернет",
    ];
    let form = |at: usize| {
        let norm = text.norm(at);
        let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
        norm.len() > 6 && ends(ENDINGS) && !NOUNS.contains(&norm)
    };
    let small = |at: &usize| text.word(*at).is_some() && text.tokens[*at].case == Case::Small;
    clause.take(3).take_while(small).find(|at| form(*at))
}

/// `күлді Асан`, `қостай кетеді ол`: one of the first three words, in the past or the present.
fn kazakh(text: &Text, clause: Range<usize>) -> Option<usize> {
    const ENDINGS: &[&str] = &["ды", "ді", "ты", "ті", "йды", "йді", "ады", "еді", "ыпты", "іпті"];
    let form = |at: usize| {
        let norm = text.norm(at);
        text.tokens[at].case == Case::Small && norm.len() > 6 && ENDINGS.iter().any(|ending| norm.ends_with(ending))
    };
    clause.take(4).find(|at| form(*at))
}

/// `the potter chuckles`, `the potter chuckles, wiping his hands`: a word in `s` with which all is said.
fn is_last_in_present(text: &Text, at: usize, start: usize, end: usize) -> bool {
    let norm = text.norm(at);
    let known = matches!(norm, "is" | "was" | "has" | "its" | "this" | "his" | "as" | "does") || norm.ends_with("ss");
    at > start + usize::from(text.norm(start) == "the")
        && at + 1 >= end
        && norm.len() > 4
        && norm.ends_with('s')
        && !known
        && text.tokens[at].case == Case::Small
}

/// `she beamed`, `Omarova snapped`, `was his advice`, `came the reply`.
fn english(text: &Text, clause: Range<usize>) -> Option<usize> {
    let start = clause.start;
    let next = text.norm(start + 1);
    let owned = matches!(next, "his" | "her" | "their" | "its" | "how" | "the" | "all" | "one" | "what");
    // `was Ann Lee’s answer`
    let named = text.tokens.get(start + 1).is_some_and(Token::is_capital)
        && (start + 2..clause.end.min(start + 6)).any(|at| text.norm(at) == "s" && !text.tokens[at].spaced);
    let owned = owned || named;
    match text.norm(start) {
        "was" | "is" | "came" | "went" | "ran" | "goes" | "runs" | "comes" if owned => return Some(start),
        _ => {}
    }
    let pronoun = matches!(text.norm(start), "he" | "she" | "they" | "one");
    let subject = pronoun || text.tokens.get(start)?.is_capital() || matches!(text.norm(start), "the" | "his" | "her");
    let form = |at: &usize| {
        let norm = text.norm(*at);
        let present = pronoun && *at == start + 1 && norm.ends_with('s') && !matches!(norm, "is" | "was" | "has");
        text.tokens[*at].case == Case::Small && (norm.len() > 4 && norm.ends_with("ed") || present)
    };
    // `scoffed Ann Lee`
    let after = text.tokens.get(start + 1).is_some_and(Token::is_capital)
        || matches!(text.norm(start + 1), "the" | "he" | "she" | "his" | "her" | "one" | "a");
    if form(&start) && after {
        return Some(start);
    }
    let whole = clause.end;
    subject.then(|| clause.skip(1).take(7).find(|at| form(at) || is_last_in_present(text, *at, start, whole))).flatten()
}
