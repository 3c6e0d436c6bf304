//! What was found for those who follow it, and the messages in which it was told.

use jiff::Timestamp;

use super::ChatId;
use super::chats::{named, place, read, time};
use super::database::{Store, StoreError, alter, on, within};
use super::following::Reader;
use crate::article::{ArticleId, Language};
use crate::commands::Place;

/// An article with changes that were not looked through for news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlooked {
    /// The article.
    pub article: ArticleId,
    /// The revision up to which it was looked through; 0 for none.
    pub looked: i64,
    /// Its latest revision.
    pub latest: i64,
    /// When that came.
    pub at: Timestamp,
}

/// Something that was found for a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// Its number; 0 for one that is not kept yet.
    pub id: i64,
    /// The article.
    pub article: ArticleId,
    /// Which revision of the article is seen.
    pub revision: i64,
    /// What of it, as a button carries it.
    pub view: String,
    /// Up to which revision it is known whether that is still so.
    pub checked: i64,
    /// What is seen of it in a message; nothing where it stands in none.
    pub html: Option<String>,
}

/// A message with what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its number.
    pub id: i64,
    /// Who reads it.
    pub reader: Reader,
    /// What kind of chat that is.
    pub place: Place,
    /// The language of the words around it.
    pub language: Language,
    /// The message, once it is there.
    pub message: Option<i32>,
    /// When it was corrected last.
    pub corrected: Option<Timestamp>,
    /// What was found, in order.
    pub finds: Vec<Find>,
}

