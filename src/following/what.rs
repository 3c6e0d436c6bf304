//! What can be followed.

use std::fmt;

/// What a chat follows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    /// Every article.
    All,
    /// What somebody says: the name, or a part of it.
    Speaker(String),
    /// What is said about a topic, as articles name it.
    Topic(String),
    /// What has some words.
    Words(Words),
}

/// Words that something has, and words that it does not have.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Words {
    /// All of these: at least one.
    pub with: Vec<String>,
    /// None of these.
    pub without: Vec<String>,
}

impl What {
    /// Its kind, in a word.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Speaker(_) => "speaker",
            Self::Topic(_) => "topic",
            Self::Words(_) => "words",
        }
    }

    /// Its words; none for everything.
    pub fn words(&self) -> String {
        match self {
            Self::All => String::new(),
            Self::Speaker(words) | Self::Topic(words) => words.clone(),
            Self::Words(words) => words.to_string(),
        }
    }

    /// Reads a kind and its words.
    pub fn read(kind: &str, words: &str) -> Option<Self> {
        match kind {
            "all" => Some(Self::All),
            "speaker" => Some(Self::Speaker(words.to_owned())),
            "topic" => Some(Self::Topic(words.to_owned())),
            "words" => Words::read(words).map(Self::Words),
            _ => None,
        }
    }
}

impl Words {
    /// More words are not followed.
    pub const MOST: usize = 12;
    /// How many characters they may have together.
    pub const LENGTH: usize = 120;

    /// Reads words as somebody types them: a minus before a word means that it must not be there. `None`: there is none that must be, or
    /// there are too many, or they are too long.
    pub fn read(typed: &str) -> Option<Self> {
        if typed.chars().count() > Self::LENGTH {
            return None;
        }
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for word in typed.split_whitespace() {
            let (list, word) = match word.strip_prefix(['-', '−', '–', '—']) {
                Some(word) => (&mut without, word),
                None => (&mut with, word),
            };
            if word.chars().any(char::is_alphanumeric) && !list.iter().any(|it| it == word) {
                list.push(word.to_owned());
            }
        }
        (!with.is_empty() && with.len() + without.len() <= Self::MOST).then_some(Self { with, without })
    }
}

/// As they are typed.
impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with.join(" "))?;
        self.without.iter().try_for_each(|word| write!(f, " -{word}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{What, Words};

    #[test]
    fn words_are_read_as_they_are_typed() {
        let long = "ы".repeat(121);
        let many = ["а"; 3].iter().enumerate().map(|(at, word)| format!("{word}{at}")).collect::<Vec<_>>().join(" ");
        let cases = [
            ("выборы акимов", Some("выборы акимов")),
            ("выборы -Россия", Some("выборы -Россия")),
            ("−Россия  выборы –сенат\nакимы", Some("выборы акимы -Россия -сенат")),
            ("выборы выборы", Some("выборы")),
            ("-Россия", None),
            ("- — !", None),
            ("", None),
            (&long, None),
            (&many, Some("а0 а1 а2")),
        ];
        for (typed, expected) in cases {
            let words = Words::read(typed);
            assert_eq!(words.as_ref().map(ToString::to_string).as_deref(), expected, "{typed:?}");
            if let Some(words) = words {
                let what = What::Words(words);
                assert_eq!(What::read(what.kind(), &what.words()), Some(what));
            }
        }
        let many: Vec<String> = (0..13).map(|at| format!("а{at}")).collect();
        assert_eq!(Words::read(&many.join(" ")), None);
    }
}
