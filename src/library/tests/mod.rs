//! What is found, and in which order.

mod asking;
mod grouped;
mod swap;

use proptest::prelude::*;

use super::{Editions, Item, Librarian, Library};
use crate::article::{self, Article, Language};

fn articles() -> Vec<Article> {
    let files = [
        ("rural-akims.en.toml", include_str!("../../../data/articles/rural-akims.en.toml")),
        ("rural-akims.toml", include_str!("../../../data/articles/rural-akims.toml")),
        ("rural-akims.kk.toml", include_str!("../../../data/articles/rural-akims.kk.toml")),
    ];
    files.map(|(name, source)| article::parse(name, source).unwrap()).into()
}

/// An article with this id, day of November 2025 and title.
fn article(id: &str, day: i8, title: &str) -> Article {
    let mut article = articles().swap_remove(1);
    article.id = id.parse().unwrap();
    article.published = Some(article::Published::Day(jiff::civil::date(2025, 11, day)));
    article.title = title.to_owned();
    article
}

/// The best hits as text: language, and what was found.
fn found(library: &Library, words: &str, language: Language) -> Vec<String> {
    let hits = library.find(words, language).hits;
    assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score && pair[1].score > 0.0), "{words}");
    let text = |hit: &super::Hit<'_>| match hit.item {
        Item::Article => format!("{}: article", hit.article.language),
        Item::Quote(quote) => {
            let words: Vec<&str> = hit.article.text(quote.parts[0]).split(' ').take(2).collect();
            format!("{}: {}", hit.article.language, words.join(" "))
        }
        Item::Figure(figure) => format!("{}: {}", hit.article.language, figure.value),
    };
    hits.iter().map(text).collect()
}

#[test]
fn the_best_hit_is_what_was_meant() {
    use Language::{En, Kk, Ru};
    let library = Library::new(articles());
    let cases = [
        ("треть", Ru, "ru: 1/3"),
        ("ТРЕТЬ?", Ru, "ru: 1/3"),
        ("1/3", Ru, "ru: 1/3"),
        ("⅓", Kk, "kk: 1/3"),
        ("43 года", Ru, "ru: 43"),
        ("2 334", Ru, "ru: 2334"),
        ("2,334 akims", En, "en: 2334"),
        ("2334", Kk, "kk: 2334"),
        ("сколько избрано акимов", Ru, "ru: 2334"),
        ("средний возраст", Ru, "ru: 43"),
        ("80 процентов", Ru, "ru: 80"),
        ("2020", Ru, "ru: 2020"),
        ("выборы акимов", Ru, "ru: Что стало"),
        ("излишняя спешка", Ru, "ru: Что стало"),
        ("выступления нескольких", Ru, "ru: Это очень"),
        ("ответственная работа", En, "en: This is"),
        ("токаев", Ru, "ru: Сегодняшняя встреча,"),
        ("о Токаеве", Ru, "ru: Сегодняшняя встреча,"),
        ("Tokayev", En, "en: Today's meeting,"),
        ("Tokayev", Kk, "kk: Еліміздегі атқарушы"),
        ("undue haste", En, "en: This was"),
        ("undue haste", Ru, "ru: Что стало"),
        ("орташа жас", Kk, "kk: 43"),
        ("әкімдердің орташа жасы", Kk, "kk: 43"),
        ("асығыстық", Kk, "kk: Бұл мемлекеттік"),
        ("үштен бірі", Kk, "kk: 1/3"),
        ("қуатты ауыл", Kk, "kk: Еліміздегі атқарушы"),
        ("диалог-платформа", Ru, "ru: article"),
        // Words that are still being typed.
        ("трет", Ru, "ru: 1/3"),
        ("233", Ru, "ru: 2334"),
        ("излишняя спе", Ru, "ru: Что стало"),
        ("undue has", En, "en: This was"),
    ];
    for (words, language, expected) in cases {
        let found = found(&library, words, language);
        assert_eq!(found.first().map(String::as_str), Some(expected), "{words:?}: {found:?}");
    }
}

#[test]
fn what_does_not_fit_is_not_found() {
    let library = Library::new(articles());
    let long = "аким ".repeat(100_000);
    for words in ["", " \n", "?! — «»", "погода", "и в на", "the", "xyzzy 77777", "\u{0}\u{202e}", "'", "%_\\"]
    {
        for language in Language::ALL {
            assert_eq!(found(&library, words, language), [""; 0], "{words:?}");
        }
    }
    assert!(!found(&library, &long, Language::Ru).is_empty());
    assert_eq!(found(&Library::new(Vec::new()), "аким", Language::Ru), [""; 0]);
    assert_eq!(found(&Library::default(), "аким", Language::Ru), [""; 0]);
}

