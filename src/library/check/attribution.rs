//! Where a claim ends and the words begin that say who said it: `Токаев: …`, `…, сказал Токаев`, `«…» — Tokayev, President`.
//!
//! The same words may be part of what was said, so a claim is read both ways, and the reading that stands in an article wins.

use std::ops::Range;

use super::marks;

/// Who is said to have said a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The words as the claim has them, without the verb: a name, a role or both.
    pub name: String,
    /// Whether the name stands in another case than the nominative: `по словам Токаева`.
    pub(super) oblique: bool,
}

/// The most words that say who said something.
const MOST_WORDS: usize = 10;
/// The most bytes of them.
const MOST_BYTES: usize = 240;

/// The claim and who said it, if the text says so without marks around what was said. Bytes of the text.
pub(super) fn split(text: &str) -> Option<(Range<usize>, Claimed)> {
    after_colon(text).or_else(|| last_line(text)).or_else(|| before_words(text)).or_else(|| behind_words(text))
}

/// Who said it, from the words around what stands in marks.
pub(super) fn around(before: &str, after: &str) -> Option<Claimed> {
    // What follows the words is nearer to them: `«…», — сказал Токаев`.
    let sentence = |text: &str| {
        let end = text.find(['\n', '.', '!', '?']).filter(|end| !is_initial(text, *end)).unwrap_or(text.len());
        text[..end].to_owned()
    };
    let after = sentence(after.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let start = before.trim_end().rfind(['\n', '.', '!', '?']).map_or(0, |end| end + 1);
    named(&after, false).or_else(|| named(&before[start..], false)).filter(|claimed| !is_label(&claimed.name))
}

/// Whether a full stop belongs to an initial: `К. Токаев`.
fn is_initial(text: &str, at: usize) -> bool {
    let mut letters = text[..at].chars().rev();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(|before| !before.is_alphabetic())
}

/// `Токаев: …`, `Токаев сказал: …`
fn after_colon(text: &str) -> Option<(Range<usize>, Claimed)> {
    let colon = text.find(':')?;
    let name = &text[..colon];
    let rest = colon + 1;
    // A time or an address is no name.
    if !text[rest..].starts_with(char::is_whitespace) && !text[rest..].starts_with(marks::OPENING) {
        return None;
    }
    if name.len() > MOST_BYTES || name.contains(['\n', '?', '!', '«', '"']) || text[rest..].trim().is_empty() {
        return None;
    }
    let claimed = named(name, false).filter(|claimed| !is_label(&claimed.name))?;
    // Without a verb before the colon there is nothing but the name and the role.
    let words = name.split_whitespace().count();
    let capitals = name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    (has_verb(name) || words <= 4 || capitals * 2 >= words).then_some((rest..text.len(), claimed))
}

/// `…` and on a line of its own `— Токаев, Президент`, as Derek's cards have it; what follows that line is no part of the claim.
fn last_line(text: &str) -> Option<(Range<usize>, Claimed)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let Some(name) = line.trim().strip_prefix(['—', '–', '-', '©']).filter(|_| start > 0) else { continue };
        if let Some(claimed) = bare_name(name) {
            return Some((0..start, claimed));
        }
    }
    None
}

/// `По словам Токаева, …`, `Токаев заявил, что …`, `According to Tokayev, …`, `Тоқаевтың айтуынша, …`
fn before_words(text: &str) -> Option<(Range<usize>, Claimed)> {
    let comma = text.find(',').filter(|comma| *comma <= MOST_BYTES);
    let that = text.find(" that ").filter(|that| *that <= MOST_BYTES);
    let (end, rest) = match (comma, that) {
        (Some(comma), that) if that.is_none_or(|that| comma < that) => (comma, comma + 1),
        (_, Some(that)) => (that, that + " that ".len()),
        _ => return None,
    };
    let (name, said) = (&text[..end], &text[rest..]);
    if name.split_whitespace().count() > MOST_WORDS || !has_verb(name) || name.contains(['.', '!', '?', ':']) {
        return None;
    }
    let skipped =
        ["что ", "that "].iter().find(|word| said.trim_start().starts_with(*word)).map_or(0, |word| word.len());
    let start = text.len() - said.trim_start().len() + skipped;
    let claimed = named(name, is_oblique(name))?;
    // `Мы заявили, что …` names nobody.
    Some((start..text.len(), claimed))
}

