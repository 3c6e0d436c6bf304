//! The names of articles and of the things in them.

use std::fmt;
use std::str::FromStr;

/// The name of an article, shared by its editions: 1 to 40 of `A-Za-z0-9_-`, so that it fits a deep link and a button.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(Box<str>);

impl ArticleId {
    /// The most characters that an id may have: a deep link carries 64, and an [`ItemId`] travels with it.
    pub const MAX_LEN: usize = 40;

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that can't be an [`ArticleId`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no article id: 1 to 40 letters, digits, - or _ are expected")]
pub struct InvalidArticleId(pub String);

impl FromStr for ArticleId {
    type Err = InvalidArticleId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = (1..=Self::MAX_LEN).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if fits { Ok(Self(text.into())) } else { Err(InvalidArticleId(text.to_owned())) }
    }
}

/// The name of a quote or figure within its article: 8 characters made from its own text,
/// so that it survives a change elsewhere in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId([u8; Self::LEN]);

impl ItemId {
    /// How many characters an item id has.
    pub const LEN: usize = 8;

    /// Crockford's base 32: no letter that is taken for another.
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

    /// The id of an item with these texts, in this order (FNV-1a, 64 bits, of which 40 are kept).
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for text in texts {
            for byte in text.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        let mut name = [0; Self::LEN];
        for (place, character) in name.iter_mut().enumerate() {
            // The high bits are the best mixed ones.
            let digit = (hash >> (59 - 5 * place)) & 31;
            *character = Self::ALPHABET[digit as usize];
        }
        Self(name)
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("made of ASCII characters only")
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Fails for anything but 8 characters of the alphabet.
impl FromStr for ItemId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name: [u8; Self::LEN] = text.as_bytes().try_into().map_err(drop)?;
        if name.iter().all(|byte| Self::ALPHABET.contains(byte)) { Ok(Self(name)) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::{ArticleId, ItemId};

    #[test]
    fn an_article_id_is_short_and_plain() {
        for good in ["a", "rural-akims", "A_9", &"x".repeat(40)] {
            assert!(good.parse::<ArticleId>().is_ok(), "{good}");
        }
        for bad in ["", "село", "a b", "a.b", "a/b", &"x".repeat(41)] {
            assert!(bad.parse::<ArticleId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_item_id_depends_on_the_texts_and_where_they_are_split() {
        let id = ItemId::of(["one", "two"]);
        assert_eq!(id, ItemId::of(["one", "two"]));
        assert_eq!(id.as_str().parse(), Ok(id));
        assert_ne!(id, ItemId::of(["onetwo"]));
        assert_ne!(id, ItemId::of(["two", "one"]));
        assert_eq!("UPPER123".parse::<ItemId>(), Err(()));
    }
}
