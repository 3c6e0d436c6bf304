//! What of an article is news, and to whom.

use std::collections::HashSet;

use super::What;
use crate::article::{Article, Figure, ItemId, Quote};
use crate::library::{known_by, same_figure, same_quote};

/// What of an edition came with its last change.
#[derive(Debug)]
pub struct News<'a> {
    article: &'a Article,
    /// Whether all of it did.
    whole: bool,
    /// The words of the title.
    title: Known,
    quotes: Vec<(&'a Quote, Known)>,
    figures: Vec<(&'a Figure, Known)>,
    /// All words of it.
    all: Known,
}

/// Something of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Piece {
    /// All of it.
    Article,
    /// A quote.
    Quote(ItemId),
    /// A figure.
    Figure(ItemId),
}

/// By what words are known.
type Known = HashSet<String>;

impl<'a> News<'a> {
    /// What an edition says and did not say before; all of it where it is new. What was only worded anew is no news.
    pub fn new(before: Option<&Article>, article: &'a Article) -> Self {
        let known = |text: &str| -> Known { known_by(text, article.language).into_iter().collect() };
        let said = |quote: &Quote| {
            let parts: Vec<&str> = quote.parts.iter().map(|part| article.text(*part)).collect();
            known(&format!("{} {}", parts.join(" "), quote.speaker.as_deref().unwrap_or_default()))
        };
        let (old_quotes, old_figures): (Vec<ItemId>, Vec<ItemId>) = match before {
            Some(before) => (
                before.quotes.iter().filter_map(|quote| same_quote(before, article, quote.id)).collect(),
                before.figures.iter().filter_map(|figure| same_figure(before, article, figure.id)).collect(),
            ),
            None => Default::default(),
        };
        let quotes = article.quotes.iter().filter(|quote| !old_quotes.contains(&quote.id));
        let figures = article.figures.iter().filter(|figure| !old_figures.contains(&figure.id));
        Self {
            article,
            whole: before.is_none(),
            title: known(&article.title),
            quotes: quotes.map(|quote| (quote, said(quote))).collect(),
            figures: figures
                .map(|figure| (figure, known(&format!("{} {}", article.text(figure.text), figure.label))))
                .collect(),
            all: match before {
                None => known(&format!("{} {}", article.title, article.body)),
                Some(_) => Known::new(),
            },
        }
    }

