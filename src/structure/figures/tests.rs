//! One row a rule or a trap: a sentence, and its figures as `words = value`.

use proptest::prelude::*;

use super::super::draft::{Amount, Figure};
use super::super::text::Text;
use super::figures;
use crate::article::Language::{self, En, Kk, Ru};
use crate::article::{FigureKind, Value::Range};

fn found(language: Language, text: &str) -> Vec<Figure> {
    figures(&Text::new(text, language))
}

fn value(value: Option<Amount>) -> String {
    match value {
        None => "?".to_owned(),
        Some(Amount::Value(Range { low, high })) => format!("{low}..{high}"),
        Some(Amount::Value(value)) => value.to_string(),
        Some(Amount::Dates { from, to }) => format!("{from}..{to}"),
    }
}

fn shown(language: Language, text: &str) -> String {
    let words = |figure: &Figure| text[figure.span.start..figure.span.end].to_owned();
    let figures = found(language, text);
    figures.iter().map(|figure| format!("{} = {}", words(figure), value(figure.value))).collect::<Vec<_>>().join("; ")
}

fn check(rows: &[(Language, &str, &str)]) {
    for (language, text, expected) in rows {
        assert_eq!(&shown(*language, text), expected, "{text}");
    }
}

#[test]
fn numbers_in_digits_and_words() {
    check(&[
        (Ru, "Открыто 2 334 школы.", "2 334 школы = 2334"),
        (
            Ru,
            "Открыто 2\u{202f}334 школы, 2,334 сада и 2334 клуба.",
            "2\u{202f}334 школы = 2334; 2,334 сада = 2334; 2334 клуба = 2334",
        ),
        (Ru, "Построили 1.250.000 домов.", "1.250.000 домов = 1250000"),
        (Ru, "Собрано 1,250 млн тонн.", "1,250 млн тонн = 1250000"),
        (Ru, "Выделено 8 трлн 250 млрд тенге.", "8 трлн 250 млрд тенге = 8250000000000"),
        (Ru, "Пришли двадцать пять тысяч триста зрителей.", "двадцать пять тысяч триста зрителей = 25300"),
        (Ru, "Живут полтора миллиона человек.", "полтора миллиона человек = 1500000"),
        (Ru, "Прошло два с половиной часа.", "два с половиной часа = 2.5"),
        (Ru, "Вышли более тысячи человек.", "тысячи человек = 1000"),
        (Ru, "Вышли десятки тысяч протестующих.", "десятки тысяч протестующих = ?"),
        (Kk, "Су түнгі үште келді, ұжым екіге бөлінді.", ""),
        (Kk, "Байланыс орталығы: 1414.", ""),
        (Kk, "Ауыл бір-екі айға қамалады.", "бір-екі айға = 1..2"),
        (Kk, "Бұл бір жыл бұрынғыдан жоғары.", "бір жыл = 1"),
        (Kk, "Саны 2 млн 150 мыңға жетті.", "2 млн 150 мыңға = 2150000"),
        (Kk, "Оған 2 мың 300 тұрғын келді.", "2 мың 300 тұрғын = 2300"),
        (Kk, "Онда он бес баяндама тыңдалды.", "он бес баяндама = 15"),
        (Kk, "Бұл бір жарым есе көп.", "бір жарым есе = 1.5"),
        (Kk, "Мыңдаған тұрғын көшті.", "Мыңдаған тұрғын = ?"),
        (En, "It has 1,418 schools.", "1,418 schools = 1418"),
        (En, "They paid $3.7 million and €50bn.", "$3.7 million = 3700000; €50bn = 50000000000"),
        (En, "Nearly half a million people came.", "half a million people = 500000"),
        (
            En,
            "Twenty-three miners and one hundred and five guards left.",
            "Twenty-three miners = 23; one hundred and five guards = 105",
        ),
        (En, "Dozens of homes were lost.", "Dozens of homes = ?"),
        (En, "It has half a dozen names and two dozen pages.", "half a dozen names = 6; two dozen pages = 24"),
        (En, "A million tenge, a couple of weeks.", "A million tenge = 1000000; a couple of weeks = 2"),
        (En, "The couple waited for an hour and a half.", "an hour and a half = 1.5"),
        (Ru, "Пять десятков домов, три сотни коз.", "Пять десятков домов = 50; три сотни коз = 300"),
    ]);
}

