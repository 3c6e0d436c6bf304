//! What chats follow, and when they are told.

use jiff::Timestamp;

use super::ChatId;
use super::chats::{named, place, read, time};
use super::database::{Store, StoreError, alter, on};
use crate::article::Language;
use crate::commands::Place;
use crate::following::{Days, Digest, Quiet, Rhythm, What};

/// Who reads what is followed: a chat, or a topic of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reader {
    /// The chat.
    pub chat: ChatId,
    /// The topic.
    pub thread: Option<i32>,
}

/// Something that is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follow {
    /// Its number.
    pub id: i64,
    /// Who follows it.
    pub reader: Reader,
    /// What kind of chat that is.
    pub place: Place,
    /// What is followed.
    pub what: What,
    /// Since when.
    pub made_at: Timestamp,
}

type Raw = (i64, i64, i64, String, String, String, i64);

impl TryFrom<Raw> for Follow {
    type Error = StoreError;

    fn try_from((id, chat, thread, place_name, kind, words, made_at): Raw) -> Result<Self, StoreError> {
        let what = What::read(&kind, &words);
        Ok(Self {
            id,
            reader: Reader::of(chat, thread)?,
            place: place(&place_name)?,
            what: what.ok_or_else(|| StoreError::Foreign(format!("the follow {id}")))?,
            made_at: time(made_at)?,
        })
    }
}

impl Reader {
    /// Reads its columns.
    pub(super) fn of(chat: i64, thread: i64) -> Result<Self, StoreError> {
        let topic = i32::try_from(thread).map_err(|_| StoreError::Foreign(format!("the topic {thread}")))?;
        Ok(Self { chat: ChatId(chat), thread: (topic != 0).then_some(topic) })
    }

    /// The topic as its column has it.
    pub(super) fn topic(self) -> i64 {
        self.thread.map_or(0, i64::from)
    }
}

impl Store {
    /// Keeps that something is followed. `false`: it was already.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn follow(
        &self,
        reader: Reader,
        place: Place,
        what: &What,
        by: Option<u64>,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let words = "INSERT INTO follows (chat, thread, place, kind, words, made_at, made_by) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (chat, thread, kind, words) DO NOTHING";
        let added = alter!(self, pool => {
            let row = sqlx::query(words).bind(reader.chat.0).bind(reader.topic()).bind(named(place)).bind(what.kind());
            let row = row.bind(what.words()).bind(now.as_millisecond()).bind(by.map(u64::cast_signed));
            row.execute(pool).await?.rows_affected()
        });
        Ok(added > 0)
    }

    /// Something is no longer followed, or nothing at all without a number. Gives how many there were.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn unfollow(&self, reader: Reader, id: Option<i64>) -> Result<u64, StoreError> {
        let words = "DELETE FROM follows WHERE chat = $1 AND thread = $2 AND ($3 IS NULL OR id = $3)";
        // PostgreSQL has to know what kind of nothing it is.
        let words = words.replace("$3", "CAST($3 AS BIGINT)");
        let gone = alter!(self, pool => {
            let row = sqlx::query(&words).bind(reader.chat.0).bind(reader.topic()).bind(id);
            row.execute(pool).await?.rows_affected()
        });
        Ok(gone)
    }

    /// What a reader follows, oldest first.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn follows(&self, reader: Reader) -> Result<Vec<Follow>, StoreError> {
        let words = "SELECT id, chat, thread, place, kind, words, made_at FROM follows \
                     WHERE chat = $1 AND thread = $2 ORDER BY id";
        let rows: Vec<Raw> = on!(self, pool => {
            sqlx::query_as(words).bind(reader.chat.0).bind(reader.topic()).fetch_all(pool).await?
        });
        rows.into_iter().map(Follow::try_from).collect()
    }

    /// All that is followed by chats that take messages, each with the chat's language, at most `most` after the one with this number.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn followers(&self, after: i64, most: u32) -> Result<Vec<(Follow, Option<Language>)>, StoreError> {
        let words = "SELECT f.id, f.chat, f.thread, f.place, f.kind, f.words, f.made_at, c.language FROM follows f \
                     LEFT JOIN chats c ON c.id = f.chat WHERE f.id > $1 AND c.refuses_since IS NULL ORDER BY f.id LIMIT $2";
        type Row = (i64, i64, i64, String, String, String, i64, Option<String>);
        let rows: Vec<Row> = on!(self, pool => {
            sqlx::query_as(words).bind(after).bind(i64::from(most)).fetch_all(pool).await?
        });
        rows.into_iter()
            .map(|(id, chat, thread, place, kind, words, made_at, language)| {
                let follow = Follow::try_from((id, chat, thread, place, kind, words, made_at))?;
                Ok((follow, language.as_deref().map(read).transpose()?))
            })
            .collect()
    }

    /// When a reader is told.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn rhythm(&self, reader: Reader) -> Result<Rhythm, StoreError> {
        let words = "SELECT hour, days, quiet_from, quiet_to, silent FROM rhythms WHERE chat = $1 AND thread = $2";
        type Raw = (Option<i64>, Option<i64>, Option<i64>, Option<i64>, bool);
        let row: Option<Raw> = on!(self, pool => {
            sqlx::query_as(words).bind(reader.chat.0).bind(reader.topic()).fetch_optional(pool).await?
        });
        let Some((hour, days, from, to, silent)) = row else { return Ok(Rhythm::default()) };
        let foreign = || StoreError::Foreign(format!("the rhythm of {}", reader.chat.0));
        let an_hour = |hour: i64| i8::try_from(hour).ok().filter(|hour| (0..24).contains(hour)).ok_or_else(foreign);
        let digest = match (hour, days) {
            (Some(hour), Some(days)) => {
                let days = u8::try_from(days).ok().and_then(Days::of_bits).ok_or_else(foreign)?;
                Some(Digest { hour: an_hour(hour)?, days })
            }
            _ => None,
        };
        let quiet = match (from, to) {
            (Some(from), Some(to)) => Some(Quiet { from: an_hour(from)?, to: an_hour(to)? }),
            _ => None,
        };
        Ok(Rhythm { digest, quiet, silent })
    }

    /// Keeps when a reader is told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep_rhythm(&self, reader: Reader, rhythm: Rhythm) -> Result<(), StoreError> {
        let words = "INSERT INTO rhythms (chat, thread, hour, days, quiet_from, quiet_to, silent) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (chat, thread) DO UPDATE SET hour = excluded.hour, \
                     days = excluded.days, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, \
                     silent = excluded.silent";
        let Rhythm { digest, quiet, silent } = rhythm;
        alter!(self, pool => {
            let row = sqlx::query(words).bind(reader.chat.0).bind(reader.topic());
            let row = row.bind(digest.map(|it| i64::from(it.hour))).bind(digest.map(|it| i64::from(it.days.bits())));
            let row = row.bind(quiet.map(|it| i64::from(it.from))).bind(quiet.map(|it| i64::from(it.to)));
            row.bind(silent).execute(pool).await?;
        });
        Ok(())
    }
}
