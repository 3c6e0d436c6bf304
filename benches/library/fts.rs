//! The same things in SQLite's FTS5: a row a quote, figure or article, and a row a paragraph, of the same stemmed words.

use std::collections::HashMap;

use derek::article::{Article, Language};
use derek::library::{Library, known_by};
use rusqlite::Connection;
use tempfile::NamedTempFile;

use crate::questions::{PREFIX, Search};

/// A database with the words of a library.
pub(crate) struct Fts {
    database: Connection,
    file: NamedTempFile,
}

/// Stems of words that were met before.
#[derive(Default)]
struct Stems(HashMap<(Language, String), String>);

impl Stems {
    /// The stems of a text, with spaces between.
    fn of(&mut self, text: &str, language: Language, stems: &mut String) {
        // Numbers are cut otherwise than at spaces: they stay with the words around them.
        for word in text.split(|sign: char| !(sign.is_alphanumeric() || sign == '.')) {
            if word.is_empty() {
                continue;
            }
            let key = (language, word.to_owned());
            let known = self.0.entry(key).or_insert_with_key(|(_, word)| known_by(word, language).join(" "));
            stems.push_str(known);
            stems.push(' ');
        }
    }
}

impl Fts {
    /// Everything in a library: contentless tables, as the index keeps no texts either; all writing in one transaction.
    pub(crate) fn new(library: &Library) -> Self {
        let file = NamedTempFile::new().expect("a file");
        let mut database = Connection::open(file.path()).expect("a database");
        database
            .execute_batch(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; PRAGMA mmap_size = 4000000000;
                CREATE VIRTUAL TABLE things USING fts5(words, content = '', tokenize = \"unicode61 remove_diacritics 0\");
                CREATE VIRTUAL TABLE paragraphs USING fts5(words, content = '', tokenize = \"unicode61 remove_diacritics 0\");",
            )
            .expect("FTS5");
        let transaction = database.transaction().expect("a transaction");
        {
            let mut stems = Stems::default();
            let mut things = transaction.prepare("INSERT INTO things(words) VALUES (?)").expect("a table");
            let mut paragraphs = transaction.prepare("INSERT INTO paragraphs(words) VALUES (?)").expect("a table");
            let mut words = String::new();
            for article in library.newest_first().iter().flat_map(|editions| editions.all()) {
                for texts in self::things(article) {
                    words.clear();
                    texts.iter().for_each(|text| stems.of(text, article.language, &mut words));
                    things.execute([&words]).expect("room on the disk");
                }
                for paragraph in article.paragraphs() {
                    words.clear();
                    stems.of(article.text(paragraph), article.language, &mut words);
                    paragraphs.execute([&words]).expect("room on the disk");
                }
            }
        }
        transaction.commit().expect("room on the disk");
        Self { database, file }
    }

    /// The bytes of the database.
    pub(crate) fn size(&self) -> u64 {
        self.file.as_file().metadata().map_or(0, |file| file.len())
    }

    /// How many things fit a question, of the best 500.
    pub(crate) fn find(&self, search: &Search, kind: &str) -> usize {
        let asked = match kind {
            PREFIX => format!("\"{}\" *", on_a_russian_keyboard(&search.words)),
            _ => any(&search.words, &Language::ALL),
        };
        self.count("SELECT rowid FROM things WHERE things MATCH ? ORDER BY rank LIMIT 500", &asked)
    }

    /// The paragraphs that are likeliest to hold a claim, as many as the check looks at.
    pub(crate) fn candidates(&self, claim: &Search) -> usize {
        let asked = any(&claim.words, &[claim.language]);
        self.count("SELECT rowid FROM paragraphs WHERE paragraphs MATCH ? ORDER BY rank LIMIT 40", &asked)
    }

    fn count(&self, statement: &str, asked: &str) -> usize {
        let mut statement = self.database.prepare_cached(statement).expect("a statement");
        let rows = statement.query_map([asked], |row| row.get::<_, i64>(0)).expect("an answer");
        rows.filter_map(Result::ok).count()
    }
}

/// As stems are written: with Russian letters for those that only Kazakh has, and е for ё.
fn on_a_russian_keyboard(word: &str) -> String {
    let letter =
        |letter| "қәғңөұүіһё".chars().zip("кагноууихе".chars()).find(|(from, _)| *from == letter).map(|(_, to)| to);
    word.chars().map(|from| letter(from).unwrap_or(from)).collect()
}

/// A question for anything that has one of the words, as it is stemmed in these languages.
fn any(words: &str, languages: &[Language]) -> String {
    let mut stems: Vec<String> = languages.iter().flat_map(|language| known_by(words, *language)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems.iter().map(|stem| format!("\"{stem}\"")).collect::<Vec<_>>().join(" OR ")
}

/// The texts of each thing of an article.
fn things(article: &Article) -> Vec<Vec<&str>> {
    let mut things: Vec<Vec<&str>> = Vec::new();
    for quote in &article.quotes {
        let mut texts: Vec<&str> = quote.parts.iter().map(|part| article.text(*part)).collect();
        texts.extend(quote.topics.iter().map(String::as_str));
        texts.extend(quote.speaker.as_deref());
        texts.extend(quote.speaker.as_deref().and_then(|speaker| article.role_of(speaker)));
        things.push(texts);
    }
    for figure in &article.figures {
        things.push(vec![&figure.label, figure.unit.as_deref().unwrap_or_default(), article.text(figure.text)]);
    }
    let mut texts = vec![article.title.as_str()];
    texts.extend(article.lead().map(|lead| article.text(lead)));
    texts.extend(article.summary.iter().map(|sentence| article.text(*sentence)));
    for person in &article.people {
        texts.extend([person.name.as_str(), person.role.as_deref().unwrap_or_default()]);
    }
    things.push(texts);
    things
}
