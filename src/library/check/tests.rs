//! What must hold of any claim.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::change::Change;
use super::diff::Op;
use super::{Checked, Match, Note, Verdict};
use crate::article::{self, Article, Language};
use crate::library::Library;
use crate::library::words::for_each_word;

fn library() -> &'static Library {
    static LIBRARY: LazyLock<Library> = LazyLock::new(read);
    &LIBRARY
}

fn read() -> Library {
    let files = [
        ("rural-akims.en.toml", include_str!("../../../data/articles/rural-akims.en.toml")),
        ("rural-akims.toml", include_str!("../../../data/articles/rural-akims.toml")),
        ("rural-akims.kk.toml", include_str!("../../../data/articles/rural-akims.kk.toml")),
    ];
    Library::new(files.map(|(name, source)| article::parse(name, source).unwrap()).into())
}

/// A run of a quote's words, by its article and the places of its first and last word.
fn run(library: &Library, language: usize, quote: usize, from: usize, words: usize) -> (&Article, Vec<&str>) {
    let article = library.newest_first()[0].edition(Language::ALL[language]).unwrap();
    let quote = article.text(article.quotes[quote].parts[0]);
    let mut places = Vec::new();
    for_each_word(quote, |_, place| places.push(place));
    let from = from % (places.len() - words);
    (article, places[from..from + words].iter().map(|place| &quote[place.clone()]).collect())
}

/// Whether what was dropped at the ends of a run turns it: then it is altered, and rightly so.
fn is_clipped(found: &Match<'_>) -> bool {
    found.changes.iter().any(|change| matches!(change, Change::Negation | Change::Number))
        && found.diff.iter().all(|op| matches!(op.op, Op::Same | Op::Dropped))
}

fn well_formed(checked: &Checked<'_>, claim: &str) -> Result<(), TestCaseError> {
    for found in &checked.matches {
        prop_assert!((0.0..=1.0).contains(&found.score));
        let (mut claim_end, mut quote_end) = (0, 0);
        for op in &found.diff {
            prop_assert!(claim_end <= op.claim.start && op.claim.start <= op.claim.end, "{claim}: {:?}", found.diff);
            prop_assert!(quote_end <= op.quote.start && op.quote.start <= op.quote.end, "{claim}: {:?}", found.diff);
            prop_assert!(claim.get(op.claim.clone()).is_some());
            prop_assert!(found.article.body.get(op.quote.start..op.quote.end).is_some());
            let (claimed, said) = (!op.claim.is_empty(), op.quote.start < op.quote.end);
            match op.op {
                Op::Same => prop_assert!(claimed && said, "{claim}: {:?}", found.diff),
                Op::Dropped => prop_assert!(!claimed && said, "{claim}: {:?}", found.diff),
                Op::Added => prop_assert!(claimed && !said, "{claim}: {:?}", found.diff),
                Op::Changed => prop_assert!(claimed || said, "{claim}: {:?}", found.diff),
            }
            (claim_end, quote_end) = (op.claim.end, op.quote.end);
        }
    }
    Ok(())
}

#[test]
fn what_is_no_claim_has_a_plain_answer() {
    let library = library();
    let long = "Мы не допустили излишней спешки. ".repeat(100_000 / 60);
    let unbroken = "ы".repeat(100_000);
    let marks = "«".repeat(100_000);
    for (claim, note) in [
        ("", Some(Note::NoWords)),
        ("🎉", Some(Note::NoWords)),
        ("спешки", Some(Note::OneWord)),
        ("你好 世界", Some(Note::OtherScript)),
        (unbroken.as_str(), Some(Note::OneWord)),
        (marks.as_str(), Some(Note::NoWords)),
    ] {
        for language in Language::ALL {
            let checked = library.check(claim, language);
            assert_eq!((checked.verdict, checked.claim.note), (Verdict::NotFound, note));
            assert_eq!((checked.searched.articles, checked.searched.quotes), (1, 9));
        }
    }
    assert_eq!(library.check(&long, Language::Ru).claim.note, Some(Note::FirstWords(super::MOST_WORDS)));
    let empty = Library::default();
    assert_eq!(empty.check("Мы не допустили излишней спешки", Language::Ru).verdict, Verdict::NotFound);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_claim_is_answered(claim in "([а-яёА-Яa-z0-9 :,.—–«»\"()…%\n-]|\\PC){0,80}") {
        let library = library();
        for language in Language::ALL {
            well_formed(&library.check(&claim, language), &claim)?;
        }
    }

    #[test]
    fn words_of_the_articles_in_any_order_are_answered(places in prop::collection::vec((0_usize..3, 0_usize..3, 0_usize..60), 1..40)) {
        let library = library();
        let words: Vec<&str> = places.iter().map(|&(language, quote, at)| run(library, language, quote, at, 1).1[0]).collect();
        let claim = words.join(" ");
        well_formed(&library.check(&claim, Language::Ru), &claim)?;
    }

    #[test]
    fn a_run_of_a_quote_is_verbatim(language in 0_usize..3, quote in 0_usize..3, from in 0_usize..80, words in 3_usize..25, dress in 0_u8..6) {
        let library = library();
        let (article, run) = run(library, language, quote, from, words);
        let claim = match dress {
            0 => run.join(" "),
            1 => run.join(" ").to_uppercase(),
            2 => run.join(", "),
            3 => run.join("  \n"),
            4 => run.join(" ").replace('е', "ё"),
            _ => format!("«{}»", run.join("\u{a0}")),
        };
        let checked = library.check(&claim, article.language);
        well_formed(&checked, &claim)?;
        let found = &checked.matches[0];
        prop_assert!(checked.verdict == Verdict::Verbatim || is_clipped(found), "{claim}: {:?} {:?}", checked.verdict, found);
        prop_assert_eq!(found.article.language, article.language);
    }

    #[test]
    fn a_run_without_one_word_is_shortened(language in 0_usize..3, quote in 0_usize..3, from in 0_usize..80, words in 8_usize..25, gone in 1_usize..7) {
        let library = library();
        let (article, mut run) = run(library, language, quote, from, words);
        let gone = run.remove(gone);
        let claim = run.join(" ");
        let checked = library.check(&claim, article.language);
        well_formed(&checked, &claim)?;
        let found = &checked.matches[0];
        // What is left may stand whole in another place.
        let whole = found.diff.iter().all(|op| op.op == Op::Same);
        prop_assert!(
            checked.verdict == Verdict::Shortened || is_clipped(found) || whole,
            "{claim} without {gone}: {:?} {:?}", checked.verdict, found
        );
    }
}
