//! A private chat: /search, its pages, and what is seen from them.

use insta::assert_snapshot;

use super::Chat;
use crate::article::Language;
use Language::{En, Kk, Ru};

#[test]
fn what_fits_is_listed_with_the_fitting_words_bold() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/search выборы акимов"), @r#"
    <a href="https://t.me/derek_bot?start=find">выборы акимов</a> — 4 результата

    1. <a href="https://t.me/derek_bot?start=qbya1heqr-rural-akims">Касым-Жомарт Токаев</a> · 28 ноября 2025 года
    <blockquote>Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные <b>акимы</b> считаются опорой всей вертикали власти. Мы не допустили излишней спешки: работа по <b>выборам</b> <b>акимов</b> сельских округов осуществлялась постепенно в течение пяти лет</blockquote>

    2. <a href="https://t.me/derek_bot?start=f362qagre-rural-akims">2020</a> — год, когда в Послании народу прозвучала инициатива прямых <b>выборов</b> <b>акимов</b>
    Токаев: положение дел на селе – вопрос стратегической важности · 28 ноября 2025 года

    3. <a href="https://t.me/derek_bot?start=fzfxjsj40-rural-akims">5</a> лет — постепенный переход к <b>выборам</b> <b>акимов</b> сельских округов
    Токаев: положение дел на селе – вопрос стратегической важности · 28 ноября 2025 года

    4. <a href="https://t.me/derek_bot?start=a-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a> · 28 ноября 2025 года
    Президент Касым-Жомарт Токаев выступил на диалог-платформе сельских <b>акимов</b> в Астане, где обозначил задачи по развитию сельских территорий и совершенствованию института сельских <b>акимов</b>.
    [1 | !0:qrbya1heqr-rural-akims] [2 | !0:fr362qagre0-rural-akims] [3 | !0:frzfxjsj400-rural-akims] [4 | !0:ar-rural-akims]
    "#);
    assert_snapshot!(chat.say(Kk, "/search ауыл әкімі"), @r#"
    <a href="https://t.me/derek_bot?start=find">ауыл әкімі</a> — 8 нәтиже

    1. <a href="https://t.me/derek_bot?start=qs8y5t2xk-rural-akims">Қасым-Жомарт Тоқаев</a> · 2025 жылғы 28 қараша
    <blockquote>Еліміздегі атқарушы биліктің барлық деңгейінің өкілдері шақырылған бүгінгі кездесудің маңызы ерекше. Мұнда <b>ауылдық</b> округ <b>әкімдерінің</b> басым бөлігі – 80 пайызы қатысып отыр. Тақырып, шынымен де, өте өзекті. <b>Ауылдағы</b> ахуал – Қазақстан үшін стратегиялық маңызы бар мәселе. Қуатты…</blockquote>

    2. <a href="https://t.me/derek_bot?start=q8k36cv7y-rural-akims">Қасым-Жомарт Тоқаев</a> · 2025 жылғы 28 қараша
    <blockquote>Бұл – өте жауапты жұмыс. <b>Ауыл</b> <b>әкімі</b> <b>ауылдың</b> өз ерекшелігін де, тұрғындардың арман-тілегін де жетік білетін, шын мәнінде құзыретті маман болуға тиіс. Біз жаңа ғана бірнеше <b>әкімнің</b> сөзін тыңдадық. Айтылған ойлар мен ұсыныстарды мұқият зерделеп, алдағы жұмыста міндетті түрде ескеру…</blockquote>

    3. <a href="https://t.me/derek_bot?start=qr1w4nyp7-rural-akims">Қасым-Жомарт Тоқаев</a> · 2025 жылғы 28 қараша
    <blockquote>Бұл мемлекеттік басқару жүйесін түбегейлі жаңғырту жолындағы басты қадам болды, өйткені жергілікті <b>әкімдер</b> бүкіл билік вертикалінің тірегі саналады. Біз артық асығыстыққа жол бермедік: <b>ауылдық</b> округ <b>әкімдерін</b> сайлау жұмысы бес жыл бойы кезең-кезеңімен жүргізілді</blockquote>

    4. <a href="https://t.me/derek_bot?start=fm3q5j0mr-rural-akims">80⍽%</a> — кездесуге қатысқан <b>ауылдық</b> округ <b>әкімдерінің</b> үлесі
    Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе · 2025 жылғы 28 қараша

    5. <a href="https://t.me/derek_bot?start=fg3cejaq7-rural-akims">5</a> жыл — <b>ауылдық</b> округ <b>әкімдерін</b> сайлауға кезең-кезеңімен көшу
    Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе · 2025 жылғы 28 қараша
    [1 | !0:qks8y5t2xk-rural-akims] [2 | !0:qk8k36cv7y-rural-akims] [3 | !0:qkr1w4nyp7-rural-akims] [4 | !0:fkm3q5j0mr0-rural-akims] [5 | !0:fkg3cejaq70-rural-akims]
    [1/2 | =0:qks8y5t2xk-rural-akims] [› | >5:fkg3cejaq70-rural-akims]
    "#);
    assert_eq!(chat.say(En, "/start find"), chat.say(En, "/search"));
    assert_snapshot!(chat.say(En, "/search"), @"
    Write what you are looking for: a name, a subject or a number.

    You could try:
    • <code>Kassym-Jomart Tokayev</code>
    • <code>public administration</code>
    • <code>had not worked in the civil service before</code>
    [Summary | se-rural-akims] [Quotes | qe5knqbhze-rural-akims] [Figures | ne0-rural-akims]
    [All articles | articles:0]
    ");
}

#[test]
fn what_was_meant_is_said() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/search njrftd"), @r#"
    <a href="https://t.me/derek_bot?start=find">njrftd</a> — 6 результатов
    <i>Показаны результаты по запросу «токаев»</i>

    1. <a href="https://t.me/derek_bot?start=qfmn7eh62-rural-akims">Касым-Жомарт <b>Токаев</b></a> · 28 ноября 2025 года
    <blockquote>Сегодняшняя встреча, на которую были приглашены представители исполнительной власти всех уровней нашей страны, имеет особое значение. Здесь присутствует и подавляющее большинство – 80 процентов акимов сельских округов. Тема, действительно, крайне актуальна. Положение дел на селе…</blockquote>

    2. <a href="https://t.me/derek_bot?start=qf8nrv8jj-rural-akims">Касым-Жомарт <b>Токаев</b></a> · 28 ноября 2025 года
    <blockquote>Это очень ответственная работа. Сельский аким должен быть по-настоящему компетентным специалистом, досконально знающим и специфику самого села, и чаяния его жителей. Мы только что заслушали выступления нескольких акимов. Необходимо тщательно изучить высказанные идеи и…</blockquote>

    3. <a href="https://t.me/derek_bot?start=qbya1heqr-rural-akims">Касым-Жомарт <b>Токаев</b></a> · 28 ноября 2025 года
    <blockquote>Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. Мы не допустили излишней спешки: работа по выборам акимов сельских округов осуществлялась постепенно в течение пяти лет</blockquote>

    4. <a href="https://t.me/derek_bot?start=a-rural-akims"><b>Токаев</b>: положение дел на селе – вопрос стратегической важности</a> · 28 ноября 2025 года
    Президент Касым-Жомарт <b>Токаев</b> выступил на диалог-платформе сельских акимов в Астане, где обозначил задачи по развитию сельских территорий и совершенствованию института сельских акимов.

    5. <a href="https://t.me/derek_bot?start=f362qagre-rural-akims">2020</a> — год, когда в Послании народу прозвучала инициатива прямых выборов акимов
    Токаев: положение дел на селе – вопрос стратегической важности · 28 ноября 2025 года
    [1 | !0:qrfmn7eh62-rural-akims] [2 | !0:qrf8nrv8jj-rural-akims] [3 | !0:qrbya1heqr-rural-akims] [4 | !0:ar-rural-akims] [5 | !0:fr362qagre0-rural-akims]
    [1/2 | =0:qrfmn7eh62-rural-akims] [› | >5:fr362qagre0-rural-akims]
    "#);
}

