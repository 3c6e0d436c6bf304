//! The articles of this repository, and what `derek validate` says about broken ones.

use std::path::Path;

use derek::article::{self, Article, Language};

/// The articles of this repository.
fn repository_articles() -> Vec<Article> {
    let loaded = article::load(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles")]);
    let reports: String = loaded.reports.iter().map(|report| report.render(false)).collect();
    assert!(reports.is_empty(), "{reports}");
    loaded.articles
}

#[test]
fn the_articles_of_this_repository_have_no_mistakes() {
    let articles = repository_articles();
    let mut languages: Vec<Language> = articles.iter().map(|article| article.language).collect();
    languages.sort();
    assert_eq!(languages, [Language::Ru, Language::Kk, Language::En]);
}

#[test]
fn the_editions_of_an_article_have_the_same_structure() {
    let articles = repository_articles();
    let [first, others @ ..] = &articles[..] else { panic!("no articles") };
    for other in others {
        assert_eq!(other.published, first.published);
        assert_eq!(other.summary.len(), first.summary.len());
        assert_eq!(other.paragraphs().count(), first.paragraphs().count());
        let topics = |article: &Article| article.quotes.iter().map(|quote| quote.topics.len()).collect::<Vec<_>>();
        assert_eq!(topics(other), topics(first));
        let values =
            |article: &Article| article.figures.iter().map(|figure| (figure.value, figure.kind)).collect::<Vec<_>>();
        assert_eq!(values(other), values(first));
        assert_eq!(other.translation, other.language != Language::Ru);
    }
}

#[test]
fn the_body_is_the_text_as_published() {
    let Ok(seed) =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed/rural-akims.txt"))
    else {
        return; // Only where the text as published lies beside the repository.
    };
    let articles = repository_articles();
    let original = articles.iter().find(|article| !article.translation).unwrap();
    assert_eq!(original.body, seed);
    assert_eq!(original.text(original.credit.unwrap()), seed.lines().last().unwrap());
}
