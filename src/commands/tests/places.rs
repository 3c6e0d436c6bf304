//! Groups, channels, replies: what is answered where, and about which article.

use insta::assert_snapshot;

use super::{BOT, Chat, shown};
use crate::article::Language::{En, Kk, Ru};
use crate::article::{ArticleId, Language};
use crate::commands::reply::Action;
use crate::commands::{Context, Place, Subject, answer, menu};
use crate::locale::Locales;

#[test]
fn in_a_group_derek_speaks_when_spoken_to() {
    let chat = Chat::new();
    let cases = [
        ("/quote", false, true),
        ("/quote@derek_bot 2", false, true),
        ("/quote@other_bot 2", false, false),
        ("/quote@other_bot 2", true, false),
        ("/nothing", false, false),
        ("/nothing", true, false),
        ("треть", false, false),
        ("треть", true, true),
        ("@derek_bot треть", false, true),
        ("Что скажешь, @Derek_Bot?", false, true),
        ("@other_bot треть", false, false),
        ("я@derek_bot треть", false, true),
        ("me@derek_bot треть", false, false),
        ("/lang", false, true),
        ("", false, false),
    ];
    for (text, replies_to_bot, answered) in cases {
        let context = Context { place: Place::Group, replies_to_bot, ..chat.context(Ru) };
        assert_eq!(answer(&context, text).is_some(), answered, "{text:?} {replies_to_bot}");
    }
}

#[test]
fn a_mention_is_no_part_of_the_words() {
    let chat = Chat::new();
    let context = Context { place: Place::Group, ..chat.context(Ru) };
    assert_eq!(answer(&context, "@derek_bot треть"), answer(&chat.context(Ru), "треть"));
}

#[test]
fn in_a_channel_derek_posts_what_needs_no_press() {
    let chat = Chat::new();
    let context = Context { place: Place::Channel, ..chat.context(Ru) };
    assert_snapshot!(shown(answer(&context, "/quote 3")), @r#"
    <blockquote>Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. Мы не допустили излишней спешки: работа по выборам акимов сельских округов осуществлялась постепенно в течение пяти лет</blockquote>
    — <b>Касым-Жомарт Токаев</b>, Президент Казахстана
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=qbya1heqr-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [Открыть в Дереке | https://t.me/derek_bot?start=qbya1heqr-rural-akims]
    "#);
    for text in ["/quote", "/quote зерно", "/stats", "/summary", "/article", "/stats@derek_bot урожай"] {
        let answer = answer(&context, text).unwrap_or_else(|| panic!("{text} is answered"));
        let mut buttons = answer.message.keyboard.iter().flatten();
        assert!(buttons.all(|button| matches!(button.action, Action::Open(_))), "{text}");
    }
    // Nothing that only tells one person that something is missing.
    let silent = [
        "/quote 9",
        "/quote xyzzy",
        "/summary урожай",
        "/stats xyzzy",
        "/lang",
        "/help",
        "/nothing",
        "треть",
        "@derek_bot треть",
    ];
    for text in silent {
        assert_eq!(answer(&context, text), None, "{text}");
    }
}

#[test]
fn the_article_meant_is_the_one_named_then_replied_to_then_chosen_then_the_newest() {
    let chat = Chat::new();
    let (akims, harvest, gone) = ("rural-akims", "harvest", "gone");
    let cases = [
        ("/article", None, None, akims),
        ("/article", None, Some(harvest), harvest),
        ("/article", Some(akims), Some(harvest), akims),
        ("/article", Some(harvest), None, harvest),
        ("/article", Some(gone), Some(harvest), harvest),
        ("/article", None, Some(gone), akims),
        ("/article урожай", Some(akims), Some(akims), harvest),
        ("/article harvest", None, None, harvest),
        ("/stats", Some(harvest), None, harvest),
        ("/summary rural-akims", None, Some(harvest), akims),
        ("/source", None, Some(harvest), harvest),
        ("/quote 1", Some(harvest), Some(akims), harvest),
        ("/quote зерно", Some(akims), None, harvest),
    ];
    for (text, about, current, expected) in cases {
        let about = about.map(|id| Subject::from_parameter(&format!("a-{id}")).unwrap());
        let current: Option<ArticleId> = current.map(|id| id.parse().unwrap());
        let context = Context { about: about.as_ref(), current: current.as_ref(), ..chat.context(Ru) };
        let answer = answer(&context, text).unwrap();
        assert!(
            answer.message.html.contains(&format!("-{expected}\"")),
            "{text} {about:?} {current:?}: {}",
            answer.message.html
        );
    }
}

#[test]
fn a_reply_to_a_quote_asks_about_this_quote_in_the_language_of_the_chat() {
    let chat = Chat::new();
    let editions = &chat.library.newest_first()[0];
    let quote = &editions.original().quotes[1];
    let about = Subject::from_link(&format!("https://t.me/{BOT}?start=q{}-rural-akims", quote.id), BOT);
    for (language, expected) in [(Ru, "Это очень"), (Kk, "Бұл – өте"), (En, "This is very")] {
        let context = Context { about: about.as_ref(), ..chat.context(language) };
        let html = answer(&context, "/quote").unwrap().message.html;
        assert!(html.contains(expected), "{html}");
    }
}

#[test]
fn every_message_about_an_article_tells_so_in_a_link() {
    let chat = Chat::new();
    for place in [Place::Private, Place::Group, Place::Channel] {
        for text in ["/quote", "/stats", "/summary", "/article"] {
            let html = answer(&Context { place, ..chat.context(Kk) }, text).unwrap().message.html;
            let subjects =
                html.split("href=\"").skip(1).filter_map(|rest| Subject::from_link(rest.split('"').next()?, BOT));
            let articles: Vec<String> = subjects.map(|subject| subject.article.to_string()).collect();
            assert_eq!(articles, ["rural-akims"], "{text}");
        }
    }
}

#[test]
fn the_menu_offers_what_is_answered_there() {
    let locales = Locales::load();
    for language in Language::ALL {
        for (place, editor, expected) in [
            (Place::Private, false, 18),
            (Place::Private, true, 22),
            (Place::Group, true, 18),
            (Place::Channel, true, 6),
        ] {
            let menu = menu(&locales, language, place, editor);
            assert_eq!(menu.len(), expected);
            assert!(menu.iter().all(|(_, about)| (1..=256).contains(&about.chars().count())));
        }
    }
}
