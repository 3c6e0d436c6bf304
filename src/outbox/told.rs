//! What editors are told, as parcels of their own, and what they decide.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Outbox;
use crate::article::{Language, Report};
use crate::commands::Place;
use crate::commands::told::{Decision, Happened, News};
use crate::store::outbox::{Options, Parcel, Post, Row, What};
use crate::store::{ChatId, StoreError};

/// What a view begins with that tells an editor something: no other view does.
const TOLD: &str = "told:";

/// [`News`] as a view has it.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    refused: Option<String>,
    given_up: Option<String>,
    gone: Option<String>,
    unsure: Option<i64>,
    broken: bool,
    article: Option<String>,
    chat: Option<i64>,
    /// The name of an article file, and what is wrong with it.
    file: Option<(String, String)>,
}

/// The parcel that tells an editor in the private chat what happened to a row. It is told once, however often it is put in, unless an
/// editor has let the row leave again meanwhile.
pub fn parcel(row: &Row, happened: Happened, editor: u64, language: Language, now: Timestamp) -> Parcel {
    let mut written = Written {
        article: row.parcel.article.as_ref().map(ToString::to_string),
        chat: row.parcel.what.chat().map(|(chat, _)| chat.0),
        ..Written::default()
    };
    let kind = match happened {
        Happened::Refused(why) => (written.refused = Some(why), "refused").1,
        Happened::GivenUp(why) => (written.given_up = Some(why), "given up").1,
        Happened::Gone(why) => (written.gone = Some(why), "gone").1,
        Happened::Broken => (written.broken = true, "broken").1,
        Happened::Unsure(row) => (written.unsure = Some(row), "unsure").1,
        Happened::BrokenFile { name, why } => (written.file = Some((name, why)), "file").1,
    };
    let json = serde_json::to_string(&written).expect("texts and numbers");
    Parcel {
        key: format!("{TOLD}{}:{kind}:{editor}:{}", row.id, row.due.as_millisecond()),
        what: What::Send { chat: ChatId(editor.cast_signed()), place: Place::Private, thread: None },
        post: Post::Answer,
        view: format!("{TOLD}{json}"),
        article: row.parcel.article.clone(),
        revision: None,
        language,
        options: Options::default(),
        not_before: now,
        made_at: now,
        made_by: None,
    }
}

/// The parcel that tells an editor in the private chat that an article file has mistakes. It is told once of each state of the file.
pub fn broken_file(report: &Report, editor: u64, language: Language, now: Timestamp) -> Parcel {
    let file = Path::new(&report.path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let state = crate::store::hash(&report.source);
    let why = report.render(false);
    let json = serde_json::to_string(&Written { file: Some((file.clone(), why)), ..Written::default() });
    Parcel {
        key: format!("{TOLD}file:{editor}:{file}:{state}"),
        what: What::Send { chat: ChatId(editor.cast_signed()), place: Place::Private, thread: None },
        post: Post::Answer,
        view: format!("{TOLD}{}", json.expect("texts and numbers")),
        article: None,
        revision: None,
        language,
        options: Options::default(),
        not_before: now,
        made_at: now,
        made_by: None,
    }
}

/// What a row's view tells an editor; nothing where it is another view.
pub fn news(row: &Row) -> Option<News> {
    let written: Written = serde_json::from_str(row.parcel.view.strip_prefix(TOLD)?).ok()?;
    let Written { refused, given_up, gone, unsure, broken, article, chat, file } = written;
    let what = refused.map(Happened::Refused);
    let what = what.or(given_up.map(Happened::GivenUp)).or(gone.map(Happened::Gone)).or(unsure.map(Happened::Unsure));
    let what = what.or(file.map(|(name, why)| Happened::BrokenFile { name, why }));
    let what = what.or(broken.then_some(Happened::Broken))?;
    Some(News { what, article: article.and_then(|id| id.parse().ok()), chat })
}

impl Outbox {
    /// Carries out what an editor decided about a post that may have left. Whether who decides is an editor is for the caller to know.
    /// `false`: that was decided before.
    ///
    /// # Errors
    /// If the database fails; then nothing is changed.
    pub async fn decide(&self, decision: Decision, now: Timestamp) -> Result<bool, StoreError> {
        match decision {
            Decision::Again(row) => {
                let again = self.store().send_again(row, now).await?;
                self.wake();
                Ok(again)
            }
            Decision::There(row) => self.store().is_there(row, now).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Happened, Language, News, Options, Parcel, Place, Post, Row, What, news, parcel};
    use crate::store::ChatId;
    use crate::store::outbox::{Lane, State};

    fn row(view: &str) -> Row {
        let parcel = Parcel {
            key: "a".to_owned(),
            what: What::Send { chat: ChatId(-5), place: Place::Channel, thread: None },
            post: Post::Channel,
            view: view.to_owned(),
            article: Some("rural-akims".parse().unwrap()),
            revision: None,
            language: Language::Ru,
            options: Options::default(),
            not_before: Timestamp::UNIX_EPOCH,
            made_at: Timestamp::UNIX_EPOCH,
            made_by: None,
        };
        Row {
            id: 7,
            lane: Lane::of(&parcel.what),
            parcel,
            attempts: 0,
            due: Timestamp::UNIX_EPOCH,
            state: State::Waiting,
        }
    }

    #[test]
    fn news_are_read_back() {
        let why = || "Forbidden: \"x\"".to_owned();
        for what in [
            Happened::Refused(why()),
            Happened::GivenUp(why()),
            Happened::Gone(why()),
            Happened::Unsure(7),
            Happened::Broken,
            Happened::BrokenFile { name: "a.toml".to_owned(), why: why() },
        ] {
            let told = parcel(&row("summary"), what.clone(), 5, Language::Kk, Timestamp::UNIX_EPOCH);
            let read = news(&row(&told.view));
            assert_eq!(read, Some(News { what, article: Some("rural-akims".parse().unwrap()), chat: Some(-5) }));
        }
        for view in ["summary", "told:", "told:{}"] {
            assert_eq!(news(&row(view)), None, "{view}");
        }
    }
}
