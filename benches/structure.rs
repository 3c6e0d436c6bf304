//! How fast a text becomes a draft, against the least that a program does which looks at words: counting them.
//!
//! `cargo bench --bench structure` for MB/s; `cargo bench --bench structure -- hostile` for a table of long and strange
//! texts, each at 1, 2 and 5 MiB, with the seconds and the memory that a draft takes. Everything runs on one core.

use std::collections::HashMap;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group};
use derek::article;
use derek::structure;

/// The articles of the repository, which the texts are made of.
const ARTICLES: [(&str, &str); 3] = [
    ("ru", include_str!("../data/articles/rural-akims.toml")),
    ("kk", include_str!("../data/articles/rural-akims.kk.toml")),
    ("en", include_str!("../data/articles/rural-akims.en.toml")),
];

/// How many articles of each language are read, some 4 to 7 kB each.
const EDITIONS: u64 = 40;

/// The title and the body of an article file.
fn article(source: &str) -> String {
    let article = article::parse("rural-akims.toml", source).expect("the articles of the repository have no mistakes");
    format!("{}\n{}", article.title, article.body)
}

/// The article with other numbers, other endings of every tenth long word, and its paragraphs in another order.
fn varied(article: &str, seed: u64) -> String {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut paragraphs: Vec<_> = article.lines().collect();
    random.shuffle(&mut paragraphs[1..]);
    let mut text = String::with_capacity(article.len());
    for paragraph in paragraphs {
        for word in paragraph.split_inclusive(' ') {
            if word.starts_with(|c: char| c.is_ascii_digit()) {
                text.extend(word.chars().map(|c| if c.is_ascii_digit() { random.digit(10) } else { c }));
            } else if word.len() > 12 && random.u8(..10) == 0 {
                let cyrillic = word.starts_with(|c: char| !c.is_ascii());
                let letters: Vec<char> = if cyrillic { "аеиоуыклмнрст" } else { "aeiouklmnrst" }.chars().collect();
                let cut = word.char_indices().nth(5).map_or(word.len(), |(at, _)| at);
                text += &word[..cut];
                text.extend((0..4).map(|_| letters[random.usize(..letters.len())]));
                text.push(' ');
            } else {
                text += word;
            }
        }
        text.push('\n');
    }
    text
}

