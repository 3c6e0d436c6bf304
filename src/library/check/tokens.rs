//! The words of a claim or a quote as they are compared: each with its place, its value if it is a number, and what stands around it.

use std::ops::Range;

use super::numerals::{self, Numeral, Sum};
use super::pair::plain_hash;
use crate::article::Language;
use crate::library::words::for_each_word;

/// The words of some texts, one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Tokens {
    /// The words as they are compared, one after the other.
    norms: String,
    tokens: Vec<Token>,
    parts: u16,
}

/// One word.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// The bytes of the text in which it stands, outer marks not among them.
    pub(super) span: Range<usize>,
    norm: Range<usize>,
    /// The word as it is typed without Kazakh letters, as a number.
    pub(super) plain: u64,
    /// What it adds to a number in words.
    numeral: Option<Numeral>,
    /// Its number, if it is or names one.
    pub(super) number: Option<f64>,
    /// Which of the texts it belongs to.
    pub(super) part: u16,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// What stands before it.
    pub(super) before: Before,
    /// Whether words may have been left out before it: an ellipsis.
    pub(super) ellipsis: bool,
}

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Before {
    /// A space, a hyphen, a mark around words.
    Space,
    /// A mark that ends a part of a sentence: a comma, a dash, a colon.
    Clause,
    /// The end of a sentence, or the beginning of the text.
    Sentence,
}

/// The token for what a per cent sign says.
pub(super) const PERCENT: &str = "%";

impl Tokens {
    /// The words of a text.
    #[cfg(test)]
    pub(super) fn of(text: &str, language: Language) -> Self {
        let mut tokens = Self::default();
        tokens.push(text, 0..text.len(), language);
        tokens
    }

    /// Adds the words of a part of a text; their spans are in the whole of it.
    pub(super) fn push(&mut self, whole: &str, part: Range<usize>, language: Language) {
        let first = self.tokens.len();
        let text = &whole[part.clone()];
        let mut end = 0;
        for_each_word(text, |word, place| {
            self.between(text, end, place.start, part.start, self.tokens.len() == first);
            let gap = &text[end..place.start];
            end = place.end;
            if self.is_ordinal_ending(word, gap, first) {
                if let Some(last) = self.tokens.last_mut() {
                    last.span.end = part.start + place.end;
                }
                return;
            }
            self.word(word, part.start + place.start..part.start + place.end, text, part.start, language);
            let at_start = self.tokens.len() == first + 1;
            if let Some(last) = self.tokens.get_mut(first..).and_then(<[_]>::last_mut) {
                last.before = if at_start { Before::Sentence } else { before(gap) };
                last.ellipsis = is_ellipsis(gap);
            }
            self.contraction(text, part.start, language);
        });
        self.between(text, end, text.len(), part.start, self.tokens.len() == first);
        self.sum(first);
        self.parts += 1;
    }

    /// Notes the signs between two words that say something themselves: `%`, `₸`, a minus.
    fn between(&mut self, text: &str, from: usize, to: usize, offset: usize, first: bool) {
        for (at, sign) in text[from..to].char_indices() {
            let start = offset + from + at;
            let after = text[from + at + sign.len_utf8()..].chars().next();
            let before = text[..from + at].chars().next_back();
            let norm = match sign {
                '%' | '٪' => PERCENT,
                '₸' => "тенге",
                '$' => "$",
                '€' => "€",
                '₽' => "рубль",
                '-' | '−' | '–'
                    if after.is_some_and(|after| after.is_ascii_digit())
                        && before.is_none_or(|before| !before.is_alphanumeric() && before != '%')
                        && to == from + at + sign.len_utf8()
                        // `2020 – 2025` is a range, `— 5` a dash.
                        && !first =>
                {
                    "-"
                }
                _ => continue,
            };
            self.add(norm, start..start + sign.len_utf8());
        }
    }

