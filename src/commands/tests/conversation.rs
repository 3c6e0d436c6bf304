//! A private chat, in three languages.

use insta::assert_snapshot;

use super::Chat;
use crate::article::Language::{En, Kk, Ru};

#[test]
fn start_greets_and_offers_what_to_try() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/start"), @r#"
    <b>Здравствуйте! Я Дерек.</b>

    Нахожу в статьях точные цитаты и цифры и всегда показываю, откуда они. От себя ничего не добавляю.

    Напишите имя, тему или число — найду подходящее. В любом другом чате наберите @derek_bot и слово: цитату можно отправить прямо туда.

    Все команды: /help

    Попробуйте сразу — вот статья:
    <a href="https://t.me/derek_bot?start=a-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [Кратко | sr-rural-akims] [Цитаты | qrfmn7eh62-rural-akims] [Цифры | nr0-rural-akims]
    [Попробовать в другом чате | share ]
    [Язык · Тіл · Language | languages:]
    "#);
    assert_snapshot!(chat.say(Kk, "/start"), @r#"
    <b>Сәлеметсіз бе! Мен Дерекпін.</b>

    Мақалалардан дәл дәйексөздер мен сандарды тауып, қайдан алынғанын әрдайым көрсетемін. Өзімнен ештеңе қоспаймын.

    Есім, тақырып немесе сан жазыңыз – сәйкесін табамын. Кез келген басқа чатта @derek_bot және бір сөз терсеңіз, дәйексөзді сол жерге бірден жібере аласыз.

    Барлық пәрмен: /help

    Бірден байқап көріңіз, міне мақала:
    <a href="https://t.me/derek_bot?start=a-rural-akims">Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе</a>
    [Қысқаша | sk-rural-akims] [Дәйексөздер | qks8y5t2xk-rural-akims] [Сандар | nk0-rural-akims]
    [Басқа чатта қолданып көру | share ]
    [Тіл · Язык · Language | languages:]
    "#);
    assert_snapshot!(chat.say(En, "/start"), @r#"
    <b>Hello! I’m Derek.</b>

    I find exact quotes and figures in news articles and always show where they come from. I add nothing of my own.

    Write a name, a subject or a number, and I will find what fits. In any other chat, type @derek_bot and a word to drop a quote right in.

    All commands: /help

    Try it at once with this article:
    <a href="https://t.me/derek_bot?start=a-rural-akims">Tokayev: the state of the countryside is a matter of strategic importance</a>
    [Summary | se-rural-akims] [Quotes | qe5knqbhze-rural-akims] [Figures | ne0-rural-akims]
    [Try it in another chat | share ]
    [Language · Тіл · Язык | languages:]
    "#);
}

#[test]
fn a_deep_link_opens_what_it_names() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(En, "/start a-rural-akims"), @r#"
    <a href="https://t.me/derek_bot?start=a-rural-akims">Tokayev: the state of the countryside is a matter of strategic importance</a>
    28 November 2025

    President Kassym-Jomart Tokayev spoke at the dialogue platform of rural akims in Astana, where he set out the tasks of developing rural areas and improving the institution of rural akims.

    <i>Photo: Akorda press service</i>

    <i>This edition is a translation.</i>
    [Summary | se-rural-akims] [Quotes | qe5knqbhze-rural-akims] [Figures | ne0-rural-akims]
    [Full text | be0-rural-akims] [Share | share #a-rural-akims]
    [All articles | articles:0]
    [Қазақша | ak-rural-akims] [Original: Русский | ar-rural-akims]
    change: Article(ArticleId("rural-akims"))
    "#);
    let quote = chat.library.newest_first()[0].original().quotes[1].id;
    assert!(chat.say(En, &format!("/start q{quote}-rural-akims")).starts_with("<blockquote expandable>Это очень"));
    let figure = chat.library.newest_first()[0].original().figures[4].id;
    assert!(chat.say(En, &format!("/start f{figure}-rural-akims")).starts_with("<b>43</b> года"));
    assert_snapshot!(chat.say(Ru, "/start a-gone"), @r#"
    <b>Эта ссылка больше никуда не ведёт. Но я на месте!</b>

    Нахожу в статьях точные цитаты и цифры и всегда показываю, откуда они. От себя ничего не добавляю.

    Напишите имя, тему или число — найду подходящее. В любом другом чате наберите @derek_bot и слово: цитату можно отправить прямо туда.

    Все команды: /help

    Попробуйте сразу — вот статья:
    <a href="https://t.me/derek_bot?start=a-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [Кратко | sr-rural-akims] [Цитаты | qrfmn7eh62-rural-akims] [Цифры | nr0-rural-akims]
    [Попробовать в другом чате | share ]
    [Язык · Тіл · Language | languages:]
    "#);
}

#[test]
fn help_lists_the_commands() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/help"), @r#"
    <b>Что я умею</b>

    /quote <i>[номер, имя или слова]</i> — дословная цитата
    /stats <i>[слова]</i> — цифры статьи
    /summary <i>[слова]</i> — статья вкратце
    /article <i>[слова]</i> — заголовок, начало и полный текст
    /articles — все статьи
    /source — откуда статья
    /lang — язык ответов
    /help — что я умею
    /start — начать сначала

    Можно и без команд: напишите, что ищете, своими словами. Слова после команды выбирают статью: /summary выборы

    В любом чате: @derek_bot и слово — выберите цитату или цифру, и она отправится вместе с источником.

    Ответьте командой на моё сообщение — отвечу о той же статье.
    "#);
    assert_snapshot!(chat.say(Kk, "/help"), @r#"
    <b>Менің қолымнан келетіні</b>

    /quote <i>[нөмір, есім немесе сөздер]</i> — сөзбе-сөз дәйексөз
    /stats <i>[сөздер]</i> — мақаладағы сандар
    /summary <i>[сөздер]</i> — мақала қысқаша
    /article <i>[сөздер]</i> — мақаланың тақырыбы, басы және толық мәтіні
    /articles — барлық мақала
    /source — мақала қайдан алынған
    /lang — жауап тілі
    /help — не істей аламын
    /start — басынан бастау

    Пәрменсіз де болады: не іздегеніңізді өз сөзіңізбен жазыңыз. Пәрменнен кейінгі сөздер мақаланы таңдайды: /summary сайлау

    Кез келген чатта @derek_bot және сөз теріп, дәйексөзді немесе санды таңдаңыз – ол дереккөзімен бірге жіберіледі.

    Хабарламама пәрменмен жауап берсеңіз, сол мақала туралы айтамын.
    "#);
    assert_snapshot!(chat.say(En, "/help"), @r#"
    <b>What I can do</b>

    /quote <i>[number, name or words]</i> — a quote, word for word
    /stats <i>[words]</i> — the figures of an article
    /summary <i>[words]</i> — an article in brief
    /article <i>[words]</i> — title, lead and full text
    /articles — all articles
    /source — where an article comes from
    /lang — the language I answer in
    /help — what I can do
    /start — start again

    No command needed: just write what you are looking for. Words after a command choose the article: /summary election

    In any chat, type @derek_bot and a word, then pick a quote or a figure: it is sent with its source.

    Reply to a message of mine with a command, and I will answer about the same article.
    "#);
    assert_snapshot!(chat.say(Ru, "/quit now"), @"Команды /quit у меня нет. Что я умею: /help");
}

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
fn a_quote_has_its_speaker_date_and_source() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "/quote"), @r#"
    <blockquote expandable>Сегодняшняя встреча, на которую были приглашены представители исполнительной власти всех уровней нашей страны, имеет особое значение. Здесь присутствует и подавляющее большинство – 80 процентов акимов сельских округов. Тема, действительно, крайне актуальна. Положение дел на селе – это вопрос стратегической важности для Казахстана. Сильные села – залог благополучия и процветания всей страны. Поэтому и требования к акимам сельских округов, и возлагаемые на них задачи всегда имеют особую значимость</blockquote>
    — <b>Касым-Жомарт Токаев</b>, Президент Казахстана
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=qfmn7eh62-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [‹ | qrbya1heqr-rural-akims] [1/3 | qrfmn7eh62-rural-akims] [› | qrf8nrv8jj-rural-akims]
    [Контекст | crfmn7eh620-rural-akims] [Поделиться | share #qfmn7eh62-rural-akims]
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
    [Figures | ne0-rural-akims] [Article | ae-rural-akims]
    [Қазақша | qkr1w4nyp7-rural-akims] [Original: Русский | qrbya1heqr-rural-akims]
    "#);
    assert_snapshot!(chat.say(Ru, "/quote сухое зерно"), @r#"
    <blockquote>Зерно, […] сухое.</blockquote>
    — <b>Министр</b>
    1 октября 2025 года · <a href="https://example.kz/harvest?a=1&amp;b=2">Сельская газета</a>
    <a href="https://t.me/derek_bot?start=qqw6tcsx7-harvest">Урожай собран</a>
    [Контекст | crqw6tcsx70-harvest] [Копировать | copy Зерно, […] сухое.] [Поделиться | share #qqw6tcsx7-harvest]
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
    [‹ Ко всем цифрам | nr0-rural-akims] [Поделиться | share #fzqr30bcq-rural-akims]
    [Қазақша | fk4fc75ahg0-rural-akims] [English | feqs2xefxr0-rural-akims]
    "#);
    assert_snapshot!(chat.press(Ru, &format!("fr{}0-rural-akims", figures[5].id)), @r#"
    <b>⅓</b> избранных акимов — ранее не работали на государственной службе
    <blockquote>треть избранных акимов – это граждане, которые не работали ранее в системе государственной службы</blockquote>
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=f2779rpfy-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [‹ Ко всем цифрам | nr0-rural-akims] [Поделиться | share #f2779rpfy-rural-akims]
    [Қазақша | fk87ztvm1z0-rural-akims] [English | fehheq7ttx0-rural-akims]
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

#[test]
fn a_language_is_chosen_in_its_own_words() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(En, "/lang"), @r#"
    Which language shall I answer in?
    [Қазақша | speak:kk] [Русский | speak:ru] [✓ English | speak:en]
    "#);
    assert_snapshot!(chat.press(En, "speak:kk"), @r#"
    Енді қазақша жауап беремін.
    [✓ Қазақша | speak:kk] [Русский | speak:ru] [English | speak:en]
    toast: Енді қазақша жауап беремін.
    change: Language(Kk)
    "#);
    assert_snapshot!(chat.say(Ru, "/lang EN"), @r#"
    I will answer in English.
    [Қазақша | speak:kk] [Русский | speak:ru] [✓ English | speak:en]
    change: Language(En)
    "#);
}

#[test]
fn plain_words_find_what_fits_best_and_offer_more() {
    let chat = Chat::new();
    assert_snapshot!(chat.say(Ru, "треть"), @r#"
    <b>⅓</b> избранных акимов — ранее не работали на государственной службе
    <blockquote>треть избранных акимов – это граждане, которые не работали ранее в системе государственной службы</blockquote>
    28 ноября 2025 года
    <a href="https://t.me/derek_bot?start=f2779rpfy-rural-akims">Токаев: положение дел на селе – вопрос стратегической важности</a>
    [‹ Ко всем цифрам | nr0-rural-akims] [Поделиться | share #f2779rpfy-rural-akims]
    [Қазақша | fk87ztvm1z0-rural-akims] [English | fehheq7ttx0-rural-akims]
    [Токаев: положение дел на селе – вопрос… | ar-rural-akims]
    "#);
    assert_snapshot!(chat.say(Kk, "орташа жас"), @r#"
    <b>43</b> жас — сайланған әкімдердің орташа жасы
    <blockquote>Олардың орташа жасы – <b>43</b> жас</blockquote>
    2025 жылғы 28 қараша
    <a href="https://t.me/derek_bot?start=fqbvzdg6x-rural-akims">Тоқаев: Ауылдағы ахуал – стратегиялық маңызы бар мәселе</a>
    <i>Бұл – мақаланың аудармасы.</i>
    [‹ Барлық санға | nk0-rural-akims] [Бөлісу | share #fqbvzdg6x-rural-akims]
    [Түпнұсқа: Русский | fre11m0swc0-rural-akims] [English | fegq2g4bpz0-rural-akims]
    [Тоқаев: Ауылдағы ахуал – стратегиялық маңызы… | ak-rural-akims]
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

#[test]
fn a_button_that_leads_nowhere_says_so_and_does_nothing() {
    let chat = Chat::new();
    let cases = [
        "",
        "br9-rural-akims",
        "ar-gone",
        "ak-harvest",
        "qr00000000-rural-akims",
        "nr1-rural-akims",
        "articles:1",
        "choose:gone",
        "😀",
    ];
    for data in cases {
        assert_eq!(chat.press(Ru, data), "\ntoast: Эта кнопка устарела. Отправьте команду ещё раз.", "{data}");
    }
    assert_snapshot!(chat.press(Kk, ""), @"toast: Бұл батырма ескірген. Пәрменді қайта жіберіңіз.");
    assert_snapshot!(chat.press(En, ""), @"toast: This button is out of date. Please send the command again.");
}