/// How often each word stands in a text.
fn counted(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

fn drafts(criterion: &mut Criterion) {
    let texts = |source| (0..EDITIONS).map(|seed| varied(&article(source), seed)).collect::<Vec<_>>();
    let mut sets: Vec<(String, Vec<String>)> =
        ARTICLES.iter().map(|(language, source)| (format!("articles in {language}"), texts(source))).collect();
    let all: Vec<String> = sets.iter().flat_map(|(_, texts)| texts.clone()).collect();
    let whole = vec![sets[0].1.concat()];
    sets.push(("articles in all three".to_owned(), all));
    sets.push(("those in ru as one text".to_owned(), whole));

    let mut group = criterion.benchmark_group("structure");
    group.sample_size(20);
    for (name, texts) in &sets {
        let bytes: usize = texts.iter().map(String::len).sum();
        eprintln!("{name}: {} texts, {} kB", texts.len(), bytes / 1000);
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(format!("{name}, draft"), |bencher| {
            bencher.iter(|| {
                texts.iter().map(|text| structure::draft(black_box(text), None)).filter(Result::is_ok).count()
            });
        });
        group.bench_function(format!("{name}, words counted"), |bencher| {
            bencher.iter(|| texts.iter().map(|text| counted(black_box(text)).len()).sum::<usize>());
        });
    }
    group.finish();
}

/// Texts that are long in a strange way: what is repeated, after a start that tells the language.
fn hostile() -> Vec<(&'static str, String, String)> {
    let article = article(ARTICLES[0].1);
    // By its first 64 KiB the language is told.
    let start = format!("{article}\n").repeat(16);
    let mut shapes = vec![("articles", start.clone(), article.clone())];
    let mut add = |name, repeated: &str| shapes.push((name, start.clone(), repeated.to_owned()));
    add("one paragraph", &article.replace('\n', " "));
    add("one sentence", &article.replace(['\n', '.', '?', '!'], " "));
    add("words, no mark at all", "президент страны заявил что школы открыты для всех ");
    add("opening marks only", "«");
    add("opening marks, spaced", " «");
    add("straight marks only", "\"");
    add("straight marks, spaced", " \"");
    add("pairs of marks", "«да» ");
    add("marks in marks", "«да „нет");
    add("digits only", "7");
    add("numbers", "12 345 ");
    add("numbers with marks", "1,");
    add("numbers with points", "1.");
    add("numerals", "сто двадцать пять тысяч ");
    add("ranges", "5–");
    add("dates", "28 ноября 2025 года ");
    add("capital words", "ПРЕЗИДЕНТ СТРАНЫ ");
    add("words with a capital", "Асхат Иманов Министерства ");
    add("capital letters", "А. ");
    add("one name", "Асхат Иманов ");
    add("one name, said", "«Мы построили школы», – сказал Асхат Иманов. ");
    add("pronouns that said", "«Мы построили школы», – сказал он. ");
    add("speech without a speaker", "«Мы построили школы и больницы». ");
    add("bodies", "Министерство образования ");
    add("said", "сказал ");
    add("said, with a dash", "– сказал ");
    add("titles", "министр председатель ");
    add("line ends", "\n");
    add("line ends and spaces", "\n \u{200b}");
    add("spaces", " ");
    add("invisible", "\u{ad}");
    add("combining marks", "\u{301}");
    add("dashes", "– ");
    add("dashes on lines", "– да\n");
    add("words on lines", "школы\n");
    add("full stops", ".");
    add("brackets", "(");
    add("commas", ", ");
    add("colons", ": «");
    add("one letter", "а");
    add("emoji", "👩‍👩‍👧‍👦");
    for name in ["other words", "other names", "other names, said"] {
        add(name, "");
    }
    shapes
}

/// A text of this shape and length.
fn stretched(name: &str, start: &str, repeated: &str, bytes: usize) -> String {
    let mut random = fastrand::Rng::with_seed(7);
    let mut word = |first: char| {
        let letters: Vec<char> = "аеиоуыклмнрст".chars().collect();
        let rest: String = (0..9).map(|_| letters[random.usize(..letters.len())]).collect();
        format!("{first}{rest}")
    };
    let mut text = start.to_owned();
    while text.len() + repeated.len() < bytes {
        match name {
            "other words" => text += &format!("{} ", word('п')),
            "other names" => text += &format!("{} {}. ", word('А'), word('И')),
            "other names, said" => text += &format!("«Мы {}», – сказал {} {}. ", word('з'), word('А'), word('И')),
            _ => text += repeated,
        }
    }
    text
}

/// Prints seconds and memory for each shape of text: each in a process of its own, so that the peak is its own.
fn table(only: Option<&str>) {
    let program = std::env::current_exe().expect("a program knows where it is");
    println!(
        "{:<28}{:>9}{:>9}{:>9}{:>9}{:>10}",
        "seconds for a draft of", "1 MiB", "2 MiB", "5 MiB", "5 : 1", "MiB held"
    );
    for (number, (name, ..)) in hostile().iter().enumerate() {
        if only.is_some_and(|only| !name.contains(only)) {
            continue;
        }
        let measured: Vec<(f64, f64)> = [1, 2, 5]
            .iter()
            .map(|mebibytes: &usize| {
                let child = Command::new(&program).args(["one", &number.to_string(), &mebibytes.to_string()]).output();
                let told = String::from_utf8(child.expect("a program can start itself").stdout).unwrap_or_default();
                let mut numbers = told.split_whitespace().filter_map(|number| number.parse().ok());
                (numbers.next().unwrap_or(f64::NAN), numbers.next().unwrap_or(f64::NAN))
            })
            .collect();
        let [(one, _), (two, _), (five, held)] = measured[..] else { continue };
        println!("{name:<28}{one:>9.3}{two:>9.3}{five:>9.3}{:>9.1}{held:>10.0}", five / one);
    }
}

/// Makes one draft; prints its seconds and the most memory that the process held.
fn one(number: usize, mebibytes: usize) {
    let (name, start, repeated) = &hostile()[number];
    let text = stretched(name, start, repeated, mebibytes << 20);
    // The lexicon is read once a process.
    drop(structure::draft(start, None));
    let began = Instant::now();
    let draft = structure::draft(black_box(&text), None);
    let seconds = began.elapsed().as_secs_f64();
    assert!(draft.is_ok(), "a text in no known language is no measure");
    drop(black_box(draft));
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kibibytes: f64 = peak.trim().trim_end_matches(" kB").parse().unwrap_or(f64::NAN);
    println!("{seconds} {}", kibibytes / 1024.0);
}

criterion_group!(benches, drafts);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["hostile"] => table(None),
        ["hostile", only] => table(Some(only)),
        ["one", number, mebibytes] => one(number.parse().unwrap_or(0), mebibytes.parse().unwrap_or(1)),
        _ => {
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
    }
}
