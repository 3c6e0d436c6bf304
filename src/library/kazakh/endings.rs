//! The endings of Kazakh words in the order in which Kazakh adds them, and what must stand before each.
//!
//! A noun takes derivation, plural, possession, case, and then what makes it say of another word (`ауылдағы`). A verb takes voice,
//! negation, and then a tense, or what makes a noun (`сайлау`) or another word's description (`сайланған`) of it, which is declined
//! like a noun. Particles (`ма`, `ғой`, `-ақ`) are written as words of their own.
//!
//! What makes another word of a noun stays: `басшы`, `сайлаушы`, `бағалы`, `қауіпсіз`, `білім`. The future in `-ар`, the
//! converb in `-а` and what is mine or thine are taken off known words only, because too many nouns end so: `хабар`, `қала`,
//! `білім`.

use Joint::{AfterConsonant, AfterL, AfterVowel, Any, Dental, Lateral, Nasal, Object, Source, Third, Velar, With};
use Kind::{
    Case, Finite, Gerund, Linking, Negation, Noun, Ours, Owned, Participle, Place, Plural, Quality, Verb, Voice,
};

use crate::kazakh;

/// What a word is that ends here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The stem of a noun, an adjective, a name.
    Noun,
    /// The stem of a verb.
    Verb,
    /// A verb said of whom it happens to, or who has it done: `айтыл`, `жаздыр`.
    Voice,
    /// A verb that is denied: `барма`.
    Negation,
    /// A verb as a noun: `сайлау`.
    Gerund,
    /// A verb that says of another word: `сайланған`, `келетін`.
    Participle,
    /// A verb that takes nothing more: `айтты`, `барып`, `келсе`.
    Finite,
    /// An adjective or another noun of a noun: `ауылдық`.
    Quality,
    Plural,
    /// His, hers, its, theirs: `ауылы`.
    Owned,
    /// Anybody else's: `еліміз`.
    Ours,
    /// The locative, which may be made to say of another word.
    Place,
    /// Any other case, and what takes nothing more either.
    Case,
    /// What says of another word where or when it is: `ауылдағы`, `бүгінгі`.
    Linking,
}

/// What the first letter of an ending asks of the last letter of the stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    Any,
    AfterVowel,
    AfterConsonant,
    AfterL,
    /// л after vowels, р, й, у; т after voiceless consonants; д after others.
    Lateral,
    /// м as л; п after voiceless consonants; б after others.
    Nasal,
    /// м after vowels and all of р, л, й, у, м, н; п after voiceless consonants; б after others.
    With,
    /// н after vowels, м, н; т after voiceless consonants; д after others.
    Source,
    /// н after vowels; т after voiceless consonants; д after others.
    Object,
    /// т after voiceless consonants; д after others and vowels; н after м and н.
    Dental,
    /// к after voiceless consonants; г after others and vowels.
    Velar,
    /// с after vowels, ы and и after consonants.
    Third,
}

/// What more a stem must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stem {
    /// Two letters, the first a vowel, or three.
    Short,
    /// So many letters, or a known word.
    Letters(usize),
    /// A known word.
    Known,
    /// A word of time or place: four letters of which the last is a consonant, or a known word.
    Time,
    /// A verb that ends in a vowel: one made of a noun by `-ла` (`сайла`, `қолда`, `баста`), or a known one.
    Vowel,
    /// A verb that ends in a consonant, or in two that may end one: `айт`, not `сайл`.
    Closed,
}

/// Endings that do the same.
pub(super) struct Rule {
    pub(super) makes: Kind,
    /// What may end before them.
    pub(super) of: &'static [Kind],
    pub(super) joint: Joint,
    pub(super) stem: Stem,
    pub(super) forms: &'static [&'static str],
}

