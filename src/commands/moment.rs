//! A time as an editor types it, in any of the three languages: `завтра 9:00`, `28.11 14:30`, `жұма 10:00`, `in 2 hours`.
//!
//! The words stand in the locale files, under keys that begin with `moment-`.

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::{Span, ToSpan};

use crate::article::Language;
use crate::locale::Locales;

/// Why what was typed is no time for a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoMoment {
    /// It can't be understood.
    Unknown,
    /// It is over.
    Past,
    /// There is no such day, or no such hour on that day.
    NoSuch,
    /// It is more than a year away.
    TooFar,
}

/// The words for times.
struct Words {
    today: Group,
    tomorrow: Group,
    after_tomorrow: Group,
    weekdays: Vec<Group>,
    months: Vec<Group>,
    minute: Group,
    half_hour: Group,
    hour: Group,
    day: Group,
    /// `через`, `in`, `кейін`
    within: Group,
    /// `в`, `at`, `сағат`
    at: Group,
    morning: Group,
    afternoon: Group,
    /// Words that change nothing.
    filler: Group,
}

/// Words of which each means the same; one that ends in an asterisk is the beginning of words.
struct Group(Vec<String>);

impl Group {
    fn has(&self, token: &str) -> bool {
        self.0.iter().any(|word| match word.strip_suffix('*') {
            Some(beginning) => token.starts_with(beginning),
            None => word == token,
        })
    }
}

impl Words {
    fn new(locales: &Locales) -> Self {
        // All that the locales say under a key.
        let text = |key: &str, _: &[()]| Language::ALL.map(|language| locales.text(language, key, &[]));
        let group = |texts: [String; 3]| {
            Group(texts.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect())
        };
        // A comma stands between the days, and between the months.
        let groups = |texts: [String; 3], count: usize| -> Vec<Group> {
            let of = |at: usize| texts.iter().filter_map(move |text| text.split(',').nth(at));
            (0..count).map(|at| Group(of(at).flat_map(str::split_whitespace).map(str::to_owned).collect())).collect()
        };
        Self {
            today: group(text("moment-today", &[])),
            tomorrow: group(text("moment-tomorrow", &[])),
            after_tomorrow: group(text("moment-after-tomorrow", &[])),
            weekdays: groups(text("moment-weekdays", &[]), 7),
            months: groups(text("moment-months", &[]), 12),
            minute: group(text("moment-minute", &[])),
            half_hour: group(text("moment-half-hour", &[])),
            hour: group(text("moment-hour", &[])),
            day: group(text("moment-day", &[])),
            within: group(text("moment-within", &[])),
            at: group(text("moment-at", &[])),
            morning: group(text("moment-morning", &[])),
            afternoon: group(text("moment-afternoon", &[])),
            filler: group(text("moment-filler", &[])),
        }
    }
}

/// What has been read of a time.
#[derive(Default)]
struct Read {
    date: Option<Date>,
    /// The year was not named: it may be the next one.
    any_year: bool,
    /// Only the day of the week was named: it may be the next week's.
    any_week: bool,
    time: Option<Time>,
    after: Option<Span>,
}

/// The time that somebody means who types this at the time `now`, by the same clock: after `now`, and within a year.
///
/// # Errors
/// [`NoMoment`] says why it is none.
pub fn moment(locales: &Locales, typed: &str, now: DateTime) -> Result<DateTime, NoMoment> {
    /// Nobody types more for a time.
    const MOST: usize = 12;
    let words = Words::new(locales);
    let typed = typed.to_lowercase().replace([',', ';', '\u{200b}'], " ");
    let tokens: Vec<&str> = typed.split_whitespace().collect();
    if tokens.is_empty() || tokens.len() > MOST {
        return Err(NoMoment::Unknown);
    }
    let read = read(&words, &tokens, now)?;
    let at = match read {
        Read { after: Some(span), date: None, time: None, .. } => {
            now.checked_add(span).map_err(|_| NoMoment::TooFar)?
        }
        Read { after: None, date: None, time: Some(time), .. } => match now.date().to_datetime(time) {
            today if today > now => today,
            _ => now.date().tomorrow().map_err(|_| NoMoment::TooFar)?.to_datetime(time),
        },
        Read { after: None, date: Some(date), time: Some(time), any_year, any_week } => {
            let at = date.to_datetime(time);
            match at > now {
                true => at,
                false if any_week => at.checked_add(7.days()).map_err(|_| NoMoment::TooFar)?,
                // In December, the fifth of January is the next one; yesterday is yesterday.
                false if any_year && now.date().duration_since(date).as_hours() > HALF_A_YEAR => {
                    at.checked_add(1.year()).map_err(|_| NoMoment::TooFar)?
                }
                false => return Err(NoMoment::Past),
            }
        }
        _ => return Err(NoMoment::Unknown),
    };
    match () {
        () if at <= now => Err(NoMoment::Past),
        () if at > now.checked_add(1.year()).unwrap_or(DateTime::MAX) => Err(NoMoment::TooFar),
        () => Ok(at),
    }
}

