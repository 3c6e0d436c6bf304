//! The locale files and the code agree: the same keys with the same arguments in every language, no key that no code uses,
//! no key or argument that the code gives and a file lacks.
//!
//! The files and the sources are read as text. In the code a key stands as the first literal of a call `text(…, "key", &[…])`, with a hyphen in it,
//! or in a table as `about: "key"` or `argument: Some("key")`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Keys with their arguments.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// Reads a locale file: a message begins at the start of a line and goes on in lines that begin with white space, `}` or nothing.
fn messages(source: &str) -> Messages {
    let mut messages = Messages::new();
    let mut key = None;
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (name, _) = line.split_once(" =").unwrap_or_else(|| panic!("no message: {line}"));
            assert!(messages.insert(name.to_owned(), BTreeSet::new()).is_none(), "{name} stands twice");
            key = Some(name.to_owned());
        }
        let Some(arguments) = key.as_ref().and_then(|key| messages.get_mut(key)) else { continue };
        for after in line.split('$').skip(1) {
            arguments
                .insert(after.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect());
        }
    }
    messages
}

/// The locale files.
fn files() -> Vec<(&'static str, Messages)> {
    let sources = [
        ("ru", include_str!("../data/locales/ru.ftl")),
        ("kk", include_str!("../data/locales/kk.ftl")),
        ("en", include_str!("../data/locales/en.ftl")),
    ];
    sources.into_iter().map(|(language, source)| (language, messages(source))).collect()
}

/// The text between the start of `text` and the parenthesis that closes one opened before it.
fn until_closed(text: &str) -> &str {
    let mut depth = 1;
    let end = text.find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0
    });
    &text[..end.unwrap_or(text.len())]
}

/// The string literal at the start of a text, if there is one.
fn literal(text: &str) -> Option<&str> {
    Some(text.trim_start().strip_prefix('"')?.split_once('"')?.0)
}

/// The keys that a source file uses, each with the arguments that it gives; `None` where the arguments stand elsewhere.
fn used(source: &str) -> Vec<(String, Option<BTreeSet<String>>)> {
    // Tests may ask for what there is not.
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut used = Vec::new();
    for (at, _) in source.match_indices("text(") {
        let call = until_closed(&source[at + "text(".len()..]);
        // Before the arguments; what is plain text for people is no key.
        let key = call.split('&').next().and_then(|head| literal(&head[head.find('"')?..]));
        if let Some(key) =
            key.filter(|key| key.contains('-') && key.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        {
            let given = call.split_once("&[").map(|(_, given)| {
                let pairs = given.split("(\"").skip(1);
                let names = pairs.filter_map(|pair| Some(pair.split_once("\", ")?.0.to_owned()));
                names.filter(|name| name.chars().all(|c| c.is_ascii_lowercase())).collect()
            });
            used.push((key.to_owned(), given));
        }
    }
    for place in ["about: ", "argument: Some("] {
        let keys = source.split(place).skip(1).filter_map(literal);
        used.extend(keys.map(|key| (key.to_owned(), Some(BTreeSet::new()))));
    }
    used
}

/// All Rust files under a folder, without tests.
fn sources(folder: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("src can be listed") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() && !path.ends_with("tests") {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(fs::read_to_string(path).expect("a source is UTF-8"));
        }
    }
}

fn all_used() -> Vec<(String, Option<BTreeSet<String>>)> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.iter().flat_map(|source| used(source)).collect()
}

#[test]
fn the_three_files_have_the_same_keys_and_arguments() {
    let files = files();
    let (_, first) = &files[0];
    assert!(first.len() > 20, "the files are read");
    for (language, messages) in &files {
        let keys = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
        let differing: Vec<String> = keys(first).symmetric_difference(&keys(messages)).cloned().collect();
        assert_eq!(differing, [""; 0], "keys of ru.ftl and {language}.ftl");
        for (key, arguments) in messages {
            assert_eq!(arguments, &first[key], "arguments of {key} in {language}.ftl");
        }
    }
}

#[test]
fn every_key_is_used() {
    let used: BTreeSet<String> = all_used().into_iter().map(|(key, _)| key).collect();
    let idle: Vec<String> = files()[0].1.keys().filter(|key| !used.contains(*key)).cloned().collect();
    assert_eq!(idle, [""; 0]);
}

#[test]
fn every_key_and_argument_that_the_code_uses_is_there() {
    let messages = &files()[0].1;
    let used = all_used();
    assert!(used.len() > 40, "the sources are read");
    for (key, given) in used {
        let expected = messages.get(&key).unwrap_or_else(|| panic!("{key} is in no locale file"));
        if let Some(given) = given {
            assert_eq!(&given, expected, "arguments of {key}");
        }
    }
}

#[test]
fn the_scanner_sees_keys_and_arguments() {
    let code = r#"
        context.text("no-quotes", &[]); locales.text(other(a, b), "date-day", &[("day", f(x).into()), ("year", y)]);
        context
            .text("given-elsewhere", &args); html.text("plain words"); html.text(" — "); Command { about: "about-help" }
    "#;
    let given = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
    let expected = [
        ("no-quotes".to_owned(), given(&[])),
        ("date-day".to_owned(), given(&["day", "year"])),
        ("given-elsewhere".to_owned(), None),
        ("about-help".to_owned(), given(&[])),
    ];
    let found = used(code);
    for one in expected {
        assert!(found.contains(&one), "{one:?} in {found:?}");
    }
}
