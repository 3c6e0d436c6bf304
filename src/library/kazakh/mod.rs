//! Kazakh stems: what is left of a word without its endings.
//!
//! [`endings`] is the table of the endings and of what may stand before each; vowel harmony and the meeting of consonants say
//! which of its forms a stem takes. Of all ways to read a word as a stem and its endings that one holds which leaves a known
//! word, the longest, else the one that leaves least: forms of one word come together even where one of them may be read in
//! more ways. This is repeated until nothing can be taken, so that all forms of a word that looks like a form itself end
//! where that word does.
//!
//! Words and endings are in the letters that [`fold`] leaves, in which front and back vowels are not always apart.

mod endings;
mod roots;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::terms::fold;
use endings::{Joint, Kind, RULES, Rule, Stem};

/// The stem of a word in lower case and folded.
pub(super) fn stem(word: &str) -> Cow<'_, str> {
    static GRAMMAR: LazyLock<Grammar> = LazyLock::new(Grammar::new);
    GRAMMAR.stem(word)
}

/// A longer word is no Kazakh word, and is left as it stands. In bytes.
const LONGEST: usize = 80;

/// The rules and words, folded.
struct Grammar {
    /// The endings by their last letter, longer ones first; of equals the noun's first.
    endings: [Vec<Ending>; LETTERS],
    nouns: FxHashSet<String>,
    verbs: FxHashSet<String>,
    /// What may be left of a word that is written in two ways, and its stem.
    whole: FxHashMap<String, String>,
    /// The same for what is left of a verb.
    whole_verbs: FxHashMap<String, String>,
}

/// One form of an ending.
struct Ending {
    form: String,
    /// Whether it follows front vowels; `None` where it follows any.
    front: Option<bool>,
    makes: Kinds,
    of: Kinds,
    joint: Joint,
    stem: Stem,
}

/// A way to read a word.
#[derive(Clone, Copy)]
struct Reading<'a> {
    /// What is left.
    stem: &'a str,
    /// Whether that is a word of the lists.
    known: bool,
    verb: bool,
}

impl Grammar {
    fn new() -> Self {
        let mut endings: [Vec<Ending>; LETTERS] = Default::default();
        for rule in RULES {
            for form in rule.forms {
                let ending = Ending::new(fold(form).into_owned(), rule);
                let last = last_letter(&ending.form).expect("endings are Cyrillic");
                endings[last].push(ending);
            }
        }
        for endings in &mut endings {
            endings.sort_by_key(|ending| Reverse(ending.form.len()));
        }
        let both = |words: &[(&str, &str)]| -> Vec<_> {
            words.iter().map(|(left, stem)| (fold(left).into_owned(), fold(stem).into_owned())).collect()
        };
        let whole: FxHashMap<_, _> =
            folded(roots::DROPPING).map(|word| (dropped(&word), word)).chain(both(roots::TOGETHER)).collect();
        let whole_verbs: FxHashMap<_, _> = both(roots::OTHERWISE).into_iter().collect();
        let nouns = folded(roots::NOUNS).chain(folded(roots::DROPPING)).chain(whole.keys().cloned());
        let verbs = folded(roots::VERBS).chain(whole_verbs.keys().cloned());
        let verbs = verbs.chain(both(roots::TOGETHER).into_iter().map(|(left, _)| left));
        Self { endings, nouns: with_voiced(nouns), verbs: with_voiced(verbs), whole, whole_verbs }
    }

    fn stem<'a>(&'a self, word: &'a str) -> Cow<'a, str> {
        if word.len() > LONGEST {
            return Cow::Borrowed(word);
        }
        let mut stem = word;
        while !self.nouns.contains(stem) && !self.verbs.contains(stem) {
            let mut best = Reading { stem, known: false, verb: false };
            self.read(stem, END, None, &mut best);
            if best.stem.len() == stem.len() {
                break;
            }
            stem = best.stem;
            // The stem of a verb may look like a noun with endings: хабарла, тыңда.
            if best.verb {
                if let Some(other) = self.whole_verbs.get(stem) {
                    return Cow::Borrowed(other);
                }
                break;
            }
        }
        if let Some(whole) = self.whole.get(stem) {
            return Cow::Borrowed(whole);
        }
        for (voiceless, voiced) in VOICED {
            if let Some(start) = stem.strip_suffix(voiced) {
                return Cow::Owned(format!("{start}{voiceless}"));
            }
        }
        Cow::Borrowed(stem)
    }