    /// Adds a word.
    fn word(&mut self, word: &str, span: Range<usize>, text: &str, offset: usize, language: Language) {
        let percent = match language {
            Language::Ru => word.strip_prefix("процент").is_some_and(|end| RU_NOUN_ENDINGS.contains(&end)),
            Language::Kk => word.starts_with("пайыз") && !word.contains("дық"),
            Language::En => word == "percent",
        };
        let norm = if percent {
            PERCENT
        } else {
            match (language, word) {
                (Language::Kk, "теңге") => "тенге",
                (Language::En, "cannot") => "can't",
                _ => word,
            }
        };
        let capital = text[span.start - offset..].chars().next().is_some_and(char::is_uppercase);
        let digits = word.starts_with(|c: char| c.is_ascii_digit());
        self.add(norm, span);
        if let Some(token) = self.tokens.last_mut() {
            token.capital = capital;
            if digits {
                token.number = value_of(word);
            } else {
                match numerals::word(norm, language) {
                    Some(numerals::Word::Numeral(numeral)) => token.numeral = Some(numeral),
                    // Any value: it is compared by its letters.
                    Some(numerals::Word::Number) => token.number = Some(f64::NAN),
                    None => {}
                }
            }
        }
    }

    fn add(&mut self, norm: &str, span: Range<usize>) {
        let start = self.norms.len();
        self.norms.push_str(norm);
        self.tokens.push(Token {
            span,
            norm: start..self.norms.len(),
            plain: plain_hash(norm),
            numeral: None,
            number: None,
            part: self.parts,
            capital: false,
            before: Before::Space,
            ellipsis: false,
        });
    }

    /// Whether a word is the ending of the number in digits before it: `5-й`, `2025-го`, `20th`.
    fn is_ordinal_ending(&self, word: &str, gap: &str, first: usize) -> bool {
        const ENDINGS: &str =
            "й я е го му м х ти ми ю ый ой ая ое ого ому ым ом ую ые ых ыми ші шы інші ыншы th st nd rd";
        let number = self.tokens.get(first..).and_then(<[_]>::last);
        matches!(gap, "" | "-" | "‑" | "–")
            && number.is_some_and(|token| self.norm_of(token).ends_with(|c: char| c.is_ascii_digit()))
            && ENDINGS.split(' ').any(|ending| ending == word)
    }

    /// Cuts `don't` into `do` and `not`, `we've` into `we` and `have`, which they are the same as.
    fn contraction(&mut self, text: &str, offset: usize, language: Language) {
        let Some(last) = self.tokens.last().filter(|_| language == Language::En).cloned() else { return };
        let norm = self.norm_of(&last);
        let surface = &text[last.span.start - offset..last.span.end - offset];
        let (base, second, cut) = if let Some(base) = norm.strip_suffix("n't") {
            let base = match base {
                "wo" => "will",
                "ca" => "can",
                "sha" => "shall",
                base => base,
            };
            (base, "not", surface.rfind(['n', 'N']))
        } else {
            const SHORT: [(&str, &str); 4] = [("'ve", "have"), ("'re", "are"), ("'ll", "will"), ("'m", "am")];
            let long = |(short, long)| Some((norm.strip_suffix(short)?, long));
            let Some((base, long)) = SHORT.into_iter().find_map(long) else { return };
            (base, long, surface.rfind(['\'', '’']))
        };
        let base = base.to_owned();
        let Some(cut) = cut.filter(|cut| *cut > 0) else { return };
        let middle = last.span.start + cut;
        self.tokens.pop();
        self.add(&base, last.span.start..middle);
        if let Some(token) = self.tokens.last_mut() {
            let numeral = match numerals::word(&base, language) {
                Some(numerals::Word::Numeral(numeral)) => Some(numeral),
                Some(numerals::Word::Number) | None => None,
            };
            let (norm, span, plain) = (token.norm.clone(), token.span.clone(), token.plain);
            *token = Token { norm, span, plain, numeral, ..last.clone() };
        }
        self.add(second, middle..last.span.end);
    }

