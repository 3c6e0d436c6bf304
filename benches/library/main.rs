//! Search and check over generated libraries, beside SQLite's FTS5 with the same stemmed words.
//!
//!     cargo bench --bench library                     1 thousand and 100 thousand quotes
//!     cargo bench --bench library -- 1000000          a million (some minutes)
//!
//! Each size has a process of its own, so that its memory is its own, and its index in a folder. Criterion says how fast a
//! question is on the average; it knows no percentiles, so each of at least a thousand different questions is also timed by itself
//! (fewer where a small library has no more): in processor time of its thread, which is how long it takes on a core that nobody
//! else uses, and by the clock, in which is what other programs did meanwhile. `taskset -c 1` before the command keeps all of it on one core.

#[path = "../generated/mod.rs"]
#[expect(dead_code, reason = "the bench of updates uses the rest")]
mod generated;

mod fts;
mod questions;

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion};
use derek::article::Article;
use derek::library::{Librarian, Library, Verdict};
use fts::Fts;
use generated::Press;
use questions::{Claims, Questions, Search};

/// About how many articles there are from whose words questions are made.
const SAMPLE: usize = 8_000;
/// The articles that are added one by one.
const ADDED: usize = 60;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [mode, size] = &words[..]
        && mode == "--alone"
    {
        return measure(size.parse().expect("a number of quotes"));
    }
    let sizes = if words.is_empty() { vec!["1000".to_owned(), "100000".to_owned()] } else { words };
    for size in sizes {
        let program = std::env::current_exe().expect("this program");
        let status = Command::new(program).args(["--alone", &size]).status().expect("it starts");
        assert!(status.success(), "{size} quotes");
    }
}

/// Everything about a library of this size.
fn measure(quotes: usize) {
    println!("\n== {quotes} quotes ==");
    let began = Instant::now();
    let articles: Vec<Article> = Press::library(quotes).collect();
    let generated = began.elapsed();
    let count = articles.len();
    let bytes: usize = articles.iter().map(|article| article.body.len()).sum();
    let words: usize = articles.iter().map(|article| article.body.split_whitespace().count()).sum();
    println!(
        "{count} articles of {} words, {} bytes on the average, generated in {generated:.1?}; {}",
        words / count,
        bytes / count,
        Memory::now()
    );
    let folder = tempfile::tempdir().expect("a folder");
    let (began, cpu) = (Instant::now(), process_time());
    let mut librarian = Librarian::new(Some(folder.path())).expect("an empty folder");
    let library = librarian.publish(articles).expect("room on the disk");
    let (took, cpu) = (began.elapsed(), process_time() - cpu);
    println!(
        "built in {took:.1?}, {cpu:.1?} of processor time: {:.0} quotes/s, {:.0} of a free core; {}; index {} MB",
        quotes as f64 / took.as_secs_f64(),
        quotes as f64 / cpu.as_secs_f64(),
        Memory::now(),
        size_of(folder.path()) >> 20
    );
    until_quiet(folder.path());
    println!("merged after {:.1?}; {}; index {} MB", began.elapsed(), Memory::now(), size_of(folder.path()) >> 20);

    let every = (count / SAMPLE).max(1);
    let sample = library.newest_first().iter().step_by(every).map(|editions| editions.original().clone());
    let questions = Questions::of(&sample.collect::<Vec<_>>());
    println!("{:<26}{:>6}{:>10}{:>10}{:>10}{:>10}{:>10}", "", "asked", "p50", "p99", "wall p50", "wall p99", "found");
    let mut searched = Vec::new();
    for (name, searches) in questions.searches() {
        let times = Times::of(searches, |search| library.find(&search.words, search.language).hits.len());
        row(name, &times);
        searched.push(times);
    }
    let mut checked = Vec::new();
    for (name, claims) in questions.claims() {
        let times = Times::of(&claims.all, |claim| library.check(&claim.words, claim.language).matches.len());
        row(name, &times);
        found(&library, claims);
        checked.push(times);
    }
    adding(&mut librarian, library.clone());
    println!("after that: {}", Memory::now());
    averages(quotes, &library, &questions);

    // In a large library its own time is long enough to be known from fewer questions, and its paragraphs would take most of an hour.
    let large = quotes > 100_000;
    let cpu = process_time();
    let fts = Fts::new(&library, !large);
    println!("FTS5 built in {:.1?} of processor time, {} MB on disk", process_time() - cpu, fts.size() >> 20);
    for ((name, searches), ours) in questions.searches().into_iter().zip(searched) {
        // Nothing in FTS5 knows of typing mistakes.
        if name != questions::TYPO {
            let some: Vec<Search> = searches.iter().step_by(if large { 5 } else { 1 }).cloned().collect();
            let theirs = Times::of(&some, |search| fts.find(search, name));
            row(&format!("FTS5: {name}"), &theirs);
            ratios(&ours, &theirs);
        }
    }
    for ((name, claims), ours) in questions.claims().into_iter().zip(checked).filter(|_| !large) {
        // Finds paragraphs only, lays nothing beside anything.
        let some: Vec<Search> = claims.all.iter().step_by(10).cloned().collect();
        let theirs = Times::of(&some, |claim| fts.candidates(claim));
        row(&format!("FTS5: {name}"), &theirs);
        ratios(&ours, &theirs);
    }
}

