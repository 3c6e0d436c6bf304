//! Small words on which the meaning of a sentence turns though they say little themselves.

use crate::article::Language;

/// Whether a word tells when: `был`, `будет`, `will`, `had`.
pub(super) fn tells_time(word: &str, language: Language) -> bool {
    let words = match language {
        Language::Ru => {
            "был была было были буду будет будем будут будете есть стал стала стали станет станут уже еще пока скоро"
        }
        Language::Kk => "болды болады болған болатын еді екен енді әлі бұрын",
        Language::En => {
            "was were is are be been am will shall would has have had did does do going already yet soon still"
        }
    };
    known(words, word)
}

/// Whether a word limits what is said: a condition, a possibility, `только`.
pub(super) fn limits(word: &str, language: Language) -> bool {
    let words = match language {
        Language::Ru => {
            "только лишь если бы может могут могли мог могла можем можно должен должна должны должно надо нужно \
            возможно вероятно якобы почти едва ли кроме хотя пусть все каждый некоторые многие часть иногда всегда обязательно"
        }
        Language::Kk => {
            "ғана тек егер мүмкін керек қажет тиіс тиісті шығар болар барлық бүкіл кейбір көп әр кейде әрдайым"
        }
        Language::En => {
            "only if may might could can should must ought perhaps probably possibly allegedly unless except almost \
            all every each some many most few sometimes always"
        }
    };
    known(words, word)
}

/// Whether two forms of one verb tell of other times or persons, as far as their endings show it.
pub(super) fn other_time(one: &str, other: &str, language: Language) -> bool {
    let time = |word: &str| {
        let times: &[&[&str]] = match language {
            Language::Ru => &[
                &["л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"],
                &[
                    "ет", "ит", "ют", "ут", "ят", "ат", "ем", "им", "ется", "ится", "ются", "утся", "ятся", "ешь",
                    "ишь", "ете", "ите",
                ],
                &["ть", "ться", "ти", "чь"],
                &["ый", "ая", "ое", "ые", "н", "на", "но", "ны", "т", "та", "то", "ты"],
            ],
            Language::Kk => &[
                &["ды", "ді", "ты", "ті", "дық", "дік", "тық", "тік", "дым", "дім"],
                &["ады", "еді", "йды", "йді", "амыз", "еміз", "ймыз", "йміз", "амын", "емін"],
                &["ған", "ген", "қан", "кен", "ғанбыз", "генбіз"],
                &["атын", "етін", "йтын", "йтін"],
                &["у", "уға", "уге"],
                &["мақ", "мек", "бақ", "бек", "пақ", "пек"],
            ],
            Language::En => &[&["ed"], &["ing"], &["s", "es"]],
        };
        let longest = |endings: &[&str]| endings.iter().filter(|end| word.ends_with(**end)).map(|end| end.len()).max();
        let best = times.iter().enumerate().filter_map(|(nth, endings)| Some((longest(endings)?, nth))).max();
        best.map(|(_, nth)| nth)
    };
    match (time(one), time(other)) {
        (Some(one), Some(other)) => one != other,
        (None, None) => false,
        // In English the plain form is a time of its own.
        _ => language == Language::En,
    }
}

fn known(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::other_time;
    use crate::article::Language;

    #[test]
    fn the_times_of_a_verb_are_told_apart() {
        use Language::{En, Kk, Ru};
        for (one, other, language) in [
            ("построили", "построим", Ru),
            ("допустили", "допустить", Ru),
            ("сайланды", "сайланады", Kk),
            ("келді", "келген", Kk),
            ("elected", "elect", En),
        ] {
            assert!(other_time(one, other, language), "{one} {other}");
        }
        assert!(!other_time("акимов", "акимам", Ru) && !other_time("построил", "построили", Ru));
    }
}
