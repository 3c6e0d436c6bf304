//! Derek as people meet him: private chats, groups, topics, channels and inline, in three languages.

mod story;

use story::{derek, derek_with, library};
use telegram_sandbox::{ButtonKind, Message, Sandbox};

/// The address behind the button with this text.
fn address(message: &Message, text: &str) -> String {
    match message.button(text).kind {
        ButtonKind::Url(address) => address,
        other => panic!("{text:?} opens nothing: {other:?}"),
    }
}

#[tokio::test]
async fn the_first_words_are_in_the_language_of_the_persons_telegram_until_another_is_chosen() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    for (code, hello) in [("ru", "Здравствуйте"), ("kk", "Сәлеметсіз бе"), ("en", "Hello"), ("uz", "Hello")]
    {
        let person = telegram.user(code).language(code);
        let chat = person.private();
        person.say(&chat, "/start");
        let greeting = chat.next().await;
        assert!(greeting.text().contains(hello), "{code}: {}", greeting.text());
    }
    let anna = telegram.user("Anna").language("en");
    let chat = anna.private();
    anna.say(&chat, "/lang");
    let choice = chat.next().await;
    anna.press(&choice, "Русский").await;
    anna.say(&chat, "/stats");
    assert!(chat.next().await.text().contains("2\u{a0}334"), "the Russian edition and its numbers");
}

#[tokio::test]
async fn stats_has_every_figure_as_the_language_writes_it_and_each_opens_its_sentence() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let cases = [
        ("ru", "2\u{a0}334", "По данным Токаева, по всей стране было избрано 2334 акима сельских округов."),
        ("kk", "2\u{a0}334", "Тоқаевтың мәліметінше, бүкіл ел бойынша 2334 ауылдық округ әкімі сайланды."),
        ("en", "2,334", "2,334"),
    ];
    for (code, number, sentence) in cases {
        let person = telegram.user(code).language(code);
        let chat = person.private();
        person.say(&chat, "/stats");
        let figures = chat.next().await;
        for number in [number, "2020", "5", "43", "⅓", "80"] {
            assert!(figures.text().contains(number), "{code}: {number}: {}", figures.text());
        }
        person.press(&figures, number).await;
        let opened = figures.edited().await;
        assert!(opened.text().contains(sentence), "{}", opened.text());
    }
}

#[tokio::test]
async fn quotes_are_paged_in_place_by_anybody_in_the_group() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let (ivan, aida) = (telegram.user("Ivan").language("ru"), telegram.user("Aida").language("kk"));
    let group = telegram.group("Newsroom", [&ivan, &aida]);
    ivan.say(&group, "/quote@derek_bot");
    let first = group.next().await;
    assert!(first.text().contains("Сегодняшняя встреча") && first.has_button("1/3"), "{}", first.text());
    assert!(first.text().contains("Касым-Жомарт Токаев, Президент Казахстана"));

    let toast = aida.press(&first, "›").await;
    let second = first.edited().await;
    assert!(second.text().contains("Это очень ответственная работа") && second.has_button("2/3"), "{}", second.text());
    assert_eq!(toast.text, None);

    // A forged and a stale button say so, and change nothing.
    for data in ["nonsense", "qr00000000-rural-akims", "ar-gone"] {
        let toast = aida.press_data(&second, data).await;
        assert!(toast.text.is_some_and(|text| text.contains("устарела")), "{data}");
        assert_eq!(second.now().unwrap().text(), second.text());
    }
}

#[tokio::test]
async fn a_translated_quote_says_so_and_offers_the_original() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let aida = telegram.user("Aida").language("kk");
    let chat = aida.private();
    aida.say(&chat, "/quote 3");
    let translated = chat.next().await;
    assert!(translated.text().contains("Дәйексөз аударылған"), "{}", translated.text());
    aida.press(&translated, "Контекст").await;
    let context = translated.edited().await;
    assert!(context.text().contains("Дәйексөз аударылған"), "{}", context.text());
    aida.press_data(&context, &story::presses(&context)[0]).await;
    let translated = context.edited().await;
    aida.press(&translated, "Түпнұсқа: Русский").await;
    let original = translated.edited().await;
    assert!(original.text().contains("Что стало ключевым шагом"), "{}", original.text());
}

#[tokio::test]
async fn in_a_group_only_what_is_meant_for_him_is_answered_and_where_it_was_asked() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let ivan = telegram.user("Ivan").language("ru");
    let forum = telegram.supergroup("Редакция", [&ivan]);
    // As an administrator he hears everything: manners must not depend on privacy mode.
    forum.promote_bot();
    let topic = forum.topic("Цифры");

    ivan.say(&forum, "о чём говорил Токаев?");
    ivan.say(&forum, "/stats@other_bot");
    ivan.say(&forum, "/weather");
    let question = ivan.say_in(&topic, "/stats");
    let answer = forum.next().await;
    assert_eq!(answer.thread_id(), Some(topic.thread_id()));
    assert_eq!(answer.reply_to(), Some(question.id()));

    ivan.say_in(&topic, "@derek_bot треть");
    assert!(forum.next().await.text().contains('⅓'));
    ivan.reply_to(&answer, "43 года");
    assert!(forum.next().await.text().contains("43"));
    telegram.all_confirmed().await;
    assert!(forum.try_next().is_none(), "nothing else was said");
}

