//! What editors see.

use jiff::civil;

use super::audit::{Act, Acts, Deed};
use super::press::Press;
use super::{Channel, Draft, Granted, Move, PAGE, Rule, Scheduled, Setting, Step, Time, Wish, said};
use crate::article::{ArticleId, Language};
use crate::commands::Context;
use crate::commands::edition::Edition;
use crate::commands::moment::NoMoment;
use crate::commands::press::{Press as Pressed, View};
use crate::commands::reply::{Button, Keyboard, Message};
use crate::commands::text::{Html, LINE, line};
use crate::commands::{Place, card, picture};

/// The most characters of a channel's title in a line of text.
const TITLE: usize = 60;

fn button(text: &str, wish: Wish) -> Button {
    Pressed::Editing(Press { wish }).button(text)
}

/// A button of something that is chosen or not.
fn choice(text: &str, chosen: bool, wish: Wish) -> Button {
    button(&format!("{}{text}", if chosen { "✓ " } else { "" }), wish)
}

fn titled(channel: &Channel) -> String {
    line(&channel.title, TITLE).into_owned()
}

pub(super) fn report(context: &Context<'_>, granted: &Granted) -> Message {
    match granted {
        Granted::Channels(channels) => list(context, &context.text("channels-title", &[]), channels),
        Granted::NoSuchChannel(channels) => list(context, &context.text("channel-unknown", &[]), channels),
        Granted::Channel(channel) => setup(context, &context.text("channel-setup", &[]), channel),
        Granted::Draft(draft) => preview(context, draft).unwrap_or_else(|| said(&context.text("post-gone", &[]))),
        Granted::Times(draft, times) => {
            let wish = |minute| Wish::Draft(draft.id, Step::At(minute));
            let html = said(&context.text("post-when", &[("channel", titled(&draft.channel).into())])).html;
            let mut keyboard = choices(context, times, wish);
            keyboard.push(vec![button(&context.text("back-draft", &[]), Wish::Draft(draft.id, Step::Look))]);
            Message::new(html, keyboard)
        }
        Granted::NoTime(why) => said(&match why {
            NoMoment::Unknown => context.text("moment-unknown", &[]),
            NoMoment::Past => context.text("moment-past", &[]),
            NoMoment::NoSuch => context.text("moment-no-such", &[]),
            NoMoment::TooFar => context.text("moment-too-far", &[]),
        }),
        Granted::Posted(channel) => said(&context.text("post-on-its-way", &[("channel", titled(channel).into())])),
        Granted::Planned(planned) => {
            let when = context.locales.moment(context.language, planned.at);
            let args = [("channel", line(&planned.channel, TITLE).into()), ("when", when.into())];
            let mut message = said(&context.text("post-planned", &args));
            message.keyboard = vec![row(context, planned)];
            message
        }
        Granted::Dropped => said(&context.text("post-dropped", &[])),
        Granted::Settled => said(&context.text("post-settled", &[])),
        Granted::Scheduled(scheduled, from, more) => all_scheduled(context, scheduled, *from, *more),
        Granted::RowTimes(scheduled, times) => {
            let wish = |minute| Wish::Row(scheduled.row, Move::At(minute));
            let html = said(&context.text("post-when", &[("channel", line(&scheduled.channel, TITLE).into())])).html;
            let mut keyboard = choices(context, times, wish);
            keyboard.push(vec![button(&context.text("back-scheduled", &[]), Wish::Scheduled(0))]);
            Message::new(html, keyboard)
        }
        Granted::Cancelled(scheduled) => {
            said(&context.text("post-cancelled", &[("channel", line(&scheduled.channel, TITLE).into())]))
        }
        Granted::Audit(acts) => audit(context, acts),
        Granted::NoEditor => said(&context.text("editors-only", &[])),
    }
}

pub(super) fn offer(context: &Context<'_>, channel: &Channel) -> Message {
    setup(context, &context.text("channel-offer", &[("channel", titled(channel).into())]), channel)
}