/// In hours.
const HALF_A_YEAR: i64 = 182 * 24;

fn read(words: &Words, tokens: &[&str], now: DateTime) -> Result<Read, NoMoment> {
    let mut read = Read::default();
    let within = tokens.iter().any(|token| words.within.has(token));
    let (mut at, mut half) = (0, None::<Half>);
    while at < tokens.len() {
        let token =
            ["-да", "-де", "-та", "-те"].iter().find_map(|case| tokens[at].strip_suffix(case)).unwrap_or(tokens[at]);
        let (before, next) = (at.checked_sub(1).map(|at| tokens[at]), tokens.get(at + 1).copied());
        // `в 18`, `сағат 9-да`, `2 часа дня`, `12 pm`, or after a date.
        let is_hour = read.date.is_some()
            || before.is_some_and(|before| words.at.has(before))
            || next.is_some_and(|next| words.half(next).is_some() || words.hour.has(next));
        let number = token.parse::<i64>().ok().filter(|_| token.bytes().all(|byte| byte.is_ascii_digit()));
        let used = if within && let Some(span) = words.span(token, number, next) {
            read.after = Some(set(read.after, span.0)?);
            span.1
        } else if let Some(date) = words.named_day(token, now)? {
            read.date = Some(set(read.date, date)?);
            1
        } else if let Some(weekday) = words.weekdays.iter().position(|day| day.has(token)) {
            let weekday = Weekday::from_monday_zero_offset(weekday as i8).map_err(|_| NoMoment::Unknown)?;
            let days = now.date().weekday().until(weekday);
            let date = now.date().checked_add(i64::from(days).days()).map_err(|_| NoMoment::TooFar)?;
            (read.date, read.any_week) = (Some(set(read.date, date)?), true);
            1
        } else if let Some((date, any_year)) = written_date(token, now)? {
            (read.date, read.any_year) = (Some(set(read.date, date)?), any_year);
            1
        } else if let Some((date, any_year, used)) = words.day_and_month(&tokens[at..], now)? {
            (read.date, read.any_year) = (Some(set(read.date, date)?), any_year);
            used
        } else if let Some(named) = words.half(token) {
            half = Some(set(half, named)?);
            1
        } else if let Some((time, named)) = words.time(token, number, is_hour)? {
            read.time = Some(set(read.time, time)?);
            if let Some(named) = named {
                half = Some(set(half, named)?);
            }
            1
        } else if words.at.has(token) || words.within.has(token) || words.filler.has(token) {
            1
        } else {
            return Err(NoMoment::Unknown);
        };
        at += used;
    }
    if let Some(half) = half {
        // `завтра утром` is no time yet.
        read.time = Some(half.of(read.time.ok_or(NoMoment::Unknown)?));
    }
    Ok(read)
}

/// What was said once; said twice, nobody knows which is meant.
fn set<T>(before: Option<T>, value: T) -> Result<T, NoMoment> {
    if before.is_some() { Err(NoMoment::Unknown) } else { Ok(value) }
}

impl Words {
    /// `2 часа`, `час`, `полчаса`: how long, and of how many words.
    fn span(&self, token: &str, number: Option<i64>, next: Option<&str>) -> Option<(Span, usize)> {
        let unit = |word: &str, count: i64| -> Option<Span> {
            // A year has fewer than 600,000 minutes.
            let count = count.min(1_000_000);
            match () {
                () if self.minute.has(word) => Some(count.minutes()),
                () if self.half_hour.has(word) => Some((30 * count).minutes()),
                () if self.hour.has(word) => Some(count.hours()),
                () if self.day.has(word) => Some(count.days()),
                () => None,
            }
        };
        match number {
            Some(number) => unit(next?, number).map(|span| (span, 2)),
            None => unit(token, 1).map(|span| (span, 1)),
        }
    }

    fn named_day(&self, token: &str, now: DateTime) -> Result<Option<Date>, NoMoment> {
        let days = match () {
            () if self.today.has(token) => 0,
            () if self.tomorrow.has(token) => 1,
            () if self.after_tomorrow.has(token) => 2,
            () => return Ok(None),
        };
        now.date().checked_add(days.days()).map(Some).map_err(|_| NoMoment::TooFar)
    }

