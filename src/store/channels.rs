//! The channels in which editors let Derek post, and the posts that editors look at before they leave.

use jiff::Timestamp;

use super::ChatId;
use super::chats::{read, time};
use super::database::{Store, StoreError, alter, on};
use crate::article::{ArticleId, Language};
use crate::commands::channels::{self, Rule};

/// A channel in which Derek may post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Its id.
    pub chat: ChatId,
    /// Its title.
    pub title: String,
    /// Its name, without `@`; none of a private one.
    pub username: Option<String>,
    /// The language of its posts.
    pub language: Language,
    /// What becomes of each new article.
    pub rule: Rule,
    /// Its posts come without a sound.
    pub silent: bool,
    /// Its posts are pinned.
    pub pin: bool,
    /// Its posts have a picture over them.
    pub card: bool,
    /// Whether Derek has the right to post there now.
    pub may_post: bool,
    /// The user id of the editor who made Derek an administrator.
    pub made_by: u64,
    /// When that was.
    pub made_at: Timestamp,
}

/// A post that an editor looks at before it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its number; 0 for one that is not kept yet.
    pub id: i64,
    /// Where it is to stand.
    pub channel: ChatId,
    /// Of which article.
    pub article: ArticleId,
    /// In which language.
    pub language: Language,
    /// Without a sound.
    pub silent: bool,
    /// It is pinned.
    pub pin: bool,
    /// It has a picture over it.
    pub card: bool,
}

impl Channel {
    /// What an editor sees of it.
    pub fn seen(&self) -> channels::Channel {
        channels::Channel {
            id: self.chat.0,
            title: self.title.clone(),
            language: self.language,
            rule: self.rule,
            silent: self.silent,
            pin: self.pin,
            card: self.card,
            may_post: self.may_post,
        }
    }
}

impl Draft {
    /// What an editor sees of it; `others`: there is another channel for it.
    pub fn seen(&self, channel: &Channel, others: bool) -> channels::Draft {
        channels::Draft {
            id: self.id,
            channel: channel.seen(),
            others,
            article: self.article.clone(),
            language: self.language,
            silent: self.silent,
            pin: self.pin,
            card: self.card,
        }
    }
}

type Raw = (i64, String, Option<String>, String, String, bool, bool, bool, bool, i64, i64);

impl TryFrom<Raw> for Channel {
    type Error = StoreError;

    fn try_from(row: Raw) -> Result<Self, StoreError> {
        let (chat, title, username, language, rule, silent, pin, card, may_post, made_by, made_at) = row;
        let rule = Rule::read(&rule).ok_or_else(|| StoreError::Foreign(format!("the rule {rule:?}")))?;
        Ok(Self {
            chat: ChatId(chat),
            title,
            username,
            language: read(&language)?,
            rule,
            silent,
            pin,
            card,
            may_post,
            made_by: made_by.cast_unsigned(),
            made_at: time(made_at)?,
        })
    }
}

impl Store {
    /// Keeps a channel as it is now.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep_channel(&self, channel: &Channel) -> Result<(), StoreError> {
        let words = "INSERT INTO channels (chat, title, username, language, rule, silent, pin, card, may_post, made_by, made_at) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (chat) DO UPDATE SET title = excluded.title, \
                     username = excluded.username, language = excluded.language, rule = excluded.rule, silent = excluded.silent, \
                     pin = excluded.pin, card = excluded.card, may_post = excluded.may_post, made_by = excluded.made_by, made_at = excluded.made_at";
        alter!(self, pool => {
            let row = sqlx::query(words).bind(channel.chat.0).bind(&channel.title).bind(&channel.username);
            let row = row.bind(channel.language.code()).bind(channel.rule.name()).bind(channel.silent).bind(channel.pin);
            let row = row.bind(channel.card).bind(channel.may_post).bind(channel.made_by.cast_signed());
            row.bind(channel.made_at.as_millisecond()).execute(pool).await?;
        });
        Ok(())
    }

    /// All channels in which Derek was allowed to post, by their titles.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn channels(&self) -> Result<Vec<Channel>, StoreError> {
        let words = "SELECT chat, title, username, language, rule, silent, pin, card, may_post, made_by, made_at FROM channels \
                     ORDER BY title, chat";
        let rows: Vec<Raw> = on!(self, pool => sqlx::query_as(words).fetch_all(pool).await?);
        rows.into_iter().map(Channel::try_from).collect()
    }

    /// A channel.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn channel(&self, chat: ChatId) -> Result<Option<Channel>, StoreError> {
        let words = "SELECT chat, title, username, language, rule, silent, pin, card, may_post, made_by, made_at FROM channels \
                     WHERE chat = $1";
        let row: Option<Raw> = on!(self, pool => sqlx::query_as(words).bind(chat.0).fetch_optional(pool).await?);
        row.map(Channel::try_from).transpose()
    }

    /// Makes a draft, once under a key. Gives its number, and whether it is new.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn draft(&self, key: &str, draft: &Draft, now: Timestamp) -> Result<(i64, bool), StoreError> {
        let add = "INSERT INTO drafts (key, channel, article, language, silent, pin, card, made_at) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (key) DO NOTHING RETURNING id";
        let new: Option<(i64,)> = alter!(self, pool => {
            let row = sqlx::query_as(add).bind(key).bind(draft.channel.0).bind(draft.article.as_str());
            let row = row.bind(draft.language.code()).bind(draft.silent).bind(draft.pin).bind(draft.card);
            row.bind(now.as_millisecond()).fetch_optional(pool).await?
        });
        match new {
            Some((id,)) => Ok((id, true)),
            None => {
                let words = "SELECT id FROM drafts WHERE key = $1";
                let (id,): (i64,) = on!(self, pool => sqlx::query_as(words).bind(key).fetch_one(pool).await?);
                Ok((id, false))
            }
        }
    }

    /// Keeps how a draft is to leave now.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        let words = "UPDATE drafts SET channel = $2, language = $3, silent = $4, pin = $5, card = $6 WHERE id = $1";
        alter!(self, pool => {
            let row = sqlx::query(words).bind(draft.id).bind(draft.channel.0).bind(draft.language.code());
            row.bind(draft.silent).bind(draft.pin).bind(draft.card).execute(pool).await?;
        });
        Ok(())
    }

    /// A draft by its number.
    ///
    /// # Errors
    /// If the database fails, or holds what Derek did not write.
    pub async fn draft_of(&self, id: i64) -> Result<Option<Draft>, StoreError> {
        let words = "SELECT channel, article, language, silent, pin, card FROM drafts WHERE id = $1";
        type Raw = (i64, String, String, bool, bool, bool);
        let row: Option<Raw> = on!(self, pool => sqlx::query_as(words).bind(id).fetch_optional(pool).await?);
        row.map(|(channel, article, language, silent, pin, card)| {
            let (channel, article, language) = (ChatId(channel), read(&article)?, read(&language)?);
            Ok(Draft { id, channel, article, language, silent, pin, card })
        })
        .transpose()
    }

    /// A draft is no more. `false`: it was not there.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_draft(&self, id: i64) -> Result<bool, StoreError> {
        let words = "DELETE FROM drafts WHERE id = $1";
        Ok(alter!(self, pool => sqlx::query(words).bind(id).execute(pool).await?.rows_affected()) > 0)
    }
}
