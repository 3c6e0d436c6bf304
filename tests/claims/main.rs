//! A table of claims in three languages and what is to be said of each, over articles of our own and the first article.

use std::collections::BTreeMap;
use std::path::Path;

use derek::article::{self, Language, Span};
use derek::library::{DiffOp, Library, Match, Op, Verdict};

const TABLE: &str = include_str!("claims.txt");

/// The least share of right verdicts.
const RIGHT: f64 = 0.95;

/// One line of the table.
struct Case {
    verdict: Verdict,
    /// Whether its change turns the meaning.
    grave: bool,
    language: Language,
    claim: String,
}

fn cases() -> Vec<Case> {
    let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let case = |line: &str| {
        let mut columns = line.splitn(3, " | ");
        let mut column = || columns.next().unwrap_or_else(|| panic!("three columns: {line}"));
        let (verdict, language, claim) = (column(), column(), column());
        let name = verdict.trim_end_matches('!');
        let verdict_of = |name: &str| Verdict::ALL.into_iter().find(|verdict| verdict.name() == name);
        Case {
            verdict: verdict_of(name).unwrap_or_else(|| panic!("a verdict: {line}")),
            grave: verdict.ends_with('!'),
            language: language.parse().expect("a language"),
            claim: claim.replace("\\n", "\n"),
        }
    };
    lines.map(case).collect()
}

fn library() -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = article::load(&[root.join("tests/claims/articles"), root.join("data/articles")]);
    assert_eq!(loaded.mistakes(), 0, "{loaded}");
    Library::new(loaded.articles)
}

/// A match in one line: what it was found in, and each run.
fn shown(found: &Match<'_>, claim: &str) -> String {
    let run = |op: &DiffOp| {
        let (claim, quote) = (&claim[op.claim.clone()], found.article.text(op.quote));
        let change = op.change.map_or("", |change| change.name());
        match op.op {
            Op::Same => claim.to_owned(),
            Op::Dropped => format!("[-{quote} {change}]"),
            Op::Added => format!("[+{claim} {change}]"),
            Op::Changed => format!("[{claim} = {quote} {change}]"),
        }
    };
    let runs: Vec<String> = found.diff.iter().map(run).collect();
    format!("{} {:.2}: {}", found.article.id, found.score, runs.join(" "))
}

#[test]
fn claims_get_the_right_verdict() {
    let library = library();
    let cases = cases();
    assert!(cases.len() >= 120, "{}", cases.len());
    let mut shares: BTreeMap<(Verdict, &str), (usize, usize)> = BTreeMap::new();
    let mut right = 0;
    for Case { verdict, grave, language, claim } in &cases {
        let checked = library.check(claim, *language);
        let fits = checked.verdict == *verdict;
        right += usize::from(fits);
        for column in [language.code(), "all"] {
            let share = shares.entry((*verdict, column)).or_default();
            share.0 += usize::from(fits);
            share.1 += 1;
        }
        if !fits {
            println!("{} instead of {}: {claim}", checked.verdict.name(), verdict.name());
            checked.matches.iter().for_each(|found| println!("    {}", shown(found, claim)));
        }
        assert!(!grave || checked.verdict != Verdict::Verbatim, "never verbatim: {claim}");
    }
    for ((verdict, language), (right, all)) in &shares {
        println!("{:>14} {language:>3}: {right:>2} of {all:>2}", verdict.name());
    }
    for verdict in Verdict::ALL {
        assert!(shares[&(verdict, "all")].1 >= 12, "at least twelve: {}", verdict.name());
    }
    let share = right as f64 / cases.len() as f64;
    println!("{right} of {} right: {:.1} %", cases.len(), 100.0 * share);
    assert!(share >= RIGHT);
}

#[test]
fn a_speech_is_found_in_every_article_that_carries_it() {
    let library = library();
    let shown = |article: &str, quote: usize| -> Vec<(String, Vec<String>)> {
        let id = article.parse().expect("an id");
        let article = library.get(&id).expect("an article of the tests").original();
        let versions = library.versions(article, &article.quotes[quote]);
        let fullest = versions[0].article;
        let missing = |spans: &[Span]| spans.iter().map(|span| fullest.text(*span).to_owned()).collect();
        versions.iter().map(|version| (version.article.id.to_string(), missing(&version.missing))).collect()
    };
    let from_full = shown("reservoir-vestnik", 0);
    let ids: Vec<&str> = from_full.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids[0], "reservoir-vestnik");
    for id in ["reservoir-kurier", "reservoir-dnevnik", "reservoir-chas"] {
        assert!(ids.contains(&id), "{ids:?}");
    }
    assert_eq!(from_full[0].1, [""; 0]);
    let kurier = from_full.iter().find(|(id, _)| id == "reservoir-kurier").unwrap();
    assert_eq!(kurier.1[0], "Вода придёт в двенадцать сёл уже 15 мая");
    assert_eq!(shown("reservoir-kurier", 0), from_full);
    assert_eq!(shown("river", 0).len(), 1);
}
