//! What each paragraph is: the headline, the text itself, or what stands around it.

use std::ops::Range;

use serde::Deserialize;

use super::draft::{Paragraph, ParagraphKind};
use super::text::Text;
use super::tokens::{Case, Kind};

/// What a lexicon tells of paragraphs: the words with which some begin.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    credit: Vec<Opening>,
    byline: Vec<Opening>,
    furniture: Vec<Opening>,
}

/// The words of an opening, in order; one with `*` stands for all that begin so.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
struct Opening(Vec<String>);

impl From<String> for Opening {
    fn from(words: String) -> Self {
        Opening(words.split_whitespace().map(str::to_owned).collect())
    }
}

impl Opening {
    /// Whether the words of a paragraph begin so, whatever marks stand before and between them.
    fn opens(&self, text: &Text<'_>, paragraph: &Range<usize>) -> bool {
        let mut found = paragraph.clone().filter(|at| text.word(*at).is_some());
        self.0.iter().all(|word| found.next().is_some_and(|at| fits(word, text.norm(at))))
    }
}

fn fits(word: &str, norm: &str) -> bool {
    word.strip_suffix('*').map_or(word == norm, |beginning| norm.starts_with(beginning))
}

/// A credit, byline or piece of furniture has no more words than this, a heading a few more.
const SHORT: usize = 12;
const HEADING: usize = 25;
/// A dateline stands among the first paragraphs, and so do a byline and the credit of the main picture.
const EARLY: usize = 4;

/// Tells the paragraphs of a text apart. `title` is the one that a page gives.
pub(super) fn paragraphs(text: &Text<'_>, title: Option<&str>) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(text.paragraphs.len());
    let mut lead_is_found = false;
    for (place, range) in text.paragraphs.iter().enumerate() {
        let span = text.span(range.clone());
        let is_title = title.is_some_and(|title| title.trim() == &text.raw[span.start..span.end]);
        let kind = match framing(text, place, range) {
            Some(kind) => kind,
            None if place == 0 && (is_title || is_headline(text, range)) => ParagraphKind::Headline,
            None if lead_is_found && is_subheading(text, place) => ParagraphKind::Subheading,
            None if lead_is_found => ParagraphKind::Body,
            None => {
                lead_is_found = true;
                ParagraphKind::Lead
            }
        };
        paragraphs.push(Paragraph { kind, span });
    }
    paragraphs
}

/// What stands around the text, if a paragraph is that.
fn framing(text: &Text<'_>, place: usize, range: &Range<usize>) -> Option<ParagraphKind> {
    let known = &text.lexicon.paragraphs;
    let words = word_count(text, range);
    let opens = |openings: &[Opening]| openings.iter().any(|opening| opening.opens(text, range));
    if words == 0 {
        // A line of marks: a rule, an arrow, stars.
        return Some(ParagraphKind::Furniture);
    }
    if is_address_or_tags(text, range) || (words <= 2 * SHORT && opens(&known.furniture)) {
        return Some(ParagraphKind::Furniture);
    }
    if words <= SHORT && opens(&known.credit) && (has_colon(text, range) || !ends_a_sentence(text, range)) {
        return Some(ParagraphKind::Credit);
    }
    if words <= SHORT && opens(&known.byline) {
        return Some(ParagraphKind::Byline);
    }
    (place < EARLY && is_dateline(text, range)).then_some(ParagraphKind::Dateline)
}

fn word_count(text: &Text<'_>, range: &Range<usize>) -> usize {
    text.tokens[range.clone()].iter().filter(|token| matches!(token.kind, Kind::Word(_))).count()
}

fn has_colon(text: &Text<'_>, range: &Range<usize>) -> bool {
    range.clone().any(|at| text.is(at, ':'))
}

/// Whether the last mark, quotation marks and brackets aside, is one that ends a sentence.
fn ends_a_sentence(text: &Text<'_>, range: &Range<usize>) -> bool {
    let last = text.tokens[range.clone()].iter().rev().map(|token| token.kind);
    let mut last = last.skip_while(|kind| matches!(kind, Kind::Mark('»' | '”' | '"' | '“' | '’' | ')' | ']')));
    matches!(last.next(), Some(Kind::Mark('.' | '!' | '?' | '…' | ':' | ';' | ',')))
}

/// Whether the first paragraph is a headline: short, and no sentence with a full stop.
fn is_headline(text: &Text<'_>, range: &Range<usize>) -> bool {
    let ends_with = |mark| text.is(range.end - 1, mark);
    let open = !ends_a_sentence(text, range) || ends_with('?') || ends_with('!') || ends_with('…');
    open && text.paragraphs.len() > 1 && word_count(text, range) <= HEADING
}

