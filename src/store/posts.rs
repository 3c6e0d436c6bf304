//! The messages that show something of an article and are kept like it.

use jiff::Timestamp;
use sqlx::{FromRow, Row};

use super::ChatId;
use super::chats::{named, read, time};
use super::database::{Store, StoreError, alter, on, within};
use crate::article::ArticleId;
use crate::commands::Place;
use crate::commands::reply::Shown;

/// A message that shows something of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Where it stands.
    pub stands: Stands,
    /// What it shows.
    pub shown: Shown,
    /// When it was sent or changed by whoever reads it.
    pub at: Timestamp,
    /// When it was corrected last.
    pub corrected: Option<Timestamp>,
    /// Until when it is kept like the article; without it, always.
    pub until: Option<Timestamp>,
}

/// Where a message stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Stands {
    /// In a chat.
    Chat {
        /// The chat.
        chat: ChatId,
        /// What kind of chat that is.
        place: Place,
        /// The message's id there.
        message: i32,
    },
    /// In some chat, sent by way of an inline result: its inline message id.
    Inline(String),
}

impl Store {
    /// Keeps posts, in one transaction. A message that is known shows from now on what it is said to show here, or nothing of an article.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn keep_posts(&self, posts: &[Post]) -> Result<(), StoreError> {
        within!(self, change => {
            for post in posts {
                let (chat, message, inline, place) = match &post.stands {
                    Stands::Chat { chat, place, message } => {
                        (Some(chat.0), Some(i64::from(*message)), None, Some(named(*place)))
                    }
                    Stands::Inline(id) => (None, None, Some(id), None),
                };
                sqlx::query(REMOVE).bind(chat).bind(message).bind(inline).execute(&mut *change).await?;
                sqlx::query(ADD)
                    .bind(chat)
                    .bind(message)
                    .bind(inline)
                    .bind(place)
                    .bind(post.shown.language.code())
                    .bind(post.shown.article.as_str())
                    .bind(post.shown.revision)
                    .bind(&post.shown.view)
                    .bind(post.at.as_millisecond())
                    .bind(post.corrected.map(Timestamp::as_millisecond))
                    .bind(post.until.map(Timestamp::as_millisecond))
                    .execute(&mut *change)
                    .await?;
            }
        });
        Ok(())
    }

    /// Forgets what a message shows.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_post(&self, stands: &Stands) -> Result<(), StoreError> {
        let (chat, message, inline) = match stands {
            Stands::Chat { chat, message, .. } => (Some(chat.0), Some(i64::from(*message)), None),
            Stands::Inline(id) => (None, None, Some(id)),
        };
        alter!(self, pool => { sqlx::query(REMOVE).bind(chat).bind(message).bind(inline).execute(pool).await?; });
        Ok(())
    }

    /// Forgets the posts that are no longer kept like their articles.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_posts(&self, now: Timestamp) -> Result<(), StoreError> {
        let words = "DELETE FROM posts WHERE until < $1";
        alter!(self, pool => { sqlx::query(words).bind(now.as_millisecond()).execute(pool).await?; });
        Ok(())
    }

    /// The posts that show an older revision of an article than its latest, at most `most`, by their numbers, only those after the one with the
    /// number `after`. Each with its number and that of the latest revision.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn outdated(&self, now: Timestamp, after: i64, most: u32) -> Result<Vec<(i64, i64, Post)>, StoreError> {
        let words = "SELECT p.id, p.chat, p.message, p.inline_message, p.place, p.language, p.article, p.revision, p.view, p.at, \
                     p.corrected, p.until, r.number FROM posts p JOIN \
                     (SELECT article, MAX(number) AS number FROM revisions GROUP BY article) r ON r.article = p.article \
                     WHERE p.revision < r.number AND p.id > $1 AND (p.until IS NULL OR p.until >= $2) ORDER BY p.id LIMIT $3";
        let rows: Vec<(Flat, i64)> = on!(self, pool => {
            let rows = sqlx::query(words).bind(after).bind(now.as_millisecond()).bind(i64::from(most));
            let rows = rows.fetch_all(pool).await?;
            rows.iter().map(|row| Ok((Flat::from_row(row)?, row.try_get("number")?))).collect::<Result<_, sqlx::Error>>()?
        });
        rows.into_iter()
            .map(|(row, latest)| {
                let (number, post) = Post::of(row)?;
                Ok((number, latest, post))
            })
            .collect()
    }

    /// What a message shows.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn post(&self, number: i64) -> Result<Option<Post>, StoreError> {
        let words = "SELECT id, chat, message, inline_message, place, language, article, revision, view, at, corrected, until \
                     FROM posts WHERE id = $1";
        let row: Option<Flat> = on!(self, pool => sqlx::query_as(words).bind(number).fetch_optional(pool).await?);
        Ok(row.map(Post::of).transpose()?.map(|(_, post)| post))
    }

    /// Keeps what a post shows now, and whether it was corrected.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep_shown(&self, number: i64, shown: &Shown, corrected: Option<Timestamp>) -> Result<(), StoreError> {
        let words = "UPDATE posts SET revision = $2, view = $3, corrected = COALESCE($4, corrected) WHERE id = $1";
        alter!(self, pool => {
            let row = sqlx::query(words).bind(number).bind(shown.revision).bind(&shown.view);
            row.bind(corrected.map(Timestamp::as_millisecond)).execute(pool).await?;
        });
        Ok(())
    }
}

/// A row, its columns in one.
type Flat = (
    i64,
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<String>,
    String,
    String,
    i64,
    String,
    i64,
    Option<i64>,
    Option<i64>,
);

impl Post {
    fn of(row: Flat) -> Result<(i64, Self), StoreError> {
        let (number, chat, message, inline, place, language, article, revision, view, at, corrected, until) = row;
        let stands = match (chat, message, inline, place) {
            (Some(chat), Some(message), None, Some(place)) => Stands::Chat {
                chat: ChatId(chat),
                place: super::chats::place(&place)?,
                message: i32::try_from(message).map_err(|_| StoreError::Foreign(format!("the message {message}")))?,
            },
            (None, None, Some(inline), None) => Stands::Inline(inline),
            _ => return Err(StoreError::Foreign(format!("the post {number}"))),
        };
        let article: ArticleId = read(&article)?;
        let post = Self {
            stands,
            shown: Shown { article, revision, language: read(&language)?, view },
            at: time(at)?,
            corrected: corrected.map(time).transpose()?,
            until: until.map(time).transpose()?,
        };
        Ok((number, post))
    }
}

const REMOVE: &str = "DELETE FROM posts WHERE (chat = $1 AND message = $2) OR inline_message = $3";
const ADD: &str = "INSERT INTO posts (chat, message, inline_message, place, language, article, revision, view, at, corrected, until) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
