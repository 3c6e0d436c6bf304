//! A store goes from one database to another and back.

use sqlx::Row;

use super::{at, stores};
use crate::article::Language;
use crate::commands::Place;
use crate::commands::reply::Shown;
use crate::following::{Rhythm, What as Followed};
use crate::store::database::{Database, on};
use crate::store::outbox::{self, Mark, Options, Parcel, What};
use crate::store::transfer::{Holds, TABLES};
use crate::store::{Act, ChatId, Edition, Post, Reader, Stands, Store};

/// Something in every table.
async fn fill(store: &Store) {
    let article = "speech".parse().unwrap();
    store.keep_language(ChatId(5), Place::Private, Language::Kk).await.unwrap();
    store.keep_picture(("0a1b", "hr0-speech"), "AgACAg", at(2)).await.unwrap();
    store.keep_article(ChatId(-100), Place::Group, &article).await.unwrap();
    store.refused(ChatId(6), Place::Private, at(3)).await.unwrap();
    store.moved(ChatId(-7), ChatId(-1007), at(4)).await.unwrap();
    let text = "Сөз: «дәл», \"exact\"\n\u{0}\u{1F600}".replace('\0', "");
    let edition = Edition { article, language: Language::Ru, text, origin: "speech.toml".to_owned(), published: None };
    store.keep_editions(&[edition], at(5)).await.unwrap();
    store.withdraw_edition(&"speech".parse().unwrap(), Language::Ru, at(6)).await.unwrap();
    let shown =
        Shown { article: "speech".parse().unwrap(), revision: 1, language: Language::Kk, view: "ar-speech".to_owned() };
    let in_chat = Stands::Chat { chat: ChatId(5), place: Place::Private, message: 7 };
    for stands in [in_chat, Stands::Inline("AQ-x".to_owned())] {
        let post = Post { stands, shown: shown.clone(), at: at(1), corrected: None, until: Some(at(9)) };
        store.keep_posts(&[post]).await.unwrap();
    }
    let what = What::Send { chat: ChatId(5), place: Place::Private, thread: Some(3) };
    let parcel = |key: &str| Parcel {
        key: key.to_owned(),
        what: what.clone(),
        post: outbox::Post::Digest,
        view: "digest".to_owned(),
        article: None,
        revision: None,
        language: Language::Ru,
        options: Options::default(),
        not_before: at(2),
        made_at: at(1),
        made_by: Some(7),
    };
    store.enqueue(&[parcel("left"), parcel("waits")]).await.unwrap();
    let left = store.due(at(3), 1).await.unwrap()[0].id;
    store.mark(&[Mark::Flying(left)], at(3)).await.unwrap();
    store.mark(&[Mark::Done { id: left, message: Some(9), lane_from: at(3) }], at(3)).await.unwrap();
    store.keep_zone(ChatId(5), Place::Private, "Europe/Paris").await.unwrap();
    let reader = Reader { chat: ChatId(-100), thread: Some(4) };
    for what in [Followed::All, Followed::Speaker("Айша".to_owned())] {
        store.follow(reader, Place::Group, &what, Some(5), at(7)).await.unwrap();
    }
    store.keep_rhythm(reader, Rhythm { silent: true, ..Rhythm::default() }).await.unwrap();
    let looked = store.unlooked(1).await.unwrap().swap_remove(0);
    store.keep_finds(&looked, &[(reader, "ar-speech".to_owned())], at(7)).await.unwrap();
    let told = store.gather("digest", (reader, Place::Group), Language::Kk, at(8)).await.unwrap().unwrap();
    store.keep_told(told.id, Some(9), &told.finds, None).await.unwrap();
    store.keep_channel(&super::channels::channel(-100)).await.unwrap();
    store.draft("draft", &super::channels::draft(-100), at(8)).await.unwrap();
    store.keep_handled(42, &[1, u32::MAX], at(7)).await.unwrap();
    for what in ["{}", "{\"of\":\"қ\"}"] {
        let act = Act { at: at(8), who: u64::MAX >> 12, act: "post".to_owned(), what: what.to_owned() };
        store.keep_act(&act).await.unwrap();
    }
}

async fn exported(store: &Store) -> String {
    let mut lines = Vec::new();
    store.export(&mut lines).await.unwrap();
    String::from_utf8(lines).unwrap()
}

