//! Where sentences end.
//!
//! A full stop, question mark, exclamation mark or ellipsis ends one, with the closing marks after it, unless the stop
//! belongs to an abbreviation, an initial or a number. A line end always does: sentences do not cross paragraphs.

use std::ops::Range;

use serde::Deserialize;

use super::lexicon::WordList;
use super::tokens::{Case, Kind, Token, Words};

/// What a lexicon tells of sentences.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    /// Words before a full stop that ends no sentence.
    abbreviations: WordList,
    /// Abbreviations after which one may end.
    closing: WordList,
}

/// The sentences of a paragraph: ranges of tokens that leave nothing out.
pub(super) fn sentences(tokens: &[Token], words: &Words, known: &Known, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let (mut start, mut at) = (paragraph.start, paragraph.start);
    while at < paragraph.end {
        let mark = at;
        at += 1;
        if !ends(tokens[mark].kind) {
            continue;
        }
        // `?!`, `...`, and the marks that close what the sentence opened.
        while at < paragraph.end && !tokens[at].spaced && (ends(tokens[at].kind) || closes(tokens[at].kind)) {
            at += 1;
        }
        if at < paragraph.end && is_end(tokens, words, known, start, mark, at) {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < paragraph.end {
        sentences.push(start..paragraph.end);
    }
    sentences
}

/// Words that begin an English sentence, and are no surnames.
const BEGINNINGS: &[&str] = &[
    "the",
    "a",
    "an",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "this",
    "that",
    "these",
    "those",
    "in",
    "on",
    "at",
    "but",
    "and",
    "for",
    "his",
    "her",
    "its",
    "their",
    "there",
    "when",
    "if",
    "as",
    "no",
    "not",
    "one",
    "after",
    "by",
    "what",
    "who",
    "how",
    "so",
    "some",
    "all",
    "more",
    "most",
    "police",
    "officials",
    "however",
    "according",
    "meanwhile",
    "last",
    "since",
    "while",
];

fn is_digits(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == Kind::Digits)
}

fn ends(kind: Kind) -> bool {
    matches!(kind, Kind::Mark('.' | '!' | '?' | '…'))
}

fn closes(kind: Kind) -> bool {
    matches!(kind, Kind::Mark('»' | '”' | '"' | '’' | '\'' | '“' | ')' | ']'))
}

/// Whether a sentence that began at `start` ends with the mark at `mark`, what follows being at `next`.
fn is_end(tokens: &[Token], words: &Words, known: &Known, start: usize, mark: usize, next: usize) -> bool {
    let following = &tokens[next];
    let begins = match following.kind {
        Kind::Word(_) => following.case != Case::Small,
        Kind::Digits => following.spaced,
        // A quotation, a dash of direct speech or a bracket may begin a sentence, but so does what follows a quotation.
        Kind::Mark('—' | '–' | '-') => {
            tokens.get(next + 1).is_some_and(|after| after.spaced && after.is_capital()) && !after_quote(tokens, mark)
        }
        Kind::Mark('«' | '“' | '„' | '"' | '(' | '[' | '‘' | '\'') => true,
        Kind::Mark(_) => following.spaced && !matches!(following.kind, Kind::Mark(',' | ';' | ':')),
        Kind::LineEnd => true,
    };
    if !begins {
        return false;
    }
    if !tokens[mark].is('.') || next > mark + 1 {
        return following.spaced || following.is_capital();
    }
    let Some(before) = mark.checked_sub(1).filter(|before| *before >= start).map(|before| &tokens[before]) else {
        return following.spaced;
    };
    match before.kind {
        Kind::Word(id) if !tokens[mark].spaced => {
            let norm = words.norm(id);
            let letters = norm.chars().count();
            // Of `seat 11A.` the letter is none.
            let initial = letters == 1
                && before.case == Case::Capital
                && (before.spaced || !is_digits(tokens, mark.wrapping_sub(2)));
            // `Тугжанов Е.Л. Он`: initials after a surname may end a sentence, before one they do not.
            // English names have one in the middle: `John D. Podesta`.
            let middle =
                norm.is_ascii() && matches!(following.kind, Kind::Word(id) if !BEGINNINGS.contains(&words.norm(id)));
            if initial && (middle || !follows_surname(tokens, start, mark - 1)) {
                return false;
            }
            if initial {
                return following.spaced;
            }
            // A missing space: `встречу.Он`, but not `Kazpravda.kz`.
            if !following.spaced {
                return following.is_capital() && letters > 1;
            }
            // `по г. Астане`, but `в 2020 г. Он`
            let town = norm == "г" && !is_digits(tokens, mark.wrapping_sub(2));
            !known.abbreviations.holds(norm) || !town && (known.closing.holds(norm) && following.is_capital())
        }
        // `10.5` has no space; a list mark `1.` begins its sentence.
        Kind::Digits => following.spaced && mark - 1 > start,
        _ => following.spaced || following.is_capital(),
    }
}

/// Whether a closing quotation mark stands before the mark at `mark`.
fn after_quote(tokens: &[Token], mark: usize) -> bool {
    mark > 0 && closes(tokens[mark - 1].kind)
}

/// Whether the initial at `at` follows a surname, perhaps with another initial between: `Тугжанов Е.Л`.
fn follows_surname(tokens: &[Token], start: usize, at: usize) -> bool {
    /// A name has no more initials.
    const INITIALS: usize = 3;
    let mut before = at;
    for _ in 1..INITIALS {
        if before < start + 2 || !tokens[before - 1].is('.') || tokens[before - 2].case != Case::Capital {
            break;
        }
        let initial = &tokens[before - 2];
        if initial.end - initial.start > 2 {
            break;
        }
        before -= 2;
    }
    before > start && tokens[before - 1].is_capital() && tokens[before - 1].end - tokens[before - 1].start > 2
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::super::tokens::tokens;
    use super::*;
    use crate::article::Language::{self, En, Kk, Ru};

    fn cut(language: Language, text: &str) -> Vec<String> {
        let (tokens, words) = tokens(text);
        let known = &Lexicon::of(language).sentences;
        let cut = sentences(&tokens, &words, known, 0..tokens.len());
        cut.into_iter().map(|s| text[tokens[s.start].span().start..tokens[s.end - 1].span().end].to_owned()).collect()
    }

    #[test]
    fn a_text_is_cut_into_sentences() {
        for (language, sentences) in [
            (Ru, vec!["Избрано 2 334 акима.", "Это много!", "Правда?", "Да…", "Вот."]),
            (Ru, vec!["Тугжанов Е.Л. провёл встречу.", "Е. Л. Тугжанов выступил.", "Пришёл Е.Тугжанов."]),
            (Ru, vec!["Встречу провёл Тугжанов Е.Л.", "Он рассказал о планах."]),
            (Ru, vec!["В 2025 г. построено 5 тыс. домов.", "Это было в 2025 г.", "Потом стало больше."]),
            (Ru, vec!["Рост составил 10.5 процента.", "НИИ им. Склифосовского сообщил об этом."]),
            (Ru, vec!["Он уехал.", "Она осталась и т.д. и т.п.", "Всё."]),
            (Ru, vec!["Закончил встречу.", "Он уехал.", "См. kazpravda.kz сегодня."]),
            (Ru, vec!["«Мы победим!» – сказал он.", "«Да», – ответила она."]),
            (Ru, vec!["Он сказал: «Хорошо.»", "Все ушли."]),
            (Kk, vec!["2025 ж. 5 млн. теңге бөлінді.", "Бұл – көп.", "Рас па?"]),
            (Kk, vec!["Ә. Нұрланов келді.", "Ол сөйледі."]),
            (En, vec!["Mr. Smith met Gen. Brown on Nov. 21, 2025.", "They spoke.", "The U.S. agreed."]),
            (En, vec!["“We won.”", "He left.", "It grew by 10.5 percent."]),
        ] {
            assert_eq!(cut(language, &sentences.join(" ")), sentences);
        }
        assert_eq!(cut(Ru, "Закончил встречу.Он уехал."), ["Закончил встречу.", "Он уехал."]);
    }
}
