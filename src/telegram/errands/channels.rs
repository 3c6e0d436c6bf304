//! What editors do with channels. Each of their acts is written down.

use jiff::civil::{DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::{Asker, Errands};
use crate::article::{ArticleId, Language};
use crate::commands::Place;
use crate::commands::channels::{Act, Acts, Deed, Granted, Move, PAGE, Scheduled, Setting, Step, Time, Wish};
use crate::commands::moment::{NoMoment, moment};
use crate::outbox::posts;
use crate::store::outbox::Row;
use crate::store::{self, Channel, ChatId, Draft, StoreError};
use crate::telegram::question::Standing;

impl Errands {
    /// Does what an editor wants; nobody else is granted anything.
    pub(super) async fn editing(&self, wish: &Wish, asker: &Asker) -> Result<Granted, StoreError> {
        let Some(editor) = asker.person.filter(|person| self.is_editor(*person) && asker.place == Place::Private)
        else {
            return Ok(Granted::NoEditor);
        };
        let editor = editor.0;
        match wish {
            Wish::Channels => Ok(Granted::Channels(self.channels().await?.iter().map(Channel::seen).collect())),
            Wish::Channel(id) => match self.store.channel(ChatId(*id)).await? {
                Some(channel) => Ok(Granted::Channel(channel.seen())),
                None => self.no_channel().await,
            },
            Wish::Set(id, setting) => self.set(ChatId(*id), *setting, editor).await,
            Wish::Preview { channel, article } => self.preview(channel.as_deref(), article).await,
            Wish::Draft(id, step) => self.step(*id, step, editor, asker).await,
            Wish::Scheduled(from) => self.scheduled(*from, asker).await,
            Wish::Row(row, step) => self.change(*row, step, editor, asker).await,
            Wish::Audit(from) => self.acts(*from, asker).await,
        }
    }

    /// What may be done in a channel has changed.
    ///
    /// # Errors
    /// If the store fails.
    pub(in crate::telegram) async fn stands(&self, standing: &Standing, newest: Language) -> Result<(), StoreError> {
        let Standing { chat, title, username, may_post, by } = standing;
        let (chat, by_editor, now) = (ChatId(chat.0), self.is_editor(by.id), self.now());
        let known = self.store.channel(chat).await?;
        let before = known.as_ref().is_some_and(|channel| channel.may_post);
        // Whoever is no editor lends Derek to nobody.
        if known.is_none() && !(by_editor && *may_post) {
            return Ok(());
        }
        let (title, username) = (title.clone(), username.clone());
        let channel = match known {
            Some(known) => Channel { title, username, may_post: *may_post, ..known },
            None => Channel {
                chat,
                title,
                username,
                language: newest,
                rule: crate::commands::channels::Rule::None,
                silent: false,
                pin: false,
                card: false,
                may_post: true,
                made_by: by.id.0,
                made_at: now,
            },
        };
        self.store.keep_channel(&channel).await?;
        if before != *may_post {
            let deed = if *may_post { Deed::Added } else { Deed::Removed };
            self.keep_deed(by.id.0, &channel.title, deed).await?;
        }
        if let (true, true, Some(duty)) = (by_editor, *may_post && !before, &self.duty) {
            let language = self.store.chat(ChatId(by.id.0.cast_signed())).await?.language;
            let language = language.unwrap_or_else(|| Language::guess(by.language_code.as_deref()));
            duty.posting.outbox.put(&[posts::offer(chat, by.id.0, language, now)]).await?;
        }
        Ok(())
    }

    async fn channels(&self) -> Result<Vec<Channel>, StoreError> {
        self.store.channels().await
    }

    async fn no_channel(&self) -> Result<Granted, StoreError> {
        Ok(Granted::NoSuchChannel(self.channels().await?.iter().map(Channel::seen).collect()))
    }

    async fn set(&self, id: ChatId, setting: Setting, editor: u64) -> Result<Granted, StoreError> {
        let Some(channel) = self.store.channel(id).await? else { return self.no_channel().await };
        let (channel, what) = match setting {
            Setting::Language(language) => (Channel { language, ..channel }, format!("language = {language}")),
            Setting::Rule(rule) => {
                // Counts from now on: what is there already is no new article.
                let channel = Channel { rule, made_by: editor, made_at: self.now(), ..channel };
                (channel, format!("rule = {}", rule.name()))
            }
            Setting::Silent(silent) => (Channel { silent, ..channel }, format!("silent = {silent}")),
            Setting::Pin(pin) => (Channel { pin, ..channel }, format!("pin = {pin}")),
            Setting::Card(card) => (Channel { card, ..channel }, format!("card = {card}")),
        };
        self.keep_deed(editor, &channel.title, Deed::Set(what)).await?;
        self.store.keep_channel(&channel).await?;
        Ok(Granted::Channel(channel.seen()))
    }

    async fn preview(&self, named: Option<&str>, article: &ArticleId) -> Result<Granted, StoreError> {
        let channels = self.channels().await?;
        let open: Vec<&Channel> = channels.iter().filter(|channel| channel.may_post).collect();
        let is = |channel: &Channel, name: &str| {
            let username = channel.username.as_deref().is_some_and(|it| it.eq_ignore_ascii_case(name));
            username || channel.title.to_lowercase() == name.to_lowercase()
        };
        let channel = match named {
            Some(name) => open.iter().find(|channel| is(channel, name)),
            None => open.first(),
        };
        let Some(channel) = channel else {
            return Ok(match named {
                Some(_) => Granted::NoSuchChannel(channels.iter().map(Channel::seen).collect()),
                None => Granted::Channels(Vec::new()),
            });
        };
        let language = self.edition(article, channel.language);
        let Channel { silent, pin, card, .. } = **channel;
        let draft = Draft { id: 0, channel: channel.chat, article: article.clone(), language, silent, pin, card };
        let now = self.now();
        let key = format!("{}:{article}:{}:{:08x}", channel.chat.0, now.as_millisecond(), fastrand::u32(..));
        let (id, _) = self.store.draft(&key, &draft, now).await?;
        Ok(Granted::Draft(Draft { id, ..draft }.seen(channel, open.len() > 1)))
    }

    /// The language nearest to the wanted one in which there is an edition.
    fn edition(&self, article: &ArticleId, wanted: Language) -> Language {
        self.library.get().get(article).map_or(wanted, |editions| editions.preferred(wanted).language)
    }

    async fn step(&self, id: i64, step: &Step, editor: u64, asker: &Asker) -> Result<Granted, StoreError> {
        let Some(draft) = self.store.draft_of(id).await? else { return Ok(Granted::Settled) };
        if let Some(row) = self.store.outbox_keyed(&posts::key(id)).await? {
            // It is planned already: a time that is typed moves it.
            return match step {
                Step::Typed(typed) => self.change(row.id, &Move::Typed(typed.clone()), editor, asker).await,
                _ => Ok(Granted::Settled),
            };
        }
        let channels = self.channels().await?;
        let open: Vec<&Channel> = channels.iter().filter(|channel| channel.may_post).collect();
        let Some(channel) = channels.iter().find(|channel| channel.chat == draft.channel) else {
            return Ok(Granted::Settled);
        };
        let others = open.iter().any(|other| other.chat != draft.channel);
        let changed = match step {
            Step::Look => draft,
            Step::Now => return self.post(&draft, channel, None, editor, asker).await,
            Step::Times => return Ok(Granted::Times(draft.seen(channel, others), self.times(asker))),
            Step::At(minute) => {
                return match self.minute(*minute) {
                    Ok(at) => self.post(&draft, channel, Some(at), editor, asker).await,
                    Err(why) => Ok(Granted::NoTime(why)),
                };
            }
            Step::Typed(typed) => {
                return match self.typed(typed, asker) {
                    Ok(at) => self.post(&draft, channel, Some(at), editor, asker).await,
                    Err(why) => Ok(Granted::NoTime(why)),
                };
            }
            Step::Language => Draft { language: self.next_language(&draft), ..draft },
            Step::Silent => Draft { silent: !draft.silent, ..draft },
            Step::Pin => Draft { pin: !draft.pin, ..draft },
            Step::Card => Draft { card: !draft.card, ..draft },
            Step::Channel => {
                let at = open.iter().position(|other| other.chat == draft.channel).map_or(0, |at| at + 1);
                let next = open.iter().cycle().nth(at).map_or(draft.channel, |next| next.chat);
                Draft { channel: next, ..draft }
            }
            Step::Drop => {
                self.store.drop_draft(id).await?;
                return Ok(Granted::Dropped);
            }
        };
        self.store.keep_draft(&changed).await?;
        let channel = channels.iter().find(|channel| channel.chat == changed.channel).unwrap_or(channel);
        Ok(Granted::Draft(changed.seen(channel, others)))
    }

    /// The next language in which the article can be read.
    fn next_language(&self, draft: &Draft) -> Language {
        let library = self.library.get();
        let Some(editions) = library.get(&draft.article) else { return draft.language };
        let languages: Vec<Language> =
            Language::ALL.into_iter().filter(|language| editions.edition(*language).is_some()).collect();
        let at = languages.iter().position(|language| *language == draft.language).map_or(0, |at| at + 1);
        languages.get(at % languages.len().max(1)).copied().unwrap_or(draft.language)
    }

    async fn post(
        &self,
        draft: &Draft,
        channel: &Channel,
        at: Option<Timestamp>,
        editor: u64,
        asker: &Asker,
    ) -> Result<Granted, StoreError> {
        let Some(duty) = &self.duty else { return Ok(Granted::Settled) };
        let now = self.now();
        let parcel = posts::of_draft(draft, at.unwrap_or(now), now, editor);
        let deed = match at {
            Some(at) => Deed::Planned(draft.article.to_string(), asker.zone.to_datetime(at).to_string()),
            None => Deed::Posted(draft.article.to_string()),
        };
        // The row is counted first: who presses twice has done it once.
        if duty.posting.outbox.put(std::slice::from_ref(&parcel)).await? == 0 {
            return Ok(Granted::Settled);
        }
        self.keep_deed(editor, &channel.title, deed).await?;
        match (at, self.store.outbox_keyed(&parcel.key).await?) {
            (Some(at), Some(row)) => Ok(Granted::Planned(scheduled(&row, channel, at, &asker.zone))),
            _ => Ok(Granted::Posted(channel.seen())),
        }
    }

    async fn scheduled(&self, from: u32, asker: &Asker) -> Result<Granted, StoreError> {
        let mut rows = self.store.planned(from, PAGE + 1).await?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let mut planned = Vec::new();
        for row in rows {
            planned.push(self.shown(&row, asker).await?);
        }
        Ok(Granted::Scheduled(planned, from, more))
    }

    async fn shown(&self, row: &Row, asker: &Asker) -> Result<Scheduled, StoreError> {
        let chat = row.parcel.what.chat().map_or(ChatId(0), |(chat, _)| chat);
        let channel = self.store.channel(chat).await?.map_or_else(|| chat.0.to_string(), |channel| channel.title);
        let at = asker.zone.to_datetime(row.parcel.not_before);
        Ok(Scheduled { row: row.id, channel, article: row.parcel.article.clone(), at })
    }

    async fn change(&self, id: i64, step: &Move, editor: u64, asker: &Asker) -> Result<Granted, StoreError> {
        let row = self.store.outbox_row(id).await?;
        let planned = |row: &Row| row.parcel.post == store::outbox::Post::Channel;
        let (Some(row), Some(duty)) = (row.filter(planned), &self.duty) else { return Ok(Granted::Settled) };
        let shown = self.shown(&row, asker).await?;
        let what = row.parcel.article.as_ref().map(ToString::to_string).unwrap_or_default();
        let at = match step {
            Move::Times => return Ok(Granted::RowTimes(shown, self.times(asker))),
            Move::Cancel => {
                if !self.store.cancel(&row.parcel.key).await? {
                    return Ok(Granted::Settled);
                }
                self.keep_deed(editor, &shown.channel, Deed::Cancelled(what)).await?;
                return Ok(Granted::Cancelled(shown));
            }
            Move::Now => Ok(self.now()),
            Move::At(minute) => self.minute(*minute),
            Move::Typed(typed) => self.typed(typed, asker),
        };
        let at = match at {
            Ok(at) => at,
            Err(why) => return Ok(Granted::NoTime(why)),
        };
        if !self.store.reschedule(&row.parcel.key, at).await? {
            return Ok(Granted::Settled);
        }
        duty.posting.outbox.wake();
        let local = asker.zone.to_datetime(at);
        self.keep_deed(editor, &shown.channel, Deed::Moved(what, local.to_string())).await?;
        Ok(Granted::Planned(Scheduled { at: local, ..shown }))
    }

    /// Some times to choose from.
    fn times(&self, asker: &Asker) -> Vec<Time> {
        let now = asker.zone.to_datetime(self.now());
        let at = |days: i64, hour: i8| Some(now.date().checked_add(days.days()).ok()?.at(hour, 0, 0, 0));
        let monday = i64::from(now.date().weekday().until(Weekday::Monday));
        let in_an_hour = now.checked_add(1.hour()).ok().map(|at| at.date().at(at.hour(), at.minute(), 0, 0));
        let monday = at(if monday == 0 { 7 } else { monday }, 9);
        let mut times: Vec<DateTime> =
            [in_an_hour, at(0, 12), at(0, 18), at(1, 9), at(1, 12), at(1, 18), monday].into_iter().flatten().collect();
        times.retain(|at| *at > now);
        times.sort();
        times.dedup();
        let minute = |at: DateTime| Some((at, asker.zone.to_timestamp(at).ok()?.as_second() / 60));
        times.into_iter().filter_map(minute).collect()
    }

    /// The time that a button carries, if it is still to come.
    fn minute(&self, minute: i64) -> Result<Timestamp, NoMoment> {
        let at = minute.checked_mul(60).and_then(|second| Timestamp::from_second(second).ok());
        let at = at.ok_or(NoMoment::TooFar)?;
        match at.duration_since(self.now()).as_hours() {
            _ if at <= self.now() => Err(NoMoment::Past),
            hours if hours > 366 * 24 => Err(NoMoment::TooFar),
            _ => Ok(at),
        }
    }

    /// The time that somebody typed, by the clock of the chat.
    fn typed(&self, typed: &str, asker: &Asker) -> Result<Timestamp, NoMoment> {
        let Some(duty) = &self.duty else { return Err(NoMoment::Unknown) };
        let at = moment(&duty.posting.locales, typed, asker.zone.to_datetime(self.now()))?;
        // An hour over which the clock jumps is none.
        asker.zone.to_ambiguous_timestamp(at).unambiguous().map_err(|_| NoMoment::NoSuch)
    }

    async fn acts(&self, from: u32, asker: &Asker) -> Result<Granted, StoreError> {
        let mut acts = self.store.acts(from, PAGE + 1).await?;
        let more = acts.len() > PAGE as usize;
        acts.truncate(PAGE as usize);
        let shown = |act: store::Act| {
            let (channel, deed) = act.deed().map_or((String::new(), None), |(channel, deed)| (channel, Some(deed)));
            Act { at: asker.zone.to_datetime(act.at), who: act.who, channel, deed }
        };
        Ok(Granted::Audit(Acts { acts: acts.into_iter().map(shown).collect(), from, more }))
    }

    async fn keep_deed(&self, who: u64, channel: &str, deed: Deed) -> Result<(), StoreError> {
        self.store.keep_deed(who, channel, deed, self.now()).await
    }
}

fn scheduled(row: &Row, channel: &Channel, at: Timestamp, zone: &TimeZone) -> Scheduled {
    let channel = channel.title.clone();
    Scheduled { row: row.id, channel, article: row.parcel.article.clone(), at: zone.to_datetime(at) }
}
