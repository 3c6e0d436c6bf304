//! What must always hold of the pace, shown by a simulated server whose clock is this one.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::prelude::*;

use super::{Free, MINUTE, Pacer, Pacing, SECOND, Target};
use crate::commands::Place;

fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

fn person(id: i64) -> Target {
    Some((id, Place::Private))
}

const GROUP: Target = Some((-1, Place::Group));

/// A pacer that keeps nothing in reserve.
fn pacer(overall_per_second: u32, chat_per_second: u32, group_per_minute: u32) -> Pacer {
    Pacer::new(Pacing { overall_per_second, reserve: 0.0, chat_per_second, group_per_minute })
}

/// Sends if that is allowed, with an answer at once.
fn send(pacer: &mut Pacer, now: Duration, target: Target) -> Free {
    let free = pacer.free(now, target);
    if free == Free::Now {
        pacer.sent(now, target);
        pacer.answered(now, target);
    }
    free
}

#[test]
fn one_a_second_in_a_chat_and_some_a_minute_in_a_group() {
    let mut pacer = pacer(1000, 1, 3);
    let cases = [
        (0, person(1), Free::Now),
        (10, person(2), Free::Now),
        (20, person(1), Free::ChatFrom(ms(1000))),
        (1000, person(1), Free::Now),
        (2000, GROUP, Free::Now),
        (2500, GROUP, Free::ChatFrom(ms(3000))),
        (3000, GROUP, Free::Now),
        (4000, GROUP, Free::Now),
        (5000, GROUP, Free::ChatFrom(ms(62_000))),
        (62_000, GROUP, Free::Now),
        (62_500, GROUP, Free::ChatFrom(ms(63_500))),
        (62_600, None, Free::Now),
    ];
    for (at, target, expected) in cases {
        let free = send(&mut pacer, ms(at), target);
        // The minute's limit may be the later one.
        if at == 62_500 {
            assert!(matches!(free, Free::ChatFrom(from) if from >= ms(63_000)), "{free:?}");
        } else {
            assert_eq!(free, expected, "{target:?} at {at}");
        }
    }
}

#[test]
fn a_chat_that_is_refused_waits_alone() {
    let mut pacer = pacer(30, 1, 20);
    pacer.refused(ms(0), 1, Duration::from_secs(7));
    assert_eq!(send(&mut pacer, ms(0), person(1)), Free::ChatFrom(ms(7000)));
    assert_eq!(send(&mut pacer, ms(0), person(2)), Free::Now);
    assert_eq!(send(&mut pacer, ms(7000), person(1)), Free::Now);
}

#[test]
fn several_chats_refused_at_once_slow_all_for_a_while() {
    let mut pacer = pacer(32, 1, 20);
    let rates =
        |pacer: &Pacer, at: u64| [0, 9, 10, 50, 100, 1000].map(|later| pacer.per_second(ms((at + later) * 1000)));
    for chat in [1, 2, 2] {
        pacer.refused(ms(1000), chat, SECOND);
    }
    assert_eq!(rates(&pacer, 1), [32; 6], "two chats are two chats");
    pacer.refused(ms(12_000), 3, SECOND);
    assert_eq!(rates(&pacer, 12), [32; 6], "too far apart");
    pacer.refused(ms(13_000), 4, SECOND);
    pacer.refused(ms(14_000), 5, SECOND);
    assert_eq!(rates(&pacer, 14), [16, 16, 17, 24, 32, 32]);
    for round in 0..20 {
        for chat in 0..3 {
            pacer.refused(ms(15_000 + round), chat, SECOND);
        }
    }
    assert_eq!(pacer.per_second(ms(15_020)), 2, "never nothing");
}

#[test]
fn answers_are_counted_and_find_their_reserve_free() {
    let mut pacer =
        Pacer::new(Pacing { overall_per_second: 30, reserve: 0.1, chat_per_second: 1, group_per_minute: 20 });
    let sent = (0..1000).filter(|at| send(&mut pacer, ms(*at), person(i64::try_from(*at).unwrap())) == Free::Now);
    assert_eq!(sent.count(), 27, "the outbox leaves three");
    for _ in 0..25 {
        pacer.answers(ms(1000), person(5000));
        pacer.answered(ms(1000), person(5000));
    }
    let sent = (1000..2000).filter(|at| send(&mut pacer, ms(*at), person(i64::try_from(*at).unwrap())) == Free::Now);
    assert!(sent.count() <= 2, "answers go first");
    assert!(matches!(pacer.free(ms(1999), person(5000)), Free::ChatFrom(_) | Free::AllFrom(_)));
}