    /// Reads a word in all ways in which it ends as one of these kinds, with the vowels of what was taken off it before.
    fn read<'a>(&self, word: &'a str, kinds: Kinds, front: Option<bool>, best: &mut Reading<'a>) {
        let Some(last) = last_letter(word) else { return };
        for ending in &self.endings[last] {
            if ending.makes & kinds == 0 || front.zip(ending.front).is_some_and(|(one, other)| one != other) {
                continue;
            }
            let Some(rest) = word.strip_suffix(ending.form.as_str()) else { continue };
            let verb = ending.of & bit(Kind::Verb) != 0;
            let listed = if verb { &self.verbs } else { &self.nouns }.contains(rest);
            if !(listed || is_stem(rest)) || !ending.may_follow(rest) {
                continue;
            }
            if verb || ending.of & bit(Kind::Noun) != 0 {
                let known = listed && ending.may_follow_known(rest);
                let better = match (known, best.known) {
                    (true, true) => rest.len() > best.stem.len(),
                    (false, false) => rest.len() < best.stem.len() && ending.may_follow_unknown(rest),
                    _ => known,
                };
                if better {
                    *best = Reading { stem: rest, known, verb };
                }
            }
            self.read(rest, ending.of, ending.front.or(front), best);
        }
    }
}

/// Words separated by spaces, folded.
fn folded(words: &[&'static str]) -> impl Iterator<Item = String> {
    words.iter().flat_map(|words| words.split_whitespace()).map(|word| fold(word).into_owned())
}

/// The word without its last vowel: `халқ`, of `халық`.
fn dropped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.remove(letters.len() - 2);
    letters.into_iter().collect()
}

/// How a vowel that follows changes the last consonant: `бөлік`, `бөлігі`.
const VOICED: [(&str, &str); 2] = [("к", "г"), ("п", "б")];

/// The words, also as they are before a vowel.
fn with_voiced(words: impl Iterator<Item = String>) -> FxHashSet<String> {
    let before_vowel = |word: &str| {
        VOICED.into_iter().find_map(|(voiceless, voiced)| Some(format!("{}{voiced}", word.strip_suffix(voiceless)?)))
    };
    words.flat_map(|word| [before_vowel(&word), Some(word)]).flatten().collect()
}

/// A set of kinds.
type Kinds = u16;

const fn bit(kind: Kind) -> Kinds {
    1 << kind as u16
}

/// What a word may end as: all but voice and negation, to which something must be added.
const END: Kinds = !(bit(Kind::Voice) | bit(Kind::Negation));

impl Ending {
    fn new(form: String, rule: &Rule) -> Self {
        // With and whose have one form for all stems.
        let front = match form.as_str() {
            "мен" | "бен" | "пен" | "ники" | "дики" | "тики" => None,
            _ => form.chars().rev().find_map(|letter| match letter {
                'е' | 'и' => Some(true),
                'а' | 'ы' => Some(false),
                _ => None,
            }),
        };
        let of = rule.of.iter().fold(0, |kinds, kind| kinds | bit(*kind));
        Self { form, front, makes: bit(rule.makes), of, joint: rule.joint, stem: rule.stem }
    }

    /// Whether it may stand after this, be it a stem or a stem with endings.
    fn may_follow(&self, rest: &str) -> bool {
        self.front.is_none_or(|front| agrees(rest, front)) && joins(rest, &self.form, self.joint)
    }

    /// Whether it may stand after this stem if that is a known word.
    fn may_follow_known(&self, rest: &str) -> bool {
        match self.stem {
            Stem::Vowel => rest.ends_with(is_vowel) && is_stem(rest),
            Stem::Time => !rest.ends_with(is_vowel),
            _ => true,
        }
    }

    /// Whether it may stand after this stem if that is not known.
    fn may_follow_unknown(&self, rest: &str) -> bool {
        let is_such = match self.stem {
            Stem::Short => true,
            Stem::Letters(least) => rest.chars().nth(least - 1).is_some(),
            Stem::Known => false,
            Stem::Time => rest.chars().nth(3).is_some() && !rest.ends_with(is_vowel),
            Stem::Vowel => is_denominal(rest),
            Stem::Closed => is_closed(rest),
        };
        is_such && may_precede(rest, &self.form, self.joint)
    }
}

/// Whether an ending may follow a stem that is not known, where it may be cut in more than one place.
fn may_precede(rest: &str, form: &str, joint: Joint) -> bool {
    let mut letters = rest.chars().rev();
    let (Some(last), Some(before)) = (letters.next(), letters.next()) else { return false };
    let settled = || !matches!(last, 'ы' | 'и') || ends_in_vowel(before, letters.clone().next());
    match form.chars().next() {
        // облысы is of облыс, but басшысы of басшы.
        Some('с') => settled(),
        // тұрғыны is of тұрғын, but басшыны of басшы.
        Some('н') if matches!(joint, Joint::Source | Joint::Object) => settled() && last != 'о',
        // Stems do not end so, apart from those that drop a vowel, which are known.
        Some('ы' | 'и') if joint == Joint::Third => {
            is_vowel(before) || !(last == 'г' || (last == 'к' && "лйштсмз".contains(before)))
        }
        _ => true,
    }
}

