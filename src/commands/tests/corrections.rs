//! What becomes of a message when its article changes, and what /history tells of that.

use insta::assert_snapshot;
use jiff::civil::date;

use super::{BOT, Chat, message_text};
use crate::article::Language::{self, En, Kk, Ru};
use crate::article::{self, Article};
use crate::commands::reply::{Found, Message, Revised, Shown};
use crate::commands::{self, Context, Corrected, Correction, Place};
use crate::library::Library;

const WATER: &str = r#"
title = "Вода прибывает"
language = "ru"
published = 2026-04-02
body = """
Вода в реке поднялась за сутки на 40 сантиметров, сообщил аким района.

«Мы вывезли триста человек, никто не пострадал», – сказал он журналистам."""
summary = ["Вода в реке поднялась за сутки на 40 сантиметров, сообщил аким района."]
[[quotes]]
text = "Мы вывезли триста человек, никто не пострадал"
[[figures]]
value = 40
kind = "quantity"
unit = "сантиметров"
label = "поднялась вода"
text = "Вода в реке поднялась за сутки на 40 сантиметров"
"#;

/// The article, with some words in the place of others.
fn water(changes: &[(&str, &str)]) -> Vec<Article> {
    let source = changes.iter().fold(WATER.to_owned(), |source, (from, to)| {
        assert!(source.contains(from), "{from}");
        source.replace(from, to)
    });
    vec![article::parse("water.toml", &source).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))]
}

/// What a message that shows something of the article becomes.
fn becomes(place: Place, inline: bool, show: &str, now: Vec<Article>) -> Option<Corrected> {
    let (before, chat) = (Chat::with(water(&[])), Chat::with(now));
    let context = Context { place, ..chat.context(Ru) };
    let shown = showing(&before, show);
    let at = date(2026, 4, 3).at(9, 5, 0, 0);
    let correction = Correction { shown: &shown, before: &before.library, now: &chat.library, inline, at };
    commands::corrected(&context, &correction)
}

/// What the answer to a command shows.
fn showing(chat: &Chat, command: &str) -> Shown {
    commands::answer(&chat.context(Ru), command).unwrap().message.shows.unwrap()
}