fn list(context: &Context<'_>, first: &str, channels: &[Channel]) -> Message {
    if channels.is_empty() {
        return said(&context.text("channels-none", &[]));
    }
    let mut html = Html::default();
    html.bold(first);
    for channel in channels {
        html.text("\n• ").text(&titled(channel)).text(" — ").text(&rule_name(context, channel.rule));
        if !channel.may_post {
            html.text(" · ").text(&context.text("channel-closed", &[]));
        }
    }
    let keyboard = channels.iter().map(|channel| vec![button(&channel.title, Wish::Channel(channel.id))]).collect();
    Message::new(html.finish(), keyboard)
}

fn rule_name(context: &Context<'_>, rule: Rule) -> String {
    match rule {
        Rule::None => context.text("rule-none", &[]),
        Rule::Propose => context.text("rule-propose", &[]),
        Rule::Post => context.text("rule-post", &[]),
    }
}

/// How a channel is set up, and buttons to change it.
fn setup(context: &Context<'_>, first: &str, channel: &Channel) -> Message {
    let mut html = Html::default();
    html.bold(&titled(channel)).text("\n").text(first);
    if !channel.may_post {
        html.text("\n").text(&context.text("channel-closed-why", &[]));
    }
    let set = |setting| Wish::Set(channel.id, setting);
    let language = |language: Language| {
        let name = context.locales.text(language, "language-name", &[]);
        choice(&name, channel.language == language, set(Setting::Language(language)))
    };
    let rule = |rule: Rule| vec![choice(&rule_name(context, rule), channel.rule == rule, set(Setting::Rule(rule)))];
    let mut keyboard: Keyboard = vec![Language::ALL.map(language).into()];
    keyboard.extend(Rule::ALL.map(rule));
    keyboard.push(vec![
        choice(&context.text("button-silent", &[]), channel.silent, set(Setting::Silent(!channel.silent))),
        choice(&context.text("button-pin", &[]), channel.pin, set(Setting::Pin(!channel.pin))),
        choice(&context.text("button-card", &[]), channel.card, set(Setting::Card(!channel.card))),
    ]);
    keyboard.push(vec![button(&context.text("back-channels", &[]), Wish::Channels)]);
    Message::new(html.finish(), keyboard)
}

pub(super) fn post(context: &Context<'_>, article: &ArticleId, language: Language, card: bool) -> Option<Message> {
    let editions = context.library.get(article)?;
    let edition = Edition { article: editions.preferred(language), editions };
    let context = Context { place: Place::Channel, language, ..*context };
    let view = if card { picture::of_post(&context, &edition) } else { View::Post };
    context.show(&edition, view)
}

pub(super) fn follows(message: &Message) -> bool {
    let view = message.shows.as_ref().and_then(|shown| Pressed::read(&shown.view));
    matches!(view, Some(Pressed::Show { view: View::Card { .. } | View::Chart { .. }, .. }))
}

pub(super) fn preview(context: &Context<'_>, draft: &Draft) -> Option<Message> {
    let mut message = post(context, &draft.article, draft.language, draft.card)?;
    if follows(&message) {
        // The text is what an editor reads; the picture is said to stand before it.
        message = post(context, &draft.article, draft.language, false)?;
        let mut html = Html::default();
        html.text("\n\n").italic(&context.text("post-card-before", &[]));
        message.html += &html.finish();
    }
    // It stays as the editor saw it; what leaves is made anew.
    message.shows = None;
    let step = |step| Wish::Draft(draft.id, step);
    let channel = context.text("button-post-in", &[("channel", titled(&draft.channel).into())]);
    message.keyboard.push(vec![button(&channel, step(Step::Now))]);
    message.keyboard.push(vec![
        button(&context.text("button-post-at", &[]), step(Step::Times)),
        button(&context.text("button-drop", &[]), step(Step::Drop)),
    ]);
    let language = context.locales.text(draft.language, "language-name", &[]);
    message.keyboard.push(vec![
        button(&language, step(Step::Language)),
        choice(&context.text("button-silent", &[]), draft.silent, step(Step::Silent)),
        choice(&context.text("button-pin", &[]), draft.pin, step(Step::Pin)),
        choice(&context.text("button-card", &[]), draft.card, step(Step::Card)),
    ]);
    if draft.others {
        message.keyboard.push(vec![button(&context.text("button-other-channel", &[]), step(Step::Channel))]);
    }
    Some(message)
}

fn choices(context: &Context<'_>, times: &[Time], wish: impl Fn(i64) -> Wish) -> Keyboard {
    let time = |(at, minute): &Time| button(&context.locales.moment(context.language, *at), wish(*minute));
    times.chunks(2).map(|row| row.iter().map(time).collect()).collect()
}

