//! A private chat, in three languages: what greets and leads in. The start, deep links, help, the choice of a language.

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
    assert_snapshot!(chat.say(Ru, "/help"), @"
    <b>Что я умею</b>

    /search <i>[слова]</i> — цитаты, цифры и статьи по любым словам
    /check <i>[слова]</i> — проверить, так ли это было сказано
    /quote <i>[номер, имя или слова]</i> — дословная цитата
    /stats <i>[слова]</i> — цифры статьи
    /card <i>[номер, имя или слова]</i> — цитата картинкой
    /chart <i>[слова]</i> — цифры картинкой
    /summary <i>[слова]</i> — статья вкратце
    /article <i>[слова]</i> — заголовок, начало и полный текст
    /articles — все статьи
    /source — откуда статья
    /history <i>[слова]</i> — что и когда изменилось в статье
    /follow <i>[имя, тема или слова]</i> — сообщать о новом: всё, спикер, тема или слова
    /following — подписки и время сообщений
    /unfollow <i>[слова]</i> — убрать подписку
    /zone <i>[часовой пояс]</i> — часовой пояс чата
    /lang — язык ответов
    /help — что я умею
    /start — начать сначала

    Можно и без команд: напишите, что ищете, своими словами. Слова после команды выбирают статью: /summary выборы

    В любом чате: @derek_bot и слово — выберите цитату или цифру, и она отправится вместе с источником.

    Ответьте командой на моё сообщение — отвечу о той же статье.
    ");
    assert_snapshot!(chat.say(Kk, "/help"), @"
    <b>Менің қолымнан келетіні</b>

    /search <i>[сөздер]</i> — кез келген сөз бойынша дәйексөз, сан және мақала
    /check <i>[сөздер]</i> — солай айтылған-айтылмағанын тексеру
    /quote <i>[нөмір, есім немесе сөздер]</i> — сөзбе-сөз дәйексөз
    /stats <i>[сөздер]</i> — мақаладағы сандар
    /card <i>[нөмір, есім немесе сөздер]</i> — дәйексөз суретпен
    /chart <i>[сөздер]</i> — сандар суретпен
    /summary <i>[сөздер]</i> — мақала қысқаша
    /article <i>[сөздер]</i> — мақаланың тақырыбы, басы және толық мәтіні
    /articles — барлық мақала
    /source — мақала қайдан алынған
    /history <i>[сөздер]</i> — мақалада не, қашан өзгерді
    /follow <i>[есім, тақырып немесе сөздер]</i> — жаңалықты хабарлау: бәрі, спикер, тақырып немесе сөздер
    /following — жазылымдар мен хабарлау уақыты
    /unfollow <i>[сөздер]</i> — жазылымды алып тастау
    /zone <i>[уақыт белдеуі]</i> — чаттың уақыт белдеуі
    /lang — жауап тілі
    /help — не істей аламын
    /start — басынан бастау

    Пәрменсіз де болады: не іздегеніңізді өз сөзіңізбен жазыңыз. Пәрменнен кейінгі сөздер мақаланы таңдайды: /summary сайлау

    Кез келген чатта @derek_bot және сөз теріп, дәйексөзді немесе санды таңдаңыз – ол дереккөзімен бірге жіберіледі.

    Хабарламама пәрменмен жауап берсеңіз, сол мақала туралы айтамын.
    ");
    assert_snapshot!(chat.say(En, "/help"), @"
    <b>What I can do</b>

    /search <i>[words]</i> — quotes, figures and articles for any words
    /check <i>[words]</i> — whether a quote was really said like that
    /quote <i>[number, name or words]</i> — a quote, word for word
    /stats <i>[words]</i> — the figures of an article
    /card <i>[number, name or words]</i> — a quote as a picture
    /chart <i>[words]</i> — the figures as a picture
    /summary <i>[words]</i> — an article in brief
    /article <i>[words]</i> — title, lead and full text
    /articles — all articles
    /source — where an article comes from
    /history <i>[words]</i> — what changed in an article and when
    /follow <i>[name, topic or words]</i> — be told of what is new: everything, a speaker, a topic or words
    /following — what you follow, and when you are told
    /unfollow <i>[words]</i> — stop following something
    /zone <i>[time zone]</i> — the chat’s time zone
    /lang — the language I answer in
    /help — what I can do
    /start — start again

    No command needed: just write what you are looking for. Words after a command choose the article: /summary election

    In any chat, type @derek_bot and a word, then pick a quote or a figure: it is sent with its source.

    Reply to a message of mine with a command, and I will answer about the same article.
    ");
    assert_snapshot!(chat.say(Ru, "/quit now"), @"Команды /quit у меня нет. Что я умею: /help");
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
