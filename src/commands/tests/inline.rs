//! Inline answers.

use insta::assert_snapshot;

use super::{BOT, Chat, akims, message_text};
use crate::article::Language::{self, En, Kk, Ru};
use crate::commands::inline;
use crate::commands::reply::{Action, InlineAnswer};

/// The results, a line each: id, title, description.
fn lines(answer: &InlineAnswer) -> String {
    let lines =
        answer.results.iter().map(|it| format!("{} | {} | {}", it.id, it.title, it.description.replace('\n', " ⏎ ")));
    lines.collect::<Vec<_>>().join("\n").replace('\u{a0}', "⍽")
}

#[test]
fn nothing_typed_brings_the_newest_article() {
    let chat = Chat::new();
    assert_snapshot!(lines(&inline(&chat.context(Ru), "", "")), @"
    sr-rural-akims | Кратко | Токаев: положение дел на селе – вопрос стратегической важности · 28 ноября 2025 года
    nr0-rural-akims | Цифры | Токаев: положение дел на селе – вопрос стратегической важности · 28 ноября 2025 года
    qrfmn7eh62-rural-akims | Сегодняшняя встреча, на которую были приглашены представители исполнительной власти всех уровней нашей страны, имеет особое значение. Здесь присутствует и подавляющее большинство – 80 процентов… | Касым-Жомарт Токаев · 28 ноября 2025 года
    qrf8nrv8jj-rural-akims | Это очень ответственная работа. Сельский аким должен быть по-настоящему компетентным специалистом, досконально знающим и специфику самого села, и чаяния его жителей. Мы только что заслушали… | Касым-Жомарт Токаев · 28 ноября 2025 года
    qrbya1heqr-rural-akims | Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. Мы не допустили излишней спешки: работа по… | Касым-Жомарт Токаев · 28 ноября 2025 года
    ar-harvest | Урожай собран | 1 октября 2025 года ⏎ Урожай собран на 95 % площадей, – сообщил министр.
    ");
    assert_snapshot!(lines(&inline(&chat.context(Kk), " ", "")), @"
    sk-rural-akims | Қысқаша | Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе · 2025 жылғы 28 қараша
    nk0-rural-akims | Сандар | Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе · 2025 жылғы 28 қараша
    qks8y5t2xk-rural-akims | Еліміздегі атқарушы биліктің барлық деңгейінің өкілдері шақырылған бүгінгі кездесудің маңызы ерекше. Мұнда ауылдық округ әкімдерінің басым бөлігі – 80 пайызы қатысып отыр. Тақырып, шынымен де, өте… | Қасым-Жомарт Тоқаев · 2025 жылғы 28 қараша
    qk8k36cv7y-rural-akims | Бұл – өте жауапты жұмыс. Ауыл әкімі ауылдың өз ерекшелігін де, тұрғындардың арман-тілегін де жетік білетін, шын мәнінде құзыретті маман болуға тиіс. Біз жаңа ғана бірнеше әкімнің сөзін тыңдадық.… | Қасым-Жомарт Тоқаев · 2025 жылғы 28 қараша
    qkr1w4nyp7-rural-akims | Бұл мемлекеттік басқару жүйесін түбегейлі жаңғырту жолындағы басты қадам болды, өйткені жергілікті әкімдер бүкіл билік вертикалінің тірегі саналады. Біз артық асығыстыққа жол бермедік: ауылдық округ… | Қасым-Жомарт Тоқаев · 2025 жылғы 28 қараша
    ar-harvest | Урожай собран | 2025 жылғы 1 қазан ⏎ Урожай собран на 95 % площадей, – сообщил министр.
    ");
    assert_snapshot!(lines(&inline(&chat.context(En), "", "")), @"
    se-rural-akims | Summary | Tokayev: the state of the countryside is a matter of strategic importance · 28 November 2025
    ne0-rural-akims | Figures | Tokayev: the state of the countryside is a matter of strategic importance · 28 November 2025
    qe5knqbhze-rural-akims | Today's meeting, to which representatives of all levels of our country's executive branch have been invited, is of special importance. Present here too is the overwhelming majority – 80 percent of… | Kassym-Jomart Tokayev · 28 November 2025
    qej0qkbdv4-rural-akims | This is very responsible work. A rural akim must be a truly competent specialist with a thorough knowledge of both the particulars of the village itself and the hopes of its residents. We have just… | Kassym-Jomart Tokayev · 28 November 2025
    qeamscccjb-rural-akims | This was a key step on the way to a fundamental modernisation of the system of public administration, for local akims are considered the backbone of the entire vertical of power. We did not allow… | Kassym-Jomart Tokayev · 28 November 2025
    ar-harvest | Урожай собран | 1 October 2025 ⏎ Урожай собран на 95 % площадей, – сообщил министр.
    ");
}

#[test]
fn words_bring_what_fits() {
    let chat = Chat::new();
    assert_snapshot!(lines(&inline(&chat.context(Ru), "акимов сельских", "")), @"
    qrfmn7eh62-rural-akims | Касым-Жомарт Токаев · 28 ноября 2025 года | …Здесь присутствует и подавляющее большинство – 80 процентов акимов сельских округов. Тема, действительно, крайне актуальна. Положение дел на селе – это вопрос стратегической важности для Казахстана.…
    qrf8nrv8jj-rural-akims | Касым-Жомарт Токаев · 28 ноября 2025 года | Это очень ответственная работа. Сельский аким должен быть по-настоящему компетентным специалистом, досконально знающим и специфику самого села, и чаяния его жителей. Мы только что заслушали…
    qrbya1heqr-rural-akims | Касым-Жомарт Токаев · 28 ноября 2025 года | Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. Мы не допустили излишней спешки: работа по…
    frczdp4qzv0-rural-akims | 80⍽% — доля акимов сельских округов, присутствовавших на встрече | Здесь присутствует и подавляющее большинство – 80 процентов акимов сельских округов. · 28 ноября 2025 года
    frzfxjsj400-rural-akims | 5 лет — постепенный переход к выборам акимов сельских округов | работа по выборам акимов сельских округов осуществлялась постепенно в течение пяти лет · 28 ноября 2025 года
    frzqr30bcq0-rural-akims | 2⍽334 акима сельских округов — избрано по всей стране | По данным Токаева, по всей стране было избрано 2334 акима сельских округов. · 28 ноября 2025 года
    fr362qagre0-rural-akims | 2020 — год, когда в Послании народу прозвучала инициатива прямых выборов акимов | Токаев напомнил о своей инициативе по введению прямых выборов акимов сельских округов, которая была озвучена в Послании народу в 2020 году. · 28 ноября 2025 года
    ar-rural-akims | Токаев: положение дел на селе – вопрос стратегической важности | 28 ноября 2025 года ⏎ Президент Касым-Жомарт Токаев выступил на диалог-платформе сельских акимов в Астане, где обозначил задачи по развитию сельских территорий и совершенствованию института сельских акимов.
    ");
    assert_snapshot!(lines(&inline(&chat.context(En), "2334", "")), @"
    feqs2xefxr0-rural-akims | 2,334 akims of rural districts — elected across the country | According to Tokayev, 2,334 akims of rural districts have been elected across the country. · 28 November 2025
    ae-rural-akims | Tokayev: the state of the countryside is a matter of strategic importance | 28 November 2025 ⏎ According to Tokayev, 2,334 akims of rural districts have been elected across the country.
    ");
    let nothing = inline(&chat.context(Kk), "xyzzy", "");
    assert!(nothing.results.is_empty() && nothing.next_offset.is_empty());
    assert_eq!(nothing.open_private, ("Ештеңе табылмады. Деректен сұраңыз".to_owned(), "hello".to_owned()));
}

#[test]
fn a_result_carries_everything_that_a_reader_must_know() {
    let chat = Chat::new();
    let answer = inline(&chat.context(Ru), "сухое зерно", "");
    assert_snapshot!(message_text(&answer.results[0].message), @r#"
    <blockquote>Зерно, […] сухое.</blockquote>
    — <b>Министр</b>
    1 октября 2025 года · <a href="https://example.kz/harvest?a=1&amp;b=2">Сельская газета</a>
    <a href="https://t.me/derek_bot?start=qqw6tcsx7-harvest">Урожай собран</a>
    [Источник | https://example.kz/harvest?a=1&b=2] [Поделиться | share #qqw6tcsx7-harvest]
    "#);
    let answer = inline(&chat.context(En), "undue haste", "");
    assert_snapshot!(message_text(&answer.results[0].message), @r#"
    <blockquote>This was a key step on the way to a fundamental modernisation of the system of public administration, for local akims are considered the backbone of the entire vertical of power. We did not allow undue haste: the work on electing the akims of rural districts was carried out gradually over five years</blockquote>
    — <b>Kassym-Jomart Tokayev</b>, President of Kazakhstan
    28 November 2025
    <a href="https://t.me/derek_bot?start=qamscccjb-rural-akims">Tokayev: the state of the countryside is a matter of strategic importance</a>
    <i>This quote is translated. The exact words are in the original.</i>
    [Open in Derek | https://t.me/derek_bot?start=qamscccjb-rural-akims] [Share | share #qamscccjb-rural-akims]
    "#);
}

#[test]
fn what_a_share_button_types_finds_exactly_that() {
    let chat = Chat::new();
    for language in Language::ALL {
        for words in ["/quote 2", "/stats", "/article", "треть"] {
            let shared = crate::commands::answer(&chat.context(language), words).unwrap().message;
            let actions = shared.keyboard.iter().flatten().map(|button| &button.action);
            for query in actions.filter_map(|action| if let Action::Share(query) = action { Some(query) } else { None })
            {
                let first = &inline(&chat.context(language), query, "").results[0];
                // Before what was found stand the words that found it.
                assert!(shared.html.ends_with(&first.message.html), "{query}");
                // Whoever reads another language is offered the same thing, and the same in the own language after it.
                let elsewhere = &inline(&chat.context(Language::En), query, "").results;
                assert!(elsewhere.len() > 1, "{query}");
            }
        }
    }
    for query in ["#", "#a-gone", "#q00000000-rural-akims", "#xyzzy"] {
        assert!(inline(&chat.context(Ru), query, "").results.is_empty(), "{query}");
    }
}

#[test]
fn pages_follow_each_other_to_the_end() {
    let articles = (0..45).map(|number| {
        let mut article = akims().swap_remove(0);
        article.id = format!("article-{number}").parse().unwrap();
        article
    });
    let chat = Chat::with(articles.collect());
    for query in ["", "акимов"] {
        let (mut offset, mut ids) = (String::new(), Vec::new());
        loop {
            let answer = inline(&chat.context(Ru), query, &offset);
            ids.extend(answer.results.iter().map(|result| result.id.clone()));
            assert!(answer.results.len() <= 50 && answer.next_offset.len() <= 64);
            offset = answer.next_offset;
            if offset.is_empty() {
                break;
            }
        }
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "each result once");
        assert!(count >= 45, "{count}");
    }
    for forged in ["9999", "x", "-1", "99999999999999999999999"] {
        assert!(inline(&chat.context(Ru), "", forged).results.is_empty(), "{forged}");
    }
}

#[test]
fn the_button_over_the_results_greets() {
    let chat = Chat::new();
    let (_, parameter) = inline(&chat.context(Ru), "", "").open_private;
    let greeted = crate::commands::answer(&chat.context(Ru), &format!("/start {parameter}"));
    assert_eq!(greeted, crate::commands::answer(&chat.context(Ru), "/start"), "{BOT}");
}
