//! No article text, however hostile, makes a message that Telegram refuses, and no button of such a message leads nowhere.

use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{Chat, akims, asked};
use crate::article::{Article, Figure, FigureKind, ItemId, Language, Person, Published, Quote, Source, Span, Value};
use crate::commands::reply::{Action, Message};
use crate::commands::text::{MESSAGE, is_blank};
use crate::commands::{Context, Place, answer, inline, press};

/// Texts with what breaks careless programs.
fn text(pieces: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[а-яё]{1,12} ",
        2 => Just("<b>".to_owned()),
        1 => Just("</blockquote></a>&lt;&#x3c;&amp".to_owned()),
        1 => Just("\" href='x' onclick=\"".to_owned()),
        1 => Just("\u{202e}\u{200f}\u{2066}".to_owned()),
        1 => Just("\u{200b}\u{feff}\u{ad}".to_owned()),
        1 => Just("👩‍👩‍👧‍👦🇰🇿".to_owned()),
        1 => Just("\n".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => Just("e\u{301}\u{301}\u{301}".to_owned()),
        1 => Just("ж".repeat(700)),
        1 => Just("\u{301}".repeat(40)),
        1 => Just("слово ".repeat(300)),
        1 => Just("@derek_bot /quote https://t.me/derek_bot?start=a-x ".to_owned()),
        1 => Just("2 334,5 % ".to_owned()),
    ];
    prop::collection::vec(piece, 0..pieces).prop_map(|pieces| pieces.concat())
}

/// Two places that make a range of a body, on character boundaries and not empty.
fn span(body: &str, one: Index, other: Index) -> Span {
    let places: Vec<usize> = body.char_indices().map(|(place, _)| place).chain([body.len()]).collect();
    let (one, other) = (one.index(places.len() - 1), other.index(places.len() - 1));
    Span { start: places[one.min(other)], end: places[one.max(other) + 1] }
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<f64>().prop_filter_map("finite", |number| number.is_finite().then_some(Value::Number(number))),
        Just(Value::Number(2334.5)),
        Just(Value::Range { low: -1e15, high: 1e15 }),
        (any::<u32>(), 1..u32::MAX).prop_map(|(numerator, denominator)| Value::Share { numerator, denominator }),
        Just(Value::Date(crate::article::Date { year: 2020, month: Some(9), day: Some(1) })),
    ]
}

fn article() -> impl Strategy<Value = Article> {
    let places = || prop::collection::vec((any::<Index>(), any::<Index>()), 0..4);
    let figures = prop::collection::vec((value(), text(8), text(3), any::<Index>(), any::<Index>()), 0..25);
    let texts = (text(30), text(8), text(6), text(6), text(6));
    (texts, places(), places(), figures, any::<bool>()).prop_map(|(texts, quotes, summary, figures, translation)| {
        let (body, title, name, role, url) = texts;
        let body = if body.is_empty() { "тело".to_owned() } else { body };
        let quote = |(place, (one, other)): (usize, (Index, Index))| {
            let whole = span(&body, one, other);
            let middle = whole.start + body[whole.start..whole.end].chars().next().map_or(0, char::len_utf8);
            let parts = match middle < whole.end && place % 2 == 1 {
                true => vec![Span { end: middle, ..whole }, Span { start: middle, ..whole }],
                false => vec![whole],
            };
            let speaker = (place % 3 != 2).then(|| name.clone());
            Quote { id: ItemId::of([&*place.to_string()]), parts, speaker, topics: vec![title.clone()] }
        };
        let figure = |(place, (value, label, unit, one, other)): (usize, (Value, String, String, Index, Index))| {
            let kind = [FigureKind::Count, FigureKind::Percent, FigureKind::Money][place % 3];
            let id = ItemId::of(["figure", &*place.to_string()]);
            Figure { id, value, kind, unit: Some(unit), label, text: span(&body, one, other) }
        };
        Article {
            revision: 0,
            id: "hostile".parse().unwrap(),
            language: Language::Ru,
            title: title.clone(),
            published: Some(Published::Day(date(2025, 11, 29))),
            source: Some(Source { name: name.clone(), url: Some(format!("https://{url}")) }),
            credit: Some(Span { start: 0, end: body.len() }),
            translation,
            summary: summary.into_iter().map(|(one, other)| span(&body, one, other)).collect(),
            people: vec![Person { name: name.clone(), role: Some(role) }],
            quotes: quotes.into_iter().enumerate().map(quote).collect(),
            figures: figures.into_iter().enumerate().map(figure).collect(),
            body,
        }
    })
}

/// The characters of a message that people see, if its tags nest and everything else is escaped.
fn visible(html: &str) -> Result<String, String> {
    let mut open = Vec::new();
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&', '>', '"']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let entities = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"')];
        if let Some((entity, character)) = entities.into_iter().find(|(entity, _)| rest.starts_with(entity)) {
            text.push(character);
            rest = &rest[entity.len()..];
            continue;
        }
        let (tag, after) =
            rest.strip_prefix('<').and_then(|it| it.split_once('>')).ok_or(format!("unescaped: {rest}"))?;
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            (open.pop() == Some(name)).then_some(()).ok_or(format!("</{name}> closes nothing"))?;
            continue;
        }
        let name = tag.split(' ').next().unwrap_or_default();
        let known = match name {
            "a" => tag
                .strip_prefix("a href=\"")
                .and_then(|it| it.strip_suffix('"'))
                .is_some_and(|it| !it.contains(['"', '<'])),
            "blockquote" => tag == "blockquote" || tag == "blockquote expandable",
            "b" | "i" | "u" | "s" | "code" => tag == name,
            _ => false,
        };
        known.then_some(()).ok_or(format!("unknown tag {tag}"))?;
        open.push(name);
    }
    text.push_str(rest);
    if open.is_empty() { Ok(text) } else { Err(format!("left open: {open:?}")) }
}

