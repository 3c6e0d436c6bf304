//! What was probably meant by a word that stands nowhere: one typed on the wrong keyboard, in Latin letters, or with a mistake.

use std::ops::Range;

use tantivy::TantivyError;

use super::Instead;
use super::index::View;
use super::query::{Query, Word, words};
use super::terms::asked;
use crate::article::Language;

/// The fewest letters of a word that may have a typing mistake: a shorter one is too near too many others.
const FEWEST_LETTERS: usize = 5;
/// The most spellings of a word in Latin letters that are tried.
const MOST_SPELLINGS: usize = 128;

/// What was typed, with the words that stand nowhere replaced by what was probably meant; `None` if there is nothing to replace.
pub(super) fn corrected(
    index: &View,
    typed: &str,
    query: &Query,
    language: Language,
) -> Result<Option<Instead>, TantivyError> {
    let mut replaced: Vec<(Range<usize>, String)> = Vec::new();
    for word in query.speaker.iter().chain(&query.words) {
        let unfinished = query.unfinished && word.place.end == typed.len();
        if replaced.iter().any(|(place, _)| place.end > word.place.start) || stands(index, word, unfinished)? {
            continue;
        }
        if let Some(replacement) = instead_of(index, typed, word, unfinished, language)? {
            replaced.push(replacement);
        }
    }
    if replaced.is_empty() {
        return Ok(None);
    }
    let mut words = String::new();
    let mut from = 0;
    for (place, replacement) in replaced {
        words.push_str(&typed[from..place.start]);
        words.push_str(&replacement);
        from = place.end;
    }
    words.push_str(&typed[from..]);
    Ok(Some(Instead { words }))
}

/// What to put in the place of a word, and the bytes that it replaces.
fn instead_of(
    index: &View,
    typed: &str,
    word: &Word,
    unfinished: bool,
    language: Language,
) -> Result<Option<(Range<usize>, String)>, TantivyError> {
    // On the wrong keyboard marks are letters too, so the whole of what stands between spaces is looked at.
    let start = typed[..word.place.start]
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + typed[space..].chars().next().map_or(0, char::len_utf8));
    let end = typed[word.place.end..].find(char::is_whitespace).map_or(typed.len(), |space| word.place.end + space);
    for layout in [russian_keys, kazakh_keys, latin_keys] {
        if let Some(meant) = on_other_keyboard(&typed[start..end], layout)
            && all_stand(index, &meant, unfinished)?
        {
            return Ok(Some((start..end, meant)));
        }
    }
    let latin = || in_cyrillic(index, &word.form, unfinished);
    let mistyped = || mistyped(index, &word.form);
    // An English reader who types `tokaev` means the English name.
    let meant = match language {
        Language::En => mistyped()?.map_or_else(latin, |word| Ok(Some(word)))?,
        Language::Ru | Language::Kk => latin()?.map_or_else(mistyped, |word| Ok(Some(word)))?,
    };
    Ok(meant.map(|meant| (word.place.clone(), meant)))
}

/// Whether a word stands somewhere, or says nothing in any case.
fn stands(index: &View, word: &Word, unfinished: bool) -> Result<bool, TantivyError> {
    let terms = word.terms();
    if terms.is_empty() || index.frequency(&terms)? > 0 {
        return Ok(true);
    }
    Ok(unfinished && !index.beginning(&word.form, 1)?.is_empty())
}

/// Whether all words of a text stand somewhere, and there is one.
fn all_stand(index: &View, text: &str, unfinished: bool) -> Result<bool, TantivyError> {
    let words = words(text, 0..text.len());
    for word in &words {
        // A single letter stands anywhere.
        if word.form.chars().nth(1).is_none() || !stands(index, word, unfinished)? {
            return Ok(false);
        }
    }
    Ok(!words.is_empty())
}

/// The most frequent word that is this one but for one typing mistake.
fn mistyped(index: &View, form: &str) -> Result<Option<String>, TantivyError> {
    if form.chars().count() < FEWEST_LETTERS || form.chars().any(|character| character.is_ascii_digit()) {
        return Ok(None);
    }
    Ok(index.nearly(form, 1)?.pop())
}

/// The word as one writes it in Cyrillic letters.
fn in_cyrillic(index: &View, form: &str, unfinished: bool) -> Result<Option<String>, TantivyError> {
    let mut best: Option<(u64, String)> = None;
    for spelling in spellings(form) {
        let things = index.frequency(&asked(&spelling))?;
        if best.as_ref().map_or(0, |(most, _)| *most) < things {
            best = Some((things, spelling));
        }
    }
    if best.is_none() && unfinished && form.chars().count() >= 4 {
        for spelling in spellings(form) {
            if !index.beginning(&spelling, 1)?.is_empty() {
                return Ok(Some(spelling));
            }
        }
    }
    Ok(best.map(|(_, spelling)| spelling))
}