#[tokio::test]
async fn a_channel_gets_a_post_and_a_comment_under_it_is_about_its_article() {
    let telegram = Sandbox::start().await;
    let _bot = derek_with(&telegram, story::library_with_another()).await;
    let aida = telegram.user("Aida").language("ru");
    let channel = telegram.channel("Жаңалықтар", &aida);
    let comments = telegram.supergroup("Пікірлер", [&aida]);
    channel.discussed_in(&comments);

    channel.post("/summary rural-akims");
    let post = channel.next().await;
    assert!(post.text().contains("2334"), "{}", post.text());
    assert!(story::presses(&post).is_empty(), "nobody turns pages for all readers");
    channel.post("/lang");
    channel.post("talk");

    // The newest article is another one; the comment is about the post's.
    let forwarded = comments.messages().into_iter().find(|message| message.text() == post.text()).expect("forwarded");
    aida.reply_to(&forwarded, "/stats");
    let answer = comments.next().await;
    assert!(answer.text().contains("2\u{a0}334"), "{}", answer.text());
    aida.say(&comments, "/stats");
    assert!(!comments.next().await.text().contains("334"), "without a reply it is the newest");
    telegram.all_confirmed().await;
    assert!(channel.try_next().is_none(), "no other post");
}

#[tokio::test]
async fn a_reply_goes_before_the_chats_article_and_that_before_the_newest() {
    let telegram = Sandbox::start().await;
    let _bot = derek_with(&telegram, story::library_with_another()).await;
    let ivan = telegram.user("Ivan").language("ru");
    let chat = ivan.private();
    ivan.say(&chat, "/summary");
    let newest = chat.next().await;
    assert!(newest.text().contains("Вода"), "{}", newest.text());

    ivan.say(&chat, "/article rural-akims");
    chat.next().await;
    ivan.say(&chat, "/summary");
    assert!(chat.next().await.text().contains("2334"), "the chat's article");
    ivan.reply_to(&newest, "/summary");
    assert!(chat.next().await.text().contains("Вода"), "the article replied to");
}

#[tokio::test]
async fn a_deep_link_opens_what_it_names() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let ivan = telegram.user("Ivan").language("ru");
    let library = library();
    let article = library.newest_first()[0].original();
    let quote = format!("q{}-rural-akims", article.quotes[1].id);
    let figure = format!("f{}-rural-akims", article.figures[5].id);
    let cases = [
        ("a-rural-akims", "диалог-платформе"),
        (quote.as_str(), "Это очень ответственная работа"),
        (figure.as_str(), "треть избранных акимов"),
        ("a-gone", "ссылка"),
        ("nonsense", "ссылка"),
    ];
    let chat = ivan.private();
    for (parameter, expected) in cases {
        ivan.start(parameter);
        let opened = chat.next().await;
        assert!(opened.text().contains(expected), "{parameter}: {}", opened.text());
    }
}

#[tokio::test]
async fn plain_words_find_what_fits_or_say_kindly_that_nothing_does() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let cases = [
        ("ru", "треть", "⅓"),
        ("ru", "излишняя спешка", "Мы не допустили излишней спешки"),
        ("kk", "орташа жас", "43"),
        ("en", "undue haste", "haste"),
        ("ru", "погода на марсе", "ничего не нашлось"),
        ("kk", "зымыран", "табылмады"),
        ("en", "weather on Mars", "Nothing"),
        ("ru", "/погода", "/help"),
    ];
    for (code, words, expected) in cases {
        let person = telegram.user(code).language(code);
        let chat = person.private();
        person.say(&chat, words);
        let answer = chat.next().await;
        assert!(answer.text().contains(expected), "{words}: {}", answer.text());
    }
}

#[tokio::test]
async fn inline_offers_the_newest_article_or_what_fits_and_sends_it_with_its_source() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let (anna, ivan) = (telegram.user("Anna").language("ru"), telegram.user("Ivan"));
    let elsewhere = telegram.group_without_bot("Elsewhere", [&anna, &ivan]);

    let offered = anna.inline(&elsewhere, "").await;
    assert!(offered.results.len() >= 5, "summary, figures, three quotes: {:?}", offered.results);
    let found = anna.inline(&elsewhere, "выборы акимов").await;
    assert!(found.results[0].title.contains("Токаев"), "{:?}", found.results);
    let again = anna.inline(&elsewhere, "выборы  АКИМОВ").await;
    assert_eq!(again.results[0].id, found.results[0].id, "the same thing has the same id");

    let sent = anna.choose(&elsewhere, &found, 0);
    assert!(sent.text().contains("Что стало ключевым шагом"), "{}", sent.text());
    assert!(
        sent.text().contains("Касым-Жомарт Токаев, Президент Казахстана") && sent.text().contains("28 ноября 2025")
    );
    assert!(sent.html().contains("https://t.me/derek_bot?start=q"), "{}", sent.html());
    assert!(address(&sent, &sent.buttons()[0]).starts_with("https://t.me/derek_bot?start=q"));

    // What is sent by way of Derek in his own chat is not said to him.
    let own = anna.private();
    anna.say(&own, "/start");
    own.next().await;
    let found = anna.inline(&own, "треть").await;
    anna.choose(&own, &found, 0);
    anna.say(&own, "/lang");
    assert!(own.next().await.has_button("Қазақша"), "the next answer is to the command");
}

#[tokio::test]
async fn the_menu_is_in_each_language_and_fits_the_place() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let people = ["ru", "kk", "en", "de"].map(|code| telegram.user(code).language(code));
    telegram.when_called_times("setMyCommands", 8).await;
    for person in &people {
        person.say(&person.private(), "/help");
        person.private().next().await;
    }
    let menus = people.each_ref().map(|person| person.commands(&person.private()));
    for menu in &menus {
        let names: Vec<_> = menu.iter().map(|(name, _)| name.as_str()).collect();
        for name in ["start", "help", "articles", "article", "summary", "quote", "stats", "source", "lang"] {
            assert!(names.contains(&name), "{name} in {names:?}");
        }
    }
    assert_eq!(menus[2], menus[3], "others get English");
    assert!(menus[0] != menus[1] && menus[1] != menus[2], "each language has its own words");
}
