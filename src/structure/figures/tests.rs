//! One row a rule or a trap: a sentence, and its figures as `words = value`.

use proptest::prelude::*;

use super::super::draft::{Amount, Figure};
use super::super::text::Text;
use super::figures;
use crate::article::Language::{self, En, Kk, Ru};
use crate::article::{Date, FigureKind};

fn found(language: Language, text: &str) -> Vec<Figure> {
    figures(&Text::new(text, language))
}

fn date(date: Date) -> String {
    let parts = [date.month, date.day].into_iter().flatten().map(|part| format!("-{part:02}"));
    format!("{}{}", date.year, parts.collect::<String>())
}

fn value(value: Option<Amount>) -> String {
    match value {
        None => "?".to_owned(),
        Some(Amount::Number(number)) => number.to_string(),
        Some(Amount::Share { numerator, denominator }) => format!("{numerator}/{denominator}"),
        Some(Amount::Range { low, high }) => format!("{low}..{high}"),
        Some(Amount::Date(day)) => date(day),
        Some(Amount::Dates { from, to }) => format!("{}..{}", date(from), date(to)),
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
        (Kk, "Саны 3 млн 940 мыңға жетті.", "3 млн 940 мыңға = 3940000"),
        (Kk, "Оған 2 мың 300 тұрғын келді.", "2 мың 300 тұрғын = 2300"),
        (Kk, "Онда он бес баяндама тыңдалды.", "он бес баяндама = 15"),
        (Kk, "Бұл бір жарым есе көп.", "бір жарым есе = 1.5"),
        (Kk, "Мыңдаған тұрғын көшті.", "Мыңдаған тұрғын = ?"),
        (En, "It has 2,334 schools.", "2,334 schools = 2334"),
        (En, "They paid $2.4 million and €50bn.", "$2.4 million = 2400000; €50bn = 50000000000"),
        (En, "Nearly half a million people came.", "half a million people = 500000"),
        (
            En,
            "Twenty-three miners and one hundred and five guards left.",
            "Twenty-three miners = 23; one hundred and five guards = 105",
        ),
        (En, "Dozens of homes were lost.", "Dozens of homes = ?"),
    ]);
}

#[test]
fn units_money_and_percent() {
    check(&[
        (Ru, "Сдано 4,5 тонны цветных металлов.", "4,5 тонны цветных металлов = 4.5"),
        (Ru, "Куплено 35 процентов акций.", "35 процентов акций = 35"),
        (Ru, "Цены выросли на 5% и 0,5 процентного пункта.", "5% = 5; 0,5 процентного пункта = 0.5"),
        (Ru, "Дали 5 млн долларов США и 20 тыс. руб. премии.", "5 млн долларов США = 5000000; 20 тыс. руб. = 20000"),
        (Ru, "Площадь 1500 кв. м, ветер 20 м/с.", "1500 кв. м = 1500; 20 м/с = 20"),
        (Ru, "Было минус 30 градусов.", "минус 30 градусов = -30"),
        (Ru, "Рост составил 13 раз, или вдвое.", "13 раз = 13; вдвое = 2"),
        (Ru, "Ролик идёт 12 минут 41 секунду.", "12 минут 41 секунду = 761"),
        (Kk, "Бюджет 27,4%-ы мен 12 пайызға өсті.", "27,4%-ы = 27.4; 12 пайызға = 12"),
        (Kk, "Оған 100 миллион АҚШ доллары керек.", "100 миллион АҚШ доллары = 100000000"),
        (Kk, "Жалақы 520 мың теңгеден кем емес.", "520 мың теңгеден = 520000"),
        (Kk, "Ол 3 күндік сапармен келді.", "3 күндік = 3"),
        (Kk, "Ұшақ 4 сағат 30 минутта жетеді.", "4 сағат 30 минутта = 270"),
        (En, "It lost KZT 85 bln last year.", "KZT 85 bln = 85000000000"),
        (En, "It spans 620 square kilometers.", "620 square kilometers = 620"),
        (En, "Output grew by 0.5 percentage points.", "0.5 percentage points = 0.5"),
    ]);
}

