//! The editions of one article, and what in them is the same thing in another language.

use super::Item;
use crate::article::{Article, ArticleId, Figure, Language, Published};

/// One article in all its languages: at least one edition.
#[derive(Debug)]
pub struct Editions {
    /// The number of the article in the index.
    number: u32,
    editions: Box<[Article]>,
}

impl Editions {
    /// At least one article, and one a language; all with the same id.
    pub(super) fn new(number: u32, mut editions: Vec<Article>) -> Self {
        editions.sort_by_key(|edition| Language::ALL.iter().position(|language| *language == edition.language));
        // Room for editions that never come would be a good part of the memory of a large library.
        Self { number, editions: editions.into_boxed_slice() }
    }

    /// The number of the article in the index.
    pub(super) fn number(&self) -> u32 {
        self.number
    }

    /// The id that the editions share.
    pub fn id(&self) -> &ArticleId {
        &self.original().id
    }

    /// Counts the changes of the article until these editions.
    pub fn revision(&self) -> i64 {
        self.editions.iter().map(|edition| edition.revision).max().unwrap_or_default()
    }

    /// When the article was published: when its original was, as far as its file says.
    pub fn published(&self) -> Option<Published> {
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

    /// The same quote or figure in the edition of another language: the quote of the same number where both editions have
    /// equally many quotes; the figure of the same value and kind.
    pub fn counterpart(&self, of: &Article, item: Item<'_>, language: Language) -> Option<Item<'_>> {
        let to = self.edition(language)?;
        let place = match item {
            Item::Article => Place::Article,
            Item::Quote(quote) => Place::Quote(of.quotes.iter().position(|it| it.id == quote.id)?),
            Item::Figure(figure) => Place::Figure(of.figures.iter().position(|it| it.id == figure.id)?),
        };
        Some(place.counterpart(of, to)?.item(to))
    }

    /// All editions, in the order of [`Language::ALL`].
    pub fn all(&self) -> &[Article] {
        &self.editions
    }
}

/// Where an item stands in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Quote(usize),
    Figure(usize),
    Article,
}

impl Place {
    /// The places of everything in an edition.
    pub(super) fn all(article: &Article) -> impl Iterator<Item = Self> {
        let quotes = (0..article.quotes.len()).map(Self::Quote);
        quotes.chain((0..article.figures.len()).map(Self::Figure)).chain([Self::Article])
    }

    /// What stands there.
    pub(super) fn item(self, article: &Article) -> Item<'_> {
        match self {
            Self::Quote(nth) => Item::Quote(&article.quotes[nth]),
            Self::Figure(nth) => Item::Figure(&article.figures[nth]),
            Self::Article => Item::Article,
        }
    }

    /// The place of the same thing in another edition; see [`Editions::counterpart`].
    pub(super) fn counterpart(self, from: &Article, to: &Article) -> Option<Self> {
        match self {
            Self::Quote(_) => (from.quotes.len() == to.quotes.len()).then_some(self),
            Self::Figure(nth) => {
                let figure = &from.figures[nth];
                let same = |other: &&Figure| other.value == figure.value && other.kind == figure.kind;
                // The second of two equal values belongs to the second.
                let before = from.figures[..nth].iter().filter(same).count();
                let mut others = to.figures.iter().enumerate().filter(|(_, other)| same(other));
                others.nth(before).map(|(place, _)| Self::Figure(place))
            }
            Self::Article => Some(self),
        }
    }
}