    /// Makes one token of the numerals of one number, with the value as its word.
    fn sum(&mut self, first: usize) {
        let mut kept = first;
        let mut at = first;
        while at < self.tokens.len() {
            let begun = match self.tokens[at].number {
                Some(value) if value.is_finite() => Some((Sum::digits(value), true)),
                _ => self.tokens[at].numeral.and_then(|numeral| Some((Sum::default().then(numeral)?, false))),
            };
            let Some((mut sum, digits)) = begun else {
                self.tokens.swap(kept, at);
                (kept, at) = (kept + 1, at + 1);
                continue;
            };
            let mut end = at + 1;
            while end < self.tokens.len() && self.tokens[end].before == Before::Space {
                let Some(next) = self.tokens[end].numeral else { break };
                if digits && end == at + 1 && !matches!(next, Numeral::Scale(_)) {
                    break;
                }
                let Some(more) = sum.then(next) else { break };
                sum = more;
                end += 1;
            }
            let whole =
                Token { span: self.tokens[at].span.start..self.tokens[end - 1].span.end, ..self.tokens[at].clone() };
            self.tokens[kept] = whole;
            if end > at + 1 || !digits {
                let start = self.norms.len();
                let value = format(sum.value());
                self.norms.push_str(&value);
                self.tokens[kept].norm = start..self.norms.len();
                self.tokens[kept].plain = plain_hash(&value);
                self.tokens[kept].number = Some(sum.value());
            }
            (kept, at) = (kept + 1, end);
        }
        self.tokens.truncate(kept);
    }

