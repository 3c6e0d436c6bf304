//! The terms by which the index knows a word: its stem, and its form as it stands.

use std::borrow::Cow;

use super::stem::{is_stop_word, stem};
use super::words::for_each_word;
use crate::article::Language;

/// A word in lower case with the letters that only Kazakh has written as the Russian ones that people type for them on
/// a phone without a Kazakh keyboard: `қала` is `кала`.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    if !word.chars().any(|letter| look_alike(letter).is_some()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().map(|letter| look_alike(letter).unwrap_or(letter)).collect())
}

/// The Russian letter that is typed for one that only Kazakh has.
pub(super) fn look_alike(letter: char) -> Option<char> {
    Some(match letter {
        'қ' => 'к',
        'ә' => 'а',
        'ғ' => 'г',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'і' => 'и',
        'һ' => 'х',
        _ => return None,
    })
}

/// The term of a word of a text in this language; `None` if the word says nothing. The word is folded.
pub(super) fn term(word: &str, language: Language) -> Option<Cow<'_, str>> {
    (!is_stop_word(word, language)).then(|| stem(word, language))
}

/// What the words of a text in this language are known by in the index, in their order, without those that say nothing.
pub fn known_by(text: &str, language: Language) -> Vec<String> {
    let mut terms = Vec::new();
    for_each_word(text, |word, _| terms.extend(term(&fold(word), language).map(Cow::into_owned)));
    terms
}

/// The terms of a word that somebody asks for, who may mean a text in any language: at most one a language.
/// None if it says nothing in one of them: `и` is no Kazakh word because Kazakh has none like it. The word is folded.
pub(super) fn asked(word: &str) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    for language in Language::ALL {
        let Some(term) = term(word, language) else { return Vec::new() };
        if terms.iter().all(|known| *known != *term) {
            terms.push(term.into_owned());
        }
    }
    terms
}
