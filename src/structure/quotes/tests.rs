//! One row a rule or a trap: a text, and its quotations with ` | ` between their parts.

use proptest::prelude::*;

use super::super::names::{Names, entities};
use super::super::text::Text;
use super::{Cues, quotes, speeches};
use crate::article::Language::{self, En, Kk, Ru};

fn found(language: Language, raw: &str) -> Vec<String> {
    let text = Text::new(raw, language);
    let parts = |parts: &[std::ops::Range<usize>]| {
        parts.iter().map(|part| text.slice(part.clone())).collect::<Vec<_>>().join(" | ")
    };
    speeches(&text, &Cues::of(&text))
        .iter()
        .filter(|speech| !speech.heading)
        .map(|speech| parts(&speech.parts))
        .collect()
}

fn check(language: Language, rows: &[(&str, &[&str])]) {
    let wrong: Vec<_> = rows.iter().filter(|(raw, expected)| found(language, raw) != *expected).collect();
    let found: Vec<_> = wrong.iter().map(|(raw, _)| found(language, raw)).collect();
    assert!(wrong.is_empty(), "expected {wrong:#?}, found {found:#?}");
}

#[test]
fn words_that_a_layout_sets_off_are_speech() {
    check(
        Ru,
        &[
            (
                "Инна рассказала:\nВ детстве я каждый вечер смотрела «Огни порта» с братом.",
                &["В детстве я каждый вечер смотрела «Огни порта» с братом."],
            ),
            (
                "Тренер решил оставить вратаря дома:\nОн не готов, и мы обойдёмся без него.",
                &["Он не готов, и мы обойдёмся без него."],
            ),
            (
                "Аким указал:\nЭти дети растут настоящими людьми с большой буквы».",
                &["Эти дети растут настоящими людьми с большой буквы"],
            ),
            ("Комиссия — группа, созданная мэром, — решает, могут ли люди вернуться домой.", &[]),
            ("Альбом длится час:\nЛадонь Вечер Я танцую сам с собой Грустно", &[]),
            ("Мэрия начала проверку:\nСегодня комиссия приехала на рынок «Юность».", &[]),
            ("Аким сказал:\n\nМост достроили к осени, и движение открыли.", &[]),
            // The paragraph has an attribution of its own.
            ("Аким сказал так:\nАким улыбнулся. «Мост готов к открытию», — добавил он.", &["Мост готов к открытию"]),
        ],
    );
}

#[test]
fn what_a_thing_is_called_is_no_speech() {
    check(
        Ru,
        &[
            ("Новости\nОн подписал «закон Ивана Белова». Суд вспомнил о «законе Ивана Белова».", &[]),
            ("Ему поставили диагноз — «острая болезнь лёгких».", &[]),
            ("Он снимался в фильмах: «7 дней весны» (1970), «Порт».", &[]),
            ("Его судят по статье 12 («порча чужих вещей»).", &[]),
            ("Он носит титул «самого сильного человека».", &[]),
            ("Зал крикнул «Слава Омску» и затих.", &["Слава Омску"]),
            ("Новости\n''У мэра города появился соперник на выборах.''\nВыборы пройдут в мае.", &[]),
        ],
    );
}

