//! What the words of a Russian title tell of whom it may mean.

use std::ops::Range;

use super::super::super::text::Text;

/// Whether somebody has just come to an office: `новый министр`.
pub(super) fn is_newly(text: &Text, phrase: &Range<usize>) -> bool {
    let first = phrase.start.saturating_sub(1);
    let newly = ["новый", "новая", "избранн", "новоизбранн", "будущ", "назначенн"];
    (first..phrase.end.min(first + 4)).any(|at| newly.iter().any(|start| text.norm(at).starts_with(start)))
}

pub(super) fn is_inhabitant(norm: &str) -> bool {
    norm.starts_with("жител") || norm.starts_with("уроженец") || norm.starts_with("уроженк")
}

/// Whether a title is how papers call again whom they have named: a player of a club, a champion, who was something once.
pub(super) fn is_periphrasis(text: &Text, phrase: &Range<usize>, head: usize) -> bool {
    const AGAIN: &[&str] = &[
        "игрок",
        "форвард",
        "нападающ",
        "полузащитник",
        "вратар",
        "голкипер",
        "чемпион",
        "призер",
        "лауреат",
        "обладател",
        "звезд",
        "солист",
        "фронтмен",
        "кумир",
        "легенд",
    ];
    let once = phrase.start.saturating_sub(2)..head;
    AGAIN.iter().any(|start| text.norm(head).starts_with(start))
        || once.into_iter().any(|at| text.norm(at) == "экс" || text.norm(at).starts_with("бывш"))
}

/// Whether a title tells only how high somebody stands in a service: `полковник полиции`.
pub(super) fn is_rank(text: &Text, phrase: &Range<usize>) -> bool {
    const SERVICES: &[&str] = &["полиции", "юстиции", "службы", "милиции", "запаса", "спецслужб", "безопасности"];
    phrase.clone().skip(1).any(|at| SERVICES.contains(&text.norm(at)))
        && ["полковник", "подполковник", "майор", "капитан", "генерал", "лейтенант", "сержант", "советник"]
            .iter()
            .any(|rank| phrase.clone().any(|at| text.norm(at).starts_with(rank)))
}

/// Whether a word says what somebody is to another, of whom there are few: `мама погибшего`, not `знакомый погибшего`.
pub(super) fn is_relation(norm: &str) -> bool {
    ["коллег", "мам", "бабушк", "дедушк", "невест", "жених", "свекр", "тещ"].iter().any(|start| norm.starts_with(start))
}

/// Whether somebody speaks for a body that is named beside.
pub(super) fn is_spokesman(norm: &str) -> bool {
    ["представител", "сотрудни", "работни"].iter().any(|start| norm.starts_with(start))
}