#[test]
fn a_word_that_stands_nowhere_does_not_hide_what_fits() {
    let library = Library::new(articles());
    assert_eq!(found(&library, "погода треть", Language::Ru)[0], "ru: 1/3");
    // Two words of which a thing has the more common one only: not enough.
    assert!(!found(&library, "треть акимов", Language::Ru).contains(&"ru: 2334".to_owned()));
}

#[test]
fn a_thing_comes_once_in_the_language_asked_for() {
    let mut editions = articles();
    let english = editions.remove(0);
    let library = Library::new(editions);
    assert_eq!(found(&library, "2334", Language::Kk), ["kk: 2334", "kk: article"]);
    // No English edition: the one in which it fits best.
    assert_eq!(found(&library, "треть", Language::En)[0], "ru: 1/3");
    let library = Library::new(vec![english]);
    assert_eq!(found(&library, "2334", Language::Kk), ["en: 2334", "en: article"]);
}

#[test]
fn newer_articles_come_first_and_equally_new_ones_by_id() {
    let library = Library::new(vec![
        article("b", 1, "Погода"),
        article("old", 2, "Спорт"),
        article("new", 3, "Погода"),
        article("a", 1, "Погода"),
    ]);
    let ids: Vec<&str> = library.newest_first().iter().map(|editions| editions.id().as_str()).collect();
    assert_eq!(ids, ["new", "old", "a", "b"]);
    let hits: Vec<&str> = library.find("погода", Language::Ru).hits.iter().map(|hit| hit.article.id.as_str()).collect();
    assert_eq!(hits, ["new", "a", "b"]);
    for id in ids {
        assert_eq!(library.get(&id.parse().unwrap()).map(|it| it.id().as_str()), Some(id));
    }
    assert!(library.get(&"c".parse().unwrap()).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn step_by_step_comes_the_library_that_could_be_made_at_once(
        steps in prop::collection::vec((prop::collection::vec((0..6_u8, 1..4_i8), 1..4), prop::bool::ANY), 1..6),
    ) {
        let mut librarian = Librarian::new(None).unwrap();
        let mut expected: std::collections::BTreeMap<String, Article> = Default::default();
        for (articles, published) in steps {
            let articles = articles.into_iter().map(|(name, day)| article(&format!("a{name}"), day, "Погода"));
            // The first of two with one id wins.
            let articles: std::collections::BTreeMap<String, Article> =
                articles.rev().map(|article| (article.id.to_string(), article)).collect();
            let library = if published {
                expected.extend(articles.clone());
                librarian.publish(articles.into_values().collect()).unwrap()
            } else {
                articles.keys().for_each(|id| _ = expected.remove(id));
                librarian.withdraw(&articles.values().map(|it| it.id.clone()).collect::<Vec<_>>()).unwrap()
            };
            let at_once = Library::new(expected.values().cloned().collect());
            let newest = |of: &Library| -> Vec<Article> {
                of.newest_first().iter().map(|editions| editions.original().clone()).collect()
            };
            prop_assert_eq!(newest(&library), newest(&at_once));
            prop_assert_eq!(library.catalogue.quotes(), at_once.catalogue.quotes());
            for id in 0..6 {
                let id = format!("a{id}");
                prop_assert_eq!(library.get(&id.parse().unwrap()).is_some(), expected.contains_key(&id));
            }
            prop_assert_eq!(found(&library, "погода", Language::Ru), found(&at_once, "погода", Language::Ru));
        }
    }
}

#[test]
fn of_two_editions_in_one_language_the_first_wins() {
    let library = Library::new(vec![article("a", 1, "Первая"), article("a", 2, "Вторая")]);
    let titles: Vec<&str> = library.newest_first().iter().map(|it| it.original().title.as_str()).collect();
    assert_eq!(titles, ["Первая"]);
}

#[test]
fn a_quote_and_a_figure_have_their_counterparts() {
    let library = Library::new(articles());
    let editions: &Editions = &library.newest_first()[0];
    let [kk, ru, en] = editions.all() else { panic!("three editions are expected") };
    for (one, other) in ru.quotes.iter().zip(&en.quotes) {
        assert_eq!(editions.counterpart(ru, Item::Quote(one), Language::En), Some(Item::Quote(other)));
    }
    for (one, other) in en.figures.iter().zip(&kk.figures) {
        assert_eq!(editions.counterpart(en, Item::Figure(one), Language::Kk), Some(Item::Figure(other)));
    }
    assert_eq!(editions.counterpart(en, Item::Article, Language::Ru), Some(Item::Article));
}

proptest! {
    #[test]
    fn any_question_is_answered(words in "\\PC{0,80}") {
        let library = Library::new(articles());
        for hit in library.find(&words, Language::Ru).hits {
            prop_assert!(hit.score > 0.0 && hit.score.is_finite());
        }
    }
}
