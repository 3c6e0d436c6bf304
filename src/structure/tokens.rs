//! The text in pieces: words, numbers and marks, each pointing into the text as it was read.
//!
//! Soft hyphens and zero-width characters belong to the word around them and are left out of its norm; no-break spaces
//! are spaces. Each different word is kept once, so that what a lexicon says of it is looked up once a text.

use rustc_hash::FxHashMap;

use crate::article::Span;

/// The number of a word in its [`Words`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct WordId(pub(super) u32);

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A run of letters.
    Word(WordId),
    /// A run of the digits 0 to 9. Groups (`2 334`) and decimals (`10.5`) are several pieces.
    Digits,
    /// Any other character.
    Mark(char),
    /// The end of a line. Several in a row are one piece.
    LineEnd,
}

/// How the letters of a word stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// All small, or letters that have no case.
    Small,
    /// The first is a capital: `Токаев`; also a single capital letter: `Е`.
    Capital,
    /// Two capitals or more and nothing small: `АО`.
    Capitals,
    /// Anything else: `МВФ-ке` is in pieces, but `TikTok` is this.
    Mixed,
}

/// A piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: Kind,
    pub(super) case: Case,
    /// Whether white space stands before it; true for the first of a line.
    pub(super) spaced: bool,
}

impl Token {
    /// Where it stands.
    pub(super) fn span(&self) -> Span {
        Span { start: self.start as usize, end: self.end as usize }
    }

    /// The word, if it is one.
    pub(super) fn word(&self) -> Option<WordId> {
        match self.kind {
            Kind::Word(id) => Some(id),
            _ => None,
        }
    }

    /// Whether it is this mark.
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it is a word that begins with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.kind, Kind::Word(_)) && self.case != Case::Small
    }
}

/// The different words of a text: small letters, ё written е, typographic apostrophes straight.
#[derive(Debug, Default)]
pub(super) struct Words {
    norms: Vec<Box<str>>,
    ids: FxHashMap<Box<str>, WordId>,
}

impl Words {
    /// The norm of a word.
    pub(super) fn norm(&self, id: WordId) -> &str {
        &self.norms[id.0 as usize]
    }

    /// All norms, in the order of their ids.
    pub(super) fn norms(&self) -> impl ExactSizeIterator<Item = &str> {
        self.norms.iter().map(|norm| &**norm)
    }

    fn id(&mut self, norm: &str) -> WordId {
        if let Some(id) = self.ids.get(norm) {
            return *id;
        }
        let id = WordId(u32::try_from(self.norms.len()).unwrap_or(u32::MAX));
        self.norms.push(norm.into());
        self.ids.insert(norm.into(), id);
        id
    }
}

/// The most bytes of a text; spans of tokens are 32 bits wide.
pub(super) const MAX_BYTES: usize = 64 << 20;

/// Cuts a text of at most [`MAX_BYTES`] into pieces.
pub(super) fn tokens(text: &str) -> (Vec<Token>, Words) {
    let mut tokens = Vec::with_capacity(text.len() / 6);
    let mut words = Words::default();
    let mut norm = String::new();
    let mut spaced = true;
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let start = at;
        let mut case = Case::Small;
        let kind = match first {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                at += line_end(&text[at..]);
                spaced = true;
                Kind::LineEnd
            }
            _ if !is_plain(first) && (first.is_whitespace() || is_invisible(first)) => {
                at += first.len_utf8();
                spaced |= first.is_whitespace();
                continue;
            }
            '0'..='9' => {
                at += text[at..].bytes().take_while(u8::is_ascii_digit).count();
                Kind::Digits
            }
            _ if is_plain(first) || first.is_alphabetic() => {
                let length;
                (length, case) = word(&text[at..], &mut norm);
                at += length;
                Kind::Word(words.id(&norm))
            }
            _ => {
                at += first.len_utf8();
                Kind::Mark(first)
            }
        };
        // The length is at most MAX_BYTES.
        let (start, end) = (u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(at).unwrap_or(u32::MAX));
        tokens.push(Token { start, end, kind, case, spaced });
        spaced = kind == Kind::LineEnd;
    }
    (tokens, words)
}

/// Whether a character is a letter that is told without a table: nearly all are.
fn is_plain(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}')
}

