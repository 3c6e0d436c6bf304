//! What people type, and what is found then.

use super::super::{Item, Librarian, Library};
use crate::article::{self, Article, Language};

use Language::{En, Kk, Ru};

/// A small newspaper: each article is its id, language, day, title, and lines; a line in «» is a quote of the speaker before
/// the colon, one with a `=` a figure.
const NEWSPAPER: &[(&str, &str, &str, &str, &[&str])] = &[
    (
        "bridge",
        "ru",
        "2025-11-03",
        "Мост через Талас откроют весной",
        &[
            "Строители сдали опоры моста через реку Талас.",
            "Ерлан Мусабеков: «Мост откроем весной, и жители сёл больше не поедут в объезд»",
            "Ерлан Мусабеков: «Зимой работать тяжело, но сроки мы держим»",
            "Мост стоит 1,5 млрд тенге. = 1500000000 money цена моста",
            "Длина моста — 2 334 метра. = 2334 quantity длина моста",
        ],
    ),
    (
        "school",
        "ru",
        "2024-09-01",
        "В ауле открыли школу",
        &[
            "Школа на 300 мест открылась в ауле Каракемер.",
            "Айгуль Сатпаева: «Дети пойдут в новую школу, это большая радость»",
            "Айгуль Сатпаева: «Учителей нам не хватает, весной ждём выпускников»",
            "Треть учеников живёт далеко. = 1/3 share ученики живут далеко",
        ],
    ),
    (
        "snow",
        "kk",
        "2025-01-15",
        "Ауылда қар қалың түсті",
        &[
            "Ауыл әкімі тұрғындарды көмекке шақырды.",
            "Қайрат Өмірзақов: «Ауылдарымыздың жолдарын үш күнде тазалаймыз»",
            "Қайрат Өмірзақов: «Әкімдердің бәрі түнімен жұмыс істеді»",
            "Жолға 43 техника шықты. = 43 count техника жолға шықты",
        ],
    ),
    (
        "library",
        "en",
        "2023-05-20",
        "Village library reopens",
        &[
            "The library of Lowfield has reopened after repairs.",
            "Jane Moreton: “Reading rooms belong to the whole village”",
            "Jane Moreton: “We repaired the roof in eleven weeks”",
            "Some 4,500 books came back. = 4500 count books came back",
        ],
    ),
];

fn article((id, language, day, title, lines): &(&str, &str, &str, &str, &[&str])) -> Article {
    use std::fmt::Write;
    let mut body = String::new();
    let mut items = String::new();
    for line in *lines {
        let (text, figure) = line.split_once(" = ").map_or((*line, None), |(text, figure)| (text, Some(figure)));
        writeln!(body, "{text}").unwrap();
        if let Some((speaker, said)) = text.split_once(": ") {
            let said = said.trim_matches(['«', '»', '“', '”']);
            write!(items, "[[quotes]]\nspeaker = {speaker:?}\ntext = {said:?}\n").unwrap();
        }
        if let Some(figure) = figure {
            let [value, kind, label] = figure.splitn(3, ' ').collect::<Vec<_>>().try_into().unwrap();
            let value = if value.contains('/') { format!("{value:?}") } else { value.to_owned() };
            write!(items, "[[figures]]\nvalue = {value}\nkind = {kind:?}\nlabel = {label:?}\ntext = {text:?}\n")
                .unwrap();
        }
    }
    let file =
        format!("title = {title:?}\nlanguage = {language:?}\npublished = {day}\nbody = \"\"\"\n{body}\"\"\"\n{items}");
    article::parse(&format!("{id}.toml"), &file).unwrap_or_else(|error| panic!("{error:?}\n{file}"))
}

fn newspaper() -> Vec<Article> {
    NEWSPAPER.iter().map(article).collect()
}