#[test]
fn what_is_counted() {
    check(&[
        (Ru, "Избрано 2334 акима сельских округов.", "2334 акима сельских округов = 2334"),
        (Ru, "Снесли 1200 памятников Ленину.", "1200 памятников = 1200"),
        (
            Ru,
            "Искали 20 военных самолетов, вертолетов и морских кораблей разных стран.",
            "20 военных самолетов, вертолетов и морских кораблей разных стран = 20",
        ),
        (Ru, "За 12 матчей команда забила мало.", "12 матчей = 12"),
        (Ru, "За эти 4 года власти сделали всё.", "4 года = 4"),
        (Ru, "Ему дали 20 лет лишения свободы.", "20 лет лишения свободы = 20"),
        (Ru, "Погибли двое, ранены 34 человека.", "двое = 2; 34 человека = 34"),
        (Ru, "Задержано 150 граждан РК.", "150 граждан РК = 150"),
        (Ru, "Сократят с 14 до 11.", "14 = 14; 11 = 11"),
        (Kk, "Форумға 600-ден астам маман келді.", "600-ден астам маман = 600"),
        (Kk, "Қазір 38-і қолдады, сегізі қарсы.", "38-і = 38; сегізі = 8"),
        (Kk, "Бізге 5 жас дәрігер келді.", "5 жас дәрігер = 5"),
        (Kk, "Оған үш ауылдың тұрғындары келді.", "үш ауылдың = 3"),
        (Kk, "Ол 34 ауыл мектебі мен 12 нысанды көрді.", "34 ауыл мектебі = 34; 12 нысанды = 12"),
        (En, "We rented 20 hotel rooms for the guests.", "20 hotel rooms = 20"),
        (En, "Of 187 proposals, they accepted two.", "187 proposals = 187; two = 2"),
        (En, "Three armed men fled.", "Three armed men = 3"),
    ]);
}

#[test]
fn ages() {
    check(&[
        (Ru, "Пришёл 19-летний москвич и двенадцатилетний гимнаст.", "19-летний = 19; двенадцатилетний = 12"),
        (Ru, "Там был 11 летнего возраста мальчик.", "11 летнего возраста = 11"),
        (Kk, "Оған 9 жастағы бала мен 43 жас.", "9 жастағы = 9; 43 жас = 43"),
        (En, "The 27-year-old director met Timur Lee, aged 29.", "27-year-old = 27; aged 29 = 29"),
        (En, "Children aged 5 to 9 came with Anna Berg, 58, a teacher.", "aged 5 to 9 = 5..9; 58 = 58"),
    ]);
    for (language, text) in [
        (Ru, "Он умер в возрасте 91 года."),
        (Kk, "Ол 71 жаста."),
        (En, "Anna Berg, 58, came."),
        (En, "He is 61 years old."),
    ] {
        assert_eq!(found(language, text)[0].kind, FigureKind::Age, "{text}");
    }
}

#[test]
fn dates() {
    check(&[
        (Ru, "Он умер 13 октября 2016 года.", "13 октября 2016 года = 2016-10-13"),
        (Ru, "С 3 по 12 октября 2012 г. идёт выставка.", "3 по 12 октября 2012 г. = 2012-10-03..2012-10-12"),
        (Ru, "В июле и августе 2019 года было тепло.", "июле и августе 2019 года = 2019-07..2019-08"),
        (Ru, "С 2002г. по 2006г. он служил.", "2002г. по 2006г. = 2002..2006"),
        (Ru, "План на 2023–2027 годы.", "2023–2027 годы = 2023..2027"),
        (Ru, "В 1960-е годы и в 90-х годах.", "1960-е годы = 1960..1969; 90-х годах = 1990..1999"),
        (Ru, "Премия (1997) и 28.11.2025.", "1997 = 1997; 28.11.2025 = 2025-11-28"),
        (Ru, "В первом квартале 2025 года.", "первом квартале 2025 года = 2025-01..2025-03"),
        (Ru, "Двадцать первого августа 1991 года.", "Двадцать первого августа 1991 года = 1991-08-21"),
        (Ru, "Закон 5 марта 2024 года подписан 5 мая.", "5 марта 2024 года = 2024-03-05"),
        (Kk, "Ол 2025 жылғы 19 желтоқсанда өтеді.", "2025 жылғы 19 желтоқсанда = 2025-12-19"),
        (Kk, "2025 жылдың қаңтар-қыркүйегінде өсті.", "2025 жылдың қаңтар-қыркүйегінде = 2025-01..2025-09"),
        (Kk, "2026-2028 жылдарға арналған.", "2026-2028 жылдарға = 2026..2028"),
        (Kk, "2024–2025 оқу жылында, 1990-жылдары.", "2024–2025 оқу жылында = 2024..2025; 1990-жылдары = 1990..1999"),
        (Kk, "12 Қараша 2025, ал 1 қыркүйекте жоқ.", "12 Қараша 2025 = 2025-11-12"),
        (En, "It met on Nov. 21, 2025 and 1 March 2026.", "Nov. 21, 2025 = 2025-11-21; 1 March 2026 = 2026-03-01"),
        (En, "In January-October 2025 and the 1990s.", "January-October 2025 = 2025-01..2025-10; 1990s = 1990..1999"),
        (En, "Between 2019 and 2024 it grew.", "2019 and 2024 = 2019..2024"),
        (En, "It may open on May 5.", ""),
    ]);
}