fn row(context: &Context<'_>, scheduled: &Scheduled) -> Vec<Button> {
    vec![
        button(&context.text("button-move", &[]), Wish::Row(scheduled.row, Move::Times)),
        button(&context.text("button-now", &[]), Wish::Row(scheduled.row, Move::Now)),
        button(&context.text("button-cancel", &[]), Wish::Row(scheduled.row, Move::Cancel)),
    ]
}

fn all_scheduled(context: &Context<'_>, scheduled: &[Scheduled], from: u32, more: bool) -> Message {
    if scheduled.is_empty() {
        return said(&context.text("scheduled-none", &[]));
    }
    let mut html = Html::default();
    html.bold(&context.text("scheduled-title", &[]));
    let mut keyboard = Vec::new();
    for (place, planned) in scheduled.iter().enumerate() {
        let number = from as usize + place + 1;
        let title = planned.article.as_ref().and_then(|id| {
            let edition = Edition::preferred(context.library.get(id)?, context.language);
            Some(card::title(edition.article))
        });
        let when = moment(context, planned.at);
        html.text(&format!("\n\n{number}. ")).bold(&when).text(" · ").text(&line(&planned.channel, TITLE));
        if let Some(title) = title {
            html.text("\n").text(&line(&title, LINE));
        }
        let mut row = row(context, planned);
        row.iter_mut().for_each(|button| button.text = format!("{number}. {}", button.text));
        keyboard.push(row);
    }
    keyboard.extend(pages(from, more, Wish::Scheduled));
    Message::new(html.finish(), keyboard)
}

fn moment(context: &Context<'_>, at: civil::DateTime) -> String {
    context.locales.moment(context.language, at)
}

/// A row that leads to what is later and to what is earlier.
fn pages(from: u32, more: bool, to: impl Fn(u32) -> Wish) -> Option<Vec<Button>> {
    let back = (from > 0).then(|| button("‹", to(from.saturating_sub(PAGE))));
    let on = more.then(|| button("›", to(from + PAGE)));
    let row: Vec<Button> = back.into_iter().chain(on).collect();
    (!row.is_empty()).then_some(row)
}

fn audit(context: &Context<'_>, acts: &Acts) -> Message {
    if acts.acts.is_empty() {
        return said(&context.text("audit-none", &[]));
    }
    let mut html = Html::default();
    html.bold(&context.text("audit-title", &[]));
    for Act { at, who, channel, deed } in &acts.acts {
        html.text("\n\n")
            .text(&moment(context, *at))
            .text(" · ")
            .link(&who.to_string(), &format!("tg://user?id={who}"));
        if !channel.is_empty() {
            html.text(" · ").text(&line(channel, TITLE));
        }
        html.text("\n").text(&line(&told(context, deed.as_ref()), LINE));
    }
    Message::new(html.finish(), pages(acts.from, acts.more, Wish::Audit).into_iter().collect())
}

fn told(context: &Context<'_>, deed: Option<&Deed>) -> String {
    let of = |what: &str| [("what", line(what, LINE).into_owned().into())];
    let timed = |what: &str, at: &str| {
        // As it is kept: `2026-11-28T14:30`.
        let when = at.parse::<civil::DateTime>().map_or_else(|_| at.to_owned(), |at| moment(context, at));
        [("what", line(what, LINE).into_owned().into()), ("when", when.into())]
    };
    match deed {
        Some(Deed::Added) => context.text("audit-added", &[]),
        Some(Deed::Removed) => context.text("audit-removed", &[]),
        Some(Deed::Set(what)) => context.text("audit-set", &of(what)),
        Some(Deed::Posted(what)) => context.text("audit-posted", &of(what)),
        Some(Deed::Planned(what, at)) => context.text("audit-planned", &timed(what, at)),
        Some(Deed::Moved(what, at)) => context.text("audit-moved", &timed(what, at)),
        Some(Deed::Cancelled(what)) => context.text("audit-cancelled", &of(what)),
        Some(Deed::Again(what)) => context.text("audit-again", &of(what)),
        Some(Deed::There(what)) => context.text("audit-there", &of(what)),
        None => context.text("audit-unknown", &[]),
    }
}