const fn rule(makes: Kind, of: &'static [Kind], joint: Joint, stem: Stem, forms: &'static [&'static str]) -> Rule {
    Rule { makes, of, joint, stem, forms }
}

/// What may be made plural.
const COUNTED: &[Kind] = &[Noun, Quality, Gerund, Participle, Linking];
/// What may be somebody's.
const OWNABLE: &[Kind] = &[Noun, Quality, Gerund, Participle, Linking, Plural];
/// What takes the cases as a word that is nobody's.
const DECLINED: &[Kind] = &[Noun, Quality, Gerund, Participle, Linking, Plural, Ours];
/// What takes those that are the same on what is somebody's.
const DECLINED_OR_OWNED: &[Kind] = &[Noun, Quality, Gerund, Participle, Linking, Plural, Ours, Owned];
/// What takes a tense.
const VERBAL: &[Kind] = &[Verb, Voice, Negation];

#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Nouns.
    rule(Quality, &[Noun, Participle], Lateral, Stem::Short, kazakh::QUALITY),
    // The same before a vowel: ауылдығы.
    rule(Quality, &[Noun, Participle], Lateral, Stem::Short, &["лығ", "ліг", "дығ", "діг", "тығ", "тіг"]),
    // Having something, as a quality: маңыздылық.
    rule(Quality, &[Noun], Dental, Stem::Letters(3), &["дылық", "ділік", "тылық", "тілік", "дылығ", "діліг", "тылығ", "тіліг"]),
    // More so: тезірек.
    rule(Quality, &[Noun], AfterConsonant, Stem::Letters(3), &["ырақ", "ірек", "ырағ", "ірег"]),
    rule(Quality, &[Noun], AfterVowel, Stem::Letters(4), &["рақ", "рек"]),
    rule(Plural, COUNTED, Lateral, Stem::Short, kazakh::PLURAL),
    rule(Owned, OWNABLE, Third, Stem::Short, &["сы", "сі", "ы", "і"]),
    rule(Ours, OWNABLE, AfterConsonant, Stem::Short, &["ымыз", "іміз", "ыңыз", "іңіз"]),
    rule(Ours, OWNABLE, AfterVowel, Stem::Letters(3), &["мыз", "міз", "ңыз", "ңіз"]),
    rule(Ours, &[Plural, Gerund], AfterConsonant, Stem::Short, &["ым", "ім"]),
    rule(Ours, &[Noun], AfterConsonant, Stem::Known, &["ым", "ім"]),
    rule(Ours, &[Noun], AfterVowel, Stem::Known, &["м", "ң"]),
    rule(Case, DECLINED_OR_OWNED, Source, Stem::Short, kazakh::GENITIVE),
    rule(Case, DECLINED, Object, Stem::Short, kazakh::ACCUSATIVE),
    rule(Case, &[Owned], Any, Stem::Short, &["н"]),
    rule(Case, DECLINED, Velar, Stem::Short, &["ға", "ге", "қа", "ке"]),
    rule(Case, &[Owned], Any, Stem::Short, &["на", "не"]),
    rule(Place, DECLINED, Dental, Stem::Short, kazakh::LOCATIVE),
    rule(Place, &[Owned], Any, Stem::Short, kazakh::OWNED_LOCATIVE),
    rule(Case, DECLINED, Dental, Stem::Short, kazakh::ABLATIVE),
    rule(Case, &[Owned], Any, Stem::Short, &["нан", "нен"]),
    rule(Case, DECLINED_OR_OWNED, With, Stem::Short, kazakh::INSTRUMENTAL),
    // Like: таудай.
    rule(Case, DECLINED, Dental, Stem::Letters(4), &["дай", "дей", "тай", "тей"]),
    rule(Case, &[Owned], Any, Stem::Short, &["ндай", "ндей"]),
    // As, according to: қазақша, айтуынша, ойымша, барғанша.
    rule(Case, &[Noun], Any, Stem::Letters(5), &["ша", "ше"]),
    rule(Case, &[Participle], Any, Stem::Short, &["ша", "ше"]),
    rule(Case, &[Owned], Any, Stem::Short, &["нша", "нше"]),
    rule(Case, &[Noun, Plural, Gerund], AfterConsonant, Stem::Short, &["ымша", "імше"]),
    // Whose it is: әкімдікі.
    rule(Case, DECLINED_OR_OWNED, Source, Stem::Letters(3), &["нікі", "дікі", "тікі"]),
    rule(Linking, &[Place], Any, Stem::Short, &["ғы", "гі"]),
    rule(Linking, &[Noun], Velar, Stem::Time, &["ғы", "гі", "қы", "кі"]),
    // Verbs.
    rule(Voice, &[Verb, Voice], Any, Stem::Vowel, &["л", "н", "т", "с", "й"]),
    rule(Voice, &[Verb, Voice], AfterConsonant, Stem::Letters(3), &["ыл", "іл"]),
    rule(Voice, &[Verb, Voice], AfterL, Stem::Letters(3), &["ын", "ін"]),
    rule(Voice, &[Verb, Voice], Dental, Stem::Letters(3), &["дыр", "дір", "тыр", "тір"]),
    rule(Voice, &[Verb, Voice], Velar, Stem::Letters(3), &["ғыз", "гіз", "қыз", "кіз"]),
    rule(Negation, &[Verb, Voice], Nasal, Stem::Short, &["ма", "ме", "ба", "бе", "па", "пе"]),
    rule(Gerund, VERBAL, Any, Stem::Short, &["у"]),
    rule(Gerund, VERBAL, AfterVowel, Stem::Letters(3), &["ю"]),
    rule(Participle, VERBAL, Velar, Stem::Short, &["ған", "ген", "қан", "кен"]),
    rule(Participle, VERBAL, AfterConsonant, Stem::Closed, &["атын", "етін"]),
    rule(Participle, &[Verb], AfterConsonant, Stem::Known, &["ар", "ер"]),
    rule(Participle, VERBAL, AfterVowel, Stem::Short, &["йтын", "йтін"]),
    rule(Participle, VERBAL, AfterConsonant, Stem::Short, &["итын", "итін"]),
    rule(Finite, &[Verb, Voice], Nasal, Stem::Letters(3), &["мас", "мес", "бас", "бес", "пас", "пес"]),
    rule(Finite, &[Verb, Voice], Nasal, Stem::Letters(3), &["мастан", "местен", "бастан", "бестен", "пастан", "пестен"]),
    // Without `-бек`, in which names end.
    rule(Finite, VERBAL, Nasal, Stem::Letters(3), &["мақ", "мек", "бақ", "пақ", "пек"]),
    rule(Finite, VERBAL, Nasal, Stem::Short, &["мақшы", "мекші", "бақшы", "бекші", "пақшы", "пекші"]),
    rule(Finite, VERBAL, Dental, Stem::Short, &["ды", "ді", "ты", "ті", "дым", "дім", "тым", "тім", "дың", "дің", "тың", "тің"]),
    rule(Finite, VERBAL, Dental, Stem::Short, &["дық", "дік", "тық", "тік", "дыңыз", "діңіз", "тыңыз", "тіңіз"]),
    rule(Finite, VERBAL, AfterConsonant, Stem::Closed, &["ады", "еді", "амыз", "еміз"]),
    rule(Finite, VERBAL, AfterConsonant, Stem::Known, &["амын", "емін"]),
    rule(Finite, VERBAL, AfterVowel, Stem::Short, &["йды", "йді", "ймын", "ймін", "ймыз", "йміз", "йсың", "йсің", "йсыз", "йсіз"]),
    rule(Finite, VERBAL, AfterConsonant, Stem::Short, &["иды", "иді"]),
    rule(Finite, &[Participle], With, Stem::Short, &["мын", "мін", "бын", "бін", "пын", "пін"]),
    rule(Finite, &[Participle], Nasal, Stem::Short, &["мыз", "міз", "быз", "біз", "пыз", "піз"]),
    // отырмыз
    rule(Finite, &[Verb], Nasal, Stem::Known, &["мын", "мін", "мыз", "міз"]),
    rule(Finite, VERBAL, Any, Stem::Known, &["сам", "сем"]),
    rule(Finite, &[Participle], Any, Stem::Short, &["сың", "сің", "сыз", "сіз"]),
    rule(Finite, VERBAL, AfterConsonant, Stem::Short, &["ып", "іп", "ыпты", "іпті"]),
    rule(Finite, VERBAL, AfterVowel, Stem::Short, &["п", "пты", "пті"]),
    rule(Finite, &[Verb, Voice], AfterConsonant, Stem::Known, &["а", "е"]),
    rule(Finite, &[Negation], Any, Stem::Short, &["й"]),
    rule(Finite, &[Verb], Any, Stem::Vowel, &["й"]),
    rule(Finite, VERBAL, Velar, Stem::Short, &["ғалы", "гелі", "қалы", "келі", "ғысы", "гісі", "қысы", "кісі"]),
    rule(Finite, VERBAL, Any, Stem::Short, &["са", "се", "сақ", "сек", "саң", "сең", "саңыз", "сеңіз"]),
    // Not after a negation: nouns in -ма are many, бағдарламасын.
    rule(Finite, &[Verb, Voice], Any, Stem::Short, &["сын", "сін"]),
    rule(Finite, VERBAL, AfterConsonant, Stem::Closed, &["айық", "ейік", "айын", "ейін"]),
    rule(Finite, VERBAL, AfterVowel, Stem::Vowel, &["йық", "йік", "йын", "йін"]),
];
