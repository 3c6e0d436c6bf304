//! Libraries of any size, the same for the same seed.
//!
//! Words are made as those of a language are: its own function words, which are a third of a text, and stems with its endings.
//! Stems are syllables of the language; how often each stands follows the law of Zipf and Mandelbrot, p ∝ 1 / (rank + 2.7), over
//! 60,000 stems a language, so that a library of a million quotes has about half a million forms of a language, half of them rare.
//! One word in forty is a number, small ones more often than large. A sentence has 5 to 40 words, 14 on the average.
//!
//! An article has a title of seven words, a lead, four quotes, four sentences with a figure and two paragraphs more: about 270
//! words in one of the three languages. A quote has one sentence as a rule and seven at most, 24 words on the average; one in
//! ten is carried over from an earlier article, as news agencies' quotes are. Who is quoted follows the law of Zipf as well.

pub(crate) mod file;

use std::collections::VecDeque;

use derek::article::{
    Article, ArticleId, Figure, FigureKind, ItemId, Language, Person, Published, Quote, Source, Span, Value,
};
use fastrand::Rng;
use jiff::civil::{Date, date};

/// How many quotes an article has.
pub(crate) const QUOTES: usize = 4;
const FIGURES: usize = 4;
const STEMS: usize = 60_000;
const SPEAKERS: usize = 3_000;
/// How many of the last quotes of a language may be carried over.
const REMEMBERED: usize = 2_000;

/// What the words of a language are made of, each list by how often it is used.
struct Grammar {
    language: Language,
    /// Words that stand in any text, the most frequent first.
    function: &'static str,
    onsets: &'static str,
    vowels: &'static str,
    codas: &'static str,
    endings: &'static str,
    names: &'static str,
    surnames: &'static str,
    roles: &'static str,
    said: &'static str,
    units: &'static str,
    marks: [&'static str; 2],
}

const GRAMMARS: [Grammar; 3] = [
    Grammar {
        language: Language::Ru,
        function: "и в не на что с по это как а для из мы к у его за от так о но же все он они было до уже бы также только при \
            если или их был этого есть которые чтобы еще нет может будет год более после наши когда между там без где через",
        onsets: "т п к с н м р л в д г б з пр ст ж ч х ш тр гр сп кр св бл ск ф ц др",
        vowels: "о а е и у я ы ю",
        codas: "н р л т с в м к д ст ль г нт з р ж ц й х ш рн",
        endings: "_ а ы ов ом у е ами ах ный ного ная ные ных ным ной ить ил или ится ает ают ание ания ением ости остью ский ского",
        names: "Айгуль Ерлан Марат Светлана Касым Динара Алексей Бауыржан Гульнара Нурлан Ольга Тимур Асель Сергей Канат",
        surnames: "ов ова ев ева ин ина ский енко бекова баев",
        roles: "аким области|заместитель министра|директор школы|депутат мажилиса|глава хозяйства|врач|председатель комитета",
        said: "сказал|отметил|подчеркнул|заявил",
        units: "человек тенге школ километров тонн",
        marks: ["«", "»"],
    },
    Grammar {
        language: Language::Kk,
        function: "және мен да де бұл үшін осы бір деп ол біз үлкен бар болып жыл бойынша емес туралы олар арқылы керек болды \
            тағы екі өз барлық жаңа кейін сол та те дейін қазір бірақ пен енді ең жоқ немесе",
        onsets: "т қ к ж с б м а д н ш о е ұ ө і ә г ғ п",
        vowels: "а е ы і о ө ұ ү ә у",
        codas: "л р н т с қ к м з й ш п ң лд рт",
        endings: "_ ы лар дың да ға дар ті ды нің дер ге тар дық лық дан ын іне ымыз лардың дағы ған ген іп ып са у уға ушы сыз",
        names: "Айгүл Ерлан Марат Қасым Динара Бауыржан Гүлнар Нұрлан Тимур Әсел Қанат Сәуле Жанар Мұхтар Ербол",
        surnames: "ов ова баев баева бекова ұлы қызы ев",
        roles: "облыс әкімі|министрдің орынбасары|мектеп директоры|мәжіліс депутаты|шаруашылық басшысы|дәрігер",
        said: "деді|деп атап өтті|деп мәлімдеді",
        units: "адам теңге мектеп шақырым тонна",
        marks: ["«", "»"],
    },
    Grammar {
        language: Language::En,
        function: "the of and to in a is that for it we on are with as be this was have by our from they will at not their has all \
            but an more who were been which people can there so new also its year would than about into other when these",
        onsets: "s t p c m r b d f l h g n w st pr tr gr ch sh cl pl br v sp k j str",
        vowels: "e a i o u ea ou ai oo",
        codas: "n t r l d s m ck nt nd st p rt ll g ss sh ct v",
        endings: "_ s ed ing er ly ion ions al ment ity ers able ness e ive",
        names: "Aigul Yerlan Marat Svetlana Kassym Dinara Alexei Bauyrzhan Gulnara Nurlan Olga Timur Asel Sergei Kanat",
        surnames: "ov ova ev eva in ina sky bekova bayev",
        roles: "governor of the region|deputy minister|head teacher|member of parliament|farmer|doctor|head of the committee",
        said: "said|noted|stressed",
        units: "people tenge schools kilometres tonnes",
        marks: ["“", "”"],
    },
];

/// A choice among things that are not equally frequent: Vose's alias tables.
struct Choice {
    stay: Vec<f32>,
    other: Vec<u32>,
}

impl Choice {
    /// Among `count` things, by the law of Zipf and Mandelbrot.
    fn zipf(count: usize) -> Self {
        let weights: Vec<f64> = (0..count).map(|rank| 1.0 / (rank as f64 + 2.7)).collect();
        let sum: f64 = weights.iter().sum();
        let mut stay: Vec<f32> = weights.iter().map(|weight| (weight * count as f64 / sum) as f32).collect();
        let mut other: Vec<u32> = (0..count as u32).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..count).partition(|place| stay[*place] < 1.0);
        while let (Some(less), Some(more)) = (small.pop(), large.last().copied()) {
            other[less] = more as u32;
            stay[more] -= 1.0 - stay[less];
            if stay[more] < 1.0 {
                large.pop();
                small.push(more);
            }
        }
        Self { stay, other }
    }