#[test]
fn russian_quotations_are_found() {
    check(
        Ru,
        &[
            ("«Дорога готова», — сказал аким.", &["Дорога готова"]),
            ("«Дорога готова!» — сказал аким.", &["Дорога готова!"]),
            ("«Дорога готова», - сообщили в пресс-службе акимата.", &["Дорога готова"]),
            ("Аким сказал: «Дорога готова».", &["Дорога готова"]),
            ("Аким сказал: \"Дорога готова\".", &["Дорога готова"]),
            ("«Дорога, — сказал аким, — готова».", &["Дорога | готова"]),
            ("«Дорога готова, — сказал аким. — Она ровная».", &["Дорога готова | Она ровная"]),
            ("«Дорога готова», — сказал аким. «Она ровная».", &["Дорога готова | Она ровная"]),
            ("«Дорога готова», — сказал аким. «Нет», — ответил водитель.", &["Дорога готова", "Нет"]),
            // One of two marks is a slip.
            ("\"Дорога готова\"\", – сказал аким.", &["Дорога готова"]),
            ("«Дорога готова», — сказал аким в Омске. — «Она ровная».", &["Дорога готова | Она ровная"]),
            ("''«Дорога готова»'', — сказал аким.", &["Дорога готова"]),
            ("«Дорога готова«, — сказал аким.", &["Дорога готова"]),
            ("«Дорога готова, — сказал аким.", &["Дорога готова"]),
            ("Дорога готова», — сказал аким.", &["Дорога готова"]),
            ("«В «Казахмысе» всё спокойно», — сказал директор.", &["В «Казахмысе» всё спокойно"]),
            ("«Работаю в «Казахмысе», — сказал директор.", &["Работаю в «Казахмысе»"]),
            ("— Дорога готова, — сказал аким. — Она ровная.", &["Дорога готова | Она ровная."]),
            ("– Дорога готова, – сказал аким. Все уехали.", &["Дорога готова"]),
            ("«Первая мысль.\nВторая мысль», — сказал аким.", &["Первая мысль. | Вторая мысль"]),
            ("«Первая мысль.\n«Вторая мысль», — сказал аким.", &["Первая мысль. | Вторая мысль"]),
            ("Он заявил, что город «готов к зиме полностью».", &["готов к зиме полностью"]),
            ("Он назвал это «самым трудным годом» в истории.", &["самым трудным годом"]),
            // What is sung or written somewhere.
            ("Хор исполнил песню со словами «Река, верни мост».", &["Река, верни мост"]),
            ("Он оставил запись из трёх слов «Моста больше нет…»", &["Моста больше нет…"]),
            ("На двери висела записка: «Огонь идёт дальше».", &["Огонь идёт дальше"]),
            // What a law calls a crime.
            ("Дело завели по статье 90 УК «порча дорог и мостов».", &[]),
            ("Дело завели по статье 90 УК часть 2 «порча дорог и мостов».", &[]),
            (
                "Приказ подписан с формулировкой:\nЗа большие заслуги перед всеми жителями нашего города.",
                &["За большие заслуги перед всеми жителями нашего города."],
            ),
            (
                "Об этом сказал аким.\n«Мы всё построим вовремя. Люди получат жильё».",
                &["Мы всё построим вовремя. Люди получат жильё"],
            ),
            ("«Всё построим вовремя и без спешки». Иван Петров, прораб", &["Всё построим вовремя и без спешки"]),
            ("Мы всё построим, — сказал Иван Петров.", &["Мы всё построим"]),
            (
                "— Когда построят мост?\n— Мост построят весной, — ответил аким.",
                &["Когда построят мост?", "Мост построят весной"],
            ),
            // No quotations.
            ("АО «Самрук-Казына» построит завод.", &[]),
            ("Фильм «Когда цветут сады» получил приз.", &[]),
            ("Спектакли: «Чайка», «Дядя Ваня» и «Три сестры».", &[]),
            ("Закон «О полиции и порядке» принят.", &[]),
            ("По словам акима, дорога готова. Он отметил, что она ровная.", &[]),
            ("Так называемые «зелёные человечки из леса» ушли.", &[]),
            ("Он получил орден «За заслуги перед Отечеством».", &[]),
            ("Поставлен диагноз «закрытая травма головы».", &[]),
            ("Дорога готова, — сообщает Казинформ.", &[]),
            ("Задачи:\n— построить мост;\n— открыть школу;\n— купить автобусы.", &[]),
            ("Это «мягкая сила» страны.", &[]),
        ],
    );
}