#[test]
fn what_is_flying_keeps_its_place() {
    let mut pacer = pacer(2, 1, 20);
    pacer.sent(ms(0), person(1));
    assert!(pacer.chat_free(ms(0), 1, Place::Private).is_some(), "its answer may take long");
    pacer.answered(ms(5000), person(1));
    assert_eq!(pacer.chat_free(ms(5999), 1, Place::Private), Some(ms(6000)));
    assert_eq!(pacer.chat_free(ms(6000), 1, Place::Private), None);
}

#[test]
fn chats_are_forgotten_a_minute_after_their_last_message() {
    let mut pacer = pacer(1000, 1, 20);
    for chat in 0..100_000_i64 {
        send(&mut pacer, ms(u64::try_from(chat).unwrap() * 10), person(chat));
        assert!(pacer.remembered() <= 12_100, "{} at the {chat}th", pacer.remembered());
    }
}

/// Lets as much as possible leave for `seconds`, each answer taking `latency` by turns; gives when each arrived, for which chat.
fn flood(pacer: &mut Pacer, chats: &[Target], latency: &[u64], seconds: u64) -> Vec<(Duration, Target)> {
    let mut flying: BTreeMap<(Duration, usize), Target> = BTreeMap::new();
    let mut arrived = Vec::new();
    let (mut turn, mut next) = (0, 0);
    for now in (0..seconds * 1000).step_by(3).map(ms) {
        while let Some((&(at, n), _)) = flying.first_key_value().filter(|((at, _), _)| *at <= now) {
            let target = flying.remove(&(at, n)).unwrap();
            pacer.answered(now, target);
        }
        // Each chat once a step at most, beginning after the last one.
        for _ in 0..chats.len().min(64) {
            let target = chats[next % chats.len()];
            match pacer.free(now, target) {
                Free::AllFrom(_) => break,
                Free::ChatFrom(_) => next += 1,
                Free::Now => {
                    next += 1;
                    pacer.sent(now, target);
                    let takes = latency[turn % latency.len()];
                    // The server counts it somewhere on its way.
                    arrived.push((now + ms(takes * (turn as u64 % 3) / 2), target));
                    flying.insert((now + ms(takes), turn), target);
                    turn += 1;
                }
            }
        }
    }
    arrived.sort_by_key(|(at, _)| *at);
    arrived
}

fn no_window_has_more(times: &[Duration], most: u32, span: Duration) {
    for window in times.windows(most as usize + 1) {
        assert!(window[most as usize] - window[0] >= span, "{window:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_window_has_more_than_the_limits_allow(
        overall in 1_u32..60, per_chat in 1_u32..4, per_minute in 1_u32..30, people in 0_i64..80, groups in 1_i64..20,
        latency in prop::collection::vec(0_u64..400, 1..8),
    ) {
        let chats: Vec<Target> = (1..=people).map(person).chain((1..=groups).map(|id| Some((-id, Place::Group)))).collect();
        let arrived = flood(&mut pacer(overall, per_chat, per_minute), &chats, &latency, 90);
        no_window_has_more(&arrived.iter().map(|(at, _)| *at).collect::<Vec<_>>(), overall, SECOND);
        for chat in chats {
            let times: Vec<_> = arrived.iter().filter(|(_, target)| *target == chat).map(|(at, _)| *at).collect();
            no_window_has_more(&times, per_chat, SECOND);
            if chat.is_some_and(|(_, place)| place == Place::Group) {
                no_window_has_more(&times, per_minute, MINUTE);
            }
        }
    }

    #[test]
    fn what_is_allowed_is_used(overall in 20_u32..500, latency in prop::collection::vec(0_u64..40, 1..8)) {
        let chats: Vec<Target> = (1..2000).map(person).collect();
        let seconds = 20;
        let arrived = flood(&mut pacer(overall, 1, 20), &chats, &latency, seconds).len();
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let used = arrived as f64 / (f64::from(overall) * seconds as f64);
        prop_assert!(used >= 0.95, "{used:.3} of {overall} a second");
    }
}
