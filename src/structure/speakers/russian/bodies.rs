//! The fullest name of a Russian body: `ведомство`, `МВД`, `в пресс-службе` stand for a name that the text gives elsewhere.

use super::super::super::draft::Rule;
use super::super::super::names::Body;
use super::super::super::text::Text;
use super::super::super::tokens::Case;
use super::super::{Search, Speaker};

/// A body is looked for among no more others on either side.
const MOST: usize = 64;

impl Search<'_> {
    /// A body: the fullest name that fits.
    pub(in crate::structure::speakers) fn russian_body(&self, body: &Body) -> Speaker {
        let full = self.full_name_of(body).map(|full| self.full_name_of(full).unwrap_or(full));
        let press = if full.is_none() { self.press_of(body) } else { None };
        Speaker {
            name: Some(press.unwrap_or_else(|| without_kind(self.text, full.unwrap_or(body)))),
            role: None,
            mention: Some(body.tokens.clone()),
            rule: Rule::Organisation,
            confidence: if full.is_none() && is_bare(body) { 0.6 } else { 0.8 },
            person: None,
        }
    }

    /// The body with a fuller name that a short one means.
    fn full_name_of(&self, body: &Body) -> Option<&Body> {
        let bare = is_bare(body);
        // `надзорное ведомство`
        let small = |at: usize| self.text.tokens[at].case != Case::Small && !self.begins_sentence(at);
        let plain = (2..=4).contains(&body.tokens.len())
            && !body.tokens.clone().any(small)
            && self.text.lexicon.names.body(self.text.norm(body.tokens.end - 1)).is_some();
        let generic = plain && self.text.lexicon.names.is_generic(&body.kind);
        // `ГУ МВД` is an `управление МВД`.
        if body.kind == "гу" && body.tokens.len() == 2 {
            let whose = self.text.norm(body.tokens.start + 1);
            let longer = |other: &&Body| {
                other.kind == "управление" && other.tokens.clone().any(|at| self.text.norm(at) == whose)
            };
            return self.known.iter().take(super::super::MOST_PEOPLE).find(longer);
        }
        if !bare && !generic {
            return None;
        }
        let here = self.known.partition_point(|other| other.tokens.start < body.tokens.start);
        let before =
            || self.known[..here].iter().rev().filter(|other| other.tokens.end <= body.tokens.start).take(MOST);
        let after = || self.known[here..].iter().take(MOST);
        let around = || before().chain(after());
        let vague = |other: &Body| is_press(other) && self.kinds_of_press(other);
        let own = |other: &&Body| {
            !is_bare(other) && other.kind == body.kind && is_press(other) == is_press(body) && !vague(other)
        };
        let meant = |other: &&Body| self.text.lexicon.names.stands_for(&body.kind, &other.kind);
        // `следствие` is what the `Следственный комитет` does.
        let akin = |other: &&Body| {
            let first = other.name.to_lowercase();
            !is_bare(other) && first.chars().zip(body.kind.chars()).take_while(|(a, b)| a == b).count() >= 7
        };
        // `банк ограничений` only looks like a name where another has one.
        let proper = |other: &&Body| own(other) && self.proper(other) > 0;
        let same = || bare.then(|| around().find(proper).or_else(|| around().find(own))).flatten();
        let short = || bare.then(|| self.spelt_out(&body.kind)).flatten();
        short()
            .or_else(same)
            .or_else(|| before().find(meant))
            .or_else(|| after().find(meant).filter(|_| bare))
            .or_else(|| bare.then(|| around().find(akin)).flatten())
    }

    /// Whose a press office is of which no more is said: `ТОО «Мост» … сообщили в пресс-службе компании`.
    fn press_of(&self, body: &Body) -> Option<String> {
        let text = self.text;
        let form = text.norm(body.tokens.start);
        if !is_press(body) || !self.kinds_of_press(body) || form.is_empty() {
            return None;
        }
        let here = self.known.partition_point(|other| other.tokens.start < body.tokens.start);
        let before = || {
            let last = self.known[..here].iter().rev().take(MOST);
            last.filter(|other| other.tokens.end <= body.tokens.start && !is_press(other))
        };
        // `пресс-служба базы`, after one of `американской военной базы`
        let whose = body.tokens.clone().skip(3);
        if let Some(own) = whose.clone().last() {
            let same = |other: &&Body| {
                is_press(other)
                    && other.tokens.len() > body.tokens.len()
                    && other.tokens.clone().any(|at| text.norm(at) == text.norm(own))
            };
            let longer = self.known[..here].iter().rev().take(MOST).find(same);
            if let Some(longer) = longer {
                return Some(longer.name.clone());
            }
        }
        let owner = before().find(|other| self.proper(other) > 0)?;
        Some(format!("пресс-служба {}", genitive(text, owner)?))
    }

    /// Whether nothing, or only such a word as `ведомства`, says whose a press office is.
    fn kinds_of_press(&self, body: &Body) -> bool {
        const OWNERS: &[&str] =
            &["перевозчик", "застройщик", "производител", "оператор", "ритейлер", "подрядчик", "поставщик"];
        let text = self.text;
        let small = |at: usize| text.tokens[at].case == Case::Small && text.word(at).is_some();
        let plain = |at: usize| {
            let norm = text.norm(at);
            text.lexicon.names.body(norm).is_some_and(|kind| text.lexicon.names.is_generic(kind))
                || OWNERS.iter().any(|owner| norm.starts_with(owner))
        };
        match body.tokens.len() {
            3 => true,
            4 => {
                small(body.tokens.end - 1)
                    && (plain(body.tokens.end - 1)
                        || self.text.lexicon.names.body(text.norm(body.tokens.end - 1)).is_none())
            }
            _ => false,
        }
    }

    /// The body of which an abbreviation stands for the name: given in brackets after it, or made of its first letters.
    pub(in crate::structure::speakers) fn spelt_out(&self, short: &str) -> Option<&Body> {
        let text = self.text;
        let bracketed = |body: &&Body| text.is(body.tokens.end, '(') && text.norm(body.tokens.end + 1) == short;
        let letters = short.chars().count();
        let initials = |body: &&Body| {
            let words = body.tokens.clone().map(|at| text.norm(at)).filter(|norm| norm.chars().count() > 2);
            letters >= 3 && words.take(letters).filter_map(|norm| norm.chars().next()).eq(short.chars())
        };
        // `Минобороны` is the `Министерство обороны`.
        let of_ministry = |body: &&Body| {
            let field =
                short.strip_prefix("мин").filter(|field| field.chars().count() > 2 && body.kind == "министерство");
            field.is_some_and(|field| {
                let start: String = field.chars().take(4).collect();
                body.tokens.clone().skip(1).any(|at| text.norm(at).starts_with(&start))
            })
        };
        let known = || self.known.iter().take(super::super::MOST_PEOPLE).filter(|body| !is_bare(body));
        known().find(bracketed).or_else(|| known().find(initials)).or_else(|| known().find(of_ministry))
    }

    fn begins_sentence(&self, at: usize) -> bool {
        self.text.sentence_of(at).is_some_and(|number| self.text.sentences[number].start == at)
    }
}