#[test]
fn kazakh_quotations_are_found() {
    check(
        Kk,
        &[
            ("«Жол дайын», – деді әкім.", &["Жол дайын"]),
            ("«Жол дайын» деді әкім.", &["Жол дайын"]),
            ("\"Жол дайын\", - деп атап өтті әкім.", &["Жол дайын"]),
            ("– Жол дайын, – деді әкім. – Енді көпір саламыз.", &["Жол дайын | Енді көпір саламыз."]),
            ("– Жол дайын.\n– Енді көпір саламыз, – деді әкім.", &["Жол дайын. | Енді көпір саламыз"]),
            ("Әкім былай деді: «Жол дайын».", &["Жол дайын"]),
            ("«Жол дайын«, – деп жазды ол.", &["Жол дайын"]),
            ("Жол дайын болды, – деп сөзін аяқтады Ерлан Омаров.", &["Жол дайын болды"]),
            ("Әкім мұны «елдің ең үлкен жеңісі» деп бағалады.", &["елдің ең үлкен жеңісі"]),
            ("Оның айтуынша, «бәрі де уақытында бітеді».", &["бәрі де уақытында бітеді"]),
            ("«Көлем өсті. Жоспар орындалды», – делінген хабарламада.", &["Көлем өсті. Жоспар орындалды"]),
            // No quotations.
            ("«Ұлт ақпарат» агенттігі хабарлады.", &[]),
            ("«Самұрық-Қазына» АҚ зауыт салады.", &[]),
            ("Ол «Ауыл – ел бесігі» бағдарламасын іске қосты.", &[]),
            ("Әкімнің айтуынша, жол дайын.", &[]),
            ("Облыста егін жиналды, деп хабарлайды тілші.", &[]),
            ("Ол «Жылдың үздік мұғалімі» атанды.", &[]),
        ],
    );
}

#[test]
fn english_quotations_are_found() {
    check(
        En,
        &[
            ("“The road is ready,” the mayor said.", &["The road is ready"]),
            ("\"The road is ready,\" said the mayor. \"It is wide.\"", &["The road is ready | It is wide."]),
            ("“The road,” he said, “is ready.”", &["The road | is ready."]),
            ("The mayor said: “The road is ready.”", &["The road is ready."]),
            ("The mayor said, “The road is ready.”", &["The road is ready."]),
            ("‘We don’t know,’ the mayor said.", &["We don’t know"]),
            ("“First.\n“Second,” she said.", &["First. | Second"]),
            ("He called it “a very bad idea” and left.", &["a very bad idea"]),
            ("- The road is ready, the Mayor said.", &["The road is ready"]),
            ("“Is it ready?” asked Mr. Smith.", &["Is it ready?"]),
            ("“Yes.” “No,” she said.", &["No"]),
            // No quotations.
            ("“Letters From the Dry Lake,” a film, won.", &[]),
            ("The “Golden Horse” prize went to her.", &[]),
            ("The so-called “little green men” left.", &[]),
            ("The players’ house and the dogs’ yard.", &[]),
            ("He noted that the road was ready.", &[]),
        ],
    );
}

/// What the articles of the repository say, found without a hand.
#[test]
fn the_seed_has_its_three_quotations() {
    for (language, file, name, role) in [
        (Ru, include_str!("../../../data/articles/rural-akims.toml"), "Касым-Жомарт Токаев", "Президент Казахстана"),
        (Kk, include_str!("../../../data/articles/rural-akims.kk.toml"), "Қасым-Жомарт Тоқаев", "Қазақстан Президенті"),
        (
            En,
            include_str!("../../../data/articles/rural-akims.en.toml"),
            "Kassym-Jomart Tokayev",
            "President of Kazakhstan",
        ),
    ] {
        let article: toml::Table = file.parse().unwrap();
        let raw = article["body"].as_str().unwrap();
        let text = Text::new(raw, language);
        let cues = Cues::of(&text);
        let found = quotes(&text, &cues, &Names::of(&text, &cues));
        let said: Vec<_> =
            article["quotes"].as_array().unwrap().iter().map(|quote| quote["text"].as_str().unwrap()).collect();
        let words: Vec<_> = found.iter().map(|quote| &raw[quote.parts[0].start..quote.parts[0].end]).collect();
        assert_eq!(words, said);
        for quote in &found {
            assert_eq!((quote.speaker.as_deref(), quote.role.as_deref()), (Some(name), Some(role)), "{quote:?}");
        }
    }
}

