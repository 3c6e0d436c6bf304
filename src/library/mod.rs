//! The published articles in memory, ready to be read and searched. Built once, never changed: a new library replaces it whole.

use crate::article::{Article, ArticleId, Figure, Language, Published, Quote};

/// All published articles.
#[derive(Debug, Default)]
pub struct Library {
    articles: Vec<Editions>,
}

impl Library {
    /// A library of these editions, in any order. The first of two editions with one id and language wins;
    /// the loader reports such pairs as mistakes before.
    pub fn new(articles: Vec<Article>) -> Self {
        let _ = articles;
        unimplemented!()
    }

    /// The articles, newest first; equally new ones by id.
    pub fn newest_first(&self) -> &[Editions] {
        &self.articles
    }

    /// The article with this id.
    pub fn get(&self, id: &ArticleId) -> Option<&Editions> {
        let _ = id;
        unimplemented!()
    }

    /// What fits the words, best first; what is in `language` comes before what fits equally well in another,
    /// quotes and figures before whole articles, newer before older. An item of two editions of one article comes once,
    /// in `language` where there is such an edition.
    pub fn find(&self, words: &str, language: Language) -> Vec<Hit<'_>> {
        let _ = (words, language);
        unimplemented!()
    }
}

/// One article in all its languages: at least one edition.
#[derive(Debug)]
pub struct Editions {
    editions: Vec<Article>,
}

impl Editions {
    /// The id that the editions share.
    pub fn id(&self) -> &ArticleId {
        &self.original().id
    }

    /// When the article was published: when its original was.
    pub fn published(&self) -> Published {
        self.original().published
    }

    /// The edition that translates no other; the first one where all are translations.
    pub fn original(&self) -> &Article {
        self.editions.iter().find(|edition| !edition.translation).unwrap_or(&self.editions[0])
    }

    /// The edition in this language, if there is one.
    pub fn edition(&self, language: Language) -> Option<&Article> {
        self.editions.iter().find(|edition| edition.language == language)
    }

    /// The edition to show to somebody who reads `language`: that one, or the original.
    pub fn preferred(&self, language: Language) -> &Article {
        self.edition(language).unwrap_or_else(|| self.original())
    }

    /// All editions, in the order of [`Language::ALL`].
    pub fn all(&self) -> &[Article] {
        &self.editions
    }
}

/// Something that fits the words of a question.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'a> {
    /// The edition in which it stands.
    pub article: &'a Article,
    /// What in it.
    pub item: Item<'a>,
    /// How well it fits: above 0, comparable within one search only.
    pub score: f32,
}

/// A thing that can be found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Item<'a> {
    /// The article as a whole.
    Article,
    /// One of its quotes.
    Quote(&'a Quote),
    /// One of its figures.
    Figure(&'a Figure),
}
