//! A draft as an article file that `derek validate` accepts as it is.
//!
//! The file is written, read by the reader of article files, and what that does not accept is taken out again, with a
//! comment that says so: a value that article files cannot hold, or a second quote in the very same words.

use std::fmt::Write;
use std::ops::Range;

use thiserror::Error;

use super::json::kind;
use crate::article::{self, Article, FigureKind, Span, Value};
use crate::structure::draft::{Amount, Draft, EntityKind, Figure, Paragraph, ParagraphKind, Quote};
use crate::structure::reading::Reading;

/// A text that is too long for an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the text has {0} bytes: an article has at most {max}", max = Article::MAX_BODY)]
pub struct LongBody(pub usize);

/// A file is read again at most so often: what is taken out once rarely uncovers more.
const ROUNDS: usize = 4;

/// The draft of a text that was read from a file, as an article file.
///
/// # Errors
/// If the text is too long for an article.
///
/// # Panics
/// If the draft is that of another text.
pub fn toml(draft: &Draft, reading: &Reading) -> Result<String, LongBody> {
    let source = Source::new(draft, reading);
    if source.body.len() > Article::MAX_BODY {
        return Err(LongBody(source.body.len()));
    }
    let mut items = source.items();
    let mut left_out = Vec::new();
    for _ in 0..ROUNDS {
        let (file, places) = source.file(&items, &left_out);
        let Err(mistakes) = article::parse(FILE_NAME, &file) else { return Ok(file) };
        let mut broken: Vec<usize> = Vec::new();
        for mistake in &mistakes {
            let at = mistake.span.as_ref().map_or(0, |span| span.start);
            let Some(item) = places.iter().position(|place| place.contains(&at)) else { continue };
            if !broken.contains(&item) {
                broken.push(item);
                left_out.push(format!("{}: {}", items[item].name(), mistake.kind));
            }
        }
        broken.sort_unstable();
        for item in broken.into_iter().rev() {
            items.remove(item);
        }
    }
    Ok(source.file(&[], &left_out).0)
}

/// Only the reader of article files sees it.
const FILE_NAME: &str = "draft.toml";

/// What a file is made of.
struct Source<'a> {
    draft: &'a Draft,
    reading: &'a Reading,
    text: &'a str,
    body: String,
}