fn sound(text: &Text) {
    let raw = text.raw;
    let cues = Cues::of(text);
    let names = Names::of(text, &cues);
    for quote in quotes(text, &cues, &names) {
        let mut end = 0;
        for part in &quote.parts {
            assert!(end <= part.start && part.start < part.end, "{raw:?} {quote:?}");
            assert!(raw.get(part.start..part.end).is_some(), "{raw:?} {quote:?}");
            end = part.end;
        }
        let mention = quote.mention.map(|mention| raw.get(mention.start..mention.end));
        assert!(mention.is_none_or(|mention| mention.is_some_and(|mention| !mention.is_empty())), "{raw:?} {quote:?}");
        assert!(!quote.parts.is_empty() && (0.0..=1.0).contains(&quote.confidence));
    }
    for entity in entities(text, &cues, &names) {
        assert!(raw.get(entity.span.start..entity.span.end).is_some(), "{raw:?} {entity:?}");
    }
}

proptest! {
    #[test]
    fn any_text_has_sound_quotations(raw in pieces()) {
        for language in Language::ALL {
            sound(&Text::new(&raw, language));
        }
    }
}

/// Texts of what quotations are made of.
fn pieces() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "«",
        "»",
        "“",
        "”",
        "„",
        "\"",
        "'",
        "’",
        "''",
        "—",
        "– ",
        "-",
        ", ",
        ". ",
        ".",
        ":",
        "!",
        "? ",
        "…",
        "\n",
        "\n\n",
        " ",
        "(",
        ")",
        "и ",
        "5",
        "сказал ",
        "деп ",
        "деді ",
        "said ",
        "Токаев ",
        "Ерлан ",
        "Омарова ",
        "А.",
        "XVI ",
        "министр ",
        "the ",
        "President ",
        "he ",
        "он ",
        "ол ",
        "по словам ",
        "в ",
        "министерства ",
        "Ministry of ",
        "Астана ",
        "область ",
        "дорога ",
        "готова",
        "Қасым-Жомарт ",
        "Ёлка\u{301} ",
        "\u{ad}",
        "😀",
        "министрі ",
        "айтуынша ",
        "Смит-",
        "Q: ",
        "вы?\n— ",
        "Я ",
        "д",
    ];
    let piece = prop_oneof![8 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// So much of the same would take minutes if time grew with the square of the length; benches/structure.rs measures it.
#[test]
fn an_endless_repetition_ends() {
    for piece in [
        "\"",
        "« ",
        "»",
        "“a",
        "'",
        "«Да», — сказал Омаров. ",
        "– Да, – деді ол. ",
        "Ерлан Омаров ",
        "А. ",
        "министр ",
        "Ministry of ",
        "said, ",
        "a\n– ",
        "Как вы?\nЯ дома.\n",
        "— Как вы?\n— Да.\nЯ дома. ",
        "Q: You?\nA: I am. ",
        "сказал: Да. ",
    ] {
        let raw = piece.repeat(20_000);
        [Ru, En, Kk].map(|language| Text::new(&raw, language)).iter().for_each(sound);
    }
}

#[test]
fn an_interview_is_read_in_turns() {
    check(
        Ru,
        &[
            (
                "Гончар Лев Орлов живёт у реки.\n— С чего вы начали?\n— С глины. Она была под ногами.\nВ доме тихо.\n— А дети?\n— Дети помогают.",
                &["С чего вы начали?", "С глины. Она была под ногами.", "А дети?", "Дети помогают."],
            ),
            ("— Когда вы вернётесь?\n— Осенью.\nОн уходит.", &["Когда вы вернётесь?", "Осенью."]),
            (
                "Вопрос: Что вы лепите?\nОтвет: Кувшины. Они нужны всем.",
                &["Что вы лепите?", "Кувшины. Они нужны всем."],
            ),
            (
                "Корр.: Что вы лепите?\nЛ. О.: Кувшины.\nКорр.: Для кого?\nЛ. О.: Для соседей.\nСоседи платят хлебом.\nКорр.: Спасибо вам.",
                &["Что вы лепите?", "Кувшины.", "Для кого?", "Для соседей. | Соседи платят хлебом.", "Спасибо вам."],
            ),
            (
                "Гончар у реки\nЛев Орлов лепит кувшины.\nЧто вы лепите сейчас?\nКувшины. Мне они снятся.\nУ меня их сорок.\nА что потом?\nПотом отпуск.",
                &[
                    "Что вы лепите сейчас?",
                    "Кувшины. Мне они снятся. | У меня их сорок.",
                    "А что потом?",
                    "Потом отпуск.",
                ],
            ),
            (
                "Гончар у реки\nЛев Орлов лепит кувшины.\nЧто вы лепите сейчас?\n— Кувшины.\nА что потом?\n— Отпуск в горах.",
                &["Что вы лепите сейчас?", "Кувшины.", "А что потом?", "Отпуск в горах."],
            ),
            // Headings that ask, and lists with labels.
            ("О налоге\nЧто изменится?\nСтавка вырастет.\nКогда?\nВ январе.", &[]),
            ("О налоге\nЧто вам грозит?\nВам грозит штраф.\nКогда вы узнаете?\nВ январе.", &[]),
            ("Место: площадь.\nВремя: полдень.\nВход: свободный.", &[]),
        ],
    );
    check(
        Kk,
        &[
            (
                "Қышшы Марат Оспанов ауылда тұрады.\n– Неден бастадыңыз?\n– Балшықтан. Ол көп еді.\nҮйі тыныш.\n– Балалар ше?\n– Көмектеседі.",
                &["Неден бастадыңыз?", "Балшықтан. Ол көп еді.", "Балалар ше?", "Көмектеседі."],
            ),
            ("Сұрақ: Не істейсіз?\nЖауап: Құмыра жасаймын.", &["Не істейсіз?", "Құмыра жасаймын."]),
            (
                "Қышшы\nМарат Оспанов ауылда тұрады.\nНеден бастадыңыз?\nБалшықтан. Маған ұнады.\nЕнді ше?\nЕнді демаламын.",
                &["Неден бастадыңыз?", "Балшықтан. Маған ұнады.", "Енді ше?", "Енді демаламын."],
            ),
            ("Салық\nНе өзгереді?\nМөлшері өседі.\nҚашан?\nҚаңтарда.", &[]),
        ],
    );
    check(
        En,
        &[
            (
                "Q: What do you make?\nA: Jugs. They sell.\nQ: And then?\nA: A rest.\nThe potter lives by a river.",
                &["What do you make?", "Jugs. They sell.", "And then?", "A rest."],
            ),
            ("Q. What do you make?\nA. Jugs.", &["What do you make?", "Jugs."]),
            (
                "Ann Lee: What do you make?\nTom Hill: Jugs.\nAnn Lee: For whom?\nTom Hill: For us.",
                &["What do you make?", "Jugs.", "For whom?", "For us."],
            ),
            (
                "The potter\nTom Hill lives by a river.\nWhat do you make?\nJugs. I dream of them.\nAnd then?\nI rest.",
                &["What do you make?", "Jugs. I dream of them.", "And then?", "I rest."],
            ),
            ("On tax\nWhat will change?\nThe rate will grow.\nWhen?\nIn January.", &[]),
            ("Where: the square.\nWhen: noon.\nWho: all?", &[]),
        ],
    );
}

#[test]
fn a_verb_that_no_list_names_brings_speech() {
    check(
        Ru,
        &[
            ("«Дорога готова», — ликует 40-летний прораб.", &["Дорога готова"]),
            ("«Кто это построил?!» — с жаром допытывался прораб.", &["Кто это построил?!"]),
            ("— Дорога готова, — лукавит Омаров.", &["Дорога готова"]),
            ("— Тот, кто строит, — мечтает.", &["Тот, кто строит, — мечтает."]),
            ("Группа «Дорога», — коллектив из Астаны.", &[]),
            ("Фильм «Дорога домой», — проект студии.", &[]),
        ],
    );
    check(
        Kk,
        &[
            ("«Жол дайын», – күрсінеді прораб.", &["Жол дайын"]),
            ("«Жолды кім салды?» – шамданды Омаров.", &["Жолды кім салды?"]),
            ("«Жол» фильмі шықты.", &[]),
        ],
    );
    check(
        En,
        &[
            ("“The road is ready,” Omarov crowed.", &["The road is ready"]),
            ("“The road is ready,” was her verdict.", &["The road is ready"]),
            ("‘The road is ready,’ she crowed by phone. ‘It is wide.’", &["The road is ready | It is wide."]),
            ("“The Long Road,” Omarov’s film, opened on Friday.", &[]),
        ],
    );
}

#[test]
fn speech_stands_after_a_colon_in_a_headline_and_alone() {
    check(
        Ru,
        &[
            ("«Река не любит спешки»: как строят мост\nМост растёт.", &["Река не любит спешки"]),
            ("Омаров: «Мост будет весной»\nМост растёт.", &["Мост будет весной"]),
            ("«Дорогой добрых дел» прошли школьники\nИх сорок.", &[]),
            ("«Зелёный город»: что известно\nЕму год.", &[]),
            (
                "Прораб рассказывает:\n— Строим мост.\n— Строят медленно, — говорит сосед.",
                &["Строим мост.", "Строят медленно"],
            ),
            ("Прораб ответил: — Построим весной.", &["Построим весной."]),
            (
                "Прораб сказал: Мы построим мост весной, если дадут бетон.",
                &["Мы построим мост весной, если дадут бетон."],
            ),
            ("Прораб назвал города: Астана, Павлодар, Семей.", &[]),
            ("Прораб отметил: мост построят весной.", &[]),
            ("Прораб Омаров машет рукой. «Не успеем! Поздно».", &["Не успеем! Поздно"]),
            ("Прораб машет рукой: «Не успеем!»", &["Не успеем!"]),
            ("Омаров молчит. «Не знаю.» Он уходит.", &["Не знаю."]),
            ("В сети @most_kz: «Строят третий год подряд».", &["Строят третий год подряд"]),
        ],
    );
    check(
        Kk,
        &[
            ("«Өзен асыққанды онша ұнатпайды»\nКөпір салынып жатыр.", &["Өзен асыққанды онша ұнатпайды"]),
            ("Омаров: «Көпір көктемде бітеді»\nКөпір салынып жатыр.", &["Көпір көктемде бітеді"]),
            ("Прораб айтты: – Көктемде саламыз.", &["Көктемде саламыз."]),
            ("Прораб қолын сілтейді: «Үлгермейміз ғой!»", &["Үлгермейміз ғой!"]),
            ("Омаров үнсіз. «Мен білмеймін.» Ол кетті.", &["Мен білмеймін."]),
        ],
    );
    check(
        En,
        &[
            ("“A river hates all haste”: how to build a bridge\nIt grows.", &["A river hates all haste"]),
            ("Omarov: “We will build it”\nIt grows.", &["We will build it"]),
            ("The foreman said: We will build the bridge in spring.", &["We will build the bridge in spring."]),
            ("The foreman waves a hand: “Too late!”", &["Too late!"]),
            ("The foreman is silent. “Not yet.” He leaves.", &["Not yet."]),
            ("The foreman named: Astana, Pavlodar, Semey.", &[]),
        ],
    );
}

#[test]
fn english_speech_goes_on_and_begins_in_other_speech() {
    check(
        En,
        &[
            // After the attribution it goes on over paragraphs.
            (
                "“We came late,” said Ann Lee. “It rained.\n“Then it snowed.\n“We stayed.”",
                &["We came late | It rained. | Then it snowed. | We stayed."],
            ),
            (
                "“They say, ‘It always rains here,’” she added. “I agree.”",
                &["They say, ‘It always rains here,’ | I agree.", "It always rains here"],
            ),
            // A verb that no list has, at the end.
            ("“Pay me by the hour, then,” the potter chuckles. “I wait.”", &["Pay me by the hour, then | I wait."]),
            // Headlines in which all words have capitals.
            ("Ann Lee: “I Never Counted the Stitches”\nShe sews.", &["I Never Counted the Stitches"]),
            ("New in Print: “Letters From the Dry Lake”\nA book.", &[]),
            ("The joke is that “Ann Lee spends her holidays at work.”", &["Ann Lee spends her holidays at work."]),
        ],
    );
}

#[test]
fn questions_over_answers_with_dashes_are_headings() {
    check(
        Kk,
        &[(
            "Дәрігер Айша Омарова\nОл отыз жыл еңбек етті.\nСіз қашан бастадыңыз?\n– Ерте бастадым.\nСізге қиын ба?\n– Қиын емес.",
            &["Ерте бастадым.", "Қиын емес."],
        )],
    );
}
