//! The folder of article files goes into the store: a changed file is a new revision, a removed one withdraws its edition, and a
//! broken one leaves the last good revision as it is.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::JobError;
use crate::article::{self, Article, ArticleId, Language, Mistake, MistakeKind, Report};
use crate::store::{Edition, Kept, Store, hash};

/// How many files are read before they are kept: a transaction holds up other writers.
const BATCH: usize = 200;

/// A folder of article files and the store into which it goes.
#[derive(Debug, Clone)]
pub struct Reload {
    folder: PathBuf,
    store: Store,
}

/// What a look at the folder brought.
#[derive(Debug, Default)]
pub struct Read {
    /// The articles that changed, in the order of the alphabet.
    pub changed: BTreeSet<ArticleId>,
    /// The files with mistakes.
    pub broken: Vec<Report>,
    /// How many files were looked at.
    pub files: usize,
}

impl Reload {
    /// From this folder into this store.
    pub fn new(folder: &Path, store: Store) -> Self {
        Self { folder: folder.to_owned(), store }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Brings the store up to the folder. A folder that can't be read, or has no article file, changes nothing: a disk that is not
    /// there looks the same.
    ///
    /// # Errors
    /// If the store fails: what was kept until then stays, and the next time goes on from there.
    pub async fn run(&self, now: Timestamp) -> Result<Read, JobError> {
        let mut read = Read::default();
        let files = match article::files(&self.folder) {
            Ok(files) => files,
            Err(report) => {
                read.broken.push(report);
                return Ok(read);
            }
        };
        let before = self.store.editions().await?;
        let mut pass = Pass::of(&before);
        for files in files.chunks(BATCH) {
            read.files += files.len();
            let (found, files) = (pass, files.to_vec());
            let looked = tokio::task::spawn_blocking(move || found.look(&files)).await;
            let (editions, broken);
            (pass, editions, broken) = looked?;
            read.broken.extend(broken);
            let numbers = self.store.keep_editions(&editions, now).await?;
            let changed = editions.into_iter().zip(numbers).filter(|(_, number)| number.is_some());
            read.changed.extend(changed.map(|(edition, _)| edition.article));
        }
        for Kept { article, language, origin, .. } in before {
            let gone = !pass.broken.contains(&origin) && !pass.seen.contains_key(&(article.clone(), language));
            if gone && self.store.withdraw_edition(&article, language, now).await?.is_some() {
                read.changed.insert(article);
            }
        }
        Ok(read)
    }
}

/// One pass over the files.
#[derive(Debug, Default)]
struct Pass {
    /// What the store has from each file.
    kept: HashMap<String, Kept>,
    /// The file of each edition met so far.
    seen: HashMap<(ArticleId, Language), PathBuf>,
    /// The names of the files with mistakes.
    broken: HashSet<String>,
}

impl Pass {
    fn of(before: &[Kept]) -> Self {
        let kept = before.iter().map(|kept| (kept.origin.clone(), kept.clone())).collect();
        Self { kept, ..Self::default() }
    }

    /// Reads some files: gives the editions that the store does not have yet, and the reports on files with mistakes.
    fn look(mut self, files: &[PathBuf]) -> (Self, Vec<Edition>, Vec<Report>) {
        let (mut editions, mut reports) = (Vec::new(), Vec::new());
        for file in files {
            let origin = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            match self.edition(file, &origin) {
                Ok(edition) => editions.extend(edition),
                Err(report) => {
                    self.broken.insert(origin);
                    reports.push(*report);
                }
            }
        }
        (self, editions, reports)
    }

    /// The edition in a file; nothing when the store has it as it is.
    fn edition(&mut self, file: &Path, origin: &str) -> Result<Option<Edition>, Box<Report>> {
        let text = article::read_file(file)?;
        if let Some(kept) = self.kept.get(origin)
            && kept.hash == hash(&text)
        {
            let key = (kept.article.clone(), kept.language);
            return self.see(key, file, &text).map(|()| None);
        }
        match article::parse(origin, &text) {
            Ok(Article { id, language, published, .. }) => {
                self.see((id.clone(), language), file, &text)?;
                let published = published.map(|published| published.to_string());
                Ok(Some(Edition { article: id, language, text, origin: origin.to_owned(), published }))
            }
            Err(mistakes) => Err(report(file, &text, mistakes)),
        }
    }

    /// Notes the file of an edition; the second file of an edition is a mistake.
    fn see(&mut self, key: (ArticleId, Language), file: &Path, text: &str) -> Result<(), Box<Report>> {
        if let Some(first) = self.seen.get(&key) {
            let second = MistakeKind::SecondEdition { id: key.0, first: first.display().to_string() };
            return Err(report(file, text, vec![Mistake { kind: second, span: None }]));
        }
        self.seen.insert(key, file.to_owned());
        Ok(())
    }
}

fn report(file: &Path, text: &str, mistakes: Vec<Mistake>) -> Box<Report> {
    Box::new(Report { path: file.display().to_string(), source: text.to_owned(), mistakes })
}
