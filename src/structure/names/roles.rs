//! What a person is: the title before the name, or the apposition after it, in the nominative.

use std::ops::Range;

use super::super::quotes::{Cues, SAYS};
use super::super::speakers::{NAMELESS, TITLE, is_noun_like_verb, is_russian_nominative};
use super::super::text::Text;
use super::super::tokens::{Case, Kind};
use super::Names;
use super::cases::NOMINATIVE;
use crate::article::Language::{En, Kk, Ru};

/// What a person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::structure) struct Role {
    /// The words in the text.
    pub(in crate::structure) tokens: Range<usize>,
    /// The word that says what it is, among them.
    pub(in crate::structure) head: usize,
    /// In the nominative.
    pub(in crate::structure) name: String,
}

/// A person has no more roles than this.
const MOST: usize = 6;
/// A role has no more tokens than this.
const LONGEST: usize = 14;

/// Reads the roles of all people.
pub(super) fn read(text: &Text, cues: &Cues, names: &mut Names) {
    for number in 0..names.mentions.len() {
        let mention = names.mentions[number].clone();
        if names.people[mention.person].roles.len() >= MOST {
            continue;
        }
        let after_other = number.checked_sub(1).map_or(0, |before| names.mentions[before].tokens.end);
        let nominative = mention.cases & NOMINATIVE != 0;
        let before = before(text, cues, names, mention.tokens.start, after_other, nominative).or_else(|| {
            let english = text.language == En;
            english
                .then(|| super::english::role_before(text, &names.titles, mention.tokens.start, mention.tokens.end))?
        });
        let after = after(text, cues, names, mention.tokens.end);
        let mut more = before.as_ref().map_or_else(Vec::new, |role| joined(text, names, role, nominative));
        // `the museum’s founder, historian Ann Lee`
        let first = before.as_ref().filter(|role| text.language == En && role.tokens.end == mention.tokens.start);
        let apposed = first
            .and_then(|role| super::english::role_before(text, &names.titles, role.tokens.start, mention.tokens.end));
        more.extend(apposed);
        let roles = &mut names.people[mention.person].roles;
        for role in [before, after].into_iter().flatten().chain(more) {
            if !roles.iter().any(|known| known.name == role.name) {
                roles.push(role);
            }
        }
    }
}

/// The roles that stand before one in a row: `режиссёр, сценарист и писатель Педро Альмодовар`.
fn joined(text: &Text, names: &Names, last: &Role, nominative: bool) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::new();
    let mut first = last.tokens.start;
    while text.language == Ru && first >= 2 && roles.len() < MOST {
        let joins = text.norm(first - 1) == "и" || text.is(first - 1, ',');
        let head = first - 2;
        let titled = names.titles.is(text, head, TITLE) && is_russian_nominative(text.norm(head)) == nominative;
        if !joins || !titled || text.sentence_of(head) != text.sentence_of(first) {
            break;
        }
        let tokens = leftmost_adjective(text, head, head.saturating_sub(LONGEST))..head + 1;
        first = tokens.start;
        let name = if nominative { clean(text, &tokens) } else { in_nominative(text, &tokens, head) };
        roles.push(Role { tokens, head, name });
    }
    roles
}

