//! Cases of names: from a form in the text to the nominatives that it may come from.
//!
//! Without a dictionary a form has several readings (`Токаева`: a woman, or a man in the genitive). What stands beside
//! the name and in the rest of the text chooses among them.

use crate::kazakh;

/// Man or woman, as far as a name or a verb tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::structure) enum Gender {
    Man,
    Woman,
}

/// A set of cases.
pub(in crate::structure) type Cases = u8;
pub(in crate::structure) const NOMINATIVE: Cases = 1;
pub(in crate::structure) const GENITIVE: Cases = 2;
pub(in crate::structure) const DATIVE: Cases = 4;
pub(in crate::structure) const ACCUSATIVE: Cases = 8;
pub(in crate::structure) const INSTRUMENTAL: Cases = 16;
pub(in crate::structure) const PREPOSITIONAL: Cases = 32;
pub(in crate::structure) const ALL: Cases = 63;

/// What a form may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::structure) struct Reading {
    /// The nominative, in small letters.
    pub(in crate::structure) lemma: String,
    /// Whose name it then is; `None` for both.
    pub(in crate::structure) gender: Option<Gender>,
    /// The cases that the form then has.
    pub(in crate::structure) cases: Cases,
    /// Whether the ending is one that names of this kind have, not just any.
    pub(in crate::structure) typical: bool,
}

/// An ending of a form, the ending of its nominative, whose name, the cases, and whether only typical names have it.
type Row = (&'static str, &'static str, Option<Gender>, Cases, bool);

const MAN: Option<Gender> = Some(Gender::Man);
const WOMAN: Option<Gender> = Some(Gender::Woman);
const GA: Cases = GENITIVE | ACCUSATIVE;
const DP: Cases = DATIVE | PREPOSITIONAL;

/// Surnames in -ов, -ев, -ин: the vowel of the ending is written as `%`, and stands for each of these.
const POSSESSIVE: &[&str] = &["ов", "ев", "ин", "ын"];
const POSSESSIVE_ENDINGS: &[(&str, &str, Option<Gender>, Cases)] = &[
    ("", "", MAN, NOMINATIVE),
    ("а", "а", WOMAN, NOMINATIVE),
    ("а", "", MAN, GA),
    ("у", "", MAN, DATIVE),
    ("у", "а", WOMAN, ACCUSATIVE),
    ("ым", "", MAN, INSTRUMENTAL),
    ("е", "", MAN, PREPOSITIONAL),
    ("ой", "а", WOMAN, GENITIVE | DP | INSTRUMENTAL),
];

/// Surnames that are adjectives.
const ADJECTIVES: &[Row] = &[
    ("ский", "ский", MAN, NOMINATIVE, true),
    ("цкий", "цкий", MAN, NOMINATIVE, true),
    ("ского", "ский", MAN, GA, true),
    ("цкого", "цкий", MAN, GA, true),
    ("скому", "ский", MAN, DATIVE, true),
    ("цкому", "цкий", MAN, DATIVE, true),
    ("ским", "ский", MAN, INSTRUMENTAL, true),
    ("цким", "цкий", MAN, INSTRUMENTAL, true),
    ("ском", "ский", MAN, PREPOSITIONAL, true),
    ("ская", "ская", WOMAN, NOMINATIVE, true),
    ("цкая", "цкая", WOMAN, NOMINATIVE, true),
    ("ской", "ская", WOMAN, GENITIVE | DP | INSTRUMENTAL, true),
    ("цкой", "цкая", WOMAN, GENITIVE | DP | INSTRUMENTAL, true),
    ("скую", "ская", WOMAN, ACCUSATIVE, true),
    ("цкую", "цкая", WOMAN, ACCUSATIVE, true),
    ("ый", "ый", MAN, NOMINATIVE, false),
    ("ого", "ый", MAN, GA, false),
    ("его", "ий", MAN, GA, false),
    ("ому", "ый", MAN, DATIVE, false),
    ("ому", "ой", MAN, DATIVE, false),
    ("ого", "ой", MAN, GA, false),
    ("ой", "ой", MAN, NOMINATIVE, false),
];