    fn choose(&self, random: &mut Rng) -> usize {
        let place = random.usize(..self.stay.len());
        if random.f32() < self.stay[place] { place } else { self.other[place] as usize }
    }
}

/// The words and people of one language.
struct Vocabulary {
    grammar: &'static Grammar,
    function: Vec<&'static str>,
    stems: Vec<Box<str>>,
    endings: Vec<&'static str>,
    units: Vec<&'static str>,
    said: Vec<&'static str>,
    /// Names and roles.
    speakers: Vec<(String, &'static str)>,
    some_function: Choice,
    some_stem: Choice,
    some_ending: Choice,
    some_speaker: Choice,
}

impl Vocabulary {
    fn new(grammar: &'static Grammar) -> Self {
        // The words of a language do not depend on what is written with them.
        let mut random = Rng::with_seed(grammar.language as u64);
        let list = |words: &'static str| words.split_ascii_whitespace().collect::<Vec<_>>();
        let (onsets, vowels, codas) = (list(grammar.onsets), list(grammar.vowels), list(grammar.codas));
        let [some_onset, some_vowel, some_coda] = [&onsets, &vowels, &codas].map(|of| Choice::zipf(of.len()));
        let mut stem = |syllables: usize| {
            let mut stem = String::new();
            for _ in 0..syllables {
                stem += onsets[some_onset.choose(&mut random)];
                stem += vowels[some_vowel.choose(&mut random)];
            }
            stem + codas[some_coda.choose(&mut random)]
        };
        let mut known = std::collections::HashSet::new();
        let mut stems: Vec<Box<str>> = Vec::with_capacity(STEMS);
        while stems.len() < STEMS {
            // Frequent words are short: one syllable among the first hundred, two or three among all others.
            let syllables = if stems.len() < 100 { 1 } else { 2 + usize::from(stems.len() > 6_000) };
            let stem = stem(syllables).into_boxed_str();
            if known.insert(stem.clone()) {
                stems.push(stem);
            }
        }
        let (names, surnames) = (list(grammar.names), list(grammar.surnames));
        let roles: Vec<&str> = grammar.roles.split('|').collect();
        let mut random = Rng::with_seed(1 + grammar.language as u64);
        let speakers = (0..SPEAKERS).map(|nth| {
            let surname = capital(&stems[200 + nth]) + surnames[random.usize(..surnames.len())];
            (format!("{} {surname}", names[random.usize(..names.len())]), roles[random.usize(..roles.len())])
        });
        let (function, endings) = (list(grammar.function), list(grammar.endings));
        Self {
            grammar,
            speakers: speakers.collect(),
            some_function: Choice::zipf(function.len()),
            some_stem: Choice::zipf(stems.len()),
            some_ending: Choice::zipf(endings.len()),
            some_speaker: Choice::zipf(SPEAKERS),
            units: list(grammar.units),
            said: grammar.said.split('|').collect(),
            function,
            stems,
            endings,
        }
    }