/// The role before a name.
fn before(text: &Text, cues: &Cues, names: &Names, start: usize, other: usize, nominative: bool) -> Option<Role> {
    let sentence = text.sentences[text.sentence_of(start)?].start;
    let low = sentence.max(start.saturating_sub(LONGEST));
    let titled = |at: usize| names.titles.is(text, at, TITLE | NAMELESS);
    let mut at = if text.language == Kk { before_age(text, start, low) } else { start };
    let end = at;
    let mut head = None;
    while at > low {
        let word = at - 1;
        match text.tokens[word].kind {
            // `President Tokayev received Erik Ospanov`
            Kind::Word(_) if text.language == En && super::english::ends_title(text, names, word) => break,
            Kind::Word(_) => {
                if !titled(word) && (cues.is(text, word, SAYS) || stops(text, word)) {
                    break;
                }
                if titled(word) {
                    // Another person stands between: `письме издателю Янну Веннеру мэр Бостона Томас Менино`.
                    let agrees = text.language != Ru
                        || is_russian_nominative(text.norm(word)) == nominative
                        || text.norm(word) == "атташе";
                    head = match head {
                        // `сказал журналистам адвокат Иванов`
                        found if !agrees => {
                            if found.is_some() {
                                break;
                            }
                            found
                        }
                        Some(found) if text.language == Kk => Some(found),
                        _ if text.language == En && head.is_some_and(|_| text.norm(word + 1) != "of") => head,
                        _ => Some(word),
                    };
                } else if word < other && head.is_some() {
                    break;
                }
                if text.language == Kk && head.is_none() {
                    return None;
                }
            }
            Kind::Mark('-' | '‑' | '«' | '»' | '"' | '“' | '”') | Kind::Digits => {}
            _ => break,
        }
        at = word;
    }
    let head = head?;
    // `отец Ивана Петрова` is not Ivan Petrov, nor is the press secretary of Tokayev Tokayev.
    if text.language == Ru && !nominative && is_russian_nominative(text.norm(head)) && text.norm(head) != "атташе"
    {
        return None;
    }
    let first = match text.language {
        Ru => leftmost_adjective(text, head, low),
        En => leftmost_noun(text, names, head, at),
        // `Лентаны облыс әкімі қиды`: the first word of a sentence may be an object.
        Kk if at == sentence && at < head && ends_kazakh(text.norm(at), Case::Small) => {
            leftmost_kazakh(text, head, at + 1)
        }
        Kk => leftmost_kazakh(text, head, at),
    };
    // `«Қазақстан темір жолы» ҰК» АҚ төрағасы`: an opening mark belongs to what it opens.
    let opened = first > sentence && text.is(first - 1, '«') && (first..start).any(|at| text.is(at, '»'));
    let first = first - usize::from(opened);
    let tokens = first..end;
    let name =
        if text.language == Ru && !nominative { in_nominative(text, &tokens, head) } else { clean(text, &tokens) };
    Some(Role { tokens, head, name })
}

/// The role after a name: `, министр финансов,`, `— действующая чемпионка`.
fn after(text: &Text, cues: &Cues, names: &Names, end: usize) -> Option<Role> {
    let number = text.sentence_of(end.checked_sub(1)?)?;
    let limit = text.sentences[number].end.min(end + 2 * LONGEST);
    let mut from = end;
    // Bracketed: (Eliana María Krawczyk)
    if text.is(from, '(') {
        from = (from..limit).find(|at| text.is(*at, ')'))? + 1;
    }
    if !matches!(text.tokens.get(from).filter(|_| from < limit)?.kind, Kind::Mark(',' | '—' | '–')) {
        return None;
    }
    from += 1;
    // aged 29, ; 36,
    if text.norm(from) == "aged" {
        from += 1;
    }
    if text.tokens.get(from).is_some_and(|token| token.kind == Kind::Digits) && text.is(from + 1, ',') {
        from += 2;
    }
    if matches!(text.norm(from), "the" | "a" | "an" | "who" | "бұл") {
        from += 1;
    }
    // `Белов, где встречался с министром`
    if text.language == Ru
        && matches!(text.norm(from), "где" | "куда" | "когда" | "что" | "чтобы" | "как" | "чей" | "а" | "но")
    {
        return None;
    }
    let stop = (from..limit).find(|at| match text.tokens[*at].kind {
        Kind::Mark(mark) => !matches!(mark, '-' | '«' | '»' | '"' | '“' | '”' | '’' | '\''),
        Kind::Word(_) => {
            cues.is(text, *at, SAYS) || matches!(text.norm(*at), "who" | "which" | "который" | "которая" | "told")
        }
        _ => false,
    });
    let tokens = from..stop.unwrap_or(limit).min(from + LONGEST);
    let titled = |at: &usize| names.titles.is(text, *at, TITLE);
    let head =
        if text.language == Kk { tokens.clone().rev().find(titled)? } else { tokens.clone().take(9).find(titled)? };
    let other = tokens.clone().find(|at| names.at(*at).is_some());
    // `с Беловым, министрами армии и флота`: he is none of them.
    let several = text.language == Ru && ["ами", "ями", "ах", "ях"].iter().any(|end| text.norm(head).ends_with(end));
    let own = other.is_none_or(|other| other > head) && !several;
    own.then(|| Role { name: clean(text, &tokens), tokens, head })
}