#[test]
fn ranges_and_changes() {
    check(&[
        (Ru, "Дадут от четырех до пяти тысяч рублей.", "четырех до пяти тысяч рублей = 4000..5000"),
        (Ru, "Ждать 6–10 месяцев.", "6–10 месяцев = 6..10"),
        (Ru, "Рост с 250 до 310 млрд тенге.", "250 = 250000000000; 310 млрд тенге = 310000000000"),
        (Ru, "Налог от 5% до 10%.", "5% до 10% = 5..10"),
        (Kk, "Ол 10-нан 15 пайызға дейінгі бөлігі.", "10-нан 15 пайызға = 10..15"),
        (Kk, "Ол 4,8%-дан 4,5%-ға төмендеді.", "4,8%-дан = 4.8; 4,5%-ға = 4.5"),
        (Kk, "Жазасы 7 жылдан 10 жылға дейін.", "7 жылдан 10 жылға = 7..10"),
        (En, "Ice retreats by between 15 and 20 meters.", "15 and 20 meters = 15..20"),
        (En, "It comes two to three weeks earlier.", "two to three weeks = 2..3"),
        (En, "Exports rose from $12 billion to $15 billion.", "$12 billion = 12000000000; $15 billion = 15000000000"),
    ]);
}

#[test]
fn shares() {
    check(&[
        (Ru, "Ушла треть, осталось две трети и одна пятая.", "треть = 1/3; две трети = 2/3; одна пятая = 1/5"),
        (Ru, "У каждого пятого школьника есть телефон.", "каждого пятого школьника = 1/5"),
        (Ru, "Во второй половине дня был матч 1/8 финала.", ""),
        (Kk, "Кітапхананың үштен бірі мен жартысын жапты.", "үштен бірі = 1/3; жартысын = 1/2"),
        (Kk, "Фильмнің әрбір үшіншісі ауыл туралы.", "әрбір үшіншісі = 1/3"),
        (Kk, "Қаржының төрттен үш бөлігі кетті.", "төрттен үш бөлігі = 3/4"),
        (En, "One-third left, two-thirds of it and half stayed.", "One-third = 1/3; two-thirds = 2/3; half = 1/2"),
        (En, "One in three gas stoves and one in five of them.", "One in three gas stoves = 1/3; one in five = 1/5"),
        (En, "In the second half of the day it fell by a quarter.", "quarter = 1/4"),
    ]);
}

#[test]
fn ordinals() {
    check(&[
        (Ru, "Он умер на 91-м году жизни.", "91-м году жизни = 91"),
        (Ru, "Служит первая в Южной Америке женщина-подводник.", "первая в Южной Америке женщина-подводник = 1"),
        (Ru, "Вышел первый компьютер Macintosh.", "первый компьютер Macintosh = 1"),
        (Ru, "Первый заместитель получил орден второй степени 7-го созыва.", ""),
        (Kk, "Облыс 3-орында тұр, XXVII сессиясында.", "3-орында = 3; XXVII сессиясында = 27"),
        (Kk, "Кодекстің 296-бабы мен ХХІ ғасырда.", ""),
        (En, "It is the 14th edition on the third floor.", "14th edition = 14; third floor = 3"),
        (En, "Announced at the XXVII session.", "XXVII session = 27"),
    ]);
}

#[test]
fn what_is_no_figure() {
    check(&[
        (Ru, "Boeing 737, ВАЗ-21114, G20, iPhone 4, «Россия 1», Олимпиада-2000.", ""),
        (Ru, "По ч. 4 ст. 132 и ст. 318, 212 УК, п. 3 закона № 54.", ""),
        (Ru, "Тел.: +7 (727) 272-55-66, 8-800-555-35-35.", ""),
        (Ru, "В доме 16 в 10.30 и в 9 часов утра, счёт 3:1.", ""),
        (Ru, "1. Один из них сказал «Десять негритят».", ""),
        (Ru, "Погиб один человек.", "один человек = 1"),
        (Kk, "Сағат 09:15-те № 27 мектепте бірі күтті.", ""),
        (Kk, "Олар бір күні келеді, оның үшін онда бірге.", ""),
        (Kk, "Ол бір айда бітеді.", "бір айда = 1"),
        (En, "Article 292, Group of 20, Building 7 at 5 p.m.", ""),
        (En, "One of them lives at 15 Abay Street.", ""),
        (En, "They won 3-1 at 05:12.", ""),
        (En, "One person died.", "One person = 1"),
    ]);
}

#[test]
fn what_stands_beside_the_value() {
    for (language, text, unit, of, approximate, label) in [
        (
            Ru,
            "По всей стране избрано 2334 акима округов.",
            Some("person"),
            Some("акима округов"),
            None,
            "По всей стране избрано",
        ),
        (Ru, "Музей собрал более чем 80 картин.", None, Some("картин"), Some("более чем"), "Музей собрал"),
        (Ru, "В 2020 году открыли музей.", None, None, None, "открыли музей"),
        (Kk, "Форумға 600-ден астам маман қатысты.", Some("person"), Some("маман"), Some("астам"), "қатысты"),
        (Kk, "Зауытқа шамамен 240 млн еуро салынады.", Some("EUR"), None, Some("шамамен"), "салынады"),
        (
            En,
            "The forum gathered nearly 600 participants.",
            Some("person"),
            Some("participants"),
            Some("nearly"),
            "forum gathered",
        ),
        (En, "He finished 80 percent of the apartments.", Some("percent"), Some("apartments"), None, "He finished"),
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
