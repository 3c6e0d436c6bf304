//! Whether a word is another one, mistyped.
//!
//! Strict on purpose: what passes for a typing mistake is not accused. So a mistake must look like one that fingers make or like one
//! that the ear makes, inside a word that is long enough, and a word that is known to exist is never one (the caller knows those).

/// Words with fewer letters than this are too easily another word.
const SHORTEST: usize = 5;
/// From this many letters on any single letter may be left out, added or wrong inside the word.
const LONG: usize = 8;

/// Whether `typed` is one typing mistake away from `meant`: both in lower case, and not the same.
pub(super) fn is_typo(typed: &str, meant: &str) -> bool {
    let typed: Vec<char> = typed.chars().collect();
    let meant: Vec<char> = meant.chars().collect();
    let letters = |word: &[char]| word.len() >= SHORTEST && word.iter().all(|letter| letter.is_alphabetic());
    if !letters(&typed) && !letters(&meant) || typed.len().abs_diff(meant.len()) > 1 {
        return false;
    }
    if !typed.iter().chain(&meant).all(|letter| letter.is_alphabetic()) {
        return false;
    }
    let start = typed.iter().zip(&meant).take_while(|(one, other)| one == other).count();
    let end =
        typed[start..].iter().rev().zip(meant[start..].iter().rev()).take_while(|(one, other)| one == other).count();
    let (wrong, right) = (&typed[start..typed.len() - end], &meant[start..meant.len() - end]);
    // An ending tells number, person and time; a first letter is seldom wrong, and often another prefix.
    let inside = start >= 1 && end >= 2;
    let long = inside && meant.len() >= LONG && start >= 3 && end >= 3;
    match (wrong, right) {
        ([one, other], [first, second]) => {
            one == second && other == first && start + end >= 3 && (start > 0 || end > 3)
        }
        ([wrong], [right]) => {
            // `-тся` and `-ться` are told apart below; a vowel inside a word is misheard.
            long || inside && (misheard(*wrong, *right) || neighbours(*wrong, *right) && meant.len() > SHORTEST)
        }
        // A letter too many or too few: doubled or not, or anywhere in a long word; and `-тся` for `-ться`.
        ([added], []) | ([], [added]) => {
            let longer = if typed.len() > meant.len() { &typed } else { &meant };
            let doubled = longer.get(start.wrapping_sub(1)) == Some(added) || longer.get(start + 1) == Some(added);
            let reflexive = *added == 'ь' && end == 2 && typed.ends_with(&['с', 'я']) && typed.len() > 5;
            doubled && start >= 1 && end >= 1 || long || reflexive || *added == 'ь' && inside
        }
        _ => false,
    }
}

/// Whether one vowel is written where the other is meant, because they sound alike.
fn misheard(one: char, other: char) -> bool {
    const ALIKE: [&str; 11] = ["оа", "еи", "еэ", "ия", "шщ", "ея", "иы", "ъь", "ae", "ei", "eo"];
    ALIKE.iter().any(|pair| pair.contains(one) && pair.contains(other))
}

/// Whether the keys of two letters stand side by side in a row of the keyboard.
fn neighbours(one: char, other: char) -> bool {
    const ROWS: [&str; 6] = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
    ROWS.iter().any(|row| {
        let place = |letter: char| row.chars().position(|key| key == letter);
        place(one).zip(place(other)).is_some_and(|(one, other)| one.abs_diff(other) == 1)
    })
}

#[cfg(test)]
mod tests {
    use super::is_typo;

    #[test]
    fn these_are_typing_mistakes() {
        let cases = [
            ("спекши", "спешки"),
            ("програма", "программа"),
            ("прроцентов", "процентов"),
            ("осуществляеться", "осуществляется"),
            ("преглашены", "приглашены"),
            ("пригласшены", "приглашены"),
            ("модернзации", "модернизации"),
            ("ведомость", "ведомсоть"),
            ("governmant", "government"),
            ("admnistration", "administration"),
            ("stratgeic", "strategic"),
            ("ауылдрадың", "ауылдардың"),
        ];
        for (typed, meant) in cases {
            assert!(is_typo(typed, meant), "{typed} for {meant}");
        }
    }

    #[test]
    fn these_are_other_words() {
        let cases = [
            ("сила", "села"),
            ("загон", "закон"),
            ("цена", "сцена"),
            ("акимов", "акимам"),
            ("сказала", "сказал"),
            ("построим", "построил"),
            ("построили", "построим"),
            ("выход", "уход"),
            ("2335", "2334"),
            ("barely", "rarely"),
            ("build", "built"),
            ("plans", "plants"),
            ("келді", "келмеді"),
            ("бармады", "барады"),
        ];
        for (typed, meant) in cases {
            assert!(!is_typo(typed, meant), "{typed} for {meant}");
        }
    }
}