#[test]
fn units_money_and_percent() {
    check(&[
        (Ru, "Сдано 7,5 тонны чёрных металлов.", "7,5 тонны чёрных металлов = 7.5"),
        (Ru, "Продано 15 процентов акций.", "15 процентов акций = 15"),
        (Ru, "Цены выросли на 5% и 0,5 процентного пункта.", "5% = 5; 0,5 процентного пункта = 0.5"),
        (Ru, "Дали 5 млн долларов США и 20 тыс. руб. премии.", "5 млн долларов США = 5000000; 20 тыс. руб. = 20000"),
        (Ru, "Площадь 1500 кв. м, ветер 20 м/с.", "1500 кв. м = 1500; 20 м/с = 20"),
        (Ru, "Было минус 30 градусов.", "минус 30 градусов = -30"),
        (Ru, "Рост составил 13 раз, или вдвое.", "13 раз = 13; вдвое = 2"),
        (Ru, "Ветер 23 метра в секунду, рост на 9 п.п.", "23 метра в секунду = 23; 9 п.п. = 9"),
        (Ru, "Дали 3,5 млрд кВт·ч за полгода.", "3,5 млрд кВт·ч = 3500000000; полгода = 0.5"),
        (Ru, "Собрали 18 центнеров с гектара, 300 тонн в сутки.", "18 центнеров с гектара = 18; 300 тонн = 300"),
        (Ru, "Ночью +5 °C, пол-литра в полдень.", "+5 °C = 5; пол-литра = 0.5"),
        (Ru, "Ролик идёт 14 минут 20 секунд.", "14 минут 20 секунд = 860"),
        (Kk, "Бюджет 31,6%-ы мен 15 пайызға өсті.", "31,6%-ы = 31.6; 15 пайызға = 15"),
        (Kk, "Оған 100 миллион АҚШ доллары керек.", "100 миллион АҚШ доллары = 100000000"),
        (Kk, "Жалақы 480 мың теңгеден кем емес.", "480 мың теңгеден = 480000"),
        (Kk, "Ол 3 күндік сапармен келді.", "3 күндік = 3"),
        (Kk, "Ұшақ 4 сағат 30 минутта жетеді.", "4 сағат 30 минутта = 270"),
        (Kk, "Оған он жасар бала 25 м/с желде барды.", "он жасар = 10; 25 м/с = 25"),
        (En, "It earned KZT 62 bln last year.", "KZT 62 bln = 62000000000"),
        (En, "A $2-million grant and shares at 38.4p.", "$2-million = 2000000; 38.4p = 38.4"),
        (En, "Gusts of 27 metres per second rose by 5 per cent.", "27 metres per second = 27; 5 per cent = 5"),
        (En, "It spans 340 square kilometers.", "340 square kilometers = 340"),
        (En, "Output grew by 0.5 percentage points.", "0.5 percentage points = 0.5"),
    ]);
}

#[test]
fn what_is_counted() {
    check(&[
        (Ru, "Избраны 418 старост горных аулов.", "418 старост горных аулов = 418"),
        (Ru, "Открыли 1200 бюстов Абаю.", "1200 бюстов = 1200"),
        (
            Ru,
            "Купили 30 новых трамваев, автобусов и грузовых вагонов разных заводов.",
            "30 новых трамваев, автобусов и грузовых вагонов разных заводов = 30",
        ),
        (Ru, "За 12 матчей команда забила мало.", "12 матчей = 12"),
        (Ru, "За эти 3 года власти сделали всё.", "3 года = 3"),
        (Ru, "Ему дали 20 лет лишения свободы.", "20 лет лишения свободы = 20"),
        (Ru, "Погибли двое, ранены 34 человека.", "двое = 2; 34 человека = 34"),
        (Ru, "Задержано 150 граждан РК.", "150 граждан РК = 150"),
        (Ru, "Сократят с 17 до 12.", "17 = 17; 12 = 12"),
        (Ru, "Срок 15 рабочих дней.", "15 рабочих дней = 15"),
        (Kk, "Жиынға 700-ден астам ұстаз келді.", "700-ден астам ұстаз = 700"),
        (Kk, "Қазір 27-сі қолдады, тоғызы қарсы.", "27-сі = 27; тоғызы = 9"),
        (Kk, "Бізге 6 жас ұстаз келді.", "6 жас ұстаз = 6"),
        (Kk, "Оған төрт қаланың тұрғындары келді.", "төрт қаланың = 4"),
        (Kk, "Ол 34 ауыл мектебі мен 12 нысанды көрді.", "34 ауыл мектебі = 34; 12 нысанды = 12"),
        (En, "They sold 30 concert tickets for the show.", "30 concert tickets = 30"),
        (En, "Of 96 ideas, they took three.", "96 ideas = 96; three = 3"),
        (En, "Three armed men fled.", "Three armed men = 3"),
        (En, "One in ten attempts ends badly; 20 sports clubs.", "One in ten attempts = 1/10; 20 sports clubs = 20"),
        (Kk, "Оған 19 қайық және 300 бас мал берілді.", "19 қайық = 19; 300 бас мал = 300"),
    ]);
}