/// Words with which no role goes on to the left.
fn stops(text: &Text, at: usize) -> bool {
    let norm = text.norm(at);
    let small = text.tokens[at].case == Case::Small;
    let verb = ["ла", "ли", "ло", "лся", "лась", "лись"].iter().any(|ending| norm.ends_with(ending));
    match text.language {
        Ru if small && verb && !is_noun_like_verb(norm) => true,
        Ru => matches!(
            norm,
            "и" | "в"
                | "во"
                | "на"
                | "с"
                | "со"
                | "что"
                | "от"
                | "из"
                | "к"
                | "за"
                | "у"
                | "о"
                | "об"
                | "при"
                | "для"
                | "до"
                | "а"
                | "но"
                | "как"
                | "это"
                | "он"
                | "она"
                | "которого"
                | "также"
                | "же"
                | "стал"
                | "станет"
                | "является"
                | "был"
                | "была"
                | "словам"
                | "данным"
                | "мнению"
                | "выступил"
                | "встретился"
                | "принял"
                | "провел"
        ),
        En => matches!(
            norm,
            "a" | "an"
                | "and"
                | "to"
                | "in"
                | "on"
                | "at"
                | "by"
                | "with"
                | "that"
                | "but"
                | "as"
                | "from"
                | "is"
                | "was"
                | "were"
                | "over"
        ),
        Kk => ends_kazakh(norm, text.tokens[at].case),
    }
}

/// Where a Kazakh role ends before a name: `күйшінің шөбересі, 81 жастағы Қалампыр`.
fn before_age(text: &Text, start: usize, low: usize) -> usize {
    let aged = start >= low + 4 && matches!(text.norm(start - 1), "жастағы" | "жасар");
    let apposed = aged && text.tokens[start - 2].kind == Kind::Digits && text.is(start - 3, ',');
    if apposed { start - 3 } else { start }
}

/// Kazakh verbs, adverbs and words in a case that no title holds.
pub(in crate::structure) fn ends_kazakh(norm: &str, case: Case) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
    // Nouns that end as verbs and cases do.
    if matches!(
        norm,
        "аудан"
            | "ауданы"
            | "мекені"
            | "органы"
            | "дүкен"
            | "үлкен"
            | "мекен"
            | "кен"
            | "орган"
            | "қорған"
            | "тұлға"
            | "теңге"
    ) {
        return false;
    }
    matches!(
        norm,
        "бұл"
            | "туралы"
            | "жайлы"
            | "жөнінде"
            | "үшін"
            | "арқылы"
            | "кейін"
            | "дейін"
            | "соң"
            | "біз"
            | "деп"
            | "мен"
            | "кезінде"
            | "бойынша"
            | "бүгін"
            | "кеше"
            | "соңында"
            | "ал"
            | "сонымен"
            | "оның"
            | "ол"
    ) || case == Case::Small
        && (ends(&["ған", "ген", "қан", "кен", "атын", "етін", "йтын", "йтін", "ып", "іп"])
            || norm.chars().count() > 4
                && ends(&["ға", "ге", "қа", "ке", "нда", "нде", "дан", "ден", "тан", "тен", "ды", "ді", "ны", "ні"])
            || norm.chars().count() > 3 && ends(&["ты", "ті"]))
}

/// Adjectives before a Russian title belong to it: `первый заместитель`, `30-летний житель`.
fn leftmost_adjective(text: &Text, head: usize, low: usize) -> usize {
    let mut first = head;
    while first > low {
        let word = first - 1;
        let norm = text.norm(word);
        let hyphen = text.is(word, '-') && word > low;
        let ends = ["ый", "ий", "ой", "ая", "яя", "ого", "его", "ому", "ему", "ым", "им", "ую"]
            .iter()
            .any(|ending| norm.ends_with(ending));
        let number = text.tokens[word].kind == Kind::Digits && text.is(word + 1, '-');
        let adjective = ends && norm.chars().count() > 4 && !matches!(norm, "который" | "которая" | "самый" | "такой");
        let beginning = text.is(word + 1, '-') && text.word(word).is_some();
        if hyphen || number || adjective || beginning {
            first = word;
        } else {
            break;
        }
    }
    // A hyphen alone begins nothing.
    if text.is(first, '-') { first + 1 } else { first }
}