/// `…, сказал Токаев`, `… — Токаев`, `… деді Тоқаев`, `… (Токаев)`
fn behind_words(text: &str) -> Option<(Range<usize>, Claimed)> {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    if let Some(open) = text.rfind(" (").filter(|_| text.ends_with(')')) {
        let name = &text[open + 2..text.len() - 1];
        let name = name.trim_start_matches("с) ").trim_start_matches('©');
        return Some((0..open, bare_name(name)?));
    }
    if let Some(sign) = text.rfind('©') {
        return Some((0..sign, bare_name(&text[sign + '©'.len_utf8()..])?));
    }
    // The verb may stand anywhere in the last words: `, сказал Токаев`, `, Tokayev said`, ` деп атап өтті Президент`.
    let words: Vec<(usize, &str)> = words_at(text);
    let tail = words.len().saturating_sub(MOST_WORDS);
    let verb = words[tail..].iter().position(|(_, word)| is_verb(word)).map(|at| at + tail);
    if let Some(verb) = verb {
        let cut = text[..words[verb].0].rfind([',', '—', '–', '»', '"', '”']);
        let near =
            cut.filter(|cut| text[*cut..words[verb].0].split_whitespace().count() <= 5 && has_name(&text[*cut..]));
        let start = near.unwrap_or(words[verb].0);
        let named = named(&text[start..], false).filter(|_| start > 0);
        if let Some(claimed) = named {
            return Some((0..start, claimed));
        }
    }
    let dash =
        [" — ", " – ", " - ", "\n— ", "\n– "].iter().filter_map(|dash| Some((text.rfind(dash)?, dash.len()))).max()?;
    let claimed = bare_name(&text[dash.0 + dash.1..])?;
    Some((0..dash.0, claimed))
}

/// A name and maybe a role, without a verb: `Касым-Жомарт Токаев, Президент Казахстана`.
fn bare_name(text: &str) -> Option<Claimed> {
    let text = text.trim().trim_end_matches(['.', ',', ';']);
    let words = text.split_whitespace().count();
    let ends =
        text.char_indices().any(|(at, c)| matches!(c, '!' | '?' | ':' | '«') || c == '.' && !is_initial(text, at));
    let (name, _) = text.split_once(',').unwrap_or((text, ""));
    let capitals = name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let most = 2 * capitals >= name.split_whitespace().count();
    (text.len() <= MOST_BYTES && words <= MOST_WORDS && !ends && capitals > 0 && most)
        .then(|| Claimed { name: text.to_owned(), oblique: false })
}

/// The name in words such as `сказал Токаев журналистам` or `Как отметил Президент`.
fn named(text: &str, oblique: bool) -> Option<Claimed> {
    if text.len() > MOST_BYTES {
        return None;
    }
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '—' | '–' | '«' | '»' | '"' | '“' | '”' | '(' | ')'))
        .filter(|word| word.chars().any(char::is_alphanumeric) && *word != "что")
        .collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let verbs = words.iter().any(|word| is_verb(word));
    let kept: Vec<&str> = words.iter().copied().filter(|word| !is_verb(word) && !is_filler(word)).collect();
    // `он сказал` names nobody.
    let capital = kept.iter().any(|word| word.starts_with(char::is_uppercase) || is_role(word));
    if !capital || !verbs && kept.len() > 6 {
        return None;
    }
    let first = kept.iter().position(|word| word.starts_with(char::is_uppercase) || is_role(word))?;
    let name = kept[first..].join(" ");
    Some(Claimed { name: name.trim_end_matches([':', ';', '.']).to_owned(), oblique })
}

fn has_name(text: &str) -> bool {
    text.split_whitespace().any(|word| word.starts_with(char::is_uppercase) || is_role(word))
}

/// The words of a text and where each begins.
fn words_at(text: &str) -> Vec<(usize, &str)> {
    let start = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    // Only the last words are of use.
    let from = text.char_indices().rev().nth(2 * MOST_BYTES).map_or(0, |(at, _)| at);
    text[from..].split_whitespace().map(|word| (start(word), word)).collect()
}

fn has_verb(text: &str) -> bool {
    text.split_whitespace().any(is_verb)
}

/// Whether a word tells that somebody speaks: a verb, or what stands for it as in `по словам`.
fn is_verb(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    VERBS.split([' ', '\n']).any(|verb| match verb.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == verb,
    })
}

