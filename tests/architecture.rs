//! The arrows of ARCHITECTURE.md: a module uses only what stands above it, only `telegram` names teloxide, and the pure ones
//! name neither the network nor a clock.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module of the library with the modules that it may use.
const MAY_USE: [(&str, &[&str]); 15] = [
    ("article", &[]),
    ("kazakh", &[]),
    ("structure", &["article", "kazakh"]),
    ("library", &["article", "kazakh", "structure"]),
    ("locale", &["article"]),
    ("following", &["article", "library"]),
    ("picture", &["article", "structure"]),
    ("commands", &["article", "structure", "library", "locale", "following", "picture"]),
    ("store", &["article", "following", "commands"]),
    ("outbox", &["article", "commands", "store"]),
    ("telegram", &["article", "library", "locale", "following", "picture", "commands", "store", "outbox"]),
    ("terminal", &["article", "library", "locale", "commands"]),
    ("jobs", &["article", "library", "locale", "following", "picture", "commands", "store", "outbox"]),
    ("config", &["picture", "store", "outbox"]),
    ("logging", &[]),
];

/// Words that a pure module does not say in code.
const IMPURE: [&str; 9] = [
    "teloxide",
    "tokio",
    "reqwest",
    "std::net",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "fastrand",
];

const PURE: [&str; 9] =
    ["article", "kazakh", "structure", "library", "locale", "following", "picture", "commands", "terminal"];

/// The only file of the pure modules that may read the file system.
const READS_FILES: &str = "src/article/folder.rs";

#[test]
fn every_module_has_its_arrows() {
    let known: Vec<_> = MAY_USE.iter().map(|(module, _)| *module).collect();
    let mut found: Vec<_> = modules().into_iter().map(|(module, _)| module).collect();
    found.dedup();
    found.retain(|module| !["lib", "main"].contains(&module.as_str()));
    assert!(!found.is_empty());
    for module in found {
        assert!(known.contains(&module.as_str()), "src/{module} is not in ARCHITECTURE.md's order, nor in MAY_USE");
    }
}

#[test]
fn a_use_points_only_upwards() {
    for (module, file) in modules() {
        let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == module) else { continue };
        for (number, line) in code(&file) {
            for used in ["crate::", "derek::"].iter().flat_map(|root| line.split(root).skip(1)) {
                let used = used.trim_start_matches('{').split(|c: char| !c.is_alphanumeric() && c != '_').next();
                let used = used.unwrap_or_default();
                let is_module = MAY_USE.iter().any(|(name, _)| *name == used);
                assert!(
                    !is_module || used == module || may_use.contains(&used),
                    "{}:{number}: {module} must not use {used}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn only_telegram_names_teloxide_and_only_store_names_sql() {
    for (module, file) in modules() {
        for (number, line) in code(&file) {
            assert!(
                module == "store" || !line.contains("sqlx::"),
                "{}:{number}: only src/store names SQL",
                file.display()
            );
            assert!(
                module == "telegram" || !line.contains("teloxide::"),
                "{}:{number}: only src/telegram names teloxide",
                file.display()
            );
        }
    }
    for file in rust_files(Path::new("sandbox")) {
        for (number, line) in code(&file) {
            assert!(!line.contains("teloxide"), "{}:{number}: the sandbox knows no teloxide", file.display());
            assert!(!line.contains("derek::"), "{}:{number}: the sandbox knows no Derek", file.display());
        }
    }
}

#[test]
fn the_core_is_pure() {
    for (module, file) in modules() {
        if !PURE.contains(&module.as_str()) {
            continue;
        }
        for (number, line) in code(&file) {
            for word in IMPURE {
                assert!(!line.contains(word), "{}:{number}: {module} is pure and must not name {word}", file.display());
            }
            let reads = line.contains("std::fs") || line.contains("File::");
            assert!(
                !reads || file.ends_with(READS_FILES),
                "{}:{number}: of the pure modules only {READS_FILES} reads files",
                file.display()
            );
        }
    }
}

/// The module of the library to which a file belongs, and the file.
fn modules() -> Vec<(String, PathBuf)> {
    let mut modules: Vec<_> = rust_files(Path::new("src"))
        .into_iter()
        .map(|file| {
            let first = file.iter().nth(1).expect("a file in src").to_string_lossy();
            (first.trim_end_matches(".rs").to_owned(), file)
        })
        .collect();
    modules.sort();
    modules
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("tests run in the package's folder") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() && !path.ends_with("target") {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The numbered lines of a file up to its tests, without comments. Joins a `use crate::{…}` that runs over lines is not needed:
/// every module is named on a line of its own there, and each of those lines is looked at with `crate::` before it.
fn code(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).expect("a readable source file");
    let mut lines = Vec::new();
    let mut in_braces = false;
    for (number, line) in text.lines().enumerate().take_while(|(_, line)| !line.starts_with("#[cfg(test)]")) {
        let line = line.split("//").next().unwrap_or_default().trim();
        lines.push((number + 1, if in_braces { format!("crate::{line}") } else { line.to_owned() }));
        in_braces = (in_braces || line.starts_with("use crate::{")) && !line.contains("};");
    }
    lines
}