    /// Notes that words may have been left out before the word that begins at a place of the text or after it.
    pub(super) fn omission(&mut self, from: usize) {
        if let Some(token) = self.tokens.iter_mut().find(|token| token.span.start >= from) {
            token.ellipsis = true;
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at a place.
    pub(super) fn get(&self, at: usize) -> &Token {
        &self.tokens[at]
    }

    /// All words.
    pub(super) fn all(&self) -> &[Token] {
        &self.tokens
    }

    /// A word as it is compared.
    pub(super) fn norm(&self, at: usize) -> &str {
        self.norm_of(&self.tokens[at])
    }

    /// Whether another text has the same words in the same order.
    pub(super) fn same_words(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.norms == other.norms
            && (0..self.len()).all(|at| self.norm(at) == other.norm(at))
    }

    fn norm_of(&self, token: &Token) -> &str {
        &self.norms[token.norm.clone()]
    }

    /// Adds two words that follow each other as one word, if they may be meant as one: numbers are not.
    pub(super) fn join(&self, first: usize, one: &mut String) {
        let Some([first, second]) = self.tokens.get(first..first + 2) else { return };
        if first.number.is_none() && second.number.is_none() && first.part == second.part {
            one.extend([self.norm_of(first), self.norm_of(second)]);
        }
    }

    /// Keeps the first words only.
    pub(super) fn truncate(&mut self, most: usize) {
        self.tokens.truncate(most);
    }

    /// Whether a part of a sentence begins with the word at a place, or ends before it.
    pub(super) fn breaks_before(&self, at: usize) -> bool {
        at >= self.tokens.len() || self.tokens[at].before > Before::Space || at == 0
    }

    /// Whether a sentence begins with the word at a place, or ends before it.
    pub(super) fn sentence_before(&self, at: usize) -> bool {
        at >= self.tokens.len() || self.tokens[at].before == Before::Sentence || at == 0
    }
}

const RU_NOUN_ENDINGS: [&str; 10] = ["", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"];

/// The value of digits as the words are cut: `2334`, `1.5`, `1/3`.
fn value_of(digits: &str) -> Option<f64> {
    match digits.split_once('/') {
        Some((above, below)) => Some(above.parse::<f64>().ok()? / below.parse::<f64>().ok()?),
        None => digits.parse().ok(),
    }
    // A number too long to be one is compared by its digits.
    .map(|value: f64| if value.is_finite() && value < 1e15 { value } else { f64::NAN })
}

/// A number as its digits are cut from a text.
fn format(value: f64) -> String {
    for (fraction, digits) in [(1.0 / 3.0, "1/3"), (0.5, "1/2"), (0.25, "1/4")] {
        if (value - fraction).abs() < 1e-9 {
            return digits.to_owned();
        }
    }
    let rounded = (value * 1000.0).round() / 1000.0;
    rounded.to_string()
}

/// What the signs between two words are.
fn before(gap: &str) -> Before {
    let mut before = Before::Space;
    for (at, sign) in gap.char_indices() {
        let spaced = || gap[at + sign.len_utf8()..].starts_with(char::is_whitespace);
        before = before.max(match sign {
            '.' | '!' | '?' | '…' | '\n' => Before::Sentence,
            ',' | ';' | ':' | '—' | '(' | ')' => Before::Clause,
            '-' | '–' if spaced() => Before::Clause,
            _ => Before::Space,
        });
    }
    before
}

/// Whether the signs between two words say that words were left out.
fn is_ellipsis(gap: &str) -> bool {
    gap.contains('…') || gap.contains("...") || gap.contains("..")
}

#[cfg(test)]
mod tests {
    use super::{Before, Tokens};
    use crate::article::Language;

    fn norms(text: &str, language: Language) -> Vec<String> {
        let tokens = Tokens::of(text, language);
        (0..tokens.len()).map(|at| tokens.norm(at).to_owned()).collect()
    }

    #[test]
    fn words_are_compared_as_these() {
        use Language::{En, Kk, Ru};
        let cases: [(&str, Language, &[&str]); 17] = [
            ("В 2 334 округах, 80 %", Ru, &["в", "2334", "округах", "80", "%"]),
            ("80 процентов акимов", Ru, &["80", "%", "акимов"]),
            ("в течение пяти лет", Ru, &["в", "течение", "5", "лет"]),
            ("2,5 млн тонн", Ru, &["2500000", "тонн"]),
            ("двадцать пять, шесть", Ru, &["25", "6"]),
            ("две тысячи триста тридцать четыре акима", Ru, &["2334", "акима"]),
            ("2025-го года, 5-й", Ru, &["2025", "года", "5"]),
            ("пришло 40 тысяч", Ru, &["пришло", "40000"]),
            ("при -5 градусах", Ru, &["при", "-", "5", "градусах"]),
            ("в 2020-2025 годах", Ru, &["в", "2020", "2025", "годах"]),
            ("треть и ⅓", Ru, &["1/3", "и", "1/3"]),
            ("80 пайызы он бес", Kk, &["80", "%", "15"]),
            ("we don’t and won't", En, &["we", "do", "not", "and", "will", "not"]),
            ("we’ve", En, &["we", "have"]),
            ("they cannot", En, &["they", "can", "not"]),
            ("forty-two percent", En, &["42", "%"]),
            ("99999999999999999999 тысяч", Ru, &["99999999999999999999", "1000"]),
        ];
        for (text, language, expected) in cases {
            assert_eq!(norms(text, language), expected, "{text}");
        }
    }

    #[test]
    fn words_know_what_stands_around_them() {
        let text = "«Да», — сказал он. Мы […] ушли – все";
        let tokens = Tokens::of(text, Language::Ru);
        let before: Vec<_> = tokens.all().iter().map(|token| token.before).collect();
        use Before::{Clause, Sentence, Space};
        assert_eq!(before, [Sentence, Clause, Space, Sentence, Sentence, Clause]);
        let ellipses: Vec<_> = tokens.all().iter().map(|token| token.ellipsis).collect();
        assert_eq!(ellipses, [false, false, false, false, true, false]);
        assert_eq!(&text[tokens.get(5).span.clone()], "все");
    }
}
