//! Whether the one who is said to have said something is the one who said it.

use super::attribution::{Claimed, is_role};
use super::pair::root;
use super::skeleton::{same_name, skeleton};
use crate::article::{Article, Language, Quote};
use crate::library::words::for_each_word;

/// The claimed speaker beside the quote's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaker {
    /// They are the same, by name or by role.
    Same,
    /// The claim names nobody.
    NotClaimed,
    /// The article does not tell who said it, or what the claim says is too little to tell.
    Unknown,
    /// Somebody else said it.
    Other,
}

/// Compares who is said to have said a quote with who said it.
pub(super) fn compare(claimed: Option<&Claimed>, article: &Article, quote: &Quote) -> Speaker {
    let Some(claimed) = claimed else { return Speaker::NotClaimed };
    let Some(speaker) = quote.speaker.as_deref() else { return Speaker::Unknown };
    let role = article.role_of(speaker).unwrap_or_default();
    same(claimed, speaker, role, article.language)
}

/// Whether a name or role is this person's.
fn same(claimed: &Claimed, name: &str, role: &str, language: Language) -> Speaker {
    let said = words(&claimed.name);
    let name_words = words(name);
    let role_words: Vec<String> = words(role).into_iter().map(|word| root(&word, language)).collect();
    let has_name = |word: &String| name_words.iter().any(|of| same_name(word, of, claimed.oblique));
    let named: Vec<bool> = said.iter().map(has_name).collect();
    let in_role = |word: &String| {
        let head = TITLES.contains(&word.as_str()) && is_head_of_state(&claimed.name) && is_head_of_state(role);
        head || role_words.contains(&root(word, language))
    };
    // The last word of a name is the surname, the first one in some lists.
    let surname = |word: &String| {
        let last = name_words.last().is_some_and(|of| same_name(word, of, claimed.oblique));
        last || name_words.len() > 1 && same_name(word, &name_words[0], claimed.oblique)
    };
    let original: Vec<&str> = surface(&claimed.name);
    let other_name = original.iter().zip(&said).zip(&named).any(|((surface, word), named)| {
        let capital = surface.starts_with(char::is_uppercase);
        !named && capital && !is_role(surface) && !in_role(word) && word.chars().count() > 1
    });
    if said.iter().any(surname) {
        // A full name with another first name is another person of the family; words of a role are no first name.
        let first = original.first().zip(said.first()).is_some_and(|(surface, word)| {
            let whole = word.chars().count() > 1 && surface.starts_with(char::is_uppercase);
            whole && !is_role(surface) && !in_role(word) && !has_name(word)
        });
        let second = said.len() == 2
            && original.get(1).is_some_and(|word| word.starts_with(char::is_uppercase) && !is_role(word));
        let pair_differs = said.len() == 2 && (first || second && !named[1] && !in_role(&said[1]));
        let initial = said.iter().any(|word| word.chars().count() == 1)
            && !said.iter().filter(|word| word.chars().count() == 1).all(|initial| {
                name_words.iter().any(|of| skeleton(of).chars().next() == skeleton(initial).chars().next())
            });
        return if pair_differs || initial { Speaker::Other } else { Speaker::Same };
    }
    if other_name {
        return Speaker::Other;
    }
    if said.iter().any(in_role) {
        return Speaker::Same;
    }
    if said.iter().any(|word| is_role(word)) && role.is_empty() { Speaker::Unknown } else { Speaker::Other }
}

/// The words of the titles of a head of state.
const TITLES: [&str; 9] =
    ["президент", "президенті", "глава", "государства", "мемлекет", "басшысы", "president", "head", "state"];

/// The head of state has more than one title.
fn is_head_of_state(role: &str) -> bool {
    let role = role.to_lowercase();
    let titles = ["президент", "глава государства", "мемлекет басшысы", "president", "head of state"];
    titles.iter().any(|title| role.contains(title)) && !role.contains("вице") && !role.contains("vice")
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for_each_word(text, |word, _| words.push(word.to_owned()));
    words
}

/// The words of a text as they stand.
fn surface(text: &str) -> Vec<&str> {
    let mut places = Vec::new();
    for_each_word(text, |_, place| places.push(place));
    places.into_iter().map(|place| &text[place]).collect()
}

#[cfg(test)]
mod tests {
    use super::{Claimed, Language, Speaker, same};

    #[test]
    fn speakers_are_told_apart() {
        use Speaker::{Other, Same};
        let president = ("Касым-Жомарт Токаев", "Президент Казахстана");
        let akhmetova = ("Айгуль Ахметова", "директор школы");
        let cases = [
            ("Токаев", president, Same),
            ("ТОКАЕВ", president, Same),
            ("К. Токаев", president, Same),
            ("К.-Ж. Токаев", president, Same),
            ("Касым-Жомарт Токаев, Президент", president, Same),
            ("Президент Казахстана", president, Same),
            ("Глава государства", president, Same),
            ("Президент Токаев", president, Same),
            ("Tokayev", president, Same),
            ("Tokaev", president, Same),
            ("Тоқаев", president, Same),
            ("Kassym-Jomart Tokayev", president, Same),
            ("Назарбаев", president, Other),
            ("Президент Назарбаев", president, Other),
            ("Ерлан Токаев", president, Other),
            ("Премьер-министр", president, Other),
            ("Ахметова", akhmetova, Same),
            ("Айгуль Ахметова", akhmetova, Same),
            ("директор школы", akhmetova, Same),
            ("Ахметов", akhmetova, Other),
            ("Болат Ахметов", akhmetova, Other),
        ];
        for (claimed, (name, role), expected) in cases {
            let claimed = Claimed { name: claimed.to_owned(), oblique: false };
            assert_eq!(same(&claimed, name, role, Language::Ru), expected, "{}", claimed.name);
        }
        let oblique = Claimed { name: "Токаева".to_owned(), oblique: true };
        assert_eq!(same(&oblique, president.0, president.1, Language::Ru), Same);
    }
}
