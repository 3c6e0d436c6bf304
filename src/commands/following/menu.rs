//! The messages by which a chat says what it follows, and when it is told.

use super::press::Press;
use super::{TYPED, called};
use crate::commands::Context;
use crate::commands::press::Press as Pressed;
use crate::commands::reply::{Asked, Button, Done, Followed, Keyboard, Message, Step};
use crate::commands::text::{Html, line};
use crate::following::{Days, Digest, Quiet, Rhythm};
use crate::locale::Arg;

/// How many speakers and topics are offered.
const OFFERED: usize = 4;
/// From how many articles those are taken.
const NEWEST: usize = 20;
/// How many things that are followed have a button: Telegram takes 100 in all.
const DROPS: usize = 40;
/// The hour of a digest, until another one is chosen.
const MORNING: i8 = 9;
/// Hours of rest to choose from.
const RESTS: [Quiet; 3] = [Quiet { from: 22, to: 8 }, Quiet { from: 23, to: 7 }, Quiet { from: 20, to: 9 }];
/// Zones to choose from: of Kazakhstan, its neighbours, and where many Kazakhs live. Others are typed.
const ZONES: [&str; 14] = [
    "Asia/Almaty",
    "Asia/Aqtau",
    "Asia/Tashkent",
    "Asia/Bishkek",
    "Asia/Omsk",
    "Europe/Moscow",
    "Asia/Urumqi",
    "Asia/Ulaanbaatar",
    "Europe/Istanbul",
    "Asia/Dubai",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "Asia/Seoul",
];

/// A button.
pub(super) fn button(text: &str, press: &Press) -> Button {
    Pressed::Following(press.clone()).button(text)
}

/// Plain words.
pub(in crate::commands) fn said(said: &str) -> Message {
    let mut html = Html::default();
    html.text(said);
    Message::new(html.finish(), Vec::new())
}

/// What there is to follow.
pub(super) fn choices(context: &Context<'_>) -> Message {
    let mut keyboard = vec![vec![button(&context.text("follow-all", &[]), &Press::All)]];
    let (mut speakers, mut topics): (Vec<&str>, Vec<&str>) = Default::default();
    let mut rows = (Vec::new(), Vec::new());
    for editions in context.library.newest_first().iter().take(NEWEST) {
        let article = editions.preferred(context.language);
        for quote in &article.quotes {
            let (article, id) = (article.id.clone(), quote.id);
            if let Some(name) = quote.speaker.as_deref()
                && speakers.len() < OFFERED
                && !speakers.contains(&name)
            {
                speakers.push(name);
                rows.0.push(vec![button(name, &Press::Speaker { article: article.clone(), quote: id })]);
            }
            for (place, topic) in quote.topics.iter().enumerate() {
                if topics.len() < OFFERED && !topics.contains(&topic.as_str()) {
                    topics.push(topic);
                    rows.1.push(button(
                        &format!("#{topic}"),
                        &Press::Topic { article: article.clone(), quote: id, place },
                    ));
                }
            }
        }
    }
    keyboard.extend(rows.0);
    keyboard.extend(rows.1.chunks(2).map(<[Button]>::to_vec));
    keyboard.push(vec![button(&context.text("button-following", &[]), &Press::Show)]);
    Message::new(said(&context.text("follow-choose", &[])).html, keyboard)
}

/// The answer to what was asked.
pub(super) fn report(context: &Context<'_>, asked: &Asked, followed: &Followed) -> Message {
    let first = first_words(context, followed);
    match asked {
        Asked::When | Asked::Step(_) => rhythm(context, &first, followed),
        Asked::Zones | Asked::Zone(_) => zones(context, &first, followed),
        Asked::Show | Asked::Follow(_) | Asked::Drop(_) | Asked::DropFitting(_) | Asked::DropAll => {
            list(context, &first, followed)
        }
    }
}

/// What was done.
fn first_words(context: &Context<'_>, followed: &Followed) -> String {
    let text = |key: &str, args: &[(&'static str, Arg<'_>)]| context.text(key, args);
    match &followed.done {
        Done::Nothing => String::new(),
        Done::Follows(what) => text("follow-done", &[("what", called(context, what).into())]),
        Done::FollowsAlready(what) => text("follow-already", &[("what", called(context, what).into())]),
        Done::TooMany => text("follow-too-many", &[("count", followed.follows.len().into())]),
        Done::Dropped(what) => text("unfollow-done", &[("what", called(context, what).into())]),
        Done::DroppedAll => text("unfollow-all", &[]),
        Done::NotFollowed => text("unfollow-nothing", &[]),
        Done::NoZone(typed) => text("zone-unknown", &[("zone", line(typed, TYPED).into())]),
    }
}

fn list(context: &Context<'_>, first: &str, followed: &Followed) -> Message {
    let mut html = Html::default();
    if !first.is_empty() {
        html.text(first).text("\n\n");
    }
    if followed.follows.is_empty() {
        html.text(&context.text("following-nothing", &[]));
        let mut message = choices(context);
        // The way to what is followed leads here.
        message.keyboard.pop();
        return Message::new(html.finish(), message.keyboard);
    }
    html.bold(&context.text("following-title", &[]));
    let mut left = 2_500_usize;
    for (_, what) in &followed.follows {
        let called = called(context, what);
        left = left.saturating_sub(called.chars().count() + 3);
        if left == 0 {
            html.text("\n…");
            break;
        }
        html.text("\n• ").text(&called);
    }
    html.text("\n\n").text(&when(context, followed));
    let drops = followed.follows.iter().take(DROPS);
    let mut keyboard: Keyboard =
        drops.map(|(id, what)| vec![button(&format!("✕ {}", called(context, what)), &Press::Drop(*id))]).collect();
    keyboard.push(vec![button(&context.text("button-when", &[]), &Press::Rhythm)]);
    if followed.follows.len() > 1 {
        keyboard.push(vec![button(&context.text("button-unfollow-all", &[]), &Press::DropAll)]);
    }
    Message::new(html.finish(), keyboard)
}