#[test]
fn ages() {
    check(&[
        (Ru, "Пришёл 23-летний певец и тринадцатилетний пловец.", "23-летний = 23; тринадцатилетний = 13"),
        (Ru, "Там был 11 летнего возраста мальчик.", "11 летнего возраста = 11"),
        (Kk, "Оған 8 жастағы бала мен 47 жас.", "8 жастағы = 8; 47 жас = 47"),
        (En, "The 31-year-old pilot met Anna Berg, aged 44.", "31-year-old = 31; aged 44 = 44"),
        (En, "Children aged 5 to 9 came with Anna Berg, 58, a teacher.", "aged 5 to 9 = 5..9; 58 = 58"),
    ]);
    for (language, text) in [
        (Ru, "Он умер в возрасте 91 года."),
        (Kk, "Ол 66 жаста."),
        (En, "Anna Berg, 58, came."),
        (En, "He is 61 years old."),
    ] {
        assert_eq!(found(language, text)[0].kind, FigureKind::Age, "{text}");
    }
}

#[test]
fn dates() {
    check(&[
        (Ru, "Он умер 14 марта 2011 года.", "14 марта 2011 года = 2011-03-14"),
        (Ru, "С 5 по 19 апреля 2014 г. идёт показ.", "5 по 19 апреля 2014 г. = 2014-04-05..2014-04-19"),
        (Ru, "В мае и июне 2018 года было тепло.", "мае и июне 2018 года = 2018-05..2018-06"),
        (Ru, "С 2003г. по 2007г. он служил.", "2003г. по 2007г. = 2003..2007"),
        (Ru, "План на 2023–2027 годы.", "2023–2027 годы = 2023..2027"),
        (Ru, "В 1960-е годы и в 90-х годах.", "1960-е годы = 1960..1969; 90-х годах = 1990..1999"),
        (Ru, "Премия (1997) и 28.11.2025.", "1997 = 1997; 28.11.2025 = 2025-11-28"),
        (Ru, "В первом квартале 2025 года.", "первом квартале 2025 года = 2025-01..2025-03"),
        (Ru, "Двадцать первого августа 1991 года.", "Двадцать первого августа 1991 года = 1991-08-21"),
        (Ru, "Закон 5 марта 2024 года подписан 5 мая.", "5 марта 2024 года = 2024-03-05"),
        (Ru, "С мая 2019 года по июль 2023 года.", "мая 2019 года по июль 2023 года = 2019-05..2023-07"),
        (Ru, "Открыта до 1 марта 2026-го.", "1 марта 2026-го = 2026-03-01"),
        (Ru, "Форт XVII–XVIII веков и печь XI века.", "XVII–XVIII веков = 17..18; XI века = 11"),
        (Ru, "Политик ХХ века и два века, в начале XX века.", "два века = 2; XX века = 20"),
        (En, "Between March 2020 and May 2023.", "March 2020 and May 2023 = 2020-03..2023-05"),
        (En, "The 19th century, not the 21st century.", "19th century = 19"),
        (Kk, "ХІХ ғасырда, ХХ ғасырдың басында, ХХІ ғасырда.", "ХІХ ғасырда = 19; ХХ ғасырдың = 20"),
        (Kk, "Ол 90-жылдары келді.", "90-жылдары = 1990..1999"),
        (Kk, "Ол 2024 жылғы 16 мамырда өтеді.", "2024 жылғы 16 мамырда = 2024-05-16"),
        (Kk, "2023 жылдың ақпан-қыркүйегінде өсті.", "2023 жылдың ақпан-қыркүйегінде = 2023-02..2023-09"),
        (Kk, "2021-2024 жылдарға арналған.", "2021-2024 жылдарға = 2021..2024"),
        (Kk, "2024–2025 оқу жылында, 1990-жылдары.", "2024–2025 оқу жылында = 2024..2025; 1990-жылдары = 1990..1999"),
        (Kk, "14 Қазан 2023, ал 1 қыркүйекте жоқ.", "14 Қазан 2023 = 2023-10-14"),
        (En, "It met on Oct. 17, 2023 and 4 May 2024.", "Oct. 17, 2023 = 2023-10-17; 4 May 2024 = 2024-05-04"),
        (En, "In March-July 2021 and the 1990s.", "March-July 2021 = 2021-03..2021-07; 1990s = 1990..1999"),
        (En, "In the mid-80s he was in his 30s.", "80s = 1980..1989"),
        (Ru, "В начале 80-х уехал, к 2030-м годам.", "80-х = 1980..1989; 2030-м годам = 2030..2039"),
        (En, "Between 2019 and 2024 it grew.", "2019 and 2024 = 2019..2024"),
        (En, "It may open on May 5.", ""),
    ]);
}

