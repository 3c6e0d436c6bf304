//! Generated articles as article files.

use std::fmt::Write as _;
use std::path::Path;

use derek::article::{Article, Value};

use super::Press;

/// Writes the articles of a library of so many quotes into a folder, a file each.
pub(crate) fn write(quotes: usize, folder: &Path) {
    for article in Press::library(quotes) {
        let path = folder.join(format!("{}.toml", article.id));
        std::fs::write(path, file(&article)).expect("room for the articles");
    }
}

fn file(article: &Article) -> String {
    // What JSON writes of a string TOML reads.
    let text = |text: &str| serde_json::to_string(text).expect("a string");
    let mut file = format!("title = {}\nlanguage = \"{}\"\n", text(&article.title), article.language.code());
    if let Some(published) = article.published {
        writeln!(file, "published = {published}").expect("a string takes any text");
    }
    if let Some(source) = &article.source {
        let url = source.url.as_deref().unwrap_or_default();
        writeln!(file, "source = {{ name = {}, url = {} }}", text(&source.name), text(url)).expect("as above");
    }
    let summary: Vec<String> = article.summary.iter().map(|span| text(article.text(*span))).collect();
    writeln!(file, "summary = [{}]\nbody = {}", summary.join(", "), text(&article.body)).expect("as above");
    for person in &article.people {
        let role = person.role.as_deref().unwrap_or_default();
        writeln!(file, "[[people]]\nname = {}\nrole = {}", text(&person.name), text(role)).expect("as above");
    }
    for quote in &article.quotes {
        let words = text(article.text(quote.parts[0]));
        let speaker = text(quote.speaker.as_deref().unwrap_or_default());
        let topics: Vec<String> = quote.topics.iter().map(|topic| text(topic)).collect();
        writeln!(file, "[[quotes]]\ntext = {words}\nspeaker = {speaker}\ntopics = [{}]", topics.join(", "))
            .expect("as above");
    }
    for figure in &article.figures {
        let Value::Number(value) = figure.value else { continue };
        let (label, words) = (text(&figure.label), text(article.text(figure.text)));
        let unit = text(figure.unit.as_deref().unwrap_or_default());
        writeln!(
            file,
            "[[figures]]\nvalue = {value}\nkind = \"count\"\nunit = {unit}\nlabel = {label}\ntext = {words}"
        )
        .expect("as above");
    }
    file
}
