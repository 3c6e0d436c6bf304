//! One row a rule or a trap: a text, and the speaker of each of its quotations.

use super::super::names::Names;
use super::super::quotes::{Cues, quotes};
use super::super::text::Text;
use crate::article::Language::{self, En, Kk, Ru};

pub(super) fn check(language: Language, rows: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (raw, expected) in rows {
        let text = Text::new(raw, language);
        let cues = Cues::of(&text);
        let found = quotes(&text, &cues, &Names::of(&text, &cues));
        let found: Vec<_> = found.iter().map(|quote| quote.speaker.as_deref().unwrap_or("-")).collect();
        if found != *expected {
            wrong += &format!("{raw}\n  expected {expected:?}\n  found    {found:?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn russian_speakers_are_found() {
    check(
        Ru,
        &[
            // A name.
            ("«Дорога готова», — сказал Ерлан Омаров.", &["Ерлан Омаров"]),
            ("«Дорога готова», — сказал министру Ерлан Омаров.", &["Ерлан Омаров"]),
            ("Пришёл Ерлан Омаров. «Дорога готова», — сказал Омаров.", &["Ерлан Омаров"]),
            ("Аким Ерлан Омаров сказал: «Дорога готова».", &["Ерлан Омаров"]),
            ("По словам Ерлана Омарова, «дорога будет готова весной».", &["Ерлан Омаров"]),
            ("Пришла Айгуль Омарова. «Дорога готова», — сказала Омарова.", &["Айгуль Омарова"]),
            ("«Дорога готова». Ерлан Омаров, прораб", &["Ерлан Омаров"]),
            // The fullest name, in the nominative.
            ("Министра Ерлана Омарова спросили о мосте. «Мост готов», — ответил Омаров.", &["Ерлан Омаров"]),
            ("Об этом сообщила Анна Каренина. «Всё будет хорошо», — добавила Каренина.", &["Анна Каренина"]),
            ("«Мост готов», — сказал Е.Омаров. Ерлан Омаров работает с мая.", &["Ерлан Омаров"]),
            ("Президент принял Юрия Чайку. «Работа идёт», — сказал Чайка.", &["Юрий Чайка"]),
            // A title.
            (
                "Министр сельского хозяйства Айдарбек Сапаров приехал в село. «Зерна хватит», — сказал министр.",
                &["Айдарбек Сапаров"],
            ),
            (
                "Президент Касым-Жомарт Токаев выступил в Астане. «Всё готово», — заявил Глава государства.",
                &["Касым-Жомарт Токаев"],
            ),
            (
                "В Астане выступил Касым-Жомарт Токаев. С ним был премьер-министр Олжас Бектенов.\n«Бюджет принят», — сказал премьер.",
                &["Олжас Бектенов"],
            ),
            ("Режиссёр Анна Белова получила приз. «Я рада», — сказала режиссёр.", &["Анна Белова"]),
            // A pronoun.
            ("Выступил Ерлан Омаров. С ним пришла Айгуль Сериккызы. «Дорога готова», — сказал он.", &["Ерлан Омаров"]),
            ("Айгуль Серикова встретила Ерлана Омарова. «Дорога готова», — сказала она.", &["Айгуль Серикова"]),
            ("Ерлан Омаров пришёл первым. Он отметил, что «дорога будет готова весной».", &["Ерлан Омаров"]),
            // A body.
            ("«Работы завершены», — сообщили в пресс-службе акимата.", &["пресс-служба акимата"]),
            ("«Работы завершены», — говорится в сообщении Министерства обороны.", &["Министерство обороны"]),
            ("В МИД России заявили, что «ответ будет дан позже».", &["МИД России"]),
            (
                "Министерство транспорта провело встречу. «Мост готов», — говорится в справке, подготовленной ведомством.",
                &["Министерство транспорта"],
            ),
            // Continuation.
            ("Аким Ерлан Омаров рассказал о мосте.\n«Мост будет готов весной. Денег хватит».", &["Ерлан Омаров"]),
            // Not the speaker: the one spoken to, the chief of the press secretary.
            ("«Мост готов», — сказал Омарову Тимур Ахметов. Ерлан Омаров кивнул.", &["Тимур Ахметов"]),
            (
                "Президент Касым-Жомарт Токаев прибыл. «Визит начался», — сообщил пресс-секретарь Токаева Берик Уали.",
                &["Берик Уали"],
            ),
            (
                "Президент Касым-Жомарт Токаев прибыл. «Визит начался», — сообщил пресс-секретарь Токаева.",
                &["пресс-секретарь Токаева"],
            ),
            // Words beside a name that are none of it.
            ("«Мы остаёмся», — заявил один из организаторов акции Ваган Мартиросян.", &["Ваган Мартиросян"]),
            ("По мнению депутата Зары Постанджян, это «напоминает события прошлого года».", &["Зара Постанджян"]),
            ("«Приходите с детьми», — пригласила гостей директор музея Гульмира Шалабаева.", &["Гульмира Шалабаева"]),
            ("Глава Минсельхоза поручил «взять вопрос на контроль».", &["глава Минсельхоза"]),
            ("«Это хороший знак», — сказал генсек ООН Пан Ги Мун.", &["Пан Ги Мун"]),
            ("«Работа идёт», — отметили в НПП «Атамекен».", &["НПП «Атамекен»"]),
            // A word for somebody that is in no list.
            ("Пришли Ерлан Омаров и Айгуль Серикова. «Дорога готова», — сказала волшебница.", &["Айгуль Серикова"]),
            // A title in the sentence before.
            (
                "Приехал министр транспорта Ерлан Омаров. Дул ветер. На вопросы министр отвечал коротко.\n«Мост готов. Денег хватит».",
                &["Ерлан Омаров"],
            ),
            // Nobody is named.
            ("Приехал Ерлан Омаров. «Моста не будет», — сказал источник.", &["-"]),
            ("«Моста не будет», — рассказала местная жительница.", &["-"]),
        ],
    );
}

#[test]
fn kazakh_speakers_are_found() {
    check(
        Kk,
        &[
            // A pronoun after a title, after somebody whom nothing names, after a word for somebody who was named.
            (
                "Премьер-министр Ержан Оспанов жиынға келді. Асқар Нұрпейісов баяндама жасады.\nҮкімет басшысы жұмысты тездетуді тапсырды. «Мерзім бір апта», – деді ол.",
                &["Ержан Оспанов"],
            ),
            (
                "Асқар Нұрпейісов келді.\nЗардап шеккен кәсіпкер аты-жөнін айтпады. «Малдың бәрі қырылды», – деді ол.",
                &["-"],
            ),
            (
                "Асқар Нұрпейісов келді.\nБиыл зейнеткер Төлеу Жақсыбаев бақ екті. Ардагер оны өзі күтеді. «Алма биыл мол», – деді ол.",
                &["Төлеу Жақсыбаев"],
            ),
            // The sentence before brings the words, not the paragraph.
            (
                "Фермер Нұрлан Қасенов асықпайды. Дәрігер Манат Әбенова сақтыққа шақырады:\n«Вакцинаны алдымен тексеру керек. Содан кейін егеміз».",
                &["Манат Әбенова"],
            ),
            // A document of a body that was named.
            (
                "Оқиға туралы «Жол» ұлттық компаниясының баспасөз қызметі мәлім етті.\n«Қозғалыс таңертең қалпына келді», – деп жазылған мәлімдемеде.",
                &["«Жол» ұлттық компаниясының баспасөз қызметі"],
            ),
            // A lone name after a trade and before a colon; with a courtesy; with the father's name.
            ("Базардағы сатушы Мәриям:\n– Қант қымбат болып тұр, адамдар ренжиді.", &["Мәриям"]),
            ("«Су үйге дейін келді», – деді Кәмшат апа.", &["Кәмшат апа"]),
            (
                "Ұстазы Бақыт Жүсіпова шәкіртін мақтайды. «Ол күніне бес сағат дайындалады», – деді Бақыт Қанатқызы.",
                &["Бақыт Жүсіпова"],
            ),
            ("«Жол дайын», – деді Ерлан Омаров.", &["Ерлан Омаров"]),
            ("Ерлан Омаров келді. «Жол дайын», – деді Омаров.", &["Ерлан Омаров"]),
            ("Министр Ерлан Омаров: «Жол дайын».", &["Ерлан Омаров"]),
            ("Көлік министрі Ерлан Омаров келді. – деді.\n– Жол дайын, – деді министр.", &["Ерлан Омаров"]),
            (
                "Президент Қасым-Жомарт Тоқаев сөйледі.\n«Бәрі дайын», – деді Мемлекет басшысы.",
                &["Қасым-Жомарт Тоқаев"],
            ),
            ("Ерлан Омаров келді.\n– Жол дайын, – деді ол.", &["Ерлан Омаров"]),
            ("Айгүл Сәрсенова жиынға қатысты. Оның айтуынша, «бәрі де уақытында бітеді».", &["Айгүл Сәрсенова"]),
            ("Тоқаевтың сөзінше, «бәрі де уақытында бітеді». Қасым-Жомарт Тоқаев сөйледі.", &["Қасым-Жомарт Тоқаев"]),
            ("«Жұмыс бітті», – деп хабарлады министрліктің баспасөз қызметі.", &["министрліктің баспасөз қызметі"]),
            ("Ерлан Омаров көпірді аралады.\n«Көпір көктемде бітеді. Қаржы жетеді».", &["Ерлан Омаров"]),
            (
                "«Сапар басталды», – деді Тоқаевтың баспасөз хатшысы Берік Уәли. Қасым-Жомарт Тоқаев келді.",
                &["Берік Уәли"],
            ),
            ("Көлік министрі Нұрбай Темірхановтың айтуынша, «бәрі де уақытында бітеді».", &["Нұрбай Темірханов"]),
            ("Ергелді Темірхановтың айтуынша, «бәрі де уақытында бітеді».", &["Ергелді Темірханов"]),
            (
                "«Ақ Жайық» кемесі келді. «Жол дайын», – деді Ертіс аудандық мектебінің директоры Ерлан Омаров.",
                &["Ерлан Омаров"],
            ),
            ("«Көпір болмайды», – деді ауыл тұрғыны.", &["-"]),
        ],
    );
}

#[test]
fn english_speakers_are_found() {
    check(
        En,
        &[
            ("“The road is ready,” said Yerlan Omarov.", &["Yerlan Omarov"]),
            ("Yerlan Omarov came. “The road is ready,” Omarov said.", &["Yerlan Omarov"]),
            ("Transport Minister Yerlan Omarov came. “The road is ready,” the minister said.", &["Yerlan Omarov"]),
            (
                "President Kassym-Jomart Tokayev spoke. “All is ready,” the Head of State said.",
                &["Kassym-Jomart Tokayev"],
            ),
            ("Yerlan Omarov met Aigul Serikova. “The road is ready,” he said.", &["Yerlan Omarov"]),
            ("Yerlan Omarov met Aigul Serikova. “The road is ready,” she said.", &["Aigul Serikova"]),
            ("“The road is ready,” Yerlan Omarov told Aigul Serikova.", &["Yerlan Omarov"]),
            ("“The work is done,” the Ministry of Transport said in a statement.", &["Ministry of Transport"]),
            (
                "Yerlan Omarov spoke about the bridge.\n“It will be ready in spring. There is money.”",
                &["Yerlan Omarov"],
            ),
            (
                "President Kassym-Jomart Tokayev came. “The visit began,” said Tokayev’s press secretary Berik Uali.",
                &["Berik Uali"],
            ),
            (
                "Transport Minister Yerlan Omarov came. It rained. Asked about the bridge, the minister was brief.\n“It is ready. There is money.”",
                &["Yerlan Omarov"],
            ),
            ("“There will be no bridge,” said a resident.", &["-"]),
            ("According to Yerlan Omarov, “the road will be ready in spring.”", &["Yerlan Omarov"]),
        ],
    );
}

#[test]
fn the_subject_of_an_english_verb_speaks() {
    check(
        En,
        &[
            // Before the verb and after it, with what stands between commas.
            ("“The road is ready,” Ann Lee, who built it, said on Monday.", &["Ann Lee"]),
            ("“The road is ready,” said its builder, Ann Lee, 51.", &["Ann Lee"]),
            ("Her lawyer, Tom Hill, told Ann Lee that the road “was none of ours”.", &["Tom Hill"]),
            ("In an interview with CNN Tom Hill said the road “was none of ours”.", &["Tom Hill"]),
            ("Ann Lee met Tom Hill, who called the road “a gift to the town”.", &["Tom Hill"]),
            ("Ann Lee spoke of the road, which Tom Hill called “a gift to the town”.", &["Tom Hill"]),
            ("Ann Lee praised the builders, calling the road “a gift to the town”.", &["Ann Lee"]),
            ("Ann Lee cut the ribbon and called the road “a gift to the town”.", &["Ann Lee"]),
            ("The road was described by Ann Lee as “a gift to the town”.", &["Ann Lee"]),
            ("Tom Hill was there. The road is sometimes called “a gift to the town”.", &["-"]),
            ("“It is ready,” beamed Ann Lee, who built the road.", &["Ann Lee"]),
            ("Tom Hill waved. “The road is ready,” said Minister of Roads and Bridges Ann Lee.", &["Ann Lee"]),
            // What stands between two quotations is the lead of the second.
            ("“The road is ready,” Ann Lee said, adding that it was “a gift to the town”.", &["Ann Lee", "Ann Lee"]),
            // A noun for the words.
            ("Ann Lee saw the road. Her verdict was short: “It is a gift to the town.”", &["Ann Lee"]),
            ("“It is a gift to the town,” was her verdict. Ann Lee built it.", &["-"]),
            // Nobody whom the text names.
            ("Ann Lee came. “There will be no road,” one official said.", &["-"]),
            ("Ann Lee came. “There will be no road,” said one of them, who asked not to be named.", &["-"]),
            ("Ann Lee came. A spokesman for the mayor said: “There will be no road here.”", &["-"]),
            ("A man who gave his name only as Terry watched. “It is a dog’s life,” he said.", &["Terry"]),
        ],
    );
}

#[test]
fn english_words_for_people_are_resolved() {
    check(
        En,
        &[
            ("The driver, Tom Hill, 58, braked. “I had no time,” the driver said.", &["Tom Hill"]),
            ("Ann Lee, the school’s head teacher, came. “We sang,” the head teacher said.", &["Ann Lee"]),
            ("Tom Hill, a trucker from Dover, came. “I had no time,” the driver said.", &["Tom Hill"]),
            ("Passenger Tom Hill filmed it. Ann Lee watched. “I had no time,” the Irishman said.", &["Tom Hill"]),
            ("Mr Orrell lost, and Ms Ardant won. “I knew it,” she said.", &["Ardant"]),
            ("Ms Ardant’s shop was spared. “I knew it,” she said.", &["Ardant"]),
            ("Ann Lee’s mother, Birgit, came. “I knew it,” she said.", &["Birgit"]),
            ("Ann Lee won. Tom Orr’s father drives a taxi. “I knew it,” he said.", &["Tom Orr’s father"]),
            ("Ten-year-old Alikhan came with Ann Lee. “I knew it,” he said.", &["Alikhan"]),
            ("Nazira Omarova met Kanat Omarov. “I knew it,” she said.", &["Nazira Omarova"]),
            // The surname alone is the second mention of a person.
            ("Fatuma Chebet crossed the line first. It rained. “I knew it,” Chebet said.", &["Fatuma Chebet"]),
            ("Ursula von der Leyen came. “I knew it,” von der Leyen said.", &["Ursula von der Leyen"]),
            ("“It was a place to talk,” said John D. Podesta, a lawyer.", &["John D. Podesta"]),
            // Somebody else’s title.
            ("President Ann Lee came. “I knew it,” the French minister said.", &["French minister"]),
        ],
    );
}

#[test]
fn english_bodies_are_resolved() {
    check(
        En,
        &[
            ("The World Food Programme (WFP) came. The WFP said it “was too late to help”.", &["World Food Programme"]),
            ("The Maritime Safety Agency sent boats. “It is contained,” the agency said.", &["Maritime Safety Agency"]),
            ("The union, Transport Workers United, met. “It is over,” the union said.", &["Transport Workers United"]),
            ("The landlord, Crown Estates plc, said the house “was sold last week”.", &["Crown Estates plc"]),
            ("Helios Energy came. Helios said the sun “was on its side”.", &["Helios Energy"]),
            ("Air Meridian stopped all flights. The airline said it “had no choice at all”.", &["Air Meridian"]),
            ("A World Bank team came. “It is growing,” its report reads.", &["World Bank"]),
            ("Kazhydromet expects a cold front. “Stay indoors,” its bulletin concluded.", &["Kazhydromet"]),
            ("Brokers at Peel Hunt cut their target. “It is growing,” they wrote.", &["Peel Hunt"]),
            (
                "According to the Civil Aviation Authority, it was late. “It is growing,” it said.",
                &["Civil Aviation Authority"],
            ),
            ("ASTANA, July 25 (DW) — Kazatom opened a mine. “It is growing,” it said.", &["Kazatom"]),
            ("Human rights group Civic Watch came. “It is growing,” it said.", &["Civic Watch"]),
            // A document whose owner the text does not tell.
            ("Ann Lee came. The report says the road is “a gift to the town”.", &["-"]),
            // A headline often is a quotation from below.
            (
                "‘It is a gift to the town’: road opens\nAnn Lee came. “It is a gift to the town,” she said.",
                &["Ann Lee", "Ann Lee"],
            ),
        ],
    );
}

#[test]
fn who_answers_in_an_interview_is_found() {
    check(
        Ru,
        &[
            (
                "Гончар Лев Орлов живёт у реки с Анной Орловой.\n— Лев, с чего вы начали?\n— С глины.\nВ доме тихо.\n— А дети?\n— Помогают.",
                &["-", "Лев Орлов", "-", "Лев Орлов"],
            ),
            (
                "Говорят гончар Лев Орлов и ткачиха Анна Белова.\nКорр.: Что вы делаете?\nЛ. О.: Кувшины.\nА. Б.: Ковры.",
                &["-", "Лев Орлов", "Анна Белова"],
            ),
        ],
    );
    check(
        Kk,
        &[(
            "Қышшы Марат Оспанов ауылда тұрады.\n– Неден бастадыңыз?\n– Балшықтан.\n– Балалар ше?\n– Көмектеседі.",
            &["-", "Марат Оспанов", "-", "Марат Оспанов"],
        )],
    );
    check(
        En,
        &[
            ("Tom Hill is a potter.\nQ: What do you make?\nA: Jugs.", &["-", "Tom Hill"]),
            (
                "“A jug is a small house”\nTom Hill is a potter.\nQ: What do you make?\nA: Jugs.",
                &["Tom Hill", "-", "Tom Hill"],
            ),
            ("Ann Lee: What do you make?\nTom Hill: Jugs.\nAnn Lee: Why?", &["Ann Lee", "Tom Hill", "Ann Lee"]),
        ],
    );
}