    /// `28 ноября`, `28 қараша 2026`, `Nov 28`: the day, whether the year is open, and of how many words.
    fn day_and_month(&self, tokens: &[&str], now: DateTime) -> Result<Option<(Date, bool, usize)>, NoMoment> {
        let month = |token: &str| self.months.iter().position(|month| month.has(token)).map(|at| at as i8 + 1);
        let day = |token: &str| {
            let digits = token.trim_end_matches(|c: char| c.is_alphabetic());
            // `28th`, and no `9am`.
            let ending = &token[digits.len()..];
            let ordinal = matches!(ending, "" | "st" | "nd" | "rd" | "th" | "го" | "е");
            digits.parse::<i8>().ok().filter(|_| ordinal)
        };
        let [first, second, ..] = tokens else { return Ok(None) };
        let (day, month) = match (day(first), month(second), month(first), day(second)) {
            (Some(day), Some(month), ..) | (_, _, Some(month), Some(day)) => (day, month),
            _ => return Ok(None),
        };
        let year = tokens.get(2).filter(|year| year.len() == 4).and_then(|year| year.parse::<i16>().ok());
        let date = Date::new(year.unwrap_or(now.year()), month, day).map_err(|_| NoMoment::NoSuch)?;
        Ok(Some((date, year.is_none(), 2 + usize::from(year.is_some()))))
    }

    /// `9:00`, `18-00`, `9am`, `в 18`: the time, and the half of the day that stands in it. A number alone is an hour where something says so.
    fn time(&self, token: &str, number: Option<i64>, is_hour: bool) -> Result<Option<(Time, Option<Half>)>, NoMoment> {
        let digits = token.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
        let half = self.half(&token[digits.len()..]);
        if half.is_none() && digits.len() < token.len() {
            return Ok(None);
        }
        let plain = |text: &str| text.len() <= 2 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (hour, minute) = match digits.split_once([':', '-', '–']) {
            Some((hour, minute)) if plain(hour) && plain(minute) && minute.len() == 2 => (hour, minute),
            None if plain(digits) => (digits, "0"),
            _ => return Ok(None),
        };
        if number.is_some() && half.is_none() && !is_hour {
            return Ok(None);
        }
        let (Ok(hour), Ok(minute)) = (hour.parse(), minute.parse()) else { return Ok(None) };
        Time::new(hour, minute, 0, 0).map(|time| Some((time, half))).map_err(|_| NoMoment::NoSuch)
    }

    /// `утра`, `pm`, `p.m.`
    fn half(&self, token: &str) -> Option<Half> {
        let token = token.replace('.', "");
        match () {
            () if self.morning.has(&token) => Some(Half::Morning),
            () if self.afternoon.has(&token) => Some(Half::Afternoon),
            () => None,
        }
    }
}

/// A half of the day.
#[derive(Debug, Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

impl Half {
    /// The time that an hour from 1 to 12 means in it; any other is what it is.
    fn of(self, time: Time) -> Time {
        let hour = match (self, time.hour()) {
            (Self::Morning, 12) => 0,
            (Self::Afternoon, hour @ 1..=11) => hour + 12,
            (_, hour) => hour,
        };
        Time::new(hour, time.minute(), 0, 0).unwrap_or(time)
    }
}

/// `28.11`, `28.11.2026`, `28/11`, `2026-11-28`: the day, and whether the year is open.
fn written_date(token: &str, now: DateTime) -> Result<Option<(Date, bool)>, NoMoment> {
    let parts: Vec<&str> = token.trim_end_matches('.').split(['.', '/', '-']).collect();
    let plain = |text: &&str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(plain) {
        return Ok(None);
    }
    let (year, month, day, open) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (year.parse(), month, day, false),
        [day, month, year] if year.len() == 4 => (year.parse(), month, day, false),
        [day, month, year] if year.len() == 2 && !token.contains('-') => {
            (year.parse().map(|year: i16| 2000 + year), month, day, false)
        }
        // `18-00` is a time.
        [day, month] if !token.contains('-') && day.len() <= 2 && month.len() <= 2 => {
            (Ok(now.year()), month, day, true)
        }
        _ => return Ok(None),
    };
    let (Ok(year), Ok(month), Ok(day)) = (year, month.parse(), day.parse()) else { return Err(NoMoment::NoSuch) };
    Date::new(year, month, day).map(|date| Some((date, open))).map_err(|_| NoMoment::NoSuch)
}

#[cfg(test)]
mod tests {
    use jiff::civil::DateTime;
    use proptest::prelude::*;

    use super::NoMoment::{NoSuch, Past, TooFar, Unknown};
    use super::moment;
    use crate::locale::Locales;

    /// A Monday.
    const NOW: &str = "2026-11-23T10:30:00";

