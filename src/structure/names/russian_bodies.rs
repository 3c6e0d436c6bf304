//! How far the name of a body goes in Russian: the adjectives that agree with it, and what follows in the genitive.

use std::ops::Range;

use super::super::quotes::{Cues, SAYING, SAYS, WRITTEN};
use super::super::speakers::{TITLE, is_noun_like_verb};
use super::super::text::Text;
use super::super::tokens::{Case, Kind};
use super::Names;
use super::bodies::Body;
use super::cases::{GENITIVE, NOMINATIVE, written};
use super::roles::adjective;

/// The body whose kind stands at `head`, its words from `low` to before `end`.
pub(in crate::structure) fn body(
    text: &Text,
    cues: &Cues,
    names: &Names,
    head: usize,
    low: usize,
    end: usize,
    kind: &str,
) -> Body {
    let first = leftmost(text, cues, head, low, kind);
    let tokens = first..rightmost(text, cues, names, head, end);
    Body { name: name(text, &tokens, head, kind), tokens, kind: kind.to_owned() }
}

/// A body that is called by its house: `Белый дом`.
pub(super) fn house(text: &Text, at: usize) -> Option<Body> {
    const HOUSES: [(&str, &str, &str); 2] =
        [("бел", "дом", "Белый дом"), ("букингемск", "двор", "Букингемский дворец")];
    let capital = text.tokens[at].is_capital();
    let fits = |(first, second, _): &&(&str, &str, &str)| {
        let (one, other) = (text.norm(at), text.norm(at + 1));
        let short =
            |word: &str, start: &str| word.starts_with(start) && word.chars().count() <= start.chars().count() + 4;
        capital && short(one, first) && short(other, second)
    };
    let (.., name) = HOUSES.iter().find(fits)?;
    Some(Body { tokens: at..at + 2, kind: "дом".to_owned(), name: (*name).to_owned() })
}

/// The bodies inside of the names of others: `МВД Киргизии` in `пресс-служба МВД Киргизии`.
pub(in crate::structure) fn nested(text: &Text, cues: &Cues, names: &Names, outer: &[Body]) -> Vec<Body> {
    let inside = |body: &Body| {
        let heads = body.tokens.clone().skip(1).filter(|at| names.is_body(text, *at));
        let end = body.tokens.end;
        let kind = |head: usize| text.lexicon.names.body(text.norm(head)).map(str::to_owned);
        let own = |(head, kind): &(usize, String)| *kind != body.kind && head + 1 < end;
        let bodies = heads.filter_map(|head| Some((head, kind(head)?))).filter(own).map(|(head, kind)| {
            let tokens = leftmost(text, cues, head, body.tokens.start + 1, &kind)..end;
            Body { name: name(text, &tokens, head, &kind), tokens, kind }
        });
        bodies.collect::<Vec<_>>()
    };
    outer.iter().flat_map(inside).collect()
}

/// Where the adjectives before a head begin.
fn leftmost(text: &Text, cues: &Cues, head: usize, low: usize, kind: &str) -> usize {
    let form = text.norm(head);
    let mut first = head;
    while first > low {
        let word = first - 1;
        let norm = text.norm(word);
        let hyphen = text.is(word, '-') || text.is(first, '-');
        let adjective = norm.chars().count() > 4 && agrees(norm, form, kind);
        let other = matches!(
            norm,
            "ранее"
                | "более"
                | "менее"
                | "далее"
                | "позднее"
                | "скорее"
                | "который"
                | "которой"
                | "которое"
                | "которая"
                | "своем"
                | "своей"
                | "своему"
                | "этом"
                | "этой"
                | "самой"
                | "самом"
                | "самого"
                | "нашей"
                | "нашем"
                | "официальном"
        );
        if !hyphen && (!adjective || other || cues.is(text, word, SAYING) || text.is(word, ',')) {
            break;
        }
        first = word;
    }
    while first < head && text.is(first, '-') {
        first += 1;
    }
    first
}