fn changed(corrected: Option<Corrected>) -> Message {
    match corrected {
        Some(Corrected::Changed(message)) => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_message_does_not_show_changes_nothing_in_it() {
    let cases = [
        ("/quote", vec![("на 40 сант", "на 45 сант"), ("value = 40", "value = 45")]),
        ("/stats", vec![("триста", "четыреста")]),
        ("/summary", vec![("триста", "четыреста")]),
    ];
    for (show, changes) in cases {
        let corrected = becomes(Place::Private, false, show, water(&changes));
        assert!(matches!(corrected, Some(Corrected::Same(_))), "{show}: {corrected:?}");
    }
}

#[test]
fn a_quote_that_was_put_right_is_the_same_quote() {
    let now = water(&[("триста", "четыреста")]);
    let quote = now[0].quotes[0].id;
    let message = changed(becomes(Place::Private, false, "/quote", now));
    assert_eq!(message.shows.as_ref().unwrap().view, format!("qr{quote}-water"));
    assert_snapshot!(message_text(&message), @r#"
    <blockquote>Мы вывезли четыреста человек, никто не пострадал</blockquote>
    2 апреля 2026 года
    <a href="https://t.me/derek_bot?start=qge6kr6yf-water">Вода прибывает</a>

    <i>Исправлено 03.04, 09:05</i>
    [Контекст | crge6kr6yf0-water] [Копировать | copy Мы вывезли четыреста человек, никто не пострадал] [Поделиться | share #qge6kr6yf-water]
    [Карточка | +krge6kr6yf0-water]
    [Цифры | nr0-water] [Статья | ar-water]
    [Что изменилось | change::water]
    "#);
}

#[test]
fn a_figure_that_was_put_right_is_the_same_figure() {
    let now = water(&[("на 40 сант", "на 45 сант"), ("value = 40", "value = 45")]);
    let before = Chat::with(water(&[]));
    let figure = format!("/start f{}-water", before.library.newest_first()[0].original().figures[0].id);
    let message = changed(becomes(Place::Private, false, &figure, now));
    assert_snapshot!(message.html, @r#"
    <b>45</b> сантиметров — поднялась вода
    <blockquote>Вода в реке поднялась за сутки на <b>45</b> сантиметров</blockquote>
    2 апреля 2026 года
    <a href="https://t.me/derek_bot?start=f36sej2jg-water">Вода прибывает</a>

    <i>Исправлено 03.04, 09:05</i>
    "#);
}

#[test]
fn in_a_channel_and_inline_the_way_to_what_changed_is_an_address() {
    let now = || water(&[("Вода прибывает", "Вода уходит")]);
    for message in [
        changed(becomes(Place::Channel, false, "/summary", now())),
        changed(becomes(Place::Private, true, "/summary", now())),
    ] {
        let text = message_text(&message);
        assert!(text.ends_with("[Что изменилось | https://t.me/derek_bot?start=h-water]"), "{text}");
        assert!(text.contains("<i>Исправлено 03.04, 09:05</i>"), "{text}");
    }
}

#[test]
fn what_is_gone_is_struck() {
    let elsewhere = || super::akims();
    let without_quote = || {
        water(&[
            ("«Мы вывезли триста человек, никто не пострадал», – сказал он журналистам.", "Всё."),
            ("[[quotes]]\ntext = \"Мы вывезли триста человек, никто не пострадал\"\n", ""),
        ])
    };
    for (show, now) in [("/quote", without_quote()), ("/quote", elsewhere()), ("/article", elsewhere())] {
        let Some(Corrected::Withdrawn(message)) = becomes(Place::Group, false, show, now) else { panic!("{show}") };
        assert!(
            message.html.starts_with("<s>") && message.html.ends_with("</s>\n\n<i>Отозвано 03.04, 09:05</i>"),
            "{}",
            message.html
        );
        assert_eq!(message.shows, None);
    }
}

/// What /history tells of a change.
fn history(language: Language, before: Option<Vec<Article>>, after: Option<Vec<Article>>) -> String {
    let chat = Chat::with(after.clone().unwrap_or_else(super::akims));
    let answer = commands::answer(&chat.context(language), "/history water").unwrap();
    let first = |articles: Option<Vec<Article>>| articles.map(|mut articles| articles.swap_remove(0));
    let (before, after) = (first(before), first(after));
    let at = date(2026, 4, 3).at(9, 5, 0, 0);
    let revised = Revised { change: 1, changes: 3, at, language: Ru, before, after };
    let found = Found::History(Box::new(revised));
    message_text(&commands::report(&chat.context(language), &answer.errand.unwrap(), Some(&found)).unwrap())
}

#[test]
fn the_history_tells_what_changed_word_by_word() {
    let changes = [
        ("Вода прибывает", "Вода уходит"),
        ("триста", "четыреста"),
        (" сообщил аким района.\n", " сообщил аким.\n\nСпасатели дежурят.\n"),
        ("\"Вода в реке поднялась за сутки на 40 сантиметров, сообщил аким района.\"", "\"Спасатели дежурят.\""),
    ];
    assert_snapshot!(history(Ru, Some(water(&[])), Some(water(&changes))), @r#"
    <a href="https://t.me/derek_bot?start=a-water">Вода уходит</a>
    Редакция 2 из 3 · Русский · 3 апреля 2026 года, 09:05

    Вода <s>прибывает</s> <u>уходит</u>

    … сутки на 40 сантиметров, сообщил <s>аким района.</s> <u>аким.</u>

    <u>Спасатели дежурят.</u>

    «Мы вывезли <s>триста</s> <u>четыреста</u> человек, никто не пострадал», – …
    [‹ | change:0:water] [2/3 | change:1:water] [› | change:2:water]
    [Статья | ar-water]
    "#);
    assert_snapshot!(history(Kk, None, Some(water(&[]))), @r#"
    <a href="https://t.me/derek_bot?start=a-water">Вода прибывает</a>
    2-редакция (барлығы 3) · Русский · 2026 жылғы 3 сәуір, 09:05

    Мақала алғаш осылай шықты.
    [‹ | change:0:water] [2/3 | change:1:water] [› | change:2:water]
    [Мақала | ar-water]
    "#);
    assert_snapshot!(history(En, Some(water(&[])), None), @r#"
    <a href="https://t.me/derek_bot?start=a-water">Вода прибывает</a>
    Revision 2 of 3 · Русский · 3 April 2026, 09:05

    This edition was withdrawn.
    [‹ | change:0:water] [2/3 | change:1:water] [› | change:2:water]
    "#);
    assert_snapshot!(history(En, Some(water(&[])), Some(water(&[("поднялась вода", "подъём")]))), @r#"
    <a href="https://t.me/derek_bot?start=a-water">Вода прибывает</a>
    Revision 2 of 3 · Русский · 3 April 2026, 09:05

    The text stayed as it was: only quotes, figures or other details around it changed.
    [‹ | change:0:water] [2/3 | change:1:water] [› | change:2:water]
    [Article | ar-water]
    "#);
}

#[test]
fn a_history_of_any_size_fits_a_message() {
    let long = |word: &str| {
        let paragraph = format!("{} конец.\n\n", word.repeat(1_500));
        let source =
            format!("title = \"Т\"\nlanguage = \"ru\"\nbody = \"\"\"{}\"\"\"\nsummary = []\n", paragraph.repeat(6));
        vec![article::parse("water.toml", &source).unwrap()]
    };
    for (before, after) in [("слово ", "дело "), ("слово ", "слова слово "), ("безпробелов", "другое")]
    {
        let text = history(Ru, Some(long(before)), Some(long(after)));
        assert!(text.chars().count() < 4_600, "{}", text.chars().count());
        assert!(text.contains("И это не всё"), "{text}");
    }
}

#[test]
fn nothing_is_said_of_an_article_that_never_was() {
    let chat = Chat::new();
    let errand = commands::answer(&chat.context(Ru), "/history nosuch").unwrap().errand.unwrap();
    let told = commands::report(&chat.context(Ru), &errand, None).unwrap();
    assert!(told.html.contains("nosuch"), "{}", told.html);
    let library = Library::default();
    let context = Context { library: &library, bot: BOT, ..chat.context(Ru) };
    assert!(commands::answer(&context, "/history").unwrap().errand.is_none());
}
