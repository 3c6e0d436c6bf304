//! What Russian says of a run of capital words: names in three words, in which case they stand, what stands beside them.

use std::collections::HashSet;
use std::ops::Range;

use super::super::super::speakers::DESCRIBED;
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
    // `жительница Кентау Олеся Белова`: a place that does not change its form.
    let dweller = |at: usize| {
        ["жител", "уроженец", "уроженк", "аким", "мэр", "губернатор", "выпускни"]
            .iter()
            .any(|beginning| look.text.norm(at).starts_with(beginning))
    };
    let whole = two && units.len() == at + 3 && !unit.is(SURNAME | GIVEN);
    if whole && start.checked_sub(1).is_some_and(dweller) {
        return Some((1, Vec::new()));
    }
    // `приехал Рефик Тайип Эрдем`
    // `председатель совета Анвар Бек Дилан`
    let acts = start > 0 && (told_by(look, start - 1) || titled || titled_before(look, start));
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

/// Whether a capital word before others is no part of their name: a place, `президент Перу Мартин Белов`, or what only opens
/// the sentence, `Произошедшее Белов описал`, `Юный Олег Белов`.
pub(super) fn is_no_part(look: &Look, units: &[Unit], at: usize, starts: bool) -> bool {
    let unit = &units[at];
    let Some(next) = units.get(at + 1).filter(|_| look.text.language == Ru) else { return false };
    // `герой Социалистического Труда Олег Белов`
    if at.checked_sub(1).is_some_and(|before| units[before].norm.contains("ическ")) && next.is(GIVEN) {
        return true;
    }
    if unit.is(PLACE) && unit.is(GIVEN) {
        return next.is(GIVEN) && at + 2 < units.len();
    }
    // `мать Кристины Ольга Алексеевна`
    if unit.is(GIVEN) && next.is(GIVEN) && units.get(at + 2).is_some_and(|third| third.is(PATRONYMIC)) {
        return !agree(look, unit, next);
    }
    let participle = ["ее", "ое", "ееся", "вший", "вшая", "вшийся", "вшаяся", "нный", "нная", "щий", "щая"]
        .iter()
        .any(|end| unit.norm.ends_with(end));
    // `Болезнь Белова`
    let thing = ["знь", "ость", "ние", "тие", "ция", "сия", "ство", "сть"].iter().any(|end| unit.norm.ends_with(end));
    // `«Признать Белова виновным»`
    let infinitive = ["ать", "ить", "еть", "ять", "уть", "ться", "чься"].iter().any(|end| unit.norm.ends_with(end));
    // `Задачей-минимум Белов видит`
    let compound =
        unit.tokens.len() > 1 && look.text.tokens[unit.tokens.end - 1].case == Case::Small && !unit.is(PLACE);
    let opens = compound
        || infinitive
        || participle
        || thing
        || (look.small)(unit.tokens.start)
        || is_adjective(look, unit) && at + 2 < units.len();
    let mark = |at: usize| matches!(look.text.tokens[at].kind, Kind::Mark(':' | '«' | '“' | '"' | '„'));
    let headed = unit.tokens.start.checked_sub(1).is_some_and(mark);
    opens && (starts || headed) && !unit.is(GIVEN | SURNAME)
}

/// The names in `-е` that stand where no preposition asks for that case, so that they do not change: `Морриконе ответил`.
pub(in super::super) fn fixed(text: &Text, found: &[Found]) -> HashSet<String> {
    const FURTHEST: usize = 10;
    let mut fixed = HashSet::new();
    let names = found.iter().filter(|_| text.language == Ru).flat_map(|name| {
        let start = name.tokens().start;
        name.units.iter().map(move |(_, unit)| (start, unit)).filter(|(_, unit)| unit.norm.ends_with('е'))
    });
    for (start, unit) in names {
        let low = text.sentence_of(start).map_or(start, |number| text.sentences[number].start);
        let asks = |at: usize| matches!(text.norm(at), "о" | "об" | "обо" | "в" | "во" | "на" | "при" | "по");
        if !(low.max(start.saturating_sub(FURTHEST))..start).any(asks) {
            fixed.insert(unit.norm.clone());
        }
    }
    fixed
}

