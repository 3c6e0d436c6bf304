//! Pictures are drawn and compared with those in tests/pictures, which somebody has looked at.
//!
//! `DEREK_KEEP_PICTURES=1 cargo test --test pictures` draws the stored ones anew, and the whole pictures into target/pictures.
#![expect(clippy::unwrap_used, reason = "a test fails by a panic")]

use std::fs;
use std::path::{Path, PathBuf};

use derek::article::Language;
use derek::picture::{
    Bars, Brand, Chart, Drawn, Entry, FigureCard, Logo, Look, Measure, Order, QuoteCard, Size, Studio, Theme,
};

/// The stored pictures are so many times smaller.
const SMALLER: usize = 3;
/// Pixels may differ by so much on average, of 255.
const TOLERANCE: f64 = 0.6;

const LONG: &str = "Сельский округ — это фундамент государства. Именно здесь, на местах, решаются вопросы, которые волнуют людей \
    каждый день. Аким должен знать каждый дом и каждую семью. Он не имеет права отсиживаться в кабинете. Дороги, вода, школы и \
    больницы требуют постоянного внимания. Мы выделили на эти цели значительные средства и будем строго спрашивать за каждый тенге. \
    Тот, кто не оправдает доверия жителей, уступит место другому. Молодые специалисты едут в село и остаются там, если видят, что их \
    труд нужен. Поэтому жильё, интернет и хорошая дорога важнее лозунгов. Мы построим их вместе. Я верю в наших людей и в нашу землю. \
    Впереди большая работа, и делать её нам. Каждый район получит свой план, каждый план получит деньги, и каждый тенге будет виден \
    жителям. Отчёты станут открытыми. Жалобы будут рассматривать в срок. Чиновник, который лжёт людям, лишится должности. Село должно \
    жить не хуже города. Это не лозунг, а поручение, и исполнять его начнут сегодня. Весной проверим всё ещё раз.";

fn quote(language: Language, words: &str, speaker: Option<&str>, role: Option<&str>) -> Drawn {
    let (origin, rest) = match language {
        Language::Ru => ("28 ноября 2025 г. · Kazpravda.kz", "Цитата целиком — в сообщении"),
        Language::Kk => ("2025 жылғы 28 қараша · Egemen Qazaqstan", "Дәйексөз толығымен хабарламада"),
        Language::En => ("28 November 2025 · The Astana Times", "The whole quote is in the message"),
    };
    Drawn::Quote(QuoteCard {
        language,
        words: words.to_owned(),
        speaker: speaker.map(str::to_owned),
        role: role.map(str::to_owned),
        origin: origin.to_owned(),
        mark: "@DerekBot".to_owned(),
        rest: rest.to_owned(),
    })
}

fn figure(number: &str, unit: Option<&str>, label: &str) -> Drawn {
    Drawn::Figure(FigureCard {
        number: number.to_owned(),
        unit: unit.map(str::to_owned),
        label: label.to_owned(),
        origin: "28 ноября 2025 г. · Kazpravda.kz".to_owned(),
        mark: "@DerekBot".to_owned(),
    })
}

fn entry(number: &str, unit: &str, label: &str, measure: Measure) -> Entry {
    Entry {
        number: number.to_owned(),
        unit: Some(unit.to_owned()).filter(|unit| !unit.is_empty()),
        label: label.to_owned(),
        measure,
    }
}

fn bar(value: f64, kind: &str) -> Measure {
    Measure::Bar(Bars { value, kind: kind.to_owned() })
}

fn chart(entries: Vec<Entry>) -> Drawn {
    Drawn::Chart(Chart {
        title: "Президент встретился с акимами сельских округов".to_owned(),
        entries,
        origin: "28 ноября 2025 г. · Kazpravda.kz".to_owned(),
        mark: "@DerekBot".to_owned(),
        rest: "Остальные цифры — в сообщении".to_owned(),
    })
}

/// The figures of the first article, as they are shown.
fn akims() -> Vec<Entry> {
    vec![
        entry("80 %", "", "акимов сёл избраны впервые", Measure::Part(0.8)),
        entry("2020", "", "год, с которого избирают акимов", Measure::Number),
        entry("5", "лет", "прошло с начала реформы", Measure::Number),
        entry("2 334", "акима сельских округов", "избрано по всей стране", Measure::Number),
        entry("43", "года", "средний возраст избранных", Measure::Number),
        entry("⅓", "", "из них моложе сорока лет", Measure::Part(1.0 / 3.0)),
    ]
}

