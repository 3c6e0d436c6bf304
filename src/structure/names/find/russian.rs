//! What Russian says of a run of capital words: names in three words, in which case they stand, what stands beside them.

use super::super::super::text::Text;
use super::super::super::tokens::{Case, Kind};
use super::super::cases::Reading;
use super::super::known::{GIVEN, PATRONYMIC, PLACE, SURNAME};
use super::{Found, Look, Part, Unit};
use crate::article::Language::Ru;

/// The name in a run of capital words that begins at `at` where the order of its words is a rare one, as its parts; no
/// parts where the word there belongs to no name.
pub(super) fn special(look: &Look, units: &[Unit], at: usize, starts: bool) -> Option<(usize, Vec<(Part, usize)>)> {
    let unit = &units[at];
    let get = |at: usize| units.get(at);
    // `король Мсвати III`
    let numbered = get(at + 1).is_some_and(|next| next.numeral) && !unit.is(PLACE | SURNAME);
    let start = unit.tokens.start;
    if numbered && start > 0 && ((look.title)(start - 1) || look.text.tokens[start - 1].is_capital()) {
        return Some((2, vec![(Part::Given, at), (Part::Numeral, at + 1)]));
    }
    // `президент Боливии Эво Моралес`: a place that no list names.
    let titled = start.checked_sub(1).is_some_and(|before| (look.title)(before));
    let oblique = !unit.is(SURNAME) && ["ии", "ы", "и", "а", "я"].iter().any(|ending| unit.norm.ends_with(ending));
    let two = get(at + 1).is_some_and(Unit::can_be_name) && get(at + 2).is_some_and(Unit::can_be_name);
    if titled && oblique && two && units.len() == at + 3 {
        return Some((1, Vec::new()));
    }
    // `приехал Рефик Тайип Эрдем`
    let acts = start > 0 && (told_by(look, start - 1) || titled);
    let plain =
        |unit: &Unit| unit.can_be_name() && !unit.is(GIVEN | SURNAME | PLACE | PATRONYMIC) && !is_adjective(look, unit);
    let three = units.len() == at + 3 && plain(unit) && plain(&units[at + 1]) && units[at + 2].can_be_name();
    if acts && three && agree(look, unit, &units[at + 1]) && agree(look, &units[at + 1], &units[at + 2]) {
        return Some((3, vec![(Part::Given, at), (Part::Given, at + 1), (Part::Surname, at + 2)]));
    }
    // `директор Нейл Патрик Харрис`
    let first = !starts && !unit.is(SURNAME | PLACE) && !oblique && !is_adjective(look, unit);
    let rest = get(at + 1).is_some_and(|next| next.is(GIVEN) && !next.is(SURNAME | PATRONYMIC))
        && get(at + 2).is_some_and(|last| last.can_be_name() && !last.is(GIVEN | PATRONYMIC) && !last.is(PLACE));
    let again = get(at + 2).is_some_and(|last| last.norm == unit.norm);
    if first && rest && !again && agree(look, unit, &units[at + 1]) {
        return Some((3, vec![(Part::Given, at), (Part::Given, at + 1), (Part::Surname, at + 2)]));
    }
    None
}

/// Whether a thing bears the name: `театр им. А. П. Чехова`, `музей имени Кастеева`.
pub(super) fn is_dedication(text: &Text, name: &Found) -> bool {
    let word = |back: usize| name.tokens().start.checked_sub(back).map_or("", |at| text.norm(at));
    text.language == Ru
        && (word(1) == "имени" && !matches!(word(2), "от" | "по") || word(1).is_empty() && word(2) == "им")
}

/// Whether a verb that tells what somebody did stands at `at`.
fn told_by(look: &Look, at: usize) -> bool {
    let norm = look.text.norm(at);
    let past = ["л", "ла", "лся", "лась"].iter().any(|ending| norm.ends_with(ending)) && norm.chars().count() > 3;
    (look.says)(at) || past && !matches!(norm, "канал" | "телеканал" | "журнал" | "портал" | "школа")
}

/// Whether a unit stands between a given name and a surname: `Реджеп Тайип Эрдоган`.
pub(super) fn is_middle(look: &Look, units: &[Unit], at: usize) -> bool {
    let (Some(middle), Some(last)) = (units.get(at), units.get(at + 1)) else { return false };
    let plain = |unit: &Unit| unit.can_be_name() && !unit.is(GIVEN | PATRONYMIC | PLACE);
    look.text.language == Ru && plain(middle) && !middle.is(SURNAME) && plain(last) && agree(look, middle, last)
}

