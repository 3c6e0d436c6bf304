//! The README keeps its promises: every setting and command stands in it, its article is a good one, its links lead somewhere.

use std::path::Path;

use derek::article::{self, Language};
use derek::commands::{Place, menu};
use derek::config;
use derek::locale::Locales;

const README: &str = include_str!("../README.md");

#[test]
fn every_setting_has_its_row() {
    for name in config::names().iter().map(String::as_str).chain(["RUST_LOG"]) {
        assert!(README.contains(&format!("| `{name}` |")), "{name}");
    }
}

#[test]
fn every_command_has_its_row() {
    for (name, _) in menu(&Locales::load(), Language::En, Place::Private, true) {
        let row = |line: &str| line.starts_with(&format!("| `/{name}`")) || line.starts_with(&format!("| `/{name} "));
        assert!(README.lines().any(row), "/{name}");
    }
}

#[test]
fn the_article_in_it_is_a_good_one() {
    let (_, file) = README.split_once("```toml\n").expect("an article file");
    let (file, _) = file.split_once("```").expect("its end");
    let article = article::parse("rivers.toml", file).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    assert_eq!((article.quotes.len(), article.figures.len(), article.summary.len()), (1, 1, 1));
}

#[test]
fn its_links_lead_somewhere() {
    let links = README.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for link in links.filter(|link| !link.starts_with("http")) {
        assert!(Path::new(link).exists(), "{link}");
    }
}