fn twelve() -> Vec<Entry> {
    let mut entries: Vec<Entry> =
        [("Алматы", 2_230_000.0), ("Астана", 1_528_000.0), ("Шымкент", 1_260_000.0), ("Актобе", 560_000.0)]
            .iter()
            .map(|(town, value)| entry(&format!("{:.0} тыс.", value / 1000.0), "жителей", town, bar(*value, "жители")))
            .collect();
    entries.extend(akims());
    entries.push(entry(
        "8 трлн 250 млрд ₸",
        "",
        "направят на инфраструктуру сёл за пять лет из бюджетов всех уровней",
        Measure::Number,
    ));
    entries.push(entry("0,001", "мг/л", "допустимая доля примеси в питьевой воде", Measure::Number));
    entries
}

fn brand() -> Brand {
    let logo = br##"<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" rx="20" fill="#ffd400"/><circle cx="50" cy="50" r="30" fill="#123"/><rect x="110" y="35" width="150" height="30" fill="#123"/></svg>"##;
    Brand {
        background: "#1d2b53".parse().unwrap(),
        text: "#fff8e7".parse().unwrap(),
        accent: "#ffd400".parse().unwrap(),
        logo: Some(Logo::read(logo).unwrap()),
    }
}

/// Every case: what it is called, what is drawn, and how.
fn cases() -> Vec<(&'static str, Drawn, Size, Theme)> {
    use Language::{En, Kk, Ru};
    use Size::{Portrait, Square, Wide};
    use Theme::{Dark, Light};
    let tokayev = "Касым-Жомарт Токаев";
    let president = Some("Президент Казахстана");
    let forty = "Аким должен работать на земле, среди людей, а не в кабинете: знать нужды каждой семьи, видеть каждую улицу, \
        отвечать за каждую обещанную дорогу и за каждый построенный дом перед теми, кто его избрал и кто завтра спросит с него.";
    let pangram = "Әрбір ауылдың өз ғұмыры, өз үні бар. Қазақтың кең даласында һәм тауында еңбек еткен әр азамат – ұлттың тірегі, ал Іле мен Өскемен арасы да бір ел.";
    let english = "Every village needs water, a road and a school. We will not count reports — we will count houses that have water.";
    let hostile = "<script>alert(1)</script> & \"]]>\" <!-- --> &amp; </text><rect width=\"9999\" height=\"9999\"/> {} %s \u{202e}abc";
    vec![
        ("one word", quote(Ru, "Работаем!", Some(tokayev), president), Square, Light),
        ("one word wide", quote(Ru, "Работаем!", Some(tokayev), president), Wide, Dark),
        ("forty words", quote(Ru, forty, Some(tokayev), president), Square, Light),
        ("forty words portrait", quote(Ru, forty, Some(tokayev), president), Portrait, Dark),
        ("forty words wide", quote(Ru, forty, Some(tokayev), president), Wide, Light),
        ("a hundred and fifty words", quote(Ru, LONG, Some(tokayev), president), Portrait, Light),
        ("a hundred and fifty words square", quote(Ru, LONG, Some(tokayev), president), Square, Dark),
        ("a hundred and fifty words wide", quote(Ru, LONG, Some(tokayev), president), Wide, Light),
        ("kazakh", quote(Kk, pangram, Some("Қасым-Жомарт Тоқаев"), Some("Қазақстан Президенті")), Square, Dark),
        ("kazakh wide", quote(Kk, pangram, Some("Қасым-Жомарт Тоқаев"), Some("Қазақстан Президенті")), Wide, Light),
        (
            "english",
            quote(En, english, Some("Asel Omarova"), Some("akim of the Karatal rural district")),
            Square,
            Light,
        ),
        (
            "a name of sixty letters",
            quote(
                Ru,
                "Вода придёт в каждый дом.",
                Some("Абдурахманкажи Нурмухаммедов-Байтурсыновский Сейтжаппаровичулы"),
                Some(
                    "заместитель председателя Комитета по водным ресурсам Министерства водных ресурсов и ирригации Республики Казахстан",
                ),
            ),
            Square,
            Light,
        ),
        ("no role", quote(Ru, "Вода придёт в каждый дом.", Some("Марат Сеитов"), None), Square, Dark),
        ("no speaker", quote(Ru, "Вода придёт в каждый дом.", None, None), Square, Light),
        ("hostile markup", quote(En, hostile, Some("<b>\"Mallory\" & Co</b>"), Some("</svg>")), Square, Light),
        (
            "emoji",
            quote(En, "We did it 🎉🎉 — thank you 🇰🇿 and 中文 friends!", Some("Dana 😀"), Some("runner")),
            Square,
            Dark,
        ),
        (
            "paragraphs",
            quote(Ru, "Первое: вода.\nВторое: дороги.\n\nТретье: школы.", Some(tokayev), president),
            Square,
            Light,
        ),
        ("brand", quote(Ru, forty, Some(tokayev), president), Square, Theme::Brand),
        ("brand wide", quote(Ru, "Работаем!", Some(tokayev), president), Wide, Theme::Brand),
        ("a thousandth", figure("0,001", Some("мг/л"), "допустимая доля примеси в питьевой воде"), Square, Light),
        (
            "eight trillion",
            figure("8 трлн 250 млрд ₸", None, "направят на инфраструктуру сёл за пять лет"),
            Square,
            Dark,
        ),
        ("one figure wide", figure("2 334", Some("акима сельских округов"), "избрано по всей стране"), Wide, Light),
        (
            "a date in words",
            figure("1 сентября 2026 года", None, "откроются новые школы в шести районах области"),
            Portrait,
            Light,
        ),
        ("chart of one", chart(akims().split_off(5)), Square, Light),
        ("chart of akims", chart(akims()), Square, Light),
        ("chart of akims wide", chart(akims()), Wide, Dark),
        ("chart of twelve", chart(twelve()), Portrait, Light),
        ("chart of twelve square", chart(twelve()), Square, Dark),
        ("chart of twelve wide", chart(twelve()), Wide, Light),
        (
            "bars of all sizes",
            chart(vec![
                entry("8 трлн ₸", "", "бюджет страны на год", bar(8e12, "₸")),
                entry("1,2 трлн ₸", "", "бюджет области", bar(1.2e12, "₸")),
                entry("400 млн ₸", "", "бюджет сельского округа", bar(4e8, "₸")),
                entry("0 ₸", "", "долг округа", bar(0.0, "₸")),
            ]),
            Square,
            Light,
        ),
        ("brand chart", chart(akims()), Portrait, Theme::Brand),
    ]
}

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn pixels(file: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width as usize, info.height as usize, pixels)
}