/// `Компания Nord Star` is called `Nord Star`.
fn without_kind(text: &Text, body: &Body) -> String {
    let latin = |at: usize| {
        text.tokens[at].is_capital() && text.norm(at).bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
    };
    let called = body.kind == "компания"
        && body.tokens.len() > 1
        && text.lexicon.names.body(text.norm(body.tokens.start)).is_some();
    match body.name.split_once(' ') {
        Some((_, name)) if called && latin(body.tokens.start + 1) => name.to_owned(),
        _ => body.name.clone(),
    }
}

/// The name of a body in the genitive, where its first word does not change or is a kind of body.
fn genitive(text: &Text, body: &Body) -> Option<String> {
    let (first, rest) = body.name.split_once(' ').map_or((body.name.as_str(), ""), |(first, rest)| (first, rest));
    let upper = first.chars().all(|letter| !letter.is_lowercase());
    let latin = first.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    if upper || latin {
        return Some(body.name.clone());
    }
    let lower = first.to_lowercase();
    let kind = text.lexicon.names.body(&lower).filter(|kind| *kind == lower)?;
    let changed = match kind.chars().last()? {
        'о' => format!("{}а", kind.strip_suffix('о')?),
        'е' => format!("{}я", kind.strip_suffix('е')?),
        'я' => format!("{}и", kind.strip_suffix('я')?),
        'а' if kind.ends_with("ка") || kind.ends_with("га") => format!("{}и", kind.strip_suffix('а')?),
        'а' => format!("{}ы", kind.strip_suffix('а')?),
        'й' => format!("{}я", kind.strip_suffix('й')?),
        'и' | 'ы' | 'у' | 'ь' => return None,
        _ if kind.chars().count() < 4 && kind != "суд" => kind.to_owned(),
        _ => format!("{kind}а"),
    };
    Some(format!("{changed} {rest}").trim_end().to_owned())
}

/// Whether a name is only the kind of the body.
fn is_bare(body: &Body) -> bool {
    !body.name.contains(' ')
}

fn is_press(body: &Body) -> bool {
    body.name.to_lowercase().starts_with("пресс-")
}
