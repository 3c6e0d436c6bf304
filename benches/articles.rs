//! How fast article files are read and validated, the library is built, and a question is answered from it.
//!
//! `cargo bench --bench articles`; everything runs on one core.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use derek::article::{self, Article, Language};
use derek::library::Library;

/// How many files are read: each article in three languages.
const FILES: usize = 10_000;

/// What articles are made of: one language's words.
struct Vocabulary {
    language: Language,
    words: &'static str,
    speaker: &'static str,
    role: &'static str,
    said: &'static str,
    unit: &'static str,
}

const VOCABULARIES: [Vocabulary; 3] = [
    Vocabulary {
        language: Language::Ru,
        words: "село район школа дорога область власть житель работа бюджет развитие программа вода здоровье центр фермер \
            урожай строительство помощь область закон встреча вопрос решение год месяц поддержка молодёжь учитель врач \
            больница проект газ тепло ремонт поле хозяйство рынок цена доход семья ребёнок общество совет акимат аким выборы",
        speaker: "Айгуль Ахметова",
        role: "заместитель акима области",
        said: "сказала",
        unit: "жителей",
    },
    Vocabulary {
        language: Language::Kk,
        words: "ауыл аудан мектеп жол облыс билік тұрғын жұмыс бюджет дамыту бағдарлама су денсаулық орталық фермер өнім құрылыс \
            көмек заң кездесу мәселе шешім жыл ай қолдау жастар мұғалім дәрігер аурухана жоба газ жылу жөндеу дала шаруашылық \
            нарық баға табыс отбасы бала қоғам кеңес әкімдік әкім сайлау",
        speaker: "Айгүл Ахметова",
        role: "облыс әкімінің орынбасары",
        said: "деді",
        unit: "тұрғын",
    },
    Vocabulary {
        language: Language::En,
        words: "village district school road region power resident work budget growth programme water health centre farmer harvest \
            building help law meeting question decision year month support youth teacher doctor hospital project gas heat repair \
            field farm market price income family child society council office akim election",
        speaker: "Aigul Akhmetova",
        role: "deputy akim of the region",
        said: "said",
        unit: "residents",
    },
];

/// The file of the article with this number: eight paragraphs, three quotes of which one is split, five figures, three summary sentences.
fn file(number: usize) -> (String, String) {
    let vocabulary = &VOCABULARIES[number % 3];
    let words: Vec<&str> = vocabulary.words.split_ascii_whitespace().collect();
    let mut random = fastrand::Rng::with_seed(number as u64);
    let mut sentence = |len: usize| {
        let words: Vec<&str> = (0..len).map(|_| words[random.usize(..words.len())]).collect();
        let sentence = words.join(" ");
        let first = sentence.chars().next().unwrap_or_default();
        first.to_uppercase().collect::<String>() + &sentence[first.len_utf8()..]
    };
    let Vocabulary { language, speaker, role, said, unit, .. } = vocabulary;
    let mut body = String::new();
    let (mut summary, mut quotes, mut figures) = (String::new(), String::new(), String::new());
    for paragraph in 0..8 {
        let opening = sentence(14);
        body += &format!("{opening}. {}, {}.\n\n", sentence(9), sentence(8));
        if paragraph % 3 == 0 {
            summary += &format!("    \"{opening}.\",\n");
            let (one, other) = (sentence(12), sentence(16));
            body += &format!("«{one}, – {said} {speaker}. – {other}».\n\n");
            let text = if paragraph == 0 { format!("[\"{one}\", \"{other}\"]") } else { format!("\"{other}\"") };
            quotes +=
                &format!("[[quotes]]\nspeaker = \"{speaker}\"\ntext = {text}\ntopics = [\"{}\"]\n\n", sentence(1));
        }
        if paragraph < 5 {
            let value = 1_000 + 7 * number + paragraph;
            let counted = format!("{} {value} {unit} {}", sentence(5), sentence(4));
            body += &format!("{counted}. {}.\n\n", sentence(10));
            figures += &format!(
                "[[figures]]\nvalue = {value}\nkind = \"count\"\nunit = \"{unit}\"\nlabel = \"{}\"\ntext = \"{counted}\"\n\n",
                sentence(3)
            );
        }
    }
    let (day, title) = (1 + number / 3 % 28, sentence(7));
    let source = format!(
        "title = \"{title}\"\nlanguage = \"{language}\"\npublished = 2025-11-{day:02}\n\
        source = {{ name = \"{}\", url = \"https://example.org/{number}\" }}\n\
        body = \"\"\"\n{body}\"\"\"\nsummary = [\n{summary}]\n\n\
        [[people]]\nname = \"{speaker}\"\nrole = \"{role}\"\n\n{quotes}{figures}",
        sentence(1)
    );
    (format!("article-{}.{language}.toml", number / 3), source)
}

fn parse(files: &[(String, String)]) -> Vec<Article> {
    let parsed = files.iter().map(|(name, source)| article::parse(name, source));
    parsed.collect::<Result<_, _>>().expect("generated articles have no mistakes")
}

fn articles(criterion: &mut Criterion) {
    let files: Vec<_> = (0..FILES).map(file).collect();
    let bytes: usize = files.iter().map(|(_, source)| source.len()).sum();
    eprintln!("{FILES} files of {} bytes on the average", bytes / FILES);

    let mut group = criterion.benchmark_group("articles");
    group.sample_size(10).throughput(Throughput::Elements(FILES as u64));
    group.bench_function("read and validate", |bencher| bencher.iter_with_large_drop(|| parse(black_box(&files))));
    group.bench_function("build the library", |bencher| {
        bencher.iter_batched(|| parse(&files), Library::new, BatchSize::PerIteration);
    });
    group.finish();
}

fn questions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a question");
    for (size, numbers) in [("one article", 0..3), ("all articles", 0..FILES)] {
        let library = Library::new(parse(&numbers.map(file).collect::<Vec<_>>()));
        for (what, words) in
            [("one word", "село"), ("five words", "встреча с фермерами о цене урожая"), ("no hit", "xyzzy")]
        {
            group.bench_function(format!("{size}, {what}"), |bencher| {
                bencher.iter(|| library.find(black_box(words), Language::Ru));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, articles, questions);
criterion_main!(benches);
