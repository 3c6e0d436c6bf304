//! Articles with all that they ever said.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::chats::{read, time};
use super::database::{Store, StoreError, on, within};
use crate::article::{ArticleId, Language};

/// An edition of an article, as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The article.
    pub article: ArticleId,
    /// The language of the edition.
    pub language: Language,
    /// The whole file.
    pub text: String,
    /// The file's name.
    pub origin: String,
    /// The date of publication, as the file writes it; newer ones are later in the order of the alphabet.
    pub published: Option<String>,
}

/// One change of one edition of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The article.
    pub article: ArticleId,
    /// Counts the changes of the article, from 1.
    pub number: i64,
    /// Which edition changed.
    pub language: Language,
    /// The whole file; nothing when the edition was withdrawn.
    pub text: Option<String>,
    /// The file's name.
    pub origin: String,
    /// When the change was kept.
    pub at: Timestamp,
}

/// What an edition is known by, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The article.
    pub article: ArticleId,
    /// The language of the edition.
    pub language: Language,
    /// The name of the file from which it came.
    pub origin: String,
    /// See [`hash`].
    pub hash: String,
}

/// A row of the table.
type Row = (String, i64, String, Option<String>, String, i64);

impl Store {
    /// Keeps editions, in one transaction. What an edition says already is no change. Gives the number of each change, in the order of `editions`.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn keep_editions(&self, editions: &[Edition], now: Timestamp) -> Result<Vec<Option<i64>>, StoreError> {
        let mut numbers = Vec::with_capacity(editions.len());
        within!(self, change => {
            for edition in editions {
                let (article, language, hash) = (edition.article.as_str(), edition.language.code(), hash(&edition.text));
                // A file may get another name.
                let same = "UPDATE revisions SET origin = $4 WHERE article = $1 AND language = $2 AND latest AND hash = $3";
                let same = sqlx::query(same).bind(article).bind(language).bind(&hash).bind(&edition.origin);
                if same.execute(&mut *change).await?.rows_affected() > 0 {
                    numbers.push(None);
                    continue;
                }
                sqlx::query(OUTDATE).bind(article).bind(language).execute(&mut *change).await?;
                let row: (i64,) = sqlx::query_as(ADD)
                    .bind(article)
                    .bind(language)
                    .bind(&edition.text)
                    .bind(&hash)
                    .bind(&edition.origin)
                    .bind(&edition.published)
                    .bind(now.as_millisecond())
                    .fetch_one(&mut *change)
                    .await?;
                numbers.push(Some(row.0));
            }
        });
        Ok(numbers)
    }

    /// Withdraws an edition: from now on it says nothing. Gives the number of the change, if it said something.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn withdraw_edition(
        &self,
        article: &ArticleId,
        language: Language,
        now: Timestamp,
    ) -> Result<Option<i64>, StoreError> {
        let number = within!(self, change => {
            let said = "SELECT origin, published FROM revisions WHERE article = $1 AND language = $2 AND latest AND text IS NOT NULL";
            let said = sqlx::query_as(said).bind(article.as_str()).bind(language.code());
            let said: Option<(String, Option<String>)> = said.fetch_optional(&mut *change).await?;
            match said {
                None => None,
                Some((origin, published)) => {
                    sqlx::query(OUTDATE).bind(article.as_str()).bind(language.code()).execute(&mut *change).await?;
                    let row: (i64,) = sqlx::query_as(ADD)
                        .bind(article.as_str())
                        .bind(language.code())
                        .bind(None::<String>)
                        .bind("")
                        .bind(origin)
                        .bind(published)
                        .bind(now.as_millisecond())
                        .fetch_one(&mut *change)
                        .await?;
                    Some(row.0)
                }
            }
        });
        Ok(number)
    }

    /// What the editions are known by that say something now.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn editions(&self) -> Result<Vec<Kept>, StoreError> {
        let words = "SELECT article, language, origin, hash FROM revisions WHERE latest AND text IS NOT NULL ORDER BY article, language";
        let rows: Vec<(String, String, String, String)> =
            on!(self, pool => sqlx::query_as(words).fetch_all(pool).await?);
        rows.into_iter()
            .map(|(article, language, origin, hash)| {
                Ok(Kept { article: read(&article)?, language: read(&language)?, origin, hash })
            })
            .collect()
    }

    /// The names of the articles that say something now, newest first.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn articles(&self) -> Result<Vec<ArticleId>, StoreError> {
        let words = "SELECT article FROM revisions WHERE latest AND text IS NOT NULL \
                     GROUP BY article ORDER BY COALESCE(MAX(published), '') DESC, article";
        let rows: Vec<(String,)> = on!(self, pool => sqlx::query_as(words).fetch_all(pool).await?);
        rows.iter().map(|(article,)| read(article)).collect()
    }

    /// What the editions of an article say now.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn latest(&self, article: &ArticleId) -> Result<Vec<Revision>, StoreError> {
        let words = "SELECT article, number, language, text, origin, at FROM revisions \
                     WHERE article = $1 AND latest AND text IS NOT NULL ORDER BY language";
        let rows: Vec<Row> = on!(self, pool => sqlx::query_as(words).bind(article.as_str()).fetch_all(pool).await?);
        rows.into_iter().map(Revision::of).collect()
    }

    /// What the editions of an article said after its change of this number.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn as_of(&self, article: &ArticleId, number: i64) -> Result<Vec<Revision>, StoreError> {
        let words = "SELECT article, number, language, text, origin, at FROM revisions r WHERE article = $1 AND text IS NOT NULL AND \
                     number = (SELECT MAX(number) FROM revisions l WHERE l.article = $1 AND l.language = r.language AND l.number <= $2) \
                     ORDER BY language";
        let rows: Vec<Row> = on!(self, pool => {
            sqlx::query_as(words).bind(article.as_str()).bind(number).fetch_all(pool).await?
        });
        rows.into_iter().map(Revision::of).collect()
    }

    /// The number of the latest change of an article; nothing of one that never was.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn latest_number(&self, article: &ArticleId) -> Result<Option<i64>, StoreError> {
        let words = "SELECT MAX(number) FROM revisions WHERE article = $1";
        let row: (Option<i64>,) =
            on!(self, pool => sqlx::query_as(words).bind(article.as_str()).fetch_one(pool).await?);
        Ok(row.0)
    }

    /// When a change of an article was kept.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn changed_at(&self, article: &ArticleId, number: i64) -> Result<Option<Timestamp>, StoreError> {
        let words = "SELECT at FROM revisions WHERE article = $1 AND number = $2";
        let row: Option<(i64,)> =
            on!(self, pool => sqlx::query_as(words).bind(article.as_str()).bind(number).fetch_optional(pool).await?);
        row.map(|(at,)| time(at)).transpose()
    }

    /// All that an article ever said, oldest first.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn history(&self, article: &ArticleId) -> Result<Vec<Revision>, StoreError> {
        let words =
            "SELECT article, number, language, text, origin, at FROM revisions WHERE article = $1 ORDER BY number";
        let rows: Vec<Row> = on!(self, pool => sqlx::query_as(words).bind(article.as_str()).fetch_all(pool).await?);
        rows.into_iter().map(Revision::of).collect()
    }
}

impl Revision {
    fn of((article, number, language, text, origin, at): Row) -> Result<Self, StoreError> {
        Ok(Self { article: read(&article)?, number, language: read(&language)?, text, origin, at: time(at)? })
    }
}

/// What a text is known by: SHA-256 in hexadecimal digits.
pub fn hash(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

const OUTDATE: &str = "UPDATE revisions SET latest = FALSE WHERE article = $1 AND language = $2 AND latest";
const ADD: &str = "INSERT INTO revisions (article, number, language, text, hash, origin, published, at, latest) \
    VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM revisions WHERE article = $1), $2, $3, $4, $5, $6, $7, TRUE) RETURNING number";
