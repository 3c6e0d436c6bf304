//! Reads a TOML tree with places, going on after a mistake: serde stops at the first, people want to see all.
//!
//! A reading function takes one value and gives what it holds, or notes a mistake and gives nothing.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::mistake::{Mistake, MistakeKind};

/// A value and its place in the file.
pub(super) type Value<'a> = &'a Spanned<DeValue<'a>>;

/// Mistakes found so far.
pub(super) type Mistakes = Vec<Mistake>;

/// Something read, and its place in the file.
#[derive(Debug, Clone)]
pub(super) struct Read<T> {
    pub(super) it: T,
    pub(super) span: Range<usize>,
}

impl<T> Read<T> {
    /// Something else, made of what stands at this place.
    pub(super) fn as_read<U>(&self, it: U) -> Read<U> {
        Read { it, span: self.span.clone() }
    }
}

/// A table whose keys are read one by one.
#[derive(Debug)]
pub(super) struct Table<'a> {
    keys: &'a DeTable<'a>,
    span: Range<usize>,
}

impl<'a> Table<'a> {
    /// A table that may have these keys and no others.
    pub(super) fn new(
        keys: &'a DeTable<'a>,
        span: Range<usize>,
        known: &'static [&'static str],
        mistakes: &mut Mistakes,
    ) -> Self {
        for (key, _) in keys.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
            let unknown = MistakeKind::UnknownKey { key: key.get_ref().to_string(), known };
            mistakes.push(Mistake::at(key.span(), unknown));
        }
        Self { keys, span }
    }

    /// Reads the value of a key that may be missing.
    pub(super) fn optional<T>(
        &self,
        key: &str,
        read: impl FnOnce(Value<'a>, &mut Mistakes) -> Option<T>,
        mistakes: &mut Mistakes,
    ) -> Option<T> {
        read(self.keys.get(key)?, mistakes)
    }

    /// Reads the value of a key that must be there.
    pub(super) fn required<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(Value<'a>, &mut Mistakes) -> Option<T>,
        mistakes: &mut Mistakes,
    ) -> Option<T> {
        if !self.keys.contains_key(key) {
            mistakes.push(Mistake::at(self.span.clone(), MistakeKind::MissingKey(key)));
        }
        self.optional(key, read, mistakes)
    }
}

/// Reads a table with these keys and no others.
pub(super) fn table<'a>(known: &'static [&'static str]) -> impl Fn(Value<'a>, &mut Mistakes) -> Option<Table<'a>> {
    move |value, mistakes| match value.get_ref() {
        DeValue::Table(keys) => Some(Table::new(keys, value.span(), known, mistakes)),
        _ => wrong_type(value, "a table", mistakes),
    }
}

/// Reads a list; what can't be read of it is left out.
pub(super) fn list<'a, T>(
    read: impl Fn(Value<'a>, &mut Mistakes) -> Option<T>,
) -> impl Fn(Value<'a>, &mut Mistakes) -> Option<Vec<T>> {
    move |value, mistakes| match value.get_ref() {
        DeValue::Array(values) => Some(values.iter().filter_map(|value| read(value, mistakes)).collect()),
        _ => wrong_type(value, "a list", mistakes),
    }
}

/// Reads a text with something in it besides white space.
pub(super) fn text<'a>(value: Value<'a>, mistakes: &mut Mistakes) -> Option<Read<&'a str>> {
    match value.get_ref() {
        DeValue::String(text) if text.trim().is_empty() => {
            mistakes.push(Mistake::at(value.span(), MistakeKind::Empty));
            None
        }
        DeValue::String(text) => Some(Read { it: text, span: value.span() }),
        _ => wrong_type(value, "a text in quotation marks", mistakes),
    }
}

/// Reads a text to keep.
pub(super) fn owned_text(value: Value<'_>, mistakes: &mut Mistakes) -> Option<String> {
    text(value, mistakes).map(|text| text.it.to_owned())
}

/// Reads `true` or `false`.
pub(super) fn flag(value: Value<'_>, mistakes: &mut Mistakes) -> Option<bool> {
    match value.get_ref() {
        DeValue::Boolean(flag) => Some(*flag),
        _ => wrong_type(value, "true or false", mistakes),
    }
}

/// Notes that a value has another type than the expected one.
pub(super) fn wrong_type<T>(value: Value<'_>, expected: &'static str, mistakes: &mut Mistakes) -> Option<T> {
    let found = match value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    mistakes.push(Mistake::at(value.span(), MistakeKind::WrongType { expected, found }));
    None
}

/// Notes a mistake and gives nothing.
pub(super) fn note<T>(span: Range<usize>, kind: MistakeKind, mistakes: &mut Mistakes) -> Option<T> {
    mistakes.push(Mistake::at(span, kind));
    None
}