/// Any other name.
const NOUNS: &[Row] = &[
    ("ия", "ий", MAN, GA, true),
    ("ию", "ий", MAN, DATIVE, true),
    ("ием", "ий", MAN, INSTRUMENTAL, true),
    ("ии", "ий", MAN, PREPOSITIONAL, false),
    ("ии", "ия", WOMAN, GENITIVE | DP, true),
    ("ию", "ия", WOMAN, ACCUSATIVE, true),
    ("ией", "ия", WOMAN, INSTRUMENTAL, true),
    ("а", "а", None, NOMINATIVE, false),
    ("а", "", MAN, GA, true),
    ("я", "я", None, NOMINATIVE, false),
    ("я", "й", MAN, GA, false),
    ("я", "ь", MAN, GA, false),
    ("у", "", MAN, DATIVE, true),
    ("у", "а", None, ACCUSATIVE, false),
    ("ю", "й", MAN, DATIVE, false),
    ("ю", "ь", MAN, DATIVE, false),
    ("ю", "я", None, ACCUSATIVE, false),
    ("ом", "", MAN, INSTRUMENTAL, true),
    ("ем", "й", MAN, INSTRUMENTAL, false),
    ("ем", "ь", MAN, INSTRUMENTAL, false),
    ("ем", "", MAN, INSTRUMENTAL, false),
    ("е", "", MAN, PREPOSITIONAL, true),
    ("е", "а", None, DP, false),
    ("е", "я", None, DP, false),
    ("ы", "а", None, GENITIVE, false),
    ("и", "а", None, GENITIVE, false),
    ("и", "я", None, GENITIVE, false),
    ("и", "ь", WOMAN, GENITIVE | DP, false),
    ("ой", "а", None, INSTRUMENTAL, false),
    ("ей", "а", None, INSTRUMENTAL, false),
    ("ей", "я", None, INSTRUMENTAL, false),
];

/// The readings of a Russian surname, or of any name that is not known.
pub(in crate::structure) fn russian(norm: &str) -> Vec<Reading> {
    // Kazakh and Turkic patronymics do not change: Серикулы, Сериккызы.
    let turkic = [("кызы", WOMAN), ("улы", MAN), ("оглы", MAN)];
    if let Some((_, gender)) = turkic.iter().find(|(ending, _)| norm.ends_with(ending)) {
        return vec![Reading { lemma: norm.to_owned(), gender: *gender, cases: ALL, typical: true }];
    }
    let mut readings = Vec::new();
    for stem in POSSESSIVE {
        for (ending, nominative, gender, cases) in POSSESSIVE_ENDINGS {
            let Some(start) = norm.strip_suffix(ending).and_then(|rest| rest.strip_suffix(stem)) else { continue };
            if start.chars().count() >= 2 {
                let lemma = format!("{start}{stem}{nominative}");
                readings.push(Reading { lemma, gender: *gender, cases: *cases, typical: true });
            }
        }
    }
    add(&mut readings, norm, ADJECTIVES);
    if readings.iter().any(|reading| reading.typical) {
        return readings;
    }
    add(&mut readings, norm, NOUNS);
    match norm.chars().last() {
        // Names in a vowel that do not change, and women's in a consonant.
        Some('о' | 'е' | 'и' | 'у' | 'ю' | 'э') => {
            let typical = ["ко", "дзе", "швили", "ло"].iter().any(|ending| norm.ends_with(ending));
            readings.push(Reading { lemma: norm.to_owned(), gender: None, cases: ALL, typical });
        }
        // No name ends so in the nominative.
        Some('ы') => {}
        Some('а' | 'я') => {
            readings.push(Reading { lemma: norm.to_owned(), gender: None, cases: ALL, typical: false });
        }
        _ => {
            readings.push(Reading { lemma: norm.to_owned(), gender: MAN, cases: NOMINATIVE, typical: false });
            readings.push(Reading { lemma: norm.to_owned(), gender: WOMAN, cases: ALL, typical: false });
        }
    }
    readings
}