#[test]
fn ranges_and_changes() {
    check(&[
        (Ru, "Дадут от шести до семи тысяч рублей.", "шести до семи тысяч рублей = 6000..7000"),
        (Ru, "Ждать 6–10 месяцев.", "6–10 месяцев = 6..10"),
        (Ru, "Рост с 250 до 310 млрд тенге.", "250 = 250000000000; 310 млрд тенге = 310000000000"),
        (Ru, "Налог от 5% до 10%.", "5% до 10% = 5..10"),
        (Kk, "Ол 20-дан 25 пайызға дейінгі бөлігі.", "20-дан 25 пайызға = 20..25"),
        (Kk, "Ол 4,8%-дан 4,5%-ға төмендеді.", "4,8%-дан = 4.8; 4,5%-ға = 4.5"),
        (Ru, "Ночью −12…−15 °С.", "−12…−15 °С = -15..-12"),
        (Ru, "От минус 12 до минус 15 градусов.", "минус 12 до минус 15 градусов = -15..-12"),
        (Kk, "18 бен 35 жас аралығында.", "18 бен 35 жас = 18..35"),
        (En, "Rates rose 0.5 percent to 5 percent.", "0.5 percent = 0.5; 5 percent = 5"),
        (Kk, "Жазасы 7 жылдан 10 жылға дейін.", "7 жылдан 10 жылға = 7..10"),
        (En, "The road sank by between 12 and 18 meters.", "12 and 18 meters = 12..18"),
        (En, "It takes four to five months longer.", "four to five months = 4..5"),
        (En, "Exports rose from $12 billion to $15 billion.", "$12 billion = 12000000000; $15 billion = 15000000000"),
    ]);
}

#[test]
fn shares() {
    check(&[
        (Ru, "Ушла треть, осталось две трети и одна пятая.", "треть = 1/3; две трети = 2/3; одна пятая = 1/5"),
        (Ru, "У каждого шестого студента есть телефон.", "каждого шестого студента = 1/6"),
        (Ru, "Девять из десяти и пятая часть населения.", "Девять из десяти = 9/10; пятая часть = 1/5"),
        (Ru, "Пятая часть — дети.", "Пятая часть = 1/5"),
        (Ru, "Вышла третья часть книги.", "третья часть книги = 3"),
        (Ru, "Во второй половине дня был матч 1/8 финала.", ""),
        (Kk, "Дүкеннің бестен бірі мен жартысын жапты.", "бестен бірі = 1/5; жартысын = 1/2"),
        (Kk, "Көліктің әрбір төртіншісі ескі.", "әрбір төртіншісі = 1/4"),
        (Kk, "Қаржының төрттен үш бөлігі кетті.", "төрттен үш бөлігі = 3/4"),
        (En, "One-third left, two-thirds of it and half stayed.", "One-third = 1/3; two-thirds = 2/3; half = 1/2"),
        (En, "One in four city buses and one in nine of them.", "One in four city buses = 1/4; one in nine = 1/9"),
        (En, "I knew one word in twenty; it rose by a third in May.", "one word in twenty = 1/20; a third = 1/3"),
        (En, "In the second half of the day it fell by a quarter.", "a quarter = 1/4"),
    ]);
}

