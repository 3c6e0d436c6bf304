//! The pictures that Telegram keeps: what was drawn once is sent again by its file_id.

use jiff::Timestamp;

use super::database::{Store, StoreError, alter, on};

impl Store {
    /// Keeps under which file_id Telegram has a picture, and which view it shows. What was known of it before is forgotten.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn keep_picture(&self, (key, view): (&str, &str), file: &str, now: Timestamp) -> Result<(), StoreError> {
        let words = "INSERT INTO pictures (key, view, file, at) VALUES ($1, $2, $3, $4) \
                     ON CONFLICT (key) DO UPDATE SET file = excluded.file, at = excluded.at";
        alter!(self, pool => {
            sqlx::query(words).bind(key).bind(view).bind(file).bind(now.as_millisecond()).execute(pool).await?;
        });
        Ok(())
    }

    /// The file_id of a picture, if Telegram has it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn picture(&self, key: &str) -> Result<Option<String>, StoreError> {
        let words = "SELECT file FROM pictures WHERE key = $1";
        let row: Option<(String,)> = on!(self, pool => sqlx::query_as(words).bind(key).fetch_optional(pool).await?);
        Ok(row.map(|(file,)| file))
    }

    /// The views of which Telegram has a picture, each once.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pictured(&self) -> Result<Vec<String>, StoreError> {
        let words = "SELECT DISTINCT view FROM pictures";
        let rows: Vec<(String,)> = on!(self, pool => sqlx::query_as(words).fetch_all(pool).await?);
        Ok(rows.into_iter().map(|(view,)| view).collect())
    }

    /// Forgets a picture that Telegram does not know any more.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn forget_picture(&self, key: &str) -> Result<(), StoreError> {
        alter!(self, pool => { sqlx::query("DELETE FROM pictures WHERE key = $1").bind(key).execute(pool).await?; });
        Ok(())
    }
}
