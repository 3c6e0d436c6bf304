//! Checking a claim: words that somebody says were said, and what the library knows of them.
//!
//! [`Claim::read`] parts what was said from who is said to have said it (`attribution`, `marks`); [`Candidates`](passages::Candidates)
//! names the paragraphs that may hold it; `unit` makes of them the quotes and the journalists' words; `tokens` cuts all into words;
//! `align` lays the claim beside each (`pair` says what two words are to each other) and `lay` says how well it fits; `diff` and `change`
//! say what the differences are; `judge`, `splice` and `verdict` what is to be said of them. `versions` finds
//! what else carries a quote.
//!
//! What counts as verbatim: case, punctuation, marks, spaces, ё for е, `%` for a word, digits for a numeral, and an ellipsis in the place
//! of words. A typing mistake, a number or a letter written otherwise and two neighbouring words that changed places are shown among
//! [`Match::changes`] but leave the verdict as it is ([`Change::is_light`]). A run that leaves out a no that belongs to its first or last
//! word is altered, not verbatim.

mod align;
mod attribution;
mod change;
mod claim;
mod diff;
mod hinges;
mod judge;
mod lay;
mod marks;
mod negation;
mod numerals;
mod pair;
mod passages;
mod several;
mod skeleton;
mod speaker;
mod splice;
#[cfg(test)]
mod tests;
mod tokens;
mod typing;
mod unit;
mod verdict;
mod versions;

pub use attribution::Claimed;
pub use change::Change;
pub use claim::{Claim, MOST_WORDS, Note};
pub use diff::{DiffOp, Op};
use passages::Candidates;
pub use passages::Searched;
pub use several::claims;
pub use speaker::Speaker;
pub use verdict::Verdict;
pub use versions::Version;

use super::Library;
use crate::article::{Article, Language, Quote, Span};

/// What the library knows of a claim.
#[derive(Debug)]
pub struct Checked<'a> {
    /// What is to be said of it.
    pub verdict: Verdict,
    /// The claim.
    pub claim: Claim,
    /// Who is said to have said it, in the reading that fits.
    pub speaker_claimed: Option<String>,
    /// What it was found in, best first; the pieces of a [`Verdict::Spliced`] claim in its order; the nearest that there is for
    /// [`Verdict::NotFound`].
    pub matches: Vec<Match<'a>>,
    /// How much was looked through.
    pub searched: Searched,
}

/// A claim beside a quote, or beside a passage of an article.
#[derive(Debug, Clone)]
pub struct Match<'a> {
    /// The edition in which it stands. Where it is a translation, so are the words.
    pub article: &'a Article,
    /// The quote; `None` for the journalist's own words.
    pub quote: Option<&'a Quote>,
    /// The paragraph, or the quote from its beginning to its end, in the body.
    pub passage: Span,
    /// The words that fit, from the first to the last, in the body.
    pub run: Span,
    /// Whether the one who is said to have said it said it.
    pub speaker: Speaker,
    /// The share of the claim's words that agree: 0 to 1.
    pub score: f32,
    /// Claim and quote word by word.
    pub diff: Vec<DiffOp>,
    /// What the differences change, the gravest first.
    pub changes: Vec<Change>,
}

impl Library {
    /// What the library knows of a claim, for somebody who reads `language`. Any text is a claim.
    pub fn check(&self, claim: &str, language: Language) -> Checked<'_> {
        verdict::check(self, claim, language)
    }

    /// What knows where words may stand.
    fn candidates(&self) -> &impl Candidates {
        &self.index
    }

    /// The edition in a language of the article with this number among those that [`Self::candidates`] names.
    fn edition(&self, number: u32, language: Language) -> Option<&Article> {
        self.numbered(number)?.edition(language)
    }

    /// How much a check looks through.
    fn searched(&self) -> Searched {
        Searched { articles: self.newest_first().len(), quotes: self.catalogue.quotes() }
    }
}