/// How long each of many questions took.
struct Times {
    sorted: Vec<Duration>,
    /// By the clock on the wall, and therefore with all that other programs did meanwhile.
    wall: Vec<Duration>,
    /// How much was found altogether.
    found: usize,
}

impl Times {
    fn of<Q>(questions: &[Q], mut answer: impl FnMut(&Q) -> usize) -> Self {
        let mut found = 0;
        // What is read from the disk for the first time is not what is measured.
        questions.iter().for_each(|question| found += answer(question));
        let (mut sorted, mut wall) = (Vec::with_capacity(questions.len()), Vec::with_capacity(questions.len()));
        for question in questions {
            let (began, cpu) = (Instant::now(), thread_time());
            std::hint::black_box(answer(question));
            sorted.push(thread_time() - cpu);
            wall.push(began.elapsed());
        }
        sorted.sort_unstable();
        wall.sort_unstable();
        Self { sorted, wall, found }
    }

    fn of_wall(mut wall: Vec<Duration>) -> Self {
        wall.sort_unstable();
        Self { sorted: wall.clone(), wall, found: 0 }
    }

    fn wall(&self, share: f64) -> Duration {
        self.wall[((self.wall.len() - 1) as f64 * share) as usize]
    }

    fn at(&self, share: f64) -> Duration {
        self.sorted[((self.sorted.len() - 1) as f64 * share) as usize]
    }
}

/// The processor time that this thread has had.
fn thread_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// The processor time that all threads have had.
fn process_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

fn row(name: &str, times: &Times) {
    println!(
        "{name:<26}{:>6}{:>10.2?}{:>10.2?}{:>10.2?}{:>10.2?}{:>10.1}",
        times.sorted.len(),
        times.at(0.5),
        times.at(0.99),
        times.wall(0.5),
        times.wall(0.99),
        times.found as f32 / times.sorted.len() as f32
    );
}

fn ratios(ours: &Times, theirs: &Times) {
    let ratio = |share| ours.at(share).as_secs_f64() / theirs.at(share).as_secs_f64();
    println!("{:<26}Derek : FTS5 = {:.2} p50, {:.2} p99", "", ratio(0.5), ratio(0.99));
}

/// How many claims that stand in the library are found there, and how many that stand nowhere are not.
fn found(library: &Library, claims: &Claims) {
    let share = |of: &[Search], right: fn(Verdict) -> bool| {
        let right = of.iter().filter(|claim| right(library.check(&claim.words, claim.language).verdict));
        right.count() as f64 / of.len() as f64
    };
    let (there, nowhere) = claims.all.split_at(claims.there);
    println!(
        "{:<26}{:.3} of those that stand there are found, {:.3} of the others are not",
        "",
        share(there, |verdict| verdict != Verdict::NotFound),
        share(nowhere, |verdict| verdict == Verdict::NotFound)
    );
}

