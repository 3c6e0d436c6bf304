//! What holds for every picture; tests/pictures.rs compares them with those that somebody has looked at.

use proptest::prelude::*;

use super::*;

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

fn brand() -> Brand {
    let logo = br##"<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" rx="20" fill="#ffd400"/><circle cx="50" cy="50" r="30" fill="#123"/><rect x="110" y="35" width="150" height="30" fill="#123"/></svg>"##;
    Brand {
        background: "#1d2b53".parse().unwrap(),
        text: "#fff8e7".parse().unwrap(),
        accent: "#ffd400".parse().unwrap(),
        logo: Some(Logo::read(logo).unwrap()),
    }
}

#[test]
fn characters_that_no_font_has_are_told() {
    let order = |words: &str| Order { drawn: quote(Language::En, words, None, None), look: Look::default() };
    assert_eq!(Studio::default().draw(&order("Water 🎉 中 🎉")).lacking, ['🎉', '中']);
    assert!(Studio::default().draw(&order("Вода — ₸")).lacking.is_empty());
}

#[test]
fn the_same_order_has_the_same_key_and_picture() {
    let studio = Studio { brand: Some(brand()) };
    let order = |words: &str, theme| Order {
        drawn: quote(Language::En, words, None, None),
        look: Look { theme, ..Look::default() },
    };
    let water = order("Water.", Theme::Light);
    assert_eq!(studio.key(&water), studio.key(&water));
    assert_eq!(studio.draw(&water), studio.draw(&water));
    let keys = [&water, &order("Water!", Theme::Light), &order("Water.", Theme::Brand)].map(|order| studio.key(order));
    assert!(keys[0] != keys[1] && keys[0] != keys[2]);
    // What a brand changes is another picture only where it is seen.
    let other = Studio { brand: Some(Brand { logo: None, ..brand() }) };
    assert_eq!(other.key(&water), keys[0]);
    assert_ne!(other.key(&order("Water.", Theme::Brand)), keys[2]);
}

#[test]
fn a_quote_of_a_million_characters_is_shortened() {
    for words in
        ["Слово за словом. ".repeat(60_000), "щ".repeat(1_000_000), "а\n".repeat(500_000), "🎉".repeat(1_000_000)]
    {
        let order = Order { drawn: quote(Language::Ru, &words, Some(&words), Some(&words)), look: Look::default() };
        assert!(!Studio::default().draw(&order).png.is_empty());
    }
}

/// Every text of a sheet: where it stands, and how far it reaches.
fn boxes(svg: &str) -> Vec<[f32; 4]> {
    let tree = resvg::usvg::Tree::from_str(svg, &raster::options()).unwrap();
    let all = tree.root().children().iter();
    all.filter_map(|node| match node {
        resvg::usvg::Node::Text(text) => Some(text.flattened().abs_bounding_box()),
        _ => None,
    })
    .map(|place| [place.left(), place.top(), place.right(), place.bottom()])
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn nothing_that_is_written_leaves_the_picture(
        words in "[\\PC\n]{0,300}",
        name in proptest::option::of("\\PC{0,90}"),
        role in proptest::option::of("[А-яA-Za-z ,-]{0,200}"),
        number in "\\PC{0,30}",
        labels in proptest::collection::vec("[А-яә ]{0,120}", 1..14),
        values in proptest::collection::vec(0.0..1e13f64, 14),
        look in (0..3usize, 0..3usize),
    ) {
        let look = Look { size: Size::ALL[look.0], theme: Theme::ALL[look.1] };
        let entries = labels.iter().zip(&values).enumerate().map(|(at, (label, value))| {
            let measure = match at % 3 { 0 => bar(*value, "₸"), 1 => Measure::Part(value / 1e13), _ => Measure::Number };
            entry(&number, &number, label, measure)
        });
        let drawn = [quote(Language::Kk, &words, name.as_deref(), role.as_deref()), figure(&number, role.as_deref(), &words), chart(entries.collect())];
        let studio = Studio { brand: Some(brand()) };
        let (width, height) = look.size.pixels();
        for drawn in drawn {
            let sheet = studio.sheet(&Order { drawn, look });
            for [left, top, right, bottom] in boxes(&sheet.svg) {
                let inside = left >= 8.0 && top >= 8.0 && right <= width as f32 - 8.0 && bottom <= height as f32 - 8.0;
                prop_assert!(inside, "{left} {top} {right} {bottom} in {look:?}: {}", sheet.svg);
            }
        }
    }
}