#[test]
fn ordinals() {
    check(&[
        (Ru, "Она умерла на 77-м году жизни.", "77-м году жизни = 77"),
        (Ru, "Работает первая в Северной Азии женщина-хирург.", "первая в Северной Азии женщина-хирург = 1"),
        (Ru, "Вышел первый трактор Belarus.", "первый трактор Belarus = 1"),
        (Ru, "Первый заместитель получил орден второй степени 7-го созыва.", ""),
        (Kk, "Қала 4-орында тұр, XIX сессиясында.", "4-орында = 4; XIX сессиясында = 19"),
        (Ru, "Награда — третья в сезоне. Он стал 5-м.", "третья = 3; 5-м = 5"),
        (Ru, "К 20-му числу он был дома.", ""),
        (Kk, "Кодекстің 296-бабы мен ХХІ ғасырда.", ""),
        (Kk, "«Бірінші раундта ұтты.", "Бірінші раундта = 1"),
        (En, "It ranks the country 144th; on the 14th he left.", "144th = 144"),
        (En, "First output is due. First came the rain.", "First output = 1"),
        (En, "They took first place for the third time.", "first place = 1; third time = 3"),
        (En, "In the first place, it is the first time.", ""),
        (En, "It is the 12th season on the fourth floor.", "12th season = 12; fourth floor = 4"),
        (En, "Announced at the XIX session.", "XIX session = 19"),
    ]);
}

#[test]
fn what_is_no_figure() {
    check(&[
        (Ru, "Boeing 737, ВАЗ-21114, G20, iPhone 4, «Россия 1», Олимпиада-2000.", ""),
        (Ru, "По ч. 4 ст. 132 и ст. 318, 212 УК, п. 3 закона № 54.", ""),
        (Ru, "Тел.: +7 (727) 272-55-66, 8-800-555-35-35.", ""),
        (Ru, "Звоните на 112, короткий номер 1414.", ""),
        (Kk, "Заңның 10-3-бабы, 103 нөміріне қоңырау шалыңыз.", ""),
        (En, "The hotline is 1350. It took 120 calls.", "120 calls = 120"),
        (Ru, "В доме 16 в 10.30 и в 9 часов утра, счёт 3:1.", ""),
        (Ru, "1. Один из них сказал «Семь самураев».", ""),
        (Ru, "Погиб один человек.", "один человек = 1"),
        (Kk, "Сағат 09:15-те № 31 мектепте бірі күтті.", ""),
        (Kk, "Олар бір күні келеді, оның үшін онда бірге.", ""),
        (Kk, "Ол бір айда бітеді.", "бір айда = 1"),
        (En, "Article 81, Group of 20, Building 7 at 5 p.m.", ""),
        (En, "One of them lives at 15 Abay Street.", ""),
        (En, "They won 3-1 at 06:40.", ""),
        (En, "One person died.", "One person = 1"),
    ]);
}

#[test]
fn one_is_a_count_where_it_is_counted() {
    check(&[
        (Ru, "Из 20 домов один сгорел.", "20 домов = 20; один = 1"),
        (Ru, "Двое погибли, один ранен.", "Двое = 2; один = 1"),
        (Ru, "Одна доза стоит 850 тенге.", "Одна доза = 1; 850 тенге = 850"),
        (Ru, "Он живёт один. Одна компания получила 5 млн тенге.", "5 млн тенге = 5000000"),
        (Kk, "3 адам жараланды, біреуі ауыр халде.", "3 адам = 3; біреуі = 1"),
        (Kk, "Бір дозаның бағасы 850 теңге.", "Бір дозаның = 1; 850 теңге = 850"),
        (Kk, "Бір мектеп жабылды, бірде-бір отбасы қалмайды.", ""),
        (En, "Three people fell ill. One, a 61-year-old, died.", "Three people = 3; One = 1; 61-year-old = 61"),
        (En, "Of the 20 houses, one burned down.", "20 houses = 20; one = 1"),
        (En, "One must know that.", ""),
    ]);
}

