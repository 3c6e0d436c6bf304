//! What is asked of a generated library.

use std::collections::{HashMap, HashSet};

use derek::article::{Article, Language};
use fastrand::Rng;

use crate::generated::{Press, is_function_word};

/// A question, or a claim.
#[derive(Debug, Clone)]
pub(crate) struct Search {
    /// What is typed.
    pub(crate) words: String,
    /// The language of who asks.
    pub(crate) language: Language,
}

/// Claims of one length.
pub(crate) struct Claims {
    /// Those that stand in the library before those that do not.
    pub(crate) all: Vec<Search>,
    /// How many stand there.
    pub(crate) there: usize,
}

pub(crate) const COMMON: &str = "one common word";
pub(crate) const RARE: &str = "two rare words";
pub(crate) const PREFIX: &str = "a prefix being typed";
pub(crate) const TYPO: &str = "a typing mistake";

/// How many different questions of a kind are asked at most.
const MOST: usize = 1_500;
/// Of how many words of a language, the most frequent ones, a common one is.
const FREQUENT: usize = 500;

/// All questions.
pub(crate) struct Questions {
    common: Vec<Search>,
    rare: Vec<Search>,
    prefix: Vec<Search>,
    typo: Vec<Search>,
    short: Claims,
    long: Claims,
}

impl Questions {
    /// Questions made of the words of some articles of the library.
    pub(crate) fn of(articles: &[Article]) -> Self {
        let mut random = Rng::with_seed(5);
        let mut counts: HashMap<(Language, String), usize> = HashMap::new();
        for article in articles {
            for word in words(&article.body) {
                *counts.entry((article.language, word)).or_default() += 1;
            }
        }
        let mut common: Vec<Search> = Vec::new();
        for language in Language::ALL {
            let mut frequent: Vec<(usize, &str)> = counts
                .iter()
                .filter(|((of, _), _)| *of == language)
                .map(|((_, word), count)| (*count, &**word))
                .collect();
            frequent.sort_unstable_by(|one, other| other.cmp(one));
            common
                .extend(frequent.iter().take(FREQUENT).map(|(_, word)| Search { words: (*word).to_owned(), language }));
        }
        let rare = ask(articles, &mut random, |quote, language, random| {
            let mut rare: Vec<&String> =
                quote.iter().filter(|word| counts[&(language, (*word).clone())] <= 2 && letters(word) > 4).collect();
            random.shuffle(&mut rare);
            rare.dedup();
            (rare.len() > 1).then(|| format!("{} {}", rare[0], rare[1]))
        });
        let prefix = ask(articles, &mut random, |quote, _, random| {
            let word = random.choice(quote).filter(|word| letters(word) > 5)?;
            Some(word.chars().take(random.usize(3..6)).collect())
        });
        let typo = ask(articles, &mut random, |quote, _, random| {
            let word = random.choice(quote).filter(|word| letters(word) > 5)?;
            Some(mistyped(word, random))
        });
        let (short, long) = (claims(articles, 15, &mut random), claims(articles, 80, &mut random));
        Self { common, rare, prefix, typo, short, long }
    }

    /// What is searched for, by kind.
    pub(crate) fn searches(&self) -> [(&'static str, &[Search]); 4] {
        [(COMMON, &self.common), (RARE, &self.rare), (PREFIX, &self.prefix), (TYPO, &self.typo)]
    }

    /// What is checked, by length.
    pub(crate) fn claims(&self) -> [(&'static str, &Claims); 2] {
        [("a claim of 15 words", &self.short), ("a claim of 80 words", &self.long)]
    }
}

/// The words of a text that say something and are no numbers.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| letters(word) > 2).map(str::to_lowercase);
    words.filter(|word| !is_function_word(word))
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

/// Different questions, each made of the words of a quote.
fn ask(
    articles: &[Article],
    random: &mut Rng,
    mut question: impl FnMut(&[String], Language, &mut Rng) -> Option<String>,
) -> Vec<Search> {
    let mut known = HashSet::new();
    let mut searches = Vec::new();
    for _ in 0..20 * MOST {
        let article = &articles[random.usize(..articles.len())];
        let quote = &article.quotes[random.usize(..article.quotes.len())];
        let quote: Vec<String> = words(article.text(quote.parts[0])).collect();
        if let Some(words) = question(&quote, article.language, random)
            && known.insert(words.clone())
        {
            searches.push(Search { words, language: article.language });
            if searches.len() == MOST {
                break;
            }
        }
    }
    searches
}

/// A word with one letter left out, changed, doubled, or two that changed places; the first letter stays.
fn mistyped(word: &str, random: &mut Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.usize(1..letters.len() - 1);
    match random.u8(..4) {
        0 => _ = letters.remove(at),
        1 => letters[at] = letters[0],
        2 => letters.insert(at, letters[at]),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

/// Claims of so many words: of each ten, two as they were said, two with a word left out, two with another word in the place of one, two
/// with a number or two words changed, and two that nobody said.
fn claims(articles: &[Article], length: usize, random: &mut Rng) -> Claims {
    let mut all = Vec::new();
    let mut quotes: Vec<(&Article, &str)> = Vec::new();
    for article in articles {
        let texts = article.quotes.iter().map(|quote| article.text(quote.parts[0]));
        quotes.extend(texts.filter(|text| text.split(' ').count() > length).map(|text| (article, text)));
    }
    random.shuffle(&mut quotes);
    let mut others: Vec<Search> = Vec::new();
    for article in Press::new(77) {
        let text = article
            .quotes
            .iter()
            .map(|quote| article.text(quote.parts[0]))
            .find(|text| text.split(' ').count() > length);
        if let Some(text) = text {
            let words: Vec<&str> = text.split(' ').take(length).collect();
            others.push(Search { words: words.join(" "), language: article.language });
        }
        if others.len() == MOST / 5 {
            break;
        }
    }
    for (nth, (article, text)) in quotes.into_iter().take(MOST - others.len()).enumerate() {
        let mut words: Vec<&str> = text.split(' ').collect();
        let from = random.usize(..words.len() - length);
        words = words[from..=from + length].to_vec();
        let at = random.usize(1..length - 1);
        let other = others[random.usize(..others.len())].words.split(' ').nth(at).unwrap_or_default();
        match nth % 4 {
            0 => _ = words.pop(),
            1 => _ = words.remove(at),
            2 => {
                words.pop();
                words[at] = other;
            }
            _ => {
                words.pop();
                words.swap(at, 0);
                words[at + 1] = other;
            }
        }
        all.push(Search { words: words.join(" "), language: article.language });
    }
    let there = all.len();
    all.append(&mut others);
    Claims { all, there }
}