/// Whether two words may stand in the same case.
fn agree(look: &Look, one: &Unit, other: &Unit) -> bool {
    let readings = |unit: &Unit| {
        let known = &look.text.lexicon.names;
        let given = known.given(&unit.norm);
        if given.is_empty() { known.readings(&unit.norm) } else { given }
    };
    let others = readings(other);
    let fits = |one: &Reading, other: &Reading| {
        one.cases & other.cases != 0 && (one.gender.is_none() || other.gender.is_none() || one.gender == other.gender)
    };
    readings(one).iter().any(|one| others.iter().any(|other| fits(one, other)))
}

/// Whether a word for kin stands before a lone name: `его жена Гузель`, `мальчик по имени Антон`.
pub(super) fn is_kin_before(text: &Text, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let called = text.norm(before) == "имени" && before > 0 && text.norm(before - 1) == "по";
    let kin = [
        "жена",
        "муж",
        "сын",
        "дочь",
        "брат",
        "сестра",
        "мать",
        "отец",
        "мама",
        "папа",
        "бабушка",
        "дедушка",
        "супруга",
        "супруг",
        "внук",
        "внучка",
        "подруга",
        "невеста",
        "жених",
        "соседка",
        "сосед",
    ];
    text.language == Ru && (called || kin.contains(&text.norm(before)))
}

/// Whether a Russian word looks like an adjective: `Верховный суд`.
pub(super) fn is_adjective(look: &Look, unit: &Unit) -> bool {
    let endings = ["ый", "ий", "ая", "яя", "ое", "ее", "ого", "ому", "ые", "ых", "ую"];
    look.text.language == Ru && endings.iter().any(|ending| unit.norm.ends_with(ending))
}

/// Whether the Russian word before a name says in which case it stands.
pub(super) fn case_before(look: &Look, before: usize) -> Option<bool> {
    if look.text.language != Ru {
        return None;
    }
    let norm = look.text.norm(before);
    if ["ого", "ому"].iter().any(|ending| norm.ends_with(ending)) && norm != "много" && !(look.title)(before)
    {
        return Some(false);
    }
    let preposition =
        matches!(norm, "с" | "со" | "от" | "у" | "для" | "о" | "об" | "к" | "словам" | "мнению" | "данным" | "против");
    let low = look.text.sentences[look.text.sentence_of(before)?].start.max(before.saturating_sub(6));
    // The first word of the title that stands before the name tells: `глава ведомства`, `главы ведомства`.
    let mut head = None;
    for at in (low..=before).rev() {
        let word = look.text.word(at).is_some() || look.text.is(at, '-');
        if !word || (look.says)(at) || matches!(look.text.norm(at), "в" | "на" | "и" | "с" | "о" | "что") {
            break;
        }
        if (look.title)(at) {
            head = Some(at);
        }
        // `по словам самого Александра Лукашенко`
        if matches!(look.text.norm(at), "словам" | "мнению" | "данным") {
            return Some(false);
        }
    }
    // `один из организаторов акции Иван Петров`
    let head = head.filter(|head| *head == 0 || look.text.norm(head - 1) != "из");
    match head {
        _ if preposition => Some(false),
        Some(head) => Some(super::super::super::speakers::is_russian_nominative(look.text.norm(head))),
        None => None,
    }
}

/// Whether a verb in the past, a participle or `который` tells of what stands before.
pub(super) fn is_told_of(text: &Text, end: usize) -> bool {
    let comma = text.is(end, ',');
    let at = end + usize::from(comma);
    let norm = text.norm(at);
    let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
    let small = text.tokens.get(at).is_some_and(|token| token.case == Case::Small) && norm.chars().count() > 4;
    let told = if comma {
        ends(&["щий", "щая", "вший", "вшая", "щийся", "щаяся", "вшийся", "вшаяся"])
            || matches!(norm, "который" | "которая")
    } else {
        ends(&["л", "ла", "лся", "лась"]) && !matches!(norm, "канал" | "телеканал" | "журнал" | "портал" | "школа")
    };
    small && told && text.sentence_of(at) == text.sentence_of(end - 1)
}

/// Whether a title stands before a name with nothing but what belongs to it between: `Рулевой «Тобола» Милич Чурчич`.
pub(super) fn titled_before(look: &Look, start: usize) -> bool {
    let text = look.text;
    if text.language != Ru {
        return false;
    }
    let low = text.sentence_of(start).map_or(start, |number| text.sentences[number].start).max(start.saturating_sub(8));
    for at in (low..start).rev() {
        let norm = text.norm(at);
        if (look.title)(at) {
            return true;
        }
        let mark = matches!(text.tokens[at].kind, Kind::Mark('«' | '»' | '"' | '“' | '”' | '-'));
        let verb = text.tokens[at].case == Case::Small
            && ["л", "ла", "ли", "ло", "ся"].iter().any(|ending| norm.ends_with(ending));
        let joins = matches!(norm, "в" | "на" | "из" | "с" | "к" | "за" | "о" | "и" | "от" | "для" | "что");
        if !mark && (text.word(at).is_none() || verb || joins || (look.says)(at)) {
            return false;
        }
    }
    false
}