/// Whether a paragraph heads the longer one that follows.
fn is_subheading(text: &Text<'_>, place: usize) -> bool {
    let range = &text.paragraphs[place];
    let Some(next) = text.paragraphs.get(place + 1) else { return false };
    let first = &text.tokens[range.start];
    let begins = matches!(first.kind, Kind::Word(_)) && first.case != Case::Small || first.kind == Kind::Digits;
    // `1) …` and `1. …` are items of a list.
    let is_item =
        first.kind == Kind::Digits && matches!(text.tokens.get(range.start + 1), Some(t) if t.is(')') || t.is('.'));
    let is_question = text.is(range.end - 1, '?');
    begins
        && !is_item
        && (!ends_a_sentence(text, range) || is_question)
        && word_count(text, range) <= SHORT
        && word_count(text, next) > word_count(text, range)
}

/// Whether a paragraph is an address of the web, or nothing but tags.
fn is_address_or_tags(text: &Text<'_>, range: &Range<usize>) -> bool {
    let words = text.slice(range.clone());
    let is = |word: &str| {
        word.starts_with('#') || word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.")
    };
    words.split_whitespace().all(is)
}

/// Whether a paragraph is place, agency and date and nothing else: `АСТАНА. 28 ноября 2025 года. /Казинформ/`.
fn is_dateline(text: &Text<'_>, range: &Range<usize>) -> bool {
    let first = &text.tokens[range.start];
    let (mut digits, mut dated) = (false, false);
    // What stands before a word that is allowed to be small: a number or a month.
    let mut after_date = false;
    for at in range.clone() {
        let token = &text.tokens[at];
        let is_month = text.lexicon.figures.is_month(text.norm(at), text.language);
        let is_small = matches!(token.kind, Kind::Word(_)) && token.case == Case::Small;
        // A preposition, or the short word for a year.
        let is_tiny = text.norm(at).chars().nth(2).is_none();
        if is_small && !is_month && !is_tiny && !after_date {
            return false;
        }
        digits |= token.kind == Kind::Digits;
        dated |= is_month;
        after_date = token.kind == Kind::Digits || is_month;
    }
    let begins_small = matches!(first.kind, Kind::Word(_)) && first.case == Case::Small;
    let is_date = digits && (dated || first.case == Case::Capitals);
    is_date && !begins_small && word_count(text, range) <= SHORT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language::{self, En, Kk, Ru};
    use ParagraphKind::{Body, Byline, Credit, Dateline, Furniture, Headline, Lead, Subheading};

    fn kinds(language: Language, lines: &[(ParagraphKind, &str)]) -> Vec<ParagraphKind> {
        let lines: Vec<_> = lines.iter().map(|(_, line)| *line).collect();
        let raw = lines.join("\n");
        paragraphs(&Text::new(&raw, language), None).iter().map(|paragraph| paragraph.kind).collect()
    }

    #[test]
    fn paragraphs_are_told_apart() {
        for (language, lines) in [
            (
                Ru,
                &[
                    (Headline, "Токаев: положение дел на селе – вопрос стратегической важности"),
                    (Dateline, "АСТАНА, 28 ноября 2025 года"),
                    (Lead, "Президент выступил на встрече с акимами."),
                    (Credit, "Фото пресс-службы Акорды"),
                    (Body, "Он заявил, что работа продолжится."),
                    (Subheading, "Что дальше?"),
                    (Body, "Работа будет продолжена в следующем году."),
                    (Credit, "Фото: Kazpravda.kz / Юрий Беккер"),
                    (Furniture, "Читайте также: Другая новость"),
                    (Byline, "Автор: Иван Иванов"),
                    (Furniture, "https://example.kz/a"),
                    (Furniture, "***"),
                ][..],
            ),
            (
                Kk,
                &[
                    (Headline, "Ауыл кітапханаларының үштен бірі жаңартылды"),
                    (Lead, "АСТАНА. ҚазАқпарат – Мемлекет басшысы форумда сөз сөйледі."),
                    (Credit, "Сурет: Ерболат Сүгірбеков"),
                    (Body, "– Бұл – көп жұмыс, – деді ол."),
                    (Furniture, "Тағы оқыңыз: басқа жаңалық"),
                ],
            ),
            (
                En,
                &[
                    (Headline, "Rural health posts open in 2,334 villages"),
                    (Byline, "By Aruzhan Seitova"),
                    (Dateline, "ASTANA, Nov. 28, 2025"),
                    (Lead, "The president spoke."),
                    (Credit, "Photo credit: Aruzhan Seitova / Dala Wire"),
                    (Body, "He said that photo exhibitions were fine."),
                    (Furniture, "Read also: another story"),
                ],
            ),
            (Ru, &[(Lead, "Президент выступил на встрече с акимами. Он уехал.")]),
            (
                Ru,
                &[
                    (Lead, "Фото, которое сделал он, обошло весь мир и стало знаменитым на долгие годы вперёд."),
                    (Body, "Он рад."),
                ],
            ),
            (Ru, &[(Lead, "Первый."), (Body, "1) пункт без точки"), (Body, "Второй абзац, который длиннее этого.")]),
        ] {
            assert_eq!(kinds(language, lines), lines.iter().map(|(kind, _)| *kind).collect::<Vec<_>>());
        }
    }
}
