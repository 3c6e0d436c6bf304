//! A private chat, in three languages: what stands in an article. Quotes, figures, and what plain words find of them.

use insta::assert_snapshot;

use super::Chat;
use crate::article::Language::{En, Kk, Ru};

#[test]
fn a_quote_has_its_speaker_date_and_source() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/quote"), @r#"
    <blockquote expandable>Сегодняшняя встреча, на которую были приглашены представители исполнительной власти всех уровней нашей страны, имеет особое значение. Здесь присутствует и подавляющее большинство – 80 процентов акимов сельских округов. Тема, действительно, крайне актуальна. Положение дел на селе – это вопрос стратегической важности для Казахстана. Сильные села – залог благополучия и процветания всей страны. Поэтому и требования к акимам сельских округов, и возлагаемые на них задачи всегда имеют особую значимость</blockquote>
    — <b>Касым-Жомарт Токаев</b>, Президент Казахстана
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=qfmn7eh62-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [‹ | qrbya1heqr-rural-akims] [1/3 | qrfmn7eh62-rural-akims] [› | qrf8nrv8jj-rural-akims]
    [Контекст | crfmn7eh620-rural-akims] [Поделиться | share #qfmn7eh62-rural-akims]
    [Карточка | +krfmn7eh620-rural-akims]
    [Цифры | nr0-rural-akims] [Статья | ar-rural-akims]
    [Қазақша | qks8y5t2xk-rural-akims] [English | qe5knqbhze-rural-akims]
    "#);
    assert_snapshot!(chat.say(Kk, "/quote 3"), @r#"
    <blockquote>Бұл мемлекеттік басқару жүйесін түбегейлі жаңғырту жолындағы басты қадам болды, өйткені жергілікті әкімдер бүкіл билік вертикалінің тірегі саналады. Біз артық асығыстыққа жол бермедік: ауылдық округ әкімдерін сайлау жұмысы бес жыл бойы кезең-кезеңімен жүргізілді</blockquote>
    — <b>Қасым-Жомарт Тоқаев</b>, Қазақстан Президенті
    2025 жылғы 28 қараша
    <a href="https://t.me/derek_bot?start=qr1w4nyp7-rural-akims">Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе</a>
    <i>Дәйексөз аударылған. Сөзбе-сөз нұсқасы – түпнұсқада.</i>
    [‹ | qk8k36cv7y-rural-akims] [3/3 | qkr1w4nyp7-rural-akims] [› | qks8y5t2xk-rural-akims]
    [Контекст | ckr1w4nyp70-rural-akims] [Бөлісу | share #qr1w4nyp7-rural-akims]
    [Карточка | +kkr1w4nyp70-rural-akims]
    [Сандар | nk0-rural-akims] [Мақала | ak-rural-akims]
    [Түпнұсқа: Русский | qrbya1heqr-rural-akims] [English | qeamscccjb-rural-akims]
    "#);
    assert_snapshot!(chat.say(En, "/quote undue haste"), @r#"
    <blockquote>This was a key step on the way to a fundamental modernisation of the system of public administration, for local akims are considered the backbone of the entire vertical of power. We did not allow undue haste: the work on electing the akims of rural districts was carried out gradually over five years</blockquote>
    — <b>Kassym-Jomart Tokayev</b>, President of Kazakhstan
    28 November 2025
    <a href="https://t.me/derek_bot?start=qamscccjb-rural-akims">Tokayev: the state of the countryside is a matter of strategic importance</a>
    <i>This quote is translated. The exact words are in the original.</i>
    [‹ | qej0qkbdv4-rural-akims] [3/3 | qeamscccjb-rural-akims] [› | qe5knqbhze-rural-akims]
    [Context | ceamscccjb0-rural-akims] [Share | share #qamscccjb-rural-akims]
    [Card | +keamscccjb0-rural-akims]
    [Figures | ne0-rural-akims] [Article | ae-rural-akims]
    [Қазақша | qkr1w4nyp7-rural-akims] [Original: Русский | qrbya1heqr-rural-akims]
    "#);
    assert_snapshot!(chat.say(Ru, "/quote сухое зерно"), @r#"
    <blockquote>Зерно, […] сухое.</blockquote>
    — <b>Министр</b>
    1 октября 2025 года · <a href="https://example.kz/harvest?a=1&amp;b=2">Сельская газета</a>
    <a href="https://t.me/derek_bot?start=qqw6tcsx7-harvest">Урожай собран</a>
    [Контекст | crqw6tcsx70-harvest] [Копировать | copy Зерно, […] сухое.] [Поделиться | share #qqw6tcsx7-harvest]
    [Карточка | +krqw6tcsx70-harvest]
    [Цифры | nr0-harvest] [Статья | ar-harvest]
    "#);
    assert_snapshot!(chat.say(Ru, "/quote 4"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    28 ноября 2025 года

    Цитаты с таким номером нет: в статье 3 цитаты.
    [Кратко | sr-rural-akims] [Цитаты | qrfmn7eh62-rural-akims] [Цифры | nr0-rural-akims]
    [Полный текст | br0-rural-akims] [Поделиться | share #a-rural-akims]
    [Все статьи | articles:0]
    [Қазақша | ak-rural-akims] [English | ae-rural-akims]
    "#);
    assert_snapshot!(chat.say(En, "/quote xyzzy"), @r#"
    Nothing fits “xyzzy”.

    You could try:
    • <code>Kassym-Jomart Tokayev</code>
    • <code>public administration</code>
    • <code>had not worked in the civil service before</code>
    [Summary | se-rural-akims] [Quotes | qe5knqbhze-rural-akims] [Figures | ne0-rural-akims]
    [All articles | articles:0]
    "#);
}

#[test]
fn the_context_of_a_quote_is_its_paragraph() {
    let chat = Chat::new();
    let quote = chat.library.newest_first()[0].original().quotes[2].id;
    assert_snapshot!(chat.press(Ru, &format!("cr{quote}0-rural-akims")), @r#"
    &quot;<b>Что стало ключевым шагом на пути к коренной модернизации системы государственного управления, ведь местные акимы считаются опорой всей вертикали власти. Мы не допустили излишней спешки: работа по выборам акимов сельских округов осуществлялась постепенно в течение пяти лет</b>&quot;, – отметил Президент Казахстана.

    — <b>Касым-Жомарт Токаев</b>, Президент Казахстана
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=qbya1heqr-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [‹ К цитате | qrbya1heqr-rural-akims]
    [Қазақша | ckr1w4nyp70-rural-akims] [English | ceamscccjb0-rural-akims]
    "#);
    let split = chat.library.newest_first()[1].original().quotes[0].id;
    assert_snapshot!(chat.press(Ru, &format!("cr{split}0-harvest")), @r#"
    – <b>Зерно,</b> – сказал он, – <b>сухое.</b>

    — <b>Министр</b>
    1 октября 2025 года · <a href="https://example.kz/harvest?a=1&amp;b=2">Сельская газета</a>
    <a href="https://t.me/derek_bot?start=qqw6tcsx7-harvest">Урожай собран</a>
    [‹ К цитате | qrqw6tcsx7-harvest]
    "#);
}

#[test]
fn figures_stand_one_under_the_other() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/stats"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    28 ноября 2025 года

    <code>⍽80⍽%</code> — доля акимов сельских округов, присутствовавших на встрече
    <code>⍽2020</code> — год, когда в Послании народу прозвучала инициатива прямых выборов акимов
    <code>⍽⍽⍽⍽5</code> лет — постепенный переход к выборам акимов сельских округов
    <code>2⍽334</code> акима сельских округов — избрано по всей стране
    <code>⍽⍽⍽43</code> года — средний возраст избранных акимов
    <code>⍽⍽⍽⍽⅓</code> избранных акимов — ранее не работали на государственной службе
    [80⍽% | frczdp4qzv0-rural-akims] [2020 | fr362qagre0-rural-akims] [5 | frzfxjsj400-rural-akims]
    [2⍽334 | frzqr30bcq0-rural-akims] [43 | fre11m0swc0-rural-akims] [⅓ | fr2779rpfy0-rural-akims]
    [График | +hr0-rural-akims]
    [Кратко | sr-rural-akims] [Цитаты | qrfmn7eh62-rural-akims] [Статья | ar-rural-akims]
    [Қазақша | nk0-rural-akims] [English | ne0-rural-akims]
    "#);
    assert_snapshot!(chat.say(Kk, "/stats"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе</a>
    2025 жылғы 28 қараша

    <code>⍽80⍽%</code> — кездесуге қатысқан ауылдық округ әкімдерінің үлесі
    <code>⍽2020</code> — халыққа Жолдауда әкімдерді тікелей сайлау бастамасы айтылған жыл
    <code>⍽⍽⍽⍽5</code> жыл — ауылдық округ әкімдерін сайлауға кезең-кезеңімен көшу
    <code>2⍽334</code> ауылдық округ әкімі — бүкіл ел бойынша сайланды
    <code>⍽⍽⍽43</code> жас — сайланған әкімдердің орташа жасы
    <code>⍽⍽⍽⍽⅓</code> — сайланған әкімдердің бұрын мемлекеттік қызметте істемеген бөлігі

    <i>Бұл – мақаланың аудармасы.</i>
    [80⍽% | fkm3q5j0mr0-rural-akims] [2020 | fkht7340qp0-rural-akims] [5 | fkg3cejaq70-rural-akims]
    [2⍽334 | fk4fc75ahg0-rural-akims] [43 | fkqbvzdg6x0-rural-akims] [⅓ | fk87ztvm1z0-rural-akims]
    [График | +hk0-rural-akims]
    [Қысқаша | sk-rural-akims] [Дәйексөздер | qks8y5t2xk-rural-akims] [Мақала | ak-rural-akims]
    [Түпнұсқа: Русский | nr0-rural-akims] [English | ne0-rural-akims]
    "#);
    assert_snapshot!(chat.say(En, "/stats"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Tokayev: the state of the countryside is a matter of strategic importance</a>
    28 November 2025

    <code>⍽⍽80%</code> — share of the akims of rural districts who attended the meeting
    <code>⍽2020</code> — year in which the Address to the Nation proposed direct elections of akims
    <code>⍽⍽⍽⍽5</code> years — gradual transition to the election of the akims of rural districts
    <code>2,334</code> akims of rural districts — elected across the country
    <code>⍽⍽⍽43</code> years — average age of the elected akims
    <code>⍽⍽⍽⍽⅓</code> of the elected akims — had not worked in the civil service before

    <i>This edition is a translation.</i>
    [80% | fe7zaxkv6s0-rural-akims] [2020 | fe4scg62k00-rural-akims] [5 | fe981wyntq0-rural-akims]
    [2,334 | feqs2xefxr0-rural-akims] [43 | fegq2g4bpz0-rural-akims] [⅓ | fehheq7ttx0-rural-akims]
    [Chart | +he0-rural-akims]
    [Summary | se-rural-akims] [Quotes | qe5knqbhze-rural-akims] [Article | ae-rural-akims]
    [Қазақша | nk0-rural-akims] [Original: Русский | nr0-rural-akims]
    "#);
}

#[test]
fn a_figure_opens_the_sentence_in_which_it_stands() {
    let chat = Chat::new();
    let figures = &chat.library.newest_first()[0].original().figures;
    assert_snapshot!(chat.press(Ru, &format!("fr{}0-rural-akims", figures[3].id)), @r#"
    <b>2⍽334</b> акима сельских округов — избрано по всей стране
    <blockquote>По данным Токаева, по всей стране было избрано <b>2334</b> акима сельских округов.</blockquote>
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=fzqr30bcq-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [‹ Ко всем цифрам | nr0-rural-akims] [Карточка | +grzqr30bcq0-rural-akims] [Поделиться | share #fzqr30bcq-rural-akims]
    [Қазақша | fk4fc75ahg0-rural-akims] [English | feqs2xefxr0-rural-akims]
    "#);
    assert_snapshot!(chat.press(Ru, &format!("fr{}0-rural-akims", figures[5].id)), @r#"
    <b>⅓</b> избранных акимов — ранее не работали на государственной службе
    <blockquote>треть избранных акимов – это граждане, которые не работали ранее в системе государственной службы</blockquote>
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=f2779rpfy-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [‹ Ко всем цифрам | nr0-rural-akims] [Карточка | +gr2779rpfy0-rural-akims] [Поделиться | share #f2779rpfy-rural-akims]
    [Қазақша | fk87ztvm1z0-rural-akims] [English | fehheq7ttx0-rural-akims]
    "#);
}

#[test]
fn plain_words_find_what_fits_best_and_offer_more() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "треть"), @r#"
    ‹ <a href="https://t.me/derek_bot?start=find">треть</a>

    <b>⅓</b> избранных акимов — ранее не работали на государственной службе
    <blockquote>треть избранных акимов – это граждане, которые не работали ранее в системе государственной службы</blockquote>
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=f2779rpfy-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [‹ К результатам | =0:fr2779rpfy0-rural-akims]
    [‹ Ко всем цифрам | nr0-rural-akims] [Карточка | +gr2779rpfy0-rural-akims] [Поделиться | share #f2779rpfy-rural-akims]
    [Қазақша | fk87ztvm1z0-rural-akims] [English | fehheq7ttx0-rural-akims]
    "#);
    assert_snapshot!(chat.say(Kk, "орташа жас"), @r#"
    ‹ <a href="https://t.me/derek_bot?start=find">орташа жас</a>

    <b>43</b> жас — сайланған әкімдердің орташа жасы
    <blockquote>Олардың орташа жасы – <b>43</b> жас</blockquote>
    2025 жылғы 28 қараша
    <a href="https://t.me/derek_bot?start=fqbvzdg6x-rural-akims">Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе</a>
    <i>Бұл – мақаланың аудармасы.</i>
    [‹ Нәтижелерге | =0:fkqbvzdg6x0-rural-akims]
    [‹ Барлық санға | nk0-rural-akims] [Карточка | +gkqbvzdg6x0-rural-akims] [Бөлісу | share #fqbvzdg6x-rural-akims]
    [Түпнұсқа: Русский | fre11m0swc0-rural-akims] [English | fegq2g4bpz0-rural-akims]
    "#);
    assert_snapshot!(chat.say(Ru, "погода на Марсе"), @r#"
    По запросу «погода на Марсе» ничего не нашлось.

    Попробуйте, например:
    • <code>Касым-Жомарт Токаев</code>
    • <code>государственное управление</code>
    • <code>ранее не работали на государственной службе</code>
    [Кратко | sr-rural-akims] [Цитаты | qrfmn7eh62-rural-akims] [Цифры | nr0-rural-akims]
    [Все статьи | articles:0]
    "#);
    assert_snapshot!(chat.say(Kk, "xyzzy"), @r#"
    «xyzzy» сұрауы бойынша ештеңе табылмады.

    Мысалы, мынаны жазып көріңіз:
    • <code>Қасым-Жомарт Тоқаев</code>
    • <code>мемлекеттік басқару</code>
    • <code>сайланған әкімдердің бұрын мемлекеттік қызметте істемеген…</code>
    [Қысқаша | sk-rural-akims] [Дәйексөздер | qks8y5t2xk-rural-akims] [Сандар | nk0-rural-akims]
    [Барлық мақала | articles:0]
    "#);
}
