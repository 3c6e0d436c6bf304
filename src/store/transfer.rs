//! All of the store as JSON lines, to take it from one database to another.
//!
//! The first line says what it is; each other one is a row: `["chats", {"id": 5, "place": "private", …}]`.

use std::io::{BufRead, Write};

use futures_util::TryStreamExt;
use serde_json::{Map, Value, json};
use sqlx::Row;

use super::database::{Database, SCHEMA, Store, StoreError, on, within};

/// Why a store could not be exported or imported.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// The database fails.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The lines can't be read or written.
    #[error(transparent)]
    Lines(#[from] std::io::Error),
    /// A line is not what it should be; nothing is imported.
    #[error("line {line}: {why}")]
    Line {
        /// From 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// There is something in the store already; nothing is imported.
    #[error("the database is not empty: give the import a database of its own (DATABASE_URL)")]
    NotEmpty,
}

impl From<sqlx::Error> for TransferError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Integer,
    Text,
    Flag,
}

use Holds::{Flag, Integer, Text};

/// A table: its name, its columns, and whether it counts its own `id`.
pub(super) type Table = (&'static str, &'static [(&'static str, Holds)], bool);

/// All tables, those that others point to before those; a test compares them with the databases.
#[rustfmt::skip]
pub(super) const TABLES: [Table; 17] = [
    ("chats", &[("id", Integer), ("place", Text), ("language", Text), ("article", Text), ("refuses_since", Integer), ("zone", Text)], false),
    ("moves", &[("before", Integer), ("after", Integer), ("at", Integer)], false),
    ("revisions", &[
        ("article", Text), ("number", Integer), ("language", Text), ("text", Text), ("hash", Text), ("origin", Text),
        ("published", Text), ("at", Integer), ("latest", Flag),
    ], false),
    ("outbox", &[
        ("id", Integer), ("key", Text), ("what", Text), ("lane", Integer), ("chat", Integer), ("place", Text), ("thread", Integer),
        ("message", Integer), ("inline_message", Text), ("post", Text), ("view", Text), ("article", Text), ("revision", Integer),
        ("language", Text), ("options", Text), ("due", Integer), ("not_before", Integer), ("attempts", Integer), ("made_at", Integer),
        ("made_by", Integer), ("state", Text),
    ], true),
    ("outbox_lanes", &[("lane", Integer), ("due", Integer), ("next", Integer)], false),
    ("outbox_done", &[("key", Text), ("message", Integer), ("at", Integer)], false),
    ("posts", &[
        ("id", Integer), ("chat", Integer), ("message", Integer), ("inline_message", Text), ("place", Text), ("language", Text),
        ("article", Text), ("revision", Integer), ("view", Text), ("at", Integer), ("corrected", Integer), ("until", Integer),
    ], true),
    ("follows", &[
        ("id", Integer), ("chat", Integer), ("thread", Integer), ("place", Text), ("kind", Text), ("words", Text), ("made_at", Integer),
        ("made_by", Integer),
    ], true),
    ("rhythms", &[
        ("chat", Integer), ("thread", Integer), ("hour", Integer), ("days", Integer), ("quiet_from", Integer), ("quiet_to", Integer),
        ("silent", Flag),
    ], false),
    ("digests", &[
        ("id", Integer), ("key", Text), ("chat", Integer), ("thread", Integer), ("place", Text), ("language", Text), ("message", Integer),
        ("made_at", Integer), ("corrected", Integer),
    ], true),
    ("finds", &[
        ("id", Integer), ("chat", Integer), ("thread", Integer), ("article", Text), ("revision", Integer), ("view", Text),
        ("checked", Integer), ("found_at", Integer), ("digest", Integer), ("html", Text),
    ], true),
    ("looked", &[("article", Text), ("revision", Integer)], false),
    ("channels", &[
        ("chat", Integer), ("title", Text), ("username", Text), ("language", Text), ("rule", Text), ("silent", Flag), ("pin", Flag),
        ("card", Flag), ("may_post", Flag), ("made_by", Integer), ("made_at", Integer),
    ], false),
    ("drafts", &[
        ("id", Integer), ("key", Text), ("channel", Integer), ("article", Text), ("language", Text), ("silent", Flag), ("pin", Flag),
        ("card", Flag), ("made_at", Integer),
    ], true),
    ("pictures", &[("key", Text), ("view", Text), ("file", Text), ("at", Integer)], false),
    ("updates", &[("bot", Integer), ("id", Integer), ("at", Integer)], false),
    ("audit", &[("id", Integer), ("at", Integer), ("who", Integer), ("act", Text), ("what", Text)], true),
];

impl Store {
    /// Writes all of the store, as it is at one moment. Gives the number of rows.
    ///
    /// # Errors
    /// If the database fails, or `out` can't be written.
    pub async fn export(&self, out: &mut (impl Write + Send)) -> Result<u64, TransferError> {
        writeln!(out, "{}", json!({ "derek": "store", "schema": SCHEMA }))?;
        let mut rows = 0;
        on!(self, pool => {
            let mut moment = pool.begin().await?;
            if matches!(self.database, Database::Postgres(_)) {
                sqlx::query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY").execute(&mut *moment).await?;
            }
            for (table, columns, _) in TABLES {
                let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
                let select = format!("SELECT {} FROM {table} ORDER BY {}, {}", names.join(", "), names[0], names[1]);
                let mut found = sqlx::query(&select).fetch(&mut *moment);
                while let Some(row) = found.try_next().await? {
                    let mut values = Map::new();
                    for (at, (name, holds)) in columns.iter().enumerate() {
                        let value = match holds {
                            Integer => json!(row.try_get::<Option<i64>, _>(at)?),
                            Text => json!(row.try_get::<Option<String>, _>(at)?),
                            Flag => json!(row.try_get::<Option<bool>, _>(at)?),
                        };
                        values.insert((*name).to_owned(), value);
                    }
                    writeln!(out, "{}", json!([table, values]))?;
                    rows += 1;
                }
            }
        });
        out.flush()?;
        Ok(rows)
    }

    /// Reads all of a store into this one, which must be empty, in one transaction. Gives the number of rows.
    ///
    /// # Errors
    /// If a line is not what it should be, the store is not empty, or the database fails; then nothing is imported.
    pub async fn import(&self, lines: impl BufRead + Send) -> Result<u64, TransferError> {
        let mut lines = Lines { lines: lines.lines(), line: 0 };
        lines.head()?;
        let mut rows = 0;
        within!(self, change => {
            for (table, ..) in TABLES {
                let any = format!("SELECT 1 FROM {table} LIMIT 1");
                if sqlx::query(&any).fetch_optional(&mut *change).await?.is_some() {
                    return Err(TransferError::NotEmpty);
                }
            }
            while let Some((table, values)) = lines.row()? {
                let names: Vec<&str> = table.1.iter().map(|(name, _)| *name).collect();
                let places: Vec<String> = (1..=names.len()).map(|place| format!("${place}")).collect();
                let insert = format!("INSERT INTO {} ({}) VALUES ({})", table.0, names.join(", "), places.join(", "));
                let mut row = sqlx::query(&insert);
                for ((name, holds), value) in table.1.iter().zip(values) {
                    row = match (holds, value) {
                        (Integer, value) if value.is_i64() || value.is_null() => row.bind(value.as_i64()),
                        (Text, Value::String(text)) => row.bind(Some(text)),
                        (Text, Value::Null) => row.bind(None::<String>),
                        (Flag, Value::Bool(flag)) => row.bind(Some(flag)),
                        (_, value) => return Err(lines.wrong(&format!("`{name}` of {} can't be {value}", table.0))),
                    };
                }
                row.execute(&mut *change).await.map_err(|error| lines.refused(error))?;
                rows += 1;
            }
            if matches!(self.database, Database::Postgres(_)) {
                for (table, ..) in TABLES.iter().filter(|(.., counts)| *counts) {
                    let next = format!(
                        "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT COALESCE(MAX(id), 0) + 1 FROM {table}), FALSE)"
                    );
                    sqlx::query(&next).execute(&mut *change).await?;
                }
            }
        });
        Ok(rows)
    }
}

/// The lines of an export.
struct Lines<L> {
    lines: L,
    /// The line read last, from 1.
    line: usize,
}

impl<L: Iterator<Item = std::io::Result<String>>> Lines<L> {
    fn next(&mut self) -> Result<Option<Value>, TransferError> {
        let Some(text) = self.lines.next().transpose()? else { return Ok(None) };
        self.line += 1;
        serde_json::from_str(&text).map(Some).map_err(|error| self.wrong(&error.to_string()))
    }

    /// The first line: whether this is an export that can be read here.
    fn head(&mut self) -> Result<(), TransferError> {
        let head = self.next()?.unwrap_or_default();
        self.line = 1;
        match head["schema"].as_i64() {
            Some(schema) if head["derek"] == "store" && schema <= SCHEMA => Ok(()),
            Some(_) if head["derek"] == "store" => Err(self.wrong("this comes from a newer Derek")),
            _ => Err(self.wrong(r#"this is no export of Derek's: {"derek":"store",…} is expected"#)),
        }
    }

    /// The next row: its table, and the values in the order of its columns.
    fn row(&mut self) -> Result<Option<(Table, Vec<Value>)>, TransferError> {
        let Some(line) = self.next()? else { return Ok(None) };
        let Value::Array(pair) = line else { return Err(self.wrong("[table, row] is expected")) };
        let Ok([Value::String(name), Value::Object(mut row)]) = <[Value; 2]>::try_from(pair) else {
            return Err(self.wrong("[table, row] is expected"));
        };
        let Some(table) = TABLES.into_iter().find(|(table, ..)| *table == name) else {
            return Err(self.wrong(&format!("there is no table {name:?}")));
        };
        // An older Derek may not have known of a column.
        let values = table.1.iter().map(|(column, _)| row.remove(*column).unwrap_or_default()).collect();
        match row.keys().next() {
            None => Ok(Some((table, values))),
            Some(unknown) => Err(self.wrong(&format!("{name} has no column {unknown:?}"))),
        }
    }
}

impl<L> Lines<L> {
    fn wrong(&self, why: &str) -> TransferError {
        TransferError::Line { line: self.line, why: why.to_owned() }
    }

    /// What the database has against a row is the row's mistake; anything else is the database's own.
    fn refused(&self, error: sqlx::Error) -> TransferError {
        match error.as_database_error() {
            Some(refused) if !matches!(refused.kind(), sqlx::error::ErrorKind::Other) => self.wrong(refused.message()),
            _ => error.into(),
        }
    }
}
