//! An article file becomes an [`Article`], or a list of all its mistakes.
//!
//! The file's keys stand here; [`items`](super::items) reads the quotes and figures.

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::Range;

use jiff::civil;
use jiff::tz::Offset;
use toml::de::{DeTable, DeValue, Error as TomlError};

use super::body::Body;
use super::items::{figure, quote};
use super::mistake::{Mistake, MistakeKind};
use super::reader::{self, Mistakes, Read, Table, flag, list, note, owned_text, table, text, wrong_type};
use super::{Article, ArticleId, Language, Person, Published, Source};

impl Article {
    /// The most bytes that a body may have: 1 MiB.
    pub const MAX_BODY: usize = 1 << 20;
}

/// An article, and where its file says the language.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) article: Article,
    pub(super) language: Range<usize>,
}

/// Reads an article file. `file_name` is the last part of its path: `<id>.toml` or `<id>.<language>.toml`.
///
/// # Errors
/// All mistakes of the file, in the order of their places.
pub fn parse(file_name: &str, source: &str) -> Result<Article, Vec<Mistake>> {
    read(file_name, source).map(|parsed| parsed.article)
}

/// Reads an article file, and keeps the place of the language.
pub(super) fn read(file_name: &str, source: &str) -> Result<Parsed, Vec<Mistake>> {
    let (tree, errors) = DeTable::parse_recoverable(source);
    let mut mistakes = Vec::new();
    let name = name(file_name, &mut mistakes);
    let parsed = article(tree.get_ref(), source, name, &mut mistakes);
    if !errors.is_empty() {
        drop_consequences(&mut mistakes, &errors, tree.get_ref());
        let syntax = |error: &TomlError| MistakeKind::Syntax(error.message().to_owned());
        mistakes.extend(errors.iter().map(|error| Mistake::at(error.span().unwrap_or_default(), syntax(error))));
    }
    mistakes.sort_by_key(|mistake| mistake.span.as_ref().map(|span| span.start));
    parsed.filter(|_| mistakes.is_empty()).ok_or(mistakes)
}

/// Drops what is only due to errors in the syntax: what the parser could not read seems to be missing, or is read wrongly.
fn drop_consequences(mistakes: &mut Mistakes, errors: &[TomlError], tree: &DeTable<'_>) {
    let unread: Vec<Range<usize>> = errors.iter().filter_map(TomlError::span).collect();
    let touched = |place: Range<usize>| unread.iter().any(|it| it.start <= place.end && place.start <= it.end);
    let body_unread = tree.get("body").is_some_and(|body| touched(body.span()));
    mistakes.retain(|mistake| match mistake.kind {
        MistakeKind::MissingKey(_) => false,
        MistakeKind::NotInBody(_) | MistakeKind::OutOfOrder | MistakeKind::EarlyCredit if body_unread => false,
        _ => !touched(mistake.span.clone().unwrap_or_default()),
    });
}

/// What a file name says: the article, and the language of an edition.
fn name(file_name: &str, mistakes: &mut Mistakes) -> Option<(ArticleId, Option<Language>)> {
    let name = file_name.strip_suffix(".toml").and_then(|stem| match stem.split_once('.') {
        None => Some((stem.parse().ok()?, None)),
        Some((id, language)) => Some((id.parse().ok()?, Some(language.parse().ok()?))),
    });
    if name.is_none() {
        mistakes.push(Mistake::of_file(MistakeKind::FileName(file_name.to_owned())));
    }
    name
}