/// A part of the file that can be taken out.
enum Item<'a> {
    Credit(&'a str),
    Sentence(&'a str),
    Person { name: &'a str, role: Option<&'a str> },
    Quote(&'a Quote),
    Figure(&'a Figure, Value),
}

impl Item<'_> {
    fn name(&self) -> &'static str {
        match self {
            Item::Credit(_) => "the credit",
            Item::Sentence(_) => "a sentence of the summary",
            Item::Person { .. } => "a person",
            Item::Quote(_) => "a quote",
            Item::Figure(..) => "a figure",
        }
    }
}

impl<'a> Source<'a> {
    fn new(draft: &'a Draft, reading: &'a Reading) -> Self {
        let text = &reading.text;
        Source { draft, reading, text, body: body(draft, text) }
    }

    fn words(&self, span: Span) -> &'a str {
        &self.text[span.start..span.end]
    }

    fn items(&self) -> Vec<Item<'a>> {
        let draft = self.draft;
        let mut credits = draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Credit);
        let mut items: Vec<Item<'a>> =
            credits.next_back().map(|credit| Item::Credit(self.words(credit.span))).into_iter().collect();
        items.extend(draft.summary.iter().map(|sentence| Item::Sentence(self.words(*sentence))));
        let mut people: Vec<(&str, Option<&str>)> = Vec::new();
        let speakers = draft.quotes.iter().filter_map(|quote| Some((quote.speaker.as_deref()?, quote.role.as_deref())));
        let named = draft.entities.iter().filter(|entity| entity.kind == EntityKind::Person && entity.role.is_some());
        for (name, role) in speakers.chain(named.map(|person| (person.name.as_str(), person.role.as_deref()))) {
            match people.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known = known.or(role),
                None => people.push((name, role)),
            }
        }
        items.extend(people.into_iter().map(|(name, role)| Item::Person { name, role }));
        items.extend(draft.quotes.iter().map(Item::Quote));
        items.extend(
            draft.figures.iter().filter_map(|figure| Some(Item::Figure(figure, value(figure.value?, figure.kind)?))),
        );
        items
    }

    /// The file with these items, and where each stands in it.
    fn file(&self, items: &[Item<'_>], left_out: &[String]) -> (String, Vec<Range<usize>>) {
        let mut file = String::with_capacity(self.text.len() * 3);
        let mut places = Vec::with_capacity(items.len());
        let line = |file: &mut String, key: &str, value: &str| {
            file.push_str(key);
            file.push_str(" = ");
            file.push_str(&quoted(value));
            file.push('\n');
        };
        line(&mut file, "title", &self.title());
        line(&mut file, "language", self.draft.language.code());
        if let Some(published) = self.reading.published.as_deref().and_then(day) {
            file.push_str(&format!("published = {published}\n"));
        }
        if let Some(site) = self.reading.site.as_deref().filter(|site| !site.trim().is_empty()) {
            let url = self.reading.url.as_deref().map(|url| format!(", url = {}", quoted(url)));
            file.push_str(&format!("source = {{ name = {}{} }}\n", quoted(site), url.unwrap_or_default()));
        }
        let mut items = items.iter().peekable();
        while let Some(Item::Credit(credit)) = items.next_if(|item| matches!(item, Item::Credit(_))) {
            let start = file.len();
            line(&mut file, "credit", credit);
            places.push(start..file.len());
        }
        file.push_str("body = \"\"\"\n");
        escape(&self.body, true, &mut file);
        file.push_str("\"\"\"\n");
        file.push_str("summary = [\n");
        while let Some(Item::Sentence(sentence)) = items.next_if(|item| matches!(item, Item::Sentence(_))) {
            let start = file.len();
            file.push_str(&format!("    {},\n", quoted(sentence)));
            places.push(start..file.len());
        }
        file.push_str("]\n");
        for item in items {
            let start = file.len();
            match item {
                Item::Person { name, role } => {
                    file.push_str("\n[[people]]\n");
                    line(&mut file, "name", name);
                    if let Some(role) = role {
                        line(&mut file, "role", role);
                    }
                }
                Item::Quote(quote) => self.quote(quote, &mut file),
                Item::Figure(figure, value) => self.figure(figure, *value, &mut file),
                Item::Credit(_) | Item::Sentence(_) => {}
            }
            places.push(start..file.len());
        }
        for why in left_out {
            file.push_str(&format!("\n# Left out: {why}"));
        }
        if !left_out.is_empty() {
            file.push('\n');
        }
        (file, places)
    }

    /// The headline, or what a page calls itself, or the first words.
    fn title(&self) -> String {
        let given = self.draft.title.map(|title| self.words(title)).or(self.reading.title.as_deref());
        let first = || self.body.lines().find(|line| !line.trim().is_empty()).unwrap_or(self.text);
        given.unwrap_or_else(first).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn quote(&self, quote: &Quote, file: &mut String) {
        file.push_str("\n[[quotes]]\n");
        if let Some(speaker) = &quote.speaker {
            file.push_str(&format!("speaker = {}\n", quoted(speaker)));
        }
        let parts: Vec<_> = quote.parts.iter().map(|part| quoted(self.words(*part))).collect();
        match &parts[..] {
            [part] => file.push_str(&format!("text = {part}\n")),
            parts => file.push_str(&format!("text = [\n    {},\n]\n", parts.join(",\n    "))),
        }
    }

    fn figure(&self, figure: &Figure, value: Value, file: &mut String) {
        let written = match value {
            Value::Share { .. } | Value::Date(_) => quoted(&value.to_string()),
            Value::Number(_) | Value::Range { .. } => value.to_string(),
        };
        file.push_str(&format!("\n[[figures]]\nvalue = {written}\nkind = \"{}\"\n", kind(figure.kind)));
        let unit = match figure.kind {
            FigureKind::Money => figure.unit.clone(),
            FigureKind::Share => figure.of.map(|of| self.words(of).to_owned()),
            FigureKind::Date => None,
            _ => figure.words.map(|words| self.words(words).to_owned()),
        };
        if let Some(unit) = unit.filter(|unit| !unit.trim().is_empty()) {
            file.push_str(&format!("unit = {}\n", quoted(&unit)));
        }
        file.push_str(&format!("label = {}\n", quoted(self.words(figure.label))));
        file.push_str(&format!("text = {}\n", quoted(self.words(figure.sentence))));
    }
}

/// The text without its headline and without what the site adds; all of it, if nothing else is there.
fn body(draft: &Draft, text: &str) -> String {
    let kept = |paragraph: &&Paragraph| !matches!(paragraph.kind, ParagraphKind::Headline | ParagraphKind::Furniture);
    let mut body = String::with_capacity(text.len());
    let mut before: Option<Span> = None;
    for paragraph in draft.paragraphs.iter().filter(kept) {
        if let Some(before) = before {
            let between = &text[before.end..paragraph.span.start];
            let blank = between.matches('\n').count() > 1 || between.matches('\r').count() > 1;
            body.push_str(if blank { "\n\n" } else { "\n" });
        }
        body.push_str(&text[paragraph.span.start..paragraph.span.end]);
        before = Some(paragraph.span);
    }
    if body.is_empty() { text.trim().to_owned() } else { body }
}

/// The value as an article file has it, if it can hold it for such a figure.
fn value(amount: Amount, kind: FigureKind) -> Option<Value> {
    let value = match amount {
        Amount::Value(value) => value,
        // A range of years; one of months or days has no form there yet.
        Amount::Dates { from, to } if from.month.is_none() && to.month.is_none() => {
            Value::Range { low: from.year.into(), high: to.year.into() }
        }
        Amount::Dates { .. } => return None,
    };
    value.fits(kind).then_some(value)
}

/// The day with which a page's date begins.
fn day(published: &str) -> Option<jiff::civil::Date> {
    published.trim().get(..10)?.parse().ok()
}

/// A text in quotation marks.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    escape(text, false, &mut quoted);
    quoted.push('"');
    quoted
}