/// The hits as text: the article's id, and the quote's first word, the figure's value, or `*` for the whole.
fn found(library: &Library, words: &str, language: Language) -> Vec<String> {
    let results = library.find(words, language);
    let hits = results.hits.iter().map(|hit| {
        let what = match hit.item {
            Item::Article => "*".to_owned(),
            Item::Quote(quote) => hit.article.text(quote.parts[0]).split([' ', ',']).next().unwrap().to_owned(),
            Item::Figure(figure) => figure.value.to_string(),
        };
        format!("{} {what}", hit.article.id)
    });
    let instead = results.instead.iter().map(|instead| format!("→ {}", instead.words));
    instead.chain(hits).collect()
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let library = Library::new(newspaper());
    let cases: &[(&str, Language, &[&str])] = &[
        // Any order, case and form; ё and е.
        ("весной МОСТЫ", Ru, &["bridge Мост"]),
        ("сел", Ru, &["bridge Мост"]),
        ("объезды жители", Ru, &["bridge Мост"]),
        ("ауылдар жол", Kk, &["snow Ауылдарымыздың"]),
        ("әкім түн", Kk, &["snow Әкімдердің"]),
        // Kazakh letters typed as the Russian ones that look like them.
        ("ауылдардын жолы", Kk, &["snow Ауылдарымыздың"]),
        ("омирзаков", Kk, &["snow Ауылдарымыздың", "snow Әкімдердің"]),
        // A speaker before a colon.
        ("мусабеков: весна", Ru, &["bridge Мост"]),
        ("Сатпаевой: весной", Ru, &["school Учителей"]),
        ("moreton:", En, &["library Reading", "library We"]),
        // Nobody is called so: the words are words.
        ("мост: весна", Ru, &["bridge Мост"]),
        // Numbers as they are written.
        ("2334", Ru, &["bridge 2334"]),
        ("2 334", Ru, &["bridge 2334"]),
        ("2,334", Ru, &["bridge 2334"]),
        ("1,5 млрд", Ru, &["bridge 1500000000"]),
        ("1500000000", Ru, &["bridge 1500000000"]),
        ("4500 books", En, &["library 4500"]),
        ("треть", Ru, &["school 1/3"]),
        ("1/3", Ru, &["school 1/3"]),
        ("үштен бірі", Kk, &["school 1/3"]),
        ("43 техника", Kk, &["snow 43"]),
        // Dates of publication.
        ("ноябрь 2025", Ru, &["bridge Мост", "bridge Зимой"]),
        ("03.11.2025", Ru, &["bridge Мост", "bridge Зимой"]),
        ("school 2024", En, &["school Дети", "school Учителей"]),
        ("2023-2024", Ru, &["school Дети", "school Учителей", "school 1/3", "school *", "library Reading"]),
        ("весна 2024", Ru, &["school Учителей"]),
        // Exact words, and words left out.
        ("\"сроки мы держим\"", Ru, &["bridge Зимой"]),
        ("\"мы сроки держим\"", Ru, &[]),
        ("“the whole village”", En, &["library Reading"]),
        ("весной -мост", Ru, &["school Учителей"]),
        // A typing mistake, the wrong keyboard, Latin letters.
        ("тжяело", Ru, &["→ тяжело", "bridge Зимой"]),
        ("обьезд", Ru, &["→ объезд", "bridge Мост"]),
        ("vjcn dtcyjq", Ru, &["→ мост весной", "bridge Мост"]),
        ("musabekov", Ru, &["→ мусабеков", "bridge Мост", "bridge Зимой"]),
        ("akim", Kk, &["→ аким", "snow Әкімдердің"]),
        ("ауду -vjcn", Ru, &[]),
        ("мшддфпу дшикфкн", En, &["→ village library", "library *"]),
        ("libary roof", En, &["→ library roof", "library We"]),
        // A last word that is still being typed.
        ("учит", Ru, &["school Учителей"]),
        ("весной учите", Ru, &["school Учителей"]),
        ("muzab", Ru, &[]),
        ("musab", Ru, &["→ мусаб", "bridge Мост"]),
        // Nothing is a syntax error.
        ("", Ru, &[]),
        ("-", Ru, &[]),
        ("\"\"", Ru, &[]),
        (":", Ru, &[]),
        ("-мост", Ru, &[]),
        ("мост AND (весной OR", Ru, &["bridge Мост"]),
    ];
    let mut wrong = String::new();
    for (words, language, expected) in cases {
        let found = found(&library, words, *language);
        if found.len() < expected.len() || found[..expected.len().max(1).min(found.len())] != **expected {
            wrong += &format!("{words:?}: {found:?}, expected {expected:?}\n");
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn the_words_that_were_looked_for_are_known_in_the_text() {
    let library = Library::new(newspaper());
    let places = |words: &str, text: &str| {
        let results = library.find(words, Ru);
        results.places(text, Ru).into_iter().map(|place| text[place].to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(places("мосты весной", "Мост откроем весной, мосту быть"), "Мост весной мосту");
    assert_eq!(places("vjcns", "Мост"), "Мост");
    assert_eq!(places("весной -мост", "Мост весной"), "весной");
    assert_eq!(places("учит", "Учителей нам не хватает"), "Учителей");
}

#[test]
fn a_library_changes_article_by_article() {
    let mut librarian = Librarian::new(None).unwrap();
    let mut articles = newspaper();
    let school = articles.remove(1);
    let first = librarian.publish(articles).unwrap();
    assert_eq!(found(&first, "школа", Ru), [""; 0]);
    let second = librarian.publish(vec![school.clone()]).unwrap();
    assert_eq!(found(&second, "школа", Ru)[0], "school Дети");
    let mut corrected = school;
    corrected.title = "В ауле открыли лицей".to_owned();
    let third = librarian.publish(vec![corrected]).unwrap();
    assert_eq!(found(&third, "лицей", Ru), ["school *"]);
    assert_eq!(found(&third, "весной", Ru).len(), 3);
    let fourth = librarian.withdraw(&["school".parse().unwrap(), "nowhere".parse().unwrap()]).unwrap();
    assert_eq!(found(&fourth, "лицей", Ru), [""; 0]);
    assert_eq!(fourth.newest_first().len(), 3);
    assert!(fourth.get(&"school".parse().unwrap()).is_none());
    // Whoever still holds an earlier one finds what it had.
    assert_eq!(found(&first, "школа", Ru), [""; 0]);
    assert_eq!(found(&second, "школа", Ru)[0], "school Дети");
    assert_eq!(second.newest_first().len(), 4);
}

#[test]
fn an_index_in_a_folder_answers_like_one_in_memory() {
    let folder = tempfile::tempdir().unwrap();
    let mut librarian = Librarian::new(Some(folder.path())).unwrap();
    let (mapped, in_memory) = (librarian.publish(newspaper()).unwrap(), Library::new(newspaper()));
    for words in ["школа", "весной", "мосты", "vjcns"] {
        assert_eq!(found(&mapped, words, Ru), found(&in_memory, words, Ru), "{words}");
    }
    let claim = "Мост откроем весной, и жители сёл больше не поедут в объезд";
    assert_eq!(mapped.check(claim, Ru).verdict, in_memory.check(claim, Ru).verdict);
    assert!(Librarian::new(Some(folder.path())).is_err());
}