    /// Adds a word that says something.
    fn word(&self, text: &mut String, random: &mut Rng) {
        text.push_str(&self.stems[self.some_stem.choose(random)]);
        let ending = self.endings[self.some_ending.choose(random)];
        text.push_str(if ending == "_" { "" } else { ending });
    }

    /// Adds so many words, the first with a capital letter.
    fn words(&self, text: &mut String, count: usize, random: &mut Rng) {
        let start = text.len();
        for nth in 0..count {
            if nth > 0 {
                text.push_str(if random.u8(..) < 18 { ", " } else { " " });
            }
            match random.u8(..120) {
                0..40 => text.push_str(self.function[self.some_function.choose(random)]),
                40..43 if nth > 0 => text.push_str(&number(random).to_string()),
                _ => self.word(text, random),
            }
        }
        let first = capital(&text[start..start + text[start..].chars().next().map_or(0, char::len_utf8)]);
        text.replace_range(start..start + first.len(), &first);
    }

    /// Adds a sentence without the point at its end.
    fn sentence(&self, text: &mut String, random: &mut Rng) -> Span {
        let start = text.len();
        // The mean of three is a bell of about the right width; now and then one is long.
        let length = (0..3).map(|_| random.usize(5..21)).sum::<usize>() / 3 + if random.u8(..10) == 0 { 15 } else { 0 };
        self.words(text, length, random);
        Span { start, end: text.len() }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A number: any count of digits up to six, or a year.
fn number(random: &mut Rng) -> u32 {
    let most = 10u32.pow(random.u32(1..7));
    if random.u8(..4) == 0 { random.u32(1991..2030) } else { random.u32(1..most) }
}

/// Writes articles without end.
pub(crate) struct Press {
    vocabularies: Vec<Vocabulary>,
    /// By language: the last quotes, as their sentences and who said them.
    quoted: [VecDeque<(String, usize)>; 3],
    random: Rng,
    number: usize,
    first_day: Date,
}

impl Press {
    /// Articles of this seed; the same words in each.
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            vocabularies: GRAMMARS.iter().map(Vocabulary::new).collect(),
            quoted: Default::default(),
            random: Rng::with_seed(seed),
            number: 0,
            first_day: date(2000, 1, 1),
        }
    }

