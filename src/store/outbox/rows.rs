//! Rows as the database has them.

use sqlx::{ColumnIndex, Decode, FromRow, Type};

use super::{Lane, Options, Parcel, Post, Row, State, What};
use crate::commands::Place;
use crate::store::chats::{named, read, time};
use crate::store::{ChatId, StoreError};

/// The columns of a row, in any order.
pub(super) const COLUMNS: &str = "id, key, what, lane, chat, place, thread, message, inline_message, post, view, \
    article, revision, language, options, due, not_before, attempts, made_at, made_by, state";

/// A row with the types of the database.
#[derive(Debug)]
pub(super) struct Raw {
    id: i64,
    key: String,
    what: String,
    lane: i64,
    chat: Option<i64>,
    place: String,
    thread: Option<i64>,
    message: Option<i64>,
    inline_message: Option<String>,
    post: String,
    view: String,
    article: Option<String>,
    revision: Option<i64>,
    language: String,
    options: String,
    due: i64,
    not_before: i64,
    attempts: i64,
    made_at: i64,
    made_by: Option<i64>,
    state: String,
}

impl<'r, R: sqlx::Row> FromRow<'r, R> for Raw
where
    &'static str: ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    Option<i64>: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    Option<String>: Decode<'r, R::Database> + Type<R::Database>,
{
    fn from_row(row: &'r R) -> sqlx::Result<Self> {
        Ok(Self {
            id: row.try_get("id")?,
            key: row.try_get("key")?,
            what: row.try_get("what")?,
            lane: row.try_get("lane")?,
            chat: row.try_get("chat")?,
            place: row.try_get("place")?,
            thread: row.try_get("thread")?,
            message: row.try_get("message")?,
            inline_message: row.try_get("inline_message")?,
            post: row.try_get("post")?,
            view: row.try_get("view")?,
            article: row.try_get("article")?,
            revision: row.try_get("revision")?,
            language: row.try_get("language")?,
            options: row.try_get("options")?,
            due: row.try_get("due")?,
            not_before: row.try_get("not_before")?,
            attempts: row.try_get("attempts")?,
            made_at: row.try_get("made_at")?,
            made_by: row.try_get("made_by")?,
            state: row.try_get("state")?,
        })
    }
}

impl TryFrom<Raw> for Row {
    type Error = StoreError;

    fn try_from(raw: Raw) -> Result<Self, StoreError> {
        let foreign = |what: &str| StoreError::Foreign(format!("{what} of {:?} in the outbox", raw.key));
        let number = |number: i64| i32::try_from(number).map_err(|_| foreign("a message id"));
        let chat = || Ok::<_, StoreError>((ChatId(raw.chat.ok_or_else(|| foreign("no chat"))?), place(&raw.place)?));
        let message = || number(raw.message.ok_or_else(|| foreign("no message"))?);
        let what = match (raw.what.as_str(), &raw.inline_message) {
            ("send", None) => {
                let (chat, place) = chat()?;
                What::Send { chat, place, thread: raw.thread.map(number).transpose()? }
            }
            ("edit", None) => {
                let (chat, place) = chat()?;
                What::Edit { chat, place, message: message()? }
            }
            ("edit", Some(message)) => What::EditInline { message: message.clone() },
            ("delete", None) => {
                let (chat, place) = chat()?;
                What::Delete { chat, place, message: message()? }
            }
            _ => return Err(foreign("what is to be done")),
        };
        let post = Post::ALL.into_iter().find(|post| post.name() == raw.post).ok_or_else(|| foreign("the kind"))?;
        let state =
            State::ALL.into_iter().find(|state| state.name() == raw.state).ok_or_else(|| foreign("the state"))?;
        let options: Options = serde_json::from_str(&raw.options).map_err(|_| foreign("the options"))?;
        Ok(Self {
            id: raw.id,
            lane: Lane(raw.lane),
            attempts: u32::try_from(raw.attempts).map_err(|_| foreign("the attempts"))?,
            due: time(raw.due)?,
            state,
            parcel: Parcel {
                what,
                post,
                options,
                article: raw.article.as_deref().map(read).transpose()?,
                revision: raw.revision,
                language: read(&raw.language)?,
                not_before: time(raw.not_before)?,
                made_at: time(raw.made_at)?,
                made_by: raw.made_by.map(i64::cast_unsigned),
                view: raw.view,
                key: raw.key,
            },
        })
    }
}

/// What a row says of [`What`] in its columns.
pub(super) struct Columns<'a> {
    pub(super) what: &'static str,
    pub(super) chat: Option<i64>,
    pub(super) place: &'static str,
    pub(super) thread: Option<i64>,
    pub(super) message: Option<i64>,
    pub(super) inline_message: Option<&'a str>,
}

impl<'a> Columns<'a> {
    pub(super) fn of(what: &'a What) -> Self {
        let (name, thread, message, inline_message) = match what {
            What::Send { thread, .. } => ("send", *thread, None, None),
            What::Edit { message, .. } => ("edit", None, Some(*message), None),
            What::EditInline { message } => ("edit", None, None, Some(message.as_str())),
            What::Delete { message, .. } => ("delete", None, Some(*message), None),
        };
        let (chat, place) = what.chat().unzip();
        Self {
            what: name,
            chat: chat.map(|chat| chat.0),
            place: place.map_or("", named),
            thread: thread.map(i64::from),
            message: message.map(i64::from),
            inline_message,
        }
    }
}

fn place(name: &str) -> Result<Place, StoreError> {
    let all = [Place::Private, Place::Group, Place::Channel];
    let found = all.into_iter().find(|place| named(*place) == name);
    found.ok_or_else(|| StoreError::Foreign(format!("{name:?} is no kind of chat")))
}

impl Post {
    const ALL: [Self; 3] = [Self::Answer, Self::Digest, Self::Channel];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Digest => "digest",
            Self::Channel => "channel",
        }
    }
}

impl State {
    pub(super) const ALL: [Self; 4] = [Self::Waiting, Self::Flying, Self::Unsure, Self::Failed];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Flying => "flying",
            Self::Unsure => "unsure",
            Self::Failed => "failed",
        }
    }
}
