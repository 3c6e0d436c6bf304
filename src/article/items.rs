//! The quotes and figures of an article file.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as UnknownVariant, StrDeserializer};
use toml::de::DeValue;

use super::body::Body;
use super::mistake::{Mistake, MistakeKind};
use super::reader::{self, Mistakes, Read, list, note, owned_text, table, text, wrong_type};
use super::{Figure, FigureKind, ItemId, Person, Quote, Value};

/// Reads a quote. Its speaker must be one of the file's people if it names any: who is who is complete, or left out.
pub(super) fn quote(
    value: reader::Value<'_>,
    body: Option<&Body<'_>>,
    people: &[Person],
    mistakes: &mut Mistakes,
) -> Option<Read<Quote>> {
    let quote = table(&["speaker", "text", "topics"])(value, mistakes)?;
    let speaker = quote.optional("speaker", text, mistakes);
    if let Some(speaker) = &speaker
        && !people.is_empty()
        && people.iter().all(|person| person.name != speaker.it)
    {
        let people = people.iter().map(|person| person.name.clone()).collect();
        let unknown = MistakeKind::UnknownSpeaker { speaker: speaker.it.to_owned(), people };
        mistakes.push(Mistake::at(speaker.span.clone(), unknown));
    }
    let topics = quote.optional("topics", list(owned_text), mistakes).unwrap_or_default();
    let texts = quote.required("text", parts, mistakes)?;
    let body = body?;
    let parts = body.places(&texts.it, mistakes)?;
    let id = ItemId::of(parts.iter().map(|part| &body.text()[part.start..part.end]));
    Some(texts.as_read(Quote { id, parts, speaker: speaker.map(|speaker| speaker.it.to_owned()), topics }))
}

/// One text, or the parts of a split quote.
fn parts<'a>(value: reader::Value<'a>, mistakes: &mut Mistakes) -> Option<Read<Vec<Read<&'a str>>>> {
    let parts = match value.get_ref() {
        DeValue::Array(_) => list(text)(value, mistakes)?,
        _ => vec![text(value, mistakes)?],
    };
    if parts.is_empty() {
        return note(value.span(), MistakeKind::Empty, mistakes);
    }
    Some(Read { it: parts, span: value.span() })
}

/// Reads a figure.
pub(super) fn figure(
    value: reader::Value<'_>,
    body: Option<&Body<'_>>,
    mistakes: &mut Mistakes,
) -> Option<Read<Figure>> {
    let figure = table(&["value", "kind", "unit", "label", "text"])(value, mistakes)?;
    let kind = figure.required("kind", figure_kind, mistakes);
    let value = figure.required("value", figure_value, mistakes);
    if let (Some(kind), Some(value)) = (kind, &value)
        && !value.it.fits(kind)
    {
        mistakes.push(Mistake::at(value.span.clone(), MistakeKind::Value(kind)));
    }
    let unit = figure.optional("unit", owned_text, mistakes);
    let label = figure.required("label", owned_text, mistakes);
    let text = figure.required("text", text, mistakes)?;
    let body = body?;
    let place = body.place(&text, mistakes)?;
    let value = value?.it;
    let id = ItemId::of([&body.text()[place.start..place.end], &value.to_string()]);
    Some(text.as_read(Figure { id, value, kind: kind?, unit, label: label?, text: place }))
}

fn figure_kind(value: reader::Value<'_>, mistakes: &mut Mistakes) -> Option<FigureKind> {
    let kind = text(value, mistakes)?;
    let name: StrDeserializer<'_, UnknownVariant> = kind.it.into_deserializer();
    match FigureKind::deserialize(name) {
        Ok(kind) => Some(kind),
        Err(_) => note(kind.span, MistakeKind::FigureKind(kind.it.to_owned()), mistakes),
    }
}

/// A number, a range of two numbers, or a share or date in quotation marks.
fn figure_value(value: reader::Value<'_>, mistakes: &mut Mistakes) -> Option<Read<Value>> {
    let read = match value.get_ref() {
        DeValue::String(_) => {
            let text = text(value, mistakes)?;
            let Some(value) = Value::from_text(text.it) else {
                return note(text.span, MistakeKind::ValueText, mistakes);
            };
            value
        }
        DeValue::Array(_) => match list(number)(value, mistakes)?[..] {
            [low, high] => Value::Range { low, high },
            _ => return note(value.span(), MistakeKind::Value(FigureKind::Range), mistakes),
        },
        _ => Value::Number(number(value, mistakes)?),
    };
    Some(Read { it: read, span: value.span() })
}

fn number(value: reader::Value<'_>, mistakes: &mut Mistakes) -> Option<f64> {
    match value.get_ref() {
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).ok().map(|number| number as f64)
        }
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => return wrong_type(value, "a number, a share such as \"1/3\", or a date such as \"2020\"", mistakes),
    }
    // Too large for any number: it does not fit the figure either.
    .or(Some(f64::INFINITY))
}