    /// The edition.
    pub fn article(&self) -> &'a Article {
        self.article
    }

    /// All of it that is news, in order.
    pub fn pieces(&self) -> impl Iterator<Item = Piece> {
        let quotes = self.quotes.iter().map(|(quote, _)| Piece::Quote(quote.id));
        let figures = self.figures.iter().map(|(figure, _)| Piece::Figure(figure.id));
        self.whole.then_some(Piece::Article).into_iter().chain(quotes).chain(figures)
    }

    /// What of it concerns those who follow something, in the order of the article.
    pub fn of(&self, what: &What) -> Vec<Piece> {
        let known = |words: &str| known_by(words, self.article.language);
        match what {
            What::All => self.whole.then_some(Piece::Article).into_iter().collect(),
            What::Speaker(name) => {
                let name = known(name);
                let has = |quote: &Quote| {
                    let speaker: Known = known(quote.speaker.as_deref().unwrap_or_default()).into_iter().collect();
                    !name.is_empty() && name.iter().all(|word| speaker.contains(word))
                };
                self.quotes.iter().filter(|(quote, _)| has(quote)).map(|(quote, _)| Piece::Quote(quote.id)).collect()
            }
            What::Topic(topic) => {
                let topic = topic.to_lowercase();
                let has = |quote: &Quote| quote.topics.iter().any(|it| it.to_lowercase() == topic);
                self.quotes.iter().filter(|(quote, _)| has(quote)).map(|(quote, _)| Piece::Quote(quote.id)).collect()
            }
            What::Words(words) => {
                let (with, without) = (known(&words.with.join(" ")), known(&words.without.join(" ")));
                if with.is_empty() {
                    return Vec::new();
                }
                // What the title rules out is ruled out in all of the article.
                if without.iter().any(|word| self.title.contains(word)) {
                    return Vec::new();
                }
                let fits = |has: &Known| {
                    with.iter().all(|word| has.contains(word)) && !without.iter().any(|word| has.contains(word))
                };
                let quotes = self.quotes.iter().filter(|(_, has)| fits(has)).map(|(quote, _)| Piece::Quote(quote.id));
                let figures =
                    self.figures.iter().filter(|(_, has)| fits(has)).map(|(figure, _)| Piece::Figure(figure.id));
                let pieces: Vec<Piece> = quotes.chain(figures).collect();
                match pieces.is_empty() && self.whole && fits(&self.all) {
                    true => vec![Piece::Article],
                    false => pieces,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{News, Piece};
    use crate::article::{Article, parse};
    use crate::following::{What, Words};

    const TEXT: &str = r#"
title = "Выборы в Аксу"
language = "ru"
body = """В Аксу выбрали акима. «Мы построим школу», — сказал Ерлан Ахметов.
«Дороги важнее школ», — ответила Аида Омарова. В выборах участвовали 40 тысяч человек."""
summary = ["В Аксу выбрали акима."]
[[quotes]]
speaker = "Ерлан Ахметов"
text = "Мы построим школу"
topics = ["Школы"]
[[quotes]]
speaker = "Аида Омарова"
text = "Дороги важнее школ"
topics = ["дороги", "школы"]
[[figures]]
value = 40000
kind = "count"
unit = "человек"
label = "участвовали в выборах"
text = "В выборах участвовали 40 тысяч человек."
"#;

    fn article(text: &str) -> Article {
        parse("aksu.toml", text).unwrap()
    }

    /// What is news to somebody, by the first words of it.
    fn news(before: Option<&Article>, now: &Article, what: &What) -> Vec<String> {
        let shown = |piece: &Piece| match piece {
            Piece::Article => now.title.clone(),
            Piece::Quote(id) => now.text(now.quote(*id).unwrap().parts[0]).to_owned(),
            Piece::Figure(id) => now.figure(*id).unwrap().label.clone(),
        };
        News::new(before, now).of(what).iter().map(shown).collect()
    }

    #[test]
    fn what_is_followed_is_found() {
        let speaker = |name: &str| What::Speaker(name.to_owned());
        let topic = |topic: &str| What::Topic(topic.to_owned());
        let words = |words: &str| What::Words(Words::read(words).unwrap());
        let (school, roads, voters, title) =
            ("Мы построим школу", "Дороги важнее школ", "участвовали в выборах", "Выборы в Аксу");
        let cases: [(What, &[&str]); 16] = [
            (What::All, &[title]),
            (speaker("Аида Омарова"), &[roads]),
            (speaker("Ахметов"), &[school]),
            (speaker("Ахметова"), &[school]),
            (speaker("Ахм"), &[]),
            (speaker(""), &[]),
            (topic("школы"), &[school, roads]),
            (topic("ДОРОГИ"), &[roads]),
            (topic("дорог"), &[]),
            (words("школа"), &[school, roads]),
            (words("школа -дорога"), &[school]),
            (words("участвовать выборы"), &[voters]),
            // Where no quote and no figure has the words, the article has.
            (words("аким"), &[title]),
            (words("аким -школа"), &[]),
            (words("школа -выборы"), &[]),
            (words("больница"), &[]),
        ];
        let article = article(TEXT);
        for (what, expected) in cases {
            assert_eq!(news(None, &article, &what), expected, "{what:?}");
        }
    }

    #[test]
    fn what_was_there_before_is_no_news() {
        let (before, all) = (article(TEXT), What::Words(Words::read("школа").unwrap()));
        let cases: [(&str, &str, &[&str]); 4] = [
            ("В Аксу выбрали акима.", "В Аксу выбрали нового акима.", &[]),
            // Worded anew, it is the same quote.
            ("Мы построим школу", "Мы построим новую школу", &[]),
            (
                "Дороги важнее школ",
                "Больше о школе ничего не скажу сегодня",
                &["Больше о школе ничего не скажу сегодня"],
            ),
            ("участвовали 40 тысяч", "участвовали 50 тысяч", &[]),
        ];
        for (old, new, expected) in cases {
            let now =
                article(&TEXT.replace(old, new).replace("40000", if new.contains("50") { "50000" } else { "40000" }));
            assert_eq!(news(Some(&before), &now, &all), expected, "{new}");
            assert_eq!(news(Some(&before), &now, &What::All), [""; 0], "{new}");
        }
    }
}