/// Whether a name is in another case after these words.
fn is_oblique(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let word = word.to_lowercase();
        ["словам", "мнению", "данным", "айтуынша", "сөзінше", "пікірінше", "мәліметінше"].contains(&word.as_str())
    })
}

fn is_filler(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    FILLERS.split(' ').any(|filler| filler == word)
}

/// Whether a word says what somebody is.
pub(super) fn is_role(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    ROLES.split(' ').any(|role| word.starts_with(role))
}

/// Whether what stands before a colon is no name but says what follows.
fn is_label(name: &str) -> bool {
    let name = name.to_lowercase();
    LABELS.split(' ').any(|label| label == name)
}

const VERBS: &str = "сказал* заявил* заявля* отмети* отмеча* подчеркнул* подчеркива* сообщил* сообща* добавил* рассказал* поясн* \
    объяснил* напомнил* считает полагает говорит уверен* призна* ответил* написал* пообещал* пишет словам мнению данным цитирует \
    деді дейді деп айтты айтқан айтуынша мәлімдеді атап өтті хабарлады түсіндірді қосты жазды сөзінше пікірінше мәліметінше \
    said says say told noted notes stressed added stated explained according wrote declared emphasi* recalled announced remarked";
const FILLERS: &str =
    "по как об о в на он она так также при этом тоже былай бұл туралы оның as to the by in he she it a an and has";
const ROLES: &str = "президент премьер министр аким әкім глава председатель депутат сенатор директор спикер мэр губернатор министрі \
    төраға басшы төрайым president minister mayor governor chair director head speaker senator akim akim деректор";
const LABELS: &str = "главное важно итог итого вывод цитата внимание напомню срочно молния вопрос ответ например причина проблема факт \
    quote breaking note important question answer fact дәйексөз маңызды назар сұрақ жауап мысалы правда ли";

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn who_said_it_is_taken_from_the_words() {
        let cases = [
            ("Токаев: сильные села – залог успеха", "сильные села – залог успеха", "Токаев"),
            ("Президент Токаев заявил: работа шла пять лет", "работа шла пять лет", "Президент Токаев"),
            ("Tokayev said: strong villages", "strong villages", "Tokayev"),
            ("Тоқаев былай деді: бұл жұмыс", "бұл жұмыс", "Тоқаев"),
            ("работа шла пять лет, сказал Токаев", "работа шла пять лет", "Токаев"),
            ("работа шла пять лет, – отметил Президент Казахстана.", "работа шла пять лет", "Президент Казахстана"),
            ("the work took five years, Tokayev said", "the work took five years", "Tokayev"),
            ("бұл жауапты жұмыс деді Тоқаев", "бұл жауапты жұмыс", "Тоқаев"),
            ("бұл жауапты жұмыс, – деп атап өтті Президент", "бұл жауапты жұмыс", "Президент"),
            (
                "работа шла пять лет — Касым-Жомарт Токаев, Президент",
                "работа шла пять лет",
                "Касым-Жомарт Токаев, Президент",
            ),
            (
                "работа шла пять лет\n— К. Токаев, Президент\nЗаголовок статьи",
                "работа шла пять лет",
                "К. Токаев, Президент",
            ),
            ("работа шла пять лет (Токаев)", "работа шла пять лет", "Токаев"),
            ("По словам Токаева, работа шла пять лет", "работа шла пять лет", "Токаева"),
            ("Токаев заявил, что работа шла пять лет", "работа шла пять лет", "Токаев"),
            ("According to Tokayev, the work took five years", "the work took five years", "Tokayev"),
            ("Тоқаевтың айтуынша, жұмыс бес жылға созылды", "жұмыс бес жылға созылды", "Тоқаевтың"),
        ];
        for (text, claim, name) in cases {
            let (place, claimed) = split(text).unwrap_or_else(|| panic!("{text}"));
            let said = text[place].trim().trim_end_matches([',', '–', ' ']);
            assert_eq!((said, claimed.name.as_str()), (claim, name), "{text}");
        }
    }

    #[test]
    fn what_names_nobody_is_left_whole() {
        for text in [
            "",
            ":",
            "мы не допустили излишней спешки: работа шла пять лет",
            "сильные села – залог благополучия",
            "Главное: не спешить",
            "встреча в 10:30",
            "что было сказано, то сделано",
            "the idea that strong villages matter",
            "https://example.org/page",
            "— — —",
        ] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