#[test]
fn a_result_is_opened_and_left_again() {
    let chat = Chat::new();
    let list = chat.say(Ru, "/search токаев");
    assert_snapshot!(chat.press_under(&list, Ru, "!0:qrfmn7eh62-rural-akims"), @r#"
    ‹ <a href="https://t.me/derek_bot?start=find">токаев</a>

    <blockquote expandable>Сегодняшняя встреча, на которую были приглашены представители исполнительной власти всех уровней нашей страны, имеет особое значение. Здесь присутствует и подавляющее большинство – 80 процентов акимов сельских округов. Тема, действительно, крайне актуальна. Положение дел на селе – это вопрос стратегической важности для Казахстана. Сильные села – залог благополучия и процветания всей страны. Поэтому и требования к акимам сельских округов, и возлагаемые на них задачи всегда имеют особую значимость</blockquote>
    — <b>Касым-Жомарт Токаев</b>, Президент Казахстана
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=qfmn7eh62-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [‹ К результатам | =0:qrfmn7eh62-rural-akims]
    [‹ | qrbya1heqr-rural-akims] [1/3 | qrfmn7eh62-rural-akims] [› | qrf8nrv8jj-rural-akims]
    [Контекст | crfmn7eh620-rural-akims] [Поделиться | share #qfmn7eh62-rural-akims]
    [Карточка | +krfmn7eh620-rural-akims]
    [Цифры | nr0-rural-akims] [Статья | ar-rural-akims]
    [Қазақша | qks8y5t2xk-rural-akims] [English | qe5knqbhze-rural-akims]
    "#);
    assert_snapshot!(chat.press_under(&list, Ru, "=0:qrfmn7eh62-rural-akims"), @r#"
    <a href="https://t.me/derek_bot?start=find">токаев</a> — 6 результатов

    1. <a href="https://t.me/derek_bot?start=qfmn7eh62-rural-akims">Касым-Жомарт <b>Токаев</b></a> · 28 ноября 2025 года
    <blockquote>Сегодняшняя встреча, на которую были приглашены представители исполнительной власти всех уровней нашей страны, имеет особое значение. Здесь присутствует и подавляющее большинство – 80 процентов акимов сельских округов. Тема, действительно, крайне актуальна. Положение дел на селе…</blockquote>

    2. <a href="https://t.me/derek_bot?start=qf8nrv8jj-rural-akims">Касым-Жомарт <b>Токаев</b></a> · 28 ноября 2025 года
    <blockquote>Это очень ответственная работа. Сельский аким должен быть по-настоящему компетентным специалистом, досконально знающим и специфику самого села, и чаяния его жителей. Мы только что заслушали выступления нескольких акимов. Необходимо тщательно изучить высказанные идеи и…</blockquote>

    3. <a href="https://t.me/derek_bot?start=qbya1heqr-rural-akims">Касым-Жомарт <b>Токаев</b></a> · 28 ноября 2025 года
    <blockquote>Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. Мы не допустили излишней спешки: работа по выборам акимов сельских округов осуществлялась постепенно в течение пяти лет</blockquote>

    4. <a href="https://t.me/derek_bot?start=a-rural-akims"><b>Токаев</b>: положение дел на селе – вопрос стратегической важности</a> · 28 ноября 2025 года
    Президент Касым-Жомарт <b>Токаев</b> выступил на диалог-платформе сельских акимов в Астане, где обозначил задачи по развитию сельских территорий и совершенствованию института сельских акимов.

    5. <a href="https://t.me/derek_bot?start=f362qagre-rural-akims">2020</a> — год, когда в Послании народу прозвучала инициатива прямых выборов акимов
    Токаев: положение дел на селе – вопрос стратегической важности · 28 ноября 2025 года
    [1 | !0:qrfmn7eh62-rural-akims] [2 | !0:qrf8nrv8jj-rural-akims] [3 | !0:qrbya1heqr-rural-akims] [4 | !0:ar-rural-akims] [5 | !0:fr362qagre0-rural-akims]
    [1/2 | =0:qrfmn7eh62-rural-akims] [› | >5:fr362qagre0-rural-akims]
    "#);
    assert_snapshot!(chat.press(Ru, "=0:qrfmn7eh62-rural-akims"), @"

    toast: Эта кнопка устарела. Отправьте команду ещё раз.
    ");
}
