//! What chats follow, and when they are told.

use jiff::civil::Weekday;
use jiff::tz::TimeZone;

use super::{Asker, Errands};
use crate::commands::reply::{Asked, Done, Followed, Found, Step};
use crate::following::{Days, Digest, Rhythm, What};
use crate::library::known_by;
use crate::store::{ChatId, Reader, StoreError};

/// So many things a chat may follow in a topic.
const MOST: usize = 50;
/// The digest that comes until another hour or other days are chosen.
const MORNING: Digest = Digest { hour: 9, days: Days::ALL };

impl Errands {
    /// Does what was asked about what a chat follows.
    pub(super) async fn following(&self, asked: &Asked, asker: &Asker) -> Result<Option<Found>, StoreError> {
        let looks = matches!(asked, Asked::Show | Asked::When | Asked::Zones);
        if !looks && !self.may_change(asker).await {
            return Ok(Some(Found::NoAdministrator));
        }
        let reader = Reader { chat: ChatId(asker.chat.0), thread: asker.thread.map(|thread| thread.0.0) };
        let done = match asked {
            Asked::Show | Asked::When | Asked::Zones => Done::Nothing,
            Asked::Follow(what) => self.follow(reader, what, asker).await?,
            Asked::Drop(id) => self.drop(reader, |follow, _| follow == *id).await?,
            Asked::DropFitting(words) => {
                let words = known_by(words, asker.language);
                let fits = |what: &What| {
                    let known = known_by(&what.words(), asker.language);
                    !words.is_empty() && words.iter().all(|word| known.contains(word))
                };
                self.drop(reader, |_, what| fits(what)).await?
            }
            Asked::DropAll => {
                self.store.unfollow(reader, None).await?;
                self.store.drop_untold(reader).await?;
                Done::DroppedAll
            }
            Asked::Step(step) => {
                let rhythm = stepped(self.store.rhythm(reader).await?, *step);
                self.store.keep_rhythm(reader, rhythm).await?;
                self.store.retime_untold(reader, self.now()).await?;
                self.put_digests().await?;
                Done::Nothing
            }
            Asked::Zone(typed) => match zone(typed) {
                Some(name) => {
                    self.store.keep_zone(reader.chat, asker.place, &name).await?;
                    self.store.retime_untold(reader, self.now()).await?;
                    self.put_digests().await?;
                    Done::Nothing
                }
                None => Done::NoZone(typed.clone()),
            },
        };
        let follows = self.store.follows(reader).await?;
        let zone = self.store.chat(reader.chat).await?.zone();
        let clock = zone.to_datetime(self.now());
        Ok(Some(Found::Following(Followed {
            done,
            follows: follows.into_iter().map(|follow| (follow.id, follow.what)).collect(),
            rhythm: self.store.rhythm(reader).await?,
            zone: zone.iana_name().unwrap_or("UTC").to_owned(),
            clock: format!("{}:{:02}", clock.hour(), clock.minute()),
        })))
    }

    async fn follow(&self, reader: Reader, what: &What, asker: &Asker) -> Result<Done, StoreError> {
        let follows = self.store.follows(reader).await?;
        if follows.iter().any(|follow| follow.what == *what) {
            return Ok(Done::FollowsAlready(what.clone()));
        }
        if follows.len() >= MOST {
            return Ok(Done::TooMany);
        }
        let by = asker.person.map(|person| person.0);
        self.store.follow(reader, asker.place, what, by, self.now()).await?;
        // What comes by itself comes in the language in which it was asked for.
        if self.store.chat(reader.chat).await?.language.is_none() {
            self.store.keep_language(reader.chat, asker.place, asker.language).await?;
        }
        Ok(Done::Follows(what.clone()))
    }

    async fn drop(&self, reader: Reader, is: impl Fn(i64, &What) -> bool + Send) -> Result<Done, StoreError> {
        let follows = self.store.follows(reader).await?;
        let Some(follow) = follows.iter().find(|follow| is(follow.id, &follow.what)) else {
            return Ok(Done::NotFollowed);
        };
        self.store.unfollow(reader, Some(follow.id)).await?;
        if follows.len() == 1 {
            self.store.drop_untold(reader).await?;
        }
        Ok(Done::Dropped(follow.what.clone()))
    }

    /// A page of a digest, where it was told.
    pub(super) async fn told(&self, digest: i64, asker: &Asker) -> Result<Option<Found>, StoreError> {
        let Some(told) = self.store.told(digest).await?.filter(|told| told.chat().0 == asker.chat.0) else {
            return Ok(None);
        };
        let things = told.finds.into_iter().filter_map(|find| find.html).collect();
        Ok(Some(Found::Told(things, told.corrected.map(|at| asker.zone.to_datetime(at)))))
    }
}

/// A rhythm after a change.
fn stepped(rhythm: Rhythm, step: Step) -> Rhythm {
    let digest = rhythm.digest.unwrap_or(MORNING);
    match step {
        Step::AtOnce => Rhythm { digest: None, ..rhythm },
        Step::Digest => Rhythm { digest: Some(digest), ..rhythm },
        Step::Hour(hour) => Rhythm { digest: Some(Digest { hour, ..digest }), ..rhythm },
        Step::Day(day) => match Weekday::from_monday_zero_offset(day) {
            Ok(day) => Rhythm { digest: Some(Digest { days: digest.days.toggled(day), ..digest }), ..rhythm },
            Err(_) => rhythm,
        },
        Step::Quiet(quiet) => Rhythm { quiet, ..rhythm },
        Step::Silent(silent) => Rhythm { silent, ..rhythm },
    }
}

/// The name of the time zone that somebody types: in any case, with spaces for underlines.
fn zone(typed: &str) -> Option<String> {
    let name = typed.trim().replace(' ', "_");
    // The system's own zone is none that somebody chose.
    if name.is_empty() || name.len() > 50 || !name.contains('/') && !name.eq_ignore_ascii_case("utc") {
        return None;
    }
    Some(TimeZone::get(&name).ok()?.iana_name()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::zone;

    #[test]
    fn a_zone_is_known_by_its_name() {
        let cases = [
            ("Asia/Almaty", Some("Asia/Almaty")),
            ("  europe/paris ", Some("Europe/Paris")),
            ("america/new york", Some("America/New_York")),
            ("utc", Some("UTC")),
            ("Almaty", None),
            ("Asia/Nowhere", None),
            ("../etc/passwd", None),
            ("", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(zone(typed).as_deref(), expected, "{typed}");
        }
    }
}
