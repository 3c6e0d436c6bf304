//! Pages in the shapes of news sites: what is read of each is its article, and little else.
//!
//! Beside each `tests/pages/*.html` stands in a `.txt` what a careful reader would copy of it, title first.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use derek::structure::reading;

/// Of the words that are read at least this share are the article's, and of the article's at least this share are read:
/// a page each, then all of them on the average.
const EACH: (f64, f64) = (0.6, 0.7);
const ALL: (f64, f64) = (0.9, 0.95);

/// How often each word stands in a text.
fn words(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

/// The precision and the recall of the words that were read.
fn measured(read: &str, article: &str) -> (f64, f64) {
    let (read, article) = (words(read), words(article));
    let both: usize = article.iter().map(|(word, times)| read.get(word).copied().unwrap_or(0).min(*times)).sum();
    let all = |words: &HashMap<String, usize>| words.values().sum::<usize>().max(1) as f64;
    (both as f64 / all(&read), both as f64 / all(&article))
}

#[test]
fn of_a_page_the_article_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|page| page.extension().is_some_and(|extension| extension == "html"));
    pages.sort();
    assert!(pages.len() >= 12);
    let (mut precision, mut recall, mut below) = (0.0, 0.0, Vec::new());
    for page in &pages {
        let name = page.file_stem().unwrap().to_string_lossy();
        let read = reading::read(&fs::read(page).unwrap()).map(|reading| reading.text).unwrap_or_default();
        let found = measured(&read, &fs::read_to_string(page.with_extension("txt")).unwrap());
        println!("{name:24} precision {:.3} recall {:.3}", found.0, found.1);
        precision += found.0 / pages.len() as f64;
        recall += found.1 / pages.len() as f64;
        if found.0 < EACH.0 || found.1 < EACH.1 {
            below.push(format!("{name}: {found:.3?}\n{read}"));
        }
    }
    println!("{:24} precision {precision:.3} recall {recall:.3}", "all on the average");
    assert!(below.is_empty() && precision >= ALL.0 && recall >= ALL.1, "{}", below.join("\n\n"));
}