/// The ways in which Latin letters are meant for Cyrillic ones, in Russian and Kazakh: the usual ones first.
/// Kazakh letters are folded.
const LATIN: &[(&str, &[&str])] = &[
    ("shch", &["щ"]),
    ("sch", &["щ"]),
    ("yev", &["ев"]),
    ("iy", &["ий"]),
    ("yy", &["ый"]),
    ("zh", &["ж"]),
    ("kh", &["х"]),
    ("gh", &["г"]),
    ("ts", &["ц", "тс"]),
    ("ch", &["ч"]),
    ("sh", &["ш"]),
    ("ya", &["я"]),
    ("ia", &["я", "иа"]),
    ("ja", &["я"]),
    ("yu", &["ю"]),
    ("iu", &["ю"]),
    ("ju", &["ю"]),
    ("yo", &["е"]),
    ("ye", &["е"]),
    ("ng", &["н", "нг"]),
    ("a", &["а"]),
    ("ä", &["а"]),
    ("á", &["а"]),
    ("b", &["б"]),
    ("c", &["к", "ц", "с", "ш"]),
    ("d", &["д"]),
    ("e", &["е", "э"]),
    ("f", &["ф"]),
    ("g", &["г"]),
    ("ğ", &["г"]),
    ("h", &["х"]),
    ("i", &["и", "й", "ы"]),
    ("ı", &["ы"]),
    ("j", &["ж", "й"]),
    ("k", &["к"]),
    ("l", &["л", "ль"]),
    ("m", &["м"]),
    ("n", &["н"]),
    ("ñ", &["н"]),
    ("o", &["о"]),
    ("ö", &["о"]),
    ("p", &["п"]),
    ("q", &["к"]),
    ("r", &["р"]),
    ("s", &["с"]),
    ("ş", &["ш"]),
    ("t", &["т", "ть"]),
    ("u", &["у"]),
    ("ū", &["у"]),
    ("ü", &["у"]),
    ("v", &["в"]),
    ("w", &["у", "в"]),
    ("x", &["х", "кс"]),
    ("y", &["ы", "й", "и"]),
    ("z", &["з"]),
    ("'", &["ь"]),
];

/// The words in Cyrillic letters that a word in Latin ones may mean; none if a letter of it means nothing.
fn spellings(word: &str) -> Vec<String> {
    let mut spellings = vec![String::new()];
    let mut rest = word;
    while !rest.is_empty() {
        let Some((latin, cyrillic)) = LATIN.iter().find(|(latin, _)| rest.starts_with(latin)) else {
            return Vec::new();
        };
        // Where there would be too many, only the usual way is followed.
        let ways = if spellings.len() * cyrillic.len() <= MOST_SPELLINGS { cyrillic } else { &cyrillic[..1] };
        spellings = ways.iter().flat_map(|way| spellings.iter().map(move |start| format!("{start}{way}"))).collect();
        rest = &rest[latin.len()..];
    }
    spellings
}

/// A text typed on a keyboard that was set to another language; `None` if it has a letter that is not on it.
fn on_other_keyboard(text: &str, key: fn(char) -> Option<char>) -> Option<String> {
    text.to_lowercase().chars().map(key).collect()
}

const LATIN_KEYS: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN_KEYS: &str = "ёйцукенгшщзхъфывапролджэячсмитьбю";
/// The keys of digits and what is right of them.
const LATIN_UPPER_ROW: &str = "234589 0-=";
const KAZAKH_UPPER_ROW: &str = "әіңғүұ қөһ";

fn key(from: &str, to: &str, typed: char) -> Option<char> {
    from.chars().position(|key| key == typed).and_then(|place| to.chars().nth(place))
}

fn russian_keys(typed: char) -> Option<char> {
    key(LATIN_KEYS, RUSSIAN_KEYS, typed)
}

fn kazakh_keys(typed: char) -> Option<char> {
    key(LATIN_UPPER_ROW, KAZAKH_UPPER_ROW, typed).or_else(|| russian_keys(typed))
}

fn latin_keys(typed: char) -> Option<char> {
    key(RUSSIAN_KEYS, LATIN_KEYS, typed)
}

#[cfg(test)]
mod tests {
    use super::{kazakh_keys, latin_keys, on_other_keyboard, russian_keys, spellings};

    #[test]
    fn a_word_on_another_keyboard_is_read() {
        assert_eq!(on_other_keyboard("njrftd", russian_keys).as_deref(), Some("токаев"));
        assert_eq!(on_other_keyboard("K.lb", russian_keys).as_deref(), Some("люди"));
        assert_eq!(on_other_keyboard("3kbv", kazakh_keys), Some("ілим".to_owned()));
        assert_eq!(on_other_keyboard("мшддфпу", latin_keys).as_deref(), Some("village"));
        assert_eq!(on_other_keyboard("5G", russian_keys), None);
    }

    #[test]
    fn a_word_in_latin_letters_is_spelt_in_cyrillic_ones() {
        for (latin, cyrillic) in [
            ("tokaev", "токаев"),
            ("toqaev", "токаев"),
            ("tokayev", "токаев"),
            ("akim", "аким"),
            ("akimov", "акимов"),
            ("vybory", "выборы"),
            ("auyl", "ауыл"),
            ("sailau", "сайлау"),
            ("zhambyl", "жамбыл"),
            ("qazaqstan", "казакстан"),
            ("shchuchinsk", "щучинск"),
            ("astana", "астана"),
        ] {
            assert!(spellings(latin).iter().any(|spelling| spelling == cyrillic), "{latin}: {:?}", spellings(latin));
        }
        assert!(spellings("мир").is_empty());
        assert!(spellings(&"yacht".repeat(20)).len() <= 128);
    }
}
