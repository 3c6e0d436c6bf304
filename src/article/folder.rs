//! Loads article files from disk: the only place of this module that reads anything.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file::{self, Parsed};
use super::{Article, Mistake, MistakeKind, Report};

/// The most bytes that an article file may have: a body of 1 MiB written in escapes, and the rest.
const MAX_FILE: u64 = 16 << 20;

/// What some files and folders hold.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The articles of the files without mistakes.
    pub articles: Vec<Article>,
    /// The mistakes of the other files, and of paths that can't be read.
    pub reports: Vec<Report>,
    /// How many files were looked at.
    pub files: usize,
}

impl Loaded {
    /// How many mistakes there are.
    pub fn mistakes(&self) -> usize {
        self.reports.iter().map(|report| report.mistakes.len()).sum()
    }
}

/// The closing line of a validation: `3 files, 2 mistakes`.
impl fmt::Display for Loaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
        write!(f, "{}, {}", count(self.files, "file"), count(self.mistakes(), "mistake"))
    }
}

/// Loads article files, and the `*.toml` files of folders (not of folders in them) by name. Good files are kept beside broken ones.
/// A path that can't be read, and a folder without an article file, is a mistake.
pub fn load<P: AsRef<Path>>(paths: &[P]) -> Loaded {
    let mut loaded = Loaded::default();
    let mut editions = HashMap::new();
    for path in paths {
        match files(path.as_ref()) {
            Ok(files) => files.iter().for_each(|file| add(file, &mut loaded, &mut editions)),
            Err(report) => loaded.reports.push(report),
        }
    }
    loaded
}

/// The article files that a path means, by name: itself, or the `*.toml` files of a folder.
///
/// # Errors
/// If the path can't be read, or is a folder without an article file.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Report> {
    let listed = || {
        if !fs::metadata(path)?.is_dir() {
            return Ok(vec![path.to_owned()]);
        }
        let files: io::Result<Vec<PathBuf>> =
            fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect();
        let is_article = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "toml");
        let mut files: Vec<PathBuf> = files?.into_iter().filter(is_article).collect();
        files.sort();
        Ok(files)
    };
    match listed() {
        Ok(files) if files.is_empty() => Err(unread(path, MistakeKind::EmptyFolder)),
        Ok(files) => Ok(files),
        Err(error) => Err(unread(path, MistakeKind::Unreadable(io::Error::to_string(&error)))),
    }
}

/// The editions loaded so far, and the files they stand in.
type EditionFiles = HashMap<(super::ArticleId, super::Language), PathBuf>;

/// Adds what one file holds.
fn add(path: &Path, loaded: &mut Loaded, editions: &mut EditionFiles) {
    loaded.files += 1;
    let source = match read_file(path) {
        Ok(source) => source,
        Err(report) => return loaded.reports.push(*report),
    };
    let file_name = path.file_name().unwrap_or_default().to_string_lossy();
    let mistakes = match file::read(&file_name, &source) {
        Ok(Parsed { article, language }) => {
            let key = (article.id.clone(), article.language);
            let Some(first) = editions.get(&key) else {
                editions.insert(key, path.to_owned());
                return loaded.articles.push(article);
            };
            let second = MistakeKind::SecondEdition { id: article.id, first: first.display().to_string() };
            vec![Mistake::at(language, second)]
        }
        Err(mistakes) => mistakes,
    };
    loaded.reports.push(Report { path: path.display().to_string(), source, mistakes });
}

/// The text of a file.
///
/// # Errors
/// If it can't be read, is no UTF-8, or is too large to hold an article.
pub fn read_file(path: &Path) -> Result<String, Box<Report>> {
    let unreadable = |error: io::Error| Box::new(unread(path, MistakeKind::Unreadable(error.to_string())));
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > MAX_FILE {
        return Err(Box::new(unread(path, MistakeKind::LargeFile(size))));
    }
    String::from_utf8(fs::read(path).map_err(unreadable)?).map_err(|error| {
        let bad = error.utf8_error().valid_up_to();
        let source = String::from_utf8_lossy(error.as_bytes()).into_owned();
        // There the first replacement character stands.
        let span = bad..bad + char::REPLACEMENT_CHARACTER.len_utf8();
        Box::new(Report {
            path: path.display().to_string(),
            source,
            mistakes: vec![Mistake::at(span, MistakeKind::NotUtf8)],
        })
    })
}

/// The report on a path that gives no text.
fn unread(path: &Path, kind: MistakeKind) -> Report {
    Report { path: path.display().to_string(), source: String::new(), mistakes: vec![Mistake::of_file(kind)] }
}