impl Store {
    /// The articles with changes that were not looked through for news, at most `most`.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn unlooked(&self, most: u32) -> Result<Vec<Unlooked>, StoreError> {
        let words = "SELECT r.article, COALESCE(l.revision, 0), r.number, r.at FROM revisions r \
                     JOIN (SELECT article, MAX(number) AS number FROM revisions GROUP BY article) m \
                     ON m.article = r.article AND m.number = r.number \
                     LEFT JOIN looked l ON l.article = r.article WHERE l.revision IS NULL OR l.revision < r.number \
                     ORDER BY r.at, r.article LIMIT $1";
        let rows: Vec<(String, i64, i64, i64)> =
            on!(self, pool => sqlx::query_as(words).bind(i64::from(most)).fetch_all(pool).await?);
        rows.into_iter()
            .map(|(article, looked, latest, at)| {
                Ok(Unlooked { article: read(&article)?, looked, latest, at: time(at)? })
            })
            .collect()
    }

    /// All articles were looked through: there is nobody for whom something could be news. Gives how many there were.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn look_past_all(&self) -> Result<u64, StoreError> {
        let words = "INSERT INTO looked (article, revision) SELECT r.article, MAX(r.number) FROM revisions r \
                     LEFT JOIN looked l ON l.article = r.article GROUP BY r.article, l.revision \
                     HAVING l.revision IS NULL OR MAX(r.number) > l.revision \
                     ON CONFLICT (article) DO UPDATE SET revision = excluded.revision";
        Ok(alter!(self, pool => sqlx::query(words).execute(pool).await?.rows_affected()))
    }

    /// The readers for whom something of an article was found before, each with what.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn found_before(&self, article: &ArticleId) -> Result<Vec<(Reader, String)>, StoreError> {
        let words = "SELECT chat, thread, view FROM finds WHERE article = $1";
        let rows: Vec<(i64, i64, String)> =
            on!(self, pool => sqlx::query_as(words).bind(article.as_str()).fetch_all(pool).await?);
        rows.into_iter().map(|(chat, thread, view)| Ok((Reader::of(chat, thread)?, view))).collect()
    }

    /// Keeps that an article was looked through, and what was found in it for whom. What was found for somebody before is passed over.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn keep_finds(
        &self,
        looked: &Unlooked,
        finds: &[(Reader, String)],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let seen = "INSERT INTO looked (article, revision) VALUES ($1, $2) \
                    ON CONFLICT (article) DO UPDATE SET revision = excluded.revision";
        let add = "INSERT INTO finds (chat, thread, article, revision, view, checked, found_at) \
                   VALUES ($1, $2, $3, $4, $5, $4, $6) ON CONFLICT (chat, thread, article, view) DO NOTHING";
        within!(self, change => {
            let article = looked.article.as_str();
            sqlx::query(seen).bind(article).bind(looked.latest).execute(&mut *change).await?;
            for (reader, view) in finds {
                let row = sqlx::query(add).bind(reader.chat.0).bind(reader.topic()).bind(article).bind(looked.latest);
                row.bind(view).bind(now.as_millisecond()).execute(&mut *change).await?;
            }
        });
        Ok(())
    }

    /// The readers for whom something waits to be told, with the kind of their chats and when the first of it was found.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn untold(&self) -> Result<Vec<(Reader, Place, Timestamp)>, StoreError> {
        let words = "SELECT f.chat, f.thread, MIN(w.place), MIN(f.found_at) FROM finds f \
                     JOIN follows w ON w.chat = f.chat AND w.thread = f.thread \
                     WHERE f.digest IS NULL GROUP BY f.chat, f.thread ORDER BY f.chat, f.thread";
        let rows: Vec<(i64, i64, String, i64)> = on!(self, pool => sqlx::query_as(words).fetch_all(pool).await?);
        rows.into_iter()
            .map(|(chat, thread, kind, at)| Ok((Reader::of(chat, thread)?, place(&kind)?, time(at)?)))
            .collect()
    }

    /// When the first was found of what waits to be told to a reader.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn untold_since(&self, reader: Reader) -> Result<Option<Timestamp>, StoreError> {
        let words = "SELECT MIN(found_at) FROM finds WHERE chat = $1 AND thread = $2 AND digest IS NULL";
        let (at,): (Option<i64>,) = on!(self, pool => {
            sqlx::query_as(words).bind(reader.chat.0).bind(reader.topic()).fetch_one(pool).await?
        });
        at.map(time).transpose()
    }

    /// Makes a message of what waits to be told to a reader; the same again under the same key, with what has come meanwhile.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn gather(
        &self,
        key: &str,
        (reader, place): (Reader, Place),
        language: Language,
        now: Timestamp,
    ) -> Result<Option<Told>, StoreError> {
        let add = "INSERT INTO digests (key, chat, thread, place, language, made_at) VALUES ($1, $2, $3, $4, $5, $6) \
                   ON CONFLICT (key) DO UPDATE SET language = excluded.language RETURNING id";
        let take = "UPDATE finds SET digest = $1 WHERE chat = $2 AND thread = $3 AND digest IS NULL";
        let id = within!(self, change => {
            let row = sqlx::query_as(add).bind(key).bind(reader.chat.0).bind(reader.topic()).bind(named(place));
            let row = row.bind(language.code()).bind(now.as_millisecond());
            let (id,): (i64,) = row.fetch_one(&mut *change).await?;
            sqlx::query(take).bind(id).bind(reader.chat.0).bind(reader.topic()).execute(&mut *change).await?;
            id
        });
        self.told(id).await
    }

    /// A message with what was found.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn told(&self, id: i64) -> Result<Option<Told>, StoreError> {
        type Row = (i64, i64, String, String, Option<i64>, Option<i64>);
        type FindRow = (i64, String, i64, String, i64, Option<String>);
        let words = "SELECT chat, thread, place, language, message, corrected FROM digests WHERE id = $1";
        let finds = "SELECT id, article, revision, view, checked, html FROM finds WHERE digest = $1 ORDER BY id";
        let (row, finds): (Option<Row>, Vec<FindRow>) = on!(self, pool => {
            let row = sqlx::query_as(words).bind(id).fetch_optional(pool).await?;
            (row, sqlx::query_as(finds).bind(id).fetch_all(pool).await?)
        });
        let Some((chat, thread, kind, language, message, corrected)) = row else { return Ok(None) };
        let finds = finds.into_iter().map(|(id, article, revision, view, checked, html)| {
            Ok(Find { id, article: read(&article)?, revision, view, checked, html })
        });
        let message = message.map(i32::try_from).transpose();
        Ok(Some(Told {
            id,
            reader: Reader::of(chat, thread)?,
            place: place(&kind)?,
            language: read(&language)?,
            message: message.map_err(|_| StoreError::Foreign(format!("the message of the digest {id}")))?,
            corrected: corrected.map(time).transpose()?,
            finds: finds.collect::<Result<_, StoreError>>()?,
        }))
    }

    /// Keeps what is seen of what was found, the message in which it stands, and whether it was corrected.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn keep_told(
        &self,
        id: i64,
        message: Option<i32>,
        finds: &[Find],
        corrected: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        let words =
            "UPDATE digests SET message = COALESCE($2, message), corrected = COALESCE($3, corrected) WHERE id = $1";
        // A thing that has become another one which is there as well stays as it was.
        let seen = "UPDATE finds SET revision = $2, checked = $3, html = $4, view = CASE WHEN EXISTS (SELECT 1 FROM finds f \
                    WHERE f.chat = finds.chat AND f.thread = finds.thread AND f.article = finds.article AND f.view = $5) \
                    THEN view ELSE $5 END WHERE id = $1";
        within!(self, change => {
            let row = sqlx::query(words).bind(id).bind(message).bind(corrected.map(Timestamp::as_millisecond));
            row.execute(&mut *change).await?;
            for find in finds {
                let row = sqlx::query(seen).bind(find.id).bind(find.revision).bind(find.checked).bind(&find.html);
                row.bind(&find.view).execute(&mut *change).await?;
            }
        });
        Ok(())
    }

    /// The messages with something of an article that has changed since, at most `most`, only those after the one with the number `after`.
    /// Each with a number that no earlier change of its articles has.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn outdated_digests(&self, after: i64, most: u32) -> Result<Vec<(Told, i64)>, StoreError> {
        let words = "SELECT f.digest, SUM(r.number) FROM finds f JOIN digests d ON d.id = f.digest JOIN \
                     (SELECT article, MAX(number) AS number FROM revisions GROUP BY article) r ON r.article = f.article \
                     WHERE d.message IS NOT NULL AND f.html IS NOT NULL AND d.id > $1 \
                     GROUP BY f.digest HAVING SUM(CASE WHEN f.checked < r.number THEN 1 ELSE 0 END) > 0 \
                     ORDER BY f.digest LIMIT $2";
        // PostgreSQL's sum of numbers is a wider number.
        let words = words.replace("SUM(r.number)", "CAST(SUM(r.number) AS BIGINT)");
        let rows: Vec<(i64, i64)> = on!(self, pool => {
            sqlx::query_as(&words).bind(after).bind(i64::from(most)).fetch_all(pool).await?
        });
        let mut told = Vec::new();
        for (id, change) in rows {
            told.extend(self.told(id).await?.map(|told| (told, change)));
        }
        Ok(told)
    }

    /// What waits to be told to a reader counts as found now: the reader's rhythm has changed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn retime_untold(&self, reader: Reader, now: Timestamp) -> Result<(), StoreError> {
        let words = "UPDATE finds SET found_at = $3 WHERE chat = $1 AND thread = $2 AND digest IS NULL";
        alter!(self, pool => {
            let row = sqlx::query(words).bind(reader.chat.0).bind(reader.topic()).bind(now.as_millisecond());
            row.execute(pool).await?;
        });
        Ok(())
    }

    /// Forgets what waits to be told to a reader.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_untold(&self, reader: Reader) -> Result<(), StoreError> {
        let words = "DELETE FROM finds WHERE chat = $1 AND thread = $2 AND digest IS NULL";
        alter!(self, pool => { sqlx::query(words).bind(reader.chat.0).bind(reader.topic()).execute(pool).await?; });
        Ok(())
    }
}

impl Told {
    /// The chat in which it stands.
    pub fn chat(&self) -> ChatId {
        self.reader.chat
    }
}
