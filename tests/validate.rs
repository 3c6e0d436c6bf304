//! The articles of this repository, and what `derek validate` says about broken ones.
#![expect(clippy::unwrap_used, reason = "a test fails by a panic")]

use std::fs;
use std::path::{Path, PathBuf};

use derek::article::{self, Article, Language, Report};

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
    for article in &articles {
        let doubts: Vec<String> = derek::structure::doubts(article).iter().map(ToString::to_string).collect();
        assert!(doubts.is_empty(), "{doubts:#?}");
    }
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
    let Ok(seed) = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed/rural-akims.txt"))
    else {
        return; // Only where the text as published lies beside the repository.
    };
    let articles = repository_articles();
    let original = articles.iter().find(|article| !article.translation).unwrap();
    assert_eq!(original.body, seed);
    assert_eq!(original.text(original.credit.unwrap()), seed.lines().last().unwrap());
}

/// An article file without mistakes.
const GOOD: &str = r#"title = "Сельские библиотеки открываются вечером"
language = "ru"
published = 2025-11-28
source = { name = "Вестник", url = "https://example.org/1" }
credit = "Фото: Алия Сапарова"
body = """
Сельские библиотеки области с декабря работают до девяти вечера.

«Люди приходят после работы, – сказала Айгуль Ахметова. – Раньше они видели только закрытую дверь».

За год в 12 библиотеках побывали 34 500 читателей, треть из них – дети. Ещё три библиотеки откроются в 2026 году.

Фото: Алия Сапарова
"""
summary = ["Сельские библиотеки области с декабря работают до девяти вечера."]

[[people]]
name = "Айгуль Ахметова"
role = "директор библиотеки"

[[quotes]]
speaker = "Айгуль Ахметова"
text = ["Люди приходят после работы", "Раньше они видели только закрытую дверь"]
topics = ["библиотеки"]

[[figures]]
value = 34500
kind = "count"
unit = "читателей"
label = "побывали в библиотеках за год"
text = "За год в 12 библиотеках побывали 34 500 читателей"
"#;

/// The report on [`GOOD`] with some of its text replaced, as a file of this name.
fn report(file_name: &str, changes: &[(&str, &str)]) -> String {
    let mut source = GOOD.to_owned();
    for (old, new) in changes {
        assert!(source.contains(old), "{old}");
        source = source.replacen(old, new, 1);
    }
    match article::parse(file_name, &source) {
        Ok(_) => "no mistakes".to_owned(),
        Err(mistakes) => Report { path: file_name.to_owned(), source, mistakes }.render(false),
    }
}

#[test]
fn a_good_file_has_no_mistakes() {
    for name in ["libraries.toml", "libraries.ru.toml", "A_1-b.toml"] {
        assert_eq!(report(name, &[]), "no mistakes");
    }
}

/// One snapshot a kind of mistake, in tests/snapshots.
#[test]
fn each_mistake_is_shown_where_it_stands() {
    let empty_body = (GOOD.split_once("\"\"\"\n").unwrap().1.split_once("\"\"\"").unwrap().0, " ");
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("syntax", &[("value = 34500", "value = 34 500"), ("language = \"ru\"", "language = \"de\"")]),
        ("syntax_unclosed_body", &[("Сапарова\n\"\"\"", "Сапарова\n")]),
        ("syntax_escape_in_body", &[("Сельские библиотеки области", "Сельские \\библиотеки")]),
        ("syntax_same_key_twice", &[("language = \"ru\"", "language = \"ru\"\nlanguage = \"kk\"")]),
        ("unknown_key", &[("topics =", "topic ="), ("kind =", "sort ="), ("role =", "note =")]),
        ("missing_keys", &[("title =", "# "), ("language =", "# "), ("label =", "# ")]),
        ("missing_body", &[("body =", "[body]\ntext =")]),
        (
            "wrong_types",
            &[
                ("title = \"", "title = 5 # \""),
                ("published = 2025-11-28", "published = \"2025-11-28\""),
                ("source = {", "source = \"Вестник\" # {"),
                ("summary = [", "translation = \"no\"\nsummary = \"\" # ["),
                ("topics = [\"библиотеки\"]", "topics = [1, true]"),
                ("value = 34500", "value = true"),
            ],
        ),
        ("empty_texts", &[("\"Вестник\"", "\"\""), ("\"Айгуль Ахметова\"", "\" \""), ("\"побывали", "\"\" # \"")]),
        ("empty_body", &[empty_body]),
        ("language", &[("\"ru\"", "\"rus\"")]),
        ("language_far", &[("\"ru\"", "\"deutsch\"")]),
        ("date", &[("2025-11-28", "2025-11-31")]),
        ("moment_without_offset", &[("2025-11-28", "2025-11-28T09:30:00")]),
        ("address", &[("https://example.org/1", "javascript:alert(1)")]),
        ("quote_altered", &[("видели только закрытую", "видели лишь закрытую")]),
        ("quote_unheard_of", &[("\"Люди приходят после работы\"", "\"Погода завтра хорошая\"")]),
        (
            "quote_out_of_order",
            &[
                ("[\"Люди приходят после работы\", \"Раньше", "[\"Раньше"),
                ("закрытую дверь\"]", "закрытую дверь\", \"Люди приходят после работы\"]"),
            ],
        ),
        ("quote_without_parts", &[("text = [\"Люди приходят после работы\", \"Раньше", "text = [] # [\"")]),
        ("summary_altered", &[("summary = [\"Сельские", "summary = [\"Все сельские")]),
        ("figure_altered", &[("побывали 34 500 читателей\"", "побывали 43 500 читателей\"")]),
        ("credit_altered", &[("credit = \"Фото: Алия", "credit = \"Фото: Анна")]),
        ("credit_too_early", &[("credit = \"Фото: Алия Сапарова", "credit = \"Сельские библиотеки области")]),
        ("speaker_unknown", &[("speaker = \"Айгуль", "speaker = \"Айгул")]),
        ("speaker_unheard_of", &[("speaker = \"Айгуль Ахметова", "speaker = \"Министр")]),
        ("figure_kind", &[("\"count\"", "\"counts\"")]),
        ("figure_value_does_not_fit", &[("\"count\"", "\"percent\""), ("34500", "[5, 3]")]),
        ("figure_value_is_text", &[("34500", "\"34 500\"")]),
        ("figure_value_by_zero", &[("34500", "\"1/0\""), ("\"count\"", "\"share\"")]),
        ("figure_value_is_no_date", &[("34500", "2026"), ("\"count\"", "\"date\"")]),
        (
            "twice",
            &[
                (
                    "вечера.\"]",
                    "вечера.\",\n    \"Сельские библиотеки области  с декабря работают до девяти вечера.\"]",
                ),
                ("[[quotes]]", "[[people]]\nname = \"Айгуль Ахметова\"\n\n[[quotes]]"),
                (
                    "[[figures]]",
                    "[[quotes]]\ntext = [\"Люди приходят после работы\", \"Раньше они видели только закрытую дверь\"]\n\n[[figures]]",
                ),
            ],
        ),
    ];
    for (name, changes) in cases {
        insta::assert_snapshot!(*name, report("libraries.toml", changes));
    }
}