    #[test]
    fn a_time_is_understood_in_three_languages() {
        let cases = [
            ("завтра 9:00", "2026-11-24T09:00"),
            ("Завтра в 9:00", "2026-11-24T09:00"),
            ("сегодня в 18", "2026-11-23T18:00"),
            ("сегодня 18-00", "2026-11-23T18:00"),
            ("послезавтра, 10:30", "2026-11-25T10:30"),
            ("28.11 14:30", "2026-11-28T14:30"),
            ("28.11.2026 в 14:30", "2026-11-28T14:30"),
            ("28.11.26 14:30", "2026-11-28T14:30"),
            ("28 ноября 14:30", "2026-11-28T14:30"),
            ("28 ноября в 14 часов", "2026-11-28T14:00"),
            ("5 января 10:00", "2027-01-05T10:00"),
            ("5.01 10:00", "2027-01-05T10:00"),
            ("в пятницу 10:00", "2026-11-27T10:00"),
            ("пн 11:00", "2026-11-23T11:00"),
            ("в понедельник в 9:00", "2026-11-30T09:00"),
            ("через 2 часа", "2026-11-23T12:30"),
            ("через час", "2026-11-23T11:30"),
            ("через полчаса", "2026-11-23T11:00"),
            ("через 45 минут", "2026-11-23T11:15"),
            ("через 3 дня", "2026-11-26T10:30"),
            ("18:00", "2026-11-23T18:00"),
            ("9:00", "2026-11-24T09:00"),
            ("в 18", "2026-11-23T18:00"),
            ("ертең 9:00", "2026-11-24T09:00"),
            ("ертең сағат 9-да", "2026-11-24T09:00"),
            ("бүгін 18:00", "2026-11-23T18:00"),
            ("бүрсігүні 8:15", "2026-11-25T08:15"),
            ("28 қараша 14:30", "2026-11-28T14:30"),
            ("28 қарашада 14:30", "2026-11-28T14:30"),
            ("жұма 10:00", "2026-11-27T10:00"),
            ("жұма күні 10:00", "2026-11-27T10:00"),
            ("2 сағаттан кейін", "2026-11-23T12:30"),
            ("30 минуттан кейін", "2026-11-23T11:00"),
            ("tomorrow 9am", "2026-11-24T09:00"),
            ("tomorrow at 9 am", "2026-11-24T09:00"),
            ("fri 10:00", "2026-11-27T10:00"),
            ("on Friday at 10", "2026-11-27T10:00"),
            ("28 Nov 14:30", "2026-11-28T14:30"),
            ("Nov 28, 2:30 pm", "2026-11-28T14:30"),
            ("Nov 28th, 2:30 p.m.", "2026-11-28T14:30"),
            ("12am", "2026-11-24T00:00"),
            ("12 pm", "2026-11-23T12:00"),
            ("in 2 hours", "2026-11-23T12:30"),
            ("in an hour", "2026-11-23T11:30"),
            ("завтра в 9 утра", "2026-11-24T09:00"),
            ("завтра в 2 часа дня", "2026-11-24T14:00"),
            ("ертең кешкі сағат 7-де", "2026-11-24T19:00"),
            ("2026-11-28 14:30", "2026-11-28T14:30"),
            ("28/11 14:30", "2026-11-28T14:30"),
        ];
        let locales = Locales::load();
        for (typed, expected) in cases {
            let expected: DateTime = format!("{expected}:00").parse().unwrap();
            assert_eq!(moment(&locales, typed, NOW.parse().unwrap()), Ok(expected), "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_is_told_apart() {
        let cases = [
            ("", Unknown),
            ("завтра", Unknown),
            ("28.11", Unknown),
            ("когда-нибудь", Unknown),
            ("завтра 9:00 18:00", Unknown),
            ("завтра сегодня 9:00", Unknown),
            ("28", Unknown),
            ("14:3", Unknown),
            ("22.11 14:30", Past),
            ("сегодня 9:00", Past),
            ("2025-11-28 14:30", Past),
            ("через 0 минут", Past),
            ("30.02 14:30", NoSuch),
            ("32 ноября 10:00", NoSuch),
            ("завтра 25:00", NoSuch),
            ("завтра 9:75", NoSuch),
            ("28.11.2028 14:30", TooFar),
            ("через 99999999999 дней", TooFar),
        ];
        let locales = Locales::load();
        for (typed, expected) in cases {
            assert_eq!(moment(&locales, typed, NOW.parse().unwrap()), Err(expected), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_time_to_come_or_none(typed in "\\PC{0,30}|((завтра|через|in|at|28|11|:|\\.|pm|жұма|час|сағаттан| ){0,9})") {
            let (locales, now) = (Locales::load(), NOW.parse().unwrap());
            if let Ok(at) = moment(&locales, &typed, now) {
                prop_assert!(at > now, "{typed}");
            }
        }
    }
}