/// Whether an adjective has the ending that the head in this form asks for.
fn agrees(norm: &str, form: &str, kind: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
    let changed = |endings: &[&str]| form != kind && endings.iter().any(|ending| form.ends_with(ending));
    let plural = matches!(kind, "сми" | "власти" | "органы" | "войска" | "силы" | "ведомства" | "министерства");
    match () {
        () if plural => ends(&["ые", "ие", "ых", "их", "ым", "им", "ыми", "ими"]),
        () if kind.ends_with(['а', 'я']) => match () {
            () if form == kind => ends(&["ая", "яя"]),
            () if changed(&["у", "ю"]) => ends(&["ую", "юю"]),
            () => ends(&["ой", "ей"]),
        },
        () if form == kind && kind.ends_with(['о', 'е']) => ends(&["ое", "ее"]),
        // An abbreviation stays as it is in all cases.
        () if form == kind && kind.chars().count() <= 4 => ends(&["ый", "ий", "ой", "ого", "ому", "ым", "ом", "им"]),
        () if form == kind => ends(&["ый", "ий", "ой"]),
        () if changed(&["ом", "ем"]) => ends(&["ым", "им"]),
        () if changed(&["а", "я"]) => ends(&["ого", "его"]),
        () if changed(&["у", "ю"]) => ends(&["ому", "ему"]),
        () => ends(&["ом", "ем"]),
    }
}

/// Where what belongs to a head ends: names, and words in the genitive.
fn rightmost(text: &Text, cues: &Cues, names: &Names, head: usize, end: usize) -> usize {
    let mut stop = head + 1;
    let mut inside = false;
    // `пресс-атташе посольства Сергея Белова`: whoever has the title.
    let titled = (head.saturating_sub(2)..head).any(|at| names.titles.is(text, at, TITLE));
    while stop < end {
        let token = text.tokens[stop];
        let goes_on = match token.kind {
            Kind::Mark('«' | '"' | '“') if !inside && token.spaced => {
                // Speech begins there, no name: `в министерстве: «…»`, `министерство «берёт это на себя»`.
                inside = text.tokens.get(stop + 1).is_some_and(|next| next.case != Case::Small);
                inside
            }
            Kind::Mark('»' | '"' | '”') if inside => {
                inside = false;
                true
            }
            Kind::Mark('-') => !token.spaced,
            Kind::Mark(',') => text.norm(stop + 2) == "и" || inside,
            // `газета L'Est Nouveau`
            Kind::Mark('\'' | '’') => is_latin(text, stop - 1) && !token.spaced,
            Kind::Mark(_) | Kind::LineEnd => false,
            Kind::Digits => inside,
            Kind::Word(_) if inside => true,
            // `генсек ООН Пан Ги Мун`, `сообщила мэрия Олегу Белову`
            Kind::Word(_)
                if names.at(stop).is_some_and(|name| {
                    name.tokens.len() > 1 && (titled || name.cases & NOMINATIVE != 0 || name.cases & GENITIVE == 0)
                }) =>
            {
                false
            }
            // `агентство Morning News`
            Kind::Word(_) if is_latin(text, stop) && bears_name(text.norm(head)) => {
                stop == head + 1
                    || is_latin(text, stop - 1)
                    || matches!(text.tokens[stop - 1].kind, Kind::Mark('\'' | '’'))
            }
            // `канцелярия премьер-министра`
            Kind::Word(_) if text.is(stop + 1, '-') && !text.tokens[stop + 1].spaced && stop + 2 < end => {
                belongs(text, cues, stop) || belongs(text, cues, stop + 2)
            }
            Kind::Word(_) => belongs(text, cues, stop),
        };
        if !goes_on {
            break;
        }
        stop += 1;
    }
    while stop > head + 1 && (matches!(text.norm(stop - 1), "и" | "по") || text.is(stop - 1, ',')) {
        stop -= 1;
    }
    stop
}

/// Whether a capital word in Latin letters stands at a place.
fn is_latin(text: &Text, at: usize) -> bool {
    text.tokens[at].is_capital() && text.norm(at).bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
}

/// Whether a kind of body, in whatever case, is followed by the name of one: `телеканал`, not `министерство`.
pub(super) fn bears_name(form: &str) -> bool {
    const STARTS: &[&str] = &[
        "агентств",
        "информагентств",
        "телеканал",
        "канал",
        "портал",
        "издани",
        "интернет-",
        "ресурс",
        "газет",
        "журнал",
        "радиостанци",
        "компани",
        "корпораци",
        "концерн",
        "холдинг",
        "фирм",
        "фонд",
        "организаци",
        "авиакомпани",
        "телекомпани",
        "клуб",
        "команд",
        "банк",
        "завод",
    ];
    STARTS.iter().any(|start| form.starts_with(start))
}

