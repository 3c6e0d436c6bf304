//! The sentences that carry an article, and a headline where it has none.
//!
//! A sentence counts for the subjects that the article keeps coming back to, for standing early, and for its figures;
//! one that says what a chosen one says already counts no more.

use std::collections::HashMap;

use super::draft::{Figure, Paragraph, ParagraphKind, Quote};
use super::text::Text;
use super::tokens::{Kind, WordId};
use crate::article::Span;

/// The most sentences of a summary; a short article has fewer.
const MOST: usize = 5;
/// At least so many, where the article has them.
const LEAST: usize = 3;
/// Sentences for each one of the summary.
const SENTENCES_EACH: usize = 5;
/// A sentence of a summary has at least so many words and at most so many characters.
const WORDS: usize = 5;
const CHARACTERS: usize = 450;
/// Of two sentences that share more of their subjects than this share of the shorter one's, one is enough.
const REPEATS: f32 = 0.6;
/// Letters by which words count as forms of one: endings are longer in no language here than what stands behind them.
const STEM: usize = 5;

/// A sentence that may be chosen.
struct Candidate {
    span: Span,
    subjects: Vec<u32>,
    score: f32,
}

/// The sentences of a summary, in the order of the text.
pub(super) fn summary(text: &Text<'_>, paragraphs: &[Paragraph], quotes: &[Quote], figures: &[Figure]) -> Vec<Span> {
    let subjects = Subjects::of(text);
    let mut candidates = candidates(text, paragraphs, quotes, figures, &subjects);
    let wanted = (candidates.len() / SENTENCES_EACH).clamp(LEAST, MOST);
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by(|a, b| candidates[*b].score.total_cmp(&candidates[*a].score).then(a.cmp(b)));
    let title = paragraphs.first().filter(|paragraph| paragraph.kind == ParagraphKind::Headline);
    let title = title.map(|_| subjects.in_range(text, text.paragraphs[0].clone())).unwrap_or_default();
    let mut chosen: Vec<usize> = Vec::new();
    for at in order {
        let own = &candidates[at].subjects;
        let repeats = overlap(own, &title) > 0.9
            || chosen.iter().any(|other| overlap(own, &candidates[*other].subjects) > REPEATS);
        if !repeats {
            chosen.push(at);
        }
        if chosen.len() == wanted {
            break;
        }
    }
    chosen.sort_unstable();
    chosen.into_iter().map(|at| std::mem::replace(&mut candidates[at].span, Span { start: 0, end: 0 })).collect()
}

/// A headline for a text that has none: the shortest of the first sentences that stands alone.
pub(super) fn headline(text: &Text<'_>, paragraphs: &[Paragraph], quotes: &[Quote]) -> Option<Span> {
    /// So many first sentences are looked at, and a headline has so many words.
    const FIRST: usize = 5;
    const LEAST_WORDS: usize = 4;
    let spoken = |span: Span| {
        quotes.iter().flat_map(|quote| &quote.parts).any(|part| part.start < span.end && span.start < part.end)
    };
    let alone = text.sentences.iter().filter(|range| {
        let first = &text.tokens[range.start];
        let kind = kind_at(paragraphs, text.span((*range).clone()).start);
        let leans = text.lexicon.language.is_leaning(text.norm(range.start));
        matches!(kind, Some(ParagraphKind::Lead | ParagraphKind::Body)) && first.is_capital() && !leans
    });
    let spans =
        alone.take(FIRST).filter(|range| words_in(text, range) >= LEAST_WORDS).map(|range| text.span(range.clone()));
    let shortest = spans.filter(|span| !spoken(*span)).min_by_key(|span| span.end - span.start)?;
    // A headline has no full stop.
    let end = shortest.start + text.raw[shortest.start..shortest.end].trim_end_matches('.').len();
    Some(Span { start: shortest.start, end })
}

fn words_in(text: &Text<'_>, range: &std::ops::Range<usize>) -> usize {
    text.tokens[range.clone()].iter().filter(|token| matches!(token.kind, Kind::Word(_))).count()
}

fn kind_at(paragraphs: &[Paragraph], at: usize) -> Option<ParagraphKind> {
    let next = paragraphs.partition_point(|paragraph| paragraph.span.start <= at);
    Some(paragraphs[next.checked_sub(1)?].kind)
}

fn candidates(
    text: &Text<'_>,
    paragraphs: &[Paragraph],
    quotes: &[Quote],
    figures: &[Figure],
    subjects: &Subjects,
) -> Vec<Candidate> {
    let mut parts: Vec<Span> = quotes.iter().flat_map(|quote| quote.parts.iter().copied()).collect();
    parts.sort_unstable();
    let mut candidates = Vec::new();
    for range in &text.sentences {
        let span = text.span(range.clone());
        let kind = kind_at(paragraphs, span.start);
        if !matches!(kind, Some(ParagraphKind::Lead | ParagraphKind::Body)) || words_in(text, range) < WORDS {
            continue;
        }
        // A sentence that is all speech, or begins in the middle of some, does not say whose.
        let next = parts.partition_point(|part| part.end <= span.start);
        let outside = parts.get(next).is_none_or(|part| part.start > span.start + 8 || part.end + 8 < span.end);
        let begun = parts.get(next).is_some_and(|part| part.start < span.start);
        let outside = outside && !begun;
        let own = subjects.in_range(text, range.clone());
        let first = figures.partition_point(|figure| figure.span.start < span.start);
        let counts = figures[first..].iter().take_while(|figure| figure.span.end <= span.end).count();
        let length = text.raw[span.start..span.end].chars().count();
        if !outside || length > CHARACTERS || text.is(range.end - 1, ':') {
            continue;
        }
        let weight: f32 = own.iter().map(|subject| subjects.weight(*subject)).sum();
        let early = 1.0 / (1.0 + candidates.len() as f32 / 4.0);
        let lead = if kind == Some(ParagraphKind::Lead) { 1.5 } else { 1.0 };
        let score = (weight / (own.len() as f32 + 4.0).sqrt())
            * (0.6 + 0.4 * early)
            * lead
            * (1.0 + 0.05 * counts.min(3) as f32);
        candidates.push(Candidate { span, subjects: own, score });
    }
    candidates
}

