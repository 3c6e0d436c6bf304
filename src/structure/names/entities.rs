//! The list of the people, bodies and places that a text names.

use std::collections::HashSet;
use std::ops::Range;

use super::super::draft::{Entity, EntityKind};
use super::super::quotes::Cues;
use super::super::text::Text;
use super::super::tokens::Case;
use super::Names;
use super::bodies::bodies;
use super::cases::written;
use super::known::{PLACE, PLACE_WORD};
use super::roles::{adjective, clean};
use crate::article::Language::{En, Kk, Ru};

/// Who and what a text names, in the order of their first mention.
pub(in crate::structure) fn entities(text: &Text, cues: &Cues, names: &Names) -> Vec<Entity> {
    let mut found = people(text, names);
    let mut known: HashSet<String> = HashSet::new();
    for body in bodies(text, cues, names) {
        let proper = body.tokens.clone().any(|at| is_proper(text, at));
        if proper && names.at(body.tokens.start).is_none() && known.insert(body.name.to_lowercase()) {
            found.push(entity(text, EntityKind::Body, body.tokens, body.name));
        }
    }
    for (tokens, name) in places(text, names) {
        if known.insert(name.to_lowercase()) {
            found.push(entity(text, EntityKind::Place, tokens, name));
        }
    }
    found.sort_by_key(|entity| entity.span.start);
    found
}

fn entity(text: &Text, kind: EntityKind, tokens: Range<usize>, name: String) -> Entity {
    Entity { kind, span: text.span(tokens), name, role: None }
}

/// Whether a capital letter here is that of a name: not only that of a sentence.
fn is_proper(text: &Text, at: usize) -> bool {
    let token = text.tokens[at];
    let starts = text.sentence_of(at).is_some_and(|number| text.sentences[number].start == at);
    token.is_capital() && (!starts || token.case != Case::Capital) || text.is(at, '«') || text.is(at, '“')
}

/// The people: each where its name first stands in full.
fn people(text: &Text, names: &Names) -> Vec<Entity> {
    let mut first: Vec<Option<Range<usize>>> = vec![None; names.people.len()];
    for mention in &names.mentions {
        let known = &mut first[mention.person];
        if known.as_ref().is_none_or(|known| known.len() == 1 && mention.tokens.len() > 1) {
            *known = Some(mention.tokens.clone());
        }
    }
    let person = |(tokens, person): (Option<Range<usize>>, &super::Person)| {
        Some(Entity {
            kind: EntityKind::Person,
            span: text.span(tokens?),
            name: person.name.clone(),
            role: person.roles.first().map(|role| role.name.clone()),
        })
    };
    first.into_iter().zip(&names.people).filter_map(person).collect()
}

/// The places, each with its nominative.
fn places(text: &Text, names: &Names) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let traits = names.traits_at(text, at);
        let free = text.tokens[at].is_capital() && names.at(at).is_none();
        let region = if free { region(text, names, at) } else { None };
        if let Some((tokens, name)) = region {
            at = tokens.end;
            found.push((tokens, name));
            continue;
        }
        if free && traits & PLACE != 0 {
            found.push(place(text, at));
        }
        at += 1;
    }
    found
}

/// A place of one word, or of several joined by hyphens.
fn place(text: &Text, at: usize) -> (Range<usize>, String) {
    let mut first = at;
    while first >= 2 && text.is(first - 1, '-') && text.word(first - 2).is_some() && !text.tokens[first].spaced {
        first -= 2;
    }
    let lemma = text.lexicon.names.place(text.norm(at)).unwrap_or_default();
    let last = written(text.slice(at..at + 1), text.norm(at), lemma);
    let name = if first < at { format!("{}{last}", clean(text, &(first..at))) } else { last };
    let name = if text.tokens[at].case == Case::Capitals { text.slice(at..at + 1).to_owned() } else { name };
    (first..at + 1, name)
}

/// A region: `Абайская область`, `Түркістан облысы`, `West Kazakhstan Region`.
fn region(text: &Text, names: &Names, at: usize) -> Option<(Range<usize>, String)> {
    let kind = |at: usize| names.traits_at(text, at) & PLACE_WORD != 0;
    let mut head = at + 1;
    // Батыс Қазақстан облысы, Мангистауская область, West Kazakhstan Region.
    while head < at + 4 && !kind(head) && text.tokens.get(head).is_some_and(|token| token.is_capital() || token.is('-'))
    {
        head += 1;
    }
    if !kind(head) || text.sentence_of(head) != text.sentence_of(at) {
        return None;
    }
    let tokens = at..head + 1;
    let lemma = text.lexicon.names.place_word(text.norm(head))?;
    let before = text.norm(head - 1);
    match text.language {
        Ru => {
            let adjective_before = ["ская", "ской", "скую", "ский", "ского", "скому", "ском", "ским"]
                .iter()
                .any(|ending| before.ends_with(ending));
            if !adjective_before {
                return None;
            }
            let woman = lemma.ends_with(['ь', 'а', 'я']);
            let start = clean(text, &(at..head - 1));
            let last = adjective(text.slice(head - 1..head), woman);
            let space = if start.is_empty() || !text.tokens[head - 1].spaced { "" } else { " " };
            Some((tokens, format!("{start}{space}{last} {lemma}")))
        }
        Kk => {
            let possessive = lemma.ends_with(['ы', 'і']);
            possessive.then(|| {
                let last = written(text.slice(head..head + 1), text.norm(head), lemma);
                (tokens, format!("{} {last}", clean(text, &(at..head))))
            })
        }
        En => Some((tokens.clone(), clean(text, &tokens))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language;

    #[test]
    fn a_text_has_people_bodies_and_places() {
        for (language, raw, expected) in [
            (
                Ru,
                "Министр обороны Ерлан Омаров прибыл в Абайскую область. Генерала Анну Белову направили в Астану.",
                vec!["Ерлан Омаров (Министр обороны)", "Абайская область", "Анна Белова (Генерал)", "Астана"],
            ),
            (
                Ru,
                "Об этом сообщило Министерство финансов Казахстана.",
                vec!["Министерство финансов Казахстана", "Казахстан"],
            ),
            (
                Kk,
                "Көлік министрі Ерлан Омаров Түркістан облысына барды. Қазақстанның Ұлттық банкі құрылды.",
                vec!["Ерлан Омаров (Көлік министрі)", "Түркістан облысы", "Қазақстанның Ұлттық банкі", "Қазақстан"],
            ),
            (
                En,
                "Health Minister Aigul Serikova visited Almaty with Timur Lee, a surgeon from Semey. The Ministry of Health agreed.",
                vec![
                    "Aigul Serikova (Health Minister)",
                    "Almaty",
                    "Timur Lee (surgeon from Semey)",
                    "Semey",
                    "Ministry of Health",
                ],
            ),
        ] as [(Language, &str, Vec<&str>); 4]
        {
            let text = Text::new(raw, language);
            let cues = Cues::of(&text);
            let shown = |entity: Entity| match entity.role {
                Some(role) => format!("{} ({role})", entity.name),
                None => entity.name,
            };
            let found: Vec<_> = entities(&text, &cues, &Names::of(&text, &cues)).into_iter().map(shown).collect();
            assert_eq!(found, expected, "{raw}");
        }
    }
}
