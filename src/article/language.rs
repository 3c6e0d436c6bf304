//! The languages that Derek speaks and articles are written in.

use std::fmt;
use std::str::FromStr;

/// A language of an article, of a chat, of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Russian.
    Ru,
    /// Kazakh, in Cyrillic.
    Kk,
    /// English.
    En,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// The ISO 639-1 code: `ru`, `kk` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::Kk => "kk",
            Self::En => "en",
        }
    }

    /// The first guess for somebody whose Telegram speaks `language_code` (an IETF tag such as `ru` or `pt-br`).
    pub fn guess(language_code: Option<&str>) -> Self {
        let primary = language_code.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default();
        primary.to_ascii_lowercase().parse().unwrap_or(Self::En)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A language code that is none of `ru`, `kk`, `en`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is none of ru, kk, en")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|language| language.code() == code).ok_or_else(|| UnknownLanguage(code.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn the_first_guess_follows_the_primary_tag() {
        let cases = [
            (Some("ru"), Language::Ru),
            (Some("ru-RU"), Language::Ru),
            (Some("kk"), Language::Kk),
            (Some("KK_kz"), Language::Kk),
            (Some("en"), Language::En),
            (Some("uz"), Language::En),
            (Some(""), Language::En),
            (None, Language::En),
        ];
        for (tag, expected) in cases {
            assert_eq!(Language::guess(tag), expected, "{tag:?}");
        }
    }
}
