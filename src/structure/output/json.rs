//! A draft as JSON. Starts and ends are bytes of the text that was read.

use serde_json::{Value as Json, json};

use crate::article::{FigureKind, Span, Value};
use crate::structure::draft::{Amount, Draft, EntityKind, Figure, ParagraphKind, Quote, Rule};

/// The draft of a text as one JSON object.
///
/// # Panics
/// If the draft is that of another text.
pub fn json(draft: &Draft, text: &str) -> Json {
    let place = |span: Span| json!({ "start": span.start, "end": span.end });
    let words = |span: Span| json!({ "start": span.start, "end": span.end, "text": &text[span.start..span.end] });
    let quote = |quote: &Quote| {
        json!({
            "parts": quote.parts.iter().map(|part| words(*part)).collect::<Vec<_>>(),
            "speaker": quote.speaker, "role": quote.role, "mention": quote.mention.map(words),
            "rule": rule(quote.rule), "confidence": (f64::from(quote.confidence) * 100.0).round() / 100.0,
        })
    };
    let figure = |figure: &Figure| {
        let said = |span: Option<Span>| span.map(|span| &text[span.start..span.end]);
        json!({
            "start": figure.span.start, "end": figure.span.end, "text": said(Some(figure.span)),
            "value": figure.value.map(value), "kind": kind(figure.kind), "unit": figure.unit, "of": said(figure.of),
            "approximate": said(figure.approximate), "label": said(Some(figure.label)), "sentence": place(figure.sentence),
        })
    };
    let paragraphs = draft.paragraphs.iter().map(|paragraph| {
        json!({ "kind": paragraph_kind(paragraph.kind), "start": paragraph.span.start, "end": paragraph.span.end })
    });
    let entities = draft.entities.iter().map(|entity| {
        json!({
            "kind": entity_kind(entity.kind), "start": entity.span.start, "end": entity.span.end,
            "text": &text[entity.span.start..entity.span.end], "name": entity.name, "role": entity.role,
        })
    });
    json!({
        "language": draft.language.code(),
        "title": draft.title.map(|title| &text[title.start..title.end]),
        "paragraphs": paragraphs.collect::<Vec<_>>(),
        "sentences": draft.sentences.iter().map(|sentence| place(*sentence)).collect::<Vec<_>>(),
        "quotes": draft.quotes.iter().map(quote).collect::<Vec<_>>(),
        "figures": draft.figures.iter().map(figure).collect::<Vec<_>>(),
        "entities": entities.collect::<Vec<_>>(),
        "summary": draft.summary.iter().map(|sentence| words(*sentence)).collect::<Vec<_>>(),
    })
}

/// A number, `[low, high]`, or dates as ISO strings. A share is the number that it is.
fn value(amount: Amount) -> Json {
    match amount {
        Amount::Value(Value::Number(number)) => plain(number),
        Amount::Value(Value::Share { numerator, denominator }) => {
            let share = f64::from(numerator) / f64::from(denominator);
            plain((share * 10_000.0).round() / 10_000.0)
        }
        Amount::Value(Value::Range { low, high }) => json!([plain(low), plain(high)]),
        Amount::Value(Value::Date(date)) => date.to_string().into(),
        Amount::Dates { from, to } => json!([from.to_string(), to.to_string()]),
    }
}

/// A whole number without a point.
fn plain(number: f64) -> Json {
    /// Up to here all whole numbers are exact.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT { json!(number as i64) } else { json!(number) }
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Name => "name",
        Rule::Title => "title",
        Rule::Pronoun => "pronoun",
        Rule::Organisation => "organisation",
        Rule::Continuation => "continuation",
        Rule::None => "none",
    }
}

/// The name of a kind of figure, as article files have it too.
pub(super) fn kind(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Count => "count",
        FigureKind::Percent => "percent",
        FigureKind::Money => "money",
        FigureKind::Age => "age",
        FigureKind::Duration => "duration",
        FigureKind::Date => "date",
        FigureKind::Share => "share",
        FigureKind::Ordinal => "ordinal",
        FigureKind::Quantity => "quantity",
        FigureKind::Range => "range",
    }
}

fn paragraph_kind(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Headline => "headline",
        ParagraphKind::Dateline => "dateline",
        ParagraphKind::Lead => "lead",
        ParagraphKind::Body => "body",
        ParagraphKind::Subheading => "subheading",
        ParagraphKind::Byline => "byline",
        ParagraphKind::Credit => "credit",
        ParagraphKind::Furniture => "furniture",
    }
}

fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Body => "body",
        EntityKind::Place => "place",
    }
}