/// Reads the whole file.
fn article(
    tree: &DeTable<'_>,
    text_of_file: &str,
    name: Option<(ArticleId, Option<Language>)>,
    mistakes: &mut Mistakes,
) -> Option<Parsed> {
    const KEYS: &[&str] = &[
        "title",
        "language",
        "published",
        "source",
        "credit",
        "translation",
        "body",
        "summary",
        "people",
        "quotes",
        "figures",
    ];
    let root = Table::new(tree, 0..0, KEYS, mistakes);
    let title = root.required("title", owned_text, mistakes);
    let language = root.required("language", language, mistakes);
    if let (Some((_, Some(name))), Some(file)) = (&name, &language)
        && *name != file.it
    {
        let other = MistakeKind::OtherLanguage { name: name.to_string(), file: file.it.to_string() };
        mistakes.push(Mistake::at(file.span.clone(), other));
    }
    let published = root.optional("published", published, mistakes);
    let source = root.optional("source", source, mistakes);
    let translation = root.optional("translation", flag, mistakes).unwrap_or(false);

    let body = root.required("body", |value, mistakes| body(value, text_of_file, mistakes), mistakes);
    let place = |text: &Read<&str>, mistakes: &mut Mistakes| body.as_ref()?.place(text, mistakes);
    let credit = root.optional("credit", text, mistakes).and_then(|credit| body.as_ref()?.credit(&credit, mistakes));
    let summary = root.optional("summary", list(text), mistakes).unwrap_or_default();
    let mut summary: Vec<_> = summary.iter().filter_map(|text| Some(text.as_read(place(text, mistakes)?))).collect();
    drop_repeated(&mut summary, |span| *span, "sentence", mistakes);

    let mut people = root.optional("people", list(person), mistakes).unwrap_or_default();
    drop_repeated(&mut people, |person| person.name.clone(), "person", mistakes);
    let people: Vec<Person> = people.into_iter().map(|person| person.it).collect();

    let quote = |value, mistakes: &mut Mistakes| quote(value, body.as_ref(), &people, mistakes);
    let mut quotes = root.optional("quotes", list(quote), mistakes).unwrap_or_default();
    drop_repeated(&mut quotes, |quote| quote.id, "quote", mistakes);
    quotes.sort_by_key(|quote| quote.it.parts.first().copied());

    let figure = |value, mistakes: &mut Mistakes| figure(value, body.as_ref(), mistakes);
    let mut figures = root.optional("figures", list(figure), mistakes).unwrap_or_default();
    drop_repeated(&mut figures, |figure| figure.id, "figure", mistakes);

    let language = language?;
    let article = Article {
        revision: 0,
        id: name?.0,
        language: language.it,
        title: title?,
        published,
        source,
        credit,
        translation,
        body: body?.text().to_owned(),
        summary: summary.into_iter().map(|sentence| sentence.it).collect(),
        people,
        quotes: quotes.into_iter().map(|quote| quote.it).collect(),
        figures: figures.into_iter().map(|figure| figure.it).collect(),
    };
    Some(Parsed { article, language: language.span })
}

/// Notes what stands there for the second time, and drops it.
fn drop_repeated<T, K: Eq + Hash>(
    items: &mut Vec<Read<T>>,
    key: impl Fn(&T) -> K,
    what: &'static str,
    mistakes: &mut Mistakes,
) {
    let mut kept = HashSet::with_capacity(items.len());
    items.retain(|item| {
        let new = kept.insert(key(&item.it));
        if !new {
            mistakes.push(Mistake::at(item.span.clone(), MistakeKind::Twice(what)));
        }
        new
    });
}

fn language(value: reader::Value<'_>, mistakes: &mut Mistakes) -> Option<Read<Language>> {
    let code = text(value, mistakes)?;
    match code.it.parse() {
        Ok(language) => Some(code.as_read(language)),
        Err(_) => note(code.span, MistakeKind::Language(code.it.to_owned()), mistakes),
    }
}

/// A day, or a moment with the offset of its clock.
fn published(value: reader::Value<'_>, mistakes: &mut Mistakes) -> Option<Published> {
    let DeValue::Datetime(written) = value.get_ref() else {
        return wrong_type(value, "a date without quotation marks", mistakes);
    };
    let published = (|| {
        let date = written.date?;
        let day = civil::Date::new(date.year.try_into().ok()?, date.month.try_into().ok()?, date.day.try_into().ok()?);
        let day = day.ok()?;
        match (written.time, written.offset) {
            (None, None) => Some(Published::Day(day)),
            (Some(time), Some(offset)) => {
                let offset = match offset {
                    toml::value::Offset::Z => Offset::UTC,
                    toml::value::Offset::Custom { minutes } => Offset::from_seconds(i32::from(minutes) * 60).ok()?,
                };
                let time = civil::Time::new(
                    time.hour.try_into().ok()?,
                    time.minute.try_into().ok()?,
                    time.second.unwrap_or(0).try_into().ok()?,
                    time.nanosecond.unwrap_or(0).try_into().ok()?,
                );
                Some(Published::Moment(offset.to_timestamp(day.to_datetime(time.ok()?)).ok()?, offset))
            }
            _ => None,
        }
    })();
    published.or_else(|| note(value.span(), MistakeKind::Published, mistakes))
}

