//! A private chat, in three languages: an article as a whole. The list, lead and text, summary, source.

use insta::assert_snapshot;

use super::Chat;
use crate::article::Language::{En, Kk, Ru};

#[test]
fn articles_are_listed_newest_first() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/articles"), @r#"
    <b>2 статьи</b>
    Выберите статью — дальше поговорим о ней.

    1. <a href="https://t.me/derek_bot?start=a-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    28 ноября 2025 года

    2. <a href="https://t.me/derek_bot?start=a-harvest">Урожай собран</a>
    1 октября 2025 года
    [1. Токаев: положение дел на селе – вопрос… | choose:rural-akims]
    [2. Урожай собран | choose:harvest]
    "#);
    assert_snapshot!(chat.press(Kk, "choose:harvest"), @r#"
    <a href="https://t.me/derek_bot?start=a-harvest">Урожай собран</a>
    2025 жылғы 1 қазан · <a href="https://example.kz/harvest?a=1&amp;b=2">Сельская газета</a>

    Урожай собран на 95 % площадей, – сообщил министр.
    [Дәйексөздер | qrqw6tcsx7-harvest] [Сандар | nr0-harvest]
    [Толық мәтін | br0-harvest] [Бөлісу | share #a-harvest] [Дереккөз | https://example.kz/harvest?a=1&b=2]
    [Барлық мақала | articles:0]
    change: Article(ArticleId("harvest"))
    "#);
}

#[test]
fn an_article_shows_its_lead_and_its_full_text() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/article"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    28 ноября 2025 года

    Президент Касым-Жомарт Токаев выступил на диалог-платформе сельских акимов в Астане, где обозначил задачи по развитию сельских территорий и совершенствованию института сельских акимов.

    <i>Фото пресс-службы Акорды</i>
    [Кратко | sr-rural-akims] [Цитаты | qrfmn7eh62-rural-akims] [Цифры | nr0-rural-akims]
    [Полный текст | br0-rural-akims] [Поделиться | share #a-rural-akims]
    [Все статьи | articles:0]
    [Қазақша | ak-rural-akims] [English | ae-rural-akims]
    "#);
    assert_snapshot!(chat.say(Kk, "/article rural-akims"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе</a>
    2025 жылғы 28 қараша

    Президент Қасым-Жомарт Тоқаев Астанада өткен ауыл әкімдерінің диалог-платформасында сөз сөйлеп, ауылдық аумақтарды дамыту және ауыл әкімдері институтын жетілдіру жөніндегі міндеттерді айқындап берді.

    <i>Фото: Ақорданың баспасөз қызметі</i>

    <i>Бұл – мақаланың аудармасы.</i>
    [Қысқаша | sk-rural-akims] [Дәйексөздер | qks8y5t2xk-rural-akims] [Сандар | nk0-rural-akims]
    [Толық мәтін | bk0-rural-akims] [Бөлісу | share #a-rural-akims]
    [Барлық мақала | articles:0]
    [Түпнұсқа: Русский | ar-rural-akims] [English | ae-rural-akims]
    change: Article(ArticleId("rural-akims"))
    "#);
    assert_snapshot!(chat.press(Ru, "br0-harvest"), @r#"
    <a href="https://t.me/derek_bot?start=a-harvest">Урожай собран</a>
    1 октября 2025 года · <a href="https://example.kz/harvest?a=1&amp;b=2">Сельская газета</a>

    Урожай собран на 95 % площадей, – сообщил министр.

    – Зерно, – сказал он, – сухое.
    [‹ К статье | ar-harvest]
    "#);
}

#[test]
fn a_summary_is_made_of_sentences_of_the_body() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/summary"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    28 ноября 2025 года

    • Президент Касым-Жомарт Токаев выступил на диалог-платформе сельских акимов в Астане, где обозначил задачи по развитию сельских территорий и совершенствованию института сельских акимов.

    • Президент подчеркнул, что аким должен быть компетентным специалистом, который знает специфику села и потребности его жителей.

    • По данным Токаева, по всей стране было избрано 2334 акима сельских округов.

    • Их средний возраст составляет 43 года, а треть избранных акимов – это граждане, которые не работали ранее в системе государственной службы.
    [Цитаты | qrfmn7eh62-rural-akims] [Цифры | nr0-rural-akims]
    [Полный текст | br0-rural-akims] [Поделиться | share #a-rural-akims]
    [Қазақша | sk-rural-akims] [English | se-rural-akims]
    "#);
    assert_snapshot!(chat.say(Kk, "/summary"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе</a>
    2025 жылғы 28 қараша

    • Президент Қасым-Жомарт Тоқаев Астанада өткен ауыл әкімдерінің диалог-платформасында сөз сөйлеп, ауылдық аумақтарды дамыту және ауыл әкімдері институтын жетілдіру жөніндегі міндеттерді айқындап берді.

    • Президент әкім ауылдың ерекшелігін және тұрғындардың қажеттілігін білетін құзыретті маман болуға тиіс екенін атап өтті.

    • Тоқаевтың мәліметінше, бүкіл ел бойынша 2334 ауылдық округ әкімі сайланды.

    • Олардың орташа жасы – 43 жас, ал сайланған әкімдердің үштен бірі – бұрын мемлекеттік қызмет жүйесінде жұмыс істемеген азаматтар.

    <i>Бұл – мақаланың аудармасы.</i>
    [Дәйексөздер | qks8y5t2xk-rural-akims] [Сандар | nk0-rural-akims]
    [Толық мәтін | bk0-rural-akims] [Бөлісу | share #a-rural-akims]
    [Түпнұсқа: Русский | sr-rural-akims] [English | se-rural-akims]
    "#);
    assert_snapshot!(chat.say(En, "/summary"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Tokayev: the state of the countryside is a matter of strategic importance</a>
    28 November 2025

    • President Kassym-Jomart Tokayev spoke at the dialogue platform of rural akims in Astana, where he set out the tasks of developing rural areas and improving the institution of rural akims.

    • The President stressed that an akim must be a competent specialist who knows the particulars of the village and the needs of its residents.

    • According to Tokayev, 2,334 akims of rural districts have been elected across the country.

    • Their average age is 43, and a third of the elected akims are citizens who had not worked in the civil service before.

    <i>This edition is a translation.</i>
    [Quotes | qe5knqbhze-rural-akims] [Figures | ne0-rural-akims]
    [Full text | be0-rural-akims] [Share | share #a-rural-akims]
    [Қазақша | sk-rural-akims] [Original: Русский | sr-rural-akims]
    "#);
    assert_snapshot!(chat.say(Ru, "/summary урожай"), @r#"
    <a href="https://t.me/derek_bot?start=a-harvest">Урожай собран</a>
    1 октября 2025 года · <a href="https://example.kz/harvest?a=1&amp;b=2">Сельская газета</a>

    У этой статьи нет краткого изложения.
    [Цитаты | qrqw6tcsx7-harvest] [Цифры | nr0-harvest]
    [Полный текст | br0-harvest] [Поделиться | share #a-harvest]
    "#);
}

#[test]
fn the_source_is_told_with_what_the_article_holds() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/source"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    28 ноября 2025 года
    Место публикации не указано.
    <i>Фото пресс-службы Акорды</i>

    3 цитаты · 6 чисел
    Читать также: Қазақша, English
    [Кратко | sr-rural-akims] [Цитаты | qrfmn7eh62-rural-akims] [Цифры | nr0-rural-akims]
    [Статья | ar-rural-akims]
    [Қазақша | ok-rural-akims] [English | oe-rural-akims]
    "#);
    assert_snapshot!(chat.say(Kk, "/source"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе</a>
    2025 жылғы 28 қараша
    Қайда жарияланғаны көрсетілмеген.
    <i>Фото: Ақорданың баспасөз қызметі</i>

    3 дәйексөз · 6 сан
    Басқа тілдерде: Русский, English
    <i>Бұл – аударма. Түпнұсқа тілі: Русский</i>
    [Қысқаша | sk-rural-akims] [Дәйексөздер | qks8y5t2xk-rural-akims] [Сандар | nk0-rural-akims]
    [Мақала | ak-rural-akims]
    [Түпнұсқа: Русский | or-rural-akims] [English | oe-rural-akims]
    "#);
    assert_snapshot!(chat.say(En, "/source"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Tokayev: the state of the countryside is a matter of strategic importance</a>
    28 November 2025
    The place of publication is not given.
    <i>Photo: Akorda press service</i>

    3 quotes · 6 figures
    Also in: Қазақша, Русский
    <i>This is a translation. Original language: Русский</i>
    [Summary | se-rural-akims] [Quotes | qe5knqbhze-rural-akims] [Figures | ne0-rural-akims]
    [Article | ae-rural-akims]
    [Қазақша | ok-rural-akims] [Original: Русский | or-rural-akims]
    "#);
    assert_snapshot!(chat.press(Ru, "or-harvest"), @r#"
    <a href="https://t.me/derek_bot?start=a-harvest">Урожай собран</a>
    1 октября 2025 года · <a href="https://example.kz/harvest?a=1&amp;b=2">Сельская газета</a>

    1 цитата · 1 число
    [Цитаты | qrqw6tcsx7-harvest] [Цифры | nr0-harvest]
    [Статья | ar-harvest] [Источник | https://example.kz/harvest?a=1&b=2]
    "#);
}
