//! /check, and what else is a claim; the versions of a quote.

use insta::assert_snapshot;

use super::Chat;
use crate::article::{self, Article, Language};
use crate::commands::{Context, Place};
use Language::{En, Kk, Ru};

/// The articles about rural akims and those that the claims of `tests/claims` are about.
fn chat() -> Chat {
    let files = [
        ("reservoir-chas.toml", include_str!("../../../tests/claims/articles/reservoir-chas.toml")),
        ("reservoir-dnevnik.toml", include_str!("../../../tests/claims/articles/reservoir-dnevnik.toml")),
        ("reservoir-kurier.toml", include_str!("../../../tests/claims/articles/reservoir-kurier.toml")),
        ("reservoir-vestnik.toml", include_str!("../../../tests/claims/articles/reservoir-vestnik.toml")),
        ("tram.toml", include_str!("../../../tests/claims/articles/tram.toml")),
    ];
    let mut articles: Vec<Article> = super::akims();
    articles.extend(files.map(|(name, source)| article::parse(name, source).unwrap()));
    Chat::with(articles)
}

#[test]
fn each_verdict_is_shown_with_what_proves_it() {
    let chat = chat();
    assert_snapshot!(chat.say(Ru, "/check Мы не допустили излишней спешки"), @r#"
    <b>Сказано именно так</b>

    <blockquote>Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. <b>Мы не допустили излишней спешки</b>: работа по выборам акимов сельских округов осуществлялась постепенно в течение пяти лет</blockquote>
    — <b>Касым-Жомарт Токаев</b>, Президент Казахстана
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=qbya1heqr-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [Цитата | +qrbya1heqr-rural-akims] [Копировать | copy Мы не допустили излишней спешки] [Поделиться | share #qbya1heqr-rural-akims]
    "#);
    assert_snapshot!(chat.say(Ru, "/check За пять лет избрано 2434 акима, из них 1/3 раньше не работала на государственной службе"), @r#"
    <b>Не найдено: просмотрено 6 статей</b>
    Это не значит, что так никогда не говорили.

    Вы прислали: <a href="https://t.me/derek_bot?start=find">За пять лет избрано 2434 акима, из них 1/3 раньше не работала на государственной службе</a>
    [Найдено по словам: 3 | =0:fr2779rpfy0-rural-akims]
    "#);
    assert_snapshot!(chat.say(Ru, "/check Сельский аким должен быть компетентным специалистом, знающим специфику самого села"), @r#"
    <b>Сокращено: слова пропущены без знака пропуска</b>

    <blockquote expandable>Это очень ответственная работа. Сельский аким должен быть <u>по-настоящему</u> компетентным специалистом, <u>досконально</u> знающим <u>и</u> специфику самого села, и чаяния его жителей. Мы только что заслушали выступления нескольких акимов. Необходимо тщательно изучить высказанные идеи и предложения, а также непременно учесть их в дальнейшей работе</blockquote>
    — <b>Касым-Жомарт Токаев</b>, Президент Казахстана
    <i>Подчёркнуто то, что у вас пропущено.</i>
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=qf8nrv8jj-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [Цитата | +qrf8nrv8jj-rural-akims] [Копировать | copy Сельский аким должен быть по-настоящему компетентным специалистом, досконально знающим и специфику самого села] [Поделиться | share #qf8nrv8jj-rural-akims]
    "#);
    assert_snapshot!(chat.say(Ru, "/check Мы допустили излишнюю спешку: работа по выборам акимов сельских округов"), @r#"
    <b>Изменено: сказано было иначе</b>
    • отрицание: пропущено <u>не</u>
    • слова: <s>излишнюю</s> → <u>излишней</u>
    • слова: <s>спешку</s> → <u>спешки</u>

    Вы прислали:
    <blockquote>Мы допустили <s>излишнюю</s> <s>спешку</s>: работа по выборам акимов сельских округов</blockquote>
    В статье:
    <blockquote>Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. Мы <u>не</u> допустили <u>излишней спешки</u>: работа по выборам акимов сельских округов осуществлялась постепенно в течение пяти лет</blockquote>
    — <b>Касым-Жомарт Токаев</b>, Президент Казахстана
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=qbya1heqr-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [Цитата | +qrbya1heqr-rural-akims] [Копировать | copy Мы не допустили излишней спешки: работа по выборам акимов сельских округов] [Поделиться | share #qbya1heqr-rural-akims]
    "#);
    assert_snapshot!(chat.say(Ru, "/check Сильные села – залог благополучия. Мы не допустили излишней спешки"), @r#"
    <b>Склеено из 2 мест</b>

    1. <a href="https://t.me/derek_bot?start=qfmn7eh62-rural-akims">Касым-Жомарт Токаев</a> · 28 ноября 2025 года
    <blockquote>…Тема, действительно, крайне актуальна. Положение дел на селе – это вопрос стратегической важности для Казахстана. <b>Сильные села – залог благополучия</b> и процветания всей страны. Поэтому и требования к акимам сельских округов, и возлагаемые на них задачи всегда имеют особую значимость</blockquote>

    2. <a href="https://t.me/derek_bot?start=qbya1heqr-rural-akims">Касым-Жомарт Токаев</a> · 28 ноября 2025 года
    <blockquote>Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. <b>Мы не допустили излишней спешки</b>: работа по выборам акимов сельских округов осуществлялась постепенно в течение пяти лет</blockquote>
    [1 | +qrfmn7eh62-rural-akims] [2 | +qrbya1heqr-rural-akims]
    "#);
    assert_snapshot!(chat.say(Ru, "/check Назарбаев: «Мы не допустили излишней спешки»"), @r#"
    <b>Слова те же, но сказал их другой</b>

    <blockquote>Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. <b>Мы не допустили излишней спешки</b>: работа по выборам акимов сельских округов осуществлялась постепенно в течение пяти лет</blockquote>
    — <b>Касым-Жомарт Токаев</b>, Президент Казахстана
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=qbya1heqr-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [Цитата | +qrbya1heqr-rural-akims] [Копировать | copy Мы не допустили излишней спешки] [Поделиться | share #qbya1heqr-rural-akims]
    "#);
    assert_snapshot!(chat.say(Ru, "/check Каждая школа получит новый спортивный зал уже в следующем году"), @r#"
    <b>Не найдено: просмотрено 6 статей</b>
    Это не значит, что так никогда не говорили.

    Вы прислали: <a href="https://t.me/derek_bot?start=find">Каждая школа получит новый спортивный зал уже в следующем году</a>
    [Найдено по словам: 2 | =0:qrwe7xbprm-reservoir-chas]
    "#);
    assert_snapshot!(chat.say(Kk, "/check Біз артық асығыстыққа жол бермедік"), @r#"
    <b>Дәл осылай айтылған</b>

    <blockquote>Бұл мемлекеттік басқару жүйесін түбегейлі жаңғырту жолындағы басты қадам болды, өйткені жергілікті әкімдер бүкіл билік вертикалінің тірегі саналады. <b>Біз артық асығыстыққа жол бермедік</b>: ауылдық округ әкімдерін сайлау жұмысы бес жыл бойы кезең-кезеңімен жүргізілді</blockquote>
    — <b>Қасым-Жомарт Тоқаев</b>, Қазақстан Президенті
    2025 жылғы 28 қараша
    <a href="https://t.me/derek_bot?start=qr1w4nyp7-rural-akims">Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе</a>
    <i>Дәйексөз аударылған. Сөзбе-сөз нұсқасы – түпнұсқада.</i>
    [Дәйексөз | +qkr1w4nyp7-rural-akims] [Көшіру | copy Біз артық асығыстыққа жол бермедік] [Бөлісу | share #qr1w4nyp7-rural-akims]
    "#);
    assert_snapshot!(chat.say(En, "/check Strong villages are the key to the prosperity of the country"), @r#"
    <b>Shortened: words were left out without a sign</b>

    <blockquote expandable>Today's meeting, to which representatives of all levels of our country's executive branch have been invited, is of special importance. Present here too is the overwhelming majority – 80 percent of the akims of rural districts. The subject is indeed extremely topical. The state of affairs in the countryside is a matter of strategic importance for Kazakhstan. Strong villages are the key to the <u>well-being and</u> prosperity of the <u>whole</u> country. That is why both the demands made on the akims of rural districts and the tasks entrusted to them are always of particular significance</blockquote>
    — <b>Kassym-Jomart Tokayev</b>, President of Kazakhstan
    <i>Underlined: left out of what you sent.</i>
    28 November 2025
    <a href="https://t.me/derek_bot?start=q5knqbhze-rural-akims">Tokayev: the state of the countryside is a matter of strategic importance</a>
    <i>This quote is translated. The exact words are in the original.</i>
    [The quote | +qe5knqbhze-rural-akims] [Copy | copy Strong villages are the key to the well-being and prosperity of the whole country] [Share | share #q5knqbhze-rural-akims]
    "#);
}

#[test]
fn the_versions_of_a_quote_are_shown_side_by_side() {
    let chat = chat();
    assert_snapshot!(chat.say(Ru, "/check Мы построили это водохранилище за три года"), @r#"
    <b>Сказано именно так</b>

    <blockquote><b>Мы построили это водохранилище за три года</b> […] Мы не обещаем чудес, но каждый двор получит чистую воду.</blockquote>
    — <b>Ерлан Сапаров</b>, аким Северной области
    21 апреля 2026 года · Новости часа
    <a href="https://t.me/derek_bot?start=qwe7xbprm-reservoir-chas">Сапаров: мы не обещаем чудес</a>
    Опубликовано в 4 статьях; в 1 из них этих слов нет
    [Цитата | +qrwe7xbprm-reservoir-chas] [Копировать | copy Мы построили это водохранилище за три года […] Мы не обещаем чудес, но каждый двор получит чистую воду.] [Поделиться | share #qwe7xbprm-reservoir-chas]
    [Версии: 4 | +vrwe7xbprm0-reservoir-chas]
    "#);
    assert_snapshot!(chat.say(Ru, "/quote водохранилище"), @r#"
    <blockquote>Мы построили это водохранилище за три года […] Мы не обещаем чудес, но каждый двор получит чистую воду.</blockquote>
    — <b>Ерлан Сапаров</b>, аким Северной области
    21 апреля 2026 года · Новости часа
    <a href="https://t.me/derek_bot?start=qwe7xbprm-reservoir-chas">Сапаров: мы не обещаем чудес</a>
    Опубликовано в 4 статьях; в 3 из них часть слов опущена
    [‹ | qr6tank6gg-reservoir-chas] [1/2 | qrwe7xbprm-reservoir-chas] [› | qr6tank6gg-reservoir-chas]
    [Контекст | crwe7xbprm0-reservoir-chas] [Копировать | copy Мы построили это водохранилище за три года […] Мы не обещаем чудес, но каждый двор получит чистую воду.] [Поделиться | share #qwe7xbprm-reservoir-chas]
    [Карточка | +krwe7xbprm0-reservoir-chas]
    [Версии: 4 | vrwe7xbprm0-reservoir-chas]
    [Цифры | nr0-reservoir-chas] [Статья | ar-reservoir-chas]
    "#);
}

#[test]
fn a_claim_is_whatever_looks_like_one() {
    let chat = chat();
    let asked = chat.say(Ru, "/check Мы не допустили излишней спешки: работа по выборам");
    let words = "Мы не допустили излишней спешки: работа по выборам";
    let private = chat.context(Ru);
    let group = Context { place: Place::Group, ..private };
    let channel = Context { place: Place::Channel, ..private };
    let said = |context: Context<'_>, text: &str| super::shown(crate::commands::answer(&context, text));
    // Seven words in private; fewer are looked for, unless they were passed on.
    assert_eq!(said(private, words), asked);
    assert_eq!(said(private, "излишней спешки"), chat.say(Ru, "/quote излишней спешки"), "fewer words are looked for");
    let few = said(Context { forwarded: true, ..private }, "Мы не допустили излишней спешки");
    assert_eq!(few, chat.say(Ru, "/check Мы не допустили излишней спешки"));
    // A reply: the words behind the command go first.
    let replied = Context { replied: Some(words), ..group };
    assert_eq!(said(replied, "/check"), asked);
    assert_eq!(said(Context { replied: Some("Выборы"), ..group }, &format!("/check {words}")), asked);
    assert_eq!(said(group, words), "(silence)");
    assert_eq!(said(channel, &format!("/check {words}")), "(silence)");
    assert_snapshot!(said(group, "/check"), @"
    Пришлите слова после /check, и я скажу, так ли это было сказано: /check «Сильные сёла — залог благополучия»

    Можно ответить командой /check на любое сообщение или переслать его мне в личный чат.
    ");
    assert_eq!(said(Context { forwarded: true, ..private }, ""), said(group, "/check"));
}

#[test]
fn what_cannot_be_checked_is_said_plainly() {
    let chat = chat();
    let mut shown = String::new();
    for language in Language::ALL {
        for claim in ["🎉🎉", "спешки", "مرحبا بالعالم", &"слово ".repeat(16_000), &"ы".repeat(100_000)]
        {
            let answer = chat.say(language, &format!("/check {claim}"));
            assert!(answer.chars().count() < 5_000);
            let told: Vec<&str> = answer.lines().take(2).collect();
            shown.push_str(&told.join(" | "));
            shown.push('\n');
        }
    }
    assert_snapshot!(shown, @"
    <b>Мұнда тексеретін сөз жоқ.</b>
    <b>Бір сөзді тексеру мүмкін емес. Сөйлемді толық жіберіңіз.</b>
    <b>Мен қазақша (кирилл), орысша және ағылшынша сөздерді тексеремін.</b>
    <b>Табылмады: 6 мақала қаралды</b> | <i>Мәтін ұзақ: алғашқы 300 сөзі қаралды.</i>
    <b>Бір сөзді тексеру мүмкін емес. Сөйлемді толық жіберіңіз.</b>
    <b>Здесь нет слов, которые можно проверить.</b>
    <b>Одного слова для проверки мало. Пришлите фразу целиком.</b>
    <b>Я проверяю слова на русском, казахском (кириллица) и английском.</b>
    <b>Не найдено: просмотрено 6 статей</b> | <i>Текст длинный: проверены первые слова — 300.</i>
    <b>Одного слова для проверки мало. Пришлите фразу целиком.</b>
    <b>There are no words here that could be checked.</b>
    <b>One word is too little to be checked. Send the whole phrase.</b>
    <b>I check words in English, Kazakh (Cyrillic) and Russian.</b>
    <b>Not found in 6 articles</b> | <i>It is long: I looked at the first 300 words.</i>
    <b>One word is too little to be checked. Send the whole phrase.</b>
    ");
}

#[test]
fn inline_words_as_long_as_a_claim_are_checked_first() {
    let chat = chat();
    let results = |words: &str| crate::commands::inline(&chat.context(Ru), words, "").results;
    let found = results("Мы не допустили излишней спешки: работа по выборам");
    assert_snapshot!(format!("{} | {}\n{}", found[0].title, found[0].description, super::message_text(&found[0].message)), @r#"
    Сказано именно так | Мы не допустили излишней спешки: работа по выборам
    <b>Сказано именно так</b>

    <blockquote>Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. <b>Мы не допустили излишней спешки: работа по выборам</b> акимов сельских округов осуществлялась постепенно в течение пяти лет</blockquote>
    — <b>Касым-Жомарт Токаев</b>, Президент Казахстана
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=qbya1heqr-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [Копировать | copy Мы не допустили излишней спешки: работа по выборам] [Поделиться | share #qbya1heqr-rural-akims]
    "#);
    assert!(found[1..].iter().all(|result| result.id != found[0].id), "what fits the words follows");
    let found = results("Каждая школа получит новый спортивный зал уже в следующем году");
    assert_snapshot!(format!("{} | {}\n{}", found[0].title, found[0].description, super::message_text(&found[0].message)), @r#"
    Не найдено: просмотрено 6 статей | Каждая школа получит новый спортивный зал уже в следующем году
    <b>Не найдено: просмотрено 6 статей</b>
    Это не значит, что так никогда не говорили.

    Вы прислали: <a href="https://t.me/derek_bot?start=find">Каждая школа получит новый спортивный зал уже в следующем году</a>
    "#);
}

#[test]
fn versions_are_turned_page_by_page_and_left_again() {
    let chat = chat();
    let pressed = crate::commands::press(&chat.context(Ru), "+vrwe7xbprm0-reservoir-chas");
    assert_eq!(pressed.edit, None, "the answer with the verdict stays");
    assert_snapshot!(super::message_text(&pressed.send.unwrap()), @r#"
    <b>Опубликовано в 4 статьях; в 3 из них часть слов опущена</b>

    1. <a href="https://t.me/derek_bot?start=qp7z8d446-reservoir-vestnik">В Северной области открыли водохранилище</a> · 20 апреля 2026 года · Степной вестник
    <blockquote>Мы построили это водохранилище за три года. Проект обошёлся бюджету в 2 334 миллиона тенге, и ни одного тенге не потрачено впустую. Вода придёт в двенадцать сёл уже 15 мая. Мы не обещаем чудес, но каждый двор получит чистую воду. Спасибо строителям, которые работали и зимой, и летом</blockquote>
    — <b>Ерлан Сапаров</b>, аким Северной области

    2. <a href="https://t.me/derek_bot?start=qdnt2akww-reservoir-dnevnik">Чистая вода для двенадцати сёл</a> · 21 апреля 2026 года · Дневник области
    <blockquote>Проект обошёлся бюджету в 2 334 миллиона тенге, и ни одного тенге не потрачено впустую. Вода придёт в двенадцать сёл уже 15 мая. Мы не обещаем чудес, но каждый двор получит чистую воду</blockquote>
    Здесь нет: <u>Мы построили это водохранилище за три года … Спасибо строителям, которые работали и зимой, и летом</u>

    3. <a href="https://t.me/derek_bot?start=q9maaqyvs-reservoir-kurier">Водохранилище открыто</a> · 20 апреля 2026 года · Северный курьер
    <blockquote>Мы построили это водохранилище за три года. Проект обошёлся бюджету в 2 334 миллиона тенге, и ни одного тенге не потрачено впустую. Мы не обещаем чудес, но каждый двор получит чистую воду</blockquote>
    Здесь нет: <u>Вода придёт в двенадцать сёл уже 15 мая … Спасибо строителям, которые работали и зимой, и летом</u>
    [‹ | vrwe7xbprm1-reservoir-chas] [1/2 | vrwe7xbprm0-reservoir-chas] [› | vrwe7xbprm1-reservoir-chas]
    [‹ К цитате | qrwe7xbprm-reservoir-chas]
    "#);
    assert_snapshot!(chat.press(Ru, "vrwe7xbprm1-reservoir-chas"), @r#"
    <b>Опубликовано в 4 статьях; в 3 из них часть слов опущена</b>

    4. <a href="https://t.me/derek_bot?start=qwe7xbprm-reservoir-chas">Сапаров: мы не обещаем чудес</a> · 21 апреля 2026 года · Новости часа
    <blockquote>Мы построили это водохранилище за три года […] Мы не обещаем чудес, но каждый двор получит чистую воду.</blockquote>
    Здесь нет: <u>Проект обошёлся бюджету в 2 334 миллиона тенге, и ни одного тенге не потрачено впустую. Вода придёт в двенадцать сёл…</u>

    5. <a href="https://t.me/derek_bot?start=q6tank6gg-reservoir-chas">Сапаров: мы не обещаем чудес</a> · 21 апреля 2026 года · Новости часа
    <blockquote>Спасибо строителям, которые работали и зимой, и летом</blockquote>
    Здесь нет: <u>Мы построили это водохранилище за три года. Проект обошёлся бюджету в 2 334 миллиона тенге, и ни одного тенге не…</u>
    [‹ | vrwe7xbprm0-reservoir-chas] [2/2 | vrwe7xbprm1-reservoir-chas] [› | vrwe7xbprm0-reservoir-chas]
    [‹ К цитате | qrwe7xbprm-reservoir-chas]
    "#);
}

#[test]
fn each_quote_of_a_news_post_has_its_verdict() {
    let chat = chat();
    let post = "Аким Северной области Ерлан Сапаров открыл водохранилище. «Мы построили это водохранилище за три года», – сказал он. \
        «Проект обошёлся бюджету в 2434 миллиона тенге», – добавил Сапаров. \
        Директор школы Айгуль Ахметова ответила: «Мы ждали этого дня двадцать лет».";
    assert_snapshot!(chat.say(Ru, post), @r#"
    <b>Проверено цитат: 3</b>

    1. <b>Сказано именно так</b>
    <blockquote>Ерлан Сапаров: «Мы построили это водохранилище за три года»</blockquote>
    <a href="https://t.me/derek_bot?start=qwe7xbprm-reservoir-chas">Ерлан Сапаров</a>

    2. <b>Изменено: сказано было иначе</b>
    <blockquote>Ерлан Сапаров: «Проект обошёлся бюджету в <s>2434 миллиона</s> тенге»</blockquote>
    <a href="https://t.me/derek_bot?start=qdnt2akww-reservoir-dnevnik">Ерлан Сапаров</a>
    • число: <s>2434 миллиона</s> → <u>2 334 миллиона</u>

    3. <b>Не найдено: просмотрено 6 статей</b>
    <blockquote>Айгуль Ахметова: «Мы ждали этого дня двадцать лет»</blockquote>
    [1 | +qrwe7xbprm-reservoir-chas] [2 | +qrdnt2akww-reservoir-dnevnik]
    "#);
}

#[test]
fn a_quote_that_several_articles_carry_is_one_result_that_names_them() {
    let chat = chat();
    assert_snapshot!(chat.say(Ru, "/search водохранилище чудес"), @r#"
    <a href="https://t.me/derek_bot?start=find">водохранилище чудес</a> — 2 результата

    1. <a href="https://t.me/derek_bot?start=qwe7xbprm-reservoir-chas">Ерлан Сапаров</a> · 21 апреля 2026 года
    <blockquote>Мы построили это <b>водохранилище</b> за три года […] Мы не обещаем <b>чудес</b>, но каждый двор получит чистую воду.</blockquote>
    Есть также в: <a href="https://t.me/derek_bot?start=q9maaqyvs-reservoir-kurier">Северный курьер</a>, <a href="https://t.me/derek_bot?start=qp7z8d446-reservoir-vestnik">Степной вестник</a>, <a href="https://t.me/derek_bot?start=qdnt2akww-reservoir-dnevnik">Дневник области</a>

    2. <a href="https://t.me/derek_bot?start=a-reservoir-chas">Сапаров: мы не обещаем <b>чудес</b></a> · 21 апреля 2026 года
    «Мы построили это <b>водохранилище</b> за три года, – сказал Сапаров. – Мы не обещаем <b>чудес</b>, но каждый двор получит чистую воду.
    [1 | !0:qrwe7xbprm-reservoir-chas] [2 | !0:ar-reservoir-chas]
    "#);
}
