//! Numbers that state a fact: with their value, unit and what they count.
//!
//! [`known`] says what each word of the text is; `numerals` reads numbers in digits and words; `dates`, `shares`,
//! `ordinals`, `ranges` and `amounts` each know a sort of expression around them, `phrase` what is counted; `names` says what is
//! no figure, `one` when one is a count; `approximate` finds the words that say it is not exact, `label` those that tell what the number says and `edges`
//! what it takes off them.

mod amounts;
mod approximate;
mod dates;
mod edges;
mod known;
mod label;
mod names;
mod numerals;
mod one;
mod ordinals;
mod phrase;
mod ranges;
mod shares;
#[cfg(test)]
mod tests;
mod units;

use std::cell::OnceCell;
use std::ops::Range;

pub(super) use known::Known;
use known::{Number, Role, Term, Unit};

use super::draft::{Amount, Figure};
use super::text::Text;
use super::tokens::{Case, Kind, Token};
use crate::article::{FigureKind, Span};

/// The figures of a text, in order; they do not overlap.
pub(super) fn figures(text: &Text<'_>) -> Vec<Figure> {
    let known = &text.lexicon.figures;
    let terms = known.terms(&text.words, text.language);
    let verbs = vec![OnceCell::new(); terms.len()];
    let reader = Reader { text, known, terms, verbs };
    let mut figures = Vec::new();
    for sentence in &text.sentences {
        let mut found = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            let free = found.last().map_or(sentence.start, |last: &Found| last.tokens.end);
            at = match reader.read(at, sentence) {
                Some(Seen::Figure(figure)) if figure.tokens.end <= sentence.end && figure.tokens.start >= free => {
                    let end = figure.tokens.end;
                    found.push(reader.with_article(figure, free));
                    end
                }
                Some(Seen::Name(end)) => end.max(at + 1),
                _ => at + 1,
            };
        }
        let places: Vec<Range<usize>> = found.iter().map(|figure| figure.tokens.clone()).collect();
        figures.extend(found.into_iter().enumerate().map(|(which, figure)| {
            let label = reader.label(&places, which, figure.of.as_ref(), sentence);
            reader.figure(figure, label, sentence)
        }));
    }
    figures
}

/// A figure as it was found.
#[derive(Debug, Clone)]
struct Found {
    tokens: Range<usize>,
    value: Option<Amount>,
    kind: FigureKind,
    unit: Option<Unit>,
    of: Option<Range<usize>>,
}

/// What stands at a place.
#[derive(Debug, Clone)]
enum Seen {
    Figure(Found),
    /// A number that is no figure, and the token after it.
    Name(usize),
}

/// A text and what its words are.
struct Reader<'a, 't> {
    text: &'a Text<'t>,
    known: &'static Known,
    terms: Vec<Term>,
    /// Whether each word looks like a verb, as far as that was asked.
    verbs: Vec<OnceCell<bool>>,
}

impl Reader<'_, '_> {
    /// What begins at a token of a sentence.
    fn read(&self, at: usize, sentence: &Range<usize>) -> Option<Seen> {
        if !self.may_begin(at) {
            return None;
        }
        if let Some(end) = self.name(at, sentence) {
            return Some(Seen::Name(end));
        }
        self.date(at)
            .or_else(|| self.share(at, sentence))
            .or_else(|| self.ordinal(at, sentence))
            .or_else(|| self.amount(at, sentence))
            .or_else(|| self.numeral(at).map(|numeral| Seen::Name(numeral.end)))
    }

    /// The article of `a million tenge`, `a third` belongs to the number; what stands before `free` belongs to another.
    fn with_article(&self, figure: Found, free: usize) -> Found {
        let Range { start, end } = figure.tokens;
        let article = start > free && matches!(self.norm(start - 1), "a" | "an");
        let number = match self.term(start).number {
            Some(Number::Multiplier(_)) => true,
            _ => figure.kind == FigureKind::Share || self.norm(start) == "couple",
        };
        Found { tokens: if article && number { start - 1 } else { start }..end, ..figure }
    }

    /// Whether a number or what may stand before one is here.
    fn may_begin(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        match token.kind {
            Kind::Digits | Kind::Mark('$' | '€' | '₸' | '£' | '¥' | '₽' | '№' | '#' | '+' | '-' | '−') => {
                true
            }
            Kind::Word(_) => {
                let term = self.term(at);
                term.number.is_some()
                    || term.month.is_some()
                    || term.compound.is_some()
                    || term.is(Role::Each)
                    || term.is(Role::Aged)
                    || matches!(self.norm(at), "минус" | "minus" | "плюс" | "plus" | "пол" | "couple")
                    || matches!(token.case, Case::Capitals | Case::Capital)
                        && (term.unit.is_some() || numerals::roman(self.norm(at)).is_some())
            }
            _ => false,
        }
    }

    fn figure(&self, found: Found, label: Span, sentence: &Range<usize>) -> Figure {
        let approximate = self.approximator(&found.tokens, sentence);
        Figure {
            words: self.words_after_number(&found.tokens).map(|words| self.text.span(words)),
            span: self.text.span(found.tokens),
            value: found.value,
            kind: found.kind,
            unit: found.unit.map(|unit| self.known.whole_name(unit)),
            of: found.of.map(|of| self.text.span(of)),
            approximate: approximate.map(|words| self.text.span(words)),
            label,
            sentence: self.text.span(sentence.clone()),
        }
    }

    /// What stands after the number of a figure: `акима сельских округов`, but not the half of a word in `19-летний`.
    fn words_after_number(&self, figure: &Range<usize>) -> Option<Range<usize>> {
        let is_number = |at: &usize| self.text.word(*at).is_none() || self.term(*at).number.is_some();
        let start = figure.clone().rfind(is_number).map_or(figure.start, |last| last + 1);
        let spaced = self.text.tokens.get(start).is_some_and(|token| token.spaced);
        (figure.start < start && start < figure.end && spaced).then_some(start..figure.end)
    }

    fn known(&self) -> &'static Known {
        self.known
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.text.tokens.get(at)
    }

    fn norm(&self, at: usize) -> &str {
        self.text.norm(at)
    }

    fn slice(&self, at: usize) -> &str {
        self.text.slice(at..at + 1)
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.text.is(at, mark)
    }

    fn spaced(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.spaced)
    }

    fn is_digits(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Digits)
    }

    fn is_word(&self, at: usize) -> bool {
        self.text.word(at).is_some()
    }

    /// What the word at a place is; nothing special where no word stands.
    fn term(&self, at: usize) -> Term {
        self.text.word(at).map_or_else(Term::default, |id| self.terms[id.0 as usize])
    }

    fn is_money_mark(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| money_mark(token.kind).is_some())
    }

    /// Whether a dash stands at a place.
    fn is_dash(&self, at: usize) -> bool {
        matches!(self.token(at).map(|token| token.kind), Some(Kind::Mark('-' | '–' | '—' | '‑' | '−')))
    }
}

/// The currency of a sign.
fn money_mark(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Mark('$') => "USD",
        Kind::Mark('€') => "EUR",
        Kind::Mark('₸') => "KZT",
        Kind::Mark('£') => "GBP",
        Kind::Mark('₽') => "RUB",
        Kind::Mark('¥') => "CNY",
        _ => return None,
    })
}