/// Whether a character is not seen and parts nothing: soft hyphen, zero-width spaces and joiners, marks of direction.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The bytes of white space with which a text begins, up to and including its last line end.
fn line_end(text: &str) -> usize {
    let white = text.find(|c: char| !c.is_whitespace() && !is_invisible(c)).unwrap_or(text.len());
    let last = text[..white].rfind(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(0);
    last + text[last..].chars().next().map_or(0, char::len_utf8)
}

/// Whether a word has letters of both alphabets, most of them Cyrillic: `раcсказал` with a Latin `c`.
fn is_mixed(norm: &str) -> bool {
    let bytes = norm.as_bytes();
    let latin = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    latin > 0 && (bytes.len() - latin) / 2 > latin
}

/// The norm of a word with the Latin letters that look like Cyrillic ones read as these.
fn in_cyrillic(word: &str) -> String {
    const ALIKE: [(char, char); 19] = [
        ('a', 'а'),
        ('c', 'с'),
        ('e', 'е'),
        ('o', 'о'),
        ('p', 'р'),
        ('x', 'х'),
        ('y', 'у'),
        ('i', 'і'),
        ('A', 'а'),
        ('B', 'в'),
        ('C', 'с'),
        ('E', 'е'),
        ('H', 'н'),
        ('K', 'к'),
        ('M', 'м'),
        ('O', 'о'),
        ('P', 'р'),
        ('T', 'т'),
        ('X', 'х'),
    ];
    let letters = word.chars().filter(|c| c.is_alphabetic() && !is_invisible(*c));
    let read = |c: char| ALIKE.iter().find(|(latin, _)| *latin == c).map(|(_, cyrillic)| *cyrillic);
    letters.flat_map(|c| read(c).unwrap_or(c).to_lowercase()).map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

/// Reads the word with which a text begins into `norm`; gives its length in bytes and how its letters stand.
fn word(text: &str, norm: &mut String) -> (usize, Case) {
    norm.clear();
    let (mut end, mut letters, mut capitals, mut first_is_capital) = (0, 0, 0, false);
    for (at, c) in text.char_indices() {
        let capital = match c {
            'а'..='я' | 'a'..='z' | 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і' => {
                norm.push(c);
                false
            }
            'А'..='Я' | 'A'..='Z' => {
                norm.extend(c.to_lowercase());
                true
            }
            ' ' | ',' | '.' | '»' => break,
            _ if is_invisible(c) => continue,
            // A stress mark or another combining sign belongs to its letter.
            '\u{300}'..='\u{36f}' => {
                end = at + c.len_utf8();
                continue;
            }
            'ё' | 'Ё' => {
                norm.push('е');
                c == 'Ё'
            }
            _ if c.is_alphabetic() => {
                norm.extend(c.to_lowercase());
                c.is_uppercase()
            }
            _ => break,
        };
        end = at + c.len_utf8();
        letters += 1;
        if capital {
            capitals += 1;
            first_is_capital |= letters == 1;
        }
    }
    if is_mixed(norm) {
        *norm = in_cyrillic(&text[..end]);
    }
    let case = match (capitals, first_is_capital) {
        (0, _) => Case::Small,
        (1, true) => Case::Capital,
        _ if capitals == letters => Case::Capitals,
        _ => Case::Mixed,
    };
    (end, case)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a text: words by their norm, a space before those that are spaced, `|` for a line end.
    fn pieces(text: &str) -> String {
        let (tokens, words) = tokens(text);
        let mut shown = String::new();
        for token in &tokens {
            if token.spaced && !shown.is_empty() {
                shown.push(' ');
            }
            match token.kind {
                Kind::Word(id) => shown += words.norm(id),
                Kind::LineEnd => shown.push('|'),
                _ => shown += &text[token.span().start..token.span().end],
            }
        }
        shown
    }

    #[test]
    fn a_text_comes_in_pieces() {
        for (text, expected) in [
            ("", ""),
            ("Ёлка, 2\u{a0}334 акима.", "елка, 2 334 акима."),
            ("из\u{ad}бра\u{200b}ны", "избраны"),
            ("замо\u{301}к", "замок"),
            ("19-летний 10.5%", "19-летний 10.5%"),
            ("the President’s “word”", "the president’s “word”"),
            ("a \r\n\r\n  b\u{2028}c", "a | b | c"),
            ("Қазақстан Республикасы", "қазақстан республикасы"),
            ("\u{feff}a", "a"),
            // Latin letters that look like Cyrillic ones, and those that do not.
            ("раcсказал Mинистр iPhone-ы", "рассказал министр iphone-ы"),
        ] {
            assert_eq!(pieces(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_word_points_to_all_of_its_letters() {
        for (text, start, end, case) in [
            ("из\u{ad}бран\u{ad}", 0, 14, Case::Small),
            (" АО", 1, 5, Case::Capitals),
            ("Е.", 0, 2, Case::Capital),
            ("TikTok", 0, 6, Case::Mixed),
        ] {
            let token = tokens(text).0[0];
            assert_eq!((token.start, token.end, token.case), (start, end, case), "{text:?}");
        }
    }
}
