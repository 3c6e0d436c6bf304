//! What the program says in its own words, in three languages, and dates and numbers as each language writes them.
//!
//! The words stand in data/locales, one file a language, and are compiled in. tests/locales.rs proves that the files agree
//! with each other and with the code, so that a key or an argument cannot be missing at run time.

mod date;
mod figure;
mod number;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use intl_memoizer::concurrent::IntlLangMemoizer;
use jiff::civil;

use crate::article::Language;

pub use figure::Amount;
/// An argument of a message: a text, or a number that chooses a plural form and is written as the language writes numbers.
pub use fluent_bundle::FluentValue as Arg;

/// The words of all languages, compiled into the program from data/locales.
pub struct Locales {
    /// In the order of the variants of [`Language`].
    bundles: [FluentBundle<FluentResource>; 3],
    /// Days in words, by [`Language`]: as many as there are days on which articles were published.
    days: [RwLock<HashMap<civil::Date, Arc<str>>>; 3],
}

impl Locales {
    /// Reads the built-in locale files.
    ///
    /// # Panics
    /// If a file is not well-formed; a test loads them.
    pub fn load() -> Self {
        Self {
            bundles: [
                bundle(Language::Ru, include_str!("../../data/locales/ru.ftl")),
                bundle(Language::Kk, include_str!("../../data/locales/kk.ftl")),
                bundle(Language::En, include_str!("../../data/locales/en.ftl")),
            ],
            days: Default::default(),
        }
    }

    /// The words under `key`, as plain text.
    ///
    /// # Panics
    /// If there is no such key, or it needs another argument: tests/locales.rs compares the files with every call.
    pub fn text(&self, language: Language, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        let bundle = &self.bundles[language as usize];
        let pattern = bundle.get_message(key).and_then(|message| message.value());
        let pattern = pattern.unwrap_or_else(|| panic!("no message {key} in {language}"));
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        assert!(errors.is_empty(), "{key} in {language}: {errors:?}");
        text
    }
}

impl fmt::Debug for Locales {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locales").finish_non_exhaustive()
    }
}

/// The messages of one file.
fn bundle(language: Language, source: &str) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source.to_owned());
    let resource = resource.unwrap_or_else(|(_, errors)| panic!("{language}.ftl: {errors:?}"));
    let tag = language.code().parse().expect("each code is a language tag");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks that isolate an argument would be seen in copied text and counted against Telegram's limits.
    bundle.set_use_isolating(false);
    let formatter: fn(&Arg<'_>, &IntlLangMemoizer) -> Option<String> = match language {
        Language::Ru => |value, _| written(Language::Ru, value),
        Language::Kk => |value, _| written(Language::Kk, value),
        Language::En => |value, _| written(Language::En, value),
    };
    bundle.set_formatter(Some(formatter));
    bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{language}.ftl: {errors:?}"));
    bundle
}

/// A number among the arguments, as the language writes it.
fn written(language: Language, value: &Arg<'_>) -> Option<String> {
    match value {
        Arg::Number(number) => Some(number::number(language, number.value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Locales;
    use crate::article::Language::{self, En, Kk, Ru};

    #[test]
    fn locales_are_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Locales>();
    }

    #[test]
    fn a_count_chooses_its_plural_form() {
        let locales = Locales::load();
        let cases: [(Language, &str, usize, &str); 16] = [
            (Ru, "count-quotes", 0, "0 цитат"),
            (Ru, "count-quotes", 1, "1 цитата"),
            (Ru, "count-quotes", 2, "2 цитаты"),
            (Ru, "count-quotes", 5, "5 цитат"),
            (Ru, "count-quotes", 11, "11 цитат"),
            (Ru, "count-quotes", 21, "21 цитата"),
            (Ru, "count-quotes", 1004, "1 004 цитаты"),
            (Ru, "count-figures", 112, "112 чисел"),
            (Ru, "count-figures", 3, "3 числа"),
            (Kk, "count-quotes", 1, "1 дәйексөз"),
            (Kk, "count-quotes", 5, "5 дәйексөз"),
            (Kk, "count-figures", 1000, "1 000 сан"),
            (En, "count-quotes", 1, "1 quote"),
            (En, "count-quotes", 1000, "1,000 quotes"),
            (En, "count-figures", 1, "1 figure"),
            (En, "count-figures", 0, "0 figures"),
        ];
        for (language, key, count, expected) in cases {
            let text = locales.text(language, key, &[("count", count.into())]);
            assert_eq!(text.replace('\u{a0}', " "), expected, "{language} {key} {count}");
        }
    }

    #[test]
    #[should_panic(expected = "no message nothing-such in ru")]
    fn a_missing_key_is_not_passed_over() {
        Locales::load().text(Ru, "nothing-such", &[]);
    }

    #[test]
    #[should_panic(expected = "count-quotes in kk")]
    fn a_missing_argument_is_not_passed_over() {
        Locales::load().text(Kk, "count-quotes", &[]);
    }
}
