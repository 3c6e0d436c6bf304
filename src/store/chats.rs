//! Chats: their language, the article they talk about, whether they can be reached.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::database::{Store, StoreError, alter, on};
use crate::article::{ArticleId, Language};
use crate::commands::Place;

/// Telegram's id of a chat; that of a private chat is the person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChatId(pub i64);

/// What is kept of a chat.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chat {
    /// The language chosen or settled.
    pub language: Option<Language>,
    /// The article chosen last.
    pub article: Option<ArticleId>,
    /// Since when it refuses all that is sent to it.
    pub refuses_since: Option<Timestamp>,
    /// The name of its time zone, as the IANA database has it.
    pub zone: Option<String>,
}

/// The time zone of a chat that did not choose one.
pub const ZONE: &str = "Asia/Almaty";

impl Chat {
    /// The clock of the chat.
    pub fn zone(&self) -> TimeZone {
        let name = self.zone.as_deref().unwrap_or(ZONE);
        // The zones are compiled in; one that was chosen may be gone from a later database of zones.
        TimeZone::get(name).or_else(|_| TimeZone::get(ZONE)).unwrap_or(TimeZone::UTC)
    }
}

impl Store {
    /// What is kept of a chat; nothing of one that is not known.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn chat(&self, chat: ChatId) -> Result<Chat, StoreError> {
        let words = "SELECT language, article, refuses_since, zone FROM chats WHERE id = $1";
        type Raw = (Option<String>, Option<String>, Option<i64>, Option<String>);
        let row: Option<Raw> = on!(self, pool => sqlx::query_as(words).bind(chat.0).fetch_optional(pool).await?);
        let Some((language, article, refuses_since, zone)) = row else { return Ok(Chat::default()) };
        Ok(Chat {
            language: language.as_deref().map(read).transpose()?,
            article: article.as_deref().map(read).transpose()?,
            refuses_since: refuses_since.map(time).transpose()?,
            zone,
        })
    }

    /// Keeps the language that a chat chose.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep_language(&self, chat: ChatId, place: Place, language: Language) -> Result<(), StoreError> {
        let words = "INSERT INTO chats (id, place, language) VALUES ($1, $2, $3) \
                     ON CONFLICT (id) DO UPDATE SET language = excluded.language";
        alter!(self, pool => {
            sqlx::query(words).bind(chat.0).bind(named(place)).bind(language.code()).execute(pool).await?;
        });
        Ok(())
    }

    /// Keeps the time zone that a chat chose, by its name.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep_zone(&self, chat: ChatId, place: Place, zone: &str) -> Result<(), StoreError> {
        let words = "INSERT INTO chats (id, place, zone) VALUES ($1, $2, $3) \
                     ON CONFLICT (id) DO UPDATE SET zone = excluded.zone";
        alter!(self, pool => {
            sqlx::query(words).bind(chat.0).bind(named(place)).bind(zone).execute(pool).await?;
        });
        Ok(())
    }

    /// Keeps the article that a chat chose.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep_article(&self, chat: ChatId, place: Place, article: &ArticleId) -> Result<(), StoreError> {
        let words = "INSERT INTO chats (id, place, article) VALUES ($1, $2, $3) \
                     ON CONFLICT (id) DO UPDATE SET article = excluded.article";
        alter!(self, pool => {
            sqlx::query(words).bind(chat.0).bind(named(place)).bind(article.as_str()).execute(pool).await?;
        });
        Ok(())
    }

    /// Keeps that a chat refused what was sent to it, and gives since when it does.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn refused(&self, chat: ChatId, place: Place, now: Timestamp) -> Result<Timestamp, StoreError> {
        let words = "INSERT INTO chats (id, place, refuses_since) VALUES ($1, $2, $3) ON CONFLICT (id) \
                     DO UPDATE SET refuses_since = COALESCE(chats.refuses_since, excluded.refuses_since) RETURNING refuses_since";
        let (since,): (i64,) = alter!(self, pool => {
            sqlx::query_as(words).bind(chat.0).bind(named(place)).bind(now.as_millisecond()).fetch_one(pool).await?
        });
        time(since)
    }

    /// Keeps that a chat takes what is sent to it, or speaks.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn accepted(&self, chat: ChatId) -> Result<(), StoreError> {
        let words = "UPDATE chats SET refuses_since = NULL WHERE id = $1 AND refuses_since IS NOT NULL";
        alter!(self, pool => { sqlx::query(words).bind(chat.0).execute(pool).await?; });
        Ok(())
    }
}

/// Reads the name of a place.
pub(super) fn place(name: &str) -> Result<Place, StoreError> {
    let places = [Place::Private, Place::Group, Place::Channel];
    let found = places.into_iter().find(|place| named(*place) == name);
    found.ok_or_else(|| StoreError::Foreign(format!("{name:?}")))
}

/// The name of a place.
pub(super) fn named(place: Place) -> &'static str {
    match place {
        Place::Private => "private",
        Place::Group => "group",
        Place::Channel => "channel",
    }
}

/// Reads a word of the database.
pub(super) fn read<T: std::str::FromStr>(word: &str) -> Result<T, StoreError> {
    word.parse().map_err(|_| StoreError::Foreign(format!("{word:?}")))
}

/// Reads a time of the database: milliseconds since 1970.
pub(super) fn time(milliseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| StoreError::Foreign(format!("the time {milliseconds}")))
}