/// Whether a word names a part of the world after its side: `Южной Каролины`.
pub(super) fn is_side_of_place(look: &Look, units: &[Unit], at: usize) -> bool {
    let side = |unit: &Unit| {
        ["южн", "северн", "западн", "восточн", "центральн"].iter().any(|start| unit.norm.starts_with(start))
            && (is_adjective(look, unit) || unit.norm.ends_with("ой"))
    };
    look.text.language == Ru && at.checked_sub(1).is_some_and(|before| side(&units[before]))
}

/// Whether a thing bears the name: `театр им. А. П. Чехова`, `музей имени Кастеева`.
pub(super) fn is_dedication(text: &Text, name: &Found) -> bool {
    let word = |back: usize| name.tokens().start.checked_sub(back).map_or("", |at| text.norm(at));
    text.language == Ru
        && (word(1) == "имени" && !matches!(word(2), "от" | "по") || word(1).is_empty() && word(2) == "им")
}

/// Whether a capital word that opens a sentence is a small one that says what somebody is or where he comes from:
/// `Индонезиец рассказал`, `Наблюдатель заявил`.
pub(super) fn is_demonym(look: &Look, unit: &Unit) -> bool {
    let endings = [
        "тель",
        "тельница",
        "ист",
        "истка",
        "олог",
        "вший",
        "вшая",
        "щий",
        "щая",
        "ница",
        "иец",
        "анец",
        "инец",
        "янин",
        "анин",
        "анка",
        "янка",
        "ийка",
        "чанин",
        "чанка",
    ];
    look.text.language == Ru
        && unit.tokens.len() == 1
        && endings.iter().any(|ending| unit.norm.ends_with(ending))
        && (look.says)(unit.tokens.end)
}

/// Whether a word that opens a sentence stands in small letters elsewhere, or says what somebody is: `Женщина рассказала`.
pub(super) fn is_common(look: &Look, unit: &Unit) -> bool {
    let at = unit.tokens.start;
    look.text.language == Ru
        && unit.tokens.len() == 1
        && ((look.small)(at)
            || look.titles.is(look.text, at, DESCRIBED)
            || NO_NAMES.contains(&unit.norm.as_str())
            || ["ется", "ится", "ния", "ние", "ство", "ость", "ция", "ции"].iter().any(|end| unit.norm.ends_with(end)))
}

/// Words that open a sentence before its verb, and are no names.
const NO_NAMES: &[&str] = &[
    "первый",
    "первая",
    "второй",
    "вторая",
    "третий",
    "третья",
    "последний",
    "последняя",
    "оба",
    "обе",
    "один",
    "одна",
    "другой",
    "другая",
    "другие",
    "тот",
    "та",
    "те",
    "этот",
    "эта",
    "сам",
    "сама",
    "никто",
    "некто",
    "кто",
    "каждый",
    "защита",
    "семья",
    "город",
    "москва",
    "киев",
    "вашингтон",
    "брюссель",
    "пекин",
    "астана",
    "минск",
    "кремль",
    "запад",
    "истец",
    "сторона",
    "власть",
    "рынок",
    "народ",
    "улица",
    "толпа",
    "зал",
    "публика",
    "страна",
    "область",
    "наш",
    "наша",
    "мой",
    "моя",
    "такое",
    "такой",
    "такая",
    "так",
    "там",
    "здесь",
    "далее",
    "позже",
    "ранее",
    "накануне",
    "вчера",
    "сегодня",
    "потом",
    "затем",
    "тогда",
];

/// Whether a word between a title and a verb of speech is no genitive: `Премьер Буффе сказал`, not `Глава Минздрава сказал`.
pub(super) fn is_nominative_end(look: &Look, unit: &Unit) -> bool {
    let ends = |ends: &[char]| unit.norm.ends_with(ends);
    look.text.language == Ru
        && (look.says)(unit.tokens.end)
        && !unit.is(PLACE)
        && !ends(&['а', 'я', 'и', 'ы', 'й', 'х', 'в'])
}

/// Whether a given name alone opens a sentence and is followed by what its bearer did: `Татьяна приехала`.
pub(super) fn opens_and_acts(look: &Look, found: &Found) -> bool {
    let Range { start, end } = found.tokens();
    // Words like others too.
    let plain = ["вера", "надежда", "любовь", "роза", "слава", "лев", "майя", "лилия", "виктория", "победа"];
    let was = matches!(look.text.norm(end), "был" | "была");
    opens(look, start) && !plain.contains(&found.units[0].1.norm.as_str()) && (was || told_by(look, end))
}