fn add(readings: &mut Vec<Reading>, norm: &str, rows: &[Row]) {
    for (ending, nominative, gender, cases, typical) in rows {
        let Some(start) = norm.strip_suffix(ending) else { continue };
        if start.chars().count() < 2 {
            continue;
        }
        // A consonant stem must be left where the nominative has no ending.
        if nominative.is_empty() && start.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'й', 'ь'])
        {
            continue;
        }
        // `Гая` is of Гай, `Коваля` of Коваль.
        let vowel = start.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я']);
        if *nominative == "ь" && vowel || *nominative == "й" && !vowel {
            continue;
        }
        let lemma = format!("{start}{nominative}");
        readings.push(Reading { lemma, gender: *gender, cases: *cases, typical: *typical });
    }
}

/// The forms of a Russian given name or patronymic, with their cases.
pub(in crate::structure) fn russian_forms(lemma: &str, gender: Gender) -> Vec<(String, Cases)> {
    let forms: &[(&str, Cases)];
    let stem;
    let cut = |ending: &str| lemma.strip_suffix(ending).unwrap_or(lemma).to_owned();
    if lemma.ends_with("ия") {
        stem = cut("ия");
        forms = &[("ия", NOMINATIVE), ("ии", GENITIVE | DP), ("ию", ACCUSATIVE), ("ией", INSTRUMENTAL)];
    } else if lemma.ends_with('я') {
        stem = cut("я");
        forms = &[("я", NOMINATIVE), ("и", GENITIVE), ("е", DP), ("ю", ACCUSATIVE), ("ей", INSTRUMENTAL)];
    } else if lemma.ends_with('а') {
        stem = cut("а");
        forms = &[
            ("а", NOMINATIVE),
            ("ы", GENITIVE),
            ("и", GENITIVE),
            ("е", DP),
            ("у", ACCUSATIVE),
            ("ой", INSTRUMENTAL),
            ("ей", INSTRUMENTAL),
        ];
    } else if gender == Gender::Man && lemma.ends_with("ий") {
        stem = cut("ий");
        forms = &[("ий", NOMINATIVE), ("ия", GA), ("ию", DATIVE), ("ием", INSTRUMENTAL), ("ии", PREPOSITIONAL)];
    } else if gender == Gender::Man && lemma.ends_with('й') {
        stem = cut("й");
        forms = &[("й", NOMINATIVE), ("я", GA), ("ю", DATIVE), ("ем", INSTRUMENTAL), ("е", PREPOSITIONAL)];
    } else if gender == Gender::Man && lemma.ends_with('ь') {
        stem = cut("ь");
        forms = &[("ь", NOMINATIVE), ("я", GA), ("ю", DATIVE), ("ем", INSTRUMENTAL), ("е", PREPOSITIONAL)];
    } else if gender == Gender::Woman && lemma.ends_with('ь') {
        stem = cut("ь");
        forms = &[("ь", NOMINATIVE | ACCUSATIVE), ("и", GENITIVE | DP), ("ью", INSTRUMENTAL)];
    } else if gender == Gender::Man && !lemma.ends_with(['о', 'е', 'и', 'у', 'ю', 'ы', 'э']) {
        stem = match lemma {
            "павел" => return irregular(&["павел", "павла", "павлу", "павлом", "павле"]),
            "лев" => return irregular(&["лев", "льва", "льву", "львом", "льве"]),
            "петр" | "александр" => lemma.to_owned(),
            _ => lemma.to_owned(),
        };
        forms = &[
            ("", NOMINATIVE),
            ("а", GA),
            ("у", DATIVE),
            ("ом", INSTRUMENTAL),
            ("ем", INSTRUMENTAL),
            ("е", PREPOSITIONAL),
        ];
    } else {
        stem = lemma.to_owned();
        forms = &[("", ALL)];
    }
    forms.iter().map(|(ending, cases)| (format!("{stem}{ending}"), *cases)).collect()
}

fn irregular(forms: &[&str; 5]) -> Vec<(String, Cases)> {
    let cases = [NOMINATIVE, GA, DATIVE, INSTRUMENTAL, PREPOSITIONAL];
    forms.iter().zip(cases).map(|(form, cases)| ((*form).to_owned(), cases)).collect()
}