/// Writes a text as TOML has it between quotation marks; `lines` where line ends may stand as they are.
fn escape(text: &str, lines: bool, file: &mut String) {
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\n' if lines => file.push('\n'),
            // Alone it may stand in a body; several, or one before the closing marks, would end it.
            '"' if lines && !file.ends_with('"') && characters.peek().is_some_and(|next| *next != '"') => {
                file.push('"')
            }
            '"' => file.push_str("\\\""),
            '\\' => file.push_str("\\\\"),
            '\t' => file.push('\t'),
            // Writing into a text cannot fail.
            _ if character.is_control() => drop(write!(file, "\\u{:04X}", u32::from(character))),
            _ => file.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language::Ru;
    use crate::structure::draft::{Entity, Rule};

    const TEXT: &str = "Заголовок\n\nПервое предложение, в котором «есть слова». Второе – с числом 2 334 и 5.\nФото: Иван\nЧитайте также: иное\n";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).unwrap();
        Span { start, end: start + words.len() }
    }

    fn draft() -> Draft {
        let paragraph = |kind, words| Paragraph { kind, span: span(words) };
        let figure = |words, value, kind| Figure {
            span: span(words),
            value: Some(Amount::Value(value)),
            kind,
            unit: None,
            words: None,
            of: None,
            approximate: None,
            label: span("с числом"),
            sentence: span("Второе – с числом 2 334 и 5."),
        };
        let quote = |words| Quote {
            parts: vec![span(words)],
            speaker: Some("Иван \"Грозный\"".to_owned()),
            role: Some("царь".to_owned()),
            mention: None,
            rule: Rule::Name,
            confidence: 0.9,
        };
        Draft {
            language: Ru,
            title: Some(span("Заголовок")),
            paragraphs: vec![
                paragraph(ParagraphKind::Headline, "Заголовок"),
                paragraph(
                    ParagraphKind::Lead,
                    "Первое предложение, в котором «есть слова». Второе – с числом 2 334 и 5.",
                ),
                paragraph(ParagraphKind::Credit, "Фото: Иван"),
                paragraph(ParagraphKind::Furniture, "Читайте также: иное"),
            ],
            sentences: Vec::new(),
            quotes: vec![quote("есть слова"), quote("есть слова")],
            figures: vec![
                figure("2 334", Value::Number(2334.0), FigureKind::Count),
                figure("5", Value::Number(5.5), FigureKind::Count),
            ],
            entities: vec![Entity {
                kind: EntityKind::Person,
                span: span("Иван"),
                name: "Иван".to_owned(),
                role: None,
            }],
            summary: vec![span("Первое предложение, в котором «есть слова».")],
        }
    }

    #[test]
    fn a_draft_is_an_article_file() {
        let reading = Reading {
            text: TEXT.to_owned(),
            published: Some("2025-11-28T10:00:00+05:00".to_owned()),
            site: Some("Новости".to_owned()),
            url: Some("https://example.kz/a".to_owned()),
            ..Reading::default()
        };
        let file = toml(&draft(), &reading).unwrap();
        let article = article::parse(FILE_NAME, &file).unwrap();
        assert_eq!(article.title, "Заголовок");
        assert_eq!(
            article.body,
            "Первое предложение, в котором «есть слова». Второе – с числом 2 334 и 5.\nФото: Иван"
        );
        assert_eq!(article.credit.map(|credit| article.text(credit)), Some("Фото: Иван"));
        assert_eq!(article.role_of("Иван \"Грозный\""), Some("царь"));
        assert_eq!((article.quotes.len(), article.figures.len(), article.summary.len()), (1, 1, 1));
        assert!(file.ends_with("# Left out: a quote: the same quote stands in this file already\n"), "{file}");
    }

    #[test]
    fn any_body_can_be_written() {
        for text in ["a\"", "a\"\"\"\"b", "c:\\d", "\t\u{7f}\u{1}x", "«а»\r\nb", "\"\"\"", "x\\"] {
            let reading = Reading { text: text.to_owned(), ..Reading::default() };
            let body = Paragraph { kind: ParagraphKind::Body, span: Span { start: 0, end: text.len() } };
            let draft = Draft {
                title: None,
                paragraphs: vec![body],
                quotes: Vec::new(),
                figures: Vec::new(),
                entities: Vec::new(),
                summary: Vec::new(),
                ..draft()
            };
            let article = article::parse(FILE_NAME, &toml(&draft, &reading).unwrap());
            assert_eq!(article.map(|article| article.body), Ok(text.to_owned()), "{text:?}");
        }
    }
}