/// Whether a name that no list has opens a sentence whose verb of speech stands in the same clause:
/// `Бадди Макгирт после известия о бое заявил`.
pub(super) fn opens_and_speaks(look: &Look, found: &Found) -> bool {
    const CLAUSE: usize = 10;
    let Range { start, end } = found.tokens();
    let last = look.text.tokens.len().min(end + CLAUSE);
    let clause = (end..last).take_while(|at| look.text.word(*at).is_some());
    opens(look, start) && clause.into_iter().any(|at| (look.says)(at))
}

/// Whether a Russian sentence begins at `at`.
fn opens(look: &Look, at: usize) -> bool {
    let text = look.text;
    text.language == Ru && text.sentence_of(at).is_some_and(|number| text.sentences[number].start == at)
}

/// Whether a verb that tells what somebody did stands at `at`.
fn told_by(look: &Look, at: usize) -> bool {
    let norm = look.text.norm(at);
    let past = ["л", "ла", "лся", "лась"].iter().any(|ending| norm.ends_with(ending)) && norm.chars().count() > 3;
    (look.says)(at) || past && !matches!(norm, "канал" | "телеканал" | "журнал" | "портал" | "школа")
}

/// Whether a foreign name whose second word is a given name too stands beside what its bearer did:
/// `возглавила Крессида Дик`.
pub(super) fn acts_beside(look: &Look, units: &[Unit], at: usize) -> bool {
    let unit = &units[at];
    let Some(before) = unit.tokens.start.checked_sub(1).filter(|_| look.text.language == Ru) else { return false };
    !unit.is(SURNAME) && !is_adjective(look, unit) && told_by(look, before) && agree(look, unit, &units[at + 1])
}

/// Whether a unit stands between a given name and a surname: `Реджеп Тайип Эрдоган`.
pub(super) fn is_middle(look: &Look, units: &[Unit], at: usize) -> bool {
    let (Some(middle), Some(last)) = (units.get(at), units.get(at + 1)) else { return false };
    let plain = |unit: &Unit| unit.can_be_name() && !unit.is(GIVEN | PATRONYMIC | PLACE);
    // `Клаудия Кастросин Верду`: nothing but a name follows a name.
    let ends = units.len() == at + 2;
    look.text.language == Ru
        && plain(middle)
        && (!middle.is(SURNAME) || ends)
        && plain(last)
        && agree(look, middle, last)
}

/// Whether two words may stand in the same case.
pub(super) fn agree(look: &Look, one: &Unit, other: &Unit) -> bool {
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
    // `цитирует Штерна`
    let named = !["ый", "ий", "ой"].iter().any(|end| look.text.norm(before + 1).ends_with(end));
    if named && ["цитир", "процитир"].iter().any(|start| norm.starts_with(start)) {
        return Some(false);
    }
    let preposition =
        matches!(norm, "с" | "со" | "от" | "у" | "для" | "о" | "об" | "к" | "словам" | "мнению" | "данным" | "против");
    let low = look.text.sentences[look.text.sentence_of(before)?].start.max(before.saturating_sub(12));
    // The first word of the title that stands before the name tells: `глава ведомства`, `главы ведомства`.
    let mut head = None;
    for at in (low..=before).rev() {
        let word = look.text.word(at).is_some()
            || matches!(look.text.tokens[at].kind, Kind::Mark('-' | '«' | '»' | '"' | '“' | '”'));
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
    // `автор книг: «Батальоны…»`
    if start.checked_sub(1).is_some_and(|before| matches!(text.tokens[before].kind, Kind::Mark('«' | '“' | '„'))) {
        return false;
    }
    let low =
        text.sentence_of(start).map_or(start, |number| text.sentences[number].start).max(start.saturating_sub(14));
    for at in (low..start).rev() {
        let norm = text.norm(at);
        if (look.title)(at) {
            return true;
        }
        let mark = matches!(text.tokens[at].kind, Kind::Mark('«' | '»' | '"' | '“' | '”' | '-' | '(' | ')'));
        let verb = text.tokens[at].case == Case::Small
            && ["л", "ла", "ли", "ло", "ся"].iter().any(|ending| norm.ends_with(ending));
        // `представитель Тегерана в ОПЕК Али Хатиб`
        let joins = !(norm == "в" && text.tokens[at + 1].is_capital())
            && matches!(norm, "в" | "на" | "из" | "с" | "к" | "за" | "о" | "и" | "от" | "для" | "что");
        if !mark && (text.word(at).is_none() || verb || joins || (look.says)(at)) {
            return false;
        }
    }
    false
}