#[test]
fn what_stands_beside_the_value() {
    for (language, text, unit, of, approximate, label) in [
        (
            Ru,
            "По всей области построено 418 домов культуры.",
            None,
            Some("домов культуры"),
            None,
            "По всей области построено",
        ),
        (Ru, "Музей собрал более чем 90 картин.", None, Some("картин"), Some("более чем"), "Музей собрал"),
        (Ru, "В 2020 году открыли музей.", None, None, None, "открыли музей"),
        (
            Ru,
            "Четверть студентов – это люди, которые выросли в селе.",
            None,
            Some("студентов"),
            None,
            "люди, которые выросли в селе",
        ),
        (Ru, "Создано 10 рабочих мест.", None, Some("рабочих мест"), None, "Создано"),
        (Ru, "Площадь пожара — 800 кв. м.", Some("m2"), None, None, "Площадь пожара"),
        (Ru, "Завод мощностью 300 тонн в сутки построит фонд.", Some("t"), None, None, "Завод мощностью"),
        (Ru, "Всего на эти цели дали 5 млн тенге.", Some("KZT"), None, None, "Всего на эти цели дали"),
        (Ru, "Ветер достигнет 23 метров в секунду.", Some("m/s"), None, None, "Ветер достигнет"),
        (Ru, "Не хватает 300 врачей.", Some("person"), Some("врачей"), None, "Не хватает"),
        (Kk, "«Отбасы банк» жүйесінде 5 салымшы бар.", None, Some("салымшы"), None, "«Отбасы банк» жүйесінде"),
        (
            En,
            "Ten patients were under the age of six.",
            Some("person"),
            Some("patients"),
            None,
            "were under the age of six",
        ),
        (En, "It sank with the loss of 25 lives in May.", None, Some("lives"), None, "It sank with the loss"),
        (En, "The firm has 900 staff in 12 towns.", Some("person"), Some("staff"), None, "firm has"),
        (En, "They saw 20 passenger trains.", None, Some("passenger trains"), None, "They saw"),
        (Kk, "Жиынға 700-ден астам ұстаз келді.", Some("person"), Some("ұстаз"), Some("астам"), "Жиынға"),
        (Kk, "Көпірге шамамен 130 млн еуро салынады.", Some("EUR"), None, Some("шамамен"), "салынады"),
        (
            En,
            "The museum welcomed nearly 700 visitors.",
            Some("person"),
            Some("visitors"),
            Some("nearly"),
            "museum welcomed",
        ),
        (En, "He finished 60 percent of the bridges.", Some("percent"), Some("bridges"), None, "He finished"),
    ] {
        let figures = found(language, text);
        let figure = &figures[0];
        let words = |span: crate::article::Span| &text[span.start..span.end];
        assert_eq!(figure.unit.as_deref(), unit, "{text}");
        assert_eq!(figure.of.map(words), of, "{text}");
        assert_eq!(figure.approximate.map(words), approximate, "{text}");
        assert_eq!(words(figure.label), label, "{text}");
    }
}

/// Texts of pieces that matter to figures.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "1",
        "12",
        "2 334",
        "2020",
        "000",
        ",",
        ".",
        ". ",
        "-",
        "–",
        " — ",
        ":",
        "/",
        "%",
        "$",
        "№",
        "«",
        "»",
        "(",
        ")",
        "\n",
        "''",
        "года",
        "г.",
        "млн",
        "тыс.",
        "от",
        "до",
        "с",
        "по",
        "и",
        "один",
        "пять",
        "треть",
        "каждый",
        "пятый",
        "первая",
        "мая",
        "минус",
        "школы",
        "человек",
        "лет",
        "акций",
        "бір",
        "үштен",
        "бірі",
        "жылы",
        "пайызға",
        "-ден",
        "астам",
        "мың",
        "қаңтар",
        "әр",
        "half",
        "one",
        "in",
        "third",
        "th",
        "May",
        "aged",
        "to",
        "people",
        "XXVII",
        "КZT",
        "KZT",
        "км",
        "a",
        "an",
        "hour",
        "and",
        "couple",
        "of",
        "dozen",
        "per",
        "second",
        "cent",
        "века",
        "XI",
        "ғасырда",
        "…",
        "−",
        "+",
        "минус",
        "пол",
        "полчаса",
        "телефон",
        "п",
        "·",
        "кВт",
        "/",
        "с",
        "из",
        "десяти",
        "часть",
        "бен",
        "аралығында",
        "баға",
        "\u{ad}",
        "\u{a0}",
        "ё",
        "°",
    ]);
    prop::collection::vec((pieces, prop::bool::ANY), 0..40).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, spaced)| if spaced { format!("{piece} ") } else { piece.to_owned() }).collect()
    })
}

proptest! {
    #[test]
    fn figures_stand_in_order_in_any_text(text in prop_oneof![texts(), any::<String>()]) {
        for language in Language::ALL {
            let mut end = 0;
            for figure in found(language, &text) {
                for span in [Some(figure.span), figure.of, figure.approximate, Some(figure.label), Some(figure.sentence)].into_iter().flatten() {
                    prop_assert!(span.start < span.end);
                    prop_assert!(text.get(span.start..span.end).is_some());
                }
                prop_assert!(end <= figure.span.start);
                prop_assert!(figure.sentence.start <= figure.span.start && figure.span.end <= figure.sentence.end);
                end = figure.span.end;
            }
        }
    }
}
