//! The fullest name of a Russian body: `ведомство`, `МВД`, `в пресс-службе` stand for a name that the text gives elsewhere.

use super::super::super::draft::Rule;
use super::super::super::names::Body;
use super::super::super::tokens::Case;
use super::super::{Search, Speaker};

/// A body is looked for among no more others on either side.
const MOST: usize = 64;

impl Search<'_> {
    /// A body: the fullest name that fits.
    pub(in crate::structure::speakers) fn russian_body(&self, body: &Body) -> Speaker {
        let full = self.full_name_of(body).map(|full| self.full_name_of(full).unwrap_or(full));
        Speaker {
            name: Some(full.unwrap_or(body).name.clone()),
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
        let plain = body.tokens.len() == 2 && !body.tokens.clone().any(small);
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
        let own = |other: &&Body| !is_bare(other) && other.kind == body.kind && is_press(other) == is_press(body);
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

/// Whether a name is only the kind of the body.
fn is_bare(body: &Body) -> bool {
    !body.name.contains(' ')
}

fn is_press(body: &Body) -> bool {
    body.name.to_lowercase().starts_with("пресс-")
}