#[test]
fn a_body_written_with_escapes_is_compared_too() {
    let changes = [("области с декабря", "области\\u0020с декабря"), ("[\"Люди", "[\"Все люди")];
    insta::assert_snapshot!("body_with_escapes", report("libraries.toml", &changes));
}

#[test]
fn a_body_over_one_mebibyte_is_too_long() {
    let long = "слово ".repeat(Article::MAX_BODY / 11 + 1);
    insta::assert_snapshot!("long_body", report("libraries.toml", &[("Сельские библиотеки области", &long)]));
}

#[test]
fn the_file_name_says_what_the_file_holds() {
    insta::assert_snapshot!("file_name_other_language", report("libraries.kk.toml", &[]));
    insta::assert_snapshot!("file_name_bad", report("сельские библиотеки.toml", &[("\"ru\"", "\"uk\"")]));
    for name in
        ["", ".toml", "libraries", "libraries.txt", "a.b.toml", "a.ru.kk.toml", &format!("{}.toml", "a".repeat(41))]
    {
        assert!(report(name, &[]).starts_with("error: the file name"), "{name}");
    }
}

/// What stands in all reports on some files of a folder, the folder's own name left out.
fn validate(files: &[(&str, &[u8])], paths: &[&str]) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
        fs::write(folder.path().join(name), content).unwrap();
    }
    let paths: Vec<PathBuf> = paths.iter().map(|path| folder.path().join(path)).collect();
    let loaded = article::load(&paths);
    let reports: String = loaded.reports.iter().map(|report| report.render(false) + "\n").collect();
    let shown = reports.replace(&format!("{}/", folder.path().display()), "");
    (loaded.articles.iter().map(|article| article.id.to_string()).collect(), format!("{shown}{loaded}"))
}

#[test]
fn good_files_are_loaded_beside_broken_ones() {
    let broken = GOOD.replace("[\"Люди", "[\"Дети");
    let files: [(&str, &[u8]); 7] = [
        ("data/a.toml", GOOD.as_bytes()),
        ("data/b.toml", broken.as_bytes()),
        ("data/c.toml", b"title = \"\xff\""),
        ("data/d.toml", GOOD.as_bytes()),
        ("data/d.ru.toml", GOOD.as_bytes()),
        ("data/notes.txt", b"not an article"),
        ("data/deeper/e.toml", b"not looked at"),
    ];
    let (articles, shown) = validate(&files, &["data"]);
    assert_eq!(articles, ["a", "d"]);
    insta::assert_snapshot!("folder", shown);
}

#[test]
fn a_path_that_gives_nothing_is_a_mistake() {
    let files: [(&str, &[u8]); 2] = [("empty/notes.txt", b""), ("a.toml", GOOD.as_bytes())];
    let (articles, shown) = validate(&files, &["missing", "empty", "missing.toml", "a.toml", "empty/notes.txt"]);
    assert_eq!(articles, ["a"]);
    insta::assert_snapshot!("paths", shown);
}

#[test]
fn the_closing_line_counts() {
    assert!(validate(&[("a.toml", GOOD.as_bytes())], &["."]).1.ends_with("1 file, 0 mistakes"));
}

#[test]
fn colour_comes_only_when_asked_for() {
    let mistakes = article::parse("a.toml", "").unwrap_err();
    let report = Report { path: "a.toml".to_owned(), source: String::new(), mistakes };
    assert!(report.render(true).contains("\u{1b}["));
    assert!(!report.render(false).contains('\u{1b}'));
}