/// Whether Telegram would take a message; also brings what its buttons send back.
fn check(message: &Message) -> Result<Vec<String>, TestCaseError> {
    let text = visible(&message.html).map_err(TestCaseError::fail)?;
    prop_assert!(text.chars().count() <= MESSAGE, "{} characters", text.chars().count());
    prop_assert!(!is_blank(&text));
    let mut presses = Vec::new();
    for row in &message.keyboard {
        prop_assert!((1..=8).contains(&row.len()));
        for button in row {
            prop_assert!(!is_blank(&button.text) && button.text.chars().count() <= 64, "{:?}", button.text);
            match &button.action {
                Action::Press(data) => {
                    prop_assert!((1..=64).contains(&data.len()), "{}", data);
                    presses.push(data.clone());
                }
                Action::Copy(words) => prop_assert!((1..=256).contains(&words.chars().count()) && !is_blank(words)),
                Action::Open(address) => {
                    prop_assert!(address.starts_with("http") && !address.contains(char::is_whitespace))
                }
                Action::Share(query) => prop_assert!(query.chars().count() <= 256),
            }
        }
    }
    prop_assert!(message.keyboard.iter().flatten().count() <= 100);
    Ok(presses)
}

/// Asks everything, follows every button, and tries every inline result.
fn try_everything(chat: &Chat, words: &str) -> Result<(), TestCaseError> {
    let commands = [
        "/start",
        "/start a-hostile",
        "/help",
        "/articles",
        "/article",
        "/article hostile",
        "/summary",
        "/quote",
        "/quote 2",
        "/quote 99",
        "/stats",
        "/source",
        "/lang",
        "/нет",
        "слово",
        "/search аким",
    ];
    let said: Vec<String> = commands
        .map(str::to_owned)
        .into_iter()
        .chain(["", "/quote ", "/search ", "/check ", "/"].map(|it| format!("{it}{words}")))
        .collect();
    for place in [Place::Private, Place::Group, Place::Channel] {
        let context = Context { place, ..chat.context(Language::Kk) };
        let mut waiting = Vec::new();
        for answer in said.iter().filter_map(|text| answer(&context, text)) {
            waiting.extend(check(&answer.message)?.into_iter().map(|data| (data, asked(&answer.message.html))));
        }
        let mut seen = BTreeSet::new();
        while let Some((data, words)) = waiting.pop().filter(|_| seen.len() < 200) {
            if seen.insert((data.clone(), words.clone())) {
                let pressed = press(&Context { asked: words.as_deref(), ..context }, &data);
                let shown = pressed.edit.or(pressed.send);
                prop_assert!(shown.is_some(), "{} leads nowhere", data);
                prop_assert!(pressed.toast.is_none_or(|toast| toast.chars().count() <= 200));
                let message = shown.expect("looked at above");
                waiting.extend(check(&message)?.into_iter().map(|data| (data, asked(&message.html))));
            }
        }
    }
    for query in ["", "слово", "#a-hostile", words] {
        let answer = inline(&chat.context(Language::Ru), query, "");
        let ids: BTreeSet<&str> = answer.results.iter().map(|result| result.id.as_str()).collect();
        prop_assert!(answer.results.len() <= 50 && ids.len() == answer.results.len());
        for result in &answer.results {
            check(&result.message)?;
            prop_assert!((1..=64).contains(&result.id.len()) && !is_blank(&result.title));
            prop_assert!(result.message.keyboard.iter().flatten().all(|it| !matches!(it.action, Action::Press(_))));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_message_is_one_that_telegram_takes(article in article(), words in text(6)) {
        let mut articles = akims();
        articles.push(article);
        try_everything(&Chat::with(articles), &words)?;
    }

    #[test]
    fn forged_data_and_offsets_do_no_harm(data in "\\PC{0,30}|[a-z]{2}[0-9a-z]{0,12}-rural-akims") {
        let chat = Chat::new();
        let pressed = press(&chat.context(Language::En), &data);
        prop_assert!(pressed.edit.is_some() != (pressed.toast.is_some() && pressed.change.is_none()));
        inline(&chat.context(Language::En), &data, &data);
    }
}

#[test]
fn the_largest_texts_are_paged_to_their_end() {
    let mut article = akims().swap_remove(0);
    article.body = "Очень длинная речь без конца. ".repeat(1_000);
    let whole = Span { start: 0, end: article.body.trim_end().len() };
    article.quotes.truncate(1);
    article.quotes[0].parts = vec![whole];
    article.summary = vec![whole; 3];
    let short = Span { start: 0, end: "Очень длинная речь без конца.".len() };
    let figure = Figure { label: "подпись ".repeat(1_250), text: short, ..article.figures[0].clone() };
    article.figures =
        (0..500).map(|place| Figure { id: ItemId::of([&*place.to_string()]), ..figure.clone() }).collect();
    article.credit = None;
    article.figures[0].text = whole;
    article.title = "Заголовок ".repeat(1_000);
    article.id = "hostile".parse().unwrap();
    let chat = Chat::with(vec![article]);
    try_everything(&chat, "слово").unwrap();
    // Each page of the full text, joined, is the text.
    let context = chat.context(Language::Ru);
    let mut all = String::new();
    for page in 0.. {
        let Some(message) = press(&context, &format!("br{page}-hostile")).edit else { break };
        let text = visible(&message.html).unwrap();
        all.push_str(text.split_once("\n\n").unwrap().1);
    }
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(bare(&all), bare(&"Заголовок ".repeat(1_000)) + &bare(&"Очень длинная речь без конца. ".repeat(1_000)));
}