#[tokio::test]
async fn a_store_comes_back_from_every_other_database_as_it_was() {
    let (origins, others) = (stores().await, stores().await);
    for (origin, ..) in &origins {
        fill(origin).await;
        let lines = exported(origin).await;
        for table in TABLES {
            assert!(lines.contains(&format!("[\"{}\",", table.0)), "{} is empty", table.0);
        }
        for (other, address, _folder) in stores().await.iter().chain(&others).take(others.len()) {
            assert_eq!(other.import(lines.as_bytes()).await.unwrap(), lines.lines().count() as u64 - 1);
            assert_eq!(exported(other).await, lines, "{address}");
            // What counts goes on counting.
            let act = Act { at: at(9), who: 5, act: "pin".to_owned(), what: "{}".to_owned() };
            other.keep_act(&act).await.unwrap();
            assert_eq!(other.acts(0, 1).await.unwrap(), [act]);
        }
    }
}

#[tokio::test]
async fn what_is_no_export_changes_nothing_and_is_told_by_its_line() {
    let head = r#"{"derek":"store","schema":1}"#;
    let cases = [
        ("", r#"line 1: this is no export of Derek's: {"derek":"store",…} is expected"#),
        ("{}", r#"line 1: this is no export of Derek's: {"derek":"store",…} is expected"#),
        (r#"{"derek":"store","schema":999}"#, "line 1: this comes from a newer Derek"),
        (&format!("{head}\nnonsense"), "line 2: expected ident at line 1 column 2"),
        (&format!("{head}\n7"), "line 2: [table, row] is expected"),
        (&format!("{head}\n[\"chats\"]"), "line 2: [table, row] is expected"),
        (&format!("{head}\n[\"cats\",{{}}]"), "line 2: there is no table \"cats\""),
        (&format!("{head}\n[\"moves\",{{\"tail\":1}}]"), "line 2: moves has no column \"tail\""),
        (&format!("{head}\n[\"chats\",{{\"id\":\"5\"}}]"), "line 2: `id` of chats can't be \"5\""),
    ];
    for (store, ..) in stores().await {
        for (lines, expected) in cases {
            let good = format!("{head}\n[\"moves\",{{\"before\":1,\"after\":2,\"at\":3}}]\n");
            let lines = lines.replacen(&format!("{head}\n"), &good, 1);
            let expected =
                if lines.starts_with(&good) { expected.replace("line 2", "line 3") } else { expected.to_owned() };
            assert_eq!(store.import(lines.as_bytes()).await.unwrap_err().to_string(), expected, "{lines}");
            assert_eq!(exported(&store).await.lines().count(), 1, "{lines}");
        }
        let twice = format!("{head}{}", "\n[\"moves\",{\"before\":1,\"after\":2,\"at\":3}]".repeat(2));
        let refused = store.import(twice.as_bytes()).await.unwrap_err().to_string();
        assert!(refused.starts_with("line 3: "), "{refused}");
        fill(&store).await;
        assert!(store.import(head.as_bytes()).await.unwrap_err().to_string().starts_with("the database is not empty"));
    }
}

#[tokio::test]
async fn an_export_knows_every_column() {
    for (store, ..) in stores().await {
        let words = match store.database {
            Database::Sqlite(..) => {
                "SELECT t.name, c.name, c.type FROM sqlite_schema t, pragma_table_info(t.name) c \
                 WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\\_%' ESCAPE '\\'"
            }
            Database::Postgres(_) => {
                "SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns \
                 WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_%'"
            }
        };
        let mut found: Vec<(String, String, Holds)> = on!(store, pool => {
            let rows = sqlx::query(words).fetch_all(pool).await.unwrap();
            let text = |row: &_, at| Row::get::<String, usize>(row, at);
            rows.iter().map(|row| (text(row, 0), text(row, 1), holds(&text(row, 2)))).collect()
        });
        let mut known: Vec<(String, String, Holds)> = TABLES
            .iter()
            .flat_map(|(table, columns, _)| {
                columns.iter().map(|(name, holds)| ((*table).to_owned(), (*name).to_owned(), *holds))
            })
            .collect();
        let order = |(table, column, _): &(String, String, Holds)| (table.clone(), column.clone());
        found.sort_by_key(order);
        known.sort_by_key(order);
        assert_eq!(found, known);
    }
}

fn holds(kind: &str) -> Holds {
    match kind.to_lowercase().as_str() {
        "bigint" | "integer" => Holds::Integer,
        "text" => Holds::Text,
        "boolean" => Holds::Flag,
        other => panic!("a column of type {other}"),
    }
}
