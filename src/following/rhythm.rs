//! When a chat is told.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// When a chat is told of what it follows. By itself: at once, at any hour, with a sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rhythm {
    /// All at once at an hour of some days; without it, each thing when it comes.
    pub digest: Option<Digest>,
    /// Hours at which nothing is told at once; a digest keeps its hour.
    pub quiet: Option<Quiet>,
    /// Without a sound.
    pub silent: bool,
}

/// When a digest comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest {
    /// 0 to 23, by the chat's clock.
    pub hour: i8,
    /// The days of the week.
    pub days: Days,
}

/// Some days of the week: at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days(u8);

/// Hours of rest, by the chat's clock: from one hour until another, which may be on the next day. Never the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// 0 to 23.
    pub from: i8,
    /// 0 to 23.
    pub to: i8,
}

impl Days {
    /// Every day.
    pub const ALL: Self = Self(0b111_1111);
    /// Monday to Friday.
    pub const WORK: Self = Self(0b001_1111);

    /// Those whose bits are set, Monday first. `None` without any, or with more than seven.
    pub fn of_bits(bits: u8) -> Option<Self> {
        (1..=Self::ALL.0).contains(&bits).then_some(Self(bits))
    }

    /// A bit for each day, Monday first.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Whether a day is among them.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// With this day where it was not there, without it where it was; the last one stays.
    #[must_use]
    pub fn toggled(self, day: Weekday) -> Self {
        Self::of_bits(self.0 ^ bit(day)).unwrap_or(self)
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.to_monday_zero_offset()
}

impl Quiet {
    fn has(self, hour: i8) -> bool {
        match self.from < self.to {
            true => (self.from..self.to).contains(&hour),
            false => hour >= self.from || hour < self.to,
        }
    }
}

impl Rhythm {
    /// When something is told that is known from `known` on: then or later.
    pub fn next(&self, known: Timestamp, zone: &TimeZone) -> Timestamp {
        let local = zone.to_datetime(known);
        match (self.digest, self.quiet) {
            (Some(digest), _) => {
                let days = (0..=7).filter_map(|days| local.date().checked_add(days.days()).ok());
                let days = days.filter(|day| digest.days.has(day.weekday()));
                days.filter_map(|day| moment(day, digest.hour, zone)).find(|at| *at >= known).unwrap_or(known)
            }
            (None, Some(quiet)) if quiet.has(local.hour()) => {
                let days = [Some(local.date()), local.date().tomorrow().ok()];
                let ends = days.into_iter().flatten().filter_map(|day| moment(day, quiet.to, zone));
                ends.filter(|at| *at > known).min().unwrap_or(known)
            }
            _ => known,
        }
    }
}

/// The moment at which an hour of a day begins; where the clock jumps over it, the next one that there is.
fn moment(day: Date, hour: i8, zone: &TimeZone) -> Option<Timestamp> {
    let time = Time::new(hour, 0, 0, 0).ok()?;
    zone.to_timestamp(day.to_datetime(time)).ok()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::Weekday;
    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    use super::{Days, Digest, Quiet, Rhythm};

    fn next(rhythm: Rhythm, known: &str, zone: &str) -> String {
        let zone = TimeZone::get(zone).unwrap();
        let known = zone.to_timestamp(known.parse::<jiff::civil::DateTime>().unwrap()).unwrap();
        zone.to_datetime(rhythm.next(known, &zone)).to_string()
    }

    #[test]
    fn the_next_time_is_found() {
        let digest = |hour, days| Rhythm { digest: Some(Digest { hour, days }), ..Rhythm::default() };
        let quiet = |from, to| Rhythm { quiet: Some(Quiet { from, to }), ..Rhythm::default() };
        let monday = Days::of_bits(1).unwrap();
        // 2026-11-23 is a Monday.
        let cases = [
            (Rhythm::default(), "2026-11-23T03:00:01", "2026-11-23T03:00:01"),
            (digest(9, Days::ALL), "2026-11-23T08:59:59", "2026-11-23T09:00:00"),
            (digest(9, Days::ALL), "2026-11-23T09:00:00", "2026-11-23T09:00:00"),
            (digest(9, Days::ALL), "2026-11-23T09:00:01", "2026-11-24T09:00:00"),
            (digest(0, Days::ALL), "2026-12-31T10:00:00", "2027-01-01T00:00:00"),
            (digest(9, Days::WORK), "2026-11-27T10:00:00", "2026-11-30T09:00:00"),
            (digest(9, monday), "2026-11-23T09:30:00", "2026-11-30T09:00:00"),
            (quiet(22, 8), "2026-11-23T21:59:59", "2026-11-23T21:59:59"),
            (quiet(22, 8), "2026-11-23T22:00:00", "2026-11-24T08:00:00"),
            (quiet(22, 8), "2026-11-24T07:59:59", "2026-11-24T08:00:00"),
            (quiet(22, 8), "2026-11-24T08:00:00", "2026-11-24T08:00:00"),
            (quiet(13, 15), "2026-11-24T14:00:00", "2026-11-24T15:00:00"),
            // A digest keeps its hour.
            (
                Rhythm { quiet: Some(Quiet { from: 22, to: 8 }), ..digest(7, Days::ALL) },
                "2026-11-23T23:00:00",
                "2026-11-24T07:00:00",
            ),
        ];
        for (rhythm, known, expected) in cases {
            assert_eq!(next(rhythm, known, "Asia/Almaty"), expected, "{rhythm:?} {known}");
        }
        // Where the clock jumps from 2:00 to 3:00, the digest of 2:00 comes at 3:00.
        let rhythm = digest(2, Days::ALL);
        assert_eq!(next(rhythm, "2026-03-28T12:00:00", "Europe/Berlin"), "2026-03-29T03:00:00");
    }

    #[test]
    fn the_last_day_stays() {
        let monday = Days::of_bits(1).unwrap();
        assert_eq!(monday.toggled(Weekday::Monday), monday);
        assert!(monday.toggled(Weekday::Sunday).has(Weekday::Sunday));
        assert_eq!((Days::of_bits(0), Days::of_bits(128)), (None, None));
    }

    proptest! {
        #[test]
        fn the_next_time_is_never_before_and_at_most_a_week_and_an_hour_away(
            known in 0_i64..4_000_000_000, hour in 0_i8..24, bits in 1_u8..128, from in 0_i8..24, to in 0_i8..24, digest: bool,
        ) {
            let digest = digest.then(|| Digest { hour, days: Days::of_bits(bits).unwrap() });
            let rhythm = Rhythm { digest, quiet: (from != to).then_some(Quiet { from, to }), silent: false };
            let known = Timestamp::from_second(known).unwrap();
            for zone in ["Asia/Almaty", "Europe/Berlin", "America/Sao_Paulo"] {
                let next = rhythm.next(known, &TimeZone::get(zone).unwrap());
                prop_assert!(next >= known);
                prop_assert!(next.duration_since(known).as_hours() <= 7 * 24 + 1, "{known} {next} {zone}");
            }
        }
    }
}