fn source(value: reader::Value<'_>, mistakes: &mut Mistakes) -> Option<Source> {
    let source = table(&["name", "url"])(value, mistakes)?;
    let name = source.required("name", owned_text, mistakes);
    let url = source.optional("url", address, mistakes);
    Some(Source { name: name?, url })
}

/// Whether an article may come from there: an address that begins with `http://` or `https://` and a host, without white space.
pub fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let has_host = rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    has_host && !url.contains(|character: char| character.is_whitespace() || character.is_control())
}

/// An address, as [`is_address`] has it.
fn address(value: reader::Value<'_>, mistakes: &mut Mistakes) -> Option<String> {
    let url = text(value, mistakes)?;
    if is_address(url.it) {
        return Some(url.it.to_owned());
    }
    note(url.span, MistakeKind::Address(url.it.to_owned()), mistakes)
}

fn body<'a>(value: reader::Value<'a>, source: &str, mistakes: &mut Mistakes) -> Option<Body<'a>> {
    let body = text(value, mistakes)?;
    if body.it.len() > Article::MAX_BODY {
        return note(body.span, MistakeKind::LongBody(body.it.len()), mistakes);
    }
    Some(Body::new(body.it, source))
}

fn person(value: reader::Value<'_>, mistakes: &mut Mistakes) -> Option<Read<Person>> {
    let person = table(&["name", "role"])(value, mistakes)?;
    let name = person.required("name", text, mistakes);
    let role = person.optional("role", owned_text, mistakes);
    let name = name?;
    Some(name.as_read(Person { name: name.it.to_owned(), role }))
}

#[cfg(test)]
mod tests {
    use super::{Published, parse};

    /// A file with these keys, and a body of four sentences.
    fn file(keys: &str) -> String {
        let body = "Раз и два. Три и четыре. Пять и шесть. Раз и два.";
        format!("title = \"Счёт\"\nlanguage = \"ru\"\nbody = \"{body}\"\n{keys}")
    }

    #[test]
    fn quotes_come_in_the_order_of_the_body_and_keep_their_ids() {
        let quotes =
            ["Пять и шесть.", "Три и четыре.", "Раз и два."].map(|text| format!("[[quotes]]\ntext = \"{text}\"\n"));
        let all = parse("a.toml", &file(&format!("published = 2025-11-28\n{}", quotes.concat()))).unwrap();
        let texts: Vec<&str> = all.quotes.iter().map(|quote| all.text(quote.parts[0])).collect();
        assert_eq!(texts, ["Раз и два.", "Три и четыре.", "Пять и шесть."]);
        let one = parse("a.toml", &file(&format!("published = 2025-11-28\n{}", quotes[0]))).unwrap();
        assert_eq!(one.quotes[0].id, all.quotes[2].id);
    }

    #[test]
    fn an_article_is_published_on_a_day_or_at_a_moment() {
        let published = |date: &str| parse("a.toml", &file(&format!("published = {date}\n"))).map(|it| it.published);
        assert_eq!(parse("a.toml", &file("")).map(|it| it.published), Ok(None));
        let day = jiff::civil::date(2025, 11, 28);
        assert_eq!(published("2025-11-28"), Ok(Some(Published::Day(day))));
        for (date, hour) in [("2025-11-28T23:30:00+05:00", 23), ("2025-11-28 23:30:00Z", 23)] {
            let moment = published(date).unwrap().unwrap();
            assert_eq!((moment.day(), moment.order().1.hour()), (day, hour), "{date}");
        }
        for date in ["2025-11-28T23:30:00", "23:30:00", "\"2025-11-28\"", "2025", "2025-02-30"] {
            assert!(published(date).is_err(), "{date}");
        }
    }
}