/// When the chat is told, in a few sentences.
fn when(context: &Context<'_>, followed: &Followed) -> String {
    let Rhythm { digest, quiet, silent } = followed.rhythm;
    let mut sentences = Vec::new();
    match (digest, quiet) {
        (Some(Digest { hour, days }), _) => {
            let days = days_in_words(context, days);
            sentences.push(context.text("when-digest", &[("hour", clock(hour).into()), ("days", days.into())]));
        }
        (None, None) => sentences.push(context.text("when-at-once", &[])),
        (None, Some(Quiet { from, to })) => {
            sentences
                .push(context.text("when-not-at-night", &[("from", clock(from).into()), ("to", clock(to).into())]));
        }
    }
    if silent {
        sentences.push(context.text("when-silent", &[]));
    }
    if digest.is_some() || quiet.is_some() {
        sentences.push(context.text("when-zone", &[("zone", line(&followed.zone, TYPED).into())]));
    }
    sentences.join(" ")
}

fn clock(hour: i8) -> String {
    format!("{hour}:00")
}

fn days_in_words(context: &Context<'_>, days: Days) -> String {
    match days {
        Days::ALL => context.text("days-all", &[]),
        Days::WORK => context.text("days-work", &[]),
        days => {
            let names = (0..7).filter(|day| days.bits() & (1 << day) != 0).map(|day| day_name(context, day));
            names.collect::<Vec<_>>().join(", ")
        }
    }
}

/// The short name of a day, Monday is 0.
fn day_name(context: &Context<'_>, day: i8) -> String {
    let all = context.text("days-short", &[]);
    let name = usize::try_from(day).ok().and_then(|day| all.split_whitespace().nth(day));
    name.unwrap_or_default().to_owned()
}

fn rhythm(context: &Context<'_>, first: &str, followed: &Followed) -> Message {
    let Rhythm { digest, quiet, silent } = followed.rhythm;
    let mut html = Html::default();
    if !first.is_empty() {
        html.text(first).text("\n\n");
    }
    html.bold(&context.text("when-title", &[])).text("\n").text(&when(context, followed));
    let step = |text: &str, chosen: bool, step: Step| {
        button(&format!("{}{text}", if chosen { "✓ " } else { "" }), &Press::Step(step))
    };
    let mut keyboard = vec![vec![
        step(&context.text("button-at-once", &[]), digest.is_none(), Step::AtOnce),
        step(&context.text("button-digest", &[]), digest.is_some(), Step::Digest),
    ]];
    match digest {
        Some(Digest { hour, days }) => {
            keyboard.push(vec![
                step("‹", false, Step::Hour((hour + 23) % 24)),
                step(&clock(hour), false, Step::Hour(MORNING)),
                step("›", false, Step::Hour((hour + 1) % 24)),
            ]);
            let day = |day: i8| step(&day_name(context, day), days.bits() & (1 << day) != 0, Step::Day(day));
            keyboard.push((0..4).map(day).collect());
            keyboard.push((4..7).map(day).collect());
        }
        None => {
            let rest = |rest: &Quiet| {
                let text = format!("{}–{}", clock(rest.from), clock(rest.to));
                step(&text, quiet == Some(*rest), Step::Quiet(Some(*rest)))
            };
            keyboard.push(vec![step(&context.text("button-no-rest", &[]), quiet.is_none(), Step::Quiet(None))]);
            keyboard.push(RESTS.iter().map(rest).collect());
        }
    }
    keyboard.push(vec![
        step(&context.text("button-loud", &[]), !silent, Step::Silent(false)),
        step(&context.text("button-silent", &[]), silent, Step::Silent(true)),
    ]);
    let zone = context.text("button-zone", &[("zone", line(&followed.zone, TYPED).into())]);
    keyboard.push(vec![button(&zone, &Press::Zones)]);
    keyboard.push(vec![button(&context.text("back-following", &[]), &Press::Show)]);
    Message::new(html.finish(), keyboard)
}

fn zones(context: &Context<'_>, first: &str, followed: &Followed) -> Message {
    let mut html = Html::default();
    if !first.is_empty() {
        html.text(first).text("\n\n");
    }
    html.text(
        &context.text(
            "zone-now",
            &[("zone", line(&followed.zone, TYPED).into()), ("time", followed.clock.as_str().into())],
        ),
    );
    html.text("\n").text(&context.text("zone-choose", &[]));
    let zone = |zone: &&str| {
        let chosen = if *zone == followed.zone { "✓ " } else { "" };
        button(&format!("{chosen}{zone}"), &Press::Zone((*zone).to_owned()))
    };
    let mut keyboard: Keyboard = ZONES.chunks(2).map(|row| row.iter().map(zone).collect()).collect();
    keyboard.push(vec![button(&context.text("back-when", &[]), &Press::Rhythm)]);
    Message::new(html.finish(), keyboard)
}