/// Nouns before an English title belong to it: `Health Minister`.
fn leftmost_noun(text: &Text, names: &Names, head: usize, low: usize) -> usize {
    let mut first = head;
    while first > low && head - first < 5 {
        let word = first - 1;
        let small = text.tokens[word].case == Case::Small;
        let article = matches!(text.norm(word), "the" | "his" | "her" | "their" | "of" | "for" | "old");
        let possessive = text.norm(word) == "s";
        if text.word(word).is_none() && !text.is(word, '-') || article || possessive || names.at(word).is_some() {
            break;
        }
        let plain = small && text.tokens[head].case != Case::Small;
        if plain {
            break;
        }
        first = word;
    }
    if text.is(first, '-') { first + 1 } else { first }
}

/// A Kazakh title goes to the left over what it belongs to: `ауыл шаруашылығы министрі`.
fn leftmost_kazakh(text: &Text, head: usize, low: usize) -> usize {
    let mut first = head;
    while first > low && head - first < 8 {
        first -= 1;
    }
    if matches!(text.tokens[first].kind, Kind::Mark('»' | '-' | '”')) { first + 1 } else { first }
}

/// The words as they stand, with one space between.
pub(in crate::structure) fn clean(text: &Text, tokens: &Range<usize>) -> String {
    if tokens.is_empty() {
        return String::new();
    }
    text.slice(tokens.clone()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A Russian phrase with its head, and the adjectives before it, in the nominative.
pub(in crate::structure) fn in_nominative(text: &Text, tokens: &Range<usize>, head: usize) -> String {
    let mut shown = String::new();
    for at in tokens.clone() {
        if at > tokens.start && text.tokens[at].spaced {
            shown.push(' ');
        }
        let form = text.slice(at..at + 1);
        if at > head || text.word(at).is_none() {
            shown += form;
        } else if at == head {
            shown += &noun(form);
        } else {
            let man = ["ого", "его", "ому", "ему", "ым", "им"].iter().any(|ending| form.ends_with(ending));
            shown += &adjective(form, !man && noun(text.slice(head..head + 1)).ends_with(['а', 'я']));
        }
    }
    shown
}

/// The nominative of a title: `президента`, `министру`, `главой`.
fn noun(form: &str) -> String {
    let women = ["ой", "ы"].iter().find_map(|ending| form.strip_suffix(ending)).map(|stem| format!("{stem}а"));
    if let Some(woman) = women.filter(|_| !form.ends_with("ной")) {
        return woman;
    }
    for ending in ["ом", "ем", "ём", "а", "у", "е"] {
        if let Some(stem) = form.strip_suffix(ending).filter(|stem| stem.chars().count() > 2) {
            let soft = matches!(ending, "ем" | "ём") && (stem.ends_with('л') || stem.ends_with("ар"));
            return if stem.ends_with("глав") {
                format!("{stem}а")
            } else {
                format!("{stem}{}", if soft { "ь" } else { "" })
            };
        }
    }
    for ending in ["я", "ю", "и"] {
        if let Some(stem) = form.strip_suffix(ending).filter(|stem| stem.chars().count() > 2) {
            let last = if stem.ends_with(['о', 'е', 'и', 'а']) { "й" } else { "ь" };
            return format!("{stem}{last}");
        }
    }
    form.to_owned()
}

/// The nominative of an adjective.
pub(in crate::structure) fn adjective(form: &str, woman: bool) -> String {
    let endings = ["ого", "ому", "ым", "ом", "его", "ему", "им", "ем", "ой", "ей", "ую", "юю"];
    let Some(stem) =
        endings.iter().find_map(|ending| form.strip_suffix(ending)).filter(|stem| stem.chars().count() > 2)
    else {
        return form.to_owned();
    };
    let soft = form.ends_with("его") || form.ends_with("ему");
    // Those with the stress on their ending.
    let stressed =
        ["областн", "городск", "краев", "окружн", "миров", "морск", "лесн", "мужск", "женск", "речн", "донск"];
    if !woman && stressed.contains(&stem) {
        return format!("{stem}ой");
    }
    let ending = match (woman, soft || stem.ends_with(['к', 'г', 'х', 'ш', 'ж', 'щ', 'ч'])) {
        (true, _) if stem.ends_with('н') && (form.ends_with("ей") || form.ends_with("юю")) => "яя",
        (true, _) => "ая",
        (false, true) => "ий",
        (false, false) => "ый",
    };
    format!("{stem}{ending}")
}
