//! What `derek search` and `derek check` print: the same answers as in a chat, for people (`plain`) and for programs ([`json`]).

pub mod json;
mod plain;

use crate::article::Language;
use crate::commands::{self, Context, Place};
use crate::library::Library;
use crate::locale::Locales;

/// How many results of a search are printed for people.
const RESULTS: usize = 20;

/// What fits some words, best first, as people read it. `style`: whether the terminal shows bold and underlined words; where it
/// does not, signs stand for that.
pub fn search(library: &Library, words: &str, language: Language, style: bool) -> String {
    let locales = Locales::load();
    let entries = commands::listed(&context(library, &locales, language), words, RESULTS);
    entries.iter().map(|entry| plain::text(entry, style)).collect::<Vec<_>>().join("\n\n")
}

/// Whether words were said like that, as people read it.
pub fn check(library: &Library, claim: &str, language: Language, style: bool) -> String {
    let locales = Locales::load();
    plain::text(&commands::checked(&context(library, &locales, language), claim).html, style)
}

fn context<'a>(library: &'a Library, locales: &'a Locales, language: Language) -> Context<'a> {
    Context::new(library, locales, "derek", Place::Private, language)
}

/// The language in which somebody who writes this is likely to read: Kazakh by a letter that no other of the three has, Russian by
/// other Cyrillic letters, else English.
pub fn language_of(text: &str) -> Language {
    let own = |c: char| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(c);
    let cyrillic = |c: char| ('\u{400}'..='\u{52f}').contains(&c);
    match text {
        text if text.contains(own) => Language::Kk,
        text if text.contains(cyrillic) => Language::Ru,
        _ => Language::En,
    }
}

#[cfg(test)]
mod tests {
    use super::language_of;
    use crate::article::Language::{En, Kk, Ru};

    #[test]
    fn the_language_is_guessed_from_the_letters() {
        for (text, expected) in [("ауыл әкімі", Kk), ("аким села", Ru), ("akim", En), ("2334", En), ("IT-аким", Ru)]
        {
            assert_eq!(language_of(text), expected, "{text}");
        }
    }
}