/// Kazakh endings of case, with what stands for them here: a name has no locative or ablative of its own.
const KAZAKH: &[(&[&str], Cases)] = &[
    (kazakh::GENITIVE, GENITIVE),
    (kazakh::ABLATIVE, PREPOSITIONAL),
    (kazakh::INSTRUMENTAL, INSTRUMENTAL),
    (kazakh::DATIVE, DATIVE),
    (kazakh::ACCUSATIVE, ACCUSATIVE),
    (kazakh::OWNED_LOCATIVE, PREPOSITIONAL),
    (kazakh::LOCATIVE, PREPOSITIONAL),
];

/// What a Kazakh word may be a form of, with the cases: itself, and what is left without an ending.
pub(super) fn kazakh_lemmas(norm: &str) -> impl Iterator<Item = (&str, Cases)> {
    // The last byte alone rules most endings out.
    let last = norm.as_bytes().last().copied();
    let forms = KAZAKH.iter().flat_map(|(endings, cases)| endings.iter().map(|ending| (*ending, *cases)));
    let forms = forms.filter(move |(ending, _)| ending.as_bytes().last().copied() == last);
    let cut = forms.filter_map(|(ending, cases)| Some((norm.strip_suffix(ending)?, cases)));
    // `Айгүл Қанатқызын`: what is somebody's has an accusative of its own; `Вера Петровна` is in no case.
    let owned = norm.strip_suffix('н').filter(|lemma| is_kazakh_patronymic(lemma)).map(|lemma| (lemma, ACCUSATIVE));
    let whole = is_russian_patronymic(norm);
    let cut = cut.filter(move |(lemma, _)| lemma.chars().nth(2).is_some() && !whole);
    std::iter::once((norm, NOMINATIVE)).chain(cut).chain(owned)
}

/// Whether a Kazakh word is somebody's son or daughter: `Қанатқызы`, `Ерікұлы`.
pub(super) fn is_kazakh_patronymic(word: &str) -> bool {
    ["қызы", "ұлы"].iter().any(|ending| word.strip_suffix(ending).is_some_and(|father| father.chars().nth(2).is_some()))
}

/// Whether a word is a Russian patronymic in the nominative: `Петровна`.
pub(super) fn is_russian_patronymic(word: &str) -> bool {
    ["овна", "евна", "ична", "ович", "евич", "льич"]
        .iter()
        .any(|ending| word.strip_suffix(ending).is_some_and(|father| father.chars().nth(1).is_some()))
}

/// The readings of a Kazakh name: as it stands, and without an ending.
pub(in crate::structure) fn kazakh(norm: &str) -> Vec<Reading> {
    let reading =
        |(lemma, cases): (&str, Cases)| Reading { lemma: lemma.to_owned(), gender: None, cases, typical: false };
    kazakh_lemmas(norm).map(reading).collect()
}

/// The nominative written as the text writes the form: its letters, as far as they are the same.
pub(in crate::structure) fn written(form: &str, norm: &str, lemma: &str) -> String {
    let same = norm.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).count();
    let visible = form.chars().filter(|c| !super::super::tokens::is_invisible(*c));
    let kept = visible.take(same);
    kept.chain(lemma.chars().skip(same)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_the_readings_of_its_endings() {
        for (form, lemma, gender, cases) in [
            ("токаева", "токаев", MAN, GA),
            ("токаева", "токаева", WOMAN, NOMINATIVE),
            ("токаевой", "токаева", WOMAN, GENITIVE | DP | INSTRUMENTAL),
            ("чайки", "чайка", None, GENITIVE),
            ("когана", "коган", MAN, GA),
            ("ломбарди", "ломбарди", None, ALL),
            ("романовской", "романовская", WOMAN, GENITIVE | DP | INSTRUMENTAL),
        ] {
            let found = russian(form);
            let expected =
                |reading: &Reading| (reading.gender, reading.cases) == (gender, cases) && reading.lemma == lemma;
            assert!(found.iter().any(expected), "{form}: {found:?}");
        }
    }

    #[test]
    fn a_nominative_keeps_the_letters_of_the_text() {
        for (form, norm, lemma, expected) in
            [("Киселёва", "киселева", "киселев", "Киселёв"), ("Чайки", "чайки", "чайка", "Чайка")]
        {
            assert_eq!(written(form, norm, lemma), expected);
        }
    }
}