    /// The articles of a library of so many quotes.
    pub(crate) fn library(quotes: usize) -> impl Iterator<Item = Article> {
        Self::new(1).take(quotes / QUOTES)
    }
}

impl Iterator for Press {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        let number = self.number;
        self.number += 1;
        let random = &mut self.random;
        let vocabulary = &self.vocabularies[number % 3];
        let grammar = vocabulary.grammar;
        let [opening, closing] = grammar.marks;
        let mut title = String::new();
        vocabulary.words(&mut title, 7, random);
        let mut body = String::with_capacity(6_000);
        let mut summary = vec![vocabulary.sentence(&mut body, random)];
        body.push_str(". ");
        summary.push(vocabulary.sentence(&mut body, random));
        body.push_str(".\n\n");
        let mut quotes: Vec<Quote> = Vec::with_capacity(QUOTES);
        let mut figures = Vec::with_capacity(FIGURES);
        let mut people: Vec<Person> = Vec::new();
        for nth in 0..QUOTES {
            let quoted = &mut self.quoted[number % 3];
            let (words, who) = if !quoted.is_empty() && random.u8(..10) == 0 {
                quoted[random.usize(..quoted.len())].clone()
            } else {
                let mut words = String::new();
                let sentences = [1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 7];
                for sentence in 0..sentences[random.usize(..sentences.len())] {
                    words.push_str(if sentence > 0 { ". " } else { "" });
                    vocabulary.sentence(&mut words, random);
                }
                let who = vocabulary.some_speaker.choose(random);
                if quoted.len() == REMEMBERED {
                    quoted.pop_front();
                }
                quoted.push_back((words.clone(), who));
                (words, who)
            };
            let (name, role) = &vocabulary.speakers[who];
            body.push_str(opening);
            let part = Span { start: body.len(), end: body.len() + words.len() };
            body.push_str(&words);
            let said = vocabulary.said[random.usize(..vocabulary.said.len())];
            body.extend([closing, ", – ", said, " ", name, ".\n\n"]);
            let mut topic = String::new();
            vocabulary.word(&mut topic, random);
            let id = ItemId::of([words.as_str()]);
            quotes.push(Quote { id, parts: vec![part], speaker: Some(name.clone()), topics: vec![topic] });
            if people.iter().all(|known| known.name != *name) {
                people.push(Person { name: name.clone(), role: Some((*role).to_owned()) });
            }

            let value = self::number(random);
            let unit = vocabulary.units[random.usize(..vocabulary.units.len())];
            let start = body.len();
            vocabulary.words(&mut body, 6, random);
            body.extend([" ", &value.to_string(), " ", unit, " "]);
            vocabulary.word(&mut body, random);
            let text = Span { start, end: body.len() };
            body.push_str(". ");
            vocabulary.sentence(&mut body, random);
            body.push_str(".\n\n");
            let mut label = String::new();
            vocabulary.words(&mut label, 3, random);
            let id = ItemId::of([&body[text.start..text.end], &value.to_string()]);
            let (value, unit) = (Value::Number(value.into()), Some(unit.to_owned()));
            figures.push(Figure { id, value, kind: FigureKind::Count, unit, label, text });
            if nth % 2 == 1 {
                vocabulary.sentence(&mut body, random);
                body.push_str(". ");
                vocabulary.sentence(&mut body, random);
                body.push_str(".\n\n");
            }
        }
        body.truncate(body.trim_end().len());
        body.shrink_to_fit();
        let id: ArticleId = format!("news-{number}").parse().expect("letters and digits");
        let day = self.first_day.saturating_add(jiff::Span::new().days(random.i64(0..9_400)));
        Some(Article {
            source: Some(Source { name: "Press".to_owned(), url: Some(format!("https://example.org/{id}")) }),
            id,
            language: grammar.language,
            title,
            published: Some(Published::Day(day)),
            credit: None,
            translation: false,
            revision: 0,
            body,
            summary,
            people,
            quotes,
            figures,
        })
    }
}

/// Whether a word is one of those that stand in any text.
pub(crate) fn is_function_word(word: &str) -> bool {
    GRAMMARS.iter().any(|grammar| grammar.function.split_ascii_whitespace().any(|known| known == word))
}