/// Whether a word goes on with the name of a body.
fn belongs(text: &Text, cues: &Cues, at: usize) -> bool {
    const GENITIVE: &[&str] = &["а", "я", "ы", "и", "ого", "его", "ой", "ей", "ых", "их", "ов", "ев", "ий"];
    // They end as verbs do.
    const NOUNS: &[&str] = &[
        "вокзала",
        "канала",
        "телеканала",
        "зала",
        "филиала",
        "персонала",
        "журнала",
        "портала",
        "капитала",
        "материала",
        "металла",
        "футбола",
        "волейбола",
        "баскетбола",
        "отдела",
        "дела",
        "села",
        "стола",
        "квартала",
        "терминала",
        "протокола",
        "края",
    ];
    const ADJECTIVES: &[&str] = &["ых", "их", "ого", "его"];
    const VERBS: &[&str] = &["ли", "ла", "ло", "ся", "сь", "ана", "ены", "ена", "аны"];
    let norm = text.norm(at);
    let token = text.tokens[at];
    let small = token.case == Case::Small;
    let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
    // An agency is told something, and passes it on.
    let agency = matches!(norm, "риа" | "иа" | "тасс" | "интерфакс" | "интерфаксу" | "рейтер")
        || token.is_capital() && norm.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    let adverb = matches!(
        norm,
        "его"
            | "ее"
            | "их"
            | "ей"
            | "которого"
            | "которой"
            | "которых"
            | "сегодня"
            | "вчера"
            | "утра"
            | "вечера"
            | "когда"
            | "года"
            | "также"
            | "тогда"
            | "пока"
            | "всегда"
            | "если"
    ) || norm.ends_with("ески");
    // `суд присяжных наложил`, but `вооружённых сил`, `новых правил`
    let past = ["ил", "ал", "ел"].iter().any(|ending| norm.ends_with(ending))
        && norm.chars().count() > 4
        && !matches!(norm, "правил" | "кресел" | "чисел" | "начал" | "зеркал" | "материал");
    let verb = cues.is(text, at, SAYS | WRITTEN)
        || small && past
        || small && ends(VERBS) && !NOUNS.contains(&norm) && !is_noun_like_verb(norm);
    if agency || adverb || verb || small && cues.is(text, at, SAYING) {
        return false;
    }
    let before = text.norm(at - 1);
    // `по делам беженцев`, not `по итогам встречи`.
    let other = matches!(
        text.norm(at + 1),
        "итогам"
            | "словам"
            | "данным"
            | "результатам"
            | "мнению"
            | "поводу"
            | "факту"
            | "случаю"
            | "решению"
            | "информации"
    );
    let joins = norm == "и"
        && (text.tokens.get(at + 1).is_some_and(super::super::tokens::Token::is_capital)
            || text.norm(at + 1).chars().count() > 3
                && GENITIVE.iter().any(|ending| text.norm(at + 1).ends_with(ending)))
        || norm == "по"
            && !other
            && (text.tokens.get(at + 1).is_some_and(super::super::tokens::Token::is_capital)
                || ["ам", "ям", "ью", "ию", "ике", "ите", "ьбе"].iter().any(|end| text.norm(at + 1).ends_with(end)));
    // `иностранных дел`
    let described = ADJECTIVES.iter().any(|ending| before.ends_with(ending)) && before.chars().count() > 4;
    let listed = before == "и" || text.is(at - 1, ',') || before == "по" || described;
    let several = matches!(norm, "наук" | "искусств" | "дел" | "прав" | "сил" | "войск" | "услуг" | "школ" | "лиц");
    let genitive = token.is_capital() || several || ends(GENITIVE) && norm.chars().count() > 2;
    joins || (listed || genitive) && norm.chars().count() > 1
}

/// The words of a body, with its head and the adjectives before it in the nominative.
fn name(text: &Text, tokens: &Range<usize>, head: usize, kind: &str) -> String {
    let mut name = String::new();
    for at in tokens.clone() {
        if at > tokens.start && text.tokens[at].spaced {
            name.push(' ');
        }
        let here = text.slice(at..at + 1);
        if at == head {
            name += &written(here, text.norm(head), kind);
        } else if at < head && text.word(at).is_some() {
            name += &agreeing(here, kind);
        } else {
            name += here;
        }
    }
    name
}

/// A Russian adjective as it stands beside the nominative of a kind of body.
fn agreeing(form: &str, kind: &str) -> String {
    if kind == "сми" {
        let stem = form.strip_suffix("их").or(form.strip_suffix("ых")).or(form.strip_suffix("ими"));
        return stem.map_or_else(
            || form.to_owned(),
            |stem| format!("{stem}{}", if form.contains("ых") { "ые" } else { "ие" }),
        );
    }
    let neuter = kind.ends_with(['о', 'е']);
    let oblique =
        ["ого", "ому", "ым", "ом", "его", "ему", "им", "ем"].iter().find_map(|ending| form.strip_suffix(ending));
    match oblique.filter(|stem| stem.chars().count() > 3) {
        Some(stem) if neuter => format!("{stem}ое"),
        _ => adjective(form, kind.ends_with(['а', 'я'])),
    }
}
