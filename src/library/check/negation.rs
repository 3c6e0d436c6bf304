//! What says no: words of their own, the Kazakh suffix of verbs, prefixes.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::article::Language;

/// Whether a word by itself says no.
pub(super) fn is_negation(word: &str, language: Language) -> bool {
    let words = match language {
        Language::Ru => {
            "не ни нет без никогда нельзя никто ничто ничего никого никому никем никак нигде никуда никакой \
            никакого никаких никакие никакая никакую отнюдь вряд невозможно нету"
        }
        Language::Kk => {
            "емес жоқ емеспін емеспіз емессіз емессің жоқпын жоқпыз ешқашан ешкім ештеңе ешқандай ешнәрсе \
            ешқайда болмайды мүмкінсіз"
        }
        Language::En => "not no never nor none nobody nothing nowhere neither without cannot hardly",
    };
    words.split([' ', '\n']).any(|known| known == word) || language == Language::Kk && is_negative_verb(word)
}

/// Whether a negation takes back the word after it, so that a run may not begin between them.
pub(super) fn negates_next(word: &str, language: Language) -> bool {
    match language {
        Language::Ru => matches!(word, "не" | "ни" | "без" | "никогда" | "нельзя"),
        Language::Kk => false,
        Language::En => matches!(word, "not" | "no" | "never" | "without" | "nor" | "neither"),
    }
}

/// Whether a negation takes back the word before it, so that a run may not end between them.
pub(super) fn negates_previous(word: &str, language: Language) -> bool {
    language == Language::Kk && (word.starts_with("емес") || word.starts_with("жоқ"))
}

/// Whether a Kazakh verb has the suffix -ма, -ме, -ба, -бе, -па, -пе: `бермедік`, `болмайды`.
pub(super) fn is_negative_verb(word: &str) -> bool {
    static ALL: LazyLock<Vec<&str>> = LazyLock::new(|| ENDINGS.split(' ').collect());
    ALL.iter().filter_map(|ending| word.strip_suffix(ending)).any(|rest| {
        NEGATIVE_SUFFIXES
            .iter()
            .filter_map(|suffix| Some((rest.strip_suffix(suffix)?, suffix)))
            .any(|(start, suffix)| start.chars().nth(1).is_some() && ends_like_stem(start, suffix))
    })
}

/// Whether a verb's stem may stand before this suffix: -ма after a vowel or р, л, й, у; -ба after з, м, н, ң, ж; -па after the voiceless.
fn ends_like_stem(stem: &str, suffix: &str) -> bool {
    let last = stem.chars().next_back().unwrap_or_default();
    match suffix {
        "ма" | "ме" => "аәеиіоөуүұыэярлйў".contains(last),
        "ба" | "бе" => "змнңж".contains(last),
        _ => "пткқсшщчфхцбгғд".contains(last),
    }
}

const NEGATIVE_SUFFIXES: [&str; 6] = ["ма", "ме", "ба", "бе", "па", "пе"];
/// What stands after the suffix: time, person, participle.
const ENDINGS: &str = "ды ді дым дім дық дік дың дің дыңыз діңіз ған ген ғанмын генмін ғанбыз генбіз йды йді ймын ймін ймыз йміз \
    йсыз йсіз йтын йтін с спын спін спыз спіз са се сақ сек сын сін у уы уі уға уге й ңыз ңіз йық йік пты пті п ғандар гендер ғаны гені";

/// The words that are the opposite of a word: with a prefix that says no, or without it, and the known ones.
pub(super) fn opposites(word: &str, language: Language) -> Vec<Cow<'static, str>> {
    let (prefixes, pairs): (&[&str], &[(&str, &str)]) = match language {
        Language::Ru => (
            &["не", "без", "бес", "анти"],
            &[("можно", "нельзя"), ("есть", "нет"), ("всегда", "никогда"), ("все", "никто")],
        ),
        Language::Kk => (&["бей"], &[("бар", "жоқ")]),
        Language::En => (
            &["un", "in", "im", "ir", "il", "dis", "non", "mis"],
            &[
                ("always", "never"),
                ("everyone", "nobody"),
                ("everything", "nothing"),
                ("with", "without"),
                ("every", "no"),
            ],
        ),
    };
    let mut found: Vec<Cow<'static, str>> = Vec::new();
    let long = |word: &str| word.chars().nth(3).is_some();
    for prefix in prefixes {
        match word.strip_prefix(prefix) {
            Some(rest) if long(rest) => found.push(rest.to_owned().into()),
            _ if long(word) => found.push(format!("{prefix}{word}").into()),
            _ => {}
        }
    }
    for (one, other) in pairs {
        if *one == word {
            found.push((*other).into());
        } else if *other == word {
            found.push((*one).into());
        }
    }
    found
}

/// Whether one of two Kazakh words has `-сыз`, without, and the other does not: `жұмыссыз`, `жұмысты`.
pub(super) fn lacks(one: &str, other: &str) -> bool {
    let without = |word: &str| -> Option<usize> {
        let stem = word.strip_suffix("сыз").or_else(|| word.strip_suffix("сіз"))?;
        Some(stem.len())
    };
    let against =
        |one: &str, other: &str| without(one).is_some_and(|stem| stem >= 6 && other.get(..stem) == one.get(..stem));
    one != other && (against(one, other) != against(other, one))
}

#[cfg(test)]
mod tests {
    use super::{is_negation, is_negative_verb, lacks, opposites};
    use crate::article::Language;

    #[test]
    fn kazakh_verbs_are_told_apart() {
        for no in [
            "бермедік",
            "болмайды",
            "келмеді",
            "жазбаған",
            "айтпаймын",
            "істемеген",
            "бармаймыз",
            "кешікпейді",
            "жазбау",
        ] {
            assert!(is_negative_verb(no), "{no}");
        }
        for yes in [
            "берді",
            "болды",
            "келеді",
            "алма",
            "жазған",
            "айтамыз",
            "жұмыста",
            "бағдарлама",
            "барамыз",
            "кемеде",
            "мәселе",
        ] {
            assert!(!is_negative_verb(yes), "{yes}");
        }
    }

    #[test]
    fn words_that_say_no_are_known() {
        use Language::{En, Kk, Ru};
        for (word, language) in [("не", Ru), ("емес", Kk), ("бермедік", Kk), ("not", En), ("never", En)] {
            assert!(is_negation(word, language), "{word}");
        }
        assert!(!is_negation("нет", En) && !is_negation("небо", Ru));
        let opposed = |one: &str, other: &str, language| opposites(one, language).iter().any(|word| word == other);
        assert!(opposed("невозможно", "возможно", Ru) && opposed("able", "unable", En) && opposed("бар", "жоқ", Kk));
        assert!(lacks("жұмыссыз", "жұмысты") && !opposed("небо", "бо", Ru));
    }
}