/// The share of the shorter list's subjects that both hold; both are sorted.
fn overlap(a: &[u32], b: &[u32]) -> f32 {
    let least = a.len().min(b.len());
    if least == 0 {
        return 0.0;
    }
    a.iter().filter(|subject| b.binary_search(subject).is_ok()).count() as f32 / least as f32
}

/// What the text speaks about: the beginnings of its words, those aside that stand in every text.
struct Subjects {
    /// The subject of each word; `None` for one that says nothing.
    of_word: Vec<Option<u32>>,
    /// How often each stands in the text.
    counts: Vec<u32>,
}

impl Subjects {
    fn of(text: &Text<'_>) -> Self {
        let mut ids: HashMap<&str, u32> = HashMap::new();
        let is_common = |norm: &str| text.lexicon.language.is_common(norm);
        let of_word: Vec<_> = text
            .words
            .norms()
            .map(|norm| {
                let end = norm.char_indices().nth(STEM).map_or(norm.len(), |(end, _)| end);
                let is_short = norm.chars().nth(2).is_none();
                let next = u32::try_from(ids.len()).unwrap_or(u32::MAX);
                (!is_short && !is_common(norm)).then(|| *ids.entry(&norm[..end]).or_insert(next))
            })
            .collect();
        let mut counts = vec![0; ids.len()];
        for id in text.tokens.iter().filter_map(|token| token.word()) {
            if let Some(subject) = of_word[id.0 as usize] {
                counts[subject as usize] += 1;
            }
        }
        Subjects { of_word, counts }
    }

    fn of_id(&self, id: WordId) -> Option<u32> {
        self.of_word[id.0 as usize]
    }

    /// The subjects of some tokens, sorted, each once.
    fn in_range(&self, text: &Text<'_>, range: std::ops::Range<usize>) -> Vec<u32> {
        let words = text.tokens[range].iter().filter_map(|token| token.word());
        let mut found: Vec<u32> = words.filter_map(|id| self.of_id(id)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn weight(&self, subject: u32) -> f32 {
        (self.counts[subject as usize] as f32).ln_1p()
    }
}

#[cfg(test)]
mod tests {
    use super::super::paragraphs::paragraphs;
    use super::*;
    use crate::article::Language::Ru;

    const TEXT: &str = "Выборы акимов прошли в сёлах
Выборы акимов сельских округов прошли во всех регионах страны, сообщил президент.
Акимов выбирали жители сёл. Всего избрано 2 334 акима сельских округов. Погода была хорошая.
Выборы акимов помогают сёлам развиваться, потому что акимы отвечают перед жителями.
Читайте также: другая новость
Средний возраст акимов составил сорок три года, и это моложе прежнего. Треть из них раньше не работала на службе.";

    #[test]
    fn a_summary_is_a_few_sentences_in_order() {
        let text = Text::new(TEXT, Ru);
        let paragraphs = paragraphs(&text, None);
        let found = summary(&text, &paragraphs, &[], &[]);
        let shown: Vec<_> = found.iter().map(|span| &TEXT[span.start..span.end]).collect();
        assert_eq!(shown.len(), 3, "{shown:?}");
        assert!(found.is_sorted());
        assert!(shown[0].starts_with("Выборы акимов сельских округов прошли"), "{shown:?}");
        assert!(!shown.iter().any(|sentence| sentence.contains("Погода") || sentence.contains("Читайте")), "{shown:?}");
    }

    #[test]
    fn speech_without_its_speaker_is_no_summary() {
        let raw = "«Мы выбрали акимов, и акимы работают, и акимы отвечают за сёла.\nЛюди довольны выборами акимов».";
        let text = Text::new(raw, Ru);
        let start = raw.find("Мы").unwrap();
        let quote = Quote {
            parts: vec![
                Span { start, end: raw.find('\n').unwrap() },
                Span { start: raw.find("Люди").unwrap(), end: raw.find('»').unwrap() },
            ],
            speaker: None,
            role: None,
            mention: None,
            rule: super::super::draft::Rule::None,
            confidence: 0.0,
        };
        assert!(summary(&text, &paragraphs(&text, None), &[quote], &[]).is_empty());
    }

    #[test]
    fn a_headline_is_the_shortest_sentence_that_stands_alone() {
        let raw = "Президент выступил на большой встрече с акимами сельских округов страны. Они уехали. Это хорошо для всех. Выборы акимов прошли успешно. Да.";
        let text = Text::new(raw, Ru);
        let found = headline(&text, &paragraphs(&text, None), &[]).map(|span| &raw[span.start..span.end]);
        assert_eq!(found, Some("Выборы акимов прошли успешно"));
    }
}