/// A picture that is so many times smaller, each pixel the mean of those that it stands for.
fn smaller(file: &[u8]) -> (usize, usize, Vec<u8>) {
    let (width, _, full) = pixels(file);
    let (wide, high) = (width / SMALLER, full.len() / 3 / width / SMALLER);
    let mean = |x: usize, y: usize, part: usize| {
        let at = |dx, dy| u32::from(full[((y * SMALLER + dy) * width + x * SMALLER + dx) * 3 + part]);
        let sum: u32 = (0..SMALLER * SMALLER).map(|n| at(n % SMALLER, n / SMALLER)).sum();
        u8::try_from(sum / u32::try_from(SMALLER * SMALLER).unwrap()).unwrap()
    };
    let small = (0..high).flat_map(|y| (0..wide).flat_map(move |x| (0..3).map(move |part| (x, y, part))));
    (wide, high, small.map(|(x, y, part)| mean(x, y, part)).collect())
}

fn packed((wide, high, pixels): &(usize, usize, Vec<u8>)) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, u32::try_from(*wide).unwrap(), u32::try_from(*high).unwrap());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(pixels).unwrap();
    file
}

#[test]
fn pictures_look_as_they_did() {
    let studio = Studio { brand: Some(brand()) };
    let keep = std::env::var_os("DEREK_KEEP_PICTURES").is_some();
    let (stored, whole) = (root("tests/pictures"), root("target/pictures"));
    let mut wrong = Vec::new();
    for (name, drawn, size, theme) in cases() {
        let picture = studio.draw(&Order { drawn, look: Look { size, theme } });
        let small = smaller(&picture.png);
        let file = format!("{}.png", name.replace(' ', "-"));
        if keep {
            fs::create_dir_all(&stored).unwrap();
            fs::create_dir_all(&whole).unwrap();
            fs::write(stored.join(&file), packed(&small)).unwrap();
            fs::write(whole.join(&file), &picture.png).unwrap();
        }
        let Ok(before) = fs::read(stored.join(&file)) else {
            wrong.push(format!("{name}: there is no tests/pictures/{file}"));
            continue;
        };
        let (wide, high, before) = pixels(&before);
        let apart = if (wide, high) == (small.0, small.1) {
            let sum: u64 = before.iter().zip(&small.2).map(|(one, two)| u64::from(one.abs_diff(*two))).sum();
            sum as f64 / before.len() as f64
        } else {
            f64::INFINITY
        };
        if apart > TOLERANCE {
            wrong.push(format!("{name}: differs by {apart:.2} of 255"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