/// Whether a word may end in ы or и after these letters, the last one first: those in `-шы`, and `белгі`, `қаржы`.
fn ends_in_vowel(before: char, second: Option<char>) -> bool {
    matches!(before, 'ш' | 'ж') || (matches!(before, 'г' | 'к') && second.is_some_and(|second| !is_vowel(second)))
}

/// Whether this is enough of a word: three letters with a vowel among them, or a vowel and a consonant.
fn is_stem(rest: &str) -> bool {
    let mut letters = rest.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(first), Some(second), None) => is_vowel(first) && !is_vowel(second) && second != 'у',
        (_, _, Some(_)) => rest.chars().any(is_vowel),
        _ => false,
    }
}

/// Whether a verb may be made of a noun like this one: `сайла`, `қолда`, `баста`.
fn is_denominal(rest: &str) -> bool {
    ["ла", "ле", "да", "де", "та", "те"].into_iter().any(|ending| {
        rest.strip_suffix(ending).is_some_and(|noun| {
            is_stem(noun) && agrees(noun, ending.ends_with('е')) && joins(noun, ending, Joint::Lateral)
        })
    })
}

/// Whether a verb may end like this, in a consonant or two.
fn is_closed(rest: &str) -> bool {
    let mut letters = rest.chars().rev();
    let (Some(last), Some(before)) = (letters.next(), letters.next()) else { return false };
    // Verbs of two syllables and more that end so are few, nouns in -мет and -фат many.
    if is_vowel(before) {
        return !matches!(last, 'м' | 'х' | 'ф' | 'ж' | 'д' | 'в');
    }
    matches!((before, last), ('р' | 'й' | 'л' | 'н', 'т') | ('р' | 'л' | 'н', 'к') | ('р' | 'л', 'с' | 'п'))
}

/// Whether an ending with front vowels, or with back ones, may follow the last vowel of this, as far as folded letters tell.
fn agrees(rest: &str, front: bool) -> bool {
    let Some((at, vowel)) = rest.char_indices().rev().find(|(_, letter)| is_vowel(*letter)) else { return true };
    match vowel {
        'ы' => !front,
        // Names in -ев are declined as they are spoken.
        'е' => front || rest[at..].starts_with("ев"),
        // In the first syllable they may be ә and ө.
        'а' | 'о' => !front || !rest[..at].contains(is_vowel),
        _ => true,
    }
}

/// Whether the first letter of an ending may stand after the last one of the stem.
fn joins(rest: &str, form: &str, joint: Joint) -> bool {
    let mut letters = rest.chars().rev().filter(|letter| *letter != 'ь');
    let (Some(last), Some(first)) = (letters.next(), form.chars().next()) else { return false };
    // As the last letter у is a glide: тауы, сайлауды.
    let vowel = is_vowel(last) && last != 'у';
    let voiceless = "пткксшщчцхфбвгд".contains(last);
    let glide = matches!(last, 'у' | 'й' | 'р');
    match joint {
        Joint::Any => true,
        Joint::AfterVowel => vowel,
        Joint::AfterConsonant => !vowel,
        Joint::AfterL => last == 'л',
        Joint::Third => match first {
            'с' => vowel,
            _ => !vowel,
        },
        Joint::Lateral | Joint::Nasal => match first {
            'т' | 'п' => voiceless,
            'л' => vowel || glide,
            'м' => vowel || glide || last == 'л',
            _ => !voiceless && !vowel && !glide,
        },
        Joint::With => match first {
            'п' => voiceless,
            'м' => !voiceless && !matches!(last, 'з' | 'ж'),
            _ => matches!(last, 'з' | 'ж'),
        },
        Joint::Source => match first {
            'т' => voiceless,
            'н' => vowel || matches!(last, 'м' | 'н'),
            _ => !voiceless && !vowel && !matches!(last, 'м' | 'н'),
        },
        Joint::Object => match first {
            'т' => voiceless,
            'н' => vowel,
            _ => !voiceless && !vowel,
        },
        Joint::Dental => match first {
            'т' => voiceless,
            'н' => matches!(last, 'м' | 'н'),
            _ => !voiceless,
        },
        Joint::Velar => match first {
            'к' => voiceless,
            _ => !voiceless,
        },
    }
}

/// Whether a letter is a vowel, or у, which is one where no vowel stands beside it.
fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'ы' | 'э' | 'ю' | 'я' | 'у')
}

/// The letters of the folded alphabet.
const LETTERS: usize = 32;

/// The place of the last letter in the alphabet.
fn last_letter(word: &str) -> Option<usize> {
    let last = word.chars().next_back()?;
    ('а'..='я').contains(&last).then(|| last as usize - 'а' as usize)
}
