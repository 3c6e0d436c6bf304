//! Russian titles: how far their words go.

use std::ops::Range;

use super::super::super::quotes::{SAYING, SAYS};
use super::super::super::tokens::{Case, Kind};
use super::super::pointer::Look;
use super::forms::NOUNS;
pub(in crate::structure::speakers) use super::forms::feminine;
pub(in crate::structure) use super::forms::{is_noun_like_verb, is_russian_nominative};

/// A title has no more tokens than this after its head, and before it.
const LONGEST: usize = 12;

impl Look<'_> {
    /// All words of a title: the adjectives before its head, what follows in the genitive, a name in marks.
    pub(in crate::structure::speakers) fn russian_title(&self, head: usize, range: &Range<usize>) -> Range<usize> {
        let text = self.text;
        let low = range.start.max(head.saturating_sub(8));
        let mut first = head;
        while first > low {
            let word = first - 1;
            let norm = text.norm(word);
            let ends = ["ый", "ий", "ой", "ая", "яя", "ого", "его", "ому", "ему", "ым", "им"]
                .iter()
                .any(|ending| norm.ends_with(ending));
            // `ограничился короткой фразой представитель`: what tells how stands apart from a nominative.
            let apart = is_russian_nominative(text.norm(head))
                && ["ой", "ей"].iter().any(|ending| norm.ends_with(ending))
                && !text.norm(head).ends_with("ей");
            let adjective = ends && norm.chars().count() > 3 && !norm.starts_with("котор") && !apart;
            let age = text.tokens[word].kind == Kind::Digits && text.is(first, '-');
            if !(adjective || age || text.is(word, '-') || text.is(first, '-')) {
                break;
            }
            first = word;
        }
        let end = range.end.min(head + LONGEST);
        let mut stop = self.complement(head + 1, end, range.end);
        // `мать одной из девушек`, `житель одного из сёл области`
        if matches!(text.norm(stop - 1), "одной" | "одного") && text.norm(stop) == "из" && stop + 1 < end {
            stop = self.complement(stop + 2, end, range.end);
        }
        while stop > head + 1 && (text.norm(stop - 1) == "по" || text.is(stop - 1, '-')) {
            stop -= 1;
        }
        first..stop
    }

    /// How far what belongs to a title goes from `at`.
    fn complement(&self, at: usize, end: usize, limit: usize) -> usize {
        let text = self.text;
        let mut stop = at;
        while stop < end {
            let next = match text.tokens[stop].kind {
                Kind::Word(_) if self.belongs_to_title(stop) => stop + 1,
                // `представитель пресс-службы`
                Kind::Word(_) if self.is_first_half(stop, end) => stop + 3,
                Kind::Mark('-') if !text.tokens[stop].spaced => stop + 1,
                // `водитель маршрута № 45`
                Kind::Mark('№') if stop + 1 < end && text.tokens[stop + 1].kind == Kind::Digits => stop + 2,
                Kind::Mark('«' | '"' | '“') if text.tokens[stop].spaced => match self.name_in_marks(stop, limit) {
                    Some(after) => after,
                    None => break,
                },
                _ => break,
            };
            stop = next;
        }
        stop
    }

    /// Whether a word joined to the next by a hyphen goes on with a title as that one does: `пресс-службы`.
    fn is_first_half(&self, at: usize, end: usize) -> bool {
        let text = self.text;
        let small = text.tokens[at].case == Case::Small && !self.cues.is(text, at, SAYS);
        let joined = at + 2 < end && text.is(at + 1, '-') && !text.tokens[at + 1].spaced && !text.tokens[at + 2].spaced;
        small && joined && text.word(at + 2).is_some() && self.belongs_to_title(at + 2)
    }

    /// Whether a word after a title goes on with it.
    fn belongs_to_title(&self, at: usize) -> bool {
        const GENITIVE: &[&str] = &["а", "я", "ы", "и", "ого", "его", "ой", "ей", "ых", "их", "ов", "ев", "ий"];
        let text = self.text;
        let norm = text.norm(at);
        let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
        let agency = matches!(norm, "риа" | "иа" | "тасс" | "интерфаксу" | "рейтер");
        let small = text.tokens[at].case == Case::Small;
        // `участники круглого стола`
        let described = |at: usize| ["ых", "их", "ого", "его"].iter().any(|ending| text.norm(at).ends_with(ending));
        let past = ends(&["ла", "ли", "лся", "лась", "лись"])
            && !NOUNS.contains(&norm)
            && !(norm.ends_with("ла") && described(at - 1));
        let verb = self.cues.is(text, at, SAYS) || small && past;
        let named = self.names.at(at).is_some_and(|name| name.cases & super::super::super::names::GENITIVE != 0);
        let capital = named || text.tokens[at].is_capital() && !ends(&["у", "ю", "ом", "ем", "ому", "ым"]);
        let before = text.norm(at - 1);
        let genitive = small && norm.chars().count() > 2 && (ends(GENITIVE) || described(at - 1) || before == "по");
        let theirs = matches!(
            norm,
            "его"
                | "ее"
                | "их"
                | "которого"
                | "которой"
                | "сегодня"
                | "вчера"
                | "когда"
                | "также"
                | "если"
                | "якобы"
                | "тогда"
                | "всегда"
        );
        let field =
            norm == "по" && ["ам", "ям", "ию", "ью", "ике"].iter().any(|ending| text.norm(at + 1).ends_with(ending));
        (capital || genitive || field) && !verb && !agency && !theirs && !(small && self.cues.is(text, at, SAYING))
    }

    /// The end of a name in marks that belongs to a title: `директор «Казахмыса»`; not `сказал директор «Труду»`.
    fn name_in_marks(&self, open: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let close =
            (open + 1..(open + 10).min(end)).find(|at| matches!(text.tokens[*at].kind, Kind::Mark('»' | '"' | '”')))?;
        let told = ["у", "ю", "ому"].iter().any(|ending| text.norm(open + 1).ends_with(ending));
        (!told && text.tokens[open + 1].case != Case::Small).then_some(close + 1)
    }
}