/// The same questions in turn, by criterion.
fn averages(quotes: usize, library: &Library, questions: &Questions) {
    let mut criterion = Criterion::default().without_plots();
    let mut group = criterion.benchmark_group("library");
    group.sample_size(20).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    for (name, searches) in questions.searches() {
        let mut searches = searches.iter().cycle();
        group.bench_function(BenchmarkId::new(name, quotes), |bencher| {
            bencher.iter(|| searches.next().map(|search| library.find(&search.words, search.language).hits.len()));
        });
    }
    for (name, claims) in questions.claims() {
        let mut claims = claims.all.iter().cycle();
        group.bench_function(BenchmarkId::new(name, quotes), |bencher| {
            bencher.iter(|| claims.next().map(|claim| library.check(&claim.words, claim.language).matches.len()));
        });
    }
    group.finish();
}

/// Adds articles one by one while somebody else searches all the time.
fn adding(librarian: &mut Librarian, library: Library) {
    let common = library.newest_first()[0].original().title.clone();
    let shown = Arc::new(RwLock::new(Arc::new(library)));
    let done = Arc::new(AtomicBool::new(false));
    let reader = std::thread::spawn({
        let (shown, done) = (Arc::clone(&shown), Arc::clone(&done));
        move || {
            let mut times = Vec::new();
            while !done.load(Ordering::Relaxed) {
                let began = Instant::now();
                let library = Arc::clone(&shown.read().expect("nobody panics"));
                std::hint::black_box(library.find(&common, library.newest_first()[0].original().language).hits.len());
                drop(library);
                times.push(began.elapsed());
                std::thread::sleep(Duration::from_millis(1));
            }
            Times::of_wall(times)
        }
    });
    let mut times = Vec::new();
    for (nth, mut article) in (0..).zip(Press::new(9).take(ADDED)) {
        let word = format!(
            "уникум{}",
            ["а", "б", "в", "г", "д", "ж", "з", "к"]
                .iter()
                .cycle()
                .skip(nth % 8)
                .step_by(1 + nth / 8)
                .take(8)
                .copied()
                .collect::<String>()
        );
        article.id = format!("added-{nth}").parse().expect("letters and digits");
        article.title = format!("{word} {}", article.title);
        let language = article.language;
        let began = Instant::now();
        let library = librarian.publish(vec![article]).expect("room on the disk");
        let library = Arc::new(library);
        let hits = library.find(&word, language);
        assert!(hits.instead.is_none() && !hits.hits.is_empty(), "{word} is found");
        drop(hits);
        let before = std::mem::replace(&mut *shown.write().expect("nobody panics"), library);
        times.push(began.elapsed());
        drop(before);
    }
    done.store(true, Ordering::Relaxed);
    let (times, reader) = (Times::of_wall(times), reader.join().expect("it only reads"));
    println!("an article added and found: p50 {:.1?}, most {:.1?}", times.at(0.5), times.at(1.0));
    println!(
        "meanwhile {} searches: p50 {:.2?}, p99 {:.2?}, most {:.2?}",
        reader.sorted.len(),
        reader.at(0.5),
        reader.at(0.99),
        reader.at(1.0)
    );
}

/// What the process has in memory, in MB: resident, what of it is its own and what mapped files, and the most there ever was.
struct Memory {
    resident: usize,
    own: usize,
    mapped: usize,
    most: usize,
}

impl Memory {
    fn now() -> Self {
        let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a line of /proc/self/status");
            line.trim_matches(|sign: char| !sign.is_ascii_digit()).parse::<usize>().expect("kilobytes") >> 10
        };
        Self { resident: of("VmRSS:"), own: of("RssAnon:"), mapped: of("RssFile:"), most: of("VmHWM:") }
    }
}

impl std::fmt::Display for Memory {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { resident, own, mapped, most } = self;
        write!(formatter, "resident {resident} MB ({own} own, {mapped} mapped), at most {most} MB")
    }
}

/// The bytes of the files of a folder.
fn size_of(folder: &Path) -> u64 {
    let files = std::fs::read_dir(folder).expect("the folder of the index");
    files.filter_map(|file| file.ok()?.metadata().ok()).map(|file| file.len()).sum()
}

/// Waits until nothing in a folder has changed for two seconds: until segments are merged.
fn until_quiet(folder: &Path) {
    let mut before = (0, 0);
    loop {
        let now = (size_of(folder), std::fs::read_dir(folder).map_or(0, Iterator::count));
        if now == before {
            return;
        }
        before = now;
        std::thread::sleep(Duration::from_secs(2));
    }
}
